"""The weeks of a data folder, each read when it is first looked at: ten years open as fast as one.

What stands in the documents is checked then, and kept; so the mapping is as unchanging as a dict of
weeks that nobody changes. Only which days there are is known from the beginning.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from planner.checked import BadValueError, Document
from planner.dates import monday_of
from planner.documents import entry_from, reflection_from
from planner.errors import Problem
from planner.model import Entry, Reflection, Week


class StoredWeeks(Mapping[date, Week]):
    """Monday -> week, out of the documents of entries and of reflections by their id.

    An entry that cannot be read is left out of its week and told in `problems`.
    """

    def __init__(
        self, entries: Mapping[str, Document], reflections: Mapping[str, Document]
    ) -> None:
        self._entries, self._reflections = dict(entries), dict(reflections)
        self._ids: dict[date, list[str]] = {}
        self._weeks: dict[date, Week] = {}
        self._problems: dict[str, list[Problem]] = {}
        self.with_whole_days: set[date] = set()
        """The Mondays of the weeks in which something takes whole days."""
        of_week: dict[Any, list[str]] = {}  # the same lists by day: thousands share a few
        for entry_id, document in entries.items():
            day: Any = document.get("day")
            try:
                ids = of_week.get(day)
                if ids is None:
                    monday = monday_of(date.fromisoformat(day))
                    ids = of_week[day] = self._ids.setdefault(monday, [])
            except (TypeError, ValueError):
                self._read(entry_id)  # and tell what is wrong with it
                continue
            ids.append(entry_id)
            if "days" in document:
                self.with_whole_days.add(monday_of(date.fromisoformat(day)))

    def __getitem__(self, monday: date) -> Week:
        week = self._weeks.get(monday)
        if week is None:
            read = [entry for each in self._ids[monday] if (entry := self._read(each))]
            entries = tuple(sorted(read, key=lambda e: (e.day, e.start, e.id)))
            week = self._weeks[monday] = Week(monday=monday, entries=entries)
        return week

    def __iter__(self) -> Iterator[date]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def entry_ids(self) -> Iterable[str]:
        """The ids of all documents of entries; no week is read for them."""
        return self._entries

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What cannot be read, in the order of the documents. Reads every week."""
        for monday in self._ids:
            self[monday]
        orphans = (
            Problem(code="reflection", where=orphan, detail="entry: None")
            for orphan in self._reflections.keys() - self._entries.keys()
        )
        found = (problem for each in self._entries for problem in self._problems.get(each, ()))
        return (*found, *orphans)

    @property
    def unread(self) -> Mapping[tuple[str, str], Document]:
        """The documents that cannot be read, by table and id. Reads every week."""
        tables = {
            "entry": ("entries", self._entries),
            "reflection": ("reflections", self._reflections),
        }
        found = ((*tables[p.code], p.where) for p in self.problems)
        return {(name, where): documents[where] for name, documents, where in found}

    def _read(self, entry_id: str) -> Entry | None:
        try:
            return entry_from(entry_id, self._entries[entry_id], self._reflection(entry_id))
        except BadValueError as error:
            self._tell("entry", entry_id, error)
            return None

    def _reflection(self, entry_id: str) -> Reflection | None:
        """The words of this entry, which stays readable when they are not."""
        if entry_id not in self._reflections:
            return None
        try:
            return reflection_from(self._reflections[entry_id])
        except BadValueError as error:
            self._tell("reflection", entry_id, error)
            return None

    def _tell(self, code: str, entry_id: str, error: BadValueError) -> None:
        problem = Problem(code=code, where=entry_id, detail=str(error))
        self._problems.setdefault(entry_id, []).append(problem)


def entry_ids(weeks: Mapping[date, Week]) -> Iterable[str]:
    """The ids of the entries of these weeks; those of a folder are not read for it."""
    if isinstance(weeks, StoredWeeks):
        return weeks.entry_ids()
    return (entry.id for week in weeks.values() for entry in week.entries)


def with_whole_days(weeks: Mapping[date, Week], mondays: Iterable[date]) -> Mapping[date, Week]:
    """Of these weeks those in which something may take whole days; the others are not read for it."""
    asked = weeks.with_whole_days if isinstance(weeks, StoredWeeks) else weeks
    return {monday: weeks[monday] for monday in mondays if monday in asked}
