"""Above the week: which week it is, the way to others, undo, print and fill; the balance; the days' names."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import icons
from ui.labels import recolour
from ui.shapes import draw_pathway
from ui.text import common
from ui.text import week as text
from ui.theme import Theme, text_font
from ui.week_menu import WeekMenu

PATHWAYS = tuple(common.PATHWAY_NAMES)


class WeekHeader(QWidget):
    """Title and buttons. Undo and redo say in their tips what they would take back."""

    previous_requested = Signal()
    today_requested = Signal()
    next_requested = Signal()
    go_to_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    print_requested = Signal()
    fill_requested = Signal()
    reached_requested = Signal()
    discard_requested = Signal()
    another_requested = Signal()
    keep_requested = Signal()
    drag_moved = Signal(QPoint)  # something from a list is held here: the point of the screen
    drag_left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._first = date.min
        self.setAcceptDrops(True)
        self.span, self.year = QLabel(), QLabel()
        self.previous = self._button("", text.PREVIOUS, self.previous_requested, kind="quiet")
        self.today = self._button(text.TODAY, text.TODAY, self.today_requested)
        self.next = self._button("", text.NEXT, self.next_requested, kind="quiet")
        self.go_to = self._button("", text.GO_TO, self.go_to_requested, kind="quiet")
        self.undo = self._button(text.UNDO, text.UNDO, self.undo_requested, kind="quiet")
        self.redo = self._button(text.REDO, text.REDO, self.redo_requested, kind="quiet")
        self.reached = self._button("", "", self.reached_requested)
        self.print = self._button(text.PRINT, text.PRINT, self.print_requested)
        self.fill = self._button(text.FILL, text.FILL, self.fill_requested, kind="primary")
        self.discard = self._button(
            text.DISCARD, text.DISCARD, self.discard_requested, kind="quiet"
        )
        self.another = self._button(text.ANOTHER, text.ANOTHER, self.another_requested)
        self.keep = self._button(text.KEEP, text.KEEP, self.keep_requested, kind="primary")
        self.more = WeekMenu()
        self._usual = (self.undo, self.more, self.reached, self.print, self.fill)
        self._filling = (self.discard, self.another, self.keep)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(20, 14, 20, 6)
        self._row.setSpacing(8)
        self._where, self._what = QHBoxLayout(), QHBoxLayout()
        for part in (self.span, self.year, self.previous, self.today, self.next, self.go_to):
            self._where.addWidget(part)
        self._where.insertSpacing(2, 6)
        self._where.addStretch(1)
        for button in (*self._usual, self.redo, *self._filling):
            self._what.addWidget(button)
        self._what.insertStretch(0, 1)
        self._row.addLayout(self._where, 1)
        self._row.addLayout(self._what)
        for button in self._filling:
            button.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.previous.setIcon(icons.icon("previous", theme.ink_2))
        self.next.setIcon(icons.icon("next", theme.ink_2))
        self.go_to.setIcon(icons.icon("week", theme.ink_2))
        recolour(self.span, theme.ink)
        recolour(self.year, theme.ink_2)

    def show_week(self, first: date, reached: str = "") -> None:
        """Name this week; `reached` is what the button says by which a reach is noticed, if there is one."""
        self._first = first
        self.reached.setText(reached)
        self.reached.setAccessibleName(reached)
        self.reached.setVisible(bool(reached) and not self.keep.isVisibleTo(self))
        self._fit()

    def _fit(self) -> None:
        """The title as large as there is room for; where there is hardly any, the buttons go below it."""
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for scale, short, way in (
            (1.5, False, across),
            (1.5, True, across),
            (1.15, True, across),
            (1.15, True, below),
        ):
            span, year = common.week_span(self._first, short=short)
            for part, words, bold in ((self.span, span, True), (self.year, year, False)):
                part.setFont(text_font(scale, bold=bold))
                part.setText(words)
            self._row.setDirection(way)
            for layout in (self._where, self._what, self._row):
                layout.invalidate()  # else the width of the words before is taken
            if self._row.minimumSize().width() <= self.width():
                break

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.keep.isHidden():  # a proposal is for this week: it is not turned away
            self.drag_moved.emit(self.mapToGlobal(event.position().toPoint()))
        event.ignore()  # it may rest on a button, but not be let go here

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.drag_left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_suggestions(self, count: int | None) -> None:
        """Offer to keep this many suggestions, or the usual buttons where there is no proposal."""
        filling = count is not None
        for button in self._usual:
            button.setVisible(not filling and bool(button.text()))
        for button in self._filling:
            button.setVisible(filling)
        self.redo.setVisible(not filling and self.redo.isEnabled())
        if filling:
            words = text.keep_all(count or 0)
            self.keep.setText(words)
            self.keep.setAccessibleName(words)
            self.keep.setEnabled(bool(count))
            self.another.setEnabled(bool(count))
        self._fit()

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """What the two buttons would do, in words; None where there is nothing to do."""
        if undo or redo:
            from ui.tip import plain  # noqa: PLC0415  (not before the first step)
        for button, words, name in (
            (self.undo, undo and text.undo_of(undo), text.UNDO),
            (self.redo, redo and text.redo_of(redo), text.REDO),
        ):
            button.setEnabled(bool(words))
            button.setToolTip(plain(words) if words else "")
            button.setAccessibleName(words or name)
        self.redo.setVisible(bool(redo) and self.undo.isVisibleTo(self))
        self._fit()

    def _button(self, words: str, name: str, signal: object, kind: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", kind)
        button.setAccessibleName(name)
        if not words:
            button.setToolTip(name)
        button.clicked.connect(signal)
        return button


class BalanceStrip(QWidget):
    """A bar for each pathway: minutes of the week so far against what the family wished for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._minutes: Mapping[str, int] = {}
        self._goals: Mapping[str, int] = {}
        self._tentative = False
        self.setAccessibleName("")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_balance(
        self, minutes: Mapping[str, int], goals: Mapping[str, int], *, tentative: bool = False
    ) -> None:
        """Show minutes against goals; `tentative` when suggestions nobody has kept are counted in."""
        self._minutes, self._goals, self._tentative = minutes, goals, tentative
        self.setAccessibleName(
            "; ".join(
                text.progress_spoken(common.PATHWAY_NAMES[p], minutes.get(p, 0), goals.get(p, 0))
                for p in PATHWAYS
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, int(QFontMetricsF(text_font(0.92)).height()) + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_font, count_font = text_font(0.92, bold=True), text_font(0.92)
        names, counts = QFontMetricsF(name_font), QFontMetricsF(count_font)
        room = self.width() - 40
        left, middle = 20.0, self.height() / 2 - 3
        words = {p: text.progress(self._minutes.get(p, 0), self._goals.get(p, 0)) for p in PATHWAYS}
        fixed = sum(
            names.horizontalAdvance(common.PATHWAY_NAMES[p]) + counts.horizontalAdvance(words[p])
            for p in PATHWAYS
        )
        if fixed + 3 * 60 > room:  # hardly any room: short counts, and bars only if they still fit
            words = {p: f"{self._minutes.get(p, 0)}/{self._goals.get(p, 0)}" for p in PATHWAYS}
            fixed = sum(
                names.horizontalAdvance(common.PATHWAY_NAMES[p])
                + counts.horizontalAdvance(words[p])
                for p in PATHWAYS
            )
        bar = max(0.0, min(84.0, (room - fixed - 3 * 60) / 3))
        for pathway in PATHWAYS:
            hue = self._theme.hue(pathway)
            draw_pathway(painter, QRectF(left, middle - 5, 10, 10), pathway, hue.main)
            left += 18
            left = self._words(
                painter,
                left,
                middle,
                common.PATHWAY_NAMES[pathway],
                names,
                self._theme.ink,
                bold=True,
            )
            if bar >= 12:
                self._bar(painter, QRectF(left + 10, middle - 2.5, bar, 5), pathway, hue.main)
                left += bar + 12
            left += 8
            left = self._words(painter, left, middle, words[pathway], counts, self._theme.ink_2)
            left += 22

    def _words(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        words: str,
        metrics: QFontMetricsF,
        ink: QColor,
        *,
        bold: bool = False,
    ) -> float:
        painter.setFont(text_font(0.92, bold=bold))
        painter.setPen(ink)
        painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), words)
        return left + metrics.horizontalAdvance(words)

    def _bar(self, painter: QPainter, box: QRectF, pathway: str, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(box, 2.5, 2.5)
        goal = self._goals.get(pathway, 0)
        share = min(1.0, self._minutes.get(pathway, 0) / goal) if goal else 0.0
        done = QRectF(box.left(), box.top(), box.width() * share, box.height())
        if not done.width():
            return
        if self._tentative:
            pen = QPen(colour, box.height(), Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([0.6, 0.5])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(
                QPointF(done.left(), done.center().y()), QPointF(done.right(), done.center().y())
            )
        else:
            painter.setBrush(colour)
            painter.drawRoundedRect(done, 2.5, 2.5)
