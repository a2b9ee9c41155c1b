"""Charts painted by ourselves: minutes of each week, and bars with their numbers. Each also says itself in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from activities.model import PATHWAYS
from planner.look_back import WeekMinutes
from ui.shapes import draw_pathway
from ui.text import look_back as text
from ui.theme import Theme, text_font

GAP = 2
SIGN = 8
"""A segment this much larger than its sign carries it, so that the colour does not stand alone."""
WIDEST = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Where the bars of weeks stand: pixels of the base line, of one minute and of one week."""

    left: float
    base: float
    top: float
    minute: float
    step: float


class WeekBars(QWidget):
    """A bar for each week, one part for each pathway, always in the same order from the base line up."""

    def __init__(self, weeks: tuple[WeekMinutes, ...], goal: int, theme: Theme) -> None:
        super().__init__()
        self.weeks, self.goal, self.theme = weeks, goal, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(text.TIME)
        self.setAccessibleDescription(text.weeks_in_words(weeks, goal))

    def sizeHint(self) -> QSize:
        line = int(QFontMetricsF(text_font()).height())
        return QSize(line * 20, line * 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def plot(self) -> Plot:
        """The measures of the chart at its present size."""
        small = QFontMetricsF(text_font(0.8))
        base, top = self.height() - small.height() - 8, 4.0
        highest = max([self.goal, *(sum(w.minutes.values()) for w in self.weeks)], default=0)
        return Plot(
            left=0,
            base=base,
            top=top,
            minute=(base - top) / max(highest, 1),
            step=self.width() / max(len(self.weeks), 1),
        )

    def week_at(self, x: float) -> WeekMinutes | None:
        """The week whose bar stands at `x` pixels from the left, if one does."""
        n = int(x / self.plot().step)
        return self.weeks[n] if 0 <= n < len(self.weeks) else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot()
        for n, week in enumerate(self.weeks):
            self._paint_week(painter, plot, plot.left + n * plot.step, week.minutes)
        painter.setPen(QPen(self.theme.line, 1))
        painter.drawLine(QPointF(0, plot.base), QPointF(self.width(), plot.base))
        self._paint_names(painter, plot)
        if self.goal:
            self._paint_goal(painter, plot)

    def _paint_week(
        self, painter: QPainter, plot: Plot, left: float, minutes: Mapping[str, int]
    ) -> None:
        width = max(1.0, min(plot.step * 0.68, WIDEST))
        bottom = plot.base - 1
        for pathway in PATHWAYS:
            height = minutes.get(pathway, 0) * plot.minute
            if not height:
                continue
            box = QRectF(left + (plot.step - width) / 2, bottom - height, width, height)
            bottom -= height
            drawn = box.adjusted(0, min(GAP, height / 3), 0, 0)
            radius = min(3.0, width / 4, drawn.height() / 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.hue(pathway).main)
            painter.drawRoundedRect(drawn, radius, radius)
            if drawn.height() >= 2 * SIGN and width >= 2 * SIGN:
                sign = QRectF(0, 0, SIGN, SIGN)
                sign.moveCenter(drawn.center())
                draw_pathway(painter, sign, pathway, self.theme.surface)

    def _paint_names(self, painter: QPainter, plot: Plot) -> None:
        """The numbers of the weeks from the present one back, as many as stand apart."""
        font = text_font(0.8)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.ink_2)
        room = metrics.horizontalAdvance(text.THIS_WEEK) + 10
        every = max(1, -(-int(room) // max(1, int(plot.step))))
        for n in range(len(self.weeks) - 1, -1, -every):
            last = n == len(self.weeks) - 1
            words = text.THIS_WEEK if last else text.week_number(self.weeks[n].monday)
            width = metrics.horizontalAdvance(words)
            x = plot.left + (n + 0.5) * plot.step - width / 2
            x = min(x, self.width() - width)
            painter.drawText(QPointF(x, plot.base + 5 + metrics.ascent()), words)

    def _paint_goal(self, painter: QPainter, plot: Plot) -> None:
        y = plot.base - self.goal * plot.minute
        painter.setPen(QPen(self.theme.ink_2, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            week = self.week_at(event.x())
            QToolTip.showText(event.globalPos(), text.week_words(week) if week else "", self)
            return True
        return super().event(event)


class GoalSign(QWidget):
    """The dashed line of the goal, small, for the legend."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedWidth(22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.ink_2, 1.2, Qt.PenStyle.DashLine))
        y = self.height() / 2
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))


class CountBars(QWidget):
    """A row for each name, a bar as long as its count, and the count itself."""

    def __init__(
        self, rows: tuple[tuple[str, int], ...], colour: QColor, theme: Theme, title: str
    ) -> None:
        super().__init__()
        self.rows, self._colour, self.theme = rows, colour, theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text.counts_in_words(rows))
        self.setToolTip(text.counts_in_words(rows))

    @property
    def _row(self) -> float:
        return QFontMetricsF(text_font()).height() + 10

    def sizeHint(self) -> QSize:
        return QSize(int(self._row * 8), int(self._row * len(self.rows)) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font())
        metrics = QFontMetricsF(text_font())
        widest = max((metrics.horizontalAdvance(name) for name, _ in self.rows), default=0.0)
        names = min(widest, self.width() * 0.45)
        most = max((count for _, count in self.rows), default=0)
        numbers = metrics.horizontalAdvance(str(most)) + 8
        room = self.width() - names - numbers - 16
        thick = max(7.0, metrics.height() * 0.5)
        for n, (name, count) in enumerate(self.rows):
            middle = (n + 0.5) * self._row
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.setPen(self.theme.ink)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names)
            painter.drawText(QPointF(0, base), shown)
            painter.setPen(self.theme.ink_2)
            number = str(count)
            right = self.width() - metrics.horizontalAdvance(number)
            painter.drawText(QPointF(right, base), number)
            if count:
                bar = QRectF(names + 16, middle - thick / 2, room * count / most, thick)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._colour)
                radius = min(thick, bar.width()) / 2
                painter.drawRoundedRect(bar, radius, radius)
