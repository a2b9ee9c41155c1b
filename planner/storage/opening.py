"""Opens the folder with the family's documents, for one program at a time."""

import contextlib
import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from planner.storage.database import Database
from planner.storage.files import DISK, Files
from planner.storage.format import FORMAT
from planner.storage.recovery import Found, read_folder
from planner.storage.values import FolderBusyError, NotWritableError, UnreadableError

LOCK = "LOCK"
_TRIES = 10  # a writer beside us may let go of old files while we read them


def open_folder(
    folder: Path,
    *,
    read_only: bool = False,
    clock: Callable[[], datetime],
    files: Files = DISK,
) -> Database:
    """The documents in `folder`; what was noticed on the way is in its `report`.

    For writing, the folder is created if there is none, and held until `close`: FolderBusyError if
    somebody else holds it, NotWritableError if it cannot be written to (open it `read_only` then).
    UnreadableError if there are files but no readable copy. Files of a newer version open
    for reading only, with a fact "newer-format". `clock` gives local time, for the names of backups.
    """
    if read_only:
        found = _read(folder, files, beside_writer=True)
        if found.new:
            raise UnreadableError(f"There is nothing in {folder} yet: open it for writing once.")
        return Database(folder, found, clock=clock, files=files, lock=None)
    with contextlib.ExitStack() as if_it_fails:
        lock = _lock(folder, files)
        if_it_fails.callback(files.close, lock)
        found = _read(folder, files, beside_writer=False)
        if found.format > FORMAT:
            return Database(folder, found, clock=clock, files=files, lock=None)
        database = Database(folder, found, clock=clock, files=files, lock=lock)
        if_it_fails.pop_all()
        return database


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


def _read(folder: Path, files: Files, *, beside_writer: bool) -> Found:
    collecting = gc.isenabled()
    gc.disable()  # it would look through thousands of new documents again and again
    try:
        for _ in range(_TRIES - 1):
            with contextlib.suppress(FileNotFoundError):
                return read_folder(files, folder, beside_writer=beside_writer)
        return read_folder(files, folder, beside_writer=beside_writer)
    except OSError as error:
        raise UnreadableError(
            f"{folder} cannot be read ({error.strerror}); nothing was changed. "
            "Connect the disk again or allow this program to read it, then try again."
        ) from error
    finally:
        if collecting:
            gc.enable()
