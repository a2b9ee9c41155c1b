"""What a drag on the week makes of an entry: whole steps, inside the day, never shorter than a step."""

from typing import NamedTuple

from planner.model import DAY_MINUTES

STEP = 15
FINE_STEP = 5


class Slot(NamedTuple):
    """A stretch of one column: `day` 0 to 6, start and length in minutes."""

    day: int
    start: int
    minutes: int


def snapped(minute: float, step: int = STEP) -> int:
    """The nearest whole step."""
    return round(minute / step) * step


def moved(origin: Slot, day: int, minutes: float, step: int = STEP) -> Slot:
    """`origin` on another day and `minutes` later; it stays whole inside that day."""
    start = snapped(origin.start + minutes, step)
    return Slot(
        day, max(0, min(start, DAY_MINUTES - min(origin.minutes, DAY_MINUTES))), origin.minutes
    )


def start_dragged(origin: Slot, minute: float, step: int = STEP) -> Slot:
    """`origin` with its beginning pulled to `minute`; the end stays, be it past midnight."""
    end = origin.start + origin.minutes
    start = max(0, min(snapped(minute, step), end - step, DAY_MINUTES - step))
    return Slot(origin.day, start, end - start)


def end_dragged(origin: Slot, minute: float, step: int = STEP) -> Slot:
    """`origin` with its end pulled to `minute`; the beginning stays."""
    end = min(DAY_MINUTES, max(snapped(minute, step), origin.start + step))
    return Slot(origin.day, origin.start, end - origin.start)


def drawn(day: int, pressed: float, minute: float, step: int = STEP) -> Slot:
    """A new slot drawn from the press to here, at least one step long."""
    low, high = sorted((pressed, minute))
    start = max(0, min(int(low // step) * step, DAY_MINUTES - step))
    end = max(start + step, min(DAY_MINUTES, -int(-high // step) * step))
    return Slot(day, start, end - start)
