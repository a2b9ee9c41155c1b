"""The days of a rule, beside an independent reckoning of RFC 5545 rules by dateutil."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.rituals_days import days_before, days_between, falls_on, first_day, last_day
from planner.rituals_rule import Rule, rule_from, rule_text
from tests.drawn_rituals import LENGTHS, REPEATS, rules

STARTS = st.dates(date(2019, 1, 1), date(2033, 12, 31))
SPRING_AND_AUTUMN = tuple(
    date(year, month, day)
    for year in range(2020, 2033)
    for month, day in ((2, 27), (3, 6), (3, 24), (10, 22), (11, 1), (12, 28))
)
"""Around leap days, both changes of the clock in Europe and America, and the new year."""


def dated(rule: Rule, start: date) -> Rule:
    """The rule with everything said that otherwise follows from the first day, as the oracle wants it."""
    if rule.frequency != "yearly" or rule.month is not None:
        return rule
    return rule_from(f"{rule_text(rule)};BYMONTH={start.month};BYMONTHDAY={start.day}")


def asked_of_the_oracle(rule: Rule, start: date, first: date, end: date) -> list[date]:
    at = timedelta(hours=2, minutes=30)  # a time that a change of the clock leaves out
    midnight = datetime.min.time()
    found = rrulestr(rule_text(dated(rule, start)), dtstart=datetime.combine(start, midnight) + at)
    begin, last = datetime.combine(first, midnight), datetime.combine(end, midnight)
    return [d.date() for d in found.between(begin, last, inc=True) if d < last]


@settings(max_examples=400, deadline=None)
@given(rules(), STARTS, st.integers(-40, 3000), st.integers(0, 400))
def test_any_rule_falls_on_the_days_the_oracle_says(rule, start, later, days):
    first = start + timedelta(days=later)
    end = first + timedelta(days=days)
    expected = asked_of_the_oracle(rule, start, first, end)
    assert list(days_between(rule, start, first, end)) == expected


def some_rule(chance: Random) -> tuple[Rule, date]:
    frequency = chance.choice(REPEATS)
    month, way = chance.randint(1, 12), chance.choice(("plain", "date", "nth"))
    parts = [f"FREQ={frequency.upper()}", f"INTERVAL={chance.choice((1, 1, 1, 2, 2, 3, 4, 7))}"]
    if frequency == "weekly":
        days = chance.sample(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), chance.randint(1, 5))
        parts += [f"BYDAY={','.join(days)}", f"WKST={chance.choice(('MO', 'MO', 'SU'))}"]
    elif frequency != "daily" and way != "plain":
        if frequency == "yearly":
            parts.append(f"BYMONTH={month}")
        if way == "nth":
            nth, day = chance.choice((1, 2, 3, 4, 5, -1, -2)), chance.choice(("MO", "FR", "SU"))
            parts.append(f"BYDAY={nth}{day}")
        else:
            longest = LENGTHS[month - 1] if frequency == "yearly" else 31
            day = chance.choice((1, 15, 28, longest - 1, longest, -1, -2))
            parts.append(f"BYMONTHDAY={day}")
    near = chance.choice(SPRING_AND_AUTUMN) + timedelta(days=chance.randint(0, 6))
    end = chance.choice((None, "COUNT", "UNTIL"))
    if end == "COUNT":
        parts.append(f"COUNT={chance.randint(1, 200)}")
    if end == "UNTIL":
        parts.append(f"UNTIL={near + timedelta(days=chance.randint(0, 1500)):%Y%m%d}T235959")
    return rule_from(";".join(parts)), near


@pytest.mark.parametrize("seed", range(8))
def test_thousands_of_rules_near_leap_days_and_clock_changes_agree_with_the_oracle(seed):
    chance = Random(seed)
    for _ in range(500):
        rule, start = some_rule(chance)
        first = max(start, chance.choice(SPRING_AND_AUTUMN)) - timedelta(days=chance.randint(0, 6))
        end = first + timedelta(days=chance.choice((1, 7, 7, 31, 120)))
        expected = asked_of_the_oracle(rule, start, first, end)
        assert list(days_between(rule, start, first, end)) == expected, (rule, start, first, end)


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31", ["2027-01-31", "2027-03-31", "2027-05-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", ["2027-12-31", "2028-01-31", "2028-02-29"]),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "2096-02-29",
            ["2096-02-29", "2104-02-29", "2108-02-29"],
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
            "2028-02-29",
            ["2028-02-29", "2029-02-28", "2030-02-28"],
        ),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-12-25", ["2026-12-25", "2027-01-08"]),
        ("FREQ=MONTHLY;BYDAY=5FR", "2026-05-29", ["2026-05-29", "2026-07-31", "2026-10-30"]),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-03-02", ["2026-03-02", "2026-03-09"]),
    ],
)
def test_what_families_ask_about(text, start, expected):
    rule, first = rule_from(text), date.fromisoformat(start)
    found = days_between(rule, first, first, date.max)
    assert [str(day) for day in islice(found, len(expected))] == expected


@settings(max_examples=200, deadline=None)
@given(rules(), STARTS, st.integers(1, 400))
def test_the_last_of_so_many_times_is_the_one_that_is_counted_to(rule, start, count):
    endless = replace(rule, count=None, until=None)
    days = days_between(endless, start, start, date.max)
    assert last_day(replace(endless, count=count), start) == max(islice(days, count), default=start)


@settings(max_examples=100, deadline=None)
@given(rules(), STARTS, st.integers(0, 900))
def test_the_small_questions_agree_with_the_days(rule, start, later):
    day = start + timedelta(days=later)
    days = list(days_between(rule, start, start, start + timedelta(days=4000)))
    assert falls_on(rule, start, day) == (day in days)
    assert days_before(rule, start, day) == sum(d < day for d in days)
    if any(d >= day for d in days):
        assert first_day(rule, start, day) == min(d for d in days if d >= day)
    if rule.count is not None and len(days) == rule.count:
        assert last_day(rule, start) == days[-1]


@pytest.mark.parametrize(
    "text", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY", "FREQ=YEARLY"]
)
def test_the_end_of_the_calendar_is_no_trouble(text):
    friday = date(9999, 12, 31)
    rule = rule_from(text)
    assert list(days_between(rule, friday, date(9999, 12, 1), friday)) == []
    assert last_day(rule_from(f"{text};COUNT=9999"), friday) == friday
