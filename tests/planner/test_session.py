"""Steps, the way back and the way forward; and the folder, which is never behind."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from planner import actions, reach_actions, thread_actions
from planner.actions import Action
from planner.dictionary import keep_sign
from planner.errors import PlannerError, UnknownEntryError
from planner.model import OUTCOMES, BusyId, EntryId, Household, PersonId
from planner.removed import bring_back
from planner.session import Session
from planner.store import open_store
from tests.builders import MONDAY, NOW, all_entries, by_title, entry, taking_out, text_of, week_of
from tests.drawn import (
    busy_times,
    entries,
    households,
    moments_of,
    near_days,
    persons,
    reflections,
    wishes,
)
from tests.drawn_kept import reaches_of, signs_of, threads_of


class Notebook:
    """A saver that writes down what it was given, and can be told to refuse."""

    def __init__(self) -> None:
        self.pages: list[tuple[Household, Household]] = []
        self.refuses = False

    def save(self, before: Household, after: Household) -> None:
        if self.refuses:
            raise PlannerError("The pencil is broken.")
        self.pages.append((before, after))


HOME = week_of("""
    _ Mon 16:00-17:00 swimming (leo)
    _ Wed 19:00-19:20 bear (maya, sara)
""")
SWIMMING, BEAR = by_title(HOME, "swimming"), by_title(HOME, "bear")
SWUM, DROPPED = actions.set_outcome(SWIMMING, "done"), actions.remove_entry(BEAR)


@pytest.fixture
def notebook():
    return Notebook()


@pytest.fixture
def session(notebook):
    return Session(HOME, notebook)


def test_a_step_is_taken_saved_and_remembered(session, notebook):
    session.apply(SWUM)
    assert by_title(session.household, "swimming").outcome == "done"
    assert notebook.pages == [(HOME, session.household)]
    assert session.undoable == SWUM


def test_undo_goes_back_and_redo_goes_forward_again(session, notebook):
    session.apply(SWUM)
    later = session.household
    session.undo()
    assert session.household is HOME
    assert (session.undoable, session.redoable) == (None, SWUM)
    session.redo()
    assert session.household is later
    assert notebook.pages == [(HOME, later), (later, HOME), (HOME, later)]


def test_a_new_step_after_undo_closes_the_way_forward(session):
    session.apply(SWUM)
    session.undo()
    session.apply(DROPPED)
    assert session.redoable is None
    session.redo()
    assert text_of(session.household) == "_ Mon 16:00-17:00 swimming (leo)"


def test_where_there_is_no_way_nothing_happens(session, notebook):
    session.undo()
    session.redo()
    assert session.household is HOME
    assert notebook.pages == []


def test_a_step_that_changes_nothing_is_no_step(session, notebook):
    session.apply(actions.set_outcome(SWIMMING, "planned"))
    assert notebook.pages == []
    assert session.undoable is None


def test_the_way_back_is_as_long_as_it_may_be_and_no_longer(notebook):
    session = Session(HOME, notebook, depth=3)
    for minutes in (10, 20, 30, 40, 50):
        session.apply(actions.resize_entry(SWIMMING, start=16 * 60, minutes=minutes))
    for _ in range(9):
        session.undo()
    assert by_title(session.household, "swimming").minutes == 20


def test_listeners_hear_of_a_step_that_is_saved_already(session, notebook):
    heard = []
    session.subscribe(lambda before, after: heard.append((before, after, len(notebook.pages))))
    session.apply(SWUM)
    later = session.household
    session.undo()
    session.redo()
    assert heard == [(HOME, later, 1), (later, HOME, 2), (HOME, later, 3)]


def test_a_step_that_cannot_be_taken_leaves_everything(session, notebook):
    session.apply(DROPPED)
    before = session.household
    session.subscribe(lambda *_: pytest.fail("nothing happened"))
    with pytest.raises(UnknownEntryError):
        session.apply(actions.set_outcome(BEAR, "done"))
    assert session.household is before
    assert len(notebook.pages) == 1


@pytest.mark.parametrize("way", ["apply", "undo", "redo"])
def test_a_step_that_cannot_be_saved_leaves_everything(session, notebook, way):
    session.apply(SWUM)
    session.apply(DROPPED)
    session.undo()
    before = (session.household, session.undoable, session.redoable)
    session.subscribe(lambda *_: pytest.fail("nothing happened"))
    steps: dict[str, Callable[[], None]] = {
        "apply": lambda: session.apply(DROPPED),
        "undo": session.undo,
        "redo": session.redo,
    }
    notebook.refuses = True
    with pytest.raises(PlannerError, match="pencil"):
        steps[way]()
    assert (session.household, session.undoable, session.redoable) == before


def test_what_could_not_be_saved_is_welcome_to_try_again(session, notebook):
    notebook.refuses = True
    with pytest.raises(PlannerError):
        session.apply(SWUM)
    notebook.refuses = False
    session.apply(SWUM)
    session.undo()
    assert session.household is HOME


class AnyOrder(RuleBasedStateMachine):
    """A family that does anything in any order, on a real folder."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kinweek-test-"))
        household, self.store = open_store(self.folder, clock=lambda: NOW)
        self.session = Session(household, self.store)
        self.beginning = household
        self.steps_back = 0
        self.number = 1000

    def teardown(self) -> None:
        for _ in range(self.steps_back):
            self.session.undo()
        assert self.session.household == self.beginning
        assert self.session.undoable is None
        self.file_equals_memory()
        self.store.close()
        shutil.rmtree(self.folder)

    def do(self, action: Action) -> None:
        before = self.session.household
        self.session.apply(action)
        self.steps_back += self.session.household is not before

    def new_id(self) -> str:
        self.number += 1
        return str(self.number)

    @property
    def ids(self) -> list[str]:
        return [p.id for p in self.session.household.people]

    def some_entry(self, data):
        return data.draw(st.sampled_from(all_entries(self.session.household)))

    def has_entries(self) -> bool:
        return bool(all_entries(self.session.household))

    def has_people(self) -> bool:
        return bool(self.session.household.people)

    @initialize(household=households(most_entries=3))
    def begin(self, household):
        self.do(actions.start_family(household))

    @rule(data=st.data())
    def add(self, data):
        self.do(actions.add_entry(data.draw(entries(self.new_id(), self.ids))))

    @rule(data=st.data(), count=st.integers(0, 3))
    def keep_suggestions(self, data, count):
        found = tuple(data.draw(entries(self.new_id(), self.ids)) for _ in range(count))
        self.do(actions.keep_suggestions(found))

    @precondition(has_entries)
    @rule(data=st.data(), day=near_days, start=st.integers(0, 1439))
    def move(self, data, day, start):
        self.do(actions.move_entry(self.some_entry(data), day=day, start=start))

    @precondition(has_entries)
    @rule(data=st.data(), start=st.integers(0, 1439), minutes=st.integers(1, 1440))
    def resize(self, data, start, minutes):
        self.do(actions.resize_entry(self.some_entry(data), start=start, minutes=minutes))

    @precondition(has_entries)
    @rule(data=st.data())
    def change(self, data):
        old = self.some_entry(data)
        new = replace(data.draw(entries(old.id, self.ids)), reflection=old.reflection)
        self.do(actions.change_entry(old, new))

    @precondition(has_entries)
    @rule(data=st.data())
    def remove(self, data):
        self.do(actions.remove_entry(self.some_entry(data)))

    @precondition(has_entries)
    @rule(data=st.data(), outcome=st.sampled_from(OUTCOMES))
    def set_outcome(self, data, outcome):
        self.do(actions.set_outcome(self.some_entry(data), outcome))

    @precondition(has_entries)
    @rule(data=st.data())
    def reflect(self, data):
        words = data.draw(st.none() | reflections(self.ids))
        self.do(actions.reflect(self.some_entry(data), words))

    @rule(data=st.data())
    def person_comes(self, data):
        self.do(actions.set_person(data.draw(persons(f"p{self.new_id()}"))))

    @precondition(has_people)
    @rule(data=st.data())
    def person_changes(self, data):
        person_id = data.draw(st.sampled_from(self.ids))
        self.do(actions.set_person(data.draw(persons(person_id))))

    @precondition(has_people)
    @rule(data=st.data())
    def person_leaves(self, data):
        person_id = PersonId(data.draw(st.sampled_from(self.ids)))
        person = self.session.household.person(person_id)
        assert person is not None
        self.do(taking_out(person, self.new_id()))

    @rule(number=st.integers(0, 2))
    def person_comes_back(self, number):
        for removed in self.session.household.removed[number : number + 1]:
            self.do(bring_back(removed))

    @rule(data=st.data(), number=st.integers(0, 3))
    def busy(self, data, number):
        self.do(actions.set_busy(data.draw(busy_times(f"b{number}", self.ids))))

    @rule(number=st.integers(0, 3))
    def no_longer_busy(self, number):
        busy = next((b for b in self.session.household.busy if b.id == BusyId(f"b{number}")), None)
        if busy is not None:
            self.do(actions.remove_busy(busy))

    @rule(data=st.data())
    def moments(self, data):
        self.do(actions.set_moments(data.draw(moments_of(self.ids))))

    @rule(wishes=wishes)
    def wish(self, wishes):
        self.do(actions.set_wishes(wishes))

    @precondition(has_people)
    @rule(data=st.data(), number=st.integers(201, 204))
    def notice(self, data, number):
        reach = data.draw(reaches_of(str(number), self.ids))
        entry = data.draw(st.none() | entries(self.new_id(), self.ids))
        self.do(reach_actions.keep_reach(reach, entry))

    @rule(number=st.integers(0, 3))
    def let_be(self, number):
        for reach in self.session.household.reaches[number : number + 1]:
            self.do(reach_actions.let_reach_be(reach))

    @rule(months=st.integers(0, 400))
    def let_old_ones_go(self, months):
        self.do(reach_actions.tidy_reaches(MONDAY + timedelta(days=months)))

    @precondition(has_people)
    @rule(data=st.data(), number=st.integers(301, 303))
    def mend(self, data, number):
        thread = data.draw(threads_of(str(number), self.ids))
        self.do(thread_actions.keep_thread(thread, data.draw(entries(self.new_id(), self.ids))))
        self.do(thread_actions.answer_check(thread, "mended", MONDAY))
        self.do(thread_actions.forget_words(thread))

    @precondition(has_people)
    @rule(data=st.data(), number=st.integers(401, 403))
    def write_a_sign(self, data, number):
        self.do(keep_sign(data.draw(signs_of(str(number), self.ids))))

    @rule()
    def undo(self):
        self.steps_back -= self.session.undoable is not None
        self.session.undo()

    @rule()
    def redo(self):
        self.steps_back += self.session.redoable is not None
        self.session.redo()

    @rule()
    def tidy_up_the_folder(self):
        self.store.database.compact()

    @rule()
    def close_and_open_again(self):
        """Undo goes on with the session; only the folder is opened anew."""
        self.store.close()
        household, self.store = open_store(self.folder, clock=lambda: NOW)
        assert household == self.session.household
        assert not self.store.problems
        self.session._saver = self.store

    @invariant()
    def file_equals_memory(self):
        household, reading = open_store(self.folder, clock=lambda: NOW, read_only=True)
        reading.close()
        assert household == self.session.household
        assert not reading.problems
        assert not reading.database.report


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_what_was_taken_back_is_not_in_the_folder(tmp_path):
    household, store = open_store(tmp_path, clock=lambda: NOW)
    session = Session(household, store)
    session.apply(actions.start_family(HOME))
    nap = entry("_ Sun 13:00-14:00 nap", entry_id="9")
    session.apply(actions.add_entry(nap))
    session.apply(actions.move_entry(nap, day=MONDAY + timedelta(days=14), start=0))
    session.undo()
    session.undo()
    store.close()
    found, store = open_store(tmp_path, clock=lambda: NOW)
    store.close()
    assert found == HOME
    assert EntryId("9") not in {e.id for e in all_entries(found)}
