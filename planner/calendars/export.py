"""The family's entries as a calendar file that phones and other calendars read (RFC 5545).

Only what is listed here gets into a file: when, what, who, and what was asked for besides. Why an
entry was suggested, what became of it beyond a tick, and every word of a reflection never do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2s
from zoneinfo import ZoneInfo

from planner.calendars.clocks import described
from planner.calendars.writing import file_of, instant, text, wall
from planner.dates import ONE_DAY
from planner.model import HAPPENED, Entry, Household
from planner.week import entries_between

PRODUCT = "-//Kinweek//Kinweek//EN"
DONE = "✓ "
"""Before the title of what happened, as phones show no other sign of it."""
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""Later exports count more minutes from here: the newer version of an event is the one with more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What goes into a file besides titles, times and people: notes, and a tick at what happened.

    Its days go from `first` to before `end`; None means as far as there is anything.
    """

    first: date | None = None
    end: date | None = None
    notes: bool = False
    ticks: bool = False


def calendar_file(
    household: Household, wish: Wish, *, zone: ZoneInfo | None, stamp: datetime, name: str
) -> bytes:
    """The file. Without a zone its times are those of whatever clock is read.

    `stamp` is the moment of the export, with its own zone; `name` what the calendar is called.
    """
    entries = wished(household, wish)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{text(name)}"]
    if zone is not None and entries:
        last = max(e.day for e in entries) + 2 * ONE_DAY
        lines += described(zone, min(e.day for e in entries), last)
    for entry in entries:
        lines += _event(household, entry, wish, zone, stamp)
    return file_of([*lines, "END:VCALENDAR"])


def wished(household: Household, wish: Wish) -> tuple[Entry, ...]:
    """The entries that go into the file; what was let go of for its week does not."""
    days = sorted(e.day for week in household.weeks.values() for e in week.entries)
    if not days:
        return ()
    first, end = wish.first or days[0], wish.end or days[-1] + ONE_DAY
    found = entries_between(household, first, max(0, (end - first).days))
    return tuple(e for e in found if e.outcome != "not-this-week")


def _event(
    household: Household, entry: Entry, wish: Wish, zone: ZoneInfo | None, stamp: datetime
) -> Iterator[str]:
    start = datetime.combine(entry.day, time()) + timedelta(minutes=entry.start)
    in_zone = f";TZID={zone.key}" if zone else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(household, entry.id)}"
    yield f"DTSTAMP:{instant(stamp)}"
    yield f"SEQUENCE:{(stamp - EPOCH) // timedelta(minutes=1)}"
    yield f"DTSTART{in_zone}:{wall(start)}"
    yield f"DTEND{in_zone}:{wall(start + timedelta(minutes=entry.minutes))}"
    yield f"SUMMARY:{text(_title(household, entry, ticked=wish.ticks))}"
    if wish.notes and entry.note:
        yield f"DESCRIPTION:{text(entry.note)}"
    yield "END:VEVENT"


def uid(household: Household, entry_id: str) -> str:
    """The name of an entry in every file of this family, the same each time."""
    family = household.people[0].id if household.people else ""
    return f"{entry_id}-{blake2s(family.encode(), digest_size=6).hexdigest()}@kinweek"


def _title(household: Household, entry: Entry, *, ticked: bool) -> str:
    """`✓ Worry walk (Leo, Mum)`."""
    names = _names(household, entry.people)
    mark = DONE if ticked and entry.outcome in HAPPENED else ""
    return f"{mark}{entry.title}{f' ({names})' if names else ''}"


def _names(household: Household, people: Iterable[str]) -> str:
    wanted = frozenset(people)
    return ", ".join(p.called or p.name for p in household.people if p.id in wanted)
