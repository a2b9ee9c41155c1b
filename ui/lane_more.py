"""The line below the lane's rows: how many more there are on a day, and the way back, as real buttons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.dates import WEEK_DAYS
from ui.text import lane as text
from ui.theme import text_font

if TYPE_CHECKING:  # the lane that calls this
    from ui.day_lane import DayLane

FEWER = -1
"""In the place of a day: the button that closes the lane, below the word for all day."""


class More(QAbstractButton):
    """`+3` on a day. Deaf to the mouse, which belongs to the lane; arrows go from one to the next."""

    def __init__(self, lane: "DayLane") -> None:
        super().__init__(lane)
        self.lane = lane
        self.day = FEWER
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        shown = [button for button in self.lane.more if not button.isHidden()]
        if way is not None:
            place = max(0, min(len(shown) - 1, shown.index(self) + way))
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.lane.theme
        font = text_font(0.8)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.ink_2)
        room = self.width() - 6.0
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        at_right = self.width() - 3 - metrics.horizontalAdvance(words)
        painter.drawText(QPointF(at_right if self.day == FEWER else 4, metrics.ascent() + 1), words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.focus, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 0.5, -1, -0.5), 4, 4)


def show_more(lane: "DayLane") -> None:
    """Show a button for each day that has more than the rows shown, and one that closes an open lane."""
    counts = [(day, lane.hidden(day)) for day in range(WEEK_DAYS)] if lane.is_full else []
    days = [FEWER] * (lane.is_open and lane.is_full) + [day for day, count in counts if count]
    while len(lane.more) < len(days):
        _add(lane)
    shown = lane.more[: len(days)]
    lost = any(button.hasFocus() for button in lane.more[len(days) :])
    for button, day in zip(shown, days, strict=True):
        if button.hasFocus() and button.day != day:
            lost = True
        button.day = day
        button.setText(text.LESS if day == FEWER else text.more(counts[day][1]))
        name = text.FEWER if day == FEWER else text.more_on(counts[day][1], lane.date_of(day))
        if name != button.accessibleName():
            button.setAccessibleName(name)
        button.setGeometry(_box(lane, day).toRect())
        is_first = button is shown[0]
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_first else Qt.FocusPolicy.ClickFocus)
        button.show()
        button.update()
    if lost and shown:
        shown[0].setFocus(Qt.FocusReason.OtherFocusReason)
    for button in lane.more[len(days) :]:
        button.hide()


def press(lane: "DayLane", day: int) -> None:
    """Open the lane, close it, or roll an open one on to what it does not show."""
    if not lane.is_open or day == FEWER:
        lane.toggle()
        return
    further = lane.top + lane.shown_rows
    lane.top = further if further <= max(lane.rows) else 0
    lane.place()


def _add(lane: "DayLane") -> None:
    button = More(lane)
    button.clicked.connect(lambda: press(lane, button.day))
    QWidget.setTabOrder(lane.more[-1] if lane.more else lane, button)
    lane.more.append(button)


def _box(lane: "DayLane", day: int) -> QRectF:
    top, height = lane.below_rows, lane.more_height
    if day == FEWER:
        return QRectF(0, top, lane.gutter - 2, height)
    return QRectF(lane.gutter + day * lane.column + 4, top, lane.column - 8, height)
