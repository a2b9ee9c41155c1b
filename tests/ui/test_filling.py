"""A proposal in the hand: it stands until it is kept or discarded, and nothing is written before that."""

from dataclasses import replace
from datetime import timedelta
from threading import Event
from types import MappingProxyType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QLabel, QWidget

from activities.model import Catalogue
from planner import suggest as planner_suggest
from planner.model import EntryId, Household, Wishes
from planner.week import add
from tests.builders import FAMILY, MONDAY, NOW, activity, entry, library, moment, span
from ui import theme
from ui.filling import Filling
from ui.text import fill as text
from ui.week_page import WeekPage

LEFT = Qt.MouseButton.LeftButton
NEXT = MONDAY + timedelta(days=7)
IDEAS = library(
    *(
        activity(f"Idea {n}", pathways=(pathway,), skill=skill, format=kind)
        for n, (pathway, skill, kind) in enumerate(
            (
                ("reach", "listening", "talk"),
                ("feel-with", "guessing", "game"),
                ("stay-close", "mending", "story"),
                ("reach", "breathing", "art"),
                ("feel-with", "noticing", "ritual"),
                ("stay-close", "promising", "movement"),
            )
        )
    )
)
PEOPLE = tuple(replace(p, free=(span("15:00-20:30"),)) for p in FAMILY)
HOME = Household(people=PEOPLE, moments=(moment("meal", "18:00-18:30", *FAMILY),))


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot):
    made = WeekPage(
        theme.light(),
        lambda: Catalogue(activities=MappingProxyType(IDEAS), published=tuple(IDEAS.values())),
    )
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_week(HOME, NEXT, NOW)
    made.show()
    return made


@pytest.fixture
def filling(page):
    return Filling(page, theme.light(), page._catalogue, page)


@pytest.fixture
def filled(qtbot, filling):
    with qtbot.waitSignal(filling._answered):
        filling.ask(HOME, NEXT, NOW)
    return filling


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_proposal_stands_on_the_week_and_beside_it(filled, page):
    assert page.suggestions
    assert [s.entry.id for s in filled.proposal.suggestions] == list(filled.panel.rows)


def test_nothing_is_asked_to_be_written_before_keep(qtbot, filled, page):
    with qtbot.assertNotEmitted(filled.kept):
        first = page.suggestions[0]
        filled.move(first, NEXT, 600)
        qtbot.mouseClick(filled.panel.rows[first.id]["drop"], LEFT)


def test_turning_the_week_and_back_finds_the_proposal_again(filled, page):
    ghosts = page.suggestions
    page.show_week(HOME, NEXT + timedelta(days=7), NOW)
    assert page.suggestions == ()
    assert page.header.fill.isVisibleTo(page)
    assert page.side.currentWidget() is page.panel
    page.show_week(HOME, NEXT, NOW)
    assert page.suggestions == ghosts
    assert page.header.keep.isVisibleTo(page)
    assert page.side.currentWidget() is filled.panel


def test_two_weeks_may_each_have_their_proposal(qtbot, filled, page):
    first = page.suggestions
    page.show_week(HOME, NEXT + timedelta(days=7), NOW)
    with qtbot.waitSignal(filled._answered):
        filled.ask(HOME, page.first, NOW)
    filled.discard()
    page.show_week(HOME, NEXT, NOW)
    assert page.suggestions == first


def test_an_answer_for_a_week_that_was_turned_away_from_waits_there(qtbot, filling, page):
    filling.ask(HOME, NEXT, NOW)
    with qtbot.waitSignal(filling._answered):
        page.show_week(HOME, NEXT + timedelta(days=7), NOW)
    assert page.suggestions == ()
    page.show_week(HOME, NEXT, NOW)
    assert page.suggestions


def test_keeping_all_is_asked_for_as_one_step(qtbot, filled, page):
    ghosts = page.suggestions
    with qtbot.waitSignal(filled.kept) as heard:
        page.show_week(HOME, NEXT, NOW)
        filled.keep_all()
    assert heard.args[0] == ghosts


