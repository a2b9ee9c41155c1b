"""The rule by which a ritual comes again, and the text it is kept as.

The text is an RFC 5545 recurrence rule of wall-clock days, of which this much is understood:
DAILY; WEEKLY with BYDAY and WKST; MONTHLY by one BYMONTHDAY or one numbered BYDAY (`3FR`, `-1FR`);
YEARLY by the same and one BYMONTH; all with INTERVAL and either COUNT or UNTIL. A day has a ritual
once at most, so that rules speak of days alone. UNTIL is a whole day and counts itself.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from planner.dates import days_in_month

Frequency = Literal["daily", "weekly", "monthly", "yearly"]
BY_NAME: dict[str, Frequency] = {name.upper(): name for name in get_args(Frequency)}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_TIMES = 9999
MOST_APART = 999
END_OF_DAY = "T235959"
LEAP_YEAR = 2000
LONGEST_MONTH = 31


class BadRuleError(ValueError):
    """The text is no rule, or says something that rituals cannot do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """On which days something comes again, counted from a first day that the rule does not know.

    What is not said follows from the first day: its weekday, its day of the month, its month.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    """In weekly rules any, in order; in monthly and yearly ones one, together with `nth`."""
    nth: int | None = None
    """The how manieth `weekdays` of the month; negative counts from its end."""
    month_day: int | None = None
    """The day of the month; negative counts from its end. A month that has no such day is left out."""
    month: int | None = None
    week_start: int = 0
    """The weekday from which the weeks of `interval` are counted."""
    count: int | None = None
    until: date | None = None


@lru_cache(maxsize=512)
def rule_from(text: str) -> Rule:
    """The rule of this text. Raises BadRuleError."""
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, equals, value = part.partition("=")
        if not (equals and value) or name in parts:
            raise BadRuleError(text)
        parts[name] = value
    try:
        rule = _rule(parts)
    except (KeyError, ValueError) as error:
        raise BadRuleError(text) from error
    if parts or not _is_sound(rule):
        raise BadRuleError(text)
    return rule


def _rule(parts: dict[str, str]) -> Rule:
    """The rule of these parts; what is understood is taken out of them."""
    frequency = BY_NAME[parts.pop("FREQ", "")]
    days = parts.pop("BYDAY", "")
    numbered = [(day[:-2], WEEKDAYS.index(day[-2:])) for day in days.split(",") if days]
    until = parts.pop("UNTIL", None)
    month_day, month = parts.pop("BYMONTHDAY", None), parts.pop("BYMONTH", None)
    count = parts.pop("COUNT", None)
    if frequency != "weekly" and len(numbered) > 1:
        raise BadRuleError(days)
    nth = next((number for number, _ in numbered), "")
    if any(number for number, _ in numbered) == (frequency == "weekly") and numbered:
        raise BadRuleError(days)
    return Rule(
        frequency=frequency,
        interval=int(parts.pop("INTERVAL", "1")),
        weekdays=tuple(sorted({day for _, day in numbered})),
        nth=int(nth) if nth else None,
        month_day=None if month_day is None else int(month_day),
        month=None if month is None else int(month),
        week_start=WEEKDAYS.index(parts.pop("WKST", "MO")),
        count=None if count is None else int(count),
        until=None if until is None else date.fromisoformat(until.removesuffix(END_OF_DAY)),
    )


def _is_sound(rule: Rule) -> bool:
    """Whether its parts go together and there is a day it could fall on."""
    monthly, yearly = rule.frequency == "monthly", rule.frequency == "yearly"
    by_month = rule.nth is not None or rule.month_day is not None
    in_year = rule.month is None or 1 <= rule.month <= 12
    longest = days_in_month(LEAP_YEAR, rule.month) if rule.month and in_year else LONGEST_MONTH
    return (
        1 <= rule.interval <= MOST_APART
        and (rule.count is None or (1 <= rule.count <= MOST_TIMES and rule.until is None))
        and (rule.month is None or (yearly and by_month and in_year))
        and (rule.frequency == "weekly" or len(rule.weekdays) == (rule.nth is not None))
        and (not by_month or monthly or (yearly and rule.month is not None))
        and (rule.nth is None or (1 <= abs(rule.nth) <= 5 and rule.month_day is None))
        and (rule.month_day is None or 1 <= abs(rule.month_day) <= longest)
    )


def rule_text(rule: Rule) -> str:
    """The text `rule_from` reads; WKST is said wherever it matters."""
    days = ",".join(f"{'' if rule.nth is None else rule.nth}{WEEKDAYS[d]}" for d in rule.weekdays)
    matters = rule.frequency == "weekly" and rule.interval > 1
    parts = (
        ("FREQ", rule.frequency.upper()),
        ("INTERVAL", rule.interval if rule.interval > 1 else None),
        ("BYMONTH", rule.month),
        ("BYMONTHDAY", rule.month_day),
        ("BYDAY", days or None),
        ("WKST", WEEKDAYS[rule.week_start] if matters or rule.week_start else None),
        ("COUNT", rule.count),
        ("UNTIL", f"{rule.until:%Y%m%d}{END_OF_DAY}" if rule.until else None),
    )
    return ";".join(f"{name}={value}" for name, value in parts if value is not None)
