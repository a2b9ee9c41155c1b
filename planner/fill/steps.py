"""Sets of times as whole numbers: one bit for each five minutes of the week.

"All of them are free" is then a single ``&``. Starts are sets too, with bits on the 672
quarter-hours only; the bits between are there because windows may begin at any five minutes.
"""

from collections.abc import Iterable
from functools import cache

from planner.fill.instance import DAY_MINUTES, DAYS, QUARTER, WEEK_MINUTES

STEP = 5
DAY_STEPS = DAY_MINUTES // STEP
WEEK_STEPS = WEEK_MINUTES // STEP
ALL_DAY = (1 << DAY_STEPS) - 1
ALL_WEEK = (1 << WEEK_STEPS) - 1
QUARTERS = sum(1 << step for step in range(0, WEEK_STEPS, QUARTER // STEP))


def steps_of(minutes: int) -> int:
    """How many five-minute steps such a length touches."""
    return -(-minutes // STEP)


def stretch(first: int, last: int) -> int:
    """The set of steps from first up to (not with) last, cut to the week."""
    first, last = max(first, 0), min(last, WEEK_STEPS)
    return (1 << last) - (1 << first) if first < last else 0


def inside(windows: Iterable[tuple[int, ...]]) -> int:
    """The steps that lie in one of the windows with all of their five minutes."""
    out = 0
    for window in windows:
        out |= stretch(-(-window[0] // STEP), window[1] // STEP)
    return out


def moments(windows: Iterable[tuple[int, ...]]) -> int:
    """The steps whose first minute lies in one of the windows."""
    out = 0
    for window in windows:
        out |= stretch(-(-window[0] // STEP), -(-window[1] // STEP))
    return out


def runs(steps: int, length: int) -> int:
    """The steps from which so many steps in a row all belong to the set."""
    have = 1
    while have < length and steps:
        more = min(have, length - have)
        steps &= steps >> more
        have += more
    return steps


def touches(steps: int, length: int) -> int:
    """The steps from which a row of that length would touch the set."""
    have = 1
    while have < length and steps:
        more = min(have, length - have)
        steps |= steps >> more
        have += more
    return steps


def days_of(steps: int) -> tuple[int, ...]:
    """Cut a set into seven, one for each day."""
    return tuple(steps >> day * DAY_STEPS & ALL_DAY for day in DAYS)


@cache
def within_a_day(minutes: int) -> int:
    """The steps from which so many minutes end by midnight (H1)."""
    last = (DAY_MINUTES - minutes) // STEP
    return sum(stretch(day * DAY_STEPS, day * DAY_STEPS + last + 1) for day in DAYS)


@cache
def on_days(days: frozenset[int]) -> int:
    return sum(ALL_DAY << day * DAY_STEPS for day in days)
