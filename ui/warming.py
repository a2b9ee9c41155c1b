"""Loads what the pages need while nobody asks for anything, so that the first click on each is quick."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 40
"""Between two of them, so that the window answers in between."""
MODULES = (
    "ui.reach_joins",
    "ui.activities_page",
    "planner.learned",
    "ui.family_page",
    "ui.look_back_page",
    "ui.journal_joins",
    "ui.pages",
)
"""Each loads what it needs of the next ones, and none takes longer than a few frames."""


def warm_up(window: QObject) -> None:
    """Load them one after another for as long as the window is there."""
    _next(window, iter(MODULES))


def _next(window: QObject, left: Iterator[str]) -> None:
    for name in left:
        import_module(name)
        QTimer.singleShot(PAUSE_MS, window, lambda: _next(window, left))
        return
