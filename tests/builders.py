"""Families and weeks for tests: written as text where a person reads them, drawn at random where a machine does."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from activities.model import BANDS, PATHWAYS, Activity
from planner.model import (
    DAY_MINUTES,
    EVERY_DAY,
    OUTCOMES,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Moment,
    Outcome,
    Person,
    PersonId,
    Reflection,
    Span,
    Wishes,
)
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


def week_of(text: str, *, monday: date = MONDAY, people: tuple[Person, ...] = FAMILY) -> Household:
    """A household with one week; a line for each entry, with ids counted from 1."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    made = (entry(line, monday=monday, entry_id=str(n)) for n, line in enumerate(lines, 1))
    return add(Household(people=people), *made)


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


# What follows is drawn by hypothesis. Whatever a person could have typed has to come back.

few = settings(max_examples=25, deadline=None)
"""For properties over whole households, which take a while to make up."""
words = st.text(max_size=12)
some_minutes = st.integers(0, DAY_MINUTES - 1)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
near_days = st.integers(-20, 20).map(lambda n: MONDAY + timedelta(days=n))
weekdays = st.lists(st.integers(0, 6), max_size=7, unique=True).map(lambda d: tuple(sorted(d)))
pathways = st.sampled_from(PATHWAYS)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, DAY_MINUTES))
    return Span(
        weekdays=draw(weekdays),
        start=start,
        end=draw(st.integers(start, DAY_MINUTES)),
        weeks=draw(st.sampled_from(("all", "even", "odd"))),
    )


def some_of(ids: Iterable[str]) -> st.SearchStrategy[tuple[Any, ...]]:
    names = sorted(ids)
    if not names:
        return st.just(())
    return st.lists(st.sampled_from(names), max_size=4, unique=True).map(tuple)


def persons(person_id: str) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=st.just(PersonId(person_id)),
        name=words,
        role=st.sampled_from(("child", "grown-up")),
        birthday=st.none() | days,
        called=words,
        colour=st.integers(0, 9),
        free=st.lists(spans(), max_size=2).map(tuple),
        own_time=st.lists(spans(), max_size=1).map(tuple),
    )


def busy_times(busy_id: str, people: Iterable[str]) -> st.SearchStrategy[Busy]:
    return st.builds(
        Busy,
        id=st.just(BusyId(busy_id)),
        title=words,
        people=some_of(people),
        span=spans(),
        first=st.none() | days,
        last=st.none() | days,
    )


def moments_of(people: Iterable[str]) -> st.SearchStrategy[tuple[Moment, ...]]:
    kinds = st.sampled_from(("bedtime", "meal", "car", "walk"))
    one = st.builds(Moment, kind=kinds, people=some_of(people), span=spans())
    return st.lists(one, max_size=3).map(tuple)


wishes = st.builds(
    Wishes,
    goals=st.dictionaries(pathways, st.integers(0, 300)),
    day_max=st.integers(0, 9),
    week_max=st.integers(0, 40),
    quiet_days=weekdays,
    blocked=st.frozensets(st.sampled_from(("kite", "swing", "long-walk"))),
    tiny_max=st.integers(0, 9),
    apart=st.frozensets(st.tuples(st.just(PersonId("p0")), st.just(PersonId("p1")))),
    hard_until=st.none() | days,
    loss=st.none() | days,
    forgotten=st.dictionaries(st.sampled_from(("kite", "kind:game")), days),
)


def reflections(people: Iterable[str]) -> st.SearchStrategy[Reflection]:
    return st.builds(
        Reflection,
        written=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
        closeness=st.none() | st.integers(1, 5),
        feelings=st.dictionaries(
            st.sampled_from(sorted(people) or ["somebody"]),
            st.lists(words, max_size=2).map(tuple),
            max_size=3,
        ),
        helped=st.lists(words, max_size=2).map(tuple),
        line=words,
    )


def entries(
    entry_id: str, people: Iterable[str], on: st.SearchStrategy[date] = near_days
) -> st.SearchStrategy[Entry]:
    who = tuple(people)
    return st.builds(
        Entry,
        id=st.just(EntryId(entry_id)),
        day=on,
        start=some_minutes,
        minutes=st.integers(1, DAY_MINUTES),
        title=words,
        people=some_of(who),
        activity=st.none() | st.sampled_from(("kite", "gone")),
        pathway=st.none() | pathways,
        moment=st.none() | st.just("bedtime"),
        note=words,
        why=words,
        outcome=st.sampled_from(OUTCOMES),
        reflection=st.none() | reflections(who),
    )


@st.composite
def households(draw: st.DrawFn, *, most_entries: int = 6) -> Household:
    """Any family there could be: people, busy times, moments, wishes, and weeks with entries."""
    ids = [f"p{n}" for n in range(draw(st.integers(0, 4)))]
    made = Household(
        name=draw(words),
        sample=draw(st.booleans()),
        people=tuple(draw(persons(i)) for i in ids),
        busy=tuple(draw(busy_times(f"b{n}", ids)) for n in range(draw(st.integers(0, 2)))),
        moments=draw(moments_of(ids)),
        wishes=draw(wishes),
    )
    how_many = draw(st.integers(0, most_entries))
    return add(made, *(draw(entries(str(n + 1), ids)) for n in range(how_many)))


