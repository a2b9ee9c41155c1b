"""What a drag does at the edges: the hours scroll, and the week turns where the hand rests on a button."""

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.week_grid import WeekGrid

NEAR = 28
"""So near to the upper or lower edge of the view a drag scrolls it, in pixels."""
PIXELS, EVERY_MS, WAIT = 12, 30, 8
"""How far and how often it scrolls; and so many times it waits, for a hand that only passes the edge."""
REST_MS, AGAIN_MS = 500, 900
"""So long the hand rests on a button before the week turns, and before it turns once more."""


class Edges(QTimer):
    """Runs while something is dragged over the scrolled hours."""

    def __init__(
        self, grid: WeekGrid, area: QScrollArea, previous: QWidget, following: QWidget
    ) -> None:
        super().__init__(grid, interval=EVERY_MS)
        self._grid, self._area = grid, area
        self._buttons = ((previous, -1), (following, 1))
        self._at = QPoint()
        self.way = self._waited = 0
        self.rest = QTimer(self)
        self.rest.timeout.connect(self._turn)
        self.timeout.connect(self._scroll)

    def follow(self, at: QPoint) -> None:
        """The hand is at this point of the screen."""
        self._at = at
        if not self.isActive():
            self.start()
        way = next((way for button, way in self._buttons if is_over(button, at)), 0)
        if way != self.way:
            self.way = way
            if way:
                self.rest.start(REST_MS)
            else:
                self.rest.stop()

    def leave(self) -> None:
        """The drag is over."""
        self.stop()
        self.rest.stop()
        self.way = self._waited = 0

    def _turn(self) -> None:
        self.rest.start(AGAIN_MS)
        self._grid.turn_requested.emit(self.way)

    def _scroll(self) -> None:
        view = self._area.viewport()
        at = view.mapFromGlobal(self._at)
        if self.way or not 0 <= at.x() < view.width():
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


def is_over(widget: QWidget, at: QPoint) -> bool:
    """Whether this point of the screen lies on the widget, as far as it is seen."""
    return widget.isVisible() and QRect(QPoint(), widget.size()).contains(widget.mapFromGlobal(at))
