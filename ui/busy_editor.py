"""All the times when somebody is busy: a line for each, and a form in its place to add or change one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.model import SCHOOL_DAYS, Busy, BusyId, Household, Span, weeks_of
from planner.start import SCHOOL
from ui.family_fields import Card, DayChips, Tick, button, chip_button
from ui.flow import FlowLayout
from ui.labels import label
from ui.number_fields import RangeField, calm, with_calendar
from ui.text import common
from ui.text import family as text
from ui.text import wishes as wishes_text
from ui.theme import Theme
from ui.weeks_choice import WeeksChoice

TITLE_LENGTH = 80


class DateTick(QWidget):
    """A date that may be left open: a tick, and the day once it is ticked."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__()
        self.tick = Tick(words, theme)
        self.day = QDateEdit()
        with_calendar(self.day)
        self.day.setAccessibleName(words)
        calm(self.day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addWidget(self.day)
        row.addStretch(1)
        self.tick.toggled.connect(self.day.setVisible)
        self.day.hide()

    def value(self) -> date | None:
        day = self.day.date()
        return date(day.year(), day.month(), day.day()) if self.tick.isChecked() else None

    def show_day(self, day: date | None, today: date) -> None:
        self.day.setDate(common.qdate(day or today))
        self.tick.setChecked(day is not None)


class BusyForm(Card):
    """Fields for one busy time. Nothing is kept before Add or Save; Esc leaves no trace."""

    saved = Signal(object)  # Busy
    cancelled = Signal()

    def __init__(self, busy: Busy, household: Household, today: date, theme: Theme) -> None:
        super().__init__(theme)
        self._busy = busy
        self.title = QLineEdit(busy.title)
        self.title.setMaxLength(TITLE_LENGTH)
        self.title.setPlaceholderText(text.TITLE_HINT)
        self.people = {p.id: chip_button(p.name) for p in household.people}
        for person_id, chip in self.people.items():
            chip.setChecked(person_id in busy.people)
        self.days = DayChips()
        self.days.show_days(busy.span.weekdays)
        self.range = RangeField(theme, busy.title)
        self.range.show_span(busy.span.start, busy.span.end)
        self.weeks = WeeksChoice(weeks_of(today))
        self.weeks.show_weeks(busy.span.weeks)
        self.first, self.last = DateTick(text.FIRST_DAY, theme), DateTick(text.LAST_DAY, theme)
        self.first.show_day(busy.first, today)
        self.last.show_day(busy.last, today)
        self.hint = label("", theme.ink, bold=True)
        self.hint.hide()
        self.save = button(common.SAVE if busy.title else text.SAVE_NEW, "primary")
        self.cancel = button(common.CANCEL)
        self._build(theme)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)
        self.title.returnPressed.connect(self._save)

    def _build(self, theme: Theme) -> None:
        who = QWidget()
        flow = FlowLayout(who, 5)
        for chip in self.people.values():
            flow.addWidget(chip)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (text.TITLE, self.title),
            (text.WHO, who),
            (text.DAYS, self.days),
            (text.TIMES, self.range),
            (wishes_text.WEEKS, self.weeks),
            ("", self.first),
            ("", self.last),
        ):
            name = label(words, theme.ink_2)
            name.setWordWrap(False)
            field.setAccessibleName(words or field.accessibleName())
            form.addRow(name, field)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.column.addLayout(form)
        self.column.addWidget(self.hint)
        self.column.addLayout(row)

    def value(self) -> Busy:
        start, end = self.range.span()
        return replace(
            self._busy,
            title=self.title.text().strip(),
            people=tuple(p for p, chip in self.people.items() if chip.isChecked()),
            span=Span(
                weekdays=self.days.weekdays(), start=start, end=end, weeks=self.weeks.weeks()
            ),
            first=self.first.value(),
            last=self.last.value(),
        )

    def _save(self) -> None:
        busy = self.value()
        wrong, field = self._fault(busy)
        self.hint.setText(wrong)
        self.hint.setVisible(bool(wrong))
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.saved.emit(busy)

    def _fault(self, busy: Busy) -> tuple[str, QWidget | None]:
        """One sentence about what is missing, and where; nothing and None if all is there."""
        if not busy.title:
            return text.BUSY_TITLE_MISSING, self.title
        if not busy.people:
            return text.BUSY_PEOPLE_MISSING, next(iter(self.people.values()), self.title)
        if not busy.span.weekdays:
            return text.DAYS_MISSING, next(iter(self.days.chips.values()))
        if not self.range.is_right():
            return text.END_FIRST, self.range.end
        if busy.first and busy.last and busy.last < busy.first:
            return text.DATES_CROSSED, self.last.day
        return "", None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class BusyLine(Card):
    """One busy time in words, to be changed or deleted."""

    edit_requested = Signal(object)  # Busy
    removed = Signal(object)  # Busy

    def __init__(self, busy: Busy, household: Household, theme: Theme) -> None:
        super().__init__(theme)
        who = text.busy_names(household, busy)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(common.SEPARATOR.join((busy.title, who)), theme.ink, bold=True))
        words.addWidget(label(text.busy_times(busy), theme.ink_2))
        self.edit, self.delete = button(common.EDIT), button(common.DELETE, "quiet")
        self.edit.setAccessibleName(text.edit_what(busy.title))
        self.delete.setAccessibleName(text.delete_what(busy.title))
        self.edit.clicked.connect(lambda: self.edit_requested.emit(busy))
        self.delete.clicked.connect(lambda: self.removed.emit(busy))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        row.addWidget(self.delete)
        self.column.addLayout(row)


