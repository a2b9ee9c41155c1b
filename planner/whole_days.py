"""What takes whole days: trips, holidays, a day out. It stands above the hours and occupies none of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from planner.dates import WEEK_DAYS, mondays_between
from planner.model import MOST_DAYS, Entry, Household
from planner.stored_weeks import with_whole_days
from planner.week import entries_between

USUAL_HOURS = (9 * 60, 30)
"""Start and minutes for what has never had a time of day and is given one."""


def last_day(entry: Entry) -> date:
    """The last of its days; its only day if it has hours."""
    return entry.day + timedelta(days=max(0, entry.days - 1))


def whole_days(household: Household, first: date, days: int = WEEK_DAYS) -> tuple[Entry, ...]:
    """What takes whole days and touches the `days` days from `first`: by day, the longest first."""
    begin = first - timedelta(days=MOST_DAYS)
    # Of all the rituals and weeks of that time only those are asked that could reach this far.
    long = replace(
        household,
        rituals=tuple(r for r in household.rituals if r.first.days > 1),
        weeks=with_whole_days(household.weeks, mondays_between(begin, first)),
    )
    earlier = entries_between(long, begin, MOST_DAYS)
    before = (e for e in earlier if e.days > 1 and first <= last_day(e))
    within = (e for e in entries_between(household, first, days) if e.all_day)
    return tuple(sorted((*before, *within), key=lambda e: (e.day, -e.days, e.id)))


def appeared(before: Household, after: Household, first: date) -> bool:
    """Whether the seven days from `first` show anything now that they did not before."""
    old = (*entries_between(before, first), *whole_days(before, first))
    new = (*entries_between(after, first), *whole_days(after, first))
    return any(entry not in old for entry in new)


def with_days(entry: Entry, day: date, days: int) -> Entry:
    """The entry on whole days from `day`; it remembers the time it had."""
    was_at = entry.was_at if entry.all_day else (entry.start, entry.minutes)
    return replace(
        entry, day=day, days=max(1, min(days, MOST_DAYS)), start=0, minutes=0, was_at=was_at
    )


def with_hours(entry: Entry, day: date, start: int | None = None) -> Entry:
    """The entry at a time of `day` again: at `start`, or at the one it had before."""
    if not entry.all_day:
        return replace(entry, day=day, start=entry.start if start is None else start)
    was_start, minutes = entry.was_at or USUAL_HOURS
    start = was_start if start is None else start
    return replace(entry, day=day, days=0, start=start, minutes=minutes, was_at=None)


def rows(spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """For half-open spans of days, in order of their first: the row of each, as high up as there is room."""
    ends: list[int] = []
    result = []
    for first, end in spans:
        row = next((n for n, taken in enumerate(ends) if taken <= first), len(ends))
        ends[row : row + 1] = [end]
        result.append(row)
    return tuple(result)
