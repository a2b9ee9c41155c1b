"""A seam in gold on a grey cloth: a stitch for each knot that is tied, a pale one where none is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.threads import KNOTS
from ui.text import thread as text
from ui.theme import Theme, text_font

GOLD = 1
"""The place of the gold in the palette of people."""


class Seam(QWidget):
    """Paints how far a thread is; says it in words to those who listen."""

    def __init__(self, theme: Theme, *, names: bool = True) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._tied: tuple[str, ...] = ()
        self._at = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tied(self, tied: tuple[str, ...], at: str = "") -> None:
        """Show these knots as tied, and the one that is being tied."""
        self._tied, self._at = tied, at
        self.setAccessibleName(
            ", ".join(
                f"{text.KNOT_NAMES[k]}: {text.TIED if k in tied else text.NOT_TIED}" for k in KNOTS
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(text_font(0.85)).height() + 6 if self._names else 0
        return QSize(160, int(26 + words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, gold = self._theme, self._theme.people[GOLD]
        cloth = QRectF(0, 0, self.width(), 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.busy)
        painter.drawRoundedRect(cloth, 6, 6)
        painter.setPen(QPen(theme.busy_line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(8, 13), QPointF(self.width() - 8, 13))
        part = self.width() / len(KNOTS)
        for n, knot in enumerate(KNOTS):
            tied = knot in self._tied
            middle = part * (n + 0.5)
            painter.setPen(
                QPen(gold if tied else theme.ink_3, 4 if tied else 1.5, c=Qt.PenCapStyle.RoundCap)
            )
            half = min(part * 0.36, 46) if tied else 5
            painter.drawLine(QPointF(middle - half, 17), QPointF(middle + half, 9))
            if self._names:
                now = knot == self._at
                painter.setFont(text_font(0.85, bold=now))
                painter.setPen(theme.ink if now or tied else theme.ink_2)
                box = QRectF(part * n, 28, part, self.height() - 28)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text.KNOT_NAMES[knot])
