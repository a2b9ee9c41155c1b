"""The page for coming back, and what of it stands on Today: real clicks, one step each, nothing left over."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner import reach_actions
from planner.dictionary import Sign
from planner.model import ReachId, SignId, ThreadId
from planner.reaches import Reach, return_state, returns_of
from planner.sheet import week_sheet
from planner.threads import Check, Thread, due_check
from tests.ui.conftest import LEFT, LEO, MAYA, MONDAY, NOW, SARA
from ui import reach_joins
from ui.text import coming_back as text
from ui.text import thread as thread_text

MISSED = Reach(
    id=ReachId("201"), child=LEO, at=NOW - timedelta(hours=3), shape=("body",), response=("missed",),
    line="SECRET football",
)  # fmt: skip
MET = Reach(
    id=ReachId("202"),
    child=MAYA,
    at=NOW - timedelta(days=1),
    shape=("quiet",),
    response=("stayed",),
)
THREAD = Thread(
    id=ThreadId("301"), opened=NOW - timedelta(days=1), happened=NOW - timedelta(days=1),
    who=(SARA,), hurt=(LEO,), deed="shouted", amends="SECRET pancakes", tied=("own",),
    checks=(Check(due=NOW.date()), Check(due=NOW.date() + timedelta(days=6))),
)  # fmt: skip
GUESS = Sign(
    id=SignId("401"), child=LEO, sign="walks behind", meaning="tired",
    updated=NOW.date() - timedelta(days=100),
)  # fmt: skip


@pytest.fixture
def window(open_at, family):
    return open_at(replace(family, reaches=(MET, MISSED), threads=(THREAD,), signs=(GUESS,)))


@pytest.fixture
def page(window):
    window.show_page("coming-back")
    QApplication.processEvents()
    return window.pages.currentWidget()


@pytest.fixture
def click(qtbot):
    def clicked(button) -> None:
        QApplication.processEvents()
        assert button.isVisible()
        qtbot.mouseClick(button, LEFT)

    return clicked


def test_the_windows_title_says_nothing_of_it(window, page):
    assert window.windowTitle() == "Kinweek"


def test_a_missed_reach_is_planned_with_one_click_and_met_with_another(window, page, click):
    click(page.reaches.buttons["201-tomorrow"])
    entry = returns_of(window.session.household)[MISSED.id]
    assert (entry.day, entry.note != "") == (NOW.date() + timedelta(days=1), True)
    click(page.reaches.buttons["201-done"])
    household = window.session.household
    assert return_state(MISSED, returns_of(household)) == "done"
    assert "201-done" not in page.reaches.buttons


def test_let_it_be_is_one_click_and_one_step_back(window, page, click):
    before = window.session.household
    click(page.reaches.buttons["201-let-be"])
    assert window.session.household.reaches[1].let_be
    window.undo()
    assert window.session.household == before


def test_counts_are_shown_only_to_who_asks_for_them(page, click):
    assert page.reaches.week.content is None
    click(page.reaches.week.button)
    assert page.reaches.week.content.text() == (
        "You noticed two reaches. You met one. One is open."
    )


def test_a_reach_can_be_deleted_and_brought_back(window, page, click):
    click(page.reaches.buttons["202-delete"])
    assert window.session.household.reaches == (MISSED,)
    assert window.toast.isVisible()
    window.undo()
    assert window.session.household.reaches == (MET, MISSED)


def test_keeping_for_a_shorter_time_lets_go_at_once(window, page, click):
    old = replace(MET, id=ReachId("209"), at=NOW - timedelta(days=200))
    window.do(reach_actions.keep_reach(old))
    click(page.reaches.kept_for["3"])
    household = window.session.household
    assert [r.id for r in household.reaches] == ["202", "201"]
    assert household.reach_months[0].noticed == 1


def test_an_empty_page_says_where_to_start(open_at, family):
    window = open_at(family)
    window.show_page("coming-back")
    QApplication.processEvents()
    page = window.pages.currentWidget()
    shown = [page.reaches.body.itemAt(n).widget() for n in range(2)]
    assert [label.text() for label in shown] == [text.EMPTY, text.EMPTY_HINT]


def test_the_question_of_the_day_stands_on_today_and_goes_with_its_answer(window, click):
    window.show_page("today")
    QApplication.processEvents()
    strip = window.pages.currentWidget().layout().itemAt(1).widget()
    (card,) = strip.checks
    assert card.buttons["left-alone"].text() == "Leo wants it left alone"
    click(card.buttons["mended"])
    assert window.session.household.threads[0].state == "mended"
    assert strip.checks == []


@pytest.mark.parametrize(("when", "asks_again"), [("month", True), ("never", False)])
def test_not_yet_asks_when_and_never_is_an_answer(window, page, click, when, asks_again):
    click(page.chips["mending"])
    (card,) = page.mending.checks
    click(card.buttons["not-yet"])
    click(card.buttons[when])
    (thread,) = window.session.household.threads
    later = NOW.date() + timedelta(days=60)
    assert (due_check(thread, later) is not None) is asks_again


def test_a_mended_thread_goes_to_the_shelf_and_its_words_can_be_deleted(window, page, click):
    click(page.chips["mending"])
    click(page.mending.checks[0].buttons["mended"])
    click(page.mending.buttons["301-forget"])
    (thread,) = window.session.household.threads
    assert (thread.state, thread.has_words) == ("mended", False)
    assert "301-forget" not in page.mending.buttons


def test_a_thread_goes_on_where_it_was_left(window, page, click):
    click(page.chips["mending"])
    click(page.mending.buttons["301-go-on"])
    at = QApplication.focusWidget()
    while not hasattr(at, "mending"):
        at = at.parentWidget()
    assert at.form.knot == "cool"


def test_a_line_of_the_dictionary_is_written_with_two_fields_and_enter(qtbot, window, page, click):
    click(page.chips["dictionary"])
    form = page.dictionary.form
    qtbot.keyClicks(form.sign, "goes silly")
    qtbot.keyClicks(form.meaning, "wants it to be over")
    click(form.states["his-words"])
    qtbot.keyClick(form.meaning, Qt.Key.Key_Return)
    new = window.session.household.signs[-1]
    made = {s.sign: s for s in window.session.household.signs}["goes silly"]
    assert (made.meaning, made.state, made.updated) == (
        "wants it to be over", "his-words", NOW.date(),
    )  # fmt: skip
    assert new.id


def test_a_faded_guess_is_renewed_asked_about_and_rewritten(qtbot, window, page, click):
    click(page.chips["dictionary"])
    view = page.dictionary
    click(view.buttons["401-ask"])
    click(view.buttons["401-renew"])
    assert window.session.household.signs[0].updated == NOW.date()
    assert "401-renew" not in view.buttons
    click(view.buttons["401-edit"])
    view.form.meaning.selectAll()
    qtbot.keyClicks(view.form.meaning, "thinking")
    click(view.form.keep)
    assert [s.meaning for s in window.session.household.signs] == ["thinking"]


def test_each_child_has_a_page(window, page, click):
    click(page.chips["dictionary"])
    click(page.dictionary.children_chips[MAYA])
    assert "401-edit" not in page.dictionary.buttons
    assert page.dictionary.form is not None


def test_esc_twice_leaves_quickly(qtbot, window, page):
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
        QApplication.processEvents()
    assert (window.page, window.week.week_entries) == ("week", ())


def test_the_button_leaves_quickly_too(window, page, click):
    click(page.leave)
    assert window.page == "week"


def test_no_printed_week_has_a_word_of_it(window, page, click):
    click(page.reaches.buttons["201-tomorrow"])
    sheet = week_sheet(window.session.household, MONDAY, only=LEO)
    assert not any(day.lines for day in sheet.days)
    assert "SECRET" not in str(sheet)


def test_what_is_for_one_alone_is_not_on_the_others_page(open_at, family):
    private = replace(MISSED, by=SARA, readers="me")
    window = open_at(replace(family, reaches=(private,)))
    window.preferences = window.preferences._replace(me=family.people[3].id)
    window.show_page("coming-back")
    assert window.pages.currentWidget().reaches.buttons == {}


def test_old_reaches_are_let_go_when_the_window_is_looked_after(window):
    old = replace(MET, id=ReachId("209"), at=NOW - timedelta(days=600))
    window.do(reach_actions.keep_reach(old))
    reach_joins.tidy(window)
    assert len(window.session.household.reaches) == 2
    window.undo()
    assert len(window.session.household.reaches) == 3


def test_the_ratio_is_a_sentence_for_grown_ups():
    assert thread_text.ratio(2, 1) == "Threads by grown-ups: 2. By children: 1."
