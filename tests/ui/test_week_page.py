"""The week's page: what stands beside what, and when which panel is open."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from planner.model import Household
from planner.week import add
from ui import theme
from ui.text import week as text

LEFT = Qt.MouseButton.LeftButton


def words(widget):
    return [part.text() for part in widget.findChildren(QLabel) if part.isVisible()]


def test_the_panel_shows_the_card_that_is_clicked(page, hand):
    hand.click(hand.on(1))
    assert page.side.currentWidget() is page.panel
    assert "Worry walk" in words(page.panel)
    assert "“Shall we walk?”" in words(page.panel)


def test_the_panel_says_what_it_is_for_while_nothing_is_chosen(page, hand):
    hand.click(hand.on(1))
    hand.click(hand.at(0, "17:00"))
    assert text.NOTHING_CHOSEN in words(page.panel)


def test_an_empty_week_is_fine(page, family, grid):
    page.show_week(family, page.first, grid.now)
    assert text.EMPTY_WEEK in words(page.panel)


def test_the_family_hours_are_in_view_at_first_and_not_midnight(page, grid):
    top = page.area.verticalScrollBar().value()
    assert grid.scale.minute_at(top) == pytest.approx(6.5 * 60, abs=2)


def test_turning_the_week_neither_scrolls_nor_keeps_the_choice(page, hand, grid):
    hand.click(hand.on(1))
    page.area.verticalScrollBar().setValue(300)
    page.show_week(page.household, page.first + timedelta(days=7), grid.now)
    assert page.area.verticalScrollBar().value() == 300
    assert page.chosen is None


def test_double_click_opens_the_form_with_the_time_and_the_whole_family(qtbot, page, hand, grid):
    qtbot.mouseDClick(grid, LEFT, pos=hand.at(5, "10:10"))
    assert page.side.currentWidget() is page.form
    draft = page.form.value()
    assert (draft.day.weekday(), draft.start, draft.minutes) == (5, 600, 30)
    assert draft.people == ("leo", "maya", "sara", "jonas")
    assert page.form.title.hasFocus()


def test_what_is_written_shows_on_the_week_while_it_is_written(qtbot, page, hand, grid):
    qtbot.mouseDClick(grid, LEFT, pos=hand.at(5, "10:10"))
    qtbot.keyClicks(page.form.title, "Kite")
    assert grid.ghost.isVisible()
    assert grid.ghost.entry.title == "Kite"


def test_escape_leaves_no_trace_of_what_was_typed(qtbot, page, hand, grid):
    qtbot.mouseDClick(grid, LEFT, pos=hand.at(5, "10:10"))
    qtbot.keyClicks(page.form.title, "Kite")
    with qtbot.assertNotEmitted(page.entry_added):
        qtbot.keyClick(page.form.title, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.panel
    assert not grid.ghost.isVisible()
    qtbot.mouseDClick(grid, LEFT, pos=hand.at(5, "10:10"))
    assert page.form.title.text() == ""


def test_enter_saves_what_was_typed(qtbot, page, hand, grid):
    qtbot.mouseDClick(grid, LEFT, pos=hand.at(5, "10:10"))
    qtbot.keyClicks(page.form.title, "Kite")
    with qtbot.waitSignal(page.entry_added) as heard:
        qtbot.keyClick(page.form.title, Qt.Key.Key_Return)
    (added,) = heard.args
    assert (added.title, added.start) == ("Kite", 600)


def test_an_opened_card_is_changed_and_not_added(qtbot, page, hand, grid):
    qtbot.mouseDClick(grid, LEFT, pos=hand.on(1))
    before = page.chosen
    qtbot.keyClicks(page.form.title, "Worry run")
    with (
        qtbot.assertNotEmitted(page.entry_added),
        qtbot.waitSignal(page.entry_changed) as heard,
    ):
        qtbot.keyClick(page.form.title, Qt.Key.Key_Return)
    assert heard.args[0] == before
    assert heard.args[1].title == "Worry run"


def test_choosing_another_card_leaves_the_form(qtbot, page, hand, grid):
    qtbot.mouseDClick(grid, LEFT, pos=hand.on(1))
    hand.click(hand.on(2))
    assert page.side.currentWidget() is page.panel
    assert "Story catch" in words(page.panel)


def test_suggestions_count_in_the_balance_and_leave_without_a_trace(page, grid, entry):
    before = page.balance.accessibleName()
    page.show_suggestions((entry(9, 5, "10:00", 60, pathway="stay-close"),))
    assert "Stay close: 60 of 60 minutes" in page.balance.accessibleName()
    page.show_suggestions(())
    assert page.balance.accessibleName() == before
    assert grid.card_of("9") is None


def test_ctrl_and_the_wheel_make_the_hours_taller_where_the_pointer_is(page, grid):
    area = page.area
    at = QPointF(400, 300)
    before = grid.scale.minute_at(area.verticalScrollBar().value() + at.y())
    turn = QWheelEvent(
        at,
        area.viewport().mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), turn)
    QApplication.processEvents()
    after = grid.scale.minute_at(area.verticalScrollBar().value() + at.y())
    assert grid.zoom > 1
    assert after == pytest.approx(before, abs=3)


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_the_middle_of_the_view_stays_when_it_is_zoomed_by_key(qtbot, window, key):
    grid, area = window.week.grid, window.week.area
    grid.set_zoom(1.5)
    area.verticalScrollBar().setValue(400)

    def middle():
        return grid.scale.minute_at(area.verticalScrollBar().value() + area.height() / 2)

    before, zoom = middle(), grid.zoom
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert grid.zoom == pytest.approx({0x30: 1.0, 0x2B: zoom * 1.1, 0x2D: zoom / 1.1}[key.value])
    assert middle() == pytest.approx(before, abs=2)


def test_a_narrow_page_keeps_room_for_the_week(page, grid):
    page.resize(900, 640)
    QApplication.processEvents()
    assert page.side.width() < 0.36 * page.width()
    assert grid.scale.column > 60


def test_a_dark_evening_shows_the_same_week(page, grid, hand):
    hand.click(hand.on(1))
    before = words(page.panel)
    page.set_theme(theme.dark())
    assert grid.theme == theme.dark()
    assert words(page.panel) == before


def test_the_day_names_stand_over_their_columns(page, grid):
    names = page.names
    assert names.gutter == grid.scale.gutter
    column = (names.width() - names.right_margin - names.gutter) / 7
    assert column == pytest.approx(grid.scale.column, abs=1)


def test_a_household_without_people_can_be_shown(page, grid):
    page.show_week(add(Household()), page.first, grid.now)
    assert grid.cards() == ()
