"""Settings: a title, a choice and a line of explanation for each. What is chosen holds at once."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.model import Household
from planner.preferences import Preferences
from ui.column import Card, Column, clear
from ui.family_fields import ChoiceField
from ui.labels import label, recolour
from ui.number_fields import calm
from ui.settings_rows import SECTIONS, Row
from ui.text import preferences as text
from ui.theme import Theme, text_font

FIELD_LETTERS = 26


class SettingsPage(QWidget):
    """Shows preferences; a choice is asked for and shown when it is shown again."""

    preference_chosen = Signal(str, object)  # name of the row, what it changes
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = Preferences()
        self._household = Household()
        self.fields: dict[str, ChoiceField] = {}
        self.title = QLabel(text.TITLE)
        self.title.setFont(text_font(1.5, bold=True))
        self.back = QPushButton(text.BACK)
        self.back.clicked.connect(self.back_requested)
        self.area = Column()
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self._build()

    def _build(self) -> None:
        recolour(self.title, self._theme.ink)
        body = self.area.body
        clear(body)
        body.addWidget(label(text.AT_ONCE, self._theme.ink_2))
        for heading, rows in SECTIONS:
            body.addSpacing(8)
            body.addWidget(label(heading, self._theme.ink, 1.25, bold=True))
            card = Card(self._theme)
            column = QVBoxLayout(card)
            column.setContentsMargins(16, 12, 12, 14)
            column.setSpacing(14)
            for row in rows:
                column.addLayout(self._line(row))
            body.addWidget(card)
        body.addStretch(1)
        self.show_preferences(self._preferences, self._household)

    def _line(self, row: Row) -> QHBoxLayout:
        field = ChoiceField()
        calm(field)
        field.setAccessibleName(row.title)
        field.setAccessibleDescription(row.explains)
        field.setMinimumWidth(FIELD_LETTERS * field.fontMetrics().averageCharWidth())
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.activated.connect(lambda n, r=row, f=field: self._chosen(r, f.itemData(n)))
        self.fields[row.name] = field
        words = QVBoxLayout()
        words.setSpacing(2)
        name = label(row.title, self._theme.ink, bold=True)
        name.setBuddy(field)
        words.addWidget(name)
        words.addWidget(label(row.explains, self._theme.ink_2, 0.95))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _chosen(self, row: Row, value: Any) -> None:
        if value != row.read(self._preferences):
            self.preference_chosen.emit(row.name, row.changes(self._preferences, value))

    def show_preferences(self, preferences: Preferences, household: Household) -> None:
        """Show what is chosen now; who is in the family decides who one can be."""
        self._preferences, self._household = preferences, household
        for _heading, rows in SECTIONS:
            for row in rows:
                field, value = self.fields[row.name], row.read(preferences)
                field.clear()
                for each, words in row.choices(household):
                    field.addItem(words, each)
                values = [each for each, _ in row.choices(household)]
                field.setCurrentIndex(values.index(value) if value in values else -1)

    def go_to(self, name: str, scrolled: int) -> None:
        """Put the focus on this row, in a page that was scrolled so far."""
        self.area.verticalScrollBar().setValue(scrolled)
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._build()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
