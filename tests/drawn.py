"""Families and weeks for tests, drawn at random: whatever a person could have typed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from activities.model import BANDS, PATHWAYS, SETTINGS, STATUSES, Activity
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
    Person,
    PersonId,
    Reflection,
    Ritual,
    RitualId,
    Rota,
    Shift,
    Span,
    Turn,
    Wishes,
)
from planner.rituals_days import days_between
from planner.rituals_repeat import Repeat, begins
from planner.rituals_rule import rule_text
from planner.week import add, plain_copy
from planner.whole_days import with_days
from tests.builders import MONDAY, activity, library, span
from tests.drawn_kept import kept_words
from tests.drawn_rituals import rules

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
        pronoun=st.sampled_from(("", "he", "she", "they")),
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


@st.composite
def rotas(draw: st.DrawFn, rota_id: str, person: str) -> Rota:
    made = draw(
        st.lists(st.builds(Shift, words, some_minutes, st.integers(0, DAY_MINUTES)), max_size=3)
    )
    places = st.sampled_from((None, *range(len(made))))
    turns = st.lists(st.builds(Turn, places, st.integers(1, 9)), max_size=4)
    return Rota(
        id=BusyId(rota_id),
        person=PersonId(person),
        first=draw(days),
        shifts=tuple(made),
        turns=tuple(draw(turns)),
    )


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
    keep_reaches=st.integers(0, 36),
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
        by=st.none() | st.just(PersonId("p0")),
        readers=st.sampled_from(("me", "grown-ups")),
    )


few_days = st.integers(1, 20)


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
        reach=st.none() | st.sampled_from(("201", "202")),
        thread=st.none() | st.sampled_from(("301", "302")),
        remind=st.none() | st.integers(-1, 600),
        only_for=st.none() | st.sampled_from((PersonId("p0"), PersonId("gone"))),
    ).flatmap(lambda e: st.just(e) | st.builds(with_days, st.just(e), st.just(e.day), few_days))


@st.composite
def households(draw: st.DrawFn, *, most_entries: int = 6) -> Household:
    """Any family there could be: people, busy times, moments, wishes, and weeks with entries."""
    ids = [f"p{n}" for n in range(draw(st.integers(0, 4)))]
    made = Household(
        name=draw(words),
        known_by=draw(st.sampled_from(("", "49c1b4ddf9b1"))),
        sample=draw(st.booleans()),
        people=tuple(draw(persons(i)) for i in ids),
        busy=tuple(draw(busy_times(f"b{n}", ids)) for n in range(draw(st.integers(0, 2)))),
        rotas=tuple(draw(rotas(f"r{i}", i)) for i in ids[: draw(st.integers(0, 1))]),
        moments=draw(moments_of(ids)),
        wishes=draw(wishes),
    )
    if ids:
        made = replace(made, **draw(kept_words(ids)))
    how_many = draw(st.integers(0, most_entries))
    made = add(made, *(draw(entries(str(n + 1), ids)) for n in range(how_many)))
    rituals = (draw(drawn_rituals(str(900 + n), ids)) for n in range(draw(st.integers(0, 1))))
    return replace(made, rituals=tuple(rituals))


@st.composite
def drawn_rituals(draw: st.DrawFn, ritual_id: str, people: Iterable[str]) -> Ritual:
    """A ritual from near days on, on its rule, with some of its days taken out."""
    first = draw(entries(ritual_id, people))
    rule, start = begins(Repeat(rule_text(replace(draw(rules()), until=None))), first.day)
    days = islice(days_between(rule, start, start, date.max), 9)
    return Ritual(
        id=RitualId(ritual_id),
        first=replace(plain_copy(first), day=start),
        rule=rule_text(rule),
        skipped=tuple(day for day in days if draw(st.booleans())),
        in_term=draw(st.booleans()),
    )


def planning_week(seed: int) -> tuple[Household, dict[str, Activity]]:
    """A family in the week of MONDAY that Fill can do something with, and a small library."""
    chance = Random(seed)
    ideas = library(*(_idea(chance, n) for n in range(chance.randint(8, 16))))
    people = [
        *(_child(chance, n) for n in range(chance.randint(1, 3))),
        *(
            Person(id=PersonId(f"grown{n}"), name=f"G{n}", role="grown-up", free=_hours(chance))
            for n in range(chance.choice((1, 2, 2)))
        ),
    ]
    ids = [p.id for p in people]
    household = Household(
        people=tuple(people),
        busy=tuple(_club(chance, n, ids) for n in range(chance.randint(0, 2))),
        moments=_moments(chance, ids),
        wishes=Wishes(
            day_max=chance.choice((2, 2, 2, 1, 3, 0)),
            week_max=chance.choice((8, 8, 8, 3, 1, 0)),
            quiet_days=tuple(sorted(chance.sample(range(7), chance.choice((0, 0, 1, 2))))),
            blocked=frozenset(chance.sample(sorted(ideas), chance.randint(0, 2))),
        ),
    )
    placed = (_placed(chance, n + 1, ids, ideas) for n in range(chance.randint(0, 12)))
    return add(household, *placed), ideas


def _idea(chance: Random, number: int) -> Activity:
    bands = tuple(BANDS)
    first = chance.randrange(5)
    low = chance.choice((5, 10, 15))
    return activity(
        f"Idea {number}",
        pathways=(chance.choice(PATHWAYS),),
        bands=chance.choice((bands, bands, bands, bands[first:], bands[: first + 1])),
        settings=(chance.choice((*["after-school", "chore"] * 3, *SETTINGS)),),
        participants=(chance.choice((*["one-to-one", "whole-family"] * 3, "with-a-friend")),),
        minutes_min=low,
        minutes_max=low + chance.choice((0, 5, 15, 30)),
        effort=chance.randint(1, 3),
        cadence=chance.choice((*["ritual", "sometimes"] * 3, "once-a-year")),
        cooldown_weeks=chance.randint(0, 4),
        flags=chance.choice((*[()] * 8, ("physical",), ("sensitive",), ("grief",))),
        status=chance.choice((*["published"] * 8, *STATUSES)),
    )


def _hours(chance: Random) -> tuple[Span, ...]:
    """Most evenings, and now and then some other time as well."""
    evenings = chance.choice(("16:00-20:00", "15:00-20:30", "17:30-21:30", "18:00-19:00"))
    on = tuple(day for day in EVERY_DAY if chance.random() < 0.8)
    start = chance.randrange(7 * 60, 20 * 60, 5)
    odd = Span(weekdays=(chance.randrange(7),), start=start, end=start + chance.randrange(200))
    return (span(evenings, on), odd)


def _child(chance: Random, number: int) -> Person:
    birthday = MONDAY - timedelta(
        days=chance.choice((chance.randint(30, 18 * 365), chance.randint(3 * 365, 12 * 365)))
    )
    name = f"C{number}"
    free = _hours(chance)
    return Person(
        id=PersonId(f"child{number}"), name=name, role="child", birthday=birthday, free=free
    )


def _club(chance: Random, number: int, ids: list[PersonId]) -> Busy:
    return Busy(
        id=BusyId(f"b{number}"),
        title="Club",
        people=tuple(chance.sample(ids, chance.randint(1, len(ids)))),
        span=span(chance.choice(("16:00-17:30", "8:00-15:00", "18:00-20:00")), (0, 2, 5)),
        last=chance.choice((None, MONDAY + timedelta(days=2))),
    )


def _moments(chance: Random, ids: list[PersonId]) -> tuple[Moment, ...]:
    some = tuple(chance.sample(ids, chance.randint(1, len(ids))))
    return (
        Moment(kind="bedtime", people=tuple(ids), span=span("19:00-20:00")),
        Moment(kind="meal", people=some, span=span("18:00-18:30", (0, 1, 2, 3, 6))),
        Moment(kind="car", people=some[:2], span=span("17:00-17:40", (4,))),
    )


def _placed(chance: Random, number: int, ids: list[PersonId], ideas: dict[str, Activity]) -> Entry:
    """Mostly something of the last weeks; now and then something of this week."""
    day = chance.randint(-60, 6)
    idea = chance.choice((None, *sorted(ideas)))
    return Entry(
        id=EntryId(str(number)),
        day=MONDAY + timedelta(days=day),
        start=chance.randrange(15 * 60, 20 * 60, 5),
        minutes=chance.choice((15, 30, 60)),
        title="Something",
        people=tuple(sorted(chance.sample(ids, chance.randint(1, min(2, len(ids)))))),
        activity=idea,
        pathway=ideas[idea].pathways[0] if idea else None,
        outcome=chance.choice(("done", "done", "hard", *OUTCOMES)) if day < 0 else "planned",
        reflection=_words(chance, MONDAY + timedelta(days=day)) if day < 0 else None,
    )


def _words(chance: Random, day: date) -> Reflection | None:
    written = datetime(day.year, day.month, day.day, 21)
    return chance.choice((None, Reflection(written=written, closeness=chance.randint(1, 5))))
