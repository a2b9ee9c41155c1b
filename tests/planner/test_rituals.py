"""Rituals in a family's weeks: there when a week is read, and kept as soon as something became of one."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import week
from planner.clashes import clashes
from planner.errors import UnknownEntryError
from planner.family import without_person
from planner.model import EntryId, Household, Term
from planner.question import instance_for
from planner.rituals import days_of, ending_after, occurrence_id, original_start, with_ritual
from planner.rituals_rule import rule_from, rule_text
from planner.sheet import week_sheet
from tests.builders import (
    FAMILY,
    LEO,
    MONDAY,
    NEXT_MONDAY,
    NOW,
    SARA,
    all_entries,
    by_title,
    entry,
    lines,
    ritual,
    text_of,
    week_of,
)
from tests.drawn import few

STORY = ritual("_ Fri 19:00-19:20 story (leo, sara)", "FREQ=WEEKLY;BYDAY=FR")
FRIDAY = STORY.first.day
HOME = with_ritual(week_of("_ Wed 18:00-19:00 swimming (leo)"), STORY)
THIRD_WEEK = MONDAY + timedelta(days=14)


def story_on(household: Household, monday: date) -> week.Entry:
    return next(e for e in week.entries_between(household, monday) if e.ritual == STORY.id)


def test_a_ritual_stands_in_every_week_among_the_entries():
    assert text_of(HOME) == lines("""
        _ Wed 18:00-19:00 swimming (leo)
        _ Fri 19:00-19:20 story (leo, sara)
    """)
    assert text_of(HOME, THIRD_WEEK) == "_ Fri 19:00-19:20 story (leo, sara)"
    assert text_of(HOME, MONDAY - timedelta(days=7)) == ""


def test_nothing_is_stored_of_a_ritual_nobody_touched():
    week.entries_between(HOME, THIRD_WEEK, 365)
    assert [e.title for e in all_entries(HOME)] == ["swimming"]


def test_a_ticked_occurrence_is_stored_once_and_the_others_stay_planned():
    done = week.change(HOME, story_on(HOME, NEXT_MONDAY), outcome="done")
    assert text_of(done, NEXT_MONDAY) == "x Fri 19:00-19:20 story (leo, sara)"
    assert text_of(done, THIRD_WEEK) == "_ Fri 19:00-19:20 story (leo, sara)"
    assert done.rituals is HOME.rituals


def test_an_occurrence_moved_to_another_week_leaves_its_own():
    moved = week.change(HOME, story_on(HOME, NEXT_MONDAY), day=MONDAY, start=600)
    assert text_of(moved).splitlines()[0] == "_ Mon 10:00-10:20 story (leo, sara)"
    assert text_of(moved, NEXT_MONDAY) == ""
    assert by_title(moved, "story").original == NEXT_MONDAY + timedelta(days=4)


def test_what_is_put_back_where_it_was_is_the_same_day_of_the_ritual():
    seen = story_on(HOME, NEXT_MONDAY)
    moved = week.change(HOME, seen, day=MONDAY)
    back = week.change(moved, by_title(moved, "story"), day=seen.day)
    assert story_on(back, NEXT_MONDAY) == seen


def test_a_removed_occurrence_is_left_out_and_the_others_are_not():
    without = week.remove(HOME, story_on(HOME, NEXT_MONDAY))
    assert text_of(without, NEXT_MONDAY) == ""
    assert text_of(without, THIRD_WEEK) == "_ Fri 19:00-19:20 story (leo, sara)"
    assert without.weeks == HOME.weeks


def test_a_stored_occurrence_does_not_come_back_when_it_is_removed():
    moved = week.change(HOME, story_on(HOME, NEXT_MONDAY), day=MONDAY)
    without = week.remove(moved, by_title(moved, "story"))
    assert (text_of(without), text_of(without, NEXT_MONDAY)) == (text_of(HOME), "")
    assert without.rituals[0].skipped == (NEXT_MONDAY + timedelta(days=4),)


def test_a_removed_occurrence_can_be_put_back():
    seen = story_on(HOME, NEXT_MONDAY)
    back = week.add(week.remove(HOME, seen), replace(seen, outcome="done"))
    assert text_of(back, NEXT_MONDAY) == "x Fri 19:00-19:20 story (leo, sara)"
    assert back.rituals == HOME.rituals


@pytest.mark.parametrize("step", [week.remove, week.current, week.change])
def test_an_occurrence_that_was_removed_is_a_bad_call(step):
    seen = story_on(HOME, NEXT_MONDAY)
    with pytest.raises(UnknownEntryError):
        step(week.remove(HOME, seen), seen)


def test_an_occurrence_is_found_by_its_id_stored_or_not():
    seen = story_on(HOME, THIRD_WEEK)
    assert week.find(HOME, seen.id) == seen
    ticked = week.change(HOME, seen, outcome="done", day=MONDAY)
    assert week.find(ticked, seen.id).outcome == "done"
    assert week.find(HOME, occurrence_id(STORY.id, NEXT_MONDAY)) is None
    assert week.find(HOME, EntryId(STORY.id)) is None


def test_in_term_time_only_a_ritual_rests_in_the_holidays():
    rests = with_ritual(HOME, replace(STORY, in_term=True))
    assert "story" in text_of(rests)  # no term times are known yet
    term = Term(first=date(2026, 3, 9), last=date(2026, 3, 13))
    at_school = replace(rests, terms=(term,))
    assert "story" not in text_of(at_school)
    assert "story" in text_of(at_school, NEXT_MONDAY)
    assert "story" not in text_of(at_school, THIRD_WEEK)


def test_in_term_time_no_day_after_the_last_term_is_looked_at():
    terms = (
        Term(first=date(2026, 3, 9), last=date(2026, 3, 13)),
        Term(first=date(2026, 4, 6), last=date.max),
        Term(first=date(2026, 3, 16), last=date(2026, 3, 16)),
    )
    daily = replace(STORY, rule="FREQ=DAILY;UNTIL=99991231", in_term=True)
    days = days_of(daily, date.min, date.max, terms)
    assert [next(days).day for _ in range(7)] == [9, 10, 11, 12, 13, 16, 6]
    assert len(list(days_of(daily, date.min, date.max, (terms[0], terms[2])))) == 6


def test_five_times_in_term_time_are_five_times_without_those_in_the_holidays():
    terms = (
        Term(first=MONDAY, last=MONDAY + timedelta(days=13)),
        Term(first=MONDAY + timedelta(days=28), last=MONDAY + timedelta(days=99)),
    )
    rule = ending_after(rule_from("FREQ=WEEKLY;BYDAY=FR"), FRIDAY, 5, terms)
    ends = replace(STORY, rule=rule_text(rule), in_term=True)
    household = replace(with_ritual(HOME, ends), terms=terms)
    stories = [e for e in week.entries_between(household, MONDAY, 365) if e.ritual]
    assert [e.day.day for e in stories] == [6, 13, 3, 10, 17]


def test_a_ritual_at_five_stays_at_five_when_the_clocks_change():
    tea = ritual("_ Sun 17:00-17:30 tea", "FREQ=DAILY")
    at_home = with_ritual(Household(people=FAMILY), tea)
    spring = week.entries_between(at_home, date(2026, 3, 28), 3)
    autumn = week.entries_between(at_home, date(2026, 10, 24), 3)
    assert {e.start for e in (*spring, *autumn)} == {17 * 60}
    assert [e.day.day for e in spring] == [28, 29, 30]
    assert original_start(tea, date(2026, 10, 25)) == datetime(2026, 10, 25, 17)


def test_a_copy_of_an_occurrence_stands_on_its_own():
    done = week.change(HOME, story_on(HOME, MONDAY), outcome="done")
    copy = week.plain_copy(by_title(done, "story"))
    assert (copy.ritual, copy.original, copy.outcome) == (None, None, "planned")


def test_who_leaves_the_family_leaves_its_rituals():
    alone = ritual("_ Sat 08:00-08:30 run (leo)", "FREQ=DAILY", ritual_id="901")
    household = with_ritual(HOME, alone)
    household = week.change(household, story_on(household, NEXT_MONDAY), people=(LEO.id,))
    left = without_person(household, LEO.id)
    assert [r.first.people for r in left.rituals] == [(SARA.id,)]
    assert text_of(left, NEXT_MONDAY) == ""
    assert text_of(left, THIRD_WEEK) == "_ Fri 19:00-19:20 story (sara)"


def test_the_id_of_an_occurrence_is_no_other_entrys():
    assert occurrence_id(STORY.id, FRIDAY) == "9000000000020260306"
    assert len(occurrence_id(STORY.id, FRIDAY)) > len(str(2**48))


@few
@given(st.integers(-30, 60), st.integers(0, 40), st.lists(st.integers(0, 8), max_size=5))
def test_every_occurrence_is_seen_once_whatever_became_of_it(first, days, touched):
    household = HOME
    for n, which in enumerate(touched):
        seen = week.find(HOME, occurrence_id(STORY.id, FRIDAY + timedelta(days=7 * which)))
        if week.find(household, seen.id) == seen:
            household = week.change(household, seen, outcome="done", day=seen.day + timedelta(n))
    start = MONDAY + timedelta(days=first)
    found = week.entries_between(household, start, days)
    assert len({e.id for e in found}) == len(found)
    assert list(found) == sorted(found, key=lambda e: (e.day, e.start, e.id))
    everything = week.entries_between(household, MONDAY, 7 * 9 + 7)
    assert {e.original for e in everything if e.ritual} >= {
        FRIDAY + timedelta(days=7 * n) for n in range(9)
    }


def test_a_ritual_takes_its_time_in_the_question_put_to_fill():
    asked = instance_for(HOME, NEXT_MONDAY, {}, now=NOW)
    assert [(p.start, p.minutes, p.fixed) for p in asked.fixed] == [
        (4 * 24 * 60 + 19 * 60, 20, occurrence_id(STORY.id, NEXT_MONDAY + timedelta(days=4)))
    ]


def test_a_ritual_stands_on_the_printed_sheet():
    sheet = week_sheet(HOME, NEXT_MONDAY)
    assert [line.title for day in sheet.days for line in day.lines] == ["story"]


def test_somebody_is_in_two_places_at_once_with_a_ritual_too():
    ghost = entry("_ Fri 19:10-19:30 chess (leo)", monday=NEXT_MONDAY, entry_id="7")
    assert clashes(HOME, NEXT_MONDAY, (ghost,)) == {"7": ((LEO.id,), "story")}
