from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from planner.actions import remove_entry
from planner.week import add, entries_between
from planner.whole_days import with_days
from ui import theme
from ui.around_week import open_month, shown_day
from ui.month_grid import MonthGrid
from ui.month_page import MonthPage

from .conftest import LEFT, MONDAY, NONE, NOW, SARA

FRIDAY = MONDAY + timedelta(days=4)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def month(qtbot, british, family, entry) -> MonthPage:
    """The month with a walk on Wednesday and six things on Friday."""
    made = MonthPage(theme.light())
    qtbot.addWidget(made)
    made.resize(1100, 800)
    household = add(family, entry(1, 2, "17:00", title="Worry walk"))
    for n in range(2, 8):
        household = add(household, entry(n, 4, f"1{n}:00", title=f"Story {n}"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_household(household, NOW)
    QApplication.processEvents()
    return made


@pytest.fixture
def grid(month) -> MonthGrid:
    return month.grid


def middle(grid: MonthGrid, day: date) -> QPoint:
    """A free place low in the day's box."""
    box = grid.box_of(day)
    return box.geometry().center() + QPoint(0, box.height() // 2 - 8)


def on(grid: MonthGrid, number: int) -> QPoint:
    """The middle of this entry's line."""
    line = next(
        x for b in grid.boxes for x in b.lines if x.isVisible() and x.entry.id == str(number)
    )
    return line.mapTo(grid, line.rect().center())


def drag(grid: MonthGrid, start: QPoint, end: QPoint, keys=NONE, qtbot=None) -> None:
    qtbot.mousePress(grid, LEFT, NONE, start)
    for at in (start + (end - start) / 2, end):
        moved = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), grid.mapToGlobal(QPointF(at)),
            Qt.MouseButton.NoButton, LEFT, keys,
        )  # fmt: skip
        QApplication.sendEvent(grid, moved)
    qtbot.mouseRelease(grid, LEFT, keys, end)


def test_a_trip_stands_on_each_of_its_days(month, grid, family, entry):
    trip = with_days(entry(9, 5, "09:00", title="Trip"), MONDAY - timedelta(days=1), 3)
    month.show_household(add(family, trip), NOW)
    on_days = [b.day - MONDAY for b in grid.boxes if [e.title for e in b.entries] == ["Trip"]]
    assert on_days == [timedelta(n) for n in (-1, 0, 1)]
    assert grid.box_of(MONDAY).lines[0]._time(900, grid.fontMetrics()) == ""


def test_an_entry_stands_on_its_day_and_says_all_of_itself(grid):
    box = grid.box_of(MONDAY + timedelta(days=2))
    assert (
        box.lines[0]
        .accessibleName()
        .startswith("Wednesday 25 November, 17:00 to 17:30, Worry walk, Leo with Mum")
    )
    assert box.accessibleName() == "Today, Wednesday 25 November 2026, 1 entry"


def test_what_does_not_fit_is_counted(grid):
    box = grid.box_of(FRIDAY)
    shown = [x for x in box.lines if x.isVisible()]
    assert 0 < len(shown) < 6
    assert box.hidden == 6 - len(shown)
    assert all(x.geometry().bottom() <= box.height() - 10 for x in shown)


def test_more_opens_all_of_that_day_and_one_of_them_can_be_picked(qtbot, month, grid):
    box = grid.box_of(FRIDAY)
    qtbot.mouseClick(grid, LEFT, NONE, box.geometry().bottomLeft() + QPoint(20, -8))
    menu = month.findChild(QMenu)
    assert len(menu.actions()) == 6
    with qtbot.waitSignal(grid.entry_opened) as opened:
        menu.actions()[5].trigger()
    assert opened.args[0].title == "Story 7"
    menu.close()


def test_a_double_click_on_a_free_place_asks_for_something_new_there(qtbot, grid):
    with qtbot.waitSignal(grid.slot_drawn) as drawn:
        qtbot.mouseDClick(grid, LEFT, NONE, middle(grid, MONDAY))
    assert drawn.args == [MONDAY]


def test_a_double_click_on_an_entry_opens_it(qtbot, grid):
    with qtbot.waitSignal(grid.entry_opened) as opened:
        qtbot.mouseDClick(grid, LEFT, NONE, on(grid, 1))
    assert opened.args[0].title == "Worry walk"


def test_a_drag_moves_an_entry_to_the_day_it_is_let_go_on(qtbot, grid):
    with qtbot.waitSignal(grid.entry_moved) as moved:
        drag(grid, on(grid, 1), middle(grid, MONDAY), qtbot=qtbot)
    assert (moved.args[0].title, moved.args[1]) == ("Worry walk", MONDAY)
    assert grid.ghost.isHidden()


def test_a_drag_with_control_copies(qtbot, grid):
    with qtbot.waitSignal(grid.entry_copied), qtbot.assertNotEmitted(grid.entry_moved):
        drag(grid, on(grid, 1), middle(grid, MONDAY), CONTROL, qtbot=qtbot)


@pytest.mark.parametrize("end", [QPoint(-40, -40), None])
def test_letting_go_outside_or_where_it_was_moves_nothing(qtbot, grid, end):
    with qtbot.assertNotEmitted(grid.entry_moved):
        drag(grid, on(grid, 1), end or middle(grid, NOW.date()), qtbot=qtbot)


def test_escape_in_a_drag_moves_nothing(qtbot, grid):
    start, end = on(grid, 1), middle(grid, MONDAY)
    qtbot.mousePress(grid, LEFT, NONE, start)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), grid.mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton, LEFT, NONE,
    )  # fmt: skip
    QApplication.sendEvent(grid, moved)
    assert grid.box_of(MONDAY).target
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(grid.entry_moved):
        qtbot.mouseRelease(grid, LEFT, NONE, end)
    assert not grid.box_of(MONDAY).target


