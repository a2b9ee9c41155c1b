"""The days a rule falls on, straight from the calendar: nothing is counted up from the first day.

Days inside are numbers as `date.toordinal` gives them, which no far year can overflow. The first
day only counts where it is on the rule, so rituals always begin on theirs.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice

from planner.dates import WEEK_DAYS, days_in_month
from planner.rituals_rule import Rule

LAST_DAY = date.max.toordinal()
MONTHS = 12
FEBRUARY, SHORTEST_MONTH = 2, 28
WEEKS = 4
"""As many of each weekday are in every month."""


def days_between(rule: Rule, start: date, first: date, end: date) -> Iterator[date]:
    """The days of the rule from `start` on that are in the half-open range, in order."""
    last = last_day(rule, start)
    until = end.toordinal() - 1 if last is None else min(end.toordinal() - 1, last.toordinal())
    return map(date.fromordinal, _days(rule, start, max(start, first).toordinal(), until))


def falls_on(rule: Rule, start: date, day: date) -> bool:
    """Whether this is one of its days."""
    last = last_day(rule, start)
    if day < start or (last is not None and day > last):
        return False
    number = day.toordinal()
    return next(_days(rule, start, number, number), None) is not None


def first_day(rule: Rule, start: date, not_before: date) -> date | None:
    """The first of its days that is not earlier than this one, or None."""
    last = last_day(rule, start)
    until = LAST_DAY if last is None else last.toordinal()
    found = next(_days(rule, start, max(start, not_before).toordinal(), until), None)
    return None if found is None else date.fromordinal(found)


def days_before(rule: Rule, start: date, day: date) -> int:
    """How many of its days are earlier than this one."""
    return sum(1 for _ in days_between(rule, start, start, day))


def complete(rule: Rule, start: date) -> Rule:
    """The rule with everything said that otherwise follows from its first day."""
    if rule.frequency == "weekly" and not rule.weekdays:
        return replace(rule, weekdays=(start.weekday(),))
    if rule.frequency in {"monthly", "yearly"} and rule.nth is None and rule.month_day is None:
        month = start.month if rule.frequency == "yearly" else None
        return replace(rule, month_day=start.day, month=month)
    return rule


def begun_before(rule: Rule, day: date, *, not_before: date) -> date:
    """The first day of the rule, said completely, from `not_before` on, if `day` is one of them too.

    `day` itself if that is earlier.
    """
    last = day.toordinal()
    return date.fromordinal(next(_days(rule, day, not_before.toordinal(), last), last))


@lru_cache(maxsize=1024)
def last_day(rule: Rule, start: date) -> date | None:
    """The last day it may fall on, or None if it never ends; `start` itself where it never falls."""
    if rule.until is not None:
        return rule.until
    if rule.count is None:
        return None
    found = _reckoned(rule, start, rule.count - 1)
    if found is None:
        days = _days(rule, start, start.toordinal(), LAST_DAY)
        found = max(islice(days, rule.count), default=start.toordinal())
    return date.fromordinal(min(found, LAST_DAY))


def _reckoned(rule: Rule, start: date, more: int) -> int | None:
    """The day of the first one and so many `more`; None where one has to look at each, as for the 31st."""
    if rule.frequency == "daily":
        return start.toordinal() + more * rule.interval
    if rule.frequency == "weekly":
        offsets = _offsets(rule, start)
        begin = (start.weekday() - rule.week_start) % WEEK_DAYS
        weeks, place = divmod(sum(o < begin for o in offsets) + more, len(offsets))
        return start.toordinal() - begin + WEEK_DAYS * rule.interval * weeks + offsets[place]
    rule = complete(rule, start)
    by_year = rule.frequency == "yearly"
    fixed = rule.nth is None and by_year and rule.month != FEBRUARY
    if not fixed and (abs(rule.month_day or 0) > SHORTEST_MONTH or abs(rule.nth or 0) > WEEKS):
        return None
    first = date.fromordinal(next(_monthly(rule, start, start.toordinal(), LAST_DAY), LAST_DAY))
    months = more * rule.interval * (MONTHS if by_year else 1)
    year, month = divmod(first.year * MONTHS + first.month - 1 + months, MONTHS)
    return LAST_DAY if year > date.max.year else day_of_month(rule, year, month + 1)


def _days(rule: Rule, start: date, first: int, last: int) -> Iterator[int]:
    """All days from `first` to `last`, whatever the rule says of its end."""
    if rule.frequency == "daily":
        begin = start.toordinal()
        begin += -(-(first - begin) // rule.interval) * rule.interval
        return iter(range(begin, last + 1, rule.interval))
    if rule.frequency == "weekly":
        return _weekly(rule, start, first, last)
    return _monthly(rule, start, first, last)


def _weekly(rule: Rule, start: date, first: int, last: int) -> Iterator[int]:
    offsets = _offsets(rule, start)
    step = WEEK_DAYS * rule.interval
    week = start.toordinal() - (start.weekday() - rule.week_start) % WEEK_DAYS
    week += (first - week) // step * step
    while week <= last:
        for offset in offsets:
            if first <= week + offset <= last:
                yield week + offset
        week += step


def _offsets(rule: Rule, start: date) -> list[int]:
    """The places of a weekly rule's days in its weeks, in order."""
    in_week = rule.weekdays or (start.weekday(),)
    return sorted((day - rule.week_start) % WEEK_DAYS for day in in_week)


def _monthly(rule: Rule, start: date, first: int, last: int) -> Iterator[int]:
    rule = complete(rule, start)
    step = rule.interval * (MONTHS if rule.frequency == "yearly" else 1)
    month = start.year * MONTHS + (rule.month or start.month) - 1
    begin = date.fromordinal(first)
    month += (begin.year * MONTHS + begin.month - 1 - month) // step * step
    while month < (date.max.year + 1) * MONTHS:
        year, number = divmod(month, MONTHS)
        day = None if year < 1 else day_of_month(rule, year, number + 1)
        if day is not None and first <= day <= last:
            yield day
        if date(max(year, 1), number + 1, 1).toordinal() > last:
            return
        month += step


def day_of_month(rule: Rule, year: int, month: int) -> int | None:
    """The day a complete monthly or yearly rule means in this month, or None if it has none."""
    weekday_of_first, length = date(year, month, 1).weekday(), days_in_month(year, month)
    if rule.month_day is not None:
        day = rule.month_day if rule.month_day > 0 else length + 1 + rule.month_day
    else:
        assert rule.nth is not None
        first = 1 + (rule.weekdays[0] - weekday_of_first) % WEEK_DAYS
        if rule.nth > 0:
            day = first + WEEK_DAYS * (rule.nth - 1)
        else:
            last = first + (length - first) // WEEK_DAYS * WEEK_DAYS
            day = last + WEEK_DAYS * (rule.nth + 1)
    return date(year, month, day).toordinal() if 1 <= day <= length else None
