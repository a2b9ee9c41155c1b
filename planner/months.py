"""A month as a calendar shows it: six whole weeks, so that the page never jumps in height."""

from datetime import date, timedelta

from planner.dates import WEEK_DAYS, days_from, week_start

WEEKS_SHOWN = 6


def days_shown(day: date, first_weekday: int) -> tuple[date, ...]:
    """Six weeks of days, beginning with the week that holds the first day of this day's month."""
    return days_from(week_start(day.replace(day=1), first_weekday), WEEKS_SHOWN * WEEK_DAYS)


def months_later(day: date, months: int) -> date:
    """The same day some months later or earlier; the last day of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def week_number(first: date) -> int | None:
    """The ISO number of the week from `first`; None where it begins on another day than Monday."""
    return first.isocalendar().week if first.weekday() == 0 else None
