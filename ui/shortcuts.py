"""The keys of the whole window. The grid has keys of its own, for the card that has the focus."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:  # the window that calls this
    from ui.main_window import MainWindow


def add_shortcuts(window: "MainWindow") -> None:
    def today() -> None:
        window.show_day(window.now().date())

    for keys, step in (
        ("Ctrl+T", today),
        ("Home", today),
        ("PgUp", lambda: window.turn(-1)),
        ("Alt+Left", lambda: window.turn(-1)),
        ("PgDown", lambda: window.turn(1)),
        ("Alt+Right", lambda: window.turn(1)),
        ("Ctrl+Z", window.undo),
        ("Ctrl+Shift+Z", window.redo),
        ("Ctrl+Y", window.redo),
        ("Ctrl+0", lambda: window.week.grid.set_zoom(1.0)),
        ("Ctrl+N", lambda: _new_entry(window)),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(step)


def _new_entry(window: "MainWindow") -> None:
    """Begin a new entry after the chosen one, or at the next whole hour of a day in this week."""
    chosen, now = window.week.chosen, window.now()
    if chosen is not None:
        day, start = chosen.day, min(chosen.end, 23 * 60)
    else:
        last = window.first + timedelta(days=6)
        day = min(max(now.date(), window.first), last)
        start = min((now.hour + 1) * 60, 23 * 60)
    window.week.draft(day, start, 30)
