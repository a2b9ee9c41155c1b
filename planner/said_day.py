"""A day as people say it: `12 dec`, `next friday`, `in 3 weeks`, `2027-03-01`, `week 48`.

The words of the language come from outside; only numbers and the order of things are known here.
A day without a year is the one nearest to today.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from planner.dates import WEEK_DAYS, YEARS, week_start
from planner.months import months_later

SHORTEST_NAME = 3
"""So many letters of the name of a month or a weekday are enough."""


class Words(NamedTuple):
    """The language's words, in small letters. Weekdays count from Monday = 0, months from 1."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    """`today`, `tomorrow`, `yesterday`: how many days from today."""
    units: Mapping[str, str]
    """`day`, `week`, `month`, `year` in every form, each with the English one."""
    following: frozenset[str]
    this: frozenset[str]
    last: frozenset[str]
    ago: frozenset[str]


def day_said(
    typed: str, words: Words, *, today: date, day_first: bool, first_weekday: int = 0
) -> date | None:
    """The day meant by `typed`, or None if it names none.

    `day_first` says whether 3/4 is the third of April. `next friday` is in the week after this one,
    and what that is follows from the first weekday.
    """
    parts = re.findall(r"\d+|[^\W\d_]+", typed.casefold())
    numbers = tuple(int(p) for p in parts if p.isdecimal())
    names = tuple(p for p in parts if not p.isdecimal())
    try:
        found = (
            _by_numbers(parts, day_first=day_first, today=today)
            if not names
            else _by_week(parts, words, today)
            or _by_distance(parts, words, today)
            or _by_weekday(names, numbers, words, today, first_weekday)
            or _by_month(names, numbers, words, today)
        )
    except (ValueError, OverflowError):  # the 31st of February, the year 12345
        return None
    return found if found is not None and found.year in YEARS else None


def _named(name: str, known: Mapping[str, int]) -> int | None:
    """The number under this name, or under the only one that begins with it."""
    if name in known:
        return known[name]
    if len(name) < SHORTEST_NAME:
        return None
    found = {number for full, number in known.items() if full.startswith(name)}
    return found.pop() if len(found) == 1 else None


def _nearest(days: Iterable[date], today: date) -> date | None:
    """The day with the least distance; of two, the one to come."""
    return min(days, key=lambda d: (abs((d - today).days), d < today), default=None)


def _some_year(make: Callable[[int], date], today: date) -> date | None:
    """The nearest of a day's years; a 29 February has not one in every year."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(make(year))
        except ValueError:
            continue
    return _nearest(found, today)


def _full_year(number: int, today: date) -> int:
    if number > 99:
        return number
    century = today.year - today.year % 100
    return min((century + number + n for n in (-100, 0, 100)), key=lambda y: abs(y - today.year))


def _by_numbers(parts: list[str], *, day_first: bool, today: date) -> date | None:
    numbers = [int(p) for p in parts]
    found: date | None = None
    match [len(p) for p in parts]:
        case [8]:
            found = date(numbers[0] // 10_000, numbers[0] // 100 % 100, numbers[0] % 100)
        case [1 | 2]:
            found = _day_of_some_month(numbers[0], today)
        case [4, _]:
            found = date(numbers[0], numbers[1], 1)
        case [_, 4]:
            found = date(numbers[1], numbers[0], 1)
        case [_, _]:
            day, month = numbers if day_first else reversed(numbers)
            found = _some_year(lambda year: date(year, month, day), today)
        case [4, _, _]:
            found = date(*numbers)
        case [_, _, _]:
            day, month = numbers[:2] if day_first else (numbers[1], numbers[0])
            found = date(_full_year(numbers[2], today), month, day)
    return found


def _day_of_some_month(number: int, today: date) -> date | None:
    months = (months_later(today.replace(day=1), n) for n in range(-2, 3))
    days = (month + timedelta(days=number - 1) for month in months)
    return _nearest((day for day in days if day.day == number), today)


def _by_week(parts: list[str], words: Words, today: date) -> date | None:
    """`week 48`, `2026-W48`, `w48`: the word stands before the number."""
    *before, name, number = ("", *parts)
    if not number.isdecimal() or not (name == "w" or words.units.get(name) == "week"):
        return None
    if before[-1:] and before[-1].isdecimal():
        return date.fromisocalendar(int(before[-1]), int(number), 1)
    return _some_year(lambda year: date.fromisocalendar(year, int(number), 1), today)


def _by_distance(parts: list[str], words: Words, today: date) -> date | None:
    """`tomorrow`, `in 3 weeks`, `2 months ago`, `next week`, `last month`."""
    if len(parts) == 1 and parts[0] in words.days:
        return today + timedelta(days=words.days[parts[0]])
    place = next((n for n, part in enumerate(parts) if part in words.units), 0)
    before, unit = parts[place - 1], words.units.get(parts[place])
    if not place or unit is None:
        return None
    if before.isdecimal():
        count = int(before)
    elif before in words.following | words.last:
        count = 1
    elif before in words.this:
        count = 0
    else:
        return None
    if not words.ago.union(words.last).isdisjoint(parts):
        count = -count
    if unit in {"day", "week"}:
        return today + timedelta(days=count * (WEEK_DAYS if unit == "week" else 1))
    return months_later(today, count * (12 if unit == "year" else 1))


def _by_weekday(
    names: tuple[str, ...],
    numbers: tuple[int, ...],
    words: Words,
    today: date,
    first_weekday: int,
) -> date | None:
    """`friday`: the coming one, today as well. `next friday`, `last friday`: of those weeks."""
    weekday = next((n for name in names if (n := _named(name, words.weekdays)) is not None), None)
    if weekday is None or numbers:
        return None
    if any(name in words.following for name in names):
        first = week_start(today, first_weekday) + timedelta(days=WEEK_DAYS)
    elif any(name in words.last for name in names):
        first = today - timedelta(days=WEEK_DAYS)
    else:
        first = today
    return first + timedelta(days=(weekday - first.weekday()) % WEEK_DAYS)


def _by_month(
    names: tuple[str, ...], numbers: tuple[int, ...], words: Words, today: date
) -> date | None:
    """`12 dec`, `dec 12 2027`, `december`, `friday 12 december`."""
    month = next((n for name in names if (n := _named(name, words.months)) is not None), None)
    if month is None:
        return None
    match numbers:
        case ():
            return _some_year(lambda year: date(year, month, 1), today)
        case (number,) if number <= 99:
            return _some_year(lambda year: date(year, month, number), today)
    day, year = (
        (1, *numbers) if len(numbers) == 1 else sorted(numbers) if max(numbers) > 99 else numbers
    )
    return date(_full_year(year, today), month, day)
