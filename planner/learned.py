"""What Fill has learned from this family, line by line, so that it can be read and forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from activities.model import Activity
from planner.dates import ONE_DAY
from planner.fill.past import Learned, learn, remember
from planner.model import Household, Wishes
from planner.question import KIND, instance_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing learned: of an activity, or of a kind of them (`name` begins with `kind:`).

    `rating` is in hundredths (100 to 500), drawn towards the middle while little is noted; `noted`
    is how often it was said how close it felt; `kept` how often it was done in eight weeks.
    """

    name: str
    title: str
    noted: int
    rating: int
    kept: int


def lessons(
    household: Household, activities: Mapping[str, Activity], today: date
) -> tuple[Lesson, ...]:
    """What is learned as of today: kinds first, then activities, the most noted first."""
    tomorrow = today + ONE_DAY
    now = datetime.combine(tomorrow, time())
    asked = instance_for(household, tomorrow, activities, now=now)
    past = remember(asked)
    known = {a.id: a for a in asked.activities}
    noted = {name: learn(past, known[name], None) for name in past.done if name in known}
    kinds: dict[str, int] = {}
    for name, lesson in noted.items():
        kinds[known[name].kind] = kinds.get(known[name].kind, 0) + lesson.times_rated
    of_kinds = [
        Lesson(name=KIND + kind, title=kind, noted=count, rating=past.kinds[kind], kept=0)
        for kind, count in kinds.items()
        if count > 1
    ]
    of_activities = [
        _lesson(name, known[name].title, lesson)
        for name, lesson in noted.items()
        if lesson.times_rated
    ]
    return (*_in_order(of_kinds), *_in_order(of_activities))


def _lesson(name: str, title: str, learned: Learned) -> Lesson:
    return Lesson(
        name=name,
        title=title,
        noted=learned.times_rated,
        rating=learned.rating,
        kept=learned.kept,
    )


def _in_order(found: list[Lesson]) -> list[Lesson]:
    return sorted(found, key=lambda one: (-one.noted, one.title.casefold(), one.name))


def forgetting(wishes: Wishes, name: str, today: date) -> Wishes:
    """The wishes with this line forgotten; how it feels from tomorrow on counts again."""
    return replace(wishes, forgotten={**wishes.forgotten, name: today})
