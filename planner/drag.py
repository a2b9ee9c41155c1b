"""What a drag on the week makes of an entry: whole steps, begun inside the day, never shorter than a step.

An entry may run past midnight, but never for more than a day.
"""

from typing import NamedTuple

from planner.model import DAY_MINUTES

STEP = 15
FINE_STEP = 5
AIM = 2
"""So many minutes beside a line still mean the line: a hand does not hit a pixel."""


class Slot(NamedTuple):
    """A stretch of time: `day` counts from the first day shown, start and length are minutes.

    With `days` it is so many whole days from `day` on, and no hours.
    """

    day: int
    start: int
    minutes: int
    days: int = 0


def snapped(minute: float, step: int = STEP) -> int:
    """The nearest whole step."""
    return round(minute / step) * step


def moved(origin: Slot, day: int, minutes: float, step: int = STEP) -> Slot:
    """`origin` on another day and `minutes` later; it begins inside that day and may end after it."""
    start = snapped(origin.start + minutes, step)
    return Slot(day, max(0, min(start, DAY_MINUTES - step)), origin.minutes)


def start_dragged(origin: Slot, minute: float, step: int = STEP) -> Slot:
    """`origin` with its beginning pulled to `minute`; the end stays, be it past midnight."""
    end = origin.start + origin.minutes
    start = max(0, end - DAY_MINUTES, min(snapped(minute, step), end - step, DAY_MINUTES - step))
    return Slot(origin.day, start, end - start)


def end_dragged(origin: Slot, minute: float, step: int = STEP) -> Slot:
    """`origin` with its end pulled to `minute` of its first day; the beginning stays.

    What ended before midnight still does: only the part after midnight is pulled further than that.
    """
    past_midnight = origin.start + origin.minutes > DAY_MINUTES
    latest = origin.start + DAY_MINUTES if past_midnight else DAY_MINUTES
    end = min(latest, max(snapped(minute, step), origin.start + step))
    return Slot(origin.day, origin.start, end - origin.start)


def nearer(slot: Slot, was_at: tuple[int, int] | None, reach: int = 2 * STEP) -> Slot:
    """The slot, at the time it had before if it is dropped near that time."""
    if was_at is None or abs(slot.start - was_at[0]) > reach:
        return slot
    return slot._replace(start=was_at[0])


def drawn(day: int, pressed: float, minute: float, step: int = STEP) -> Slot:
    """A new slot drawn from the press to here, at least one step long."""
    low, high = sorted((pressed, minute))
    start = begun(low, step)
    end = max(start + step, min(DAY_MINUTES, -int(-(high - AIM) // step) * step))
    return Slot(day, start, end - start)


def begun(minute: float, step: int = STEP) -> int:
    """The beginning of the step that a press is in; who presses a hair above a line means the line."""
    return max(0, min(int((minute + AIM) // step) * step, DAY_MINUTES - step))
