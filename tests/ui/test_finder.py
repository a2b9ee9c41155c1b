from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from planner.drag import Slot
from planner.model import Reflection
from planner.week import add
from tests.calendars import calendar, event, holiday
from ui import announce as announcing
from ui import finder as finding
from ui.around_week import open_finder
from ui.finder import SHOWN, Finder
from ui.text import finding as text

from .conftest import LEFT, NONE

CONTROL = Qt.KeyboardModifier.ControlModifier
KEPT = Reflection(written=datetime(2026, 11, 1), line="He held my hand.")


@pytest.fixture
def window(open_at, family, entry):
    """A walk on Wednesday, a story on Friday, a walk in spring, and what was kept three weeks ago."""
    made = open_at(
        add(
            family,
            entry(1, 2, "17:00", title="Worry walk"),
            entry(2, 4, "18:00", 60, title="Story catch", note="the blue book"),
            entry(3, 150, "10:00", title="Walk to the sea"),
            entry(4, -21, "19:00", title="Two words", reflection=KEPT),
        )
    )
    made.join_late()
    return made


def titles(sheet: Finder) -> list[str]:
    return [sheet.list.item(n).text() for n in range(sheet.list.count())]


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_K])
def test_a_key_opens_the_search(qtbot, window, key):
    qtbot.keyClick(window, key, CONTROL)
    assert window.findChild(Finder).isVisible()


def test_what_is_typed_is_found_in_every_week_the_nearest_first(qtbot, window):
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "walk")
    assert titles(sheet) == ["Worry walk", "Walk to the sea"]
    assert sheet.hint.text() == "2 found."
    sheet.close()


def test_a_listener_hears_how_many_were_found_and_which_one_the_arrows_are_on(
    qtbot, window, monkeypatch
):
    said = []
    for module in (announcing, finding):
        monkeypatch.setattr(module, "announce", lambda _widget, words: said.append(words))
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "walk")
    qtbot.waitUntil(lambda: bool(said))
    assert said == [
        "2 found. Worry walk, Wednesday 25 November 2026, 17:00–17:30 · Leo with Mum, today"
    ]
    qtbot.keyClick(sheet.field, Qt.Key.Key_Down)
    assert said[1].startswith("Walk to the sea, ")
    sheet.close()


def test_enter_goes_to_the_week_with_the_entry_chosen(qtbot, window):
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "walk")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert window.week.chosen.title == "Walk to the sea"
    assert window.first <= window.week.chosen.day < window.first + timedelta(days=7)
    assert not sheet.isVisible()


def test_a_click_goes_there_too_from_any_page(qtbot, window):
    window.show_page("look-back")
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "blue")
    place = sheet.list.visualItemRect(sheet.list.item(0)).center()
    qtbot.mouseClick(sheet.list.viewport(), LEFT, NONE, place)
    assert window.page == "week"
    assert window.week.chosen.title == "Story catch"


def test_private_words_are_found_and_shown_only_with_the_box_ticked(qtbot, window):
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "held")
    assert titles(sheet) == []
    assert sheet.hint.text() == text.NOTHING
    qtbot.mouseClick(
        sheet.private, LEFT, NONE, sheet.private.rect().center() - sheet.private.rect().center() / 2
    )
    assert titles(sheet) == ["Two words"]
    assert "“He held my hand.”" in sheet.list.item(0).data(Qt.ItemDataRole.UserRole + 1)
    sheet.field.clear()
    sheet.private.setChecked(False)
    qtbot.keyClicks(sheet.field, "two")
    assert len(sheet.list.item(0).data(Qt.ItemDataRole.UserRole + 1)) == 1
    sheet.close()


def test_each_line_can_be_heard(qtbot, window):
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "story")
    spoken = sheet.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Story catch, Friday 27 November 2026, 18:00–19:00 · Leo with Mum, in 2 days"
    sheet.close()


def test_escape_leaves_everything_as_it_was(qtbot, window):
    before = window.first
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "sea")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.first == before
    assert window.week.chosen is None


def test_very_many_are_counted_and_the_nearest_shown(qtbot, open_at, family, entry):
    window = open_at(
        add(family, *(entry(n, n % 300, "10:00", title="Walk") for n in range(1, 200)))
    )
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, "walk")
    assert len(titles(sheet)) == SHOWN
    assert sheet.hint.text() == text.found(199, SHOWN)
    sheet.close()


def test_the_pages_with_a_search_of_their_own_keep_the_key(qtbot, window):
    window.show_page("journal")
    page = window.pages.currentWidget()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert window.findChild(Finder) is None


@pytest.mark.parametrize(
    ("typed", "slot"),
    [("dentist", Slot(2, 10 * 60, 45)), ("trip", Slot(0, 0, 0, 3))],
)
def test_what_a_calendar_has_is_gone_to_with_its_time_chosen(qtbot, open_at, family, typed, slot):
    dentist = event("Dentist", date(2027, 3, 3), "10:00", end="10:45")
    held = calendar(dentist, holiday("School trip", date(2027, 3, 1), 3))
    window = open_at(replace(family, calendars=(replace(held, people=("leo",)),)))
    window.join_late()
    sheet = open_finder(window)
    qtbot.keyClicks(sheet.field, typed)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert window.first == date(2027, 3, 1)
    assert window.week.chosen is None
    assert window.week.grid.slot == slot
