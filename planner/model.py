"""Every noun of a family's week, as values that are replaced and never changed.

Conventions, said once: a day is a `date`; a time of day is minutes after midnight in local wall-clock
time; ranges are half open, `start <= t < end`; weekdays count from Monday = 0; a week is named by its
Monday whatever day the screen starts with.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, NewType

from planner.dates import WEEK_DAYS

if TYPE_CHECKING:  # read when there are some: each noun would cost the start a millisecond
    from activities.model import Activity
    from planner.calendars.model import Calendar
    from planner.dictionary import Sign
    from planner.month_pages import MonthPage
    from planner.reaches import Reach, ReachMonth
    from planner.removed import Removed
    from planner.templates import WeekTemplate
    from planner.threads import Thread

PersonId = NewType("PersonId", str)
EntryId = NewType("EntryId", str)
BusyId = NewType("BusyId", str)
RitualId = NewType("RitualId", str)
ReachId = NewType("ReachId", str)
ThreadId = NewType("ThreadId", str)
SignId = NewType("SignId", str)
MonthPageId = NewType("MonthPageId", str)
TemplateId = NewType("TemplateId", str)
RemovedId = NewType("RemovedId", str)

Role = Literal["child", "grown-up"]
Pronoun = Literal["", "he", "she", "they"]
Readers = Literal["me", "grown-ups"]
"""Who may read private words: whoever wrote them alone, or all grown-ups of the family."""
Outcome = Literal["planned", "done", "else", "hard", "not-this-week"]
Weeks = Literal["all", "even", "odd"]
"""Every week, or every other one: weeks are counted from the Monday 0001-01-01, which is even.

