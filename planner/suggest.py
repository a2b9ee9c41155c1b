"""A household's week as a question to Fill, and its answer as a proposal nobody has kept yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count as count_from
from math import pi, sin

from activities.model import BANDS, SHOWN_STATUSES, Activity
from planner import fill
from planner.dates import WEEK_DAYS, age_on, days_from, months_on
from planner.fill.instance import (
    BEDTIME,
    CAR,
    FAMILY,
    HOME,
    MEAL,
    MINUTES,
    ONE_TO_ONE,
    OUTDOOR,
    Candidate,
    Gathering,
    Goals,
    Instance,
    PastEntry,
    Placed,
    Plan,
    Windows,
)
from planner.fill.instance import Person as FillPerson
from planner.free import busy_on, free_windows, joined, without
from planner.model import DAY_MINUTES, HAPPENED, Entry, EntryId, Household, Person, PersonId
from planner.week import entries_between

PLACES: Mapping[str, str] = {
    "bedtime": BEDTIME,
    "meal": MEAL,
    "car": CAR,
    "walk": OUTDOOR,
    "outdoors": OUTDOOR,
    "chore": HOME,
    "after-school": HOME,
    "weekend": HOME,
    "screen-together": HOME,
}
"""The library's settings as Fill knows them. After a quarrel and at a distance are never suggested."""

HISTORY_DAYS = 180
WATCHED_BELOW = 8
"""Children younger than this need a grown-up at home."""
DAY_MAX_MINUTES = 120
GAP = 5
NEW_PER_WEEK = 2
EFFORTS = {1: 1, 2: 2, 3: 4}
LATE = 20 * 60
TIRED = 2
SUGGESTED = "suggestion-"
"""How the ids of suggestions begin; an entry that was kept has a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One ghost on the calendar: what it would be, as Fill knows it, and the fact that speaks for it.

    `reason` is None where a person put the ghost; `held` ones stay when another week is tried.
    """

    entry: Entry
    placed: Placed
    reason: fill.Reason | None
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What Fill suggests for the seven days from `first`, what it could not meet, what it was asked."""

    first: date
    suggestions: tuple[Suggestion, ...]
    unmet: tuple[fill.Unmet, ...]
    instance: Instance

    def find(self, entry_id: EntryId) -> Suggestion | None:
        return next((s for s in self.suggestions if s.entry.id == entry_id), None)


def suggest(
    household: Household,
    first: date,
    activities: Mapping[str, Activity],
    *,
    now: datetime,
    seed: int = 0,
    cancelled: Callable[[], bool] | None = None,
) -> Proposal:
    """A good week around what is there, from `first` on; the same for the same question and seed."""
    instance = instance_for(household, first, activities, now=now)
    plan = fill.plan(instance, seed=seed, cancelled=cancelled)
    return _proposal(first, instance, plan, (), activities)


def another(proposal: Proposal, activities: Mapping[str, Activity], *, seed: int) -> Proposal:
    """A really different week around what is there and what is held."""
    held = tuple(s for s in proposal.suggestions if s.held)
    instance = _with_given(proposal.instance, held)
    free = Plan(
        instance=instance.id,
        entries=(*instance.fixed, *(s.placed for s in proposal.suggestions if not s.held)),
    )
    plan = fill.another(instance, free, seed)
    return _proposal(proposal.first, proposal.instance, plan, held, activities)


def choices(
    proposal: Proposal, entry_id: EntryId, activities: Mapping[str, Activity], count: int = 3
) -> tuple[Suggestion, ...]:
    """The next best instead of one suggestion, best first, each with its reason."""
    asked = proposal.find(entry_id)
    if asked is None:
        return ()
    by_hand = tuple(s for s in proposal.suggestions if s.reason is None and s is not asked)
    instance = _with_given(proposal.instance, by_hand)
    rest = tuple(s.placed for s in proposal.suggestions if s is not asked and s.reason is not None)
    plan = Plan(instance=instance.id, entries=(*instance.fixed, *rest, asked.placed))
    if asked.reason is None:
        return ()
    found = []
    for placed in fill.alternatives(instance, plan, asked.placed, count):
        swapped = Plan(instance=instance.id, entries=(*instance.fixed, *rest, placed))
        reason = fill.explain(instance, swapped)[len(rest)]
        entry = _entry(placed, proposal.first, activities, asked.entry.id)
        found.append(Suggestion(entry=entry, placed=placed, reason=reason))
    return tuple(found)


def swapped(proposal: Proposal, chosen: Suggestion) -> Proposal:
    """The proposal with this suggestion in the place of the one with the same id."""
    return _with(
        proposal,
        tuple(chosen if s.entry.id == chosen.entry.id else s for s in proposal.suggestions),
    )


def dropped(proposal: Proposal, *entry_ids: EntryId) -> Proposal:
    """The proposal without these suggestions."""
    return _with(proposal, tuple(s for s in proposal.suggestions if s.entry.id not in entry_ids))


def held(proposal: Proposal, entry_id: EntryId, *, hold: bool) -> Proposal:
    """The proposal with one suggestion held, or let go of again."""
    return _with(
        proposal,
        tuple(replace(s, held=hold) if s.entry.id == entry_id else s for s in proposal.suggestions),
    )


def moved(proposal: Proposal, entry_id: EntryId, *, day: date, start: int) -> Proposal:
    """The proposal with one ghost put elsewhere by hand: that is held, and needs no reason."""
    week_minute = (day - proposal.first).days * DAY_MINUTES + start
    return _with(
        proposal,
        tuple(
            Suggestion(
                entry=replace(s.entry, day=day, start=start, why=""),
                placed=replace(s.placed, start=week_minute),
                reason=None,
                held=True,
            )
            if s.entry.id == entry_id
            else s
            for s in proposal.suggestions
        ),
    )


def _with(proposal: Proposal, suggestions: tuple[Suggestion, ...]) -> Proposal:
    ordered = sorted(suggestions, key=lambda s: (s.entry.day, s.entry.start, s.entry.id))
    return replace(proposal, suggestions=tuple(ordered))


def _with_given(instance: Instance, given: tuple[Suggestion, ...]) -> Instance:
    """The question with these suggestions as if they stood in the week already."""
    fixed = (replace(s.placed, fixed=s.entry.id) for s in given)
    return replace(instance, fixed=(*instance.fixed, *fixed))


def _proposal(
    first: date,
    instance: Instance,
    plan: Plan,
    held: tuple[Suggestion, ...],
    activities: Mapping[str, Activity],
) -> Proposal:
    """A plan in the household's own nouns, with what was held beside it."""
    asked = _with_given(instance, held)
    used = {s.entry.id for s in held}
    ids = (i for i in (EntryId(f"{SUGGESTED}{n}") for n in count_from(1)) if i not in used)
    suggestions = tuple(
        Suggestion(entry=_entry(placed, first, activities, entry_id), placed=placed, reason=reason)
        for placed, reason, entry_id in zip(
            plan.suggestions, fill.explain(asked, plan), ids, strict=False
        )
    )
    found = Proposal(first=first, suggestions=(), unmet=fill.unmet(asked, plan), instance=instance)
    return _with(found, (*held, *suggestions))