def test_what_could_not_be_saved_stays_a_suggestion(filled, page):
    ghosts = page.suggestions
    filled.keep_all()  # nobody saves it
    assert page.suggestions == ghosts
    filled.keep_one(ghosts[0].id)
    assert page.suggestions == ghosts


def test_keeping_one_leaves_the_others_and_is_no_change_to_look_at_again(filled, page):
    ghosts = page.suggestions
    filled.kept.connect(
        lambda kept: page.show_week(add(HOME, replace(kept[0], id=EntryId("1"))), NEXT, NOW)
    )
    filled.keep_one(ghosts[0].id)
    assert page.suggestions == ghosts[1:]
    assert text.STALE not in words_on(filled.panel)


def test_after_a_change_the_proposal_stays_and_filling_again_is_offered(qtbot, filled, page):
    ghosts = page.suggestions
    dentist = replace(ghosts[0], id=EntryId("1"), title="Dentist", activity=None)
    page.show_week(add(HOME, dentist), NEXT, NOW)
    assert page.suggestions == ghosts
    assert text.STALE in words_on(filled.panel)
    assert "Dentist then" in words_on(filled.panel)
    with qtbot.waitSignal(filled._answered):
        qtbot.mouseClick(filled.panel.again, LEFT)
    kept = {(e.activity, e.day, e.start) for e in ghosts[1:]}
    now = {(e.activity, e.day, e.start) for e in page.suggestions}
    assert len(kept & now) >= 0.8 * len(kept)
    assert text.STALE not in words_on(filled.panel)


def test_a_change_in_another_week_is_none_for_this_proposal(filled, page):
    page.show_week(add(HOME, entry("_ Mon 15:00-16:00 dentist (leo)")), NEXT, NOW)
    assert text.STALE not in words_on(filled.panel)


def test_the_balance_shows_what_the_week_would_become(filled, page):
    assert page.balance._tentative
    assert sum(page.balance._minutes.values()) == sum(e.minutes for e in page.suggestions)


@pytest.fixture
def slow(monkeypatch):
    """Fill takes until the event is set, or until it is cancelled."""
    go, at_once = Event(), planner_suggest.suggest

    def slowly(*args, cancelled, **other):
        while not (go.wait(0.01) or cancelled()):
            pass
        return at_once(*args, cancelled=cancelled, **other)

    monkeypatch.setattr(planner_suggest, "suggest", slowly)
    yield go
    go.set()


def test_long_work_is_shown_and_can_be_cancelled(qtbot, slow, filling, page):
    filling.ask(HOME, NEXT, NOW)
    qtbot.waitUntil(lambda: filling.panel.cancel.isVisibleTo(filling.panel))
    assert text.THINKING in words_on(filling.panel)
    qtbot.mouseClick(filling.panel.cancel, LEFT)
    assert not filling.busy
    assert page.header.fill.isVisibleTo(page)
    filling._pool.waitForDone()
    assert filling.proposal is None


def test_work_ends_by_itself_after_a_second(qtbot, slow, filling, page):
    with qtbot.waitSignal(filling._answered, timeout=3000):
        filling.ask(HOME, NEXT, NOW)
    assert page.suggestions


def test_two_questions_are_never_at_work_at_once(qtbot, slow, filling, page):
    filling.ask(HOME, NEXT, NOW)
    filling.ask(HOME, NEXT, NOW)
    assert filling._pool.maxThreadCount() == 1
    with qtbot.waitSignal(filling._answered):
        slow.set()
    finished(filling, slow)
    assert filling.proposal is not None


def test_cancelling_another_week_leaves_the_first(qtbot, filled, page):
    ghosts = page.suggestions
    filled.ask_another()
    filled.cancel()
    filled._pool.waitForDone()
    assert page.suggestions == ghosts


def test_in_a_hard_week_an_empty_proposal_says_so_kindly(qtbot, filling, page):
    hard = replace(HOME, wishes=replace(HOME.wishes, hard_until=NEXT))
    page.show_week(hard, NEXT, NOW)
    with qtbot.waitSignal(filling._answered):
        filling.ask(hard, NEXT, NOW)
    assert text.NOTHING_HARD in words_on(filling.panel)


