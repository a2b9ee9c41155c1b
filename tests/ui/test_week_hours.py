import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from planner.preferences import Preferences
from planner.week import add
from ui.habits import take_habits
from ui.preferring import prefer
from ui.week_hours import take_preferences

from .conftest import LEFT, MONDAY, NONE, NOW, Hand

SHOWN = (7, 21)


@pytest.fixture
def shown(qtbot, page):
    """The week from seven to nine in the evening."""
    take_preferences(page.grid, Preferences(hours=SHOWN, entry_minutes=45))
    page.show_week(page.household, MONDAY, NOW)
    QApplication.processEvents()
    yield page
    take_habits(Preferences())


def test_the_day_begins_and_ends_where_it_was_chosen(shown):
    grid = shown.grid
    assert grid.hours == SHOWN
    assert grid.scale.y(7 * 60) == 0
    assert grid.height() == pytest.approx(grid.scale.y(21 * 60), abs=1)
    assert grid.scale.minute_at(0) == 7 * 60


def test_cards_and_clicks_meet_at_the_same_time_of_day(qtbot, shown):
    hand = Hand(qtbot, shown.grid)
    assert shown.grid.card_of("1").y() == pytest.approx(shown.grid.scale.y(17 * 60), abs=2)
    with qtbot.waitSignal(shown.grid.slot_drawn) as drawn:
        qtbot.mouseDClick(shown.grid, LEFT, NONE, hand.at(0, "15:10"))
    assert drawn.args[1:] == [15 * 60, 45]


def test_free_time_that_is_chosen_has_the_length_that_was_chosen(qtbot, shown):
    hand = Hand(qtbot, shown.grid)
    hand.click(hand.at(5, "15:10"))
    assert shown.grid.slot.minutes == 45
    qtbot.keyClick(shown.grid, Qt.Key.Key_Down)
    assert shown.grid.slot.minutes == 45


def test_the_first_hour_shown_is_read_in_full(shown):
    gutter = shown.grid.grab(QRect(0, 0, int(shown.grid.scale.gutter) - 2, 30)).toImage()
    ground = gutter.pixelColor(1, 25)
    inked = {
        y
        for y in range(gutter.height())
        for x in range(2, gutter.width())
        if gutter.pixelColor(x, y).lightness() < ground.lightness() - 60
    }
    assert min(inked) > 0
    assert max(inked) - min(inked) >= 6


def test_a_drag_still_moves_by_the_hours_it_was_drawn_over(qtbot, shown):
    hand = Hand(qtbot, shown.grid)
    with qtbot.waitSignal(shown.grid.entry_moved) as moved:
        hand.drag(hand.on(1), hand.at(1, "19:15"))
    assert moved.args[1] == MONDAY.replace(day=24)
    assert moved.args[2] == 19 * 60


@pytest.mark.parametrize(
    ("start", "minutes", "hours"),
    [("5:40", 30, (5, 21)), ("20:45", 30, (7, 22)), ("23:30", 60, (0, 24))],
)
def test_what_lies_outside_makes_the_week_longer_until_it_is_gone(
    shown, entry, start, minutes, hours
):
    before = shown.household
    shown.show_week(add(before, entry(9, 1, start, minutes)), MONDAY, NOW)
    assert shown.grid.hours == hours
    shown.show_week(before, MONDAY, NOW)
    assert shown.grid.hours == SHOWN


def test_what_was_in_sight_stays_in_sight_when_an_earlier_hour_appears(shown, entry):
    shown.grid.set_zoom(2)
    QApplication.processEvents()
    bar = shown.area.verticalScrollBar()
    bar.setValue(200)
    top = shown.grid.scale.minute_at(bar.value())
    shown.show_week(add(shown.household, entry(9, 1, "5:00")), MONDAY, NOW)
    QApplication.processEvents()
    assert shown.grid.scale.minute_at(bar.value()) == pytest.approx(top, abs=2)


def test_free_time_chosen_by_keyboard_beyond_the_hours_comes_into_sight(qtbot, shown):
    grid = shown.grid
    hand = Hand(qtbot, grid)
    hand.click(hand.at(0, "7:10"))
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert grid.slot.start == 6 * 60 + 30
    assert grid.hours[0] == 6


def test_chosen_hours_and_lengths_hold_in_the_window_at_once(qtbot, open_at, family):
    window = open_at(family)
    prefer(window, hours=(6, 22), entry_minutes=20)
    assert window.week.grid.hours == (6, 22)
    hand = Hand(qtbot, window.week.grid)
    qtbot.mouseDClick(window.week.grid, LEFT, NONE, hand.at(5, "12:00"))
    assert window.week.form.value().minutes == 20
    window.week.stop_editing()
    take_habits(Preferences())
