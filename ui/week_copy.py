"""Before a week is copied or a pattern laid over it: what would be added, and what would be in the way."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from planner.clashes import clashes
from planner.dates import WEEK_DAYS, week_start
from planner.model import Entry, Household
from planner.templates import WeekTemplate, copies, laid
from planner.week import entries_between
from ui.column import Column, clear
from ui.family_fields import Tick, button, shortened
from ui.habits import first_weekday
from ui.labels import label
from ui.mini_month import MiniMonth
from ui.text import common
from ui.text import copying as text
from ui.theme import Theme
from ui.tip import plain

TITLE_LETTERS = 40


class Offer(Column):
    """A tick for each entry that would be added; below it who is busy then. Those begin without a tick."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(wide=True)
        self._theme = theme
        self.ticks: list[tuple[Tick, Entry]] = []
        self.setAccessibleName(text.ENTRIES)

    def show_entries(self, household: Household, first: date, entries: tuple[Entry, ...]) -> None:
        """Offer these entries for the seven days from `first`."""
        clear(self.body)
        self.ticks = []
        in_the_way = clashes(household, first, entries)
        there = {(e.day, e.start, e.title) for e in entries_between(household, first)}
        names = {p.id: common.spoken_name(p) for p in household.people}
        for entry in entries:
            words = ""
            if (entry.day, entry.start, entry.title) in there:
                words = text.already(entry.title)
            elif entry.id in in_the_way:
                people, title = in_the_way[entry.id]
                words = text.clash([names[p] for p in people if p in names], title)
            self._add(entry, text.line(entry, household), words)
        if not entries:
            self.body.addWidget(label(text.NOTHING, self._theme.ink_2))
        self.body.addStretch(1)
        self.changed.emit()

    def _add(self, entry: Entry, words: str, trouble: str) -> None:
        tick = Tick(shortened(entry.title, TITLE_LETTERS), self._theme)
        tick.setChecked(not trouble)
        tick.setAccessibleName(f"{entry.title}, {words}")
        tick.setAccessibleDescription(trouble)
        tick.setToolTip(plain(entry.title))
        tick.toggled.connect(self.changed)
        self.ticks.append((tick, entry))
        whole = QWidget()
        block = QVBoxLayout(whole)
        block.setContentsMargins(0, 0, 0, 0)
        block.setSpacing(0)
        block.addWidget(tick)
        for said in filter(None, (words, trouble)):
            line = label(said, self._theme.ink_2, 0.95)
            line.setContentsMargins(tick.fontMetrics().height() + 9, 0, 0, 0)
            block.addWidget(line)
        self.body.addWidget(whole)

    @property
    def chosen(self) -> tuple[Entry, ...]:
        return tuple(entry for tick, entry in self.ticks if tick.isChecked())


class WeekDialog(QDialog):
    """A choice on the left, what it would add on the right. Nothing is added before the button."""

    add_requested = Signal(object)  # tuple of Entry

    def __init__(self, parent: QWidget, theme: Theme, title: str, side: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.heading = label("", theme.ink, 1.15, bold=True)
        self.offer = Offer(theme)
        self.ok = button("", "primary")
        self.ok.setDefault(True)
        self.cancel = button(text.CANCEL)
        right = QVBoxLayout()
        right.addWidget(self.heading)
        right.addWidget(self.offer, 1)
        right.addWidget(label(text.STAYS, theme.ink_2, 0.95))
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(side)
        body.addLayout(right, 1)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.cancel)
        answers.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(body, 1)
        column.addLayout(answers)
        self.offer.changed.connect(self._count)
        self.ok.clicked.connect(self._add)
        self.cancel.clicked.connect(self.reject)
        letter = self.fontMetrics().averageCharWidth()
        room = parent.window().size() * 0.94
        self.resize(
            min(120 * letter, room.width()), min(36 * self.fontMetrics().height(), room.height())
        )

    def show_offer(self, household: Household, first: date, entries: tuple[Entry, ...]) -> None:
        self.heading.setText(text.week_of(first))
        self.offer.show_entries(household, first, entries)

    def _count(self) -> None:
        count = len(self.offer.chosen)
        self.ok.setText(text.add(count))
        self.ok.setEnabled(count > 0)

    def _add(self) -> None:
        chosen = self.offer.chosen
        self.accept()
        self.add_requested.emit(chosen)


