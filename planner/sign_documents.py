"""The lines of the children's dictionaries as plain documents and back, checked on the way in."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from planner.checked import BadValueError, Document, day, one_of, take, text_or_none
from planner.dictionary import SIGN_STATES, Sign
from planner.errors import Problem
from planner.model import PersonId, Readers, SignId

READERS = get_args(Readers)


def number(sign: Sign) -> str:
    return sign.id


def document(sign: Sign) -> dict[str, Any]:
    return {
        "child": sign.child,
        "sign": sign.sign,
        "meaning": sign.meaning,
        "state": sign.state,
        "updated": sign.updated.isoformat(),
        "by": sign.by,
        "readers": sign.readers,
    }


def values(documents: Mapping[str, Document]) -> Iterator[Sign | Problem]:
    """Every line by child and id, and a problem for what cannot be read."""
    read: list[Sign] = []
    for sign_id, held in documents.items():
        try:
            read.append(_read(sign_id, held))
        except BadValueError as error:
            yield Problem("sign", sign_id, str(error))
    yield from sorted(read, key=lambda s: (s.child, s.id))


def _read(sign_id: str, held: Document) -> Sign:
    return Sign(
        id=SignId(sign_id),
        child=PersonId(take(held, "child", str)),
        sign=take(held, "sign", str),
        meaning=take(held, "meaning", str, ""),
        state=one_of(SIGN_STATES, held, "state", "guess"),
        updated=day(held, "updated"),
        by=text_or_none(held, "by"),
        readers=one_of(READERS, held, "readers", "grown-ups"),
    )
