"""White cards and the scrolled column they stand in, as the reading pages use them."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme, text_font

RADIUS = 10
LETTERS = 96
"""A line of text is at most about this many letters wide."""
EDGE = 4


class Card(QWidget):
    """A white card with a fine line, an edge in a pathway's colour where it has one, a ring with the focus."""

    def __init__(self, theme: Theme, pathway: str | None = None) -> None:
        super().__init__()
        self.theme, self.pathway, self.edged = theme, pathway, False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(self.theme.line, 1))
        painter.setBrush(self.theme.surface)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.edged:
            painter.save()
            painter.setClipRect(QRectF(0, 0, EDGE, self.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.hue(self.pathway).main)
            painter.drawRoundedRect(QRectF(0, 0, 4 * EDGE, self.height()), RADIUS, RADIUS)
            painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self.theme.focus, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)


class Flowing(QWidget):
    """Content of a scroll area whose height follows from its width, however much its words wrap.

    Qt would otherwise keep room for the words as they wrap in the narrowest of widths.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Column(QScrollArea):
    """A column of cards that scrolls; `body` is the layout to put them in."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = Flowing()
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(20, 4, 20, 24)
        if not wide:
            metrics = QFontMetrics(text_font())
            self._inner.setMaximumWidth(max(760, LETTERS * metrics.averageCharWidth()))
        row.addWidget(self._inner, 1, Qt.AlignmentFlag(0))
        row.addStretch(0)
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def reveal(self, part: QWidget) -> None:
        """Scroll so that all of this part is in view, or its top if it is too tall."""
        top = part.mapTo(self._content, QPoint(0, 0))
        box = QRect(top, part.size())
        bar = self.verticalScrollBar()
        if box.bottom() > bar.value() + self.viewport().height():
            bar.setValue(box.bottom() - self.viewport().height() + 12)
        if box.top() < bar.value():
            bar.setValue(box.top() - 12)


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
