"""Words for copying a week, and for weeks that are kept as patterns."""

from datetime import date

from planner.model import Entry, Household
from ui.text import common, tr
from ui.text import week as week_text

COPY = tr("Copy this week to…")
KEEP = tr("Keep this week as a pattern…")
LAY = tr("Lay a pattern over this week…")
COPY_TITLE = tr("Copy this week")
LAY_TITLE = tr("Lay a pattern over this week")
KEEP_TITLE = tr("Keep this week as a pattern")
TO = tr("To the week of")
PATTERNS = tr("Patterns")
NO_PATTERNS = tr(
    "There is no pattern yet. Plan a week as you like it, then choose “Keep this week as a "
    "pattern…” from the three dots above it: a school week, perhaps, and a holiday week."
)
STAYS = tr(
    "What is there already stays as it is. What became of an entry, and reflections, are not "
    "copied; rituals come by themselves."
)
NOTHING = tr("There is nothing to copy.")
NAME = tr("Name")
NAME_HINT = tr("School week")
NAME_USED = tr("There is one of this name: it is replaced. Undo brings it back.")
NAME_FREE = tr(
    "The plan of these seven days is kept, without what became of it and without reflections."
)
KEEP_IT = tr("Keep")
FORGET = tr("Delete this pattern")
CANCEL = common.CANCEL
ENTRIES = tr("What is added")


def add(count: int) -> str:
    """What the button says."""
    return tr("Add 1 entry") if count == 1 else tr("Add {count} entries").format(count=count)


def week_of(first: date) -> str:
    """`30 November – 6 December 2026`."""
    return " ".join(common.week_span(first))


def line(entry: Entry, household: Household) -> str:
    """`Wed 2 Dec, 17:00–17:30 · Leo with Mum`."""
    when = tr("{day}, {times}").format(
        day=common.weekday_and_date(entry.day), times=week_text.hours(entry)
    )
    who = common.people_line(household, entry.people)
    return common.SEPARATOR.join(p for p in (when, who) if p)


def clash(names: list[str], title: str) -> str:
    """What is in the way: it is said before anything is added."""
    return week_text.busy_conflict(names, title)


def already(title: str) -> str:
    return tr("“{title}” is there already").format(title=title)
