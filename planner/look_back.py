"""Looking back over weeks in counts a parent can check: time together, who with whom, words for feelings.

A time together is an entry that happened, up to today, with two people or more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.balance import is_one_to_one
from planner.dates import WEEK_DAYS, monday_of, mondays_between
from planner.model import HAPPENED, JUST_KEPT, Entry, Household, PersonId
from planner.remembered import readable_words

VERY_CLOSE = 5
WARM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMinutes:
    """Minutes of one week for each pathway."""

    monday: date
    minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingCounts:
    """The words kept for one child with how often, most frequent first, and in how many entries."""

    child: PersonId
    words: tuple[tuple[str, int], ...]
    entries: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.words)


def first_day(household: Household, today: date, weeks: int | None) -> date:
    """The Monday on which the last `weeks` weeks, this one included, begin; None means from the start."""
    this_monday = monday_of(today)
    if weeks is not None:
        return this_monday - timedelta(days=WEEK_DAYS * (weeks - 1))
    past = (m for m, week in household.weeks.items() if any(map(_was_together, week.entries)))
    return min(past, default=this_monday)


def times_together(
    household: Household, first: date, today: date, me: PersonId | None = None
) -> tuple[Entry, ...]:
    """The times together from `first` to `today`, both included, in order.

    A reflection that is not for `me` is left out of its entry.
    """
    return tuple(
        entry
        if entry.reflection is None or readable_words(entry, me) is not None
        else replace(entry, reflection=None)
        for monday in sorted(household.weeks)
        if first - timedelta(days=WEEK_DAYS) < monday <= today
        for entry in household.weeks[monday].entries
        if first <= entry.day <= today and _was_together(entry)
    )


def minutes_by_week(times: Iterable[Entry], first: date, today: date) -> tuple[WeekMinutes, ...]:
    """Minutes for the pathways in every week from `first` to `today`, the empty ones too."""
    weeks: dict[date, dict[str, int]] = {
        monday: {} for monday in mondays_between(first, today + timedelta(days=1))
    }
    for entry in times:
        if entry.pathway:
            minutes = weeks[monday_of(entry.day)]
            minutes[entry.pathway] = minutes.get(entry.pathway, 0) + entry.minutes
    return tuple(WeekMinutes(monday=monday, minutes=minutes) for monday, minutes in weeks.items())


def one_to_one(
    times: Iterable[Entry], household: Household
) -> Mapping[tuple[PersonId, PersonId], int]:
    """For every child with every grown-up: how often it was just the two. In the family's order."""
    counts = {(c.id, g.id): 0 for c in household.children for g in household.grown_ups}
    for entry in times:
        if is_one_to_one(entry, household):
            child = next(c.id for c in household.children if c.id in entry.people)
            grown_up = next(g.id for g in household.grown_ups if g.id in entry.people)
            counts[child, grown_up] += 1
    return counts


def feelings(times: Iterable[Entry], child: PersonId) -> FeelingCounts:
    """The words kept for this child. Equally frequent ones stand in the order of the alphabet."""
    kept = [e.reflection.feelings.get(child, ()) for e in times if e.reflection is not None]
    counts = Counter(word for words in kept for word in words)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return FeelingCounts(child=child, words=tuple(ordered), entries=sum(map(bool, kept)))


def what_helped(times: Iterable[Entry]) -> tuple[tuple[str, int], ...]:
    """What helped in warm and very close times, most often first; "nothing yet" is no answer here."""
    counts = Counter(name for entry in times for name in helped_in(entry))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def helped_in(entry: Entry) -> frozenset[str]:
    """What helped in this time, if it felt warm or very close."""
    said = entry.reflection
    warm = said is not None and (said.closeness or 0) >= WARM
    return frozenset(said.helped) - {"nothing"} if said is not None and warm else frozenset()


def close_moments(times: Iterable[Entry]) -> Mapping[str, tuple[int, int]]:
    """For each moment of the day: how many of its times felt very close, of those with a closeness."""
    counts: dict[str, tuple[int, int]] = {}
    for entry in times:
        said = entry.reflection.closeness if entry.reflection else None
        if said is not None and entry.moment and entry.moment != JUST_KEPT:
            close, total = counts.get(entry.moment, (0, 0))
            counts[entry.moment] = (close + (said == VERY_CLOSE), total + 1)
    return counts


def _was_together(entry: Entry) -> bool:
    return entry.outcome in HAPPENED and len(entry.people) > 1
