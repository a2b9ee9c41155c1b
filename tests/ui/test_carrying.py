"""Another size of text, clock or “who I am” makes the window anew: nothing on its way to be kept is lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activities import catalogue
from planner import actions
from planner.model import EVERY_DAY, EntryId, Span
from planner.preferences import load_preferences
from planner.week import add
from ui.preferring import prefer

from .conftest import MONDAY, SARA

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


pytestmark = pytest.mark.usefixtures("as_before")


@pytest.fixture
def window(open_at, family, entry):
    evening = (Span(weekdays=EVERY_DAY, start=15 * 60, end=20 * 60 + 30),)
    free = replace(family, people=tuple(replace(p, free=evening) for p in family.people))
    return open_at(add(free, entry(1, 2, "17:00", title="Worry walk")))


@pytest.fixture
def choose(qtbot, window):
    """Go to the settings, choose another value in these rows by keyboard, and come back."""

    def chosen(*names: str, back: str = "week") -> None:
        qtbot.mouseClick(window.sidebar.buttons["family"], LEFT)
        qtbot.mouseClick(window.pages.currentWidget().settings, LEFT)
        for name in names:
            field = window.pages.currentWidget().fields[name]
            qtbot.keyClick(field, KEY.Key_Down)
        QApplication.processEvents()
        qtbot.mouseClick(window.sidebar.buttons[back], LEFT)
        QApplication.processEvents()

    return chosen


EVERY_ROW = [("text_size",), ("clock",), ("me",), ("text_size", "clock", "me")]


@pytest.mark.parametrize("rows", EVERY_ROW, ids="-".join)
def test_a_new_entry_half_typed_stands_there_as_it_was(qtbot, window, choose, rows):
    week = window.week
    week.draft(MONDAY, 600, 30)
    form = week.form
    qtbot.keyClicks(form.title, "Pancakes")
    qtbot.mouseClick(form._chips["maya"], LEFT)
    form.note.setPlainText("With cinnamon")
    while form.repeats.way.currentText() != "Every week on …":
        qtbot.keyClick(form.repeats.way, KEY.Key_Down)
    qtbot.mouseClick(form.repeats.days.chips[4], LEFT)
    qtbot.keyClick(form.repeats.interval, KEY.Key_Up)
    typed = form.typed()
    choose(*rows)
    assert window.week is not week
    assert window.week.form.isVisible()
    assert window.week.form.typed() == typed
    ghost, column = window.week.grid.ghost, window.week.grid.columns[0]
    assert ghost.entry.title == "Pancakes"
    assert column.geometry().contains(ghost.geometry())
    assert ghost.width() > column.width() - 10
    qtbot.mouseClick(window.week.form.ok, LEFT)
    (made,) = window.session.household.rituals
    assert (made.first.title, made.first.note) == ("Pancakes", "With cinnamon")
    assert made.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=MO"


def test_an_entry_half_changed_is_still_that_entry(qtbot, window, choose):
    window.week.choose(EntryId("1"))
    qtbot.keyClick(window.week.grid, KEY.Key_Return)
    qtbot.keyClicks(window.week.form.title, "Slow walk")
    choose("text_size")
    assert window.week.form.title.text() == "Slow walk"
    qtbot.keyClick(window.week.form.title, KEY.Key_Return)
    assert window.week.chosen.id == "1"
    assert window.week.chosen.title == "Slow walk"


def test_esc_still_leaves_no_trace_of_what_went_along(qtbot, window, choose):
    before = window.session.household
    window.week.draft(MONDAY, 600, 30)
    qtbot.keyClicks(window.week.form.title, "Pancakes")
    choose("text_size")
    qtbot.keyClick(window.week.form.title, KEY.Key_Escape)
    choose("text_size")
    assert not window.week.form.isVisible()
    assert window.session.household is before


def test_the_entry_chosen_and_the_hours_on_the_screen_stay(qtbot, window, choose):
    window.turn(1)
    window.turn(-1)
    window.week.area.verticalScrollBar().setValue(200)
    window.week.choose(EntryId("1"))
    top = window.view().top
    choose("clock", "clock", "me")
    assert window.week.chosen.id == "1"
    assert window.view() == window.view()._replace(week=MONDAY, top=pytest.approx(top, abs=3))


def test_undo_and_redo_reach_as_far_as_before(window, choose):
    window.do(actions.remove_entry(window.week.week_entries[0]))
    choose("text_size")
    assert window.week.header.undo.toolTip().startswith("Undo: “Worry walk” deleted")
    window.undo()
    assert [e.title for e in window.week.week_entries] == ["Worry walk"]
    window.redo()
    assert window.week.week_entries == ()


@pytest.fixture(scope="module")
def whole_library():
    return catalogue.load()[0]


@pytest.fixture
def library(whole_library):
    return whole_library


@pytest.mark.parametrize("rows", EVERY_ROW, ids="-".join)
def test_a_proposal_nobody_has_kept_yet_stays_on_the_screen(qtbot, window, choose, rows):
    qtbot.mouseClick(window.week.header.fill, LEFT)
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    first = window.filling.proposal.suggestions[0].entry.id
    qtbot.mouseClick(window.filling.panel.rows[first]["hold"], LEFT)
    before = window.filling.proposal
    choose(*rows)
    assert window.filling.proposal is before
    assert window.week.suggestions
    assert len([c for c in window.week.grid.cards() if c.ghost]) == len(before.suggestions)
    assert window.filling.panel.isVisible()
    qtbot.mouseClick(window.week.header.keep, LEFT)
    assert len(window.week.week_entries) == 1 + len(before.suggestions)


def test_a_week_that_is_looked_for_is_found_all_the_same(qtbot, window, choose):
    qtbot.mouseClick(window.week.header.fill, LEFT)
    choose("me")
    qtbot.waitUntil(lambda: window.filling.proposal is not None, timeout=30_000)
    assert window.week.suggestions


def test_a_busy_time_half_filled_in_stays_and_is_saved_once(qtbot, window, choose):
    window.show_page("family")
    page = window.pages.currentWidget()
    qtbot.mouseClick(page.busy.add, LEFT)
    qtbot.keyClicks(page.busy.form.title, "Choir")
    qtbot.mouseClick(page.busy.form.people["maya"], LEFT)
    choose("text_size", "clock", back="family")
    form = window.pages.currentWidget().busy.form
    assert form.title.text() == "Choir"
    qtbot.mouseClick(form.save, LEFT)
    assert [b.title for b in window.session.household.busy] == ["School", "Choir"]


def test_a_busy_time_half_filled_in_outlives_other_colours(qtbot, window):
    window.show_page("family")
    page = window.pages.currentWidget()
    qtbot.mouseClick(page.busy.add, LEFT)
    qtbot.keyClicks(page.busy.form.title, "Choir")
    prefer(window, theme="dark")
    assert page.busy.form.title.text() == "Choir"


def test_an_activity_half_written_stays_until_it_is_done_and_then_has_the_new_size(
    qtbot, window, choose
):
    window.show_page("activities")
    page = window.pages.currentWidget()
    qtbot.mouseClick(page.filters.new, LEFT)
    qtbot.keyClicks(page.editor.title, "Snail race")
    choose("text_size", back="activities")
    assert window.pages.currentWidget() is page
    assert page.editor.title.text() == "Snail race"
    qtbot.keyClick(page.editor.title, KEY.Key_Escape)
    window.show_page("week")
    window.show_page("activities")
    assert window.pages.currentWidget() is not page


def test_what_somebody_searches_for_is_still_searched_for(qtbot, window, choose):
    window.show_page("activities")
    qtbot.keyClicks(window.pages.currentWidget().filters.search, "walk")
    choose("text_size", back="activities")
    assert window.pages.currentWidget().filters.search.text() == "walk"


def test_closed_on_the_settings_it_opens_on_the_week_that_was_shown(qtbot, window):
    window.turn(2)
    window.show_page("settings")
    prefer(window, me=SARA)
    window.close()
    view = load_preferences(window.store.database.folder)[0].view
    assert view.week == date(2026, 12, 7)


def test_a_proposal_that_is_found_while_somebody_types_waits_beside_the_form(qtbot, window, choose):
    qtbot.mouseClick(window.week.header.fill, LEFT)
    window.week.draft(MONDAY, 600, 30)
    qtbot.keyClicks(window.week.form.title, "Pancakes")
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    assert (window.week.form.isVisible(), window.week.form.title.text()) == (True, "Pancakes")
    choose("text_size")
    assert (window.week.form.isVisible(), window.week.form.title.text()) == (True, "Pancakes")
    assert window.week.suggestions
    qtbot.keyClick(window.week.form.title, KEY.Key_Escape)
    assert window.filling.panel.isVisible()
