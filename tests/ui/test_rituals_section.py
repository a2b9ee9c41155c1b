"""Rituals and term times on the Family page: edited, stopped, deleted and kept by real clicks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from planner.model import Term
from planner.rituals import next_occurrence, with_ritual
from planner.week import change, entries_between
from tests.builders import ritual
from tests.ui.conftest import MONDAY, NOW
from ui.text import common

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
STORY = ritual("_ Fri 19:00-19:20 Story (leo, sara)", "FREQ=WEEKLY;BYDAY=FR", monday=MONDAY)
OLD = ritual("_ Mon 07:00-07:05 Hug (maya)", "FREQ=DAILY;COUNT=2", monday=MONDAY, ritual_id="901")


@pytest.fixture
def window(open_at, family):
    made = open_at(with_ritual(with_ritual(family, STORY), OLD))
    made.show_page("family")
    QApplication.processEvents()
    return made


@pytest.fixture
def section(window):
    return window._opened["family"].widget.rituals


@pytest.fixture
def click(qtbot, window, section):
    def clicked(button) -> None:
        window._opened["family"].widget.pane.ensureWidgetVisible(button)
        QApplication.processEvents()
        qtbot.mouseClick(button, LEFT)
        QApplication.processEvents()

    return clicked


def words(line) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel)]


def test_what_comes_next_stands_first_and_what_has_ended_last(window, section):
    tea = ritual("_ Thu 16:00-16:30 Tea (leo)", "FREQ=DAILY", monday=MONDAY, ritual_id="999")
    early = ritual("_ Thu 07:00-07:05 Wake (leo)", "FREQ=DAILY", monday=MONDAY, ritual_id="902")
    household = with_ritual(with_ritual(window.session.household, tea), early)
    section.show_household(household, NOW.date())
    assert [words(line)[0].split(" ")[0] for line in section.lines] == [
        "Wake", "Tea", "Story", "Hug",
    ]  # fmt: skip


def test_each_ritual_says_when_it_comes_and_when_next(section):
    story, hug = section.lines
    assert words(story) == ["Story · Leo with Mum", "Every Friday.", "Next: Fri 27 Nov, 19:00"]
    assert words(hug) == ["Hug · Maya", "Every day, twice.", "It has ended."]
    assert story.stop.accessibleName() == "Stop, Story"
    assert (story.edit.isVisible(), hug.edit.isVisible(), hug.stop.isVisible()) == (
        True,
        False,
        False,
    )


def test_stopping_is_one_step_and_can_be_taken_back(window, section, click):
    click(section.lines[0].stop)
    household = window.session.household
    assert [r.id for r in household.rituals] == ["901"]
    assert window.toast.words == "“Story” stopped."
    window.undo()
    assert len(window.session.household.rituals) == 2


def test_deleting_is_one_step_back(window, section, click):
    click(section.lines[1].delete)
    assert [line.edit.accessibleName() for line in section.lines] == ["Edit, Story"]
    window.undo()
    assert len(section.lines) == 2


def test_edit_opens_the_next_time_in_its_form(window, section, click):
    click(section.lines[0].edit)
    assert window.page == "week"
    assert window.week.form.isVisible()
    assert window.week.form.title.text() == "Story"


def test_a_term_is_added_changed_and_removed(qtbot, window, section, click):
    click(section.add_term)
    assert window.session.household.terms == (Term(first=NOW.date(), last=date(2027, 2, 17)),)
    line = section.terms[0]
    line.last.setDate(common.qdate(date(2026, 12, 18)))
    qtbot.keyClick(line.last, KEY.Key_Return)
    assert window.session.household.terms == (Term(first=NOW.date(), last=date(2026, 12, 18)),)
    assert section.terms[0] is line
    click(line.remove)
    assert window.session.household.terms == ()
    assert section.terms == []
    window.undo()
    assert section.terms[0].last.day() == date(2026, 12, 18)


def test_a_term_that_ends_before_it_begins_is_said_and_not_kept(qtbot, window, section, click):
    click(section.add_term)
    kept = window.session.household.terms
    line = section.terms[0]
    line.last.setDate(common.qdate(date(2026, 1, 1)))
    qtbot.keyClick(line.last, KEY.Key_Return)
    assert line.hint.isVisible()
    assert window.session.household.terms == kept


def test_what_is_done_already_is_not_the_next_time(window):
    household = window.session.household
    (friday,) = (e for e in entries_between(household, MONDAY) if e.title == "Story")
    done = change(household, friday, outcome="done")
    assert next_occurrence(done, STORY, NOW.date()).day == date(2026, 12, 4)
    moved = change(household, friday, day=date(2026, 11, 28))
    assert next_occurrence(moved, STORY, NOW.date()).day == date(2026, 11, 28)
