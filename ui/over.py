"""A sheet over the whole window for one thing at a time; Esc leaves it, and nothing half is kept."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
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
from ui.theme import Theme, text_font

MARGIN = 24
LETTERS = 78


class Over(QWidget):
    """Lies over all of `window` while it is open; nothing behind it can be reached.

    `body` takes the questions and scrolls where there are many, `foot` the buttons below them.
    """

    closed = Signal()
    escaped = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._over, self.theme = window, theme
        self._focus_before = window.window().focusWidget()
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
        self._foot = QWidget()
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(30, 10, 30, 18)
        self.foot.setSpacing(8)
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

    def open_over(self, first: QWidget) -> None:
        """Show the sheet with the keys on `first`."""
        self.show()
        self.raise_()
        self.place()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def close_over(self) -> None:
        """Let the sheet go with everything in it, and give the keys back."""
        if self.isHidden():
            return
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self.closed.emit()
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
        """Go round inside the sheet: from the last control to the first."""
        start = self.window().focusWidget() or self
        widget: QWidget = start
        while True:
            near = widget.nextInFocusChain() if forth else widget.previousInFocusChain()
            if near is None or near is start:
                return True
            widget = near
            tabs = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if tabs and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                reason = Qt.FocusReason
                widget.setFocus(reason.TabFocusReason if forth else reason.BacktabFocusReason)
                return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.place()
        return super().eventFilter(watched, event)

    def _scroll_to(self, _before: QWidget | None, part: QWidget | None) -> None:
        if part is not None and self._content.isAncestorOf(part):
            self._scroll.ensureWidgetVisible(part, 0, 40)

    # looks

    def place(self) -> None:
        """As wide as a line of text may be, as high as its questions need, in the middle."""
        self.setGeometry(self._over.rect())
        letters = LETTERS * QFontMetrics(text_font()).averageCharWidth()
        width = min(max(580, letters), self.width() - 2 * MARGIN)
        needed = self.body.totalHeightForWidth(width - 2) + self._foot.sizeHint().height() + 4
        height = min(needed, self.height() - 2 * MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._card.setGeometry(QRect(left, top, width, height))

    def set_theme(self, theme: Theme) -> None:
        self.theme = self._card.theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(self.theme.paper.darker(260) if self.theme.dark else self.theme.ink)
        veil.setAlphaF(0.5 if self.theme.dark else 0.34)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card neither answers nor loses anything."""
        event.accept()
