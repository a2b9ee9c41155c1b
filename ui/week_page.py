"""The week's page: heading, balance, the scrolled grid, and the panel beside it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner import balance
from planner.drag import Slot
from planner.hard_times import is_hard
from planner.model import Entry, EntryId, Household
from planner.preferences import View
from planner.week import entries_between
from planner.whole_days import whole_days
from ui.day_names import DayNames
from ui.entry_panel import EntryPanel
from ui.grid_area import GridArea
from ui.side_panel import SidePanel
from ui.text.pronouns import reached
from ui.theme import Theme
from ui.week_grid import DRAFT, WeekGrid
from ui.week_header import BalanceStrip, WeekHeader
from ui.week_hours import scroll_at_first

if TYPE_CHECKING:  # imported when it is first needed: the first week is painted sooner
    from activities.model import Activity, Catalogue
    from ui.entry_form import EntryForm, Typed
    from ui.week_edges import Edges


class WeekPage(QWidget):
    """Shows one week of a household. Wishes come from its parts: `header`, `grid`, `panel`, `form`."""

    entry_added = Signal(object)  # Entry without an id
    entry_changed = Signal(object, object)  # Entry before, Entry after
    left_unsaved = Signal(object)  # Typed, what stood in the form
    week_shown = Signal()  # another week, or the same one after a change

    def __init__(self, theme: Theme, catalogue: "Callable[[], Catalogue]") -> None:
        super().__init__()
        self._theme = theme
        self._catalogue = catalogue
        self.household = Household()
        self.first = date.min
        self._entries: tuple[Entry, ...] = ()
        self._days: tuple[Entry, ...] = ()
        self.suggestions: tuple[Entry, ...] = ()
        self._editing: Entry | None = None
        self._slot: Slot | None = None
        self._refused = False
        self._form: EntryForm | None = None
        self._offered: tuple[Activity, ...] = ()
        self._scrolled = False
        self.opening_top: int | None = None
        """The minute at the upper edge at first; None for the hours the family is up."""
        self.header = WeekHeader(theme)
        self.balance = BalanceStrip(theme)
        self.names = DayNames(theme)
        self.grid = WeekGrid(None, theme)
        self.area = GridArea(self.grid)
        self.panel = EntryPanel(theme)
        self.side = SidePanel(theme)
        self.side.addWidget(self.panel)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        for part in (self.header, self.balance, self.names, self.grid.lane):
            left.addWidget(part)
        left.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self._join()

    def _join(self) -> None:
        self.area.resized.connect(self._line_up)
        self.grid.entry_chosen.connect(lambda entry: self.choose(entry.id))
        self.grid.nothing_chosen.connect(lambda: self.choose(None))
        self.grid.entry_opened.connect(self.edit)
        self.grid.slot_drawn.connect(self.draft)
        self.grid.slot_opened.connect(self._open_slot)
        self.grid.entry_changed.connect(self.entry_changed)
        self.grid.entry_made.connect(self.entry_added)
        self.grid.turn_requested.connect(self._turn)
        self.grid.make_edges = self._edges
        self.header.drag_moved.connect(self.grid.hand_moved)
        self.header.drag_left.connect(self.grid.forget_drag)
        self.panel.edit_requested.connect(self.edit)

    # what is shown

    def show_week(self, household: Household, first: date, now: datetime) -> None:
        """Show the seven days from `first` as the household has them now."""
        if household is not self.household and self.grid.dragging:
            self.grid.forget_drag()  # what is held may be gone
        self.household = household
        turned, self.first = first != self.first, first
        around = entries_between(household, first - timedelta(days=1), 8)
        self._entries = tuple(e for e in around if not e.all_day)
        self._days = whole_days(household, first)
        self.header.show_week(first, reached(household))
        self.header.more.show_hard_week(hard=is_hard(household, first, now=now))
        self.names.show_days(first, now.date())
        self._show_grid(now)
        if turned and self._editing is None:
            self.grid.chosen = None
        self._show_panel()
        if not self._scrolled:
            self._scrolled = True
            QTimer.singleShot(0, self.area, lambda: scroll_at_first(self))
        self.week_shown.emit()

    def show_suggestions(self, suggestions: tuple[Entry, ...]) -> None:
        """Draw these as ghosts over the week; the balance counts them in."""
        self.suggestions = suggestions
        self._show_grid(self.grid.now)
        self._show_panel()

    def _show_grid(self, now: datetime) -> None:
        end = self.first + timedelta(days=7)
        ghosts = tuple(e for e in self.suggestions if self.first <= e.day < end)
        self.balance.show_balance(
            balance.pathway_minutes((*self.week_entries, *ghosts)),
            self.household.wishes.goals,
            tentative=bool(ghosts),
        )
        self.grid.show_week(self.household, self.first, self._entries, ghosts, now, self._days)

    @property
    def week_entries(self) -> tuple[Entry, ...]:
        """The entries with hours of the seven days shown."""
        return tuple(e for e in self._entries if e.day >= self.first)

    def choose(self, entry_id: EntryId | None, *, take_focus: bool = False) -> None:
        """Show this entry in the panel and mark its card."""
        self.grid.chosen = entry_id
        if self._editing is not None:
            self._leave(self._editing)
        self.grid.choose(entry_id, take_focus=take_focus)
        self._show_panel()

    @property
    def chosen(self) -> Entry | None:
        """The entry or suggestion chosen, as the household has it now."""
        known = (*self._entries, *self._days, *self.suggestions)
        return next((e for e in known if e.id == self.grid.chosen), None)

    def _show_panel(self) -> None:
        entry = self.chosen
        if entry is None:
            self.panel.show_nothing(empty_week=not (self._entries or self._days))
        else:
            activity = self._catalogue().get(entry.activity) if entry.activity else None
            self.panel.show_entry(entry, activity, self.household)

    # writing

    @property
    def is_held(self) -> bool:
        """Whether somebody writes here or has a proposal: then the week stays."""
        return self._editing is not None or bool(self.suggestions)

    @property
    def form(self) -> "EntryForm":
        """The form for entries, made when it is first needed."""
        if self._form is None:
            from ui.entry_form import EntryForm  # noqa: PLC0415  (the first week is painted sooner)

            self._form = EntryForm(self._theme)
            self._offered = ()
            self._form.saved.connect(self._saved)
            self._form.cancelled.connect(self._cancelled)
            self._form.changed.connect(self.grid.show_draft)
            self.side.addWidget(self._form)
        return self._form

    def draft(self, day: date, start: int, minutes: int, days: int = 0) -> None:
        """Begin a new entry in this time; the family's whole company is asked along."""
        who = tuple(p.id for p in self.household.people)
        new = Entry(
            id=DRAFT, day=day, start=start, minutes=minutes, title="", people=who, days=days
        )
        self.write_new(new)

    def _open_slot(self, day: date, slot: Slot, letters: str) -> None:
        self.draft(day, slot.start, slot.minutes, slot.days)
        self.form.title.insert(letters)

    def _edges(self) -> "Edges":
        from ui.week_edges import Edges  # noqa: PLC0415  (with the first press)

        return Edges(self.grid, self.area, self.header.previous, self.header.next)

    def _turn(self, weeks: int) -> None:
        """A drag asks for another week, or for the one it came from."""
        way = self.header.next_requested if weeks > 0 else self.header.previous_requested
        for _ in range(abs(weeks)):
            way.emit()

    def write_new(self, entry: Entry) -> None:
        """Begin a new entry from this one; it is asked for when it is added."""
        self._slot = self.grid.slot
        self._edit(entry, new=True)
        self.scroll_to(entry)

    def edit(self, entry: Entry) -> None:
        """Open this entry's fields in the panel."""
        if entry not in self.suggestions:
            self.grid.choose(entry.id)
            self._edit(entry, new=False)

    def _edit(self, entry: Entry, *, new: bool) -> None:
        self._editing = entry
        self.side.setCurrentWidget(self.form)
        if self._offered is not (published := self._catalogue().published):
            self._offered = published
            self.form.set_library(published)
        self.form.show_entry(entry, self.household, new=new)
        self.grid.show_draft(entry)

    def stop_editing(self) -> None:
        """Leave the form; what was typed and not saved leaves no trace."""
        self._editing = None
        self.grid.show_draft(None)
        self.side.setCurrentWidget(self.panel)
        self.grid.choose(self.grid.chosen, take_focus=self.isVisible())

    def _leave(self, before: Entry) -> None:
        """Something else was chosen while this was written."""
        typed = self.form.typed()
        self.stop_editing()
        if typed.value.title and (typed.value != before or typed.repeats.touched):
            self.left_unsaved.emit(typed)

    def go_on(self, typed: "Typed") -> None:
        """Open the form again as it was left."""
        self._edit(typed.entry, new=typed.new)
        self.form.show_typed(typed, self.household)
        self.grid.show_draft(typed.value)

    def _cancelled(self) -> None:
        """Go back to where the keys were: to the slot that was typed into, if it was one."""
        slot = self._slot if self._editing and self._editing.id == DRAFT else None
        self.stop_editing()
        if slot is not None:
            self.grid.select(slot)

    def _saved(self, entry: Entry, new: bool) -> None:  # noqa: FBT001
        self._refused = False
        before, self._editing = self._editing, None
        if new:
            self.entry_added.emit(entry)
        else:
            self.entry_changed.emit(before, entry)
        if self._refused:
            self._editing = before
        else:
            self.stop_editing()

    def keep_open(self) -> None:
        """What the form asked for could not be saved: leave it as it was typed."""
        self._refused = True

    def view(self) -> View:
        """Which part of which week is shown."""
        top = self.grid.scale.minute_at(self.area.verticalScrollBar().value())
        return View(week=self.first, top=round(top), zoom=self.grid.zoom)

    def scroll_to(self, entry: Entry) -> None:
        """Bring the entry's time into view; whole days are always in it."""
        if entry.all_day:
            return
        scale = self.grid.scale
        middle = scale.y(entry.start + entry.minutes / 2)
        self.area.ensureVisible(0, int(middle), 0, self.area.viewport().height() // 4)

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.side.theme = theme
        for part in (self.header, self.balance, self.names, self.grid, self.panel):
            part.set_theme(theme)
        if self._form is not None and self._editing is None:
            self.side.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
        self._show_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self)
        self._line_up()

    def _line_up(self) -> None:
        """Keep the names of the days, and the lane of whole days, over their columns."""
        margin = self.area.width() - self.area.viewport().width()
        for part in (self.names, self.grid.lane):
            part.gutter, part.right_margin = self.grid.scale.gutter, margin
            part.update()
        self.grid.lane.place()
        if self._form is not None and self._editing is not None:
            self.grid.show_draft(self._form.value())
