"""A day as people type it: `14/03/2017`, `14.3.17`, `2017-03-14`, `14032017`."""

import re
from datetime import date


def day_from(typed: str, *, day_first: bool, today: date) -> date | None:
    """The day meant by `typed`, or None if it names no day.

    `day_first` says whether 3/4 is the third of April or the fourth of March. A year of two digits
    is the latest such year that is not after `today`.
    """
    numbers = re.findall(r"\d+", typed)
    if re.search(r"[^\d\s./,-]", typed):
        return None
    if len(numbers) == 1:
        numbers = _cut(numbers[0], day_first=day_first)
    if len(numbers) != 3:
        return None
    if len(numbers[0]) == 4:
        year, month, day = numbers
    elif day_first:
        day, month, year = numbers
    else:
        month, day, year = numbers
    try:
        return date(_year(year, today), int(month), int(day))
    except ValueError:
        return None


def _cut(digits: str, *, day_first: bool) -> list[str]:
    """Eight or six digits in a row as three numbers."""
    if len(digits) == 8 and not day_first and int(digits[:4]) > 1231:
        return [digits[:4], digits[4:6], digits[6:]]
    if len(digits) in {6, 8}:
        return [digits[:2], digits[2:4], digits[4:]]
    return []


def _year(digits: str, today: date) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year
