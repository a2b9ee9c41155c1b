"""When to go back to a missed reach: tonight, tomorrow or at the weekend, at a time the two have."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from planner.dates import ONE_DAY
from planner.free import first_shared
from planner.model import Household, PersonId
from planner.week import entries_between

When = Literal["tonight", "tomorrow", "weekend"]
MINUTES = 10
EVENING, MORNING = 18 * 60, 10 * 60
LATEST = 23 * 60
SATURDAY = 5


def return_time(
    household: Household, people: Iterable[PersonId], when: When, now: datetime
) -> tuple[date, int]:
    """A day and a minute after midnight: the first time both are free, else shortly before bedtime.

    The weekend is the coming Saturday; on a Saturday it is the Sunday.
    """
    today = now.date()
    day = {"tonight": today, "tomorrow": today + ONE_DAY, "weekend": _weekend(today)}[when]
    earliest = MORNING if when == "weekend" else EVENING
    if when == "tonight":
        earliest = max(earliest, -(-(now.hour * 60 + now.minute + 5) // 15) * 15)
    who = tuple(people)
    taken = [
        (e.day, (e.start, e.end), e.people)
        for e in entries_between(household, day, 1)
        if e.outcome != "not-this-week"
    ]
    found = first_shared(household, who, MINUTES, first=day, days=1, earliest=earliest, taken=taken)
    return found or (day, min(max(earliest, _before_bed(household, who)), LATEST))


def _before_bed(household: Household, people: tuple[PersonId, ...]) -> int:
    starts = [
        m.span.start
        for m in household.moments
        if m.kind == "bedtime" and not set(people).isdisjoint(m.people)
    ]
    return min(starts, default=EVENING + 90) - MINUTES


def _weekend(today: date) -> date:
    ahead = (SATURDAY - today.weekday()) % 7
    return today + timedelta(days=ahead or 1)
