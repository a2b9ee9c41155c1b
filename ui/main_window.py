"""The window: pages, shortcuts, messages. The only place that applies what the family asks for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner import actions, balance
from planner.actions import Action
from planner.dates import week_start
from planner.model import HAPPENED, Entry, EntryId, Household, Outcome
from planner.own_activities import merging
from planner.preferences import Preferences, View, first_shown
from planner.session import Session
from planner.storage import ChangedElsewhereError, StorageError
from planner.store import Store
from planner.week import current, entries_between
from planner.whole_days import appeared
from ui.habits import first_weekday, take_habits
from ui.notice import Notice
from ui.shortcuts import press_focused, set_shortcuts
from ui.sidebar import Sidebar
from ui.text import actions as action_text
from ui.text import window as text
from ui.theme import Theme
from ui.week_hours import take_preferences
from ui.week_joins import join_week
from ui.week_page import WeekPage

if TYPE_CHECKING:  # made late, through `Parts`
    from activities.model import Catalogue
    from ui.carrying import Unkept
    from ui.filling import Filling
    from ui.page import Page
    from ui.reflect_sheet import ReflectSheet
    from ui.toast import Toast

USUAL = Preferences()

UNDER = {"data": "family", "settings": "family", "month": "week"}
"""Pages that are reached from another one."""

FRESH_EACH_TIME = frozenset({"first-run", "help"})
"""Pages that are not kept: the next visit finds nothing of the last one."""


class Parts(NamedTuple):
    """What the window makes only when it is first needed, so that the first week is painted sooner."""

    make_page: "Callable[[str, MainWindow], Page]"
    make_reflect_sheet: "Callable[[MainWindow], ReflectSheet]"
    make_filling: "Callable[[MainWindow], Filling]"
    print_week: "Callable[[MainWindow], None]"
    notice_reach: "Callable[[MainWindow], None]"
    join_late: "Callable[[MainWindow, bool], None]"
    lock: "Callable[[], None]"


class MainWindow(QMainWindow):
    """Shows the session's household and applies every wish to it.

    `clock` tells local time, `new_id` gives an id nobody has yet, `catalogue` the library when it
    is first needed; the window's own `catalogue` has the family's activities among the others.
    """

    painted = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        *,
        catalogue: "Callable[[], Catalogue]",
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        parts: "Parts",
        store: Store,
        preferences: Preferences = USUAL,
    ) -> None:
        super().__init__()
        self.parts = parts
        self.session = session
        self.store = store
        self.theme = theme
        self.catalogue = merging(catalogue, lambda: session.household)
        self.now = clock
        self.new_id = new_id
        self.preferences = preferences
        take_habits(preferences)
        self.opening = first_shown(preferences, clock())
        self.first = week_start(self.opening.week or clock().date(), first_weekday())
        self._late = False
        self._unkept: Unkept | None = None
        self._outgrown: set[str] = set()
        self._build()
        set_shortcuts(self)
        session.subscribe(self._changed)
        self._minute = QTimer(self, interval=20_000)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        self.setMinimumSize(640, 480)
        self.show_page("week" if session.household.people else "first-run")

    def _build(self) -> None:
        """Make the parts that are shown from the start; the others follow when they are needed."""
        theme = self.theme
        self.sidebar = Sidebar(theme)
        self.pages = QStackedWidget()
        self.week = WeekPage(theme, self.catalogue)
        self.pages.addWidget(self.week)
        self._opened: dict[str, Page] = {}
        self._filling: Filling | None = None
        self._sheet: ReflectSheet | None = None
        self.body = body = QWidget()
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
        self._toast: Toast | None = None
        join_week(self)
        take_preferences(self.week.grid, self.preferences)
        self.week.grid.set_zoom(self.opening.zoom)
        self.week.opening_top = self.opening.top

    def rebuild(self) -> None:
        """Make every part new, in the sizes and habits of now; what nobody has kept yet goes along."""
        from ui import carrying  # noqa: PLC0415

        self.opening = self.view()
        words = self.notice.words if self.notice and self.notice.isVisibleTo(self.body) else ""
        held = carrying.unkept(self.week, self._opened, self._filling, self._unkept)
        self._unkept = held
        self._build()
        self.sidebar.fit_window(self.width())
        if words:
            self.show_notice(words)
        self._outgrown = {*held.pages}
        self._opened |= carrying.pages_of(self, held)
        self.show_page(self.page)
        if self._late:
            self.parts.join_late(self, False)

    def join_late(self) -> None:
        """Join what the first week on the screen did not have to wait for."""
        self._late = True
        self.parts.join_late(self, True)

    # what is shown

    def show_page(self, page: str) -> None:
        """Turn to a page; it is made when it is first opened."""
        self.page = page
        first_run = page == "first-run"
        self.sidebar.setVisible(not first_run)
        if UNDER.get(page, page) in self.sidebar.buttons:
            self.sidebar.show_page(UNDER.get(page, page))
        self.setWindowTitle(text.title(page))
        if page in self._outgrown and not self._opened[page].holds():
            self._let_go(page)
        if page != "week" and page not in self._opened:
            self._opened[page] = self.parts.make_page(page, self)
            self.pages.addWidget(self._opened[page].widget)
        self._show()
        self.pages.setCurrentWidget(self.week if page == "week" else self._opened[page].widget)
        for passing in FRESH_EACH_TIME & self._opened.keys() - {page}:
            self._let_go(passing)

    def _let_go(self, page: str) -> None:
        self._outgrown.discard(page)
        widget = self._opened.pop(page).widget
        self.pages.removeWidget(widget)
        widget.deleteLater()

    def _show(self) -> None:
        """Bring what is on the screen up to date; pages out of sight wait until they are opened."""
        household, now = self.session.household, self.now()
        if self.page != "week":
            self._opened[self.page].show(household, now)
        else:
            self.week.show_week(household, self.first, now)
            self._go_on()
            undo, redo = self.session.undoable, self.session.redoable
            self.week.header.show_undo(
                action_text.phrase(undo) if undo else None,
                action_text.phrase(redo) if redo else None,
            )
        entries = entries_between(household, self.first)
        times = balance.one_to_one_times(entries, household)
        self.sidebar.one_to_one.show_times(household, times)

    def _go_on(self) -> None:
        """Where the window was made anew: what nobody had kept stands in the new one, too."""
        if self._unkept is not None:
            from ui.carrying import put_back  # noqa: PLC0415

            held, self._unkept = self._unkept, None
            put_back(self, held)

    def view(self) -> View:
        """Which part of which week was on the screen last."""
        if self.week.first == date.min:  # it was not since it was made
            return self.opening._replace(week=self.first)
        return self.week.view()

    def show_entry(self, entry: Entry) -> None:
        """Turn to the week of this entry, with the entry chosen."""
        self.show_page("week")
        self.show_day(entry.day)
        self.week.choose(entry.id, take_focus=True)
        self.week.scroll_to(entry)

    def show_day(self, day: date) -> None:
        """Turn to the week of this day."""
        self.first = week_start(day, first_weekday())
        self._show()

    def tick(self) -> None:
        """Let the minutes pass: the line of now, at midnight another today, and another week where it ended."""
        now, before = self.now(), self.week.grid.now.date()
        if now.date() == before and self.page != "today":
            self.week.grid.pass_time(now)
            return
        if self.first == week_start(before, first_weekday()) and not self.week.is_held:
            self.first = week_start(now.date(), first_weekday())
        self._show()

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
            self.refuse(error)
            return False
        if action_text.is_spoken_of(action):
            self.toast.show_words(action_text.sentence(action), text.UNDO)
        return True

    def undo(self) -> None:
        if action := self.session.undoable:
            self._step_through(self.session.undo, action.was or action.day)

    def redo(self) -> None:
        if action := self.session.redoable:
            self._step_through(self.session.redo, action.day)

    def _step_through(self, step: Callable[[], None], day: date | None) -> None:
        before = self.session.household
        try:
            step()
        except StorageError as error:
            self.refuse(error)
            return
        if day is not None and not appeared(before, self.session.household, self.first):
            self.show_day(day)
        if self._toast is not None:
            self._toast.hide()

    @property
    def toast(self) -> "Toast":
        """The line at the foot of the window, made when there is first something to say."""
        if self._toast is None:
            from ui.toast import Toast  # noqa: PLC0415

            self._toast = Toast(self.body, self.theme)
            self._toast.asked.connect(self.undo)
        return self._toast

    def refuse(self, error: StorageError) -> None:
        """Say in one sentence why nothing was saved and what to do; it stays if it asks for a restart."""
        words = text.refused(error)
        if isinstance(error, ChangedElsewhereError):
            self.show_notice(words)
            words = text.SEE_ABOVE
        self.toast.show_words(words)

    def _changed(self, _before: Household, _after: Household) -> None:
        self._show()

    def toggle_done(self, entry: Entry) -> None:
        outcome: Outcome = "planned" if entry.outcome in HAPPENED else "done"
        self.do(actions.set_outcome(entry, outcome))

    def held(self, entry: Entry) -> Entry:
        """The entry as the household has it now."""
        return current(self.session.household, entry)

    def add(self, entry: Entry, *, turn: bool = True) -> None:
        """Put a new entry into its week, and turn to it."""
        placed = replace(entry, id=EntryId(self.new_id()), ritual=None, original=None)
        if not self.do(actions.add_entry(placed)):
            self.week.keep_open()
        elif turn:
            self.first = week_start(placed.day, first_weekday())
            self._show()
            self.week.choose(placed.id, take_focus=True)

    def keep(self, suggestions: tuple[Entry, ...]) -> None:
        """Put suggestions into the week as one step."""
        if suggestions:
            placed = tuple(replace(e, id=EntryId(self.new_id())) for e in suggestions)
            self.do(actions.keep_suggestions(placed))

    def change(self, before: Entry, after: Entry, code: str = "change") -> None:
        """Put another version of an entry in its place."""
        if not self.do(actions.change_entry(before, after, code)):
            self.week.keep_open()

    def reflect(self, entry: Entry) -> None:
        """Ask how it was."""
        if self._sheet is None:
            self._sheet = self.parts.make_reflect_sheet(self)
        from planner.journal import own_words  # noqa: PLC0415  (late, as the sheet itself)

        words = own_words(self.session.household)
        self._sheet.open_for(self.held(entry), self.session.household, self.now(), words)

    @property
    def filling(self) -> "Filling":
        """Fill and its proposal, made when it is first asked."""
        if self._filling is None:
            self._filling = self.parts.make_filling(self)
            header = self.week.header
            header.discard_requested.connect(self._filling.discard)
            header.another_requested.connect(self._filling.ask_another)
            header.keep_requested.connect(self._filling.keep_all)
            self._filling.kept.connect(self.keep)
        return self._filling

    def fill(self) -> None:
        self.filling.ask(self.session.household, self.first, self.now())

    def turn(self, weeks: int) -> None:
        """Show an earlier or later week."""
        self.show_day(self.first + timedelta(days=7 * weeks))

    def set_theme(self, theme: Theme) -> None:
        """Give every part the colours of this theme."""
        self.theme = theme
        parts = [self.sidebar, self.week, self._toast, self.notice, self._filling, self._sheet]
        for part in (*parts, *self._opened.values()):
            if part is not None:
                part.set_theme(theme)
        self._show()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.week.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.fit_window(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        from ui.preferring import keep_view  # noqa: PLC0415  (late, as it is needed last)

        self._minute.stop()
        keep_view(self)
        super().closeEvent(event)
