"""In the whole window: days of the week saved as a calendar file."""

from datetime import date

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from planner.week import add
from ui.calendar_saving import save_calendar
from ui.text import calendar_files as text
from ui.text import common

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def click(qtbot):
    return lambda widget: qtbot.mouseClick(widget, LEFT, pos=widget.rect().center())


@pytest.fixture
def saving(window, tmp_path):
    """The sheet, saving to the place it offers in a folder of its own."""
    return save_calendar(window, ask=lambda _parent, name: tmp_path / name)


@pytest.fixture
def titles(tmp_path):
    def of(name):
        found = Calendar.from_ical((tmp_path / name).read_bytes())
        return [str(e["SUMMARY"]) for e in found.walk("VEVENT")]

    return of


def test_the_week_that_is_shown_is_saved(saving, window, click, titles):
    click(saving.save)
    assert titles("kinweek-2026-11-23.ics") == ["Worry walk (Leo, Mum)", "Story catch (Leo, Mum)"]
    assert window.toast.words == "kinweek-2026-11-23.ics is saved, with 2 entries."
    assert not saving.isVisible()


def test_only_the_days_chosen_are_saved(saving, qtbot, click, titles):
    qtbot.keyClick(saving.week, Qt.Key.Key_Right)
    assert saving.range.isChecked()
    saving.first.setDate(common.qdate(date(2026, 11, 27)))
    click(saving.save)
    assert titles("kinweek-2026-11-27.ics") == ["Story catch (Leo, Mum)"]


def test_everything_is_saved_whatever_week_is_shown(window, tmp_path, titles, qtbot, click):
    window.show_day(date(2027, 3, 1))
    sheet = save_calendar(window, ask=lambda _parent, name: tmp_path / name)
    assert sheet.hint.text() == text.NOTHING
    assert not sheet.save.isEnabled()
    qtbot.keyClick(sheet.everything, Qt.Key.Key_Space)
    click(sheet.save)
    assert len(titles("kinweek.ics")) == 2


def test_days_that_are_crossed_are_said(saving, qtbot):
    qtbot.keyClick(saving.week, Qt.Key.Key_Right)
    saving.last.setDate(common.qdate(date(2026, 11, 1)))
    assert saving.hint.text() == text.DATES_CROSSED
    assert not saving.save.isEnabled()


@pytest.mark.parametrize("asked", [False, True])
def test_notes_and_ticks_are_in_it_only_if_asked_for(
    open_at, family, entry, tmp_path, qtbot, asked
):
    private = entry(1, 2, "17:00", note="bring the blue stone", outcome="hard")
    sheet = save_calendar(open_at(add(family, private)), ask=lambda _parent, name: tmp_path / name)
    if asked:
        for tick in (sheet.notes, sheet.ticks):
            qtbot.keyClick(tick, Qt.Key.Key_Space)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    data = (tmp_path / "kinweek-2026-11-23.ics").read_text(encoding="utf-8")
    assert ("blue stone" in data) is asked
    assert ("✓ Entry 1" in data) is asked


def test_what_is_for_one_alone_is_in_it_only_if_asked_for(open_at, family, entry, tmp_path, qtbot):
    surprise = entry(1, 2, "17:00", only_for="sara")
    sheet = save_calendar(open_at(add(family, surprise)), ask=lambda _parent, name: tmp_path / name)
    assert sheet.hint.text() == text.NOTHING
    qtbot.keyClick(sheet.own, Qt.Key.Key_Space)
    assert sheet.save.isEnabled()


def test_nowhere_to_save_leaves_the_sheet_open(window, click):
    sheet = save_calendar(window, ask=lambda _parent, _name: None)
    click(sheet.save)
    assert sheet.isVisible()


def test_a_disk_that_refuses_is_said_in_a_sentence(window, tmp_path, click):
    sheet = save_calendar(window, ask=lambda _parent, name: tmp_path / "gone" / name)
    click(sheet.save)
    assert window.toast.words.startswith("The file could not be written")
    assert list(tmp_path.glob("**/*.ics")) == []


def test_your_data_offers_it(window, qtbot, click):
    window.show_page("data")
    page = window._opened["data"].widget
    page.area.ensureWidgetVisible(page.calendar_file)
    click(page.calendar_file)
    sheet = next(w for w in window.children() if hasattr(w, "wish"))
    assert sheet.isVisible()
    sheet.reject()
