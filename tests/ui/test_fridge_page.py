"""Typing in what stands on the fridge: by keyboard alone, within half a minute, as one step."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner import actions, week
from planner.model import EntryId
from planner.printed import coded, planned_sheet, remembering
from planner.week import entries_between
from ui.text import fridge as text

MONDAY = date(2026, 11, 23)
SUNDAY = datetime(2026, 11, 22, 18)
KEY = Qt.Key
SECONDS_A_KEY = 0.3


class Hands:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self, qtbot) -> None:
        self.qtbot, self.pressed = qtbot, 0

    def key(self, *keys, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
            self.pressed += 1

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), words)
        self.pressed += len(words)


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)


@pytest.fixture
def printed(window, entry):
    """A window over twelve entries that were printed on Sunday."""
    made = tuple(
        entry(n + 1, n % 7, f"{9 + n}:00", title=f"Entry {n}", pathway="reach") for n in range(12)
    )
    session = window.session
    for old in entries_between(session.household, MONDAY):
        session.apply(actions.remove_entry(old))
    session.apply(actions.keep_suggestions(made))
    sheet = coded(session.household, planned_sheet(session.household, "fridge", MONDAY))
    session.note(lambda household: remembering(household, [sheet], SUNDAY))
    return window


@pytest.fixture
def page(printed, qtbot):
    with qtbot.waitActive(printed):
        printed.activateWindow()
    printed.show_page("fridge")
    QApplication.processEvents()
    return printed._opened["fridge"].widget


def outcomes(window) -> dict[str, str]:
    return {e.title: e.outcome for e in entries_between(window.session.household, MONDAY)}


def test_the_rows_are_those_of_the_sheet_and_the_keyboard_is_on_the_first(page):
    titles = [row.row.printed.title for row in page.rows]
    assert titles == [row.title for row in page.rows[0]._household.printed[-1].rows]
    assert page.rows[0].words.hasFocus()


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (KEY.Key_Space, "done"),
        (KEY.Key_1, "done"),
        (KEY.Key_2, "else"),
        (KEY.Key_3, "hard"),
        (KEY.Key_4, "not-this-week"),
    ],
)
def test_one_key_marks_a_row_and_nothing_is_written_yet(page, printed, hands, key, outcome):
    before = printed.session.household
    hands.key(key, key)

    assert page.rows[0].mark().outcome == outcome
    assert page.rows[0].buttons[outcome].isChecked()
    assert printed.session.household is before
    hands.key(KEY.Key_Backspace)
    assert not page.rows[0].touched


def test_arrows_and_enter_go_from_row_to_row_and_on_to_the_button(page, hands):
    hands.key(KEY.Key_Down, KEY.Key_Return, KEY.Key_Up)
    assert page.rows[1].words.hasFocus()
    hands.key(*[KEY.Key_Return] * 11)
    assert page.keep.hasFocus()


def test_twelve_rows_and_three_lines_take_less_than_half_a_minute(page, printed, hands):
    for number in range(12):
        if number in (2, 5, 9):
            hands.write("he laughed first")
        elif number == 7:
            hands.key(KEY.Key_3)
        elif number != 8:
            hands.key(KEY.Key_Space)
        hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    assert hands.pressed * SECONDS_A_KEY < 30
    kept = entries_between(printed.session.household, MONDAY)
    assert sorted(e.outcome for e in kept) == ["done"] * 10 + ["hard", "planned"]
    assert sum(e.reflection is not None for e in kept) == 3
    assert {e.note for e in kept} == {""}
    assert printed.page == "week"


def test_all_of_it_is_taken_back_by_one_undo(page, printed, hands):
    before = outcomes(printed)
    hands.key(KEY.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert text.keep(12) == page.keep.text()
    hands.key(KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert set(outcomes(printed).values()) == {"done"}
    printed.undo()

    assert outcomes(printed) == before


def test_words_on_an_unmarked_row_say_that_it_happened(page, hands):
    hands.write("again!")
    assert (page.rows[0].mark().outcome, page.rows[0].mark().words) == ("done", "again!")


def test_words_may_begin_with_a_digit(page, hands):
    hands.key(KEY.Key_F2)
    hands.write("2 worms")
    assert page.rows[0].mark().words == "2 worms"


def test_a_sheet_printed_before_the_plan_changed_is_understood(page, printed, hands):
    first, second, third = (row.row.printed for row in page.rows[:3])
    printed.do(actions.move_entry(first, day=MONDAY + timedelta(days=5), start=600))
    printed.do(actions.change_entry(second, replace(second, title="Fox")))
    printed.do(actions.remove_entry(third))
    QApplication.processEvents()

    assert [row.row.printed.title for row in page.rows[:3]] == [
        first.title,
        second.title,
        third.title,
    ]
    assert [row.row.fates for row in page.rows[:3]] == [("moved",), ("renamed",), ("deleted",)]
    page.rows[2].words.setFocus()
    hands.key(KEY.Key_Space)
    hands.key(KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    back = week.find(printed.session.household, EntryId(third.id))
    assert back is not None
    assert (back.title, back.outcome) == (third.title, "done")


def test_marks_stay_while_somebody_looks_at_the_week(page, printed, hands):
    hands.key(KEY.Key_3, KEY.Key_Escape)
    assert printed.page == "week"
    printed.show_page("fridge")

    assert page.rows[0].mark().outcome == "hard"


def test_another_sheet_is_found_by_its_code(page, printed, hands):
    household = printed.session.household
    next_week = coded(household, planned_sheet(household, "fridge", MONDAY + timedelta(days=7)))
    printed.session.note(lambda h: remembering(h, [next_week], SUNDAY))
    page.code.setFocus()
    page.code.clear()
    hands.write(next_week.code.lower().replace("-", ""))

    assert page._sheet.code == next_week.code
    assert page.rows == []


def test_marks_wait_on_their_sheet_while_another_is_looked_at(page, hands):
    hands.key(KEY.Key_3)
    printed_first, planned = page._offered
    page.show_sheet(planned)
    assert not page.rows[0].touched
    page.show_sheet(printed_first)

    assert page.rows[0].mark().outcome == "hard"


def test_a_wrong_code_is_said_and_leaves_the_sheet(page, hands):
    page.code.setFocus()
    page.code.clear()
    hands.write("48-F9-A")
    hands.key(KEY.Key_Return)

    assert page.hint.text() == text.NO_SUCH_CODE
    assert len(page.rows) == 12


def test_without_a_remembered_sheet_the_week_as_planned_is_shown(window, entry):
    window.session.apply(actions.add_entry(entry(7, 2, "10:00", title="Kite")))
    window.show_page("fridge")
    page = window._opened["fridge"].widget

    assert "Kite" in [row.row.printed.title for row in page.rows]
    assert text.UNKNOWN in page.hint.text()


def test_a_screen_reader_hears_the_row_its_mark_and_what_changed(page, printed, hands):
    first = page.rows[0].row.printed
    printed.do(actions.move_entry(first, day=MONDAY + timedelta(days=5), start=600))
    hands.key(KEY.Key_3)

    name = page.rows[0].words.accessibleName()
    assert first.title in name
    assert text.MARKS["hard"][1] in name
    assert "now Sat 28 Nov, 10:00" in name


def test_on_today_the_keyboard_is_on_what_is_planned_first(window, entry, qtbot):
    window.session.apply(actions.add_entry(entry(7, 2, "17:30", title="Kite")))
    window.show_page("today")
    QApplication.processEvents()
    page = window._opened["today"].widget
    button = page.cards[-1].buttons[-1]

    assert button.nextInFocusChain() is page.fridge


def test_the_way_there_is_on_today_and_in_the_menu_of_the_week(printed, qtbot):
    printed.show_page("today")
    button = printed._opened["today"].widget.fridge
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert printed.page == "fridge"
    printed.show_page("week")
    printed.week.header.more.fridge.trigger()
    assert printed.page == "fridge"
