"""Collections of values with an id each, as the household keeps them: put in, taken out, always in order."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from planner.errors import UnknownKeptError


class HasId(Protocol):
    @property
    def id(self) -> str: ...


Kept = TypeVar("Kept", bound=HasId)


def with_kept(values: Iterable[Kept], *more: Kept, key: Callable[[Kept], Any]) -> tuple[Kept, ...]:
    """The values with these as well, each in the place of one with the same id; in the order of `key`."""
    by_id = {value.id: value for value in (*values, *more)}
    return tuple(sorted(by_id.values(), key=key))


def without_kept(values: tuple[Kept, ...], value_id: str) -> tuple[Kept, ...]:
    """The values without the one with this id; UnknownKeptError if there is none."""
    rest = tuple(value for value in values if value.id != value_id)
    if len(rest) == len(values):
        raise UnknownKeptError(value_id)
    return rest
