from datetime import timedelta

from hypothesis import given

from planner import stored_weeks
from planner.documents import entry_document, reflection_document
from planner.errors import Problem
from planner.store import household_from, tables_of
from planner.stored_weeks import StoredWeeks, entry_ids
from planner.whole_days import whole_days, with_days
from tests.builders import MONDAY, NEXT_MONDAY, entry
from tests.drawn import few, households
from tests.planner.test_documents import WARM

BEAR = entry("_ Mon 19:00-19:20 bear", entry_id="1")
NAP = entry("_ Mon 13:00-14:00 nap", entry_id="2", monday=NEXT_MONDAY)
GOOD = entry_document(BEAR)


def stored(*known):
    return StoredWeeks({each.id: entry_document(each) for each in known}, {})


@few
@given(households())
def test_they_are_the_weeks_that_were_saved(home):
    weeks = household_from(tables_of(home))[0].weeks
    assert sorted(entry_ids(weeks)) == sorted(entry_ids(home.weeks))
    assert weeks == home.weeks
    assert len(weeks) == len(home.weeks)


@few
@given(households())
def test_what_takes_whole_days_is_what_it_was_in_the_family_that_was_saved(home):
    again = household_from(tables_of(home))[0]
    for monday in (*home.weeks, MONDAY):
        for first in (monday, monday + timedelta(days=9)):
            assert whole_days(again, first) == whole_days(home, first)


def test_a_week_is_read_when_it_is_looked_at_and_then_kept(monkeypatch):
    read = []

    def watched(entry_id, document, reflection):
        read.append(entry_id)
        return plain(entry_id, document, reflection)

    plain = stored_weeks.entry_from
    monkeypatch.setattr(stored_weeks, "entry_from", watched)
    trip = with_days(BEAR, MONDAY, 3)
    weeks = stored(trip, NAP)
    assert set(weeks) == {MONDAY, NEXT_MONDAY}
    assert set(entry_ids(weeks)) == {"1", "2"}
    assert set(stored_weeks.with_whole_days(weeks, (MONDAY, NEXT_MONDAY))) == {MONDAY}
    assert read == ["1"]
    assert weeks[NEXT_MONDAY] is weeks[NEXT_MONDAY]
    assert read == ["1", "2"]


def test_what_can_be_read_is_read_beside_what_cannot():
    weeks = StoredWeeks(
        {"1": GOOD, "2": {**GOOD, "start": "seven"}}, {"1": reflection_document(WARM)}
    )
    assert [e.title for e in weeks[MONDAY].entries] == ["bear"]
    assert weeks[MONDAY].entries[0].reflection == WARM
    assert weeks.problems == (Problem(code="entry", where="2", detail="start: 'seven'"),)


def test_an_entry_of_no_day_is_told_and_stands_in_no_week():
    weeks = StoredWeeks({"1": {**GOOD, "day": "soon"}, "2": {**GOOD, "day": ["soon"]}}, {})
    assert not weeks
    assert [(p.where, p.detail) for p in weeks.problems] == [
        ("1", "day: 'soon'"),
        ("2", "day: ['soon']"),
    ]


def test_an_entry_stays_readable_when_its_private_words_are_not():
    words = {**reflection_document(WARM), "closeness": "very"}
    weeks = StoredWeeks({"1": GOOD}, {"1": words})
    assert weeks[MONDAY].entries == (BEAR,)
    assert weeks.problems == (Problem(code="reflection", where="1", detail="closeness: 'very'"),)
    assert len(weeks.problems) == 1


def test_words_without_their_entry_are_reported():
    (problem,) = StoredWeeks({}, {"5": reflection_document(WARM)}).problems
    assert (problem.code, problem.where) == ("reflection", "5")
