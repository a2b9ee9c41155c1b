"""How often something repeats (RFC 5545 section 3.3.10), let through only where it can be counted out.

A rule that is wrong, endless or made to keep a computer busy is not counted out; its event is taken
once, and the family is told.
"""

import re
from dataclasses import dataclass
from math import prod

MOST_TIMES_A_DAY = 24
UNITS_A_DAY = {"HOURLY": 24, "MINUTELY": 24 * 60, "SECONDLY": 24 * 60 * 60}
LONGEST = 500
"""Characters of a rule; a real one has a hundred."""
MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_NUMBERS = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
}
_BY_DAYS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_DAY = r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)"
_COUNT, _UNTIL = re.compile(r"([1-9]\d{0,5})?"), re.compile(r"(\d{8}(T\d{6}Z?)?)?")
_DAYS = re.compile(rf"{_DAY}(?:,{_DAY})*")
_INTERVAL = re.compile(r"0*[1-9]\d{0,3}")
_NO_COUNT = re.compile(r"0+|-\d+")
"""A count of nothing, by which some calendars mean that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule without its end (`text`), and how it ends: after so many times, or with a date, or never.

    `until` is as it was written: `20260630`, `20260630T220000` or `20260630T220000Z`.
    """

    text: str
    count: int | None = None
    until: str = ""


def vetted(written: str, *, all_day: bool) -> Rule | str:
    """The rule, or why it is not counted out: `bad-rule`, `too-often`."""
    parts = _parts(written)
    frequency = parts.pop("FREQ", "")
    if _times_a_day(frequency, parts) > MOST_TIMES_A_DAY:
        return "too-often"
    count, until = parts.pop("COUNT", ""), parts.pop("UNTIL", "")
    if _NO_COUNT.fullmatch(count):
        count = ""
    if all_day:
        if frequency in UNITS_A_DAY:
            return "bad-rule"
        parts = {name: value for name, value in parts.items() if name not in _TIMES}
    if frequency in {"DAILY", "WEEKLY"} and "BYDAY" in parts:
        parts["BYDAY"] = re.sub(r"[+-]?\d", "", parts["BYDAY"])
    known = frequency in {*UNITS_A_DAY, *_BY_DAYS} and len(written) <= LONGEST
    ends = _COUNT.fullmatch(count) and _UNTIL.fullmatch(until)
    if not (known and ends and _is_sound(parts)):
        return "bad-rule"
    text = ";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in parts.items())])
    return Rule(text=text, count=int(count) if count and not until else None, until=until)


def _parts(written: str) -> dict[str, str]:
    """`FREQ=WEEKLY;BYDAY=MO,WE` by its names. The Gregorian calendar is meant and not said."""
    words = re.sub(r"[\s\\]+", "", written[:LONGEST]).upper().strip(";")
    parts: dict[str, str] = {}
    for part in words.split(";"):
        name, _, value = part.partition("=")
        parts.setdefault(name, value.strip(","))
    if parts.get("RSCALE") == "GREGORIAN":
        del parts["RSCALE"]
    parts.pop("SKIP", "")
    return parts


def _times_a_day(frequency: str, parts: dict[str, str]) -> float:
    """How often at most; of a part of a day also how often its rule has to be looked at."""
    at_times = prod(len(set(parts.get(name, "0").split(","))) for name in _TIMES)
    if frequency not in UNITS_A_DAY:
        return at_times
    interval = parts.get("INTERVAL", "1")
    every = int(interval) if _INTERVAL.fullmatch(interval) else 1
    finer = at_times // len(set(parts.get("BYHOUR", "0").split(",")))
    return UNITS_A_DAY[frequency] / every * finer


def _is_sound(parts: dict[str, str]) -> bool:
    """Whether every part is one that a rule may have, and there is a day on which all are true."""
    for name, value in parts.items():
        if name == "INTERVAL":
            sound = bool(_INTERVAL.fullmatch(value))
        elif name == "WKST":
            sound = bool(re.fullmatch(r"MO|TU|WE|TH|FR|SA|SU", value))
        elif name == "BYDAY":
            sound = bool(_DAYS.fullmatch(value))
        elif name in _NUMBERS:
            low, high = _NUMBERS[name]
            sound = all(
                re.fullmatch(r"[+-]?\d{1,3}", n) and low <= int(n) <= high for n in value.split(",")
            )
        else:
            sound = False
        if not sound:
            return False
    months = [int(n) for n in parts.get("BYMONTH", "1").split(",")]
    days = [abs(int(n)) for n in parts.get("BYMONTHDAY", "1").split(",")]
    return any(0 < day <= MONTH_LENGTHS[month - 1] for month in months for day in days)
