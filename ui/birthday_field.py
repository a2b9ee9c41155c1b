"""A day of birth: typed as people write days, or picked from a calendar; empty until then."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from planner.typed_day import day_from
from ui.family_fields import paint_arrow
from ui.text import common
from ui.text import family as text

GUESSED_AGE = 6
"""Where the calendar opens while no birthday is known."""
ARROW = 26
"""Pixels at the end of the field that open the calendar."""


class BirthdayField(QLineEdit):
    """Understands a day as it is typed; `unclear` holds what could not be understood."""

    settled = Signal()
    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._calendar: QCalendarWidget | None = None
        self.setPlaceholderText(text.BIRTHDAY)
        self.setToolTip(text.birthday_hint(self._written(date(2017, 3, 14))))
        self.setTextMargins(0, 0, ARROW - 8, 0)
        self.textEdited.connect(self.changed)
        self.editingFinished.connect(self._finish)
        self.returnPressed.connect(self.focusNextChild)

    def birthday(self) -> date | None:
        return day_from(self.text(), day_first=common.day_first(), today=self._today)

    @property
    def unclear(self) -> str:
        """What is typed and names no day; empty if all is well or nothing is typed."""
        return "" if self.birthday() else self.text().strip()

    def show_birthday(self, birthday: date | None) -> None:
        if birthday != self.birthday() or (birthday is None and not self.unclear):
            self.setText(self._written(birthday) if birthday else "")

    @staticmethod
    def _written(day: date) -> str:
        """With four digits for the year, whatever the locale's short form does."""
        short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        form = short if "yyyy" in short else short.replace("yy", "yyyy")
        return QLocale().toString(common.qdate(day), form)

    def _finish(self) -> None:
        day = self.birthday()
        if day is not None:
            self.setText(self._written(day))
        self.settled.emit()

    def calendar(self) -> QCalendarWidget:
        """The calendar that opens below the field."""
        if self._calendar is None:
            made = QCalendarWidget(self)
            made.setWindowFlag(Qt.WindowType.Popup)
            made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
                made.setWeekdayTextFormat(day, QTextCharFormat())
            made.setMaximumDate(common.qdate(self._today))
            made.clicked.connect(self._picked)
            made.activated.connect(self._picked)
            self._calendar = made
        return self._calendar

    def open_calendar(self) -> None:
        calendar = self.calendar()
        guess = self._today - timedelta(days=GUESSED_AGE * 366)
        calendar.setSelectedDate(common.qdate(self.birthday() or guess))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()

    def _picked(self, day: QDate) -> None:
        self.calendar().hide()
        self.setText(self._written(date(day.year(), day.month(), day.day())))
        self.changed.emit()
        self.settled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self, self.palette().text().color())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - ARROW:
            self.open_calendar()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = (
            event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)
