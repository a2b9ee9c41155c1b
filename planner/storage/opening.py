"""Opens the folder with the family's documents, for one program at a time."""

import contextlib
import gc
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from planner.storage.backups import read_backup
from planner.storage.database import Database
from planner.storage.files import DISK, Files
from planner.storage.format import FORMAT
from planner.storage.keys import Keys, key_of, read_keys
from planner.storage.passphrase import finish, sealer_for
from planner.storage.recovery import Found, read_folder
from planner.storage.sealing import PLAIN, Sealer
from planner.storage.values import Document, FolderBusyError, NotWritableError, UnreadableError

LOCK = "LOCK"
_TRIES = 10  # a writer beside us may let go of old files while we read them


def open_folder(
    folder: Path,
    *,
    read_only: bool = False,
    clock: Callable[[], datetime],
    secret: str | None = None,
    files: Files = DISK,
) -> Database:
    """The documents in `folder`; what was noticed on the way is in its `report`.

    For writing, the folder is created if there is none, and held until `close`: FolderBusyError if
    somebody else holds it, NotWritableError if it cannot be written to (open it `read_only` then).
    UnreadableError if there are files but no readable copy. Files of a newer version open
    for reading only, with a fact "newer-format". `clock` gives local time, for the names of backups.
    A sealed folder opens with its passphrase or recovery key as `secret`: LockedError without one,
    WrongPassphraseError with another one. Sealing that was interrupted goes on.
    """
    if read_only:
        sealer, _ = _sealer(folder, files, secret)
        found = _read(folder, files, sealer, beside_writer=True)
        if found.new:
            raise UnreadableError(f"There is nothing in {folder} yet: open it for writing once.")
        return Database(folder, found, clock=clock, files=files, lock=None, sealer=sealer)
    with contextlib.ExitStack() as if_it_fails:
        lock = _lock(folder, files)
        if_it_fails.callback(files.close, lock)
        sealer, keys = _sealer(folder, files, secret)
        found = _read(folder, files, sealer, beside_writer=False)
        if found.format > FORMAT:
            return Database(folder, found, clock=clock, files=files, lock=None, sealer=sealer)
        database = Database(folder, found, clock=clock, files=files, lock=lock, sealer=sealer)
        if keys is not None and sealer.key is not None:
            with contextlib.suppress(NotWritableError):  # the next opening goes on
                finish(database, keys, sealer.key)
        if_it_fails.pop_all()
        return database


def backup_reader(
    folder: Path, secret: str | None
) -> Callable[[Path], Mapping[str, Mapping[str, Document]]]:
    """What reads the backups of this folder, also where nothing else of it can be read.

    Raises LockedError, WrongPassphraseError, UnreadableError for the keys.
    """
    sealer, _ = _sealer(folder, DISK, secret)
    return partial(read_backup, sealer=sealer)


def _lock(folder: Path, files: Files) -> int:
    try:
        files.make_folder(folder)
        return files.lock(folder / LOCK)
    except BlockingIOError as error:
        raise FolderBusyError(
            f"{folder} is open in another window or program: use that one, or close it first."
        ) from error
    except OSError as error:
        raise NotWritableError(
            f"{folder} cannot be opened for writing ({error.strerror}): "
            "allow this program to write there, or open it for reading only."
        ) from error


def _sealer(folder: Path, files: Files, secret: str | None) -> tuple[Sealer, Keys | None]:
    """How this folder is sealed, and its keys if it is."""
    keys = read_keys(files, folder)
    return (PLAIN, None) if keys is None else (sealer_for(keys, key_of(keys, secret)), keys)


def _read(folder: Path, files: Files, sealer: Sealer, *, beside_writer: bool) -> Found:
    collecting = gc.isenabled()
    gc.disable()  # it would look through thousands of new documents again and again
    try:
        for _ in range(_TRIES - 1):
            with contextlib.suppress(FileNotFoundError):
                return read_folder(files, folder, beside_writer=beside_writer, sealer=sealer)
        return read_folder(files, folder, beside_writer=beside_writer, sealer=sealer)
    except OSError as error:
        raise UnreadableError(
            f"{folder} cannot be read ({error.strerror}); nothing was changed. "
            "Connect the disk again or allow this program to read it, then try again."
        ) from error
    finally:
        if collecting:
            gc.enable()
