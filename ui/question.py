"""Asks one thing with a few answers, one of which loses nothing; Esc changes nothing."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.labels import label
from ui.shortcuts import press_focused
from ui.text import common
from ui.theme import Theme

WIDTH_IN_LETTERS = 44


class Question(QDialog):
    """Enter takes the first answer, arrows and Tab go to the others.

    `answers` are words by what is told when they are chosen, `hints` what each would come to,
    `note` the last line.
    """

    answered = Signal(str)

    def __init__(
        self,
        words: str,
        about: str,
        answers: Mapping[str, str],
        hints: Mapping[str, str],
        note: str,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setAccessibleName(f"{words} {about}")
        self.setAccessibleDescription(note)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(9)
        column.addWidget(_line(label(words, theme.ink, 1.2, bold=True)))
        column.addWidget(_text(about, theme, 1.0))
        self.buttons: dict[str, QPushButton] = {}
        self._add_answers(column, answers, hints, theme)
        self.cancel = QPushButton(common.CHANGE_NOTHING)
        self.cancel.setProperty("kind", "quiet")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        column.addWidget(self.cancel)
        column.addWidget(_text(note, theme, 0.92))
        column.addStretch(1)
        self.ensurePolished()
        width = self.minimumWidth()
        self.setMinimumHeight(column.heightForWidth(width))
        self.resize(width, self.minimumHeight())

    def _add_answers(
        self,
        column: QVBoxLayout,
        answers: Mapping[str, str],
        hints: Mapping[str, str],
        theme: Theme,
    ) -> None:
        for answer, words in answers.items():
            self.buttons[answer] = self._answer_button(answer, words)
            pair = QVBoxLayout()
            pair.setSpacing(3)
            pair.addWidget(self.buttons[answer])
            if answer in hints:
                self.buttons[answer].setAccessibleDescription(hints[answer])
                pair.addWidget(label(hints[answer], theme.ink_2, 0.92))
            column.addLayout(pair)
        first = next(iter(self.buttons.values()))
        first.setProperty("kind", "primary")
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer_button(self, answer: str, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)  # Fusion would draw a frame of its own into it
        made.clicked.connect(lambda: self._answer(answer))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)


def _line(made: QLabel) -> QLabel:
    """A label of few words that is as wide as they are."""
    made.setWordWrap(False)
    return made


def _text(words: str, theme: Theme, scale: float) -> QLabel:
    """A label of many words, as high as they need."""
    made = label(words, theme.ink_2, scale)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
