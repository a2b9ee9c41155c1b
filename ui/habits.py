"""What holds in every part of the window: the clock and the first weekday, as chosen or as the language says."""

from typing import Literal

from PySide6.QtCore import QLocale

from planner.preferences import Preferences

_CHOSEN: dict[Literal["habits"], Preferences] = {}
"""Belongs to the application, as its font does: a turn of the week asks for it hundreds of times."""


def take_habits(preferences: Preferences) -> None:
    """Let the whole application follow these preferences from now on, as it follows its font."""
    _CHOSEN["habits"] = preferences


def clock_wish() -> Literal[12, 24] | None:
    """The clock that was chosen; None where the language decides."""
    return _CHOSEN["habits"].clock if _CHOSEN else None


def first_weekday() -> int:
    """The day that weeks begin with, Monday = 0."""
    chosen = _CHOSEN["habits"].first_weekday if _CHOSEN else None
    return QLocale().firstDayOfWeek().value - 1 if chosen is None else chosen


def time_format(locale: QLocale) -> str:
    """How this locale writes a time of day, in Qt's letters, with the hours that were chosen."""
    usual, wish = locale.timeFormat(QLocale.FormatType.ShortFormat), clock_wish()
    if wish is None or (wish == 12) == ("a" in usual.lower()):
        return usual
    colon = usual.lstrip("HhApP ")[:1]
    return f"HH{colon}mm" if wish == 24 else f"h{colon}mm Ap"
