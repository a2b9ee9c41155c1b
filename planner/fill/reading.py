"""Reads a family's week from JSON and writes the filled week back, saying clearly what is wrong.

Formats: ``fill-instance/1`` in, ``fill-plan/1`` out. Reading raises ``InstanceError`` with the
place of the first mistake.
"""

from dataclasses import replace
from typing import Any

from planner.fill.checks import (
    FAR,
    Json,
    choice,
    different,
    each,
    flag,
    list_of,
    member,
    number,
    object_of,
    parts,
    span,
    strings,
    text,
    texts,
    whole,
)
from planner.fill.instance import (
    COUNT,
    DAYS,
    FORMS,
    MINUTES,
    SETTINGS,
    WEEK_MINUTES,
    Candidate,
    Gathering,
    Goals,
    Instance,
    InstanceError,
    PastEntry,
    Person,
    Placed,
    Plan,
    Windows,
)

INSTANCE_FORMAT = "fill-instance/1"
PLAN_FORMAT = "fill-plan/1"
# Without these there is no week to fill; the others may be left out and are then empty.
NEEDED = ("id", "people", "free", "activities", "goals")


def read_instance(data: object) -> Instance:
    """Make an instance from decoded JSON; raises InstanceError."""
    top = object_of(data, "instance")
    if top.get("format") != INSTANCE_FORMAT:
        raise InstanceError("format", f"must be {INSTANCE_FORMAT!r}")
    for key in NEEDED:
        member(top, key, "instance")
    instance = Instance(
        id=text(top, "id", "instance"),
        people=each(top["people"], "people", _person),
        free=_windows(top, "free"),
        meals=each(top.get("meals", []), "meals", _gathering),
        rides=each(top.get("rides", []), "rides", _gathering),
        bed=_windows(top, "bed"),
        care=_windows(top, "care"),
        home=_windows(top, "home"),
        light=each(top.get("light", []), "light", _window),
        energy={p: each(w, f"energy.{p}", _energy) for p, w in _by_person(top, "energy").items()},
        prefer=each(top.get("prefer", []), "prefer", _wish),
        activities=each(top["activities"], "activities", _candidate),
        blocked=frozenset(strings(top.get("blocked", []), "blocked")),
        goals=_goals(object_of(top["goals"], "goals")),
        history=each(top.get("history", []), "history", _past),
        fixed=each(top.get("fixed", []), "fixed", _fixed),
        previous=each(top.get("previous", []), "previous", _placed),
        now=whole(top.get("now", 0), "now", 0, WEEK_MINUTES),
    )
    _check_ids(instance)
    return instance


def write_plan(plan: Plan) -> dict[str, Any]:
    """Turn a plan into what ``json.dumps`` takes."""
    return {
        "format": PLAN_FORMAT,
        "instance": plan.instance,
        "entries": [_written(entry) for entry in plan.entries],
    }


def _written(entry: Placed) -> dict[str, Any]:
    out = {
        "activity": entry.activity,
        "who": list(entry.who),
        "start": entry.start,
        "minutes": entry.minutes,
        "setting": entry.setting,
    }
    return out if entry.fixed is None else {**out, "fixed": entry.fixed}


def _check_ids(instance: Instance) -> None:
    """Ids are different, and everybody named for this week is among the people."""
    different((activity.id for activity in instance.activities), "activities")
    different((entry.fixed or "" for entry in instance.fixed), "fixed")
    known = different((person.id for person in instance.people), "people")
    named = [
        *(("meals", meal.who) for meal in instance.meals),
        *(("rides", ride.who) for ride in instance.rides),
        *(("fixed", frozenset(entry.who)) for entry in instance.fixed),
        *(("goals.couples", frozenset(couple)) for couple in instance.goals.couples),
    ]
    for where, who in named:
        if not who <= known:
            raise InstanceError(where, f"nobody has the id {min(who - known)!r}")


def _person(value: object, where: str) -> Person:
    data = object_of(value, where)
    is_child = choice(data, "role", where, ("child", "caregiver")) == "child"
    return Person(
        id=text(data, "id", where),
        name=text(data, "name", where) if "name" in data else "",
        is_child=is_child,
        months=number(data, "months", where) if is_child else 0,
    )


