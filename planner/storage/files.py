"""Every touch of the disk, one small step each, so that a test can let any step fail.

New files are for their owner alone (0600 in folders of 0700), whatever the umask says.
"""

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BINARY = getattr(os, "O_BINARY", 0)
_RENAME_TRIES = 8  # a virus scanner or a sync service may hold a new file for a moment (Windows)


class Mark(NamedTuple):
    """By what a file is known again: which file it is, its length, and when it was last written."""

    inode: int
    size: int
    written: int  # nanoseconds


class Files:
    """The operating system's files. Every method may raise OSError."""

    def make_folder(self, folder: Path) -> None:
        """Create it with its parents, or take an existing one away from everybody but its owner."""
        if folder.is_dir():
            mode = folder.stat().st_mode & 0o777
            if mode & 0o077:
                with contextlib.suppress(PermissionError):  # not ours to change: use it as it is
                    folder.chmod(mode & 0o700)
        else:
            folder.mkdir(parents=True)
            folder.chmod(0o700)
            self.sync_folder(folder.parent)

    def names(self, folder: Path) -> list[str]:
        return os.listdir(folder)  # noqa: PTH208 - every commit asks, and pathlib takes three times as long

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def mark(self, path: Path) -> Mark:
        stat = path.stat()
        return Mark(stat.st_ino, stat.st_size, stat.st_mtime_ns)

    def create(self, path: Path) -> int:
        """Open a new file for appending. FileExistsError if there is one already."""
        handle = self._opened(path, os.O_CREAT | os.O_EXCL)
        if sys.platform != "win32":
            os.fchmod(handle, 0o600)
        return handle

    def append(self, path: Path) -> int:
        """Open an existing file for appending."""
        return self._opened(path, 0)

    def _opened(self, path: Path, flags: int) -> int:
        return os.open(path, os.O_WRONLY | os.O_APPEND | _BINARY | flags, 0o600)

    def write(self, handle: int, data: bytes) -> None:
        """Write all of it; after an error some of it may be there."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]

    def sync(self, handle: int) -> None:
        """Return when what was written is on the disk itself."""
        if sys.platform == "darwin":
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync leaves it in the drive's own memory
        elif sys.platform == "win32":
            os.fsync(handle)
        else:
            os.fdatasync(handle)

    def sync_folder(self, folder: Path) -> None:
        """Return when new, renamed and removed names are on the disk itself."""
        if sys.platform != "win32":  # Windows has no such call and does it by itself
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def truncate(self, handle: int, size: int) -> None:
        os.ftruncate(handle, size)

    def close(self, handle: int) -> None:
        os.close(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file its name, which nothing has yet."""
        self._retried(old, new, over=False)

    def swap(self, old: Path, new: Path) -> None:
        """Give a file the name of another one, which is gone at the same moment."""
        self._retried(old, new, over=True)

    def _retried(self, old: Path, new: Path, *, over: bool) -> None:
        for tries_left in reversed(range(_RENAME_TRIES)):
            try:
                old.replace(new) if over else old.rename(new)
            except PermissionError:
                if sys.platform != "win32" or not tries_left:
                    raise
                time.sleep(0.05)
            else:
                return

    def remove(self, path: Path) -> None:
        path.unlink()

    def lock(self, path: Path) -> int:
        """Hold the file until it is closed or the process ends. BlockingIOError if it is held.

        The system forgets the lock with the process, so a crash leaves nothing to clean up.
        """
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        try:
            if sys.platform == "win32":
                try:
                    msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
                except OSError as error:
                    raise BlockingIOError(*error.args) from error
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise
        return handle


DISK = Files()


def write_new(files: Files, path: Path, data: bytes, *, over: bool = False) -> None:
    """A whole new file or none: written beside, read back, then given its name.

    `over`: there may be a file of this name, which stays as it is until that moment.
    Raises OSError (also when the disk gives back something else than was written).
    """
    beside = path.with_name(path.name + ".tmp")
    with contextlib.suppress(FileNotFoundError):
        files.remove(beside)
    handle = files.create(beside)
    try:
        try:
            files.write(handle, data)
            files.sync(handle)
        finally:
            files.close(handle)
        _expect(files.read(beside), data)
        (files.swap if over else files.rename)(beside, path)
    except OSError:
        with contextlib.suppress(OSError):  # half a file helps nobody, least of all on a full disk
            files.remove(beside)
        raise
    files.sync_folder(path.parent)


def _expect(found: bytes, written: bytes) -> None:
    if found != written:
        raise OSError(errno.EIO, "The disk gives back something else than was written")
