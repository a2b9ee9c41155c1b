"""The week for somebody who hears it: names, states, what can be done, one stop by Tab, and what is said at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from planner import actions
from planner.week import add
from ui import announce as announcing
from ui.announce import changed_card

NAME, ROLE = QAccessible.Text.Name, QAccessible.Role


@pytest.fixture
def heard():
    """The interface of a widget, as a screen reader is given it."""
    return QAccessible.queryAccessibleInterface


def test_a_card_says_day_times_title_people_and_state(heard, hand):
    card = heard(hand.card(1))
    assert card.text(NAME) == (
        "Wednesday 25 November, 17:00 to 17:30, Worry walk, Leo with Mum, Reach out, planned"
    )
    assert card.role() == ROLE.CheckBox
    assert not card.state().checked
    assert card.state().focusable


def test_a_card_stands_in_its_day_and_the_day_says_how_many(heard, hand, grid):
    day = heard(hand.card(1)).parent()
    assert day.object() is grid.columns[2]
    assert day.text(NAME) == "Wednesday 25 November, 1 activity"
    assert day.parent().object() is grid
    names = [day.child(n).text(NAME) for n in range(day.childCount())]
    assert [n.split(", ")[2] for n in names] == ["Worry walk"]


def test_done_is_a_state_and_a_word(page, heard, hand, entry, family, grid):
    page.show_week(add(family, entry(1, 2, "17:00", outcome="done")), page.first, grid.now)
    card = heard(hand.card(1))
    assert card.state().checked
    assert card.text(NAME).endswith(", done")


def test_a_screen_reader_opens_and_ticks(qtbot, heard, window, on_window):
    card = heard(on_window.card(1)).actionInterface()
    with qtbot.waitSignal(window.week.grid.entry_chosen):
        card.doAction("Press")
    assert window.week.panel.entry.title == "Worry walk"
    card.doAction("Toggle")
    assert window.week.chosen.outcome == "done"
    assert heard(on_window.card(1)).state().checked
    heard(on_window.card(1)).actionInterface().doAction("Toggle")
    assert window.week.chosen.outcome == "planned"


def test_the_focus_is_on_one_card_and_the_card_knows(heard, hand, grid):
    hand.click(hand.on(1))
    assert heard(hand.card(1)).state().focused
    assert not heard(hand.card(2)).state().focused


def test_hidden_cards_are_not_heard(page, heard, hand, grid, family):
    card = hand.card(1)
    page.show_week(family, page.first, grid.now)
    assert heard(card).state().invisible


def test_moving_says_what_has_become_of_the_card(window, on_window):
    walk = on_window.card(1).entry
    before = window.session.household
    window.do(actions.move_entry(walk, day=walk.day, start=18 * 60))
    assert changed_card(before, window.session.household, walk.id).startswith(
        "Wednesday 25 November, 18:00 to 18:30, Worry walk"
    )


def test_moving_by_key_says_who_cannot_be_there(window, on_window):
    walk = on_window.card(1).entry
    before = window.session.household
    window.do(actions.move_entry(walk, day=walk.day, start=9 * 60))
    moved = window.session.household
    assert changed_card(before, moved, walk.id).endswith("planned. Leo has School then")
    window.do(actions.set_outcome(window.week.chosen or window.held(walk), "done"))
    assert changed_card(moved, window.session.household, walk.id).endswith("done")


def test_another_week_is_said_by_its_days_and_the_same_one_is_not(
    window, on_window, qtbot, monkeypatch
):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announcing, "announce", lambda _widget, words: said.append(words))
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert said == ["30 November – 6 December 2026"]
    window.show_day(window.first)
    assert said == ["30 November – 6 December 2026"]


def test_a_day_tells_who_is_busy_when(window, heard):
    window.join_late()
    wednesday, saturday = window.week.grid.columns[2], window.week.grid.columns[5]
    description = QAccessible.Text.Description
    assert heard(wednesday).text(description) == "08:30 to 15:00 · School · Leo, Maya"
    assert heard(saturday).text(description) == ""
    (school,) = window.session.household.busy
    window.do(actions.remove_busy(school))
    assert heard(wednesday).text(description) == ""


def test_when_the_card_with_the_focus_goes_the_panel_is_not_told_in_between(
    window, on_window, qapp
):
    on_window.click(on_window.on(2))
    assert on_window.card(2).hasFocus()
    went = []
    qapp.focusChanged.connect(lambda _old, new: went.append(new))
    window.do(actions.remove_entry(on_window.card(2).entry))
    assert went == [window.week.grid, on_window.card(1)]


def test_what_is_as_it_was_or_gone_is_not_said_again(window, on_window):
    walk = on_window.card(1).entry
    before = window.session.household
    window.do(actions.remove_entry(walk))
    assert changed_card(before, window.session.household, walk.id) == ""
    assert changed_card(before, before, walk.id) == ""
    assert changed_card(before, before, None) == ""


def test_toolbar_grid_and_panel_follow_each_other_by_tab(qtbot, window, on_window):
    on_window.click(on_window.on(1))
    window.week.header.fill.setFocus()
    seen = []
    for _ in range(8):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    card, done = on_window.card(1), window.week.panel.done
    assert seen.index(card) < seen.index(done)
    assert on_window.card(2) not in seen
    QApplication.processEvents()
