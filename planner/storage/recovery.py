"""Reads a folder back: the newest good snapshot, then every later change from the journals.

Every change stands in two files, so what is damaged in one is read from the other; what cannot be
read at all is told as a fact. Reading changes nothing on the disk.
"""

import re
from pathlib import Path
from typing import NamedTuple

from planner.storage.backups import FOLDER, backups, read_backup_file
from planner.storage.files import Files
from planner.storage.format import (
    FORMAT,
    DamagedError,
    Snapshot,
    Stored,
    apply_changes,
    read_journal,
    read_snapshot,
)
from planner.storage.sealing import PLAIN, Sealer
from planner.storage.values import Fact, FactCode, Tables, UnreadableError

QUARANTINE = "quarantine"
LOST = frozenset({"lost-change", "restored-from-backup"})
"""Facts after which damaged files stay as they are, in case somebody can make more of them."""
_NAME = re.compile(r"(snapshot)-(\d{6,})\.json|(journal)-(\d{6,})(-copy)?\.jsonl")
_LINE_BEGINS = re.compile(rb"[0-9a-f]{0,8}(\Z|\0)|[0-9a-f]{8} (\Z|[\[~\0])")
_OURS = re.compile(r"(snapshot|journal)-.*(?<!\.tmp)")


def snapshot_name(generation: int) -> str:
    return f"snapshot-{generation:06d}.json"


def journal_name(generation: int) -> str:
    return f"journal-{generation:06d}.jsonl"


def copy_name(generation: int) -> str:
    return f"journal-{generation:06d}-copy.jsonl"


def generation_of(name: str) -> int:
    """The number in the name of a snapshot, journal or copy; 0 for any other name."""
    match = _NAME.fullmatch(name)
    return int(match[2] or match[4]) if match else 0


class Found(NamedTuple):
    """What a folder holds.

    `number` is the last change, `generation` the highest number on any file. `whole` says that the
    files are exactly what a calm end leaves, so that the newest journal can simply be continued.
    `aside` names the damaged files, with their bad bytes, or None for a snapshot bad as a whole.
    """

    tables: Tables
    number: int
    generation: int
    whole: bool
    new: bool = False
    format: int = FORMAT
    report: tuple[Fact, ...] = ()
    aside: tuple[tuple[str, bytes | None], ...] = ()


class _Reading:
    """What is noticed while the files of one folder are read."""

    def __init__(self, files: Files, folder: Path, sealer: Sealer) -> None:
        self.files, self.folder, self.sealer = files, folder, sealer
        self.names = frozenset(files.names(folder))
        self.report: list[Fact] = []
        self.aside: dict[str, bytes | None] = {}
        self.format = FORMAT

    def tell(self, code: FactCode, file: str, detail: str) -> None:
        self.report.append(Fact(code, file, detail))

    def bytes_of(self, name: str) -> bytes:
        """Nothing at all if there is no such file or the disk cannot read it."""
        if name not in self.names:
            return b""
        path = self.folder / name
        try:
            return self.files.read(path)
        except PermissionError as error:
            raise UnreadableError(
                f"{path} may not be opened: allow this program to read it, then try again."
            ) from error
        except FileNotFoundError:
            raise  # removed since it was listed: whoever reads beside a writer lists again
        except OSError as error:
            self.tell("damaged", name, f"the disk cannot read it: {error.strerror}")
            return b""


def read_folder(
    files: Files, folder: Path, *, beside_writer: bool = False, sealer: Sealer = PLAIN
) -> Found:
    """All tables as of the last saved change.

    `beside_writer`: somebody else may be writing, so a half-written last line is no news.
    Raises UnreadableError, OSError (FileNotFoundError if a file goes while we read).
    """
    reading = _Reading(files, folder, sealer)
    newest = max(map(generation_of, reading.names), default=0)
    for name in sorted(reading.names):
        if _OURS.fullmatch(name) and not generation_of(name):
            reading.tell("stray-file", name, "not read; perhaps a copy made by a sync service")
    base = _base(reading)
    if base is None:
        return Found(tables={}, number=0, generation=0, whole=False, new=True)
    number, same = _replay(reading, base, newest, beside_writer=beside_writer)
    codes = {fact.code for fact in reading.report} - {"stray-file"}
    lost = LOST & codes
    form = max(base.format, reading.format)
    if form > FORMAT:
        reading.tell("newer-format", "", f"format {form}, and this program knows {FORMAT}")
    return Found(
        tables=base.tables,
        number=number,
        generation=max(newest, base.generation),
        whole=same and base.generation == newest and not codes,
        format=form,
        report=tuple(fact if lost else _mended(fact) for fact in reading.report),
        aside=tuple(reading.aside.items()),
    )


def _mended(fact: Fact) -> Fact:
    return Fact("repaired", fact.file, fact.detail) if fact.code == "damaged" else fact


