"""The second step of the first run: a card of times for everybody, and the family's moments."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import start
from planner.model import Household, Person, PersonId
from ui.family_fields import PersonTag
from ui.labels import label
from ui.moments_editor import MomentsEditor
from ui.text import family as text
from ui.theme import Theme
from ui.times_editor import FreeTimes, UsualBusy, person_card


class FreeStep(QWidget):
    """Step 2: a card of times for everybody, and the moments the family has."""

    person_changed = Signal(object)  # Person
    busy_changed = Signal(object)  # Busy
    busy_removed = Signal(object)  # Busy
    moments_changed = Signal(object)  # tuple of Moment

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.free: dict[PersonId, FreeTimes] = {}
        self.usual: dict[PersonId, UsualBusy] = {}
        self.moments = MomentsEditor(theme)
        self.moments.moments_changed.connect(self.moments_changed)

    def show_household(self, household: Household, today: date) -> None:
        """Show everything anew."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not self.moments:
                old.hide()
                old.deleteLater()
        self.free, self.usual = {}, {}
        for person in household.people:
            self._add(person, household)
        self._column.addSpacing(12)
        self._column.addWidget(label(text.WHICH_MOMENTS, self._theme.ink, 1.3, bold=True))
        self._column.addWidget(label(text.WHICH_MOMENTS_HINT, self._theme.ink_2))
        self.moments.show_moments(household.moments, household.people, today)
        self._column.addWidget(self.moments)

    def _add(self, person: Person, household: Household) -> None:
        free = FreeTimes(person, self._theme, compact=True)
        free.person_changed.connect(self.person_changed)
        usual_id = start.usual_busy_id(person.id)
        own = next((b for b in household.busy if b.id == usual_id), None)
        guess = start.default_busy(person, school=text.SCHOOL_TITLE, work=text.WORK_TITLE)
        words = text.SCHOOL if person.role == "child" else text.WORK
        grown = person.role == "grown-up"
        usual = UsualBusy(own or guess, words, self._theme, person.name, with_days=grown)
        usual.show_ticked(ticked=own is not None)
        usual.busy_changed.connect(self.busy_changed)
        usual.busy_removed.connect(self.busy_removed)
        tag = PersonTag(person, self._theme)
        self._column.addWidget(person_card(self._theme, tag, free, usual))
        self.free[person.id], self.usual[person.id] = free, usual
