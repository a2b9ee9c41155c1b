"""How the lane of whole days looks: bars with arrows, plain lines for holidays, how many more there are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen

from planner.dates import WEEK_DAYS
from planner.drag import Slot
from ui.entry_card import EntryCard
from ui.text import common
from ui.theme import text_font

if TYPE_CHECKING:
    from ui.day_lane import DayLane

GAP = 3
"""Pixels above the first row."""
ARROW_ROOM = 9
"""Pixels for the arrow at the end of a bar."""


class Bar(EntryCard):
    """A card in the lane. Arrows at its ends say that it began before this week or goes on after it."""

    before = after = False

    @property
    def spare(self) -> int:
        return ARROW_ROOM if self.after else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hue = self._theme.hue(self.entry.pathway)
        painter.setPen(QPen(hue.ink, 1.75))
        if self.before:  # in place of the coloured edge, which means a beginning
            painter.fillRect(QRectF(1, 1, 7.5, self.height() - 2), hue.tint)
            _arrow(painter, QPointF(4.5, self.height() / 2), self.height(), -1)
        if self.after:
            _arrow(painter, QPointF(self.width() - 8.0, self.height() / 2), self.height(), 1)


def _arrow(painter: QPainter, at: QPointF, height: float, way: int) -> None:
    """The sign that a bar of this height goes on in the week before (`way` -1) or after it (1)."""
    reach = height / 6
    tip = at + QPointF(way * reach / 2, 0)
    for up in (-1, 1):
        painter.drawLine(tip, at + QPointF(-way * reach / 2, up * reach))


def paint_lane(painter: QPainter, lane: "DayLane") -> None:
    """Paint everything in the lane but the bars, which are real cards."""
    theme = lane.theme
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of each title its own
    painter.fillRect(lane.rect(), theme.surface)
    painter.setPen(theme.line)
    for n in range(7):
        x = round(lane.gutter + n * lane.column)
        painter.drawLine(x, 0, x, lane.height())
    painter.drawLine(0, lane.height() - 1, lane.width(), lane.height() - 1)
    font = text_font(0.75)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.ink_2)
    room = max(0.0, lane.gutter - 8)
    words = metrics.elidedText(common.ALL_DAY, Qt.TextElideMode.ElideRight, room)
    base = GAP + (lane.row_height - metrics.height()) / 2 + metrics.ascent()
    painter.drawText(QPointF(lane.gutter - 6 - metrics.horizontalAdvance(words), base), words)
    _paint_notes(painter, lane)
    if lane.slot is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.focus, 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(lane.slot_box(lane.slot, lane.free_row(lane.slot)))
        painter.drawRoundedRect(box, 6, 6)


def _paint_notes(painter: QPainter, lane: "DayLane") -> None:
    font = text_font(0.8)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for (first, end, words), row in zip(lane.notes, lane.rows, strict=False):
        if not lane.top <= row < lane.top + lane.shown_rows:
            continue
        box = QRectF(lane.slot_box(Slot(first, 0, 0, end - first), row - lane.top))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lane.theme.busy)
        painter.drawRoundedRect(box, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(lane.theme.ink_2, 1.5))
        left, right = box.left() + 7, box.right() - 7
        if first < 0:
            _arrow(painter, QPointF(box.left() + 6, box.center().y()), box.height(), -1)
            left += 5
        if end > WEEK_DAYS:
            _arrow(painter, QPointF(box.right() - 6, box.center().y()), box.height(), 1)
            right -= 5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), shown)
