"""The week under the hand: choosing, moving, stretching and drawing entries by mouse and by keyboard.

Cards ignore the mouse and the keys, so that every press arrives here, whatever it hits. A drag shows
a ghost with the times it would have; only the release asks for the change, Esc or letting go outside
leaves everything as it was.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from planner import drag
from planner.drag import FINE_STEP, STEP, Slot
from planner.model import DAY_MINUTES, Entry, EntryId
from ui.clashes import clashes
from ui.entry_card import EntryCard, drag_zone
from ui.text import common
from ui.text import week as text
from ui.theme import Theme
from ui.week_canvas import WeekCanvas

DRAFT = EntryId("")
EDGE = 28
"""So near to the upper or lower edge of the view a drag scrolls it."""


@dataclass(slots=True, kw_only=True)
class _Drag:
    """A drag on its way: what was taken hold of (`top`, `bottom`, `body` or `draw`) and where it is."""

    kind: str
    entry: Entry | None
    pressed: QPoint
    origin: Slot
    slot: Slot
    started: bool = False


class WeekGrid(WeekCanvas):
    """The canvas with everything a family can do on it, told by signals."""

    entry_chosen = Signal(object)  # Entry
    entry_opened = Signal(object)  # Entry, to be edited
    done_toggled = Signal(object)  # Entry
    entry_moved = Signal(object, object, int)  # Entry, date, start
    entry_copied = Signal(object, object, int)  # Entry, date, start
    entry_resized = Signal(object, int, int)  # Entry, start, minutes
    entry_removed = Signal(object)  # Entry
    menu_requested = Signal(object, QPoint)  # Entry, global position
    slot_drawn = Signal(object, int, int)  # date, start, minutes: time to plan something in
    nothing_chosen = Signal()

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._drag: _Drag | None = None
        self._scroller = QTimer(self, interval=30)
        self._scroller.timeout.connect(self._scroll_at_edge)
        self.setMouseTracking(True)
        for column in self.columns:
            column.card_pressed.connect(self.entry_chosen)
            column.card_ticked.connect(self.done_toggled)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        card = self.card_at(at)
        if card is None:
            day, minute = self.scale.day_at(at.x()), self.scale.minute_at(at.y())
            slot = drag.drawn(day, minute, minute)
            kind, entry = "draw", None
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            entry = card.entry
            slot = Slot((entry.day - self.first).days, entry.start, entry.minutes)
            kind = self._zone(card, at)
            card.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drag = _Drag(kind=kind, entry=entry, pressed=at, origin=slot, slot=slot)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(at)
            return
        far = (at - self._drag.pressed).manhattanLength() >= QApplication.startDragDistance() // 2
        if self._drag.started or far:
            self._drag.started = True
            self._follow(at, fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._scroller.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._drag is None:
            return
        ended, inside = self._drag, self.visibleRegion().contains(event.position().toPoint())
        self._forget_drag()
        if not ended.started:
            if ended.entry is None:
                self.nothing_chosen.emit()
            else:
                self.entry_chosen.emit(ended.entry)
        elif inside:
            self._ask(ended, copy=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            self._mark_chosen(take_focus=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        at = event.position().toPoint()
        card = self.card_at(at)
        if card is not None:
            self.entry_opened.emit(card.entry)
            return
        start = int(self.scale.minute_at(at.y()) // STEP) * STEP
        day = self.first + timedelta(days=self.scale.day_at(at.x()))
        self.slot_drawn.emit(day, start, min(2 * STEP, DAY_MINUTES - start))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.card_at(event.pos())
        if card is not None:
            self.entry_chosen.emit(card.entry)
            self.menu_requested.emit(card.entry, event.globalPos())

    @property
    def dragging(self) -> bool:
        return self._drag is not None and self._drag.started

    def cancel_drag(self) -> None:
        """Forget the drag; everything is where it was."""
        self._forget_drag()
        self._mark_chosen(take_focus=True)

    def _forget_drag(self) -> None:
        self._drag = None
        self._scroller.stop()
        self.ghost.hide()

    def show_draft(self, entry: Entry | None) -> None:
        """Show a dashed card where something new is being written, or none."""
        if entry is None:
            self.ghost.hide()
            return
        n = (entry.day - self.first).days
        if 0 <= n < 7:
            self._show_ghost(Slot(n, entry.start, entry.minutes), entry)

    def _ask(self, ended: _Drag, *, copy: bool) -> None:
        day, start, minutes = self._day(ended.slot), ended.slot.start, ended.slot.minutes
        if ended.entry is None:
            self.slot_drawn.emit(day, start, minutes)
            return
        self.entry_chosen.emit(ended.entry)
        if ended.slot == ended.origin:
            return
        if ended.kind == "body":
            (self.entry_copied if copy else self.entry_moved).emit(ended.entry, day, start)
        else:
            self.entry_resized.emit(ended.entry, start, minutes)

    def _follow(self, at: QPoint, *, fine: bool) -> None:
        """Let the ghost show what releasing here would make."""
        held = self._drag
        assert held is not None
        step = FINE_STEP if fine else STEP
        minute = self.scale.minute_at(at.y())
        if held.kind == "draw":
            held.slot = drag.drawn(
                held.slot.day, self.scale.minute_at(held.pressed.y()), minute, step
            )
        elif held.kind == "top":
            held.slot = drag.start_dragged(held.origin, minute, step)
        elif held.kind == "bottom":
            held.slot = drag.end_dragged(held.origin, minute, step)
        else:
            later = self.scale.minute_at(at.y() - held.pressed.y())
            aside = self.scale.day_at(at.x()) - self.scale.day_at(held.pressed.x())
            held.slot = drag.moved(held.origin, min(held.origin.day + aside, 6), later, step)
        self._show_ghost(held.slot, held.entry)

    def _show_ghost(self, slot: Slot, entry: Entry | None) -> None:
        blank = Entry(id=DRAFT, day=self.first, start=0, minutes=STEP, title=text.NEW)
        shown = self.entry_on_slot(entry or blank, slot)
        times = text.times(shown.start, shown.minutes)
        trouble = clashes(self.household, self.entries, shown)
        self.ghost.second_line = common.SEPARATOR.join((times, *trouble))
        self.ghost.times_first = self.dragging or not shown.title
        self.ghost.show_entry(shown, self.household, ghost=True)
        self.ghost.setVisible(slot.day >= 0)
        if slot.day >= 0:
            self.ghost.setGeometry(self.slot_box(slot))
            self.ghost.raise_()
            self.ghost.update()

    def _day(self, slot: Slot) -> date:
        return self.first + timedelta(days=slot.day)

    def _show_cursor(self, at: QPoint) -> None:
        card = self.card_at(at)
        shape = Qt.CursorShape.ArrowCursor
        if card is not None:
            whole = self._zone(card, at) == "body"
            shape = Qt.CursorShape.PointingHandCursor if whole else Qt.CursorShape.SizeVerCursor
        self.setCursor(shape)

    def _zone(self, card: EntryCard, at: QPoint) -> str:
        """What a press here takes hold of; a suggestion and what runs past midnight only as a whole."""
        if card.ghost or card.entry.end > DAY_MINUTES:
            return "body"
        return drag_zone(card.geometry(), at.y() - card.y())

    def _scroll_at_edge(self) -> None:
        area = self.parentWidget()
        area = area.parentWidget() if area is not None else None
        if not isinstance(area, QScrollArea) or self._drag is None:
            return
        at = area.viewport().mapFromGlobal(self.cursor().pos())
        bar = area.verticalScrollBar()
        if at.y() < EDGE:
            bar.setValue(bar.value() - 12)
        elif at.y() > area.viewport().height() - EDGE:
            bar.setValue(bar.value() + 12)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self.cancel_drag()
            return
        card = self._keyed()
        if not self._key(event, card.entry if card else None):
            super().keyPressEvent(event)

    def _keyed(self) -> EntryCard | None:
        """The card that keys are meant for: the one with the focus, else the chosen one."""
        cards, focused = self.cards(), self.window().focusWidget()
        chosen = next((c for c in cards if c.entry.id == self.chosen), None)
        return next((c for c in cards if c is focused), chosen)

    def _key(self, event: QKeyEvent, entry: Entry | None) -> bool:
        """Do what this key asks; False if it means nothing here."""
        key, held = event.key(), event.modifiers()
        arrow = ARROWS.get(Qt.Key(key))
        if arrow is not None and held == Qt.KeyboardModifier.NoModifier:
            return self._choose_beside(*arrow)
        if entry is None or entry in self.suggestions:
            return False
        if arrow is not None and held == Qt.KeyboardModifier.ControlModifier:
            slot = Slot((entry.day - self.first).days, entry.start, entry.minutes)
            start = drag.moved(slot, slot.day, arrow[1] * STEP).start if arrow[1] else entry.start
            self.choose(entry.id)
            self.entry_moved.emit(entry, entry.day + timedelta(days=arrow[0]), start)
        elif arrow is not None and held == Qt.KeyboardModifier.ShiftModifier and arrow[1]:
            most = max(entry.minutes, DAY_MINUTES - entry.start)
            minutes = max(STEP, min(entry.minutes + arrow[1] * STEP, most))
            self.entry_resized.emit(entry, entry.start, minutes)
        elif key == Qt.Key.Key_Space:
            self.done_toggled.emit(entry)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entry_opened.emit(entry)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.entry_removed.emit(entry)
        else:
            return False
        return True

    def _choose_beside(self, days: int, steps: int) -> bool:
        """Choose the next card of the day, or the nearest in time of the next day that has any."""
        entries = list({c.entry.id: c.entry for c in self.cards()}.values())
        if not entries:
            return False
        card = self._keyed()
        if card is None:
            found = entries[0]
        elif steps:
            n = [e.id for e in entries].index(card.entry.id)
            found = entries[max(0, min(len(entries) - 1, n + steps))]
        else:
            here = card.entry
            beside = [e for e in entries if (e.day - here.day).days * days > 0]
            found = min(
                beside,
                key=lambda e: (abs((e.day - here.day).days), abs(e.start - here.start)),
                default=here,
            )
        self.choose(found.id, take_focus=True)
        self.entry_chosen.emit(found)
        return True


ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
