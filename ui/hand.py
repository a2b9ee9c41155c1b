"""What the hand does with a card it holds: the ghost follows, says its times and who is busy, and is let go."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from planner.drag import FINE_STEP, STEP, Slot, begun
from planner.model import DAY_MINUTES, Entry, EntryId
from planner.week import plain_copy
from ui.clashes import clashes
from ui.entry_card import EntryCard, drag_zone
from ui.ghost_note import GhostNote
from ui.resting import is_over
from ui.text import common
from ui.text import lane as lane_text
from ui.text import week as text
from ui.week_drag import Held, followed, on_slot, slot_of

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid

Cursor, Mod = Qt.CursorShape, Qt.KeyboardModifier
KEYS = {Qt.Key.Key_Shift: Mod.ShiftModifier, Qt.Key.Key_Control: Mod.ControlModifier}
"""Keys that change what a drag does while they are down."""


def take(
    grid: "WeekGrid", card: EntryCard | None, at: QPoint, day: int, part: str, *, lane: bool
) -> Held:
    """What the hand holds after a press on this card, or on free time of this day."""
    minute = grid.scale.minute_at(at.y())
    if card is not None:
        slot = slot_of(card.entry, grid.first)
    elif lane:
        slot = Slot(day, 0, 0, 1)
    else:
        slot = Slot(day, begun(minute), grid.usual_minutes)
    return Held(
        kind=part,
        entry=card.entry if card else None,
        pressed=at,
        minute=minute,
        origin=slot,
        slot=slot,
        first=grid.first,
        off=day - slot.day if card else 0,
    )


def hover(grid: "WeekGrid", at: QPoint) -> None:
    """Tell by the pointer what a press here would take hold of."""
    card = grid.card_at(at)
    shape = Cursor.ArrowCursor
    if card is not None:
        whole = zone(grid, card, at) == "body"
        shape = Cursor.PointingHandCursor if whole else Cursor.SizeVerCursor
    grid.setCursor(shape)


def zone(grid: "WeekGrid", card: EntryCard, at: QPoint) -> str:
    """What a press here takes hold of; a suggestion, and an edge at midnight, only as a whole."""
    part = drag_zone(card.geometry(), at.y() - card.y())
    is_tail = grid.first + timedelta(days=grid.scale.day_at(at.x())) > card.entry.day
    runs_on = card.entry.end > DAY_MINUTES and not is_tail
    if card.ghost or (part == "top" and is_tail) or (part == "bottom" and runs_on):
        return "body"
    return part


def follow(grid: "WeekGrid", held: Held, at: QPoint, keys: Qt.KeyboardModifier) -> None:
    """Let the ghost show what letting go here would make; none where it would change nothing."""
    held.spot = spot = grid.mapToGlobal(at)
    grid.hand_moved(spot, turning=held.entry not in grid.suggestions)
    if not _may_stay(grid, held, at):
        grid.hide_ghost()
        rests = grid.edges is not None and grid.edges.rest.is_on
        grid.setCursor(Cursor.ClosedHandCursor if rests else Cursor.ForbiddenCursor)
        return
    held.slot = followed(
        held,
        grid.first,
        grid.scale.day_at(at.x()),
        grid.scale.minute_at(at.y()),
        step=FINE_STEP if keys & Mod.ShiftModifier else STEP,
        lane=is_over(grid.lane, spot),
    )
    show_ghost(grid, held.slot, held.entry)
    show_copying(grid, held, on=bool(keys & Mod.ControlModifier))


def keys_changed(grid: "WeekGrid", held: Held, event: QKeyEvent, *, down: bool) -> None:
    """Shift or Ctrl was pressed or let go while the hand rests: the ghost follows at once."""
    own = KEYS.get(Qt.Key(event.key()))
    if own is not None and held.started:
        keys = event.modifiers() | own if down else event.modifiers() & ~own
        follow(grid, held, grid.mapFromGlobal(held.spot), keys)


def show_copying(grid: "WeekGrid", held: Held, *, on: bool) -> None:
    """Tell by the pointer and in words whether letting go makes a copy."""
    if held.kind != "body":
        across = held.kind in {"first", "last"}
        grid.setCursor(Cursor.SizeHorCursor if across else Cursor.SizeVerCursor)
        return
    grid.setCursor(Cursor.DragCopyCursor if on else Cursor.ClosedHandCursor)
    words = grid.ghost.second_line.removeprefix(lane_text.COPYING)
    grid.ghost.second_line = lane_text.COPYING + words if on else words
    grid.ghost.update()


def let_go(grid: "WeekGrid", held: Held, at: QPoint, *, copy: bool) -> None:
    """Ask for what the ghost showed; a press that hardly moved is a click."""
    if not held.started:
        grid.forget_drag()
        if held.entry is not None:
            grid.select(None)
            grid.entry_chosen.emit(held.entry)
        else:
            grid.nothing_chosen.emit()
            grid.select(held.origin)
        return
    if not _may_stay(grid, held, at):
        grid.cancel_drag()
        return
    grid.forget_drag()
    if held.entry is None:
        grid.open_slot(held.slot)
        return
    grid.entry_chosen.emit(held.entry)
    if held.slot != held.stands(grid.first):
        _ask(grid, held, held.entry, copy=copy)
    grid.take_focus()  # the card it was may be one of another week


def _ask(grid: "WeekGrid", held: Held, entry: Entry, *, copy: bool) -> None:
    day = grid.first + timedelta(days=held.slot.day)
    after = on_slot(entry, held.slot, grid.first)
    if entry.all_day or after.all_day:
        if copy and held.kind == "body":
            grid.entry_made.emit(replace(plain_copy(after), id=EntryId("")))
        else:
            grid.entry_changed.emit(entry, after)
    elif held.kind == "body":
        (grid.entry_copied if copy else grid.entry_moved).emit(entry, day, held.slot.start)
    else:
        grid.entry_resized.emit(entry, held.slot.start, held.slot.minutes)


def show_ghost(grid: "WeekGrid", slot: Slot, entry: Entry | None, *, held: bool = True) -> None:
    """A dashed card in this slot with its times; in the lane, a dashed bar.

    Beside it stands who is elsewhere then, and while it is `held` whatever it has no room for.
    """
    blank = Entry(id=EntryId(""), day=grid.first, start=0, minutes=STEP, title=text.NEW)
    shown = on_slot(entry or blank, slot, grid.first)
    if slot.days:
        grid.hide_ghost()
        grid.lane.show_ghost(shown)
        return
    grid.lane.show_ghost(None)
    grid.ghost.second_line = text.times(shown.start, shown.minutes)
    grid.ghost.times_first = grid.dragging or not shown.title
    grid.ghost.show_entry(shown, grid.household, ghost=True)
    seen = 0 <= slot.day < 7
    grid.ghost.setVisible(seen)
    if seen:
        grid.ghost.setGeometry(grid.slot_box(slot))
        grid.ghost.raise_()
        grid.ghost.update()
        _show_note(grid, shown, held=held)


def _show_note(grid: "WeekGrid", shown: Entry, *, held: bool) -> None:
    """Say beside the ghost what does not fit on it."""
    words = clashes(grid.household, grid.entries, shown)
    if held and shown.people and not grid.ghost.shows_people:
        words = (common.people_line(grid.household, shown.people), *words)
    if held and not grid.ghost.shows(grid.ghost.second_line):
        words = (grid.ghost.second_line, *words)
    if words or grid.note is not None:
        grid.note = grid.note or GhostNote(grid)
        seen = grid.visibleRegion().boundingRect()
        grid.note.show_words("\n".join(words), grid.ghost.geometry(), seen, grid.theme)


def _may_stay(grid: "WeekGrid", held: Held, at: QPoint) -> bool:
    """Whether it can be let go here: in the hours that are seen, or in the lane unless it is suggested."""
    in_lane = is_over(grid.lane, grid.mapToGlobal(at)) and held.entry not in grid.suggestions
    return in_lane or grid.visibleRegion().contains(at)
