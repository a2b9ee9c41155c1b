"""The entries a sentence stands on: exactly these, and the way back to the sentence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.findings import Finding
from planner.model import Entry, Household
from planner.remembered import item_of
from ui.column import Column, clear
from ui.family_fields import button
from ui.journal_card import JournalCard
from ui.labels import label
from ui.text import journal as journal_text
from ui.text import look_back as text
from ui.theme import Theme

PAGE = 24


class FindingList(QWidget):
    """The counted entries first, then the others the sentence compares them with; the newest on top."""

    back_requested = Signal()
    entry_shown = Signal(object)  # Entry

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household = Household()
        self._finding: Finding | None = None
        self._room = PAGE
        self.cards: list[JournalCard] = []
        self.back = button(text.BACK)
        self.back.clicked.connect(self.back_requested)
        self.more: QPushButton | None = None
        self.area = Column()
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 20, 10)
        head.addWidget(self.back)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.area, 1)

    def show_finding(self, finding: Finding, words: str, household: Household) -> None:
        """Show what these words stand on."""
        self._finding, self._words, self._household = finding, words, household
        self._room = PAGE
        self._fill()
        self.back.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        finding, theme = self._finding, self._theme
        if finding is None:
            return
        clear(self.area.body)
        self.cards, self.more = [], None
        self.area.body.addWidget(label(self._words, theme.ink, 1.15, bold=True))
        room = self._room
        for heading, entries in (
            ("", finding.counted),
            (text.others(len(finding.others)), finding.others),
        ):
            shown = entries[::-1][:room]
            if shown and heading:
                self.area.body.addWidget(label(heading, theme.ink_2, bold=True))
            for entry in shown:
                self._add(entry)
            room -= len(shown)
        if len(finding.counted) + len(finding.others) > self._room:
            self.more = button(journal_text.SHOW_MORE)
            self.more.clicked.connect(self._show_more)
            self.area.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.area.body.addStretch(1)

    def _add(self, entry: Entry) -> None:
        card = JournalCard(self._theme)
        card.show_item(item_of(entry), self._household)
        card.edit.hide()
        card.delete.hide()
        card.month.hide()
        card.week_asked.connect(self.entry_shown)
        self.cards.append(card)
        self.area.body.addWidget(card)

    def _show_more(self) -> None:
        first_new = len(self.cards)
        self._room += PAGE
        self._fill()
        self.cards[first_new].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()
