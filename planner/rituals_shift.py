"""A rule that moves with its occurrences: the n-th time stays the n-th time.

Days and weeks move as they are. Months cannot: there the day of the month, or the numbered weekday,
is read from the new day, and every month's occurrence goes to that day of its month.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planner.dates import ONE_DAY, WEEK_DAYS, days_in_month
from planner.rituals_days import MONTHS, begun_before, complete, day_of_month, days_between
from planner.rituals_rule import Rule

Moved = Callable[[date], date | None]
RARE = 5
"""The fifth Friday is not in every month: the last one is meant."""


def shifted(rule: Rule, start: date, *, old: date, new: date) -> tuple[Rule, date, Moved]:
    """The rule and its first day after the occurrence of the day `old` was moved to `new`.

    The third value says where each of the old days goes: None where its month has no such day.
    """
    rule = complete(rule, start)
    if rule.frequency in {"daily", "weekly"}:
        turned, begin, moved = _by_days(rule, start, (new - old).days)
    else:
        turned, begin, moved = _by_months(rule, start, old, new)
    if rule.until is not None:
        last = max(days_between(rule, start, start, rule.until + ONE_DAY), default=old)
        turned = replace(turned, until=moved(last) or new)
    return turned, begin, moved


def _by_days(rule: Rule, start: date, days: int) -> tuple[Rule, date, Moved]:
    turned = replace(rule, weekdays=tuple(sorted((d + days) % WEEK_DAYS for d in rule.weekdays)))
    if rule.frequency == "weekly" and rule.interval > 1:
        # The weeks that are counted move too: what was in the same one stays in the same one.
        turned = replace(turned, week_start=(rule.week_start + days) % WEEK_DAYS)
    by = days * ONE_DAY
    return turned, start + by, lambda day: day + by


def _by_months(rule: Rule, start: date, old: date, new: date) -> tuple[Rule, date, Moved]:
    turned = _on_day(rule, new)
    months = _month(new) - _month(old)

    def moved(day: date) -> date | None:
        year, month = divmod(_month(day) + months, MONTHS)
        found = day_of_month(turned, year, month + 1)
        return None if found is None else date.fromordinal(found)

    year, month = divmod(_month(start) + months, MONTHS)
    return turned, begun_before(turned, new, not_before=date(year, month + 1, 1)), moved


def _month(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _on_day(rule: Rule, new: date) -> Rule:
    """A monthly or yearly rule that says this day the way it said another one."""
    length = days_in_month(new.year, new.month)
    month = new.month if rule.frequency == "yearly" else None
    if rule.month_day is not None:
        day = new.day if rule.month_day > 0 else new.day - length - 1
        return replace(rule, month_day=day, month=month)
    nth, from_end = (new.day - 1) // WEEK_DAYS + 1, -((length - new.day) // WEEK_DAYS + 1)
    if nth == RARE or (rule.nth or 1) < 0:
        nth = from_end
    return replace(rule, nth=nth, weekdays=(new.weekday(),), month=month)
