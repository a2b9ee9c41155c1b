"""The menu: every step back by its name, and cut, copy, paste and delete with their keys."""

import ast
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from planner.actions import Action
from planner.model import OUTCOMES, EntryId
from planner.rituals_series import SCOPES
from ui.edit_menu import open_menu
from ui.text import actions as action_text

KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
PLANNER = Path(__file__).parents[2] / "planner"
SIX = 8  # lines, two of which part them


@pytest.fixture(autouse=True)
def nothing_on_the_clipboard(qapp):
    QGuiApplication.clipboard().clear()


@pytest.fixture
def card(qtbot, window, on_window):
    """The walk, chosen by a click."""
    window.join_late()
    on_window.click(on_window.on(1))
    return window.week.grid.card_of(EntryId("1"))


def lines(window) -> dict[str, bool]:
    """What stands in the menu now, and whether it does anything."""
    menu = open_menu(window)
    found = {
        a.text().split("\t")[0]: a.isEnabled() for a in menu.actions()[:SIX] if not a.isSeparator()
    }
    menu.close()
    return found


def choose(window, start: str) -> None:
    menu = open_menu(window)
    next(a for a in menu.actions() if a.text().startswith(start)).trigger()
    menu.close()


def undo_line(window) -> str:
    return next(iter(lines(window)))


def test_where_nothing_can_be_done_nothing_is_offered(qtbot, window):
    window.join_late()
    assert lines(window) == dict.fromkeys(("Undo", "Redo", "Cut", "Copy", "Paste", "Delete"), False)


def test_each_line_has_its_keys_and_names_the_entry(window, card):
    menu = open_menu(window)
    shown = [a.text().split("\t") for a in menu.actions()[:SIX] if not a.isSeparator()]
    menu.close()
    assert [words for words, _ in shown] == [
        "Undo",
        "Redo",
        "Cut “Worry walk”",
        "Copy “Worry walk”",
        "Paste",
        "Delete “Worry walk”",
    ]
    assert [keys for _, keys in shown] == [
        "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Del",
    ]  # fmt: skip


def test_what_a_parent_did_is_named_step_by_step(qtbot, window, card):
    grid = window.week.grid
    qtbot.keyClick(card, KEY.Key_Right, MOD.ControlModifier)
    assert undo_line(window) == "Undo: “Worry walk” moved"
    qtbot.keyClick(grid, KEY.Key_Down, MOD.ShiftModifier)
    assert undo_line(window) == "Undo: “Worry walk” made longer or shorter"
    qtbot.keyClick(grid, KEY.Key_Space)
    assert undo_line(window) == "Undo: “Worry walk” done"
    qtbot.keyClick(grid, KEY.Key_Delete)
    assert undo_line(window) == "Undo: “Worry walk” deleted"
    choose(window, "Undo")
    assert undo_line(window) == "Undo: “Worry walk” done"
    assert list(lines(window))[1] == "Redo: “Worry walk” deleted"
    choose(window, "Redo")
    assert undo_line(window) == "Undo: “Worry walk” deleted"


def test_cut_and_paste_move_an_entry(window, card):
    choose(window, "Cut")
    assert [e.title for e in window.week.week_entries] == ["Story catch"]
    assert lines(window)["Paste “Worry walk”"]
    choose(window, "Paste")
    assert [e.title for e in window.week.week_entries] == ["Worry walk", "Story catch"]
    assert undo_line(window) == "Undo: “Worry walk” added"


def test_copy_and_delete_do_what_their_keys_do(window, card):
    choose(window, "Copy")
    choose(window, "Delete")
    assert [e.title for e in window.week.week_entries] == ["Story catch"]
    assert window.toast.words == "“Worry walk” deleted."
    choose(window, "Paste")
    assert len(window.week.week_entries) == 2


def test_a_long_name_is_cut_and_an_ampersand_stays(window, card):
    window.change(card.entry, replace(card.entry, title="Tea & cake " * 10))
    first = undo_line(window)
    assert first.startswith("Undo: “Tea && cake")
    assert first.endswith("…")


def test_f10_opens_it_with_the_first_line_marked(qtbot, window, card):
    qtbot.keyClick(card, KEY.Key_Delete)
    qtbot.keyClick(window, KEY.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text().startswith("Undo: “Worry walk” deleted")
    qtbot.keyClick(menu, KEY.Key_Return)
    assert [e.title for e in window.week.week_entries] == ["Worry walk", "Story catch"]


def test_on_other_pages_it_has_the_steps_and_no_entry(qtbot, window, card):
    qtbot.keyClick(card, KEY.Key_Delete)
    window.show_page("family")
    assert list(lines(window).values()) == [True, False, False, False, False, False]
    choose(window, "Undo")
    assert window.session.undoable is None


def test_in_a_field_it_is_about_the_words(qtbot, window, card):
    qtbot.keyClick(card, KEY.Key_Return)
    title = window.week.form.title
    assert title.selectedText() == "Worry walk"
    choose(window, "Cut")
    assert title.text() == ""
    assert lines(window)["Paste"]
    choose(window, "Paste")
    assert title.text() == "Worry walk"
    assert len(window.week.week_entries) == 2


def test_it_is_the_weeks_own_menu_under_the_three_dots(qtbot, window, card):
    qtbot.mouseClick(window.week.header.more, LEFT)
    menu = window.week.header.more.menu_of_week
    assert menu.actions()[0].text().startswith("Undo")
    assert any(a.text() == "A hard week: let everything rest" for a in menu.actions()[SIX:])
    menu.close()


def codes() -> set[str]:
    """Every code that is written down for a step in the planner."""
    found = set(OUTCOMES)
    for path in PLANNER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Action", "_adding"}:
                values = [k.value for k in node.keywords if k.arg == "code"] + node.args[:1]
                found |= {
                    part.value
                    for value in values
                    for part in ast.walk(value)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found


def test_every_step_there_is_has_a_name():
    named = codes() | {
        f"{code}-{scope}"
        for code, scope in product(("change", "move", "resize", "remove"), SCOPES[1:])
    }
    assert len(named) > 50
    for code in named:
        action = Action(code=code, step=lambda h: h, about="tea")
        assert action_text.phrase(action)


def test_one_is_not_counted_like_many():
    kept = Action(code="keep", step=lambda h: h, about="1")
    assert action_text.phrase(kept) == "a suggestion kept"
    assert action_text.phrase(kept._replace(about="3")) == "3 suggestions kept"
