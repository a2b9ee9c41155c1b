"""The page of activities: search, chips and cards, the chosen one in full beside them, and the form to write one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from activities.model import Activity, Catalogue
from activities.search import Index, index
from planner.model import Household
from planner.own_activities import copy_of, fresh_id
from planner.shared_activities import Fault
from ui.activity_choice import NO_PAST, SHELVES, found, on_shelf, past_of
from ui.activity_editor import ActivityEditor
from ui.activity_faults import FaultList
from ui.activity_filters import FilterBar
from ui.activity_grid import CardGrid, NothingFound
from ui.activity_panel import ActivityPanel
from ui.labels import recolour
from ui.side_panel import SidePanel
from ui.text import activities, activity_editor
from ui.theme import Theme

TYPING, MOVING = 120, 40
"""Milliseconds without a key before the panel follows: it takes longer to build than cards to paint."""


class ActivitiesPage(QWidget):
    """Shows the activities of the library and of the family. `catalogue` gives them when first needed.

    Search, filters, the chosen activity and an open form stay as they are while other pages are shown.
    """

    add_requested = Signal(object)  # Activity
    blocked_toggled = Signal(str, bool)  # id of the activity, whether it is blocked from now on
    activity_saved = Signal(object)  # own Activity, new or changed
    archive_toggled = Signal(object, bool)  # own Activity, whether it is put away from now on
    export_requested = Signal(object)  # tuple of own Activity
    import_requested = Signal()
    print_requested = Signal(object)  # Activity, as a sheet or as cards to cut out

    def __init__(self, theme: Theme, catalogue: Callable[[], Catalogue]) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._household = Household()
        self._today = date.min
        self._index: Index = index(())
        self._theme = theme
        self._books: Catalogue | None = None
        self._editor: ActivityEditor | None = None
        self._faults: FaultList | None = None
        self._past = NO_PAST
        self._picked: str | None = None
        self.chosen: Activity | None = None
        self.filters = FilterBar(theme)
        self.grid = CardGrid(theme)
        self.nothing = NothingFound()
        self.results = QStackedWidget()
        self.results.addWidget(self.grid)
        self.results.addWidget(self.nothing)
        self.panel = ActivityPanel(theme)
        self.side = SidePanel(theme)
        self.side.addWidget(self.panel)
        self._pause = QTimer(self, singleShot=True, interval=TYPING)
        self._build()
        self._join()
        self.set_theme(theme)

    def _build(self) -> None:
        # Cells of the grid carry half a gap on every side, and its scroll bar the rest.
        cards = QVBoxLayout()
        cards.setContentsMargins(14, 0, 4, 0)
        cards.addWidget(self.results)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addWidget(self.filters)
        left.addLayout(cards, 1)
        self._shelves = QWidget()
        row = QHBoxLayout(self._shelves)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._shelves)

    def _join(self) -> None:
        self.filters.changed.connect(self._search)
        self.filters.search.results_requested.connect(self._enter_results)
        self.grid.activity_chosen.connect(self._choose)
        self.grid.add_requested.connect(self.add_requested)
        self.grid.search_requested.connect(self.focus_search)
        self.grid.clear_requested.connect(self.filters.search.clear)
        self.nothing.show_all.clicked.connect(self._show_all)
        self.panel.add_requested.connect(self.add_requested)
        self.panel.blocked_toggled.connect(self.blocked_toggled)
        self.panel.archive_toggled.connect(self.archive_toggled)
        self.panel.export_requested.connect(lambda a: self.export_requested.emit((a,)))
        self.panel.print_requested.connect(self.print_requested)
        self.panel.edit_requested.connect(self.edit)
        self.panel.copy_requested.connect(self.edit_copy)
        self.filters.new.clicked.connect(self.write_new)
        self.filters.more.import_file.triggered.connect(self.import_requested)
        self.filters.more.export_all.triggered.connect(
            lambda: self.export_requested.emit(self._household.own)
        )
        self.filters.shelf_changed.connect(self._show_shelf)
        self._pause.timeout.connect(self._show_panel)
        for keys in (QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")):
            QShortcut(keys, self, self.focus_search)

    # what is shown

    def show_household(self, household: Household, today: date) -> None:
        """Show what this family may do, and when it last did it."""
        books = self._catalogue()
        before = self._household
        is_same = household.weeks is before.weeks and household.rituals is before.rituals
        weeks_changed = not is_same or today != self._today
        if books is self._books and household is self._household and today == self._today:
            return
        self._household, self._today = household, today
        if weeks_changed:
            self._past = past_of(household, today)
        self.filters.show_children(household, today)
        if books is not self._books:
            self._books = books
            filled = frozenset(shelf for shelf in SHELVES if on_shelf(books, shelf))
            blocked = self.filters.blockSignals(True)
            self.filters.show_shelves(filled, own=any(a.own for a in books.published))
            self.filters.blockSignals(blocked)
            self.filters.more.export_all.setEnabled(bool(household.own))
            self._show_shelf()
        else:
            self._search()
        self._show_panel()

    def _show_shelf(self) -> None:
        """Show the activities that may be shown, or those that stand apart on the open shelf."""
        assert self._books is not None
        shown = on_shelf(self._books, self.filters.shelf)
        self._index = index(shown)
        self.grid.show_library(shown)
        self._search()
        self._show_panel()

    def _search(self) -> None:
        """Show what fits; what was picked stays chosen, else the first. The panel follows in a pause."""
        shown = found(self._index, self.filters.choice, self._past)
        self.grid.show_activities(shown, self._done)
        self.filters.show_count(len(shown), len(self._index.activities))
        self.chosen = self.grid.choose(self._picked)
        self.results.setCurrentWidget(self.grid if shown else self.nothing)
        self._pause.start(TYPING)

    def _done(self, activity: Activity) -> tuple[str, ...]:
        """What a card says of the last time, the longest words first."""
        if activity.id in self._household.wishes.blocked:
            return (activities.NEVER_SUGGESTED,)
        entry = self._past.last.get(activity.id)
        if entry is None:
            return ()
        days = (self._today - entry.day).days
        return activities.done_with(self._household, entry, days), activities.ago(days)

    def _choose(self, activity: Activity) -> None:
        self.chosen, self._picked = activity, activity.id
        self._pause.start(MOVING)

    def _show_panel(self) -> None:
        self._pause.stop()
        if self.chosen is None:
            self.panel.show_nothing()
        else:
            last = self._past.last.get(self.chosen.id)
            self.panel.show_activity(self.chosen, last, self._household, self._today)

    # writing

    @property
    def editor(self) -> ActivityEditor:
        """The form, made when it is first needed."""
        if self._editor is None:
            self._editor = ActivityEditor(self._theme)
            self._editor.saved.connect(self._saved)
            self._editor.cancelled.connect(self.close_form)
            self._stack.addWidget(self._editor)
        return self._editor

    @property
    def is_writing(self) -> bool:
        """Whether the form is open."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    def write_new(self) -> None:
        """Open an empty form."""
        self._open_form(None, new=True)

    def edit(self, activity: Activity) -> None:
        """Open the form over one of the family's own."""
        self._open_form(activity, new=False)

    def edit_copy(self, activity: Activity) -> None:
        """Open the form over a copy, which is the family's own once it is saved."""
        title = activity_editor.copied_title(activity.title)
        copy = copy_of(activity, title, self._taken)
        self._open_form(copy, new=True, copied=activity.title)

    def _open_form(self, activity: Activity | None, *, new: bool, copied: str = "") -> None:
        self._stack.setCurrentWidget(self.editor)
        self.editor.show_activity(activity, new=new, copy_of=copied)

    @property
    def _taken(self) -> frozenset[str]:
        return frozenset(self._books.activities) if self._books else frozenset()

    def _saved(self, activity: Activity, new: bool) -> None:  # noqa: FBT001
        if new:
            activity = replace(activity, id=fresh_id(activity.title, self._taken))
        self._picked = activity.id
        self.activity_saved.emit(activity)

    def close_form(self) -> None:
        """Leave form or list of faults; the cards are as they were."""
        self._stack.setCurrentWidget(self._shelves)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_faults(self, file: str, faults: tuple[Fault, ...]) -> None:
        """Say why nothing was taken from a file."""
        if self._faults is None:
            self._faults = FaultList(self._theme)
            self._faults.closed.connect(self.close_form)
            self._stack.addWidget(self._faults)
        self._faults.show_faults(file, faults)
        self._stack.setCurrentWidget(self._faults)

    def show_activity(self, activity_id: str) -> None:
        """Choose this activity, whatever was searched for before."""
        self._picked = activity_id
        self._search()
        if self.chosen is None or self.chosen.id != activity_id:
            self.filters.clear_all()
        self._show_panel()

    # keys

    def focus_search(self) -> None:
        """Go to the search box; what stands there is marked, so that typing replaces it."""
        if self._stack.currentWidget() is not self._shelves:
            return
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _enter_results(self) -> None:
        if self.chosen is not None:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_panel()

    def _show_all(self) -> None:
        self.filters.clear_all()
        self.focus_search()

    # looks

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self.nothing.title, theme.ink)
        recolour(self.nothing.hint, theme.ink_2)
        self.side.theme = theme
        self.side.update()
        for part in (self.filters, self.grid, self.panel):
            part.set_theme(theme)
        for form in (self._editor, self._faults):
            if form is not None:
                form.set_theme(theme)
        self._show_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self)
