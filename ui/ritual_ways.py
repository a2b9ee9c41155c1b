"""The ways in which something can come again that are offered for a day."""

from calendar import monthrange
from datetime import date

from planner.dates import WEEK_DAYS
from planner.model import SCHOOL_DAYS
from planner.rituals_rule import Rule

WEEKDAYS, WEEKLY = "weekdays", "weekly"


def ways(day: date) -> dict[str, Rule]:
    """The rules that are offered for something on this day, by a name for each."""
    length, weekday = monthrange(day.year, day.month)[1], (day.weekday(),)
    nth = (day.day - 1) // WEEK_DAYS + 1
    offered = {
        "daily": Rule(frequency="daily"),
        WEEKDAYS: Rule(frequency="weekly", weekdays=SCHOOL_DAYS),
        WEEKLY: Rule(frequency="weekly", weekdays=weekday),
        "date": Rule(frequency="monthly", month_day=day.day),
        "last-day": Rule(frequency="monthly", month_day=-1),
        "nth": Rule(frequency="monthly", nth=nth, weekdays=weekday),
        "last": Rule(frequency="monthly", nth=-1, weekdays=weekday),
        "yearly": Rule(frequency="yearly", month=day.month, month_day=day.day),
        "yearly-last": Rule(frequency="yearly", month=day.month, month_day=-1),
    }
    if day.day < length:
        del offered["last-day"]
    if day.day + WEEK_DAYS <= length:
        del offered["last"]
    if day.month != 2 or day.day < length:
        del offered["yearly-last"]
    return offered
