"""A card, or a stretch of free time, on its way under the hand: what letting go here would make of it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint

from planner import drag
from planner.dates import WEEK_DAYS
from planner.drag import STEP, Slot
from planner.model import DAY_MINUTES, Entry
from planner.whole_days import USUAL_HOURS, with_days, with_hours

HANDLE = 10
"""Minutes above the pointer at which a card begins that comes out of the lane of days."""


@dataclass(slots=True, kw_only=True)
class Held:
    """What was taken hold of, and where.

    `kind` is `body`, `top` or `bottom` of a card, `first` or `last` of a bar of days, `draw` for
    free time. `pressed` is the point in the grid, `spot` the point of the screen where it is by now, `minute` the time there, `origin` where the entry
    was when the week from `first` was shown, `off` how many days after its first one it was held.
    """

    kind: str
    entry: Entry | None
    pressed: QPoint
    minute: float
    origin: Slot
    slot: Slot
    first: date
    off: int = 0
    started: bool = False
    spot: QPoint = field(default_factory=QPoint)

    def stands(self, first: date) -> Slot:
        """Where it was, in the days from `first`."""
        return self.origin._replace(day=self.origin.day - (first - self.first).days)


def slot_of(entry: Entry, first: date) -> Slot:
    """Where an entry is in the days from `first`."""
    return Slot((entry.day - first).days, entry.start, entry.minutes, entry.days)


def followed(held: Held, first: date, day: int, minute: float, *, step: int, lane: bool) -> Slot:
    """The slot that letting go at this day and minute makes; `lane` over the lane of whole days."""
    origin = held.stands(first)
    match held.kind:
        case "first" | "last":
            return _stretched(origin, day, is_last=held.kind == "last")
        case "draw":
            return _drawn(origin, day, (held.minute, minute), step)
        case "top":
            return drag.start_dragged(origin, origin.start + minute - held.minute, step)
        case "bottom":
            end = origin.start + origin.minutes
            return drag.end_dragged(origin, end + minute - held.minute, step)
    return _moved(held, origin, day, minute, step=step, lane=lane)


def _moved(held: Held, origin: Slot, day: int, minute: float, *, step: int, lane: bool) -> Slot:
    """The whole card on another day or time, into the lane of whole days or out of it."""
    assert held.entry is not None
    if lane:
        return Slot(day - held.off, 0, 0, max(1, origin.days))
    if not origin.days:
        later = drag.snapped(origin.start + minute - held.minute, step) - DAY_MINUTES
        if held.off and later >= 0:  # held after midnight, and now it begins there as well
            return origin._replace(day=day, start=later)
        return drag.moved(origin, day - held.off, minute - held.minute, step)
    was_at = held.entry.was_at
    out = drag.moved(Slot(day, 0, (was_at or USUAL_HOURS)[1]), day, minute - HANDLE, step)
    return drag.nearer(out, was_at) if step == STEP else out


def _drawn(origin: Slot, day: int, way: tuple[float, float], step: int) -> Slot:
    if not origin.days:
        return drag.drawn(origin.day, *way, step)
    low, high = sorted((origin.day, day))
    return Slot(low, 0, 0, high - low + 1)


def _stretched(origin: Slot, day: int, *, is_last: bool) -> Slot:
    end = origin.day + origin.days - 1
    low, high = (origin.day, max(day, origin.day)) if is_last else (min(day, end), end)
    return Slot(low, 0, 0, high - low + 1)


def on_slot(entry: Entry, slot: Slot, first: date) -> Entry:
    """The entry as it would be there; it remembers the time it had when it goes to whole days."""
    day = first + timedelta(days=slot.day)
    if slot.days:
        return with_days(entry, day, slot.days)
    return replace(with_hours(entry, day, slot.start), minutes=slot.minutes)


def usual_slot(first: date, now: datetime, minutes: int) -> Slot:
    """So many minutes from the next whole hour of today, or in the morning of a week without today."""
    n = (now.date() - first).days
    if 0 <= n < WEEK_DAYS:
        return Slot(n, min((now.hour + 1) * 60, DAY_MINUTES - 2 * STEP), minutes)
    return Slot(0, USUAL_HOURS[0], minutes)
