"""Today and nothing else: what is planned, what to say first, and what is next."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activities.model import Catalogue
from planner.busy_blocks import blocks
from planner.free import busy_on
from planner.model import DAY_MINUTES, Entry, Household
from planner.week import entries_between
from planner.whole_days import whole_days
from ui.column import Column, clear
from ui.labels import label, recolour
from ui.text import common
from ui.text import today as text
from ui.theme import Theme, text_font
from ui.today_card import Shown, TodayCard

if TYPE_CHECKING:  # few families have calendars
    from planner.calendars.days import DayLine

MOST_BUSY = 6
"""So many busy times stand in the order of the day; where there are more, each company has one line."""
Quiet = tuple[int, str, str]
"""A line that asks for nothing: the minute it begins, when it is, and what."""


class TodayPage(QWidget):
    """Shows one day. Whatever is asked for comes out as a signal with the entry."""

    done_toggled = Signal(object)  # Entry
    reflect_requested = Signal(object)  # Entry
    entry_shown = Signal(object)  # Entry
    week_requested = Signal()
    fridge_requested = Signal()

    def __init__(self, theme: Theme, catalogue: Callable[[], Catalogue]) -> None:
        super().__init__()
        self._theme = theme
        self._catalogue = catalogue
        self._shown: tuple[object, ...] = ()
        self._household = Household()
        self._now: datetime | None = None
        self.cards: list[TodayCard] = []
        self.week = QPushButton(text.TO_THE_WEEK)
        self.title = QLabel()
        self.title.setFont(text_font(1.5, bold=True))
        self.title.setContentsMargins(20, 14, 20, 10)
        self.area = Column()
        self.fridge = QPushButton(text.FROM_THE_FRIDGE)
        self.fridge.setProperty("kind", "quiet")
        self.fridge.setAccessibleName(text.FROM_THE_FRIDGE.rstrip("…"))
        self.fridge.clicked.connect(self.fridge_requested)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 20, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.fridge)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self.set_theme(theme)

    def put_above(self, part: QWidget) -> None:
        """Show this between the day's name and its list."""
        self._column.insertWidget(1, part)

    def show_household(self, household: Household, now: datetime) -> None:
        """Show the day of `now`; nothing is drawn anew while nothing has changed."""
        self._household, self._now = household, now
        day = now.date()
        timed = (e for e in entries_between(household, day, 1) if not e.all_day)
        entries = (*whole_days(household, day, 1), *timed)
        quiet = _quiet_lines(household, day)
        marked = _marked(entries, now.hour * 60 + now.minute)
        shown = (day, entries, quiet, household.people, marked, self._theme.dark)
        if shown != self._shown:
            self._shown = shown
            focus = self._focus_place()
            self.title.setText(common.long_date(day))
            self._fill(household, entries, quiet, marked)
            self._put_focus(focus)

    def _fill(
        self,
        household: Household,
        entries: tuple[Entry, ...],
        quiet: tuple[Quiet, ...],
        marked: tuple[str, ...],
    ) -> None:
        height = self.area.verticalScrollBar().value()
        clear(self.area.body)
        self.cards = []
        if not entries:
            self._add_nothing()
        for _start, thing, mark in _in_order(entries, quiet, marked):
            if isinstance(thing, Entry):
                self._add_card(thing, mark, household)
            else:
                self.area.body.addWidget(self._quiet_line(*thing[1:]))
        self.area.body.addStretch(1)
        if self.cards:
            QWidget.setTabOrder(self.cards[-1].buttons[-1], self.fridge)
        QTimer.singleShot(0, self.area, lambda: self.area.verticalScrollBar().setValue(height))

    def _add_card(self, entry: Entry, mark: str, household: Household) -> None:
        activity = self._catalogue().get(entry.activity) if entry.activity else None
        card = TodayCard(Shown(entry, activity, mark), household, self._theme)
        card.done_clicked.connect(self.done_toggled)
        card.reflect_clicked.connect(self.reflect_requested)
        card.open_clicked.connect(self.entry_shown)
        self.cards.append(card)
        self.area.body.addWidget(card)

    def _quiet_line(self, when: str, what: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(24, 3, 20, 3)
        row.setSpacing(14)
        time = label(when, self._theme.ink_2)
        time.setWordWrap(False)
        time.setMinimumWidth(time.fontMetrics().horizontalAdvance(text.longest_times()) + 2)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(what, self._theme.ink_2), 1)
        return line

    def _add_nothing(self) -> None:
        body = self.area.body
        body.addWidget(label(text.NOTHING, self._theme.ink, 1.3, bold=True))
        body.addWidget(label(text.NOTHING_HINT, self._theme.ink_2))
        self.week = QPushButton(text.TO_THE_WEEK)
        self.week.setAccessibleName(text.TO_THE_WEEK)
        self.week.clicked.connect(self.week_requested)
        body.addWidget(self.week, 0, Qt.AlignmentFlag.AlignLeft)
        body.addSpacing(10)

    def _focus_place(self) -> tuple[str, int] | None:
        """Which card's which button has the focus, to find it again after the page is made anew."""
        for card in self.cards:
            for n, button in enumerate(card.buttons):
                if button.hasFocus():
                    return card.entry.id, n
        return None

    def _put_focus(self, place: tuple[str, int] | None) -> None:
        for card in self.cards:
            if place is not None and card.entry.id == place[0]:
                card.buttons[place[1]].setFocus(Qt.FocusReason.TabFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self.title, theme.ink)
        if self._now is not None:
            self.show_household(self._household, self._now)


def _marked(entries: tuple[Entry, ...], minute: int) -> tuple[str, ...]:
    """For each entry `Now` while it is its time, `Next` for the first to come, else nothing."""
    coming = next((e for e in entries if e.outcome == "planned" and e.start > minute), None)
    return tuple(
        text.NOW
        if e.outcome == "planned" and e.start <= minute < e.end
        else (text.NEXT if e is coming else "")
        for e in entries
    )


def _quiet_lines(household: Household, day: date) -> tuple[Quiet, ...]:
    """What the family's calendars have for the whole day, then when somebody is busy."""
    lines: tuple[DayLine, ...] = ()
    if household.calendars:
        from planner.calendars import all_day  # noqa: PLC0415  (few families have any)

        lines = all_day(household, day)
    said = {line.title for line in lines}
    busy = (
        b
        for b in busy_on(household, day)
        if b.span.end - b.span.start < DAY_MINUTES or b.title not in said
    )
    found = [(line.start or 0, *text.of_calendar(line, household, day)) for line in lines]
    held = blocks(busy, [person.id for person in household.people])
    if len(held) <= MOST_BUSY:
        found += ((block.start, *text.busy(block, household)) for block in held)
        return tuple(found)
    for people in dict.fromkeys(block.people for block in held):
        theirs = [block for block in held if block.people == people]
        found.append((theirs[0].start, *text.busy_all_day(theirs, household)))
    return tuple(found)


def _in_order(
    entries: tuple[Entry, ...], quiet: tuple[Quiet, ...], marked: tuple[str, ...]
) -> list[tuple[int, Entry | Quiet, str]]:
    """Entries and quiet lines by their start, quiet ones first."""
    things: list[tuple[int, Entry | Quiet, str]] = [(line[0], line, "") for line in quiet]
    things += [(e.start, e, mark) for e, mark in zip(entries, marked, strict=True)]
    return sorted(things, key=lambda thing: thing[0])
