"""The week under the hand: choosing, moving, stretching and drawing entries by mouse and by keyboard.

Cards are deaf to the mouse and the keys, so that every press arrives here, whatever it hits; the lane
of whole days hands its own on. A drag shows a ghost with the times it would have; only the release
asks for the change, Esc or letting go outside leaves everything as it was.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from planner.drag import Slot, begun
from planner.model import DAY_MINUTES, Entry, EntryId
from ui.day_column import DayColumn
from ui.day_lane import DayLane
from ui.entry_card import EntryCard
from ui.lane_hand import Lane
from ui.theme import Theme
from ui.week_canvas import WeekCanvas
from ui.week_hours import fit_hours

if TYPE_CHECKING:  # imported at the first press, key or drag: the first week is painted sooner
    from ui.ghost_note import GhostNote
    from ui.rename_field import RenameField
    from ui.slot_mark import SlotMark
    from ui.week_drag import Held
    from ui.week_edges import Edges

DRAFT = EntryId("")
FAR = 4
"""A press that moves less than so many pixels is a click."""


class WeekGrid(WeekCanvas):
    """The canvas with everything a family can do on it, told by signals."""

    entry_chosen = Signal(object)  # Entry
    entry_opened = Signal(object)  # Entry, to be edited
    done_toggled = Signal(object)  # Entry
    entry_moved = Signal(object, object, int)  # Entry, date, start
    entry_copied = Signal(object, object, int)  # Entry, date, start
    entry_resized = Signal(object, int, int)  # Entry, start, minutes
    entry_changed = Signal(object, object)  # Entry before, Entry after
    entry_removed = Signal(object)  # Entry
    entry_made = Signal(object)  # Entry without an id, pasted or dropped
    menu_requested = Signal(object, QPoint)  # Entry, global position
    slot_drawn = Signal(object, int, int)  # date, start, minutes: time to plan something in
    slot_opened = Signal(object, object, str)  # date, Slot, the first letters of a name
    nothing_chosen = Signal()
    turn_requested = Signal(int)  # weeks

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.slot: Slot | None = None
        self.edges: Edges | None = None
        self.make_edges: Callable[[], Edges] | None = None
        self.held: Held | None = None
        self._taken_back = False
        self.note: GhostNote | None = None
        self._mark: SlotMark | None = None
        self.name_field: RenameField | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        parts: tuple[DayColumn | DayLane, ...] = (*self.columns, self.lane)
        for part in parts:
            part.card_pressed.connect(self.entry_chosen)
            part.card_ticked.connect(self.done_toggled)

    def make_lane(self) -> DayLane:
        return Lane(self.theme, self)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at = event.position().toPoint()
            from ui import hand  # noqa: PLC0415

            card = self.card_at(at)
            zone = hand.zone(self, card, at) if card else "draw"
            self.take(card, at, self.scale.day_at(at.x()), zone, lane=False)
            event.accept()
        else:
            self.other_button()

    def other_button(self) -> None:
        """Another button pressed on the way takes the drag back, as Esc does."""
        if self.dragging:
            self.cancel_drag()
            self._taken_back = True

    def take(self, card: EntryCard | None, at: QPoint, day: int, zone: str, *, lane: bool) -> None:
        """Take hold of a card, or of free time, at this point of the grid."""
        from ui import hand  # noqa: PLC0415

        self.held = hand.take(self, card, at, day, zone, lane=lane)
        (card or self).setFocus(Qt.FocusReason.MouseFocusReason)

    def hand_moved(self, at: QPoint, *, turning: bool = True) -> None:
        """What is dragged is at this point of the screen, be it over the hours or above them."""
        if self.edges is None and self.make_edges is not None:
            self.edges = self.make_edges()
        if self.edges is not None:
            self.edges.follow(at, turning=turning)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            from ui import hand  # noqa: PLC0415

            hand.hover(self, at)
        else:
            self.drag_to(at, event.modifiers())

    def drag_to(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The hand is now at this point of the grid, or outside it."""
        held = self.held
        if held is None:
            return
        far = (at - held.pressed).manhattanLength() >= FAR
        if held.started or far:
            from ui import hand  # noqa: PLC0415

            held.started = True
            hand.follow(self, held, at, keys)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go(event.position().toPoint(), event.modifiers())

    def let_go(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """The hand let go here: ask for what the ghost shows, or take it for a click."""
        self._taken_back = False
        if self.held is not None:
            from ui import hand  # noqa: PLC0415

            hand.let_go(self, self.held, at, copy=bool(keys & Qt.KeyboardModifier.ControlModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.held = None
        at = event.position().toPoint()
        card = self.card_at(at)
        if card is not None:
            self.entry_opened.emit(card.entry)
            return
        start = begun(self.scale.minute_at(at.y()))
        self.open_slot(Slot(self.scale.day_at(at.x()), start, self.usual_minutes))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = self.card_at(event.pos())
        if card is not None:
            self.ask_menu(card, event.globalPos())

    def ask_menu(self, card: EntryCard, at: QPoint) -> None:
        """Ask for this card's menu; not while a drag has only just been taken back."""
        if not self._taken_back:
            card.setFocus(Qt.FocusReason.MouseFocusReason)
            self.entry_chosen.emit(card.entry)
            self.menu_requested.emit(card.entry, at)

    @property
    def dragging(self) -> bool:
        return self.held is not None and self.held.started

    def cancel_drag(self) -> None:
        """Forget the drag; everything is where it was, the week as well."""
        held = self.held
        self.forget_drag()
        if held is not None:
            self._last = held.entry or self._last
            if held.first != self.first:
                self.turn_requested.emit((held.first - self.first).days // 7)
        self._mark_chosen(take_focus=True)

    def forget_drag(self) -> None:
        self.held = None
        if self.edges is not None:
            self.edges.leave()
        self.hide_ghost()
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_draft(self, entry: Entry | None) -> None:
        """Show a dashed card where something new is being written, or none."""
        self.select(None)
        if entry is None:
            self.hide_ghost()
            return
        from ui import hand, week_drag  # noqa: PLC0415

        hand.show_ghost(self, week_drag.slot_of(entry, self.first), entry, held=False)

    def hide_ghost(self) -> None:
        """Show nothing on its way any more."""
        self.ghost.hide()
        self.lane.show_ghost(None)
        if self.note is not None:
            self.note.hide()

    # free time

    def select(self, slot: Slot | None) -> None:
        """Choose a stretch of free time, to be seen and for the keys; or none."""
        if slot is None and self.slot is None:
            return
        from ui.slot_mark import SlotMark  # noqa: PLC0415

        self.slot = slot
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, slot is not None)
        if slot is not None and not slot.days:
            fit_hours(self, (slot.start, min(slot.start + slot.minutes, DAY_MINUTES)))
        self._mark = self._mark or SlotMark(self)
        self._mark.show_slot(slot)
        if slot is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_slot(self, slot: Slot, letters: str = "") -> None:
        """Ask to plan something in this time, beginning with these letters."""
        day = self.first + timedelta(days=slot.day)
        if slot.days or letters:
            self.slot_opened.emit(day, slot, letters)
        else:
            self.slot_drawn.emit(day, slot.start, slot.minutes)

    def take_focus(self) -> None:
        """Give the focus to the card the keys would go on from."""
        self._mark_chosen(take_focus=True)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from ui import week_keys  # noqa: PLC0415

        if not week_keys.pressed(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.held is not None:
            from ui import hand  # noqa: PLC0415

            hand.keys_changed(self, self.held, event, down=False)
        super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters that come of more than one key: shown in the slot until they are whole."""
        if self.slot is not None and self._mark is not None:
            self._mark.show_words(event.preeditString())
            if words := event.commitString().strip():
                self.open_slot(self.slot, words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        if by_key and self.slot is None and not self.all_cards():
            from ui.week_drag import usual_slot  # noqa: PLC0415

            self.select(usual_slot(self.first, self.now, self.usual_minutes))
        super().focusInEvent(event)

    # from a list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragged_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dragged_over(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.forget_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped(event)

    def dragged_over(self, event: QDragMoveEvent, *, over_lane: bool = False) -> None:
        """Something from a list is held over the hours or the lane."""
        from ui import drops  # noqa: PLC0415

        drops.follow(self, event, over_lane=over_lane)

    def dropped(self, event: QDropEvent, *, over_lane: bool = False) -> None:
        """It was let go here."""
        from ui import drops  # noqa: PLC0415

        self.forget_drag()
        drops.drop(self, event, over_lane=over_lane)
