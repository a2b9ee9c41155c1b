"""Days, weeks and ages. A range of days is (first, last + 1 day): half open."""

from collections.abc import Iterator
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
WEEK_DAYS = 7
YEARS = range(1900, 3000)
"""Years of the weeks that may be asked for by name: half a year before and after them exists too."""


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week that shows `day` where weeks begin on `first_weekday` (Monday = 0)."""
    return day - timedelta(days=(day.weekday() - first_weekday) % WEEK_DAYS)


def days_from(first: date, count: int = WEEK_DAYS) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(count))


def mondays_between(first: date, end: date) -> Iterator[date]:
    """The Mondays of every week that shares a day with the half-open range."""
    monday = monday_of(first)
    while first < end and monday < end:
        yield monday
        monday += timedelta(days=WEEK_DAYS)


def age_on(birthday: date, day: date) -> int:
    """Whole years on that day; negative before birth. Born on 29 February: a year older on 1 March."""
    return day.year - birthday.year - ((day.month, day.day) < (birthday.month, birthday.day))


def months_on(birthday: date, day: date) -> int:
    """Whole months of life on that day."""
    return (day.year - birthday.year) * 12 + day.month - birthday.month - (day.day < birthday.day)


def week_named(text: str) -> date:
    """The Monday of an ISO week such as `2026-W48`; also a plain date, which means its week.

    Raises ValueError for anything else, and for years outside `YEARS`.
    """
    if "W" in text.upper():
        year, _, week = text.upper().partition("-W")
        if not (year.isdecimal() and len(year) == 4 and week.isdecimal()):
            raise ValueError(text)
        day = date.fromisocalendar(int(year), int(week), 1)
    else:
        day = date.fromisoformat(text)
    if day.year not in YEARS:
        raise ValueError(text)
    return monday_of(day)


def days_in_month(year: int, month: int) -> int:
    """28 to 31; the module `calendar` would say it too, and cost the start two milliseconds."""
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days
