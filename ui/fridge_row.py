"""One row of a printed sheet on the screen: its mark by one key, and the words that stand on paper."""

from typing import cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.fridge import Mark, Row, starting_mark
from planner.model import Household, Outcome
from ui.labels import PathwayShape, label
from ui.text import fridge as text
from ui.theme import Theme

KEYS: dict[int, Outcome] = {
    Qt.Key.Key_Space: "done",
    Qt.Key.Key_1: "done",
    Qt.Key.Key_2: "else",
    Qt.Key.Key_3: "hard",
    Qt.Key.Key_4: "not-this-week",
}
CLEARING = {Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
}
LONGEST = 500
RADIUS, SHAPE = 8, 14
NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class WordsField(QLineEdit):
    """Takes the words of a row. While it is empty, one key marks the row; F2 begins words with a digit."""

    marked = Signal(object)  # Outcome; None takes the mark away
    stepped = Signal(int)
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._writing = False
        self.setMaxLength(LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() in NO_MODIFIERS
        if plain and key in STEPS:
            self.stepped.emit(STEPS[Qt.Key(key)])
        elif plain and key == Qt.Key.Key_F2:
            self._writing = True
        elif plain and not self.text() and not self._writing and key in KEYS:
            self.marked.emit(KEYS[key])
        elif plain and not self.text() and key in CLEARING:
            self.marked.emit(None)
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # the page's
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(text.WORDS)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._writing = False
        self.setPlaceholderText("")
        super().focusOutEvent(event)


class FridgeRow(QWidget):
    """Shows a row and its mark. What is typed comes out as `changed`; nothing is kept here."""

    changed = Signal()

    def __init__(self, row: Row, household: Household, theme: Theme) -> None:
        super().__init__()
        self.row, self._household, self._theme = row, household, theme
        self._start = starting_mark(row).outcome
        self._outcome: Outcome = self._start
        self.words = WordsField()
        self.words.marked.connect(self._mark)
        self.words.textEdited.connect(self._written)
        self.words.focused.connect(self.update)
        self.words.editingFinished.connect(self.update)
        self.buttons = {outcome: self._button(outcome) for outcome in text.MARKS}
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        theme, printed = self._theme, self.row.printed
        names = QVBoxLayout()
        names.setSpacing(1)
        title = label(printed.title, theme.ink, bold=True)
        names.addWidget(title)
        names.addWidget(label(text.when_and_who(printed, self._household), theme.ink_2, 0.92))
        changed = text.fates(self.row, self._household)
        if changed:
            names.addWidget(label(changed, theme.ink, 0.92))
        signs = QHBoxLayout()
        signs.setSpacing(4)
        for button in self.buttons.values():
            signs.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 7, 12, 7)
        grid.setHorizontalSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(PathwayShape(printed.pathway, theme, SHAPE), 0, 0)
        grid.addLayout(names, 0, 1)
        grid.addLayout(signs, 0, 2, middle)
        grid.addWidget(self.words, 0, 3, middle)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(3, 4)

    def _button(self, outcome: str) -> QPushButton:
        sign, name = text.MARKS[outcome]
        button = QPushButton(sign)
        button.setProperty("kind", "small")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one key does it: a row is one stop for Tab
        button.setToolTip(name)
        button.setAccessibleName(text.spoken_mark(name, self.row.printed.title))
        button.clicked.connect(lambda: self._press(cast("Outcome", outcome)))
        return button

    def mark(self) -> Mark:
        """What is marked and written now."""
        return Mark(outcome=self._outcome, words=self.words.text().strip())

    @property
    def touched(self) -> bool:
        """Whether something was marked or written here."""
        return self.mark() != Mark(outcome=self._start)

    def show_mark(self, mark: Mark) -> None:
        """Show what was marked and written before."""
        self._outcome = mark.outcome
        self.words.setText(mark.words)
        self._show()

    def _press(self, outcome: Outcome) -> None:
        """A click takes the mark; the same again takes it away."""
        self._mark(None if outcome == self._outcome else outcome)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, outcome: Outcome | None) -> None:
        self._outcome = outcome or "planned"
        self._show()
        self.changed.emit()

    def _written(self) -> None:
        """What somebody wrote about has happened, unless it is marked otherwise."""
        if self.words.text().strip() and self._outcome == "planned":
            self._outcome = "done"
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        for outcome, button in self.buttons.items():
            button.setChecked(outcome == self._outcome)
        self.words.setAccessibleName(text.spoken_row(self.row, self._household, self._outcome))
        self.words.setAccessibleDescription(text.WORDS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.words.hasFocus()
        width = 2 if chosen else 1
        painter.setPen(QPen(self._theme.focus if chosen else self._theme.line, width))
        painter.setBrush(self._theme.surface)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
