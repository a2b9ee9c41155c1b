"""In the whole window: a calendar file is taken in, seen, brought up to date and let go."""

from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from planner.free import busy_on
from ui.calendar_drop import CalendarDrop
from ui.calendar_taking import Taking, add_calendar
from ui.text import calendars as text
from ui.text import common

FILES = Path(__file__).parents[1] / "files" / "calendars"
LEFT = Qt.MouseButton.LeftButton
EVENTS = """BEGIN:VCALENDAR
X-WR-CALNAME:Club
BEGIN:VEVENT
UID:judo
SUMMARY:Judo
DTSTART:20261126T{judo}0000
DURATION:PT1H
END:VEVENT
{more}END:VCALENDAR
"""
CAMP = "BEGIN:VEVENT\nUID:camp\nSUMMARY:Camp\nDTSTART;VALUE=DATE:20261127\nDTEND;VALUE=DATE:20261129\nEND:VEVENT\n"


@pytest.fixture
def club(tmp_path):
    def made(judo="16", more=CAMP):
        path = tmp_path / "club.ics"
        path.write_text(EVENTS.format(judo=judo, more=more), encoding="utf-8")
        return path

    return made


@pytest.fixture
def reading(qtbot, window):
    """`reading(path)`: the sheet over a file once it is read."""

    def opened(path, **other):
        made = add_calendar(window, path, **other)
        qtbot.waitUntil(lambda: not made.sheet.bar.isVisible(), timeout=20_000)
        QApplication.processEvents()  # what was just shown finds its place
        return made.sheet

    return opened


@pytest.fixture
def click(qtbot):
    return lambda widget: qtbot.mouseClick(widget, LEFT)


def tick(qtbot, sheet, *people):
    for person in people:
        box = sheet.preview.people[person].tick
        qtbot.mouseClick(box, LEFT, pos=box.rect().center())


def calendars(window):
    return window.session.household.calendars


def titles_on(window, day):
    return [b.title for b in busy_on(window.session.household, window.first.replace(day=day))]


def test_a_file_is_shown_and_taken_in_for_whom_it_is(window, reading, club, qtbot, click):
    sheet = reading(club())
    assert sheet.preview.name.text() == "Club"
    assert sheet.summary.text().startswith("2 events between 25 Nov 2025 and 24 Nov 2028")
    assert [line.text() for line in sheet.preview.coming] == [
        "Thu 26 Nov, 16:00–17:00 · Judo",
        "Fri 27 Nov – Sat 28 Nov · Camp",
    ]
    assert calendars(window) == ()
    tick(qtbot, sheet, "leo")
    click(sheet.take)
    (kept,) = calendars(window)
    assert (kept.name, kept.people) == ("Club", ("leo",))
    assert titles_on(window, 26) == ["School", "Judo"]
    assert window.toast.words == "“Club”: 2 added."


def test_a_file_is_taken_in_by_keyboard_alone(window, reading, club, qtbot):
    sheet = reading(club())
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return):
        qtbot.keyClick(sheet.focusWidget(), key)
    assert [c.people for c in calendars(window)] == [("leo", "maya")]


def test_nobody_chosen_is_said_and_nothing_is_taken(window, reading, club, qtbot, click):
    sheet = reading(club())
    click(sheet.take)
    assert sheet.hint.text() == text.PEOPLE_MISSING
    assert sheet.isVisible()
    tick(qtbot, sheet, "maya")
    assert not sheet.hint.isVisible()


def test_the_newer_file_of_a_calendar_brings_it_up_to_date(window, reading, club, qtbot, click):
    sheet = reading(club())
    tick(qtbot, sheet, "leo", "maya")
    click(sheet.take)
    again = reading(club(judo="17", more=""))
    assert again.take.text() == text.BRING_UP_TO_DATE
    assert "Since then: 1 changed, 1 removed." in again.summary.text()
    assert again.preview.answers().people == ("leo", "maya")
    click(again.take)
    assert len(calendars(window)) == 1
    assert [(e.title, e.start) for e in calendars(window)[0].events] == [("Judo", 17 * 60)]


def test_one_undo_brings_back_what_was_before_the_import(window, reading, club, qtbot, click):
    sheet = reading(club())
    tick(qtbot, sheet, "leo")
    click(sheet.take)
    window.undo()
    assert calendars(window) == ()
    window.redo()
    assert len(calendars(window)) == 1


