"""Takes what a file holds into the household, or up to date what it has of it; and lets it go again."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from planner.actions import Action
from planner.calendars.model import Calendar, CalendarEvent, CalendarId
from planner.calendars.reading import Found
from planner.model import Household, PersonId

ALIKE = 0.5
"""Two calendars are the same if so much of the smaller one is in both."""
ZONE_FAULTS = frozenset(("unknown-zone", "unsure-zone"))


class Changes(NamedTuple):
    """How many events taking a calendar adds, changes, removes and leaves as they were.

    An event that repeats counts once. Only days that both versions reach are compared.
    """

    added: int
    changed: int
    removed: int
    same: int


def calendar_from(
    found: Found,
    *,
    calendar_id: CalendarId,
    name: str,
    people: tuple[PersonId, ...],
    taken: datetime,
    whole_days: bool = False,
) -> Calendar:
    """The calendar for these people; an event without a title is called like the calendar."""
    unsure = dict.fromkeys(p.detail for p in found.problems if p.code in ZONE_FAULTS)
    return Calendar(
        id=calendar_id,
        name=name,
        people=people,
        events=tuple(e if e.title else e._replace(title=name) for e in found.events),
        taken=taken,
        since=found.since,
        until=found.until,
        whole_days=whole_days,
        unsure=tuple(unsure),
    )


def called(
    calendar: Calendar,
    name: str,
    people: tuple[PersonId, ...],
    whole_days: bool,  # noqa: FBT001
) -> Calendar:
    """The same calendar under this name, for these people; events called like it change with it."""
    events = tuple(
        e._replace(title=name) if e.title == calendar.name else e for e in calendar.events
    )
    return replace(calendar, name=name, people=people, whole_days=whole_days, events=events)


def known_as(household: Household, found: Found) -> Calendar | None:
    """The calendar of the household that this file is a newer version of, by the events in both.

    Some calendars only number their events: one with the same uid is the same if its title is, or
    one of its times.
    """
    new = _traits(found.events)
    best: tuple[float, Calendar] | None = None
    for calendar in household.calendars:
        old = _traits(calendar.events)
        both = sum(not old[uid].isdisjoint(new[uid]) for uid in old.keys() & new.keys())
        share = both / max(1, min(len(old), len(new)))
        if share >= ALIKE and (best is None or share > best[0]):
            best = share, calendar
    return best[1] if best else None


def _traits(events: Iterable[CalendarEvent]) -> dict[str, set[object]]:
    """Under each uid its titles and the starts of its times."""
    traits: dict[str, set[object]] = {}
    for event in events:
        traits.setdefault(event.uid, set()).update((event.title, (event.first, event.start)))
    return traits


def changes(before: Calendar | None, after: Calendar) -> Changes:
    """What taking `after` does to the events of `before`."""
    if before is None:
        return Changes(len({e.uid for e in after.events}), 0, 0, 0)
    first, end = max(before.since, after.since), min(before.until, after.until)
    was, now = _by_uid(before.events, first, end), _by_uid(after.events, first, end)
    both = was.keys() & now.keys()
    same = sum(was[uid] == now[uid] for uid in both)
    return Changes(len(now.keys() - both), len(both) - same, len(was.keys() - both), same)


def _by_uid(
    events: Iterable[CalendarEvent], first: date, end: date
) -> dict[str, list[CalendarEvent]]:
    """The part of the events that lies in these days, under their uids."""
    low, high = (first, 0), (end, 0)
    found: dict[str, list[CalendarEvent]] = {}
    for event in events:
        begins, ends = (event.first, event.start), (event.last, event.end)
        if begins < high and (ends > low or ends == low == begins):
            (day, start), (last, stop) = max(begins, low), min(ends, high)
            part = event._replace(first=day, start=start, last=last, end=stop)
            found.setdefault(event.uid, []).append(part)
    return found


def take(calendar: Calendar) -> Action:
    """Keep this calendar, in the place of the one with its id."""

    def step(household: Household) -> Household:
        others = (c for c in household.calendars if c.id != calendar.id)
        kept = sorted((*others, calendar), key=lambda c: (c.name, c.id))
        return replace(household, calendars=tuple(kept))

    return Action(code="calendar", about=calendar.name, step=step)


def remove(calendar: Calendar) -> Action:
    """Let a calendar go, with everything in it."""

    def step(household: Household) -> Household:
        kept = tuple(c for c in household.calendars if c.id != calendar.id)
        return replace(household, calendars=kept)

    return Action(code="remove-calendar", about=calendar.name, step=step)