def _entry(
    placed: Placed, first: date, activities: Mapping[str, Activity], entry_id: EntryId
) -> Entry:
    activity = activities[placed.activity]
    moment = next((s for s in activity.settings if PLACES.get(s) == placed.setting), None)
    return Entry(
        id=entry_id,
        day=first + timedelta(days=placed.day),
        start=placed.start % DAY_MINUTES,
        minutes=placed.minutes,
        title=activity.title,
        people=tuple(PersonId(p) for p in placed.who),
        activity=activity.id,
        pathway=activity.pathways[0],
        moment=moment,
    )


def instance_for(
    household: Household, first: date, activities: Mapping[str, Activity], *, now: datetime
) -> Instance:
    """Everything Fill needs to know about the seven days from `first`."""
    days = days_from(first)
    children, grown_ups = household.children, household.grown_ups
    wishes = household.wishes
    minute = ((now.date() - first).days * DAY_MINUTES) + now.hour * 60 + now.minute
    return Instance(
        id=first.isoformat(),
        people=tuple(_person(p, first) for p in household.people),
        free={p.id: _week(days, partial(free_windows, household, p)) for p in household.people},
        meals=_gatherings(household, days, "meal"),
        rides=_gatherings(household, days, "car"),
        bed={c.id: _week(days, partial(_bedtimes, household, c)) for c in children},
        care={
            c.id: _week(days, partial(_at_home, household, c))
            for c in children
            if c.birthday is None or age_on(c.birthday, first) < WATCHED_BELOW
        },
        home={g.id: _week(days, partial(_at_home, household, g)) for g in grown_ups},
        light=_week(days, lambda d: (daylight(d),)),
        energy={
            g.id: tuple(
                (n * DAY_MINUTES + LATE, (n + 1) * DAY_MINUTES, TIRED) for n in range(WEEK_DAYS)
            )
            for g in grown_ups
        },
        prefer=(),
        activities=tuple(_candidate(a) for a in activities.values()),
        blocked=wishes.blocked | {a.id for a in activities.values() if not may_be_suggested(a)},
        goals=Goals(
            unit=MINUTES,
            pathways=dict(wishes.goals),
            gap=GAP,
            day_max_count=wishes.day_max,
            day_max_minutes=DAY_MAX_MINUTES,
            week_max=wishes.week_max,
            quiet_days=frozenset(n for n, d in enumerate(days) if d.weekday() in wishes.quiet_days),
            new_per_week=NEW_PER_WEEK,
            couples=(),
            focus=frozenset(),
        ),
        history=_history(household, first),
        fixed=_fixed(household, first, activities),
        now=max(0, minute),
    )


