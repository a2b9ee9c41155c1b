"""For whom an entry is alone: a tick where the family has one grown-up, else a choice among them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.model import Household, PersonId
from ui.family_fields import ChoiceField, Tick
from ui.number_fields import calm
from ui.text import common
from ui.text import only_for as text
from ui.theme import Theme


class OnlyForField(QWidget):
    """Shows and asks whom an entry is for alone; None is everybody."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._alone: PersonId | None = None
        self.tick = Tick(text.ONLY_ME, theme)
        self.tick.setAccessibleName(text.ONLY_ME)
        self.choice = ChoiceField()
        self.choice.setAccessibleName(text.WHO_SEES_IT)
        calm(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tick)
        column.addWidget(self.choice)
        self.tick.toggled.connect(self.changed)
        self.choice.currentIndexChanged.connect(self.changed)

    def show_person(self, only_for: PersonId | None, household: Household) -> None:
        """Show this choice among the grown-ups; somebody who is not there any more stays chosen."""
        grown_ups = household.grown_ups
        single = len(grown_ups) == 1 and only_for in {None, grown_ups[0].id}
        self._alone = grown_ups[0].id if single else None
        for field in (self.tick, self.choice):
            field.blockSignals(True)
        self.tick.setChecked(only_for is not None)
        self.choice.clear()
        self.choice.addItem(text.EVERYBODY, None)
        for person in grown_ups:
            self.choice.addItem(text.only_for(common.spoken_name(person)), person.id)
        if only_for is not None and self.choice.findData(only_for) < 0:
            self.choice.addItem(text.only_for(text.ONE_PERSON), only_for)
        self.choice.setCurrentIndex(max(0, self.choice.findData(only_for)))
        for field in (self.tick, self.choice):
            field.blockSignals(False)
        self.tick.setVisible(single)
        self.choice.setVisible(not single)

    def person(self) -> PersonId | None:
        """Whom it is for alone, as the field says it."""
        if self._alone is not None:
            return self._alone if self.tick.isChecked() else None
        chosen: str | None = self.choice.currentData()
        return None if chosen is None else PersonId(chosen)
