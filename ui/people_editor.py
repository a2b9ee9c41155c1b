"""Who is in the family: a row for everybody, with name, role, and a child's birthday."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.model import Person, PersonId, Role
from planner.start import free_colour
from ui.birthday_field import BirthdayField
from ui.family_fields import Card, ChoiceField, PersonTag, button
from ui.labels import label
from ui.number_fields import calm
from ui.text import family as text
from ui.text.pronouns import PRONOUN_NAMES
from ui.theme import Theme

NAME_LENGTH = 60


class PersonRow(Card):
    """One person's fields. Tells of a change when a field is left, never while it is typed."""

    changed = Signal(object)  # Person
    removed = Signal(object)  # Person

    def __init__(self, person: Person, theme: Theme, today: date, *, with_called: bool) -> None:
        super().__init__(theme)
        self._person, self._today = person, today
        self._tag = PersonTag(person, theme, bare=True)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setPlaceholderText(text.NAME)
        self.role = ChoiceField()
        for role, words in text.ROLE_NAMES.items():
            self.role.addItem(words, role)
        calm(self.role)
        self.birthday = BirthdayField(today)
        self.age = label("", theme.ink_2)
        self.age.setWordWrap(False)
        self.pronoun = ChoiceField()
        for pronoun, words in PRONOUN_NAMES.items():
            self.pronoun.addItem(words, pronoun)
        calm(self.pronoun)
        self.called = QLineEdit()
        self.called.setMaxLength(NAME_LENGTH)
        self.called.setPlaceholderText(text.CALLED_HINT)
        self.remove = button(text.REMOVE_SIGN, "quiet")
        self._build(theme, with_called=with_called)
        self.show_person(person, again=True)
        self._connect()

    def _build(self, theme: Theme, *, with_called: bool) -> None:
        child = QWidget()
        of_child = QHBoxLayout(child)
        of_child.setContentsMargins(0, 0, 0, 0)
        of_child.setSpacing(9)
        of_child.addWidget(self.birthday, 1)
        digits = self.fontMetrics().horizontalAdvance("00/00/00000") + 44
        self.birthday.setMinimumWidth(digits if with_called else 0)
        of_child.addWidget(self.age)
        of_child.addWidget(self.pronoun)
        self.pronoun.setVisible(with_called)
        self.age.setMinimumWidth(self.fontMetrics().horizontalAdvance(text.age_room()))
        for field in (self.name, self.role, self.called, self.pronoun):
            field.setMinimumHeight(self.birthday.sizeHint().height())
        self._more = QStackedWidget()
        self._more.addWidget(child)
        grown = self.called if with_called else label(text.NO_BIRTHDAY, theme.ink_3)
        self._more.addWidget(grown)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._tag)
        row.addWidget(self.name, 3 if with_called else 5)
        row.addWidget(self.role)
        row.addWidget(self._more, 6 if with_called else 4)
        row.addWidget(self.remove)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._typed)
        self.name.editingFinished.connect(self._tell)
        self.name.returnPressed.connect(self.focusNextChild)
        self.called.editingFinished.connect(self._tell)
        self.called.returnPressed.connect(self.focusNextChild)
        self.role.activated.connect(self._settled)
        self.pronoun.activated.connect(self._settled)
        self.birthday.settled.connect(self._settled)
        self.birthday.changed.connect(self._typed)
        self.remove.clicked.connect(lambda: self.removed.emit(self.value()))

    def value(self) -> Person:
        """The person as the fields say it; the name may be empty, a birthday in the future."""
        role: Role = self.role.currentData()
        return replace(
            self._person,
            name=self.name.text().strip(),
            role=role,
            birthday=self.birthday.birthday() if role == "child" else self._person.birthday,
            called=self.called.text().strip(),
            pronoun=self.pronoun.currentData(),
        )

    def show_person(self, person: Person, *, again: bool = False) -> None:
        """Show this person; what is being typed stays while the person is the same."""
        if person == self._person and not again:
            return
        self._person = person
        self.name.setText(person.name)
        self.name.setCursorPosition(0)
        self.called.setText(person.called)
        self.pronoun.setCurrentIndex(self.pronoun.findData(person.pronoun))
        self.role.setCurrentIndex(self.role.findData(person.role))
        self.birthday.show_birthday(person.birthday)
        self._typed()

    def show_today(self, today: date) -> None:
        if today != self._today:
            self._today = today
            self._typed()

    def _settled(self) -> None:
        self._typed()
        self._tell()

    def _typed(self) -> None:
        person = self.value()
        self._tag.show_person(person)
        self._more.setCurrentIndex(0 if person.role == "child" else 1)
        self.age.setText(text.age(person.birthday, self._today))
        for field, words in (
            (self.name, text.NAME),
            (self.role, text.ROLE),
            (self.birthday, text.BIRTHDAY),
            (self.pronoun, text.PRONOUN),
            (self.called, text.CALLED),
        ):
            field.setAccessibleName(text.of_person(words, person.name))
        self.remove.setAccessibleName(text.remove_person(person.name))
        self.remove.setToolTip(text.remove_person(person.name))

    def _tell(self) -> None:
        person = self.value()
        if person != self._person or (person.role == "child" and self.birthday.unclear):
            self.changed.emit(person)

    def keep(self, person: Person) -> None:
        """Take this value as told."""
        self._person = person

    def forget_told(self) -> None:
        """This person is not kept anywhere yet."""
        self._person = replace(self._person, name="")