def test_what_could_not_be_read_is_listed_before_anything_is_kept(reading):
    sheet = reading(FILES / "broken.ics")
    told = [line.text() for line in sheet.preview.faults]
    assert told[0] == "Left out, because the file gives no day: “No start”."
    assert any("“Middle Earth/Shire” is not known here" in line for line in told)
    assert len(told) == 7


def test_a_zone_nobody_knows_is_still_said_beside_the_calendar(window, reading, qtbot, click):
    sheet = reading(FILES / "broken.ics")
    tick(qtbot, sheet, "leo")
    click(sheet.take)
    window.show_page("family")
    (line,) = window._opened["family"].widget.calendars.lines.values()
    said = [words.text() for words in line.findChildren(QLabel)]
    assert any("its time zone “Middle Earth/Shire” is not known here" in words for words in said)


def test_what_is_no_calendar_is_said_in_a_sentence(reading, tmp_path, window, click):
    path = tmp_path / "page.ics"
    path.write_text("<html>Please sign in</html>", encoding="utf-8")
    sheet = reading(path)
    assert sheet.summary.text().startswith("“page.ics” is a page of the web and no calendar.")
    assert not sheet.take.isVisible()
    click(sheet.leave)
    assert calendars(window) == ()


def test_reading_can_be_called_off(window, qtbot, club):
    made = add_calendar(window, club())
    with qtbot.waitSignal(made.destroyed, timeout=20_000):
        qtbot.keyClick(made.sheet, Qt.Key.Key_Escape)
    assert calendars(window) == ()


def test_no_file_chosen_opens_nothing(window):
    assert add_calendar(window, ask=lambda _parent: None) is None
    assert window.findChildren(Taking) == []


@pytest.fixture
def page_of_family(window, reading, club, qtbot, click):
    """The Family page with a calendar on it."""
    sheet = reading(club())
    tick(qtbot, sheet, "leo")
    click(sheet.take)
    window.show_page("family")
    return window._opened["family"].widget


@pytest.fixture
def line(page_of_family, window):
    return page_of_family.calendars.lines[calendars(window)[0].id]


def test_the_family_page_lists_a_calendar_and_lets_it_go(page_of_family, line, window, click):
    page_of_family.pane.ensureWidgetVisible(line)
    click(line.remove)
    assert calendars(window) == ()
    assert page_of_family.calendars.lines == {}
    assert window.toast.words == "Calendar “Club” removed."
    click(window.toast._button)
    assert [c.name for c in calendars(window)] == ["Club"]


def test_a_calendar_gets_another_name_and_other_people_without_its_file(
    page_of_family, line, window, qtbot, click
):
    page_of_family.pane.ensureWidgetVisible(line)
    click(line.edit)
    sheet = QApplication.activeModalWidget()
    QApplication.processEvents()
    tick(qtbot, sheet, "leo", "maya")
    sheet.preview.name.selectAll()
    qtbot.keyClicks(sheet.preview.name, "Judo club")
    assert sheet.take.text() == common.SAVE
    click(sheet.take)
    assert [(c.name, c.people) for c in calendars(window)] == [("Judo club", ("maya",))]


@pytest.mark.parametrize("name", ["google.ics", "GOOGLE.ICS"])
def test_a_calendar_file_can_be_dropped_onto_the_window(window, qtbot, tmp_path, name):
    copy(FILES / "google.ics", tmp_path / name)
    CalendarDrop(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    assert dropped(window, data)
    made = window.findChild(Taking)
    qtbot.waitUntil(lambda: not made.sheet.bar.isVisible(), timeout=20_000)
    assert made.sheet.preview.name.text() == "Sara's week"


def test_any_other_file_cannot(window, tmp_path):
    CalendarDrop(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    assert not dropped(window, data)
    assert window.findChildren(Taking) == []


def dropped(window, data):
    """Whether the window takes what is held over it; then it is let go there."""
    at, buttons, keys = QPointF(400, 300), LEFT, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window.windowHandle(), entering)
    if entering.isAccepted():
        QApplication.sendEvent(
            window.windowHandle(), QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys)
        )
    return entering.isAccepted()
