"""Everybody's shifts: a line for each rota, and a form in its place to add or change one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.model import BusyId, Household, Rota
from ui.family_fields import Card, button
from ui.labels import label
from ui.rota_form import RotaForm, new_rota
from ui.text import common
from ui.text import family as family_text
from ui.text import rota as text
from ui.theme import Theme


class RotaLine(Card):
    """One rota in words, to be changed or deleted."""

    edit_requested = Signal(object)  # Rota
    removed = Signal(object)  # Rota

    def __init__(self, rota: Rota, household: Household, today: date, theme: Theme) -> None:
        super().__init__(theme)
        name = text.name_of(rota, household)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(text.heading(rota, household), theme.ink, bold=True))
        words.addWidget(label(text.hours_line(rota), theme.ink_2))
        words.addWidget(label(text.coming(rota, today), theme.ink_2))
        self.edit, self.delete = button(common.EDIT), button(common.DELETE, "quiet")
        about = family_text.of_person(text.TITLE, name)
        self.edit.setAccessibleName(family_text.edit_what(about))
        self.delete.setAccessibleName(family_text.delete_what(about))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(rota))
        self.delete.clicked.connect(lambda: self.removed.emit(rota))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)


class RotaEditor(QWidget):
    """The household's rotas, each in a line."""

    rota_changed = Signal(object, str)  # Rota, whose
    rota_removed = Signal(object, str)
    form_opened = Signal()

    def __init__(self, theme: Theme, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._new_id = theme, new_id
        self._household, self._today = Household(), date.min
        self.lines: dict[BusyId, RotaLine] = {}
        self.form: RotaForm | None = None
        self._refused = False
        self._none = label(text.NONE, theme.ink_2)
        self.add = button(text.ADD)
        self.add.clicked.connect(self._begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_household(self, household: Household, today: date) -> None:
        """Show these rotas; a form that is open stays open."""
        before, was, self._household, self._today = (
            self._household,
            self._today,
            household,
            today,
        )
        self.add.setEnabled(bool(household.people))
        if (before.rotas, before.people, was) == (household.rotas, household.people, today):
            return
        for line in self.lines.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for rota in household.rotas:
            line = RotaLine(rota, household, today, self._theme)
            line.edit_requested.connect(self.open_form)
            line.removed.connect(self._remove)
            self.lines[rota.id] = line
            self._list.addWidget(line)
        self._none.setVisible(not household.rotas)

    def _begin(self) -> None:
        self.open_form(new_rota(self._new_id(), self._household, self._today))

    def open_form(self, rota: Rota) -> None:
        """Show the fields for this rota below the lines, or in place of its own."""
        self._close()
        self.form = RotaForm(rota, self._household, self._today, self._theme)
        self.form.saved.connect(self._saved)
        self.form.cancelled.connect(self._close)
        line = self.lines.get(rota.id)
        self._list.insertWidget(self._list.indexOf(line) if line else -1, self.form)
        if line:
            line.hide()
        self.add.hide()
        self.form.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_opened.emit()

    def _saved(self, rota: Rota) -> None:
        self._refused = False
        self.rota_changed.emit(rota, text.name_of(rota, self._household))
        if not self._refused:
            self._close()

    def _remove(self, rota: Rota) -> None:
        self.rota_removed.emit(rota, text.name_of(rota, self._household))

    def keep_open(self) -> None:
        """The rota could not be saved: leave the form as it was filled in."""
        self._refused = True

    def _close(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        self._list.removeWidget(form)
        form.hide()
        form.deleteLater()
        for line in self.lines.values():
            line.show()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