def _base(reading: _Reading) -> Snapshot | None:
    """The newest good snapshot, else the empty beginning, else a backup; None in a new folder."""
    generations = {generation_of(name) for name in reading.names}
    for name in map(snapshot_name, sorted(generations, reverse=True)):
        if name in reading.names and (snapshot := _good_snapshot(reading, name)):
            if snapshot.number or _tells_something(reading, snapshot.generation):
                return snapshot
            break
    else:
        if {journal_name(1), copy_name(1)} & reading.names and _tells_something(reading, 1):
            return Snapshot({}, 0, 1)  # the first journals tell everything from the beginning
    for info in backups(reading.folder, files=reading.files):
        try:
            backup = read_backup_file(reading.files, info.path, reading.sealer)
        except UnreadableError as error:
            reading.tell("damaged", f"{FOLDER}/{info.path.name}", str(error))
        else:
            reading.tell("restored-from-backup", f"{FOLDER}/{info.path.name}", f"{info.taken}")
            return backup
    if generations - {0} or reading.names & {FOLDER, QUARANTINE}:
        raise UnreadableError(
            f"No readable copy of your data was found in {reading.folder}; nothing was changed. "
            "Keep the folder as it is and put back a copy of it from elsewhere."
        )
    return None


def _tells_something(reading: _Reading, first_of_all: int) -> bool:
    """Whether the journals hold a change, or the first ones nothing that was ever saved.

    What a cut in the middle of the very first line leaves is no change: the line begins as ours do,
    or with nothing where the disk was not done, and its copy was not begun. Anything else is noise
    over what a family had.
    """
    for generation in sorted({generation_of(name) for name in reading.names} - {0}):
        unseal = reading.sealer.line_opener(generation)
        for data in map(reading.bytes_of, (journal_name(generation), copy_name(generation))):
            first = data[
                : data.find(b"\n") + 1
            ]  # most often good, and the rest is read soon enough
            for lines in (first, data):
                journal = read_journal(lines, unseal)
                if journal.changes or journal.format > FORMAT:
                    return True
    begun, copied = map(reading.bytes_of, (journal_name(first_of_all), copy_name(first_of_all)))
    if copied.strip(b"\0") or (begun.strip(b"\0") and copy_name(first_of_all) not in reading.names):
        return False
    return bool(_LINE_BEGINS.match(begun))


def _good_snapshot(reading: _Reading, name: str) -> Snapshot | None:
    try:
        snapshot = read_snapshot(reading.sealer.open_sealed(reading.bytes_of(name), name))
    except DamagedError as error:
        reading.tell("damaged", name, str(error))
    else:
        if snapshot.generation == generation_of(name):
            return snapshot
        reading.tell("damaged", name, "it has the name of another one")
    reading.aside[name] = None
    return None


def _replay(
    reading: _Reading, base: Snapshot, newest: int, *, beside_writer: bool
) -> tuple[int, bool]:
    """Bring the tables of `base` up to the last change: its number, and whether copies are whole."""
    changes: dict[int, Stored] = {}
    all_same = True
    for generation in sorted({generation_of(name) for name in reading.names}):
        if generation < base.generation:
            continue
        journals = {journal_name(generation), copy_name(generation)}
        if not journals & reading.names:
            reading.tell("lost-change", journal_name(generation), "the file is missing")
            continue
        good, same = _both(reading, generation, quiet=beside_writer and generation == newest)
        changes.update(good)  # of two changes with one number, the later file has the saved one
        all_same = all_same and same
    number = base.number
    for following in sorted(n for n in changes if n > base.number):
        if following > number + 1:
            reading.tell("lost-change", "", f"changes {number + 1} to {following - 1}")
        apply_changes(base.tables, changes[following])
        number = following
    return number, all_same


def _both(reading: _Reading, generation: int, *, quiet: bool) -> tuple[dict[int, Stored], bool]:
    """The changes of a journal and its copy together; whether both are whole and the same.

    The copy is written after the journal and without waiting for the disk: it may end early or
    ragged after a power cut, so its own faults are no news as long as the journal has everything.
    """
    name = journal_name(generation)
    copied = reading.bytes_of(copy_name(generation))  # first: a writer adds to the journal first
    data = reading.bytes_of(name)
    unseal = reading.sealer.line_opener(generation)
    journal = read_journal(data, unseal)
    copy = journal if copied == data else read_journal(copied, unseal)
    reading.format = max(reading.format, journal.format, copy.format)
    only_in_copy = copy.changes.keys() - journal.changes.keys()
    if journal.torn and copy.torn and len(copied) > len(data) - len(journal.bad):
        # Nothing comes to the copy before the disk has it in the journal: that line was saved.
        reading.tell("lost-change", name, "the last line is damaged in both places")
    if only_in_copy or (journal.bad and not journal.torn):
        reading.tell("damaged", name, f"{len(only_in_copy)} changes read from its copy")
        reading.aside[name] = journal.bad
    elif journal.torn and not quiet:
        reading.tell("torn-tail", name, f"{len(journal.bad)} bytes were never saved")
        reading.aside[name] = journal.bad
    if any(copy.changes[n] != journal.changes.get(n, copy.changes[n]) for n in copy.changes):
        reading.tell("damaged", copy_name(generation), "it tells something else than its journal")
        reading.aside[copy_name(generation)] = copied
    return {**copy.changes, **journal.changes}, copied == data and not journal.bad