Counted so, and not by the number in the calendar, they also alternate across a new year.
"""

OUTCOMES: tuple[Outcome, ...] = ("planned", "done", "else", "hard", "not-this-week")
HAPPENED: frozenset[Outcome] = frozenset(("done", "hard"))
"""Outcomes after which the people did spend this time on the activity."""

JUST_KEPT = "kept"
"""The moment of an entry that was never planned: it is remembered, and nothing else."""

DAY_MINUTES = 24 * 60
MOST_DAYS = 99
"""The longest an entry of whole days can be: more than the longest holidays."""
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
SCHOOL_DAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)


def weeks_of(day: date) -> Weeks:
    """Which of the alternating weeks this day is in: `even` or `odd`."""
    return "odd" if (day.toordinal() - 1) // WEEK_DAYS % 2 else "even"


def may_read(by: PersonId | None, readers: Readers, me: PersonId | None) -> bool:
    """Whether private words are for `me`; they are where it is not known who wrote or who reads them."""
    return readers == "grown-ups" or by is None or me is None or by == me


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The same stretch of time on some weekdays, every week or every other one."""

    weekdays: tuple[int, ...]
    start: int
    end: int
    weeks: Weeks = "all"

    def falls_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays and self.weeks in {"all", weeks_of(day)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the family. `called` is what the children say ("Mum"); `colour` counts in the palette."""

    id: PersonId
    name: str
    role: Role
    birthday: date | None = None
    called: str = ""
    colour: int = 0
    pronoun: Pronoun = ""
    """How sentences speak of this person; the name is said where it is empty."""
    free: tuple[Span, ...] = ()
    own_time: tuple[Span, ...] = ()
    """Hours this person wants to themself: kept free by Fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """Time when somebody is not free, every week between `first` and `last` (both may be open)."""

    id: BusyId
    title: str
    people: tuple[PersonId, ...]
    span: Span
    first: date | None = None
    last: date | None = None


class Shift(NamedTuple):
    """A kind of working day. One that ends no later than it starts ends on the next morning."""

    name: str
    start: int
    end: int


class Turn(NamedTuple):
    """So many days in a row of one shift, by its place in the rota; None for days off."""

    shift: int | None
    days: int


class Rota(NamedTuple):
    """Work in shifts that comes round again: the turns one after another, from `first` on."""

    id: BusyId
    person: PersonId
    first: date
    shifts: tuple[Shift, ...]
    turns: tuple[Turn, ...]

    @property
    def length(self) -> int:
        """Days until it begins again."""
        return sum(turn.days for turn in self.turns)

    def shift_on(self, day: date) -> Shift | None:
        """The shift that begins on this day; None on a day off and before the rota begins."""
        if day < self.first or not self.length:
            return None
        left = (day - self.first).days % self.length
        for turn in self.turns:
            if left < turn.days:
                return None if turn.shift is None else self.shifts[turn.shift]
            left -= turn.days
        raise AssertionError(left)  # the turns are as long as the rota


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment the family has anyway: bedtime, a meal, a ride. `kind` is a setting of the library."""

    kind: str
    people: tuple[PersonId, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the family would like of a week: minutes for each pathway, and how much is enough."""

    goals: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({"reach": 60, "feel-with": 60, "stay-close": 60})
    )
    day_max: int = 3
    """At most so many suggestions in a day that are longer than a few minutes."""
    tiny_max: int = 2
    """At most so many of the tiny ones in a day."""
    week_max: int = 8
    quiet_days: tuple[int, ...] = ()
    blocked: frozenset[str] = frozenset()
    """Activities that are never suggested."""
    apart: frozenset[tuple[PersonId, PersonId]] = frozenset()
    """Pairs of a child and a grown-up for whom no time alone is looked for."""
    hard_until: date | None = None
    """The last day of a hard time: until then everything rests but a few tiny rituals."""
    loss: date | None = None
    """When somebody or something dear was lost: nothing new is suggested for a while after it."""
    forgotten: Mapping[str, date] = field(default_factory=dict)
    """Activities, and kinds as `kind:game`: how they felt up to that day no longer counts."""
    keep_reaches: int = 12
    """For so many months reaches are kept one by one; after that as a month's sentence. 0: for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """Private words kept with an entry. `closeness` is 1 (far apart) to 5 (very close), None if not said."""

    written: datetime
    closeness: int | None = None
    feelings: Mapping[PersonId, tuple[str, ...]] = field(default_factory=dict)
    helped: tuple[str, ...] = ()
    line: str = ""
    by: PersonId | None = None
    """Who wrote it; None where nobody said."""
    readers: Readers = "grown-ups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An activity, or a plain line, placed on a day and time with people: what a card shows.

    Title and pathway are copied from the activity when it is placed, so that a week stays readable
    whatever becomes of the library. `why` is the sentence Fill gave; `moment` the setting it was meant for.

    What takes whole days has their number in `days`; it occupies no hours: its start and minutes are 0.
    """

    id: EntryId
    day: date
    start: int
    minutes: int
    title: str
    people: tuple[PersonId, ...] = ()
    activity: str | None = None
    pathway: str | None = None
    moment: str | None = None
    note: str = ""
    why: str = ""
    outcome: Outcome = "planned"
    reflection: Reflection | None = None
    reach: ReachId | None = None
    """The missed reach this goes back to."""
    thread: ThreadId | None = None
    """The thread this mends: its amends, or what is planned for next time."""
    only_for: PersonId | None = None
    """Whom this is for alone: it stands on no sheet and in no child's view. None: everybody's."""
    days: int = 0
    """From `day` on for so many whole days; 0 for what has a time of day."""
    was_at: tuple[int, int] | None = None
    """Start and minutes it had before it took whole days, for the way back."""
    remind: int | None = None
    """Minutes before it begins that somebody is reminded; None: as the settings say."""
    ritual: RitualId | None = None
    """The ritual this is an occurrence of; its id is that of the ritual and the day it was due."""
    original: date | None = None
    """The day the ritual's rule gave it, which it keeps wherever it is moved."""

    @property
    def all_day(self) -> bool:
        return self.days > 0

    @property
    def comes_back(self) -> bool:
        """Whether it goes back to a reach or mends something: it stays off paper and out of every file."""
        return self.reach is not None or self.thread is not None

    @property
    def is_shared(self) -> bool:
        """Whether it may stand on paper: not one person's alone, and nothing that comes back or was just kept."""
        return self.only_for is None and not self.comes_back and self.moment != JUST_KEPT

    @property
    def end(self) -> int:
        """Minutes after midnight of `day`; more than a day's minutes if it runs past midnight."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ritual:
    """An entry that comes again by a rule. Its occurrences are made when they are asked for.

    Only what became of one, or was changed in it, is stored: as an entry with this ritual's id and
    the day it was due, which the rule then no longer gives.
    """

    id: RitualId
    first: Entry
    """The first occurrence, which the others are like: its day is on the rule."""
    rule: str
    """An RFC 5545 rule of wall-clock days, as `planner.rituals_rule` understands it."""
    skipped: tuple[date, ...] = ()
    """Days of the rule that were taken out, in order."""
    in_term: bool = False
    """Whether it rests outside the family's term times, if there are any."""
    split_from: RitualId | None = None
    """The ritual this one carries on, differently, since its first day."""


