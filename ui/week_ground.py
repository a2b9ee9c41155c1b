"""What lies behind the cards: hours, days, today's column and the hatched times when somebody is busy."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from planner.busy_blocks import Block, blocks
from planner.dates import days_from
from planner.free import busy_on
from planner.model import Household
from ui.busy_picture import Look, Spans, paint_block
from ui.shapes import fill
from ui.text import common
from ui.theme import Theme, text_font

HOURS = 24


class Scale(NamedTuple):
    """How minutes and days become pixels. `gutter` is the width of the hour labels.

    `begin` is the minute at the upper edge.
    """

    hour: float
    gutter: float
    column: float
    begin: int = 0

    def y(self, minute: float) -> float:
        return (minute - self.begin) * self.hour / 60

    def x(self, day: float) -> float:
        return self.gutter + day * self.column

    def minute_at(self, y: float) -> float:
        return y * 60 / self.hour + self.begin

    def day_at(self, x: float) -> int:
        """The column under `x`; the nearest one beside the grid."""
        return max(0, min(6, int((x - self.gutter) // self.column)))


class NowLine(QWidget):
    """The line across today's column, above the cards and deaf to the mouse."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(self.theme.primary, 2))
        painter.drawLine(4, int(middle), self.width(), int(middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.primary)
        painter.drawEllipse(QRectF(0, middle - 4, 8, 8))


class Ground:
    """Paints what lies behind the cards, and keeps days and hours as a picture: weeks have the same."""

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._weeks: dict[date, tuple[tuple[Block, ...], ...]] = {}
        self._looks: tuple[object, ...] = ()
        self._pictures: dict[int | None, QPixmap | None] = {}

    def busy(self, household: Household, first: date) -> tuple[tuple[Block, ...], ...]:
        """The busy times of each of the seven days; each week is counted out once."""
        family = household.people
        asked = family, household.busy, household.rotas, household.calendars
        if asked != self._asked:
            self._asked, self._weeks = asked, {}
        if first not in self._weeks:
            ids = [person.id for person in family]
            found = (blocks(busy_on(household, day), ids) for day in days_from(first))
            self._weeks[first] = tuple(found)
        return self._weeks[first]

    def paint(
        self,
        on: QWidget,
        area: QRectF,
        scale: Scale,
        theme: Theme,
        household: Household,
        first: date,
        today: date,
        taken: Sequence[Spans],
    ) -> None:
        """Paint the part of the widget that lies in `area`; `taken` says where each day has cards."""
        painter, fine = QPainter(on), on.devicePixelRatioF()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of each title its own
        ahead = (today - first).days
        self._paint_days(painter, on, area, scale, theme, ahead if 0 <= ahead < 7 else None)
        look = Look(theme, household.people, fine)
        for n, day in enumerate(self.busy(household, first)):
            if scale.x(n) < area.right() and scale.x(n + 1) > area.left():
                for block in day:
                    if scale.y(block.start) < area.bottom() and scale.y(block.end) > area.top():
                        paint_block(painter, block, n, scale, look, taken[n])

    def _paint_days(
        self,
        painter: QPainter,
        on: QWidget,
        area: QRectF,
        scale: Scale,
        theme: Theme,
        ahead: int | None,
    ) -> None:
        """From the picture, the second time: the first week on the screen does not wait for one."""
        fine = on.devicePixelRatioF()
        looks = on.size(), fine, scale, theme, QApplication.font()
        if looks != self._looks:
            self._looks, self._pictures = looks, {}
        if ahead not in self._pictures:
            self._pictures[ahead] = None
            paint_days(painter, area, scale, theme, ahead)
            return
        picture = self._pictures[ahead]
        if picture is None:
            whole = QRectF(on.rect())
            self._pictures[ahead] = picture = QPixmap((whole.size() * fine).toSize())
            picture.setDevicePixelRatio(fine)
            into = QPainter(picture)
            paint_days(into, whole, scale, theme, ahead)
            into.end()
        painter.drawPixmap(area, picture, QRectF(area.topLeft() * fine, area.size() * fine))


def paint_days(
    painter: QPainter, area: QRectF, scale: Scale, theme: Theme, ahead: int | None
) -> None:
    """Paint the days and hours that lie in `area`, today's in column `ahead`."""
    fill(painter, area, theme.surface)
    if ahead is not None:
        column = QRectF(scale.x(ahead), area.top(), scale.column, area.height())
        fill(painter, column, theme.today)
    painter.setPen(QPen(theme.line, 1))
    lines = [
        QLineF(scale.gutter, round(scale.y(60 * h)) + 0.5, scale.x(7), round(scale.y(60 * h)) + 0.5)
        for h in range(HOURS)
    ]
    lines += [
        QLineF(round(scale.x(d)) + 0.5, area.top(), round(scale.x(d)) + 0.5, area.bottom())
        for d in range(7)
    ]
    painter.drawLines(lines)
    _paint_hours(painter, area, scale, theme)


def _paint_hours(painter: QPainter, area: QRectF, scale: Scale, theme: Theme) -> None:
    font = text_font(0.82)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.ink_2)
    for hour in range(1, HOURS):
        y = scale.y(60 * hour)
        if area.top() - 20 < y < area.bottom() + 20:
            words = common.clock(60 * hour)
            at = QPointF(
                scale.gutter - 8 - metrics.horizontalAdvance(words),
                max(y, metrics.height() / 2) + (metrics.ascent() - metrics.descent()) / 2,
            )
            painter.drawText(at, words)
