"""Keeps what a family prefers, and lets the window follow it at once."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from planner.dates import week_start
from planner.preferences import save_preferences
from ui import theme
from ui.habits import first_weekday, take_habits
from ui.text import preferences as text

if TYPE_CHECKING:  # the window asks for it late
    from ui.main_window import MainWindow

SEEN = ("first_weekday", "clock", "hours", "text_size", "me")
"""What is seen in many parts of the window; these are made anew."""


def keep(window: "MainWindow", **changes: Any) -> bool:
    """Put these preferences on disk and into the window; where the disk refuses, say so and change nothing."""
    after = window.preferences._replace(**changes)
    if after == window.preferences:
        return True
    if not window.store.database.read_only:
        try:
            save_preferences(window.store.database.folder, after)
        except OSError as error:
            window.toast.show_words(text.not_kept(error.strerror or str(error)))
            return False
    window.preferences = after
    return True


def prefer(window: "MainWindow", **changes: Any) -> None:
    """Keep these preferences and show every part of the window as they say."""
    before = window.preferences
    if not keep(window, **changes):
        return
    after = window.preferences
    take_habits(after)
    window.week.grid.usual_minutes = after.entry_minutes
    window.first = week_start(window.first, first_weekday())
    if after.text_size != before.text_size:
        set_text_size(after.text_size)
    if after.theme != before.theme:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        window.set_theme(theme.dress(app, after.theme))
    if any(getattr(before, name) != getattr(after, name) for name in SEEN):
        window.rebuild()


def set_text_size(percent: int) -> None:
    """Let every text be so many percent of the desktop's own size."""
    QApplication.setFont(theme.ui_font(percent))
    QApplication.sendPostedEvents()  # else what is made now still takes the size of before


def keep_view(window: "MainWindow") -> None:
    """Remember which part of which week was on the screen, for the next start."""
    keep(window, view=window.view()._replace(closed=window.now()))
