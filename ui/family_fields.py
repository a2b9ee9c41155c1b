"""The small fields the family's pages are made of: cards, names, times of day, days of the week, numbers."""

from PySide6.QtCore import QEvent, QLocale, QObject, QRectF, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from planner.dates import WEEK_DAYS
from planner.model import DAY_MINUTES, Person
from ui.flow import FlowLayout
from ui.labels import label
from ui.shapes import draw_initial
from ui.text import common
from ui.text import family as text
from ui.theme import Theme, text_font

SETTLE_MS = 500
"""A number is taken as meant when nobody has turned it for so long, so that turning is one step."""

STEP = 5


class Card(QWidget):
    """A white sheet with a thin line round it; what is in it stands in `column`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(13, 10, 13, 10)
        self.column.setSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.line, 1))
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 11, 11)


class PersonTag(QWidget):
    """A person's initial in their colour, with the name beside it unless `bare`; long names are shortened."""

    def __init__(self, person: Person, theme: Theme, *, bare: bool = False) -> None:
        super().__init__()
        self._theme, self._bare = theme, bare
        self._person = person
        self.show_person(person)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, person: Person) -> None:
        self._person = person
        self.setAccessibleName(person.name)
        self.setToolTip("" if self._bare else person.name)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(text_font())
        side = metrics.height() + 14
        return QSize(side if self._bare else side + 11 + metrics.averageCharWidth() * 13, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.height()
        theme, font = self._theme, text_font(0.95, bold=True)
        ground = theme.people[self._person.colour % len(theme.people)]
        box = QRectF(0.5, 0.5, side - 1, side - 1)
        draw_initial(painter, box, common.initial(self._person), ground, theme.on_people, font)
        if self._bare:
            return
        font = text_font(bold=True)
        room = self.rect().adjusted(side + 11, 0, 0, 0)
        name = QFontMetrics(font).elidedText(
            self._person.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(theme.ink)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, where, name)


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


class TimeField(QTimeEdit):
    """A time of day on the locale's clock, in minutes after midnight."""

    settled = Signal(int)

    def __init__(self, *, is_end: bool = False) -> None:
        super().__init__()
        self._is_end, self._told = is_end, 0
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pause = QTimer(self, singleShot=True, interval=SETTLE_MS)
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
        self._pause = QTimer(self, singleShot=True, interval=SETTLE_MS)
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


class DayChips(QWidget):
    """The seven days, beginning with the locale's first; each one is in or out."""

    days_changed = Signal(object)  # tuple of weekdays

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, 5)
        self.chips: dict[int, QPushButton] = {}
        first = QLocale().firstDayOfWeek().value - 1
        for n in range(WEEK_DAYS):
            weekday = (first + n) % WEEK_DAYS
            chip = chip_button(text.weekday_name(weekday))
            chip.setAccessibleName(text.weekday_name(weekday, short=False))
            chip.clicked.connect(self._tell)
            flow.addWidget(chip)
            self.chips[weekday] = chip

    def weekdays(self) -> tuple[int, ...]:
        return tuple(sorted(d for d, chip in self.chips.items() if chip.isChecked()))

    def show_days(self, weekdays: tuple[int, ...]) -> None:
        for weekday, chip in self.chips.items():
            chip.setChecked(weekday in weekdays)

    def _tell(self) -> None:
        self.days_changed.emit(self.weekdays())


def chip_button(words: str) -> QPushButton:
    """A button that stays in or out; long words are shortened and told in full to those who point at it."""
    made = QPushButton(shortened(words))
    made.setProperty("kind", "chip")
    made.setFont(text_font(0.95))
    made.setCheckable(True)
    made.setAccessibleName(words)
    made.setToolTip(words if made.text() != words else "")
    return made


def shortened(words: str, letters: int = 18) -> str:
    """Words cut with an ellipsis to about so many letters' width."""
    metrics = QFontMetrics(text_font())
    room = metrics.averageCharWidth() * letters
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def button(words: str, kind: str = "") -> QPushButton:
    """A button in one of the sheet's looks."""
    made = QPushButton(words)
    if kind:
        made.setProperty("kind", kind)
    return made
