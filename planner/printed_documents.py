"""The sheets that were printed as plain documents and back: one document for each sheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.checked import BadValueError, Document, all_of, day, moment, take, text_or_none
from planner.checked import number as checked_number
from planner.documents import entry_document, entry_from
from planner.errors import Problem
from planner.model import PersonId, PrintedSheet

MOST_DAYS = 60


def number(sheet: PrintedSheet) -> str:
    """The id of a sheet's document: its code and first day, letter for letter as one whole number."""
    return str(int.from_bytes(f"{sheet.code} {sheet.first.isoformat()}".encode("ascii")))


def document(sheet: PrintedSheet) -> dict[str, Any]:
    return {
        "code": sheet.code,
        "layout": sheet.layout,
        "first": sheet.first.isoformat(),
        "days": sheet.days,
        "rows": [{"id": row.id, **entry_document(row)} for row in sheet.rows],
        "only": sheet.only,
        "printed": sheet.printed.isoformat() if sheet.printed else None,
    }


def values(documents: Mapping[str, Document]) -> Iterator[PrintedSheet | Problem]:
    """Every sheet, those printed first before the others, and a problem for what cannot be read."""
    found = []
    for its_number, held in documents.items():
        try:
            found.append(_sheet_from(held))
        except BadValueError as error:
            yield Problem("printed", its_number, str(error))
    yield from sorted(found, key=lambda sheet: (str(sheet.printed), sheet.code))


def _sheet_from(held: Document) -> PrintedSheet:
    only = text_or_none(held, "only")
    return PrintedSheet(
        code=take(held, "code", str),
        layout=take(held, "layout", str),
        first=day(held, "first"),
        days=checked_number(held, "days", 1, MOST_DAYS),
        rows=tuple(
            entry_from(take(row, "id", str), row, None) for row in all_of(dict, held, "rows")
        ),
        only=None if only is None else PersonId(only),
        printed=moment(held, "printed"),
    )
