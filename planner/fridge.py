"""From paper back into the week: what a printed sheet's rows are now, and the ticks as one step.

Words written on paper are private, so they become the line of the entry's reflection, below a line
that is there already. A row whose entry was deleted is put back where paper has it, if it happened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from planner import week
from planner.actions import Action
from planner.model import (
    HAPPENED,
    Entry,
    EntryId,
    Household,
    Outcome,
    PersonId,
    PrintedSheet,
    Reflection,
)
from planner.week import entries_between

Fate = Literal["moved", "renamed", "people", "deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the sheet as printed, the entry it is now (None if deleted), and how that differs."""

    printed: Entry
    entry: Entry | None
    fates: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What paper says of a row: the outcome, and the words that were written beside it."""

    outcome: Outcome
    words: str = ""


def rows_of(sheet: PrintedSheet, household: Household) -> tuple[Row, ...]:
    """Every row of the sheet, in its order, with what became of it in the plan."""
    near = {e.id: e for e in entries_between(household, sheet.first, sheet.days)}
    return tuple(
        _row(printed, near.get(printed.id) or week.find(household, printed.id))
        for printed in sheet.rows
    )


def _row(printed: Entry, entry: Entry | None) -> Row:
    if entry is None:
        return Row(printed=printed, entry=None, fates=("deleted",))
    told: tuple[tuple[Fate, bool], ...] = (
        (
            "moved",
            (entry.day, entry.start, entry.days) != (printed.day, printed.start, printed.days),
        ),
        ("renamed", entry.title != printed.title),
        ("people", entry.people != printed.people),
    )
    return Row(printed=printed, entry=entry, fates=tuple(fate for fate, is_so in told if is_so))


def starting_mark(row: Row) -> Mark:
    """What is known of the row already."""
    return Mark(outcome=row.entry.outcome if row.entry else "planned")


def news(rows: tuple[Row, ...], marks: Mapping[EntryId, Mark]) -> tuple[tuple[Row, Mark], ...]:
    """The rows of which paper tells something that the week does not know yet."""
    return tuple(
        (row, marks[row.printed.id])
        for row in rows
        if row.printed.id in marks and _changes(row, marks[row.printed.id])
    )


def _changes(row: Row, mark: Mark) -> bool:
    if row.entry is None:
        return mark.outcome in HAPPENED or mark.outcome == "else" or bool(mark.words)
    return mark.outcome != row.entry.outcome or bool(mark.words)


def keep(
    sheet: PrintedSheet,
    rows: tuple[Row, ...],
    marks: Mapping[EntryId, Mark],
    now: datetime,
    *,
    by: PersonId | None = None,
) -> Action:
    """Write all that paper tells into the week, as one step. `by` is who types it in, if that is known."""
    told = news(rows, marks)

    def step(household: Household) -> Household:
        for row, mark in told:
            entry = row.entry or row.printed
            kept = replace(
                entry,
                outcome=mark.outcome,
                people=tuple(p for p in entry.people if household.person(p)),
                reflection=_reflected(entry.reflection, mark, Reflection(written=now, by=by)),
            )
            household = week.add(household, kept)
        return household

    return Action(code="from-fridge", about=str(len(told)), day=sheet.first, step=step)


def _reflected(known: Reflection | None, mark: Mark, empty: Reflection) -> Reflection | None:
    """The reflection with the words below what is there already."""
    if not mark.words:
        return known
    held = known or empty
    return replace(held, line="\n".join(part for part in (held.line, mark.words) if part))
