"""A household and its folder: every change on the disk, and only what changed."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given

from planner import actions, week
from planner.documents import entry_document, family_document, reflection_document
from planner.model import EntryId, Household, Reflection
from planner.session import Session
from planner.storage import (
    Change,
    NotWritableError,
    StorageError,
    UnreadableError,
    open_folder,
)
from planner.store import Store, changes_between, household_from, open_store, tables_of
from planner.stored_weeks import StoredWeeks
from tests.builders import (
    FAMILY,
    MONDAY,
    NEXT_MONDAY,
    NOW,
    by_title,
    entry,
    lines,
    taking_out,
    text_of,
    week_of,
)
from tests.drawn import few, households
from tests.planner.storage.disk import HOME, Disk

WEEK = week_of("""
    x Mon 16:00-17:00 swimming (leo)
    _ Wed 19:00-19:20 bear (maya, sara)
""")
SWIMMING, BEAR = by_title(WEEK, "swimming"), by_title(WEEK, "bear")
WARM = Reflection(written=datetime(2026, 3, 4, 21, 10), closeness=4)
DAMAGED = {**entry_document(BEAR), "start": "in the evening"}


def opened(folder, **how):
    return open_store(folder, clock=lambda: NOW, **how)


@pytest.fixture
def saved(tmp_path):
    """A folder that holds the ordinary week."""
    household, store = opened(tmp_path)
    store.save(household, WEEK)
    store.close()
    return tmp_path


def documents(folder):
    database = open_folder(folder, clock=lambda: NOW, read_only=True)
    return {name: dict(table) for name, table in database.tables.items()}


def put(folder, *changes):
    """Write documents as another program, or an older version, could have left them."""
    database = open_folder(folder, clock=lambda: NOW)
    database.commit(changes)
    database.close()


def what(changes):
    return [(c.table, c.doc_id, c.document is None) for c in changes]


def test_a_new_folder_holds_an_empty_household(tmp_path):
    household, store = opened(tmp_path / "new")
    assert (household, store.problems) == (Household(), ())
    store.close()


def test_what_was_saved_is_there_when_it_is_opened_again(saved):
    household, store = opened(saved)
    assert household == WEEK
    assert store.problems == ()
    store.close()


def test_the_folder_holds_exactly_the_documents_of_the_household(saved):
    assert documents(saved) == {k: v for k, v in tables_of(WEEK).items() if v}


@few
@given(households(), households())
def test_the_changes_between_two_households_lead_from_one_to_the_other(one, other):
    tables = defaultdict(dict, tables_of(one))
    for change in changes_between(one, other):
        if change.document is None:
            del tables[change.table][change.doc_id]
        else:
            tables[change.table][change.doc_id] = change.document
    assert not_empty(tables) == not_empty(tables_of(other))
    assert household_from(tables) == (other, ())


def not_empty(tables):
    return {name: table for name, table in tables.items() if table}


@few
@given(households())
def test_from_a_household_to_itself_there_is_nothing_to_write(household):
    assert changes_between(household, household) == []
    assert changes_between(household, replace(household, weeks=dict(household.weeks))) == []


def test_ticking_one_entry_writes_one_document():
    after = week.change(WEEK, SWIMMING, outcome="hard")
    assert what(changes_between(WEEK, after)) == [("entries", SWIMMING.id, False)]


def test_moving_an_entry_to_another_week_writes_it_once_and_deletes_nothing():
    after = week.change(WEEK, BEAR, day=NEXT_MONDAY)
    assert what(changes_between(WEEK, after)) == [("entries", BEAR.id, False)]


def test_private_words_are_a_document_of_their_own():
    after = week.change(WEEK, SWIMMING, reflection=WARM)
    assert what(changes_between(WEEK, after)) == [("reflections", SWIMMING.id, False)]
    assert what(changes_between(after, WEEK)) == [("reflections", SWIMMING.id, True)]


def test_removing_an_entry_removes_its_words_too():
    before = week.change(WEEK, SWIMMING, reflection=WARM)
    after = week.remove(before, SWIMMING)
    assert what(changes_between(before, after)) == [
        ("entries", SWIMMING.id, True),
        ("reflections", SWIMMING.id, True),
    ]


def test_a_new_name_writes_the_family_and_no_entry():
    after = replace(WEEK, name="Berg")
    assert what(changes_between(WEEK, after)) == [("family", "1", False)]


def test_a_folder_opened_for_reading_takes_no_change(saved):
    household, store = opened(saved, read_only=True)
    with pytest.raises(NotWritableError):
        store.save(household, week.remove(household, BEAR))


def test_a_family_that_cannot_be_understood_is_not_opened_as_an_empty_one(saved):
    before = documents(saved)
    document = {**family_document(WEEK), "people": [{"name": "Leo"}]}
    put(saved, Change("family", "1", document))
    with pytest.raises(UnreadableError, match="id"):
        opened(saved, read_only=True)
    assert documents(saved) == {**before, "family": {"1": document}}


def test_a_damaged_entry_is_reported_and_stays_in_the_folder_after_saves(saved):
    put(saved, Change("entries", "50", DAMAGED))
    household, store = opened(saved)
    assert [(p.code, p.where) for p in store.problems] == [("entry", "50")]
    assert household == WEEK
    session = Session(household, store)
    session.apply(actions.remove_entry(BEAR))
    session.apply(actions.set_wishes(replace(household.wishes, day_max=1)))
    session.apply(taking_out(FAMILY[0]))
    session.undo()
    store.database.compact()
    store.close()
    assert documents(saved)["entries"]["50"] == DAMAGED


def test_what_cannot_be_read_is_set_aside_where_something_takes_its_place(saved):
    words = {**reflection_document(WARM), "closeness": "very"}
    put(saved, Change("entries", "50", DAMAGED), Change("reflections", BEAR.id, words))
    household, store = opened(saved)
    session = Session(household, store)
    session.apply(actions.add_entry(replace(BEAR, id=EntryId("50"))))
    session.apply(actions.reflect(BEAR, WARM))
    session.apply(actions.move_entry(BEAR, day=MONDAY, start=0))
    session.undo()
    session.undo()
    session.undo()
    store.close()
    after = documents(saved)
    assert after["entries"]["501"] == DAMAGED
    assert "50" not in after["entries"]
    assert after["reflections"] == {f"{BEAR.id}1": words}
    again, store = opened(saved)
    assert again == WEEK
    assert {p.where for p in store.problems} == {"501", f"{BEAR.id}1"}


def test_words_that_cannot_be_read_stay_in_the_folder_when_the_entry_changes(saved):
    words = {**reflection_document(WARM), "closeness": "very"}
    put(saved, Change("reflections", BEAR.id, words), Change("reflections", "60", words))
    household, store = opened(saved)
    assert {(p.code, p.where) for p in store.problems} == {
        ("reflection", BEAR.id),
        ("reflection", "60"),
    }
    Session(household, store).apply(actions.move_entry(BEAR, day=MONDAY, start=0))
    store.close()
    assert documents(saved)["reflections"] == {BEAR.id: words, "60": words}


def on_disk(disk):
    database = open_folder(HOME, clock=lambda: NOW, files=disk)
    return household_from(database.tables)[0], Store(database, StoredWeeks({}, {}))


@pytest.mark.parametrize("only", ["write", "sync"])
@pytest.mark.parametrize(
    "action",
    [
        actions.add_entry(entry("_ Sun 13:00-14:00 nap", entry_id="9")),
        actions.remove_entry(BEAR),
        taking_out(FAMILY[0]),
        actions.move_entry(BEAR, day=NEXT_MONDAY, start=0),
    ],
    ids=lambda action: getattr(action, "code", action),
)
def test_a_disk_that_refuses_leaves_session_and_folder_as_they_were(action, only):
    disk = Disk()
    household, store = on_disk(disk)
    store.save(household, WEEK)
    session = Session(WEEK, store)
    disk.only, disk.fail_from = only, 1
    with pytest.raises(StorageError):
        session.apply(action)
    assert session.household is WEEK
    assert session.undoable is None
    disk.heal()
    assert on_disk(disk.restart())[0] == WEEK
    session.apply(action)
    assert on_disk(disk.restart())[0] == session.household


def test_an_undo_that_cannot_be_saved_can_be_asked_for_again():
    disk = Disk()
    household, store = on_disk(disk)
    store.save(household, WEEK)
    session = Session(WEEK, store)
    session.apply(actions.remove_entry(BEAR))
    disk.only, disk.fail_from = "write", 1
    with pytest.raises(StorageError):
        session.undo()
    assert text_of(session.household) == "x Mon 16:00-17:00 swimming (leo)"
    disk.heal()
    session.undo()
    assert text_of(on_disk(disk.restart())[0]) == lines("""
        x Mon 16:00-17:00 swimming (leo)
        _ Wed 19:00-19:20 bear (maya, sara)
    """)


def test_ten_entries_kept_at_once_are_one_step_on_the_disk():
    disk = Disk()
    household, store = on_disk(disk)
    session = Session(household, store)
    ghosts = tuple(
        entry("_ Mon 16:00-16:10 x", entry_id=str(n), day=MONDAY + timedelta(days=n))
        for n in range(1, 11)
    )
    before = len(disk.log)
    session.apply(actions.keep_suggestions(ghosts))
    syncs = [step for step in disk.log[before:] if step[0] == "sync"]
    assert len(on_disk(disk.restart())[0].weeks) == 2
    assert len(syncs) <= 2
    assert EntryId("10") in tables_of(session.household)["entries"]
