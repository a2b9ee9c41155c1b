"""Times of day, stretches of time and numbers: fields that tell of a change once it is meant."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QHideEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from planner.model import DAY_MINUTES
from ui.habits import first_weekday, time_format
from ui.labels import label
from ui.text import family as text
from ui.theme import Theme

SETTLE_MS = 500
"""A number is taken as meant when nobody has turned it for so long, so that turning is one step."""

STEP = 5

NO_ARROWS = """::up-button, ::down-button { width: 0; height: 0; subcontrol-origin: margin;
  border: none; image: none; }"""
"""Without this the style leaves no room for the number in a field that has no arrows."""

EVEN = 8
"""Pixels the style takes from the right of such a field, given back on the left to keep it centred."""


def plain(field: QAbstractSpinBox) -> None:
    """Show the field without arrows, its words in the middle."""
    field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    kind = "QTimeEdit" if isinstance(field, QTimeEdit) else "QSpinBox"
    field.setStyleSheet(NO_ARROWS.replace("::", f"{kind}::"))
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    field.lineEdit().setTextMargins(EVEN, 0, 0, 0)


class WheelGuard(QObject):
    """Lets the wheel scroll the page instead of turning a field nobody is in."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return False


def calm(field: QWidget) -> None:
    """Keep the wheel from changing this field while somebody only scrolls past."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(WheelGuard(field))


def with_calendar(field: QDateEdit) -> None:
    """Let a date be picked from a calendar without week numbers, whose weekends are not red."""
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    calendar.setFirstDayOfWeek(Qt.DayOfWeek(first_weekday() + 1))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())


class TimeField(QTimeEdit):
    """A time of day on the locale's clock, in minutes after midnight."""

    settled = Signal(int)

    def __init__(self, *, is_end: bool = False) -> None:
        super().__init__()
        self._is_end, self._told = is_end, 0
        self.setDisplayFormat(time_format(QLocale()))
        plain(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self._settle)
        self.timeChanged.connect(self._pause.start)
        self.editingFinished.connect(self._settle)
        calm(self)

    def minutes(self) -> int:
        """Midnight is the start of the day, or its end in a field for ends."""
        at = self.time()
        minutes = at.hour() * 60 + at.minute()
        return DAY_MINUTES if self._is_end and minutes == 0 else minutes

    def show_minutes(self, minutes: int) -> None:
        self._told = minutes
        self.setTime(QTime(minutes % DAY_MINUTES // 60, minutes % 60))
        self._pause.stop()

    def _settle(self) -> None:
        self._pause.stop()
        if self.minutes() != self._told:
            self._told = self.minutes()
            self.settled.emit(self._told)

    def stepBy(self, steps: int) -> None:
        in_minutes = self.currentSection() == QTimeEdit.Section.MinuteSection
        super().stepBy(steps * STEP if in_minutes else steps)

    def hideEvent(self, event: QHideEvent) -> None:
        self._settle()
        super().hideEvent(event)


class RangeField(QWidget):
    """From one time to another of the same day; says so while the end does not come after the start."""

    settled = Signal()

    def __init__(self, theme: Theme, about: str = "") -> None:
        super().__init__()
        self.start, self.end = TimeField(), TimeField(is_end=True)
        self.start.setAccessibleName(text.of_person(text.FROM_TIME, about))
        self.end.setAccessibleName(text.of_person(text.UNTIL_TIME, about))
        self._hint = label(text.END_FIRST, theme.ink_2, 0.9)
        self._hint.hide()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.start)
        row.addWidget(QLabel(text.TO))
        row.addWidget(self.end)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self._hint)
        for field in (self.start, self.end):
            field.settled.connect(self._settle)

    def span(self) -> tuple[int, int]:
        return self.start.minutes(), self.end.minutes()

    def is_right(self) -> bool:
        start, end = self.span()
        return start < end

    def show_span(self, start: int, end: int) -> None:
        self.start.show_minutes(start)
        self.end.show_minutes(end)
        self._hint.setVisible(not self.is_right())

    def _settle(self) -> None:
        self._hint.setVisible(not self.is_right())
        if self.is_right():
            self.settled.emit()


class NumberField(QSpinBox):
    """A number with a word after it."""

    settled = Signal(int)

    def __init__(self, low: int, high: int, step: int = 1, suffix: str = "") -> None:
        super().__init__()
        self._told = low
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        plain(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE_MS)
        self._pause.timeout.connect(self._settle)
        self.valueChanged.connect(self._pause.start)
        self.editingFinished.connect(self._settle)
        calm(self)

    def show_number(self, number: int) -> None:
        self._told = number
        self.setValue(number)
        self._pause.stop()

    def _settle(self) -> None:
        self._pause.stop()
        if self.value() != self._told:
            self._told = self.value()
            self.settled.emit(self._told)

    def hideEvent(self, event: QHideEvent) -> None:
        self._settle()
        super().hideEvent(event)


def with_buttons(field: NumberField) -> QWidget:
    """The number between a minus and a plus; the arrow keys do the same, so Tab passes over them."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for sign, words, steps in ((text.MINUS, text.LESS, -1), (text.PLUS, text.MORE, 1)):
        turn = QPushButton(sign)
        turn.setProperty("kind", "quiet")
        turn.setAccessibleName(words)
        turn.setAutoRepeat(True)
        turn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        turn.clicked.connect(lambda _=False, n=steps: field.stepBy(n))
        row.addWidget(turn)
        if steps < 0:
            row.addWidget(field)
    return whole
