"""Which entries are to be reminded of, and what a reminder may show: never anything private.

Times are wall-clock times, so that a reminder is right across daylight-saving changes; what was due
while nobody could be told is told once, later.
"""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from activities.model import Activity
from planner.harm import speaks_of_harm
from planner.model import Entry, Household, PersonId
from planner.preferences import Preferences, Reminding
from planner.week import entries_between

NEVER = -1
"""What `Entry.remind` holds where an entry is not to be reminded of whatever the settings say."""

LATE = timedelta(minutes=5)
"""What began longer ago than this is told as missed."""
LOOK_BACK = timedelta(days=7)
"""What was missed longer ago than this is not told any more."""
LONGEST = timedelta(days=1)


class Reminder(NamedTuple):
    """An entry, and when it was to be reminded of."""

    entry: Entry
    at: datetime


def begins(entry: Entry) -> datetime:
    return datetime.combine(entry.day, time()) + timedelta(minutes=entry.start)


def before(entry: Entry, reminding: Reminding, usual: int) -> int | None:
    """So many minutes before it begins somebody is reminded; None if nobody is."""
    if reminding == "off" or entry.all_day or entry.remind == NEVER:
        return None
    if entry.remind is None:
        return usual if reminding == "all" else None
    return entry.remind


def due(
    household: Household, preferences: Preferences, since: datetime, until: datetime
) -> tuple[Reminder, ...]:
    """What is to be reminded of after `since` and up to `until`, in order of its time.

    Nothing that is done or not planned any more, and nothing that is for somebody else alone.
    """
    first = max(since, until - LOOK_BACK).date()
    days = (until + LONGEST).date() - first
    found = []
    for entry in entries_between(household, first, days.days + 1):
        ahead = before(entry, preferences.reminders, preferences.remind_before)
        if ahead is None or entry.outcome != "planned" or not is_for(entry, preferences.me):
            continue
        at = begins(entry) - timedelta(minutes=ahead)
        if since < at <= until:
            found.append(Reminder(entry, at))
    return tuple(sorted(found, key=lambda r: (r.at, r.entry.start, r.entry.id)))


def is_for(entry: Entry, me: PersonId | None) -> bool:
    return entry.only_for is None or me is None or entry.only_for == me


def is_missed(reminder: Reminder, now: datetime) -> bool:
    """Whether it began so long ago that a reminder would only confuse."""
    return begins(reminder.entry) + LATE < now


def is_private(entry: Entry) -> bool:
    """Whether not even its title may stand where anybody can see it."""
    return entry.only_for is not None or entry.comes_back or speaks_of_harm(entry.title)


def opening(entry: Entry, activity: Activity | None) -> str:
    """The words to begin with; none for what is private or has none."""
    if activity is None or is_private(entry) or not activity.say:
        return ""
    return activity.say[0].words
