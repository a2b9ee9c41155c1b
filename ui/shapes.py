"""The three pathway shapes and the round initials, drawn the same way wherever they appear."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF


def fill(painter: QPainter, box: QRectF, ground: QColor | QBrush) -> None:
    """Fill the box. The painter's own `fillRect` makes PySide load every kind of gradient first."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRect(box)


def draw_pathway(
    painter: QPainter, box: QRectF, pathway: str | None, colour: QColor, *, filled: bool = True
) -> None:
    """The shape of a pathway inside `box`: circle, square or triangle; a dash for a plain line.

    Outlined in `colour` with the painter's unit as line width when not `filled`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(box.width() / 9, 0.2)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, width))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    inner = box if filled else box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if pathway == "reach":
        painter.drawEllipse(inner)
    elif pathway == "feel-with":
        radius = inner.width() * 0.18
        painter.drawRoundedRect(inner, radius, radius)
    elif pathway == "stay-close":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(inner.center().x(), inner.top()),
                    QPointF(inner.right(), inner.bottom()),
                    QPointF(inner.left(), inner.bottom()),
                ]
            )
        )
    else:
        middle = QRectF(inner.left(), inner.center().y() - width, inner.width(), 2 * width)
        painter.drawRoundedRect(middle, width, width)
    painter.restore()


def draw_lock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A small closed lock: what only one person may see."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = box.width() * 0.13
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    bow = QRectF(0, 0, box.width() * 0.46, box.height() * 0.8)
    bow.moveCenter(QPointF(box.center().x(), box.top() + width / 2 + bow.height() / 2))
    painter.drawRoundedRect(bow, bow.width() / 2, bow.width() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    body = box.adjusted(box.width() * 0.1, box.height() * 0.45, -box.width() * 0.1, 0)
    painter.drawRoundedRect(body, width, width)
    painter.restore()


def draw_initial(
    painter: QPainter, box: QRectF, initial: str, ground: QColor, ink: QColor, font: QFont
) -> None:
    """A person's initial in a round of their colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(box)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initial)
    painter.restore()
