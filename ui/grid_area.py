"""The scrolled hours of the week; Ctrl and the wheel zoom them around the pointer."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from ui.week_grid import WeekGrid

STEP = 1.1
"""How much taller one step of the wheel makes the hours."""


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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._grid.dragging:
            from ui.week_keys import keeps  # noqa: PLC0415  (with the first key)

            return keeps(event) or super().event(event)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = STEP if event.angleDelta().y() > 0 else 1 / STEP
            self.zoom_to(self._grid.zoom * step, event.position().y())
        else:
            super().wheelEvent(event)
        if self._grid.dragging:  # the ghost stays under the hand
            at = event.globalPosition().toPoint()
            self._grid.drag_to(self._grid.mapFromGlobal(at), event.modifiers())

    def zoom_by_key(self, steps: int) -> None:
        """Make the hours taller or flatter by so many steps; with none, as they were designed."""
        self.zoom_to(self._grid.zoom * STEP**steps if steps else 1.0, self.height() / 2)

    def zoom_to(self, zoom: float, above: float) -> None:
        """Zoom so that the time at `above`, in pixels from the upper edge, stays where it is."""
        bar = self.verticalScrollBar()
        share = (bar.value() + above) / self._grid.height()
        self._grid.set_zoom(zoom)
        bar.setValue(round(share * self._grid.height() - above))
