"""The rules Fill never breaks, whatever the family: drawn at random."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner import suggest
from planner.allowed import is_gentle, is_hard, is_little_ritual, may_be_suggested
from planner.clashes import clashes
from planner.free import away_windows
from planner.model import (
    DAY_MINUTES,
    HAPPENED,
    Entry,
    EntryId,
    Household,
)
from planner.question import TINY
from planner.suggest import Proposal
from planner.week import add, entries_between, remove
from tests.builders import (
    MONDAY,
    few,
    planning_families,
    small_libraries,
)

SUNDAY_BEFORE = datetime(2026, 3, 1, 12)


def ask(household: Household, ideas, **other) -> Proposal:
    return suggest.suggest(household, MONDAY, ideas, **{"now": SUNDAY_BEFORE, **other})


@few
@given(st.data())
def test_no_rule_is_ever_broken(data):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    found = ask(household, ideas)
    wishes, known = household.wishes, _done(household)
    hard = is_hard(household, MONDAY, now=SUNDAY_BEFORE)
    for suggestion in found.suggestions:
        one = suggestion.entry
        idea = ideas[one.activity]
        assert may_be_suggested(idea)
        assert idea.id not in wishes.blocked
        assert one.day.weekday() not in wishes.quiet_days
        if "one-to-one" in idea.participants:
            assert not any(set(pair) == set(one.people) for pair in wishes.apart)
        if hard or is_gentle(household, MONDAY):
            assert idea.id in known
        if hard:
            assert is_little_ritual(idea)
        _nobody_is_away(household, one)
    _nobody_in_two_places(household, found)
    _so_much_a_day(household, found)


def _done(household: Household) -> set[str | None]:
    entries = (e for week in household.weeks.values() for e in week.entries)
    return {e.activity for e in entries if e.outcome in HAPPENED}


def _nobody_is_away(household: Household, one: Entry) -> None:
    for person in household.people:
        if person.id in one.people:
            for start, end in away_windows(household, person, one.day):
                assert one.end <= start or end <= one.start


def _nobody_in_two_places(household: Household, found: Proposal) -> None:
    assert clashes(household, MONDAY, tuple(s.entry for s in found.suggestions)) == {}


def _so_much_a_day(household: Household, found: Proposal) -> None:
    wishes = household.wishes
    for day in {s.entry.day for s in found.suggestions}:
        minutes = [s.entry.minutes for s in found.suggestions if s.entry.day == day]
        assert sum(m <= TINY for m in minutes) <= wishes.tiny_max
        assert sum(m > TINY for m in minutes) <= wishes.day_max


@few
@given(st.data(), st.integers(0, 7 * DAY_MINUTES - 1))
def test_past_days_stay_past(data, minute):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    now = datetime.combine(MONDAY, datetime.min.time()) + timedelta(minutes=minute)
    for suggestion in ask(household, ideas, now=now).suggestions:
        assert suggestion.placed.start >= minute


@few
@given(st.data())
def test_what_stands_in_the_week_is_left_as_it_is(data):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    found = ask(household, ideas)
    kept = add(
        household, *(replace(s.entry, id=EntryId(f"9{n}")) for n, s in enumerate(found.suggestions))
    )
    ghosts = [
        e for e in entries_between(kept, MONDAY) if e not in entries_between(household, MONDAY)
    ]
    assert remove(kept, *ghosts).weeks == household.weeks


@few
@given(st.data())
def test_the_same_question_has_the_same_answer(data):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    assert ask(household, ideas) == ask(household, ideas)
