"""What is left of a month of reaches as a plain document and back, with every value checked on the way in."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from planner.checked import (
    BadValueError,
    Document,
    day,
    one_of,
    take,
    text_or_none,
    texts,
)
from planner.checked import (
    number as whole_number,
)
from planner.errors import Problem
from planner.model import PersonId, Readers
from planner.reaches import ReachMonth, month_key

READERS = get_args(Readers)
MOST = 99_999


def number(month: ReachMonth) -> str:
    """The letters of what the month is of, as one whole number."""
    return str(int.from_bytes("|".join(map(str, month_key(month))).encode()))


def document(month: ReachMonth) -> dict[str, Any]:
    return {
        "child": month.child,
        "month": month.month.isoformat(),
        "noticed": month.noticed,
        "met": month.met,
        "came_back": month.came_back,
        "shapes": list(month.shapes),
        "hours": list(month.hours),
        "eased": list(month.eased),
        "by": month.by,
        "readers": month.readers,
    }


def values(documents: Mapping[str, Document]) -> Iterator[ReachMonth | Problem]:
    """Every month in order, and a problem for what cannot be read."""
    read: list[ReachMonth] = []
    for its_number, held in documents.items():
        try:
            month = _read(held)
        except BadValueError as error:
            yield Problem("reach-month", its_number, str(error))
            continue
        if number(month) != its_number:
            yield Problem("reach-month", its_number, f"month: {held.get('month')!r}")
        else:
            read.append(month)
    yield from sorted(read, key=month_key)


def _read(held: Document) -> ReachMonth:
    return ReachMonth(
        child=PersonId(take(held, "child", str)),
        month=day(held, "month"),
        noticed=whole_number(held, "noticed", 0, MOST),
        met=whole_number(held, "met", 0, MOST),
        came_back=whole_number(held, "came_back", 0, MOST),
        shapes=texts(held, "shapes"),
        hours=texts(held, "hours"),
        eased=texts(held, "eased"),
        by=text_or_none(held, "by"),
        readers=one_of(READERS, held, "readers", "grown-ups"),
    )
