"""Takes values out of documents that may have been changed by any hand, and names the one that is wrong.

Each function takes the document and the name of a field; what it returns is of the promised kind.
What is not raises BadValueError.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

Document = Mapping[str, Any]


class BadValueError(ValueError):
    """A value of a document is missing or not what it should be: `field: what was found`."""


def take(document: Document, field: str, kind: type, default: Any = None) -> Any:
    value = document.get(field, default)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise BadValueError(f"{field}: {value!r}")
    return value


def one_of(known: tuple[Any, ...], document: Document, field: str, default: Any = None) -> Any:
    value = document.get(field, default)
    if value not in known:
        raise BadValueError(f"{field}: {value!r}")
    return value


def all_of(kind: type, document: Document, field: str) -> list[Any]:
    values: list[Any] = take(document, field, list, [])
    if not all(isinstance(v, kind) for v in values):
        raise BadValueError(f"{field}: {values!r}")
    return values


def texts(document: Document, field: str) -> tuple[str, ...]:
    return tuple(all_of(str, document, field))


def weekdays(document: Document, field: str, default: Any) -> tuple[int, ...]:
    values = take(document, field, list, default)
    if not all(type(v) is int and 0 <= v <= 6 for v in values):
        raise BadValueError(f"{field}: {values!r}")
    return tuple(values)


def number(document: Document, field: str, low: int, high: int, default: Any = None) -> int:
    value: int = take(document, field, int, default)
    if not low <= value <= high:
        raise BadValueError(f"{field}: {value!r}")
    return value


def number_or_none(document: Document, field: str, low: int, high: int) -> int | None:
    return None if document.get(field) is None else number(document, field, low, high)


def day(document: Document, field: str) -> date:
    try:
        return date.fromisoformat(take(document, field, str))
    except ValueError as error:
        raise BadValueError(f"{field}: {document.get(field)!r}") from error


def day_or_none(document: Document, field: str) -> date | None:
    return None if document.get(field) is None else day(document, field)


def text_or_none(document: Document, field: str) -> Any:
    return None if document.get(field) is None else take(document, field, str)


def moment(document: Document, field: str) -> datetime:
    """A date and time of the wall clock, written without a zone."""
    try:
        read = datetime.fromisoformat(take(document, field, str))
    except ValueError as error:
        raise BadValueError(f"{field}: {document.get(field)!r}") from error
    if read.tzinfo is not None:  # it could not be put in order with the others
        raise BadValueError(f"{field}: {document.get(field)!r}")
    return read
