"""The journal: every moment the family kept, newest first, found again while one types."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activities.model import PATHWAYS
from planner import journal
from planner.model import Entry, Household, PersonId
from ui.choices import ChipRow, chip
from ui.column import Column
from ui.journal_card import JournalCard
from ui.labels import label, recolour
from ui.text import common
from ui.text import journal as text
from ui.text.reflect import HELPED_NAMES
from ui.theme import Theme, text_font

PAGE = 12
"""So many moments are shown at first: more than fit, few enough to be laid out between two key presses."""
MORE = 24
"""So many more with each "Show more"."""


class Item(QWidget):
    """A card, with the month above it where the month changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.month = label("", theme.ink_2, bold=True)
        self.card = JournalCard(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.month)
        column.addWidget(self.card)
        self.month.setContentsMargins(2, 8, 0, 0)
        self.month.setWordWrap(False)

    def show_entry(self, entry: Entry, month: str, household: Household) -> None:
        self.month.setText(month)
        self.month.setVisible(bool(month))
        self.card.show_entry(entry, household)


class JournalPage(QWidget):
    """Asks to edit, delete or show what it lists. Search and filters stay while the page is away."""

    reflect_requested = Signal(object)  # Entry
    unreflect_requested = Signal(object)  # Entry
    entry_shown = Signal(object)  # Entry

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household: Household | None = None
        self._kept: tuple[journal.Kept, ...] = ()
        self._found: tuple[Entry, ...] = ()
        self._room = PAGE
        self._pool: list[Item] = []
        self._people: dict[PersonId, QAbstractButton] = {}
        self.title = QLabel(text.TITLE)
        self.count = QLabel()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(text.SEARCH_HINT)
        self.search.setAccessibleName(text.SEARCH)
        self.search.textChanged.connect(self._start_over)
        self.search.installEventFilter(self)
        self.filters = ChipRow()
        self.pathways = {name: chip(common.PATHWAY_NAMES[name]) for name in PATHWAYS}
        for made in self.pathways.values():
            made.toggled.connect(self._start_over)
        self.area = Column()
        self.more = QPushButton(text.SHOW_MORE)
        self.more.clicked.connect(self._show_more)
        self.clear = QPushButton(text.CLEAR)
        self.clear.clicked.connect(self._clear)
        self._nothing, self._hint = QLabel(), QLabel()
        self._arrange()
        for keys in (QKeySequence("Ctrl+F"), QKeySequence("/")):
            found = QShortcut(keys, self)
            found.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            found.activated.connect(self._to_search)
        self.set_theme(theme)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(8)
        self.title.setFont(text_font(1.5, bold=True))
        self.count.setFont(text_font(1.5))
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 0, 20, 10)
        bar.setSpacing(9)
        self.search.setMaximumWidth(44 * self.fontMetrics().averageCharWidth() + 120)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addStretch(0)
        bar.addLayout(line)
        bar.addWidget(self.filters)
        self._nothing.setFont(text_font(1.1, bold=True))
        for words in (self._nothing, self._hint):
            words.setWordWrap(True)
            self.area.body.addWidget(words)
        for button in (self.clear, self.more):
            self.area.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.area.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    # what is shown

    def show_household(self, household: Household, _today: date) -> None:
        """Show all that this household kept; the search and the filters stay as they are."""
        if self._household is household:
            return
        known = self._household
        self._household = household
        if known is None or known.people != household.people:
            self._show_people(household)
            for item in self._pool:
                item.card.entry = None
        if known is None or known.people != household.people or known.weeks is not household.weeks:
            self._kept = journal.index(household, HELPED_NAMES)
        self._refresh()

    def _show_people(self, household: Household) -> None:
        chosen = self._chosen_people()
        for old in self._people.values():
            old.deleteLater()
        self._people = {p.id: chip(common.spoken_name(p)) for p in household.people}
        for person, made in self._people.items():
            made.setChecked(person in chosen)
            made.toggled.connect(self._start_over)
        self.filters.show_chips([*self._people.values(), *self.pathways.values()])

    def _chosen_people(self) -> frozenset[PersonId]:
        return frozenset(person for person, made in self._people.items() if made.isChecked())

    def _start_over(self) -> None:
        """Begin at the newest again: something else is looked for."""
        self._room = PAGE
        self.area.verticalScrollBar().setValue(0)
        self._refresh()

    def _refresh(self) -> None:
        self._found = journal.find(
            self._kept,
            self.search.text(),
            people=self._chosen_people(),
            pathways=frozenset(n for n, made in self.pathways.items() if made.isChecked()),
        )
        self._show_found()

    def _show_found(self) -> None:
        household, total = self._household, len(self._kept)
        assert household is not None
        shown = self._found[: self._room]
        self.count.setText(text.found(len(self._found), total) if total else "")
        month = ""
        for n, entry in enumerate(shown):
            name = text.month(entry.day)
            self._item(n).show_entry(entry, "" if name == month else name, household)
            self._item(n).show()
            month = name
        for item in self._pool[len(shown) :]:
            item.hide()
        nothing = not shown
        self._nothing.setText(text.NOTHING_FOUND if total else text.NOTHING_KEPT)
        self._hint.setText(text.NOTHING_FOUND_HINT if total else text.NOTHING_KEPT_HINT)
        self._nothing.setVisible(nothing)
        self._hint.setVisible(nothing)
        self.clear.setVisible(nothing and total > 0)
        self.more.setVisible(len(self._found) > self._room)
        self.search.setVisible(total > 0)
        self.filters.setVisible(total > 0)

    def _item(self, n: int) -> Item:
        """The nth card, made when it is first needed and used again after."""
        while len(self._pool) <= n:
            item = Item(self._theme)
            card = item.card
            card.edit_asked.connect(self.reflect_requested)
            card.delete_asked.connect(self._delete)
            card.week_asked.connect(self.entry_shown)
            card.installEventFilter(self)
            self.area.body.insertWidget(2 + len(self._pool), item)
            self._pool.append(item)
        return self._pool[n]

    @property
    def cards(self) -> list[JournalCard]:
        """The cards that are shown, from the top."""
        return [item.card for item in self._pool if not item.isHidden()]

    def _show_more(self) -> None:
        first_new = self._room
        self._room += MORE
        self._show_found()
        self._pool[first_new].card.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        for made in (*self._people.values(), *self.pathways.values()):
            made.setChecked(False)
        self.search.clear()
        self.search.setFocus()

    def _delete(self, entry: Entry) -> None:
        """Ask for it; the card that takes its place keeps the focus."""
        at = next((n for n, card in enumerate(self.cards) if card.entry is entry), 0)
        self.unreflect_requested.emit(entry)
        if self.cards:
            self.cards[min(at, len(self.cards) - 1)].setFocus()

    # keys

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
            by = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
            if by and (isinstance(watched, JournalCard) or watched is self.search):
                self._walk(watched, by)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, by: int) -> None:
        """Down from the search into the cards, up and down among them, and up again to the search."""
        stops: list[QWidget] = [self.search, *self.cards]
        at = next(n for n, stop in enumerate(stops) if stop is watched)
        target = stops[max(0, min(at + by, len(stops) - 1))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(target, JournalCard):
            self.area.reveal(target)

    # looks

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self.title, theme.ink)
        recolour(self.count, theme.ink_2)
        recolour(self._nothing, theme.ink)
        recolour(self._hint, theme.ink_2)
        for item in self._pool:
            recolour(item.month, theme.ink_2)
            item.card.set_theme(theme)
