"""A child's month by hand: choosing, writing, reading together, striking, refusing, and on paper."""

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt

from planner import actions, dictionary, month_pages, thread_actions
from planner.dictionary import Sign
from planner.model import MonthPageId, Reflection, SignId, ThreadId
from planner.month_pages import MonthLine, MonthPage
from planner.threads import Thread
from tests.ui.conftest import LEO, NOW, SARA
from ui.month_joins import ask_month
from ui.month_sheet import MonthSheet
from ui.paper import page_layout, save_pages
from ui.print_dialog import PrintDialog
from ui.print_look import Look
from ui.print_month_page import folded_pages
from ui.text import month_page as text

LEFT = Qt.MouseButton.LeftButton
MONTH = date(2026, 11, 1)
TWO = (
    MonthLine(heading="brave", words="You said it first."),
    MonthLine(heading="learned", words="That geese can be brave."),
)
PAGE = MonthPage(id=MonthPageId("501"), child=LEO, month=MONTH, lines=TWO)


@pytest.fixture
def leo(window):
    return window.session.household.person(LEO)


@pytest.fixture
def kept(window):
    window.do(month_pages.keep_page(PAGE))


def page(window):
    return month_pages.page_of(window.session.household, LEO, MONTH)


def test_an_empty_month_is_a_month_that_was_lived(window, leo):
    sheet = ask_month(window, leo)
    assert sheet.offered == []
    assert not sheet.keep.isEnabled()
    assert any(part.text() == text.NOTHING for part in sheet.findChildren(type(sheet.reading)))


def test_a_moment_is_chosen_and_the_private_words_only_when_they_are_chosen(window, leo, qtbot):
    walk = window.week.week_entries[0]
    words = Reflection(written=NOW, line="Ten lampposts.", by=SARA)
    window.do(actions.change_entry(walk, replace(walk, outcome="done", reflection=words)))
    sheet = ask_month(window, leo)
    qtbot.mouseClick(sheet.offered[0], LEFT)
    assert [line.words for line in sheet.page().lines] == ["Worry walk"]
    qtbot.mouseClick(sheet.offered[1], LEFT)
    assert [line.words for line in sheet.page().lines] == ["Worry walk", "Ten lampposts."]
    assert page(window) is None
    qtbot.mouseClick(sheet.keep, LEFT)
    assert len(page(window).lines) == 2


def test_what_the_child_strikes_is_deleted_at_once_and_can_be_undone(window, leo, kept, qtbot):
    sheet = ask_month(window, leo)
    qtbot.mouseClick(sheet.read, LEFT)
    assert sheet.reading.isVisible()
    sheet.rows.rows[1].words.setText("Rewritten, and not kept yet.")
    qtbot.mouseClick(sheet.rows.rows[0].strike, LEFT)
    assert page(window).lines == TWO[1:]
    qtbot.mouseClick(sheet.cancel, LEFT)
    assert page(window).lines == TWO[1:]
    window.undo()
    assert page(window).lines == TWO


def test_the_child_rewrites_a_line_and_the_old_words_are_gone(window, leo, kept, qtbot):
    sheet = ask_month(window, leo)
    qtbot.mouseClick(sheet.read, LEFT)
    qtbot.mouseClick(sheet.rows.rows[0].change, LEFT)
    sheet.rows.rows[0].words.clear()
    qtbot.keyClicks(sheet.rows.rows[0].words, "I did not want to.")
    qtbot.mouseClick(sheet.keep, LEFT)
    assert "You said it first." not in str(window.session.household)
    assert page(window).lines[0].words == "I did not want to."


def test_the_month_before_is_reached_and_none_that_is_to_come(window, leo, kept, qtbot):
    sheet = ask_month(window, leo)
    assert not sheet.later.isEnabled()
    with qtbot.waitSignal(sheet.turned) as turned:
        qtbot.mouseClick(sheet.earlier, LEFT)
    assert turned.args == [date(2026, 10, 1)]
    earlier = next(s for s in window.body.findChildren(MonthSheet) if s.isVisible())
    assert earlier.page().lines == ()
    qtbot.mouseClick(earlier.later, LEFT)
    again = next(s for s in window.body.findChildren(MonthSheet) if s.isVisible())
    assert again.page() == PAGE
    qtbot.keyClicks(again.rows.rows[0].words, "!")
    assert not again.earlier.isEnabled()


def test_not_this_month_keeps_nothing(window, leo, kept, qtbot):
    sheet = ask_month(window, leo)
    qtbot.mouseClick(sheet.refuse, LEFT)
    assert window.session.household.month_pages == ()
    assert sheet.isHidden()


def test_a_line_of_the_dictionary_comes_into_the_month_with_one_click(window, qtbot):
    sign = Sign(
        id=SignId("401"), child=LEO, sign="goes silly", meaning="wants it over",
        state="his-words", updated=NOW.date(),
    )  # fmt: skip
    window.do(dictionary.keep_sign(sign))
    window.show_page("coming-back")
    shown = window._opened["coming-back"].widget
    shown.show_view("dictionary")
    qtbot.mouseClick(shown.dictionary.buttons["401-month"], LEFT)
    assert page(window).lines == (MonthLine(heading="word", words="goes silly: wants it over"),)


def test_a_mended_thread_comes_into_the_month_with_one_click_and_none_of_its_words(window, qtbot):
    thread = Thread(
        id=ThreadId("301"), opened=NOW, happened=NOW, who=(SARA,), hurt=(LEO,), deed="shouted",
        state="mended",
    )  # fmt: skip
    window.do(thread_actions.keep_thread(thread))
    window.show_page("coming-back")
    shown = window._opened["coming-back"].widget
    shown.show_view("mending")
    qtbot.mouseClick(shown.mending.buttons["301-month"], LEFT)
    assert page(window).lines == (MonthLine(heading="mended", words=text.MENDED),)


def test_a_kept_moment_comes_into_the_month_from_its_card(window, qtbot):
    walk = window.week.week_entries[0]
    words = Reflection(written=NOW, line="Ten lampposts.", by=SARA)
    window.do(actions.change_entry(walk, replace(walk, outcome="done", reflection=words)))
    window.show_page("journal")
    (card,) = window._opened["journal"].widget.cards
    qtbot.mouseClick(card.month, LEFT)
    assert [line.words for line in page(window).lines] == ["Worry walk"]


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("pictures", [False, True])
def test_the_sheet_has_two_sides_with_every_line_on_it(qapp, tmp_path, paper, pictures):
    lines = tuple(MonthLine(heading=h, words=f"Line of {h}.") for h in month_pages.HEADINGS)
    layout = page_layout(paper)
    sides = folded_pages(replace(PAGE, lines=lines), "Leo’s November", Look(), pictures=pictures)
    path = tmp_path / "page.pdf"
    save_pages(path, layout, sides, title="A month", locale=QLocale("en_GB"))
    said = ["".join(side.extract_text().split()) for side in PdfReader(path).pages]
    assert "Leo’sNovember" in said[0]
    assert all(f"Lineof{heading}." in said[1] for heading in month_pages.HEADINGS)


def test_the_page_goes_to_the_print_window_as_it_is_written(window, leo, kept, qtbot):
    sheet = ask_month(window, leo)
    qtbot.mouseClick(sheet.print, LEFT)
    dialog = window.findChild(PrintDialog)
    assert dialog.choices().layout == "month-page"
    assert dialog.choices().landscape
    assert dialog.job().month_page == PAGE
    dialog.reject()
