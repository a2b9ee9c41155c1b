"""Six weeks under the hand: arrows go from day to day, a drag carries an entry to another one."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from planner.dates import WEEK_DAYS, days_from
from planner.model import Entry, Household
from planner.months import WEEKS_SHOWN, days_shown, months_later, week_number
from ui import tip
from ui.ghost_note import GhostNote
from ui.habits import first_weekday
from ui.mini_month import STEPS
from ui.month_day import DayBox, MonthLine, line_height
from ui.month_hand import FAR, Carried, drop, follow, hold, let_go, show_over
from ui.text import common
from ui.text import week as week_text
from ui.theme import Theme, text_font

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class MonthGrid(QWidget):
    """Shows entries of 42 days and tells what is asked of them. Nothing moves before it is let go."""

    day_chosen = Signal(object)  # date, perhaps in another month
    day_opened = Signal(object)  # date
    slot_drawn = Signal(object)  # date: something new is to be planned
    entry_opened = Signal(object)  # Entry
    entry_moved = Signal(object, object)  # Entry, date
    entry_copied = Signal(object, object)  # Entry, date
    entry_removed = Signal(object)  # Entry
    entry_dropped = Signal(object, object)  # Entry of a list, date
    more_requested = Signal(object, QPoint)  # tuple of entries, where on the screen
    drag_moved = Signal(QPoint)  # where on the screen something is held
    drag_left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.chosen = self.today = date.min
        self.household = Household()
        self._held: Carried | None = None
        self.note: GhostNote | None = None
        self.boxes = tuple(DayBox(self, theme) for _ in range(WEEKS_SHOWN * WEEK_DAYS))
        for box in self.boxes:
            box.on_open(self.entry_opened.emit)
        self.ghost = MonthLine(self, theme)
        self.ghost.hide()
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    # what is shown

    def show_month(
        self, household: Household, chosen: date, today: date, entries: tuple[Entry, ...]
    ) -> None:
        """Show the month of `chosen`; `entries` are those of its six weeks."""
        if self._held is not None and household is not self.household:
            self.forget_drag()  # what is held may be gone
        self.household, self.chosen, self.today = household, chosen, today
        had_focus = self._has_focus()
        by_day: dict[date, list[Entry]] = {}
        for entry in entries:
            for day in days_from(entry.day, max(1, entry.days)):
                by_day.setdefault(day, []).append(entry)
        for box, day in zip(self.boxes, days_shown(chosen, first_weekday()), strict=True):
            box.show_day(
                day,
                tuple(by_day.get(day, ())),
                household,
                today=today,
                outside=(day.year, day.month) != (chosen.year, chosen.month),
            )
            box.show_chosen(chosen=day == chosen)
        if had_focus and not self._has_focus():  # its line is of another entry now, or hidden
            self.take_focus()
        self.update()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def show_moved(self, entry: Entry, day: date) -> None:
        """Let the keys be where this entry is now; the month stays, unless it is not in it at all."""
        box = self.box_of(day)
        if box is None or not box.outside:
            self.day_chosen.emit(day)
        line = self.line_of(entry, day)
        if line is None:
            self.take_focus()
        else:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def box_of(self, day: date) -> DayBox | None:
        return next((box for box in self.boxes if box.day == day), None)

    def line_of(self, entry: Entry, day: date) -> MonthLine | None:
        """The line that shows this entry on this day, or None if there is no room for it."""
        box = self.box_of(day)
        lines = box.lines[: len(box.entries) - box.hidden] if box else []
        return next((line for line in lines if line.entry and line.entry.id == entry.id), None)

    def take_focus(self) -> None:
        box = self.box_of(self.chosen)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    # where things are

    @property
    def head(self) -> int:
        """The height of the names of the days."""
        return int(QFontMetricsF(text_font(0.85, bold=True)).height()) + 10

    @property
    def gutter(self) -> int:
        """The width of the numbers of the weeks, where they have numbers."""
        if week_number(self.boxes[0].day) is None:
            return 0
        return int(QFontMetricsF(text_font(0.82)).horizontalAdvance("53")) + 14

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Give every day its box."""
        wide = (self.width() - self.gutter) / WEEK_DAYS
        tall = (self.height() - self.head) / WEEKS_SHOWN
        for n, box in enumerate(self.boxes):
            row, column = divmod(n, WEEK_DAYS)
            left, top = round(self.gutter + column * wide), round(self.head + row * tall)
            right = round(self.gutter + (column + 1) * wide)
            box.setGeometry(left, top, right - left, round(self.head + (row + 1) * tall) - top)

    def box_at(self, at: QPoint) -> DayBox | None:
        return next((box for box in self.boxes if box.geometry().contains(at)), None)

    def entry_at(self, at: QPoint) -> Entry | None:
        """The entry whose line is under this point."""
        box = self.box_at(at)
        line = box.line_at(at - box.pos()) if box else None
        return line.entry if line else None

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        box, entry = self.box_at(at), self.entry_at(at)
        if event.button() != Qt.MouseButton.LeftButton or box is None:
            self.cancel_drag()
            return
        self._held = None
        if entry is not None:
            self._held = Carried(entry=entry, day=box.day, pressed=at, chosen=self.chosen)
        self.day_chosen.emit(box.day)
        line = self.line_of(entry, box.day) if entry else None
        (line or self.box_of(box.day) or self).setFocus(Qt.FocusReason.MouseFocusReason)
        if entry is None and box.more_at(at - box.pos()):
            self.more_requested.emit(box.entries, self.mapToGlobal(box.geometry().bottomLeft()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, held = event.position().toPoint(), self._held
        if held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            box = self.box_at(at)
            hand = self.entry_at(at) is not None or (
                box is not None and box.more_at(at - box.pos())
            )
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            )
        elif held.started or (at - held.pressed).manhattanLength() >= FAR:
            if not held.started:
                self.setFocus(Qt.FocusReason.MouseFocusReason)  # its line may be hidden on the way
            follow(self, held, at, copy=bool(event.modifiers() & CONTROL))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and event.button() == Qt.MouseButton.LeftButton:
            copy = bool(event.modifiers() & CONTROL)
            let_go(self, self._held, event.position().toPoint(), copy=copy)

    def cancel_drag(self) -> None:
        """Forget the drag; the month it began in is shown again."""
        held = self._held
        self.forget_drag()
        if held is not None and held.started:
            self.day_chosen.emit(held.day)
            self.show_moved(held.entry, held.day)

    def forget_drag(self) -> None:
        self._held = None
        self.drag_left.emit()
        show_over(self, None, None, QPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor)

    # from a list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        hold(self, event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.forget_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        drop(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        box, entry = self.box_at(at), self.entry_at(at)
        self.forget_drag()
        if entry is not None:
            self.entry_opened.emit(entry)
        elif box is not None and not box.more_at(at - box.pos()):
            self.slot_drawn.emit(box.day)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self.cancel_drag()
        elif not self._key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Do what this key asks; False if it means nothing here."""
        focused = self.window().focusWidget()
        entry = focused.entry if isinstance(focused, MonthLine) else None
        if key in STEPS and held == CONTROL and entry is not None:
            day = entry.day + timedelta(days=STEPS[key])
            self.entry_moved.emit(entry, day)
            self.show_moved(entry, day)
        elif key in STEPS and held == PLAIN:
            self.day_chosen.emit(self.chosen + timedelta(days=STEPS[key]))
            self.take_focus()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.day_chosen.emit(months_later(self.chosen, 1 if key == Qt.Key.Key_PageDown else -1))
            self.take_focus()
        elif key == Qt.Key.Key_Home:
            self.day_chosen.emit(self.today)
            self.take_focus()
        elif key == Qt.Key.Key_Insert or (key in ENTER and held == CONTROL):
            self.slot_drawn.emit(self.chosen)
        elif key in REMOVE and entry is not None:
            self.entry_removed.emit(entry)
        elif key in ENTER and entry is not None:
            self.entry_opened.emit(entry)
        elif key in ENTER:
            self.day_opened.emit(self.chosen)
        else:
            return False
        return True

    # looks

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(event.pos())
            words = week_text.card_tip(entry, self.household) if entry else ""
            tip.show(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(text_font(0.85, bold=True))
        painter.setPen(self.theme.ink_2)
        middle = Qt.AlignmentFlag.AlignCenter
        for box in self.boxes[:WEEK_DAYS]:
            head = box.geometry()
            head.setRect(head.x(), 0, head.width(), self.head)
            painter.drawText(head, middle, common.day_name(box.day, short=True))
        painter.setFont(text_font(0.82))
        for box in self.boxes[::WEEK_DAYS]:
            number = week_number(box.day)
            if number is not None:
                aside = box.geometry()
                aside.setRect(0, aside.y() + 5, self.gutter, line_height())
                painter.drawText(aside, middle, str(number))
