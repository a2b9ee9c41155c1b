"""Anything a family might do with its rituals, in any order, and taken back: nothing is ever lost."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner import actions, rituals_actions, week
from planner.actions import Action
from planner.model import Entry, EntryId, Household, Reflection, RitualId, Term
from planner.rituals import occurrence_id
from planner.rituals_days import falls_on
from planner.rituals_repeat import Repeat
from planner.rituals_rule import rule_from
from planner.rituals_series import SCOPES
from planner.session import Session
from planner.storage import Change
from planner.store import changes_between, household_from, tables_of
from planner.whole_days import with_days, with_hours
from tests.builders import FAMILY, LEO, MONDAY, all_entries, entry

WEEKS = 9
RULES = st.sampled_from(
    (
        "FREQ=DAILY;INTERVAL=4",
        "FREQ=DAILY;COUNT=9",
        "FREQ=WEEKLY;BYDAY=FR",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
        "FREQ=WEEKLY;BYDAY=SA;UNTIL=20260405T235959",
        "FREQ=MONTHLY;BYDAY=2FR",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14",
    )
)
REPEATS = st.builds(Repeat, RULES, st.booleans())
SCOPE = st.sampled_from(SCOPES)


class Disk:
    """Keeps what it is given as documents, and nothing else."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, object]] = {}

    def save(self, before: Household, after: Household) -> None:
        for change in changes_between(before, after):
            self._take(change)

    def _take(self, change: Change) -> None:
        table = self.tables.setdefault(change.table, {})
        if change.document is None:
            table.pop(change.doc_id)
        else:
            table[change.doc_id] = json.loads(json.dumps(change.document))

    def bytes(self) -> str:
        held = {name: table for name, table in self.tables.items() if table and name != "meta"}
        return json.dumps(held, sort_keys=True)


