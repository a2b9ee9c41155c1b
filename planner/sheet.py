"""What stands on the page for the fridge: the family's week without a single private word.

Whoever passes the fridge reads it, so a sheet carries only what may be read by anybody: when, what,
who, and whether it happened. Notes, the reason Fill gave, reflections with their feelings and every
outcome but "it happened" never get this far; an entry that is for one person alone, or that the family
has let go of for this week, is left out. How a sheet looks is decided elsewhere; any layout draws from
this one value.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from planner.dates import WEEK_DAYS, days_from
from planner.free import busy_on, joined
from planner.model import DAY_MINUTES, HAPPENED, Entry, Household, Person, PersonId
from planner.week import entries_between
from planner.whole_days import last_day, whole_days

MOST_QUIET = 3
"""A day of the sheet has at most so many lines of calendars."""
BEDTIME = 19 * 60
"""When the evening ends in a family that has not said when bedtime is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One entry on paper. `start` is minutes after midnight; `people` are names as the family says them.

    `everyone` says that the whole family takes part; `done` that it happened, easily or not. `minutes`
    is 0 where only the start is known. `all_day` is what takes the whole day: it stands on each of them.
    `quiet` is what a calendar has, a holiday or a trip of the school: there is nothing to tick in it.
    """

    start: int
    title: str
    people: tuple[str, ...] = ()
    everyone: bool = False
    pathway: str | None = None
    done: bool = False
    minutes: int = 0
    all_day: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPerson:
    """A name as it is said, its first letters (as many as tell it from the others), a place in the palette."""

    name: str
    initials: str
    colour: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDay:
    """One day, its lines by start, and when somebody is busy: minutes (start, end), without a word why."""

    day: date
    lines: tuple[SheetLine, ...] = ()
    busy: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSheet:
    """Days in a row (seven, or as many as asked for), who there is, and a sentence to try saying.

    `say` is "" where there is none; `bedtime` is minutes after midnight. `code` names the sheet on
    its way back from the fridge, "" where it has none; `whose` is the child it is for.
    """

    days: tuple[SheetDay, ...]
    children: tuple[str, ...] = ()
    say: str = ""
    family: tuple[SheetPerson, ...] = ()
    bedtime: int = BEDTIME
    code: str = ""
    whose: str = ""


def week_sheet(
    household: Household,
    first_day: date,
    *,
    say: str = "",
    days: int = WEEK_DAYS,
    only: PersonId | None = None,
) -> WeekSheet:
    """The days from `first_day`, whatever weekday that is, as they may hang on a fridge.

    Nothing private is in it: no note, no reason, no reflection, no outcome other than the tick of
    what happened, no word of what keeps somebody busy. Holidays and school trips of the family's
    calendars are, as far as their calendars do not call them private. Entries with the outcome "not-this-week", and
    those that are for one person alone, are left out. With `only` it is the sheet of that person alone,
    who is then not named in each line.
    """
    entries = entries_on_paper(household, first_day, days, only)
    return WeekSheet(
        days=tuple(
            SheetDay(
                day=day,
                lines=(
                    *_quiet_lines(household, day, only),
                    *(_line(household, e, only) for e in entries if e.day <= day <= last_day(e)),
                ),
                busy=_busy(household, day, only),
            )
            for day in days_from(first_day, days)
        ),
        children=tuple(_spoken(child) for child in household.children),
        say=_one_line(say),
        family=_family(household),
        bedtime=min(
            (m.span.start for m in household.moments if m.kind == "bedtime"), default=BEDTIME
        ),
    )


def shared_entries(household: Household, first: date, days: int = WEEK_DAYS) -> tuple[Entry, ...]:
    """The entries that everybody in the family may see, by day, start and id.

    What goes back to a missed reach or mends something is between two people, and so never among them.
    """
    timed = (entry for entry in entries_between(household, first, days) if not entry.all_day)
    entries = (*whole_days(household, first, days), *timed)
    return tuple(entry for entry in entries if entry.is_shared)


def entries_on_paper(
    household: Household, first: date, days: int = WEEK_DAYS, only: PersonId | None = None
) -> tuple[Entry, ...]:
    """The entries of a sheet, day by day in the order of the day."""
    return tuple(
        sorted(
            (
                entry
                for entry in shared_entries(household, first, days)
                if entry.outcome != "not-this-week" and (only is None or only in entry.people)
            ),
            key=lambda entry: (entry.day, not entry.all_day, entry.start, entry.id),
        )
    )


def without_done(sheet: WeekSheet) -> WeekSheet:
    """The same sheet with only what is still to come."""
    return replace(
        sheet,
        days=tuple(
            replace(day, lines=tuple(line for line in day.lines if not line.done))
            for day in sheet.days
        ),
    )


def _busy(household: Household, day: date, only: PersonId | None) -> tuple[tuple[int, int], ...]:
    return joined(
        (busy.span.start, busy.span.end)
        for busy in busy_on(household, day)
        if (only is None or only in busy.people) and busy.span.end - busy.span.start < DAY_MINUTES
    )


def _quiet_lines(household: Household, day: date, only: PersonId | None) -> tuple[SheetLine, ...]:
    """What calendars have that day without taking hours: the first few, as many as leave room to plan.

    Nobody is named where it is for everybody.
    """
    if not household.calendars:
        return ()
    from planner.calendars import all_day  # noqa: PLC0415  (few families have any)

    everybody = len(household.people)
    return tuple(
        replace(
            _with_people(household, line.people if len(line.people) < everybody else (), only),
            start=line.start or 0,
            title=_one_line(line.title),
            all_day=line.start is None,
            quiet=True,
        )
        for line in all_day(household, day)
        if not line.private and (only is None or only in line.people)
    )[:MOST_QUIET]


def _with_people(
    household: Household, people: Collection[PersonId], only: PersonId | None
) -> SheetLine:
    """A line of nothing yet for these people, children first."""
    family = household.children + household.grown_ups
    there = tuple(person for person in family if person.id in people)
    return SheetLine(
        start=0,
        title="",
        people=tuple(_spoken(person) for person in there if person.id != only),
        everyone=len(there) == len(family) > 1,
    )


def _line(household: Household, entry: Entry, only: PersonId | None) -> SheetLine:
    return replace(
        _with_people(household, entry.people, only),
        start=entry.start,
        title=_one_line(entry.title),
        pathway=entry.pathway,
        done=entry.outcome in HAPPENED,
        minutes=entry.minutes,
        all_day=entry.all_day,
    )


def _family(household: Household) -> tuple[SheetPerson, ...]:
    people = household.children + household.grown_ups
    names = [_spoken(person) for person in people]
    return tuple(
        SheetPerson(name=name, initials=_initials(name, names), colour=person.colour)
        for name, person in zip(names, people, strict=True)
    )


def _initials(name: str, names: list[str]) -> str:
    """As few first letters as no other name begins with; the whole name where two are alike."""
    for length in range(1, len(name)):
        if sum(other.startswith(name[:length]) for other in names) == 1:
            return name[:length]
    return name


def _spoken(person: Person) -> str:
    return _one_line(person.called or person.name)


def _one_line(text: str) -> str:
    return " ".join(text.split())
