"""Whole days stand above the hours: bars across their days, drawn, pulled, moved down and back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication

from planner.calendars.model import Calendar, CalendarEvent, CalendarId
from planner.drag import Slot
from planner.model import EntryId
from planner.week import add
from planner.whole_days import with_days, with_hours
from tests.ui.conftest import MAYA, MONDAY

LEFT, NONE, NO_BUTTON = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.MouseButton.NoButton,
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def days(entry):
    """`days(7, 5, 3)`: entry 7 on three whole days from Saturday; it was at 17:05 before."""

    def made(number, first, count, **more):
        return with_days(
            entry(number, first, "17:05", 40, **more), MONDAY + timedelta(first), count
        )

    return made


@pytest.fixture
def show(page, family, entry):
    def shown(*entries):
        page.show_week(
            add(family, entry(1, 2, "17:00", title="Walk"), *entries), MONDAY, page.grid.now
        )
        QApplication.processEvents()
        return page.grid.lane

    return shown


@pytest.fixture
def asked(grid):
    """Every wish that would change the week, in order."""
    heard = []
    for name in (
        "entry_changed",
        "entry_moved",
        "entry_made",
        "entry_removed",
        "slot_opened",
        "entry_opened",
    ):
        getattr(grid, name).connect(lambda *values, n=name: heard.append((n, *values)))
    return heard


@pytest.fixture
def across(qtbot, page):
    """`across(start widget, point, end widget, point)`: press, move and let go."""

    def send(widget, kind, source, at, buttons, keys):
        where = source.mapToGlobal(at)
        inside = QPointF(widget.mapFromGlobal(where))
        button = LEFT if kind != QEvent.Type.MouseMove else NO_BUTTON
        QApplication.sendEvent(
            widget, QMouseEvent(kind, inside, QPointF(where), button, buttons, keys)
        )

    def dragged(start, at, end, to, keys=NONE, *, let_go=True):
        send(start, QEvent.Type.MouseButtonPress, start, at, LEFT, keys)
        send(start, QEvent.Type.MouseMove, start, at + QPoint(3, 3), LEFT, keys)
        send(start, QEvent.Type.MouseMove, end, to, LEFT, keys)
        if let_go:
            send(start, QEvent.Type.MouseButtonRelease, end, to, NO_BUTTON, keys)

    return dragged


def spot(lane, day, row=0):
    """The middle of a day's place in this row of the lane."""
    return lane.slot_box(Slot(day, 0, 0, 1), row).center()


def test_a_bar_lies_across_its_days(show, days):
    lane = show(days(7, 1, 3))
    (bar,) = lane.cards
    assert lane.day_at(bar.x() + 1) == 1
    assert lane.day_at(bar.geometry().right()) == 3
    assert (bar.before, bar.after) == (False, False)


def test_arrows_tell_that_it_goes_on_outside_the_week(show, days):
    lane = show(days(7, -2, 4), days(8, 5, 4))
    assert [(b.before, b.after) for b in lane.cards] == [(True, False), (False, True)]


def test_whole_days_are_no_cards_among_the_hours(show, days, grid):
    show(days(7, 1, 3))
    assert [c.entry.id for c in grid.cards()] == ["1"]


def test_three_rows_are_seen_and_how_many_more(show, days, page):
    lane = show(*(days(n, 5, 1) for n in range(5, 11)))
    assert sum(b.isVisible() for b in lane.cards) == 3
    assert lane.hidden(5) == 3
    assert lane.hidden(4) == 0


def test_opening_the_lane_shows_all_and_hides_no_hours(qtbot, show, days, page):
    lane = show(*(days(n, 5, 1) for n in range(5, 11)))
    before = page.area.viewport().height()
    qtbot.mouseClick(lane, LEFT, NONE, QPoint(spot(lane, 5).x(), lane.height() - 4))
    QApplication.processEvents()
    assert all(b.isVisible() for b in lane.cards)
    assert lane.hidden(5) == 0
    assert page.area.viewport().height() > before / 2
    assert page.area.geometry().top() >= lane.geometry().bottom()
    page.area.verticalScrollBar().setValue(10**6)
    QApplication.processEvents()
    assert page.grid.visibleRegion().boundingRect().bottom() == page.grid.height() - 1


def test_more_rows_than_fit_are_rolled_through(qtbot, show, days):
    lane = show(*(days(n, 5, 1) for n in range(5, 20)))
    lane.toggle()
    assert lane.hidden(5) == 15 - lane.most_open
    lane.reveal(EntryId("19"))
    assert lane.cards[-1].isVisible() or lane.cards[-6].isVisible()


@pytest.fixture
def crowded(show, days):
    """Six lines on Saturday, which has three more than are seen."""
    return show(*(days(n, 5, 1) for n in range(5, 11)))


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget)


