"""Backups: taken, kept for a while, read back, restored."""

from datetime import datetime, timedelta

import pytest

from planner.storage import UnreadableError, backups, open_folder, read_backup
from planner.storage.backups import surplus
from tests.planner.storage.disk import HOME, Disk, clock
from tests.planner.storage.family import after, opened, state, step


def clicked(disk: Disk, count: int):
    database = opened(disk)
    for number in range(1, count + 1):
        database.commit(step(number))
    return database


def test_a_backup_reads_back_as_what_was_there():
    disk = Disk()
    database = clicked(disk, 4)
    path = database.backup("daily")
    database.commit(step(5))
    assert path.name == "2026-03-04T173000-daily.json.gz"
    assert read_backup(path, files=disk) == after(4)
    (info,) = backups(HOME, files=disk)
    assert (info.path, info.taken, info.reason) == (path, clock(), "daily")
    assert info.size == len(disk.content()[path])


def test_two_backups_in_one_second_are_both_kept():
    disk = Disk()
    database = clicked(disk, 1)
    first = database.backup("before-import")
    database.commit(step(2))
    second = database.backup("before-import")
    assert [info.path for info in backups(HOME, files=disk)] == [second, first]
    assert read_backup(first, files=disk) == after(1)


def test_restoring_brings_everything_back_and_keeps_the_present():
    disk = Disk()
    database = clicked(disk, 4)
    path = database.backup("daily")
    for number in range(5, 12):
        database.commit(step(number))
    database.restore(path)
    assert state(database) == after(4)
    assert state(opened(disk.restart())) == after(4)
    kept = [i for i in backups(HOME, files=disk) if i.reason == "before-restore"]
    assert read_backup(kept[0].path, files=disk) == after(11)


def test_a_restored_store_stays_restored_when_its_newest_snapshot_rots():
    disk = Disk()
    database = clicked(disk, 4)
    path = database.backup("daily")
    database.commit(step(5))
    database.restore(path)
    newest = max(p for p in disk.paths if p.name.startswith("snapshot"))
    disk.data[disk.paths[newest]][10] ^= 1
    assert state(opened(disk.restart())) == after(4)


def test_a_damaged_backup_is_refused_and_changes_nothing():
    disk = Disk()
    database = clicked(disk, 3)
    path = database.backup("daily")
    disk.data[disk.paths[path]][30] ^= 8
    with pytest.raises(UnreadableError, match="choose another"):
        database.restore(path)
    assert state(database) == after(3)


@pytest.mark.parametrize("reason", ["", "Daily", "../x", "a b", "-a"])
def test_a_reason_is_small_letters_digits_and_hyphens(reason):
    with pytest.raises(ValueError, match="reason"):
        clicked(Disk(), 1).backup(reason)


def test_a_year_of_daily_backups_keeps_a_week_and_twelve_months():
    disk = Disk()
    now = datetime(2025, 1, 1, 18, 0)
    database = open_folder(HOME, clock=lambda: now, files=disk)
    for _ in range(800):
        database.backup("daily")
        now += timedelta(days=1)
    days = [info.taken.date().isoformat() for info in backups(HOME, files=disk)]
    assert days[:7] == [f"2027-03-{day:02}" for day in range(11, 4, -1)]
    assert days[7:] == [
        "2027-02-28",
        "2027-01-31",
        "2026-12-31",
        "2026-11-30",
        "2026-10-31",
        "2026-09-30",
        "2026-08-31",
        "2026-07-31",
        "2026-06-30",
        "2026-05-31",
        "2026-04-30",
    ]


def test_only_the_last_backup_of_a_day_is_kept():
    disk = Disk()
    now = datetime(2026, 3, 4, 8, 0)
    database = open_folder(HOME, clock=lambda: now, files=disk)
    for _ in range(9):
        database.backup("daily")
        now += timedelta(hours=1)
    assert [info.taken.hour for info in backups(HOME, files=disk)] == [16]


def test_twelve_backups_before_something_are_kept_beside_the_others():
    disk = Disk()
    now = datetime(2026, 3, 4, 8, 0)
    database = open_folder(HOME, clock=lambda: now, files=disk)
    database.backup("daily")
    for _ in range(20):
        now += timedelta(minutes=1)
        database.backup("before-import")
    kept = [info.reason for info in backups(HOME, files=disk)]
    assert kept == ["before-import"] * 12 + ["daily"]


def test_a_backup_made_by_hand_outlives_the_daily_one_of_the_same_day():
    disk = Disk()
    now = datetime(2026, 3, 4, 8, 0)
    database = open_folder(HOME, clock=lambda: now, files=disk)
    database.backup("by-hand")
    now += timedelta(minutes=10)
    database.backup("daily")
    assert [info.reason for info in backups(HOME, files=disk)] == ["daily", "by-hand"]


def test_without_backups_there_is_nothing_to_let_go(tmp_path):
    assert backups(tmp_path) == ()
    assert surplus(()) == ()


def test_other_files_among_the_backups_are_left_alone():
    other = HOME / "backups" / "2026-13-45T999999-daily.json.gz"
    disk = Disk.holding({other: b"", HOME / "backups" / "notes.txt": b"", HOME / "LOCK": b""})
    assert backups(HOME, files=disk) == ()


def test_a_check_of_a_folder_that_is_gone_says_so():
    disk = Disk()
    database = clicked(disk, 1)
    disk.calls, disk.fail_from = 0, 1
    with pytest.raises(UnreadableError, match="connect"):
        database.check()
