"""Entries of a week: added, moved, changed and taken out, and nothing else changes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import week
from planner.dates import monday_of
from planner.errors import UnknownEntryError
from planner.model import EntryId, Household
from tests.builders import (
    MONDAY,
    NEXT_MONDAY,
    all_entries,
    by_title,
    entry,
    lines,
    text_of,
    week_of,
)
from tests.drawn import entries, few, households

ORDINARY = """
    x Mon 16:00-17:00 swimming (leo)
    _ Wed 19:00-19:20 bear (maya, jonas)
    _ Sat 10:00-11:00 bicycle (leo, jonas)
"""


def test_a_new_entry_takes_its_place_by_day_and_time():
    household = week.add(week_of(ORDINARY), entry("_ Wed 08:00-08:10 kiss", entry_id="9"))
    assert text_of(household) == lines("""
        x Mon 16:00-17:00 swimming (leo)
        _ Wed 08:00-08:10 kiss
        _ Wed 19:00-19:20 bear (maya, jonas)
        _ Sat 10:00-11:00 bicycle (leo, jonas)
    """)


def test_an_entry_with_a_known_id_takes_the_place_of_the_old_one():
    household = week.add(week_of(ORDINARY), entry("h Tue 16:00-17:00 swimming (maya)"))
    assert text_of(household).splitlines()[0] == "h Tue 16:00-17:00 swimming (maya)"
    assert len(all_entries(household)) == 3


def test_an_entry_moved_to_the_next_week_leaves_this_one():
    household = week_of(ORDINARY)
    later = week.change(household, by_title(household, "bear"), day=NEXT_MONDAY)
    assert "bear" not in text_of(later)
    assert text_of(later, NEXT_MONDAY) == "_ Mon 19:00-19:20 bear (maya, jonas)"


def test_moving_the_only_entry_leaves_no_empty_week_behind():
    household = week_of("_ Mon 16:00-17:00 swimming")
    moved = week.change(household, by_title(household, "swimming"), day=NEXT_MONDAY)
    assert list(moved.weeks) == [NEXT_MONDAY]


def test_a_change_to_the_same_is_the_same_household():
    household = week_of(ORDINARY)
    assert week.change(household, by_title(household, "bear"), minutes=20) is household


def test_a_change_works_on_the_entry_as_it_is_now():
    household = week_of(ORDINARY)
    seen = by_title(household, "bear")
    household = week.change(household, seen, outcome="done")
    household = week.change(household, seen, start=18 * 60)
    assert "x Wed 18:00-18:20 bear (maya, jonas)" in text_of(household)


def test_what_is_removed_is_gone_and_the_rest_stays():
    household = week_of(ORDINARY)
    household = week.remove(household, by_title(household, "bear"))
    assert text_of(household) == lines("""
        x Mon 16:00-17:00 swimming (leo)
        _ Sat 10:00-11:00 bicycle (leo, jonas)
    """)


@pytest.mark.parametrize("step", [week.remove, week.current, week.change])
def test_an_entry_that_is_not_there_is_a_bad_call(step):
    with pytest.raises(UnknownEntryError):
        step(week_of(ORDINARY), entry("_ Mon 16:00-17:00 swimming", entry_id="77"))


def test_an_entry_is_not_looked_for_in_another_week():
    household = week_of(ORDINARY)
    elsewhere = replace(by_title(household, "bear"), day=NEXT_MONDAY)
    with pytest.raises(UnknownEntryError):
        week.remove(household, elsewhere)


def test_an_entry_is_found_by_its_id_in_any_week():
    household = week.add(week_of(ORDINARY), entry("_ Sun 10:00-11:00 nap", entry_id="9"))
    far = week.add(
        household, entry("_ Sun 10:00-11:00 nap", monday=date(2031, 1, 6), entry_id="10")
    )
    assert week.find(far, EntryId("10")).day == date(2031, 1, 12)
    assert week.find(far, EntryId("2")) == by_title(household, "bear")
    assert week.find(far, EntryId("77")) is None


def test_a_week_that_begins_on_sunday_takes_entries_of_two_stored_weeks():
    household = week.add(
        week_of("_ Sun 10:00-11:00 pancakes"),
        entry("_ Mon 08:00-08:10 kiss", monday=NEXT_MONDAY, entry_id="9"),
    )
    sunday = MONDAY + timedelta(days=6)
    assert [e.title for e in week.entries_between(household, sunday)] == ["pancakes", "kiss"]


def test_a_week_over_new_year_is_one_week():
    household = week.add(
        Household(),
        entry("_ Wed 10:00-11:00 fireworks", monday=date(2025, 12, 29)),
        entry("_ Thu 10:00-11:00 sleep", monday=date(2025, 12, 29), entry_id="2"),
    )
    assert list(household.weeks) == [date(2025, 12, 29)]
    assert [e.day.year for e in week.entries_between(household, date(2025, 12, 29))] == [2025, 2026]


@few
@given(households(), st.integers(-40, 40), st.integers(0, 30))
def test_a_range_has_every_entry_of_its_days_in_order(household, first, count):
    start = MONDAY + timedelta(days=first)
    end = start + timedelta(days=count)
    found = week.entries_between(household, start, count)
    stored = {e.id for e in found if e.ritual is None}
    assert stored == {e.id for e in all_entries(household) if start <= e.day < end}
    assert list(found) == sorted(found, key=lambda e: (e.day, e.start, e.id))


@few
@given(households(), entries("77", ()))
def test_an_entry_put_in_and_taken_out_leaves_no_trace(household, new):
    assert week.remove(week.add(household, new), new) == household


@few
@given(households(), entries("77", ()))
def test_every_entry_stands_in_the_week_of_its_day(household, new):
    household = week.add(household, new)
    for monday, held in household.weeks.items():
        assert held.monday == monday
        assert held.entries
        assert {monday_of(e.day) for e in held.entries} == {monday}
