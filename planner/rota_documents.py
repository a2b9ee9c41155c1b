"""Work in shifts as plain documents and back, with every value checked on the way in."""

from typing import Any

from planner.checked import BadValueError, Document, all_of, day, number, take
from planner.model import DAY_MINUTES, BusyId, PersonId, Rota, Shift, Turn

MOST_DAYS = 366


def rota_document(rota: Rota) -> dict[str, Any]:
    return {
        "id": rota.id,
        "person": rota.person,
        "first": rota.first.isoformat(),
        "shifts": [shift._asdict() for shift in rota.shifts],
        "turns": [turn._asdict() for turn in rota.turns],
    }


def rota_from(document: Document) -> Rota:
    shifts = tuple(_shift_from(s) for s in all_of(dict, document, "shifts"))
    return Rota(
        id=BusyId(take(document, "id", str)),
        person=PersonId(take(document, "person", str)),
        first=day(document, "first"),
        shifts=shifts,
        turns=tuple(_turn_from(t, len(shifts)) for t in all_of(dict, document, "turns")),
    )


def _shift_from(document: Document) -> Shift:
    return Shift(
        name=take(document, "name", str),
        start=number(document, "start", 0, DAY_MINUTES),
        end=number(document, "end", 0, DAY_MINUTES),
    )


def _turn_from(document: Document, shifts: int) -> Turn:
    if not shifts and document.get("shift") is not None:
        raise BadValueError(f"shift: {document.get('shift')!r}")
    known = None if document.get("shift") is None else number(document, "shift", 0, shifts - 1)
    return Turn(shift=known, days=number(document, "days", 1, MOST_DAYS))
