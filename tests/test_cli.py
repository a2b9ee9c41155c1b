"""The command `kinweek` without its window: what it does, and the one sentence it says when it cannot."""

import json
import os
import stat
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.dates import monday_of
from planner.documents import entry_document
from planner.preferences import Preferences
from planner.printed import code_of
from planner.storage import Change, backups, open_folder
from planner.store import open_store, tables_of
from tests.builders import NOW, all_entries, entry
from ui.__main__ import main
from ui.demo import make_demo
from ui.habits import take_habits

SOON = (date.today() + timedelta(days=14)).isoformat()
"""A day of a week in which everything can still be suggested."""
DAMAGED = {**entry_document(entry("_ Mon 16:00-17:00 swimming")), "start": "soon"}
COMMANDS = ("print", "fill", "check", "export", "backup", "restore")


@pytest.fixture(scope="module")
def caches(tmp_path_factory):
    """One place for the library as read once, so that not every command reads every file."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture
def family(tmp_path, caches):
    """A folder with the sample family."""
    folder = tmp_path / "family"
    make_demo(folder, caches / "kinweek" / "library.json", NOW)
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(home_of_its_own, tmp_path, caches, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))


@pytest.fixture
def said(capsys):
    """Run a command line: exit status, what was printed, what was complained about."""

    def run(*arguments):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = left.code
        return (status, *capsys.readouterr())

    return run


def household(folder):
    found, store = open_store(folder, clock=lambda: NOW, read_only=True)
    store.close()
    return found


def put(folder, *changes):
    database = open_folder(folder, clock=lambda: NOW)
    database.commit(changes)
    database.close()


def is_one_sentence(words):
    return words.startswith("kinweek: ") and words.count("\n") == 1 and "Traceback" not in words


@pytest.mark.parametrize("command", COMMANDS)
def test_the_folder_may_be_named_before_or_after_the_command(said, family, qapp, command):
    for arguments in (["--data", family, command], [command, "--data", family]):
        status, _, complaint = said(*arguments)
        assert (status, complaint) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_sample_family_may_be_asked_for_before_or_after_the_command(said, qapp, command):
    for arguments in (["--demo", command], [command, "--demo"]):
        status, _, complaint = said(*arguments)
        assert (status, complaint) == (0, "")


def test_the_demo_touches_nothing_of_yours(said, family):
    before = household(family)
    assert said("--demo", "--data", family, "fill", "--keep", "--week", SOON)[0] == 0
    assert household(family) == before


def test_help_names_every_command(said):
    status, words, _ = said("--help")
    assert status == 0
    assert all(command in words for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_of_its_own(said, command):
    status, words, _ = said(command, "--help")
    assert status == 0
    assert "--data" in words


def test_fill_says_what_it_suggests_and_why_and_writes_nothing(said, family):
    before = household(family)
    _, words, _ = said("fill", "--data", family, "--week", SOON)
    lines = words.splitlines()
    assert len(lines) >= 6
    assert lines[1].startswith("    ")
    assert lines[1].endswith(".")
    assert household(family) == before


def test_the_same_number_gives_the_same_week(said, family):
    asked = ("fill", "--data", family, "--week", SOON, "--seed", "7")
    assert said(*asked) == said(*asked)


def test_fill_keep_puts_into_the_week_what_it_said(said, family):
    before = {e.id for e in all_entries(household(family))}
    _, words, _ = said("fill", "--keep", "--data", family, "--week", SOON)
    new = [e for e in all_entries(household(family)) if e.id not in before]
    assert words.endswith(f"{len(new)} suggestions are in the week now.\n")
    assert new
    for one in new:
        assert one.title in words
        assert one.why in words


def test_for_a_week_that_is_over_there_is_nothing_to_suggest(said, family):
    status, words, _ = said("fill", "--data", family, "--week", "2025-W10")
    assert status == 0
    assert "There is nothing to suggest for this week." in words


def test_fill_keep_writes_over_nothing_that_it_cannot_read(said, family):
    put(family, Change("entries", "9000", DAMAGED), Change("reflections", "9001", {"line": "!"}))
    said("fill", "--keep", "--data", family, "--week", SOON)
    database = open_folder(family, clock=lambda: NOW, read_only=True)
    assert database.tables["entries"]["9000"] == DAMAGED
    assert "9001" not in database.tables["entries"]
    assert "9002" in database.tables["entries"]


def test_a_week_is_printed_to_a_file(said, family, qapp):
    status, words, _ = said("print", "--data", family, "--out", "week.pdf", "--paper", "Letter")
    assert (status, words) == (0, "week.pdf is written.\n")
    assert Path("week.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_printed_each_sunday_is_remembered_for_the_way_back(said, family, qapp):
    for _ in range(2):
        assert said("print", "--data", family, "--week", NOW.date(), "--out", "week.pdf")[0] == 0

    (sheet,) = household(family).printed
    assert sheet.code in PdfReader("week.pdf").pages[0].extract_text()


@pytest.mark.parametrize(("clock", "afternoons"), [(12, True), (24, False)])
def test_a_page_has_the_clock_of_the_settings(said, family, qapp, clock, afternoons):
    (family / "preferences.json").write_text(f'{{"clock": {clock}}}', encoding="utf-8")
    said("print", "--data", family, "--week", NOW.date(), "--out", "week.pdf")
    take_habits(Preferences())
    words = PdfReader("week.pdf").pages[0].extract_text().lower()
    assert ("pm" in words) == afternoons


def test_while_the_window_is_open_a_page_is_printed_but_not_remembered(said, family, qapp):
    _, store = open_store(family, clock=lambda: NOW)
    status, _, _ = said("print", "--data", family, "--week", NOW.date(), "--out", "week.pdf")
    store.close()

    assert status == 0
    assert household(family).printed == ()
    code = code_of("fridge", monday_of(NOW.date()), 0)
    assert code in PdfReader("week.pdf").pages[0].extract_text()


def test_a_sound_folder_is_said_to_be_sound(said, family):
    count = len(all_entries(household(family)))
    status, words, _ = said("check", "--data", family)
    assert status == 0
    assert words.startswith(f"Everything can be read: {count} entries, ")
    assert words.endswith(" 4 people.\n")


def test_check_names_an_entry_that_cannot_be_read(said, family):
    put(family, Change("entries", "9000", DAMAGED))
    status, words, _ = said("check", "--data", family)
    assert status == 1
    assert words == "entry 9000: cannot be read (start: 'soon')\n"


def test_check_names_settings_that_cannot_be_used(said, family):
    (family / "preferences.json").write_text('{"clock": 13}', encoding="utf-8")
    status, words, _ = said("check", "--data", family)
    assert status == 1
    assert words == "settings clock: cannot be read (13)\n"
    (family / "preferences.json").write_text("{", encoding="utf-8")
    status, words, _ = said("check", "--data", family)
    assert words.startswith("settings preferences.json: cannot be read")
    assert (family / "preferences.json").read_text(encoding="utf-8") == "{"


def test_check_names_a_damaged_file(said, family):
    journal = max(family.glob("journal-*[0-9].jsonl"))
    content = bytearray(journal.read_bytes())
    content[len(content) // 2] ^= 1
    journal.write_bytes(content)
    status, words, complaint = said("check", "--data", family)
    assert (status, complaint) == (1, "")
    assert journal.name in words


def test_export_is_everything_as_json(said, family):
    _, words, _ = said("export", "--data", family)
    assert json.loads(words) == tables_of(household(family))


def test_export_to_a_file_is_for_its_owner_alone(said, family):
    status, words, _ = said("export", "--data", family, "--out", "family.json")
    assert (status, words) == (0, "family.json is written.\n")
    out = Path("family.json")
    assert json.loads(out.read_text(encoding="utf-8")) == tables_of(household(family))
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert not list(Path().glob(".*.new"))


def test_a_backup_brings_back_what_was_there(said, family):
    before = household(family)
    _, words, _ = said("backup", "--data", family)
    backup = backups(family)[0].path
    assert words == f"{backup} is written.\n"
    said("fill", "--keep", "--data", family, "--week", SOON)
    assert household(family) != before
    status, words, _ = said("restore", backup, "--yes", "--data", family)
    assert status == 0
    assert f"Restored from {backup}." in words
    assert household(family) == before


def test_restore_without_a_file_lists_the_backups(said, family):
    assert said("restore", "--data", family)[1].startswith("There are no backups")
    said("backup", "--data", family)
    _, words, _ = said("restore", "--data", family)
    assert str(backups(family)[0].path) in words


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["fill", "--seed", "many"],
        ["print", "--paper", "A3"],
        ["check", "--wrong"],
        ["--data"],
        ["fill", "--week", "nonsense"],
        ["fill", "--week", "2026-W54"],
        ["fill", "--week", "9999-12-31"],
        ["print", "--week", "0001-01-01"],
        ["print", "--week", ""],
        ["print", "--out", "nowhere/week.pdf"],
        ["print", "--out", "."],
        ["export", "--out", "nowhere/family.json"],
        ["export", "--out", "."],
        ["export", "--out", ""],
        ["export", "--out", "/"],
        ["restore", "nothing.json.gz"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_one_sentence(said, family, qapp, arguments):
    before = household(family)
    data = [] if arguments[0] == "--data" else ["--data", family]
    status, words, complaint = said(*data, *arguments)
    assert (status, words) == (2, "")
    assert is_one_sentence(complaint)
    assert household(family) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_a_family_is_said_to_have_none(said, command, tmp_path):
    for folder in (tmp_path / "nowhere", tmp_path, __file__):
        status, _, complaint = said(command, "--data", folder)
        if command == "restore" and Path(folder).suffix != ".py":
            assert status == 0  # there are no backups yet, and it says so
            continue
        assert status == 2
        assert is_one_sentence(complaint)
        assert str(folder) in complaint
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("command", ["print", "fill", "check", "export", "backup"])
def test_a_family_that_cannot_be_understood_is_not_taken_for_an_empty_one(said, family, command):
    put(family, Change("family", "1", {"people": "Leo and Maya"}))
    status, _, complaint = said(command, "--data", family)
    assert status == 2
    assert is_one_sentence(complaint)
    assert "people" in complaint


def test_a_folder_full_of_noise_is_refused_and_left_alone(said, tmp_path):
    for name in ("snapshot-000001.json", "journal-000001.jsonl"):
        (tmp_path / name).write_bytes(b"\x00noise" * 50)
    status, _, complaint = said("check", "--data", tmp_path)
    assert status == 2
    assert f"No readable copy of your data was found in {tmp_path}" in complaint
    assert (tmp_path / "snapshot-000001.json").read_bytes() == b"\x00noise" * 50


def test_a_backup_brings_a_lost_family_back(said, family, tmp_path):
    before = household(family)
    said("backup", "--data", family)
    status, _, complaint = said(
        "restore", backups(family)[0].path, "--yes", "--data", tmp_path / "new"
    )
    assert (status, complaint) == (0, "")
    assert household(tmp_path / "new") == before


def test_a_file_that_is_no_backup_restores_nothing(said, family):
    before = household(family)
    Path("noise.json.gz").write_bytes(b"noise")
    status, _, complaint = said("restore", "noise.json.gz", "--data", family)
    assert status == 2
    assert is_one_sentence(complaint)
    assert household(family) == before


def test_while_the_window_is_open_only_reading_is_allowed(said, family):
    _, store = open_store(family, clock=lambda: NOW)
    assert said("check", "--data", family)[0] == 0
    status, _, complaint = said("backup", "--data", family)
    store.close()
    assert status == 2
    assert is_one_sentence(complaint)


def started(*arguments, **environment):
    """The command as a program of its own, without a screen."""
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {k: v for k, v in os.environ.items() if k not in screens}
    return subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        env={**kept, "PYTHONPATH": str(Path(__file__).parents[1]), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")


@linux
def test_where_there_is_no_screen_the_week_is_printed(family):
    before = household(family)
    done = started("--data", family)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"kinweek-week.pdf" in done.stdout
    assert Path("kinweek-week.pdf").read_bytes().startswith(b"%PDF")
    assert household(family) == before


@linux
def test_without_a_screen_and_without_a_family_the_sample_is_printed(tmp_path):
    done = started()
    assert (done.returncode, done.stderr) == (0, b"")
    assert Path("kinweek-week.pdf").exists()
    assert not (tmp_path / "home" / "kinweek").exists()


def test_a_terminal_that_knows_only_ascii_is_no_reason_to_stop():
    done = started("--demo", "export", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["entries"]
    done = started("fill", "--demo", "--week", SOON, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_who_has_seen_enough_is_no_error():
    command = [sys.executable, "-m", "ui", "--demo", "export"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=env) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        assert reading.stdout.read(10)
        reading.stdout.close()
        assert b"Traceback" not in reading.stderr.read()
