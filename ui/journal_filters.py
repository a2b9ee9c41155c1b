"""What narrows the journal: chips for people and pathways, choices for kind, feeling and closeness."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from activities.model import PATHWAYS
from planner.model import Household, PersonId
from planner.remembered import Wanted
from ui.choices import ChipRow, chip
from ui.family_fields import ChoiceField
from ui.number_fields import calm
from ui.text import common, reflect
from ui.text import remembered as text
from ui.theme import Theme


class JournalFilters(QWidget):
    """Shows the chips; `choices` are three fields for the page to place. `wanted()` says it all."""

    changed = Signal()

    def __init__(self, _theme: Theme) -> None:
        super().__init__()
        self.people: dict[PersonId, QAbstractButton] = {}
        self.pathways = {name: chip(common.PATHWAY_NAMES[name]) for name in PATHWAYS}
        for made in self.pathways.values():
            made.toggled.connect(self.changed)
        self.kind = self._choice(text.KIND, text.ANY_KIND, dict(text.KIND_NAMES))
        self.feeling = self._choice(text.FEELING, text.ANY_FEELING, reflect.FAMILY_NAMES)
        names = {str(n): name for n, name in enumerate(common.CLOSENESS_NAMES, 1)}
        self.closeness = self._choice(text.CLOSENESS, text.ANY_CLOSENESS, names)
        self.choices = (self.kind, self.feeling, self.closeness)
        self.row = ChipRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def _choice(self, name: str, any_of: str, names: dict[str, str]) -> ChoiceField:
        made = ChoiceField()
        made.setAccessibleName(name)
        made.addItem(any_of, "")
        for each, words in names.items():
            made.addItem(words, each)
        calm(made)
        made.currentIndexChanged.connect(self.changed)
        return made

    def show_people(self, household: Household) -> None:
        """Offer these people; who was chosen and is still there stays chosen."""
        chosen = self.wanted().people
        for old in self.people.values():
            old.deleteLater()
        self.people = {p.id: chip(common.spoken_name(p)) for p in household.people}
        for person, made in self.people.items():
            made.setChecked(person in chosen)
            made.toggled.connect(self.changed)
        self.row.show_chips([*self.people.values(), *self.pathways.values()])

    def wanted(self) -> Wanted:
        kind, feeling, closeness = (choice.currentData() for choice in self.choices)
        return Wanted(
            people=frozenset(p for p, made in self.people.items() if made.isChecked()),
            pathways=frozenset(n for n, made in self.pathways.items() if made.isChecked()),
            kinds=frozenset({kind} - {""}),
            feelings=frozenset({feeling} - {""}),
            closeness=frozenset({int(closeness)} if closeness else ()),
        )

    def clear(self) -> None:
        for made in (*self.people.values(), *self.pathways.values()):
            made.setChecked(False)
        for choice in self.choices:
            choice.setCurrentIndex(0)
