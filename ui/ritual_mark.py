"""The small turning arrow on the card of something that comes again."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.stamps import painted

FROM, TURN = 40, 290
"""Degrees in sixteenths are Qt's; here whole ones: where the arrow ends, and how far round it goes."""


@lru_cache(maxsize=64)
def ritual_stamp(side: int, fine: float, *, ink: int) -> QPixmap:
    """The same as a picture, `side` pixels high; the colour as a number."""
    colour = QColor.fromRgb(ink)
    return painted(QSizeF(side, side), fine, lambda painter, box: draw_ritual(painter, box, colour))


def draw_ritual(painter: QPainter, box: QRectF, ink: QColor) -> None:
    """A ring that is open at the upper right, with an arrow's head at its end."""
    side = box.width()
    ring = box.adjusted(side * 0.1, side * 0.1, -side * 0.1, -side * 0.1)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, max(1.1, side / 8), c=Qt.PenCapStyle.RoundCap))
    painter.drawArc(ring, FROM * 16, TURN * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    head, right, top = side * 0.42, ring.right() + side * 0.08, ring.top() - side * 0.05
    painter.drawPolygon(
        [QPointF(right, top), QPointF(right, top + head), QPointF(right - head, top + head)]
    )
    painter.restore()
