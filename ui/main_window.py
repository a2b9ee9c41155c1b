"""The window: pages, shortcuts, messages. The only place that applies what the family asks for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from activities.model import Catalogue
from planner import actions, balance
from planner.actions import Action
from planner.dates import week_start
from planner.model import HAPPENED, Entry, EntryId, Household, Outcome
from planner.session import Session
from planner.storage import StorageError
from ui.notice import Notice
from ui.sidebar import Sidebar
from ui.text import actions as action_text
from ui.text import window as text
from ui.theme import Theme
from ui.toast import Toast
from ui.week_page import WeekPage

SPOKEN_OF = frozenset({"remove", "keep", "not-this-week", "else", "hard", "done", "unreflect"})
"""Steps that are followed by a line at the foot of the window with a way back."""


class MainWindow(QMainWindow):
    """Shows the session's household and applies every wish to it.

    `clock` tells local time, `new_id` gives an id nobody has yet, `catalogue` the library when it
    is first needed.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        *,
        catalogue: Callable[[], Catalogue],
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        first_weekday: int = 0,
    ) -> None:
        super().__init__()
        self.session = session
        self.theme = theme
        self.catalogue = catalogue
        self._clock = clock
        self._new_id = new_id
        self._first_weekday = first_weekday
        self.first = week_start(clock().date(), first_weekday)
        self.sidebar = Sidebar(theme)
        self.pages = QStackedWidget()
        self.week = WeekPage(theme, catalogue)
        self.pages.addWidget(self.week)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._right = right
        right.addWidget(self.pages, 1)
        row.addLayout(right, 1)
        self.setCentralWidget(body)
        self.notice: Notice | None = None
        self.toast = Toast(body, theme)
        self.toast.asked.connect(self.undo)
        self._join_week()
        self._set_shortcuts()
        session.subscribe(self._changed)
        self._minute = QTimer(self, interval=20_000)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        self.show_page("week")

    # what is shown

    def show_page(self, page: str) -> None:
        self.sidebar.show_page(page)
        self.setWindowTitle(text.title(text.PAGE_NAMES[page]))
        self._show()

    def _show(self) -> None:
        household, now = self.session.household, self._clock()
        self.week.show_week(household, self.first, now)
        undo, redo = self.session.undoable, self.session.redoable
        self.week.header.show_undo(
            action_text.phrase(undo) if undo else None, action_text.phrase(redo) if redo else None
        )
        times = balance.one_to_one_times(self.week.week_entries, household)
        self.sidebar.one_to_one.show_times(household, times)

    def show_day(self, day: date) -> None:
        """Turn to the week of this day."""
        self.first = week_start(day, self._first_weekday)
        self._show()

    def tick(self) -> None:
        """Let the minutes pass: the line of now, and at midnight another today."""
        now = self._clock()
        if now.date() != self.week.grid.now.date():
            self._show()
        else:
            self.week.grid.move_now_line(now)

    def show_notice(self, words: str) -> None:
        """Show a sentence above the pages until it is closed."""
        if self.notice is None:
            self.notice = Notice(self.theme)
            self._right.insertWidget(0, self.notice)
        self.notice.show_words(words)

    # what is done

    def do(self, action: Action) -> bool:
        """Apply an action; where the disk refuses, say so and change nothing."""
        try:
            self.session.apply(action)
        except StorageError as error:
            self.toast.show_words(text.not_saved(str(error)))
            return False
        if action.code in SPOKEN_OF:
            self.toast.show_words(action_text.sentence(action), text.UNDO)
        return True

    def undo(self) -> None:
        self._step_through(self.session.undo, self.session.undoable)

    def redo(self) -> None:
        self._step_through(self.session.redo, self.session.redoable)

    def _step_through(self, step: Callable[[], None], action: Action | None) -> None:
        if action is None:
            return
        if action.day is not None:
            self.first = week_start(action.day, self._first_weekday)
        try:
            step()
        except StorageError as error:
            self.toast.show_words(text.not_saved(str(error)))
            return
        self.toast.hide()

    def _changed(self, _before: Household, _after: Household) -> None:
        self._show()

    def toggle_done(self, entry: Entry) -> None:
        outcome: Outcome = "planned" if entry.outcome in HAPPENED else "done"
        self.do(actions.set_outcome(entry, outcome))

    def add(self, entry: Entry) -> None:
        placed = replace(entry, id=EntryId(self._new_id()))
        if self.do(actions.add_entry(placed)):
            self.first = week_start(placed.day, self._first_weekday)
            self._show()
            self.week.choose(placed.id, take_focus=True)

    # joins

    def _join_week(self) -> None:
        header, grid, panel = self.week.header, self.week.grid, self.week.panel
        header.previous_requested.connect(lambda: self.turn(-1))
        header.next_requested.connect(lambda: self.turn(1))
        header.today_requested.connect(lambda: self.show_day(self._clock().date()))
        header.undo_requested.connect(self.undo)
        header.redo_requested.connect(self.redo)
        grid.entry_moved.connect(lambda e, d, s: self.do(actions.move_entry(e, day=d, start=s)))
        grid.entry_copied.connect(
            lambda e, d, s: self.add(replace(e, day=d, start=s, outcome="planned", reflection=None))
        )
        grid.entry_resized.connect(
            lambda e, s, m: self.do(actions.resize_entry(e, start=s, minutes=m))
        )
        for part in (grid, panel):
            part.done_toggled.connect(self.toggle_done)
        grid.entry_removed.connect(lambda e: self.do(actions.remove_entry(e)))
        panel.removed.connect(lambda e: self.do(actions.remove_entry(e)))
        panel.outcome_chosen.connect(lambda e, o: self.do(actions.set_outcome(e, o)))
        grid.menu_requested.connect(lambda _e, at: self.week.panel.menu().popup(at))
        self.week.entry_added.connect(self.add)
        self.week.entry_changed.connect(lambda b, a: self.do(actions.change_entry(b, a)))

    def turn(self, weeks: int) -> None:
        """Show an earlier or later week."""
        self.show_day(self.first + timedelta(days=7 * weeks))

    def _set_shortcuts(self) -> None:
        for keys, step in (
            ("Ctrl+T", lambda: self.show_day(self._clock().date())),
            ("Home", lambda: self.show_day(self._clock().date())),
            ("PgUp", lambda: self.turn(-1)),
            ("Alt+Left", lambda: self.turn(-1)),
            ("PgDown", lambda: self.turn(1)),
            ("Alt+Right", lambda: self.turn(1)),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+0", lambda: self.week.grid.set_zoom(1.0)),
            ("Ctrl+N", self._new_entry),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(step)

    def _new_entry(self) -> None:
        """Begin a new entry after the chosen one, or at the next whole hour of a day in this week."""
        chosen, now = self.week.chosen, self._clock()
        if chosen is not None:
            day, start = chosen.day, min(chosen.end, 23 * 60)
        else:
            day = min(max(now.date(), self.first), self.first + timedelta(days=6))
            start = min((now.hour + 1) * 60, 23 * 60)
        self.week.draft(day, start, 30)

    # looks

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.sidebar, self.week, self.toast):
            part.set_theme(theme)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit_window(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._minute.stop()
        super().closeEvent(event)
