"""Who mends, and with whom: chips with the names of the family."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from planner.model import Household, PersonId
from planner.threads import Thread
from ui.choices import ChipRow, chip
from ui.labels import label
from ui.text import common
from ui.text import thread as text
from ui.theme import Theme


class People(QWidget):
    """Nobody can be on both sides: whoever is chosen on one leaves the other."""

    changed = Signal()

    def __init__(self, thread: Thread, household: Household, theme: Theme) -> None:
        super().__init__()
        people = household.grown_ups + household.children
        self.whos: dict[PersonId, QAbstractButton] = {}
        self.hurts: dict[PersonId, QAbstractButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words, chips, chosen, order in (
            (text.WHO, self.whos, thread.who, people),
            (text.HURT, self.hurts, thread.hurt, tuple(reversed(people))),
        ):
            column.addWidget(label(words, theme.ink, 1.1, bold=True))
            row = ChipRow()
            for person in order:
                made = chip(common.spoken_name(person))
                made.setChecked(person.id in chosen)
                made.clicked.connect(lambda _=False, c=chips, p=person.id: self._chosen(c, p))
                chips[person.id] = made
            row.show_chips(list(chips.values()))
            column.addWidget(row)
        column.addWidget(label(text.PACE, theme.ink_2))

    @property
    def who(self) -> tuple[PersonId, ...]:
        return tuple(p for p, button in self.whos.items() if button.isChecked())

    @property
    def hurt(self) -> tuple[PersonId, ...]:
        return tuple(p for p, button in self.hurts.items() if button.isChecked())

    def first(self) -> QWidget:
        side = self.hurts if self.who and not self.hurt else self.whos
        return next(iter(side.values()))

    def _chosen(self, side: dict[PersonId, QAbstractButton], person: PersonId) -> None:
        other = self.hurts if side is self.whos else self.whos
        if side[person].isChecked():
            other[person].setChecked(False)
        self.changed.emit()
