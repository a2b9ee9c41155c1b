"""Something from a list is dragged onto the week: the ghost shows where it would stand, the drop puts it there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from planner import drag
from planner.drag import FINE_STEP, STEP, Slot
from planner.model import Entry
from ui import hand
from ui.entry_clipboard import packed, unpacked
from ui.week_drag import on_slot

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid


def begin(source: QWidget, entry: Entry) -> bool:
    """Take the entry from this list into the hand; returns when it is let go: whether somewhere it can be."""
    carried = QDrag(source)
    carried.setMimeData(packed(entry))
    carried.setPixmap(_picture(source, entry.title))
    carried.setHotSpot(QPoint(-12, -6))
    return carried.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction


def _picture(source: QWidget, title: str) -> QPixmap:
    """The title on a slip of paper."""
    metrics = source.fontMetrics()
    size = QSize(metrics.horizontalAdvance(title) + 20, metrics.height() + 10)
    ratio = source.devicePixelRatioF()
    slip = QPixmap(size * ratio)
    slip.setDevicePixelRatio(ratio)
    slip.fill(source.palette().base().color())
    painter = QPainter(slip)
    painter.setFont(source.font())
    painter.setPen(source.palette().text().color())
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
    painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter, title)
    painter.end()
    return slip


def follow(grid: "WeekGrid", event: QDragMoveEvent, *, over_lane: bool = False) -> None:
    """Show where it would stand; nothing for what is no entry."""
    entry = unpacked(event.mimeData())
    suggested = entry is not None and _suggestion(grid, entry) is not None
    if entry is None or (over_lane and suggested):
        grid.hide_ghost()
        event.ignore()
        return
    slot = _slot(grid, entry, event, over_lane=over_lane)
    hand.show_ghost(grid, slot, entry)
    grid.ghost.times_first = True  # the slip beside the pointer has the title
    grid.ghost.update()
    if not over_lane:
        grid.hand_moved(grid.mapToGlobal(event.position().toPoint()), turning=not suggested)
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def drop(grid: "WeekGrid", event: QDropEvent, *, over_lane: bool = False) -> None:
    """Ask for it in the slot it was dropped on: a suggestion is moved, anything else is new."""
    entry = unpacked(event.mimeData())
    suggestion = _suggestion(grid, entry) if entry is not None else None
    if entry is None or (over_lane and suggestion is not None):
        event.ignore()
        return
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    after = on_slot(entry, _slot(grid, entry, event, over_lane=over_lane), grid.first)
    if suggestion is not None:
        grid.entry_moved.emit(suggestion, after.day, after.start)
        grid.choose(suggestion.id, take_focus=True)
    else:
        grid.entry_made.emit(after)


def _slot(grid: "WeekGrid", entry: Entry, event: QDropEvent, *, over_lane: bool) -> Slot:
    at = event.position().toPoint()
    day = grid.scale.day_at(at.x())
    if over_lane:
        return Slot(day, 0, 0, 1)
    fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    step = FINE_STEP if fine else STEP
    return drag.moved(Slot(day, 0, entry.minutes), day, grid.scale.minute_at(at.y()), step)


def _suggestion(grid: "WeekGrid", entry: Entry) -> Entry | None:
    """The suggestion that was taken from the list, as it stands on the week; None for anything else."""
    return next((s for s in grid.suggestions if s.id == entry.id), None)
