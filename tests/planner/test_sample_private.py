"""What the sample family keeps beside its weeks: something on every page, and nothing that does not fit."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from activities import catalogue
from planner import actions
from planner.dates import monday_of
from planner.dictionary import SIGN_STATES
from planner.reaches import (
    FEELINGS,
    LANDINGS,
    NEEDS,
    RESPONSES,
    SHAPES,
    return_state,
    returns_of,
)
from planner.rituals import next_occurrence, ritual_with
from planner.sample import sample_household
from planner.sample_private import RITUAL, sample_family
from planner.session import Session
from planner.store import open_store
from planner.threads import due_checks
from planner.week import entries_between
from planner.whole_days import whole_days
from tests.builders import NOW, all_entries

LIBRARY = catalogue.load()[0].activities
days = st.dates(date(1995, 1, 1), date(2080, 1, 1))
some = settings(max_examples=20)
SUNDAY = date(2026, 11, 22)


def sample(day):
    return sample_family(day, LIBRARY)


def test_the_same_day_gives_the_same_family():
    assert sample(SUNDAY) == sample(SUNDAY)


def test_all_of_it_comes_back_from_the_disk_as_it_was(tmp_path):
    empty, store = open_store(tmp_path, clock=lambda: NOW)
    Session(empty, store).apply(actions.start_family(sample(SUNDAY)))
    store.close()
    again, store = open_store(tmp_path, clock=lambda: NOW)
    store.close()
    assert again == sample(SUNDAY)
    assert not store.problems


@some
@given(days)
def test_every_reach_is_past_and_said_in_the_words_of_the_sheet(day):
    reaches = sample(day).reaches
    assert list(reaches) == sorted(reaches, key=lambda r: (r.at, r.id))
    for reach in reaches:
        assert reach.at.date() < day
        assert set(reach.shape) <= set(SHAPES)
        assert reach.feeling in FEELINGS
        assert reach.need in NEEDS
        assert set(reach.response) <= set(RESPONSES)
        assert reach.landed in LANDINGS


@some
@given(days)
def test_one_missed_reach_was_gone_back_to_and_one_is_planned_in_this_week(day):
    household = sample(day)
    returns = returns_of(household)
    states = [return_state(r, returns) for r in household.reaches if r.missed]
    assert states == ["done", "planned"]
    planned = returns[household.reaches[-1].id]
    assert planned.day >= day
    assert monday_of(planned.day) == monday_of(day)


@some
@given(days)
def test_one_thread_is_mended_and_one_asks_today(day):
    household = sample(day)
    assert [t.state for t in household.threads] == ["mended", "open"]
    assert [t.id for t in due_checks(household, day)] == ["2"]


@some
@given(days)
def test_the_signs_are_of_every_state_and_none_has_faded(day):
    signs = sample(day).signs
    assert {s.state for s in signs} == set(SIGN_STATES)
    assert not any(s.has_faded(day) for s in signs)


@some
@given(days)
def test_the_ritual_comes_once_a_week_and_what_was_before_stays(day):
    household, before = sample(day), sample_household(day, LIBRARY)
    for week in range(3):
        monday = monday_of(day) + timedelta(weeks=week)
        found = [e for e in entries_between(household, monday) if e.activity == RITUAL]
        assert len(found) == 1
    upcoming = next_occurrence(household, ritual_with(household, "1"), day)
    assert day <= upcoming.day < day + timedelta(days=7)
    kept = all_entries(household)
    assert all(entry in kept for entry in all_entries(before) if entry.day < day)


@some
@given(days)
def test_a_trip_of_three_days_lies_ahead(day):
    household = sample(day)
    (trip,) = whole_days(household, day, 60)
    assert trip.days == 3
    assert trip.day > day + timedelta(days=14)


@some
@given(days)
def test_the_terms_are_of_the_school_year_of_today(day):
    terms = sample(day).terms
    assert len(terms) == 3
    assert terms[0].first - timedelta(days=60) <= day <= terms[-1].last + timedelta(days=14)
    assert all(one.last < other.first for one, other in pairwise(terms))


@some
@given(days)
def test_nobody_is_in_two_places_at_once(day):
    household = sample(day)
    entries = entries_between(household, monday_of(day) - timedelta(weeks=5), 8 * 7)
    taken = sorted((p, e.day, e.start, e.end) for e in entries if not e.all_day for p in e.people)
    for one, other in pairwise(taken):
        assert one[:2] != other[:2] or one[3] <= other[2]


def test_the_kept_pattern_is_a_week_without_the_ritual():
    (pattern,) = sample(SUNDAY).templates
    assert len(pattern.entries) >= 5
    assert RITUAL not in {e.activity for e in pattern.entries}
    assert {e.outcome for e in pattern.entries} == {"planned"}


def test_every_id_is_a_whole_number_and_no_entry_has_that_of_another():
    household = sample(SUNDAY)
    entries = all_entries(household)
    kept = (*household.reaches, *household.threads, *household.signs, *household.rituals)
    assert all(each.id.isdecimal() and each.id[0] != "0" for each in (*entries, *kept))
    assert len({e.id for e in entries}) == len(entries)


def test_without_a_library_there_is_no_ritual_and_no_pattern():
    household = sample_family(SUNDAY, {})
    assert household.rituals == ()
    assert household.templates == ()
    assert len(household.reaches) == 8
