"""A family that took in what its schools and workplaces have: thousands of events, for measuring."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from planner.calendars.model import Calendar, CalendarEvent, CalendarId
from planner.dates import ONE_DAY, monday_of
from planner.model import SCHOOL_DAYS, Household
from planner.sample import JONAS, LEO, MAYA, SARA

WEEKS_BACK = 12
LESSONS = tuple((490 + 50 * n, 45) for n in range(7))
CLASSES = tuple((480 + 55 * n, 50) for n in range(7))
MEETINGS = ((540, 30), (600, 60), (690, 45), (840, 60), (930, 90))
CALLS = ((510, 60), (615, 30), (660, 60), (780, 45), (945, 60))
"""Start and minutes of what two schools and two workplaces put into every day with school."""


def with_calendars(household: Household, today: date) -> Household:
    """The same family with what it took from files: 2,000 lessons, 5,000 meetings and the holidays."""
    files = (
        (
            "School",
            (LEO, MAYA),
            [
                *_on_school_days("Lesson", LESSONS, 1000, today),
                *_on_school_days("Class", CLASSES, 1000, today),
            ],
        ),
        ("Work of Sara", (SARA,), _on_school_days("Meeting", MEETINGS, 2500, today)),
        ("Work of Jonas", (JONAS,), _on_school_days("Call", CALLS, 2500, today)),
        ("Holidays", tuple(p.id for p in household.people), _holidays(today)),
    )
    taken = tuple(
        Calendar(
            id=CalendarId(str(n)),
            name=name,
            people=people,
            events=tuple(events),
            taken=datetime.combine(today, time()),
            since=today - timedelta(days=365),
            until=today + timedelta(days=730),
        )
        for n, (name, people, events) in enumerate(files, 1)
    )
    return replace(household, calendars=taken)


def _on_school_days(
    what: str, times: tuple[tuple[int, int], ...], count: int, today: date
) -> Iterator[CalendarEvent]:
    """So many events, at these times of every day with school, from some weeks ago on."""
    day = monday_of(today) - timedelta(weeks=WEEKS_BACK)
    for n in range(count):
        if n and n % len(times) == 0:
            day += ONE_DAY
            while day.weekday() not in SCHOOL_DAYS:
                day += ONE_DAY
        start, minutes = times[n % len(times)]
        yield CalendarEvent(
            uid=f"{what}-{n}@example.org",
            title=f"{what} {n % 11 + 1}",
            first=day,
            start=start,
            last=day,
            end=start + minutes,
        )


def _holidays(today: date) -> Iterator[CalendarEvent]:
    """One whole day in every week of three years."""
    for n in range(156):
        day = monday_of(today) + timedelta(weeks=n - 52, days=n % 7)
        yield CalendarEvent(
            uid=f"holiday-{n}@example.org",
            title=f"Holiday {n}",
            first=day,
            start=0,
            last=day + ONE_DAY,
            end=0,
            all_day=True,
        )
