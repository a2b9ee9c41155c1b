"""Shifts come round again, nights reach into the morning, and a nurse is never asked at work."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import actions
from planner.dates import days_from
from planner.family import without_person
from planner.free import busy_on, free_windows
from planner.model import BusyId, Household, Rota, Shift, Turn
from planner.rota_documents import rota_document, rota_from
from tests.builders import JONAS, LEO, MONDAY, SARA, minute, span

EARLY = Shift("Early", minute("6:00"), minute("14:00"))
LATE = Shift("Late", minute("14:00"), minute("22:00"))
NIGHT = Shift("Night", minute("22:00"), minute("6:00"))
FOUR_ON_FOUR_OFF = Rota(
    id=BusyId("r"),
    person=SARA.id,
    first=MONDAY,
    shifts=(EARLY, LATE, NIGHT),
    turns=(Turn(0, 2), Turn(1, 2), Turn(2, 2), Turn(None, 4)),
)
ALL_DAY = (span("0:00-24:00"),)
HOME = Household(people=(LEO, replace(SARA, free=ALL_DAY), JONAS), rotas=(FOUR_ON_FOUR_OFF,))


def hours(day):
    return [(b.title, b.span.start // 60, b.span.end // 60) for b in busy_on(HOME, day)]


def day(number):
    return MONDAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (-1, []),
        (0, [("Early", 6, 14)]),
        (2, [("Late", 14, 22)]),
        (4, [("Night", 22, 24)]),
        (5, [("Night", 0, 6), ("Night", 22, 24)]),
        (6, [("Night", 0, 6)]),
        (7, []),
        (9, []),
        (10, [("Early", 6, 14)]),
        (10 * 50 + 4, [("Night", 22, 24)]),
    ],
)
def test_two_early_two_late_two_nights_and_four_off_come_round_again(number, expected):
    assert hours(day(number)) == expected


def test_three_weeks_of_early_late_and_night_with_weekends_off():
    week = tuple(turn for n in range(3) for turn in (Turn(n, 5), Turn(None, 2)))
    factory = FOUR_ON_FOUR_OFF._replace(turns=week)
    names = [
        shift.name[0] if (shift := factory.shift_on(d)) else "-" for d in days_from(MONDAY, 23)
    ]
    assert "".join(names) == "EEEEE--LLLLL--NNNNN--EE"


def test_at_work_a_nurse_is_not_free_and_off_duty_she_is():
    nurse = HOME.people[1]
    assert free_windows(HOME, nurse, day(0)) == ((0, 360), (840, 1440))
    assert free_windows(HOME, nurse, day(8)) == ((0, 1440),)


def test_a_shift_that_ends_at_midnight_takes_nothing_of_the_next_day():
    until_midnight = FOUR_ON_FOUR_OFF._replace(
        shifts=(Shift("Late", 900, 0),), turns=(Turn(0, 1), Turn(None, 1))
    )
    assert [b.span.end for b in busy_on(replace(HOME, rotas=(until_midnight,)), MONDAY)] == [1440]
    assert busy_on(replace(HOME, rotas=(until_midnight,)), day(1)) == ()


def test_a_rota_without_turns_takes_no_time():
    empty = FOUR_ON_FOUR_OFF._replace(turns=())
    assert busy_on(replace(HOME, rotas=(empty,)), MONDAY) == ()


def test_a_rota_is_kept_changed_and_removed_as_one_step_each():
    home = replace(HOME, rotas=())
    kept = actions.set_rota(FOUR_ON_FOUR_OFF, "Sara").step(home)
    other = FOUR_ON_FOUR_OFF._replace(first=day(1))
    changed = actions.set_rota(other, "Sara").step(kept)
    assert (kept.rotas, changed.rotas) == ((FOUR_ON_FOUR_OFF,), (other,))
    assert actions.remove_rota(other, "Sara").step(changed) == home


def test_whoever_leaves_takes_the_rota_along():
    assert without_person(HOME, SARA.id).rotas == ()
    assert without_person(HOME, JONAS.id).rotas == (FOUR_ON_FOUR_OFF,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"turns": [{"shift": 3, "days": 1}]},
        {"turns": [{"shift": 0, "days": 0}]},
        {"turns": [{"shift": 0, "days": 1}], "shifts": []},
        {"first": "someday"},
        {"shifts": [{"name": "Early", "start": 0, "end": 9999}]},
    ],
)
def test_a_rota_that_makes_no_sense_is_a_bad_value(wrong):
    document = rota_document(FOUR_ON_FOUR_OFF) | wrong
    with pytest.raises(ValueError, match=r"shift|days|first|end"):
        rota_from(document)
