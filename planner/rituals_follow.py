"""What of a change is handed on to the other times of a ritual, and what each of them keeps for itself."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from planner.model import Entry

OWN = frozenset(("id", "day", "outcome", "reflection", "reach", "thread", "ritual", "original"))
"""What an occurrence has for itself: it is not handed on to the others."""
HOURS = ("start", "minutes", "days")
WHEN = (*HOURS, "was_at")
"""A time of day, or whole days: what goes over from one to the other goes over with all of these."""
WHEN_AND_WHO = frozenset((*WHEN, "people"))
"""What is a fact once something has happened."""
SHARED = tuple(field.name for field in fields(Entry) if field.name not in OWN)


def handed_on(before: Entry, after: Entry, first: Entry) -> dict[str, Any]:
    """What the ritual that begins with `first` takes over when one of it became `after`."""
    changes = {n: getattr(after, n) for n in SHARED if getattr(after, n) != getattr(before, n)}
    alike = before.all_day == after.all_day == first.all_day
    if not alike and not changes.keys().isdisjoint(WHEN):
        changes |= {name: getattr(after, name) for name in WHEN}
    return changes


def followed_by(
    entry: Entry, first: Entry, changes: Mapping[str, Any], *, happened: bool
) -> dict[str, Any]:
    """Those of the changes that another time of the ritual takes over, too.

    What it has differently, by its own, it keeps. Hours and whole days are never mixed: one that has
    a time of its own keeps it where the others take whole days, and the other way round.
    """
    kept = {name for name in changes if getattr(entry, name) != getattr(first, name)}
    whole = changes.get("days", first.days) > 0
    if entry.all_day != first.all_day or (whole != first.all_day and not kept.isdisjoint(HOURS)):
        kept.update(WHEN)
    if happened:
        kept.update(WHEN_AND_WHO)
    return {name: value for name, value in changes.items() if name not in kept}
