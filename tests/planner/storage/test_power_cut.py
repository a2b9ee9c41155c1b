"""The power may go at any moment: what was saved is there, whole, when it comes back."""

import random

import pytest

from planner.storage import Change, NotWritableError, read_backup
from tests.planner.storage.disk import HOME, Content, Disk, after_power_cut
from tests.planner.storage.family import State, codes, live_a_while, opened, state

CHANGING = {"create", "write", "sync", "rename", "remove", "truncate", "sync_folder"}
BAD_NEWS = {"lost-change", "damaged", "restored-from-backup", "repaired", "not-renewed"}
ONE_MORE = Change("wishes", "1", {"wish": "a den under the table"})


def recorded() -> tuple[Disk, list[tuple[int, State]]]:
    disk = Disk()
    saved: list[tuple[int, State]] = []
    live_a_while(disk, lambda now: saved.append((len(disk.log), now)))
    return disk, saved


def cuts(log):
    return [i for i, (name, _, _) in enumerate(log, 1) if name in CHANGING]


def allowed(saved: list[tuple[int, State]], moment: int) -> list[State]:
    """The state last saved, or the next one, which was under way."""
    done = sum(index <= moment for index, _ in saved)
    return [now for _, now in saved[max(done - 1, 0) : done + 1]]


def come_back(content: Content, states: list[State]) -> Disk:
    disk = Disk.holding(content)
    database = opened(disk)
    found = state(database)
    assert found in states
    assert not codes(database) & BAD_NEWS
    assert database.check() == ()
    database.commit([ONE_MORE])
    disk = disk.restart()
    again = opened(disk)
    assert state(again) == {**found, "wishes": {"1": ONE_MORE.document}}
    assert not again.report
    return disk


@pytest.mark.parametrize("seed", [None, *range(12)])
def test_after_a_power_cut_everything_saved_is_there(seed):
    disk, saved = recorded()
    for moment in cuts(disk.log):
        rng = None if seed is None else random.Random(f"{seed} {moment}")
        content = after_power_cut({}, disk.log[:moment], rng)
        come_back(content, allowed(saved, moment))


def test_a_program_that_dies_anywhere_leaves_everything_saved():
    disk, saved = recorded()
    for moment in cuts(disk.log):
        content = after_power_cut(
            {}, [*disk.log[:moment], *everything_synced(disk.log[:moment])], None
        )
        come_back(content, allowed(saved, moment))


def everything_synced(log):
    yield from (("sync", inode, None) for inode in {one for name, one, _ in log if name == "write"})
    yield from (("sync_folder", one.parent, None) for name, one, _ in log if name == "create")
    yield from (("sync_folder", two.parent, None) for name, _, two in log if name == "rename")


def test_the_power_may_go_again_while_the_first_cut_is_mended():
    disk, saved = recorded()
    for moment in cuts(disk.log)[::9]:
        content = after_power_cut({}, disk.log[:moment], random.Random(moment))
        mending = Disk.holding(content)
        opened(mending)
        for second in cuts(mending.log):
            rng = random.Random(f"{moment} {second}")
            come_back(after_power_cut(content, mending.log[:second], rng), allowed(saved, moment))


@pytest.mark.parametrize("once", [True, False])
def test_after_a_failed_sync_the_next_change_goes_to_new_files_and_outlives_a_power_cut(once):
    disk = Disk()
    database = opened(disk)
    disk.calls, disk.only = 0, "sync"
    disk.fail_at, disk.fail_from = (frozenset({1}), None) if once else (frozenset(), 1)
    with pytest.raises(NotWritableError):
        database.commit([Change("entries", "1", {"title": "refused"})])
    disk.heal()
    database.commit([ONE_MORE])
    content = after_power_cut({}, disk.log, None)
    assert ONE_MORE.document["wish"].encode() in content[HOME / "journal-000002.jsonl"]
    assert state(opened(Disk.holding(content))) == {"wishes": {"1": ONE_MORE.document}}


def test_a_backup_that_was_reported_taken_outlives_a_power_cut():
    disk = Disk()
    database = opened(disk)
    database.commit([ONE_MORE])
    path = database.backup("daily")
    left = Disk.holding(after_power_cut({}, disk.log, None))
    assert read_backup(path, files=left) == {"wishes": {"1": ONE_MORE.document}}


def test_what_compacting_finished_outlives_a_power_cut():
    disk = Disk()
    database = opened(disk)
    database.commit([ONE_MORE])
    database.compact()
    assert HOME / "snapshot-000002.json" in after_power_cut({}, disk.log, None)
