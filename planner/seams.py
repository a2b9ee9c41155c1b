"""Where a week shows that something was mended: from the moment it happened to what puts it right."""

from datetime import date, timedelta
from typing import NamedTuple

from planner.dates import WEEK_DAYS
from planner.model import Household
from planner.week import entries_between


class Seam(NamedTuple):
    """From a place of the week to a later one: days from its first, and minutes after midnight.

    `day` is negative where it began in an earlier week.
    """

    day: int
    minute: int
    to_day: int
    to_minute: int


def seams(household: Household, first: date) -> tuple[Seam, ...]:
    """The seams of the seven days from `first`; none of threads that one person keeps for themself."""
    shared = {t.id: t for t in household.threads if t.readers == "grown-ups"}
    if not shared:
        return ()
    found = []
    for entry in entries_between(household, first, WEEK_DAYS):
        thread = shared.get(entry.thread) if entry.thread else None
        if thread is not None and thread.happened.date() < first + timedelta(days=WEEK_DAYS):
            at = thread.happened
            found.append(
                Seam(
                    day=(at.date() - first).days,
                    minute=at.hour * 60 + at.minute,
                    to_day=(entry.day - first).days,
                    to_minute=entry.start,
                )
            )
    return tuple(found)
