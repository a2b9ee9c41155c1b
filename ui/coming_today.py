"""Above Today's list: the button for a reach, one question for each repair that is due, what is open."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.model import Household, PersonId
from planner.reaches import open_returns
from planner.threads import due_checks
from ui.column import LETTERS, clear
from ui.text import coming_back as text
from ui.text.pronouns import reached
from ui.theme import Theme, text_font
from ui.thread_view import CheckCard


class ComingToday(QWidget):
    """Shows nothing but the button on most days."""

    notice_requested = Signal()
    page_requested = Signal()
    answered = Signal(object, str, bool)  # Thread, Answer, whether to ask again

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self.checks: list[CheckCard] = []
        self.notice, self.open = QPushButton(), QPushButton()
        self.notice.clicked.connect(self.notice_requested)
        self.open.setProperty("kind", "quiet")
        self.open.clicked.connect(self.page_requested)
        row = QHBoxLayout()
        row.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        letters = QFontMetrics(text_font()).averageCharWidth()
        self.setMaximumWidth(max(760, LETTERS * letters) + 40)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 8)
        column.addLayout(row)
        column.addLayout(self._cards)

    def show_household(self, household: Household, now: datetime, me: PersonId | None) -> None:
        """Show what is due on the day of `now`; nothing is made anew while nothing has changed."""
        today = now.date()
        due, waiting = due_checks(household, today, me), len(open_returns(household, me))
        words = reached(household)
        shown = (due, waiting, household.people, self._theme.dark)
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(bool(words))
        open_words = text.open_today(waiting)
        for button, name in ((self.notice, words), (self.open, open_words)):
            button.setText(name)
            button.setAccessibleName(name)
        self.open.setVisible(bool(waiting))
        clear(self._cards)
        self.checks = [CheckCard(thread, household, self._theme) for thread in due]
        for card in self.checks:
            card.answered.connect(self.answered)
            self._cards.addWidget(card)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
