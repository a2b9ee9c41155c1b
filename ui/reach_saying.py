"""The sentence for going back to a missed reach: one is offered, others are a click away, any can be changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.labels import Quote, label
from ui.text import reach as text
from ui.text.reach_say import sentences
from ui.theme import Theme


class Saying(QWidget):
    """Shows a sentence to say. `words` are ours, or what was typed instead."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offered: tuple[str, ...] = ()
        self.sentence = Quote("", theme.hue("reach").main, theme.ink)
        self.field = QLineEdit()
        self.field.setAccessibleName(text.SAYING)
        self.field.hide()
        self.another, self.own = QPushButton(text.ANOTHER), QPushButton(text.OWN_WORDS)
        row = QHBoxLayout()
        row.addWidget(label(text.SAYING, theme.ink_2, 0.92), 1)
        for button, step in ((self.another, self._turn), (self.own, self._write)):
            button.setAccessibleName(button.text())
            button.setProperty("kind", "quiet")
            button.clicked.connect(step)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.sentence)
        column.addWidget(self.field)

    @property
    def words(self) -> str:
        return self.field.text().strip()

    def show_for(self, shape: tuple[str, ...], age: int | None, *, snapped: bool, on: bool) -> None:
        """Offer what fits; what was chosen or typed stays as long as the same sentences are offered."""
        offered = sentences(shape[0] if shape else "other", age, snapped=snapped)
        if offered != self._offered:
            self._offered = offered
            self._say(offered[0])
        self.setVisible(on)

    def _say(self, words: str) -> None:
        self.field.setText(words)
        self.sentence.show_words(words)
        self.field.hide()
        self.sentence.show()

    def _turn(self) -> None:
        known = self._offered.index(self.words) if self.words in self._offered else -1
        self._say(self._offered[(known + 1) % len(self._offered)])

    def _write(self) -> None:
        self.sentence.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
