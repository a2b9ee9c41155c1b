"""What a drag does at the edges: the hours scroll, and the week turns where the hand rests on a button."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.resting import Rest
from ui.week_grid import WeekGrid

NEAR = 28
"""So near to the upper or lower edge of the view a drag scrolls it, in pixels."""
PIXELS, EVERY_MS, WAIT = 12, 30, 8
"""How far and how often it scrolls; and so many times it waits, for a hand that only passes the edge."""


class Edges(QTimer):
    """Runs while something is dragged over the scrolled hours."""

    def __init__(
        self, grid: WeekGrid, area: QScrollArea, previous: QWidget, following: QWidget
    ) -> None:
        super().__init__(grid, interval=EVERY_MS)
        self._grid, self._area = grid, area
        self._at = QPoint()
        self._waited = 0
        turn = grid.turn_requested.emit
        self.rest = Rest(self, (previous, lambda: turn(-1)), (following, lambda: turn(1)))
        self.timeout.connect(self._scroll)

    def follow(self, at: QPoint, *, turning: bool) -> None:
        """The hand is at this point of the screen; `turning` where what it holds may go to another week."""
        self._at = at
        if not self.isActive():
            self.start()
        if turning:
            self.rest.follow(at)

    def leave(self) -> None:
        """The drag is over."""
        self.stop()
        self.rest.leave()
        self._waited = 0

    def _scroll(self) -> None:
        view = self._area.viewport()
        at = view.mapFromGlobal(self._at)
        if self.rest.is_on or not 0 <= at.x() < view.width():
            return
        up, down = 0 <= at.y() < NEAR, at.y() > view.height() - NEAR
        self._waited = self._waited + 1 if up or down else 0
        if self._waited < WAIT:
            return
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + (PIXELS if down else -PIXELS))
        if bar.value() != before:
            self._grid.drag_to(self._grid.mapFromGlobal(self._at), QApplication.keyboardModifiers())