def held(qtbot, grid, start: QPoint, end: QPoint) -> None:
    """Taken at `start` and carried to `end`, not yet let go."""
    qtbot.mousePress(grid, LEFT, NONE, start)
    carried(grid, end)


def carried(grid, end: QPoint) -> None:
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), grid.mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton, LEFT, NONE,
    )  # fmt: skip
    QApplication.sendEvent(grid, moved)


def test_another_button_in_a_drag_moves_nothing(qtbot, grid):
    end = middle(grid, MONDAY)
    held(qtbot, grid, on(grid, 1), end)
    with qtbot.assertNotEmitted(grid.entry_moved):
        qtbot.mouseClick(grid, Qt.MouseButton.RightButton, NONE, end)
        qtbot.mouseRelease(grid, LEFT, NONE, end)
    assert grid.ghost.isHidden()


def test_while_it_is_carried_it_says_who_is_busy_then(qtbot, grid, month, family, entry):
    other = entry(8, 3, "17:15", title="Dentist")
    month.show_household(add(family, entry(1, 2, "17:00"), other), NOW)
    held(qtbot, grid, on(grid, 1), middle(grid, MONDAY + timedelta(days=3)))
    assert grid.note.text() == "Leo with Mum\nLeo and Mum have Dentist then"
    assert grid.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    carried(grid, middle(grid, MONDAY))
    assert grid.note.isHidden()
    grid.cancel_drag()


def test_resting_on_next_the_month_turns_and_it_is_let_go_there(qtbot, grid, month):
    held(qtbot, grid, on(grid, 1), middle(grid, MONDAY))
    button = month.next
    carried(grid, grid.mapFromGlobal(button.mapToGlobal(button.rect().center())))
    qtbot.waitUntil(lambda: month.title.text() == "December 2026")
    there = date(2026, 12, 16)
    carried(grid, middle(grid, there))
    with qtbot.waitSignal(grid.entry_moved) as moved:
        qtbot.mouseRelease(grid, LEFT, NONE, middle(grid, there))
    assert moved.args[1] == there


def test_esc_after_that_shows_the_month_it_began_in(qtbot, grid, month):
    held(qtbot, grid, on(grid, 1), middle(grid, MONDAY))
    month.choose(date(2026, 12, 16))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert month.title.text() == "November 2026"
    assert QApplication.focusWidget().entry.title == "Worry walk"


def test_a_month_changed_from_elsewhere_takes_the_line_out_of_the_hand(qtbot, window):
    open_month(window, MONDAY)
    grid = window.pages.currentWidget().grid
    (walk, *_) = entries_between(window.session.household, MONDAY)
    held(qtbot, grid, on(grid, 1), middle(grid, MONDAY))
    window.do(remove_entry(walk))
    assert grid.ghost.isHidden()
    with qtbot.assertNotEmitted(grid.entry_moved):
        qtbot.mouseRelease(grid, LEFT, NONE, middle(grid, MONDAY))


