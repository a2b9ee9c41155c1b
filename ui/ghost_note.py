"""Beside a card on its way: who would be elsewhere then, in words that a short card has no room for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Theme, text_font

INSET = 7
GAP = 4


class GhostNote(QLabel):
    """A small sheet below the ghost, or above it where there is no room; deaf to the mouse."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._theme: Theme | None = None
        self.setWordWrap(True)
        self.setFont(text_font(0.85))
        self.setContentsMargins(INSET, INSET - 2, INSET, INSET - 2)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_words(self, words: str, ghost: QRect, seen: QRect, theme: Theme) -> None:
        """Show these words beside the ghost, inside what is seen of the grid; none hide it."""
        self._theme = theme
        self.setVisible(bool(words))
        if not words:
            return
        self.setText(words)
        width = max(ghost.width(), 14 * self.fontMetrics().averageCharWidth() + 2 * INSET)
        self.resize(width, self.heightForWidth(width))
        top = ghost.bottom() + GAP
        if top + self.height() > seen.bottom():
            top = ghost.top() - GAP - self.height()
        self.move(min(ghost.left(), seen.right() - width), top)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        assert self._theme is not None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.ink_2)
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()
        super().paintEvent(event)
