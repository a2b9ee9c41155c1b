"""A sheet over the whole window for one thing at a time; Esc leaves it, and nothing half is kept."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.column import Card, Flowing
from ui.labels import label, recolour
from ui.theme import Theme, text_font

MARGIN = 24
WIDTH, LETTERS = 580, 74
"""A sheet is so wide, in pixels or in letters, where there is room for it."""
ASKING = "asking"
"""The property of the widget below that says a sheet lies over it."""


def is_asking(window: QWidget) -> bool:
    """Whether a sheet lies over this widget."""
    return bool(window.property(ASKING))


class Foot(QWidget):
    """The buttons below the questions, with a line above them where there is more to scroll to."""

    def __init__(self, scroll: QScrollArea, theme: Theme) -> None:
        super().__init__()
        self.theme, self._lined = theme, False
        scroll.verticalScrollBar().rangeChanged.connect(self._draw_line)

    def _draw_line(self, _least: int, most: int) -> None:
        self._lined = most > 0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._lined:
            QPainter(self).fillRect(0, 0, self.width(), 1, self.theme.line)


class Over(QWidget):
    """Lies over all of `window` while it is open; nothing behind it can be reached.

    `body` takes the questions and scrolls where there are many, `foot` the buttons below them, with
    `note` as the last line. A sheet goes for good when it is closed, unless it is `lasting`.
    """

    closed = Signal()
    escaped = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, *, note: str = "", lasting: bool = False
    ) -> None:
        super().__init__(window)
        self._over, self.theme, self._lasting = window, theme, lasting
        self._focus_before: QWidget | None = window.window().focusWidget()
        self._card = Card(theme)
        self._card.setParent(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = Flowing()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(30, 24, 30, 10)
        self.body.setSpacing(8)
        self._scroll.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._foot = Foot(self._scroll, theme)
        below = QVBoxLayout(self._foot)
        below.setContentsMargins(30, 12, 30, 18)
        below.setSpacing(10)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        below.addLayout(self.foot)
        self._note = label(note, theme.ink_2, 0.85)
        below.addWidget(self._note)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._scroll_to)
        self.hide()

    # opening and closing

    def remember_focus(self) -> None:
        """Give the keys back to whatever has them now, when the sheet is closed."""
        if self.isHidden():
            self._focus_before = self.window().focusWidget()

    def open_over(self, first: QWidget) -> None:
        """Show the sheet with the keys on `first`."""
        self._over.setProperty(ASKING, True)
        self.show()
        self.raise_()
        self.place()
        self.place_soon()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def close_over(self) -> None:
        """Let the sheet go with everything in it, and give the keys back."""
        if self.isHidden():
            return
        self._over.setProperty(ASKING, False)
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self.hide()
        self._focus_before = None
        self.closed.emit()
        if not self._lasting:
            self.deleteLater()

    # keys and focus

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the week behind is not to turn or undo while the sheet is open
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.window().focusWidget()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
            self.escaped.emit()
        elif enter and isinstance(focus, QAbstractButton):
            focus.click()

    def focusNextPrevChild(self, forth: bool) -> bool:  # noqa: FBT001
        """Go round inside the sheet: from the last control to the first.

        Qt walks its own chain: asked for from here, each widget on it would belong to the one
        before, and go with this sheet.
        """
        moved = super().focusNextPrevChild(forth)
        now = self.window().focusWidget()
        if now is not None and self.isAncestorOf(now):
            return moved
        reason = Qt.FocusReason
        if forth:
            self.setFocus(reason.TabFocusReason)
            return super().focusNextPrevChild(True)
        last = [button for button in self.buttons if button.isVisible() and button.isEnabled()]
        last[-1].setFocus(reason.BacktabFocusReason)
        return True

    @property
    def buttons(self) -> list[QWidget]:
        """The buttons of the foot, from left to right."""
        items = (self.foot.itemAt(n) for n in range(self.foot.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.place()
        return super().eventFilter(watched, event)

    def _scroll_to(self, _before: QWidget | None, part: QWidget | None) -> None:
        if part is not None and self._content.isAncestorOf(part):
            self._scroll.ensureWidgetVisible(part, 0, 40)

    # looks

    @property
    def narrowest(self) -> int:
        """So many pixels the questions need."""
        return 0

    def place(self) -> None:
        """As wide as a line of text may be, as high as its questions need, in the middle."""
        self.setGeometry(self._over.rect())
        self.body.invalidate()
        letters = LETTERS * QFontMetrics(text_font()).averageCharWidth()
        width = min(max(WIDTH, letters, self.narrowest), self.width() - 2 * MARGIN)
        needed = self.body.totalHeightForWidth(width - 2) + self._foot.sizeHint().height() + 4
        height = min(needed, self.height() - 2 * MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._card.setGeometry(QRect(left, top, width, height))

    def place_soon(self) -> None:
        """Once what was just put in knows its size."""
        QTimer.singleShot(0, self, self.place)

    def set_theme(self, theme: Theme) -> None:
        self.theme = self._card.theme = self._foot.theme = theme
        recolour(self._note, theme.ink_2)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(self.theme.paper.darker(260) if self.theme.dark else self.theme.ink)
        veil.setAlphaF(0.5 if self.theme.dark else 0.34)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card neither answers nor loses anything."""
        event.accept()
