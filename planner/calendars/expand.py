"""The events of a file as what takes place between two days, in local wall-clock time.

What repeats or was changed goes through recurring-ical-events, which knows overrides, RDATE and
THISANDFUTURE; the rest is placed as it stands. Only harmless rules come here, but each series has
its own limit of work all the same.
"""

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from types import FrameType
from typing import Any, NamedTuple

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Event
from icalendar.prop import vDDDTypes, vRecur
from recurring_ical_events import (  # type: ignore[import-untyped]
    ComponentsWithName,
    EventAdapter,
    of,
)

from planner.calendars.cleaned import Said, alike
from planner.calendars.model import CalendarEvent
from planner.calendars.moments import Moment, moment
from planner.calendars.rules import Rule
from planner.dates import ONE_DAY
from planner.errors import Problem

WORK_SECONDS = 1.0
"""Of one series, where the platform can count them."""
MARK = "X-KINWEEK-SAID"
WALL = "%Y%m%dT%H%M%S"
MINUTE = timedelta(minutes=1)
NEARLY = timedelta(days=2)
"""More than any two zones are apart."""


class Span(NamedTuple):
    """The days from `since` to before `until`; `zone` is this computer's, None for the system's own."""

    since: date
    until: date
    zone: tzinfo | None = None


class Times(EventAdapter):  # type: ignore[misc]
    """An event for the expander that answers with its times alone: a copy of it takes far longer."""

    def as_component(
        self,
        start: Any = None,
        stop: Any = None,
        _keep: bool = False,  # noqa: FBT001, FBT002
    ) -> dict[str, Any]:
        return {"said": int(self._component[MARK]), "start": start, "end": stop}


class TooMuchWorkError(Exception):
    """A series takes more work than any that a family could mean."""


def occurrences(versions: Iterable[Said], span: Span) -> tuple[list[CalendarEvent], list[Problem]]:
    """What the events with one uid have in these days, in order."""
    series = _series(versions)
    first = series[0]
    if len(series) == 1 and not (first.rules or first.more or first.stretches):
        return list(_once(series, span)), []
    try:
        with _limited_work():
            made = list(_counted_out(series, span))
    except TooMuchWorkError:
        code = "too-often"
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, AssertionError):
        code = "bad-rule"  # somebody else's code on somebody else's data
    else:
        return sorted(_within(made, span), key=_by_time), []
    once = sorted(_once(series, span), key=_by_time)
    return once, [Problem(code, first.title, first.rules[0].text if first.rules else "")]


def _once(series: list[Said], span: Span) -> Iterator[CalendarEvent]:
    """Each event as it stands, without what it repeats."""
    first, last = span.since - NEARLY, span.until + NEARLY
    for one in series:
        if not one.cancelled and _day(one.start) < last and _day(one.end) > first:
            yield from _within([_placed(one, one.start, one.end, "", span)], span)


def _day(found: Moment) -> date:
    return found.date() if isinstance(found, datetime) else found


def _within(events: Iterable[CalendarEvent], span: Span) -> Iterator[CalendarEvent]:
    """The part of each event that lies in the span, where there is one."""
    for event in events:
        begins, ends = (event.first, event.start), (event.last, event.end)
        low, high = (span.since, 0), (span.until, 0)
        if begins >= high or ends < low or (ends == low and begins < low):
            continue
        (first, start), (last, end) = max(begins, low), min(ends, high)
        yield event._replace(first=first, start=start, last=last, end=end)


def _series(versions: Iterable[Said]) -> list[Said]:
    """The newest version of the series itself and of each changed occurrence, the series first."""
    known = sorted(versions, key=lambda s: s.original is not None)
    newest: dict[Moment | None, Said] = {}
    for one in known:
        if one.original is not None:
            usual = newest.get(None, one).start
            one = replace(one, original=alike(one.original, usual))  # noqa: PLW2901
        held = newest.get(one.original)
        if held is None or (held.sequence, held.stamp) <= (one.sequence, one.stamp):
            newest[one.original] = one
    return list(newest.values())


def _counted_out(series: list[Said], span: Span) -> Iterator[CalendarEvent]:
    calendar = Calendar()
    for number, one in enumerate(series):
        calendar.add_component(_component(one, number, span))
    # A day to each side: what is in the span is decided in local time, below.
    first = datetime.combine(span.since - ONE_DAY, time(), UTC)
    last = datetime.combine(span.until + ONE_DAY, time(), UTC)
    for found in of(calendar, components=[ComponentsWithName("VEVENT", Times)]).between(
        first, last
    ):
        one = series[found["said"]]
        if not one.cancelled:
            start = found["start"]
            original = start if one.onward or one.original is None else one.original
            yield _placed(one, start, found["end"], _key(original), span)


