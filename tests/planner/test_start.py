"""What a family is offered before it has said anything."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import start
from planner.free import free_windows
from planner.model import (
    EVERY_DAY,
    SCHOOL_DAYS,
    WEEKEND,
    Busy,
    BusyId,
    Household,
    Moment,
    Person,
    PersonId,
    Span,
)

TODAY = date(2026, 11, 23)  # a Monday
LEO = Person(id=PersonId("leo"), name="Leo", role="child", birthday=date(2017, 3, 14))
NOA = Person(id=PersonId("noa"), name="Noa", role="child", birthday=date(2026, 9, 25), colour=1)
SARA = Person(id=PersonId("sara"), name="Sara", role="grown-up", colour=2)
JONAS = Person(id=PersonId("jonas"), name="Jonas", role="grown-up", colour=3)


def kinds(moments: tuple[Moment, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(m.kind, m.people) for m in moments]


@pytest.mark.parametrize(
    ("age", "clock"), [(0, "19:00"), (4, "19:30"), (8, "20:00"), (12, "20:45"), (17, "21:45")]
)
def test_bedtime_comes_later_with_age(age, clock):
    hours, minutes = clock.split(":")
    assert start.bedtime(age) == int(hours) * 60 + int(minutes)


@given(st.integers(0, 60), st.integers(0, 60))
def test_an_older_child_is_never_sent_to_bed_earlier(one, other):
    younger, older = sorted((one, other))
    assert start.bedtime(younger) <= start.bedtime(older)


def test_a_child_of_unknown_age_has_a_middling_bedtime():
    assert start.bedtime(2) < start.bedtime(None) < start.bedtime(17)


def test_a_school_child_is_free_after_school_and_at_weekends():
    assert start.default_free("child", age=9) == (
        Span(weekdays=SCHOOL_DAYS, start=15 * 60 + 30, end=20 * 60 + 45),
        Span(weekdays=WEEKEND, start=9 * 60, end=20 * 60 + 45),
    )


def test_somebody_at_home_is_free_from_the_morning_on():
    weekdays, _ = start.default_free("grown-up", away=False)
    assert weekdays.start == 9 * 60


def test_a_baby_does_not_go_to_school():
    assert not start.is_usually_away(NOA, (NOA, SARA), TODAY)
    assert start.is_usually_away(LEO, (LEO, SARA), TODAY)


def test_with_a_baby_nobody_is_taken_to_be_at_work():
    assert start.is_usually_away(SARA, (LEO, SARA), TODAY)
    assert not start.is_usually_away(SARA, (LEO, NOA, SARA), TODAY)


def test_a_child_goes_to_school_and_a_grown_up_to_work():
    school = start.default_busy(LEO, school="Schule", work="Arbeit")
    work = start.default_busy(SARA, school="Schule", work="Arbeit")
    assert (school.title, school.people) == ("Schule", (LEO.id,))
    assert (work.title, work.people) == ("Arbeit", (SARA.id,))
    assert school.id != work.id


def test_every_child_has_a_bedtime_and_all_have_dinner():
    moments = start.default_moments((LEO, NOA, SARA), today=TODAY)
    assert kinds(moments) == [
        ("bedtime", ("leo",)),
        ("bedtime", ("noa",)),
        ("meal", ("leo", "noa", "sara")),
    ]


def test_a_ride_is_time_for_two():
    ride = start.default_moments((LEO, NOA, SARA, JONAS), today=TODAY, ride=True)[-1]
    assert (ride.kind, ride.people, ride.span.weekdays) == ("car", ("leo", "sara"), SCHOOL_DAYS)


def test_a_new_child_gets_a_bedtime_and_comes_to_dinner():
    before = (LEO, SARA)
    chosen = start.default_moments(before, today=TODAY)
    moments = start.moments_for(chosen, before=before, people=(*before, NOA), today=TODAY)
    assert kinds(moments) == [
        ("bedtime", ("noa",)),
        ("bedtime", ("leo",)),
        ("meal", ("leo", "sara", "noa")),
    ]


def test_who_left_takes_their_bedtime_along():
    before = (LEO, NOA, SARA)
    chosen = start.default_moments(before, today=TODAY)
    moments = start.moments_for(chosen, before=before, people=(LEO, SARA), today=TODAY)
    assert kinds(moments) == [("bedtime", ("leo",)), ("meal", ("leo", "sara"))]


def test_a_bedtime_that_was_taken_away_stays_away():
    dinner = start.default_meal((LEO, SARA), start.DINNER)
    people = (LEO, SARA)
    assert start.moments_for((dinner,), before=people, people=people, today=TODAY) == (dinner,)


def test_a_child_that_turns_out_to_be_a_grown_up_has_no_bedtime():
    before = (LEO, SARA)
    grown = replace(LEO, role="grown-up")
    chosen = start.default_moments(before, today=TODAY)
    moments = start.moments_for(chosen, before=before, people=(grown, SARA), today=TODAY)
    assert [m.kind for m in moments] == ["meal"]


def test_a_new_person_has_a_colour_of_their_own():
    assert start.free_colour(()) == 0
    assert start.free_colour((LEO, SARA)) == 1


@given(st.lists(st.integers(0, 9), max_size=9))
def test_no_two_people_share_a_colour_until_somebody_wishes_so(colours):
    people = [replace(LEO, colour=c) for c in colours]
    assert start.free_colour(people) not in colours


def test_the_household_forgets_who_is_not_there():
    span = Span(weekdays=EVERY_DAY, start=0, end=60)
    household = start.household_from(
        (LEO, SARA),
        busy=(
            Busy(id=BusyId("a"), title="Swim", people=(LEO.id, NOA.id), span=span),
            Busy(id=BusyId("b"), title="Nap", people=(NOA.id,), span=span),
        ),
        moments=start.default_moments((LEO, NOA, SARA), today=TODAY),
    )
    assert [b.people for b in household.busy] == [("leo",)]
    assert all(NOA.id not in m.people for m in household.moments)


def test_names_lose_their_stray_spaces():
    household = start.household_from((replace(LEO, name=" Leo "),))
    assert household.people[0].name == "Leo"


def test_the_usual_family_has_an_evening_together():
    people = tuple(
        replace(p, free=start.default_free(p.role, age=start.age_of(p, TODAY)))
        for p in (LEO, SARA, JONAS)
    )
    busy = tuple(start.default_busy(p, school="School", work="Work") for p in people)
    household = Household(people=people, busy=busy)
    for person in people:
        assert any(
            begin <= 17 * 60 and end >= 19 * 60
            for begin, end in free_windows(household, person, TODAY)
        )
