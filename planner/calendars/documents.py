"""A calendar as a document and back: one document each, an event in a short row.

A row is key, title, first day, start, last day, end and, where they are not as usual, `a` for a
whole-day event, `f` for one that leaves people free and `p` for a private one. Rows stand under the
uid they share.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from planner.calendars.model import Calendar, CalendarEvent, CalendarId
from planner.errors import Problem
from planner.model import DAY_MINUTES, PersonId

Document = Mapping[str, Any]
TEXTS = ("name", "taken", "since", "until")


def number(calendar: Calendar) -> str:
    """The id of a calendar's document: its own."""
    return calendar.id


def document(calendar: Calendar) -> dict[str, Any]:
    events: dict[str, list[list[Any]]] = {}
    for e in calendar.events:
        events.setdefault(e.uid, []).append(row_of(e))
    return {
        "name": calendar.name,
        "people": list(calendar.people),
        "taken": calendar.taken.isoformat(),
        "since": calendar.since.isoformat(),
        "until": calendar.until.isoformat(),
        "whole_days": calendar.whole_days,
        **({"unsure": list(calendar.unsure)} if calendar.unsure else {}),
        "events": events,
    }


def row_of(event: CalendarEvent) -> list[Any]:
    """Everything of an event but its uid."""
    marks = "a" * event.all_day + "f" * (not event.busy) + "p" * event.private
    first, last = event.first.isoformat(), event.last.isoformat()
    return [event.key, event.title, first, event.start, last, event.end, marks]


def event_of(uid: str, row: list[Any]) -> CalendarEvent:
    """The event of a row. Raises ValueError or TypeError where the row is not what was written."""
    key, title, first, start, last, end, marks = row
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    in_a_day = (
        type(start) is type(end) is int and 0 <= start < DAY_MINUTES and 0 <= end < DAY_MINUTES
    )
    if not (in_a_day and isinstance(key, str) and isinstance(title, str)):
        raise ValueError(f"{row!r}")
    if ends < begins or (ends == begins and end < start):
        raise ValueError(f"{row!r}")
    return CalendarEvent(
        uid, title, begins, start, ends, end, key, "a" in marks, "f" not in marks, "p" in marks
    )


def values(documents: Mapping[str, Document]) -> Iterator[Calendar | Problem]:
    """Every calendar by name and id, and a problem for each that cannot be read."""
    for its_number, held in sorted(documents.items(), key=lambda i: (str(i[1].get("name")), i[0])):
        try:
            yield _calendar(its_number, held)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            yield Problem("calendar", its_number, str(error))


def _calendar(calendar_id: str, held: Document) -> Calendar:
    people, whole_days = held["people"], held["whole_days"]
    if not (all(isinstance(held[t], str) for t in TEXTS) and isinstance(whole_days, bool)):
        raise ValueError(f"{ {t: held[t] for t in TEXTS}!r}")
    unsure = held.get("unsure", [])
    for name, texts in (("people", people), ("unsure", unsure)):
        if not (isinstance(texts, list) and all(isinstance(each, str) for each in texts)):
            raise ValueError(f"{name}: {texts!r}")
    taken = datetime.fromisoformat(held["taken"])
    if taken.tzinfo is not None:
        raise ValueError(f"taken: {held['taken']!r}")
    return Calendar(
        id=CalendarId(calendar_id),
        name=held["name"],
        people=tuple(PersonId(p) for p in people),
        events=tuple(event_of(uid, row) for uid, rows in held["events"].items() for row in rows),
        taken=taken,
        since=date.fromisoformat(held["since"]),
        until=date.fromisoformat(held["until"]),
        whole_days=whole_days,
        unsure=tuple(unsure),
    )
