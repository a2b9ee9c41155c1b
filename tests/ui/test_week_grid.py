"""The week under a parent's hand: every press, drag and key is told as one wish, and nothing else moves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from planner.model import EntryId
from planner.week import add
from ui.hand import zone

MOD = Qt.KeyboardModifier


@pytest.fixture
def told(grid):
    """Every wish of the grid, in order, as a tuple that begins with its name."""
    heard = []
    for name in (
        "entry_chosen",
        "entry_opened",
        "done_toggled",
        "entry_moved",
        "entry_copied",
        "entry_resized",
        "entry_removed",
        "slot_drawn",
        "nothing_chosen",
        "menu_requested",
    ):
        getattr(grid, name).connect(lambda *values, n=name: heard.append((n, *values)))
    return heard


@pytest.fixture
def wishes(told):
    """The wishes that would change the week."""

    def found():
        return [w for w in told if w[0] not in {"entry_chosen", "nothing_chosen"}]

    return found


@pytest.fixture
def walk(entry):
    return entry(1, 2, "17:00", title="Worry walk", activity="worry-walk")


@pytest.fixture
def story(entry):
    return entry(2, 4, "18:00", 60, title="Story catch", pathway="feel-with")


def day(n, walk):
    return walk.day + timedelta(days=n - 2)


# choosing


def test_a_click_chooses_the_card_and_moves_nothing(hand, grid, told, walk):
    hand.click(hand.on(1))
    assert told == [("entry_chosen", walk)]
    assert grid.chosen == walk.id


def test_a_click_beside_the_cards_chooses_nothing(hand, grid, told):
    hand.click(hand.on(1))
    hand.click(hand.at(0, "17:00"))
    assert told[-1] == ("nothing_chosen",)
    assert grid.chosen is None


def test_a_trembling_hand_clicks_and_does_not_drag(hand, told, walk):
    at = hand.on(1)
    hand.drag(at, at + QPoint(1, 2))
    assert told == [("entry_chosen", walk)]


def test_the_right_button_asks_for_the_menu_of_the_card(hand, grid, told, walk):
    at = hand.on(1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, grid.mapToGlobal(at))
    QApplication.sendEvent(grid, event)
    assert told == [("entry_chosen", walk), ("menu_requested", walk, grid.mapToGlobal(at))]


# making something new


def test_after_the_menu_the_keys_are_still_with_the_card(hand, grid):
    grid.setFocus()
    at = hand.on(1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, grid.mapToGlobal(at))
    QApplication.sendEvent(grid, event)
    assert hand.card(1).hasFocus()


def test_a_double_click_on_free_time_draws_half_an_hour_there(qtbot, hand, grid, wishes, walk):
    qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=hand.at(5, "10:10"))
    assert wishes() == [("slot_drawn", day(5, walk), 600, 30)]


def test_a_double_click_just_before_midnight_runs_past_it(qtbot, hand, page, wishes, walk):
    page.area.verticalScrollBar().setValue(9999)
    qtbot.mouseDClick(hand.grid, Qt.MouseButton.LeftButton, pos=hand.at(5, "23:50"))
    assert wishes() == [("slot_drawn", day(5, walk), 23 * 60 + 45, 30)]


def test_a_drag_over_free_time_draws_exactly_that_time(hand, wishes, walk):
    hand.drag(hand.at(5, "10:05"), hand.at(5, "11:20"))
    assert wishes() == [("slot_drawn", day(5, walk), 600, 90)]


def test_a_drag_upwards_draws_the_same(hand, wishes, walk):
    hand.drag(hand.at(5, "11:20"), hand.at(5, "10:05"))
    assert wishes() == [("slot_drawn", day(5, walk), 600, 90)]


def test_while_a_slot_is_drawn_its_times_are_shown(hand, grid):
    hand.press(hand.at(5, "10:05"))
    hand.move(hand.at(5, "11:20"))
    assert grid.ghost.isVisible()
    assert grid.ghost.second_line == "10:00–11:30"


def test_a_double_click_on_a_card_opens_it(qtbot, hand, grid, wishes, walk):
    qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=hand.on(1))
    assert wishes() == [("entry_opened", walk)]


# moving


def test_a_drag_moves_the_card_to_another_day_and_time(hand, wishes, walk):
    hand.drag(hand.on(1), hand.on(1) + hand.at(5, "19:00") - hand.at(2, "17:00"))
    assert wishes() == [("entry_moved", walk, day(5, walk), 19 * 60)]


def test_what_was_moved_is_chosen_afterwards(hand, grid, walk):
    hand.click(hand.on(2))
    hand.drag(hand.on(1), hand.on(1) + QPoint(0, 100))
    assert grid.chosen == walk.id


def test_a_drag_goes_by_quarters_of_an_hour(hand, wishes, walk):
    hand.drag(hand.on(1), hand.on(1) + hand.at(2, "17:20") - hand.at(2, "17:00"))
    assert wishes() == [("entry_moved", walk, walk.day, 17 * 60 + 15)]


def test_shift_makes_it_five_minutes(hand, wishes, walk):
    end = hand.on(1) + hand.at(2, "17:20") - hand.at(2, "17:00")
    hand.drag(hand.on(1), end, MOD.ShiftModifier)
    assert wishes() == [("entry_moved", walk, walk.day, 17 * 60 + 20)]


def test_ctrl_copies(hand, wishes, walk):
    end = hand.on(1) + hand.at(3, "17:00") - hand.at(2, "17:00")
    hand.drag(hand.on(1), end, MOD.ControlModifier)
    assert wishes() == [("entry_copied", walk, day(3, walk), 17 * 60)]


def test_the_place_where_it_was_taken_stays_under_the_hand(hand, grid):
    grab = hand.on(2, "bottom") - QPoint(0, 12)
    hand.press(grab)
    hand.move(grab - QPoint(0, 160))
    assert grid.ghost.geometry().contains(grab - QPoint(0, 160))
    hand.release(grab)


def test_escape_leaves_everything_as_it_was(qtbot, hand, grid, told):
    hand.click(hand.on(2))
    told.clear()
    hand.press(hand.on(1))
    hand.move(hand.on(1) + QPoint(200, 100))
    assert grid.dragging
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert not grid.dragging
    assert not grid.ghost.isVisible()
    hand.release(hand.on(1) + QPoint(200, 100))
    assert told == []
    assert hand.card(2).hasFocus()


def test_letting_go_outside_leaves_everything_as_it_was(hand, grid, told):
    hand.press(hand.on(1))
    outside = QPoint(grid.width() + 60, hand.on(1).y())
    hand.move(outside)
    hand.release(outside)
    assert told == []
    assert not grid.ghost.isVisible()


def test_what_was_dragged_back_to_its_place_is_only_chosen(hand, told, walk):
    start = hand.on(1)
    hand.press(start)
    hand.move(start + QPoint(0, 100))
    hand.move(start + QPoint(0, 3))
    hand.release(start + QPoint(0, 3))
    assert told == [("entry_chosen", walk)]


def test_the_ghost_names_who_is_busy_then(hand, grid):
    hand.press(hand.on(1))
    hand.move(hand.on(1) + hand.at(2, "14:00") - hand.at(2, "17:00"))
    assert grid.ghost.second_line == "14:00–14:30"
    assert grid.note.text() == "Leo with Mum\nLeo has School then"


def test_two_who_are_busy_are_named_together(page, hand, grid, entry, family):
    household = add(family, entry(1, 2, "17:00", people=("leo", "maya")))
    page.show_week(household, page.first, grid.now)
    hand.press(hand.on(1))
    hand.move(hand.on(1) + hand.at(2, "14:00") - hand.at(2, "17:00"))
    assert grid.note.text().endswith("Leo and Maya have School then")


# stretching


def test_the_lower_edge_makes_it_longer(hand, wishes, walk):
    hand.drag(hand.on(1, "bottom"), hand.at(2, "18:15"))
    assert wishes() == [("entry_resized", walk, 17 * 60, 75)]


def test_the_upper_edge_lets_it_begin_earlier(hand, wishes, walk):
    hand.drag(hand.on(1, "top"), hand.at(2, "16:00"))
    assert wishes() == [("entry_resized", walk, 16 * 60, 90)]


def test_the_edge_of_a_short_card_goes_as_far_as_the_hand(page, hand, wishes, entry, family):
    short = entry(5, 1, "12:00", 15)  # drawn taller than its minutes
    page.show_week(add(family, short), page.first, page.grid.now)
    edge = hand.on(5, "bottom")
    hand.drag(edge, edge + hand.at(1, "12:15") - hand.at(1, "12:00"))
    assert wishes() == [("entry_resized", short, 12 * 60, 30)]


def test_an_edge_never_passes_the_other(hand, wishes, walk):
    hand.drag(hand.on(1, "bottom"), hand.at(2, "15:00"))
    assert wishes() == [("entry_resized", walk, 17 * 60, 15)]


@pytest.mark.parametrize(
    ("edge", "shape"),
    [
        ("top", Qt.CursorShape.SizeVerCursor),
        ("", Qt.CursorShape.PointingHandCursor),
        ("bottom", Qt.CursorShape.SizeVerCursor),
    ],
)
def test_the_cursor_tells_what_a_press_would_take(qtbot, hand, grid, edge, shape):
    qtbot.mouseMove(grid, hand.on(1, edge))
    assert grid.cursor().shape() == shape


def test_a_card_of_a_quarter_of_an_hour_keeps_both_edges_and_a_body(
    page, hand, grid, entry, family
):
    short = entry(1, 2, "17:00", 15)
    page.show_week(add(family, short), page.first, grid.now)
    assert [zone(grid, hand.card(1), hand.on(1, e)) for e in ("top", "", "bottom")] == [
        "top",
        "body",
        "bottom",
    ]


# past midnight


def test_what_runs_past_midnight_moves_as_a_whole_from_either_day(
    page, hand, grid, wishes, entry, family
):
    night = entry(1, 5, "23:30", 90)
    page.show_week(add(family, night), page.first, grid.now)
    page.area.verticalScrollBar().setValue(0)
    tail = grid.cards()[-1]
    at = tail.mapTo(grid, tail.rect().center())
    hand.drag(at, at + hand.at(5, "01:00") - hand.at(6, "01:00"))
    assert wishes() == [("entry_moved", night, day(4, night) - timedelta(days=3), 23 * 60 + 30)]


# keys


def test_arrows_go_from_card_to_card(qtbot, grid, hand, walk, story):
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.chosen == walk.id
    qtbot.keyClick(hand.card(1), Qt.Key.Key_Right)
    assert grid.chosen == story.id
    assert hand.card(2).hasFocus()
    qtbot.keyClick(hand.card(2), Qt.Key.Key_Up)
    assert grid.chosen == walk.id


def test_an_arrow_at_the_last_card_stays_there(qtbot, grid, hand, story):
    hand.click(hand.on(2))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(hand.card(2), key)
    assert grid.chosen == story.id


def test_arrows_pass_over_what_runs_past_midnight(qtbot, page, grid, hand, entry, family):
    household = add(family, entry(1, 2, "23:30", 60), entry(2, 3, "09:00"))
    page.show_week(household, page.first, grid.now)
    grid.choose(EntryId("1"), take_focus=True)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.chosen == "2"


@pytest.mark.parametrize(
    ("key", "keys", "wish"),
    [
        (Qt.Key.Key_Right, MOD.ControlModifier, ("entry_moved", 3, 17 * 60)),
        (Qt.Key.Key_Left, MOD.ControlModifier, ("entry_moved", 1, 17 * 60)),
        (Qt.Key.Key_Down, MOD.ControlModifier, ("entry_moved", 2, 17 * 60 + 15)),
        (Qt.Key.Key_Up, MOD.ControlModifier, ("entry_moved", 2, 16 * 60 + 45)),
    ],
)
def test_ctrl_and_an_arrow_move_the_chosen_card(qtbot, hand, wishes, walk, key, keys, wish):
    hand.click(hand.on(1))
    qtbot.keyClick(hand.card(1), key, keys)
    name, to, start = wish
    assert wishes() == [(name, walk, day(to, walk), start)]


def test_a_step_to_another_day_keeps_the_odd_minute(qtbot, page, hand, grid, wishes, entry, family):
    odd = entry(1, 2, "17:05")
    page.show_week(add(family, odd), page.first, grid.now)
    hand.click(hand.on(1))
    qtbot.keyClick(hand.card(1), Qt.Key.Key_Right, MOD.ControlModifier)
    assert wishes() == [("entry_moved", odd, odd.day + timedelta(days=1), 17 * 60 + 5)]


@pytest.mark.parametrize(("key", "minutes"), [(Qt.Key.Key_Down, 45), (Qt.Key.Key_Up, 15)])
def test_shift_and_an_arrow_change_the_length(qtbot, hand, wishes, walk, key, minutes):
    hand.click(hand.on(1))
    qtbot.keyClick(hand.card(1), key, MOD.ShiftModifier)
    assert wishes() == [("entry_resized", walk, 17 * 60, minutes)]


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Space, "done_toggled"),
        (Qt.Key.Key_Return, "entry_opened"),
        (Qt.Key.Key_Enter, "entry_opened"),
        (Qt.Key.Key_Delete, "entry_removed"),
    ],
)
def test_one_key_ticks_opens_or_deletes_the_chosen_card(qtbot, hand, grid, told, walk, key, wish):
    hand.click(hand.on(1))
    told.clear()
    qtbot.keyClick(hand.card(1), key)
    assert (wish, walk) in told


def test_keys_are_meant_for_the_card_with_the_focus(qtbot, hand, told, walk, grid):
    assert grid.chosen is None
    hand.card(1).setFocus()
    qtbot.keyClick(hand.card(1), Qt.Key.Key_Space)
    assert told == [("done_toggled", walk)]


def test_keys_without_a_card_change_nothing(qtbot, grid, told):
    grid.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        qtbot.keyClick(grid, key)
    assert told == []


# suggestions


@pytest.fixture
def ghost(page, entry):
    suggested = entry(9, 5, "10:00", 60, title="Bake for a neighbour", pathway="feel-with")
    page.show_suggestions((suggested,))
    return suggested


def test_a_suggestion_can_be_moved_by_hand(hand, wishes, ghost):
    hand.drag(hand.on(9), hand.on(9) + hand.at(6, "10:00") - hand.at(5, "10:00"))
    assert wishes() == [("entry_moved", ghost, ghost.day + timedelta(days=1), 600)]


def test_a_suggestion_has_no_edges_to_pull(hand, wishes, ghost):
    hand.drag(hand.on(9, "bottom"), hand.on(9, "bottom") + QPoint(0, 100))
    assert [w[0] for w in wishes()] == ["entry_moved"]


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Qt.Key.Key_Space, []),
        (Qt.Key.Key_F2, []),
        (Qt.Key.Key_Delete, ["entry_removed"]),
        (Qt.Key.Key_Return, ["entry_opened"]),
    ],
)
def test_keys_drop_and_open_a_suggestion_but_never_tick_it(qtbot, hand, wishes, ghost, key, asked):
    hand.click(hand.on(9))
    qtbot.keyClick(hand.card(9), key)
    assert [w[0] for w in wishes()] == asked
