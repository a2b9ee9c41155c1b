"""The parts of a day, for families who live by breakfast and bedtime and not by the clock."""

from planner.model import DAY_MINUTES
from planner.sheet import SheetLine, WeekSheet

PARTS = ("morning", "after-school", "evening", "bedtime")
NOON, EVENING = 12 * 60, 17 * 60


def part_of(start: int, bedtime: int) -> str:
    """The part of the day in which something starts (both in minutes after midnight)."""
    for part, end in (
        ("morning", min(NOON, bedtime)),
        ("after-school", min(EVENING, bedtime)),
        ("evening", bedtime),
    ):
        if start % DAY_MINUTES < end:
            return part
    return "bedtime"


def parts_of(sheet: WeekSheet) -> tuple[tuple[tuple[SheetLine, ...], ...], ...]:
    """For each part of the day, in the order of `PARTS`, the lines of each day of the sheet."""
    return tuple(
        tuple(
            tuple(line for line in day.lines if part_of(line.start, sheet.bedtime) == part)
            for day in sheet.days
        )
        for part in PARTS
    )
