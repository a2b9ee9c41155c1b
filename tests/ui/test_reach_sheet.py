"""He reached: four taps by mouse or keys, and the way back to one that was missed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.model import Household
from planner.reaches import MET, open_returns, return_state, returns_of
from planner.week import entries_between
from tests.ui.conftest import LEFT, LEO, MAYA, MONDAY, NOW, SARA
from ui import reach_window
from ui.reach_sheet import ReachSheet
from ui.text import reach as text
from ui.text.pronouns import reached
from ui.text.reach_say import sentences

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def press(qtbot, window):
    """`press("1", "2")`: keys, wherever the keys go just then; how many there were."""

    def pressed(*keys: str | Qt.Key) -> int:
        for key in keys:
            at = QApplication.focusWidget() or window
            if isinstance(key, str):
                qtbot.keyClicks(at, key)
            else:
                qtbot.keyClick(at, key)
            QApplication.processEvents()
        return len(keys)

    return pressed


def open_sheet() -> ReachSheet:
    """The sheet that has the keys."""
    at = QApplication.focusWidget()
    while at is not None and not isinstance(at, ReachSheet):
        at = at.parentWidget()
    assert at is not None
    return at


@pytest.fixture
def sheet(qtbot, window) -> ReachSheet:
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    return open_sheet()


def key_of(sheet: ReachSheet, response: str) -> str:
    return str(list(sheet.questions["response"].chips).index(response) + 1)


def returns(window) -> list:
    week = entries_between(window.session.household, MONDAY, 14)
    return [entry for entry in week if entry.reach]


def test_a_reach_is_kept_in_seven_keys(window, sheet, press):
    keys = press("1", "6", "9", key_of(sheet, "stayed"), "1", Qt.Key.Key_Return)
    (reach,) = window.session.household.reaches
    assert (reach.child, reach.shape, reach.feeling) == (LEO, ("quiet",), "fog")
    assert (reach.response, reach.landed) == (("stayed",), "closer")
    assert 1 + keys <= 7  # with Ctrl+M: four seconds at half a second a key


def test_by_mouse_it_takes_as_many_clicks(qtbot, window):
    qtbot.mouseClick(window.week.header.reached, LEFT)
    sheet = open_sheet()
    for question, answer in (
        ("who", MAYA), ("shape", "fight"), ("guess", "comfort"), ("response", "missed"),
        ("landed", "away"), ("back", "tomorrow"),
    ):  # fmt: skip
        QApplication.processEvents()
        chip = sheet.questions[question].chips[answer]
        assert chip.isVisible()
        qtbot.mouseClick(chip, LEFT)
    qtbot.mouseClick(sheet.save, LEFT)
    (reach,) = window.session.household.reaches
    assert (reach.child, reach.shape, reach.need) == (MAYA, ("fight",), "comfort")
    assert returns(window)[0].day == NOW.date() + timedelta(days=1)


def test_nothing_is_required_after_the_first_tap(window, sheet, press):
    press("1", "2")
    assert sheet.save.isEnabled()
    press(Qt.Key.Key_Escape)
    assert window.session.household.reaches == ()


def test_a_first_tap_alone_can_be_kept(qtbot, window, sheet, press):
    press("1", "2")
    qtbot.mouseClick(sheet.save, LEFT)
    (reach,) = window.session.household.reaches
    assert (reach.shape, reach.response, reach.landed) == (("came-close",), (), "")


def test_a_missed_one_puts_a_neutral_card_into_the_week_and_one_step_takes_it_back(
    window, sheet, press
):
    before = window.session.household
    press("1", "4", "0", key_of(sheet, "brushed-off"), "4", "1", Qt.Key.Key_Return)
    (card,) = returns(window)
    assert (card.title, card.people) == ("A few minutes with Leo", (LEO, SARA))
    assert card.note == sentences("body", 9)[0]
    ((reach, entry),) = open_returns(window.session.household)
    assert (reach.landed, entry) == ("away", card)
    window.undo()
    assert window.session.household == before


def test_marking_the_card_done_closes_the_return(window, sheet, press):
    press("1", "4", "0", key_of(sheet, "missed"), "4", "1", Qt.Key.Key_Return)
    window.toggle_done(returns(window)[0])
    household = window.session.household
    assert return_state(household.reaches[0], returns_of(household)) == "done"


def test_let_it_be_plans_nothing_and_asks_no_more(window, sheet, press):
    press("1", "4", "0", key_of(sheet, "missed"), "4", "4", Qt.Key.Key_Return)
    assert returns(window) == []
    assert open_returns(window.session.household) == ()


def test_a_met_reach_is_not_asked_about_going_back(sheet, press):
    press("1", "4", "0", key_of(sheet, "helped"), "2")
    assert sheet.questions["back"].isHidden()
    assert sheet.save.hasFocus()


def test_backspace_goes_back_and_more_than_one_answer_can_be_given(window, sheet, press):
    press("1", "4", Qt.Key.Key_Backspace, "6")
    assert sheet.reach().shape == ("body", "quiet")


def test_the_child_of_the_last_reach_is_offered_and_the_next_one_takes_a_key_less(
    window, sheet, press
):
    press("2", "1")
    sheet.keep()
    made = reach_window.notice(window)
    assert made.child.id == MAYA
    assert made.questions["shape"].is_open


def test_what_i_did_stands_in_no_order_of_merit(window, sheet, press):
    orders = set()
    for _ in range(6):
        press(Qt.Key.Key_Escape)
        made = reach_window.notice(window)
        orders.add(tuple(made.questions["response"].chips))
    assert len(orders) > 1
    assert all(set(order) == set(text.RESPONSE_NAMES) for order in orders)
    assert any(order[:4] != MET for order in orders)


def test_the_words_follow_the_age_of_the_child(window, sheet, press):
    press("2")  # Maya is six
    assert "screen" in sheet.questions["shape"].chips
    assert text.shapes(3).keys() == text.SHAPE_NAMES.keys() - {"screen"}
    assert text.shapes(15)["quiet"] != text.SHAPE_NAMES["quiet"]


@pytest.mark.parametrize("age", [None, 0, 4, 5, 11, 12, 17])
@pytest.mark.parametrize("shape", text.SHAPE_NAMES)
def test_every_look_at_every_age_has_a_sentence_without_blame(shape, age):
    offered = sentences(shape, age, snapped=True)
    assert len(set(offered)) == 3
    for words in offered:
        assert "you made me" not in words
        assert " but " not in words
        assert "should" not in words


def test_another_sentence_or_ones_own_can_be_said(qtbot, window, sheet, press):
    press("1", "4", "0", key_of(sheet, "missed"), "4", "1")
    first = sheet.saying.words
    qtbot.mouseClick(sheet.saying.another, LEFT)
    assert sheet.saying.words in sentences("body", 9)[1:]
    assert sheet.saying.words != first
    qtbot.mouseClick(sheet.saying.own, LEFT)
    sheet.saying.field.selectAll()
    qtbot.keyClicks(sheet.saying.field, "Tell me?")
    qtbot.mouseClick(sheet.save, LEFT)
    assert returns(window)[0].note == "Tell me?"


def test_where_harm_is_spoken_of_no_words_are_offered_and_help_is_named(
    qtbot, window, sheet, press
):
    press("1", "4", "0", key_of(sheet, "missed"), "4", "1")
    assert sheet.saying.isVisible()
    qtbot.keyClicks(sheet.line, "he says they hit him")
    assert not sheet.saying.isVisible()
    assert sheet.heavy.text() == text.SERIOUS
    qtbot.mouseClick(sheet.save, LEFT)
    assert returns(window)[0].note == ""


def test_the_way_to_help_is_always_there_and_leaves_nothing_behind(qtbot, window, sheet, press):
    press("1", "4")
    qtbot.mouseClick(sheet.help, LEFT)
    assert window.page == "help"
    assert window.session.household.reaches == ()


def test_a_heavy_week_is_said_of_the_grown_up_alone(window, sheet, press):
    press("1")
    made = sheet
    for _ in range(2):
        press("1", "0", key_of(made, "snapped"), "5", "4", Qt.Key.Key_Return)
        made = reach_window.notice(window)
    press("1", "0", key_of(made, "could-not"))
    assert made.heavy.isVisible()
    assert made.heavy_help.isVisible()


def test_esc_twice_shows_an_empty_week_at_once(qtbot, window, sheet, press):
    press("1", "4", Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert window.page == "week"
    assert window.week.week_entries == ()
    assert window.toast.isHidden()
    assert window.session.household.reaches == ()


def test_ctrl_m_opens_no_second_sheet_and_none_without_a_child(qtbot, window, sheet, open_at):
    assert reach_window.notice(window) is None


def test_without_a_child_there_is_no_button(open_at, family):
    alone = replace(family, people=family.people[2:])
    window = open_at(alone)
    assert window.week.header.reached.isHidden()
    assert reach_window.notice(window) is None


def test_the_button_says_he_where_the_family_said_so(family):
    assert reached(family) == "A child reached"
    sons = tuple(replace(p, pronoun="he") for p in family.people)
    assert reached(replace(family, people=sons)) == "He reached"
    assert reached(replace(family, people=family.people[1:])) == "Maya reached"
    assert reached(Household()) == ""
