"""What the weeks behind us say: what was liked, what is new or a ritual, who waits how long.

Ratings are learned in two steps, both weighted by recency: a kind's mean is drawn towards 3.4, and
an activity's mean is drawn towards its kind's, so that one evening decides little.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from planner.fill import weights
from planner.fill.instance import (
    COUPLE,
    FAMILY,
    ONE_TO_ONE,
    Candidate,
    Instance,
    PastEntry,
)

PLAIN, NEW, RITUAL = 0, 1, 2
# How much evidence the starting points stand for, in units of recency.
KIND_START, KIND_WEIGHT, OWN_WEIGHT = 340, 96, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What is known of an activity with a child (or, if shared, with the family).

    ``rating`` is in hundredths; ``kept`` is how often it was done in the last eight weeks;
    ``last_day`` is below 0, None if it was never done.
    """

    liking: int
    rating: int
    times_rated: int
    kept: int
    last_day: int | None
    novelty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The history, sorted out. Days since are counted from this Monday; what never was is absent.

    ``pairs`` is by (caregiver or child, other), both ways; ``couples`` by the sorted ids.
    """

    done: Mapping[str, tuple[PastEntry, ...]]
    skips: Mapping[str, int]
    kinds: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    couples: Mapping[tuple[str, ...], int]
    family: int | None
    skills: Mapping[str, int]


def recency(day: int) -> int:
    """Weigh an evening of long ago less than last week's."""
    return max(2, 16 - (-day) // 7)


def remember(instance: Instance) -> Past:
    """Sort out the history in one pass."""
    known = {activity.id: activity for activity in instance.activities}
    done = defaultdict(list)
    skips: Counter[str] = Counter()
    pairs: dict[tuple[str, str], int] = {}
    couples: dict[tuple[str, ...], int] = {}
    family: int | None = None
    for entry in instance.history:
        if entry.done:
            done[entry.activity].append(entry)
            ago = -entry.day
            if entry.form == ONE_TO_ONE:
                for pair in ((a, b) for a in entry.who for b in entry.who if a != b):
                    pairs[pair] = min(ago, pairs.get(pair, ago))
            elif entry.form == COUPLE:
                couple = tuple(sorted(entry.who))
                couples[couple] = min(ago, couples.get(couple, ago))
            elif entry.form == FAMILY:
                family = ago if family is None else min(ago, family)
        elif -entry.day <= weights.SKIP_DAYS:
            skips[entry.activity] += 1
    return Past(
        done={name: tuple(entries) for name, entries in done.items()},
        skips=skips,
        kinds=_kind_ratings(known, done),
        pairs=pairs,
        couples=couples,
        family=family,
        skills=_skill_days(known, done),
    )


def learn(past: Past, activity: Candidate, child: str | None) -> Learned:
    """Learn about an activity with one child; with the whole family if child is None."""
    entries = [e for e in past.done.get(activity.id, ()) if child is None or child in e.who]
    prior = past.kinds.get(activity.kind, KIND_START)
    rating, rated = _mean(entries, prior, OWN_WEIGHT)
    kept = sum(1 for e in entries if -e.day <= weights.RITUAL_DAYS)
    is_ritual = kept >= weights.RITUAL_TIMES and rating >= weights.RITUAL_RATING
    skips = min(past.skips.get(activity.id, 0), weights.SKIP_MOST)
    return Learned(
        liking=weights.LIKING_PER_HUNDREDTH * (rating - weights.NEUTRAL_RATING)
        + weights.SKIP * skips,
        rating=rating,
        times_rated=rated,
        kept=kept,
        last_day=max((e.day for e in entries), default=None),
        novelty=RITUAL if is_ritual else PLAIN if entries else NEW,
    )


def _mean(entries: list[PastEntry], start: int, weight: int) -> tuple[int, int]:
    """Recency-weighted mean rating in hundredths, drawn towards start, and how many were rated."""
    total, parts, rated = weight * start, weight, 0
    for entry in entries:
        if entry.rating is not None:
            share = recency(entry.day)
            total += share * entry.rating * 100
            parts += share
            rated += 1
    return total // parts, rated


def _kind_ratings(
    known: Mapping[str, Candidate], done: Mapping[str, list[PastEntry]]
) -> dict[str, int]:
    by_kind = defaultdict(list)
    for name, entries in done.items():
        if name in known:
            by_kind[known[name].kind].extend(entries)
    return {kind: _mean(entries, KIND_START, KIND_WEIGHT)[0] for kind, entries in by_kind.items()}


def _skill_days(
    known: Mapping[str, Candidate], done: Mapping[str, list[PastEntry]]
) -> dict[str, int]:
    since: dict[str, int] = {}
    for name, entries in done.items():
        if name in known:
            ago = min(-entry.day for entry in entries)
            for skill in known[name].skills:
                since[skill] = min(ago, since.get(skill, ago))
    return since
