"""Which days, and every week or every other one: a button with the days that opens both below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.model import Weeks
from ui.family_fields import DayChips, OpenButton
from ui.text import family as text
from ui.weeks_choice import WeeksChoice


class DaysField(QWidget):
    """`Mon–Fri`, as a button that opens the seven days and the weeks. `more` is placed by the owner.

    Without `this_week` only the days are asked for, and the weeks stay as they are.
    """

    days_changed = Signal(object)  # tuple of weekdays

    def __init__(self, this_week: Weeks | None = None) -> None:
        super().__init__()
        self.open = OpenButton()
        self.chips = DayChips()
        self.more = QWidget()
        column = QVBoxLayout(self.more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chips)
        self.choice = None if this_week is None else WeeksChoice(this_week)
        if self.choice is not None:
            column.addWidget(self.choice)
            self.choice.activated.connect(self._changed)
        self.more.hide()
        self._weeks: Weeks = "all"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.open)
        self.open.toggled.connect(self.more.setVisible)
        self.chips.days_changed.connect(self._changed)

    def weekdays(self) -> tuple[int, ...]:
        return self.chips.weekdays()

    def weeks(self) -> Weeks:
        return self._weeks if self.choice is None else self.choice.weeks()

    def show_days(self, weekdays: tuple[int, ...], weeks: Weeks = "all") -> None:
        self._weeks = weeks
        self.chips.show_days(weekdays)
        if self.choice is not None:
            self.choice.show_weeks(weeks)
        self._show_words()

    def _show_words(self) -> None:
        words = text.days_and_weeks(self.weekdays(), self.weeks())
        self.open.setText(words)
        self.open.setAccessibleName(text.change_days(words))

    def _changed(self) -> None:
        self._show_words()
        self.days_changed.emit(self.weekdays())
