"""One folder, one writer, for its owner alone; and files that come from elsewhere."""

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from zlib import crc32

import pytest

from planner.storage import (
    Change,
    ChangedElsewhereError,
    FolderBusyError,
    NewerFormatError,
    NotWritableError,
    UnreadableError,
    backups,
    open_folder,
    read_backup,
)
from planner.storage.format import Snapshot, snapshot_slices
from tests.planner.storage.disk import HOME, Disk, clock
from tests.planner.storage.family import after, codes, entry, opened, state, step

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and umask are POSIX")
OTHER_PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from planner.storage import open_folder
open_folder(Path(sys.argv[1]), clock=datetime.now)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_window_is_told_that_the_folder_is_in_use(tmp_path):
    database = open_folder(tmp_path, clock=clock)
    with pytest.raises(FolderBusyError, match="another window"):
        open_folder(tmp_path, clock=clock)
    database.close()
    open_folder(tmp_path, clock=clock).close()


def test_another_program_holds_the_folder_until_it_dies(tmp_path):
    command = [sys.executable, "-c", OTHER_PROGRAM, str(tmp_path)]
    pipe = subprocess.PIPE
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=root) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(FolderBusyError):
            open_folder(tmp_path, clock=clock)
        assert open_folder(tmp_path, read_only=True, clock=clock).read_only
        other.kill()
    open_folder(tmp_path, clock=clock).close()


@POSIX
def test_files_are_for_their_owner_alone_whatever_the_umask(tmp_path):
    folder = tmp_path / "kinweek"
    old = os.umask(0)
    try:
        database = open_folder(folder, clock=clock)
        for number in range(1, 4):
            database.commit(step(number))
            database.compact()
        database.backup("daily")
        database.close()
        damaged = folder / "snapshot-000004.json"
        damaged.write_bytes(damaged.read_bytes()[:-2])
        open_folder(folder, clock=clock).close()
    finally:
        os.umask(old)
    found = {path: path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")]}
    damaged = folder / "quarantine" / "001-snapshot-000004.json"
    assert damaged in found
    assert {m for p, m in found.items() if p.is_dir()} == {0o700}
    assert {m for p, m in found.items() if p.is_file()} == {0o600}


@POSIX
def test_a_folder_made_by_somebody_else_is_closed_to_others(tmp_path):
    tmp_path.chmod(0o755)
    open_folder(tmp_path, clock=clock).close()
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_may_not_be_written_can_still_be_read():
    disk = Disk()
    opened(disk).commit(step(1))
    disk = disk.restart()
    disk.only, disk.fail_from, disk.fail_with = "lock", 1, errno.EACCES
    with pytest.raises(NotWritableError, match="reading only"):
        opened(disk)
    before = disk.content()
    database = open_folder(HOME, read_only=True, clock=clock, files=disk)
    assert state(database) == after(1)
    for refused in (
        lambda: database.commit(step(2)),
        database.compact,
        lambda: database.backup("x"),
    ):
        with pytest.raises(NotWritableError, match="reading only"):
            refused()
    database.close()
    assert disk.content() == before


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may write anywhere"
)
def test_a_real_read_only_folder_can_still_be_read(tmp_path):
    database = open_folder(tmp_path, clock=clock)
    database.commit(step(1))
    database.close()
    tmp_path.chmod(0o500)
    (tmp_path / "LOCK").chmod(0o400)
    with pytest.raises(NotWritableError):
        open_folder(tmp_path, clock=clock)
    assert state(open_folder(tmp_path, read_only=True, clock=clock)) == after(1)
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_path_that_is_a_file_is_left_alone(tmp_path, read_only):
    path = tmp_path / "notes.txt"
    path.write_text("shopping")
    with pytest.raises((NotWritableError, UnreadableError)):
        open_folder(path, read_only=read_only, clock=clock)
    assert path.read_text() == "shopping"


