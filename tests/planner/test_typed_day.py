from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.typed_day import day_from

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("typed", ["", "soon", "31/02/2017", "14/03", "1/2/3/4", "99", "0/0/2017"])
def test_what_names_no_day_is_not_guessed(typed):
    assert day_from(typed, day_first=True, today=TODAY) is None


def test_a_short_year_is_the_latest_that_is_not_to_come():
    assert day_from("1/2/26", day_first=True, today=TODAY) == date(2026, 2, 1)
    assert day_from("1/2/88", day_first=True, today=TODAY) == date(1988, 2, 1)


def test_americans_write_the_month_first():
    assert day_from("3/14/2017", day_first=False, today=TODAY) == date(2017, 3, 14)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from("/.- "), st.booleans())
def test_every_day_is_understood_as_it_is_written(day, separator, day_first):
    parts = [f"{day.day:02}", f"{day.month:02}", f"{day.year}"]
    if not day_first:
        parts[:2] = parts[1::-1]
    typed = separator.join(parts)
    assert day_from(typed, day_first=day_first, today=TODAY) == day
    assert day_from(day.isoformat(), day_first=day_first, today=TODAY) == day
