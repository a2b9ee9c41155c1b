"""What the family's calendars have for whole days, as plain lines of the lane: holidays, trips of the school."""

from datetime import date

from planner.calendars import all_day
from planner.dates import days_from
from planner.model import Household
from ui.text import common


def notes_of(household: Household, first: date) -> tuple[tuple[int, int, str], ...]:
    """For each line its first day and its end (half open), counted from `first`, and its words.

    Either may lie outside the week.
    """
    lines = dict.fromkeys(line for day in days_from(first) for line in all_day(household, day))
    found = []
    for line in lines:
        start = common.clock(line.start) if line.start is not None else ""
        names = [common.spoken_name(p) for p in household.people if p.id in line.people]
        who = "" if len(names) == len(household.people) else ", ".join(names)
        words = common.SEPARATOR.join(part for part in (start, line.title, who) if part)
        found.append(((line.first - first).days, (line.end - first).days, words))
    return tuple(found)
