"""A ritual as other calendars know it: a first day, a rule, the days that are left out, and what differs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from planner.calendars.wishes import Wish, is_in, is_meant
from planner.dates import ONE_DAY
from planner.model import Entry, Household, Ritual
from planner.rituals import days_of
from planner.rituals_days import complete, days_between, last_day
from planner.rituals_rule import Rule, rule_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A ritual from `start`, a day it takes place on, by a rule without its end, to `last` or for ever.

    `without` are days of the rule on which it does not take place; `stored` what became of some of
    the others.
    """

    ritual: Ritual
    start: date
    rule: Rule
    last: date | None
    without: tuple[date, ...] = ()
    stored: tuple[Entry, ...] = ()


def series_of(household: Household, ritual: Ritual, wish: Wish) -> Series | None:
    """What of a ritual goes into a file; None where that is nothing."""
    if not is_meant(ritual.first, wish):
        return None
    rule, begin = rule_from(ritual.rule), ritual.first.day
    low = max(begin, wish.first or begin)
    high = _end(household, ritual, wish)
    stored = tuple(
        e
        for week in household.weeks.values()
        for e in week.entries
        if e.ritual == ritual.id and e.original is not None
    )
    out = {*ritual.skipped, *(e.original for e in stored if not is_meant(e, wish))}
    held = (d for d in days_of(ritual, low, high, household.terms) if d not in out)
    start = next(held, None)
    if start is None:
        return None
    endless = wish.end is None and last_day(rule, begin) is None and high == date.max
    if endless:  # its gaps are those that the family made
        last, gaps = None, (d for d in sorted(filter(None, out)) if d > start)
    else:
        taking_place = {start, *held}
        last = max(taking_place)
        by_rule = days_between(rule, begin, start, last + ONE_DAY)
        gaps = (d for d in by_rule if d not in taking_place)
    plain = replace(complete(rule, begin), count=None, until=None)
    made = Series(ritual=ritual, start=start, rule=plain, last=last, without=tuple(gaps))
    return replace(made, stored=tuple(_within(made, stored)))


def _end(household: Household, ritual: Ritual, wish: Wish) -> date:
    """The day from which the ritual is not in the file; the end of all days if it goes on for ever."""
    ends = [wish.end or date.max]
    last = last_day(rule_from(ritual.rule), ritual.first.day)
    if last is not None:
        ends.append(min(last, date.max - ONE_DAY) + ONE_DAY)
    if ritual.in_term and household.terms:
        ends.append(household.terms[-1].last + ONE_DAY)
    return min(ends)


def _within(series: Series, stored: Iterable[Entry]) -> Iterable[Entry]:
    return (e for e in stored if e.original is not None and takes_place(series, e.original))


def takes_place(series: Series, day: date) -> bool:
    """Whether this is a day the series gives, whatever became of it there."""
    last = series.last or date.max
    due = days_between(series.rule, series.start, day, min(day, date.max - ONE_DAY) + ONE_DAY)
    return series.start <= day <= last and day not in series.without and day in due


def single_entries(household: Household, wish: Wish, series: Iterable[Series]) -> tuple[Entry, ...]:
    """The stored entries of these days that are part of none of the series, in order."""
    in_series = {e.id for each in series for e in each.stored}
    return tuple(
        e
        for monday in sorted(household.weeks)
        for e in household.weeks[monday].entries
        if e.id not in in_series and is_meant(e, wish) and is_in(e, wish)
    )
