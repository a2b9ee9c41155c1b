"""Families and weeks for tests, written as text that a person can read."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from activities.model import Activity
from planner.actions import Action
from planner.model import (
    EVERY_DAY,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Moment,
    Outcome,
    Person,
    PersonId,
    RemovedId,
    Ritual,
    RitualId,
    Span,
)
from planner.removed import remove_person
from planner.week import add, entries_between

MONDAY = date(2026, 3, 2)
NEXT_MONDAY = MONDAY + timedelta(days=7)
NOW = datetime(2026, 3, 4, 17, 30)  # a Wednesday afternoon
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MARKS: Mapping[str, Outcome] = {
    "_": "planned",
    "x": "done",
    "e": "else",
    "h": "hard",
    "-": "not-this-week",
}

LEO = Person(id=PersonId("leo"), name="Leo", role="child", birthday=date(2016, 5, 1))
MAYA = Person(id=PersonId("maya"), name="Maya", role="child", birthday=date(2019, 9, 2), colour=1)
SARA = Person(id=PersonId("sara"), name="Sara", role="grown-up", called="Mum", colour=2)
JONAS = Person(id=PersonId("jonas"), name="Jonas", role="grown-up", called="Dad", colour=3)
FAMILY = (LEO, MAYA, SARA, JONAS)


def minute(clock: str) -> int:
    """`"19:30"` -> 1170."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(hours: str, weekdays: tuple[int, ...] = EVERY_DAY) -> Span:
    """`span("16:00-20:30")`."""
    start, end = hours.split("-")
    return Span(weekdays=weekdays, start=minute(start), end=minute(end))


def busy(title: str, hours: str, *people: Person, **other: Any) -> Busy:
    ids = tuple(p.id for p in people)
    return Busy(id=BusyId(title.casefold()), title=title, people=ids, span=span(hours), **other)


def moment(kind: str, hours: str, *people: Person) -> Moment:
    return Moment(kind=kind, people=tuple(p.id for p in people), span=span(hours))


def entry(line: str, *, monday: date = MONDAY, entry_id: str = "1", **other: Any) -> Entry:
    """`x Mon 09:00-10:30 swim (leo, sara)`: outcome, day, hours past midnight up to 48, title, people."""
    mark, day, hours, words = line.split(maxsplit=3)
    title, _, people = words.removesuffix(")").partition(" (")
    start, end = (minute(part) for part in hours.split("-"))
    return Entry(
        **{
            "id": EntryId(entry_id),
            "day": monday + timedelta(days=DAYS.index(day)),
            "start": start,
            "minutes": end - start,
            "title": title,
            "people": tuple(PersonId(p) for p in people.split(", ") if p),
            "outcome": MARKS[mark],
            **other,
        }
    )


def ritual(
    line: str, rule: str, *, ritual_id: str = "900", monday: date = MONDAY, **other: Any
) -> Ritual:
    """`ritual("_ Fri 19:00-19:20 story (leo)", "FREQ=WEEKLY;BYDAY=FR")`: its first day and its rule."""
    first = entry(line, entry_id=ritual_id, monday=monday)
    return Ritual(**{"id": RitualId(ritual_id), "first": first, "rule": rule, **other})


def week_of(text: str, *, monday: date = MONDAY, people: tuple[Person, ...] = FAMILY) -> Household:
    """A household with one week; a line for each entry, with ids counted from 1."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    made = (entry(line, monday=monday, entry_id=str(n)) for n, line in enumerate(lines, 1))
    return add(Household(people=people), *made)


def taking_out(person: Person, removed_id: str = "700") -> Action:
    """Take somebody out of the family, with what was theirs alone."""
    return remove_person(person, RemovedId(removed_id), MONDAY, heir=None, keep=False)


def line_of(one: Entry) -> str:
    mark = next(mark for mark, outcome in MARKS.items() if outcome == one.outcome)
    people = f" ({', '.join(one.people)})" if one.people else ""
    hours = f"{clock(one.start)}-{clock(one.end)}"
    return f"{mark} {DAYS[one.day.weekday()]} {hours} {one.title}{people}"


def text_of(household: Household, monday: date = MONDAY) -> str:
    """The week as `week_of` reads it."""
    return "\n".join(line_of(e) for e in entries_between(household, monday))


def lines(text: str) -> str:
    """A text without the indentation of the test it stands in."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def by_title(household: Household, title: str) -> Entry:
    return next(e for w in household.weeks.values() for e in w.entries if e.title == title)


def activity(title: str, **other: Any) -> Activity:
    """An activity for two, at home after school, ten to twenty minutes, for every age."""
    made = {"pathways": ("reach",), "settings": ("after-school",), "skill": "listening"}
    return Activity(**{"id": title.casefold().replace(" ", "-"), "title": title, **made, **other})


def library(*activities: Activity) -> dict[str, Activity]:
    return {a.id: a for a in activities}


def all_entries(household: Household) -> tuple[Entry, ...]:
    return tuple(e for week in household.weeks.values() for e in week.entries)
