"""A person is taken out of the family: asked what becomes of their activities, and both can come back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.week import add, entries_between
from tests.ui.conftest import LEO, MAYA, NOW, SARA
from ui import person_removal
from ui.question import Question
from ui.text import removing as text

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def household(family, entry):
    alone = [entry(n, n, "10:00", people=(LEO,)) for n in (1, 2)]
    return add(family, *alone, entry(3, 3, "17:00", people=(LEO, SARA)))


@pytest.fixture
def window(open_at, household):
    made = open_at(household)
    made.show_page("family")
    QApplication.processEvents()
    return made


@pytest.fixture
def page(window):
    return window.pages.currentWidget()


@pytest.fixture
def remove(qtbot, window, page):
    """Press the cross beside this person; the question that is asked, or None."""

    def pressed(person) -> Question | None:
        qtbot.mouseClick(page.people.rows[person].remove, LEFT)
        QApplication.processEvents()
        return next((q for q in window.findChildren(Question) if q.isVisible()), None)

    return pressed


def crowds(window) -> list[tuple[str, ...]]:
    return [e.people for e in entries_between(window.session.household, window.first)]


def test_it_is_asked_and_enter_loses_nothing(qtbot, window, remove):
    question = remove(LEO)
    assert question.windowTitle() == "What becomes of Leo’s activities?"
    assert list(question.buttons) == ["keep", "to maya", "to sara", "to jonas", "go"]
    assert question.focusWidget() is question.buttons["keep"]
    qtbot.keyClick(question, KEY.Key_Return)
    assert crowds(window) == [(), (), (SARA,)]
    assert window.toast.words == "Leo removed. Their activities go on."


def test_esc_changes_nothing(qtbot, window, page, remove):
    before = window.session.household
    qtbot.keyClick(remove(LEO), KEY.Key_Escape)
    assert window.session.household is before
    assert LEO in page.people.rows
    assert not page.removed.isVisible()


def test_somebody_else_can_have_them(qtbot, window, remove):
    qtbot.mouseClick(remove(LEO).buttons["to sara"], LEFT)
    assert crowds(window) == [(SARA,), (SARA,), (SARA,)]
    assert window.toast.words == "Leo removed. Mum has their activities now."


def test_those_that_were_theirs_alone_can_go_too(qtbot, window, remove, household):
    qtbot.mouseClick(remove(LEO).buttons["go"], LEFT)
    assert crowds(window) == [(SARA,)]
    assert window.toast.words == (
        "Leo removed. 2 activities that were theirs alone went along. One goes on without them."
    )
    window.undo()
    assert window.session.household == household


def test_without_activities_nothing_is_asked(window, remove):
    assert remove(MAYA) is None
    assert [p.id for p in window.session.household.people] == [LEO, SARA, "jonas"]
    assert window.toast.words == "Maya removed."


def test_only_shared_ones_cannot_go(remove):
    assert list(remove(SARA).buttons) == ["keep", "to leo", "to maya", "to jonas"]


def test_keys_reach_every_answer(qtbot, window, remove):
    question = remove(LEO)
    for _ in range(4):
        qtbot.keyClick(question.focusWidget(), KEY.Key_Down)
    qtbot.keyClick(question.focusWidget(), KEY.Key_Return)
    assert crowds(window) == [(SARA,)]


def test_after_a_restart_both_come_back(qtbot, window, remove, open_at, household):
    qtbot.mouseClick(remove(LEO).buttons["go"], LEFT)
    window.close()
    window.store.close()
    again = open_at(household=window.session.household)
    assert again.session.undoable is None
    again.show_page("family")
    QApplication.processEvents()
    (line,) = again.pages.currentWidget().removed.lines
    assert line.back.accessibleName() == "Bring back, Leo"
    qtbot.mouseClick(line.back, LEFT)
    assert crowds(again) == [(LEO,), (LEO,), (LEO, SARA)]
    assert again.session.household.people == household.people
    assert again.toast.words == "Leo brought back."
    assert not again.pages.currentWidget().removed.isVisible()
    assert again.focusWidget() is again.pages.currentWidget().people.rows[LEO].name


def test_who_was_removed_lately_is_named_with_what_went_along(qtbot, page, remove):
    qtbot.mouseClick(remove(LEO).buttons["go"], LEFT)
    (line,) = page.removed.lines
    assert [w.text() for w in line.findChildren(type(page.people.hint))] == [
        "Leo",
        "Removed Wed 25 Nov, with 2 activities. Kept until Fri 25 Dec.",
    ]


def test_it_can_be_deleted_for_good(qtbot, window, page, remove):
    qtbot.mouseClick(remove(LEO).buttons["go"], LEFT)
    qtbot.mouseClick(page.removed.lines[0].forget, LEFT)
    assert window.session.household.removed == ()
    assert window.toast.words == "Leo deleted for good."


def test_after_a_month_it_is_let_go(qtbot, window, remove):
    qtbot.mouseClick(remove(LEO).buttons["go"], LEFT)
    person_removal.tidy(window, NOW.date() + timedelta(days=30))
    assert len(window.session.household.removed) == 1
    person_removal.tidy(window, NOW.date() + timedelta(days=31))
    assert window.session.household.removed == ()


@pytest.mark.parametrize(
    ("alone", "shared", "said"),
    [
        (0, 0, "Leo removed."),
        (1, 0, "Leo removed. One that was theirs alone too."),
        (0, 4, "Leo removed. 4 go on without them."),
    ],
)
def test_only_what_there_was_is_said(alone, shared, said):
    assert text.removed("Leo", alone, shared) == said
