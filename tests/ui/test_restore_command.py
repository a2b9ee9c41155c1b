"""`kinweek restore`: what a backup would change is said first; only --yes goes back to it."""

from datetime import datetime

import pytest

from planner import actions
from planner.model import Household
from planner.session import Session
from planner.storage import Change, backups, open_folder
from planner.store import open_store
from tests.builders import by_title, text_of, week_of
from ui.__main__ import main

WEEK = week_of("""
    x Mon 17:00-17:30 Kite (leo, sara)
    _ Tue 19:30-19:50 Read (maya, jonas)
""")


def clock():
    return datetime(2026, 3, 4, 17, 30)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kinweek"


@pytest.fixture
def backup(folder):
    _, store = open_store(folder, clock=clock)
    session = Session(Household(), store)
    session.apply(actions.start_family(WEEK))
    path = store.database.backup("daily")
    session.apply(actions.remove_entry(by_title(WEEK, "Read")))
    store.close()
    return path


def week_in(folder):
    household, _ = open_store(folder, clock=clock, read_only=True)
    return text_of(household)


def test_a_preview_changes_nothing(folder, backup, capsys):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["restore", str(backup), "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "holds 4 people, 2 entries, 0 reflections" in said
    assert "1 entry would come back" in said
    assert "--yes" in said
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_yes_goes_back_and_keeps_the_present(folder, backup):
    assert main(["restore", str(backup), "--yes", "--data", str(folder)]) == 0
    assert week_in(folder) == text_of(WEEK)
    assert "before-restore" in {info.reason for info in backups(folder)}


def test_a_family_that_cannot_be_understood_can_be_brought_back(folder, backup, capsys):
    database = open_folder(folder, clock=clock)
    database.commit([Change("family", "1", {"people": 3})])
    database.close()
    assert main(["restore", str(backup), "--data", str(folder), "--yes"]) == 0
    assert "cannot be compared" in capsys.readouterr().out
    assert week_in(folder) == text_of(WEEK)


def test_data_of_a_newer_kinweek_is_not_replaced(folder, backup, capsys):
    database = open_folder(folder, clock=clock)
    database.commit([Change("meta", "1", {"schema_version": 99})])
    database.close()
    for command in (["restore", str(backup), "--yes"], ["backup"]):
        assert main([*command, "--data", str(folder)]) == 2
        assert "newer Kinweek" in capsys.readouterr().err
    assert main(["check", "--data", str(folder)]) == 1
    assert "newer Kinweek" in capsys.readouterr().out


def test_something_else_than_a_backup_is_refused(folder, backup, capsys):
    backup.write_bytes(b"rust")
    assert main(["restore", str(backup), "--yes", "--data", str(folder)]) == 2
    assert "choose another one" in capsys.readouterr().err


def test_without_a_file_the_backups_are_listed(folder, backup, capsys):
    assert main(["restore", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == f"2026-03-04 17:30  Made by itself  {backup}\n"
