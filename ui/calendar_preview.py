"""What is in a calendar file before it is taken in: its name, who it is for, what comes next, what is wrong."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.calendars.model import CalendarEvent
from planner.model import Household, Person, PersonId
from ui.column import Column
from ui.family_fields import PersonTag, Tick
from ui.flow import FlowLayout
from ui.labels import label
from ui.text import calendars as text
from ui.theme import Theme

COMING = 6
"""Events that are shown of what comes next."""
NAME_LENGTH = 80


class Answers(NamedTuple):
    """What a family says of a calendar: its name, whose it is, and whether whole days take their time."""

    name: str
    people: tuple[PersonId, ...]
    whole_days: bool = False


class PersonTick(QWidget):
    """A person's initial in their colour, and a tick with the name."""

    def __init__(self, person: Person, theme: Theme, *, ticked: bool) -> None:
        super().__init__()
        self.tick = Tick(person.name, theme)
        self.tick.setChecked(ticked)
        self.tick.setAccessibleName(person.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(9)
        row.addWidget(PersonTag(person, theme, bare=True))
        row.addWidget(self.tick)


class CalendarPreview(Column):
    """Fields for a calendar and what is known of its file. `answers()` says what was chosen."""

    changed = Signal()

    def __init__(self, household: Household, answers: Answers, theme: Theme) -> None:
        super().__init__(wide=True)
        self._theme = theme
        self.name = QLineEdit(answers.name)
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setAccessibleName(text.NAME)
        self.people = {
            p.id: PersonTick(p, theme, ticked=p.id in answers.people) for p in household.people
        }
        self.whole_days = Tick(text.WHOLE_DAYS, theme)
        self.whole_days.setChecked(answers.whole_days)
        self.coming: list[QLabel] = []
        self.faults: list[QLabel] = []
        self._head(text.NAME)
        self.body.addWidget(self.name)
        self._head(text.WHO)
        crowd = QWidget()
        flow = FlowLayout(crowd, gap=6)
        for person in self.people.values():
            flow.addWidget(person)
            person.tick.toggled.connect(self.changed)
        self.body.addWidget(crowd)
        self.body.addSpacing(6)
        self.body.addWidget(self.whole_days, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label(text.WHOLE_DAYS_HINT, theme.ink_2, 0.95))
        inside = self.widget()
        assert inside is not None
        inside.setContentsMargins(-20, 0, 0, 0)  # the window around it has margins of its own
        self._rest = QVBoxLayout()
        self._rest.setSpacing(4)
        self.body.addLayout(self._rest)
        self.body.addStretch(1)
        self.name.textChanged.connect(self.changed)

    def _head(self, words: str) -> None:
        self.body.addSpacing(4)
        self.body.addWidget(label(words, self._theme.ink, bold=True))

    def answers(self) -> Answers:
        people = tuple(i for i, person in self.people.items() if person.tick.isChecked())
        return Answers(self.name.text().strip(), people, self.whole_days.isChecked())

    def show_coming(self, events: tuple[CalendarEvent, ...], today: date) -> None:
        """Show the next events from today on."""
        coming = sorted((e for e in events if e.last >= today), key=lambda e: (e.first, e.start))
        lines = [text.event(e) for e in coming[:COMING]] or [text.NOTHING_COMING]
        self.coming = self._lines(text.COMING, lines)

    def show_faults(self, faults: tuple[str, ...]) -> None:
        """Show what could not be read; nothing is said where all could."""
        if faults:
            self.faults = self._lines(text.PROBLEMS, faults)

    def _lines(self, heading: str, lines: list[str] | tuple[str, ...]) -> list[QLabel]:
        self._rest.addSpacing(10)
        self._rest.addWidget(label(heading, self._theme.ink, bold=True))
        made = [label(line, self._theme.ink_2) for line in lines]
        for line in made:
            self._rest.addWidget(line)
        return made
