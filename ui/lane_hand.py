"""The lane of whole days under the hand: presses, moves, keys and drops are handed on to the grid below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)

from planner.drag import Slot
from ui.day_lane import DayLane
from ui.text.week import card_tip
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid


class Lane(DayLane):
    """The lane with everything a family can do on it; `grid` does it."""

    def __init__(self, theme: Theme, grid: "WeekGrid") -> None:
        super().__init__(theme)
        self.grid = grid
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            self.grid.other_button()
            return
        at = event.position()
        if self.is_more(at):
            self.press_more(at)
            return
        card = self.card_at(at)
        zone = self.zone(card, at.x()) if card else "draw"
        self.grid.take(card, self._on_grid(at), self.day_at(at.x()), zone, lane=True)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.grid.drag_to(self._on_grid(at), event.modifiers())
            return
        card = self.card_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if card is not None or self.is_more(at):
            shape = Qt.CursorShape.PointingHandCursor
        if card is not None and self.zone(card, at.x()) != "body":
            shape = Qt.CursorShape.SizeHorCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.grid.let_go(self._on_grid(event.position()), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_more(event.position()):
            return
        self.grid.forget_drag()
        card = self.card_at(event.position())
        if card is not None:
            self.grid.entry_opened.emit(card.entry)
        else:
            self.grid.open_slot(Slot(self.day_at(event.position().x()), 0, 0, 1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.card_at(QPointF(event.pos()))
        if card is not None:
            self.grid.ask_menu(card, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.grid.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.grid.keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.grid.dragged_over(event, over_lane=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.grid.forget_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self.grid.dropped(event, over_lane=True)

    def _on_grid(self, at: QPointF) -> QPoint:
        return self.grid.mapFromGlobal(self.mapToGlobal(at.toPoint()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            from ui import tip  # noqa: PLC0415  (when the pointer first rests on a card)

            card = self.card_at(QPointF(event.pos()))
            words = card_tip(card.entry, self.household) if card else self._note_at(event.pos())
            tip.show(event.globalPos(), words, self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and self.grid.dragging:
            from ui.week_keys import keeps  # noqa: PLC0415  (with the first key)

            return keeps(event) or super().event(event)
        return super().event(event)

    def _note_at(self, at: QPoint) -> str:
        for (first, end, words), row in zip(self.notes, self.rows, strict=False):
            if self.slot_box(Slot(first, 0, 0, end - first), row - self.top).contains(at):
                return words
        return ""
