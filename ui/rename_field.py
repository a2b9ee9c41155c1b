"""A card's title, written anew on the card itself: Enter keeps it, Esc leaves no trace."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from planner.model import Entry
from ui.entry_card import EntryCard
from ui.text import lane as text
from ui.theme import text_font

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid

LONGEST = 120


class RenameField(QLineEdit):
    """Lies over the upper line of a card."""

    def __init__(self, grid: "WeekGrid") -> None:
        super().__init__(grid)
        self._grid = grid
        self._entry: Entry | None = None
        self.setMaxLength(LONGEST)
        self.setFont(text_font(0.85, bold=True))
        self.setAccessibleName(text.NEW_NAME)

    def open_on(self, card: EntryCard) -> None:
        """Lie over this card, with its title ready to be typed over."""
        self._entry = card.entry
        self.setParent(card.window())
        at = card.mapTo(card.window(), QPoint(0, 0))
        height = self.sizeHint().height()
        self.setGeometry(
            at.x(), at.y(), max(card.width(), 10 * self.fontMetrics().height()), height
        )
        self.setText(card.entry.title)
        self.end(False)
        self.home(True)  # all of it chosen, and its beginning seen
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close(keep=True)

    def _close(self, *, keep: bool) -> None:
        entry, self._entry = self._entry, None
        if entry is None:
            return
        title = self.text().strip()
        self.hide()
        self._grid.take_focus()
        if keep and title and title != entry.title:
            self._grid.entry_changed.emit(entry, replace(entry, title=title))


def rename(grid: "WeekGrid", entry: Entry) -> None:
    """Let the title be written anew on this entry's card."""
    card = grid.card_of(entry.id)
    if card is not None:
        grid.name_field = grid.name_field or RenameField(grid)
        grid.name_field.open_on(card)
