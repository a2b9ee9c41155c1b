"""Somebody is taken out of the family: what becomes of theirs is chosen, and all of it can come back."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import week
from planner.errors import UnknownKeptError, UnknownPersonError
from planner.model import Household, PersonId, Reflection, RemovedId
from planner.reaches import Reach
from planner.removed import (
    bring_back,
    forget_removed,
    last_day,
    remove_person,
    tidy_removed,
)
from planner.rituals import with_ritual
from planner.session import Session
from planner.storage.keys import new_keys
from planner.storage.passphrase import seal_folder
from planner.store import household_from, open_store, tables_of
from tests.builders import (
    LEO,
    MAYA,
    MONDAY,
    NOW,
    SARA,
    all_entries,
    busy,
    by_title,
    lines,
    moment,
    ritual,
    text_of,
    week_of,
)
from tests.drawn import few, households

TODAY = date(2026, 3, 4)
SECRET = "three quiet geese"
WORDS = Reflection(written=datetime(2026, 3, 2, 21), line="He sang.", feelings={LEO.id: ("glad",)})
HOME = replace(
    week_of("""
        x Mon 16:00-17:00 swimming (leo)
        _ Wed 19:00-19:20 bear (leo, maya, jonas)
        _ Thu 18:00-18:10 bins
    """),
    busy=(busy("Football", "16:00-17:30", LEO), busy("School", "8:00-15:00", LEO, MAYA)),
    moments=(
        moment("bedtime", "20:00-20:30", LEO),
        moment("bedtime", "20:00-20:30", LEO, SARA),
        moment("meal", "18:00-18:30", LEO, SARA),
    ),
    reaches=(Reach(id="201", at=datetime(2026, 3, 1, 9), child=LEO.id, shape=("body",)),),
)
HOME = week.change(HOME, by_title(HOME, "swimming"), reflection=WORDS)
HOME = with_ritual(HOME, ritual("_ Fri 19:00-19:20 story (leo)", "FREQ=WEEKLY;BYDAY=FR"))


def without(household, person=LEO, *, heir=None, keep=False, number="77"):
    action = remove_person(person, RemovedId(number), TODAY, heir=heir, keep=keep)
    return action.step(household)


def back(household, number=0):
    return bring_back(household.removed[number]).step(household)


def same(one, other):
    """Equal but for the order of what has none."""

    def plain(household):
        loose = {n: sorted(getattr(household, n), key=repr) for n in ("busy", "rotas", "moments")}
        return replace(household, known_by="", **loose)

    return plain(one) == plain(other)


def test_kept_entries_and_rituals_go_on_with_nobody():
    left = without(HOME, keep=True)
    assert text_of(left) == lines("""
        x Mon 16:00-17:00 swimming
        _ Wed 19:00-19:20 bear (maya, jonas)
        _ Thu 18:00-18:10 bins
        _ Fri 19:00-19:20 story
    """)
    assert by_title(left, "swimming").reflection == WORDS
    assert [b.title for b in left.busy] == ["School"]


def test_an_heir_takes_their_place_once():
    left = without(HOME, keep=True, heir=MAYA.id)
    assert text_of(left) == lines("""
        x Mon 16:00-17:00 swimming (maya)
        _ Wed 19:00-19:20 bear (maya, jonas)
        _ Thu 18:00-18:10 bins
        _ Fri 19:00-19:20 story (maya)
    """)


def test_else_what_was_theirs_alone_goes_along():
    assert text_of(without(HOME)) == lines("""
        _ Wed 19:00-19:20 bear (maya, jonas)
        _ Thu 18:00-18:10 bins
    """)


CHOICES = [{"keep": True}, {"keep": True, "heir": SARA.id}, {}]


@pytest.mark.parametrize("choice", CHOICES)
def test_all_of_it_comes_back_after_a_restart(choice):
    left, problems = household_from(tables_of(without(HOME, **choice)))
    assert problems == ()
    assert same(back(left), HOME)


@few
@given(households(), st.data(), st.booleans())
def test_whoever_is_brought_back_at_once_was_never_away(household, data, keep):
    if not household.people:
        return
    gone = data.draw(st.sampled_from(household.people))
    others = [p.id for p in household.people if p != gone]
    heir = data.draw(st.sampled_from([None, *others])) if keep else None
    left = without(household, gone, heir=heir, keep=keep)
    assert household_from(tables_of(left)) == (left, ())
    assert same(back(left), household)


def test_what_was_changed_since_stays_so_with_them_in_it_again():
    left = without(HOME)
    left = week.change(left, by_title(left, "bear"), people=(SARA.id,), title="wolf")
    assert by_title(back(left), "wolf").people == (SARA.id, LEO.id)


def test_what_was_deleted_since_stays_deleted():
    left = without(HOME)
    left = week.remove(left, by_title(left, "bear"))
    assert text_of(back(left)) == lines("""
        x Mon 16:00-17:00 swimming (leo)
        _ Thu 18:00-18:10 bins
        _ Fri 19:00-19:20 story (leo)
    """)


def test_a_time_of_a_ritual_that_has_ended_meanwhile_comes_back_on_its_own():
    shared = ritual("_ Tue 19:00-19:20 tea (leo, sara)", "FREQ=WEEKLY;BYDAY=TU", ritual_id="901")
    home = with_ritual(HOME, shared)
    tea = next(e for e in week.entries_between(home, MONDAY) if e.title == "tea")
    one = week.change(home, tea, people=(LEO.id,), outcome="done")
    left = replace(without(one), rituals=())
    tea = by_title(back(left), "tea")
    assert (tea.ritual, tea.outcome, tea.people) == (None, "done", (LEO.id,))


def test_two_can_be_away_at_once_and_come_back_one_by_one():
    left = without(without(HOME), SARA, number="78")
    assert [p.name for p in left.people] == ["Maya", "Jonas"]
    both = back(back(left, 1), 0)
    assert [p.id for p in both.people] == [p.id for p in HOME.people]
    assert same(both, HOME)


def test_undo_takes_both_back_too():
    session = Session(HOME, Nowhere())
    session.apply(remove_person(LEO, RemovedId("77"), TODAY, heir=None, keep=False))
    session.apply(bring_back(session.household.removed[0]))
    session.undo()
    assert session.household == without(HOME)
    session.undo()
    assert session.household == HOME


class Nowhere:
    def save(self, before, after):
        pass


def test_after_a_month_nothing_is_kept_of_it():
    left = without(HOME)
    last = last_day(left.removed[0])
    assert last == TODAY + timedelta(days=30)
    assert tidy_removed(last).step(left) is left
    tidied = tidy_removed(last + timedelta(days=1)).step(left)
    assert tidied.removed == ()
    assert "He sang." not in str(tables_of(tidied))


def test_it_can_be_let_go_at_once():
    left = without(HOME)
    gone = forget_removed(left.removed[0])
    assert gone.step(left).removed == ()
    with pytest.raises(UnknownKeptError):
        gone.step(HOME)
    with pytest.raises(UnknownKeptError):
        bring_back(left.removed[0]).step(HOME)


def test_who_is_not_there_cannot_be_taken_out():
    with pytest.raises(UnknownPersonError):
        without(HOME, replace(LEO, id=PersonId("nobody")))


def test_what_nobody_can_read_is_named_and_the_rest_is_there():
    tables = tables_of(without(without(HOME), SARA, number="78"))
    tables["removed"]["77"]["shares"][0]["field"] = "secrets"
    tables["removed"]["78"]["gone"]["entries"] = {"5": {"day": "never"}}
    left, problems = household_from(tables)
    assert [p.where for p in problems] == ["77", "5"]
    assert [r.person for r in left.removed] == [SARA]


@pytest.mark.parametrize(
    "gone", [{}, {"family": 3}, {"family": {"1": 3}}, {"meta": {"1": {"schema_version": 99}}}]
)
def test_a_document_that_is_none_is_a_problem(gone):
    tables = tables_of(without(HOME))
    tables["removed"]["77"]["gone"] = gone
    left, (problem,) = household_from(tables)
    assert (left.removed, problem.code) == ((), "removed")


def test_nothing_of_it_is_seen_meanwhile():
    left = without(HOME)
    assert all(LEO.id not in e.people for e in all_entries(left))
    assert left.person(LEO.id) is None
    assert left.reaches == ()


def test_in_a_folder_with_a_passphrase_no_word_of_it_can_be_read(tmp_path):
    _, store = open_store(tmp_path, clock=lambda: NOW)
    store.save(Household(), without(HOME))
    keys, key, _recovery = new_keys(SECRET, memory=32)
    seal_folder(store.database, keys, key)
    store.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"He sang." in path.read_bytes()]
    assert {path.stat().st_mode & 0o077 for path in files} == {0}
    opened, again = open_store(tmp_path, clock=lambda: NOW, secret=SECRET)
    again.close()
    assert same(back(opened), HOME)
