"""Pictures for a child's own thread: what happened, to be pointed at instead of written."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.threads import PICTURES
from ui.flow import FlowLayout
from ui.text import thread as text
from ui.theme import Theme, text_font

SIDE = 56.0


def _face(painter: QPainter, mouth: tuple[int, int], brows: int) -> None:
    painter.drawEllipse(QRectF(8, 8, 40, 40))
    painter.drawPoint(QPointF(21, 24))
    painter.drawPoint(QPointF(35, 24))
    painter.drawArc(QRectF(18, 30, 20, 12), mouth[0] * 16, mouth[1] * 16)
    if brows:
        painter.drawLine(QPointF(16, 20 - brows), QPointF(24, 20))
        painter.drawLine(QPointF(40, 20 - brows), QPointF(32, 20))


def _cross(painter: QPainter) -> None:
    _face(painter, (20, 140), 5)


def _sad(painter: QPainter) -> None:
    _face(painter, (20, 140), 0)
    painter.drawLine(QPointF(21, 29), QPointF(20, 35))


def _loud(painter: QPainter) -> None:
    painter.drawLine(QPointF(10, 22), QPointF(20, 22))
    painter.drawLine(QPointF(20, 22), QPointF(32, 12))
    painter.drawLine(QPointF(32, 12), QPointF(32, 44))
    painter.drawLine(QPointF(32, 44), QPointF(20, 34))
    painter.drawLine(QPointF(20, 34), QPointF(10, 34))
    painter.drawLine(QPointF(10, 34), QPointF(10, 22))
    painter.drawArc(QRectF(32, 18, 12, 20), -60 * 16, 120 * 16)
    painter.drawArc(QRectF(32, 10, 20, 36), -60 * 16, 120 * 16)


def _broken(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(12, 14, 32, 28), 4, 4)
    for a, b in (((28, 14), (23, 23)), ((23, 23), (32, 30)), ((32, 30), (27, 42))):
        painter.drawLine(QPointF(*a), QPointF(*b))


def _person(painter: QPainter, x: float, y: float) -> None:
    painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
    painter.drawLine(QPointF(x, y + 5), QPointF(x, y + 17))
    painter.drawLine(QPointF(x - 6, y + 10), QPointF(x + 6, y + 10))
    painter.drawLine(QPointF(x, y + 17), QPointF(x - 5, y + 26))
    painter.drawLine(QPointF(x, y + 17), QPointF(x + 5, y + 26))


def _alone(painter: QPainter) -> None:
    for x in (10, 22):
        _person(painter, x, 15)
    _person(painter, 46, 21)


def _hands(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(18, 26, 22, 20), 7, 7)
    for x, top in ((20.0, 14), (26.0, 10), (32.0, 10), (38.0, 14)):
        painter.drawLine(QPointF(x, 27), QPointF(x, top))
    painter.drawLine(QPointF(18, 36), QPointF(11, 29))


def _door(painter: QPainter) -> None:
    painter.drawRect(QRectF(26, 8, 20, 40))
    painter.drawPoint(QPointF(31, 29))
    _person(painter, 13, 17)


def _together(painter: QPainter) -> None:
    _person(painter, 20, 15)
    _person(painter, 36, 15)
    painter.drawLine(QPointF(24, 29), QPointF(32, 29))


DRAWN: dict[str, Callable[[QPainter], None]] = {
    "cross-face": _cross,
    "sad-face": _sad,
    "loud": _loud,
    "broken": _broken,
    "alone": _alone,
    "hands": _hands,
    "door": _door,
    "together": _together,
}


class Picture(QAbstractButton):
    """One picture with its words below; chosen, it has a thick frame and bold words."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.name, self._theme = name, theme
        self.setText(text.PICTURE_NAMES[name])
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(text_font(0.9, bold=True))
        width = max(SIDE + 20, words.horizontalAdvance(self.text()) + 20)
        return QSize(int(width), int(SIDE + words.height() + 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.isChecked()
        width = 2 if chosen or self.hasFocus() else 1
        frame = theme.focus if self.hasFocus() else theme.ink if chosen else theme.line
        painter.setPen(QPen(frame, width))
        painter.setBrush(theme.paper if chosen else theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(text_font(0.9, bold=chosen))
        painter.setPen(theme.ink)
        words = QRectF(0, SIDE + 4, self.width(), self.height() - SIDE - 8)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.translate((self.width() - SIDE) / 2, 4)
        painter.setPen(QPen(theme.ink if chosen else theme.ink_2, 2.4, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        DRAWN[self.name](painter)


class Pictures(QWidget):
    """All pictures, as many in a line as fit; several can be chosen."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pictures = [Picture(name, theme) for name in PICTURES]
        flow = FlowLayout(self)
        for picture in self.pictures:
            picture.clicked.connect(self.changed)
            flow.addWidget(picture)

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(picture.name for picture in self.pictures if picture.isChecked())

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        for picture in self.pictures:
            picture.setChecked(picture.name in chosen)
