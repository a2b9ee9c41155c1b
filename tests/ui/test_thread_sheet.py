"""The Mending Thread in the window: safety first, five knots, each may be skipped, one step to undo."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.model import ReachId, ThreadId
from planner.reaches import Reach
from planner.threads import Thread, repairs_of
from tests.ui.conftest import JONAS, LEFT, LEO, MAYA, NOW, SARA
from ui import reach_window, thread_window
from ui.reach_sheet import Kept
from ui.text import thread as text
from ui.thread_sheet import ThreadSheet


@pytest.fixture
def click(qtbot):
    def clicked(*buttons) -> None:
        for button in buttons:
            QApplication.processEvents()
            assert button.isVisible()
            assert button.isEnabled()
            qtbot.mouseClick(button, LEFT)

    return clicked


REACH = Reach(id=ReachId("201"), child=LEO, at=NOW - timedelta(hours=2), response=("snapped",))


@pytest.fixture
def sheet(window) -> ThreadSheet:
    opened = thread_window.mend(window, reach=REACH)
    assert opened is not None
    return opened


@pytest.fixture
def at_own(sheet, click) -> ThreadSheet:
    """Mum has something to mend with Leo, and both are calm."""
    click(sheet.no)
    click(sheet.people.whos[SARA], sheet.next, sheet.skip)
    return sheet


def test_where_somebody_was_afraid_there_is_no_thread(window, sheet, click):
    click(sheet.yes)
    assert window.page == "help"
    assert window.session.household.threads == ()
    assert "safety plan" in text.HARD_STOP_WHY


def test_nothing_else_is_asked_before_that(sheet):
    assert not any(b.isVisible() for b in (sheet.next, sheet.skip, sheet.keep))


def test_a_thread_is_tied_in_twelve_clicks_and_one_sentence(qtbot, window, sheet, click):
    before = window.session.household
    click(sheet.no)
    click(sheet.people.whos[SARA], sheet.next)
    click(sheet.form.times["0"], sheet.next)
    click(sheet.form.deeds["shouted"])
    qtbot.keyClicks(sheet.form.when, "you spilled the milk")
    click(sheet.next)
    click(sheet.form.feelings["left out"], sheet.next)
    qtbot.keyClicks(sheet.form.amends, "Make pancakes")
    click(sheet.form.when_amends["tomorrow"], sheet.next, sheet.keep)
    (thread,) = window.session.household.threads
    assert (thread.who, thread.hurt, thread.happened) == ((SARA,), (LEO,), REACH.at)
    assert (thread.deed, thread.when, thread.feeling) == (
        "shouted", "you spilled the milk", "left out",
    )  # fmt: skip
    assert thread.tied == ("cool", "own", "land", "right")
    assert [c.due - NOW.date() for c in thread.checks] == [timedelta(days=1), timedelta(days=7)]
    (card,) = repairs_of(window.session.household, thread)
    assert (card.title, card.note) == ("A few minutes with Leo", "Make pancakes")
    window.undo()
    assert window.session.household == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("you were late, but so was I", "but"), ("you made me", "you-made-me"),
        ("sorry you were sad", "sorry-you"), ("you cried, if you felt hurt", "if-you-felt"),
    ],
)  # fmt: skip
def test_some_words_stop_the_knot_and_say_why(qtbot, at_own, words, why):
    qtbot.keyClicks(at_own.form.when, words)
    assert text.STOPS[why] in at_own.form.why.text()
    assert not at_own.next.isEnabled()
    assert not at_own.keep.isEnabled()
    assert at_own.skip.isEnabled()


def test_what_was_stopped_and_skipped_is_not_kept(qtbot, window, at_own, click):
    qtbot.keyClicks(at_own.form.when, "you were late, but")
    click(at_own.skip, at_own.skip, at_own.skip, at_own.keep)
    (thread,) = window.session.household.threads
    assert (thread.when, thread.tied, thread.checks) == ("", (), ())


def test_reasons_are_advised_against_and_allowed(qtbot, at_own):
    qtbot.keyClicks(at_own.form.when, "I was tired")
    assert text.REASONS in at_own.form.why.text()
    assert at_own.next.isEnabled()


def test_a_child_points_at_pictures(window, sheet, click):
    click(sheet.no)
    click(sheet.people.whos[MAYA], sheet.next, sheet.skip)
    pictures = {p.name: p for p in sheet.form.pictures.pictures}
    click(pictures["broken"], pictures["together"], sheet.next, sheet.keep)
    (thread,) = window.session.household.threads
    assert (thread.who, thread.pictures) == ((MAYA,), ("broken", "together"))


def test_two_who_argued_let_the_child_see_the_end(qtbot, window, sheet, click):
    click(sheet.no)
    click(sheet.people.whos[SARA], sheet.people.whos[JONAS], sheet.next, sheet.skip)
    qtbot.keyClicks(sheet.form.line, "It is sorted. None of it is about you.")
    click(sheet.keep)
    (thread,) = window.session.household.threads
    assert thread.line == "It is sorted. None of it is about you."


def test_nobody_mends_with_themself(sheet, click):
    click(sheet.no)
    click(sheet.people.whos[LEO])
    assert (sheet.people.who, sheet.people.hurt) == ((LEO,), ())
    assert not sheet.next.isEnabled()


def test_the_third_time_offers_three_ways_to_change_the_plan(qtbot, open_at, family, click):
    earlier = tuple(
        Thread(
            id=ThreadId(str(n)), opened=NOW - timedelta(days=n), happened=NOW, who=(SARA,),
            hurt=(LEO,), deed="shouted",
        )
        for n in (20, 10)
    )  # fmt: skip
    window = open_at(replace(family, threads=earlier))
    sheet = thread_window.mend(window, reach=REACH)
    click(sheet.no)
    click(sheet.people.whos[SARA], sheet.next, sheet.skip)
    click(sheet.form.deeds["forgot"])
    assert not sheet.ways["help"].isVisible()
    click(sheet.form.deeds["shouted"], sheet.ways["help"])
    assert sheet.form.knot == "right"
    assert (sheet.form.if_this.text(), sheet.form.then_that.text()) == text.WAYS["help"][1:]
    click(sheet.form.when_plan["tonight"], sheet.keep)
    kept = window.session.household.threads[-1]
    assert repairs_of(window.session.household, kept)[0].note.startswith("If I am at the end")


def test_esc_keeps_nothing_and_twice_shows_an_empty_week(qtbot, window, at_own, click):
    click(at_own.form.deeds["shouted"])
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        QApplication.processEvents()
    assert window.session.household.threads == ()
    assert (window.page, window.week.week_entries) == ("week", ())


def test_a_kept_thread_goes_on_at_its_next_knot_without_the_first_question(window, at_own, click):
    click(at_own.form.deeds["shouted"], at_own.next, at_own.keep)
    (thread,) = window.session.household.threads
    again = thread_window.mend(window, thread=thread)
    assert again.form.knot == "cool"
    click(again.skip)
    assert again.form.deeds["shouted"].isChecked()


def test_a_snap_opens_a_thread_that_knows_its_reach(window):
    sheet = reach_window.notice(window)
    reach = replace(REACH, id=ReachId(""), shape=("quiet",))
    sheet.mend_requested.emit(Kept(reach=reach))
    (kept,) = window.session.household.reaches
    opened = QApplication.focusWidget()
    while not isinstance(opened, ThreadSheet):
        opened = opened.parentWidget()
    assert (opened.mending.reach, opened.mending.hurt) == (kept.id, (LEO,))
