"""One day of the week: a container for its cards, named after the day for those who hear the week."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.entry_card import EntryCard
from ui.theme import Theme


class DayColumn(QWidget):
    """One day's cards. They are kept and shown again; only more cards than ever make a new one."""

    card_pressed = Signal(object)  # Entry, by a screen reader: mouse and keys belong to the grid
    card_ticked = Signal(object)  # Entry

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._grid, self._theme = parent, theme
        # The mouse belongs to the grid: a card that is hidden under a press would lose the drag.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pool: list[EntryCard] = []
        self.cards: tuple[EntryCard, ...] = ()
        self.taken: tuple[tuple[int, int], ...] = ()
        """From where to where each card stands, in pixels from the top; the upper ones first."""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._pool:
            card.set_theme(theme)

    def set_fonts(self) -> None:
        for card in self._pool:
            card.set_fonts()

    def take_cards(self, count: int) -> tuple[EntryCard, ...]:
        """Exactly `count` cards; the others are hidden."""
        while len(self._pool) < count:
            card = EntryCard(self, self._theme)
            card.clicked.connect(lambda _=False, c=card: self.card_pressed.emit(c.entry))
            card.ticked.connect(lambda c=card: self.card_ticked.emit(c.entry))
            self._pool.append(card)
        for card in self._pool[count:]:
            if card.hasFocus():  # else it would go to the panel for a moment, and be told so
                self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            card.hide()
        self.cards = tuple(self._pool[:count])
        return self.cards
