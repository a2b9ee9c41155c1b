"""Everything about a week that stays the same while Fill tries one plan after another.

People, activities, pathways, kinds and skills are numbers here, so that the search can count in
lists. ``prepare.set_up`` lays the board out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from planner.fill import weights
from planner.fill.instance import COUPLE, DAYS, FAMILY, ONE_TO_ONE, Candidate, Instance
from planner.fill.past import Learned, Past, learn
from planner.fill.rules import Party, Timetable

# Audiences that are no child: the whole family, a couple, nobody we know.
EVERYBODY, TWO_OF_US, NOBODY = -1, -2, -3
UNKNOWN = -1  # the number of an activity the library no longer has


IMPOSSIBLE = -(10**9)  # worse than any week could be

# For each day, points with the set of starts that bring them, best first.
Levels = tuple[tuple[tuple[int, int], ...], ...]
# The best start of a day, other picks aside: its points, setting and step.
Spot = tuple[int, str, int]


class Spots(NamedTuple):
    """The best start of each day (None if there is none), and the most points of them all."""

    by_day: tuple[Spot | None, ...]
    most: int


class Trait(NamedTuple):
    """Points for being there at all, plain/new/ritual, and the days (bits) cool-down closes."""

    points: int
    novelty: int
    closed: int


class Deed(NamedTuple):
    """What the score counts of an entry: activity number, people, time, and who gets credit."""

    activity: int
    pathway: int
    form: str
    who: tuple[int, ...]
    minutes: int
    day: int
    counters: tuple[int, ...]
    children: tuple[int, ...]
    audience: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Circle:
    """A party in numbers.

    ``people`` has a bit for each person. ``suits`` are the family activities fit for all of its
    children, None if all are. ``watched`` are children outside it whom a caregiver outside it has
    to watch at some time.
    """

    number: int
    party: Party
    who: tuple[int, ...]
    people: int
    caregivers: tuple[int, ...]
    children: tuple[int, ...]
    audience: int
    counters: tuple[int, ...]
    suits: frozenset[int] | None
    watched: tuple[str, ...]
    # worked out by ``times`` when first asked for
    levels: dict[tuple[str, int], Levels] = field(default_factory=dict)
    spots: dict[tuple[tuple[str, ...], int, int], Spots | None] = field(default_factory=dict)


class Pick(NamedTuple):
    """A suggestion in numbers; ``step`` is the five-minute step of the day it starts at."""

    activity: int
    circle: Circle
    minutes: int
    day: int
    step: int
    setting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reluctance:
    """Points to take off for doing the same again: by activity, and by people and day."""

    activities: Mapping[str, int] = field(default_factory=dict)
    moments: Mapping[tuple[tuple[str, ...], int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """What one more of its kind adds, by how many there are already."""

    child: list[int]
    new: list[int]
    ritual: list[int]
    kind: list[int]
    repeat: list[int]
    day: list[int]
    person_day: list[int]


@dataclass(slots=True, kw_only=True, eq=False)
class Board:
    """The week in numbers. Every tuple is by the number of the person, activity, skill .. in it.

    ``together`` has a curve for each counter (each pair, each couple, the family as one);
    ``menu`` lists the activity numbers that may be offered to an audience. What is worked out on
    the way is kept in ``traits`` and the memos: looking again is quick and gives the same.
    """

    instance: Instance
    past: Past
    timetable: Timetable
    reluctance: Reluctance
    people: tuple[str, ...]
    caregivers: tuple[str, ...]
    is_caregiver: tuple[bool, ...]
    in_minutes: bool
    activities: tuple[Candidate, ...]
    activity_numbers: Mapping[str, int]
    settings: tuple[tuple[str, ...], ...]
    lengths: tuple[tuple[int, ...], ...]
    longest: int
    cooldowns: tuple[int, ...]
    pathways: tuple[str, ...]
    pathway_of: tuple[int, ...]
    targets: tuple[int, ...]
    kinds: tuple[str, ...]
    kind_of: tuple[int, ...]
    skills: tuple[str, ...]
    skills_of: tuple[tuple[int, ...], ...]
    skill_points: tuple[int, ...]
    counters: Mapping[tuple[str, ...], int]
    together: tuple[list[int], ...]
    fair_share: tuple[int, ...]
    curves: Curves
    # (part of the day, wished points, set of starts): the week's hours, cut by what they are worth
    hours: tuple[tuple[int, int, int], ...]
    menu: Mapping[int, tuple[int, ...]]
    given: tuple[Deed, ...] = ()
    circles: tuple[Circle, ...] = ()
    previous: tuple[Pick, ...] = ()
    # (activity, circle, day) -> start step and minutes it had in the last proposal
    kept: Mapping[tuple[int, int, int], tuple[int, int]] = field(default_factory=dict)
    traits: dict[tuple[int, int], Trait] = field(default_factory=dict)
    memo: dict[tuple[str, int], Trait] = field(default_factory=dict)
    hour_memo: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    day_memo: dict[tuple[int, ...], list[int]] = field(default_factory=dict)


def audience_of(board: Board, form: str, children: tuple[str, ...]) -> int:
    """Cool-down and learning happen per child for one-to-one, else for all together."""
    if form == ONE_TO_ONE:
        return board.people.index(min(children)) if children else NOBODY
    return {FAMILY: EVERYBODY, COUPLE: TWO_OF_US}.get(form, NOBODY)


def learned(board: Board, activity: int, audience: int) -> Learned:
    """Look up what the past says about an activity with an audience."""
    child = board.people[audience] if audience >= 0 else None
    return learn(board.past, board.activities[activity], child)


def trait(board: Board, activity: int, audience: int) -> Trait:
    """What an activity brings with it for an audience, worked out once."""
    found = board.traits.get((activity, audience))
    if found is None:
        found = board.traits[activity, audience] = _trait(board, activity, audience)
    return found


def _trait(board: Board, activity: int, audience: int) -> Trait:
    candidate = board.activities[activity]
    plain = candidate.id not in board.past.done and not board.reluctance.activities
    alike = (candidate.kind, board.past.skips.get(candidate.id, 0))
    found = board.memo.get(alike) if plain else None
    if found is None:
        known = learned(board, activity, audience)
        points = weights.ASK + known.liking - board.reluctance.activities.get(candidate.id, 0)
        closed = (
            0 if known.last_day is None else days_near(known.last_day, board.cooldowns[activity])
        )
        found = Trait(points, known.novelty, closed)
        if plain:
            board.memo[alike] = found
    closed = found.closed
    for deed in board.given:
        if deed.activity == activity and deed.audience == audience:
            closed |= days_near(deed.day, board.cooldowns[activity])
    return found if closed == found.closed else found._replace(closed=closed)


def days_near(day: int, cooldown: int) -> int:
    """The days (as bits) that are closer to a day than the cool-down."""
    return sum(1 << d for d in DAYS if abs(d - day) < cooldown)
