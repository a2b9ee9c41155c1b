"""The row of days above the week; today stands in a filled round."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.dates import days_from
from ui.shapes import fill
from ui.text import common
from ui.theme import Theme, text_font


class DayNames(QWidget):
    """The row of days above the grid; today stands in a filled round."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._first = self._today = date.min
        self.gutter = 0.0
        self.right_margin = 0

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_days(self, first: date, today: date) -> None:
        if (first, today) != (self._first, self._today):
            self._first, self._today = first, today
            self.update()

    def sizeHint(self) -> QSize:
        names = QFontMetricsF(text_font(0.88)).height()
        return QSize(300, int(names + QFontMetricsF(text_font(1.3, bold=True)).height()) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        fill(painter, QRectF(self.rect()), theme.surface)
        column = (self.width() - self.right_margin - self.gutter) / 7
        small, large = text_font(0.88), text_font(1.3, bold=True)
        small_metrics, large_metrics = QFontMetricsF(small), QFontMetricsF(large)
        for n, day in enumerate(days_from(self._first)):
            left = self.gutter + n * column
            painter.setPen(theme.line)
            painter.drawLine(round(left), 0, round(left), self.height())
            painter.setFont(small)
            painter.setPen(theme.ink_2)
            top = 6 + small_metrics.ascent()
            painter.drawText(QPointF(left + 10, top), common.day_name(day, short=True))
            base = self.height() - 9 - large_metrics.descent()
            ink, x = theme.ink, left + 10
            if day == self._today:
                side = max(large_metrics.height(), large_metrics.horizontalAdvance("28")) + 5
                middle = base - (large_metrics.ascent() - large_metrics.descent()) / 2
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.primary)
                painter.drawEllipse(QRectF(left + 8, middle - side / 2, side, side))
                ink = theme.on_primary
                x = left + 8 + (side - large_metrics.horizontalAdvance(str(day.day))) / 2
            painter.setFont(large)
            painter.setPen(ink)
            painter.drawText(QPointF(x, base), str(day.day))
        painter.setPen(theme.line)
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
