"""The command `kinweek` over a folder with a passphrase: it asks, reads a file, or says what to do."""

import io
import json
import sys
from datetime import datetime

import pytest

from planner import actions
from planner.session import Session
from planner.storage import backups
from planner.storage.keys import new_keys
from planner.storage.passphrase import seal_folder
from planner.store import open_store
from tests.builders import week_of
from ui.__main__ import main
from ui.asking import passphrase_in, with_passphrase
from ui.text import cli as text

PASSPHRASE = "three quiet geese"
QUICK = 32  # KiB, the least Argon2 takes; families have 64 MiB
NOW = datetime(2026, 3, 4, 18, 15)
WEEK = week_of("""
    x Mon 17:00-17:30 Kite (leo, sara)
    _ Tue 19:30-19:50 Read (maya, jonas)
""")
COMMANDS = ("print", "fill", "check", "export", "backup", "restore")


@pytest.fixture
def family(tmp_path):
    """A folder with a passphrase, and a backup made before it was set."""
    folder = tmp_path / "family"
    household, store = open_store(folder, clock=lambda: NOW)
    Session(household, store).apply(actions.start_family(WEEK))
    store.database.backup("daily")
    keys, key, _ = new_keys(PASSPHRASE, memory=QUICK)
    seal_folder(store.database, keys, key)
    store.close()
    return folder


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture
def said(capsys, monkeypatch, tmp_path):
    """Run a command line without a terminal: exit status, what was printed, what was complained about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    def run(*arguments):
        return (main([str(argument) for argument in arguments]), *capsys.readouterr())

    return run


def arguments(command, family):
    return [command, "--data", family, *([backups(family)[0].path] if command == "restore" else [])]


@pytest.mark.parametrize("command", COMMANDS)
def test_without_the_passphrase_one_sentence_says_what_to_do(said, family, command):
    before = {p: p.read_bytes() for p in family.rglob("*") if p.is_file()}
    status, printed, complaint = said(*arguments(command, family))
    assert (status, printed) == (2, "")
    assert complaint == f"kinweek: {text.LOCKED}\n"
    assert {p: p.read_bytes() for p in family.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("command", COMMANDS)
def test_with_a_file_that_holds_it_every_command_works(said, family, key, qapp, command):
    status, printed, complaint = said(*arguments(command, family), "--passphrase-file", key)
    assert status == 0
    assert printed
    assert complaint == (text.PLAIN_EXPORT + "\n" if command == "export" else "")


def test_the_file_may_be_named_before_the_command(said, family, key):
    assert said("--passphrase-file", key, *arguments("check", family))[0] == 0


def test_a_wrong_one_is_one_sentence(said, family, tmp_path):
    (tmp_path / "wrong").write_text("umbrella", encoding="utf-8")
    status, _, complaint = said(
        *arguments("check", family), "--passphrase-file", tmp_path / "wrong"
    )
    assert status == 2
    assert complaint == "kinweek: This is not the passphrase. Try again.\n"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_one_sentence(said, family, tmp_path, content):
    if content:
        (tmp_path / "odd").write_bytes(content)
    status, _, complaint = said(*arguments("check", family), "--passphrase-file", tmp_path / "odd")
    assert status == 2
    assert complaint.startswith(f"kinweek: {tmp_path / 'odd'} cannot be read")
    assert complaint.count("\n") == 1


def test_an_export_holds_the_family_and_a_warning(said, family, key):
    _, printed, complaint = said(*arguments("export", family), "--passphrase-file", key)
    assert len(json.loads(printed)["entries"]) == 2
    assert complaint == text.PLAIN_EXPORT + "\n"


def test_a_backup_made_through_a_command_is_sealed(said, family, key):
    said(*arguments("backup", family), "--passphrase-file", key)
    assert len(backups(family)) == 2
    private = (b"Kite", b"title", b"Maya")
    files = {p.name: p.read_bytes() for p in family.rglob("*") if p.is_file()}
    assert not {name for name, data in files.items() if any(word in data for word in private)}


def test_a_backup_is_gone_back_to_even_if_nothing_else_can_be_read(said, family, key):
    (info,) = backups(family)
    for path in (*family.glob("snapshot-*"), *family.glob("journal-*")):
        path.write_bytes(b"rust")
    status, printed, _ = said(
        "restore", "--data", family, info.path, "--yes", "--passphrase-file", key
    )
    assert status == 0
    assert text.RESTORED.format(file=info.path) in printed
    household, store = open_store(family, clock=lambda: NOW, read_only=True, secret=PASSPHRASE)
    store.close()
    assert household == WEEK


def test_without_a_screen_a_locked_family_is_not_taken_for_none(said, family, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert said("--data", family) == (2, "", f"kinweek: {text.LOCKED}\n")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_in_a_terminal_it_is_asked_for_only_where_it_is_needed(family, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Terminal())
    asked = []

    def ask(words):
        asked.append(words)
        return PASSPHRASE

    def opened(secret):
        household, store = open_store(family, clock=lambda: NOW, read_only=True, secret=secret)
        store.close()
        return household

    assert with_passphrase(opened, None, ask=ask) == WEEK
    assert with_passphrase(lambda secret: secret, None, ask=ask) is None
    assert asked == [text.ASK_PASSPHRASE]


@pytest.mark.parametrize("content", ["geese", "geese\n", "geese\r\nmore\n"])
def test_the_passphrase_is_the_first_line_of_its_file(tmp_path, content):
    (tmp_path / "key").write_bytes(content.encode())
    assert passphrase_in(tmp_path / "key") == "geese"
