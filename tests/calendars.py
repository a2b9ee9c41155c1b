"""Calendars for tests, as they are kept once a file was taken in."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from planner.calendars.model import Calendar, CalendarEvent, CalendarId
from planner.model import Household
from tests.builders import JONAS, LEO, MAYA, SARA, minute, span

HERE = tuple(replace(p, free=(span("15:00-20:00"),)) for p in (LEO, MAYA, SARA, JONAS))


def event(title, first, start, last=None, end=0, **other):
    """`event("Choir", MONDAY, "17:00", end="18:00")`."""
    return CalendarEvent(
        uid=other.pop("uid", title),
        title=title,
        first=first,
        start=minute(start),
        last=last or first,
        end=minute(end) if end else 0,
        **other,
    )


def holiday(title, first, days=1):
    return CalendarEvent(
        uid=title,
        title=title,
        first=first,
        start=0,
        last=first + timedelta(days=days),
        end=0,
        all_day=True,
    )


def calendar(*events, people=(LEO,), **other):
    made = {"id": CalendarId("7"), "name": "School", "taken": datetime(2026, 3, 1, 9)}
    made |= {"since": date(2025, 3, 1), "until": date(2028, 3, 1)} | other
    return Calendar(people=tuple(p.id for p in people), events=events, **made)


def family(*calendars):
    return Household(people=HERE, calendars=calendars)
