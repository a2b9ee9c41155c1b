"""Who was taken out of the family lately, to be brought back or let go."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.model import Household
from planner.removed import Removed, last_day
from ui.column import clear
from ui.family_fields import Card, button
from ui.labels import label
from ui.text import removing as text
from ui.theme import Theme


class RemovedLine(Card):
    """One person, with what can be done."""

    wished = Signal(str, object)  # `back` or `forget`, Removed

    def __init__(self, removed: Removed, theme: Theme) -> None:
        super().__init__(theme)
        name = removed.person.name
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(name, theme.ink, bold=True))
        until = last_day(removed)
        words.addWidget(label(text.when(removed.on, until, len(removed.entries)), theme.ink_2))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        self.back, self.forget = button(text.BRING_BACK), button(text.LET_GO, "quiet")
        for made, wish in ((self.back, "back"), (self.forget, "forget")):
            made.setAccessibleName(text.of_person(made.text(), name))
            made.clicked.connect(lambda _=False, w=wish: self.wished.emit(w, removed))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)


class RemovedList(QWidget):
    """Nothing at all where nobody was removed."""

    wished = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Removed, ...] = ()
        self.lines: list[RemovedLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(text.LATELY, theme.ink, bold=True))
        column.addWidget(label(text.LATELY_HINT, theme.ink_2))
        column.addLayout(self._list)
        self.hide()

    def show_household(self, household: Household, today: date) -> None:
        """Show the latest first."""
        removed = tuple(r for r in reversed(household.removed) if last_day(r) >= today)
        self.setVisible(bool(removed))
        if removed == self._shown:
            return
        self._shown = removed
        clear(self._list)
        self.lines = [RemovedLine(each, self._theme) for each in removed]
        for line in self.lines:
            line.wished.connect(self.wished)
            self._list.addWidget(line)
