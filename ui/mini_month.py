"""A small month: six weeks of days, a dot under those that hold something, one of them chosen."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from planner.dates import WEEK_DAYS, week_start
from planner.months import WEEKS_SHOWN, days_shown, months_later, week_number
from ui import icons
from ui.family_fields import button
from ui.habits import first_weekday
from ui.labels import recolour
from ui.text import common
from ui.text import going as text
from ui.theme import Theme, text_font

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK_DAYS,
    Qt.Key.Key_Down: WEEK_DAYS,
}


class DayCell(QAbstractButton):
    """One day: its number, a dot if it holds something, a ring if it is chosen; today stands on colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.day = date.min
        self.count = 0
        self.outside = self.today = self.in_week = self.chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(self, day: date, count: int, *, today: bool, outside: bool) -> None:
        """Show this day with so many entries; `outside` if it belongs to another month."""
        self.day, self.count, self.today, self.outside = day, count, today, outside
        self.setAccessibleName(text.spoken_day(day, count, today=today))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the month: a button would go to whatever button is near."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = int(QFontMetricsF(text_font()).height())
        return QSize(side + 18, side + 15)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, metrics = self.theme, QFontMetricsF(text_font(bold=self.today))
        if self.in_week:
            painter.fillRect(self.rect(), theme.busy)
        box = QRectF(self.rect()).adjusted(2, 1.5, -2, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.today:
            painter.setBrush(theme.primary)
            painter.drawRoundedRect(box, 7, 7)
        if self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(box, 7, 7)
        ink = theme.on_primary if self.today else theme.ink_3 if self.outside else theme.ink
        words = str(self.day.day)
        painter.setFont(text_font(bold=self.today))
        painter.setPen(ink)
        x = (self.width() - metrics.horizontalAdvance(words)) / 2
        base = box.top() + 2 + metrics.ascent()
        painter.drawText(QPointF(x, base), words)
        if self.count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(self.width() / 2, box.bottom() - 4), 2.2, 2.2)


class MiniMonth(QWidget):
    """Shows the month of the chosen day. Arrows go from day to day, PgUp and PgDn from month to month."""

    day_picked = Signal(object)  # date
    month_shown = Signal(object)  # tuple of the days on it

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.chosen = self.today = date.min
        self._counts: Mapping[date, int] = {}
        self.name = QLabel()
        self.name.setFont(text_font(1.1, bold=True))
        recolour(self.name, theme.ink)
        self.previous, self.next = (self._arrow(n) for n in (-1, 1))
        self.cells = tuple(DayCell(theme) for _ in range(WEEKS_SHOWN * WEEK_DAYS))
        self._numbers = tuple(self._small_label() for _ in range(WEEKS_SHOWN))
        self._names = tuple(self._small_label() for _ in range(WEEK_DAYS))
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        grid = QGridLayout()
        grid.setSpacing(0)
        for n, name in enumerate(self._names):
            grid.addWidget(name, 0, n + 1)
        for n, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + n // WEEK_DAYS, 1 + n % WEEK_DAYS)
            cell.clicked.connect(lambda _=False, c=cell: self._pick(c.day))
        for n, number in enumerate(self._numbers):
            number.setContentsMargins(
                0, 0, 7, 7
            )  # beside the numbers of the days, above their dots
            grid.addWidget(number, 1 + n, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(grid)

    def _small_label(self) -> QLabel:
        made = QLabel()
        made.setFont(text_font(0.82))
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        recolour(made, self.theme.ink_2)
        return made

    def _arrow(self, months: int) -> QWidget:
        made = button("", "quiet")
        made.setIcon(icons.icon("next" if months > 0 else "previous", self.theme.ink_2))
        name = text.NEXT_MONTH if months > 0 else text.PREVIOUS_MONTH
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(lambda: self.choose(months_later(self.chosen, months)))
        return made

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(cell.day for cell in self.cells)

    def show_days(self, chosen: date, today: date, counts: Mapping[date, int]) -> None:
        """Show the month of `chosen`; `counts` says how many entries its days hold."""
        self.today, self._counts = today, counts
        self._show(chosen)

    def show_counts(self, counts: Mapping[date, int]) -> None:
        self._counts = counts
        self._show(self.chosen)

    def choose(self, day: date) -> None:
        """Choose a day, perhaps in another month, and tell which days are to be seen."""
        self._show(day)
        self.month_shown.emit(self.days)

    def _show(self, chosen: date) -> None:
        self.chosen = chosen
        first = week_start(chosen, first_weekday())
        self.name.setText(text.month_and_year(chosen))
        days = days_shown(chosen, first_weekday())
        for cell, day in zip(self.cells, days, strict=True):
            cell.chosen = day == chosen
            cell.in_week = first <= day < first + timedelta(days=WEEK_DAYS)
            cell.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if cell.chosen else Qt.FocusPolicy.ClickFocus
            )
            cell.show_day(
                day,
                self._counts.get(day, 0),
                today=day == self.today,
                outside=day.month != chosen.month,
            )
        for label, day in zip(self._names, days, strict=False):
            label.setText(common.day_name(day, short=True)[:2])
        for label, day in zip(self._numbers, days[::WEEK_DAYS], strict=True):
            number = week_number(day)
            label.setText("" if number is None else str(number))
            label.setAccessibleName("" if number is None else text.spoken_week(number))
            label.setVisible(number is not None)

    def take_focus(self) -> None:
        """Put the focus on the chosen day."""
        next(cell for cell in self.cells if cell.chosen).setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, day: date) -> None:
        self._show(day)
        self.day_picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        day: date | None = None
        if key in STEPS:
            day = self.chosen + timedelta(days=STEPS[key])
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            day = months_later(self.chosen, 1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            day = self.today
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.day_picked.emit(self.chosen)
            return
        if day is None:
            super().keyPressEvent(event)
            return
        self.choose(day)
        self.take_focus()
