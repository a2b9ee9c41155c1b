"""Copies of the whole store in the folder `backups`: one a day for a week, one a month for a year.

Each is a gzip file of an ordinary snapshot, named after its local time and its reason; one made by
hand or "before-" something (a migration, a restore) is kept until twelve newer ones of its kind exist.
"""

import contextlib
import re
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from planner.storage.files import DISK, Files, write_new
from planner.storage.format import FORMAT, DamagedError, Snapshot, read_snapshot
from planner.storage.sealing import PLAIN, Sealer
from planner.storage.values import BackupInfo, Document, NewerFormatError, UnreadableError

FOLDER = "backups"
ABOUT = "backup"  # what a sealed one says it is, whatever its name
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6})-([a-z][a-z0-9-]*)\.json\.gz")
_DAYS, _MONTHS = 7, 12
_APART = {"before-": 12, "by-hand": 12}  # kept beside the regular ones, so many of each
_GZIP = 31  # zlib's way to say: with the header and checksum of a gzip file


def backups(folder: Path, *, files: Files = DISK) -> tuple[BackupInfo, ...]:
    """The backups of the store in `folder`, newest first; none if there is no such folder.

    Raises OSError if the disk cannot list them.
    """
    home = folder / FOLDER
    names: list[str] = []
    with contextlib.suppress(FileNotFoundError):
        names = files.names(home)
    found = []
    for match in filter(None, map(_NAME.fullmatch, names)):
        path = home / match[0]
        with contextlib.suppress(FileNotFoundError, ValueError):  # just let go of; no such date
            taken, size = datetime.fromisoformat(match[1]), files.mark(path).size
            found.append(BackupInfo(path=path, taken=taken, reason=match[2], size=size))
    return tuple(sorted(found, key=lambda info: (info.taken, info.reason), reverse=True))


def read_backup(
    path: Path, *, files: Files = DISK, sealer: Sealer = PLAIN
) -> Mapping[str, Mapping[str, Document]]:
    """The tables in a backup. UnreadableError, NewerFormatError."""
    snapshot = read_backup_file(files, path, sealer)
    if snapshot.format > FORMAT:
        raise NewerFormatError(
            f"The backup {path} was written by a newer version of this program: "
            "install that version to read it."
        )
    return snapshot.tables


def read_backup_file(files: Files, path: Path, sealer: Sealer = PLAIN) -> Snapshot:
    """UnreadableError if it is not, bit by bit, what was backed up."""
    try:
        return read_snapshot(zlib.decompress(sealer.open_sealed(files.read(path), ABOUT), _GZIP))
    except (OSError, zlib.error, DamagedError) as error:
        raise UnreadableError(
            f"The backup {path} cannot be read ({error}): choose another one."
        ) from error


def write_backup(
    files: Files,
    folder: Path,
    content: bytes,
    *,
    now: datetime,
    reason: str,
    sealer: Sealer = PLAIN,
) -> Path:
    """Keep `content` (the bytes of a snapshot), then let go of the backups nobody needs any more.

    Raises ValueError if the reason is not small letters, digits and hyphens; OSError.
    """
    home = folder / FOLDER
    stem = f"{now:%Y-%m-%dT%H%M%S}-{reason}"
    if not _NAME.fullmatch(f"{stem}.json.gz"):
        raise ValueError(f"{reason!r} is no reason for a backup: use small letters and hyphens")
    files.make_folder(home)
    taken = set(files.names(home))
    for left_over in (name for name in taken if name.endswith(".tmp")):  # by a crash
        files.remove(home / left_over)
    count = 1
    name = f"{stem}.json.gz"
    while name in taken:
        count += 1
        name = f"{stem}-{count}.json.gz"
    write_new(files, home / name, sealer.seal(zlib.compress(content, 6, _GZIP), ABOUT))
    for info in surplus(backups(folder, files=files)):
        with contextlib.suppress(OSError):  # it can go another day
            files.remove(info.path)
    return home / name


def surplus(infos: Iterable[BackupInfo]) -> tuple[BackupInfo, ...]:
    """The backups that may go: neither the last of a kept day or month nor one that is kept apart.

    Days and months are those that have a backup, so a family back from a long break loses none.
    """
    newest_first = sorted(infos, key=lambda info: (info.taken, info.reason), reverse=True)
    regular = [info for info in newest_first if not info.reason.startswith(tuple(_APART))]
    kept = []
    for begins, count in _APART.items():
        kept += [info for info in newest_first if info.reason.startswith(begins)][:count]
    for pattern, count in (("%Y-%m-%d", _DAYS), ("%Y-%m", _MONTHS)):
        last: dict[str, BackupInfo] = {}
        for info in regular:
            last.setdefault(info.taken.strftime(pattern), info)
        kept += list(last.values())[:count]
    return tuple(info for info in newest_first if info not in kept)
