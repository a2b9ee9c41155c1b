"""The journal lists what was kept, newest first, and finds it again."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import QLocale, Qt

from planner import journal
from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from planner.week import add
from ui import theme
from ui.journal_page import PAGE, JournalPage
from ui.text import journal as text
from ui.text.reflect import HELPED_NAMES

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
    qtbot.mouseClick(page._people[MAYA], LEFT)
    assert titles(page) == ["Bake a crêpe", "Repair round"]
    qtbot.mouseClick(page.pathways["stay-close"], LEFT)
    assert titles(page) == ["Repair round"]


def test_buttons_tell_which_moment_is_meant(page, qtbot):
    entry = page.cards[1].entry
    for button, signal in (
        (page.cards[1].edit, page.reflect_requested),
        (page.cards[1].delete, page.unreflect_requested),
        (page.cards[1].week, page.entry_shown),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.mouseClick(button, LEFT)
        assert heard.args == [entry]


def test_down_goes_into_the_moments_enter_edits_and_delete_deletes(page, qtbot):
    page.search.setFocus()
    qtbot.keyClick(page.search, KEY.Key_Down)
    qtbot.keyClick(page.cards[0], KEY.Key_Down)
    assert page.focusWidget() is page.cards[1]
    with qtbot.waitSignal(page.reflect_requested) as edited:
        qtbot.keyClick(page.cards[1], KEY.Key_Return)
    with qtbot.waitSignal(page.unreflect_requested) as deleted:
        qtbot.keyClick(page.cards[1], KEY.Key_Delete)
    assert edited.args == deleted.args == [page.cards[1].entry]
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
    qtbot.mouseClick(page._people[MAYA], LEFT)
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
    qtbot.mouseClick(page._people[LEO], LEFT)
    qtbot.mouseClick(page.clear, LEFT)
    assert len(page.cards) == 3


def test_show_more_shows_more_and_puts_the_focus_on_the_first_new_one(page, qtbot):
    page.show_household(family(*(kept(n) for n in range(PAGE + 5))), TODAY)
    assert len(page.cards) == PAGE
    page.more.click()
    assert len(page.cards) == PAGE + 5
    assert page.focusWidget() is page.cards[PAGE]
    assert page.more.isHidden()


def test_three_thousand_moments_are_searched_within_fifty_milliseconds(page):
    lines = ("Ten lampposts.", "She laughed – at the “fox”.", "", "Silence, and that was fine.")
    household = family(*(kept(n, line=lines[n % 4], closeness=n % 5 + 1) for n in range(3000)))
    index = journal.index(household, HELPED_NAMES)
    durations = []
    for typed in ("l", "la", "lam", "lamp", "fox laughed", "zebra"):
        start = perf_counter()
        journal.find(index, typed, people=frozenset({LEO}))
        durations.append(perf_counter() - start)
    assert sorted(durations)[len(durations) // 2] < 0.05
