"""Reaches as plain documents and back, with every value checked on the way in."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from planner.checked import (
    BadValueError,
    Document,
    moment,
    one_of,
    take,
    text_or_none,
    texts,
)
from planner.errors import Problem
from planner.model import PersonId, ReachId, Readers
from planner.reaches import Reach

READERS = get_args(Readers)


def number(reach: Reach) -> str:
    return reach.id


def document(reach: Reach) -> dict[str, Any]:
    """The reach without its id; what is empty is left out."""
    whole = {
        "child": reach.child,
        "at": reach.at.isoformat(),
        "shape": list(reach.shape),
        "feeling": reach.feeling,
        "need": reach.need,
        "response": list(reach.response),
        "landed": reach.landed,
        "line": reach.line,
        "let_be": reach.let_be,
        "by": reach.by,
        "readers": reach.readers,
    }
    return {field: value for field, value in whole.items() if value not in (None, "", [], False)}


def values(documents: Mapping[str, Document]) -> Iterator[Reach | Problem]:
    """Every reach by time and id, and a problem for what cannot be read."""
    read: list[Reach] = []
    for reach_id, held in documents.items():
        try:
            read.append(_read(reach_id, held))
        except BadValueError as error:
            yield Problem("reach", reach_id, str(error))
    yield from sorted(read, key=lambda r: (r.at, r.id))


def _read(reach_id: str, held: Document) -> Reach:
    return Reach(
        id=ReachId(reach_id),
        child=PersonId(take(held, "child", str)),
        at=moment(held, "at"),
        shape=texts(held, "shape"),
        feeling=take(held, "feeling", str, ""),
        need=take(held, "need", str, ""),
        response=texts(held, "response"),
        landed=take(held, "landed", str, ""),
        line=take(held, "line", str, ""),
        let_be=take(held, "let_be", bool, default=False),
        by=text_or_none(held, "by"),
        readers=one_of(READERS, held, "readers", "grown-ups"),
    )
