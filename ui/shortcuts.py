"""The keys that work anywhere in the window."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:  # the window makes them
    from ui.main_window import MainWindow

MORNING = 9 * 60
"""When something new begins on a day that is not today."""


def set_shortcuts(window: "MainWindow") -> None:
    """Join each key to what the window does, whatever its page is."""
    for keys, step in (
        ("Ctrl+Z", window.undo),
        ("Ctrl+Shift+Z", window.redo),
        ("Ctrl+Y", window.redo),
        ("Ctrl+L", window.parts.lock),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(step)
    for keys, turning in (
        ("Ctrl+T", lambda: show_today(window)),
        ("Ctrl+,", lambda: window.show_page("settings")),
        ("Ctrl+M", lambda: window.parts.notice_reach(window)),
        ("Ctrl+N", lambda: new_entry(window)),
    ):
        add_key(window, keys, turning)


def add_key(window: "MainWindow", keys: str, step: Callable[[], object]) -> None:
    """A key that leads somewhere: it waits until there is a family."""

    def turn() -> None:
        if window.page != "first-run":
            step()

    QShortcut(QKeySequence(keys), window).activated.connect(turn)


def set_week_keys(window: "MainWindow") -> None:
    """Keys that mean the week while it is shown, and scroll on other pages."""
    for keys, step in (
        ("Home", lambda: window.show_day(window.now().date())),
        ("PgUp", lambda: window.turn(-1)),
        ("Alt+Left", lambda: window.turn(-1)),
        ("PgDown", lambda: window.turn(1)),
        ("Alt+Right", lambda: window.turn(1)),
        ("Ctrl+0", lambda: window.week.area.zoom_by_key(0)),
        ("Ctrl++", lambda: window.week.area.zoom_by_key(1)),
        ("Ctrl+=", lambda: window.week.area.zoom_by_key(1)),
        ("Ctrl+-", lambda: window.week.area.zoom_by_key(-1)),
    ):
        QShortcut(QKeySequence(keys), window.week).activated.connect(step)


def show_today(window: "MainWindow") -> None:
    """The week of today, from whatever page."""
    if window.page != "week":
        window.show_page("week")
    window.show_day(window.now().date())


def new_entry(window: "MainWindow", on: date | None = None) -> None:
    """Begin a new entry on this day, else after the chosen one, else on a day of the week shown."""
    if window.page != "week":
        window.show_page("week")
    chosen, now = window.week.chosen, window.now()
    if on is None and chosen is not None and not chosen.all_day:
        day, start = chosen.day, min(chosen.end, 23 * 60)
    else:
        last = window.first + timedelta(days=6)
        day = on or (chosen.day if chosen else min(max(now.date(), window.first), last))
        start = min((now.hour + 1) * 60, 23 * 60) if day == now.date() else MORNING
    window.week.draft(day, start, window.preferences.entry_minutes)


def press_focused(widget: QWidget, event: QKeyEvent) -> bool:
    """Let Enter press the button that has the focus, as Space does; whether it did."""
    focused = widget.focusWidget()
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if not enter or not isinstance(focused, QPushButton) or event.isAutoRepeat():
        return False
    focused.click()
    return True
