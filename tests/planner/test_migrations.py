"""Data of every version that families have keeps opening, and steps between versions lose nothing."""

import gzip
import json
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from planner import actions
from planner.migrations import STEPS, up_to_date, version_of
from planner.model import Household
from planner.session import Session
from planner.storage import (
    Change,
    NewerFormatError,
    NotWritableError,
    UnreadableError,
    backups,
    open_folder,
    read_backup,
)
from planner.store import open_store, tables_of
from tests.builders import FAMILY, entry, lines, text_of, week_of

FILES = Path(__file__).parents[1] / "files"
PEOPLE = ("Leo", "Maya", "Sara", "Jonas")


def clock() -> datetime:
    return datetime(2026, 3, 5, 8, 0)


def rename_note(tables):
    """A made-up second version: an entry's note is called `words`."""
    for document in tables.get("entries", {}).values():
        if "note" in document:
            document["words"] = document.pop("note")
    return tables


def count_words(tables):
    """A made-up third version."""
    for document in tables.get("entries", {}).values():
        document["length"] = len(document.get("words", ""))
    return tables


@pytest.fixture
def old(tmp_path):
    folder = tmp_path / "kinweek"
    shutil.copytree(FILES / "version-1", folder)
    return folder


def test_every_version_has_a_folder():
    folders = sorted(path.name for path in FILES.glob("version-*"))
    assert folders == sorted(f"version-{n + 1}" for n in range(1 + len(STEPS)))


@pytest.mark.parametrize("version", [path.name for path in FILES.glob("version-*")])
def test_a_family_of_every_version_is_read_as_it_was(version, tmp_path):
    shutil.copytree(FILES / version, tmp_path / "kinweek")
    household, store = open_store(tmp_path / "kinweek", clock=clock)
    store.close()
    assert (store.problems, store.database.report) == ((), ())
    assert (household.name, tuple(p.name for p in household.people)) == ("Berg", PEOPLE)
    assert text_of(household) == lines("""
        x Mon 17:00-17:30 Kite by the pond (leo, sara)
        _ Tue 19:30-19:50 Read “The Wind” (maya, jonas)
    """)
    words = [e.reflection for week in household.weeks.values() for e in week.entries]
    assert words[0].line == "We laughed about Zoë’s hat."
    assert words[1] is None


def test_what_came_with_the_second_version_is_read_as_it_was(tmp_path):
    shutil.copytree(FILES / "version-2", tmp_path / "kinweek")
    household, store = open_store(tmp_path / "kinweek", clock=clock)
    store.close()
    assert [(r.first.title, r.rule) for r in household.rituals] == [
        ("Story on Fridays", "FREQ=WEEKLY;BYDAY=FR;WKST=MO")
    ]
    assert [reach.line for reach in household.reaches] == ["Stood in the doorway."]
    assert [(sign.sign, sign.state) for sign in household.signs] == [("goes silly", "guess")]
    assert [term.last for term in household.terms] == [date(2026, 4, 2)]


def test_steps_are_taken_in_order_on_opening_and_are_on_the_disk(old):
    _, store = open_store(old, clock=clock, steps=(rename_note, count_words))
    store.close()
    tables = open_folder(old, clock=clock, read_only=True).tables
    assert tables["entries"]["1"]["words"] == "take gloves"
    assert [tables["entries"][n]["length"] for n in "12"] == [11, 0]
    assert tables["meta"]["1"] == {"schema_version": 3}


def test_what_was_there_is_backed_up_first(old):
    before = json.loads(
        json.dumps(open_folder(old, clock=clock, read_only=True).tables, default=dict)
    )
    _, store = open_store(old, clock=clock, steps=(rename_note,))
    store.close()
    (info,) = [i for i in backups(old) if i.reason == "before-migration"]
    assert read_backup(info.path) == before


def test_a_second_opening_takes_no_step(old):
    for _ in range(2):
        _, store = open_store(old, clock=clock, steps=(rename_note,))
        store.close()
    assert [i.reason for i in backups(old)].count("before-migration") == 1


def test_looking_only_brings_up_to_date_in_memory_alone(old):
    before = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    household, _ = open_store(old, clock=clock, read_only=True, steps=(rename_note,))
    assert [e.note for w in household.weeks.values() for e in w.entries] == ["", ""]
    assert before == {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}


def test_a_step_that_fails_leaves_everything_as_it_was(old):
    def fails(tables):
        tables["entries"].clear()
        raise KeyError("wrong")

    with pytest.raises(KeyError):
        open_store(old, clock=clock, steps=(fails,))
    household, store = open_store(old, clock=clock)  # and the folder is free again
    store.close()
    assert sum(len(w.entries) for w in household.weeks.values()) == 2


def test_a_new_folder_needs_no_step(tmp_path):
    household, store = open_store(tmp_path / "new", clock=clock, steps=(rename_note,))
    store.close()
    assert household == Household()
    assert backups(tmp_path / "new") == ()


def newer_folder(tmp_path):
    folder = tmp_path / "newer"
    database = open_folder(folder, clock=clock)
    tables = tables_of(week_of("x Mon 09:00-10:30 swim (leo, sara)"))
    tables["meta"] = {"1": {"schema_version": 99}}
    database.commit([Change(t, n, d) for t, table in tables.items() for n, d in table.items()])
    database.close()
    return folder


def test_a_newer_version_is_shown_and_never_written_to(tmp_path):
    folder = newer_folder(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    household, store = open_store(folder, clock=clock)
    assert text_of(household) == "x Mon 09:00-10:30 swim (leo, sara)"
    assert store.newer
    with pytest.raises(NewerFormatError, match="newer Kinweek"):
        Session(household, store).apply(actions.add_entry(entry("_ Tue 17:00-17:30 kite")))
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_newer_version_that_says_nothing_to_us_is_refused_in_a_sentence(tmp_path):
    folder = newer_folder(tmp_path)
    database = open_folder(folder, clock=clock)
    database.commit([Change("family", "1", {"people": "told in another way"})])
    database.close()
    with pytest.raises(NewerFormatError, match="install"):
        open_store(folder, clock=clock)


def test_a_version_that_is_none_is_refused():
    with pytest.raises(UnreadableError, match="Restore a backup"):
        version_of({"meta": {"1": {"schema_version": "two"}}})


def test_a_backup_of_a_newer_version_is_refused():
    with pytest.raises(NewerFormatError, match="newer Kinweek"):
        up_to_date({"meta": {"1": {"schema_version": 2 + len(STEPS)}}})


def test_the_first_entry_notes_the_version_even_without_a_family(tmp_path):
    household, store = open_store(tmp_path / "new", clock=clock)
    Session(household, store).apply(actions.add_entry(entry("_ Tue 17:00-17:30 kite")))
    assert version_of(store.database.tables) == 1 + len(STEPS)
    assert "meta" in store.database.tables
    store.close()


def test_a_change_to_a_folder_open_for_looking_is_refused_in_a_sentence(old):
    household, store = open_store(old, clock=clock, read_only=True)
    with pytest.raises(NotWritableError):
        Session(household, store).apply(actions.start_family(Household(people=FAMILY)))


def test_the_backup_of_the_first_version_is_one_anybody_can_read():
    (path,) = (FILES / "version-1" / "backups").glob("*.json.gz")
    tables = json.loads(gzip.decompress(path.read_bytes()))
    assert tables["reflections"]["1"]["line"] == "We laughed about Zoë’s hat."
