"""When the disk refuses: nothing changes, one sentence says what to do, and nothing typed is lost."""

import errno
import os
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from activities.model import Catalogue
from planner import actions
from planner.model import SCHOOL_DAYS, Busy, BusyId
from planner.session import Session
from planner.storage import (
    ChangedElsewhereError,
    NewerFormatError,
    NotJSONError,
    NotWritableError,
)
from planner.store import open_store
from tests.builders import FAMILY as FAMILY_PEOPLE
from tests.builders import LEO, NOW, activity, by_title, span, week_of
from ui import theme
from ui.app import open_window
from ui.question import Question
from ui.text import window as text

LEFT = Qt.MouseButton.LeftButton
PEOPLE = tuple(replace(p, free=(span("15:00-20:00"),)) for p in FAMILY_PEOPLE)
FAMILY = week_of(
    """
    x Mon 17:00-17:30 Kite by the pond (leo, sara)
    _ Tue 19:30-19:50 Read (maya, jonas)
    """,
    people=PEOPLE,
)
SWING = activity("Swing")
LIBRARY = Catalogue({SWING.id: SWING}, (SWING,))


class Disk:
    """A disk that is full until there is room."""

    error: Exception | None = None

    def save(self, before, after):
        if self.error is not None:
            raise self.error from OSError(errno.ENOSPC, "full")


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def window(qtbot, tmp_path, disk):
    _, store = open_store(tmp_path / "kinweek", clock=lambda: NOW)
    made = open_window(
        store,
        Session(FAMILY, disk),
        theme.light(),
        library=lambda: LIBRARY,
        clock=lambda: NOW,
    )
    qtbot.addWidget(made)
    made.show()
    disk.error = NotWritableError("full")
    yield made
    store.close()


def titles(window):
    return [e.title for w in window.session.household.weeks.values() for e in w.entries]


def test_a_new_entry_stays_in_its_fields_until_there_is_room(window, disk, qtbot):
    window.week.draft(NOW.date(), 17 * 60, 30)
    form = window.week.form
    form.title.setText("Paper boats")
    form.note.setPlainText("Ask Leo for the blue paper.")
    qtbot.mouseClick(form.ok, LEFT)
    assert window.toast.words == text.FULL
    assert window.session.household is FAMILY
    assert window.week.side.currentWidget() is form
    disk.error = None
    qtbot.mouseClick(form.ok, LEFT)
    assert by_title(window.session.household, "Paper boats").note == "Ask Leo for the blue paper."
    assert window.week.side.currentWidget() is window.week.panel


def test_a_changed_entry_stays_in_its_fields_until_there_is_room(window, disk, qtbot):
    window.week.edit(by_title(FAMILY, "Read"))
    form = window.week.form
    form.title.setText("Read two chapters")
    qtbot.mouseClick(form.ok, LEFT)
    assert (form.title.text(), titles(window)) == (
        "Read two chapters",
        ["Kite by the pond", "Read"],
    )
    assert window.week.side.currentWidget() is form
    disk.error = None
    qtbot.mouseClick(form.ok, LEFT)
    assert titles(window) == ["Kite by the pond", "Read two chapters"]
    assert window.week.side.currentWidget() is window.week.panel


def test_the_words_of_a_reflection_stay_until_there_is_room(window, disk, qtbot):
    window.reflect(by_title(FAMILY, "Kite by the pond"))
    sheet = window._sheet
    sheet.form.line.setPlainText("He told me about the bus.")
    qtbot.mouseClick(sheet.save, LEFT)
    assert sheet.isVisible()
    assert sheet.form.line.toPlainText() == "He told me about the bus."
    qtbot.mouseClick(sheet.again, LEFT)
    assert sheet.isVisible()
    assert titles(window) == ["Kite by the pond", "Read"]
    disk.error = None
    qtbot.mouseClick(sheet.save, LEFT)
    assert sheet.isHidden()
    kept = by_title(window.session.household, "Kite by the pond").reflection
    assert kept.line == "He told me about the bus."


def test_a_reflection_that_cannot_be_deleted_stays_open(window, disk, qtbot):
    disk.error = None
    window.reflect(by_title(FAMILY, "Kite by the pond"))
    sheet = window._sheet
    sheet.form.line.setPlainText("He told me about the bus.")
    qtbot.mouseClick(sheet.save, LEFT)
    window.reflect(by_title(window.session.household, "Kite by the pond"))
    disk.error = NotWritableError("full")
    qtbot.mouseClick(sheet.delete, LEFT)
    assert sheet.isVisible()
    assert by_title(window.session.household, "Kite by the pond").reflection is not None


def test_a_busy_time_stays_in_its_form_until_there_is_room(window, disk, qtbot):
    window.show_page("family")
    page = window._opened["family"].widget
    page.busy.open_form(
        Busy(
            id=BusyId("7"),
            title="Swimming",
            people=(LEO.id,),
            span=span("15:00-16:00", SCHOOL_DAYS),
        )
    )
    form = page.busy.form
    form.saved.emit(form.value())
    assert page.busy.form is form
    disk.error = None
    form.saved.emit(form.value())
    assert page.busy.form is None
    assert [b.title for b in window.session.household.busy] == ["Swimming"]


@pytest.fixture
def family_page(window):
    window.show_page("family")
    return window._opened["family"].widget


def type_name(row, qtbot, name):
    row.name.setFocus()
    row.name.selectAll()
    qtbot.keyClicks(row.name, name)
    qtbot.keyClick(row.name, Qt.Key.Key_Return)