class Families(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.disk = Disk()
        self.session = Session(Household(), self.disk, depth=1000)
        self.session.apply(actions.start_family(Household(people=FAMILY, name="Berg")))
        self.pages = [self.disk.bytes()]
        self.words = [frozenset[str]()]
        self.at = 0
        self.counter = 100

    def new_id(self) -> RitualId:
        self.counter += 1
        return RitualId(str(self.counter))

    def do(self, action: Action, words: frozenset[str] | None = None) -> None:
        before = self.session.household
        self.session.apply(action)
        if self.session.household is before:
            return
        self.pages = [*self.pages[: self.at + 1], self.disk.bytes()]
        self.words = [*self.words[: self.at + 1], self.words[self.at] if words is None else words]
        self.at += 1

    def some(self, data: st.DataObject) -> Entry:
        shown = [
            e for e in week.entries_between(self.session.household, MONDAY, 7 * WEEKS) if e.ritual
        ]
        return data.draw(st.sampled_from(shown))

    def are_there(self) -> bool:
        shown = week.entries_between(self.session.household, MONDAY, 7 * WEEKS)
        return any(e.ritual for e in shown)

    @rule(repeat=REPEATS, day=st.integers(0, 20), done=st.booleans(), whole=st.booleans())
    def begin(self, repeat: Repeat, day: int, done: bool, whole: bool) -> None:
        made = entry("_ Mon 18:00-18:30 walk (leo, sara)", entry_id=self.new_id())
        made = replace(made, day=made.day + timedelta(days=day))
        if whole:
            made = with_days(made, made.day, 2)
        if done:
            self.do(actions.add_entry(replace(made, outcome="done")))
        self.do(rituals_actions.begin_ritual(made, repeat, self.new_id()))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE, days=st.integers(-12, 12), minutes=st.integers(0, 3))
    def move(self, data: st.DataObject, scope: str, days: int, minutes: int) -> None:
        one = self.some(data)
        after = with_hours(one, one.day + timedelta(days=days), 18 * 60 + 10 * minutes)
        self.do(rituals_actions.change_occurrence(one, after, scope, self.new_id(), code="move"))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE, title=st.sampled_from("abc"), alone=st.booleans())
    def edit(self, data: st.DataObject, scope: str, title: str, alone: bool) -> None:
        one = self.some(data)
        people = (LEO.id,) if alone else one.people
        minutes = 0 if one.all_day else 20
        after = replace(one, title=title, people=people, minutes=minutes)
        self.do(rituals_actions.change_occurrence(one, after, scope, self.new_id()))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE, by=st.integers(-2, 2), days=st.integers(1, 4))
    def take_whole_days(self, data: st.DataObject, scope: str, by: int, days: int) -> None:
        one = self.some(data)
        after = with_days(one, one.day + timedelta(days=by), days)
        self.do(rituals_actions.change_occurrence(one, after, scope, self.new_id(), code="move"))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE, at_midnight=st.booleans())
    def take_hours(self, data: st.DataObject, scope: str, at_midnight: bool) -> None:
        one = self.some(data)
        after = with_hours(one, one.day, 0 if at_midnight else None)
        self.do(rituals_actions.change_occurrence(one, after, scope, self.new_id(), code="move"))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE, repeat=REPEATS, days=st.integers(0, 3))
    def repeat(self, data: st.DataObject, scope: str, repeat: Repeat, days: int) -> None:
        one = self.some(data)
        if "UNTIL" in repeat.rule and one.day.month > 3:
            repeat = Repeat("FREQ=DAILY")
        after = replace(one, day=one.day + timedelta(days=days))
        scope = "all" if scope == "this" else scope
        self.do(rituals_actions.repeat_differently(one, after, repeat, scope, self.new_id()))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE)
    def end(self, data: st.DataObject, scope: str) -> None:
        one = self.some(data)
        self.do(rituals_actions.repeat_differently(one, one, None, scope, self.new_id()))

    @precondition(are_there)
    @rule(data=st.data(), scope=SCOPE)
    def remove(self, data: st.DataObject, scope: str) -> None:
        one = self.some(data)
        words = self.words[self.at]
        if scope == "this" and one.reflection is not None:
            words -= {one.reflection.line}
        self.do(rituals_actions.remove_occurrence(one, scope, self.new_id()), words)

    @precondition(are_there)
    @rule(data=st.data())
    def reflect(self, data: st.DataObject) -> None:
        one = self.some(data)
        line = self.new_id()
        words = self.words[self.at] | {line}
        if one.reflection is not None:
            words -= {one.reflection.line}
        kept = Reflection(written=datetime(2026, 3, 4, 21), line=line)
        self.do(actions.reflect(one, kept), words)

    @precondition(are_there)
    @rule(data=st.data())
    def tick(self, data: st.DataObject) -> None:
        self.do(actions.set_outcome(self.some(data), "done"))

    @rule(first=st.integers(0, 30), days=st.integers(0, 60))
    def set_terms(self, first: int, days: int) -> None:
        begin = MONDAY + timedelta(days=first)
        term = Term(first=begin, last=begin + timedelta(days=days))
        self.do(rituals_actions.set_terms((term,)))

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(min(steps, self.at)):
            self.session.undo()
            self.at -= 1

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(min(steps, len(self.pages) - 1 - self.at)):
            self.session.redo()
            self.at += 1

    @invariant()
    def the_disk_is_byte_for_byte_what_it_was_at_this_step(self) -> None:
        assert self.disk.bytes() == self.pages[self.at]

    @invariant()
    def a_restart_finds_the_same_household(self) -> None:
        tables = tables_of(self.session.household)
        assert household_from(tables) == (self.session.household, ())
        del tables["meta"]
        assert json.loads(self.disk.bytes()) == {n: t for n, t in tables.items() if t}

    @invariant()
    def no_private_words_are_lost(self) -> None:
        held = [e.reflection.line for e in all_entries(self.session.household) if e.reflection]
        assert sorted(held) == sorted(self.words[self.at])

    @invariant()
    def every_entry_is_seen_once(self) -> None:
        household = self.session.household
        shown = week.entries_between(household, MONDAY - timedelta(days=365), 3 * 365)
        assert len({e.id for e in shown}) == len(shown)
        stored = all_entries(household)
        assert len({e.id for e in stored}) == len(stored)
        assert all(week.current(household, e) == e for e in shown)

    @invariant()
    def nothing_has_hours_and_takes_whole_days_as_well(self) -> None:
        household = self.session.household
        for each in (*all_entries(household), *(r.first for r in household.rituals)):
            assert (each.minutes == 0) == each.all_day
            assert each.start == 0 or not each.all_day
            assert each.was_at is None or each.all_day

    @invariant()
    def every_ritual_begins_on_its_rule_and_knows_its_stored_occurrences(self) -> None:
        household = self.session.household
        rituals = {r.id: r for r in household.rituals}
        for each in rituals.values():
            assert falls_on(rule_from(each.rule), each.first.day, each.first.day)
            assert each.first.id == EntryId(each.id)
        for stored in all_entries(household):
            if stored.ritual is None:
                continue
            mine = rituals[stored.ritual]
            assert stored.id == occurrence_id(mine.id, stored.original)
            assert falls_on(rule_from(mine.rule), mine.first.day, stored.original)
            assert stored.original not in mine.skipped


Families.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestFamilies = Families.TestCase
