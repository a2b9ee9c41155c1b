"""The scrolled hours of the week; Ctrl and the wheel zoom them around the pointer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from ui.week_grid import WeekGrid


class GridArea(QScrollArea):
    """The scrolled grid. Ctrl and the wheel make the hours taller or flatter around the pointer."""

    resized = Signal()

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__()
        self._grid = grid
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A bar and a view of our own: asked for Qt's, PySide would look through every kind of widget.
        self.setVerticalScrollBar(QScrollBar(Qt.Orientation.Vertical))
        self.setViewport(QWidget())
        self.setWidget(grid)
        # It paints its ground itself; filled, every card is drawn twice.
        grid.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            bar = self.verticalScrollBar()
            above = event.position().y()
            share = (bar.value() + above) / self._grid.height()
            self._grid.set_zoom(self._grid.zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            bar.setValue(round(share * self._grid.height() - above))
        else:
            super().wheelEvent(event)
