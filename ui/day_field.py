"""A day, with an arrow that opens a calendar."""

from datetime import date

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDateEdit

from ui.family_fields import paint_arrow
from ui.number_fields import calm, with_calendar
from ui.text import common


class DayField(QDateEdit):
    """A day that can be typed, turned by the arrow keys or picked."""

    def __init__(self) -> None:
        super().__init__()
        with_calendar(self)
        calm(self)

    def day(self) -> date:
        at = self.date()
        return date(at.year(), at.month(), at.day())

    def show_day(self, day: date) -> None:
        self.setDate(common.qdate(day))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self, self.palette().buttonText().color())
