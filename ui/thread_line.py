"""The thin gold line in the week from the moment that hurt to what mends it, sewn behind the cards."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from planner.seams import Seam
from ui.theme import Theme
from ui.thread_seam import GOLD
from ui.week_ground import Scale

INSET = 7.0
"""Pixels inside a day's column at which the thread goes in and comes out."""
STITCH = (5.0, 3.0)


def paint_seams(on: QWidget, seams: Iterable[Seam], scale: Scale, theme: Theme) -> None:
    """Sew each seam; one that began in an earlier week comes in from the left edge."""
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    gold = theme.people[GOLD]
    for seam in seams:
        start = QPointF(scale.x(max(seam.day, 0)) + INSET, scale.y(seam.minute))
        end = QPointF(scale.x(seam.to_day) + INSET, scale.y(seam.to_minute))
        path = QPainterPath(start)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        pen = QPen(gold, 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern(list(STITCH))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gold)
        if seam.day >= 0:
            painter.drawEllipse(start, 3, 3)
        painter.drawEllipse(end, 3, 3)
    painter.end()
