"""Lets TinyDB look into the store: `TinyDB(database, storage=FolderStorage)`."""

import json
from typing import Any

from tinydb.storages import Storage

from planner.storage.database import Database
from planner.storage.format import differences


class FolderStorage(Storage):
    """A TinyDB storage over an open `Database`. Whoever opened the database closes it.

    Every TinyDB call copies all tables, as TinyDB does with its own files: good for a question now
    and then. The program itself uses `Database.tables` and `Database.commit`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of all tables, to be changed freely; None if there are none."""
        tables = {name: dict(table) for name, table in self._database.tables.items()}
        copied: dict[str, dict[str, Any]] = json.loads(json.dumps(tables))
        return copied or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Commit the difference, all or none; raises what `Database.commit` raises."""
        wanted = {name: {str(key): d for key, d in t.items()} for name, t in data.items()}
        self._database.commit(differences(self._database.tables, wanted))
