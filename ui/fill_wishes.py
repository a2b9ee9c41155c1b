"""How Fill may ask of the family: tiny things in a day, who has time alone with whom, and hard times."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.dates import WEEK_DAYS, monday_of
from planner.model import Household, PersonId, Wishes
from ui.busy_editor import DateTick
from ui.family_fields import Card, chip_button
from ui.flow import FlowLayout
from ui.labels import label
from ui.number_fields import NumberField, with_buttons
from ui.text import common
from ui.text import wishes as text
from ui.theme import Theme

TINY_MOST = 6
Pair = tuple[PersonId, PersonId]


class FillWishes(QWidget):
    """Shows wishes and tells of each change with the whole value."""

    wishes_changed = Signal(object)  # Wishes

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wishes = Wishes()
        self._today = date.min
        self._people: tuple[object, ...] | None = None
        self.tiny = NumberField(0, TINY_MOST)
        self.tiny.setAccessibleName(text.TINY_MAX)
        self.pairs: dict[Pair, QPushButton] = {}
        self.hard = DateTick(text.HARD_UNTIL, theme)
        self.loss = DateTick(text.LOSS, theme)
        self._chips = QWidget()
        self._chips.setAccessibleName(text.ALONE)
        self._flow = FlowLayout(self._chips, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in (self._tiny_card(), self._alone_card(), self._hard_card()):
            column.addWidget(card)
        self.tiny.settled.connect(self._tell)
        for field in (self.hard, self.loss):
            field.day.setKeyboardTracking(False)
            field.day.dateChanged.connect(self._tell)
        self.hard.tick.clicked.connect(self._hard_ticked)
        self.loss.tick.clicked.connect(self._tell)

    def _tiny_card(self) -> Card:
        card = Card(self._theme)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(text.TINY_MAX, self._theme.ink))
        words.addWidget(label(text.TINY_HINT, self._theme.ink_2, 0.95))
        row.addLayout(words, 1)
        row.addWidget(with_buttons(self.tiny))
        card.column.addLayout(row)
        return card

    def _alone_card(self) -> Card:
        card = Card(self._theme)
        card.column.addWidget(label(text.ALONE, self._theme.ink))
        card.column.addWidget(label(text.ALONE_HINT, self._theme.ink_2, 0.95))
        card.column.addWidget(self._chips)
        return card

    def _hard_card(self) -> Card:
        card = Card(self._theme)
        for field, hint in ((self.hard, text.HARD_HINT), (self.loss, text.LOSS_HINT)):
            card.column.addWidget(field)
            card.column.addWidget(label(hint, self._theme.ink_2, 0.95))
        return card

    def show_household(self, household: Household, today: date) -> None:
        """Show these wishes, with a chip for each child with each grown-up."""
        wishes = self._wishes = household.wishes
        self._today = today
        if self._people != household.people:
            self._people = household.people
            self._show_pairs(household)
        for pair, chip in self.pairs.items():
            chip.setChecked(pair not in wishes.apart)
        self.tiny.show_number(wishes.tiny_max)
        for field, day in ((self.hard, self._hard_until()), (self.loss, wishes.loss)):
            field.day.blockSignals(True)
            field.show_day(day, today)
            field.day.blockSignals(False)

    def _hard_until(self) -> date | None:
        """The end of a hard time that is not over."""
        until = self._wishes.hard_until
        return until if until is not None and until >= self._today else None

    def _show_pairs(self, household: Household) -> None:
        for chip in self.pairs.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.pairs = {}
        for child in household.children:
            for grown_up in household.grown_ups:
                pair = child.id, grown_up.id
                chip = chip_button(common.people_line(household, pair))
                chip.clicked.connect(self._tell)
                self._flow.addWidget(chip)
                self.pairs[pair] = chip

    def _hard_ticked(self, ticked: bool) -> None:  # noqa: FBT001
        """A hard time is until the end of this week, unless another day is said."""
        if ticked:
            self.hard.day.blockSignals(True)
            self.hard.day.setDate(
                common.qdate(monday_of(self._today) + timedelta(days=WEEK_DAYS - 1))
            )
            self.hard.day.blockSignals(False)
        self._tell()

    def wishes(self) -> Wishes:
        """What the fields say; everything else stays as it was."""
        known = self.pairs.keys()
        off = {pair for pair, chip in self.pairs.items() if not chip.isChecked()}
        return replace(
            self._wishes,
            tiny_max=self.tiny.value(),
            apart=frozenset((self._wishes.apart - known) | off),
            hard_until=self.hard.value(),
            loss=self.loss.value(),
        )

    def _tell(self) -> None:
        wishes = self.wishes()
        if wishes != self._wishes:
            self._wishes = wishes
            self.wishes_changed.emit(wishes)
