"""One function for each thing a family can do. An action has a name, so that undo can say what it takes back.

`code` is looked up in `ui/text/actions.py`; `about` is the title or name the sentence mentions.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner import family, own_activities, week
from planner.dates import WEEK_DAYS
from planner.model import (
    Busy,
    Entry,
    Household,
    Moment,
    Outcome,
    Person,
    Reflection,
    Rota,
    Wishes,
)

if TYPE_CHECKING:  # the library comes after the first week is painted
    from activities.model import Activity


class Action(NamedTuple):
    """A named step from one household to the next.

    `day` is where in the calendar it shows, if anywhere, and `was` where taking it back shows, if elsewhere.
    """

    code: str
    step: Callable[[Household], Household]
    about: str = ""
    day: date | None = None
    was: date | None = None


def start_family(household: Household) -> Action:
    """Take this whole household instead of the present one: the end of the first run."""
    return Action(code="start-family", step=lambda _: household)


def restore(household: Household, taken: str) -> Action:
    """Go back to the household of a backup; `taken` is its date, in words."""
    return Action(code="restore", about=taken, step=lambda _: household)


def add_entry(entry: Entry) -> Action:
    return Action(code="add", about=entry.title, day=entry.day, step=lambda h: week.add(h, entry))


def keep_suggestions(entries: tuple[Entry, ...]) -> Action:
    """Put all these suggestions into the week, as one step."""
    return Action(
        code="keep",
        about=str(len(entries)),
        day=entries[0].day if entries else None,
        step=lambda h: week.add(h, *entries),
    )


def change_entry(entry: Entry, changed: Entry, code: str = "change") -> Action:
    """Replace an entry by another version of it (same id): change, move or resize it (`code`)."""
    return Action(
        code=code,
        about=changed.title,
        day=changed.day,
        was=entry.day,
        step=lambda h: week.put(h, entry, changed),
    )


def move_entry(entry: Entry, *, day: date, start: int) -> Action:
    return Action(
        code="move",
        about=entry.title,
        day=day,
        was=entry.day,
        step=lambda h: week.change(h, entry, day=day, start=start),
    )


def resize_entry(entry: Entry, *, start: int, minutes: int) -> Action:
    return Action(
        code="resize",
        about=entry.title,
        day=entry.day,
        step=lambda h: week.change(h, entry, start=start, minutes=minutes),
    )


def remove_entry(entry: Entry) -> Action:
    return Action(
        code="remove", about=entry.title, day=entry.day, step=lambda h: week.remove(h, entry)
    )


def set_outcome(entry: Entry, outcome: Outcome) -> Action:
    return Action(
        code=outcome,
        about=entry.title,
        day=entry.day,
        step=lambda h: week.change(h, entry, outcome=outcome),
    )


def reflect(entry: Entry, reflection: Reflection | None) -> Action:
    """Keep these private words with the entry, or delete them with None."""
    return Action(
        code="reflect" if reflection else "unreflect",
        about=entry.title,
        day=entry.day,
        step=lambda h: week.change(h, entry, reflection=reflection),
    )


def set_person(person: Person) -> Action:
    return Action(code="person", about=person.name, step=lambda h: family.with_person(h, person))


def set_busy(busy: Busy) -> Action:
    return Action(code="busy", about=busy.title, step=lambda h: family.with_busy(h, busy))


def remove_busy(busy: Busy) -> Action:
    return Action(
        code="remove-busy", about=busy.title, step=lambda h: family.without_busy(h, busy.id)
    )


def set_rota(rota: Rota, name: str) -> Action:
    """Keep the shifts of the person of that name, new or changed."""
    return Action(code="rota", about=name, step=lambda h: family.with_rota(h, rota))


def remove_rota(rota: Rota, name: str) -> Action:
    return Action(code="remove-rota", about=name, step=lambda h: family.without_rota(h, rota.id))


def set_moments(moments: tuple[Moment, ...]) -> Action:
    return Action(code="moments", step=lambda h: family.with_moments(h, moments))


def set_wishes(wishes: Wishes) -> Action:
    return Action(code="wishes", step=lambda h: family.with_wishes(h, wishes))


def set_hard_week(first: date, *, on: bool) -> Action:
    """Let everything rest until the end of the week from `first`; or no longer."""
    until = first + timedelta(days=WEEK_DAYS - 1) if on else None
    return Action(
        code="hard-week" if on else "hard-week-over",
        day=first,
        step=lambda h: family.with_wishes(h, replace(h.wishes, hard_until=until)),
    )


def save_activity(activity: "Activity") -> Action:
    """Keep an own activity, new or changed."""
    return Action(
        code="save-activity",
        about=activity.title,
        step=lambda h: own_activities.with_activities(h, activity),
    )


def archive_activity(activity: "Activity", *, away: bool = True) -> Action:
    """Put an own activity out of sight, or bring it back."""
    return Action(
        code="archive-activity" if away else "unarchive-activity",
        about=activity.title,
        step=lambda h: own_activities.archived(h, activity.id, away=away),
    )


def import_activities(activities: "tuple[Activity, ...]") -> Action:
    """Take in these activities of another family, as one step."""
    return Action(
        code="import-activities",
        about=str(len(activities)),
        step=lambda h: own_activities.with_activities(h, *activities),
    )