def test_the_menu_of_the_week_lets_everything_rest(qtbot, page):
    with qtbot.waitSignal(page.header.more.hard_week_toggled) as heard:
        page.header.more.hard_week.trigger()
    assert heard.args == [True]
    page.show_week(replace(HOME, wishes=replace(HOME.wishes, hard_until=NEXT)), NEXT, NOW)
    assert page.header.more.hard_week.isChecked()


def slowly(gate):
    """An asking that finds a first week at once and the best one when the gate opens."""

    def cancelled_after(gate, cancelled):
        while not gate.wait(0.01):
            if cancelled():
                return True
        return cancelled()

    def work(household, first, activities, *, now, before, cancelled, first_found):
        found = planner_suggest.suggest(household, first, activities, now=now)
        first_found(planner_suggest.dropped(found, found.suggestions[0].entry.id))
        cancelled_after(gate, cancelled)
        return found

    return work


@pytest.fixture
def improving(qtbot, filling, page):
    """A proposal that is on the screen while a better one is still looked for."""
    gate = Event()
    work = slowly(gate)
    activities = page._catalogue().activities
    filling._start(
        NEXT,
        lambda cancelled, tell: work(
            HOME, NEXT, activities, now=NOW, before=None, cancelled=cancelled, first_found=tell
        ),
    )
    qtbot.waitUntil(lambda: bool(page.suggestions))
    yield filling, gate
    gate.set()
    filling._pool.waitForDone()


def test_a_first_week_is_shown_while_a_better_one_is_looked_for(qtbot, improving, page):
    filling, gate = improving
    early = page.suggestions
    assert text.STILL_LOOKING in words_on(filling.panel)
    with qtbot.waitSignal(filling._answered):
        gate.set()
    assert len(page.suggestions) == len(early) + 1
    assert text.STILL_LOOKING not in words_on(filling.panel)


def finished(filling, gate):
    """Let the work end and its answer arrive."""
    gate.set()
    filling._pool.waitForDone()
    QCoreApplication.processEvents()


def test_what_a_person_has_touched_changes_no_more_by_itself(qtbot, improving, page):
    filling, gate = improving
    first = page.suggestions[0].id
    qtbot.mouseClick(filling.panel.rows[first]["hold"], LEFT)
    held = page.suggestions
    assert text.STILL_LOOKING not in words_on(filling.panel)
    finished(filling, gate)
    assert page.suggestions == held
    assert filling.proposal.find(first).held


def test_being_content_keeps_what_is_shown(qtbot, improving, page):
    filling, gate = improving
    early = page.suggestions
    qtbot.mouseClick(filling.panel.cancel, LEFT)
    finished(filling, gate)
    assert page.suggestions == early
    assert text.STILL_LOOKING not in words_on(filling.panel)


def test_another_week_can_be_stopped_and_then_the_one_before_stays(filled, page):
    ghosts = page.suggestions
    filled.ask_another()
    filled.cancel()
    filled._pool.waitForDone()
    assert page.suggestions == ghosts
    assert filled.busy is None


def test_a_hard_week_without_known_rituals_leads_to_small_ones(qtbot, filling, page):
    hard = replace(HOME, wishes=Wishes(hard_until=NEXT + timedelta(days=6)))
    page.show_week(hard, NEXT, NOW)
    with qtbot.waitSignal(filling._answered):
        filling.ask(hard, NEXT, NOW)
    assert text.NOTHING_HARD in words_on(filling.panel)
    with qtbot.waitSignal(filling.page_requested) as asked:
        qtbot.mouseClick(filling.panel.help, LEFT)
    assert asked.args == ["activities"]


def test_a_child_without_a_birthday_is_spoken_of_and_can_get_one(qtbot, filling, page):
    ageless = replace(HOME, people=(replace(PEOPLE[0], birthday=None), *PEOPLE[1:]))
    page.show_week(ageless, NEXT, NOW)
    with qtbot.waitSignal(filling._answered):
        filling.ask(ageless, NEXT, NOW)
    assert "For Leo, whose birthday is not known" in words_on(filling.panel)
    with qtbot.waitSignal(filling.page_requested) as asked:
        qtbot.mouseClick(filling.panel.help, LEFT)
    assert asked.args == ["family"]
