"""Today and nothing else: what is planned, what to say first, and what is next."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activities.model import Catalogue
from planner.free import busy_on
from planner.model import Busy, Entry, Household
from planner.week import entries_between
from planner.whole_days import whole_days
from ui.column import Column, clear
from ui.labels import label, recolour
from ui.text import common
from ui.text import today as text
from ui.theme import Theme, text_font
from ui.today_card import Shown, TodayCard


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
        busy = busy_on(household, day)
        marked = _marked(entries, now.hour * 60 + now.minute)
        shown = (day, entries, busy, household.people, marked, self._theme.dark)
        if shown != self._shown:
            self._shown = shown
            focus = self._focus_place()
            self.title.setText(common.long_date(day))
            self._fill(household, entries, busy, marked)
            self._put_focus(focus)

    def _fill(
        self,
        household: Household,
        entries: tuple[Entry, ...],
        busy: tuple[Busy, ...],
        marked: tuple[str, ...],
    ) -> None:
        height = self.area.verticalScrollBar().value()
        clear(self.area.body)
        self.cards = []
        if not entries:
            self._add_nothing()
        for _start, thing, mark in _in_order(entries, busy, marked):
            if isinstance(thing, Busy):
                self.area.body.addWidget(self._busy_line(thing, household))
            else:
                self._add_card(thing, mark, household)
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

    def _busy_line(self, busy: Busy, household: Household) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(24, 3, 20, 3)
        row.setSpacing(14)
        when, what = text.busy(busy, household)
        time = label(when, self._theme.ink_2)
        time.setWordWrap(False)
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


def _in_order(
    entries: tuple[Entry, ...], busy: tuple[Busy, ...], marked: tuple[str, ...]
) -> list[tuple[int, Entry | Busy, str]]:
    """Entries and busy times by their start, busy first."""
    things: list[tuple[int, Entry | Busy, str]] = [(b.span.start, b, "") for b in busy]
    things += [(e.start, e, mark) for e, mark in zip(entries, marked, strict=True)]
    return sorted(things, key=lambda thing: thing[0])
