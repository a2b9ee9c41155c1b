"""Words of the page that shows today alone."""

from datetime import date
from typing import TYPE_CHECKING

from planner.busy_blocks import Block
from planner.dates import ONE_DAY
from planner.model import Entry, Household
from ui.text import common, tr
from ui.text.week import UNTIL_DAY, busy_label, hours, times

if TYPE_CHECKING:  # few families have calendars
    from planner.calendars.days import DayLine

MARK_DONE = tr("Mark done")
NOT_DONE = tr("Not done yet")
REFLECT = tr("Reflect…")
OPEN = tr("Open")
TO_THE_WEEK = tr("Go to the week")
NOW = tr("Now")
NEXT = tr("Next")
TRY_SAYING = tr("Try saying")
FROM_THE_FRIDGE = tr("From the fridge…")
NOTHING = tr("Nothing planned today. That is fine.")
NOTHING_HINT = tr(
    "A day without a plan is a day too. If you would like something small, look at the week."
)


def when(entry: Entry) -> str:
    """`19:15–19:30`, `All day`."""
    return hours(entry)


MOST_TITLES = 3


def longest_times() -> str:
    """What most quiet lines begin with, and none with more letters."""
    return times(22 * 60, 60)


def busy(block: Block, household: Household) -> tuple[str, str]:
    """`08:30–15:00` and `School · Leo, Maya`; of many things in a row the longest two and how many more."""
    when = times(block.start, block.end - block.start)
    return when, busy_label(_titles(block), _names(block, household))


def busy_all_day(blocks: list[Block], household: Household) -> tuple[str, str]:
    """`Leo, Maya` and `08:30–15:00 School · 16:00–17:30 Choir`: all that these people have that day."""
    said = (f"{times(b.start, b.end - b.start)} {_titles(b)}" for b in blocks)
    return ", ".join(_names(blocks[0], household)), common.SEPARATOR.join(said)


def _titles(block: Block) -> str:
    longest = sorted(block.parts, key=lambda part: part[1] - part[2])
    titles = list(dict.fromkeys(title for title, _, _ in longest))
    if len(titles) <= MOST_TITLES:
        return ", ".join(titles)
    shown, rest = titles[: MOST_TITLES - 1], len(titles) - MOST_TITLES + 1
    return tr("{titles} and {count} more").format(titles=", ".join(shown), count=rest)


def _names(block: Block, household: Household) -> list[str]:
    return [common.spoken_name(p) for p in household.people if p.id in block.people]


def of_calendar(line: "DayLine", household: Household, day: date) -> tuple[str, str]:
    """`All day until Sun 29 Nov` and `School trip · Maya`; nobody is named where it is for everybody."""
    names = [common.spoken_name(p) for p in household.people if p.id in line.people]
    what = busy_label(line.title, [] if len(names) == len(household.people) else names)
    last = line.end - ONE_DAY
    if line.start is not None:
        return common.clock(line.start), what
    if last > day:
        words = UNTIL_DAY.format(words=common.ALL_DAY, day=common.weekday_and_date(last))
        return words, what
    return common.ALL_DAY, what


def state(entry: Entry) -> str:
    """`✓ Done`, `Did something else`; nothing for what is still planned."""
    if entry.outcome == "planned":
        return ""
    words = common.OUTCOME_NAMES[entry.outcome]
    return f"✓ {words}" if entry.outcome == "done" else words


def about(button: str, entry: Entry) -> str:
    """`Mark done: Worry walk`."""
    return tr("{button}: {title}").format(button=button.rstrip("…"), title=entry.title)
