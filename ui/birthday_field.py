"""A day of birth: empty until somebody types or chooses it."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QDateEdit

from ui.family_fields import paint_arrow
from ui.number_fields import calm, with_calendar
from ui.text import common
from ui.text import family as text

GUESSED_AGE = 6
"""Where the calendar opens while no birthday is known."""


class BirthdayField(QDateEdit):
    """A day of birth, empty until one is typed or chosen; leaving it untouched leaves it empty."""

    settled = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        with_calendar(self)
        self._guess = common.qdate(today - timedelta(days=GUESSED_AGE * 366))
        self._known = False
        short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(short if "yyyy" in short else short.replace("yy", "yyyy"))
        self.setMinimumDate(QDate(1900, 1, 1))
        self.setSpecialValueText(text.BIRTHDAY)
        self.setDate(self.minimumDate())
        self.calendarWidget().clicked.connect(self._chosen)
        self.calendarWidget().activated.connect(self._chosen)
        self.editingFinished.connect(self.settled)
        calm(self)

    def birthday(self) -> date | None:
        day = self.date()
        return date(day.year(), day.month(), day.day()) if self._known else None

    def show_birthday(self, birthday: date | None) -> None:
        self._known = birthday is not None
        self.setDate(self.minimumDate() if birthday is None else common.qdate(birthday))

    def _chosen(self, day: QDate) -> None:
        self._known = True
        self.setDate(day)
        self.settled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self, self.palette().text().color())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isprintable() and typed > " ":
            self._show_guess()
            self._known = True
        super().keyPressEvent(event)

    def _show_guess(self) -> None:
        """Give the keys and the calendar a day to begin with; it counts for nothing until it is touched."""
        if not self._known and self.date() == self.minimumDate():
            self.setDate(self._guess)
            self.setSelectedSection(self.sectionAt(0))

    def stepBy(self, steps: int) -> None:
        self._show_guess()
        self._known = True
        super().stepBy(steps)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show_guess()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_guess()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._known and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setDate(self.minimumDate())
