"""The week by keyboard: from card to card, from slot to slot, and what a key does with either."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from planner import drag
from planner.drag import STEP, Slot
from planner.model import DAY_MINUTES, Entry
from planner.whole_days import with_days
from ui import entry_clipboard
from ui.entry_card import EntryCard
from ui.hand import keys_changed
from ui.rename_field import rename
from ui.week_drag import slot_of, usual_slot

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid

Key, Mod = Qt.Key, Qt.KeyboardModifier
ARROWS = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
TURNING = {Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_Left, Key.Key_Right}
HALF_HOUR = 2 * STEP
STANDARD = QKeySequence.StandardKey


def keeps(event: QEvent) -> bool:
    """While the hand holds something, keys turn the week and open nothing."""
    kept = isinstance(event, QKeyEvent) and event.key() not in TURNING
    if kept:
        event.accept()
    return kept


def pressed(grid: "WeekGrid", event: QKeyEvent) -> bool:
    """Do what this key asks; False if it means nothing here."""
    if grid.held is not None:
        if event.key() == Key.Key_Escape:
            grid.cancel_drag()
        else:
            keys_changed(grid, grid.held, event, down=True)
        return True
    card = keyed(grid)
    if event.matches(STANDARD.Paste):
        entry_clipboard.paste(grid, card.entry if card else None)
        return True
    if grid.slot is not None and grid.hasFocus():
        return _on_slot(grid, event, grid.slot)
    arrow = ARROWS.get(Key(event.key()))
    if arrow is not None and event.modifiers() == Mod.NoModifier:
        return _choose_beside(grid, card, *arrow)
    if card is None or card.entry in grid.suggestions:
        return card is not None and _on_suggestion(grid, event, card.entry)
    return _on_card(grid, event, card.entry, arrow)


def keyed(grid: "WeekGrid") -> EntryCard | None:
    """The card that keys are meant for: the one with the focus, else the chosen one."""
    cards, focused = grid.all_cards(), grid.window().focusWidget()
    chosen = next((c for c in cards if c.entry.id == grid.chosen), None)
    return next((c for c in cards if c is focused), chosen)


def _on_suggestion(grid: "WeekGrid", event: QKeyEvent, entry: Entry) -> bool:
    """What nobody has kept yet can be looked at in the list and dropped."""
    if event.key() in (Key.Key_Return, Key.Key_Enter):
        grid.entry_opened.emit(entry)
    elif event.key() in (Key.Key_Delete, Key.Key_Backspace):
        grid.entry_removed.emit(entry)
    else:
        return False
    return True


def _on_card(
    grid: "WeekGrid", event: QKeyEvent, entry: Entry, arrow: tuple[int, int] | None
) -> bool:
    key, held = event.key(), event.modifiers()
    if event.matches(STANDARD.Copy):
        entry_clipboard.copy(entry)
    elif event.matches(STANDARD.Cut):
        cut_out(grid, entry)
    elif arrow is not None and held == Mod.ControlModifier:
        _move(grid, entry, *arrow)
    elif arrow is not None and held == Mod.ShiftModifier:
        _stretch(grid, entry, *arrow)
    elif key == Key.Key_Space:
        grid.done_toggled.emit(entry)
    elif key in (Key.Key_Return, Key.Key_Enter):
        grid.entry_opened.emit(entry)
    elif key == Key.Key_F2:
        rename(grid, entry)
    elif key in (Key.Key_Delete, Key.Key_Backspace):
        grid.entry_removed.emit(entry)
    elif key == Key.Key_Escape:
        slot = slot_of(entry, grid.first)
        minutes = 0 if slot.days else grid.usual_minutes
        grid.nothing_chosen.emit()
        grid.select(slot._replace(day=max(0, min(6, slot.day)), minutes=minutes))
    else:
        return False
    return True


def cut_out(grid: "WeekGrid", entry: Entry) -> None:
    """Put it on the clipboard and ask for it to be taken out of the week."""
    entry_clipboard.copy(entry)
    grid.entry_removed.emit(entry)


def _move(grid: "WeekGrid", entry: Entry, days: int, steps: int) -> None:
    """By a day, or by a quarter of an hour; whole days have no hours to be moved by."""
    grid.choose(entry.id)
    day = entry.day + timedelta(days=days)
    if entry.all_day:
        if days:
            grid.entry_changed.emit(entry, replace(entry, day=day))
    else:
        start = entry.start
        if steps:
            start = drag.moved(slot_of(entry, grid.first), 0, steps * STEP).start
        grid.entry_moved.emit(entry, day, start)
    if grid.card_of(entry.id) is None:  # it is in another week now: go along
        grid.turn_requested.emit(days)
        grid.choose(entry.id, take_focus=True)
        card = grid.card_of(entry.id)
        grid.entry_chosen.emit(card.entry if card else entry)


def _stretch(grid: "WeekGrid", entry: Entry, days: int, steps: int) -> None:
    """Longer or shorter: hours by a quarter of an hour, whole days by one."""
    if entry.all_day:
        after = with_days(entry, entry.day, entry.days + days + steps)
        if after != entry:
            grid.entry_changed.emit(entry, after)
    elif steps:
        minutes = max(STEP, min(entry.minutes + steps * STEP, DAY_MINUTES))
        grid.entry_resized.emit(entry, entry.start, minutes)


def _on_slot(grid: "WeekGrid", event: QKeyEvent, slot: Slot) -> bool:
    key, held, words = event.key(), event.modifiers(), event.text()
    arrow = ARROWS.get(Key(key))
    if arrow is not None and held == Mod.NoModifier:
        grid.select(_beside(slot, *arrow, grid.usual_minutes))
    elif arrow is not None and held == Mod.ShiftModifier:
        grid.select(_longer(slot, *arrow))
    elif key in (Key.Key_Return, Key.Key_Enter):
        grid.open_slot(slot)
    elif key == Key.Key_Escape:
        grid.select(None)
        grid.take_focus()
    elif words.strip() and words.isprintable() and held in {Mod.NoModifier, Mod.ShiftModifier}:
        grid.open_slot(slot, words)
    else:
        return False
    return True


def _beside(slot: Slot, days: int, steps: int, usual: int) -> Slot:
    """Half an hour up or down, a day to either side; above the first hours lie the whole days."""
    day = max(0, min(6, slot.day + days))
    if slot.days:
        return Slot(day, 0, usual) if steps > 0 else slot._replace(day=day)
    if steps < 0 and slot.start == 0:
        return Slot(day, 0, 0, 1)
    start = (slot.start // HALF_HOUR + steps) * HALF_HOUR if steps else slot.start
    return Slot(day, max(0, min(start, DAY_MINUTES - HALF_HOUR)), slot.minutes)


def _longer(slot: Slot, days: int, steps: int) -> Slot:
    if slot.days:
        return slot._replace(days=max(1, min(7 - slot.day, slot.days + days + steps)))
    return slot._replace(minutes=max(STEP, min(slot.minutes + steps * STEP, DAY_MINUTES)))


def _choose_beside(grid: "WeekGrid", card: EntryCard | None, days: int, steps: int) -> bool:
    """Choose the next card of the day, or the nearest in time of the next day that has any."""
    known = {c.entry.id: c.entry for c in grid.all_cards()}
    entries = sorted(known.values(), key=lambda e: (e.day, e.start, -e.days))
    if not entries:
        grid.select(usual_slot(grid.first, grid.now, grid.usual_minutes))
        return True
    if card is None:
        found = next((e for e in entries if e.day >= grid.first), entries[0])
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
    grid.choose(found.id, take_focus=True)
    grid.entry_chosen.emit(found)
    return True
