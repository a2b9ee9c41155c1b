"""The journal: everything the family remembers, newest first, found again while one types."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner import remembered
from planner.model import Household, PersonId
from ui.choices import ChipRow, chip
from ui.column import Column
from ui.family_fields import button
from ui.journal_card import JournalCard
from ui.journal_filters import JournalFilters
from ui.labels import label, recolour
from ui.text import journal as text
from ui.text import remembered as words_of
from ui.text.month_page import open_page
from ui.theme import Theme, text_font

PAGE = 8
"""So many moments are shown at first: more than fit, few enough to be laid out between two key presses."""
MORE = 24
"""So many more with each "Show more"."""


class Item(QWidget):
    """A card, with a line above it where the month changes, or where it is of this day long ago."""

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

    def show_item(self, item: remembered.Item, head: str, household: Household) -> None:
        self.month.setText(head)
        self.month.setVisible(bool(head))
        self.card.show_item(item, household)


class JournalPage(QWidget):
    """Asks to edit, delete or show what it lists. Search and filters stay while the page is away."""

    edit_requested = Signal(object)  # Item
    delete_requested = Signal(object)  # Item
    entry_shown = Signal(object)  # Entry
    moment_requested = Signal()
    month_line_requested = Signal(object)  # Item
    month_requested = Signal(object)  # Person
    export_requested = Signal()
    retention_requested = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household: Household | None = None
        self._me: PersonId | None = None
        self._today = date.min
        self._kept: tuple[remembered.Item, ...] = ()
        self._found: tuple[remembered.Item, ...] = ()
        self._from_before: tuple[tuple[remembered.Ago, remembered.Item], ...] = ()
        self._room = PAGE
        self._pool: list[Item] = []
        self.title = QLabel(text.TITLE)
        self.count = QLabel()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(text.SEARCH_HINT)
        self.search.setAccessibleName(text.SEARCH)
        self.search.textChanged.connect(self._start_over)
        self.search.installEventFilter(self)
        self.filters = JournalFilters(theme)
        self.filters.changed.connect(self._start_over)
        self.retention = button(text.HOW_LONG, "quiet")
        self.export, self.moment = button(text.EXPORT), button(text.KEEP_MOMENT, "primary")
        self.retention.clicked.connect(self.retention_requested)
        self.export.clicked.connect(self.export_requested)
        self.moment.clicked.connect(self.moment_requested)
        self.area = Column()
        self.months = ChipRow()
        self.area.body.addWidget(self.months)
        self.more = QPushButton(text.SHOW_MORE)
        self.more.clicked.connect(self._show_more)
        self.clear = QPushButton(text.CLEAR)
        self.clear.clicked.connect(self._clear)
        self._nothing, self._hint = QLabel(), QLabel()
        self._arrange()
        self._add_shortcuts()
        self.set_theme(theme)

    def _add_shortcuts(self) -> None:
        for keys in (QKeySequence("Ctrl+F"), QKeySequence("/")):
            found = QShortcut(keys, self)
            found.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            found.activated.connect(self._to_search)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(8)
        self.title.setFont(text_font(1.5, bold=True))
        self.count.setFont(text_font(1.5))
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        for made in (self.export, self.moment):
            head.addWidget(made)
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 0, 20, 10)
        bar.setSpacing(9)
        self.search.setMaximumWidth(44 * self.fontMetrics().averageCharWidth() + 120)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.search, 1)
        for choice in self.filters.choices:
            line.addWidget(choice)
        line.addStretch(0)
        bar.addLayout(line)
        bar.addWidget(self.filters)
        self._nothing.setFont(text_font(1.1, bold=True))
        for words in (self._nothing, self._hint):
            words.setWordWrap(True)
            self.area.body.addWidget(words)
        for made in (self.clear, self.more, self.retention):
            self.area.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.area.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    # what is shown

    def show_household(self, household: Household, today: date, me: PersonId | None = None) -> None:
        """Show all that `me` may read; the search and the filters stay as they are."""
        if self._household is household and (self._today, self._me) == (today, me):
            return
        known, self._household = self._household, household
        self._today, self._me = today, me
        before = self._kept
        if known is None or known.people != household.people:
            before = ()
            self.filters.show_people(household)
            self._show_children(household)
            for item in self._pool:
                item.card.item = None
        self._kept = remembered.index(
            household, me, lambda v: words_of.searched(v, household), before
        )
        self._refresh()

    def _show_children(self, household: Household) -> None:
        made = [chip(open_page(child), checkable=False) for child in household.children]
        for each, child in zip(made, household.children, strict=True):
            each.clicked.connect(lambda _=False, c=child: self.month_requested.emit(c))
        for old in self.months.chips:
            old.deleteLater()
        self.months.show_chips([*made])

    def _start_over(self) -> None:
        """Begin at the newest again: something else is looked for."""
        self._room = PAGE
        self.area.verticalScrollBar().setValue(0)
        self._refresh()

    def _refresh(self) -> None:
        wanted = self.filters.wanted()._replace(typed=self.search.text())
        self._found = remembered.find(self._kept, wanted)
        self._from_before = ()
        if wanted == remembered.Wanted():
            self._from_before = remembered.on_this_day(self._kept, self._today)
        self._show_found()

    def _lines(self) -> Iterator[tuple[str, remembered.Item]]:
        """What is shown with the line above each: this day long ago first, then by month."""
        for ago, item in self._from_before:
            yield words_of.ago(ago), item
        month = ""
        for item in self._found[: self._room]:
            name = text.month(item.day)
            yield ("" if name == month else name), item
            month = name

    def _show_found(self) -> None:
        household, total = self._household, len(self._kept)
        assert household is not None
        self.count.setText(text.found(len(self._found), total) if total else "")
        lines = tuple(self._lines())
        for n, (head, item) in enumerate(lines):
            self._item(n).show_item(item, head, household)
            self._item(n).show()
        for unused in self._pool[len(lines) :]:
            unused.hide()
        self._nothing.setText(text.NOTHING_FOUND if total else text.NOTHING_KEPT)
        self._hint.setText(text.NOTHING_FOUND_HINT if total else text.NOTHING_KEPT_HINT)
        self._nothing.setVisible(not lines)
        self._hint.setVisible(not lines)
        self.clear.setVisible(not lines and total > 0)
        self.more.setVisible(len(self._found) > self._room)
        for part in (self.search, self.filters, *self.filters.choices, self.export, self.retention):
            part.setVisible(total > 0)

    def _item(self, n: int) -> Item:
        """The nth card, made when it is first needed and used again after."""
        while len(self._pool) <= n:
            item = Item(self._theme)
            card = item.card
            card.edit_asked.connect(self.edit_requested)
            card.delete_asked.connect(self._delete)
            card.week_asked.connect(self.entry_shown)
            card.month_asked.connect(self.month_line_requested)
            card.installEventFilter(self)
            self.area.body.insertWidget(3 + len(self._pool), item)
            self._pool.append(item)
        return self._pool[n]

    @property
    def cards(self) -> list[JournalCard]:
        """The cards that are shown, from the top."""
        return [item.card for item in self._pool if not item.isHidden()]

    def _show_more(self) -> None:
        first_new = self._room + len(self._from_before)
        self._room += MORE
        self._show_found()
        self._pool[first_new].card.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self.filters.clear()
        self.search.clear()
        self.search.setFocus()

    def _delete(self, item: remembered.Item) -> None:
        """Ask for it; the card that takes its place keeps the focus."""
        at = next((n for n, card in enumerate(self.cards) if card.item is item), 0)
        self.delete_requested.emit(item)
        if self.cards:
            self.cards[min(at, len(self.cards) - 1)].setFocus()

    # keys

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self.escaped.emit()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

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
