"""Rituals under real clicks and keys: begun in the form, and asked about whenever more than one is meant."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from planner.drag import Slot
from planner.rituals import occurrence, occurrence_id, occurrence_of, with_ritual
from planner.rituals_series import SCOPES
from planner.store import open_store
from planner.week import entries_between
from planner.whole_days import with_days
from tests.builders import ritual
from tests.ui.conftest import LEO, MONDAY, NOW, SARA, Hand
from ui.around_week import open_month
from ui.entry_form import EntryForm
from ui.scope_question import ScopeQuestion
from ui.text import rituals as text
from ui.text.week import card_tip

KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
STORY = ritual("_ Wed 18:00-18:30 Story (leo, sara)", "FREQ=WEEKLY;BYDAY=WE", monday=MONDAY)
WEDNESDAY = MONDAY + timedelta(days=2)
ONE = occurrence_id(STORY.id, WEDNESDAY)


@pytest.fixture
def window(open_at, family):
    made = open_at(with_ritual(family, STORY))
    made.show_day(WEDNESDAY)
    return made


@pytest.fixture
def hand(qtbot, window):
    return Hand(qtbot, window.week.grid)


@pytest.fixture
def shown(window):
    """What stands in some weeks: `Wed 18:00 30` for each."""

    def lines(first: int = 0, count: int = 3) -> list[str]:
        found = entries_between(
            window.session.household, MONDAY + timedelta(days=7 * first), 7 * count
        )
        return [
            f"{e.day:%a} {e.start // 60}:{e.start % 60:02} {e.minutes} {e.title}" for e in found
        ]

    return lines


def question(window) -> ScopeQuestion | None:
    QApplication.processEvents()
    open_ones = [q for q in window.findChildren(ScopeQuestion) if q.isVisible()]
    return open_ones[0] if open_ones else None


def drag_to_thursday(hand) -> None:
    start = hand.on(ONE)
    hand.drag(start, start + hand.at(3, "18:00") - hand.at(2, "18:00"))


USUAL = ["Wed 18:00 30 Story"] * 3


def test_a_drag_asks_and_enter_moves_only_this_one(qtbot, window, hand, shown):
    drag_to_thursday(hand)
    asked = question(window)
    assert asked is not None
    assert list(asked.buttons) == ["this", "following", "all"]
    assert shown() == USUAL
    qtbot.keyClick(asked, KEY.Key_Return)
    assert shown() == ["Thu 18:00 30 Story", *USUAL[1:]]
    assert question(window) is None
    window.undo()
    assert shown() == USUAL


@pytest.fixture
def lift(window, hand):
    """Drag the card, or the bar, of this id from where it is to this place of lane or hours."""

    def send(kind, widget, where, buttons):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        inside = QPointF(widget.mapFromGlobal(where))
        keys = MOD.NoModifier
        QApplication.sendEvent(
            widget, QMouseEvent(kind, inside, QPointF(where), button, buttons, keys)
        )

    def lifted(source, start, target, end):
        start, end = source.mapToGlobal(start), target.mapToGlobal(end)
        send(QEvent.Type.MouseButtonPress, source, start, LEFT)
        send(QEvent.Type.MouseMove, source, start + QPoint(4, 4), LEFT)
        send(QEvent.Type.MouseMove, source, end, LEFT)
        send(QEvent.Type.MouseButtonRelease, source, end, Qt.MouseButton.NoButton)

    return lifted


def in_lane(window, day: int) -> QPoint:
    return window.week.grid.lane.slot_box(Slot(day, 0, 0, 1)).center()


WHOLE = "Wed 0:00 0 Story"


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("this", [USUAL[0], WHOLE, USUAL[0]]),
        ("following", [USUAL[0], WHOLE, WHOLE]),
        ("all", [WHOLE] * 3),
    ],
)
def test_a_card_dragged_onto_the_lane_asks_which_of_them_and_back_again(
    qtbot, window, hand, lift, shown, scope, expected
):
    window.show_day(WEDNESDAY + timedelta(days=7))
    grid = window.week.grid
    two = occurrence_id(STORY.id, WEDNESDAY + timedelta(days=7))
    lift(grid, hand.on(two), grid.lane, in_lane(window, 2))
    asked = question(window)
    assert (asked.windowTitle(), list(asked.buttons)) == (text.QUESTIONS["move"], list(SCOPES))
    assert asked.focusWidget() is asked.buttons["this"]
    assert shown() == USUAL
    qtbot.mouseClick(asked.buttons[scope], LEFT)
    assert shown() == expected
    (bar,) = grid.lane.cards
    assert window.week.chosen == bar.entry
    lift(grid.lane, bar.geometry().center(), grid, hand.at(2, "18:10"))
    qtbot.mouseClick(question(window).buttons[scope], LEFT)
    assert shown() == USUAL
    window.undo()
    window.undo()
    assert shown() == USUAL
    assert window.session.undoable is None


def test_esc_leaves_the_card_among_the_hours(qtbot, window, hand, lift, shown):
    grid = window.week.grid
    lift(grid, hand.on(ONE), grid.lane, in_lane(window, 3))
    qtbot.keyClick(question(window), KEY.Key_Escape)
    assert (shown(), window.session.undoable) == (USUAL, None)
    assert hand.card(ONE).parentWidget() is grid.columns[2]
    assert not grid.ghost.isVisible()


def test_whole_days_ticked_in_the_form_ask_as_well(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Return)
    form = window.week.form
    qtbot.keyClick(form.when.all_day, KEY.Key_Space)
    qtbot.keyClick(form.title, KEY.Key_Return)
    assert shown() == USUAL
    qtbot.mouseClick(question(window).buttons["all"], LEFT)
    assert shown() == [WHOLE] * 3
    qtbot.keyClick(window.week.grid.lane.cards[0], KEY.Key_Return)
    qtbot.keyClick(form.when.all_day, KEY.Key_Space)
    qtbot.keyClick(form.title, KEY.Key_Return)
    qtbot.mouseClick(question(window).buttons["all"], LEFT)
    assert shown() == USUAL


def test_a_bar_moved_and_made_longer_by_keys_asks_each_time(qtbot, window, hand, shown):
    grid = window.week.grid
    story = hand.card(ONE).entry
    grid.entry_changed.emit(story, with_days(story, WEDNESDAY, 1))
    asked = question(window)
    assert asked.buttons["all"].accessibleDescription() == "Then every Wednesday, all day."
    qtbot.mouseClick(asked.buttons["all"], LEFT)
    qtbot.keyClick(grid.lane.cards[0], KEY.Key_Right, MOD.ControlModifier)
    asked = question(window)
    assert asked.windowTitle() == text.QUESTIONS["move"]
    qtbot.mouseClick(asked.buttons["all"], LEFT)
    qtbot.keyClick(grid.lane.cards[0], KEY.Key_Right, MOD.ShiftModifier)
    asked = question(window)
    assert asked.windowTitle() == text.QUESTIONS["resize"]
    qtbot.mouseClick(asked.buttons["all"], LEFT)
    assert shown() == ["Thu 0:00 0 Story"] * 3
    assert [bar.entry.days for bar in grid.lane.cards] == [2]


def test_a_ritual_of_whole_days_is_begun_in_the_form(qtbot, window, shown):
    lane = window.week.grid.lane
    qtbot.mouseDClick(lane, LEFT, MOD.NoModifier, in_lane(window, 5))
    form = window.week.form
    qtbot.keyClicks(form.title, "Papa")
    while form.repeats.way.currentText() != text.EVERY_WEEK:
        qtbot.keyClick(form.repeats.way, KEY.Key_Down)
    qtbot.keyClick(form.repeats.interval, KEY.Key_Up)
    qtbot.keyClick(form.when.until, KEY.Key_Up)
    qtbot.mouseClick(form.ok, LEFT)
    assert [line for line in shown(0, 4) if "Papa" in line] == ["Sat 0:00 0 Papa"] * 2
    assert window.week.chosen.days == 2
    (made,) = (r for r in window.session.household.rituals if r.first.title == "Papa")
    assert made.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;WKST=MO"


def test_the_form_says_how_the_ritual_comes_also_on_one_that_was_moved(qtbot, window, hand):
    drag_to_thursday(hand)
    qtbot.keyClick(question(window), KEY.Key_Return)
    window.week.edit(window.week.chosen)
    assert window.week.form.repeats.words.text() == "Every Wednesday."


def test_in_a_small_window_the_form_of_a_ritual_still_shows_everybody(window, hand):
    window.resize(1024, 700)
    hand.click(hand.on(ONE))
    window.week.edit(window.week.chosen)
    QApplication.processEvents()
    chips = window.week.form._chips.values()
    assert len({c.y() for c in chips}) > 1
    assert all(c.parentWidget().rect().contains(c.geometry()) for c in chips)


def test_the_form_counts_from_the_day_it_is_opened_on(window, family):
    five = replace(STORY, rule="FREQ=WEEKLY;BYDAY=WE;COUNT=5")
    form = EntryForm(window.theme)
    third = occurrence_of(five, WEDNESDAY + timedelta(days=14))
    form.show_entry(third, with_ritual(family, five), new=False)
    words = "Every Wednesday until 23 December, 3 times from here on."
    assert form.repeats.words.text() == words
    form.show_entry(occurrence_of(five, WEDNESDAY), with_ritual(family, five), new=False)
    assert form.repeats.words.text() == "Every Wednesday, 5 times."


def test_the_tip_of_a_card_says_how_it_comes_again(window):
    tip = card_tip(occurrence_of(STORY, WEDNESDAY), window.session.household)
    assert tip.splitlines() == ["Story", "18:00–18:30", "Every Wednesday.", "Leo with Mum"]


def test_deleting_one_that_was_ticked_says_that_the_tick_goes_too(qtbot, window, hand):
    hand.click(hand.on(ONE))
    qtbot.keyClick(window.week.grid, KEY.Key_Space)
    qtbot.keyClick(window.week.grid, KEY.Key_Delete)
    asked = question(window)
    assert asked.buttons["this"].accessibleDescription() == text.GOES_TOO
    assert not asked.buttons["all"].accessibleDescription()
    last = asked.findChildren(QLabel)[-1]
    assert last.text() == text.ELSE_KEPT
    assert 0 < asked.height() - last.geometry().bottom() < 30  # nothing cut off, and no hole
    asked.reject()


def test_esc_changes_nothing_and_leaves_nothing_to_undo(qtbot, window, hand, shown):
    drag_to_thursday(hand)
    qtbot.keyClick(question(window), KEY.Key_Escape)
    assert shown() == USUAL
    assert window.session.undoable is None
    assert hand.card(ONE).parentWidget() is window.week.grid.columns[2]


def test_esc_after_a_drag_into_another_week_goes_back_to_it(qtbot, window, hand, shown):
    before, start = shown(), hand.on(ONE)
    button = window.week.header.next
    hand.press(start)
    hand.move(window.week.grid.mapFromGlobal(button.mapToGlobal(button.rect().center())))
    qtbot.waitUntil(lambda: window.first > WEDNESDAY)
    hand.move(hand.at(3, "12:00"))
    hand.release(hand.at(3, "12:00"))
    qtbot.keyClick(question(window), KEY.Key_Escape)
    assert window.first == MONDAY
    assert window.focusWidget().entry.id == ONE
    assert shown() == before


def test_answered_in_the_month_the_keys_stay_there(qtbot, window):
    open_month(window, WEDNESDAY)
    grid = window.pages.currentWidget().grid
    QApplication.processEvents()
    line = grid.line_of(occurrence(window.session.household, STORY.id, WEDNESDAY), WEDNESDAY)
    line.setFocus()
    qtbot.keyClick(line, KEY.Key_Right, MOD.ControlModifier)
    qtbot.keyClick(question(window), KEY.Key_Return)
    QApplication.processEvents()
    assert grid.isAncestorOf(window.focusWidget())


def test_the_second_answer_moves_this_one_and_those_after_it(qtbot, window, hand, shown):
    window.show_day(WEDNESDAY + timedelta(days=7))
    two = occurrence_id(STORY.id, WEDNESDAY + timedelta(days=7))
    start = hand.on(two)
    hand.drag(start, start + hand.at(3, "18:00") - hand.at(2, "18:00"))
    asked = question(window)
    qtbot.mouseClick(asked.buttons["following"], LEFT)
    assert shown() == ["Wed 18:00 30 Story", "Thu 18:00 30 Story", "Thu 18:00 30 Story"]
    assert window.week.header.undo.toolTip() == ("Undo: “Story” moved, this one and those after it")
    assert window.week.chosen.day == WEDNESDAY + timedelta(days=8)


def test_the_keyboard_alone_reaches_all_of_them(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(window.week.grid, KEY.Key_Right, MOD.ControlModifier)
    asked = question(window)
    assert asked.buttons["all"].accessibleDescription() == "Then every Thursday."
    qtbot.keyClick(asked.focusWidget(), KEY.Key_Down)
    qtbot.keyClick(asked.focusWidget(), KEY.Key_Tab)
    assert asked.focusWidget() is asked.buttons["all"]
    qtbot.keyClick(asked.focusWidget(), KEY.Key_Return)
    assert shown() == ["Thu 18:00 30 Story"] * 3
    assert window.toast.words == "“Story” moved, all of them."


def test_a_longer_card_asks_too(qtbot, window, hand, shown):
    edge = hand.on(ONE, "bottom")
    hand.drag(edge, edge + hand.at(2, "19:00") - hand.at(2, "18:30"))
    qtbot.mouseClick(question(window).buttons["all"], LEFT)
    assert shown() == ["Wed 18:00 60 Story"] * 3


def test_delete_asks_and_esc_keeps_it(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Delete)
    qtbot.keyClick(question(window), KEY.Key_Escape)
    assert shown() == USUAL
    qtbot.keyClick(hand.card(ONE), KEY.Key_Delete)
    qtbot.keyClick(question(window), KEY.Key_Return)
    assert shown() == USUAL[1:]


def test_marking_done_never_asks(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Space)
    assert question(window) is None
    done = [e.outcome for e in entries_between(window.session.household, MONDAY, 21)]
    assert done == ["done", "planned", "planned"]


def test_an_entry_begins_to_repeat_in_its_form(qtbot, window, hand, shown):
    qtbot.mouseDClick(window.week.grid, LEFT, MOD.NoModifier, hand.at(4, "19:05"))
    form = window.week.form
    qtbot.keyClicks(form.title, "Walk")
    while form.repeats.way.currentText() != "Every week on …":
        qtbot.keyClick(form.repeats.way, KEY.Key_Down)
    qtbot.mouseClick(form.ok, LEFT)
    assert question(window) is None
    assert [line for line in shown() if "Walk" in line] == ["Fri 19:00 30 Walk"] * 3
    assert window.week.side.currentWidget() is window.week.panel
    assert window.week.chosen.title == "Walk"
    window.undo()
    assert shown() == USUAL


def test_a_typo_put_right_for_all_is_asked_on_save(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Return)
    form = window.week.form
    qtbot.keyClicks(form.title, "Story!")
    qtbot.mouseClick(form.ok, LEFT)
    assert form.isVisible()
    qtbot.mouseClick(question(window).buttons["all"], LEFT)
    assert shown() == ["Wed 18:00 30 Story!"] * 3
    assert not form.isVisible()


def test_esc_at_the_question_leaves_the_form_as_it_was_typed(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Return)
    form = window.week.form
    qtbot.keyClicks(form.title, "Story!")
    qtbot.mouseClick(form.ok, LEFT)
    qtbot.keyClick(question(window), KEY.Key_Escape)
    assert (form.isVisible(), form.title.text()) == (True, "Story!")
    assert shown() == USUAL


def test_another_rule_is_for_more_than_one(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Return)
    form = window.week.form
    qtbot.mouseClick(form.repeats.days.chips[4], LEFT)
    qtbot.mouseClick(form.ok, LEFT)
    asked = question(window)
    assert list(asked.buttons) == ["following", "all"]
    qtbot.keyClick(asked, KEY.Key_Return)
    assert shown(0, 1) == ["Wed 18:00 30 Story", "Fri 18:00 30 Story"]


def test_never_again_leaves_this_one_on_its_own(qtbot, window, hand, shown):
    hand.click(hand.on(ONE))
    qtbot.keyClick(hand.card(ONE), KEY.Key_Return)
    form = window.week.form
    while form.repeats.way.currentText() != text.NEVER:
        qtbot.keyClick(form.repeats.way, KEY.Key_Up)
    qtbot.mouseClick(form.ok, LEFT)
    qtbot.mouseClick(question(window).buttons["all"], LEFT)
    assert shown() == USUAL[:1]
    assert window.session.household.rituals == ()


def test_a_copy_by_ctrl_and_drag_is_no_part_of_the_ritual(window, hand, shown):
    start = hand.on(ONE)
    hand.drag(
        start,
        start + hand.at(4, "18:00") - hand.at(2, "18:00"),
        Qt.KeyboardModifier.ControlModifier,
    )
    assert question(window) is None
    assert shown(0, 2) == ["Wed 18:00 30 Story", "Fri 18:00 30 Story", "Wed 18:00 30 Story"]


def test_a_ritual_is_told_to_those_who_hear_the_week(window, hand):
    card = hand.card(ONE)
    assert card.accessibleName() == (
        "Wednesday 25 November, 18:00 to 18:30, Story, Leo with Mum, ritual, planned"
    )


def test_what_was_begun_is_there_after_a_restart(qtbot, window, hand, tmp_path):
    drag_to_thursday(hand)
    qtbot.mouseClick(question(window).buttons["all"], LEFT)
    kept = open_store(tmp_path / "family", clock=lambda: NOW, read_only=True)[0]
    assert kept == window.session.household
    assert {p for r in kept.rituals for p in r.first.people} == {LEO, SARA}