def test_reading_only_does_not_begin_a_store(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UnreadableError):
            open_folder(folder, read_only=True, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_takes_no_more_changes():
    database = opened(Disk())
    database.close()
    database.close()
    with pytest.raises(NotWritableError):
        database.commit(step(1))


def test_a_reader_beside_a_writer_sees_whole_clicks_and_no_trouble(tmp_path):
    database = open_folder(tmp_path, clock=clock)
    database.commit(step(1))
    stop = threading.Event()

    def click() -> None:
        number = 1
        while not stop.is_set():
            number += 1
            database.commit(step(number))
            if number % 15 == 0:
                database.compact()

    writer = threading.Thread(target=click)
    writer.start()
    try:
        last = 0
        for _ in range(60):
            reader = open_folder(tmp_path, read_only=True, clock=clock)
            number = reader.tables["meta"]["1"]["clicks"]
            assert number >= last
            assert state(reader) == after(number)
            assert reader.report == ()
            last = number
    finally:
        stop.set()
        writer.join()
        database.close()


def test_commits_go_on_while_another_thread_compacts(tmp_path):
    database = open_folder(tmp_path, clock=clock)
    database.commit([entry(n) for n in range(1, 4001)])
    compacting = threading.Thread(target=database.compact)
    compacting.start()
    number, meanwhile = 0, 0
    while compacting.is_alive():
        number += 1
        begin = time.monotonic()
        database.commit([Change("meta", "1", {"n": number})])
        meanwhile += compacting.is_alive()
        assert time.monotonic() - begin < 1
    assert meanwhile > 1
    database.close()
    again = open_folder(tmp_path, clock=clock)
    assert again.tables["meta"]["1"] == {"n": number}
    assert len(again.tables["entries"]) == 4000
    again.close()


def test_a_long_journal_asks_for_compacting_and_is_short_afterwards():
    disk = Disk()
    database = opened(disk)
    assert not database.needs_compacting
    database.commit([Change("entries", "1", {"text": "x" * 300_000})])
    assert database.needs_compacting
    database.compact()
    assert not database.needs_compacting
    assert not opened(disk.restart()).needs_compacting


def test_only_the_last_two_generations_are_kept():
    disk = Disk()
    database = opened(disk)
    for number in range(1, 6):
        database.commit(step(number))
        database.compact()
    assert sorted(path.name for path in disk.paths) == [
        "LOCK",
        "journal-000005-copy.jsonl",
        "journal-000005.jsonl",
        "journal-000006-copy.jsonl",
        "journal-000006.jsonl",
        "snapshot-000005.json",
        "snapshot-000006.json",
    ]


def elsewhere(disk: Disk, name: str, data: bytes) -> None:
    """A sync service puts its own file in the place of ours."""
    disk.paths.pop(HOME / name, None)
    disk._new(HOME / name, data)


@pytest.mark.parametrize(
    "name",
    [
        "snapshot-000002.json",
        "journal-000002.jsonl",
        "journal-000002-copy.jsonl",
        "snapshot-000009.json",
    ],
)
@pytest.mark.parametrize("act", ["commit", "compact"])
def test_a_file_changed_elsewhere_is_not_written_over_and_both_are_kept(name, act):
    disk = Disk()
    database = opened(disk)
    database.commit(step(1))
    database.compact()
    database.commit(step(2))
    elsewhere(disk, name, b"theirs")
    for _ in range(2):
        with pytest.raises(ChangedElsewhereError, match=name):
            database.commit(step(3)) if act == "commit" else database.compact()
    assert state(database) == after(2)
    assert disk.content()[HOME / name] == b"theirs"
    (kept,) = backups(HOME, files=disk)
    assert kept.reason == "before-changed-elsewhere"
    assert read_backup(kept.path, files=disk) == after(2)
    database.close()
    assert state(opened(disk)) == after(2)  # every change stands in two files


def test_a_file_deleted_elsewhere_is_noticed_before_a_write():
    disk = Disk()
    database = opened(disk)
    database.commit(step(1))
    del disk.paths[HOME / "journal-000001.jsonl"]
    with pytest.raises(ChangedElsewhereError):
        database.commit(step(2))


def newer(number: int) -> bytes:
    return b"".join(snapshot_slices(Snapshot({"entries": {"1": {"a": 1}}}, number, 5, format=2)))


def test_files_of_a_newer_version_open_for_reading_only():
    content = {HOME / "snapshot-000005.json": newer(7), HOME / "journal-000005.jsonl": b""}
    disk = Disk.holding(content)
    database = opened(disk)
    assert database.read_only
    assert "newer-format" in codes(database)
    assert state(database) == {"entries": {"1": {"a": 1}}}
    with pytest.raises(NewerFormatError, match="newer version"):
        database.commit(step(1))
    assert {p: d for p, d in disk.content().items() if p.name != "LOCK"} == content


def test_a_journal_line_of_a_newer_version_opens_for_reading_only():
    disk = Disk()
    database = opened(disk)
    database.commit(step(1))
    content = disk.content()
    line = b'[2,2,{"new":"shape"}]'
    content[HOME / "journal-000001.jsonl"] += b"%08x %b\n" % (crc32(line), line)
    database = opened(Disk.holding(content))
    assert database.read_only
    assert state(database) == after(1)
