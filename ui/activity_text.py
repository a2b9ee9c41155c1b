"""The scrolled text of the activity that is read: as tall as its words, with a ring when keys scroll it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.text import activities as text
from ui.theme import Theme


class Reading(QScrollArea):
    """The scrolled text; a ring shows when the arrow keys scroll it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(text.PANEL)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.focus, 2))
            ring = QRectF(self.viewport().rect()).adjusted(4, 4, -2, -2)
            painter.drawRoundedRect(ring, 8, 8)


class Text(QWidget):
    """What is scrolled: as tall as its words at the width there is.

    A layout would ask for the height that its words need at their narrowest, which leaves the end empty.
    """

    def minimumSizeHint(self) -> QSize:
        # Labels that do not follow the width yet have nothing but that height to be seen in.
        layout = self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(0, 0) if follows else super().minimumSizeHint()
