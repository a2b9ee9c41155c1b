import time
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.finding import find, index
from planner.model import (
    Entry,
    EntryId,
    Household,
    Person,
    PersonId,
    Reflection,
    Ritual,
    RitualId,
)
from planner.rituals import with_ritual
from planner.week import add, entries_between
from tests.calendars import calendar, event, holiday

TODAY = date(2026, 11, 25)
LEO, SARA = PersonId("leo"), PersonId("sara")
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child"),
        Person(id=SARA, name="Sara", role="grown-up", called="Mum"),
    )
)
KEPT = Reflection(
    written=datetime(2026, 11, 1), line="He held my hand.", feelings={LEO: ("brave",)}
)


def entry(number: int, days: int, title: str, **more) -> Entry:
    """Entry `number`, so many days from today."""
    return Entry(
        id=EntryId(str(number)), day=TODAY + timedelta(days=days), start=600, minutes=30,
        title=title, **more,
    )  # fmt: skip


def found(household: Household, typed: str, **more) -> list[str]:
    return [e.id for e in find(index(household, TODAY), typed, **more)]


@pytest.fixture
def family() -> Household:
    return add(
        FAMILY,
        entry(1, -400, "Worry walk", people=(LEO, SARA)),
        entry(2, 30, "Story catch", note="bring the blue book", people=(LEO,)),
        entry(3, -2, "Café with Zoë", reflection=KEPT),
    )


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("walk", ["1"]),
        ("WORR", ["1"]),
        ("cafe zoe", ["3"]),
        ("blue", ["2"]),
        ("mum", ["1"]),
        ("sara", ["1"]),
        ("leo", ["2", "1"]),
        ("leo walk", ["1"]),
        ("swimming", []),
        ("  ", []),
    ],
)
def test_titles_notes_and_people_are_found_in_every_week(family, typed, ids):
    assert found(family, typed) == ids


def test_the_nearest_day_comes_first_and_of_two_the_one_to_come():
    family = add(FAMILY, *(entry(n, days, "Walk") for n, days in enumerate((-9, 3, -3, 0, 40), 1)))
    assert found(family, "walk") == ["4", "2", "3", "1", "5"]


def test_private_words_are_found_only_where_they_are_asked_for(family):
    assert found(family, "held") == []
    assert found(family, "held", private=True) == ["3"]
    assert found(family, "brave", private=True) == ["3"]


def test_what_a_grown_up_keeps_alone_is_found_by_them_alone(family):
    mine = replace(KEPT, by=SARA, readers="me")
    family = add(family, replace(entry(3, -2, "Café with Zoë"), reflection=mine))
    lines = {who: index(family, TODAY, who) for who in (SARA, PersonId("jonas"), None)}
    assert [len(list(find(x, "held", private=True))) for x in lines.values()] == [1, 0, 1]


def test_ten_years_are_looked_through_between_two_keys():
    family = FAMILY
    for n in range(500):
        day = entry(1, n * 7 - 3000, "").day
        family = add(
            family,
            *(
                replace(
                    entry(n * 10 + k, 0, f"Story {k} at the lamppost"),
                    day=day,
                    people=(LEO, SARA),
                    reflection=KEPT,
                )
                for k in range(10)
            ),
        )
    lines = index(family, TODAY)
    assert len(lines) == 5000
    for typed in ("s", "st", "story", "story 7", "no such words at all", "held"):
        assert min(_seconds(lines, typed) for _ in range(3)) < 0.05


def _seconds(lines, typed: str) -> float:
    begin = time.perf_counter()
    list(find(lines, typed, private=True))
    return time.perf_counter() - begin


def test_what_a_calendar_has_is_found_by_its_title_person_and_calendar():
    trip = event("School trip", TODAY + timedelta(days=60), "08:00", end="15:00")
    days = holiday("Autumn holiday", TODAY - timedelta(days=300), 5)
    household = replace(FAMILY, calendars=(replace(calendar(trip, days), people=(LEO,)),))
    lines = index(household, TODAY)
    (one,) = find(lines, "school leo trip")
    assert (one.id, one.day, one.start, one.minutes) == ("", trip.first, 480, 420)
    (other,) = find(lines, "school autumn")
    assert (other.day, other.days) == (days.first, 5)


def test_what_repeats_in_a_calendar_is_found_around_today_only():
    weekly = tuple(
        event("Choir", day, "17:00", end="18:00", uid="c", key=f"{day}T17:00")
        for day in (TODAY + timedelta(weeks=n) for n in range(-100, 100))
    )
    lines = index(replace(FAMILY, calendars=(calendar(*weekly),)), TODAY)
    seen = [e.day for e in find(lines, "choir")]
    assert seen[0] == TODAY
    assert min(seen) >= TODAY - timedelta(days=30)
    assert len(seen) == 12


def test_what_comes_every_day_does_not_hide_an_entry_of_that_name():
    daily = replace(entry(5, -300, "Story before bed"), id=EntryId("5"))
    ritual = Ritual(id=RitualId("5"), first=daily, rule="FREQ=DAILY")
    household = with_ritual(add(FAMILY, entry(1, -200, "Story of the kite")), ritual)
    done = replace(entries_between(household, TODAY - timedelta(days=250))[0], outcome="done")
    seen = found(add(household, done), "story")
    assert "1" in seen
    assert done.id in seen
    assert len(seen) == 2 + 12
