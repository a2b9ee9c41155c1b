"""Whatever a family does with a ritual: what has happened, and what the step was not about, stays as it was."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from planner import actions, rituals_actions, week
from planner.actions import Action
from planner.model import OUTCOMES, Entry, Household
from planner.rituals import next_occurrence, ritual_with
from tests.builders import MONDAY
from tests.planner.test_rituals_machine import SCOPE, Families

ONES_OWN = frozenset(("reflect", "unreflect", *OUTCOMES))
"""Steps after which something else has become of the one they are about."""
FROM_ON = ("-following", "stop")
"""Steps that leave alone what was due before."""


def shown(household: Household) -> tuple[Entry, ...]:
    """A good part of the year around the weeks in which the family does things."""
    return week.entries_between(household, MONDAY - timedelta(days=100), 300)


def fact(entry: Entry) -> Hashable:
    """What may not change by itself once something has happened."""
    when = (entry.day, entry.start, entry.minutes, entry.days)
    words = entry.reflection and entry.reflection.line
    return entry.outcome, words, when, entry.people


def facts(entries: tuple[Entry, ...]) -> Counter[Hashable]:
    happened = (e for e in entries if e.outcome != "planned" or e.reflection is not None)
    return Counter(fact(e) for e in happened)


class Remembering(Families):
    """Does what those families do and more, and compares what they see before and after each step."""

    one: Entry | None = None

    def some(self, data: st.DataObject) -> Entry:
        self.one = super().some(data)
        return self.one

    def do(self, action: Action, words: frozenset[str] | None = None) -> None:
        before = shown(self.session.household)
        super().do(action, words)
        one, self.one = self.one, None
        after = shown(self.session.household)
        others = tuple(e for e in before if one is None or e.id != one.id)
        assert not facts(others) - facts(after)
        if one is not None:
            self.compare(action.code, one, before, after)

    def compare(
        self, code: str, one: Entry, before: tuple[Entry, ...], after: tuple[Entry, ...]
    ) -> None:
        if one in after:
            return
        others = tuple(e for e in before if e.id != one.id)
        new = facts(after) - facts(others)
        if code not in ONES_OWN and code != "remove":
            become = {(one.outcome, one.reflection and one.reflection.line)}
            assert {f[:2] for f in new} == (become if facts((one,)) else set())  # type: ignore[index]
        if not code.endswith((*FROM_ON, "-all")):
            rest = [e for e in after if e in others]
            assert rest == list(others)
            assert len(after) - len(rest) == (code != "remove")
            return
        untouched = [e for e in others if e.ritual != one.ritual or self.is_history(code, e, one)]
        assert not [e for e in untouched if e not in after]

    @staticmethod
    def is_history(code: str, entry: Entry, one: Entry) -> bool:
        return code.endswith(FROM_ON) and entry.original < one.original

    @precondition(Families.are_there)
    @rule(data=st.data(), scope=SCOPE, start=st.integers(1000, 1300), minutes=st.integers(5, 90))
    def resize(self, data: st.DataObject, scope: str, start: int, minutes: int) -> None:
        one = self.some(data)
        after = replace(one, start=start, minutes=minutes, days=0, was_at=None)
        self.do(rituals_actions.change_occurrence(one, after, scope, self.new_id(), code="resize"))

    @precondition(Families.are_there)
    @rule(data=st.data(), outcome=st.sampled_from(OUTCOMES))
    def say_what_became_of_it(self, data: st.DataObject, outcome: Any) -> None:
        self.do(actions.set_outcome(self.some(data), outcome))

    @precondition(Families.are_there)
    @rule(data=st.data())
    def take_the_words_back(self, data: st.DataObject) -> None:
        one = self.some(data)
        words = self.words[self.at] - {one.reflection and one.reflection.line}
        self.do(actions.reflect(one, None), words)

    @precondition(lambda self: self.session.household.rituals)
    @rule(data=st.data(), stop=st.booleans(), weeks=st.integers(0, 6))
    def leave_it(self, data: st.DataObject, stop: bool, weeks: int) -> None:
        household = self.session.household
        chosen = data.draw(st.sampled_from(household.rituals))
        today = MONDAY + timedelta(weeks=weeks)
        upcoming = next_occurrence(household, chosen, today)
        if not stop:
            self.do(rituals_actions.remove_ritual(chosen))
        elif upcoming is not None:
            self.one = upcoming
            self.do(rituals_actions.stop_ritual(upcoming, self.new_id()))
            left = ritual_with(self.session.household, chosen.id)
            assert left is None or next_occurrence(self.session.household, left, today) is None


Remembering.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestRemembering = Remembering.TestCase
