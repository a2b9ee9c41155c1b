"""Free time under the hand and the keys: chosen, seen, typed into, pasted into; a card on its way over midnight."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from planner.actions import remove_entry
from planner.drag import Slot
from planner.model import DAY_MINUTES
from planner.week import add, entries_between
from tests.ui.conftest import MONDAY
from ui.slot_mark import spoken

LEFT, MOD, KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier, Qt.Key


@pytest.fixture
def asked(grid):
    heard = []
    for name in (
        "slot_drawn", "slot_opened", "entry_made", "entry_moved", "entry_copied", "entry_resized",
        "entry_changed", "entry_removed",
    ):  # fmt: skip
        getattr(grid, name).connect(lambda *values, n=name: heard.append((n, *values)))
    return heard


@pytest.fixture
def shown(window):
    return lambda: entries_between(window.session.household, window.first)


# choosing free time


def test_a_click_chooses_half_an_hour_and_shows_it(hand, grid, asked):
    hand.click(hand.at(5, "10:10"))
    assert grid.slot == Slot(5, 600, 30)
    assert grid._mark.isVisible()
    assert grid._mark.geometry() == grid.slot_box(grid.slot)
    assert asked == []


def test_a_click_a_pixel_above_the_line_means_the_line(hand, grid):
    hand.click(hand.at(5, "11:00") - QPoint(0, 1))
    assert grid.slot == Slot(5, 660, 30)
    hand.click(hand.at(5, "10:50"))
    assert grid.slot == Slot(5, 645, 30)


def test_a_drag_a_pixel_past_the_line_ends_at_the_line(hand, asked):
    hand.drag(hand.at(5, "10:00") - QPoint(0, 1), hand.at(5, "11:30") + QPoint(0, 1))
    assert asked == [("slot_drawn", MONDAY + timedelta(5), 600, 90)]


def test_a_card_chosen_lets_go_of_the_slot(hand, grid):
    hand.click(hand.at(5, "10:10"))
    hand.click(hand.on(1))
    assert grid.slot is None
    assert not grid._mark.isVisible()


def test_arrows_move_the_slot(qtbot, hand, grid):
    hand.click(hand.at(5, "10:10"))
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Left, KEY.Key_Up):
        qtbot.keyClick(grid, key)
    assert grid.slot == Slot(4, 630, 30)
    qtbot.keyClick(grid, KEY.Key_Down, MOD.ShiftModifier)
    assert grid.slot == Slot(4, 630, 45)


def test_above_the_first_hour_lie_the_whole_days(qtbot, grid):
    grid.select(Slot(3, 0, 30))
    qtbot.keyClick(grid, KEY.Key_Up)
    assert grid.slot == grid.lane.slot == Slot(3, 0, 0, 1)
    qtbot.keyClick(grid, KEY.Key_Right, MOD.ShiftModifier)
    assert grid.slot.days == 2
    qtbot.keyClick(grid, KEY.Key_Down)
    assert grid.slot == Slot(3, 0, 30)
    assert grid.lane.slot is None


def test_an_empty_week_is_walked_through_by_arrows(qtbot, page, grid, family):
    page.show_week(family, MONDAY, grid.now)
    grid.setFocus()
    qtbot.keyClick(grid, KEY.Key_Down)
    assert grid.slot == Slot(2, 17 * 60, 30)


def test_esc_on_a_card_leads_to_the_hours_and_esc_there_back_to_the_card(qtbot, hand, grid):
    hand.click(hand.on(1))
    qtbot.keyClick(hand.card(1), KEY.Key_Escape)
    assert grid.slot == Slot(2, 17 * 60, 30)
    assert grid.hasFocus()
    qtbot.keyClick(grid, KEY.Key_Escape)
    assert grid.slot is None
    assert hand.card(1).hasFocus()


def test_the_slot_is_said(grid):
    assert spoken(grid, Slot(3, 1020, 30)) == "Thursday 26 November, 17:00 to 17:30, free"
    assert spoken(grid, Slot(3, 0, 0, 2)).startswith("Thursday 26 November, All day until Friday")


def test_what_is_in_the_slot_is_said_and_not_that_it_is_free(grid):
    assert spoken(grid, Slot(2, 17 * 60, 15)).endswith("17:00 to 17:15, Worry walk")
    assert spoken(grid, Slot(2, 9 * 60, 30)).endswith("09:00 to 09:30, School · Leo, Maya")
    assert spoken(grid, Slot(2, 15 * 60, 30)).endswith("15:00 to 15:30, free")


def test_what_is_in_a_chosen_slot_can_still_be_read(grid):
    box = grid.slot_box(Slot(2, 9 * 60, 60))
    before = grid.grab(box.adjusted(5, 5, -5, -30)).toImage()
    grid.select(Slot(2, 9 * 60, 60))
    assert grid.grab(box.adjusted(5, 5, -5, -30)).toImage() == before


# something new


def test_typing_begins_something_new_there_and_enter_adds_it(qtbot, window, on_window, shown):
    on_window.click(on_window.at(5, "10:10"))
    qtbot.keyClick(window.week.grid, KEY.Key_K, MOD.ShiftModifier)
    qtbot.keyClicks(window.focusWidget(), "ite")
    assert window.week.grid.ghost.isVisible()
    qtbot.keyClick(window.focusWidget(), KEY.Key_Return)
    (kite,) = [e for e in shown() if e.title.casefold() == "kite"]
    assert (kite.day.weekday(), kite.start, kite.minutes) == (5, 600, 30)
    assert window._toast is None  # nothing was left unsaved
    assert window.focusWidget().entry == kite


def test_esc_while_typing_leaves_no_trace(qtbot, window, on_window, shown):
    on_window.click(on_window.at(5, "10:10"))
    before = window.session.household
    qtbot.keyClicks(window.week.grid, "k")
    qtbot.keyClicks(window.focusWidget(), "ite")
    qtbot.keyClick(window.focusWidget(), KEY.Key_Escape)
    assert window.session.household is before
    assert not window.week.grid.ghost.isVisible()


def test_esc_while_typing_leads_back_to_the_slot(qtbot, window, on_window):
    grid = window.week.grid
    on_window.click(on_window.at(5, "10:10"))
    qtbot.keyClicks(grid, "k")
    qtbot.keyClick(window.focusWidget(), KEY.Key_Escape)
    assert grid.slot == Slot(5, 600, 30)
    assert window.focusWidget() is grid


def test_what_was_typed_and_left_can_be_gone_on_with(qtbot, window, on_window, shown):
    on_window.click(on_window.at(5, "10:10"))
    qtbot.keyClicks(window.week.grid, "d")
    qtbot.keyClicks(window.focusWidget(), "entist")
    on_window.click(on_window.on(2))
    assert window.toast.words == "“dentist” was not saved."
    assert window.week.chosen.title == window.focusWidget().entry.title == "Story catch"
    qtbot.mouseClick(window.toast._button, LEFT)
    assert window.week.form.title.text() == "dentist"
    qtbot.keyClick(window.week.form.title, KEY.Key_Return)
    assert [(e.start, e.title) for e in shown() if e.start == 600] == [(600, "dentist")]


def test_an_entry_left_half_changed_can_be_gone_on_with(qtbot, window, on_window, shown):
    qtbot.mouseDClick(window.week.grid, LEFT, MOD.NoModifier, on_window.on(2))
    qtbot.keyClicks(window.week.form.title, "Tea with Gran")
    on_window.click(on_window.on(1))
    qtbot.mouseClick(window.toast._button, LEFT)
    qtbot.keyClick(window.week.form.title, KEY.Key_Return)
    assert [e.title for e in shown()] == ["Worry walk", "Tea with Gran"]


def test_how_it_was_to_come_again_is_gone_on_with_too(qtbot, window, on_window):
    qtbot.mouseDClick(window.week.grid, LEFT, MOD.NoModifier, on_window.at(5, "10:10"))
    form = window.week.form
    qtbot.keyClicks(form.title, "Choir")
    while form.repeats.way.currentText() != "Every week on …":
        qtbot.keyClick(form.repeats.way, KEY.Key_Down)
    on_window.click(on_window.on(1))
    qtbot.mouseClick(window.toast._button, LEFT)
    qtbot.keyClick(form.title, KEY.Key_Return)
    assert [r.first.title for r in window.session.household.rituals] == ["Choir"]


def test_nothing_is_said_where_nothing_was_typed(qtbot, window, on_window):
    qtbot.mouseDClick(window.week.grid, LEFT, MOD.NoModifier, on_window.on(2))
    on_window.click(on_window.on(1))
    qtbot.mouseDClick(window.week.grid, LEFT, MOD.NoModifier, on_window.at(5, "10:10"))
    on_window.click(on_window.on(1))
    assert window._toast is None


def test_a_letter_of_two_keys_begins_something_too(window, on_window):
    grid = window.week.grid
    on_window.click(on_window.at(5, "10:10"))
    assert grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    half, whole = QInputMethodEvent("´", []), QInputMethodEvent()
    whole.setCommitString("É")
    QApplication.sendEvent(grid, half)
    assert grid.slot is not None
    QApplication.sendEvent(grid, whole)
    assert window.week.form.title.text() == "É"
    assert window.focusWidget() is window.week.form.title


def test_choosing_a_known_title_while_typing_sets_its_length(qtbot, window, on_window, shown):
    on_window.click(on_window.at(5, "10:10"))
    qtbot.keyClicks(window.week.grid, "w")
    form = window.week.form
    qtbot.keyClicks(form.title, "orry")
    form.title.completer().activated.emit("Worry walk")
    form.title.setText("Worry walk")
    qtbot.keyClick(form.title, KEY.Key_Return)
    made = next(e for e in shown() if e.start == 600)
    assert (made.activity, made.minutes, made.pathway) == ("worry-walk", 20, "reach")


def test_enter_opens_the_form_for_the_slot(qtbot, hand, grid, asked):
    hand.click(hand.at(5, "23:40"))
    qtbot.keyClick(grid, KEY.Key_Return)
    assert asked == [("slot_drawn", MONDAY + timedelta(5), 23 * 60 + 30, 30)]


# the clipboard


def test_copied_and_pasted_it_stands_in_the_slot_and_is_still_to_be_done(
    qtbot, window, on_window, shown
):
    hand = on_window
    window.toggle_done(hand.card(2).entry)
    hand.click(hand.on(2))
    qtbot.keyClick(hand.card(2), KEY.Key_C, MOD.ControlModifier)
    hand.click(hand.at(6, "11:00"))
    qtbot.keyClick(window.week.grid, KEY.Key_V, MOD.ControlModifier)
    stories = [
        (e.day.weekday(), e.start, e.minutes, e.outcome)
        for e in shown()
        if e.title == "Story catch"
    ]
    assert stories == [(4, 18 * 60, 60, "done"), (6, 11 * 60, 60, "planned")]


def test_cut_takes_it_away_and_paste_brings_it_to_the_whole_day(qtbot, window, on_window, shown):
    hand, grid = on_window, window.week.grid
    hand.click(hand.on(2))
    qtbot.keyClick(hand.card(2), KEY.Key_X, MOD.ControlModifier)
    assert [e.title for e in shown()] == ["Worry walk"]
    grid.select(Slot(6, 0, 0, 1))
    qtbot.keyClick(grid, KEY.Key_V, MOD.ControlModifier)
    (story,) = [e for e in shown() if e.title == "Story catch"]
    assert (story.day.weekday(), story.days, story.was_at) == (6, 1, (18 * 60, 60))


def test_pasted_words_begin_something_of_that_name(qtbot, window, on_window):
    QGuiApplication.clipboard().setText("Visit the\nmuseum ")
    on_window.click(on_window.at(6, "11:00"))
    qtbot.keyClick(window.week.grid, KEY.Key_V, MOD.ControlModifier)
    assert window.week.form.title.text() == "Visit the museum"
    assert window.session.undoable is None


@pytest.mark.parametrize(("words", "on_slot"), [(" ", True), ("hello", False)])
def test_anything_else_on_the_clipboard_is_left_alone(qtbot, hand, grid, asked, words, on_slot):
    QGuiApplication.clipboard().setText(words)
    hand.click(hand.at(6, "11:00") if on_slot else hand.on(1))
    qtbot.keyClick(grid, KEY.Key_V, MOD.ControlModifier)
    assert asked == []


# moving


def test_less_than_four_pixels_is_a_click_and_four_are_a_drag(hand, asked):
    at = hand.on(1)
    hand.drag(at, at + QPoint(0, 3))
    assert asked == []
    hand.press(at)
    hand.move(at + QPoint(0, 4))
    assert hand.grid.dragging


def test_ctrl_is_seen_in_the_pointer_and_read_on_the_ghost(qtbot, hand, grid):
    hand.press(hand.on(1))
    hand.move(hand.on(1) + QPoint(0, 40))
    assert grid.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    qtbot.keyPress(grid, KEY.Key_Control)
    assert grid.cursor().shape() == Qt.CursorShape.DragCopyCursor
    assert grid.ghost.second_line.startswith("+ ")
    qtbot.keyRelease(grid, KEY.Key_Control)
    assert grid.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    assert not grid.ghost.second_line.startswith("+ ")


def test_shift_and_ctrl_are_seen_before_the_hand_moves_on(qtbot, hand, grid):
    hand.press(hand.on(1))
    hand.move(hand.on(1) + QPoint(0, round(grid.scale.y(67) - grid.scale.y(60))))
    assert grid.ghost.second_line == "17:00–17:30"
    qtbot.keyPress(grid, KEY.Key_Shift)
    assert grid.ghost.second_line == "17:05–17:35"
    qtbot.keyRelease(grid, KEY.Key_Shift)
    assert grid.ghost.second_line == "17:00–17:30"
    qtbot.keyPress(grid, KEY.Key_Control)
    assert grid.ghost.second_line == "+ 17:00–17:30"
    grid.cancel_drag()


def test_another_button_takes_the_drag_back(qtbot, hand, grid, asked):
    hand.press(hand.on(1))
    hand.move(hand.at(3, "12:00"))
    qtbot.mousePress(grid, Qt.MouseButton.RightButton, MOD.NoModifier, hand.at(3, "12:00"))
    assert not grid.dragging
    assert grid.ghost.isHidden()
    with qtbot.assertNotEmitted(grid.menu_requested):
        grid.ask_menu(hand.card(1), QPoint())
    hand.release(hand.at(3, "12:00"))
    assert asked == []
    with qtbot.waitSignal(grid.menu_requested):
        grid.ask_menu(hand.card(1), QPoint())


def test_outside_the_week_there_is_no_ghost_and_letting_go_changes_nothing(hand, grid, asked):
    hand.press(hand.on(1))
    hand.move(hand.on(1) + QPoint(0, 60))
    hand.move(QPoint(5000, 300))
    assert not grid.ghost.isVisible()
    assert grid.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release(QPoint(5000, 300))
    assert asked == []
    assert grid.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_near_the_lower_edge_the_hours_scroll_and_the_ghost_goes_along(qtbot, hand, grid, page):
    bar = page.area.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    hand.press(hand.at(2, "01:00"))
    edge = QPoint(hand.at(2, "01:00").x(), page.area.viewport().height() - 5)
    hand.move(edge)
    before = grid.ghost.geometry().bottom()
    qtbot.waitUntil(lambda: bar.value() > 60)
    assert grid.ghost.geometry().bottom() > before
    grid.cancel_drag()
    still = bar.value()
    assert not grid.edges.isActive()
    assert bar.value() == still


def test_while_the_wheel_turns_the_ghost_stays_under_the_hand(hand, grid, page):
    hand.press(hand.on(1))
    at = hand.at(2, "15:00")
    hand.move(at)
    view = page.area.viewport()
    spot = QPointF(view.mapFromGlobal(grid.mapToGlobal(at)))
    turned = QWheelEvent(
        spot, QPointF(grid.mapToGlobal(at)), QPoint(), QPoint(0, 120), LEFT,
        MOD.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = page.area.verticalScrollBar().value()
    QApplication.sendEvent(view, turned)
    assert page.area.verticalScrollBar().value() < before
    under = grid.mapFromGlobal(view.mapToGlobal(spot.toPoint()))
    assert grid.ghost.geometry().adjusted(0, -12, 0, 12).contains(under)
    grid.cancel_drag()


def test_no_key_opens_anything_while_the_hand_holds_a_card(qtbot, window, on_window):
    on_window.press(on_window.on(1))
    on_window.move(on_window.at(3, "12:00"))
    for key in (KEY.Key_N, KEY.Key_Z, KEY.Key_Comma):
        qtbot.keyClick(window.focusWidget(), key, MOD.ControlModifier)
    assert window.page == "week"
    assert window.week.side.currentWidget() is window.week.panel
    assert window.week.grid.dragging
    qtbot.keyClick(window.focusWidget(), KEY.Key_PageDown)
    assert window.first == MONDAY + timedelta(days=7)
    window.week.grid.cancel_drag()


def test_a_week_changed_from_elsewhere_takes_the_card_out_of_the_hand(window, on_window, shown):
    on_window.press(on_window.on(1))
    on_window.move(on_window.at(3, "12:00"))
    window.do(remove_entry(shown()[0]))
    assert not window.week.grid.dragging
    on_window.release(on_window.at(3, "12:00"))
    assert [e.title for e in shown()] == ["Story catch"]


@pytest.fixture
def rest_on_next(qtbot, window, on_window):
    """The walk is held over the button for the next week until that is shown."""
    hand, grid, first = on_window, window.week.grid, window.first
    button = window.week.header.next
    hand.press(hand.on(1))
    hand.move(hand.on(1) + QPoint(0, 40))
    hand.move(grid.mapFromGlobal(button.mapToGlobal(button.rect().center())))
    qtbot.waitUntil(lambda: window.first == first + timedelta(7))
    return hand


def test_resting_on_the_button_turns_the_week_and_the_card_comes_along(rest_on_next, window, shown):
    hand, first = rest_on_next, window.first
    hand.move(hand.at(6, "11:00"))
    assert window.week.grid.ghost.isVisible()
    hand.release(hand.at(6, "11:00"))
    assert [(e.title, e.day - first) for e in shown()] == [("Worry walk", timedelta(6))]
    assert window.week.chosen.title == "Worry walk"


def test_resting_there_is_not_forbidden(rest_on_next, window):
    assert window.week.grid.cursor().shape() == Qt.CursorShape.ClosedHandCursor


def test_what_was_let_go_in_another_week_has_the_keys(rest_on_next, window):
    rest_on_next.move(rest_on_next.at(1, "12:00"))
    rest_on_next.release(rest_on_next.at(1, "12:00"))
    assert window.focusWidget().entry.day == MONDAY + timedelta(days=8)


def test_moved_by_keys_over_the_end_of_the_week_it_keeps_them(qtbot, window, on_window, shown):
    on_window.click(on_window.on(2))
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), KEY.Key_Right, MOD.ControlModifier)
    assert window.first == MONDAY + timedelta(days=7)
    assert window.focusWidget().entry.title == "Story catch"
    assert window.week.chosen == window.focusWidget().entry
    assert [e.title for e in shown()] == ["Story catch"]


def test_undo_goes_back_to_the_week_it_was_dragged_out_of(rest_on_next, window, shown):
    rest_on_next.move(rest_on_next.at(1, "12:00"))
    rest_on_next.release(rest_on_next.at(1, "12:00"))
    window.undo()
    assert window.first == MONDAY
    assert [e.title for e in shown()] == ["Worry walk", "Story catch"]
    window.redo()
    assert [e.title for e in shown()] == ["Worry walk"]


def test_esc_brings_back_the_week_as_well(qtbot, rest_on_next, window, shown):
    assert window.focusWidget() is window.week.grid
    qtbot.keyClick(window.focusWidget(), KEY.Key_Escape)
    assert window.first == MONDAY
    assert window.session.undoable is None
    assert [e.day.weekday() for e in shown()] == [2, 4]


def test_let_go_on_the_button_everything_is_back(rest_on_next, window):
    hand, button = rest_on_next, window.week.header.next
    hand.release(window.week.grid.mapFromGlobal(button.mapToGlobal(button.rect().center())))
    assert window.first == MONDAY
    assert window.session.undoable is None


def test_who_is_busy_is_read_beside_a_short_card_too(page, hand, grid, entry, family):
    page.show_week(add(family, entry(1, 2, "17:00", 15)), MONDAY, grid.now)
    hand.press(hand.on(1))
    hand.move(hand.on(1) + hand.at(2, "14:00") - hand.at(2, "17:00"))
    assert grid.note.text() == "Leo with Mum\nLeo has School then"
    assert grid.note.isVisible()
    assert not grid.note.geometry().intersects(grid.ghost.geometry())
    assert grid.visibleRegion().boundingRect().contains(grid.note.geometry())
    hand.move(hand.on(1) + QPoint(0, 40))
    assert grid.note.text() == "Leo with Mum"
    hand.move(hand.on(1) + hand.at(2, "14:00") - hand.at(2, "17:00"))
    grid.cancel_drag()
    assert not grid.note.isVisible()


# past midnight


@pytest.fixture
def night(page, grid, entry, family):
    made = entry(3, 5, "23:30", 90, title="New Year")
    page.show_week(add(family, made), MONDAY, grid.now)
    page.area.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    return made


def test_the_part_after_midnight_is_pulled_longer(hand, grid, asked, night):
    tail = grid.cards()[-1]
    edge = tail.mapTo(grid, QPoint(tail.width() // 2, tail.height() - 1))
    hand.drag(edge, hand.at(6, "02:00"))
    assert asked == [("entry_resized", night, night.start, 150)]


def test_the_part_after_midnight_has_no_upper_edge(hand, grid, asked, night):
    tail = grid.cards()[-1]
    edge = tail.mapTo(grid, QPoint(tail.width() // 2, 1))
    hand.drag(edge, edge + QPoint(0, 40))
    assert [a[0] for a in asked] == ["entry_moved"]


def test_the_part_after_midnight_can_be_moved_into_the_morning(hand, grid, asked, night):
    tail = grid.cards()[-1]
    at = tail.mapTo(grid, tail.rect().center())
    hand.drag(at, at + hand.at(6, "02:00") - hand.at(6, "00:30"))
    day, start = divmod((night.day - grid.first).days * DAY_MINUTES + night.start + 90, DAY_MINUTES)
    assert asked == [("entry_moved", night, grid.first + timedelta(days=day), start)]


def test_who_is_doubly_booked_after_midnight_is_said(page, grid, hand, entry, family, night):
    early = entry(4, 6, "00:30", title="Moon walk")
    page.show_week(add(family, night, early), MONDAY, grid.now)
    page.area.verticalScrollBar().setValue(9999)
    head = next(c for c in grid.cards() if c.entry.id == night.id)
    at = head.mapTo(grid, head.rect().center())
    hand.press(at)
    hand.move(at + QPoint(0, 10))
    assert grid.note.text().endswith("Leo and Mum have Moon walk then")


def test_what_is_not_this_week_is_in_nobodys_way(page, grid, hand, entry, family):
    resting = entry(4, 2, "19:00", title="Moon walk", outcome="not-this-week")
    page.show_week(add(family, entry(1, 2, "17:00"), resting), MONDAY, grid.now)
    hand.press(hand.on(1))
    hand.move(hand.on(1) + hand.at(2, "19:00") - hand.at(2, "17:00"))
    assert grid.ghost.second_line == "19:00–19:30"
