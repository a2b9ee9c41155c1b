"""A family's first week, from the first name typed to the printed page, through the real window and files."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton

from activities import catalogue
from planner.session import Session
from planner.sheet import week_sheet
from planner.store import open_store
from planner.week import entries_between
from ui import app, theme
from ui.paper import paper_for
from ui.print_week import save_pdf

NOW = datetime(2026, 11, 23, 7, 0)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def library():
    return catalogue.load()[0]


@pytest.fixture
def opened(qtbot, british, tmp_path, library, qapp):
    """`opened()`: Kinweek with the data in one folder, as if it were started; `opened.close()` ends it."""
    return Started(qtbot, tmp_path / "family", library)


class Started:
    def __init__(self, qtbot, folder, library):
        self.qtbot, self.folder, self.library = qtbot, folder, library

    def __call__(self):
        household, self.store = open_store(self.folder, clock=lambda: NOW)
        window = app.open_window(
            self.store,
            Session(household, self.store),
            theme.light(),
            library=lambda: self.library,
            clock=lambda: NOW,
        )
        self.qtbot.addWidget(window)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        QApplication.processEvents()
        return window

    def close(self, window):
        window.close()
        self.store.close()


def meet_the_family(qtbot, window):
    """Type two grown-ups and three children into the first run and go through its steps."""
    run = window.pages.currentWidget()
    for more in (run.people.add_child, run.people.add_child, run.people.add_grown_up):
        qtbot.mouseClick(more, LEFT)
    rows = list(run.people.rows.values())
    birthdays = ("14032017", "", "02092020", "05012024", "")
    for row, name, birthday in zip(
        rows, ("Leo", "Sara", "Maya", "Noa", "Jonas"), birthdays, strict=True
    ):
        row.name.setFocus()
        qtbot.keyClicks(row.name, name)
        if birthday:
            row.birthday.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClicks(row.birthday, birthday)
    for _ in range(3):
        QApplication.processEvents()
        qtbot.mouseClick(run.go_on, LEFT)
    QApplication.processEvents()


def write(qtbot, window, day, clock, title):
    """Double-click free time and type."""
    grid = window.week.grid
    hour, minute = clock.split(":")
    at = QPoint(int(grid.scale.x(day + 0.5)), int(grid.scale.y(int(hour) * 60 + int(minute))) + 2)
    qtbot.mouseDClick(grid, LEFT, NONE, at)
    qtbot.keyClicks(window.week.form.title, title)
    qtbot.keyClick(window.week.form.title, Qt.Key.Key_Return)


def drag(qtbot, window, entry, days):
    """Take the card in its middle and let go so many days later."""
    grid = window.week.grid
    window.week.scroll_to(entry)
    QApplication.processEvents()
    card = grid.card_of(entry.id)
    start = card.mapTo(grid, card.rect().center())
    end = start + QPoint(round(days * grid.scale.column), 0)
    qtbot.mousePress(grid, LEFT, NONE, start)
    for at in (start + (end - start) / 2, end):
        QApplication.sendEvent(
            grid,
            QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(at),
                QPointF(grid.mapToGlobal(at)),
                Qt.MouseButton.NoButton,
                LEFT,
                NONE,
            ),
        )
    qtbot.mouseRelease(grid, LEFT, NONE, end)


def reflect(qtbot, window, entry, line):
    """Open the sheet, choose how close it was, write a line, save."""
    window.reflect(entry)
    sheet = window._sheet
    QApplication.processEvents()
    qtbot.mouseClick(sheet.form.faces.faces[3], LEFT)
    sheet.form.line.setFocus()
    qtbot.keyClicks(sheet.form.line, line)
    qtbot.mouseClick(sheet.save, LEFT)


def week_of(window):
    return entries_between(window.session.household, window.first)


def test_a_first_week_is_there_again_after_a_night(qtbot, opened, tmp_path):
    window = opened()
    meet_the_family(qtbot, window)
    assert window.page == "week"
    people = window.session.household.people
    assert [p.name for p in people] == ["Leo", "Sara", "Maya", "Noa", "Jonas"]

    write(qtbot, window, 5, "10:00", "Pancakes")
    write(qtbot, window, 6, "11:00", "Call Granny")
    qtbot.mouseClick(window.week.header.fill, LEFT)
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    qtbot.mouseClick(window.week.header.keep, LEFT)
    planned = week_of(window)
    assert len(planned) > 3
    assert {"Pancakes", "Call Granny"} <= {e.title for e in planned}

    (pancakes,) = [e for e in planned if e.title == "Pancakes"]
    drag(qtbot, window, pancakes, 1)
    (pancakes,) = [e for e in week_of(window) if e.title == "Pancakes"]
    assert pancakes.day == date(2026, 11, 29)

    for entry in week_of(window)[:3]:
        window.week.choose(entry.id, take_focus=True)
        qtbot.keyClick(window.week.grid.card_of(entry.id), Qt.Key.Key_Space)
    first, second, third = week_of(window)[:3]
    assert [e.outcome for e in (first, second, third)] == ["done"] * 3
    reflect(qtbot, window, first, "He laughed first.")
    reflect(qtbot, window, second, "Quiet, and good.")
    lines = [e.reflection.line for e in week_of(window)[:2]]
    assert lines == ["He laughed first.", "Quiet, and good."]

    pdf = tmp_path / "week.pdf"
    sheet = week_sheet(window.session.household, window.first, say="")
    save_pdf(pdf, sheet, paper=paper_for(QLocale()), landscape=True, locale=QLocale())
    assert pdf.read_bytes().startswith(b"%PDF")

    before, shown = window.session.household, week_of(window)
    opened.close(window)
    again = opened()
    assert again.session.household == before
    assert week_of(again) == shown
    assert {c.entry.id for c in again.week.grid.cards()} == {e.id for e in shown}
    assert again.session.undoable is None
    opened.close(again)


def test_looking_around_with_the_sample_family_and_starting_over(qtbot, opened):
    window = opened()
    run = window.pages.currentWidget()
    qtbot.mouseClick(run.sample, LEFT)
    assert window.page == "week"
    assert window.session.household.sample
    assert window.week.grid.cards()
    window.undo()
    assert window.session.household.people == ()
    opened.close(window)


def test_what_was_deleted_comes_back_from_the_line_at_the_foot(qtbot, opened):
    window = opened()
    meet_the_family(qtbot, window)
    write(qtbot, window, 5, "10:00", "Pancakes")
    qtbot.keyClick(window.week.grid.cards()[0], Qt.Key.Key_Delete)
    assert week_of(window) == ()
    qtbot.mouseClick(window.toast.findChild(QPushButton), LEFT)
    assert [e.title for e in week_of(window)] == ["Pancakes"]
    opened.close(window)
    again = opened()
    assert [e.title for e in week_of(again)] == ["Pancakes"]
    opened.close(again)


def test_a_page_opened_before_shows_what_happened_since(qtbot, opened):
    window = opened()
    meet_the_family(qtbot, window)
    for page in ("today", "journal", "look-back"):
        qtbot.mouseClick(window.sidebar.buttons[page], LEFT)
    qtbot.mouseClick(window.sidebar.buttons["week"], LEFT)
    write(qtbot, window, 0, "18:00", "Soup together")
    qtbot.mouseClick(window.sidebar.buttons["today"], LEFT)
    assert "Soup together" in [c.entry.title for c in window.pages.currentWidget().cards]
    opened.close(window)


def test_next_week_begins_empty_and_can_be_planned_ahead(qtbot, opened):
    window = opened()
    meet_the_family(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert window.week.grid.cards() == ()
    write(qtbot, window, 2, "17:00", "Library")
    assert [e.day for e in week_of(window)] == [NOW.date() + timedelta(days=9)]
    opened.close(window)
