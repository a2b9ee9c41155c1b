"""What lies behind the cards: hours, days, today's column and the hatched times when somebody is busy."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from planner.dates import days_from
from planner.free import busy_on
from planner.layout import places
from planner.model import Busy, Household, PersonId
from ui.shapes import fill
from ui.text import common
from ui.text import week as text
from ui.theme import Theme, text_font

HOURS = 24
ALL_DAY_MINUTES = 180
"""From this length on a busy time fills its column from edge to edge, like school or work."""


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
    """Paints what lies behind the cards, and keeps it as a picture: most weeks have the same."""

    def __init__(self) -> None:
        self._looks: tuple[object, ...] = ()
        self._picture: QPixmap | None = None

    def paint(
        self,
        on: QWidget,
        area: QRectF,
        scale: Scale,
        theme: Theme,
        household: Household,
        first: date,
        today: date,
    ) -> None:
        """Paint the part of the widget that lies in `area`: from the picture, the second time."""
        painter, fine = QPainter(on), on.devicePixelRatioF()
        days = days_from(first)
        busy = tuple(busy_on(household, day) for day in days)
        ahead = (today - first).days if today in days else None
        looks = (on.size(), fine, scale, theme, household.people, busy, ahead, QApplication.font())
        if looks != self._looks:
            self._looks, self._picture = looks, None
            paint_ground(painter, area, scale, theme, household, first, today)
            return
        if self._picture is None:
            whole = QRectF(on.rect())
            self._picture = QPixmap((whole.size() * fine).toSize())
            self._picture.setDevicePixelRatio(fine)
            into = QPainter(self._picture)
            paint_ground(into, whole, scale, theme, household, first, today)
            into.end()
        part = QRectF(area.topLeft() * fine, area.size() * fine)
        painter.drawPixmap(area, self._picture, part)


def paint_ground(
    painter: QPainter,
    area: QRectF,
    scale: Scale,
    theme: Theme,
    household: Household,
    first: date,
    today: date,
) -> None:
    """Paint the part of the grid that lies in `area`."""
    fill(painter, area, theme.surface)
    days = days_from(first)
    if today in days:
        n = days.index(today)
        column = QRectF(scale.x(n), area.top(), scale.column, area.height())
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
    for n, day in enumerate(days):
        _paint_busy(painter, n, busy_on(household, day), scale, theme, household)


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
                y + (metrics.ascent() - metrics.descent()) / 2,
            )
            painter.drawText(at, words)


def _paint_busy(
    painter: QPainter,
    column: int,
    busy: tuple[Busy, ...],
    scale: Scale,
    theme: Theme,
    household: Household,
) -> None:
    together = _together(busy)
    spans = [(start, end) for _, start, end in together]
    written = 0.0
    for ((title, start, end), people), place in zip(together.items(), places(spans), strict=True):
        left, share = place.left * scale.column, place.width * scale.column
        top = scale.y(max(start, scale.begin))  # else its words are above the first hour shown
        box = QRectF(scale.x(column) + left, top, share, max(0.0, scale.y(end) - top))
        wide = end - start >= ALL_DAY_MINUTES
        painter.setPen(Qt.PenStyle.NoPen if wide else QPen(theme.busy_line, 1))
        painter.setBrush(hatch(theme.busy, theme.surface))
        if wide:
            fill(painter, QRectF(box.toAlignedRect()), hatch(theme.busy, theme.surface))
            painter.setPen(QPen(theme.busy_line, 1))
            painter.drawLine(QLineF(box.topLeft(), box.topRight()))
            painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
        else:
            box = box.adjusted(4, 1, -4, -1)
            painter.drawRoundedRect(box, 7, 7)
        names = [common.spoken_name(p) for p in household.people if p.id in people]
        # What stands side by side may write over the whole column: half a column holds no word.
        room = QRectF(box.left(), box.top(), box.width(), box.height())
        if share < scale.column:
            room.setLeft(scale.x(column))
            room.setWidth(scale.column)
        room.setTop(max(room.top(), written))
        written = _paint_busy_words(painter, room, title, names, theme)


def _together(busy: tuple[Busy, ...]) -> dict[tuple[str, int, int], set[PersonId]]:
    """The same thing at the same time, once, with everybody it keeps busy."""
    found: dict[tuple[str, int, int], set[PersonId]] = {}
    for one in busy:
        found.setdefault((one.title, one.span.start, one.span.end), set()).update(one.people)
    return found


def _paint_busy_words(
    painter: QPainter, box: QRectF, title: str, names: list[str], theme: Theme
) -> float:
    """Title and names at the top of the box; the height at which the words end."""
    font = text_font(0.82, bold=True)
    metrics = QFontMetricsF(font)
    room = box.width() - 16
    label = text.busy_label(title, names)
    rows = [label]
    if metrics.horizontalAdvance(label) > room and box.height() > 2.4 * metrics.height():
        rows = [title, ", ".join(names)]
    painter.setFont(font)
    painter.setPen(theme.ink_2)
    top = box.top() + 6
    for row in rows:
        words = metrics.elidedText(row, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(box.left() + 8, top + metrics.ascent()), words)
        top += metrics.height()
    return top


@lru_cache(maxsize=4)
def _hatch_tile(stripe: str, ground: str) -> QPixmap:
    size = 14
    tile = QPixmap(size, size)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(stripe), size * 0.36, c=Qt.PenCapStyle.SquareCap))
    for shift in (-size, 0, size):
        painter.drawLine(QLineF(shift, size, shift + size, 0))
    painter.end()
    return tile


def hatch(stripe: QColor, ground: QColor) -> QBrush:
    """Diagonal stripes that mean busy."""
    return QBrush(_hatch_tile(stripe.name(), ground.name()))
