from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from planner.week import add, entries_between
from ui.copying import open_copy, open_keep, open_patterns
from ui.text import copying as text

from .conftest import LEFT, MONDAY

NEXT = MONDAY + timedelta(days=7)


@pytest.fixture
def window(open_at, family, entry):
    """A walk and a story this week; next Wednesday at half past five something with Leo."""
    made = open_at(
        add(
            family,
            entry(1, 2, "17:00", title="Worry walk", outcome="done"),
            entry(2, 4, "18:00", 60, title="Story catch"),
            entry(3, 9, "17:15", title="Swimming"),
        )
    )
    made.join_late()
    return made


def plan(window, first: date) -> list[tuple[str, str, str]]:
    return [
        (f"{e.day:%a}", e.title, e.outcome)
        for e in entries_between(window.session.household, first)
    ]


def ticks(dialog) -> list[tuple[str, bool]]:
    return [(entry.title, tick.isChecked()) for tick, entry in dialog.offer.ticks]


def words(dialog) -> str:
    return "\n".join(label.text() for label in dialog.offer.findChildren(QLabel))


def test_the_menu_of_the_week_leads_there(window):
    names = [
        action.text().partition("\t")[0]
        for action in window.week.header.more.menu_of_week.actions()
    ]
    assert {text.COPY, text.KEEP, text.LAY} <= set(names)
    action = next(
        a for a in window.week.header.more.menu_of_week.actions() if a.text() == text.COPY
    )
    action.trigger()
    assert window.findChild(type(open_copy(window))).isVisible()


def test_the_next_week_is_offered_with_what_is_in_the_way(window):
    dialog = open_copy(window)
    assert dialog.heading.text() == "30 November – 6 December 2026"
    assert ticks(dialog) == [("Worry walk", False), ("Story catch", True)]
    assert "Leo and Mum have Swimming then" in words(dialog)
    assert dialog.ok.text() == text.add(1)


def test_enter_copies_what_is_ticked_as_one_step(qtbot, window):
    dialog = open_copy(window)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.first == NEXT
    assert plan(window, NEXT) == [("Wed", "Swimming", "planned"), ("Fri", "Story catch", "planned")]
    window.undo()
    assert plan(window, NEXT) == [("Wed", "Swimming", "planned")]
    assert plan(window, MONDAY)[0] == ("Wed", "Worry walk", "done")


def test_a_tick_adds_it_beside_what_is_there(qtbot, window):
    dialog = open_copy(window)
    tick, _entry = dialog.offer.ticks[0]
    qtbot.mouseClick(tick, LEFT, pos=QPoint(8, tick.height() // 2))
    assert dialog.ok.text() == text.add(2)
    qtbot.mouseClick(dialog.ok, LEFT)
    assert [title for _, title, _ in plan(window, NEXT)] == [
        "Worry walk",
        "Swimming",
        "Story catch",
    ]


def test_another_week_is_picked_in_the_month(qtbot, window):
    dialog = open_copy(window)
    qtbot.mouseClick(dialog.month.next, LEFT)
    cell = next(c for c in dialog.month.cells if c.day == date(2026, 12, 24))
    qtbot.mouseClick(cell, LEFT)
    assert ticks(dialog) == [("Worry walk", True), ("Story catch", True)]
    qtbot.mouseClick(dialog.ok, LEFT)
    assert window.first == date(2026, 12, 21)
    assert len(plan(window, window.first)) == 2


def test_a_week_is_not_copied_onto_itself(window):
    dialog = open_copy(window)
    dialog.month.choose(MONDAY)
    assert not dialog.ok.isEnabled()
    assert text.NOTHING in words(dialog)


def test_what_was_copied_once_is_not_offered_twice(qtbot, window):
    qtbot.keyClick(open_copy(window), Qt.Key.Key_Return)
    window.turn(-1)
    dialog = open_copy(window)
    assert ("Story catch", False) in ticks(dialog)
    assert text.already("Story catch") in words(dialog)


def test_escape_copies_nothing(qtbot, window):
    dialog = open_copy(window)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(plan(window, NEXT)) == 1


def keep_as(qtbot, window, name: str) -> None:
    dialog = open_keep(window)
    qtbot.keyClicks(dialog.field, name)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def test_a_week_is_kept_under_a_name_and_laid_over_another(qtbot, window):
    keep_as(qtbot, window, "School week")
    window.turn(3)
    dialog = open_patterns(window)
    assert dialog.template.name == "School week"
    assert ticks(dialog) == [("Worry walk", True), ("Story catch", True)]
    qtbot.mouseClick(dialog.ok, LEFT)
    assert plan(window, window.first) == [
        ("Wed", "Worry walk", "planned"),
        ("Fri", "Story catch", "planned"),
    ]
    window.undo()
    assert plan(window, window.first) == []


def test_the_same_name_again_takes_the_place_of_the_first(qtbot, window):
    keep_as(qtbot, window, "School week")
    window.turn(1)
    dialog = open_keep(window)
    qtbot.keyClicks(dialog.field, "school WEEK")
    assert dialog.hint.text() == text.NAME_USED
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    (template,) = window.session.household.templates
    assert [e.title for e in template.entries] == ["Swimming"]


def test_a_pattern_needs_a_name(qtbot, window):
    dialog = open_keep(window)
    qtbot.keyClicks(dialog.field, "  ")
    assert not dialog.ok.isEnabled()
    dialog.close()


def test_a_pattern_is_deleted_without_a_question_and_comes_back(qtbot, window):
    keep_as(qtbot, window, "School week")
    dialog = open_patterns(window)
    qtbot.mouseClick(dialog.forget, LEFT)
    assert window.session.household.templates == ()
    assert dialog.none.isVisible()
    assert not dialog.ok.isEnabled()
    dialog.close()
    window.undo()
    assert len(window.session.household.templates) == 1


def test_nothing_is_clipped_in_a_small_window_with_large_text(qtbot, window):
    font = QApplication.font()
    try:
        large = QApplication.font()
        large.setPointSizeF(14)
        QApplication.setFont(large)
        walk = entries_between(window.session.household, MONDAY)[0]
        window.change(walk, replace(walk, title="W" * 100))
        window.resize(1024, 700)
        dialog = open_copy(window)
        QApplication.processEvents()
        for tick, _ in dialog.offer.ticks:
            assert tick.sizeHint().width() <= tick.width()
        assert dialog.width() <= 1024
        dialog.close()
    finally:
        QApplication.setFont(font)
