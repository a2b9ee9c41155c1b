"""Everybody's shifts: a line for each rota, and a form in its place to add or change one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from planner.model import Household, Rota
from ui.form_list import FormList, LineCard
from ui.rota_form import RotaForm, new_rota
from ui.text import family as family_text
from ui.text import rota as text
from ui.theme import Theme


class RotaEditor(FormList):
    """The household's rotas, each in a line."""

    rota_changed = Signal(object, str)  # Rota, whose
    rota_removed = Signal(object, str)

    def __init__(self, theme: Theme, new_id: Callable[[], str]) -> None:
        super().__init__(theme, text.NONE, text.ADD)
        self._theme, self._new_id = theme, new_id
        self._household, self._today = Household(), date.min
        self.add.clicked.connect(self._begin)

    def show_household(self, household: Household, today: date) -> None:
        """Show these rotas; a form that is open stays open."""
        before = self._household.rotas, self._household.people, self._today
        self._household, self._today = household, today
        self.add.setEnabled(bool(household.people))
        if before != (household.rotas, household.people, today):
            self.show_lines({rota.id: self._line(rota) for rota in household.rotas})

    def _line(self, rota: Rota) -> LineCard:
        household, name = self._household, text.name_of(rota, self._household)
        words = text.heading(rota, household), text.hours_line(rota), text.coming(rota, self._today)
        line = LineCard(words, family_text.of_person(text.TITLE, name), self._theme)
        line.edit_requested.connect(lambda: self.open_form(rota))
        line.removed.connect(lambda: self.rota_removed.emit(rota, name))
        return line

    def _begin(self) -> None:
        self.open_form(new_rota(self._new_id(), self._household, self._today))

    def open_form(self, rota: Rota) -> None:
        """Show the fields for this rota below the lines, or in place of its own."""
        form = RotaForm(rota, self._household, self._today, self._theme)
        self.show_form(form, rota.id, self._keep)

    def _keep(self, rota: Rota) -> None:
        self.rota_changed.emit(rota, text.name_of(rota, self._household))
