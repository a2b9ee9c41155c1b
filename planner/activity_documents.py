"""The family's own activities as plain documents and back, written as the files of the library are.

One document for each. One that is not sound gives problems and is left where it is. The modules that
know these documents are imported late: few families need them when the app starts.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from activities.model import Activity
from planner.errors import Problem

Document = Mapping[str, Any]


def number(activity: Activity) -> str:
    """The id of an own activity's document: its letters as one whole number, as text."""
    return number_of(activity.id)


def number_of(activity_id: str) -> str:
    return str(int.from_bytes(activity_id.encode("ascii")))


def document(activity: Activity) -> dict[str, Any]:
    from activities.writing import document_of  # noqa: PLC0415

    return document_of(activity)


def values(documents: Mapping[str, Document]) -> Iterator[Activity | Problem]:
    """Every own activity by id, and a problem for each thing that is wrong with the others."""
    from activities import catalogue  # noqa: PLC0415

    for its_number, held in sorted(documents.items(), key=lambda item: str(item[1].get("id"))):
        activity, problems = catalogue.read(held, "", own=True)
        for problem in problems:
            yield Problem("activity", its_number, f"{problem.field}: {problem.detail}")
        if activity is not None and _number_or_none(activity.id) != its_number:
            yield Problem("activity", its_number, f"id: {activity.id!r}")
        elif activity is not None:
            yield activity


def _number_or_none(activity_id: str) -> str | None:
    return number_of(activity_id) if activity_id.isascii() else None