def more_of(lane):
    return [button for button in lane.more if button.isVisible()]


def test_how_many_more_there_are_is_a_button_a_screen_reader_names_and_presses(qtbot, crowded):
    (more,) = more_of(crowded)
    assert heard(more).role() == QAccessible.Role.Button
    assert heard(more).text(QAccessible.Text.Name) == "3 more on Saturday"
    assert heard(more).parent().object() is crowded
    with qtbot.waitSignal(crowded.opened):
        heard(more).actionInterface().doAction("Press")
    assert all(bar.isVisible() for bar in crowded.cards)
    (fewer,) = more_of(crowded)
    assert heard(fewer).text(QAccessible.Text.Name) == "Fewer rows"
    with qtbot.waitSignal(crowded.opened):
        heard(fewer).actionInterface().doAction("Press")
    assert sum(bar.isVisible() for bar in crowded.cards) == 3


def test_it_is_reached_by_tab_and_keeps_the_focus_when_the_lane_opens(qtbot, crowded, page):
    page.header.next.setFocus()
    for _ in range(20):
        if page.window().focusWidget() in more_of(crowded):
            break
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    (more,) = more_of(crowded)
    assert more.hasFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert crowded.is_open
    (fewer,) = more_of(crowded)
    assert fewer.hasFocus()
    qtbot.keyClick(fewer, Qt.Key.Key_Space)
    assert not crowded.is_open
    assert more_of(crowded)[0].hasFocus()


def test_arrows_go_from_the_more_of_one_day_to_that_of_another(qtbot, show, days):
    lane = show(*(days(n, 4, 2) for n in range(5, 11)))
    friday, saturday = more_of(lane)
    friday.setFocus()
    qtbot.keyClick(friday, Qt.Key.Key_Right)
    assert saturday.hasFocus()
    assert saturday.accessibleName() == "3 more on Saturday"
    qtbot.keyClick(saturday, Qt.Key.Key_Left)
    assert friday.hasFocus()


def test_an_open_lane_with_still_more_is_rolled_on_by_its_buttons_and_begins_again(show, days):
    lane = show(*(days(n, 5, 1) for n in range(5, 20)))
    lane.toggle()
    seen = {bar.entry.id for bar in lane.cards if bar.isVisible()}
    fewer, more = more_of(lane)
    assert (fewer.day, more.day) == (-1, 5)
    while lane.top + lane.shown_rows < 15:
        more.click()
        seen |= {bar.entry.id for bar in lane.cards if bar.isVisible()}
    assert len(seen) == 15
    more.click()
    assert lane.top == 0
    fewer.click()
    assert not lane.is_open


def test_a_week_with_room_has_no_such_buttons(crowded, show, page):
    assert more_of(crowded)
    page.show_week(page.household, MONDAY + timedelta(7), page.grid.now)
    assert not more_of(crowded)


def test_a_bar_is_moved_by_days(show, days, asked, across):
    trip = days(7, 1, 2)
    lane = show(trip)
    across(lane, spot(lane, 2), lane, spot(lane, 4))
    assert asked == [("entry_changed", trip, with_days(trip, trip.day + timedelta(2), 2))]


def test_its_ends_are_pulled_to_other_days(show, days, asked, across):
    trip = days(7, 1, 2)
    lane = show(trip)
    box = lane.cards[0].geometry()
    across(lane, QPoint(box.right() - 1, box.center().y()), lane, spot(lane, 5))
    across(lane, QPoint(box.left() + 1, box.center().y()), lane, spot(lane, 0))
    assert [(after.day - MONDAY, after.days) for _, _, after in asked] == [
        (timedelta(1), 5),
        (timedelta(0), 3),
    ]


def test_a_card_dragged_up_takes_the_whole_day(show, asked, across, grid, hand):
    lane = show()
    walk = hand.card(1).entry
    across(grid, hand.on(1), lane, spot(lane, 4))
    assert asked == [("entry_changed", walk, with_days(walk, MONDAY + timedelta(4), 1))]


def test_dragged_down_near_its_old_time_it_has_that_time_again(
    show, days, asked, across, grid, hand
):
    fair = days(7, 5, 1)
    lane = show(fair)
    across(lane, spot(lane, 5), grid, hand.at(5, "17:20"))
    assert asked == [("entry_changed", fair, with_hours(fair, fair.day))]
    assert (asked[0][2].start, asked[0][2].minutes) == (17 * 60 + 5, 40)


def test_dragged_down_elsewhere_it_has_the_time_it_is_dropped_at(
    show, days, asked, across, grid, hand
):
    fair = days(7, 5, 1)
    lane = show(fair)
    across(lane, spot(lane, 5), grid, hand.at(6, "11:10"))
    assert [(e.day.weekday(), e.start, e.minutes) for _, _, e in asked] == [(6, 11 * 60, 40)]


