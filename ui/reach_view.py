"""What was noticed: reaches to go back to, the last ones, and how long they are kept."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.model import Entry, Household, PersonId, may_read
from planner.reaches import (
    Reach,
    between,
    is_heavy_week,
    months_of,
    noticed,
    open_returns,
    readable,
    returns_of,
)
from ui.choices import ChipRow, chip
from ui.column import Card, clear
from ui.labels import Quote, label
from ui.reading import Fold
from ui.text import coming_back as text
from ui.text import common
from ui.text import reach as reach_text
from ui.text.journal import month as month_name
from ui.theme import Theme
from ui.thread_view import Steps, small_button

LATELY = 8


class ReachView(QWidget):
    """Shows what `me` may read; says what is wished for."""

    edit_requested = Signal(object)  # Reach
    removed = Signal(object)  # Reach
    back_requested = Signal(object, str)  # Reach, a key of `text.BACK_NAMES`
    done_requested = Signal(object)  # Entry
    entry_shown = Signal(object)  # Entry
    months_chosen = Signal(int)
    help_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: dict[str, QPushButton] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)

    def show_household(self, household: Household, now: datetime, me: PersonId | None) -> None:
        """Show everything anew."""
        clear(self.body)
        self.buttons = {}
        reaches = readable(household, me)
        if not reaches and not household.reach_months:
            self.body.addWidget(label(text.EMPTY, self._theme.ink, 1.15, bold=True))
            self.body.addWidget(label(text.EMPTY_HINT, self._theme.ink_2))
        if is_heavy_week(reaches, now.date()):
            self._add_heavy()
        waiting = open_returns(household, me)
        if waiting:
            self._heading(text.OPEN)
        for reach, entry in waiting:
            self.body.addWidget(self._open(reach, entry, household))
        if reaches or household.reach_months:
            self._add_folds(household, reaches, now, me)
        shown = {reach.id for reach, _ in waiting}
        lately = tuple(r for r in reversed(reaches) if r.id not in shown)[:LATELY]
        if lately:
            self._heading(text.LATELY)
        for reach in lately:
            self.body.addWidget(self._noticed(reach, household))
        self._add_kept_for(household)

    def _heading(self, words: str) -> None:
        self.body.addWidget(label(words, self._theme.ink, 1.1, bold=True))

    def _add_heavy(self) -> None:
        self.body.addWidget(label(reach_text.HEAVY_WEEK, self._theme.ink, bold=True))
        self._add_buttons(self.body, [("help", reach_text.HEAVY_HELP, self.help_requested.emit)])

    def _open(self, reach: Reach, entry: Entry | None, household: Household) -> Card:
        card, column = self._card(reach, household)
        if entry is not None and entry.outcome == "planned":
            column.addWidget(label(reach_text.planned(entry.day, entry.start), self._theme.ink_2))
            if entry.note:
                column.addWidget(Quote(entry.note, self._theme.hue("reach").main, self._theme.ink))
            found = entry
            steps: Steps = [
                (f"{reach.id}-done", text.WENT_BACK, lambda: self.done_requested.emit(found)),
                (f"{reach.id}-show", text.SHOW, lambda: self.entry_shown.emit(found)),
            ]
        else:
            steps = [
                (f"{reach.id}-{when}", words, partial(self.back_requested.emit, reach, when))
                for when, words in reach_text.BACK_NAMES.items()
                if when != "let-be"
            ]
        steps += [
            (f"{reach.id}-let-be", text.LET_BE, partial(self.back_requested.emit, reach, "let-be")),
            (f"{reach.id}-edit", common.EDIT, lambda: self.edit_requested.emit(reach)),
        ]
        self._add_buttons(column, steps)
        return card

    def _noticed(self, reach: Reach, household: Household) -> Card:
        card, column = self._card(reach, household)
        self._add_buttons(
            column,
            [
                (f"{reach.id}-edit", common.EDIT, lambda: self.edit_requested.emit(reach)),
                (f"{reach.id}-delete", common.DELETE, lambda: self.removed.emit(reach)),
            ],
        )
        return card

    def _card(self, reach: Reach, household: Household) -> tuple[Card, QVBoxLayout]:
        card = Card(self._theme, "reach")
        card.edged = True
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 16, 12)
        column.setSpacing(5)
        column.addWidget(label(text.head(reach, household), self._theme.ink_2, 0.92))
        column.addWidget(label(text.told(reach), self._theme.ink, bold=True))
        if reach.line:
            column.addWidget(label(reach.line, self._theme.ink))
        return card, column

    def _add_buttons(self, column: QVBoxLayout, steps: Steps) -> None:
        row = ChipRow()
        row.show_chips([small_button(self.buttons, *step) for step in steps])
        column.addWidget(row)

    def _add_folds(
        self, household: Household, reaches: tuple[Reach, ...], now: datetime, me: PersonId | None
    ) -> None:
        """Counts are shown only to whoever asks for them."""
        first = now.date() - timedelta(days=6)
        counts = noticed(between(reaches, first), returns_of(household))
        theme = self._theme
        self.week = Fold(
            text.WEEK_CLOSED, text.WEEK_OPENED, lambda: label(text.week_sentence(counts), theme.ink)
        )
        self.months = Fold(
            text.MONTHS_CLOSED, text.MONTHS_OPENED, lambda: self._months(household, me)
        )
        self.body.addWidget(self.week)
        self.body.addWidget(self.months)

    def _months(self, household: Household, me: PersonId | None) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        for month in reversed(months_of(household)):
            if may_read(month.by, month.readers, me):
                name = month_name(month.month)
                words = text.month_sentence(month, household)
                column.addWidget(label(name, self._theme.ink_2, 0.92, bold=True))
                column.addWidget(label(words, self._theme.ink))
        return made

    def _add_kept_for(self, household: Household) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label(text.KEPT_FOR, self._theme.ink, bold=True))
        row = ChipRow()
        self.kept_for = {months: chip(words) for months, words in text.MONTH_CHOICES.items()}
        for months, made in self.kept_for.items():
            made.setChecked(int(months) == household.wishes.keep_reaches)
            made.clicked.connect(lambda _=False, m=months: self.months_chosen.emit(int(m)))
        row.show_chips(list(self.kept_for.values()))
        self.body.addWidget(row)
        self.body.addWidget(label(text.KEPT_HINT, self._theme.ink_2, 0.92))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
