"""The store of one folder: tables of documents in memory, and on disk before anybody sees them.

Two files take every change: the journal, which a commit waits for, and a copy written right after,
which it does not. A snapshot now and then keeps them short. Files get new names with each
generation and are never written over; the generation before is kept. So any one file may rot.
"""

import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from planner.storage.backups import read_backup, write_backup
from planner.storage.files import Files, Mark, write_new
from planner.storage.format import (
    FORMAT,
    Snapshot,
    apply_changes,
    checked,
    differences,
    journal_line,
    same,
    snapshot_slices,
)
from planner.storage.journals import JournalPair, mend_journals
from planner.storage.recovery import LOST, QUARANTINE, Found, generation_of, snapshot_name
from planner.storage.scrub import scrub
from planner.storage.sealing import PLAIN, Sealer
from planner.storage.values import (
    Change,
    ChangedElsewhereError,
    Document,
    Fact,
    NewerFormatError,
    NotWritableError,
    UnreadableError,
)

_JOURNAL_MAY_BE = 256 * 1024  # bytes, or a quarter of the snapshot, before compacting is worth it


class Database:
    """The documents of one folder. Made by `open_folder`.

    One thread commits; `compact`, `backup` and `check` may run beside it in another. Documents in
    `tables` belong to the store: read them, never change them.
    """

    def __init__(
        self,
        folder: Path,
        found: Found,
        *,
        clock: Callable[[], datetime],
        files: Files,
        lock: int | None,
        sealer: Sealer = PLAIN,
    ) -> None:
        """`lock`: the handle that holds the folder; None if it is opened for reading only."""
        self.report: tuple[Fact, ...] = found.report
        self.sealer, self.files = sealer, files
        self._folder, self._files, self._clock = folder, files, clock
        self._tables, self._number, self._newest = found.tables, found.number, found.generation
        self._newer = found.format > FORMAT
        self._held = lock
        self._closed = False
        self._guard = threading.RLock()  # what a commit changes
        self._compacting = threading.Lock()  # one at a time; taken before the guard, never after
        self._pair: JournalPair | None = None
        self._snapshot: tuple[Path, Mark] | None = None
        self._since = 0  # bytes in journals that no snapshot has taken up
        self._kept: Path | None = None
        if not self.read_only:
            self._settle(found)

    @property
    def read_only(self) -> bool:
        return self._held is None

    @property
    def tables(self) -> Mapping[str, Mapping[str, Document]]:
        """Table name -> document id -> document, as it is on the disk. A table has documents."""
        views = {name: MappingProxyType(table) for name, table in self._tables.items()}
        return MappingProxyType(views)

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._folder

    @property
    def clock(self) -> Callable[[], datetime]:
        """Tells local time, for the names of backups."""
        return self._clock

    @property
    def needs_compacting(self) -> bool:
        """Whether `compact` is worth its while: the journal is long, or has lost its copy."""
        if self.read_only or self._closed:
            return False
        if self._pair is None or not self._pair.copied or self._snapshot is None:
            return True
        return self._since > max(_JOURNAL_MAY_BE, self._snapshot[1].size // 4)

    def commit(self, changes: Sequence[Change]) -> None:
        """All of the changes or none: on the disk first, then in `tables`.

        Of two changes to one document the last one counts; what changes nothing is not written.
        Raises NotJSONError, NotWritableError, ChangedElsewhereError, NewerFormatError; then nothing
        has changed, and a later commit is welcome to try again.
        """
        puts = {(change.table, change.doc_id): checked(change) for change in changes}
        with self._guard, self.writing():
            wanted = [
                put
                for (table, doc_id), put in puts.items()
                if not same(self._tables.get(table, {}).get(doc_id), put[2])
            ]
            if not wanted:
                return
            self._refuse_if_changed_elsewhere()
            if self._pair is None or not self._pair.usable:
                self._pair = self._new_pair()
            seal = self.sealer.line_sealer(self._pair.generation)
            line = journal_line(self._number + 1, wanted, seal)
            self._pair.append(line)
            self._number += 1
            self._since += len(line)
            apply_changes(self._tables, wanted)

    def compact(self) -> None:
        """Write a new snapshot and begin new journals, so that opening stays quick.

        Commits go on meanwhile. Raises NotWritableError, ChangedElsewhereError, NewerFormatError;
        then the journals go on holding everything.
        """
        with self._compacting, self.writing():
            with self._guard:
                self._refuse_if_changed_elsewhere()
                before, self._pair = self._pair, self._new_pair()
                snapshot, since = self._picture(), self._since
            if before is not None:
                before.finish()
            path = self._folder / snapshot_name(snapshot.generation)
            write_new(self._files, path, self.sealer.seal(_bytes_of(snapshot), path.name))
            mark = self._files.mark(path)
            with self._guard:
                self._snapshot = (path, mark)
                self._since -= since
            self._prune(snapshot.generation)

    def backup(self, reason: str) -> Path:
        """Keep a compressed copy of everything in the folder `backups`, and let go of old ones.

        `reason` is small letters, digits and hyphens ("daily", "before-import"); ValueError if not.
        Raises NotWritableError, NewerFormatError.
        """
        with self.writing():
            with self._guard:
                snapshot, sealer = self._picture(), self.sealer
            path = write_backup(
                self._files,
                self._folder,
                _bytes_of(snapshot),
                now=self._clock(),
                reason=reason,
                sealer=sealer,
            )
            if sealer is self.sealer:
                return path
            self._files.remove(path)  # a passphrase was set or removed meanwhile
        return self.backup(reason)

    def read_backup(self, path: Path) -> Mapping[str, Mapping[str, Document]]:
        """The tables in a backup of this folder. UnreadableError, NewerFormatError."""
        return read_backup(path, files=self._files, sealer=self.sealer)

    def restore(self, path: Path) -> None:
        """Bring everything back to what a backup holds, after a backup of the present state.

        Raises UnreadableError and NewerFormatError for the backup, and what `commit` raises.
        """
        tables = self.read_backup(path)
        self.backup("before-restore")
        with self._guard:
            self.commit(differences(self._tables, tables))
        with contextlib.suppress(NotWritableError):  # done already: the journal holds it
            self.compact()

    def check(self) -> tuple[Fact, ...]:
        """Read every file of the folder again, backups too; change nothing. Empty: all are well.

        Raises UnreadableError if the folder itself cannot be read.
        """
        try:
            with self._guard:
                stranger = None if self.read_only else self._stranger()
            changed = () if stranger is None else (Fact("damaged", stranger, "changed elsewhere"),)
            return changed + scrub(self._files, self._folder, guard=self._guard, sealer=self.sealer)
        except OSError as error:
            raise UnreadableError(
                f"{self._folder} cannot be read ({error.strerror}): connect the disk again."
            ) from error

    def close(self) -> None:
        """Let go of the folder, after a `compact` that is under way. A second time does nothing."""
        with self._compacting, self._guard:
            self._closed = True
            if self._pair is not None:
                self._pair.close()
            if self._held is not None:
                held, self._held = self._held, None
                with contextlib.suppress(OSError):  # the system lets go of it all the same
                    self._files.close(held)

    def _settle(self, found: Found) -> None:
        """Continue the newest files, or begin clean ones if they are not as a calm end leaves them."""
        if found.whole:
            path = self._folder / snapshot_name(found.generation)
            with contextlib.suppress(OSError):  # then the first commit begins new ones
                self._pair = JournalPair(self._files, self._folder, found.generation, new=False)
                self._since = self._pair.size
                self._snapshot = (path, self._files.mark(path))
            return
        try:
            self._set_aside(found)
            if not {fact.code for fact in found.report} & LOST:
                with self.writing():
                    mend_journals(self._files, self._folder, self.sealer)
            self.compact()
        except NotWritableError as error:
            if found.new:
                raise
            self.report += (Fact("not-renewed", "", str(error)),)

    def _set_aside(self, found: Found) -> None:
        """Keep damaged files and bytes in a folder of their own: somebody may still make use of them."""
        home = self._folder / QUARANTINE
        with self.writing():
            for name, bad in found.aside:
                self._files.make_folder(home)
                taken = set(self._files.names(home))
                new = next(
                    n for k in range(1, len(taken) + 2) if (n := f"{k:03d}-{name}") not in taken
                )
                if bad is None:
                    self._files.rename(self._folder / name, home / new)
                else:
                    write_new(self._files, home / new, bad)
            for name in self._files.names(self._folder):
                if name.endswith(".tmp") and generation_of(name.removesuffix(".tmp")):
                    self._files.remove(self._folder / name)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Refuse what may not be written, and say it in a sentence when the disk refuses."""
        if self._newer:
            raise NewerFormatError(
                f"{self._folder} was written by a newer version of this program: "
                "install that version to make changes."
            )
        if self.read_only or self._closed:
            raise NotWritableError(
                f"{self._folder} is open for reading only: open it for writing to make changes."
            )
        try:
            yield
        except OSError as error:
            raise NotWritableError(
                f"{self._folder} could not be written to ({error.strerror}); nothing was changed. "
                "Make room on the disk or connect it again, then try again."
            ) from error

    def _stranger(self) -> str | None:
        """The name of a data file that something else has changed, or that is newer than ours."""
        for name in self._files.names(self._folder):
            if generation_of(name) > self._newest:
                return name
        if self._snapshot is not None:
            path, mark = self._snapshot
            try:
                now = self._files.mark(path)
            except FileNotFoundError:
                return path.name
            if now[1:] != mark[1:]:
                return path.name
        return None if self._pair is None else self._pair.stranger()

    def _refuse_if_changed_elsewhere(self) -> None:
        stranger = self._stranger()
        if stranger is None:
            return
        if self._kept is None:
            self._kept = self.backup("before-changed-elsewhere")
        raise ChangedElsewhereError(
            f"{self._folder / stranger} was changed by something else, so nothing was written. "
            f"What you see here is kept as {self._kept}; close and open again to see the other."
        )

    def _new_pair(self) -> JournalPair:
        self._newest += 1  # whatever comes of it: a name is used once
        return JournalPair(self._files, self._folder, self._newest, new=True)

    def _picture(self) -> Snapshot:
        """All tables as they are now; documents are replaced, never changed, so this is quick."""
        tables = {name: dict(table) for name, table in self._tables.items()}
        return Snapshot(tables, self._number, self._newest)

    def _prune(self, newest: int) -> None:
        """Let go of what is older than the last snapshot but one."""
        with contextlib.suppress(OSError):  # it can go another time
            self.drop_older_generations(newest)

    def drop_older_generations(self, newest: int = sys.maxsize) -> None:
        """Remove the files of generations before the last snapshot but one. Raises OSError."""
        numbers = {name: generation_of(name) for name in self._files.names(self._folder)}
        kept = sorted(n for name, n in numbers.items() if name == snapshot_name(n) and n <= newest)
        for name, number in numbers.items():
            if 0 < number < kept[-2:][0]:
                self._files.remove(self._folder / name)


def _bytes_of(snapshot: Snapshot) -> bytes:
    slices = []
    for data in snapshot_slices(snapshot):
        slices.append(data)
        time.sleep(0.0005)  # let a thread that waits to commit go first
    return b"".join(slices)
