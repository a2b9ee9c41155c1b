"""A time zone as a calendar file describes it: when the clocks change, by rule (RFC 5545 section 3.6.5).

The rules are found by looking at the changes of the years in question and some more: whatever the
zone's own data say is what every reader gets. A change that follows no rule is given by its date.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.calendars.writing import wall
from planner.dates import WEEK_DAYS

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEARS_AROUND = 4
"""So many years to each side have to agree before a rule is one."""


class Change(NamedTuple):
    """The clocks go from `before` to `after` when they show `at`."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str


def zone_named(name: str) -> ZoneInfo | None:
    """The zone; None where nobody knows it, and times are then those of whatever clock is read."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def described(zone: ZoneInfo, first: date, last: date) -> list[str]:
    """The lines of a VTIMEZONE that is right for every day from `first` to `last`, and after by rule."""
    years = range(first.year - 1, last.year + 1 + YEARS_AROUND)
    changes = [change for year in years for change in _changes(zone, year)]
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone.key}"]
    start = datetime(years[0], 1, 1, tzinfo=zone)
    offset = start.utcoffset() or timedelta()
    lines += _half(Change(start.replace(tzinfo=None), offset, offset, start.tzname() or ""), "")
    for alike in _groups(changes):
        rule = _rule(alike)
        if rule and len(alike) == len(years):
            lines += _half(alike[0], f"RRULE:{rule}")
        else:
            for change in alike:
                lines += _half(change, "")
    return [*lines, "END:VTIMEZONE"]


def _changes(zone: ZoneInfo, year: int) -> Iterator[Change]:
    """The changes of a year, each found to the minute."""
    day, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while day < end:
        low, high = day, day + timedelta(days=1)
        if _offset(low, zone) != _offset(high, zone):
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 2
                middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
                low, high = (
                    (low, middle) if _offset(middle, zone) != _offset(low, zone) else (middle, high)
                )
            before, after = _offset(low, zone), _offset(high, zone)
            name = high.astimezone(zone).tzname() or ""
            yield Change((high + before).replace(tzinfo=None), before, after, name)
        day += timedelta(days=1)


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _groups(changes: list[Change]) -> list[list[Change]]:
    """The changes of one kind: in the same month, at the same hour, from the same to the same."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        kind = change.at.month, change.at.time(), change.before, change.after, change.name
        groups.setdefault(kind, []).append(change)
    return list(groups.values())


def _rule(changes: list[Change]) -> str:
    """`FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` where all of them follow it; `""` where there is none."""
    weekdays = {c.at.weekday() for c in changes}
    last = {(c.at + timedelta(days=WEEK_DAYS)).month != c.at.month for c in changes}
    numbers = {(c.at.day - 1) // WEEK_DAYS + 1 for c in changes}
    if len(weekdays) != 1 or (last != {True} and len(numbers) != 1):
        return ""
    number = -1 if last == {True} else numbers.pop()
    return f"FREQ=YEARLY;BYMONTH={changes[0].at.month};BYDAY={number}{DAYS[weekdays.pop()]}"


def _half(change: Change, rule: str) -> list[str]:
    kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{wall(change.at)}",
        f"TZOFFSETFROM:{_written(change.before)}",
        f"TZOFFSETTO:{_written(change.after)}",
        *([f"TZNAME:{change.name}"] if change.name else []),
        *([rule] if rule else []),
        f"END:{kind}",
    ]


def _written(offset: timedelta) -> str:
    """`+0530`."""
    minutes = round(offset / timedelta(minutes=1))
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
