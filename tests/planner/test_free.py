"""Who is free when, beside counting minute by minute."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.free import (
    busy_on,
    conflicts,
    first_shared,
    free_windows,
    joined,
    shared,
    without,
)
from planner.model import DAY_MINUTES, SCHOOL_DAYS, Household, Span
from tests.builders import JONAS, LEO, MAYA, MONDAY, SARA, busy, minute, span
from tests.drawn import few, households, near_days

windows = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)
SATURDAY = MONDAY + timedelta(days=5)
HOME = Household(
    people=(
        replace(LEO, free=(span("15:00-20:00", SCHOOL_DAYS), span("9:00-20:00", (5, 6)))),
        replace(SARA, free=(span("16:00-21:00"),)),
        replace(JONAS, free=(span("17:30-21:00"),)),
    ),
    busy=(
        busy("Football", "16:00-17:30", LEO, last=MONDAY),
        busy("Choir", "18:00-19:00", SARA, JONAS, first=MONDAY + timedelta(days=1)),
    ),
)
LEO_HERE, SARA_HERE, JONAS_HERE = HOME.people


def of(made):
    """The minutes that lie in these windows."""
    return {m for start, end in made for m in range(start, end)}


def is_tidy(made):
    return all(a < b for a, b in made) and all(one[1] < other[0] for one, other in pairwise(made))


@given(windows)
def test_joined_windows_are_the_same_minutes_in_order_and_apart(one):
    assert of(joined(one)) == of(one)
    assert is_tidy(joined(one))


@given(windows, windows)
def test_cutting_out_leaves_exactly_the_other_minutes(one, taken):
    assert of(without(one, taken)) == of(one) - of(taken)
    assert is_tidy(without(one, taken))


@given(windows, windows)
def test_shared_time_is_the_minutes_in_both(one, other):
    assert of(shared(one, other)) == of(one) & of(other)
    assert is_tidy(shared(one, other))


def test_a_child_is_free_around_football_while_there_is_football():
    assert free_windows(HOME, LEO_HERE, MONDAY) == (
        (minute("15:00"), minute("16:00")),
        (minute("17:30"), minute("20:00")),
    )
    next_week = MONDAY + timedelta(days=7)
    assert free_windows(HOME, LEO_HERE, next_week) == ((minute("15:00"), minute("20:00")),)


def test_a_busy_time_begins_on_its_first_day():
    assert [b.title for b in busy_on(HOME, MONDAY)] == ["Football"]
    assert [b.title for b in busy_on(HOME, MONDAY + timedelta(days=1))] == ["Choir"]


def _is_on(span: Span, day: date) -> bool:
    weeks = (day - date(1, 1, 1)).days // 7
    return day.weekday() in span.weekdays and span.weeks in ("all", ("even", "odd")[weeks % 2])


@few
@given(households(), near_days)
def test_somebody_is_free_in_their_hours_when_nothing_is_on(household, day):
    household = replace(household, rotas=(), calendars=())  # they are counted in tests of their own
    for person in household.people:
        hours = {(s.start, s.end) for s in person.free if _is_on(s, day)}
        taken = {
            (b.span.start, b.span.end)
            for b in household.busy
            if person.id in b.people
            and _is_on(b.span, day)
            and (b.first or day) <= day <= (b.last or day)
        }
        taken |= {(s.start, s.end) for s in person.own_time if _is_on(s, day)}
        assert of(free_windows(household, person, day)) == of(hours) - of(taken)


def test_a_conflict_says_who_and_what():
    six = (minute("18:30"), minute("19:30"))
    found = conflicts(HOME, (LEO.id, JONAS.id), SATURDAY, six)
    assert found == (("jonas", "Choir"),)


@pytest.mark.parametrize("hours", ["17:00-18:00", "19:00-20:00"])
def test_beside_each_other_is_no_conflict(hours):
    start, end = (minute(part) for part in hours.split("-"))
    assert conflicts(HOME, (SARA.id,), SATURDAY, (start, end)) == ()


def found_first(people, minutes, earliest="0:00", **other):
    asked = {"first": MONDAY, "days": 7, "earliest": minute(earliest)}
    return first_shared(HOME, [p.id for p in people], minutes, **{**asked, **other})


def test_the_first_time_they_all_share_comes_after_football():
    assert found_first((LEO, SARA), 60) == (MONDAY, minute("17:30"))


def test_what_is_planned_already_is_in_the_way_of_those_who_are_in_it():
    story = (MONDAY, (minute("17:30"), minute("18:10")), (SARA.id, MAYA.id))
    assert found_first((LEO, SARA), 60, taken=[story]) == (MONDAY, minute("18:15"))
    assert found_first((LEO, JONAS), 60, taken=[story]) == (MONDAY, minute("17:30"))


def test_earliest_counts_on_the_first_day_only():
    tuesday = MONDAY + timedelta(days=1)
    assert found_first((LEO, SARA), 60, earliest="19:01") == (tuesday, minute("16:00"))


def test_too_long_for_everybody_finds_nothing():
    assert found_first((LEO, SARA, JONAS), 600) is None
    assert found_first((LEO, SARA), 15, days=0) is None


def is_free(household, people, day, begin, end, taken):
    """Whether all of them have every one of these minutes, asked minute by minute."""
    for person in people:
        if not set(range(begin, end)) <= of(free_windows(household, person, day)):
            return False
    ids = {p.id for p in people}
    return not any(
        d == day and ids & set(who) and begin < w[1] and w[0] < end for d, w, who in taken
    )


@given(
    st.lists(st.sampled_from(HOME.people), min_size=1, max_size=3, unique=True),
    st.sampled_from((5, 15, 50, 120)),
    st.integers(0, DAY_MINUTES),
    st.lists(
        st.tuples(
            st.integers(0, 2).map(lambda n: MONDAY + timedelta(days=n)),
            st.integers(900, 1260).flatmap(
                lambda a: st.tuples(st.just(a), st.integers(a + 1, 1300))
            ),
            st.lists(st.sampled_from(("leo", "sara", "jonas")), unique=True).map(tuple),
        ),
        max_size=4,
    ),
)
def test_the_first_shared_time_is_the_first_quarter_that_fits(people, minutes, earliest, taken):
    wanted = [
        (day, start)
        for day in (MONDAY, MONDAY + timedelta(days=1), date(2026, 3, 4))
        for start in range(0, DAY_MINUTES - minutes + 1, 15)
        if day > MONDAY or start >= earliest
        if is_free(HOME, people, day, start, start + minutes, taken)
    ]
    found = first_shared(
        HOME,
        [p.id for p in people],
        minutes,
        first=MONDAY,
        days=3,
        earliest=earliest,
        taken=taken,
    )
    assert found == (wanted[0] if wanted else None)
