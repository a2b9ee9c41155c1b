"""The sample family: four made-up people whose weeks could be anybody's."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities import catalogue
from activities.model import SHOWN_STATUSES, band_for
from planner.balance import is_one_to_one
from planner.dates import age_on, monday_of
from planner.model import HAPPENED
from planner.sample import HABITS, LEO, MAYA, sample_household
from tests.builders import all_entries

LIBRARY = catalogue.load()[0].activities
days = st.dates(date(1995, 1, 1), date(2080, 1, 1))
some = settings(max_examples=20)
LEAP_DAY = date(2028, 2, 29)


def sample(day):
    return sample_household(day, LIBRARY)


def test_the_same_day_gives_the_same_family():
    assert sample(LEAP_DAY) == sample(LEAP_DAY)


@some
@given(days)
def test_leo_is_nine_and_maya_six_on_any_day(day):
    household = sample(day)
    ages = {p.id: age_on(p.birthday, day) for p in household.children}
    assert ages == {LEO: 9, MAYA: 6}


@pytest.mark.parametrize(
    "day", [LEAP_DAY, date(2026, 3, 13), date(2026, 3, 14), date(2026, 9, 1), date(2026, 9, 2)]
)
def test_nobody_is_a_year_out_around_a_birthday(day):
    assert [age_on(p.birthday, day) for p in sample(day).children] == [9, 6]


def test_every_habit_is_in_the_library_and_shown_to_families():
    assert {h.activity for h in HABITS} <= LIBRARY.keys()
    assert {LIBRARY[h.activity].status for h in HABITS} <= SHOWN_STATUSES


@some
@given(days)
def test_every_activity_fits_the_ages_and_the_people_it_is_done_with(day):
    household = sample(day)
    for entry in all_entries(household):
        idea = LIBRARY[entry.activity]
        assert entry.title == idea.title
        assert entry.pathway == idea.pathways[0]
        for child in household.children:
            if child.id in entry.people:
                assert band_for(age_on(child.birthday, entry.day)) in idea.bands
        form = "one-to-one" if is_one_to_one(entry, household) else "whole-family"
        assert form in idea.participants


@some
@given(days)
def test_the_past_is_lived_and_nothing_is_planned_beyond_tomorrow(day):
    for entry in all_entries(sample(day)):
        assert entry.day <= day + timedelta(days=1)
        assert entry.day >= monday_of(day) - timedelta(days=7 * 14)
        assert (entry.outcome == "planned") == (entry.day >= day)


@some
@given(days)
def test_only_what_happened_has_words_and_they_were_written_that_evening(day):
    told = [e for e in all_entries(sample(day)) if e.reflection]
    assert told
    for entry in told:
        assert entry.outcome in HAPPENED
        assert entry.reflection.written.date() == entry.day
        assert set(entry.reflection.feelings) <= set(entry.people)


@some
@given(days)
def test_nobody_is_in_two_places_at_once(day):
    taken = sorted((p, e.day, e.start, e.end) for e in all_entries(sample(day)) for p in e.people)
    for one, other in pairwise(taken):
        assert one[:2] != other[:2] or one[3] <= other[2]


def test_every_entry_has_an_id_of_its_own():
    found = all_entries(sample(LEAP_DAY))
    assert len({e.id for e in found}) == len(found) > 80


def test_habits_the_library_does_not_have_are_left_out():
    few = {k: v for k, v in LIBRARY.items() if k != "story-catch"}
    household = sample_household(LEAP_DAY, few)
    assert {e.activity for e in all_entries(household)} == {h.activity for h in HABITS} - {
        "story-catch"
    }


def test_an_empty_library_gives_a_family_without_weeks():
    household = sample_household(LEAP_DAY, {})
    assert household.sample
    assert household.weeks == {}
    assert [p.name for p in household.people] == ["Leo", "Maya", "Sara", "Jonas"]