def _key(original: Moment) -> str:
    if not isinstance(original, datetime):
        return original.isoformat()
    return original.replace(tzinfo=None).isoformat(timespec="minutes")


def _component(one: Said, number: int, span: Span) -> Event:
    """The event for the expander; every series has one uid here, and no version is in doubt."""
    event = Event()
    event.add("uid", "1")
    event.add("dtstart", one.start)
    event.add("dtend", one.end)
    event[MARK] = str(number)
    if one.original is not None:
        original = vDDDTypes(one.original)
        if one.onward:
            original.params["RANGE"] = "THISANDFUTURE"
        event["RECURRENCE-ID"] = original
    for rule in one.rules:
        event.add("rrule", vRecur.from_ical(_ending(one, rule, span)))
    for name, moments in (
        ("rdate", one.more),
        ("rdate", one.stretches),
        ("exdate", one.without),
    ):
        if moments:
            event.add(name, list(moments))
    return event


def _ending(one: Said, rule: Rule, span: Span) -> str:
    """The rule with an end on or before that of the span, so that no rule goes on for ever."""
    last = datetime.combine(span.until + ONE_DAY, time())  # as the clock shows where the event is
    if rule.count is not None:
        times = rrulestr(f"{rule.text};UNTIL={last:{WALL}}", dtstart=_wall(one.start))
        last = next(islice(times, rule.count - 1, None), last)
    elif rule.until:
        last = min(last, _until(one, rule.until))
    if not isinstance(one.start, datetime):
        return f"{rule.text};UNTIL={last:%Y%m%d}"
    if one.start.tzinfo is None:
        return f"{rule.text};UNTIL={last:{WALL}}"
    in_utc = last.replace(tzinfo=one.start.tzinfo).astimezone(UTC)
    return f"{rule.text};UNTIL={in_utc:{WALL}}Z"


def _until(one: Said, written: str) -> datetime:
    """The end of a rule as the clock shows it where the event is; a day counts to its end."""
    found = moment(written, "", lambda _name: None)
    if not isinstance(found, datetime):
        return datetime.combine(found, time.max)
    if found.tzinfo and isinstance(one.start, datetime) and one.start.tzinfo:
        found = found.astimezone(one.start.tzinfo)
    return found.replace(tzinfo=None)


def _wall(found: Moment) -> datetime:
    """The moment as the clock shows it where it is; a day as its first minute."""
    if isinstance(found, datetime):
        return found.replace(tzinfo=None)
    return datetime.combine(found, time())


def _placed(one: Said, start: Moment, end: Moment, key: str, span: Span) -> CalendarEvent:
    """The occurrence in local wall-clock time: whole minutes, the length kept over a change of clocks."""
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        first, last = datetime.combine(start, time()), datetime.combine(end, time())
    else:
        first, last = _local(start, span.zone), _local(end, span.zone)
        if last <= first:  # clocks went back, or the start fell into the gap
            shown, passed = _wall(end) - _wall(start), _passed(start, end)
            last = first + max(shown, passed, timedelta())
        first -= first - first.replace(second=0, microsecond=0)
        last += (last.replace(second=0, microsecond=0) - last) % MINUTE
    return CalendarEvent(
        uid=one.uid,
        key=key,
        title=one.title,
        first=first.date(),
        start=first.hour * 60 + first.minute,
        last=last.date(),
        end=last.hour * 60 + last.minute,
        all_day=one.all_day,
        busy=one.busy and last > first,
        private=one.private,
    )


def _passed(start: datetime, end: datetime) -> timedelta:
    if start.tzinfo is None or end.tzinfo is None:
        return timedelta()
    return end.astimezone(UTC) - start.astimezone(UTC)


def _local(moment: datetime, zone: tzinfo | None) -> datetime:
    """The wall-clock time here; a time without a zone is the same everywhere."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None)  # out of the gap, if in one


def _by_time(event: CalendarEvent) -> tuple[date, int, str]:
    return event.first, event.start, event.key


@contextmanager
def _limited_work() -> Iterator[None]:
    """Raise TooMuchWorkError after `WORK_SECONDS` of work, where the platform can say so."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooMuchWorkError

    before = signal.signal(signal.SIGVTALRM, stop)
    # Again and again: one that falls into a clean-up of the interpreter is not heard.
    signal.setitimer(signal.ITIMER_VIRTUAL, WORK_SECONDS, WORK_SECONDS / 5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
