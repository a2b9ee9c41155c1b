"""From a list onto the week: an activity or a suggestion is held over the hours and let go there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from planner.documents import entry_document
from planner.drag import Slot
from planner.placing import entry_for
from planner.week import entries_between
from planner.whole_days import whole_days
from tests.ui.conftest import LEO, MONDAY, SARA, WALK
from ui import theme
from ui.drag_row import DragRow
from ui.entry_clipboard import packed, unpacked
from ui.labels import label

NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def hold():
    """`hold(widget, at, data)`: it comes in and is held there; gives whether it may be let go."""

    def held(widget, at, data):
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(at, Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
            QApplication.sendEvent(widget, event)
            if not event.isAccepted():
                return False
        return True

    return held


@pytest.fixture
def let_go():
    def dropped(widget, at, data):
        event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    return dropped


@pytest.fixture
def walk(family):
    return packed(entry_for(WALK, family, MONDAY, 0))


def test_an_activity_is_put_where_it_is_let_go(window, on_window, hold, let_go, walk):
    grid, at = window.week.grid, on_window.at(5, "10:10")
    assert hold(grid, at, walk)
    assert grid.ghost.isVisible()
    assert grid.ghost.second_line == "10:15–10:35"
    assert let_go(grid, at, walk)
    made = entries_between(window.session.household, window.first)[-1]
    assert (made.activity, made.day.weekday(), made.start, made.minutes) == (
        "worry-walk",
        5,
        615,
        20,
    )
    assert made.people == (LEO, SARA)
    assert not grid.ghost.isVisible()
    window.undo()
    assert len(entries_between(window.session.household, window.first)) == 2


def test_while_it_is_held_it_says_who_is_busy(window, on_window, hold, walk):
    hold(window.week.grid, on_window.at(2, "14:00"), walk)
    assert window.week.grid.note.text() == "Leo with Mum\nLeo has School then"


def test_let_go_outside_nothing_is_left_of_it(window, on_window, hold, walk):
    before = window.session.household
    hold(window.week.grid, on_window.at(5, "10:10"), walk)
    QApplication.sendEvent(window.week.grid, QDragLeaveEvent())
    assert not window.week.grid.ghost.isVisible()
    assert window.session.household is before


def test_on_the_lane_it_takes_the_whole_day(window, hold, let_go, walk):
    lane = window.week.grid.lane
    at = lane.slot_box(Slot(6, 0, 0, 1)).center()
    assert hold(lane, at, walk)
    assert let_go(lane, at, walk)
    (made,) = whole_days(window.session.household, window.first)
    assert (made.title, made.day.weekday(), made.was_at) == ("Worry walk", 6, (0, 20))


def test_what_is_no_entry_cannot_be_let_go(window, on_window, hold):
    data = QMimeData()
    data.setText("hello")
    assert not hold(window.week.grid, on_window.at(5, "10:10"), data)
    assert not window.week.grid.ghost.isVisible()


def test_a_suggestion_of_the_list_is_moved_and_not_doubled(
    page, hand, grid, entry, hold, let_go, qtbot
):
    ghost = entry(9, 5, "10:00", 60, title="Bake")
    page.show_suggestions((ghost,))
    at = hand.at(6, "12:00")
    assert hold(grid, at, packed(ghost))
    with qtbot.waitSignal(grid.entry_moved) as told:
        let_go(grid, at, packed(ghost))
    assert told.args == [ghost, MONDAY + timedelta(6), 720]
    assert grid.card_of(ghost.id).hasFocus()


def test_a_suggestion_has_hours_and_stays_out_of_the_lane(page, grid, entry, hold):
    ghost = entry(9, 5, "10:00", 60, title="Bake")
    page.show_suggestions((ghost,))
    assert not hold(grid.lane, QPoint(400, 5), packed(ghost))
    assert not grid.ghost.isVisible()


def test_a_suggestion_on_the_week_stays_out_of_the_lane_and_in_its_week(page, hand, grid, entry):
    ghost = entry(9, 5, "10:00", 60, title="Bake")
    page.show_suggestions((ghost,))
    heard = []
    grid.entry_moved.connect(lambda *wish: heard.append(wish))
    hand.press(hand.on(9))
    hand.move(hand.on(9) + QPoint(0, 20))
    over_lane = grid.mapFromGlobal(grid.lane.mapToGlobal(grid.lane.rect().center()))
    hand.move(over_lane)
    assert grid.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    following = page.header.next
    hand.move(grid.mapFromGlobal(following.mapToGlobal(following.rect().center())))
    assert not grid.edges.rest.isActive()
    hand.release(over_lane)
    assert heard == []


def test_held_over_week_in_the_sidebar_the_week_comes_up(qtbot, window, walk):
    window.show_page("activities")
    button = window.sidebar.buttons["week"]
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, walk, LEFT, NO_KEYS)
    QApplication.sendEvent(button, event)
    assert event.isAccepted()
    qtbot.waitUntil(lambda: window.page == "week")


def test_only_passing_over_week_changes_nothing(qtbot, window, walk):
    window.show_page("activities")
    button = window.sidebar.buttons["week"]
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, walk, LEFT, NO_KEYS)
    QApplication.sendEvent(button, event)
    QApplication.sendEvent(button, QDragLeaveEvent())
    assert not button._rest.isActive()
    assert window.page == "activities"


def test_held_over_next_the_week_turns_under_it(qtbot, window, hold, walk):
    first, header = window.first, window.week.header
    assert not hold(header, header.next.geometry().center(), walk)
    qtbot.waitUntil(lambda: window.first > first)
    QApplication.sendEvent(header, QDragLeaveEvent())
    assert not window.week.grid.edges.rest.isActive()


def test_held_over_the_calendar_the_month_comes_up_and_a_day_takes_it(
    qtbot, window, hold, let_go, walk
):
    window.join_late()
    header = window.week.header
    hold(header, header.go_to.geometry().center(), walk)
    qtbot.waitUntil(lambda: window.page == "month")
    grid = window.pages.currentWidget().grid
    saturday = MONDAY + timedelta(days=5)
    at = grid.box_of(saturday).geometry().center()
    assert hold(grid, at, walk)
    assert let_go(grid, at, walk)
    (placed,) = entries_between(window.session.household, saturday, 1)
    assert (placed.title, placed.minutes) == (WALK.title, WALK.minutes_min)
    assert window.page == "month"
    assert window.focusWidget().day == saturday


def test_let_go_nowhere_the_library_is_shown_again(window, monkeypatch):
    window.turn(1)
    window.show_page("activities")
    page = window.pages.currentWidget()

    def wander(_drag, _actions):
        window.show_page("week")
        window.turn(2)
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("ui.drops.QDrag.exec", wander)
    page.grid.drag_begun.emit(WALK)
    assert window.page == "activities"
    assert window.first == MONDAY + timedelta(days=7)


def test_a_card_of_the_library_and_a_line_of_the_list_can_be_taken(window, entry, monkeypatch):
    taken = []
    monkeypatch.setattr("ui.pages.begin_drag", lambda _source, e: taken.append(e.title))
    window.show_page("activities")
    page = window._opened["activities"].widget
    page.grid.setCurrentIndex(page.grid.cards.index(0))
    page.grid.startDrag(Qt.DropAction.CopyAction)
    assert taken == ["Worry walk"]
    assert page.grid.cards.flags(page.grid.cards.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert DragRow(entry(9, 5, "10:00")).cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_a_press_on_the_words_of_a_line_takes_it_along(qtbot, entry, monkeypatch):
    taken = []
    monkeypatch.setattr("ui.drag_row.begin", lambda _source, e: taken.append(e.title))
    row = DragRow(entry(9, 5, "10:00", title="Bake"))
    qtbot.addWidget(row)
    words = label("Bake for a neighbour", theme.light().ink)
    QVBoxLayout(row).addWidget(words)
    with qtbot.waitExposed(row):
        row.show()
    start = words.rect().center()
    qtbot.mousePress(words, LEFT, pos=start)
    for way in (2, 30):
        at = QPointF(start + QPoint(way, 0))
        moved = QMouseEvent(
            QEvent.Type.MouseMove, at, words.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NO_KEYS
        )
        QApplication.sendEvent(words, moved)
        assert taken == (["Bake"] if way > 10 else [])


@pytest.mark.parametrize("kept", [b"", b"{}", b"[1]", b'{"id": "1", "entry": {}}', b"\xff"])
def test_broken_data_is_no_entry(kept):
    data = QMimeData()
    data.setData("application/x-kinweek-entry", kept)
    assert unpacked(data) is None


def test_private_words_do_not_go_along(entry):
    made = entry(1, 2, "17:00", note="Towels")
    assert unpacked(packed(made)) == made
    assert "Towels" not in packed(made).text()
    assert "reflection" not in entry_document(made)
