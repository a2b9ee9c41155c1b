"""Who would be busy, or in two places at once, if an entry stood where it is being dragged."""

from datetime import timedelta

from planner.clashes import overlap
from planner.free import conflicts
from planner.model import DAY_MINUTES, Entry, Household
from ui.text import common
from ui.text import week as text


def clashes(household: Household, entries: tuple[Entry, ...], entry: Entry) -> tuple[str, ...]:
    """One sentence for each thing that people of this entry have at its time; nothing is forbidden."""
    days = ((entry.day, 0), (entry.day + timedelta(days=1), DAY_MINUTES))
    busy = [
        found
        for day, before in days
        for found in conflicts(
            household, entry.people, day, (max(0, entry.start - before), entry.end - before)
        )
        if entry.end > before
    ]
    busy += [
        (person, other.title)
        for other in entries
        if other.id != entry.id and overlap(entry, other)
        for person in other.people
        if person in entry.people
    ]
    names = {p.id: common.spoken_name(p) for p in household.people}
    by_title: dict[str, list[str]] = {}
    for person, title in busy:
        if person in names:
            by_title.setdefault(title, []).append(names[person])
    return tuple(text.busy_conflict(people, title) for title, people in by_title.items())
