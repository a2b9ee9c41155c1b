"""A sealed folder: nothing to read without the passphrase, nothing lost whatever happens."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from planner.storage import (
    Change,
    LockedError,
    NotWritableError,
    StorageError,
    UnreadableError,
    WrongPassphraseError,
    open_folder,
)
from planner.storage.keys import new_keys, read_keys, unlocked
from planner.storage.passphrase import (
    change_passphrase,
    confirm,
    new_recovery_key,
    seal_folder,
    unseal_folder,
)
from planner.storage.sealing import Sealer
from tests.planner.storage.disk import HOME, Disk, after_power_cut, clock, flipped
from tests.planner.storage.family import after, opened, state, step
from tests.planner.storage.test_power_cut import cuts, everything_synced

FIRST, SECOND = "three quiet geese", "an umbrella for two"
QUICK = 32  # KiB, the least Argon2 takes; families have 64 MiB
PRIVATE = (b"swim with", b"The Wind", b"schema_version", b"title", b"clicks")


def unlock(disk, secret, *, read_only=False):
    return open_folder(HOME, clock=clock, files=disk, secret=secret, read_only=read_only)


def seal(database, passphrase=FIRST):
    keys, key, recovery = new_keys(passphrase, memory=QUICK)
    seal_folder(database, keys, key)
    return recovery


def clicked(database, first, last):
    for number in range(first, last + 1):
        database.commit(step(number))


def plain(content):
    """The files in which a private word can be read."""
    return {path.name for path, data in content.items() if any(word in data for word in PRIVATE)}


@pytest.fixture
def disk():
    """Lived with for a while before and after a passphrase was set."""
    made = Disk()
    database = opened(made)
    clicked(database, 1, 4)
    database.backup("daily")
    database.compact()
    clicked(database, 5, 7)
    seal(database)
    clicked(database, 8, 11)
    database.backup("by-hand")
    database.close()
    return made.restart()


def test_nothing_private_can_be_read_in_any_file(disk):
    assert plain(disk.content()) == set()


def test_nothing_private_can_be_read_in_the_files_of_a_real_folder(tmp_path):
    folder = tmp_path / "kinweek"
    database = open_folder(folder, clock=clock)
    clicked(database, 1, 4)
    database.backup("daily")
    database.close()
    with (folder / "journal-000001.jsonl").open("ab") as journal:
        journal.write(b'half a line with "swim with Zo')
    database = open_folder(folder, clock=clock)  # sets the half line aside
    assert plain({p: p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    (folder / "snapshot-000009.json.tmp").write_bytes(b"swim with")
    seal(database)
    clicked(database, 5, 6)
    database.compact()
    files = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert plain(files) == set()
    assert any(p.parent.name == "quarantine" for p in files)
    assert {p.stat().st_mode & 0o777 for p in files} == {0o600}
    database.close()


def test_the_passphrase_opens_it_and_backups_too(disk):
    database = unlock(disk, FIRST)
    assert state(database) == after(11)
    assert database.report == ()
    assert database.check() == ()
    kept = [database.read_backup(HOME / "backups" / n) for n in disk.names(HOME / "backups")]
    assert after(4) in kept
    assert after(11) in kept


def test_the_recovery_key_opens_it_however_it_is_copied():
    disk = Disk()
    database = opened(disk)
    clicked(database, 1, 3)
    recovery = seal(database)
    for words in (recovery, recovery.lower().replace("-", " "), recovery.replace("O", "0")):
        assert state(unlock(disk.restart(), words)) == after(3)


def test_without_or_with_another_passphrase_it_stays_closed_and_untouched(disk):
    before = disk.content()
    for secret, error in ((None, LockedError), ("geese", WrongPassphraseError), ("", StorageError)):
        for read_only in (True, False):
            with pytest.raises(error):
                unlock(disk, secret, read_only=read_only)
    assert {p: d for p, d in disk.content().items() if p.name != "LOCK"} == {
        p: d for p, d in before.items() if p.name != "LOCK"
    }


def test_another_passphrase_takes_the_place_of_the_first(disk):
    database = unlock(disk, FIRST)
    change_passphrase(database, SECOND)
    clicked(database, 12, 12)
    database.close()
    disk = disk.restart()
    assert state(unlock(disk, SECOND)) == after(12)
    for path in (HOME / "keys.json", HOME / "keys-copy.json"):
        left = disk.restart()
        left.paths.pop(path)
        with pytest.raises(WrongPassphraseError):
            unlock(left, FIRST)


def test_the_recovery_key_outlives_another_passphrase():
    disk = Disk()
    database = opened(disk)
    recovery = seal(database)
    change_passphrase(database, SECOND)
    assert unlocked(read_keys(disk, HOME), recovery) == unlocked(read_keys(disk, HOME), SECOND)


def test_without_a_passphrase_everything_is_plain_again(disk):
    database = unlock(disk, FIRST)
    unseal_folder(database)
    clicked(database, 12, 12)
    database.close()
    disk = disk.restart()
    again = opened(disk)
    assert state(again) == after(12)
    assert again.check() == ()
    assert not any(path.name.startswith("keys") for path in disk.paths)
    assert all(again.read_backup(HOME / "backups" / n) for n in disk.names(HOME / "backups"))


def lived():
    """Sealed, another passphrase, plain again, with clicks between; the log and what was saved when."""
    disk = Disk()
    database = opened(disk)
    saved = [(len(disk.log), {})]

    def click(first, last):
        for number in range(first, last + 1):
            database.commit(step(number))
            saved.append((len(disk.log), after(number)))

    click(1, 3)
    database.backup("daily")
    seal(database)
    sealed = len(disk.log)
    click(4, 5)
    change_passphrase(database, SECOND)
    click(6, 7)
    unsealing = len(disk.log)
    unseal_folder(database)
    click(8, 9)
    return disk, saved, sealed, unsealing


def with_any(disk):
    for secret in (None, FIRST, SECOND):
        try:
            return unlock(disk, secret)
        except (LockedError, WrongPassphraseError):
            continue
    raise AssertionError("none of the passphrases opens it")


@pytest.mark.parametrize("seed", [None, "dies", 1, 2])
def test_a_crash_at_any_moment_of_setting_changing_and_removing_loses_nothing(seed):
    disk, saved, sealed, unsealing = lived()
    for moment in cuts(disk.log):
        log = disk.log[:moment]
        if seed == "dies":
            log = [*log, *everything_synced(log)]
        rng = random.Random(f"{seed} {moment}") if isinstance(seed, int) else None
        left = Disk.holding(after_power_cut({}, log, rng))
        database = with_any(left)
        done = sum(index <= moment for index, _ in saved)
        assert state(database) in [now for _, now in saved[max(done - 1, 0) : done + 1]]
        assert not {f.code for f in database.report} & {"lost-change", "restored-from-backup"}
        if sealed <= moment < unsealing:
            assert plain(left.content()) == set()
        database.commit([Change("wishes", "1", {"wish": "a den"})])
        database.close()
        again = left.restart()
        assert state(with_any(again))["wishes"] == {"1": {"wish": "a den"}}
        locked = HOME / "keys.json" in again.paths
        assert not (locked and plain(again.content()))


def test_a_full_disk_while_sealing_loses_nothing_and_the_next_opening_goes_on():
    for call in range(1, 120, 3):
        disk = Disk()
        database = opened(disk)
        clicked(database, 1, 3)
        database.backup("daily")
        disk.calls, disk.fail_from = 0, call
        try:
            seal(database)
            finished = True
        except NotWritableError:
            finished = False
        assert state(database) == after(3)
        disk.heal()
        clicked(database, 4, 4)
        again = disk.restart()
        database = with_any(again)
        assert state(database) == after(4)
        if finished or HOME / "keys.json" in again.paths:
            assert plain(again.content()) == set()


def test_any_flipped_bit_leaves_everything_exact_or_is_told(disk):
    content = disk.content()
    rng = random.Random(7)
    spots = [(path, bit) for path, data in content.items() for bit in range(len(data) * 8)]
    for path, bit in rng.sample(spots, 500):
        left = Disk.holding(flipped(content, path, bit))
        database = unlock(left, FIRST)
        assert state(database) == after(11), (path, bit)


@pytest.mark.parametrize("name", ["keys.json", "keys-copy.json"])
def test_a_check_finds_one_bad_copy_of_the_keys_and_the_next_opening_mends_it(disk, name):
    database = unlock(disk, FIRST)
    good = bytes(disk.data[disk.paths[HOME / name]])
    for bad in (
        b"rust",
        b"",
        good.replace(b'"lanes": 4', b'"lanes": 5'),
        good.replace(b"sealed", b"sealing"),
    ):
        disk.data[disk.paths[HOME / name]][:] = bad
        assert [(fact.code, fact.file) for fact in database.check()] == [("damaged", name)]
    database.close()
    again = unlock(disk.restart(), FIRST, read_only=True)
    assert [fact.file for fact in again.check()] == [name]
    mended = unlock(disk.restart(), FIRST)
    assert mended.check() == ()


def test_a_check_finds_a_missing_copy_of_the_keys(disk):
    database = unlock(disk, FIRST)
    disk.paths.pop(HOME / "keys-copy.json")
    assert [fact.file for fact in database.check()] == ["keys-copy.json"]


def test_a_new_recovery_key_takes_the_place_of_the_lost_one():
    disk = Disk()
    database = opened(disk)
    clicked(database, 1, 3)
    lost = seal(database)
    recovery = new_recovery_key(database)
    database.close()
    assert state(unlock(disk.restart(), recovery)) == after(3)
    assert state(unlock(disk.restart(), FIRST)) == after(3)
    with pytest.raises(WrongPassphraseError):
        unlock(disk.restart(), lost)


def test_the_passphrase_of_now_is_confirmed_before_it_is_changed(disk):
    database = unlock(disk, FIRST)
    confirm(database, FIRST)
    with pytest.raises(WrongPassphraseError):
        confirm(database, SECOND)


def test_both_keys_damaged_is_said_and_nothing_is_touched(disk):
    for name in ("keys.json", "keys-copy.json"):
        disk.data[disk.paths[HOME / name]][:] = b"rust"
    before = disk.content()
    with pytest.raises(UnreadableError, match="keys"):
        unlock(disk, FIRST)
    assert disk.content() == before


def test_a_line_cannot_be_put_in_the_place_of_another_generation():
    sealer = Sealer(bytes(32))
    line = sealer.line_sealer(3)(b"[1,2,[]]")
    assert sealer.line_opener(3)(line) == b"[1,2,[]]"
    with pytest.raises(Exception, match="not sealed as it was"):
        sealer.line_opener(4)(line)
    with pytest.raises(Exception, match="is not sealed"):
        sealer.line_opener(3)(b"[1,2,[]]")


def test_a_plain_snapshot_put_into_a_sealed_folder_is_not_believed(disk):
    forged = Disk()
    stranger = opened(forged)
    stranger.commit([Change("entries", "1", {"title": "not ours"})])
    for _ in range(30):
        stranger.compact()
    name = max(p for p in forged.paths if p.name.startswith("snapshot"))
    disk._new(name, forged.content()[name])
    assert state(unlock(disk, FIRST)) == after(11)


def test_the_same_words_never_look_the_same_twice():
    sealer = Sealer(bytes(32))
    assert sealer.seal(b"kite", "backup") != sealer.seal(b"kite", "backup")


def test_nobody_without_a_passphrase_loads_the_cipher(tmp_path: Path):

    code = (
        "import sys; from datetime import datetime; from pathlib import Path;"
        "from planner.storage import open_folder;"
        f"open_folder(Path({str(tmp_path / 'k')!r}), clock=datetime.now).close();"
        "sys.exit('cryptography' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
