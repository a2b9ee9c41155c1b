"""What the hand carries over the month: its line goes along, the day below says who would be busy."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from planner.model import Entry
from ui.clashes import clashes
from ui.entry_clipboard import unpacked
from ui.ghost_note import GhostNote
from ui.month_day import DayBox, line_height
from ui.text import common

if TYPE_CHECKING:
    from ui.month_grid import MonthGrid

Cursor = Qt.CursorShape
FAR = 4
"""A press that moves less than so many pixels is a click."""


@dataclass(slots=True, kw_only=True)
class Carried:
    """An entry, the day it was taken on, where that was, and the day that was chosen then."""

    entry: Entry
    day: date
    pressed: QPoint
    chosen: date
    started: bool = False

    def on(self, day: date) -> Entry:
        """The entry as far from this day as it is from the one it was taken on."""
        return replace(self.entry, day=self.entry.day + (day - self.day))


def follow(grid: "MonthGrid", carried: Carried, at: QPoint, *, copy: bool) -> None:
    """Let the line follow the hand; the pointer tells what letting go here does."""
    carried.started = True
    grid.drag_moved.emit(grid.mapToGlobal(at))
    box = grid.box_at(at)
    show_over(grid, carried.on(box.day) if box else None, box, at)
    around = grid.parentWidget()
    if box is not None:
        grid.setCursor(Cursor.DragCopyCursor if copy else Cursor.ClosedHandCursor)
    elif around is not None and around.rect().contains(grid.mapToParent(at)):
        grid.setCursor(Cursor.ClosedHandCursor)  # on its way to a button that turns the month
    else:
        grid.setCursor(Cursor.ForbiddenCursor)


def show_over(grid: "MonthGrid", entry: Entry | None, target: DayBox | None, at: QPoint) -> None:
    """Mark the day and show the entry beside the hand, with whoever is elsewhere then; or nothing."""
    for box in grid.boxes:
        if box.target != (box is target):
            box.target = box is target
            box.update()
    seen = entry is not None and target is not None
    grid.ghost.setVisible(seen)
    words: tuple[str, ...] = ()
    if entry is not None and target is not None:
        width = grid.boxes[0].width() - 10
        left = min(at.x() + 8, grid.width() - width)
        grid.ghost.show_entry(entry, grid.household, over=False)
        grid.ghost.setGeometry(left, at.y() + 4, width, line_height())
        grid.ghost.raise_()
        words = clashes(grid.household, target.entries, entry)
        if words:
            words = (common.people_line(grid.household, entry.people), *words)
    if words or grid.note is not None:
        grid.note = grid.note or GhostNote(grid)
        grid.note.show_words("\n".join(words), grid.ghost.geometry(), grid.rect(), grid.theme)


def let_go(grid: "MonthGrid", carried: Carried, at: QPoint, *, copy: bool) -> None:
    """Ask for what was shown; outside the days everything is as it was."""
    box = grid.box_at(at)
    if not carried.started or box is None:
        grid.cancel_drag()
        return
    grid.forget_drag()
    if box.day != carried.day:
        asked = grid.entry_copied if copy else grid.entry_moved
        asked.emit(carried.entry, carried.on(box.day).day)
    grid.show_moved(carried.entry, box.day)


def hold(grid: "MonthGrid", event: QDragMoveEvent) -> None:
    """Something of a list is held over the days: show where it would stand; nothing for what is no entry."""
    entry, at = unpacked(event.mimeData()), event.position().toPoint()
    box = grid.box_at(at)
    if entry is not None:
        show_over(grid, replace(entry, day=box.day) if box else None, box, at)
    event.setAccepted(entry is not None and box is not None)


def drop(grid: "MonthGrid", event: QDropEvent) -> None:
    """It was let go here."""
    entry, box = unpacked(event.mimeData()), grid.box_at(event.position().toPoint())
    grid.forget_drag()
    event.setAccepted(entry is not None and box is not None)
    if entry is not None and box is not None:
        grid.entry_dropped.emit(entry, box.day)
