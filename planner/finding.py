"""Finding an entry in any week while the parent is still typing: by title, people and note.

Nothing is kept sorted by word: ten years of a family are a few thousand short lines, and looking
through all of them for a typed word takes a few milliseconds. Private words are looked at only
where somebody asks for it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from activities.search import plain
from planner.calendars.days import as_entry
from planner.model import Entry, Household, PersonId, may_read
from planner.week import entries_between

BEHIND, AHEAD = timedelta(days=30), timedelta(days=400)
"""How far from today what only repeats, and nobody has touched yet, is looked for."""
TIMES = 12
"""How many times of it are found, the nearest: else what comes every day would hide everything else."""


class Line(NamedTuple):
    """An entry, and its words without case and accents; `private` has those of its reflection as well."""

    entry: Entry
    words: str
    private: str


def index(household: Household, today: date, me: PersonId | None = None) -> tuple[Line, ...]:
    """Every entry of every week and what calendars have, made ready for `find`, the nearest to today first.

    What is of a calendar has no id, and the calendar's name as its note.
    `me` decides whose private words can be found: see `planner.model.may_read`.
    """
    names = {p.id: f"{p.name}\n{p.called}" for p in household.people}
    found = [entry for week in household.weeks.values() for entry in week.entries]
    once = ((c, e) for c in household.calendars for e in c.events if not e.key)
    found += (as_entry(calendar, event) for calendar, event in once)
    times: Counter[str] = Counter()
    repeated = sorted(_repeated(household, today), key=lambda pair: _nearness(pair[1], today))
    for series, entry in repeated:
        times[series] += 1
        if times[series] <= TIMES:
            found.append(entry)
    ordered = sorted(found, key=lambda e: _nearness(e, today))
    return tuple(_line(entry, names, me) for entry in ordered)


def _repeated(household: Household, today: date) -> Iterator[tuple[str, Entry]]:
    """What only repeats around today and nobody has touched, each with what it is a time of."""
    kept = {entry.id for week in household.weeks.values() for entry in week.entries}
    for entry in entries_between(household, today - BEHIND, (AHEAD + BEHIND).days):
        if entry.id not in kept:
            yield f"{entry.ritual}", entry
    for calendar in household.calendars:
        for event in calendar.events:
            if event.key and today - BEHIND <= event.first <= today + AHEAD:
                yield f"{calendar.id}/{event.uid}", as_entry(calendar, event)


def _nearness(entry: Entry, today: date) -> tuple[int, bool, int, str]:
    days = (entry.day - today).days
    return abs(days), days < 0, entry.start, entry.id


def _line(entry: Entry, names: dict[PersonId, str], me: PersonId | None) -> Line:
    people = (names.get(person, "") for person in entry.people)
    words = plain("\n".join((entry.title, entry.note, *people)))
    return Line(entry, words, f"{words}\n{_private(entry, me)}")


def _private(entry: Entry, me: PersonId | None) -> str:
    said = entry.reflection
    if said is None or not may_read(said.by, said.readers, me):
        return ""
    feelings = (word for words in said.feelings.values() for word in words)
    return plain("\n".join((said.line, *feelings)))


def find(lines: tuple[Line, ...], typed: str, *, private: bool = False) -> Iterator[Entry]:
    """What has every typed word in it, the nearest to today first; nothing where nothing is typed."""
    wanted = plain(typed).split()
    if not wanted:
        return
    for line in lines:
        words = line.private if private else line.words
        if all(word in words for word in wanted):
            yield line.entry
