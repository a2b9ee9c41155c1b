"""Reads the weeks nobody has looked at yet, and says how much of the family's data cannot be read."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.text import window as text

if TYPE_CHECKING:  # the window reads itself
    from ui.main_window import MainWindow

AT_ONCE = 0.01
"""Seconds of reading between two chances for the window to answer."""


def read_the_rest(window: "MainWindow") -> None:
    """Read every week of the folder, a few at a time; then say it if something could not be read."""
    weeks = window.store.weeks
    left = iter(sorted(weeks, reverse=True))

    def read_some() -> None:
        until = monotonic() + AT_ONCE
        for monday in left:
            weeks[monday]
            if monotonic() > until:
                QTimer.singleShot(0, window, read_some)
                return
        _tell(window)

    read_some()


def _tell(window: "MainWindow") -> None:
    store = window.store
    unread = len(store.problems) + len(store.database.report)
    if unread and not store.newer and not store.database.read_only:
        window.show_notice(text.some_unreadable(unread))
