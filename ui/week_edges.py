"""What a drag does at the edges: the hours scroll, and the week turns where the hand rests on a button."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

NEAR = 28
"""So near to the upper or lower edge of the view a drag scrolls it, in pixels."""
PIXELS, EVERY_MS = 12, 30
REST_MS = 500
"""So long the hand rests on a button before the week turns."""


class Edges(QTimer):
    """Runs while something is dragged over the scrolled hours."""

    turn_asked = Signal(int)  # weeks
    scrolled = Signal(QPoint)  # where the hand still is, on the screen

    def __init__(self, parent: QWidget, area: QScrollArea) -> None:
        super().__init__(parent, interval=EVERY_MS)
        self._area = area
        self._buttons: tuple[tuple[QWidget, int], ...] = ()
        self._at = QPoint()
        self._rest = QTimer(self, interval=REST_MS)
        self._rest.timeout.connect(self._turn)
        self._way = 0
        self.timeout.connect(self._scroll)

    def turn_on(self, previous: QWidget, following: QWidget) -> None:
        """Let these two buttons turn the week."""
        self._buttons = ((previous, -1), (following, 1))
        for button in (previous, following):
            button.setAcceptDrops(True)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what comes from a list rest on the buttons too; it cannot be let go there."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(watched, QWidget):
            self.follow(watched.mapToGlobal(watched.rect().center()))
            event.accept()
            return True
        if kind in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self.leave()
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def follow(self, at: QPoint) -> None:
        """The hand is at this point of the screen."""
        self._at = at
        if not self.isActive():
            self.start()
        way = next((way for button, way in self._buttons if is_over(button, at)), 0)
        if way != self._way:
            self._way = way
            if way:
                self._rest.start()
            else:
                self._rest.stop()

    def leave(self) -> None:
        """The drag is over."""
        self.stop()
        self._rest.stop()
        self._way = 0

    def _turn(self) -> None:
        self.turn_asked.emit(self._way)

    def _scroll(self) -> None:
        view = self._area.viewport()
        at = view.mapFromGlobal(self._at)
        if self._way or not 0 <= at.x() < view.width():
            return
        bar = self._area.verticalScrollBar()
        before = bar.value()
        if 0 <= at.y() < NEAR:
            bar.setValue(before - PIXELS)
        elif at.y() > view.height() - NEAR:
            bar.setValue(before + PIXELS)
        if bar.value() != before:
            self.scrolled.emit(self._at)


def is_over(widget: QWidget, at: QPoint) -> bool:
    """Whether this point of the screen lies on the widget, as far as it is seen."""
    return widget.isVisible() and QRect(QPoint(), widget.size()).contains(widget.mapFromGlobal(at))