class Term(NamedTuple):
    """A time with school, from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The entries of the seven days from `monday`, by day, start and id."""

    monday: date
    entries: tuple[Entry, ...] = ()


class PrintedSheet(NamedTuple):
    """What a sheet of paper holds: `days` days from `first`, the entries as they stood when printed.

    `rows` have no private word. `only` is the child it was printed for; `printed` is None for a
    sheet that nobody noted, which is then taken to hold what is planned now.
    """

    code: str
    layout: str
    first: date
    days: int
    rows: tuple[Entry, ...] = ()
    only: PersonId | None = None
    printed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Household:
    """The whole state: who there is, when they are busy, what they wish and all their weeks."""

    people: tuple[Person, ...] = ()
    busy: tuple[Busy, ...] = ()
    rotas: tuple[Rota, ...] = ()
    moments: tuple[Moment, ...] = ()
    wishes: Wishes = Wishes()
    weeks: Mapping[date, Week] = field(default_factory=dict)
    own: "tuple[Activity, ...]" = ()
    """Activities the family wrote itself, by id; the archived ones have the status `retired`."""
    rituals: tuple[Ritual, ...] = ()
    """By id."""
    terms: tuple[Term, ...] = ()
    """Term times, by first day, no two of them touching."""
    reaches: "tuple[Reach, ...]" = ()
    """Reaches somebody noticed, by time and id."""
    reach_months: "tuple[ReachMonth, ...]" = ()
    """What is left of reaches that are no longer kept one by one."""
    threads: "tuple[Thread, ...]" = ()
    """Repairs and what became of them, by when they were opened and id."""
    signs: "tuple[Sign, ...]" = ()
    """The children's dictionaries: what a sign may mean, in the order they were written."""
    month_pages: "tuple[MonthPage, ...]" = ()
    """What of a month was written down with a child, by month, child and id."""
    printed: tuple[PrintedSheet, ...] = ()
    """The sheets printed last, so that ticks on paper find their entries whatever became of the plan."""
    templates: "tuple[WeekTemplate, ...]" = ()
    """Weeks the family has again and again, by name and id."""
    calendars: "tuple[Calendar, ...]" = ()
    """Calendars from files, by name and id: see `planner.calendars`."""
    removed: "tuple[Removed, ...]" = ()
    """Who was taken out of the family lately, with what went along, the latest last."""
    name: str = ""
    known_by: str = ""
    """What other calendars know this family by, once its first person is gone (`planner.calendars.names`)."""
    sample: bool = False
    """Whether these are the made-up people to look around with."""

    def person(self, person_id: PersonId) -> Person | None:
        return next((p for p in self.people if p.id == person_id), None)

    @property
    def children(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.role == "child")

    @property
    def grown_ups(self) -> tuple[Person, ...]:
        return tuple(p for p in self.people if p.role == "grown-up")
