"""Going back to a backup: what is in it and what would change, before anything does."""

from dataclasses import replace

import pytest
from hypothesis import given

from planner import actions
from planner.model import Household, Reflection
from planner.restoring import NOTHING, Contents, contents, difference, preview
from planner.session import Session
from planner.storage import (
    Change,
    LockedError,
    NewerFormatError,
    UnreadableError,
    read_backup,
)
from planner.storage.keys import new_keys
from planner.storage.passphrase import seal_folder
from planner.store import open_store
from planner.week import add, change, remove
from tests.builders import FAMILY, NOW, by_title, entry, week_of
from tests.drawn import few, households

WEEK = week_of("""
    x Mon 17:00-17:30 Kite (leo, sara)
    _ Tue 19:30-19:50 Read (maya, jonas)
    _ Wed 18:00-18:30 Cook (leo, jonas)
""")
WORDS = Reflection(written=NOW, line="He told me about the bus.")


def told(household, title, words):
    return change(household, by_title(household, title), reflection=words)


def test_what_a_household_holds_is_counted():
    assert contents(told(WEEK, "Kite", WORDS)) == Contents(4, 3, 1, 0)


def test_nothing_differs_from_itself():
    assert difference(WEEK, WEEK) == NOTHING


def test_entries_that_come_go_and_become_what_they_were_are_counted():
    then = add(
        change(remove(WEEK, by_title(WEEK, "Kite")), by_title(WEEK, "Read"), start=1200),
        entry("_ Thu 17:00-17:30 Swim (leo)", entry_id="8"),
        entry("_ Fri 17:00-17:30 Swim (leo)", entry_id="9"),
    )
    assert difference(WEEK, then) == replace_in(
        NOTHING, entries_come=2, entries_go=1, entries_other=1
    )


def test_reflections_are_counted_apart_from_their_entries():
    now = told(told(WEEK, "Kite", WORDS), "Read", WORDS)
    then = told(told(WEEK, "Read", replace(WORDS, line="Longer ago.")), "Cook", WORDS)
    assert difference(now, then) == replace_in(
        NOTHING, reflections_come=1, reflections_go=1, reflections_other=1
    )


def test_an_entry_that_goes_takes_its_reflection_along():
    now = told(WEEK, "Kite", WORDS)
    then = remove(now, by_title(now, "Kite"))
    assert difference(now, then) == replace_in(NOTHING, entries_go=1, reflections_go=1)


def test_another_family_is_said():
    assert difference(WEEK, replace(WEEK, people=FAMILY[:2])) == replace_in(NOTHING, family=True)


def replace_in(base, **counts):
    return base._replace(**counts)


@few
@given(households(), households())
def test_going_there_and_back_are_mirror_images(one, two):
    there, back = difference(one, two), difference(two, one)
    assert (there.entries_come, there.entries_go) == (back.entries_go, back.entries_come)
    assert there.reflections_come == back.reflections_go
    assert (there == NOTHING) == (one == two or _same_documents(one, two))


def _same_documents(one, two):
    plain = {e.id: e for w in one.weeks.values() for e in w.entries}
    other = {e.id: e for w in two.weeks.values() for e in w.entries}
    return (plain, replace(one, weeks={})) == (other, replace(two, weeks={}))


@pytest.fixture
def store(tmp_path):
    _, made = open_store(tmp_path / "kinweek", clock=lambda: NOW)
    yield made
    made.close()


def test_a_backup_is_looked_at_without_changing_anything(store):
    Session(Household(), store).apply(actions.start_family(WEEK))
    path = store.database.backup("by-hand")
    now = remove(WEEK, by_title(WEEK, "Read"))
    seen = preview(path, now)
    assert seen.household == WEEK
    assert (seen.contents, seen.unread) == (Contents(4, 3, 0, 0), 0)
    assert seen.difference == replace_in(NOTHING, entries_come=1)


def test_going_back_is_one_step_that_can_be_undone(store):
    session = Session(Household(), store)
    session.apply(actions.start_family(WEEK))
    path = store.database.backup("by-hand")
    session.apply(actions.remove_entry(by_title(WEEK, "Read")))
    later = session.household
    session.apply(actions.restore(preview(path, later).household, "Wed"))
    assert session.household == WEEK
    assert store.database.tables == read_backup(path)
    session.undo()
    assert session.household is later
    assert "2" not in store.database.tables["entries"]


def test_what_cannot_be_understood_in_a_backup_is_counted(store):
    Session(Household(), store).apply(actions.start_family(WEEK))
    store.database.commit([Change("entries", "77", {"title": "when?"})])
    assert preview(store.database.backup("by-hand"), WEEK).unread == 1


def test_a_backup_of_a_newer_kinweek_is_refused(store):
    store.database.commit([Change("meta", "1", {"schema_version": 99})])
    with pytest.raises(NewerFormatError, match="newer Kinweek"):
        preview(store.database.backup("by-hand"), WEEK)


def test_a_sealed_family_opens_with_its_passphrase_and_looks_into_its_own_backups(tmp_path):
    folder = tmp_path / "sealed"
    _, store = open_store(folder, clock=lambda: NOW)
    Session(Household(), store).apply(actions.start_family(WEEK))
    keys, key, _ = new_keys("three quiet geese", memory=32)
    seal_folder(store.database, keys, key)
    path = store.database.backup("by-hand")
    store.close()
    with pytest.raises(LockedError):
        open_store(folder, clock=lambda: NOW)
    household, store = open_store(folder, clock=lambda: NOW, secret="three quiet geese")
    assert household == WEEK
    assert preview(path, household, store.database.read_backup).difference == NOTHING
    with pytest.raises(UnreadableError):
        preview(path, household)
    store.close()