class PeopleEditor(QWidget):
    """Rows for the family and buttons for more. A row is told of once it has a name."""

    person_changed = Signal(object)  # Person
    person_removed = Signal(object)  # Person

    def __init__(
        self, theme: Theme, new_id: Callable[[], str], today: date, *, with_called: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._new_id, self._today = theme, new_id, today
        self._with_called = with_called
        self._shown: frozenset[PersonId] = frozenset()
        self.rows: dict[PersonId, PersonRow] = {}
        self.hint = label("", theme.ink, bold=True)
        self.hint.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add_child, self.add_grown_up = self._more_buttons()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_child)
        buttons.addWidget(self.add_grown_up)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addLayout(buttons)
        column.addWidget(self.hint)

    def _more_buttons(self) -> tuple[QPushButton, QPushButton]:
        child, grown_up = button(text.ADD_CHILD), button(text.ADD_GROWN_UP)
        child.clicked.connect(lambda: self.add("child"))
        grown_up.clicked.connect(lambda: self.add("grown-up"))
        return child, grown_up

    def people(self) -> tuple[Person, ...]:
        """Everybody as the rows say it, rows without a name included."""
        return tuple(row.value() for row in self.rows.values())

    def show_people(self, people: tuple[Person, ...], today: date) -> None:
        """Show these people; rows nobody has named yet stay at the end."""
        self._today = today
        ids = frozenset(p.id for p in people)
        for gone in self._shown - ids:
            self.drop(gone)
        for row in self.rows.values():
            row.show_today(today)
        for person in people:
            if person.id in self.rows:
                self.rows[person.id].show_person(person)
            else:
                self._add_row(person)
        for person_id in self.rows.keys() - ids:  # what was typed there is told again
            self.rows[person_id].forget_told()
        self._shown = ids
        order = [p.id for p in people if p.id in self.rows]
        for n, person_id in enumerate(order):
            self._list.insertWidget(n, self.rows[person_id])

    def add(self, role: Role, *, take_focus: bool = True) -> None:
        """An empty row at the end, ready for a name."""
        person = Person(
            id=PersonId(self._new_id()), name="", role=role, colour=free_colour(self.people())
        )
        row = self._add_row(person)
        if take_focus:
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, person: Person) -> PersonRow:
        row = PersonRow(person, self._theme, self._today, with_called=self._with_called)
        row.changed.connect(self._changed)
        row.removed.connect(self._removed)
        self.rows[person.id] = row
        self._list.addWidget(row)
        return row

    def drop(self, person_id: PersonId) -> None:
        """Take a row away; the next one's name gets the focus if the row had it."""
        row = self.rows.pop(person_id, None)
        if row is None:
            return
        if row.isAncestorOf(self.focusWidget() or self):
            rest = tuple(self.rows.values())
            (rest[-1].name if rest else self.add_child).setFocus()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def say(self, words: str) -> None:
        """Show one sentence below the rows, or none."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.hint, QAccessible.Event.Alert))

    def _changed(self, person: Person) -> None:
        wrong = fault(person, self._today, self.rows[person.id].birthday.unclear)
        self.say(wrong)
        if not wrong:
            self.rows[person.id].keep(person)
            self.person_changed.emit(person)

    def _removed(self, person: Person) -> None:
        self.say("")
        if person.id in self._shown:
            self.person_removed.emit(person)
        else:
            self.drop(person.id)


def fault(person: Person, today: date, unclear: str = "") -> str:
    """One sentence about what keeps this person from being kept; nothing if all is well.

    `unclear` is what stands in the birthday field and names no day.
    """
    if not person.name:
        return text.NAME_MISSING
    if person.role == "child" and unclear:
        return text.no_such_day(unclear)
    if person.role == "child" and person.birthday and person.birthday > today:
        return text.born_later(person.name)
    return ""
