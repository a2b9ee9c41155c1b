"""The window of a locked folder: asks for the passphrase and shows nothing of the family."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.column import Card
from ui.family_fields import button
from ui.labels import label, recolour
from ui.secret_field import SecretField
from ui.shortcuts import press_focused
from ui.text import locking as text
from ui.text import window as window_text
from ui.theme import Theme

WIDTH_IN_LETTERS = 56
SIGN = 56
"""Pixels of Kinweek's sign above the question."""


class Sign(QWidget):
    """Kinweek's sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedSize(SIGN, SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = icons.pixmap("kinweek", self.theme.primary)
        painter.drawPixmap(QRectF(self.rect()), picture, QRectF(picture.rect()))


class UnlockWindow(QWidget):
    """Tells what was typed; says what came of it; after a wrong one it counts the seconds down."""

    secret_entered = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._seconds = 0
        self._with_recovery = self._busy = False
        self.sign = Sign(theme)
        self.title = label(text.LOCKED, theme.ink, 1.8, bold=True)
        self.says = label(text.TYPE_PASSPHRASE, theme.ink_2)
        self.field = SecretField(text.PASSPHRASE)
        self.message = label("", theme.ink)
        self.unlock = button(text.UNLOCK, "primary")
        self.other: QPushButton = button(text.USE_RECOVERY, "quiet")
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._build(theme)
        self.field.entered.connect(self._enter)
        self.field.line.textChanged.connect(self._typed)
        self.unlock.clicked.connect(self._enter)
        self.other.clicked.connect(lambda: self.ask(with_recovery=not self._with_recovery))
        self.setMinimumSize(640, 480)
        self.setWindowTitle(window_text.APP)
        self.set_theme(theme)
        self._show_state()

    def _build(self, theme: Theme) -> None:
        self.card = Card(theme)
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(28, 26, 28, 22)
        inner.setSpacing(10)
        answers = QHBoxLayout()
        answers.addWidget(self.unlock)
        answers.addWidget(self.other)
        answers.addStretch(1)
        inner.addWidget(self.sign)
        for part in (self.title, self.says):
            inner.addWidget(part)
        inner.addSpacing(6)
        inner.addWidget(self.field)
        inner.addWidget(self.message)
        inner.addSpacing(4)
        inner.addLayout(answers)
        self.card.setFixedWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

    def ask(self, *, with_recovery: bool = False) -> None:
        """Ask for the passphrase, or for the recovery key; nothing typed is kept."""
        self._with_recovery = with_recovery
        self.field.take()
        self.field.rename(text.RECOVERY if with_recovery else text.PASSPHRASE)
        self.says.setText(text.TYPE_RECOVERY if with_recovery else text.TYPE_PASSPHRASE)
        self.other.setText(text.USE_PASSPHRASE if with_recovery else text.USE_RECOVERY)
        if not self._seconds:
            self._say("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, words: str, seconds: int = 0) -> None:
        """Say that it stays closed; with `seconds`, let nobody try again before they are over."""
        self._busy, self._seconds = False, seconds
        self._say(text.wait(seconds) if seconds else words)
        if seconds:
            self._second.start()
        self._show_state()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self.unlock.isEnabled():
            self._busy = True
            self._say("")
            self._show_state()
            self.secret_entered.emit(self.field.take())

    def _tick(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self.message.setText(text.wait(self._seconds))
        else:
            self._second.stop()
            self._say("")
            self._show_state()

    def _typed(self) -> None:
        if not self._seconds and not self._busy and self.field.line.text():
            self._say("")
        self._show_state()

    def _show_state(self) -> None:
        free = not self._busy and not self._seconds
        self.unlock.setText(text.OPENING if self._busy else text.UNLOCK)
        self.unlock.setEnabled(free and bool(self.field.line.text()))
        self.field.line.setReadOnly(self._busy)

    def _say(self, words: str) -> None:
        self.message.setText(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))

    def set_theme(self, theme: Theme) -> None:
        self.sign.theme = self.card.theme = self._theme = theme
        inks: tuple[tuple[QLabel, bool], ...] = (
            (self.title, True),
            (self.says, False),
            (self.message, True),
        )
        for part, strong in inks:
            recolour(part, theme.ink if strong else theme.ink_2)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.paper)
