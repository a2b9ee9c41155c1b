"""All the times when somebody is busy: a line for each, and a form in its place to add or change one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from planner.model import SCHOOL_DAYS, Busy, BusyId, Household, Span, weeks_of
from planner.start import SCHOOL
from ui.family_fields import DayChips, Tick, button, chip_button
from ui.flow import FlowLayout
from ui.form_list import FormCard, FormList, LineCard
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


class BusyForm(FormCard):
    """Fields for one busy time; what is saved is a Busy."""

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

    def first_field(self) -> QWidget:
        return self.title


class BusyEditor(FormList):
    """The household's busy times, each in a line."""

    busy_changed = Signal(object)  # Busy
    busy_removed = Signal(object)  # Busy

    def __init__(self, theme: Theme, new_id: Callable[[], str]) -> None:
        super().__init__(theme, text.NO_BUSY, text.ADD_BUSY)
        self._theme, self._new_id = theme, new_id
        self._household, self._today = Household(), date.min
        self.add.clicked.connect(self._begin)

    def show_household(self, household: Household, today: date) -> None:
        """Show these busy times; a form that is open stays open."""
        before, self._household, self._today = self._household, household, today
        if (before.busy, before.people) != (household.busy, household.people):
            self.show_lines({busy.id: self._line(busy) for busy in household.busy})

    def _line(self, busy: Busy) -> LineCard:
        who = text.busy_names(self._household, busy)
        words = common.SEPARATOR.join((busy.title, who)), text.busy_times(busy)
        line = LineCard(words, busy.title, self._theme)
        line.edit_requested.connect(lambda: self.open_form(busy))
        line.removed.connect(lambda: self.busy_removed.emit(busy))
        return line

    def _begin(self) -> None:
        span = Span(weekdays=SCHOOL_DAYS, start=SCHOOL[0], end=SCHOOL[1])
        self.open_form(Busy(id=BusyId(self._new_id()), title="", people=(), span=span))

    def open_form(self, busy: Busy) -> None:
        """Show the fields for this busy time below the lines, or in place of its own."""
        form = BusyForm(busy, self._household, self._today, self._theme)
        self.show_form(form, busy.id, self.busy_changed.emit)
