"""Words of the lane above the hours, of slots that are chosen there or in the hours, and of what is pasted."""

from datetime import date

from ui.text import common, tr
from ui.text.week import START_TO_END, UNTIL_DAY

LANE = tr("All day")
LESS, FEWER = tr("less"), tr("Fewer rows")
COPYING = tr("+ ")
"""Stands before the times of a card that is being copied."""
NEW_NAME = tr("Name")
UNTIL = tr("until")
LAST_DAY = tr("Last day")


def lane(count: int) -> str:
    if count == 0:
        return LANE
    if count == 1:
        return tr("All day, 1 activity")
    return tr("All day, {count} activities").format(count=count)


def more(count: int) -> str:
    return f"+{count}"


def more_on(count: int, day: date) -> str:
    """What a screen reader says of it: `3 more on Wednesday`."""
    return tr("{count} more on {day}").format(count=count, day=common.day_name(day))


FREE = tr("free")


def slot(day: date, start: int, minutes: int, there: tuple[str, ...]) -> str:
    """What a screen reader says of the chosen hours: day, times, what is there or that they are free."""
    when = START_TO_END.format(start=common.clock(start), end=common.clock(start + minutes))
    return ", ".join((common.long_date(day), when, *(there or (FREE,))))


def slot_of_days(first: date, last: date, there: tuple[str, ...]) -> str:
    """The same for whole days."""
    words = common.ALL_DAY
    if last > first:
        words = UNTIL_DAY.format(words=words, day=common.long_date(last))
    return ", ".join((common.long_date(first), words, *(there or (FREE,))))
