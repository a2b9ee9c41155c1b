"""Documents come back exactly as they were put in, or are refused."""

import math
from datetime import date

import pytest
from tinydb import TinyDB, where

from planner.storage import Change, NotJSONError, open_folder
from planner.storage.tiny import FolderStorage
from tests.planner.storage.disk import HOME, Disk, clock
from tests.planner.storage.family import opened, state

GOOD = [
    {},
    {"text": "Zoë, “quotes”, \u2028, \x00, 😀"},
    {"numbers": [0, -0.0, 1e300, 2**80, True, None]},
    {"deep": [[[[{"a": {"b": {}}}]]]], "": ""},
    {"long": "x" * 300_000},
]
BAD = [
    {"a": math.nan},
    {"a": math.inf},
    {1: "a"},
    {"a": {None: 1}},
    {"a": (1, 2)},
    {"a": {1, 2}},
    {"a": date(2026, 3, 4)},
    {"a": b"bytes"},
    {"a": "\ud800"},
    ["a list"],
    "text",
]


@pytest.mark.parametrize("document", GOOD)
@pytest.mark.parametrize("compacted", [False, True])
def test_json_comes_back_exactly(document, compacted):
    disk = Disk()
    database = opened(disk)
    database.commit([Change("entries", "1", document)])
    if compacted:
        database.compact()
    assert repr(opened(disk.restart()).tables["entries"]["1"]) == repr(document)


@pytest.mark.parametrize("document", BAD)
def test_anything_else_is_refused_and_nothing_written(document):
    disk = Disk()
    database = opened(disk)
    before = disk.content()
    with pytest.raises(NotJSONError, match="'7' of table 'entries'"):
        database.commit([Change("entries", "7", document)])
    assert disk.content() == before


def test_a_document_too_deep_for_json_is_refused():
    endless: dict = {}
    endless["self"] = endless
    with pytest.raises(NotJSONError):
        opened(Disk()).commit([Change("entries", "1", endless)])


@pytest.mark.parametrize("doc_id", ["", "0", "01", "-1", "a", "1.5", "²", 7])
def test_ids_are_numbers_as_tinydb_wants_them(doc_id):
    with pytest.raises(NotJSONError, match="whole number"):
        opened(Disk()).commit([Change("entries", doc_id, {})])


@pytest.mark.parametrize("table", ["", "_meta", "\ud800", 3])
def test_a_table_name_that_cannot_be_written_is_refused(table):
    with pytest.raises(NotJSONError):
        opened(Disk()).commit([Change(table, "1", {})])


def test_true_and_one_are_not_the_same():
    database = opened(Disk())
    database.commit([Change("entries", "1", {"done": 1})])
    database.commit([Change("entries", "1", {"done": True})])
    assert database.tables["entries"]["1"]["done"] is True


def test_what_changes_nothing_is_not_written():
    disk = Disk()
    database = opened(disk)
    database.commit([Change("entries", "1", {"a": 1})])
    before = disk.content()
    database.commit([])
    database.commit([Change("entries", "1", {"a": 1}), Change("entries", "2", None)])
    assert disk.content() == before


def test_of_two_changes_to_one_document_the_last_counts():
    database = opened(Disk())
    database.commit([Change("entries", "1", {"a": 1})])
    database.commit([Change("entries", "1", {"a": 2}), Change("entries", "1", {"a": 1})])
    assert database.tables["entries"]["1"] == {"a": 1}


def test_changing_a_document_after_it_was_handed_in_changes_nothing():
    database = opened(Disk())
    document = {"who": ["Mia"]}
    database.commit([Change("entries", "1", document)])
    document["who"].append("Ben")
    assert database.tables["entries"]["1"] == {"who": ["Mia"]}


def test_tables_cannot_be_changed_from_outside():
    tables = opened(Disk()).tables
    with pytest.raises(TypeError):
        tables["entries"] = {}


def test_tinydb_itself_opens_a_snapshot(tmp_path):
    database = open_folder(tmp_path, clock=clock)
    database.commit([Change("entries", "3", {"title": "bake with Zoë"}), Change("meta", "1", {})])
    database.compact()
    database.close()
    newest = max(tmp_path.glob("snapshot-*.json"))
    with TinyDB(newest, access_mode="r", encoding="utf-8") as tiny:
        found = tiny.table("entries").get(where("title").search("Zoë"))
        assert found == {"title": "bake with Zoë"}
        assert found.doc_id == 3
        assert tiny.tables() == {"entries", "meta", "_meta"}


def test_tinydb_reads_and_writes_through_the_store():
    disk = Disk()
    database = opened(disk)
    tiny = TinyDB(database, storage=FolderStorage)
    entries = tiny.table("entries")
    entries.insert_multiple([{"title": "swim", "done": False}, {"title": "bake", "done": False}])
    entries.update({"done": True}, where("title") == "swim")
    entries.remove(where("title") == "bake")
    assert entries.all() == [{"title": "swim", "done": True}]
    assert state(opened(disk.restart())) == {"entries": {"1": {"title": "swim", "done": True}}}


def test_what_tinydb_hands_out_is_a_copy():
    database = opened(Disk())
    database.commit([Change("entries", "1", {"who": ["Mia"]})])
    tiny = TinyDB(database, storage=FolderStorage)
    tiny.table("entries").all()[0]["who"].append("Ben")
    assert database.tables["entries"]["1"] == {"who": ["Mia"]}


def test_a_snapshot_is_text_a_parent_can_read():
    disk = Disk()
    database = opened(disk)
    database.commit([Change("entries", "1", {"title": "Zoë"}), Change("entries", "2", {"b": 1})])
    database.compact()
    text = disk.content()[HOME / "snapshot-000002.json"].decode()
    assert text.startswith('{"entries":{\n"1":{"title":"Zoë"},\n"2":{"b":1}},\n"_meta":{"1":{')
