"""What a family asks of the library, what it did with it before, and the activities that fit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from activities.model import Activity, Catalogue
from activities.search import Index, search
from planner.dates import ONE_DAY
from planner.model import HAPPENED, Entry, Household
from planner.week import entries_between

SHORT = 15
LATELY = timedelta(weeks=4)
LOVED_FROM = 4
WAITING = frozenset({"idea", "draft", "reviewed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked of the library. Each part narrows further; `bands` must all fit."""

    typed: str = ""
    pathways: frozenset[str] = frozenset()
    bands: frozenset[str] = frozenset()
    short: bool = False
    skill: str | None = None
    moment: str | None = None
    company: str | None = None
    no_preparation: bool = False
    not_lately: bool = False
    loved: bool = False
    own: bool = False
    order: str = "title"


SHELVES = ("drafts", "put-away")
"""Activities that stand apart, and are shown only while their shelf is open."""


def on_shelf(library: Catalogue, shelf: str) -> tuple[Activity, ...]:
    """What stands on a shelf: drafts that wait for a specialist, or the family's own put away.

    Anything else than a name of `SHELVES` gives what may be shown to everybody.
    """
    every = library.activities.values()
    if shelf == "drafts":
        return tuple(a for a in every if a.status in WAITING)
    if shelf == "put-away":
        return tuple(a for a in every if a.own and a.status == "retired")
    return library.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the family did with the library, by ids of activities: the last time, lately, loved."""

    last: Mapping[str, Entry]
    lately: frozenset[str]
    loved: frozenset[str]


NO_PAST = Past(last={}, lately=frozenset(), loved=frozenset())


def past_of(household: Household, today: date) -> Past:
    """Look through all weeks. `lately` has what stood in the plan too, unless it was given up."""
    last: dict[str, Entry] = {}
    days = entries_between(household, today - LATELY + ONE_DAY, LATELY.days)
    in_plan = HAPPENED | {"planned"}
    lately = frozenset(e.activity for e in days if e.activity and e.outcome in in_plan)
    loved: set[str] = set()
    for monday in sorted(household.weeks):
        for entry in household.weeks[monday].entries:
            if not entry.activity:
                continue
            if entry.outcome in HAPPENED and entry.day <= today:
                last[entry.activity] = entry
            if entry.reflection and (entry.reflection.closeness or 0) >= LOVED_FROM:
                loved.add(entry.activity)
    return Past(last=last, lately=lately, loved=frozenset(loved))


def found(library: Index, choice: Choice, past: Past) -> tuple[Activity, ...]:
    """The activities that pass, in the order chosen; by title, hits in titles come first."""
    hits = search(
        library,
        choice.typed,
        pathways=choice.pathways,
        skill=choice.skill,
        longest=SHORT if choice.short else None,
        moment=choice.moment,
        participants=choice.company,
        effort=1 if choice.no_preparation else None,
    )
    tests: tuple[tuple[bool, Callable[[Activity], bool]], ...] = (
        (bool(choice.bands), lambda activity: choice.bands.issubset(activity.bands)),
        (choice.not_lately, lambda activity: activity.id not in past.lately),
        (choice.loved, lambda activity: activity.id in past.loved),
        (choice.own, lambda activity: activity.own),
    )
    for is_set, test in tests:
        if is_set:
            hits = tuple(activity for activity in hits if test(activity))
    if choice.order == "shortest":
        return tuple(sorted(hits, key=lambda a: (a.minutes_max, a.minutes_min)))
    if choice.order == "longest-ago":
        return tuple(
            sorted(hits, key=lambda a: past.last[a.id].day if a.id in past.last else date.min)
        )
    return hits
