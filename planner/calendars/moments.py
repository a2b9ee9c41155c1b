"""Dates, times and lengths as calendar files write them (RFC 5545 sections 3.3.4 to 3.3.6), and nearly so."""

import re
from datetime import UTC, date, datetime, timedelta

from planner.calendars.lines import Line
from planner.calendars.zones import FindZone

Moment = date | datetime
"""A day; a time at a place, with its zone; or a time wherever one is, without."""

YEARS = range(1583, 2500)
"""Years a family's calendar can mean; Apple counts birthdays without a year from 1604."""

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)Z?")
_TIME = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z?)")
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T?(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?"
)


def moment(value: str, zone_name: str, find_zone: FindZone) -> Moment:
    """What a value stands for. A zone nobody knows is left away: the time is then that of the clock.

    Raises ValueError where it is no date.
    """
    value = value.strip().upper()
    day = _DATE.fullmatch(value)
    if day:
        return _in_reach(date(int(day[1]), int(day[2]), int(day[3])))
    found = _TIME.fullmatch(value)
    if not found:
        raise ValueError(value[:30])
    year, month, number, hour, minute, second = (int(n or 0) for n in found.groups()[:6])
    midnight = hour == 24  # some write the end of a day so
    time = datetime(year, month, number, 0 if midnight else hour, minute, min(second, 59))  # noqa: DTZ001
    _in_reach(time.date())
    if midnight:
        time += timedelta(days=1)
    zone = UTC if found[7] else find_zone(zone_name)
    return time.replace(tzinfo=zone)


def _in_reach(day: date) -> date:
    if day.year not in YEARS:
        raise ValueError(day.isoformat())
    return day


def stretches(line: Line, find_zone: FindZone) -> list[tuple[Moment, Moment | None]]:
    """Every moment of a line with several; a period with its end. Raises ValueError."""
    zone = line.params.get("TZID", "")
    found: list[tuple[Moment, Moment | None]] = []
    for part in filter(None, map(str.strip, line.value.split(","))):
        first, _, last = part.partition("/")
        start = moment(first, zone, find_zone)
        if last.upper().startswith("P"):
            found.append((start, later(start, length(last))))
        else:
            found.append((start, moment(last, zone, find_zone) if last else None))
    return found


def later(start: Moment, long: timedelta) -> Moment:
    """The moment when so much time has passed, whatever the clocks do; a day where it began with one.

    Where the clocks would then show no later time than at the start, it is as late as if they stayed.
    """
    if not isinstance(start, datetime):
        return start + timedelta(days=-(-long // timedelta(days=1)))
    if start.tzinfo is None:
        return start + long
    passed = (start.astimezone(UTC) + long).astimezone(start.tzinfo)
    return passed if passed >= start else start + long  # in one zone compared as the clocks show it


def length(value: str) -> timedelta:
    """`PT1H30M`, also written `P1H30M`. Raises ValueError where it is no length, or goes back in time."""
    found = _LENGTH.fullmatch(value.strip().upper())
    if not found or found[1] == "-" or not any(found.groups()[1:]):
        raise ValueError(value[:30])
    weeks, days, hours, minutes, seconds = (int(n or 0) for n in found.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def is_day(found: Moment) -> bool:
    return not isinstance(found, datetime)
