"""Coming back: reaches, repairs and the children's dictionaries, for grown-ups alone."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.model import Household, PersonId
from ui.choices import ChipRow, chip
from ui.dictionary_view import DictionaryView
from ui.labels import label, recolour
from ui.reach_view import ReachView
from ui.reading import ReadingColumn
from ui.text import coming_back as text
from ui.text import help as help_text
from ui.text import thread as thread_text
from ui.text.pronouns import reached
from ui.theme import Theme
from ui.thread_view import ThreadView


class ComingBackPage(QWidget):
    """Three views of which one is shown. Esc, then Esc again, shows an empty week."""

    notice_requested = Signal()
    mend_requested = Signal()
    left_quickly = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._last: tuple[Household, datetime, PersonId | None] | None = None
        self.view = "reaches"
        self.reaches, self.mending = ReachView(theme), ThreadView(theme)
        self.dictionary = DictionaryView(theme)
        self.views: dict[str, ReachView | ThreadView | DictionaryView] = {
            "reaches": self.reaches,
            "mending": self.mending,
            "dictionary": self.dictionary,
        }
        self.names = [
            label(text.AREA, theme.ink_2, 0.92, bold=True),
            label(text.TITLE, theme.ink, 1.5, bold=True),
        ]
        self.notice = self._button("", "primary", self.notice_requested)
        self.mend = self._button(thread_text.MEND, "", self.mend_requested)
        self.leave = self._button(help_text.LEAVE, "", self.left_quickly)
        self.leave.setToolTip(help_text.LEAVE_HINT)
        self.chips = {name: chip(words) for name, words in text.VIEWS.items()}
        for name, made in self.chips.items():
            made.clicked.connect(lambda _=False, n=name: self.show_view(n))
        self.area = ReadingColumn(theme, text.TITLE)
        for view in self.views.values():
            self.area.body.addWidget(view)
        self.area.body.addStretch(1)
        self._arrange()
        self.show_view("reaches")

    def _button(self, words: str, kind: str, signal: object) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("kind", kind)
        made.setAccessibleName(words)
        made.clicked.connect(signal)
        return made

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        for name in self.names:
            names.addWidget(name)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 9)
        head.setSpacing(8)
        head.addLayout(names, 1)
        for button in (self.leave, self.mend, self.notice):
            head.addWidget(button)
        row = ChipRow()
        row.setAccessibleName(text.VIEWS_NAME)
        row.show_chips(list(self.chips.values()))
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 0, 20, 10)
        bar.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    def show_view(self, name: str) -> None:
        """Turn to `reaches`, `mending` or `dictionary`."""
        self.view = name
        for other, made in self.chips.items():
            made.setChecked(other == name)
            self.views[other].setVisible(other == name)
        self._shown = ()
        self._show()

    def show_household(self, household: Household, now: datetime, me: PersonId | None) -> None:
        """Show what `me` may read; nothing is made anew while nothing has changed."""
        words = reached(household)
        self.notice.setText(words)
        self.notice.setAccessibleName(words)
        self.notice.setVisible(bool(words))
        self._last = (household, now, me)
        self._show()

    def _show(self) -> None:
        if self._last is None:
            return
        household, now, me = self._last
        shown = (household, now.date(), me, self._theme.dark, self.view)
        if shown != self._shown:
            self._shown = shown
            self.views[self.view].show_household(household, now, me)

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.area.theme = theme
        for name, colour in zip(self.names, (theme.ink_2, theme.ink), strict=True):
            recolour(name, colour)
        for view in self.views.values():
            view.set_theme(theme)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
