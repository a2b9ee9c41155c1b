"""What the store says and is told: a change, a fact about its files, a backup, and its errors."""

from datetime import datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from planner.errors import PlannerError

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]  # table name -> document id -> document

FactCode = Literal[
    "repaired",  # a file is damaged; everything in it stood somewhere else as well: nothing is lost
    "torn-tail",  # a last line was never finished and never reported as saved: set aside
    "lost-change",  # a saved change cannot be read from any file
    "damaged",  # a file is damaged
    "restored-from-backup",  # nothing but a backup could be read: later changes may be missing
    "newer-format",  # written by a newer version of this program: opened for reading only
    "stray-file",  # looks like one of our files but is not, perhaps a copy made by a sync service
    "not-renewed",  # damage was read around, but clean files could not be written yet
]


class Fact(NamedTuple):
    """Something a parent may need to know about a file. `file` is a name inside the folder."""

    code: FactCode
    file: str
    detail: str


class Change(NamedTuple):
    """One document put whole, or taken away (None).

    `doc_id` is a positive whole number as text ("17"), as TinyDB wants it. The document is copied
    when it is committed; what the caller does with its own afterwards changes nothing here.
    """

    table: str
    doc_id: str
    document: Document | None


class BackupInfo(NamedTuple):
    """One file in the backups folder. `taken` is the local time on its name, `size` its bytes."""

    path: Path
    taken: datetime
    reason: str
    size: int


class StorageError(PlannerError):
    """The store could not do what was asked; the message says what, where and what to do."""


class FolderBusyError(StorageError):
    """Another program holds the folder open for writing."""


class NotWritableError(StorageError):
    """The disk refused (full, unplugged, read-only): nothing was changed, neither here nor there."""


class ChangedElsewhereError(StorageError):
    """Something else changed our files since they were read: nothing was written over."""


class UnreadableError(StorageError):
    """No readable copy was found: nothing was touched."""


class NewerFormatError(StorageError):
    """The files were written by a newer version of this program."""


class LockedError(StorageError):
    """The folder is sealed and no passphrase was given."""


class WrongPassphraseError(StorageError):
    """The secret opens none of the folder's keys."""


class NotJSONError(StorageError):
    """A change that a JSON file could not give back exactly: nothing was written."""
