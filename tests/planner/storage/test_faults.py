"""A disk that is full, broken or unplugged: refused as a whole, and well again afterwards."""

import contextlib
import errno

import pytest

from planner.storage import NotJSONError, NotWritableError, StorageError
from tests.planner.storage.disk import HOME, Disk
from tests.planner.storage.family import State, after, codes, entry, opened, state, step

STEPS = ("create", "write", "sync", "sync_folder", "rename", "remove", "truncate", "mark", "names")
LOSSES = {"lost-change", "restored-from-backup", "damaged", "stray-file"}


def click_along(disk: Disk) -> State:
    """Click whatever the disk says; every refusal must leave what is seen as it was."""
    seen: State = {}
    try:
        database = opened(disk)
    except StorageError:
        return seen
    for number in range(1, 16):
        with contextlib.suppress(StorageError):
            database.commit(step(number))
            seen = state(database)
        with contextlib.suppress(StorageError):
            if number % 6 == 0:
                database.compact()
            if number == 8:
                database.backup("daily")
        assert state(database) == seen
    disk.heal()
    database.commit([entry(99)])
    seen = state(database)
    assert seen["entries"]["99"]
    database.close()
    return seen


def rounds(only: str | None) -> int:
    disk = Disk(only=only)
    click_along(disk)
    return disk.calls


def assert_comes_back(disk: Disk, seen: State) -> None:
    disk = disk.restart()
    database = opened(disk)
    assert state(database) == seen
    assert not codes(database) & LOSSES
    database.close()
    again = opened(disk.restart())
    assert state(again) == seen
    assert not again.report


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("only", STEPS)
def test_a_step_that_fails_once_is_refused_and_forgotten(only, problem):
    for number in range(1, rounds(only) + 1):
        disk = Disk(only=only, fail_at=frozenset({number}), fail_with=problem)
        seen = click_along(disk)
        assert_comes_back(disk, seen)


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("only", [None, "write", "sync", "create"])
def test_a_disk_that_fails_from_some_moment_on_loses_nothing(only, problem):
    for number in range(1, rounds(only) + 1, 1 if only else 3):
        disk = Disk(only=only, fail_from=number, fail_with=problem)
        seen = click_along(disk)
        disk.heal()
        assert_comes_back(disk, seen)


@pytest.mark.parametrize("gap", range(1, 6))
def test_a_second_fault_while_the_first_is_handled_loses_nothing(gap):
    for number in range(1, rounds(None), 2):
        disk = Disk(fail_at=frozenset({number, number + gap}))
        seen = click_along(disk)
        assert_comes_back(disk, seen)


def test_a_full_disk_says_so_and_takes_the_same_change_when_there_is_room():
    disk = Disk()
    database = opened(disk)
    database.commit(step(1))
    disk.only, disk.fail_from, disk.fail_with = "write", 1, errno.ENOSPC
    for _ in range(3):
        with pytest.raises(NotWritableError, match="nothing was changed"):
            database.commit(step(2))
    names = len(disk.paths)
    assert state(database) == after(1)
    disk.heal()
    database.commit(step(2))
    assert state(opened(disk.restart())) == after(2)
    assert len(disk.paths) == names


def test_a_full_disk_does_not_fill_up_with_half_snapshots():
    disk = Disk()
    database = opened(disk)
    database.commit(step(1))
    disk.only, disk.fail_from, disk.fail_with = "write", 1, errno.ENOSPC
    with pytest.raises(NotWritableError):
        database.compact()
    assert not [path for path in disk.paths if path.name.endswith(".tmp")]


def test_a_change_that_is_refused_does_not_come_back_after_a_later_one():
    disk = Disk()
    database = opened(disk)
    database.commit(step(1))
    disk.calls, disk.only, disk.fail_from = 0, "sync", 1  # neither written nor taken back for sure
    with pytest.raises(NotWritableError):
        database.commit([entry(50)])
    disk.heal()
    database.commit(step(2))
    newest = max(path for path in disk.paths if path.name.startswith("snapshot"))
    del disk.paths[newest]  # so that the older journals are read again
    assert state(opened(disk.restart())) == after(2)


def test_one_commit_is_one_write_and_one_sync_before_it_is_seen():
    disk = Disk()
    database = opened(disk)
    first = len(disk.log)
    database.commit(step(1))
    steps = [name for name, _, _ in disk.log[first:] if name not in {"names", "mark"}]
    assert steps == ["write", "sync", "write"]  # the last is the copy, which nobody waits for


def test_a_copy_that_cannot_be_written_stops_no_commit_but_asks_for_compacting():
    disk = Disk()
    database = opened(disk)
    disk.calls, disk.only, disk.fail_at = 0, "write", frozenset({2})
    database.commit(step(1))
    database.commit(step(2))
    assert database.needs_compacting
    database.compact()
    assert not database.needs_compacting
    assert state(opened(disk.restart())) == after(2)


def test_a_commit_with_one_bad_document_writes_none_of_them():
    disk = Disk()
    database = opened(disk)
    first = len(disk.log)
    with pytest.raises(NotJSONError):
        database.commit([entry(1), *step(2), entry(3).__class__("entries", "4", {"x": {1}})])
    assert state(database) == {}
    assert len(disk.log) == first


def test_a_folder_that_cannot_be_made_is_told_at_once():
    disk = Disk(only="make_folder", fail_from=1, fail_with=errno.EROFS)
    with pytest.raises(NotWritableError, match=str(HOME)):
        opened(disk)
