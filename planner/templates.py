"""A week as a pattern: copied onto another one, or kept under a name and laid over a free week.

Only the plan goes along: what became of it, reflections and repairs stay where they are, and what
repeats by itself comes without being copied. Nothing that is in the other week already is touched.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner import week
from planner.actions import Action
from planner.dates import WEEK_DAYS
from planner.kept import with_kept, without_kept
from planner.model import JUST_KEPT, Entry, EntryId, Household, TemplateId
from planner.week import entries_between, plain_copy

MONDAY = date(2001, 1, 1)
"""The week in which the entries of a template stand, as they have to stand somewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTemplate:
    """A week the family has again and again. Its entries stand in the week of `MONDAY`."""

    id: TemplateId
    name: str
    entries: tuple[Entry, ...]


def copies(household: Household, first: date, to: date) -> tuple[Entry, ...]:
    """The plan of the seven days from `first`, as it would stand in the seven days from `to`.

    Each entry keeps its weekday. They have passing ids of their own.
    """
    return _laid(household, entries_between(household, first), to)


def laid(household: Household, template: WeekTemplate, first: date) -> tuple[Entry, ...]:
    """The entries of a template as they would stand in the seven days from `first`."""
    return _laid(household, template.entries, first)


def template_of(
    household: Household, first: date, template_id: TemplateId, name: str
) -> WeekTemplate:
    """The plan of the seven days from `first` under a name."""
    return WeekTemplate(id=template_id, name=name, entries=copies(household, first, MONDAY))


def _laid(household: Household, entries: tuple[Entry, ...], first: date) -> tuple[Entry, ...]:
    known = {person.id for person in household.people}
    return tuple(
        replace(
            plain_copy(entry),
            id=EntryId(f"{first.isoformat()} {n}"),
            day=first + timedelta(days=(entry.day.weekday() - first.weekday()) % WEEK_DAYS),
            people=tuple(person for person in entry.people if person in known),
            why="",
        )
        for n, entry in enumerate(entries)
        if entry.ritual is None
        and entry.moment != JUST_KEPT
        and (entry.only_for is None or entry.only_for in known)
    )


def copy_week(entries: tuple[Entry, ...]) -> Action:
    """Put copies of another week's entries into theirs, as one step. They have ids of their own."""
    return _adding("copy-week", entries, str(len(entries)))


def lay_template(template: WeekTemplate, entries: tuple[Entry, ...]) -> Action:
    """Put the entries of a template into a week, as one step."""
    return _adding("lay-template", entries, template.name)


def _adding(code: str, entries: tuple[Entry, ...], about: str) -> Action:
    day = entries[0].day if entries else None
    return Action(code=code, about=about, day=day, step=lambda h: week.add(h, *entries))


def save_template(template: WeekTemplate) -> Action:
    """Keep this template, new or in place of the one with its id."""

    def step(household: Household) -> Household:
        kept = with_kept(household.templates, template, key=lambda t: (t.name.casefold(), t.id))
        return replace(household, templates=kept)

    return Action(code="save-template", about=template.name, step=step)


def remove_template(template: WeekTemplate) -> Action:
    def step(household: Household) -> Household:
        return replace(household, templates=without_kept(household.templates, template.id))

    return Action(code="remove-template", about=template.name, step=step)
