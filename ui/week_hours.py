"""Which hours the week shows: those that were chosen, and more where something lies outside them."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

from planner.dates import days_from
from planner.free import busy_on
from planner.model import DAY_MINUTES, Entry, Household
from planner.preferences import Preferences

if TYPE_CHECKING:  # the week that calls this
    from ui.week_canvas import WeekCanvas
    from ui.week_page import WeekPage

FIRST_HOUR = 7


def take_preferences(canvas: "WeekCanvas", preferences: Preferences) -> None:
    """Follow the hours and the usual length that were chosen."""
    canvas.usual_minutes = preferences.entry_minutes
    canvas.wished_hours = preferences.hours
    _show_hours(canvas, *preferences.hours)


def _show_hours(canvas: "WeekCanvas", begin: int, end: int) -> None:
    canvas.hours = (begin, end)
    canvas.set_sizes()
    canvas.update()


def fit_hours(canvas: "WeekCanvas", *more: tuple[int, int]) -> None:
    """Show the hours chosen, and those of all that is in this week or between these minutes of a day.

    What is in sight stays in sight.
    """
    if canvas.wished_hours == (0, 24):
        return
    spans = [*_spans(canvas), *more]
    begin = min([canvas.wished_hours[0], *(start // 60 for start, _ in spans)])
    end = max([canvas.wished_hours[1], *(-(-end // 60) for _, end in spans)])
    if (begin, end) == canvas.hours:
        return
    view = canvas.parentWidget()
    area = view.parentWidget() if view is not None else None
    top = canvas.scale.minute_at(-canvas.y())
    _show_hours(canvas, begin, end)
    if isinstance(area, QScrollArea):
        bar = area.verticalScrollBar()  # which learns of the new height a moment later
        QTimer.singleShot(0, bar, lambda: bar.setValue(round(canvas.scale.y(top))))


def scroll_at_first(page: "WeekPage") -> None:
    """Bring into view what was seen last, else the hours in which this family is up."""
    top = page.opening_top
    if top is None:
        top = family_hours(page.household, page.first, page.week_entries)
    page.area.verticalScrollBar().setValue(round(page.grid.scale.y(top)))


def family_hours(household: Household, first: date, entries: tuple[Entry, ...]) -> int:
    """The minute from which this family is up in these seven days, or a little before the first entry."""
    starts = [entry.start for entry in entries]
    starts += [
        busy.span.start
        for day in days_from(first)
        for busy in busy_on(household, day)
        if busy.span.start > 0  # what begins at midnight goes on from the night
    ]
    return max(0, min([FIRST_HOUR * 60, *starts]) - 30)


def _spans(canvas: "WeekCanvas") -> list[tuple[int, int]]:
    """When there is something, in minutes of its day."""
    week = days_from(canvas.first)
    return [
        canvas.span(entry, day)
        for entry in (*canvas.entries, *canvas.suggestions)
        for day in (entry.day, entry.day + timedelta(days=1))
        if day in week and (day == entry.day or entry.end > DAY_MINUTES)
    ]