class BusyEditor(QWidget):
    """The household's busy times, each in a line."""

    busy_changed = Signal(object)  # Busy
    busy_removed = Signal(object)  # Busy
    form_opened = Signal()

    def __init__(self, theme: Theme, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._new_id = theme, new_id
        self._household = Household()
        self._today = date.min
        self.lines: dict[BusyId, BusyLine] = {}
        self.form: BusyForm | None = None
        self._refused = False
        self._none = label(text.NO_BUSY, theme.ink_2)
        self.add: QPushButton = button(text.ADD_BUSY)
        self.add.clicked.connect(self._begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_household(self, household: Household, today: date) -> None:
        """Show these busy times; a form that is open stays open."""
        before, self._household, self._today = self._household, household, today
        if (before.busy, before.people) == (household.busy, household.people):
            return
        had = next((b for b, line in self.lines.items() if _has_focus(line)), None)
        for line in self.lines.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for busy in household.busy:
            line = BusyLine(busy, household, self._theme)
            line.edit_requested.connect(self.open_form)
            line.removed.connect(self.busy_removed)
            self.lines[busy.id] = line
            self._list.addWidget(line)
        self._none.setVisible(not household.busy)
        if had is not None:
            (self.lines[had].edit if had in self.lines else self.add).setFocus()

    def _begin(self) -> None:
        span = Span(weekdays=SCHOOL_DAYS, start=SCHOOL[0], end=SCHOOL[1])
        self.open_form(Busy(id=BusyId(self._new_id()), title="", people=(), span=span))

    def open_form(self, busy: Busy) -> None:
        """Show the fields for this busy time below the lines, or in place of its own."""
        self._close()
        self.form = BusyForm(busy, self._household, self._today, self._theme)
        self.form.saved.connect(self._saved)
        self.form.cancelled.connect(self._close)
        line = self.lines.get(busy.id)
        where = self._list.indexOf(line) if line else self._list.count()
        self._list.insertWidget(where, self.form)
        if line:
            line.hide()
        self.add.hide()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_opened.emit()

    def _saved(self, busy: Busy) -> None:
        self._refused = False
        self.busy_changed.emit(busy)
        if not self._refused:
            self._close()

    def keep_open(self) -> None:
        """The busy time could not be saved: leave the form as it was typed."""
        self._refused = True

    def _close(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        self._list.removeWidget(form)
        form.hide()
        form.deleteLater()
        for line in self.lines.values():
            line.show()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(widget: QWidget) -> bool:
    inside = widget.window().focusWidget()
    return inside is not None and widget.isAncestorOf(inside)
