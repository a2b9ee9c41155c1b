"""Keeps tables of documents safe on the disk: what is saved stays saved, whatever happens.

It knows nothing of families. In reading order:

- `values`    what it is told and what it says: Change, Fact, BackupInfo, errors
- `format`    what stands in the files: journal lines and snapshots
- `files`     every touch of the disk, one small step each
- `backups`   compressed copies, one a day for a week, one a month for a year
- `recovery`  a folder read back, with what is damaged read from its second place
- `scrub`     whether the disk still gives back what was written
- `journals`  the two files that take every change
- `database`  commit, compact, backup, restore, check
- `opening`   open_folder: the lock, and reading
- `sealing`, `keys`, `passphrase`  everything unreadable without a passphrase, if one is set
- `tiny`      the same documents as a TinyDB storage, imported by whoever wants TinyDB's queries

The folder: `snapshot-000012.json` (a plain TinyDB file), `journal-000012.jsonl` with the changes
since, `journal-000012-copy.jsonl`, the same three of the generation before, `LOCK`, `backups` and
`quarantine` (damaged bytes, never deleted).
"""

from planner.storage.backups import backups, read_backup
from planner.storage.database import Database
from planner.storage.files import Files
from planner.storage.format import differences
from planner.storage.opening import backup_reader, open_folder
from planner.storage.values import (
    BackupInfo,
    Change,
    ChangedElsewhereError,
    Document,
    Fact,
    FolderBusyError,
    LockedError,
    NewerFormatError,
    NotJSONError,
    NotWritableError,
    StorageError,
    UnreadableError,
    WrongPassphraseError,
)

__all__ = [
    "BackupInfo",
    "Change",
    "ChangedElsewhereError",
    "Database",
    "Document",
    "Fact",
    "Files",
    "FolderBusyError",
    "LockedError",
    "NewerFormatError",
    "NotJSONError",
    "NotWritableError",
    "StorageError",
    "UnreadableError",
    "WrongPassphraseError",
    "backup_reader",
    "backups",
    "differences",
    "open_folder",
    "read_backup",
]
