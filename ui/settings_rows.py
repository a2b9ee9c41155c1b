"""What a family can choose about its window: one row each, with a line that says what it does."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale

from planner.dates import WEEK_DAYS
from planner.model import Household
from planner.preferences import Preferences
from ui.text import common
from ui.text import preferences as text

Choices = tuple[tuple[Any, str], ...]
"""Every value that can be chosen, with its words."""


class Row(NamedTuple):
    """One choice: where it stands in the preferences, and what another value changes there."""

    name: str
    title: str
    explains: str
    choices: Callable[[Household], Choices]
    read: Callable[[Preferences], Any]
    changes: Callable[[Preferences, Any], dict[str, Any]]


def _row(name: str, words: tuple[str, str], choices: Callable[[Household], Choices]) -> Row:
    return Row(
        name,
        *words,
        choices,
        lambda preferences: getattr(preferences, name),
        lambda _preferences, value: {name: value},
    )


def _said(words: Callable[[Any], str], *values: Any) -> Callable[[Household], Choices]:
    return lambda _household: tuple((value, words(value)) for value in values)


def _first_weekdays(_household: Household) -> Choices:
    usual = QLocale().firstDayOfWeek().value - 1
    days = [(usual + n) % WEEK_DAYS for n in range(WEEK_DAYS)]
    return (None, text.as_usual(text.weekday(usual))), *((d, text.weekday(d)) for d in days)


def _clocks(_household: Household) -> Choices:
    usual = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    hours = text.hours_of_clock(12 if "a" in usual.lower() else 24)
    return (None, text.as_usual(hours)), *((n, text.hours_of_clock(n)) for n in (24, 12))


def _people(household: Household) -> Choices:
    names = ((p.id, common.spoken_name(p)) for p in household.grown_ups)
    return (None, text.NOBODY_SAID), *names


SECTIONS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        text.WEEK,
        (
            _row("first_weekday", text.FIRST_WEEKDAY, _first_weekdays),
            _row("clock", text.CLOCK, _clocks),
            Row(
                "begins",
                *text.BEGINS,
                _said(text.hour, *range(13)),
                lambda preferences: preferences.hours[0],
                lambda preferences, hour: {"hours": (hour, preferences.hours[1])},
            ),
            Row(
                "ends",
                *text.ENDS,
                _said(text.hour, *range(13, 25)),
                lambda preferences: preferences.hours[1],
                lambda preferences, hour: {"hours": (preferences.hours[0], hour)},
            ),
            _row(
                "entry_minutes",
                text.ENTRY_MINUTES,
                _said(common.duration, 10, 15, 20, 30, 45, 60, 90, 120),
            ),
        ),
    ),
    (
        text.LOOK,
        (
            _row("theme", text.THEME, _said(text.THEMES.__getitem__, *text.THEMES)),
            _row(
                "text_size",
                text.TEXT_SIZE,
                _said(text.percent, 80, 90, 100, 110, 125, 140, 160, 180),
            ),
        ),
    ),
    (
        text.REMINDING,
        (
            _row("reminders", text.REMINDERS, _said(text.REMIND.__getitem__, *text.REMIND)),
            _row(
                "remind_before", text.REMIND_BEFORE, _said(text.before, 0, 5, 10, 15, 30, 60, 120)
            ),
        ),
    ),
    (
        text.HERE,
        (
            _row("me", text.ME, _people),
            _row("lock_after", text.LOCK_AFTER, _said(text.idle, None, 1, 5, 10, 15, 30, 60)),
        ),
    ),
)