def test_a_name_that_cannot_be_saved_goes_back_to_the_one_that_is(window, family_page, disk, qtbot):
    row = family_page.people.rows[LEO.id]
    type_name(row, qtbot, "Leonard")
    assert window.toast.words == text.FULL
    assert row.name.text() == "Leo"
    disk.error = None
    type_name(row, qtbot, "Leonard")
    assert window.session.household.person(LEO.id).name == "Leonard"
    assert row.name.text() == "Leonard"


def test_somebody_new_who_cannot_be_saved_stays_typed_and_is_saved_later(
    window, family_page, disk, qtbot
):
    qtbot.mouseClick(family_page.people.add_child, LEFT)
    row = list(family_page.people.rows.values())[-1]
    type_name(row, qtbot, "Noa")
    assert window.session.household is FAMILY
    assert row.name.text() == "Noa"
    disk.error = None
    row.name.setFocus()
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert window.session.household.people[-1].name == "Noa"


def test_somebody_who_cannot_be_taken_away_stays(window, family_page, qtbot):
    qtbot.mouseClick(family_page.people.rows[LEO.id].remove, LEFT)
    qtbot.keyClick(window.findChild(Question), Qt.Key.Key_Return)
    assert LEO.id in family_page.people.rows
    assert window.toast.words == text.FULL


def test_a_tick_or_a_number_that_cannot_be_saved_goes_back(window, family_page, disk, qtbot):
    tick = family_page.moments.lines[0].tick
    was = tick.isChecked()
    tick.click()
    assert family_page.moments.lines[0].tick.isChecked() == was
    chips = family_page.asking.pairs
    pair = next(iter(chips))
    chips[pair].click()
    assert family_page.asking.pairs[pair].isChecked()
    field = family_page.goals.day_max
    number = field.value()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == number
    disk.error = None
    chips[pair].click()
    assert pair in window.session.household.wishes.apart


def test_free_hours_that_cannot_be_saved_go_back(window, family_page, disk, qtbot):
    free = family_page.times.cards[LEO.id][2]
    free.lines[0].removed.emit()
    assert [line.span for line in free.lines] == [span("15:00-20:00")]
    disk.error = None
    free.lines[0].removed.emit()
    assert window.session.household.person(LEO.id).free == ()


def test_suggestions_that_cannot_be_kept_stay_suggestions(window, disk, qtbot):
    window.fill()
    filling = window.filling
    qtbot.waitUntil(lambda: filling.proposal is not None)
    proposal = filling.proposal
    filling.keep_one(proposal.suggestions[0].entry.id)
    filling.keep_all()
    assert filling.proposal is proposal
    assert titles(window) == ["Kite by the pond", "Read"]
    disk.error = None
    filling.keep_all()
    assert filling.proposal is None
    assert "Swing" in titles(window)


@pytest.mark.parametrize("step", ["toggle", "undo", "redo", "remove"])
def test_every_way_to_change_something_says_the_sentence(window, disk, step):
    entry = by_title(FAMILY, "Read")
    disk.error = None
    window.toggle_done(entry)
    if step == "redo":
        window.undo()
    before = window.session.household
    disk.error = NotWritableError("full")
    {
        "toggle": lambda: window.toggle_done(by_title(before, "Read")),
        "undo": window.undo,
        "redo": window.redo,
        "remove": lambda: window.do(actions.remove_entry(entry)),
    }[step]()
    assert window.toast.words == text.FULL
    assert window.session.household is before


def test_files_changed_by_something_else_stay_told_until_the_line_is_closed(window, disk):
    disk.error = ChangedElsewhereError("snapshot")
    window.toggle_done(by_title(FAMILY, "Read"))
    assert window.notice.words == text.CHANGED_ELSEWHERE
    assert window.toast.words == text.SEE_ABOVE


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, text.FULL),
        (errno.EDQUOT, text.FULL),
        (errno.EROFS, text.FORBIDDEN),
        (errno.EACCES, text.FORBIDDEN),
        (errno.EIO, text.GONE),
        (errno.ENOENT, text.GONE),
    ],
)
def test_the_sentence_says_what_stands_in_the_way(number, words):
    error = NotWritableError("…")
    error.__cause__ = OSError(number, os.strerror(number))
    assert text.refused(error) == words


def test_looking_only_and_newer_data_have_sentences_of_their_own():
    assert text.refused(NotWritableError("…")) == text.LOOKING
    assert text.refused(NewerFormatError("…")) == text.NEWER_REFUSED
    assert text.refused(NotJSONError("odd.")) == "Not saved. odd."


def test_a_family_open_elsewhere_can_be_looked_at_and_not_changed(qtbot, tmp_path):
    _, first = open_store(tmp_path / "kinweek", clock=lambda: NOW)
    Session(week_of(""), first).apply(actions.start_family(FAMILY))
    household, store = open_store(tmp_path / "kinweek", clock=lambda: NOW, read_only=True)
    window = open_window(
        store,
        Session(household, store),
        theme.light(),
        library=lambda: LIBRARY,
        clock=lambda: datetime(2026, 3, 4, 17, 30),
    )
    qtbot.addWidget(window)
    window.show()
    assert window.notice.words == text.READ_ONLY
    window.toggle_done(by_title(FAMILY, "Read"))
    assert window.toast.words == text.LOOKING
    assert by_title(window.session.household, "Read").outcome == "planned"
    first.close()