def may_be_suggested(activity: Activity) -> bool:
    """Whether Fill may offer this by itself: shown, not sensitive, and for moments a week has anyway."""
    return (
        activity.status in SHOWN_STATUSES
        and not {"sensitive", "grief"} & set(activity.flags)
        and activity.cadence != "once-a-year"
        and any(s in PLACES for s in activity.settings)
        and bool({"one-to-one", "whole-family"} & set(activity.participants))
    )


def daylight(day: date) -> tuple[int, int]:
    """About when it is light, in minutes of the day: the middle of the temperate north, clock time.

    Day length from the sun's yearly sine (12 hours, 3.4 more or less), centred on 12:45.
    """
    half = 60 * (12 + 3.4 * sin(2 * pi * (day.timetuple().tm_yday - 80) / 365)) / 2
    middle = 12 * 60 + 45
    return round((middle - half) / 15) * 15, round((middle + half) / 15) * 15


def _person(person: Person, first: date) -> FillPerson:
    months = months_on(person.birthday, first) if person.birthday else 0
    return FillPerson(
        id=person.id, name=person.name, is_child=person.role == "child", months=max(0, months)
    )


def _candidate(activity: Activity) -> Candidate:
    ages = [BANDS[b] for b in activity.bands]
    return Candidate(
        id=activity.id,
        title=activity.title,
        kind=activity.format,
        pathway=activity.pathways[0],
        skills=tuple(s for s in (activity.skill, *activity.also) if s),
        ages=(min(a for a, _ in ages) * 12, max(b for _, b in ages) * 12 + 11),
        minutes=(activity.minutes_min, activity.minutes_max),
        form=ONE_TO_ONE if "one-to-one" in activity.participants else FAMILY,
        settings=tuple(dict.fromkeys(PLACES[s] for s in activity.settings if s in PLACES))
        or (HOME,),
        effort=EFFORTS[activity.effort],
        cooldown=max(2, 7 * activity.cooldown_weeks),
        baby_ok=True,
    )


def _week(days: tuple[date, ...], windows_of: Callable[[date], Windows]) -> Windows:
    """The windows of every day as minutes of the week."""
    return tuple(
        (n * DAY_MINUTES + start, n * DAY_MINUTES + end)
        for n, day in enumerate(days)
        for start, end in windows_of(day)
    )


def _at_home(household: Household, person: Person, day: date) -> Windows:
    """The day without what this person is busy with."""
    taken = ((b.span.start, b.span.end) for b in busy_on(household, day) if person.id in b.people)
    return without([(0, DAY_MINUTES)], taken)


def _bedtimes(household: Household, child: Person, day: date) -> Windows:
    return joined(
        (m.span.start, m.span.end)
        for m in household.moments
        if m.kind == "bedtime" and child.id in m.people and day.weekday() in m.span.weekdays
    )


def _gatherings(household: Household, days: tuple[date, ...], kind: str) -> tuple[Gathering, ...]:
    """Meals or rides of the week, with those who are not busy elsewhere then."""
    found = []
    for n, day in enumerate(days):
        for moment in household.moments:
            if moment.kind != kind or day.weekday() not in moment.span.weekdays:
                continue
            away = {
                person
                for busy in busy_on(household, day)
                if busy.span.start < moment.span.end and moment.span.start < busy.span.end
                for person in busy.people
            }
            who = frozenset(moment.people) - away
            if who:
                start = n * DAY_MINUTES
                found.append(
                    Gathering(start=start + moment.span.start, end=start + moment.span.end, who=who)
                )
    return tuple(found)


def _form(entry: Entry, roles: Mapping[PersonId, str]) -> str:
    found = sorted(roles[p] for p in entry.people if p in roles)
    return ONE_TO_ONE if found == ["child", "grown-up"] else FAMILY


def _history(household: Household, first: date) -> tuple[PastEntry, ...]:
    """What happened before this week. What was not done this time says nothing against it."""
    roles = {p.id: p.role for p in household.people}
    return tuple(
        PastEntry(
            activity=entry.activity or "",
            form=_form(entry, roles),
            who=tuple(sorted(entry.people)),
            day=(entry.day - first).days,
            minutes=entry.minutes,
            done=True,
            rating=entry.reflection.closeness if entry.reflection else None,
        )
        for entry in entries_between(household, first - timedelta(days=HISTORY_DAYS), HISTORY_DAYS)
        if entry.outcome in HAPPENED
    )


def _fixed(
    household: Household, first: date, activities: Mapping[str, Activity]
) -> tuple[Placed, ...]:
    """What stands in the week already, by whoever put it there."""
    return tuple(
        Placed(
            activity=entry.activity or "" if entry.activity in activities else "",
            who=tuple(sorted(entry.people)),
            start=(entry.day - first).days * DAY_MINUTES + entry.start,
            minutes=min(entry.minutes, DAY_MINUTES - entry.start),
            setting=PLACES.get(entry.moment or ""),
            fixed=entry.id,
        )
        for entry in entries_between(household, first)
        if entry.outcome != "not-this-week"
    )
