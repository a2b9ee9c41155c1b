"""A few weeks of changes, as a family makes them, and what the tables must hold after each."""

from collections.abc import Callable
from typing import Any

from planner.storage import Change, Database, open_folder
from tests.planner.storage.disk import HOME, Disk, clock

State = dict[str, dict[str, dict[str, Any]]]


def opened(disk: Disk) -> Database:
    return open_folder(HOME, clock=clock, files=disk)


def state(database: Database) -> State:
    return {name: dict(table) for name, table in database.tables.items()}


def codes(database: Database) -> set[str]:
    return {fact.code for fact in database.report}


def entry(number: int, *, done: bool = False) -> Change:
    title = "swim with Zoë" if number % 2 else "read “The Wind”"
    return Change("entries", str(number), {"title": title, "day": number % 7, "done": done})


def step(number: int) -> tuple[Change, ...]:
    """The changes of one click: always the count, mostly an entry, now and then a goodbye."""
    count = Change("meta", "1", {"schema_version": 1, "clicks": number})
    if number % 5 == 0:
        return count, Change("entries", str(number - 3), None), entry(number - 1, done=True)
    return count, entry(number)


def after(number: int) -> State:
    """What the tables hold after so many clicks."""
    tables: State = {}
    for click in range(1, number + 1):
        for change in step(click):
            table = tables.setdefault(change.table, {})
            if change.document is None:
                table.pop(change.doc_id, None)
            else:
                table[change.doc_id] = change.document
    return tables


def live_a_while(disk: Disk, saved: Callable[[State], None]) -> None:
    """Open, click, compact, back up, close, open again, restore. Tells each state once saved."""
    database = opened(disk)
    saved({})
    for number in range(1, 26):
        database.commit(step(number))
        saved(after(number))
        if number in {6, 13}:
            database.compact()
        if number == 9:
            backup = database.backup("daily")
        if number in {11, 18}:
            database.close()
            database = opened(disk)
    database.restore(backup)
    saved(after(9))
    for number in range(10, 14):
        database.commit(step(number))
        saved(after(number))
    database.close()
