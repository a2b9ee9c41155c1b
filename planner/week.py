"""Entries of a week: a household goes in, a household comes out, nothing else happens.

An entry is found by its day and id: functions take the entry as last seen and work on what the
household holds now under that id. Occurrences of rituals are entries like the others: one that is
changed is stored, one that is removed is left out by its ritual from then on. What rituals need is
imported when there are any, so that the first week is painted sooner.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from planner.dates import WEEK_DAYS, monday_of, mondays_between
from planner.errors import UnknownEntryError
from planner.model import JUST_KEPT, Entry, EntryId, Household, Week

NO_WEEK = Week(monday=date.min)


def entries_between(household: Household, first: date, days: int = WEEK_DAYS) -> tuple[Entry, ...]:
    """The entries of `days` days from `first`, with what rituals bring, by day, start and id."""
    end = first + timedelta(days=days)
    stored = tuple(
        entry
        for monday in mondays_between(first, end)
        for entry in household.weeks.get(monday, NO_WEEK).entries
        if first <= entry.day < end
    )
    if not household.rituals:
        return stored
    from planner.rituals import occurrences  # noqa: PLC0415

    return _in_order((*stored, *occurrences(household, first, end)))


def current(household: Household, entry: Entry) -> Entry:
    """What the household holds now under this entry's id; UnknownEntryError if nothing."""
    for held in household.weeks.get(monday_of(entry.day), NO_WEEK).entries:
        if held.id == entry.id:
            return held
    if entry.ritual is not None and entry.original is not None:
        from planner.rituals import occurrence  # noqa: PLC0415

        due = occurrence(household, entry.ritual, entry.original)
        if due is not None and due.id == entry.id:
            return due
    raise UnknownEntryError(entry.id)


def find(household: Household, entry_id: EntryId) -> Entry | None:
    """The entry with this id in any week, or None. Looks through all weeks, the latest first."""
    for monday in sorted(household.weeks, reverse=True):
        for entry in household.weeks[monday].entries:
            if entry.id == entry_id:
                return entry
    if not household.rituals:
        return None
    from planner.rituals import occurrence_with  # noqa: PLC0415

    return occurrence_with(household, entry_id)


def add(household: Household, *entries: Entry) -> Household:
    """The household with these entries as well; one with a known id in that week takes its place."""
    weeks = dict(household.weeks)
    for entry in entries:
        monday = monday_of(entry.day)
        others = tuple(e for e in weeks.get(monday, NO_WEEK).entries if e.id != entry.id)
        weeks[monday] = Week(monday=monday, entries=_in_order((*others, entry)))
    household = replace(household, weeks=weeks)
    if any(entry.ritual for entry in entries):
        from planner.rituals import unskipping  # noqa: PLC0415

        household = unskipping(household, entries)
    return household


def remove(household: Household, *entries: Entry) -> Household:
    """The household without these entries; UnknownEntryError if one is not there."""
    household = taken_out(household, entries)
    if any(entry.ritual for entry in entries):
        from planner.rituals import skipping  # noqa: PLC0415

        household = skipping(household, entries)
    return household


def change(household: Household, entry: Entry, **changes: Any) -> Household:
    """The household with this entry changed; a new `day` moves it to its week."""
    return put(household, entry, replace(current(household, entry), **changes))


def put(household: Household, entry: Entry, changed: Entry) -> Household:
    """The household with another version of this entry in its place, under the same id."""
    held = current(household, entry)
    if changed == held:
        return household
    return add(taken_out(household, (held,)), replace(changed, id=entry.id))


def plain_copy(entry: Entry) -> Entry:
    """The same plan on its own: part of no ritual or repair, and nothing has become of it yet."""
    kept = replace(entry, outcome="planned", reflection=None, reach=None, thread=None)
    moment = None if kept.moment == JUST_KEPT else kept.moment
    return replace(kept, ritual=None, original=None, moment=moment)


def taken_out(household: Household, entries: Iterable[Entry]) -> Household:
    """The household in which these are not stored; UnknownEntryError if one is not there at all."""
    weeks = dict(household.weeks)
    for entry in entries:
        monday = monday_of(entry.day)
        held = weeks.get(monday, NO_WEEK).entries
        rest = tuple(e for e in held if e.id != entry.id)
        if len(rest) == len(held):
            current(household, entry)
        elif rest:
            weeks[monday] = Week(monday=monday, entries=rest)
        else:
            del weeks[monday]
    return replace(household, weeks=weeks)


def _in_order(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: (e.day, e.start, e.id)))
