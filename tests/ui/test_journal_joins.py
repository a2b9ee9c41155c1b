"""The journal in the window: keeping a moment, who may read it, editing, deleting and leaving."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner import reach_actions
from planner.model import ReachId, Reflection
from planner.reaches import Reach
from tests.ui.conftest import JONAS, LEO, NOW, SARA
from ui.journal_joins import ask_moment
from ui.print_dialog import PrintDialog
from ui.text import readers

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
REACH = Reach(id=ReachId("201"), child=LEO, at=NOW, shape=("body",), line="Before football.")


@pytest.fixture
def journal(window):
    """The journal with one reach, as Mum sees it."""
    window.preferences = window.preferences._replace(me=SARA)
    window.do(reach_actions.keep_reach(REACH))
    window.show_page("journal")
    return window._opened["journal"].widget


def test_a_moment_is_kept_by_hand_and_stands_on_top(window, journal, qtbot):
    sheet = ask_moment(window)
    qtbot.mouseClick(sheet.people[LEO], LEFT)
    qtbot.keyClicks(sheet.line, "The snail had eyes.")
    qtbot.mouseClick(sheet.feelings[LEO].row.chips[0], LEFT)
    qtbot.mouseClick(sheet.keep, LEFT)
    entry = journal.cards[0].entry
    assert entry.title == "A moment with Leo"
    assert entry.reflection.line == "The snail had eyes."
    assert entry.reflection.feelings[LEO]
    assert (entry.reflection.by, entry.reflection.readers) == (SARA, "grown-ups")
    assert sheet.isHidden()


def test_only_me_hides_it_from_the_other_grown_up_and_can_be_taken_back(window, journal, qtbot):
    sheet = ask_moment(window)
    qtbot.keyClicks(sheet.line, "Mine.")
    qtbot.mouseClick(sheet.readers.chips["me"], LEFT)
    qtbot.mouseClick(sheet.keep, LEFT)
    assert len(journal.cards) == 2
    journal.show_household(window.session.household, NOW.date(), JONAS)
    assert len(journal.cards) == 1
    journal.show_household(window.session.household, NOW.date(), SARA)
    sheet = ask_moment(window, journal.cards[0].entry)
    qtbot.mouseClick(sheet.readers.chips["grown-ups"], LEFT)
    qtbot.mouseClick(sheet.keep, LEFT)
    journal.show_household(window.session.household, NOW.date(), JONAS)
    assert len(journal.cards) == 2


def test_a_reach_is_opened_with_its_sheet_deleted_and_brought_back(window, journal, qtbot):
    assert "Before football." in journal.cards[0].accessibleName()
    assert journal.cards[0].week.isHidden()
    qtbot.mouseClick(journal.cards[0].delete, LEFT)
    assert window.session.household.reaches == ()
    assert journal.cards == []
    window.undo()
    assert window.session.household.reaches == (REACH,)


def test_the_reflect_sheet_asks_who_may_read_it(window, qtbot):
    window.preferences = window.preferences._replace(me=SARA)
    walk = window.week.week_entries[0]
    window.reflect(walk)
    qtbot.keyClicks(window._sheet.form.line, "Ten lampposts.")
    assert window._sheet.form.readers.readers == "grown-ups"
    qtbot.mouseClick(window._sheet.form.readers.chips["me"], LEFT)
    qtbot.mouseClick(window._sheet.save, LEFT)
    assert window.held(walk).reflection.readers == "me"


def test_words_somebody_keeps_for_themself_are_not_opened_for_the_other(window):
    window.preferences = window.preferences._replace(me=JONAS)
    walk = window.week.week_entries[0]
    words = Reflection(written=NOW, line="Mine.", by=SARA, readers="me")
    window.change(walk, replace(walk, outcome="done", reflection=words))
    window.reflect(walk)
    assert window._sheet.isHidden()
    assert window.toast._words.text() == readers.KEPT_BY_OTHER


def test_esc_twice_shows_an_empty_week_and_the_title_names_no_page(window, journal, qtbot):
    assert window.windowTitle() == "Kinweek"
    journal.cards[0].setFocus()
    qtbot.keyClick(journal.cards[0], KEY.Key_Escape)
    QApplication.processEvents()
    qtbot.keyClick(window.focusWidget(), KEY.Key_Escape)
    assert window.page == "week"
    assert not window.week.week_entries


def test_looking_back_prints_in_the_print_window(window, qtbot):
    window.show_page("look-back")
    qtbot.mouseClick(window._opened["look-back"].widget.print, LEFT)
    dialog = window.findChild(PrintDialog)
    assert dialog.choices().layout == "look-back"
    assert not dialog.choices().landscape
    dialog.reject()
