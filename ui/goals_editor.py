"""What would be enough: minutes for each pathway, how many ideas in a day and a week, and quiet days."""

from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from activities.model import PATHWAYS
from planner.model import Wishes
from ui.family_fields import Card, DayChips
from ui.labels import PathwayShape, label
from ui.number_fields import NumberField, with_buttons
from ui.text import common
from ui.text import family as text
from ui.theme import Theme

MINUTES_MOST, MINUTES_STEP = 600, 15
DAY_MOST, WEEK_MOST = 6, 30


class GoalsEditor(QWidget):
    """Shows wishes and tells of each change with the whole value."""

    wishes_changed = Signal(object)  # Wishes

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wishes = Wishes()
        self.minutes = {
            p: NumberField(0, MINUTES_MOST, MINUTES_STEP, text.MINUTES_A_WEEK) for p in PATHWAYS
        }
        self.day_max = NumberField(1, DAY_MOST, suffix=text.IDEAS)
        self.week_max = NumberField(1, WEEK_MOST, suffix=text.IDEAS)
        self.day_max.setMinimumWidth(self.week_max.sizeHint().width())
        self.quiet = DayChips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for pathway in PATHWAYS:
            column.addWidget(self._pathway_card(pathway))
        column.addWidget(self._load_card())
        self._show()
        for field in (*self.minutes.values(), self.day_max, self.week_max):
            field.settled.connect(self._tell)
        self.quiet.days_changed.connect(self._tell)

    def _pathway_card(self, pathway: str) -> Card:
        card = Card(self._theme)
        row = QHBoxLayout()
        row.setSpacing(11)
        words = QVBoxLayout()
        words.setSpacing(1)
        name = common.PATHWAY_NAMES[pathway]
        words.addWidget(label(name, self._theme.hue(pathway).main, bold=True))
        words.addWidget(label(text.MEANINGS[pathway], self._theme.ink_2))
        field = self.minutes[pathway]
        field.setAccessibleName(text.minutes_for(name))
        row.addWidget(PathwayShape(pathway, self._theme, 14))
        row.addLayout(words, 1)
        row.addWidget(with_buttons(field))
        card.column.addLayout(row)
        return card

    def _load_card(self) -> Card:
        card = Card(self._theme)
        for words, field in ((text.DAY_MAX, self.day_max), (text.WEEK_MAX, self.week_max)):
            field.setAccessibleName(words)
            row = QHBoxLayout()
            row.addWidget(label(words, self._theme.ink), 1)
            row.addWidget(with_buttons(field))
            card.column.addLayout(row)
        card.column.addSpacing(2)
        card.column.addWidget(label(text.QUIET_DAYS, self._theme.ink))
        card.column.addWidget(label(text.QUIET_DAYS_HINT, self._theme.ink_2, 0.95))
        card.column.addWidget(self.quiet)
        self.quiet.setAccessibleName(text.QUIET_DAYS)
        return card

    def show_wishes(self, wishes: Wishes) -> None:
        """Show these wishes; a number being typed stays while they are the same."""
        if wishes != self._wishes:
            self._wishes = wishes
            self._show()

    def _show(self) -> None:
        wishes = self._wishes
        for pathway, field in self.minutes.items():
            field.show_number(wishes.goals.get(pathway, 0))
        self.day_max.show_number(wishes.day_max)
        self.week_max.show_number(wishes.week_max)
        self._show_units()
        self.quiet.show_days(wishes.quiet_days)

    def _show_units(self) -> None:
        for field in (self.day_max, self.week_max):
            field.setSuffix(text.IDEA if field.value() == 1 else text.IDEAS)

    def wishes(self) -> Wishes:
        """What the fields say; goals beyond the three pathways and blocked activities stay as they were."""
        minutes = {p: field.value() for p, field in self.minutes.items()}
        return replace(
            self._wishes,
            goals=MappingProxyType({**self._wishes.goals, **minutes}),
            day_max=self.day_max.value(),
            week_max=self.week_max.value(),
            quiet_days=self.quiet.weekdays(),
        )

    def _tell(self) -> None:
        self._show_units()
        wishes = self.wishes()
        if wishes != self._wishes:
            self._wishes = wishes
            self.wishes_changed.emit(wishes)
