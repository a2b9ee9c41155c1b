"""Entries of a week: a household goes in, a household comes out, nothing else happens.

An entry is found by its day and id: functions take the entry as last seen and work on what the
household holds now under that id.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from planner.dates import WEEK_DAYS, monday_of, mondays_between
from planner.errors import UnknownEntryError
from planner.model import Entry, EntryId, Household, Week

NO_WEEK = Week(monday=date.min)


def entries_between(household: Household, first: date, days: int = WEEK_DAYS) -> tuple[Entry, ...]:
    """The entries of `days` days from `first`, by day, start and id."""
    end = first + timedelta(days=days)
    return tuple(
        entry
        for monday in mondays_between(first, end)
        for entry in household.weeks.get(monday, NO_WEEK).entries
        if first <= entry.day < end
    )


def current(household: Household, entry: Entry) -> Entry:
    """What the household holds now under this entry's id; UnknownEntryError if nothing."""
    for held in household.weeks.get(monday_of(entry.day), NO_WEEK).entries:
        if held.id == entry.id:
            return held
    raise UnknownEntryError(entry.id)


def find(household: Household, entry_id: EntryId) -> Entry | None:
    """The entry with this id in any week, or None. Looks through all weeks, the latest first."""
    for monday in sorted(household.weeks, reverse=True):
        for entry in household.weeks[monday].entries:
            if entry.id == entry_id:
                return entry
    return None


def add(household: Household, *entries: Entry) -> Household:
    """The household with these entries as well; one with a known id in that week takes its place."""
    weeks = dict(household.weeks)
    for entry in entries:
        monday = monday_of(entry.day)
        others = tuple(e for e in weeks.get(monday, NO_WEEK).entries if e.id != entry.id)
        weeks[monday] = Week(monday=monday, entries=_in_order((*others, entry)))
    return replace(household, weeks=weeks)


def remove(household: Household, *entries: Entry) -> Household:
    """The household without these entries; UnknownEntryError if one is not there."""
    weeks = dict(household.weeks)
    for entry in entries:
        monday = monday_of(entry.day)
        held = weeks.get(monday, NO_WEEK).entries
        rest = tuple(e for e in held if e.id != entry.id)
        if len(rest) == len(held):
            raise UnknownEntryError(entry.id)
        if rest:
            weeks[monday] = Week(monday=monday, entries=rest)
        else:
            del weeks[monday]
    return replace(household, weeks=weeks)


def change(household: Household, entry: Entry, **changes: Any) -> Household:
    """The household with this entry changed; a new `day` moves it to its week."""
    held = current(household, entry)
    changed = replace(held, **changes)
    if changed == held:
        return household
    return add(remove(household, held), changed)


def _in_order(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: (e.day, e.start, e.id)))