def test_what_was_moved_has_the_keys_and_delete_means_it(qtbot, window):
    open_month(window, MONDAY)
    grid = window.pages.currentWidget().grid
    drag(grid, on(grid, 1), middle(grid, MONDAY), qtbot=qtbot)
    assert QApplication.focusWidget().entry.day == MONDAY
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    titles = [e.title for e in entries_between(window.session.household, MONDAY)]
    assert titles == ["Story catch"]
    window.undo()
    assert grid.isAncestorOf(QApplication.focusWidget())


def test_arrows_go_from_day_to_day_and_into_other_months(qtbot, month, grid):
    grid.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert month.chosen == date(2026, 12, 2)
    assert month.title.text() == "December 2026"
    assert QApplication.focusWidget().day == date(2026, 12, 2)


def test_enter_opens_the_week_of_the_day(qtbot, month, grid):
    grid.take_focus()
    with qtbot.waitSignal(month.week_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [NOW.date()]


def test_tab_reaches_the_entries_of_the_chosen_day_and_control_arrows_move_them(qtbot, grid):
    grid.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(grid.entry_moved) as moved:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, CONTROL)
    assert moved.args[1] == NOW.date() + timedelta(days=1)


def test_the_days_begin_with_the_first_weekday_and_monday_weeks_have_numbers(grid):
    assert grid.boxes[0].day == date(2026, 10, 26)
    assert grid.gutter > 0


def test_from_the_week_to_the_month_and_back(qtbot, window):
    window.join_late()
    qtbot.keyClick(window, Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    page = window.pages.currentWidget()
    assert page.chosen == NOW.date() == shown_day(window)
    assert window.sidebar.buttons["week"].isChecked()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_PageDown)
    assert page.chosen == date(2026, 12, 25)
    qtbot.mouseClick(page.back, LEFT)
    assert window.page == "week"
    assert window.first == date(2026, 12, 21)


def test_an_entry_moved_on_the_month_is_moved_on_disk_and_comes_back(qtbot, window):
    open_month(window, NOW.date())
    grid = window.pages.currentWidget().grid
    QApplication.processEvents()
    drag(grid, on(grid, 1), middle(grid, date(2026, 11, 30)), qtbot=qtbot)
    found = entries_between(window.session.household, date(2026, 11, 30), 1)
    assert [(e.title, e.start) for e in found] == [("Worry walk", 17 * 60)]
    window.undo()
    assert not entries_between(window.session.household, date(2026, 11, 30), 1)
    assert window.page == "month"


def test_something_new_begins_on_the_week_of_that_day(qtbot, window):
    open_month(window, date(2026, 12, 9))
    grid = window.pages.currentWidget().grid
    QApplication.processEvents()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Insert)
    assert grid is not None
    assert window.page == "week"
    assert window.week.form.value().day == date(2026, 12, 9)


@pytest.mark.parametrize("more", [{"only_for": SARA}, {"ritual": "5", "original": MONDAY}])
def test_what_is_for_one_alone_or_repeats_has_its_sign(month, grid, family, entry, more):
    title = "Worry walk"
    pictures = []
    for extra in ({}, more):
        month.show_household(add(family, entry(1, 2, "17:00", title=title, **extra)), NOW)
        QApplication.processEvents()
        pictures.append(grid.box_of(NOW.date()).lines[0].grab().toImage())
    assert pictures[0] != pictures[1]


@pytest.fixture
def holiday(month, family, entry) -> MonthGrid:
    """Four whole days at the sea, from Friday."""
    sea = replace(entry(9, 4, "0:00", title="At the sea"), start=0, minutes=0, days=4)
    month.show_household(add(family, sea), NOW)
    QApplication.processEvents()
    return month.grid


def test_what_takes_whole_days_stands_on_each_of_them_without_a_time(holiday):
    days = [box.day for box in holiday.boxes if any(x.isVisible() for x in box.lines)]
    assert days == [FRIDAY + timedelta(days=n) for n in range(4)]
    assert holiday.box_of(FRIDAY).lines[0]._time(500, QFontMetricsF(QFont())) == ""


def test_whole_days_taken_by_their_third_day_keep_their_length(qtbot, holiday):
    third = FRIDAY + timedelta(days=2)
    line = holiday.box_of(third).lines[0]
    start = line.mapTo(holiday, line.rect().center())
    with qtbot.waitSignal(holiday.entry_moved) as moved:
        drag(holiday, start, middle(holiday, third + timedelta(days=1)), qtbot=qtbot)
    assert moved.args[1] == FRIDAY + timedelta(days=1)
