"""What is in the way of suggestions: somebody who takes part is busy then, or in two places at once."""

from collections.abc import Mapping
from datetime import date, timedelta

from planner.dates import WEEK_DAYS
from planner.free import conflicts
from planner.model import DAY_MINUTES, Entry, EntryId, Household, PersonId
from planner.week import entries_between


def clashes(
    household: Household, first: date, ghosts: tuple[Entry, ...]
) -> Mapping[EntryId, tuple[tuple[PersonId, ...], str]]:
    """For each suggestion of the week from `first` that is in the way: who is elsewhere, with what."""
    week = entries_between(household, first - timedelta(days=1), WEEK_DAYS + 1)
    found: dict[EntryId, tuple[tuple[PersonId, ...], str]] = {}
    for ghost in ghosts:
        busy = conflicts(household, ghost.people, ghost.day, (ghost.start, ghost.end))
        if busy:
            title = busy[0][1]
            found[ghost.id] = tuple(p for p, what in busy if what == title), title
        for other in (*week, *ghosts):
            both = tuple(p for p in ghost.people if p in other.people)
            if both and other.id != ghost.id and overlap(ghost, other):
                found[ghost.id] = both, other.title
    return found


def overlap(one: Entry, other: Entry) -> bool:
    """Whether both are at the same time, also past midnight. What is not this week takes no time."""
    apart = (other.day - one.day).days * DAY_MINUTES
    counts = other.outcome != "not-this-week"
    return counts and one.start < apart + other.end and apart + other.start < one.end
