"""Seals a whole folder, unseals it, and changes its passphrase, so that a crash at any moment loses nothing.

The keys are on the disk before anything is sealed, and gone only after everything is plain again; in
between their state says which way it goes, both kinds are read, and the next opening goes on.
"""

import contextlib
from pathlib import Path

from planner.storage import keys as locks
from planner.storage.backups import ABOUT, FOLDER, backups
from planner.storage.database import Database
from planner.storage.files import Files, write_new
from planner.storage.format import DamagedError
from planner.storage.keys import Keys
from planner.storage.recovery import QUARANTINE
from planner.storage.sealing import MAGIC, PLAIN, Sealer
from planner.storage.values import NotWritableError

_TWO = 2  # generations are kept: after as many snapshots nothing of the old kind is left


def seal_folder(database: Database, keys: Keys, key: bytes) -> None:
    """Seal everything in the folder under these new keys, backups and set-aside bytes too.

    Raises NotWritableError: before the keys are on the disk nothing has changed; later the next
    opening with the passphrase goes on.
    """
    with database.writing():
        try:
            locks.write_keys(database.files, database.folder, keys)
        except OSError:
            with contextlib.suppress(OSError):
                locks.remove_keys(database.files, database.folder)
            raise
    finish(database, keys, key)


def unseal_folder(database: Database) -> None:
    """Make everything plain again and let go of the keys. Raises NotWritableError, as above."""
    keys, key = _present(database)
    going = locks.in_state(keys, "unsealing")
    with database.writing():
        locks.write_keys(database.files, database.folder, going)
    finish(database, going, key)


def change_passphrase(database: Database, passphrase: str) -> None:
    """Another passphrase for the same data; the recovery key stays. Raises NotWritableError."""
    keys, key = _present(database)
    with database.writing():
        changed = locks.with_passphrase(keys, key, passphrase)
        locks.write_keys(database.files, database.folder, changed)


def new_recovery_key(database: Database) -> str:
    """Another recovery key, to be printed; the one before opens nothing. Raises NotWritableError."""
    keys, key = _present(database)
    with database.writing():
        changed, recovery = locks.with_recovery(keys, key)
        locks.write_keys(database.files, database.folder, changed)
    return recovery


def confirm(database: Database, secret: str) -> None:
    """Raises WrongPassphraseError if this opens none of the folder's keys."""
    locks.unlocked(_present(database)[0], secret)


def sealer_for(keys: Keys, key: bytes) -> Sealer:
    """How records are written and read while the folder is in this state."""
    return Sealer(key, writes=keys.state != "unsealing", plain_too=keys.state != "sealed")


def finish(database: Database, keys: Keys, key: bytes) -> None:
    """Go on with what was begun, and put right a copy of the keys that a crash left behind."""
    files, folder = database.files, database.folder
    database.sealer = sealer_for(keys, key)
    with database.writing():
        if not _same_copies(files, folder):
            locks.write_keys(files, folder, keys)
    if keys.state == "sealed":
        return
    for _ in range(_TWO):
        database.compact()
    with database.writing():
        database.drop_older_generations()
        _rewrite(database)
        if keys.state == "sealing":
            locks.write_keys(files, folder, locks.in_state(keys, "sealed"))
            database.sealer = Sealer(key)
        else:
            locks.remove_keys(files, folder)
            database.sealer = PLAIN


def _rewrite(database: Database) -> None:
    """Every backup and everything set aside, sealed or plain as records are written now."""
    files, folder = database.files, database.folder
    homes = [name for name in (FOLDER, QUARANTINE) if name in files.names(folder)]
    for home in (folder, *(folder / name for name in homes)):
        for name in files.names(home):
            if name.endswith(".tmp"):  # left by a crash
                files.remove(home / name)
    for info in backups(folder, files=files):
        _put(database, info.path, ABOUT)
    if QUARANTINE in homes:
        for name in files.names(folder / QUARANTINE):
            _put(database, folder / QUARANTINE / name, QUARANTINE)


def _put(database: Database, path: Path, about: str) -> None:
    data, sealer = database.files.read(path), database.sealer
    if data.startswith(MAGIC) == sealer.writes:
        return
    try:
        plain = sealer.open_sealed(data, about)
    except DamagedError:
        return  # sealed and rotten: nobody reads it any more, and it gives nothing away
    write_new(database.files, path, sealer.seal(plain, about), over=True)


def _same_copies(files: Files, folder: Path) -> bool:
    try:
        return files.read(folder / locks.NAME) == files.read(folder / locks.COPY)
    except OSError:
        return False


def _present(database: Database) -> tuple[Keys, bytes]:
    keys, key = locks.read_keys(database.files, database.folder), database.sealer.key
    if keys is None or key is None:
        raise NotWritableError(f"{database.folder} has no passphrase.")
    return keys, key
