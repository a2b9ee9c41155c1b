"""What a screen reader is told at once: what has become of the chosen card, which week it is now, a line at the foot."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from planner.dates import ONE_DAY
from planner.model import EntryId, Household
from planner.week import entries_between, find
from ui.clashes import clashes
from ui.text import busy
from ui.text.week import spoken_card, week_title

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.week_canvas import WeekCanvas


PAUSE_MS = 400
"""After so long without a key something is said of what was typed."""


def announce(widget: QWidget, words: str) -> None:
    """Say these words, if anybody listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def pause(widget: QWidget, words: Callable[[], str]) -> QTimer:
    """A timer to be started at each key: once nothing more is typed, it says these words."""
    timer = QTimer(widget, interval=PAUSE_MS, singleShot=True)
    timer.timeout.connect(lambda: announce(widget, words()))
    return timer


def changed_card(before: Household, after: Household, chosen: EntryId | None) -> str:
    """What the chosen card says now, and who cannot be there; nothing if it is as it was, or gone."""
    now = find(after, chosen) if chosen else None
    was = find(before, now.id) if now else None
    if now is None or was == now:
        return ""
    trouble: tuple[str, ...] = ()
    if was is None or (was.day, was.start, was.minutes) != (now.day, now.start, now.minutes):
        around = entries_between(after, now.day - ONE_DAY, 3)
        trouble = clashes(after, tuple(e for e in around if not e.all_day), now)
    return ". ".join((spoken_card(now, after), *trouble))


def announce_turn(window: "MainWindow") -> None:
    """Say which week is shown now."""
    announce(window.week.grid, week_title(window.first))


def describe_days(grid: "WeekCanvas") -> None:
    """Let each day tell who is busy when, which others see behind its cards."""
    found = grid.ground.busy(grid.household, grid.first)
    for column, blocks in zip(grid.columns, found, strict=True):
        told = (busy.tip(block, -1, grid.household) for block in blocks)
        column.setAccessibleDescription("; ".join(told).replace("\n", "; "))


def announce_step(window: "MainWindow", before: Household, after: Household) -> None:
    """Say what a step, or taking it back, has made of the chosen card."""
    words = changed_card(before, after, window.week.grid.chosen)
    if words:
        announce(window.week.grid, words)
