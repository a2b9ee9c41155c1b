"""Above the week: which week it is, what undo would take back, and how the pathways stand."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.day_names import DayNames
from ui.text import week as text
from ui.week_header import BalanceStrip, WeekHeader

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def header(qtbot, british, qapp):
    qapp.setStyleSheet(theme.style_sheet(theme.light()))
    ground = QWidget()
    qtbot.addWidget(ground)
    made = WeekHeader(theme.light())
    made.setParent(ground)
    made.resize(930, 60)
    made.show_week(date(2026, 11, 23))
    ground.show()
    yield made
    ground.close()
    qapp.setStyleSheet("")


@pytest.mark.parametrize(
    ("first", "span", "year"),
    [
        (date(2026, 11, 23), "23–29 November", "2026"),
        (date(2026, 11, 30), "30 November – 6 December", "2026"),
        (date(2026, 12, 28), "28 December 2026 – 3 January", "2027"),
    ],
)
def test_the_title_says_the_exact_days(header, first, span, year):
    header.resize(1200, 60)
    header.show_week(first)
    assert (header.span.text(), header.year.text()) == (span, year)


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("previous", "previous_requested"),
        ("today", "today_requested"),
        ("next", "next_requested"),
        ("print", "print_requested"),
        ("fill", "fill_requested"),
    ],
)
def test_every_button_asks_for_its_own_thing(qtbot, header, button, signal):
    with qtbot.waitSignal(getattr(header, signal)):
        qtbot.mouseClick(getattr(header, button), LEFT)


def test_arrows_without_words_have_names(header):
    assert header.previous.accessibleName() == header.previous.toolTip() == text.PREVIOUS
    assert header.next.accessibleName() == header.next.toolTip() == text.NEXT


def test_undo_says_what_it_would_take_back(header):
    header.show_undo("“Worry walk” moved", None)
    assert header.undo.isEnabled()
    assert header.undo.toolTip() == "Undo: “Worry walk” moved"
    assert header.undo.accessibleName() == header.undo.toolTip()
    assert not header.redo.isVisible()
    header.show_undo(None, "“Worry walk” moved")
    assert not header.undo.isEnabled()
    assert header.undo.toolTip() == ""
    assert header.redo.isVisible()
    assert header.redo.toolTip() == "Redo: “Worry walk” moved"


def test_a_proposal_puts_its_own_buttons_there(qtbot, header):
    header.show_suggestions(8)
    assert header.keep.text() == "Keep all 8"
    assert not header.fill.isVisible()
    assert not header.undo.isVisible()
    with qtbot.waitSignal(header.keep_requested):
        qtbot.mouseClick(header.keep, LEFT)
    header.show_suggestions(None)
    assert header.fill.isVisible()
    assert not header.keep.isVisible()


def test_nothing_can_be_kept_while_there_is_nothing_yet(header):
    header.show_suggestions(0)
    assert not header.keep.isEnabled()
    assert header.discard.isEnabled()


@pytest.mark.parametrize("width", [460, 560, 700, 930, 1400])
def test_no_button_is_cut_off_however_narrow_it_is(header, width):
    header.parentWidget().resize(width, 200)
    header.resize(width, 120)
    QApplication.processEvents()
    for button in (header.previous, header.today, header.next, header.undo, header.fill):
        assert button.geometry().right() <= width
        assert button.width() >= button.minimumSizeHint().width()
    assert header.span.width() >= header.span.sizeHint().width()


def test_the_title_makes_room_when_redo_comes_up(header):
    header.parentWidget().resize(720, 200)
    header.resize(720, 120)
    header.show_undo("“Worry walk” moved", "“Story catch” moved")
    QApplication.processEvents()
    assert header.span.width() >= header.span.sizeHint().width()
    assert header.fill.geometry().right() <= header.width()


def test_the_balance_is_told_in_words(qtbot, british):
    strip = BalanceStrip(theme.light())
    qtbot.addWidget(strip)
    strip.show_balance({"reach": 65}, {"reach": 90, "feel-with": 60, "stay-close": 60})
    assert strip.accessibleName() == (
        "Reach out: 65 of 90 minutes this week; Feel with: 0 of 60 minutes this week; "
        "Stay close: 0 of 60 minutes this week"
    )


def test_minutes_nobody_has_kept_yet_look_different(qtbot, british):
    strip = BalanceStrip(theme.light())
    qtbot.addWidget(strip)
    strip.resize(930, 30)
    strip.show_balance({"reach": 60}, {"reach": 60})
    kept = strip.grab().toImage()
    strip.show_balance({"reach": 60}, {"reach": 60}, tentative=True)
    assert strip.grab().toImage() != kept


def test_a_family_without_goals_has_no_bar_and_no_fault(qtbot, british):
    strip = BalanceStrip(theme.light())
    qtbot.addWidget(strip)
    strip.resize(930, 30)
    strip.show_balance({"reach": 60}, {})
    assert not strip.grab().isNull()


def test_today_is_marked_by_a_round_and_not_only_by_colour(qtbot, british):
    names = DayNames(theme.light())
    qtbot.addWidget(names)
    names.resize(930, 52)
    names.show_days(date(2026, 11, 23), date(2026, 11, 25))
    this_week = names.grab().toImage()
    names.show_days(date(2026, 11, 23), date(2026, 12, 25))
    assert names.grab().toImage() != this_week


def test_the_days_have_the_names_of_the_language(qtbot, british):
    QLocale.setDefault(QLocale("de_DE"))
    header = WeekHeader(theme.light())
    qtbot.addWidget(header)
    header.resize(1200, 60)
    header.show_week(date(2026, 11, 30))
    assert header.span.text() == "30 November – 6 Dezember"
