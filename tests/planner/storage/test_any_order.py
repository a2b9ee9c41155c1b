"""Anything in any order, power cuts included: the store always says what a plain dict says."""

import random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.storage import Change, backups, read_backup
from tests.planner.storage.disk import HOME, Disk, after_power_cut
from tests.planner.storage.family import State, opened, state

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
DOCUMENTS = st.none() | st.dictionaries(st.text(max_size=4), VALUES, max_size=3)
TABLES = st.sampled_from(["entries", "people", "Wünsche"])
CHANGES = st.lists(st.builds(Change, TABLES, st.integers(1, 6).map(str), DOCUMENTS), max_size=4)


class Store(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.disk = Disk()
        self.at_start: dict = {}
        self.database = opened(self.disk)
        self.expected: State = {}
        self.backed_up: dict = {}

    @rule(changes=CHANGES)
    def commit(self, changes) -> None:
        self.database.commit(changes)
        for change in changes:
            table = self.expected.setdefault(change.table, {})
            if change.document is None:
                table.pop(change.doc_id, None)
            else:
                table[change.doc_id] = change.document
        self.expected = {name: table for name, table in self.expected.items() if table}

    @rule()
    def compact(self) -> None:
        self.database.compact()

    @rule()
    def back_up(self) -> None:
        path = self.database.backup("before-something")
        self.backed_up[path] = {name: dict(table) for name, table in self.expected.items()}

    @precondition(lambda self: self.backed_up)
    @rule(which=st.integers(0, 99))
    def restore(self, which) -> None:
        kept = [i.path for i in backups(HOME, files=self.disk) if i.path in self.backed_up]
        if kept:
            path = kept[which % len(kept)]
            assert read_backup(path, files=self.disk) == self.backed_up[path]
            self.database.restore(path)
            self.expected = {name: dict(table) for name, table in self.backed_up[path].items()}

    @rule()
    def reopen(self) -> None:
        self.database.close()
        self.database = opened(self.disk)
        assert self.database.report == ()

    @rule(seed=st.none() | st.integers(0, 2**32))
    def lose_power(self, seed) -> None:
        rng = None if seed is None else random.Random(seed)
        content = after_power_cut(self.at_start, self.disk.log, rng)
        self.disk, self.at_start = Disk.holding(content), content
        self.database = opened(self.disk)

    @invariant()
    def it_says_what_the_dict_says(self) -> None:
        assert repr(sorted_tables(state(self.database))) == repr(sorted_tables(self.expected))


def sorted_tables(tables: State) -> list:
    return sorted((name, sorted(table.items())) for name, table in tables.items())


TestAnyOrder = Store.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
