from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.months import days_shown, months_later, week_number

DAYS = st.dates(date(1950, 1, 1), date(2200, 1, 1))


@given(DAYS, st.integers(0, 6))
def test_six_weeks_hold_the_whole_month_and_begin_as_the_family_is_used_to(day, first_weekday):
    shown = days_shown(day, first_weekday)
    assert len(shown) == 42
    assert shown[0].weekday() == first_weekday
    assert day.replace(day=1) in shown[:7]
    assert day in shown
    assert all(b - a == timedelta(days=1) for a, b in pairwise(shown))


@given(DAYS, st.integers(-30, 30))
def test_months_later_is_in_that_month_on_the_same_day_or_its_last(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_month_after_the_last_of_january_is_the_last_of_february():
    assert months_later(date(2027, 1, 31), 1) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("first", "number"),
    [(date(2026, 11, 23), 48), (date(2024, 12, 30), 1), (date(2026, 11, 22), None)],
)
def test_only_weeks_that_begin_on_monday_have_a_number(first, number):
    assert week_number(first) == number
