"""Activities that are never suggested, each with a way back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from activities.model import Catalogue
from ui.column import clear
from ui.family_fields import Card, button
from ui.labels import label
from ui.text import family as text
from ui.theme import Theme


class BlockedList(Card):
    """Activities that are never suggested, each with a way back."""

    unblocked = Signal(str)  # activity id

    def __init__(self, theme: Theme, catalogue: Callable[[], Catalogue]) -> None:
        super().__init__(theme)
        self._catalogue = catalogue
        self._shown: frozenset[str] | None = None
        self.lines: dict[str, QWidget] = {}

    def show_blocked(self, blocked: frozenset[str]) -> None:
        """Show these by title; the library is only read when there are any."""
        if blocked == self._shown:
            return
        self._shown = blocked
        clear(self.column)
        self.lines = {}
        if not blocked:
            self.column.addWidget(label(text.NEVER_NONE, self._theme.ink_2))
            return
        for title, activity_id in sorted((self._title(a), a) for a in blocked):
            self.column.addWidget(self._line(title, activity_id))

    def _title(self, activity_id: str) -> str:
        activity = self._catalogue().get(activity_id)
        return activity.title if activity else text.GONE_ACTIVITY

    def _line(self, title: str, activity_id: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(title, self._theme.ink), 1)
        again = button(text.SUGGEST_AGAIN)
        again.setAccessibleName(text.suggest_again(title))
        again.clicked.connect(lambda: self.unblocked.emit(activity_id))
        row.addWidget(again)
        self.lines[activity_id] = again
        return line
