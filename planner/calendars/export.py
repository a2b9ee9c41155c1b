"""The family's entries and rituals as a calendar file that phones and other calendars read (RFC 5545).

Only what is listed here gets into a file: when, what, who, and what was asked for besides. Why an
entry was suggested, what became of it beyond a tick, and every word of a reflection never do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.calendars.clocks import described
from planner.calendars.names import uid
from planner.calendars.series import Series, series_of, single_entries
from planner.calendars.wishes import Wish
from planner.calendars.writing import day, file_of, instant, text, wall
from planner.model import HAPPENED, Entry, Household
from planner.rituals import occurrence_of, original_start
from planner.rituals_rule import rule_text

PRODUCT = "-//Kinweek//Kinweek//EN"
DONE = "✓ "
"""Before the title of what happened, as phones show no other sign of it."""
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""Later exports count more minutes from here: the newer version of an event is the one with more."""
AHEAD = timedelta(days=5 * 366)
"""So far the clocks are described for what repeats for ever; after it their rules go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into a file: entries one by one, and rituals with what became of them."""

    entries: tuple[Entry, ...]
    series: tuple[Series, ...]

    @property
    def count(self) -> int:
        return len(self.entries) + len(self.series)


class Setting(NamedTuple):
    """What all events of a file are written with."""

    household: Household
    wish: Wish
    zone: ZoneInfo | None
    stamp: datetime


def contents(household: Household, wish: Wish) -> Contents:
    """What of the household goes into the file."""
    found = (series_of(household, ritual, wish) for ritual in household.rituals)
    series = tuple(each for each in found if each is not None)
    return Contents(entries=single_entries(household, wish, series), series=series)


def calendar_file(
    household: Household, wish: Wish, *, zone: ZoneInfo | None, stamp: datetime, name: str
) -> bytes:
    """The file. Without a zone its times are those of whatever clock is read.

    `stamp` is the moment of the export, with its own zone; `name` what the calendar is called.
    """
    held, setting = contents(household, wish), Setting(household, wish, zone, stamp)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{text(name)}"]
    if zone is not None and held.count:
        lines += described(zone, *_reach(held))
    for entry in held.entries:
        lines += _event(setting, entry, uid(household, entry.id))
    for series in held.series:
        lines += _series(setting, series)
    return file_of([*lines, "END:VCALENDAR"])


def _reach(held: Contents) -> tuple[date, date]:
    """The first and the last day on which there is anything."""
    entries = [*held.entries, *(e for series in held.series for e in series.stored)]
    days = [e.day for e in entries]
    days += (s.start for s in held.series)
    ends = [d + timedelta(days=2) for d in days]
    ends += (s.start + AHEAD if s.last is None else s.last for s in held.series)
    return min(days), max(ends)


def _event(setting: Setting, entry: Entry, name: str, *more: str) -> Iterator[str]:
    """An event with this name; `more` are lines about its series."""
    yield "BEGIN:VEVENT"
    yield f"UID:{name}"
    yield f"DTSTAMP:{instant(setting.stamp)}"
    yield f"SEQUENCE:{(setting.stamp - EPOCH) // timedelta(minutes=1)}"
    yield from _times(setting, entry)
    yield from more
    yield from _words(setting, entry)
    yield "END:VEVENT"


def _times(setting: Setting, entry: Entry) -> Iterator[str]:
    if entry.all_day:
        yield f"DTSTART;VALUE=DATE:{day(entry.day)}"
        yield f"DTEND;VALUE=DATE:{day(entry.day + timedelta(days=entry.days))}"
        yield "TRANSP:TRANSPARENT"
    else:
        start = datetime.combine(entry.day, time()) + timedelta(minutes=entry.start)
        yield f"DTSTART{_at(setting, start)}"
        yield f"DTEND{_at(setting, start + timedelta(minutes=entry.minutes))}"


def _at(setting: Setting, moment: datetime) -> str:
    """`;TZID=Europe/Berlin:20260304T173000`."""
    in_zone = f";TZID={setting.zone.key}" if setting.zone else ""
    return f"{in_zone}:{wall(moment)}"


def _words(setting: Setting, entry: Entry) -> Iterator[str]:
    """The title like `✓ Worry walk (Leo, Mum)`, and the note if it was asked for."""
    names = _names(setting.household, entry.people)
    mark = DONE if setting.wish.ticks and entry.outcome in HAPPENED else ""
    yield f"SUMMARY:{text(f'{mark}{entry.title}' + (f' ({names})' if names else ''))}"
    if setting.wish.notes and entry.note:
        yield f"DESCRIPTION:{text(entry.note)}"


def _names(household: Household, people: Iterable[str]) -> str:
    wanted = frozenset(people)
    return ", ".join(p.called or p.name for p in household.people if p.id in wanted)


def _series(setting: Setting, series: Series) -> Iterator[str]:
    """The event that repeats, and one for each time that differs from it."""
    ritual, name = series.ritual, uid(setting.household, series.ritual.id)
    first = occurrence_of(ritual, series.start)
    gaps = (f"EXDATE{_original(setting, series, gap)}" for gap in series.without)
    yield from _event(
        setting, first, name, f"RRULE:{rule_text(series.rule)}{_until(setting, series)}", *gaps
    )
    for entry in series.stored:
        assert entry.original is not None
        usual = occurrence_of(ritual, entry.original)
        if [*_event(setting, entry, name)] != [*_event(setting, usual, name)]:
            original = f"RECURRENCE-ID{_original(setting, series, entry.original)}"
            yield from _event(setting, entry, name, original)


def _original(setting: Setting, series: Series, due: date) -> str:
    """The start that the rule gives on this day."""
    if series.ritual.first.all_day:
        return f";VALUE=DATE:{day(due)}"
    return _at(setting, original_start(series.ritual, due))


def _until(setting: Setting, series: Series) -> str:
    """`;UNTIL=20260630T153000Z`: the last start, in the form that goes with that of the first."""
    if series.last is None:
        return ""
    if series.ritual.first.all_day:
        return f";UNTIL={day(series.last)}"
    last = original_start(series.ritual, series.last)
    if setting.zone is None:
        return f";UNTIL={wall(last)}"
    return f";UNTIL={instant(last.replace(tzinfo=setting.zone))}"
