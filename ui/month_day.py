"""One day of the month's page: its number, as many of its entries as fit, and how many more there are."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.model import Entry, Household
from ui.card_words import MARKS
from ui.ritual_mark import draw_ritual
from ui.shapes import draw_lock, draw_pathway
from ui.text import common
from ui.text import going as text
from ui.text import week as week_text
from ui.theme import Theme, text_font

PAD = 5


class MonthLine(QAbstractButton):
    """An entry in one line: shape, time, title. The mouse belongs to the page, keys to whoever asks."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.entry: Entry | None = None
        self.over = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_entry(self, entry: Entry, household: Household, *, over: bool) -> None:
        """Show this entry; `over` when its day has passed."""
        self.entry, self.over = entry, over
        self.setAccessibleName(week_text.spoken_card(entry, household))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(80, line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.entry is None:
            return
        entry, theme = self.entry, self.theme
        hue = theme.hue(entry.pathway)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.focus, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(hue.tint)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        metrics = QFontMetricsF(text_font(0.85))
        middle = self.height() / 2
        draw_pathway(painter, QRectF(5, middle - 4, 8, 8), entry.pathway, hue.main)
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        ink = theme.ink_2 if self.over else hue.ink
        left, room = 18.0, self._signs(painter, ink) - 22.0
        mark = MARKS.get(entry.outcome, "")
        words = " ".join(p for p in (mark, self._time(room, metrics), entry.title) if p)
        painter.setFont(text_font(0.85))
        painter.setPen(ink)
        painter.drawText(
            QPointF(left, base), metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        )

    def _signs(self, painter: QPainter, ink: QColor) -> float:
        """A lock for what is one person's alone, arrows for what repeats; how much is left of the line."""
        assert self.entry is not None
        side = self.height() * 0.55
        left = self.width() - 4.0
        for there, draw in (
            (self.entry.ritual is not None, draw_ritual),
            (self.entry.only_for is not None, draw_lock),
        ):
            if there:
                left -= side
                draw(painter, QRectF(left, (self.height() - side) / 2, side, side), ink)
                left -= 3
        return left + 4

    def _time(self, room: float, metrics: QFontMetricsF) -> str:
        """The time of day where the title keeps most of the line, else nothing."""
        if self.entry is None or self.entry.all_day:
            return ""
        words = common.clock(self.entry.start)
        return words if metrics.horizontalAdvance(words) < room / 3 else ""


def line_height() -> int:
    return int(QFontMetricsF(text_font(0.85)).height()) + 5


class DayBox(QWidget):
    """A day with its lines. It is one stop for Tab when it is chosen, its lines follow."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.day = date.min
        self.entries: tuple[Entry, ...] = ()
        self.today = self.outside = self.chosen = self.target = False
        self.lines: list[MonthLine] = []
        self.hidden = 0
        self._opened: Callable[[Entry], None] = lambda _entry: None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for line in self.lines:
            line.theme = theme
        self.update()

    def on_open(self, opened: Callable[[Entry], None]) -> None:
        """What pressing a line does, for a screen reader."""
        self._opened = opened

    def show_day(
        self,
        day: date,
        entries: tuple[Entry, ...],
        household: Household,
        *,
        today: date,
        outside: bool,
    ) -> None:
        """Show this day with these entries; `outside` if it belongs to another month."""
        self.day, self.entries = day, entries
        self.today, self.outside = day == today, outside
        self.setAccessibleName(text.spoken_day(day, len(entries), today=self.today))
        while len(self.lines) < len(entries):
            line = MonthLine(self, self.theme)
            line.clicked.connect(lambda _=False, made=line: made.entry and self._opened(made.entry))
            self.lines.append(line)
        for line, entry in zip(self.lines, entries, strict=False):
            line.show_entry(entry, household, over=day < today)
        self._place()
        self.update()

    def show_chosen(self, *, chosen: bool) -> None:
        """Mark this day, and let Tab reach it and its lines."""
        self.chosen = chosen
        policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
        for part in (self, *self.lines):
            part.setFocusPolicy(policy)
        self.update()

    def line_at(self, at: QPoint) -> MonthLine | None:
        """The line under this point of the box."""
        return next((x for x in self.lines if x.isVisible() and x.geometry().contains(at)), None)

    def more_at(self, at: QPoint) -> bool:
        """Whether this point is on the words that tell of more."""
        return self.hidden > 0 and at.y() >= self._more_box().top()

    def _more_box(self) -> QRect:
        height = line_height()
        return QRect(PAD, self.height() - height - 1, self.width() - 2 * PAD, height)

    def _head(self) -> int:
        return int(QFontMetricsF(text_font(bold=True)).height()) + 8

    def _place(self) -> None:
        height = line_height() + 2
        room = max(0, self.height() - self._head() - 2)
        fit = room // height
        if len(self.entries) > fit:
            fit = max(0, (room - line_height()) // height)
        self.hidden = max(0, len(self.entries) - fit)
        for n, line in enumerate(self.lines):
            shown = n < min(fit, len(self.entries))
            line.setVisible(shown)
            if shown:
                line.setGeometry(
                    PAD, self._head() + n * height, self.width() - 2 * PAD, line_height()
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        painter.fillRect(self.rect(), theme.paper if self.outside else theme.surface)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, 0, 0, self.height())
        if self.target or self.chosen:
            width = 2 if self.hasFocus() or self.target else 1.2
            painter.setPen(QPen(theme.focus if width == 2 else theme.ink_3, width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -1.5, -1.5), 5, 5)
        font = text_font(bold=self.today)
        metrics = QFontMetricsF(font)
        words = (
            str(self.day.day) if self.day.day > 1 else common.day_and_month(self.day, short=True)
        )
        ink = theme.ink_3 if self.outside else theme.ink
        if self.today:
            ground = QRectF(6, 4, metrics.horizontalAdvance(words) + 12, metrics.height() + 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.primary)
            painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
            ink = theme.on_primary
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(12, 5.5 + metrics.ascent()), words)
        if self.hidden:
            painter.setFont(text_font(0.85))
            painter.setPen(theme.ink_2)
            aside = self._more_box().adjusted(5, 0, 0, 0)
            painter.drawText(aside, Qt.AlignmentFlag.AlignVCenter, text.more(self.hidden))
