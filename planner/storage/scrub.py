"""Reads every file of a folder to see whether the disk still gives back what was written."""

from contextlib import AbstractContextManager
from pathlib import Path

from planner.storage.backups import FOLDER, backups, read_backup_file
from planner.storage.files import Files
from planner.storage.format import DamagedError, read_journal, read_snapshot
from planner.storage.keys import bad_keys
from planner.storage.recovery import generation_of, snapshot_name
from planner.storage.sealing import PLAIN, Sealer
from planner.storage.values import Fact, FactCode, UnreadableError


def scrub(
    files: Files,
    folder: Path,
    *,
    guard: AbstractContextManager[object],
    sealer: Sealer = PLAIN,
) -> tuple[Fact, ...]:
    """What is damaged; nothing if all is well. Changes nothing. Raises OSError without a folder.

    `guard` is held while a file is read, so that nobody is in the middle of a line.
    """
    facts = []
    for name in sorted(files.names(folder)):
        if not generation_of(name):
            continue
        try:
            with guard:
                data = files.read(folder / name)
            if name == snapshot_name(generation_of(name)):
                read_snapshot(sealer.open_sealed(data, name))
            elif (journal := read_journal(data, sealer.line_opener(generation_of(name)))).bad:
                code: FactCode = "torn-tail" if journal.torn else "damaged"
                facts.append(Fact(code, name, f"{len(journal.bad)} bytes are not as written"))
        except FileNotFoundError:
            continue  # a compaction beside us has let go of it
        except (OSError, DamagedError) as error:
            facts.append(Fact("damaged", name, str(error)))
    facts += [Fact("damaged", name, how) for name, how in bad_keys(files, folder).items()]
    for info in backups(folder, files=files):
        try:
            read_backup_file(files, info.path, sealer)
        except UnreadableError as error:
            facts.append(Fact("damaged", f"{FOLDER}/{info.path.name}", str(error)))
    return tuple(facts)
