"""A proposal on the week: nothing is written before somebody keeps it, and keeping is one step."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from activities import catalogue
from planner import actions
from planner.free import busy_on
from planner.model import EVERY_DAY, Household, Span
from planner.week import entries_between

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def library():
    return catalogue.load()[0]


@pytest.fixture
def free(family) -> Household:
    """The family with time after school and work every day."""
    evening = (Span(weekdays=EVERY_DAY, start=15 * 60, end=20 * 60 + 30),)
    return replace(family, people=tuple(replace(p, free=evening) for p in family.people))


@pytest.fixture
def window(open_at, free):
    return open_at(free)


@pytest.fixture
def filled(qtbot, window):
    """The window after Fill my week was pressed and has answered."""
    qtbot.mouseClick(window.week.header.fill, LEFT)
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    assert window.filling.proposal is not None
    QApplication.processEvents()
    return window


@pytest.fixture
def ghosts(filled):
    def shown():
        return [c.entry for c in filled.week.grid.cards() if c.ghost]

    return shown


def written(window):
    return entries_between(window.session.household, window.first)


def words(widget):
    return [w.text() for w in widget.findChildren(QLabel) if not w.isHidden()]


def test_every_suggestion_is_a_ghost_with_a_reason_beside_it(filled, ghosts):
    assert ghosts()
    assert {g.title for g in ghosts()} <= set(words(filled.filling.panel))
    assert all(g.why for g in ghosts())
    assert written(filled) == ()


def test_keep_all_is_one_step_and_one_undo(qtbot, filled, ghosts):
    wanted = sorted((g.day, g.start, g.title, g.why) for g in ghosts())
    qtbot.mouseClick(filled.week.header.keep, LEFT)
    assert sorted((e.day, e.start, e.title, e.why) for e in written(filled)) == wanted
    assert ghosts() == []
    assert filled.toast.isVisible()
    filled.undo()
    assert written(filled) == ()


def test_discard_leaves_no_trace(qtbot, filled, ghosts):
    before = filled.session.household
    qtbot.mouseClick(filled.week.header.discard, LEFT)
    assert ghosts() == []
    assert filled.session.household is before
    assert filled.week.header.fill.isVisible()


def test_one_can_be_kept_and_the_others_stay_suggestions(qtbot, filled, ghosts):
    first, *rest = ghosts()
    qtbot.mouseClick(filled.filling.panel.rows[first.id]["keep"], LEFT)
    assert [e.title for e in written(filled)] == [first.title]
    assert {g.id for g in ghosts()} == {g.id for g in rest}


def test_one_can_be_dropped(qtbot, filled, ghosts):
    first, *rest = ghosts()
    qtbot.mouseClick(filled.filling.panel.rows[first.id]["drop"], LEFT)
    assert [g.id for g in ghosts()] == [g.id for g in rest]
    assert written(filled) == ()


def test_one_can_be_swapped_for_another_with_a_reason(qtbot, filled, ghosts):
    first = ghosts()[0]
    panel = filled.filling.panel
    qtbot.mouseClick(panel.rows[first.id]["swap"], LEFT)
    assert panel.options
    qtbot.mouseClick(panel.options[0], LEFT)
    (there,) = [g for g in ghosts() if g.id == first.id]
    assert there.title != first.title


def test_another_week_keeps_what_is_held(qtbot, filled, ghosts):
    first = ghosts()[0]
    qtbot.mouseClick(filled.filling.panel.rows[first.id]["hold"], LEFT)
    qtbot.mouseClick(filled.week.header.another, LEFT)
    qtbot.waitUntil(lambda: not filled.filling.busy, timeout=30_000)
    assert (first.title, first.day, first.start) in [(g.title, g.day, g.start) for g in ghosts()]


def test_a_ghost_moved_by_hand_stays_a_suggestion(filled, ghosts):
    first = ghosts()[0]
    filled.filling.move(first, first.day, first.start - 15)
    (there,) = [g for g in ghosts() if g.title == first.title]
    assert there.start == first.start - 15
    assert written(filled) == ()


def test_every_button_says_which_suggestion_it_is_for(filled, ghosts):
    first = ghosts()[0]
    names = [b.accessibleName() for b in filled.filling.panel.rows[first.id].values()]
    assert all(name.endswith(first.title) for name in names)
    assert len(set(names)) == 4


def test_what_a_person_placed_is_never_moved(qtbot, window, entry):
    mine = entry(1, 5, "15:00", 300, title="Swimming", people=("leo", "maya", "sara", "jonas"))
    window.do(actions.add_entry(mine))
    window.fill()
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    assert written(window) == (mine,)
    for ghost in window.week.suggestions:
        assert ghost.day != mine.day or ghost.start >= mine.end or ghost.end <= mine.start


def test_an_answer_nobody_waits_for_any_more_is_not_shown(qtbot, window):
    window.fill()
    window.filling.discard()
    question = window.filling._question
    window.fill()
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    assert window.filling._question == question + 1
    assert window.filling.proposal is not None


def test_shifts_noted_on_the_family_page_are_busy_on_the_calendar_and_nothing_is_asked_then(
    qtbot, window
):
    window.show_page("family")
    rotas = window._opened["family"].widget.rotas
    qtbot.mouseClick(rotas.add, LEFT)
    qtbot.mouseClick(rotas.form.save, LEFT)
    household = window.session.household
    (rota,) = household.rotas
    days = [window.first + timedelta(days=n) for n in range(7)]
    assert [bool(busy_on(household, day)) for day in days] == [True] * 7
    window.show_page("week")
    qtbot.mouseClick(window.week.header.fill, LEFT)
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    for found in window.filling.proposal.suggestions:
        if rota.person in found.entry.people:
            for busy in busy_on(household, found.entry.day):
                assert found.entry.end <= busy.span.start or busy.span.end <= found.entry.start
    window.undo()
    assert window.session.household.rotas == ()


def test_a_hard_week_with_nothing_known_leads_to_what_takes_a_few_minutes(qtbot, window):
    window.do(actions.set_hard_week(window.first, on=True))
    qtbot.mouseClick(window.week.header.fill, LEFT)
    qtbot.waitUntil(lambda: not window.filling.busy, timeout=30_000)
    qtbot.mouseClick(window.filling.panel.help, LEFT)
    page = window._opened["activities"].widget
    assert window.pages.currentWidget() is page
    assert page.filters.choice.short
    assert page.filters.choice.no_preparation


def test_del_drops_a_suggestion_and_enter_goes_to_it_in_the_list(qtbot, filled, ghosts):
    before, household = ghosts(), filled.session.household
    first, second = before[0], before[1]
    grid = filled.week.grid
    qtbot.mouseClick(grid, LEFT, pos=grid.card_of(first.id).mapTo(grid, QPoint(20, 6)))
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert {g.id for g in ghosts()} == {g.id for g in before} - {first.id}
    assert filled.session.household is household
    card = grid.card_of(second.id)
    qtbot.mouseClick(grid, LEFT, pos=card.mapTo(grid, QPoint(20, 6)))
    qtbot.keyClick(card, Qt.Key.Key_F2)
    assert grid.name_field is None
    qtbot.keyClick(card, Qt.Key.Key_Return)
    keep = filled.filling.panel.rows[second.id]["keep"]
    assert filled.focusWidget() is keep
    qtbot.keyClick(keep, Qt.Key.Key_Space)
    assert [e.title for e in written(filled)] == [second.title]
