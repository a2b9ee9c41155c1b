"""The keys that work anywhere in the window."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:  # the window makes them
    from ui.main_window import MainWindow

MORNING = 9 * 60
"""When something new begins on a day that is not today."""


def set_shortcuts(window: "MainWindow") -> None:
    """Join each key to what the window does."""
    for keys, step in (
        ("Ctrl+T", lambda: window.show_day(window.now().date())),
        ("Home", lambda: window.show_day(window.now().date())),
        ("PgUp", lambda: window.turn(-1)),
        ("Alt+Left", lambda: window.turn(-1)),
        ("PgDown", lambda: window.turn(1)),
        ("Alt+Right", lambda: window.turn(1)),
        ("Ctrl+Z", window.undo),
        ("Ctrl+Shift+Z", window.redo),
        ("Ctrl+Y", window.redo),
        ("Ctrl+0", lambda: window.week.area.zoom_by_key(0)),
        ("Ctrl++", lambda: window.week.area.zoom_by_key(1)),
        ("Ctrl+=", lambda: window.week.area.zoom_by_key(1)),
        ("Ctrl+-", lambda: window.week.area.zoom_by_key(-1)),
        ("Ctrl+,", lambda: window.show_page("settings")),
        ("Ctrl+L", window.parts.lock),
        ("Ctrl+M", lambda: window.parts.notice_reach(window)),
        ("Ctrl+N", lambda: new_entry(window)),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(step)


def new_entry(window: "MainWindow", on: date | None = None) -> None:
    """Begin a new entry on this day, else after the chosen one, else on a day of the week shown."""
    chosen, now = window.week.chosen, window.now()
    if on is None and chosen is not None and not chosen.all_day:
        day, start = chosen.day, min(chosen.end, 23 * 60)
    else:
        last = window.first + timedelta(days=6)
        day = on or (chosen.day if chosen else min(max(now.date(), window.first), last))
        start = min((now.hour + 1) * 60, 23 * 60) if day == now.date() else MORNING
    window.week.draft(day, start, window.preferences.entry_minutes)
