"""What stands on the page for the fridge: the family's week without a single private word.

Whoever passes the fridge reads it, so a sheet carries only what may be read by anybody: when, what,
who, and whether it happened. Notes, the reason Fill gave, reflections with their feelings and every
outcome but "it happened" never get this far, and an entry the family has let go of for this week is
left out. How a sheet looks is decided elsewhere; any layout draws from this one value.
"""

from dataclasses import dataclass, replace
from datetime import date

from planner.dates import days_from
from planner.model import HAPPENED, Entry, Household, Person
from planner.week import entries_between


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One entry on paper. `start` is minutes after midnight; `people` are names as the family says them.

    `everyone` says that the whole family takes part; `done` that it happened, easily or not.
    """

    start: int
    title: str
    people: tuple[str, ...] = ()
    everyone: bool = False
    pathway: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDay:
    """One day and its lines by start."""

    day: date
    lines: tuple[SheetLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSheet:
    """Seven days in a row, the children's names, and one sentence to try saying ("" for none)."""

    days: tuple[SheetDay, ...]
    children: tuple[str, ...] = ()
    say: str = ""


def week_sheet(household: Household, first_day: date, *, say: str = "") -> WeekSheet:
    """The seven days from `first_day`, whatever weekday that is, as they may hang on a fridge.

    Nothing private is in it: no note, no reason, no reflection, no outcome other than the tick of
    what happened. Entries with the outcome "not-this-week" are left out.
    """
    kept = (e for e in entries_between(household, first_day) if e.outcome != "not-this-week")
    entries = sorted(kept, key=lambda entry: (entry.start, entry.id))
    return WeekSheet(
        days=tuple(
            SheetDay(day=day, lines=tuple(_line(household, e) for e in entries if e.day == day))
            for day in days_from(first_day)
        ),
        children=tuple(_spoken(child) for child in household.children),
        say=_one_line(say),
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


def _line(household: Household, entry: Entry) -> SheetLine:
    family = household.children + household.grown_ups
    there = tuple(person for person in family if person.id in entry.people)
    return SheetLine(
        start=entry.start,
        title=_one_line(entry.title),
        people=tuple(_spoken(person) for person in there),
        everyone=len(there) == len(family) > 1,
        pathway=entry.pathway,
        done=entry.outcome in HAPPENED,
    )


def _spoken(person: Person) -> str:
    return _one_line(person.called or person.name)


def _one_line(text: str) -> str:
    return " ".join(text.split())