def test_with_ctrl_the_bar_is_copied(show, days, asked, across):
    trip = days(7, 1, 2, outcome="done")
    lane = show(trip)
    across(lane, spot(lane, 1), lane, spot(lane, 4), CTRL)
    ((wish, made),) = asked
    assert (wish, made.day.weekday(), made.days, made.outcome) == ("entry_made", 4, 2, "planned")


def test_esc_brings_the_bar_back(qtbot, show, days, asked, across, grid):
    lane = show(days(7, 1, 2))
    across(lane, spot(lane, 1), lane, spot(lane, 4), let_go=False)
    assert grid.dragging
    qtbot.keyClick(lane.cards[0], Qt.Key.Key_Escape)
    assert asked == []
    assert not grid.dragging


def test_a_drag_over_free_days_draws_them(show, asked, across):
    lane = show()
    across(lane, spot(lane, 4), lane, spot(lane, 2))
    ((wish, day, slot, letters),) = asked
    assert (wish, day - MONDAY, slot.days, letters) == ("slot_opened", timedelta(2), 3, "")


def test_a_double_click_plans_a_whole_day(qtbot, show, page):
    lane = show()
    qtbot.mouseDClick(lane, LEFT, NONE, spot(lane, 3))
    draft = page.form.value()
    assert (draft.day.weekday(), draft.days) == (3, 1)
    qtbot.keyClicks(page.form.title, "Fair")
    with qtbot.waitSignal(page.entry_added) as told:
        qtbot.keyClick(page.form.title, Qt.Key.Key_Return)
    assert (told.args[0].title, told.args[0].days) == ("Fair", 1)


def test_keys_go_from_the_bars_to_the_hours_and_move_them(qtbot, show, days, grid, asked):
    trip = days(7, 2, 2)
    lane = show(trip)
    grid.choose(trip.id, take_focus=True)
    qtbot.keyClick(lane.cards[0], Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(lane.cards[0], Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [(e.day - trip.day, e.days) for _, _, e in asked] == [
        (timedelta(1), 2),
        (timedelta(0), 3),
    ]
    qtbot.keyClick(lane.cards[0], Qt.Key.Key_Down)
    assert grid.chosen == "1"


def test_a_bar_out_of_sight_is_shown_when_keys_choose_it(show, days, grid):
    lane = show(*(days(n, 5, 1) for n in range(5, 11)))
    hidden = next(b for b in lane.cards if not b.isVisible())
    grid.choose(hidden.entry.id, take_focus=True)
    assert hidden.isVisible()
    assert hidden.hasFocus()


def test_a_bar_says_its_days(show, days):
    (bar,) = show(days(7, 5, 2, title="Trip")).cards
    assert bar.accessibleName().startswith("Saturday 28 November, All day until Sun 29 Nov, Trip")


def test_the_panel_shows_the_trip_that_began_last_week(show, days, page, grid):
    show(days(7, -2, 4, title="Trip"))
    grid.entry_chosen.emit(grid.lane.cards[0].entry)
    assert page.panel.entry.title == "Trip"


@pytest.fixture
def holidays(page, grid, family):
    """St Andrew on Monday, and the school's trip of Maya's from Friday into the next week."""

    def event(title, first, days):
        day = MONDAY + timedelta(first)
        last = day + timedelta(days)
        return CalendarEvent(
            uid=title, title=title, first=day, start=0, last=last, end=0, all_day=True, busy=False
        )

    calendar = Calendar(
        id=CalendarId("1"),
        name="School",
        people=(MAYA,),
        events=(event("St Andrew", 0, 1), event("Trip", 4, 6)),
        taken=page.grid.now,
        since=MONDAY,
        until=MONDAY + timedelta(99),
    )
    page.show_week(replace(family, calendars=(calendar,)), MONDAY, grid.now)
    return grid.lane


def test_what_calendars_have_for_whole_days_is_a_plain_line(holidays):
    assert holidays.notes == ((0, 1, "St Andrew · Maya"), (4, 10, "Trip · Maya"))
    assert holidays.rows == (0, 0)
    assert holidays.accessibleDescription() == "St Andrew · Maya; Trip · Maya"


def test_nobody_can_move_it(holidays, asked, across):
    across(holidays, spot(holidays, 0), holidays, spot(holidays, 3))
    assert [a[0] for a in asked] == ["slot_opened"]


def test_an_entry_of_the_family_stands_below_it(holidays, page, grid, days):
    page.show_week(add(page.household, days(7, 0, 5)), MONDAY, grid.now)
    assert grid.lane.rows == (0, 0, 1)