# Households that Fill can do something with: ordinary hours, a small library.

_quarters = st.integers(28, 84).map(lambda q: q * 15)  # 7:00 to 21:00


@st.composite
def free_hours(draw: st.DrawFn) -> tuple[Span, ...]:
    found = []
    for _ in range(draw(st.integers(1, 2))):
        start = draw(_quarters)
        end = min(DAY_MINUTES, start + draw(st.integers(1, 24)) * 15)
        found.append(Span(weekdays=draw(weekdays) or EVERY_DAY, start=start, end=end))
    return tuple(found)


@st.composite
def small_libraries(draw: st.DrawFn) -> dict[str, Activity]:
    """A dozen activities, some of which may never be suggested."""
    bands = tuple(BANDS)
    made = []
    for number in range(draw(st.integers(4, 12))):
        first = draw(st.integers(0, 3))
        low = draw(st.sampled_from((5, 10, 15)))
        made.append(
            activity(
                f"Idea {number}",
                pathways=(draw(pathways),),
                bands=bands[first : draw(st.integers(first + 1, 5))],
                settings=draw(
                    st.sampled_from(
                        (
                            ("after-school",),
                            ("bedtime",),
                            ("meal",),
                            ("car",),
                            ("walk",),
                            ("chore",),
                        )
                    )
                ),
                participants=draw(
                    st.sampled_from((("one-to-one",), ("whole-family",), ("with-a-friend",)))
                ),
                minutes_min=low,
                minutes_max=low + draw(st.sampled_from((0, 5, 15, 30))),
                effort=draw(st.integers(1, 3)),
                cadence=draw(st.sampled_from(("ritual", "sometimes", "sometimes", "once-a-year"))),
                cooldown_weeks=draw(st.integers(0, 4)),
                flags=draw(st.sampled_from(((), (), (), ("sensitive",), ("physical",)))),
                status=draw(st.sampled_from(("published", "published", "exemplar", "draft"))),
            )
        )
    return library(*made)


@st.composite
def planning_families(draw: st.DrawFn, ideas: Iterable[str]) -> Household:
    """A family in the week of MONDAY with free hours, moments, wishes and some entries already."""
    people = []
    for n in range(draw(st.integers(1, 3))):
        birthday = MONDAY - timedelta(days=draw(st.integers(100, 16 * 365)))
        people.append(
            Person(
                id=PersonId(f"child{n}"),
                name=f"C{n}",
                role="child",
                birthday=birthday,
                free=draw(free_hours()),
            )
        )
    people += [
        Person(
            id=PersonId(f"grown{n}"),
            name=f"G{n}",
            role="grown-up",
            free=draw(free_hours()),
            own_time=draw(st.just(()) | st.lists(spans(), max_size=1).map(tuple)),
        )
        for n in range(draw(st.integers(1, 2)))
    ]
    ids = tuple(p.id for p in people)
    pairs = [
        (c.id, g.id) for c in people for g in people if (c.role, g.role) == ("child", "grown-up")
    ]
    ideas = sorted(ideas)
    made = Household(
        people=tuple(people),
        busy=tuple(draw(busy_times(f"b{n}", ids)) for n in range(draw(st.integers(0, 2)))),
        moments=(
            Moment(kind="bedtime", people=ids, span=span("19:00-20:00")),
            Moment(kind="meal", people=ids, span=span("18:00-18:30")),
            *draw(moments_of(ids)),
        ),
        wishes=Wishes(
            day_max=draw(st.integers(0, 3)),
            tiny_max=draw(st.integers(0, 2)),
            week_max=draw(st.integers(0, 8)),
            apart=draw(st.frozensets(st.sampled_from(pairs), max_size=2)),
            hard_until=draw(st.none() | st.none() | near_days),
            loss=draw(st.none() | st.none() | near_days),
            quiet_days=draw(weekdays),
            blocked=frozenset(draw(st.sets(st.sampled_from(ideas), max_size=2))),
        ),
    )
    placed = []
    for n, day in zip(count(1), draw(st.lists(st.integers(-30, 6), max_size=5)), strict=False):
        idea = draw(st.none() | st.sampled_from(ideas))
        placed.append(
            Entry(
                id=EntryId(str(n)),
                day=MONDAY + timedelta(days=day),
                start=draw(_quarters),
                minutes=draw(st.sampled_from((15, 30, 60))),
                title="Something",
                people=draw(some_of(ids)),
                activity=idea,
                pathway="reach" if idea else None,
                outcome=draw(st.sampled_from(OUTCOMES)) if day < 0 else "planned",
            )
        )
    return add(made, *placed)


def all_entries(household: Household) -> tuple[Entry, ...]:
    return tuple(e for week in household.weeks.values() for e in week.entries)
