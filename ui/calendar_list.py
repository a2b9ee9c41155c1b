"""The calendars a family has taken in, each in a line with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.calendars.model import Calendar, CalendarId
from planner.model import Household
from ui.family_fields import Card, button
from ui.labels import label
from ui.text import calendars as text
from ui.text import common
from ui.theme import Theme


class CalendarLine(Card):
    """One calendar in words."""

    wished = Signal(str, object)  # `refresh`, `edit` or `remove`; Calendar

    def __init__(self, calendar: Calendar, household: Household, theme: Theme) -> None:
        super().__init__(theme)
        title = common.SEPARATOR.join((calendar.name, text.who(household, calendar)))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, theme.ink, bold=True))
        words.addWidget(label(text.facts(calendar), theme.ink_2))
        if unsure := text.unsure(calendar):
            words.addWidget(label(unsure, theme.ink))
        self.refresh, self.edit = button(text.REFRESH), button(common.EDIT)
        self.remove = button(text.REMOVE, "quiet")
        row = QHBoxLayout()
        row.addLayout(words, 1)
        for part, name, wish in (
            (self.refresh, text.refresh(calendar), "refresh"),
            (self.edit, text.edit(calendar), "edit"),
            (self.remove, text.remove(calendar), "remove"),
        ):
            part.setAccessibleName(name)
            part.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish, calendar))
            row.addWidget(part)
        self.column.addLayout(row)


class CalendarList(QWidget):
    """Shows a household's calendars and asks for what is wished."""

    wished = Signal(str, object)  # `add`, `refresh`, `edit` or `remove`; Calendar, None to add one

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.lines: dict[CalendarId, CalendarLine] = {}
        self._none = label(text.NONE_YET, theme.ink_2)
        self.add: QPushButton = button(text.ADD)
        self.add.clicked.connect(lambda: self.wished.emit("add", None))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_household(self, household: Household) -> None:
        """Show these calendars; nothing is drawn anew while nothing has changed."""
        shown = household.calendars, household.people
        if shown == self._shown:
            return
        self._shown = shown
        inside = self.window().focusWidget()
        had_focus = any(
            inside is not None and line.isAncestorOf(inside) for line in self.lines.values()
        )
        for line in self.lines.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for calendar in household.calendars:
            line = CalendarLine(calendar, household, self._theme)
            line.wished.connect(self.wished)
            self.lines[calendar.id] = line
            self._list.addWidget(line)
        self._none.setVisible(not self.lines)
        if had_focus:
            self.add.setFocus()
