"""From the week to paper and back: what is saved or printed is remembered, and bears a code for it."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from planner import actions
from planner.preferences import load_preferences
from planner.week import entries_between
from ui.print_dialog import PrintDialog
from ui.text import printing as text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(window, qtbot, tmp_path):
    window.week.header.print_requested.emit()
    made = window.findChild(PrintDialog)
    made._ask_path = lambda _parent, name: tmp_path / name
    yield made
    made.close()


def press(qtbot, dialog, label):
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def codes(window) -> list[str]:
    return [sheet.code for sheet in window.session.household.printed]


def test_a_saved_page_bears_a_code_and_is_remembered_by_it(window, dialog, qtbot, tmp_path):
    press(qtbot, dialog, text.SAVE)

    (code,) = codes(window)
    (path,) = tmp_path.glob("*.pdf")
    assert code in PdfReader(path).pages[0].extract_text()
    rows = window.session.household.printed[0].rows
    assert [row.title for row in rows] == ["Worry walk", "Story catch"]


def test_that_a_page_was_printed_is_nothing_to_undo(window, dialog, qtbot):
    before = window.session.undoable
    press(qtbot, dialog, text.SAVE)

    assert window.session.undoable == before


def test_printing_the_same_twice_is_one_sheet_and_something_else_another(window, dialog, qtbot):
    press(qtbot, dialog, text.SAVE)
    press(qtbot, dialog, text.SAVE)
    assert len(codes(window)) == 1
    (walk, _) = entries_between(window.session.household, window.first)
    window.do(actions.change_entry(walk, replace(walk, outcome="done")))
    dialog.show_household(window.session.household)
    press(qtbot, dialog, text.LEFT_OUT)
    press(qtbot, dialog, text.SAVE)

    first, second = codes(window)
    assert first != second


def test_the_way_back_from_the_fridge_starts_in_the_print_window(window, dialog, qtbot):
    press(qtbot, dialog, text.FROM_THE_FRIDGE)
    QApplication.processEvents()

    assert window.page == "fridge"
    assert not dialog.isVisible()


def test_what_was_chosen_comes_back_after_a_restart(window, dialog, qtbot):
    press(qtbot, dialog, text.PAPER_NAMES["A5"])
    press(qtbot, dialog, text.CLOSE)

    kept = load_preferences(window.store.database.folder)[0].printing
    assert kept["fridge"]["paper"] == "A5"
    window.week.header.print_requested.emit()
    again = window.findChildren(PrintDialog)[-1]
    assert again.choices().paper == "A5"


@pytest.mark.parametrize("page", ["week", "activities", "look-back"])
def test_the_usual_key_for_printing_opens_the_print_window(window, qtbot, page):
    window.join_late()
    window.show_page(page)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(PrintDialog)
    assert dialog.isVisible()
    dialog.close()


def test_where_nothing_can_be_printed_the_key_does_nothing(window, qtbot):
    window.join_late()
    window.show_page("settings")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.findChild(PrintDialog) is None
