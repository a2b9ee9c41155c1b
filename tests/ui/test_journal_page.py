"""The journal lists what was kept, newest first, and finds it again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from planner.week import add
from ui import theme
from ui.journal_page import PAGE, JournalPage
from ui.text import journal as text

LEO, MAYA, MUM = PersonId("leo"), PersonId("maya"), PersonId("mum")
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child", birthday=date(2017, 3, 14)),
        Person(id=MAYA, name="Maya", role="child", birthday=date(2020, 9, 2)),
        Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
    )
)
TODAY = date(2026, 11, 25)
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def kept(back, *, title="Worry walk", people=(LEO, MUM), pathway="reach", **words):
    words = words or {"closeness": 4}
    return Entry(
        id=EntryId(str(back)),
        day=TODAY - timedelta(days=back),
        start=1140,
        minutes=15,
        title=title,
        activity="worry-walk",
        people=people,
        pathway=pathway,
        outcome="done",
        reflection=Reflection(written=datetime(2026, 11, 25, 21), **words),
    )


def family(*entries):
    return add(FAMILY, *entries)


THREE = family(
    kept(
        2,
        closeness=4,
        feelings={LEO: ("left out", "calm")},
        helped=("listened",),
        line="Lampposts.",
    ),
    kept(
        9, title="Bake a crêpe", people=(MAYA, MUM), pathway="feel-with", line="Flour everywhere."
    ),
    kept(40, title="Repair round", people=(LEO, MAYA, MUM), pathway="stay-close", closeness=2),
)


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot):
    made = JournalPage(theme.light())
    made.resize(958, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_household(THREE, TODAY)
    return made


def titles(page):
    return [card.entry.title for card in page.cards]


def test_the_newest_stands_first_under_its_month(page):
    assert titles(page) == ["Worry walk", "Bake a crêpe", "Repair round"]
    months = [item.month.text() for item in page._pool]
    assert months == ["November 2026", "", "October 2026"]


def test_a_card_says_everything_that_was_kept(page):
    assert page.cards[0].accessibleName() == (
        "Worry walk, Monday 23 November, Leo with Mum, Reach out, Warm, Leo: left out, calm, "
        "What helped: I listened first, Lampposts."
    )


def test_typing_finds_without_accents_and_says_how_many(page, qtbot):
    qtbot.keyClicks(page.search, "crepe")
    assert titles(page) == ["Bake a crêpe"]
    assert page.count.text() == "1 of 3 moments"
    qtbot.keyClick(page.search, KEY.Key_Escape)
    assert len(page.cards) == 3


def test_chips_ask_for_people_and_pathways_together(page, qtbot):
    qtbot.mouseClick(page.filters.people[MAYA], LEFT)
    assert titles(page) == ["Bake a crêpe", "Repair round"]
    qtbot.mouseClick(page.filters.pathways["stay-close"], LEFT)
    assert titles(page) == ["Repair round"]


def test_buttons_tell_which_moment_is_meant(page, qtbot):
    card = page.cards[1]
    for button, signal, meant in (
        (card.edit, page.edit_requested, card.item),
        (card.delete, page.delete_requested, card.item),
        (card.week, page.entry_shown, card.entry),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.mouseClick(button, LEFT)
        assert heard.args == [meant]


def test_down_goes_into_the_moments_enter_edits_and_delete_deletes(page, qtbot):
    page.search.setFocus()
    qtbot.keyClick(page.search, KEY.Key_Down)
    qtbot.keyClick(page.cards[0], KEY.Key_Down)
    assert page.focusWidget() is page.cards[1]
    with qtbot.waitSignal(page.edit_requested) as edited:
        qtbot.keyClick(page.cards[1], KEY.Key_Return)
    with qtbot.waitSignal(page.delete_requested) as deleted:
        qtbot.keyClick(page.cards[1], KEY.Key_Delete)
    assert edited.args == deleted.args == [page.cards[1].item]
    qtbot.keyClick(page.cards[1], KEY.Key_Up)
    qtbot.keyClick(page.cards[0], KEY.Key_Up)
    assert page.focusWidget() is page.search


def test_a_changed_reflection_shows_at_once(page):
    entry = page.cards[0].entry
    changed = replace(entry, reflection=replace(entry.reflection, line="Eleven lampposts."))
    page.show_household(add(THREE, changed), TODAY)
    assert "Eleven lampposts." in page.cards[0].accessibleName()


def test_a_renamed_child_shows_at_once(page):
    people = tuple(replace(p, name="Leonard") if p.id == LEO else p for p in FAMILY.people)
    page.show_household(replace(THREE, people=people), TODAY)
    assert "Leonard with Mum" in page.cards[0].accessibleName()


def test_search_and_chips_stay_when_the_household_changes(page, qtbot):
    qtbot.keyClicks(page.search, "r")
    qtbot.mouseClick(page.filters.people[MAYA], LEFT)
    page.show_household(add(THREE, kept(1, title="Story catch")), TODAY)
    assert titles(page) == ["Bake a crêpe", "Repair round"]


def test_an_empty_journal_says_so_kindly_and_hides_the_search(page):
    page.show_household(FAMILY, TODAY)
    assert page._nothing.text() == text.NOTHING_KEPT
    assert page._nothing.isVisible()
    assert page.search.isHidden()


def test_show_everything_leads_back_from_a_search_without_result(page, qtbot):
    qtbot.keyClicks(page.search, "zebra")
    assert page.cards == []
    qtbot.mouseClick(page.filters.people[LEO], LEFT)
    qtbot.mouseClick(page.clear, LEFT)
    assert len(page.cards) == 3


def test_show_more_shows_more_and_puts_the_focus_on_the_first_new_one(page, qtbot):
    page.show_household(family(*(kept(n) for n in range(8, PAGE + 13))), TODAY)
    assert len(page.cards) == PAGE
    page.more.click()
    assert len(page.cards) == PAGE + 5
    assert page.focusWidget() is page.cards[PAGE]
    assert page.more.isHidden()


def test_what_was_a_week_ago_stands_on_top_until_something_is_looked_for(page, qtbot):
    page.show_household(family(kept(1), kept(7, title="Story catch")), TODAY)
    assert titles(page) == ["Story catch", "Worry walk", "Story catch"]
    assert page._pool[0].month.text() == "A week ago"
    qtbot.keyClicks(page.search, "r")
    assert titles(page) == ["Worry walk", "Story catch"]


def test_a_feeling_and_a_closeness_narrow_the_journal(page):
    page.filters.feeling.setCurrentIndex(page.filters.feeling.findData("calm"))
    assert titles(page) == ["Worry walk"]
    page.filters.closeness.setCurrentIndex(page.filters.closeness.findData("2"))
    assert titles(page) == []
