"""Small checks on decoded JSON; each one says where a mistake is and what it is.

Every function raises ``InstanceError``; ``where`` is the path to the value, such as ``goals.gap``.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from planner.fill.instance import InstanceError

T = TypeVar("T")
Json = Mapping[str, Any]
FAR = 10**9  # no number in a family's week is larger


def object_of(value: object, where: str) -> Json:
    if not isinstance(value, dict):
        raise InstanceError(where, "must be an object")
    return value


def member(data: Json, key: str, where: str) -> object:
    if key not in data:
        raise InstanceError(f"{where}.{key}", "is missing")
    value: object = data[key]
    return value


def list_of(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise InstanceError(where, "must be a list")
    return value


def whole(value: object, where: str, low: int, high: int) -> int:
    """Check a whole number between low and high, both allowed."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise InstanceError(where, "must be a whole number")
    if not low <= value <= high:
        raise InstanceError(where, f"is {value}, but must be from {low} to {high}")
    return value


def number(data: Json, key: str, where: str, *, low: int = 0, high: int = FAR) -> int:
    return whole(member(data, key, where), f"{where}.{key}", low, high)


def text(data: Json, key: str, where: str) -> str:
    value = member(data, key, where)
    if not isinstance(value, str):
        raise InstanceError(f"{where}.{key}", "must be text")
    return value


def strings(value: object, where: str) -> tuple[str, ...]:
    out = []
    for item in list_of(value, where):
        if not isinstance(item, str):
            raise InstanceError(where, "must be a list of texts")
        out.append(item)
    return tuple(out)


def texts(data: Json, key: str, where: str) -> tuple[str, ...]:
    return strings(member(data, key, where), f"{where}.{key}")


def flag(data: Json, key: str, where: str) -> bool:
    """Check a yes or no; no if it is missing."""
    value: object = data.get(key, False)
    if not isinstance(value, bool):
        raise InstanceError(f"{where}.{key}", "must be true or false")
    return value


def choice(data: Json, key: str, where: str, allowed: tuple[str, ...]) -> str:
    value = text(data, key, where)
    if value not in allowed:
        raise InstanceError(f"{where}.{key}", f"is {value!r}, but must be one of {list(allowed)}")
    return value


def span(data: Json, key: str, where: str, *, low: int) -> tuple[int, int]:
    """Check a pair [least, most]."""
    where = f"{where}.{key}"
    least, most = parts(data.get(key), 2, where)
    first = whole(least, where, low, FAR)
    return first, whole(most, where, first, FAR)


def parts(value: object, count: int, where: str) -> list[object]:
    items = list_of(value, where)
    if len(items) != count:
        raise InstanceError(where, f"must have {count} parts")
    return items


def each(value: object, where: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
    return tuple(read(item, f"{where}[{n}]") for n, item in enumerate(list_of(value, where)))


def different(ids: Iterable[str], where: str) -> frozenset[str]:
    """Check that no id comes twice."""
    seen = set()
    for name in ids:
        if name in seen:
            raise InstanceError(where, f"the id {name!r} comes twice")
        seen.add(name)
    return frozenset(seen)
