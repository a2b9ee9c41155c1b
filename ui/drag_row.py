"""A line of a list that can be taken in the hand and put on the week."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from planner.model import Entry
from ui.drops import begin


class DragRow(QWidget):
    """Holds a suggestion's words and buttons; a press on the words takes it along."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the words on it be pressed through: nothing is marked while it is taken along."""
        super().showEvent(event)
        for words in self.findChildren(QLabel):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            words.setCursor(Qt.CursorShape.OpenHandCursor)
        for button in self.findChildren(QPushButton):
            button.setCursor(Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            begin(self, self._entry)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None
