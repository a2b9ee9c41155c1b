"""Rituals and term times on the disk: the same after a restart, and a problem where they are not sound."""

from datetime import date

import pytest

from planner import actions, terms, week
from planner.model import Term
from planner.rituals import with_ritual
from planner.rituals_documents import document, number, values
from planner.session import Session
from planner.store import household_from, open_store, tables_of
from tests.builders import MONDAY, NEXT_MONDAY, NOW, ritual, week_of

STORY = ritual(
    "_ Fri 19:00-19:20 story (leo, sara)",
    "FREQ=WEEKLY;BYDAY=FR;COUNT=9",
    skipped=(date(2026, 3, 13), date(2026, 4, 3)),
    in_term=True,
    split_from="7",
)
TERM = Term(first=date(2026, 1, 7), last=date(2026, 4, 1))
HOME = terms.with_terms(with_ritual(week_of("_ Wed 18:00-19:00 swimming (leo)"), STORY), [TERM])


def test_a_ritual_is_read_as_it_was_written():
    assert list(values({number(STORY): document(STORY)})) == [STORY]


def test_a_household_with_rituals_and_terms_is_the_same_again():
    household, problems = household_from(tables_of(HOME))
    assert (household, problems) == (HOME, ())


def test_what_became_of_an_occurrence_is_there_after_a_restart(tmp_path):
    empty, store = open_store(tmp_path, clock=lambda: NOW)
    session = Session(empty, store)
    session.apply(actions.start_family(HOME))
    for seen in week.entries_between(HOME, MONDAY):
        session.apply(actions.set_outcome(seen, "done"))
    store.close()
    household, store = open_store(tmp_path, clock=lambda: NOW)
    store.close()
    assert household == session.household
    assert [e.original for e in week.entries_between(household, MONDAY)] == [None, STORY.first.day]
    assert store.problems == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"rule": "FREQ=HOURLY"},
        {"rule": 7},
        {"rule": "FREQ=WEEKLY;BYDAY=MO"},  # its first day is a Friday
        {"first": None},
        {"skipped": "2026-03-13"},
        {"skipped": ["yesterday"]},
        {"skipped": [7]},
        {"in_term": "yes"},
        {"split_from": 7},
        {"first": {"title": "story"}},
    ],
)
def test_a_ritual_that_is_not_sound_is_a_problem_and_the_others_are_read(wrong):
    good = document(STORY)
    found = list(values({"1": {**good, **wrong}, "900": good}))
    assert (found[0].code, found[0].where) == ("ritual", "1")
    assert found[1] == STORY


def test_terms_that_touch_become_one():
    spring = Term(first=date(2026, 4, 2), last=date(2026, 5, 1))
    backwards = Term(first=date(2027, 4, 2), last=date(2026, 5, 1))
    assert terms.with_terms(HOME, [spring, backwards, TERM]).terms == (
        TERM._replace(last=spring.last),
    )


@pytest.mark.parametrize(
    "wrong", [{"first": "2026-01-08"}, {"last": "2025-01-01"}, {"last": None}, {"last": "soon"}]
)
def test_a_term_that_is_not_sound_is_a_problem(wrong):
    (problem,) = terms.values({terms.number(TERM): {**terms.document(TERM), **wrong}})
    assert (problem.code, problem.where) == ("term", terms.number(TERM))


def test_a_term_without_a_last_day_is_a_problem():
    (problem,) = terms.values({terms.number(TERM): {"first": "2026-01-07"}})
    assert problem.code == "term"


def test_a_week_without_rituals_costs_no_thought_of_them():
    plain = week_of("_ Wed 18:00-19:00 swimming (leo)")
    assert week.entries_between(plain, NEXT_MONDAY) == ()
    assert "rituals" not in tables_of(plain)
