"""Files that rot, are cut short, go missing or are changed: nothing is lost and nothing is silent."""

import random

import pytest

from planner.storage import UnreadableError
from tests.planner.storage.disk import HOME, Content, Disk, flipped
from tests.planner.storage.family import State, after, codes, opened, state, step

LOSSES = {"lost-change", "restored-from-backup", "damaged"}


@pytest.fixture(scope="module")
def store() -> Content:
    """Two generations and a backup, the newest journal with changes in it."""
    disk = Disk()
    database = opened(disk)
    for number in range(1, 10):
        database.commit(step(number))
        if number in {3, 6}:
            database.compact()
    database.backup("daily")
    database.close()
    return disk.content()


def named(store: Content, start: str) -> list:
    return sorted(path for path in store if path.name.startswith(start))


def opened_on(content: Content) -> tuple[State, set[str]]:
    """What is read, after making sure that it was mended for good."""
    disk = Disk.holding(content)
    database = opened(disk)
    found = state(database)
    database.close()
    again = opened(disk.restart())
    assert state(again) == found
    assert not again.report
    return found, codes(database)


def test_any_flipped_bit_in_any_file_changes_nothing(store):
    for path, data in store.items():
        for place in range(len(data)):
            found, told = opened_on(flipped(store, path, place * 8 + place % 8))
            assert found == after(9), (path, place)
            assert not told & LOSSES


def test_a_flipped_bit_in_what_is_read_first_is_told(store):
    for path in (named(store, "snapshot")[-1], named(store, "journal")[-1]):
        assert "copy" not in path.name
        for bit in range(0, len(store[path]) * 8, 5):
            assert opened_on(flipped(store, path, bit))[1] & {"repaired", "torn-tail"}


