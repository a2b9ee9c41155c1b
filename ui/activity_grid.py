"""The library as cards in columns: only those in sight are painted, so thousands are as quick as ten."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activities.model import Activity
from ui.activity_cards import CardPainter, Cards, Index
from ui.text import activities as text
from ui.theme import Theme, text_font

LEAST_WIDTH = 250
LEAST_LETTERS = 26
"""A column is at least as wide as these pixels and as this many average letters."""


class CardGrid(QListView):
    """The cards in columns. Arrows move, Enter asks to add, Up from the first row leads back to the search."""

    activity_chosen = Signal(object)  # Activity
    add_requested = Signal(object)  # Activity
    search_requested = Signal()
    clear_requested = Signal()
    drag_begun = Signal(object)  # Activity, taken in the hand to be put on the week

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cards = Cards()
        self.painter_of_cards = CardPainter(self.cards, theme)
        self._library: tuple[Activity, ...] = ()
        self.columns = 1
        self.setModel(self.cards)
        self.setItemDelegate(self.painter_of_cards)
        self.setAccessibleName(text.RESULTS)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_library(self, library: tuple[Activity, ...]) -> None:
        """All there is: its longest texts decide how tall the cards are, whatever is found."""
        self._library = library
        self._fit()

    def show_activities(
        self, shown: tuple[Activity, ...], done: Callable[[Activity], tuple[str, ...]]
    ) -> None:
        """Show these from the top. `done` gives what to say of the last time, the longest first."""
        self.cards.show_activities(shown, done)

    def choose(self, activity_id: str | None) -> Activity | None:
        """Mark this activity's card, else the first; gives the activity that is marked now."""
        shown = self.cards.shown
        if not shown:
            return None
        row = next((n for n, each in enumerate(shown) if each.id == activity_id), 0)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.cards.index(row))
        self.blockSignals(blocked)
        return shown[row]

    def set_theme(self, theme: Theme) -> None:
        self.painter_of_cards.theme = theme
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.activity_chosen.emit(self.cards.shown[current.row()])

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier
    ) -> QModelIndex:
        moves = QAbstractItemView.CursorAction
        row, last = self.currentIndex().row(), len(self.cards.shown) - 1
        page = self.columns * max(1, self.viewport().height() // self.gridSize().height())
        targets = {
            moves.MoveLeft: row - 1,
            moves.MovePrevious: row - 1,
            moves.MoveRight: row + 1,
            moves.MoveNext: row + 1,
            moves.MoveUp: row - self.columns,
            moves.MoveDown: row + self.columns,
            moves.MovePageUp: row - page,
            moves.MovePageDown: row + page,
            moves.MoveHome: 0,
            moves.MoveEnd: last,
        }
        return self.cards.index(max(0, min(targets[action], last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self.add_requested.emit(self.cards.shown[row])
        elif event.key() == Qt.Key.Key_Up and row < self.columns:
            self.search_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear_requested.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self.drag_begun.emit(self.cards.shown[row])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.painter_of_cards.set_fonts()
            self._fit()

    def _fit(self) -> None:
        """As many columns as are wide enough to read, and cards of the height they need there."""
        letter = QFontMetricsF(text_font()).averageCharWidth()
        least = max(LEAST_WIDTH, LEAST_LETTERS * letter)
        width = self.viewport().width() - 1  # a line that is filled to the last pixel breaks
        self.columns = max(1, int(width / least))
        cell = self.painter_of_cards.fit(width // self.columns, self._library)
        self.setGridSize(cell)
        self.verticalScrollBar().setSingleStep(cell.height() // 3)


class NothingFound(QWidget):
    """Stands in for the cards when nothing fits, and offers the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel(text.NOTHING_FOUND)
        self.title.setFont(text_font(1.1, bold=True))
        self.hint = QLabel(text.NOTHING_FOUND_HINT)
        self.show_all = QPushButton(text.SHOW_ALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 20, 20, 20)
        column.setSpacing(8)
        for words in (self.title, self.hint):
            words.setWordWrap(True)
            column.addWidget(words)
        column.addSpacing(4)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
