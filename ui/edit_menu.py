"""Undo, redo, cut, copy, paste and delete in a menu, each by its name and with its keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from planner.model import Entry
from ui import entry_clipboard
from ui.text import actions as action_text
from ui.text import common
from ui.text import editing as text
from ui.text import week as week_text
from ui.week_keys import cut_out, keyed

if TYPE_CHECKING:  # the window joins it late
    from ui.main_window import MainWindow

NATIVE = QKeySequence.SequenceFormat.NativeText
LETTERS = 52
"""So many letters of a step are shown at most."""


class Item(NamedTuple):
    """A line of the menu: what it says now, its keys, and what it does; None where that is nothing."""

    words: str
    keys: str
    step: Callable[[], object] | None


def join_edit_menu(window: "MainWindow", menu: QMenu) -> None:
    """Put the lines above everything else in this menu, as they are whenever it opens."""
    above = menu.actions()[0]
    made = [QAction(menu) for _ in range(6)]
    menu.insertActions(above, made)
    menu.insertSeparator(made[2])
    menu.insertSeparator(above)
    steps: dict[int, Callable[[], object]] = {}
    for number, action in enumerate(made):
        action.triggered.connect(lambda _=False, n=number: steps[n]())

    def show() -> None:
        for number, (action, item) in enumerate(zip(made, items(window), strict=True)):
            keys = QKeySequence(item.keys).toString(NATIVE)
            action.setText(f"{_elided(item.words, menu)}\t{keys}")
            action.setEnabled(item.step is not None)
            steps[number] = item.step or _nothing

    menu.aboutToShow.connect(show)


def open_menu(window: "MainWindow") -> QMenu:
    """The week's menu below its button; where there is none, these lines alone at the page's corner."""
    button = window.week.header.more
    if button.isVisible():
        menu = button.menu_of_week
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    else:
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        join_edit_menu(window, menu)
        menu.popup(window.pages.mapToGlobal(QPoint()))
    menu.setAccessibleName(text.MENU)
    first = next((a for a in menu.actions() if a.isEnabled() and not a.isSeparator()), None)
    if first is not None:
        menu.setActiveAction(first)
    return menu


def items(window: "MainWindow") -> tuple[Item, ...]:
    """The lines as they are now."""
    undo, redo = window.session.undoable, window.session.redoable
    back = week_text.undo_of(action_text.phrase(undo)) if undo else week_text.UNDO
    forth = week_text.redo_of(action_text.phrase(redo)) if redo else week_text.REDO
    history = (
        Item(back, "Ctrl+Z", window.undo if undo else None),
        Item(forth, "Ctrl+Shift+Z", window.redo if redo else None),
    )
    focused = window.focusWidget()
    if isinstance(focused, QLineEdit | QPlainTextEdit):
        return (*history, *_of_text(focused))
    return (*history, *_of_week(window))


def _of_text(field: QLineEdit | QPlainTextEdit) -> tuple[Item, ...]:
    """What can be done with the words that are marked in a field."""
    secret = False
    if isinstance(field, QLineEdit):
        marked, write = field.hasSelectedText(), field.insert
        secret = field.echoMode() != QLineEdit.EchoMode.Normal
    else:
        marked, write = field.textCursor().hasSelection(), field.insertPlainText
    has_words = bool(QGuiApplication.clipboard().text())
    can_write = not field.isReadOnly()
    can_copy = marked and not secret
    return (
        Item(text.CUT, "Ctrl+X", field.cut if can_copy and can_write else None),
        Item(text.COPY, "Ctrl+C", field.copy if can_copy else None),
        Item(text.PASTE, "Ctrl+V", field.paste if has_words and can_write else None),
        Item(common.DELETE, "Del", (lambda: write("")) if marked and can_write else None),
    )


def _of_week(window: "MainWindow") -> tuple[Item, ...]:
    """What can be done with the entry that keys are meant for."""
    grid, entry = window.week.grid, _entry(window)
    name = entry_clipboard.pasted(grid) if window.page == "week" else ""
    paste = Item(text.of(text.PASTE, name), "Ctrl+V", None)
    if name:
        paste = paste._replace(step=lambda: entry_clipboard.paste(grid, entry))
    cut, copy, delete = (
        Item(text.CUT, "Ctrl+X", None),
        Item(text.COPY, "Ctrl+C", None),
        Item(common.DELETE, "Del", None),
    )
    if entry is not None:
        words = text.of(common.DELETE, entry.title)
        delete = Item(words, "Del", lambda: grid.entry_removed.emit(entry))
    if entry is not None and entry not in grid.suggestions:
        cut = Item(text.of(text.CUT, entry.title), "Ctrl+X", lambda: cut_out(grid, entry))
        words = text.of(text.COPY, entry.title)
        copy = Item(words, "Ctrl+C", lambda: entry_clipboard.copy(entry))
    return cut, copy, paste, delete


def _entry(window: "MainWindow") -> Entry | None:
    """The entry that keys are meant for."""
    card = keyed(window.week.grid) if window.page == "week" else None
    return card.entry if card and window.week.grid.slot is None else None


def _elided(words: str, menu: QWidget) -> str:
    metrics = menu.fontMetrics()
    room = LETTERS * metrics.averageCharWidth()
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return short.replace("&", "&&")


def _nothing() -> None:
    """For a line that is not enabled."""