def _candidate(value: object, where: str) -> Candidate:
    data = object_of(value, where)
    settings = texts(data, "settings", where)
    for setting in settings:
        if setting not in SETTINGS:
            raise InstanceError(f"{where}.settings", f"{setting!r} is none of {list(SETTINGS)}")
    return Candidate(
        id=text(data, "id", where),
        title=text(data, "title", where) if "title" in data else "",
        kind=text(data, "kind", where),
        pathway=text(data, "pathway", where),
        skills=texts(data, "skills", where),
        ages=span(data, "age", where, low=0),
        minutes=span(data, "minutes", where, low=1),
        form=choice(data, "form", where, FORMS),
        settings=settings,
        effort=number(data, "effort", where, low=1, high=5),
        cooldown=number(data, "cooldown", where),
        baby_ok=flag(data, "baby_ok", where),
    )


def _goals(data: Json) -> Goals:
    pathways = object_of(member(data, "pathways", "goals"), "goals.pathways")
    quiet = list_of(data.get("quiet_days", []), "goals.quiet_days")
    couples = list_of(data.get("couples", []), "goals.couples")
    return Goals(
        unit=choice(data, "unit", "goals", (MINUTES, COUNT)),
        pathways={name: number(pathways, name, "goals.pathways") for name in pathways},
        gap=number(data, "gap", "goals"),
        day_max_count=number(data, "day_max_count", "goals"),
        day_max_minutes=number(data, "day_max_minutes", "goals"),
        week_max=number(data, "week_max", "goals"),
        quiet_days=frozenset(whole(day, "goals.quiet_days", 0, DAYS[-1]) for day in quiet),
        new_per_week=number(data, "new_per_week", "goals"),
        couples=tuple(tuple(sorted(strings(couple, "goals.couples"))) for couple in couples),
        focus=frozenset(strings(data.get("focus", []), "goals.focus")),
    )


def _past(value: object, where: str) -> PastEntry:
    data = object_of(value, where)
    rating = data.get("rating")
    return PastEntry(
        activity=text(data, "activity", where),
        form=choice(data, "form", where, FORMS),
        who=texts(data, "who", where),
        day=number(data, "day", where, low=-FAR, high=-1),
        minutes=number(data, "minutes", where) if "minutes" in data else 0,
        done=choice(data, "status", where, ("done", "skipped")) == "done",
        rating=None if rating is None else whole(rating, f"{where}.rating", 1, 5),
    )


def _placed(value: object, where: str) -> Placed:
    data = object_of(value, where)
    return Placed(
        activity=text(data, "activity", where),
        who=tuple(sorted(different(texts(data, "who", where), f"{where}.who"))),
        start=number(data, "start", where, high=WEEK_MINUTES - 1),
        minutes=number(data, "minutes", where, low=1, high=WEEK_MINUTES),
        setting=None if data.get("setting") is None else text(data, "setting", where),
    )


def _fixed(value: object, where: str) -> Placed:
    return replace(_placed(value, where), fixed=text(object_of(value, where), "id", where))


def _by_person(top: Json, key: str) -> Json:
    return object_of(top.get(key, {}), key)


def _windows(top: Json, key: str) -> dict[str, Windows]:
    return {
        p: each(stretches, f"{key}.{p}", _window) for p, stretches in _by_person(top, key).items()
    }


def _gathering(value: object, where: str) -> Gathering:
    first, last, who = parts(value, 3, where)
    start, end = _window([first, last], where)
    return Gathering(start=start, end=end, who=frozenset(strings(who, where)))


def _window(value: object, where: str) -> tuple[int, int]:
    first, last = parts(value, 2, where)
    start, end = whole(first, where, -FAR, FAR), whole(last, where, -FAR, FAR)
    if start > end:
        raise InstanceError(where, f"ends at {end}, before it starts at {start}")
    return start, end


def _energy(value: object, where: str) -> tuple[int, int, int]:
    first, last, level = parts(value, 3, where)
    return (*_window([first, last], where), whole(level, where, 1, 5))


def _wish(value: object, where: str) -> tuple[int, int, int]:
    first, last, points = parts(value, 3, where)
    return (*_window([first, last], where), whole(points, where, -FAR, FAR))
