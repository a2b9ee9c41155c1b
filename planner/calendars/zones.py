"""Which time zone a calendar file means, by whatever name it calls it.

In this order: the name itself, its last parts, a Windows name; what the file says the zone is; a
place in the name; hours from UTC, which are a guess where the name says more. Names of Windows zones are those of icalendar (from CLDR).
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from planner.calendars.lines import Component

FindZone = Callable[[str], tzinfo | None]
"""The zone of this name, or of times without one (`""`); None where nobody knows it."""

UTC_NAMES = frozenset(
    ("utc", "gmt", "z", "etc/utc", "tzone://microsoft/utc", "greenwich mean time")
)
MOST_CHANGES = 60
"""Clock changes that are read of a zone's own description; the newest count."""

_WANTED = ("DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME")
_HOURS = re.compile(r"\(?(?:utc|gmt)\s*([+-])(\d{1,2})[:.]?(\d\d)?\)?")
_AMERICAN = re.compile(
    r"(?:\((?:utc|gmt)-[\d:.]+\) )?(atlantic|eastern|central|mountain|pacific)"
    r"(?: standard| daylight)? time(?: \(.*)?"
)
_OFFSET = re.compile(r"TZOFFSET(?:FROM|TO):[+-]\d{4}(?:\d\d)?")
_YEARLY = re.compile(r"RRULE:[A-Z0-9=;,+-]*FREQ=YEARLY[A-Z0-9=;,+-]*")


def zones_of(parts: Iterable[Component]) -> FindZone:
    """A function that finds the zones of a file with these components.

    Of times that name no zone it is the one the whole calendar is in, if the file says that.
    """
    own: dict[str, Component] = {}
    usual = ""
    for part in parts:
        if part.name == "VTIMEZONE":
            own.setdefault(part.text("TZID"), part)
        elif part.name == "VCALENDAR":
            usual = usual or part.text("X-WR-TIMEZONE")
    return cache(lambda name: _zone(name or usual, own=own) if name or usual else None)


def named_zone(name: str) -> tzinfo | None:
    """The zone this computer knows under the name, in any case of letters; None if none."""
    known = _names().get(name.strip().lstrip("/").casefold())
    return ZoneInfo(known) if known else None


def is_guess(name: str, zone: tzinfo | None) -> bool:
    """Whether only its hours from UTC are known, though the name says more: in summer they may be others."""
    only_hours = isinstance(zone, timezone) and zone is not UTC
    return only_hours and not _HOURS.fullmatch(name.strip().casefold())


def _zone(name: str, *, own: dict[str, Component]) -> tzinfo | None:
    name = " ".join(name.split())
    low = name.casefold()
    if low in UTC_NAMES or "coordinated universal time" in low:
        return UTC
    parts = low.split("/")
    for first in range(min(len(parts), 5)):
        found = named_zone("/".join(parts[first:]))
        if found is not None:
            return found
    described = own.get(name)
    if described is not None:
        zone = named_zone(described.text("X-LIC-LOCATION")) or _described(described)
        if zone is not None:
            return zone
    american = _AMERICAN.fullmatch(low)
    if american:  # as Windows shows it, not as it calls it
        return named_zone(f"{american[1]} standard time")
    return _place_in(low) or _hours_from_utc(low)


@cache
def _names() -> dict[str, str]:
    """Every zone's name by itself in small letters, and by what Windows calls it."""
    names = {windows.casefold(): zone for windows, zone in WINDOWS_TO_OLSON.items()}
    return names | {zone.casefold(): zone for zone in available_timezones()}


@cache
def _places() -> dict[str, str]:
    return {
        zone.rpartition("/")[2].replace("_", " ").casefold(): zone
        for zone in sorted(available_timezones())
        if "/" in zone and not zone.startswith(("Etc/", "US/", "SystemV/", "posix/", "right/"))
    }


def _place_in(name: str) -> tzinfo | None:
    """`(UTC+01:00) Amsterdam, Berlin, Bern`: the first place of which the zone is known."""
    for place in re.split(r"[,;()/]", name):
        zone = _places().get(place.strip())
        if zone:
            return ZoneInfo(zone)
    return None


def _hours_from_utc(name: str) -> tzinfo | None:
    found = _HOURS.search(name)
    if not found:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if offset > timedelta(hours=14):
        return None
    return timezone(-offset if found[1] == "-" else offset)


def _described(part: Component) -> tzinfo | None:
    """The zone as the file describes it, from lines that can do no harm; None if they make none."""
    text = ["BEGIN:VTIMEZONE", "TZID:described"]
    for half in part.inside[-MOST_CHANGES:]:
        lines = [
            re.sub(r"\s", "", line).upper()
            for line in half.lines
            if line.upper().startswith(_WANTED)
        ]
        lines = [line for line in lines if _is_harmless(line)][:MOST_CHANGES]
        if (
            half.name in {"STANDARD", "DAYLIGHT"}
            and sum(map(bool, map(_OFFSET.fullmatch, lines))) == 2
        ):
            text += [f"BEGIN:{half.name}", *lines, f"END:{half.name}"]
    try:
        made = Timezone.from_ical("\r\n".join([*text, "END:VTIMEZONE", ""]))
        zone = made.to_tz(lookup_tzid=False) if isinstance(made, Timezone) else None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ZoneInfoNotFoundError):
        return None  # somebody else's code on somebody else's data
    return zone


def _is_harmless(line: str) -> bool:
    """Whether the line is short and, if it is a rule, changes the clock at most a few times a year."""
    if line.startswith("RRULE"):
        return bool(_YEARLY.fullmatch(line)) and len(line) < 100
    if line.startswith("RDATE"):
        return "VALUE=" not in line and len(line) < 2000
    return len(line) < 100
