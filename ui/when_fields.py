"""When something is: at a time and for so long, or for whole days until a last one."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.model import DAY_MINUTES, MOST_DAYS, Entry
from planner.whole_days import USUAL_HOURS, last_day, with_days, with_hours
from ui.day_field import DayField
from ui.family_fields import Tick
from ui.number_fields import NumberField, TimeField
from ui.text import common
from ui.text import lane as lane_text
from ui.text import week as text
from ui.theme import Theme

SHORTEST = 5


class WhenFields(QWidget):
    """Start and minutes; with a tick at "All day" the last day instead."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.start = TimeField()
        self.start.setAccessibleName(text.STARTS)
        self.minutes = NumberField(SHORTEST, DAY_MINUTES, SHORTEST, text.MINUTES_SUFFIX)
        self.minutes.setAccessibleName(text.MINUTES)
        self.all_day = Tick(common.ALL_DAY, theme)
        self.until = DayField()
        self.until.setAccessibleName(lane_text.LAST_DAY)
        self.until_words = QLabel(lane_text.UNTIL)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.start, 0, 0)
        grid.addWidget(self.minutes, 0, 1)
        grid.addWidget(self.until_words, 0, 0)
        grid.addWidget(self.until, 0, 1)
        grid.addWidget(self.all_day, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.all_day.toggled.connect(self._fit)
        for signal in (
            self.start.timeChanged,
            self.minutes.valueChanged,
            self.all_day.toggled,
            self.until.dateChanged,
        ):
            signal.connect(lambda _=None: self.changed.emit())
        self._fit(self.all_day.isChecked())

    def _fit(self, whole: bool) -> None:  # noqa: FBT001
        for field in (self.start, self.minutes):
            field.setVisible(not whole)
        for part in (self.until_words, self.until):
            part.setVisible(whole)

    def show_entry(self, entry: Entry) -> None:
        """Show when the entry is; what takes whole days shows the time it had where it is given one."""
        fields = (self.start, self.minutes, self.all_day, self.until)
        for field in fields:
            field.blockSignals(True)
        start, minutes = (entry.start, entry.minutes)
        if entry.all_day:
            start, minutes = entry.was_at or USUAL_HOURS
        self.start.show_minutes(start)
        self.minutes.show_number(minutes)
        self.all_day.setChecked(entry.all_day)
        self.until.setMinimumDate(common.qdate(entry.day))
        self.until.setDate(common.qdate(last_day(entry)))
        for field in fields:
            field.blockSignals(False)
        self._fit(entry.all_day)

    def show_first(self, day: date) -> None:
        """The first day is another now: the last one goes along and is never before it."""
        earliest = self.until.minimumDate()
        moved = common.qdate(day)
        last = self.until.date().addDays(earliest.daysTo(moved))
        self.until.blockSignals(True)
        self.until.setMinimumDate(min(moved, last))
        self.until.setDate(last)
        self.until.setMinimumDate(moved)
        self.until.blockSignals(False)

    def on(self, entry: Entry, day: date) -> Entry:
        """The entry on this day, at the time or for the days that the fields say."""
        if self.all_day.isChecked():
            was_at = (self.start.minutes(), self.minutes.value())
            days = min(MOST_DAYS, (self.until.day() - day).days + 1)
            made = with_days(entry, day, days)
            return made if entry.all_day else replace(made, was_at=was_at)
        timed = with_hours(entry, day)
        return replace(timed, start=self.start.minutes(), minutes=self.minutes.value())
