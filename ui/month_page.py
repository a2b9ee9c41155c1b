"""The whole month: six weeks, every entry readable, to look ahead and to move things by whole days."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from planner.model import Entry, Household
from planner.months import days_shown, months_later
from planner.week import entries_between
from planner.whole_days import whole_days
from ui import icons
from ui.family_fields import button
from ui.habits import first_weekday
from ui.labels import recolour
from ui.month_grid import MonthGrid
from ui.resting import Rest
from ui.text import going as text
from ui.text import week as week_text
from ui.theme import Theme, text_font

TURNING = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home}
"""Keys that turn the week elsewhere and the month here."""


class MonthPage(QWidget):
    """Shows the month of the chosen day. What is asked of entries is told by its `grid`."""

    week_requested = Signal(object)  # date

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household = Household()
        self.chosen = self.today = date.min
        self.title = QLabel()
        self.title.setFont(text_font(1.5, bold=True))
        self.previous, self.next = self._turner(-1), self._turner(1)
        self.now = button(text.TODAY)
        self.now.clicked.connect(lambda: self.choose(self.today))
        self.back = button(text.BACK_TO_WEEK)
        self.back.clicked.connect(lambda: self.week_requested.emit(self.chosen))
        self.grid = MonthGrid(theme)
        self.grid.day_chosen.connect(self.choose)
        self.grid.day_opened.connect(self.week_requested)
        self.grid.more_requested.connect(self._show_more)
        months = (self.previous, self.previous.click), (self.next, self.next.click)
        self.rest = Rest(self, *months)
        self.grid.drag_moved.connect(self.rest.follow)
        self.grid.drag_left.connect(self.rest.leave)
        self.setAcceptDrops(True)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 6)
        head.setSpacing(8)
        for part in (self.title, self.previous, self.now, self.next):
            head.addWidget(part)
        head.insertSpacing(1, 6)
        head.addStretch(1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.set_theme(theme)

    def _turner(self, months: int) -> QPushButton:
        made = button("", "quiet")
        name = text.NEXT_MONTH if months > 0 else text.PREVIOUS_MONTH
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(lambda: self.choose(months_later(self.chosen, months)))
        return made

    def show_household(self, household: Household, now: datetime) -> None:
        """Show the entries of the month as the household has them now."""
        self._household, self.today = household, now.date()
        if self.chosen == date.min:
            self.chosen = self.today
        self._show()

    def choose(self, day: date) -> None:
        """Show the month of this day, with the day chosen."""
        if day != self.chosen:
            self.chosen = day
            self._show()

    def _show(self) -> None:
        days = days_shown(self.chosen, first_weekday())
        timed = entries_between(self._household, days[0], len(days))
        whole = whole_days(self._household, days[0], len(days))
        entries = (*whole, *(e for e in timed if not e.all_day))
        self.title.setText(text.month_and_year(self.chosen))
        self.grid.show_month(self._household, self.chosen, self.today, entries)
        self.grid.place()

    def _show_more(self, entries: tuple[Entry, ...], at: QPoint) -> None:
        """All entries of a day in a menu; the one picked is opened."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in entries:
            words = f"{week_text.hours(entry)}  {entry.title}"
            line = menu.addAction(words.replace("&", "&&"))
            line.triggered.connect(lambda _=False, e=entry: self.grid.entry_opened.emit(e))
        menu.popup(at)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.rest.follow(self.mapToGlobal(event.position().toPoint()))
        event.ignore()  # it may rest on a button, but not be let go here

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.rest.leave()

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.grid.theme = self.grid.ghost.theme = theme
        recolour(self.title, theme.ink)
        self.previous.setIcon(icons.icon("previous", theme.ink_2))
        self.next.setIcon(icons.icon("next", theme.ink_2))
        for box in self.grid.boxes:
            box.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            turning = event.key() in TURNING and not event.modifiers()
            if turning:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.week_requested.emit(self.chosen)
        elif event.key() in TURNING:
            self.grid.keyPressEvent(event)
        else:
            super().keyPressEvent(event)
