"""The few short lines on the card of something that has a note."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.stamps import painted

LINES = ((0.2, 1.0), (0.5, 1.0), (0.8, 0.6))
"""How far down each line is, and how long, in parts of the sign."""


def paint_note(painter: QPainter, right: float, middle: float, side: int, fine: float) -> None:
    """The sign left of here, in the ink of the words."""
    at = QPointF(round(right - side), round(middle - side / 2))
    painter.drawPixmap(at, note_stamp(side, fine, ink=painter.pen().color().rgb()))


@lru_cache(maxsize=64)
def note_stamp(side: int, fine: float, *, ink: int) -> QPixmap:
    """The sign, `side` pixels high; the colour as a number."""
    colour = QColor.fromRgb(ink)
    return painted(QSizeF(side, side), fine, lambda painter, box: draw_note(painter, box, colour))


def draw_note(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """Three lines of writing, the last one shorter."""
    painter.save()
    pen = QPen(ink, max(1.0, box.height() / 8), c=Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for down, long in LINES:
        y = box.top() + down * box.height()
        painter.drawLine(QPointF(box.left(), y), QPointF(box.left() + long * box.width(), y))
    painter.restore()
