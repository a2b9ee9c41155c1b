"""The two files every change is written to: a journal, and a copy of it in case one of them rots."""

import contextlib
from pathlib import Path

from planner.storage.files import Files, write_new
from planner.storage.format import read_journal
from planner.storage.recovery import copy_name, generation_of, journal_name
from planner.storage.sealing import Sealer


class JournalPair:
    """The journal and the copy of one generation, open for appending.

    The copy gets a line only after the disk has it in the journal, and nobody waits for it. So what
    is in the copy was saved; what is in the journal alone may be in doubt.
    """

    def __init__(self, files: Files, folder: Path, generation: int, *, new: bool) -> None:
        """Create or continue the two files. Raises OSError."""
        self._files = files
        self.generation = generation
        self._path = folder / journal_name(generation)
        self._copy_path = folder / copy_name(generation)
        opened = files.create if new else files.append
        self._copy: int | None = None
        self._journal: int | None = None
        try:
            self._copy = opened(
                self._copy_path
            )  # first: where there is a journal, there was a copy
            self._journal = opened(self._path)
            if new:
                files.sync_folder(folder)
            self._inodes = {p: files.mark(p).inode for p in (self._copy_path, self._path)}
            self.size = files.mark(self._path).size
        except OSError:
            self.close()
            raise

    @property
    def usable(self) -> bool:
        """False after a fault that leaves in doubt what the journal ends with."""
        return self._journal is not None

    @property
    def copied(self) -> bool:
        """False if the copy could not be written: it ends somewhere, perhaps in half a line."""
        return self._copy is not None

    def append(self, line: bytes) -> None:
        """Return when the disk has the line. OSError: it has not, and the line is gone again.

        After a failed sync nobody knows what the disk has, so the files are not used any further;
        a change with the same number in a later journal then takes the place of this one.
        """
        assert self._journal is not None
        written = False
        try:
            self._files.write(self._journal, line)
            written = True
            self._files.sync(self._journal)
        except OSError:
            if not self._taken_back() or written:
                self.close()
            raise
        self.size += len(line)
        if self._copy is not None:
            try:
                self._files.write(self._copy, line)
            except OSError:
                self._close_copy()

    def _taken_back(self) -> bool:
        assert self._journal is not None
        try:
            self._files.truncate(self._journal, self.size)
            self._files.sync(self._journal)
        except OSError:
            return False
        return True

    def stranger(self) -> str | None:
        """The name of a file that is gone or that somebody else has replaced or written to."""
        if not self.usable:
            return None  # its end is in doubt already
        for path in (self._path, self._copy_path) if self.copied else (self._path,):
            try:
                mark = self._files.mark(path)
            except FileNotFoundError:
                return path.name
            # Not the time: Windows writes it down some moments after our own writing.
            if (mark.inode, mark.size) != (self._inodes[path], self.size):
                return path.name
        return None

    def finish(self) -> None:
        """Close both for good, once the disk has the copy as well: nobody looks at it again."""
        if self._copy is not None:
            with contextlib.suppress(OSError):
                self._files.sync(self._copy)
        self.close()

    def close(self) -> None:
        self._close_copy()
        handle, self._journal = self._journal, None
        if handle is not None:
            with contextlib.suppress(OSError):  # everything that counts was synced before
                self._files.close(handle)

    def _close_copy(self) -> None:
        handle, self._copy = self._copy, None
        if handle is not None:
            with contextlib.suppress(OSError):
                self._files.close(handle)


def mend_journals(files: Files, folder: Path, sealer: Sealer) -> None:
    """Make journal and copy of each generation the same again. Raises OSError.

    So that a check has nothing to tell any more of a last line that was never finished, and each
    of the two stands in for the other again. Where neither has everything, both stay as they are.
    """
    names = set(files.names(folder))
    for generation in {generation_of(name) for name in names} - {0}:
        pair = [journal_name(generation), copy_name(generation)]
        if not names & set(pair):
            continue
        unseal = sealer.line_opener(generation)
        found = [files.read(folder / name) if name in names else b"" for name in pair]
        read = [read_journal(data, unseal) for data in found]
        known = read[0].changes.keys() | read[1].changes.keys()
        finished = found[0].removesuffix(read[0].bad) if read[0].torn else found[0]
        for whole in (finished, found[1]):
            journal = read_journal(whole, unseal)
            if not journal.bad and journal.changes.keys() == known:
                for name, data in zip(pair, found, strict=True):
                    if data != whole:
                        write_new(files, folder / name, whole, over=True)
                break
