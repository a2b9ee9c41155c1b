"""One quiet line at the foot of the window: what happened, and a way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.labels import recolour
from ui.theme import Theme

SECONDS = 8


class Toast(QWidget):
    """Floats over its parent's lower edge and goes by itself."""

    asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self._step: Callable[[], object] | None = None
        self._words = QLabel()
        self._button = QPushButton()
        self._button.setProperty("kind", "quiet")
        self._button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self._words, theme.ink)

    def show_words(
        self, words: str, button: str = "", step: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, and a button if there is something to do about it: `step`, or what `asked` tells."""
        self._step = step
        self._words.setText(words)
        self._words.setWordWrap(len(words) > 90)
        self.setAccessibleName(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        if QAccessible.isActive():
            from ui.announce import announce  # noqa: PLC0415  (few families are read to)

            announce(self, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.line, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 10, 10)

    def _place(self) -> None:
        parent = self._over
        self.setMaximumWidth(parent.width() - 40)
        self.adjustSize()
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 24)

    def _clicked(self) -> None:
        self.hide()
        if self._step is not None:
            self._step()
        else:
            self.asked.emit()
