"""One event of a calendar file as it is meant: mended where it can be, with a problem for what cannot.

Whatever is wrong with an event harms no other. A problem says where by the event's title, or by its
line in the file where it has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from planner.calendars.lines import Component
from planner.calendars.moments import Moment, is_day, later, length, moment, stretches
from planner.calendars.rules import Rule, vetted
from planner.calendars.zones import FindZone, is_guess
from planner.dates import ONE_DAY
from planner.errors import Problem

LONGEST_TITLE = 200
LONGEST_UID = 255
LONGEST_DETAIL = 60
MOST_RULES = 8
MOST_DATES = 2000
"""Dates of one event that are added to its rule, or left out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a file says of one event: when, how often, and which occurrence of a series it changes.

    `end` is not before `start`, of the same kind, and for days the day after the last. `more` are
    starts besides those of its rules, `stretches` others with an end of their own. `original` is as
    the file has it, whatever kind the start is of. `sequence` and `stamp` say which of two versions
    is the newer; `onward` that later occurrences change too.
    """

    uid: str
    title: str
    start: Moment
    end: Moment
    rules: tuple[Rule, ...] = ()
    more: tuple[Moment, ...] = ()
    stretches: tuple[tuple[Moment, Moment], ...] = ()
    without: tuple[Moment, ...] = ()
    original: Moment | None = None
    onward: bool = False
    sequence: int = 0
    stamp: str = ""
    busy: bool = True
    private: bool = False
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
    more = _dates(part, "RDATE", start, find_zone, faulty)
    onward = any(
        n.params.get("RANGE", "").upper() == "THISANDFUTURE" for n in part.all("RECURRENCE-ID")
    )
    uid = part.text("UID") or f"{start.isoformat()} {title}"
    return Said(
        uid=uid[:LONGEST_UID],
        title=title,
        start=start,
        end=end,
        rules=_rules(part, faulty, all_day=is_day(start)),
        more=tuple(first for first, last in more if last is None),
        stretches=tuple((first, last) for first, last in more if last is not None),
        without=tuple(first for first, _ in _dates(part, "EXDATE", start, find_zone, faulty)),
        original=_original(part, find_zone, faulty),
        onward=onward,
        sequence=_whole(part.text("SEQUENCE")),
        stamp=part.text("LAST-MODIFIED") or part.text("DTSTAMP"),
        busy=part.text("TRANSP").upper() != "TRANSPARENT"
        and part.text("X-MICROSOFT-CDO-BUSYSTATUS").upper() != "FREE",
        private=part.text("CLASS").upper() not in {"", "PUBLIC"},  # RFC 5545: others count as such
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
    elif isinstance(start, datetime) and is_guess(zone, start.tzinfo):
        faulty("unsure-zone", zone)
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
        end = alike(moment(line.value, line.params.get("TZID", ""), find_zone), start)
    elif (line := part.first("DURATION")) is not None:
        end = later(start, length(line.value))
    else:
        return _usual_end(start)
    if end < start:
        raise ValueError(line.value)
    return max(end, _usual_end(start))


def alike(one: Moment, other: Moment) -> Moment:
    """The moment as a day if the other is one, else as a time, with a zone if the other has one."""
    if not isinstance(other, datetime):
        return one.date() if isinstance(one, datetime) else one
    if not isinstance(one, datetime):
        return datetime.combine(one, other.time(), other.tzinfo)
    if other.tzinfo is None:
        return one.replace(tzinfo=None)
    return one if one.tzinfo is not None else one.replace(tzinfo=other.tzinfo)


def _rules(part: Component, faulty: Faulty, *, all_day: bool) -> tuple[Rule, ...]:
    rules = []
    for line in filter(lambda line: line.value, part.all("RRULE")):
        found = vetted(line.value, all_day=all_day)
        if isinstance(found, str):
            faulty(found, line.value)
        else:
            rules.append(found)
    for line in part.all("EXRULE"):  # of an older standard: days on which it does not take place
        faulty("bad-exception", line.value)
    return tuple(rules[:MOST_RULES])


def _original(part: Component, find_zone: FindZone, faulty: Faulty) -> Moment | None:
    line = part.first("RECURRENCE-ID")
    if line is None:
        return None
    try:
        return moment(line.value, line.params.get("TZID", ""), find_zone)
    except ValueError:
        faulty("bad-exception", line.value)
        return None


def _dates(
    part: Component, name: str, start: Moment, find_zone: FindZone, faulty: Faulty
) -> tuple[tuple[Moment, Moment | None], ...]:
    """The moments in all lines of this name, of one kind with the start; of a period its end too."""
    found: list[tuple[Moment, Moment | None]] = []
    for line in part.all(name):
        try:
            read = stretches(line, find_zone)
        except (ValueError, OverflowError):
            faulty("bad-exception", line.value)
            continue
        for first, last in read:
            begin, end = alike(first, start), last and alike(last, start)
            found.append((begin, end if end is not None and end > begin else None))
    if len(found) > MOST_DATES:
        faulty("too-many-dates", str(len(found)))
    return tuple(dict.fromkeys(found[:MOST_DATES]))


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
