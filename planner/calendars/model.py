"""What is kept of a calendar file: whose it is, and when something in it takes place.

Every time is local wall-clock time of the computer that took the file in, rules already counted
out: an event that repeats is here once for each time it takes place between `since` and `until`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, NewType

from planner.model import Busy, PersonId

CalendarId = NewType("CalendarId", str)


class CalendarEvent(NamedTuple):
    """One thing that takes place: from minute `start` of the day `first` to minute `end` of `last`.

    A whole-day event ends at minute 0 of the day after its last. `uid` is what its calendar calls
    it, `key` the original start (`2026-03-04T17:30`) where it repeats, else `""`. `busy` says
    whether it takes the people's time; something whole-day does so only if the family says so. What its calendar calls private stands on no paper. There are thousands: a tuple is read from disk in a
    third of the time.
    """

    uid: str
    title: str
    first: date
    start: int
    last: date
    end: int
    key: str = ""
    all_day: bool = False
    busy: bool = True
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A calendar file as it was when `taken`, for these people, between `since` and `until`.

    `whole_days` says that what lasts whole days keeps them busy too; `unsure` names the time zones
    of the file that are not known here, so that times may be off. Events are in order of uid and
    time.
    """

    id: CalendarId
    name: str
    people: tuple[PersonId, ...]
    events: tuple[CalendarEvent, ...] = ()
    taken: datetime
    since: date
    until: date
    whole_days: bool = False
    unsure: tuple[str, ...] = ()
    by_day: dict[date, tuple[CalendarEvent, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """What takes place each day, found when first asked (`planner.calendars.days`)."""
    busy_by_day: dict[date, tuple[Busy, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """When it keeps its people busy, for the days that were asked about."""
