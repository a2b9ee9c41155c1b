"""What Fill is told about a family's week, and the week it answers with.

All times are whole minutes of the week (0 is Monday 00:00, 10080 its end) and every stretch of
time is half-open: ``(start, end)``. Days are 0 (Monday) to 6; days of the past are below 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

DAYS = range(7)
DAY_MINUTES = 1440
WEEK_MINUTES = 7 * DAY_MINUTES
QUARTER = 15

ONE_TO_ONE, FAMILY, COUPLE = "one_to_one", "family", "couple"
FORMS = (ONE_TO_ONE, FAMILY, COUPLE)
HOME, OUTDOOR, MEAL, CAR, BEDTIME = "home", "outdoor", "meal", "car", "bedtime"
SETTINGS = (HOME, OUTDOOR, MEAL, CAR, BEDTIME)
MINUTES, COUNT = "minutes", "count"

# Lengths a parent can remember and a calendar can show.
ROUND_LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180)
BABY_MONTHS = 12
# The months of life, both included, that an activity for every age is for.
EVERY_AGE = (24, 215)
NO_LIMIT = 10**6


Windows = tuple[tuple[int, int], ...]


class InstanceError(ValueError):
    """The description of a week cannot be used; says where it is wrong and what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A child (with an age in months; None if nobody said) or a caregiver."""

    id: str
    name: str
    is_child: bool
    months: int | None = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An activity; ages in months, cool-down in days, effort 1 to 5.

    One that is not ``on_offer`` is only known from the past.
    """

    id: str
    title: str
    kind: str
    pathway: str
    skills: tuple[str, ...]
    ages: tuple[int, int]
    minutes: tuple[int, int]
    form: str
    settings: tuple[str, ...]
    effort: int
    cooldown: int
    baby_ok: bool = False
    on_offer: bool = True

    @property
    def lengths(self) -> tuple[int, ...]:
        """The round lengths within the range; its shortest length if there is none."""
        low, high = self.minutes
        return tuple(m for m in ROUND_LENGTHS if low <= m <= high) or (low,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A shared meal, or a ride in the car or bus, with exactly these people."""

    start: int
    end: int
    who: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """What the family wishes for a week, and how much of it is enough.

    ``unit`` says whether pathway targets are minutes or a count; ``gap`` is the least number of
    minutes between two entries of one person. Entries of at most ``tiny`` minutes and longer ones
    have a maximum of their own a day. ``apart`` are pairs (child, caregiver) without time alone.
    """

    unit: str
    pathways: Mapping[str, int]
    gap: int
    day_max_count: int
    day_max_minutes: int
    week_max: int
    quiet_days: frozenset[int]
    new_per_week: int
    couples: tuple[tuple[str, ...], ...]
    focus: frozenset[str]
    tiny: int = 0
    day_max_tiny: int = NO_LIMIT
    day_max_long: int = NO_LIMIT
    apart: frozenset[tuple[str, str]] = frozenset()

    def day_max_of(self, minutes: int) -> int:
        """How many entries of about that length a day may have."""
        return self.day_max_tiny if minutes <= self.tiny else self.day_max_long


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEntry:
    """Something done or skipped on a day before this week; ``rating`` 1 to 5 if it was rated."""

    activity: str
    form: str
    who: tuple[str, ...]
    day: int
    minutes: int
    done: bool
    rating: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An activity in the week; ``fixed`` is the id of an entry that was given and must stay.

    ``who`` is sorted. A given entry may have no setting; what it counts as may be said by itself,
    as a ``pathway`` and a ``form`` (empty if it is none), and is the activity's otherwise.
    """

    activity: str
    who: tuple[str, ...]
    start: int
    minutes: int
    setting: str | None
    fixed: str | None = None
    pathway: str | None = None
    form: str | None = None

    @property
    def day(self) -> int:
        return self.start // DAY_MINUTES

    @property
    def end(self) -> int:
        return self.start + self.minutes


class Place(NamedTuple):
    """A setting at certain hours only: the setting it is like, and when."""

    like: str
    hours: Windows


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One family, one week: everything Fill needs to know.

    ``places`` are settings beside the usual five, by name.
    """

    id: str
    people: tuple[Person, ...]
    free: Mapping[str, Windows]
    meals: tuple[Gathering, ...]
    rides: tuple[Gathering, ...]
    bed: Mapping[str, Windows]
    care: Mapping[str, Windows]
    home: Mapping[str, Windows]
    light: Windows
    energy: Mapping[str, tuple[tuple[int, int, int], ...]]
    prefer: tuple[tuple[int, int, int], ...]
    activities: tuple[Candidate, ...]
    blocked: frozenset[str]
    goals: Goals
    history: tuple[PastEntry, ...] = ()
    fixed: tuple[Placed, ...] = ()
    previous: tuple[Placed, ...] = ()
    now: int = 0
    places: Mapping[str, Place] = field(default_factory=dict)

    def like(self, setting: str) -> str:
        """Which of the usual settings this one is like."""
        return self.places[setting].like if setting in self.places else setting

    @property
    def children(self) -> tuple[Person, ...]:
        return tuple(person for person in self.people if person.is_child)

    @property
    def caregivers(self) -> tuple[Person, ...]:
        return tuple(person for person in self.people if not person.is_child)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A filled week: the given entries first, then the suggestions by time."""

    instance: str
    entries: tuple[Placed, ...] = field(default=())

    @property
    def suggestions(self) -> tuple[Placed, ...]:
        return tuple(entry for entry in self.entries if entry.fixed is None)
