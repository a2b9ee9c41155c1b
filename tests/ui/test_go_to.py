from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from planner.preferences import Preferences
from planner.week import add
from ui import announce, theme
from ui.around_week import open_go_to
from ui.go_to import GoTo
from ui.habits import take_habits
from ui.mini_month import MiniMonth
from ui.text import going as text

from .conftest import LEFT, NOW

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def as_before(qtbot):
    yield
    take_habits(Preferences())


@pytest.fixture
def month(qtbot, british) -> MiniMonth:
    made = MiniMonth(theme.light())
    qtbot.addWidget(made)
    made.show_days(TODAY, TODAY, {date(2026, 11, 26): 2})
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def late(window):
    window.join_late()
    return window


def cell(month: MiniMonth, day: date):
    return next(c for c in month.cells if c.day == day)


def test_a_day_says_its_date_and_what_it_holds(month):
    assert cell(month, TODAY).accessibleName() == (
        "Today, Wednesday 25 November 2026, nothing planned"
    )
    assert cell(month, date(2026, 11, 26)).accessibleName().endswith("2 entries")


def test_a_dot_and_not_a_colour_marks_a_day_that_holds_something(month):
    full, empty = (cell(month, date(2026, 11, n)) for n in (26, 27))
    at = QPoint(full.width() // 2, full.height() - 6)
    assert full.grab().toImage().pixelColor(at) != empty.grab().toImage().pixelColor(at)


def test_a_click_on_a_day_picks_it(qtbot, month):
    with qtbot.waitSignal(month.day_picked) as picked:
        qtbot.mouseClick(cell(month, date(2026, 11, 12)), LEFT)
    assert picked.args == [date(2026, 11, 12)]


def test_arrows_go_over_the_end_of_the_month_and_enter_picks(qtbot, month):
    month.take_focus()
    with qtbot.waitSignal(month.month_shown):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert month.name.text() == "December 2026"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    with qtbot.waitSignal(month.day_picked) as picked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert picked.args == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_PageUp, date(2026, 10, 25)),
        (Qt.Key.Key_PageDown, date(2026, 12, 25)),
        (Qt.Key.Key_Home, TODAY),
    ],
)
def test_page_keys_turn_the_month_and_home_comes_back(qtbot, month, key, day):
    month.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert month.chosen == day
    assert QApplication.focusWidget() is cell(month, day)


def test_the_month_is_one_stop_for_tab(month):
    stops = [c for c in month.cells if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [c.day for c in stops] == [TODAY]


def test_weeks_are_numbered_only_where_they_begin_on_monday(month):
    assert [n.text() for n in month._numbers] == ["44", "45", "46", "47", "48", "49"]
    take_habits(Preferences(first_weekday=6))
    month.choose(TODAY)
    assert month.days[0] == date(2026, 11, 1)
    assert all(n.isHidden() for n in month._numbers)


def test_the_key_opens_the_sheet_and_a_typed_day_turns_to_its_week(qtbot, late):
    qtbot.keyClick(late, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    sheet = late.findChild(GoTo)
    qtbot.keyClicks(sheet.field, "12 dec")
    assert sheet.hint.text() == "Saturday 12 December 2026"
    assert sheet.month.chosen == date(2026, 12, 12)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert late.first == date(2026, 12, 7)
    assert not sheet.isVisible()


def test_the_button_beside_the_dates_opens_it_too(qtbot, late):
    qtbot.mouseClick(late.week.header.go_to, LEFT)
    assert late.findChild(GoTo).isVisible()


def test_the_sheet_shows_which_days_hold_something(late):
    sheet = open_go_to(late)
    assert cell(sheet.month, date(2026, 11, 27)).count == 1
    assert cell(sheet.month, date(2026, 11, 24)).count == 0
    sheet.close()


def test_a_listener_hears_which_day_was_understood(qtbot, late, monkeypatch):
    said = []
    monkeypatch.setattr(announce, "announce", lambda _widget, words: said.append(words))
    sheet = open_go_to(late)
    qtbot.keyClicks(sheet.field, "12 dec")
    qtbot.waitUntil(lambda: bool(said))
    assert said == [sheet.hint.text()]
    assert "12 December" in said[0]
    sheet.close()


def test_what_names_no_day_is_said_and_goes_nowhere(qtbot, late):
    sheet = open_go_to(late)
    qtbot.keyClicks(sheet.field, "someday")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.hint.text() == text.NOT_A_DAY
    assert sheet.isVisible()
    sheet.close()


def test_down_goes_into_the_month_and_escape_changes_nothing(qtbot, late):
    first = late.first
    sheet = open_go_to(late)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Down)
    assert sheet.month.isAncestorOf(sheet.focusWidget())
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert late.first == first


def test_it_works_from_another_page_as_well(qtbot, late):
    late.show_page("journal")
    sheet = open_go_to(late)
    qtbot.keyClicks(sheet.field, "2027-03-01")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert late.page == "week"
    assert late.first == date(2027, 3, 1)


def test_page_keys_in_the_sheet_turn_its_month_and_not_the_week_behind(qtbot, late):
    first = late.first
    sheet = open_go_to(late)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_PageDown)
    assert sheet.month.chosen == date(2026, 12, 25)
    assert late.first == first
    sheet.close()


def test_whole_days_have_a_dot_on_each_of_them(open_at, family, entry):
    sea = replace(entry(9, 4, "0:00", title="At the sea"), start=0, minutes=0, days=3)
    window = open_at(add(family, sea))
    sheet = open_go_to(window)
    found = [c.day for c in sheet.month.cells if c.count]
    assert found == [date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)]
    sheet.close()
