"""The tables that hold one document for each value of a collection of the household.

`TABLES` is the place to add one: a collection is a tuple in a field of the household, each value
with an id of its own; the id of its document is a whole number as text, as stock TinyDB wants. How
its values become documents and back stands in the module of its noun, which is imported when there
is something to read or write: few families have all of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any, NamedTuple

from planner.errors import Problem
from planner.model import Household
from planner.storage import Change


class Table(NamedTuple):
    """A collection of the household, and the functions of `module` that write and read it.

    `number(value)` is the id of a value's document, `document(value)` the document, and
    `values(documents)` gives every value in order, and a Problem for what cannot be read.
    """

    name: str
    field: str
    module: str

    def numbered(self, household: Household) -> dict[str, Any]:
        """The collection's values by the id of their document."""
        values = getattr(household, self.field)
        if not values:
            return {}
        number: Callable[[Any], str] = import_module(self.module).number
        return {number(value): value for value in values}

    def document(self, value: Any) -> dict[str, Any]:
        document: dict[str, Any] = import_module(self.module).document(value)
        return document

    def values(self, documents: Mapping[str, Mapping[str, Any]]) -> Iterator[Any]:
        values: Iterator[Any] = import_module(self.module).values(documents)
        return values


TABLES = (
    Table("activities", "own", "planner.activity_documents"),
    Table("rituals", "rituals", "planner.rituals_documents"),
    Table("terms", "terms", "planner.terms"),
    Table("reaches", "reaches", "planner.reach_documents"),
    Table("reach_months", "reach_months", "planner.reach_month_documents"),
    Table("threads", "threads", "planner.thread_documents"),
    Table("signs", "signs", "planner.sign_documents"),
    Table("month_pages", "month_pages", "planner.month_page_documents"),
    Table("templates", "templates", "planner.template_documents"),
    Table("printed", "printed", "planner.printed_documents"),
    Table("calendars", "calendars", "planner.calendars.documents"),
    Table("removed", "removed", "planner.removed_documents"),
)


def with_tables(
    household: Household, tables: Mapping[str, Mapping[str, Mapping[str, Any]]]
) -> tuple[Household, list[Problem]]:
    """The household with every collection that stands in these tables, and what could not be read."""
    problems: list[Problem] = []
    collections: dict[str, Any] = {}
    for table in TABLES:
        documents = tables.get(table.name)
        if documents:
            found = tuple(table.values(documents))
            problems += (each for each in found if isinstance(each, Problem))
            collections[table.field] = tuple(f for f in found if not isinstance(f, Problem))
    return replace(household, **collections), problems


def documents_of(household: Household) -> dict[str, dict[str, Any]]:
    """Every collection that is not empty as a table of documents."""
    return {
        table.name: {number: table.document(value) for number, value in held.items()}
        for table in TABLES
        if (held := table.numbered(household))
    }


def table_changes(before: Household, after: Household) -> list[Change]:
    """The documents to write so that the tables hold the collections of `after`."""
    changes: list[Change] = []
    for table in TABLES:
        if getattr(before, table.field) is getattr(after, table.field):
            continue
        was, now = table.numbered(before), table.numbered(after)
        changes += (
            Change(table.name, each, table.document(now[each]) if each in now else None)
            for each in sorted(was.keys() | now.keys())
            if was.get(each) != now.get(each)
        )
    return changes
