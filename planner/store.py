"""Where a household lives: one folder, every change on disk before anybody sees it.

The household becomes documents (`planner.documents`) in the tables `family`, `entries` and
`reflections`, and in those of `planner.tables`; `planner.storage` keeps them behind TinyDB, and
`planner.migrations` brings older ones up to date. What changed is known by identity: a week that is
the same object has no news.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from planner.checked import BadValueError
from planner.documents import (
    entry_document,
    family_document,
    family_from,
    reflection_document,
)
from planner.errors import Problem
from planner.migrations import META, ONLY, SCHEMA_VERSION, STEPS, Step, up_to_date, version_of
from planner.model import Entry, Household
from planner.storage import (
    Change,
    Database,
    NewerFormatError,
    UnreadableError,
    differences,
    open_folder,
)
from planner.stored_weeks import StoredWeeks
from planner.tables import documents_of, table_changes, with_tables


class Store:
    """An open data folder. `newer`: a newer Kinweek wrote it, so it is open for reading only."""

    def __init__(
        self,
        database: Database,
        weeks: StoredWeeks,
        problems: tuple[Problem, ...] = (),
        *,
        newer: bool = False,
    ) -> None:
        """`weeks` and `problems`: as they were read when it was opened."""
        self.database = database
        self.weeks = weeks
        self.newer = newer
        self._problems = problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read when it was opened. Reads every week that was not looked at yet."""
        return (*self.weeks.problems, *self._problems)

    def save(self, before: Household, after: Household) -> None:
        """Write what differs between the two, all or nothing.

        Raises a child of `planner.storage.StorageError` if the disk refuses; then nothing changed.
        """
        if self.newer:
            raise NewerFormatError(WRITTEN_BY_NEWER.format(folder=self.database.folder))
        changes = changes_between(before, after)
        if changes:
            version = Change(META, ONLY, {"schema_version": SCHEMA_VERSION})
            changes = [*changes, *self._set_aside(changes), version]
        self.database.commit(changes)

    def _set_aside(self, changes: Sequence[Change]) -> Iterator[Change]:
        """What could not be read, under an id of its own where something else takes its place."""
        for table, doc_id, _ in changes:
            unread = self._unread.get((table, doc_id))
            held = self.database.tables.get(table, {})
            if unread is not None and held.get(doc_id) == unread:
                yield Change(table, next(i for i in _ids_like(doc_id) if i not in held), unread)

    @cached_property
    def _unread(self) -> Mapping[tuple[str, str], Any]:
        return self.weeks.unread

    def close(self) -> None:
        self.database.close()


def _ids_like(doc_id: str) -> Iterator[str]:
    """Ids that nothing of the family is given: those of entries out of rituals end with a 0."""
    return (doc_id + "1" * n for n in count(1))


WRITTEN_BY_NEWER = (
    "{folder} was written by a newer Kinweek: install that one to make changes. "
    "Nothing was touched."
)


def open_store(
    folder: Path,
    *,
    clock: Callable[[], datetime],
    read_only: bool = False,
    secret: str | None = None,
    steps: Sequence[Step] = STEPS,
) -> tuple[Household, Store]:
    """The household of this folder and the open store; an empty household if the folder is new.

    Data of an earlier version is brought up to date first, after a backup. Data of a newer one is
    opened for reading only. `secret` opens a folder with a passphrase. Raises a child of `planner.storage.StorageError` if the folder is in
    use or cannot be read at all.
    """
    with contextlib.ExitStack() as if_it_fails:
        database = open_folder(folder, clock=clock, read_only=read_only, secret=secret)
        if_it_fails.callback(database.close)
        version, newest = version_of(database.tables), 1 + len(steps)
        if version > newest or any(fact.code == "newer-format" for fact in database.report):
            database.close()
            database = open_folder(folder, clock=clock, read_only=True, secret=secret)
            return _newer_store(database)
        tables: Any = database.tables
        if version < newest and database.tables:
            tables = up_to_date(tables, steps)
            if not database.read_only:
                database.backup("before-migration")
                database.commit(differences(database.tables, tables))
        household, weeks, problems = _read(tables)
        if_it_fails.pop_all()
        return household, Store(database, weeks, problems)


def _newer_store(database: Database) -> tuple[Household, Store]:
    """As much of a newer version's data as this one understands."""
    try:
        household, weeks, problems = _read(database.tables)
    except UnreadableError as error:
        raise NewerFormatError(WRITTEN_BY_NEWER.format(folder=database.folder)) from error
    return household, Store(database, weeks, problems, newer=True)


def household_from(tables: Any) -> tuple[Household, tuple[Problem, ...]]:
    """The household in these tables (name -> id -> document), and what could not be read of it.

    Raises UnreadableError if the family itself cannot be understood: an app that went on would
    show an empty family over full files.
    """
    household, weeks, problems = _read(tables)
    return household, (*weeks.problems, *problems)


def _read(tables: Any) -> tuple[Household, StoredWeeks, tuple[Problem, ...]]:
    """The household, its weeks and the problems that are not theirs: weeks are read when looked at."""
    try:
        household = family_from(tables.get("family", {}).get(ONLY, {}))
    except BadValueError as error:
        raise UnreadableError(
            f"The family's own data cannot be understood ({error}). Restore a backup, or ask for help with it."
        ) from error
    weeks = StoredWeeks(tables.get("entries", {}), tables.get("reflections", {}))
    household, problems = with_tables(household, tables)
    return replace(household, weeks=weeks), weeks, tuple(problems)


def tables_of(household: Household) -> dict[str, dict[str, Any]]:
    """The whole household as tables of documents: what an export holds."""
    tables: dict[str, dict[str, Any]] = {
        META: {ONLY: {"schema_version": SCHEMA_VERSION}},
        "family": {ONLY: family_document(household)},
        "entries": {},
        "reflections": {},
    }
    for monday in sorted(household.weeks):
        for entry in household.weeks[monday].entries:
            tables["entries"][entry.id] = entry_document(entry)
            if entry.reflection:
                tables["reflections"][entry.id] = reflection_document(entry.reflection)
    return tables | documents_of(household)


def changes_between(before: Household, after: Household) -> list[Change]:
    """The documents to write so that the store holds `after`; none where both are the same."""
    changes: list[Change] = []
    if _family_parts(before) != _family_parts(after):
        changes.append(Change("family", ONLY, family_document(after)))
    old: dict[str, Entry] = {}
    new: dict[str, Entry] = {}
    for monday in before.weeks.keys() | after.weeks.keys():
        was, now = before.weeks.get(monday), after.weeks.get(monday)
        if was is not now:
            old.update((e.id, e) for e in (was.entries if was else ()))
            new.update((e.id, e) for e in (now.entries if now else ()))
    for entry_id in sorted(old.keys() | new.keys()):
        changes += _entry_changes(entry_id, old.get(entry_id), new.get(entry_id))
    return changes + table_changes(before, after)


def _entry_changes(entry_id: str, was: Entry | None, now: Entry | None) -> list[Change]:
    if was is now:
        return []
    changes = []
    old = entry_document(was) if was else None
    new = entry_document(now) if now else None
    if old != new:
        changes.append(Change("entries", entry_id, new))
    old_words = was.reflection if was else None
    new_words = now.reflection if now else None
    if old_words != new_words:
        document = reflection_document(new_words) if new_words else None
        changes.append(Change("reflections", entry_id, document))
    return changes


def _family_parts(household: Household) -> tuple[object, ...]:
    return (
        household.name,
        household.known_by,
        household.sample,
        household.people,
        household.busy,
        household.rotas,
        household.moments,
        household.wishes,
    )
