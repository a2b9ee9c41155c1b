"""What a backup holds and what would be different if the family went back to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planner.migrations import up_to_date
from planner.model import Entry, Household
from planner.storage import Document, read_backup
from planner.store import household_from

Read = Callable[[Path], Mapping[str, Mapping[str, Document]]]


class Contents(NamedTuple):
    """How much a household holds."""

    people: int
    entries: int
    reflections: int
    activities: int


class Difference(NamedTuple):
    """What going back would change, counted: entries and reflections that come, go or become others.

    `family` says whether people, busy times, moments or wishes differ; `activities` the family's own.
    """

    entries_come: int
    entries_go: int
    entries_other: int
    reflections_come: int
    reflections_go: int
    reflections_other: int
    family: bool
    activities: bool


NOTHING = Difference(0, 0, 0, 0, 0, 0, family=False, activities=False)


class Preview(NamedTuple):
    """A backup before it is taken: `unread` counts what in it cannot be understood."""

    household: Household
    contents: Contents
    difference: Difference
    unread: int


def contents(household: Household) -> Contents:
    entries = _entries(household).values()
    words = sum(e.reflection is not None for e in entries)
    return Contents(len(household.people), len(entries), words, len(household.own))


def preview(path: Path, now: Household, read: Read = read_backup) -> Preview:
    """What is in this backup, beside the household of now.

    `read` is `Database.read_backup` for a backup of a folder that has a passphrase.
    Raises UnreadableError, and NewerFormatError where a newer Kinweek wrote it.
    """
    household, problems = household_from(up_to_date(read(path)))
    return Preview(household, contents(household), difference(now, household), len(problems))


def difference(now: Household, then: Household) -> Difference:
    """What is different once `then` has taken the place of `now`."""
    old, new = _entries(now), _entries(then)
    both = old.keys() & new.keys()
    words = [(old[i].reflection, new[i].reflection) for i in both]
    words += [(old[i].reflection, None) for i in old.keys() - both]
    words += [(None, new[i].reflection) for i in new.keys() - both]
    return Difference(
        entries_come=len(new.keys() - both),
        entries_go=len(old.keys() - both),
        entries_other=sum(_plain(old[i]) != _plain(new[i]) for i in both),
        reflections_come=sum(was is None and will is not None for was, will in words),
        reflections_go=sum(was is not None and will is None for was, will in words),
        reflections_other=sum(
            was is not None and will is not None and was != will for was, will in words
        ),
        family=_family(now) != _family(then),
        activities=now.own != then.own,
    )


def _entries(household: Household) -> dict[str, Entry]:
    return {e.id: e for week in household.weeks.values() for e in week.entries}


def _plain(entry: Entry) -> Entry:
    return replace(entry, reflection=None)


def _family(household: Household) -> Household:
    return replace(household, weeks={}, own=())
