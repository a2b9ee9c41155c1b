"""Days, weeks and ages: what a calendar on the wall would say."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.dates import (
    age_on,
    days_from,
    days_in_month,
    monday_of,
    mondays_between,
    months_on,
    week_named,
    week_start,
)

days = st.dates(date(1950, 1, 1), date(2950, 1, 1))
LEAP_BABY = date(2016, 2, 29)


@given(days)
def test_the_monday_of_a_day_is_a_monday_at_most_six_days_before(day):
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days <= 6


@given(days, st.integers(0, 6))
def test_a_week_begins_on_the_weekday_the_family_is_used_to(day, first_weekday):
    first = week_start(day, first_weekday)
    assert first.weekday() == first_weekday
    assert day in days_from(first)


def test_a_sunday_begins_its_own_week_where_weeks_begin_on_sunday():
    assert week_start(date(2026, 3, 8), 6) == date(2026, 3, 8)
    assert week_start(date(2026, 3, 8), 0) == date(2026, 3, 2)


def test_a_week_over_new_year_has_days_of_both_years():
    week = days_from(monday_of(date(2026, 1, 1)))
    assert (week[0], week[-1]) == (date(2025, 12, 29), date(2026, 1, 4))


def test_a_leap_week_has_the_29th_of_february():
    assert date(2028, 2, 29) in days_from(monday_of(date(2028, 3, 1)))


@given(days, st.integers(0, 40))
def test_the_mondays_of_a_range_are_those_of_its_days(first, count):
    found = list(mondays_between(first, first + timedelta(days=count)))
    assert found == sorted({monday_of(day) for day in days_from(first, count)})


@given(days, st.integers(0, 30_000))
def test_age_grows_by_one_on_the_birthday_and_only_then(birthday, count):
    day = birthday + timedelta(days=count)
    older = age_on(birthday, day) - age_on(birthday, day - timedelta(days=1))
    leap_birthday = (birthday.month, birthday.day) == (2, 29)
    is_birthday = (day.month, day.day) == (birthday.month, birthday.day)
    if leap_birthday and not is_birthday:
        is_birthday = day == date(day.year, 3, 1) and (day - timedelta(days=1)).day == 28
    assert older == is_birthday


def test_a_newborn_is_nought_and_nobody_has_an_age_before_birth():
    assert age_on(date(2026, 3, 4), date(2026, 3, 4)) == 0
    assert age_on(date(2026, 3, 4), date(2026, 3, 3)) == -1


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2020, 2, 28), 3),
        (date(2020, 2, 29), 4),
        (date(2021, 2, 28), 4),
        (date(2021, 3, 1), 5),
        (date(2024, 2, 29), 8),
    ],
)
def test_who_is_born_on_a_leap_day_is_a_year_older_on_the_first_of_march(day, age):
    assert age_on(LEAP_BABY, day) == age


@given(days, st.integers(0, 30_000))
def test_twelve_whole_months_are_a_year(birthday, count):
    day = birthday + timedelta(days=count)
    assert months_on(birthday, day) // 12 == age_on(birthday, day)


@pytest.mark.parametrize(
    ("day", "months"),
    [(date(2026, 2, 28), 0), (date(2026, 3, 1), 1), (date(2026, 3, 30), 1), (date(2026, 3, 31), 2)],
)
def test_months_are_counted_by_the_day_of_birth(day, months):
    assert months_on(date(2026, 1, 31), day) == months


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W48", date(2026, 11, 23)),
        ("2026-w48", date(2026, 11, 23)),
        ("2026-W1", date(2025, 12, 29)),
        ("2026-W01", date(2025, 12, 29)),
        ("2020-W53", date(2020, 12, 28)),
        ("2026-11-25", date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("2027-01-01", date(2026, 12, 28)),
        ("2024-02-29", date(2024, 2, 26)),
    ],
)
def test_a_week_may_be_named_by_its_number_or_by_any_of_its_days(text, monday):
    assert week_named(text) == monday


@pytest.mark.parametrize(
    "text",
    [
        "", "W", "-W", "week 48", "2026", "2026-W", "2026-W0", "2026-W54", "2021-W53", "26-W48",
        "2026W48", "2026-W48-3", "-2026-W48", "2026-W-4", "2026-W²", "2026-02-29", "2026-13-01",
        "25.11.2026", "tomorrow", "0000-W01", "0001-W01", "0001-01-01", "9999-W52", "9999-12-31",
    ],
)  # fmt: skip
def test_anything_else_names_no_week(text):
    with pytest.raises(ValueError):
        week_named(text)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_monday_or_refused(text):
    try:
        monday = week_named(text)
    except ValueError:
        return
    assert monday.weekday() == 0


@given(days)
def test_the_name_of_a_week_leads_back_to_it(day):
    year, week, _ = day.isocalendar()
    assert week_named(f"{year:04}-W{week:02}") == monday_of(day) == week_named(day.isoformat())


@pytest.mark.parametrize("year", [1, 1900, 2000, 2027, 2028, 9999])
def test_every_month_has_its_days(year):
    lengths = [days_in_month(year, month) for month in range(1, 13)]
    assert lengths == [monthrange(year, month)[1] for month in range(1, 13)]