class CopyDialog(WeekDialog):
    """Copies the week from `first` to a week picked in a small month; the next one at first."""

    def __init__(
        self, parent: QWidget, theme: Theme, household: Household, first: date, today: date
    ) -> None:
        side = QWidget()
        self.month = MiniMonth(theme)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(text.TO, theme.ink_2, bold=True))
        column.addWidget(self.month)
        column.addStretch(1)
        super().__init__(parent, theme, text.COPY_TITLE, side)
        self._household, self._first = household, first
        self.month.day_picked.connect(self.show_target)
        self.month.month_shown.connect(lambda _days: self.show_target(self.month.chosen))
        self.month.show_days(first + timedelta(days=WEEK_DAYS), today, {})
        self.show_target(self.month.chosen)
        self.ok.setFocus()

    def show_target(self, day: date) -> None:
        """Offer the copies for the week of this day; a week is not copied onto itself."""
        to = week_start(day, first_weekday())
        own = to == self._first
        entries = () if own else copies(self._household, self._first, to)
        self.show_offer(self._household, to, entries)


class PatternDialog(WeekDialog):
    """Lays one of the family's patterns over the week from `first`."""

    forgotten = Signal(object)  # WeekTemplate
    laid = Signal(object, object)  # WeekTemplate, tuple of Entry

    def __init__(self, parent: QWidget, theme: Theme, household: Household, first: date) -> None:
        side = QWidget()
        self.list = QListWidget()
        self.list.setAccessibleName(text.PATTERNS)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.forget = button(text.FORGET, "quiet")
        self.none = label(text.NO_PATTERNS, theme.ink_2)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (label(text.PATTERNS, theme.ink_2, bold=True), self.none, self.list):
            column.addWidget(part)
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        super().__init__(parent, theme, text.LAY_TITLE, side)
        side.setFixedWidth(30 * self.fontMetrics().averageCharWidth())
        self._first = first
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.forget.clicked.connect(lambda: self.forgotten.emit(self.template))
        self.add_requested.connect(lambda chosen: self.laid.emit(self.template, chosen))
        self.show_patterns(household)

    @property
    def template(self) -> WeekTemplate | None:
        row = self.list.currentRow()
        return self._household.templates[row] if row >= 0 else None

    def show_patterns(self, household: Household) -> None:
        """Show the patterns the household has now."""
        self._household = household
        self.list.clear()
        self.list.addItems([template.name for template in household.templates])
        self.list.setCurrentRow(0)
        some = bool(household.templates)
        self.none.setVisible(not some)
        for part in (self.list, self.forget):
            part.setVisible(some)
        self._show()

    def _show(self) -> None:
        template = self.template
        entries = laid(self._household, template, self._first) if template else ()
        self.show_offer(self._household, self._first, entries)


class NameDialog(QDialog):
    """Asks for the name of a pattern."""

    named = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, used: Callable[[str], bool]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text.KEEP_TITLE)
        self._used = used
        self.field = QLineEdit()
        self.field.setPlaceholderText(text.NAME_HINT)
        self.field.setAccessibleName(text.NAME)
        self.field.setMaxLength(60)
        self.hint = label(text.NAME_FREE, theme.ink_2, 0.95)
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing())
        self.ok = button(text.KEEP_IT, "primary")
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self.cancel = button(text.CANCEL)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.cancel)
        answers.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (label(text.KEEP_TITLE, theme.ink, 1.15, bold=True), self.field, self.hint):
            column.addWidget(part)
        column.addLayout(answers)
        self.setMinimumWidth(52 * self.fontMetrics().averageCharWidth())
        self.field.textChanged.connect(self._typed)
        self.ok.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)

    def _typed(self, typed: str) -> None:
        self.ok.setEnabled(bool(typed.strip()))
        self.hint.setText(text.NAME_USED if self._used(typed.strip()) else text.NAME_FREE)

    def _keep(self) -> None:
        name = self.field.text().strip()
        self.accept()
        self.named.emit(name)
