import enum
import subprocess
import sys
from types import ModuleType

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from ui import quick_enums

INTERNALS = {"_member_map_", "_value2member_map_", "__dict__", "__weakref__"}

compared_only = pytest.mark.skipif(
    sys.version_info[:2] not in quick_enums.COMPARED, reason="goes the usual way on this Python"
)


def groups_of(module: ModuleType) -> list[type[enum.Enum]]:
    kinds = [getattr(module, name) for name in dir(module)]  # which loads them
    holders = [module, *(kind for kind in kinds if isinstance(kind, type))]
    return [
        value
        for holder in holders
        for value in list(vars(holder).values())
        if isinstance(value, type) and issubclass(value, enum.Enum)
    ]


def described(group: type[enum.Enum]) -> dict[str, object]:
    """All there is to see of a group, without the objects themselves."""
    members = {
        name: (m.name, m.value, type(m).__name__, repr(m), str(m), sorted(vars(m)), m._sort_order_)
        for name, m in group.__members__.items()
    }
    rest = {
        name: getattr(value, "__qualname__", repr(value))
        for name, value in vars(group).items()
        if name not in members and name not in INTERNALS
    }
    by_value = [(value, m.name) for value, m in group._value2member_map_.items()]
    return {**rest, "members": members, "by value": by_value, "order": [m.name for m in group]}


@compared_only
@pytest.mark.parametrize("module", [QtCore, QtGui, QtWidgets], ids=lambda m: m.__name__)
def test_a_group_is_the_same_made_quickly_or_the_usual_way(module):
    compared = 0
    for group in groups_of(module):
        pairs = [(name, member.value) for name, member in group.__members__.items()]
        base = group.__mro__[1]
        usual = quick_enums._usual(base, group.__name__, pairs, module="here")
        quick = quick_enums._usual(base, group.__name__, (), module="here")
        assert quick_enums._filled(quick, pairs)
        assert described(quick) == described(usual)
        compared += 1
    assert compared > 20


@compared_only
@pytest.mark.parametrize(
    "pairs",
    [[("real", 1)], [("_hidden", 1)], [("ONE", "one")], "ONE TWO", [("ONE", (1, 2))]],
)
def test_whatever_is_not_plain_goes_the_usual_way(pairs):
    group = quick_enums._usual(enum.IntEnum, "Group", ())
    assert not quick_enums._filled(group, pairs)
    assert list(group) == []


@compared_only
def test_other_groups_of_a_program_are_as_ever():
    program = (
        "from ui import quick_enums; quick_enums.install(); import enum\n"
        "assert [c.value for c in enum.Enum('Colour', 'RED GREEN')] == [1, 2]\n"
        "class Size(enum.IntEnum):\n    SMALL = 1\n    LITTLE = 1\n"
        "assert Size.LITTLE is Size.SMALL and Size(1).name == 'SMALL'\n"
        "P = enum.Flag('P', [('R', 4), ('W', 2), ('RW', 6)])\n"
        "assert P.R | P.W is P.RW and [p.name for p in P] == ['R', 'W']\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
