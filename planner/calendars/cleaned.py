"""One event of a calendar file as it is meant: mended where it can be, with a problem for what cannot.

Whatever is wrong with an event harms no other. A problem says where by the event's title, or by its
line in the file where it has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from planner.calendars.lines import Component
from planner.calendars.moments import Moment, is_day, length, moment, moments
from planner.calendars.rules import Rule, vetted
from planner.calendars.zones import FindZone
from planner.dates import ONE_DAY
from planner.errors import Problem

LONGEST_TITLE = 200
LONGEST_UID = 255
LONGEST_DETAIL = 60
MOST_DATES = 2000
"""Dates of one event that are added to its rule, or left out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a file says of one event: when, how often, and which occurrence of a series it changes.

    `end` is not before `start`, of the same kind, and for days the day after the last. `sequence`
    and `stamp` say which of two versions is the newer; `onward` that later occurrences change too.
    """

    uid: str
    title: str
    start: Moment
    end: Moment
    rule: Rule | None = None
    more: tuple[Moment, ...] = ()
    without: tuple[Moment, ...] = ()
    original: Moment | None = None
    onward: bool = False
    sequence: int = 0
    stamp: str = ""
    busy: bool = True
    cancelled: bool = False

    @property
    def all_day(self) -> bool:
        return is_day(self.start)


Faulty = Callable[[str, str], None]
"""Notes what is wrong with an event: a code and what was found."""


def said(
    part: Component, find_zone: FindZone, problems: list[Problem], *, cancelled: bool = False
) -> Said | None:
    """The event, or None if it has no start; what is wrong with it is added to the problems."""
    title = part.text("SUMMARY")[:LONGEST_TITLE]
    where = title or f"#{part.at}"

    def faulty(code: str, detail: str) -> None:
        problems.append(Problem(code, where, " ".join(detail.split())[:LONGEST_DETAIL]))

    times = _times(part, find_zone, faulty)
    if times is None:
        return None
    start, end = times
    originals = _dates(part, "RECURRENCE-ID", start, find_zone, faulty)
    onward = any(
        n.params.get("RANGE", "").upper() == "THISANDFUTURE" for n in part.all("RECURRENCE-ID")
    )
    uid = part.text("UID") or f"{start.isoformat()} {title}"
    return Said(
        uid=uid[:LONGEST_UID],
        title=title,
        start=start,
        end=end,
        rule=_rule(part, faulty, all_day=is_day(start)),
        more=_dates(part, "RDATE", start, find_zone, faulty),
        without=_dates(part, "EXDATE", start, find_zone, faulty),
        original=originals[0] if originals else None,
        onward=onward,
        sequence=_whole(part.text("SEQUENCE")),
        stamp=part.text("LAST-MODIFIED") or part.text("DTSTAMP"),
        busy=part.text("TRANSP").upper() != "TRANSPARENT"
        and part.text("X-MICROSOFT-CDO-BUSYSTATUS").upper() != "FREE",
        cancelled=cancelled or part.text("STATUS").upper() in {"CANCELLED", "CANCELED"},
    )


def _times(part: Component, find_zone: FindZone, faulty: Faulty) -> tuple[Moment, Moment] | None:
    """Start and end; None without a start."""
    line = part.first("DTSTART")
    if line is None:
        faulty("no-start", "")
        return None
    zone = line.params.get("TZID", "")
    try:
        start = moment(line.value, zone, find_zone)
    except ValueError:
        faulty("bad-start", line.value)
        return None
    if zone and isinstance(start, datetime) and start.tzinfo is None:
        faulty("unknown-zone", zone)
    if line.params.get("VALUE", "").upper() == "DATE" and isinstance(start, datetime):
        start = start.date()
    try:
        end = _end(part, start, find_zone)
    except (ValueError, OverflowError) as error:
        faulty("bad-end", str(error))
        end = _usual_end(start)
    return _whole_days(start, end) if _is_whole_day_of_outlook(part) else (start, end)


def _is_whole_day_of_outlook(part: Component) -> bool:
    return part.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"


def _whole_days(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """What lasts from midnight to midnight as days."""
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        return start, end
    if start < end and start.time() == end.time() == time():
        return start.date(), end.date()
    return start, end


def _usual_end(start: Moment) -> Moment:
    """The end of what has none: a day lasts that day, a time takes no time."""
    return start + ONE_DAY if is_day(start) else start


def _end(part: Component, start: Moment, find_zone: FindZone) -> Moment:
    """The end as written, made of one kind with the start. Raises ValueError if it is before it."""
    line = part.first("DTEND")
    if line is not None:
        end = _alike(moment(line.value, line.params.get("TZID", ""), find_zone), start)
    elif (line := part.first("DURATION")) is not None:
        long = length(line.value)
        if isinstance(start, datetime) and start.tzinfo is not None:
            zone = start.tzinfo  # hours that pass, whatever the clocks do
            return (start.astimezone(UTC) + long).astimezone(zone)
        end = start + (timedelta(days=-(-long // ONE_DAY)) if is_day(start) else long)
    else:
        return _usual_end(start)
    if end < start:
        raise ValueError(line.value)
    return max(end, _usual_end(start))


def _alike(one: Moment, other: Moment) -> Moment:
    """The moment as a day if the other is one, else as a time, with a zone if the other has one."""
    if not isinstance(other, datetime):
        return one.date() if isinstance(one, datetime) else one
    if not isinstance(one, datetime):
        return datetime.combine(one, other.time(), other.tzinfo)
    if other.tzinfo is None:
        return one.replace(tzinfo=None)
    return one if one.tzinfo is not None else one.replace(tzinfo=other.tzinfo)


def _rule(part: Component, faulty: Faulty, *, all_day: bool) -> Rule | None:
    line = part.first("RRULE")
    if line is None or not line.value:
        return None
    found = vetted(line.value, all_day=all_day)
    if isinstance(found, str):
        faulty(found, line.value)
        return None
    return found


def _dates(
    part: Component, name: str, start: Moment, find_zone: FindZone, faulty: Faulty
) -> tuple[Moment, ...]:
    """The moments in all lines of this name, of one kind with the start."""
    found: list[Moment] = []
    for line in part.all(name):
        try:
            found += (_alike(each, start) for each in moments(line, find_zone))
        except ValueError:
            faulty("bad-exception", line.value)
    if len(found) > MOST_DATES:
        faulty("too-many-dates", str(len(found)))
    return tuple(dict.fromkeys(found[:MOST_DATES]))


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
