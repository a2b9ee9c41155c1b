"""Asks which times of a ritual a change is meant for: only this one, those after it too, or all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.rituals_series import Scope
from ui.labels import label
from ui.text import rituals as text
from ui.theme import Theme

WIDTH_IN_LETTERS = 44


class ScopeQuestion(QDialog):
    """Enter takes the first answer, arrows and Tab go to the others, Esc changes nothing."""

    answered = Signal(str)  # Scope

    def __init__(
        self,
        words: str,
        title: str,
        scopes: tuple[Scope, ...],
        hints: dict[Scope, str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setAccessibleName(f"{words} {title}")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(9)
        column.addWidget(_line(label(words, theme.ink, 1.2, bold=True)))
        about = label(title, theme.ink_2)
        about.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column.addWidget(about)
        self.buttons: dict[Scope, QPushButton] = {}
        self._add_answers(column, scopes, hints, theme)
        self.cancel = QPushButton(text.CHANGE_NOTHING)
        self.cancel.setProperty("kind", "quiet")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        column.addWidget(self.cancel)
        column.addWidget(_line(label(text.KEPT_HINT, theme.ink_2, 0.92)))
        column.addStretch(1)
        width = self.minimumWidth()
        self.resize(width, column.heightForWidth(width))

    def _add_answers(
        self,
        column: QVBoxLayout,
        scopes: tuple[Scope, ...],
        hints: dict[Scope, str],
        theme: Theme,
    ) -> None:
        for scope in scopes:
            self.buttons[scope] = self._answer_button(scope)
            pair = QVBoxLayout()
            pair.setSpacing(3)
            pair.addWidget(self.buttons[scope])
            if scope in hints:
                self.buttons[scope].setAccessibleDescription(hints[scope])
                pair.addWidget(label(hints[scope], theme.ink_2, 0.92))
            column.addLayout(pair)
        first = self.buttons[scopes[0]]
        first.setProperty("kind", "primary")
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer_button(self, scope: Scope) -> QPushButton:
        made = QPushButton(text.SCOPE_NAMES[scope])
        made.setAutoDefault(False)  # Fusion would draw a frame of its own into it
        made.clicked.connect(lambda: self._answer(scope))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        focused = self.focusWidget()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and isinstance(focused, QPushButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    def _answer(self, scope: Scope) -> None:
        self.accept()
        self.answered.emit(scope)


def _line(made: QLabel) -> QLabel:
    """A label of few words that is as wide as they are."""
    made.setWordWrap(False)
    return made
