"""What the family's calendars have on a day: who is busy when, and what lasts the whole day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from planner.calendars.model import Calendar, CalendarEvent
from planner.dates import ONE_DAY
from planner.model import (
    DAY_MINUTES,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    PersonId,
    Span,
)


class DayLine(NamedTuple):
    """Something of a calendar that takes no hours: a holiday, a trip, a reminder.

    It lasts from `first` to before `end`; `start` is the minute it begins where it has a time.
    `private` if every calendar that has it says so.
    """

    title: str
    people: tuple[PersonId, ...]
    first: date
    end: date
    start: int | None = None
    private: bool = False


def busy_times(household: Household, day: date) -> Iterator[Busy]:
    """When calendars keep somebody busy that day, as busy times of this day alone.

    What goes on past midnight is there on both days, each with its part.
    """
    for calendar in household.calendars:
        events = events_on(calendar, day)
        if events and day not in calendar.busy_by_day:
            calendar.busy_by_day[day] = tuple(_busy_of(calendar, events, day))
        if events:
            yield from calendar.busy_by_day[day]


def _busy_of(calendar: Calendar, events: tuple[CalendarEvent, ...], day: date) -> Iterator[Busy]:
    for event in events:
        if _takes_time(calendar, event):
            start, end = _part_of(event, day)
            yield Busy(
                id=BusyId(f"{calendar.id}/{event.uid}/{event.key}"),
                title=event.title,
                people=calendar.people,
                span=Span(weekdays=(day.weekday(),), start=start, end=end),
                first=day,
                last=day,
            )


def all_day(household: Household, day: date) -> tuple[DayLine, ...]:
    """What calendars have that day without taking anybody's hours, the longest first.

    The same thing in several calendars is there once, for everybody.
    """
    found: dict[tuple[str, date, date, int | None], tuple[dict[PersonId, None], list[bool]]] = {}
    for calendar in household.calendars:
        for event in events_on(calendar, day):
            if event.all_day or not event.busy:
                key = event.title, event.first, _end(event), None if event.all_day else event.start
                people, private = found.setdefault(key, ({}, []))
                people.update(dict.fromkeys(calendar.people))
                private.append(event.private)
    lines = (
        DayLine(key[0], tuple(people), *key[1:], private=all(private))
        for key, (people, private) in found.items()
    )
    return tuple(sorted(lines, key=lambda line: (line.first, -line.end.toordinal(), line.title)))


def events_on(calendar: Calendar, day: date) -> tuple[CalendarEvent, ...]:
    """The events that share time with this day."""
    if calendar.events and not calendar.by_day:
        calendar.by_day.update(_by_day(calendar))
    return calendar.by_day.get(day, ())


def as_entry(calendar: Calendar, event: CalendarEvent) -> Entry:
    """The event in the form of an entry, to be shown among entries; it has no id, as it is none."""
    days = (_end(event) - event.first).days if event.all_day else 0
    length = (event.last - event.first).days * DAY_MINUTES + event.end - event.start
    return Entry(
        id=EntryId(""),
        day=event.first,
        start=0 if days else event.start,
        minutes=0 if days else length,
        days=days,
        title=event.title,
        people=calendar.people,
        note=calendar.name,
    )


def _by_day(calendar: Calendar) -> Mapping[date, tuple[CalendarEvent, ...]]:
    days: dict[date, list[CalendarEvent]] = {}
    for event in calendar.events:
        days.setdefault(event.first, []).append(event)
        if event.last > event.first:
            day, end = event.first + ONE_DAY, _end(event)
            while day < end:
                days.setdefault(day, []).append(event)
                day += ONE_DAY
    return {day: tuple(events) for day, events in days.items()}


def _end(event: CalendarEvent) -> date:
    """The day after the last one of which the event takes something; at least its own day."""
    end = event.last + ONE_DAY if event.end else event.last
    return max(end, event.first + ONE_DAY)


def _takes_time(calendar: Calendar, event: CalendarEvent) -> bool:
    return calendar.whole_days if event.all_day else event.busy


def _part_of(event: CalendarEvent, day: date) -> tuple[int, int]:
    start = event.start if day == event.first else 0
    end = event.end if day == event.last else DAY_MINUTES
    return start, end
