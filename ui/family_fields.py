"""The small fields the family's pages are made of: cards, names, days of the week, buttons."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from planner.dates import WEEK_DAYS
from planner.model import Person
from ui.flow import FlowLayout
from ui.habits import first_weekday
from ui.shapes import draw_initial
from ui.text import common
from ui.text import family as text
from ui.theme import Theme, text_font
from ui.tip import plain

ROUND = Qt.PenCapStyle.RoundCap
CHIP_GAP = 5
CHIP_LEAST = 30
"""Lower chips would lose their round ends."""


ROOM_FOR_ARROW = """QPushButton { padding: 6px 26px 6px 12px; text-align: left; }
QPushButton:focus { padding: 5px 25px 5px 11px; }"""


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


def in_reading_order(root: QWidget) -> None:
    """Let Tab go through everything below `root` as it is laid out, whenever it was made."""
    before: QWidget | None = None
    for field in _focusable(root):
        if before is not None:
            QWidget.setTabOrder(before, field)
        before = field


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _focusable(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from _focusable(widget)
        elif inner is not None:
            yield from _laid_out(inner)


def as_high_as_needed(column: QWidget) -> None:
    """Let a scrolled column be as high as its words are at its width, not as they would be in a narrow one."""
    column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)


class Tick(QCheckBox):
    """A tick with words, as large as the words are, to be seen on dark sheets too."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme

    def _side(self) -> int:
        return self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = self._side() + 12 + metrics.horizontalAdvance(self.text())
        return QSize(width, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return QRect(QPoint(0, 0), self.sizeHint()).contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side = self._theme, self._side()
        box = QRectF(1, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        ticked = self.isChecked()
        painter.setPen(QPen(theme.ink if ticked else theme.ink_3, 1.2))
        painter.setBrush(theme.ink if ticked else theme.surface)
        painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
        if ticked:
            painter.setPen(QPen(theme.surface, side / 9, Qt.PenStyle.SolidLine, ROUND))
            at = [(0.24, 0.54), (0.43, 0.72), (0.77, 0.32)]
            painter.drawPolyline(
                [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in at]
            )
        painter.setPen(theme.ink)
        painter.drawText(
            self.rect().adjusted(side + 9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


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
        self.setToolTip("" if self._bare else plain(person.name))
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


class DayChips(QWidget):
    """The seven days, beginning with the family's first; each one is in or out."""

    days_changed = Signal(object)  # tuple of weekdays

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, CHIP_GAP)
        self.chips: dict[int, QPushButton] = {}
        first = first_weekday()
        for n in range(WEEK_DAYS):
            weekday = (first + n) % WEEK_DAYS
            chip = chip_button(text.weekday_name(weekday))
            chip.setAccessibleName(text.weekday_name(weekday, short=False))
            chip.clicked.connect(self._tell)
            flow.addWidget(chip)
            self.chips[weekday] = chip

    def sizeHint(self) -> QSize:
        """All seven in one line."""
        hints = [chip.sizeHint() for chip in self.chips.values()]
        return QSize(
            sum(h.width() + CHIP_GAP for h in hints), max(CHIP_LEAST, *(h.height() for h in hints))
        )

    def weekdays(self) -> tuple[int, ...]:
        return tuple(sorted(d for d, chip in self.chips.items() if chip.isChecked()))

    def show_days(self, weekdays: tuple[int, ...]) -> None:
        for weekday, chip in self.chips.items():
            chip.setChecked(weekday in weekdays)

    def _tell(self) -> None:
        self.days_changed.emit(self.weekdays())


def paint_arrow(field: QWidget, colour: QColor) -> None:
    """A small arrow pointing down at the end of a field that opens something."""
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    end = field.layoutDirection() == Qt.LayoutDirection.LeftToRight
    x, y = (field.width() - 14.0 if end else 14.0), field.height() / 2
    painter.drawPolygon([QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 3)])


ITSELF = Qt.FindChildOption.FindDirectChildrenOnly


class ChoiceField(QComboBox):
    """A choice with the arrow the style sheet takes away; words too long for it end with an ellipsis."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        shown: str = option.currentText
        words = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, words, self)
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(shown, elide, box.width())

    def showPopup(self) -> None:
        """Let the list show its last line whole: the thicker frame of the focus is not reckoned with."""
        super().showPopup()
        lines = self.view()
        needed = sum(map(lines.sizeHintForRow, range(self.count())))
        if 0 < needed - lines.height() < lines.sizeHintForRow(0):
            box = lines.window()
            for part in box.findChildren(QWidget, options=ITSELF):
                part.setVisible(part is lines)  # not the arrows for scrolling
            layout = box.layout()
            assert layout is not None
            layout.activate()
            box.resize(box.width(), box.height() + needed - lines.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self, self.palette().buttonText().color())


class OpenButton(QPushButton):
    """A button that opens more below it, and says so with an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setStyleSheet(ROOM_FOR_ARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self, self.palette().buttonText().color())


def chip_button(words: str) -> QPushButton:
    """A button that stays in or out; long words are shortened and told in full to those who point at it."""
    made = QPushButton(shortened(words))
    made.setProperty("kind", "chip")
    made.setFont(text_font(0.95))
    made.setCheckable(True)
    made.setMinimumHeight(CHIP_LEAST)
    made.setAccessibleName(words)
    made.setToolTip(plain(words) if made.text() != words else "")
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
