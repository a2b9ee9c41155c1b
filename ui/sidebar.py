"""The left edge of the window: the pages, and who had somebody to themselves this week."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from planner.model import Household, PersonId
from ui import icons
from ui.shapes import draw_initial
from ui.text import common
from ui.text import week as text
from ui.text.window import PAGE_NAMES
from ui.theme import Theme, text_font

NARROW_BELOW = 70
"""Windows narrower than this many line heights show the pages as icons only."""

REST_MS = 500
"""So long something from a list is held over "Week" before the week comes up."""

TOP = ("week", "today", "activities", "journal", "look-back", "coming-back")
BOTTOM = ("family", "why", "help")


class PageButton(QAbstractButton):
    """An icon with a page's name; the current page's stands on white."""

    def __init__(self, page: str, theme: Theme) -> None:
        super().__init__()
        self.page, self.theme, self.narrow = page, theme, False
        self._rest: QTimer | None = None
        self.setText(PAGE_NAMES[page])
        self.setAccessibleName(PAGE_NAMES[page])
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Something is held over this page's name: after a moment the page comes up."""
        self.setDown(True)
        if self._rest is None:
            self._rest = QTimer(self, singleShot=True, interval=REST_MS)
            self._rest.timeout.connect(self.click)
        self._rest.start()
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._let_go()

    def dropEvent(self, event: QDropEvent) -> None:
        self._let_go()
        event.ignore()

    def _let_go(self) -> None:
        self.setDown(False)
        if self._rest is not None:
            self._rest.stop()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(text_font(bold=True))
        width = 44 if self.narrow else int(metrics.horizontalAdvance(self.text())) + 60
        return QSize(width, int(metrics.height()) + 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.surface)
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(box, 8, 8)
        ink = theme.ink if self.isChecked() or self.underMouse() else theme.ink_2
        side = 20
        left = (self.width() - side) / 2 if self.narrow else 11.0
        target = QRectF(left, (self.height() - side) / 2, side, side)
        picture = icons.pixmap(self.page, ink)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
        if not self.narrow:
            painter.setFont(text_font())
            painter.setPen(ink)
            words = self.rect().adjusted(40, 0, -6, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class OneToOne(QWidget):
    """For every child, a dot for each time with one grown-up: filled when it happened, a ring when planned."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._rows: tuple[tuple[str, str, int, int, int], ...] = ()
        self.narrow = False

    def show_times(self, household: Household, times: Mapping[PersonId, tuple[int, int]]) -> None:
        letters = common.initials(household.people)
        rows = tuple(
            (p.name, letters[p.id], p.colour, *times.get(p.id, (0, 0))) for p in household.children
        )
        if rows != self._rows:
            self._rows = rows
            self.setAccessibleName(
                "; ".join(text.one_to_one_spoken(n, done, more) for n, _, _, done, more in rows)
            )
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        row = int(QFontMetricsF(text_font()).height()) + 16
        head = 0 if self.narrow or not self._rows else int(row * 0.9)
        return QSize(40, head + row * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        metrics = QFontMetricsF(text_font())
        row = metrics.height() + 16
        top = 0.0
        if not self.narrow:
            painter.setFont(text_font(0.85, bold=True))
            painter.setPen(theme.ink_2)
            painter.drawText(QPointF(10, metrics.ascent()), text.ONE_TO_ONE)
            top = int(row * 0.9)
        for name, initial, colour, done, planned in self._rows:
            side = metrics.height() + 6
            left = (self.width() - side) / 2 if self.narrow else 10.0
            box = QRectF(left, top + (row - side) / 2, side, side)
            ground = theme.people[colour % len(theme.people)]
            draw_initial(painter, box, initial, ground, theme.on_people, text_font(0.85, bold=True))
            if not self.narrow:
                self._paint_row(painter, name, done, planned, top + row / 2, metrics)
            top += row

    def _paint_row(
        self,
        painter: QPainter,
        name: str,
        done: int,
        planned: int,
        middle: float,
        metrics: QFontMetricsF,
    ) -> None:
        theme = self.theme
        count = min(done + planned, 7)
        room = self.width() - 52 - 13 * count
        painter.setFont(text_font())
        painter.setPen(theme.ink_2)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(metrics.height() + 26, base), shown)
        for n in range(count):
            x = self.width() - 14 - 13 * (count - n - 1)
            filled = n < done
            painter.setPen(QPen(theme.ink_2, 1.3))
            painter.setBrush(theme.ink_2 if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, middle), 3.4, 3.4)


class Brand(QWidget):
    """The app's sign and name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.narrow = theme, False
        self.setAccessibleName(common.APP)

    def sizeHint(self) -> QSize:
        return QSize(44, int(QFontMetricsF(text_font(1.25, bold=True)).height()) + 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = (self.width() - 24) / 2 if self.narrow else 9.0
        picture = icons.pixmap("kinweek", self.theme.primary)
        painter.drawPixmap(
            QRectF(left, (self.height() - 24) / 2, 24, 24), picture, QRectF(picture.rect())
        )
        if not self.narrow:
            painter.setFont(text_font(1.25, bold=True))
            painter.setPen(self.theme.ink)
            words = self.rect().adjusted(42, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, common.APP)


class Sidebar(QWidget):
    """Pages above, the family and the reasons below."""

    page_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.brand = Brand(theme)
        self.one_to_one = OneToOne(theme)
        self.buttons = {page: PageButton(page, theme) for page in (*TOP, *BOTTOM)}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 10, 11, 14)
        column.setSpacing(2)
        column.addWidget(self.brand)
        column.addSpacing(8)
        for page, button in self.buttons.items():
            group.addButton(button)
            button.clicked.connect(lambda _=False, p=page: self.page_chosen.emit(p))
        self.buttons["week"].setAcceptDrops(True)
        for page in TOP:
            column.addWidget(self.buttons[page])
        column.addSpacing(18)
        column.addWidget(self.one_to_one)
        column.addStretch(1)
        for page in BOTTOM:
            column.addWidget(self.buttons[page])

    def show_page(self, page: str) -> None:
        self.buttons[page].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        self.brand.theme = self.one_to_one.theme = theme
        for button in self.buttons.values():
            button.theme = theme
        self.update()

    def fit_window(self, width: int) -> None:
        """Show icons only where the window is too narrow for words."""
        narrow = width < NARROW_BELOW * QFontMetricsF(text_font()).height()
        pieces: tuple[Brand | OneToOne | PageButton, ...]
        pieces = (self.brand, self.one_to_one, *self.buttons.values())
        for piece in pieces:
            if piece.narrow != narrow:
                piece.narrow = narrow
                piece.setToolTip(piece.accessibleName() if narrow else "")
                piece.updateGeometry()
        words = max(b.sizeHint().width() for b in self.buttons.values())
        self.setFixedWidth(66 if narrow else max(206, words + 22))
