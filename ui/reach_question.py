"""One question of a sheet with its answers to tap: open while it is asked, one quiet line when it is not."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.choices import ChipRow, chip
from ui.labels import label
from ui.text import reach as text
from ui.theme import Theme

KEYS = "1234567890abcdefghij"


class Question(QWidget):
    """Answers by a click or by the key that stands before each. The first answer closes the question.

    Opened again, more can be chosen or taken back. `single` questions have one answer at most.
    """

    answered = Signal()  # for the first time: the sheet goes on
    changed = Signal()
    opened = Signal()

    def __init__(
        self,
        words: str,
        answers: Mapping[str, str],
        theme: Theme,
        *,
        single: bool = False,
        second_row: tuple[str, ...] = (),
        hint: str = "",
    ) -> None:
        super().__init__()
        self._words, self._answers, self._single = words, answers, single
        self.chosen: tuple[str, ...] = ()
        self.line = QPushButton()
        self.line.setProperty("kind", "quiet")
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.setStyleSheet("QPushButton { text-align: left; padding: 2px 0; }")
        self.line.clicked.connect(self.opened)
        self._title = label(words, theme.ink, bold=True)
        self.chips = {name: self._chip(name, key) for name, key in zip(answers, KEYS, strict=False)}
        self._open = self._asked(second_row, hint, theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.line)
        whole.addWidget(self._open)
        self.show_open(on=False)

    def _asked(self, second_row: tuple[str, ...], hint: str, theme: Theme) -> QWidget:
        """The question with its answers in one row, or in two with a hint between them."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(7)
        column.addWidget(self._title)
        for second in (False, True):
            names = [name for name in self._answers if (name in second_row) is second]
            if second and names:
                column.addWidget(label(hint, theme.ink_2, 0.92))
            if names:
                row = ChipRow()
                row.show_chips([self.chips[name] for name in names])
                column.addWidget(row)
        return made

    @property
    def is_open(self) -> bool:
        return not self._open.isHidden()

    def show_open(self, *, on: bool) -> None:
        """Ask, or show in a line what was answered."""
        answer = ", ".join(self._answers[name] for name in self.chosen)
        words = f"{self._words}   {answer}" if answer else self._words
        self.line.setText(words)
        self.line.setAccessibleName(f"{self._words} {answer or text.NOT_ANSWERED}")
        self._open.setVisible(on)
        self.line.setVisible(not on)

    def first_chip(self) -> QWidget:
        name = self.chosen[0] if self.chosen else next(iter(self.chips))
        return self.chips[name]

    def press(self, key: str) -> bool:
        """Choose the answer with this key before it; False if there is none."""
        number = KEYS.find(key) if key else -1
        if not 0 <= number < len(self.chips):
            return False
        list(self.chips.values())[number].click()
        return True

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Begin with these answers."""
        self.chosen = tuple(name for name in chosen if name in self.chips)
        for name, made in self.chips.items():
            made.setChecked(name in self.chosen)
        self.show_open(on=self.is_open)

    def _chip(self, name: str, key: str) -> QPushButton:
        made = chip(f"{key.upper()}  {self._answers[name]}")
        made.setAccessibleName(self._answers[name])
        made.clicked.connect(lambda on, n=name: self._tapped(n, on=on))
        return made

    def _tapped(self, name: str, *, on: bool) -> None:
        first = not self.chosen
        others = () if self._single else tuple(n for n in self.chosen if n != name)
        self.show_chosen((*others, name) if on else others)
        self.changed.emit()
        if on and (first or self._single):
            self.answered.emit()
