"""What of the family's week goes into a calendar file, as somebody chose it."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.model import JUST_KEPT, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What goes into a file besides titles, times and people: notes, and a tick at what happened.

    Its days go from `first` to before `end`; None means as far as there is anything. `own` says
    that what is for one person alone is in it too.
    """

    first: date | None = None
    end: date | None = None
    notes: bool = False
    ticks: bool = False
    own: bool = False


def is_meant(entry: Entry, wish: Wish) -> bool:
    """Whether the entry may be in the file at all: what was let go of, or is for one alone, may not."""
    may_be_seen = wish.own or entry.only_for is None
    return (
        entry.outcome != "not-this-week"
        and may_be_seen
        and not entry.comes_back
        and entry.moment != JUST_KEPT
    )


def is_in(entry: Entry, wish: Wish) -> bool:
    """Whether the entry is on one of the days."""
    last = entry.day + timedelta(days=max(1, entry.days) - 1)
    return (wish.end is None or entry.day < wish.end) and (wish.first is None or wish.first <= last)
