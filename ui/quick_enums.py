"""Makes Qt's named constants quickly: a window needs some thousands before it can show anything.

PySide makes each group with `enum`'s function `Enum(name, pairs)`, which carries every member through
the whole machinery of a class statement: a fifth of the start. Qt's groups are all of the plainest
kind, pairs of a name and a number, so the members are filled into an empty group here. Whatever is
not of that kind, and every Python whose `enum` was not compared with this, goes the usual way.
"""

import enum
import sys
from collections.abc import Iterable
from typing import Any

COMPARED = {(3, 11)}
"""Versions of Python whose groups are the same, made this way or that: a test compares all of Qt's."""

_usual: Any = enum.EnumType._create_  # type: ignore[attr-defined]


def install() -> None:
    """From now on, make groups quickly."""
    if sys.version_info[:2] in COMPARED:
        enum.EnumType._create_ = _made  # type: ignore[attr-defined]


def _made(cls: type[enum.Enum], class_name: str, names: Any, **more: Any) -> Any:
    group = _usual(cls, class_name, (), **more)
    return group if _filled(group, names) else _usual(cls, class_name, names, **more)


def _filled(group: Any, pairs: Any) -> bool:
    """Put the members into an empty group; False, and nothing done, where they are not plain."""
    if not isinstance(pairs, list) or not _are_plain(group, pairs):
        return False
    new, use_args = group._new_member_, group._use_args_
    flags = issubclass(group, enum.Flag)
    names, members, by_value = group._member_names_, group._member_map_, group._value2member_map_
    for name, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(group, value) if use_args else new(group)
            member.__dict__.update(
                _value_=value, _name_=name, __objclass__=group, _sort_order_=len(names)
            )
            if not flags or _is_single_bit(value):
                names.append(name)
        members[name] = member
        type.__setattr__(group, name, member)
    if flags:
        _set_masks(group, by_value)
    return True


def _are_plain(group: Any, pairs: list[Any]) -> bool:
    """Whether these are names and numbers, and the names are none that every group has already."""
    base = group.__mro__[1]
    if base not in _taken:
        _taken[base] = frozenset(
            name for kind in (*group.__mro__, type(group)) for name in dir(kind)
        )
    taken = _taken[base]
    return all(
        type(pair) is tuple
        and len(pair) == 2
        and type(pair[1]) is int
        and pair[0] not in taken
        and pair[0][:1] != "_"
        for pair in pairs
    )


_taken: dict[type, frozenset[str]] = {}
"""The names that every group of a kind has already."""


def _is_single_bit(value: int) -> bool:
    return value > 0 and value & (value - 1) == 0


def _set_masks(group: Any, values: Iterable[int]) -> None:
    for value in values:
        group._flag_mask_ |= value
        if _is_single_bit(value):
            group._singles_mask_ |= value
    group._all_bits_ = 2 ** group._flag_mask_.bit_length() - 1
    single = [value for value in values if _is_single_bit(value)]
    if single != sorted(single):
        group._iter_member_ = group._iter_member_by_def_
