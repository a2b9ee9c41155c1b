"""What a screen reader is told at once: what has become of the chosen card, or a line at the foot of the window."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from planner.model import EntryId, Household
from planner.week import find
from ui.text.week import spoken_card

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def announce(widget: QWidget, words: str) -> None:
    """Say these words, if anybody listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def changed_card(before: Household, after: Household, chosen: EntryId | None) -> str:
    """What the chosen card says now; nothing if it is as it was, or gone."""
    now = find(after, chosen) if chosen else None
    if now is None or find(before, now.id) == now:
        return ""
    return spoken_card(now, after)


def announce_step(window: "MainWindow", before: Household, after: Household) -> None:
    """Say what a step, or taking it back, has made of the chosen card."""
    words = changed_card(before, after, window.week.grid.chosen)
    if words:
        announce(window.week.grid, words)
