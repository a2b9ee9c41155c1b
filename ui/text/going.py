"""Words for going to another day: the small month, the field for a day, and the month's page."""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QLocale

from planner.said_day import Words
from ui.text import common, tr

GO_TO = tr("Go to a day…")
GO_TO_SPOKEN = tr("Go to a day, by its date or in a small month")
FIELD = tr("A day")
FIELD_HINT = tr("12 dec, next friday, 2027-03-01")
NOT_A_DAY = tr("No day is called that. Try “12 dec”, “next friday” or “2027-03-01”.")
ENTER = tr("Enter turns to it.")
PREVIOUS_MONTH = tr("Previous month")
NEXT_MONTH = tr("Next month")
WHOLE_MONTH = tr("The whole month")
MONTH = tr("Month")
TODAY = tr("Today")
BACK_TO_WEEK = tr("Week")
WEEK_NUMBER = tr("wk")

_UNITS = {
    "day": tr("day days"),
    "week": tr("week weeks"),
    "month": tr("month months"),
    "year": tr("year years"),
}
"""Every form of a word in one line."""
_DAYS = {0: tr("today"), 1: tr("tomorrow"), -1: tr("yesterday")}
_NEXT, _THIS, _LAST, _AGO = tr("next"), tr("this"), tr("last"), tr("ago")


def month_and_year(day: date) -> str:
    """`November 2026`."""
    return QLocale().toString(common.qdate(day), "MMMM yyyy")


def turns_to(day: date) -> str:
    """`Friday 4 December 2026`."""
    return f"{common.long_date(day)} {day.year}"


def spoken_day(day: date, entries: int, *, today: bool) -> str:
    """What a screen reader says of a day in a small month."""
    if entries == 0:
        what = tr("nothing planned")
    elif entries == 1:
        what = tr("1 entry")
    else:
        what = tr("{count} entries").format(count=entries)
    parts = (TODAY if today else "", turns_to(day), what)
    return ", ".join(p for p in parts if p)


def more(count: int) -> str:
    return tr("+{count} more").format(count=count)


def spoken_more(count: int, day: date) -> str:
    return tr("{count} more on {day}").format(count=count, day=common.long_date(day))


def spoken_week(number: int) -> str:
    return tr("Week {number}").format(number=number)


def words() -> Words:
    """What days, months and distances are called in the family's language, and in English."""
    return _words(QLocale().name())


@lru_cache(maxsize=4)
def _words(_locale: str) -> Words:
    weekdays: dict[str, int] = {}
    months: dict[str, int] = {}
    for locale in (QLocale(QLocale.Language.English), QLocale()):
        for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
            for n in range(7):
                weekdays[_small(locale.standaloneDayName(n + 1, length))] = n
            for n in range(1, 13):
                months[_small(locale.standaloneMonthName(n, length))] = n
                months[_small(locale.monthName(n, length))] = n
    days = {"today": 0, "tomorrow": 1, "yesterday": -1}
    units = {u: u for u in _UNITS} | {f"{u}s": u for u in _UNITS}
    return Words(
        weekdays=weekdays,
        months=months,
        days=days | {_small(word): n for n, word in _DAYS.items()},
        units=units | {_small(form): u for u, forms in _UNITS.items() for form in forms.split()},
        following=frozenset({"next", _small(_NEXT)}),
        this=frozenset({"this", _small(_THIS)}),
        last=frozenset({"last", _small(_LAST)}),
        ago=frozenset({"ago", _small(_AGO)}),
    )


def _small(word: str) -> str:
    return word.casefold().rstrip(".")
