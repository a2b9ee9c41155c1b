from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.said_day import Words, day_said

TODAY = date(2026, 11, 25)  # a Wednesday
ENGLISH = Words(
    weekdays={
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3,
        "friday": 4, "saturday": 5, "sunday": 6,
    },
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    },
    days={"today": 0, "tomorrow": 1, "yesterday": -1},
    units={
        "day": "day", "days": "day", "week": "week", "weeks": "week",
        "month": "month", "months": "month", "year": "year", "years": "year",
    },
    following=frozenset({"next"}),
    this=frozenset({"this"}),
    last=frozenset({"last"}),
    ago=frozenset({"ago"}),
)  # fmt: skip


def said(typed: str, *, day_first: bool = True, first_weekday: int = 0) -> date | None:
    return day_said(typed, ENGLISH, today=TODAY, day_first=day_first, first_weekday=first_weekday)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12 dec", date(2026, 12, 12)),
        ("Dec 12", date(2026, 12, 12)),
        ("12th December 2027", date(2027, 12, 12)),
        ("12 dec 27", date(2027, 12, 12)),
        ("2027 december 12", date(2027, 12, 12)),
        ("december", date(2026, 12, 1)),
        ("march 2027", date(2027, 3, 1)),
        ("20 nov", date(2026, 11, 20)),
        ("29 feb", date(2028, 2, 29)),
        ("Friday 4 December", date(2026, 12, 4)),
    ],
)
def test_a_month_and_a_day_in_any_order(typed, day):
    assert said(typed) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-03-01", date(2027, 3, 1)),
        ("1.3.2027", date(2027, 3, 1)),
        ("1/3/27", date(2027, 3, 1)),
        ("20270301", date(2027, 3, 1)),
        ("24.12.", date(2026, 12, 24)),
        ("3/2027", date(2027, 3, 1)),
        ("2027-03", date(2027, 3, 1)),
        ("24", date(2026, 11, 24)),
        ("31", date(2026, 10, 31)),
    ],
)
def test_numbers_alone(typed, day):
    assert said(typed) == day


def test_the_country_decides_which_number_is_the_month():
    assert said("3/4/2027", day_first=True) == date(2027, 4, 3)
    assert said("3/4/2027", day_first=False) == date(2027, 3, 4)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("friday", date(2026, 11, 27)),
        ("wed", date(2026, 11, 25)),
        ("tue", date(2026, 12, 1)),
        ("this friday", date(2026, 11, 27)),
        ("next friday", date(2026, 12, 4)),
        ("next monday", date(2026, 11, 30)),
        ("last friday", date(2026, 11, 20)),
        ("last wednesday", date(2026, 11, 18)),
    ],
)
def test_a_weekday_is_the_coming_one_or_of_the_week_it_says(typed, day):
    assert said(typed) == day


def test_next_sunday_depends_on_where_the_week_begins():
    assert said("next sunday", first_weekday=0) == date(2026, 12, 6)
    assert said("next sunday", first_weekday=6) == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 26)),
        ("yesterday", date(2026, 11, 24)),
        ("in 3 weeks", date(2026, 12, 16)),
        ("3 weeks", date(2026, 12, 16)),
        ("10 days ago", date(2026, 11, 15)),
        ("next week", date(2026, 12, 2)),
        ("last month", date(2026, 10, 25)),
        ("next year", date(2027, 11, 25)),
        ("this week", TODAY),
    ],
)
def test_a_distance_from_today(typed, day):
    assert said(typed) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [("week 48", date(2026, 11, 23)), ("W2", date(2027, 1, 11)), ("2027-W10", date(2027, 3, 8))],
)
def test_the_number_of_a_week_is_its_monday(typed, day):
    assert said(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "31 feb",
        "0",
        "99",
        "2026-13-01",
        "week 60",
        "blue",
        "12 12 12 12",
        "ma",
        "dec 1 2 3",
        "weeks",
    ],
)
def test_what_names_no_day_gives_none(typed):
    assert said(typed) is None


@example("2²")
@given(st.text(max_size=30) | st.from_regex(r"[0-9a-z./ -]{0,20}", fullmatch=True))
def test_anything_may_be_typed(typed):
    found = said(typed)
    assert found is None or 1900 <= found.year < 3000


@given(st.dates(date(1901, 1, 1), date(2999, 12, 31)))
def test_every_date_written_in_full_is_understood(day):
    assert said(day.isoformat()) == day
    assert said(f"{day.day}.{day.month}.{day.year}") == day
