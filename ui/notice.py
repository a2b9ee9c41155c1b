"""A line above the pages for something that stays true: read-only, read around damage."""

from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import icons
from ui.labels import label, recolour
from ui.text import window as text
from ui.theme import Theme


class Notice(QWidget):
    """Shows one sentence until it is closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = label("", theme.ink)
        self._close = QPushButton()
        self._close.setProperty("kind", "quiet")
        self._close.setAccessibleName(text.DISMISS)
        self._close.setToolTip(text.DISMISS)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.set_theme(theme)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self._words, theme.ink)
        self._close.setIcon(icons.icon("close", theme.ink_2))

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        if QAccessible.isActive():
            from ui.announce import announce  # noqa: PLC0415  (few families are read to)

            announce(self, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.busy)
