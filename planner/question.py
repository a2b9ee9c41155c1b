"""A household's week as the question put to Fill: who is free when, what may be suggested, what is known."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from activities.model import BANDS, Activity
from planner.allowed import RITUAL_MINUTES, may_be_suggested, not_offered_in
from planner.balance import COUNTED
from planner.dates import WEEK_DAYS, age_on, days_from, months_on
from planner.fill.instance import (
    BABY_MONTHS,
    FAMILY,
    MINUTES,
    ONE_TO_ONE,
    Candidate,
    Gathering,
    Goals,
    Instance,
    PastEntry,
    Placed,
    Windows,
)
from planner.fill.instance import Person as FillPerson
from planner.free import away_windows, free_windows, joined, without
from planner.hard_times import is_hard
from planner.model import DAY_MINUTES, HAPPENED, Entry, Household, Person
from planner.places import PLACES, daylight, of_week, places, places_of
from planner.week import entries_between

KIND = "kind:"
"""How the name of a kind of activity begins where kinds and activities stand together."""
TINY = 5
"""Minutes up to which a suggestion is a tiny one."""
HARD_WEEK_RITUALS = 3
"""So many tiny rituals are enough in a hard week."""
WATCHED_BELOW = 8
"""Children younger than this need a grown-up at home."""
DAY_MAX_MINUTES = 120
OF_LATE = timedelta(weeks=2)
"""So long before a week, what was missed or broken still waits for a time in it."""
GAP = 5
NEW_PER_WEEK = 2
EFFORTS = {1: 1, 2: 2, 3: 4}
LATE = 20 * 60
TIRED = 2


def instance_for(
    household: Household, first: date, activities: Mapping[str, Activity], *, now: datetime
) -> Instance:
    """Everything Fill needs to know about the seven days from `first`.

    Of the library it hears what may be suggested, and what this family has placed by itself.
    """
    days = days_from(first)
    children, grown_ups = household.children, household.grown_ups
    fixed = _fixed(household, first, activities)
    minute = ((now.date() - first).days * DAY_MINUTES) + now.hour * 60 + now.minute
    history = _history(household, first, activities)
    placed = {e.activity for e in history} | {e.activity for e in fixed}
    offered = {i: a for i, a in activities.items() if i in placed or may_be_suggested(a)}
    resting = not_offered_in(household, first, offered, now=now)
    hard = is_hard(household, first, now=now)
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
        activities=tuple(
            _candidate(
                a,
                hard=hard,
                baby_ok=_has_older_child(household, first),
                on_offer=a.id not in resting,
            )
            for a in offered.values()
        ),
        blocked=household.wishes.blocked,
        goals=_goals(household, days, fixed, hard=hard),
        history=history,
        fixed=fixed,
        now=max(0, minute),
        places=places(days),
    )


def _waiting(household: Household, first: date) -> int:
    """Ways back and repairs of late that no week has a time for yet: room is left for each of them."""
    if not (household.reaches or household.threads):
        return 0
    from planner.reaches import open_returns  # noqa: PLC0415  (few weeks have any)
    from planner.threads import open_threads  # noqa: PLC0415

    since = datetime.combine(first - OF_LATE, time())
    planned = {entry.thread for entry in entries_between(household, first) if entry.thread}
    returns = sum(e is None and reach.at >= since for reach, e in open_returns(household))
    repairs = sum(t.id not in planned and t.opened >= since for t in open_threads(household))
    return returns + repairs


def _goals(
    household: Household, days: tuple[date, ...], fixed: tuple[Placed, ...], *, hard: bool
) -> Goals:
    """How much is enough. In a hard week nothing is aimed at, and few rituals are enough."""
    wishes = household.wishes
    rituals = sum(1 for p in fixed if p.activity and p.minutes <= RITUAL_MINUTES)
    room = wishes.week_max - _waiting(household, days[0])
    week_max = max(room, min(wishes.week_max, len(fixed) + 1))
    if hard:
        week_max = len(fixed) + max(0, HARD_WEEK_RITUALS - rituals)
    return Goals(
        unit=MINUTES,
        pathways=dict.fromkeys(wishes.goals, 0) if hard else dict(wishes.goals),
        gap=GAP,
        day_max_count=wishes.day_max + wishes.tiny_max,
        day_max_minutes=DAY_MAX_MINUTES,
        week_max=week_max,
        quiet_days=frozenset(n for n, d in enumerate(days) if d.weekday() in wishes.quiet_days),
        new_per_week=NEW_PER_WEEK,
        couples=(),
        focus=frozenset(),
        tiny=TINY,
        day_max_tiny=wishes.tiny_max,
        day_max_long=wishes.day_max,
        apart=wishes.apart,
    )


def _person(person: Person, first: date) -> FillPerson:
    months = max(0, months_on(person.birthday, first)) if person.birthday else None
    is_child = person.role == "child"
    return FillPerson(
        id=person.id, name=person.name, is_child=is_child, months=months if is_child else 0
    )


def _has_older_child(household: Household, first: date) -> bool:
    """Whether a baby could come along with somebody: with babies alone, ages have to fit."""
    ages = (months_on(c.birthday, first) for c in household.children if c.birthday)
    return any(months >= BABY_MONTHS for months in ages)


def _candidate(activity: Activity, *, hard: bool, baby_ok: bool, on_offer: bool) -> Candidate:
    """The activity as Fill knows it; in a hard week only as short as it can be."""
    ages = [BANDS[b] for b in activity.bands]
    return Candidate(
        id=activity.id,
        title=activity.title,
        kind=activity.format,
        pathway=activity.pathways[0],
        skills=tuple(s for s in (activity.skill, *activity.also) if s),
        ages=(min(a for a, _ in ages) * 12, max(b for _, b in ages) * 12 + 11),
        minutes=(activity.minutes_min, activity.minutes_min if hard else activity.minutes_max),
        form=ONE_TO_ONE if "one-to-one" in activity.participants else FAMILY,
        settings=places_of(activity),
        effort=EFFORTS[activity.effort],
        cooldown=max(2, 7 * activity.cooldown_weeks),
        baby_ok=baby_ok,
        on_offer=on_offer,
    )


def _week(days: tuple[date, ...], windows_of: Callable[[date], Windows]) -> Windows:
    return of_week(tuple(windows_of(day) for day in days))


def _at_home(household: Household, person: Person, day: date) -> Windows:
    """The day without what this person is busy with or wants to themself."""
    return without([(0, DAY_MINUTES)], away_windows(household, person, day))


def _bedtimes(household: Household, child: Person, day: date) -> Windows:
    """When this child goes to bed at this home that day."""
    times = (
        (m.span.start, m.span.end)
        for m in household.moments
        if m.kind == "bedtime" and child.id in m.people and m.span.falls_on(day)
    )
    return without(joined(times), away_windows(household, child, day))


def _gatherings(household: Household, days: tuple[date, ...], kind: str) -> tuple[Gathering, ...]:
    """Meals or rides of the week, with those who are not busy elsewhere then."""
    found = []
    for n, day in enumerate(days):
        for moment in household.moments:
            if moment.kind != kind or not moment.span.falls_on(day):
                continue
            away = {
                person.id
                for person in household.people
                for start, end in away_windows(household, person, day)
                if start < moment.span.end and moment.span.start < end
            }
            who = frozenset(moment.people) - away
            if who:
                start = n * DAY_MINUTES
                found.append(
                    Gathering(start=start + moment.span.start, end=start + moment.span.end, who=who)
                )
    return tuple(found)


def _form(entry: Entry, household: Household) -> str:
    """What an entry counts as when Fill says who was last together; `""` for neither."""
    people = [p for p in household.people if p.id in entry.people]
    if sorted(p.role for p in people) == ["child", "grown-up"]:
        return ONE_TO_ONE
    return FAMILY if len(people) == len(household.people) else ""


def _history(
    household: Household, first: date, activities: Mapping[str, Activity]
) -> tuple[PastEntry, ...]:
    """What happened before this week. What was not done this time says nothing against it."""
    return tuple(
        PastEntry(
            activity=entry.activity or "",
            form=_form(entry, household),
            who=tuple(sorted(entry.people)),
            day=(entry.day - first).days,
            minutes=entry.minutes,
            done=True,
            rating=None
            if entry.reflection is None or is_forgotten(household, entry, activities)
            else entry.reflection.closeness,
        )
        for monday in sorted(household.weeks)
        for entry in household.weeks[monday].entries
        if entry.day < first and entry.outcome in HAPPENED
    )


def is_forgotten(household: Household, entry: Entry, activities: Mapping[str, Activity]) -> bool:
    """Whether the family asked Fill to forget how this felt."""
    activity = activities.get(entry.activity or "")
    kind = KIND + activity.format if activity else ""
    forgotten = household.wishes.forgotten
    names = (entry.activity or "", kind)
    return any(entry.day <= forgotten[name] for name in names if name in forgotten)


def _fixed(
    household: Household, first: date, activities: Mapping[str, Activity]
) -> tuple[Placed, ...]:
    """What stands at hours of the week already, by whoever put it there.

    A plain line counts for its pathway and its people too. What became something else only takes
    its time.
    """
    return tuple(
        Placed(
            activity=(entry.activity or "") if counts and entry.activity in activities else "",
            who=tuple(sorted(entry.people)),
            start=(entry.day - first).days * DAY_MINUTES + entry.start,
            minutes=min(entry.minutes, DAY_MINUTES - entry.start),
            setting=PLACES.get(entry.moment or ""),
            fixed=entry.id,
            pathway=entry.pathway if counts else None,
            form=_form(entry, household) if counts else "",
        )
        for entry in entries_between(household, first)
        if entry.outcome != "not-this-week" and not entry.all_day
        for counts in (entry.outcome in COUNTED,)
    )