def test_a_check_finds_any_flipped_bit_in_any_file(store):
    disk = Disk.holding(store)
    database = opened(disk)
    assert database.check() == ()
    for path, inode in disk.paths.items():
        data = disk.data[inode]
        start = 80 if path.suffix == ".gz" else 0  # the header of a gzip file says nothing of ours
        for bit in range(start, len(data) * 8, 13):
            data[bit // 8] ^= 1 << bit % 8
            assert [fact.file.rpartition("/")[2] for fact in database.check()] == [path.name]
            data[bit // 8] ^= 1 << bit % 8
    assert database.check() == ()


def test_any_file_cut_short_anywhere_changes_nothing(store):
    for path, data in store.items():
        for size in range(len(data)):
            found, told = opened_on({**store, path: data[:size]})
            assert found == after(9), (path, size)
            assert not told & LOSSES


def test_any_file_may_go_missing(store):
    for path in store:
        found, told = opened_on({other: data for other, data in store.items() if other != path})
        assert found == after(9), path
        assert not told & LOSSES


def test_any_file_may_be_overwritten_with_zeros(store):
    for path, data in store.items():
        assert opened_on({**store, path: bytes(len(data))})[0] == after(9), path


def test_a_line_damaged_in_both_places_is_lost_alone_and_told(store):
    journal = max(path for path in store if path.name == "journal-000003.jsonl")
    copy = journal.with_name("journal-000003-copy.jsonl")
    lines = store[journal].splitlines(keepends=True)
    spoilt = lines[0] + bytes([lines[1][0] ^ 1]) + lines[1][1:] + lines[2]
    disk = Disk.holding({**store, journal: spoilt, copy: spoilt})
    database = opened(disk)
    assert codes(database) == {"damaged", "lost-change"}
    assert database.tables["meta"]["1"]["clicks"] == 9
    assert "8" not in database.tables["entries"]  # click 8 was the damaged line
    kept = [disk.content()[path] for path in disk.paths if path.parent.name == "quarantine"]
    assert lines[1][1:] in b"".join(kept)


def test_two_damages_at_once_are_never_silent(store):
    rng = random.Random(4)
    for _ in range(1500):
        content = store
        for path in rng.sample(sorted(store), 2):
            if content[path]:
                content = flipped(content, path, rng.randrange(len(content[path]) * 8))
        try:
            found, told = opened_on(content)
        except UnreadableError:
            continue
        assert found == after(9) or told & {"lost-change", "restored-from-backup"}


def test_a_last_line_damaged_in_both_places_is_no_torn_tail(store):
    journal = max(path for path in store if path.name == "journal-000003.jsonl")
    spoilt = store[journal][:-9] + b"?" * 8 + b"\n"
    copy = journal.with_name("journal-000003-copy.jsonl")
    found, told = opened_on({**store, journal: spoilt, copy: spoilt})
    assert found == after(8)
    assert "lost-change" in told


def test_damaged_snapshots_are_set_aside_as_they_are(store):
    path = named(store, "snapshot")[-1]
    content = flipped(store, path, 99)
    disk = Disk.holding(content)
    opened(disk)
    assert content[path] in [d for p, d in disk.content().items() if p.parent.name == "quarantine"]


def test_a_torn_last_line_is_dropped_set_aside_and_told(store):
    journal = max(path for path in store if path.name == "journal-000003.jsonl")
    disk = Disk.holding({**store, journal: store[journal] + b'0123abcd [1,10,[["ent'})
    database = opened(disk)
    assert state(database) == after(9)
    assert codes(database) == {"torn-tail"}
    kept = [d for p, d in disk.content().items() if p.parent.name == "quarantine"]
    assert kept == [b'0123abcd [1,10,[["ent']
    assert database.check() == ()


def test_with_every_snapshot_gone_the_last_backup_is_read_and_told(store):
    content = {p: d for p, d in store.items() if not p.name.startswith("snapshot")}
    found, told = opened_on(content)
    assert found == after(9)
    assert "restored-from-backup" in told


def test_with_nothing_readable_nothing_is_touched(store):
    content = {p: b"?" if p.name != "LOCK" else b"" for p in store}
    disk = Disk.holding(content)
    with pytest.raises(UnreadableError, match="nothing was changed"):
        opened(disk)
    assert disk.content() == content


def young() -> Content:
    """A family's first evening: everything stands in the first journal and its copy."""
    disk = Disk()
    database = opened(disk)
    for number in range(1, 4):
        database.commit(step(number))
    database.close()
    return disk.content()


FIRST_SNAPSHOT = HOME / "snapshot-000001.json"
FIRST_JOURNAL, FIRST_COPY = HOME / "journal-000001.jsonl", HOME / "journal-000001-copy.jsonl"
NOISE = random.Random(5).randbytes(700)


@pytest.mark.parametrize("empty_snapshot", [False, True])
@pytest.mark.parametrize(
    "noisy",
    [
        {FIRST_JOURNAL: NOISE},
        {FIRST_COPY: NOISE},
        {FIRST_JOURNAL: NOISE, FIRST_COPY: NOISE},
        {FIRST_JOURNAL: NOISE, FIRST_COPY: b""},
        {FIRST_JOURNAL: b"0123abcd [1,1,[]]\n"},
        {FIRST_JOURNAL: bytes(700), FIRST_COPY: NOISE},
    ],
)
def test_noise_over_a_first_journal_is_never_an_empty_family(noisy, empty_snapshot):
    if empty_snapshot:
        noisy = {**noisy, FIRST_SNAPSHOT: young()[FIRST_SNAPSHOT]}
    disk = Disk.holding({HOME / "LOCK": b"", **noisy})
    with pytest.raises(UnreadableError, match="nothing was changed"):
        opened(disk)
    assert disk.content() == {HOME / "LOCK": b"", **noisy}


def test_noise_over_one_of_the_first_two_files_changes_nothing():
    for path in (FIRST_JOURNAL, FIRST_COPY):
        assert opened_on({**young(), path: NOISE})[0] == after(3)


def test_noise_over_both_first_files_brings_back_the_backup_and_tells():
    disk = Disk.holding(young())
    database = opened(disk)
    database.backup("daily")
    database.close()
    found, told = opened_on({**disk.content(), FIRST_JOURNAL: NOISE, FIRST_COPY: NOISE})
    assert found == after(3)
    assert "restored-from-backup" in told


def test_a_first_line_cut_anywhere_is_a_family_that_was_never_saved():
    line = young()[FIRST_JOURNAL].splitlines(keepends=True)[0]
    for size in range(len(line)):
        for left in (line[:size], line[:size] + bytes(9), bytes(size) + line[size:]):
            found, told = opened_on({FIRST_JOURNAL: left, FIRST_COPY: b""})
            assert found in ({}, after(1)), left
            assert not told & LOSSES


@pytest.mark.parametrize("left", ["backups", "quarantine"])
def test_a_folder_that_once_held_something_never_starts_empty(left):
    disk = Disk.holding({HOME / left / "note": b""})
    with pytest.raises(UnreadableError):
        opened(disk)


def test_a_copy_made_by_a_sync_service_is_told_and_left_alone(store):
    stray = HOME / "journal-000003 (Mia's laptop).jsonl"
    disk = Disk.holding({**store, stray: b"?"})
    database = opened(disk)
    assert [fact.file for fact in database.report] == [stray.name]
    assert state(database) == after(9)
    assert disk.content()[stray] == b"?"
