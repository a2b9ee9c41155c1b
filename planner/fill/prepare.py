"""Lays the week out for the search: from names to numbers, from the past to points."""

from collections.abc import Iterable, Sequence

from planner.fill import weights
from planner.fill.board import (
    EVERYBODY,
    TWO_OF_US,
    UNKNOWN,
    Board,
    Circle,
    Curves,
    Deed,
    Pick,
    Reluctance,
    audience_of,
)
from planner.fill.instance import (
    COUPLE,
    DAY_MINUTES,
    FAMILY,
    MINUTES,
    ONE_TO_ONE,
    Candidate,
    Instance,
    Placed,
)
from planner.fill.past import Past, remember
from planner.fill.rules import Party, age_fits, parties, timetable
from planner.fill.steps import STEP
from planner.fill.times import hours_of

MOST_ENTRIES = 700  # more than a week has quarter-hours
Key = tuple[str, ...]


def set_up(instance: Instance, reluctance: Reluctance | None = None) -> Board:
    """Work out everything that does not change while searching."""
    board = _board(instance, remember(instance), reluctance or Reluctance())
    board.given = tuple(deed_of(board, entry) for entry in instance.fixed)
    board.circles = _circles(board)
    _recall_previous(board)
    return board


def _board(instance: Instance, past: Past, reluctance: Reluctance) -> Board:
    """Put names into numbers; given entries, circles and the last proposal come later."""
    activities = tuple(sorted(instance.activities, key=lambda activity: activity.id))
    people = tuple(sorted(person.id for person in instance.people))
    pathways = tuple(sorted(instance.goals.pathways))
    kinds = tuple(sorted({activity.kind for activity in activities}))
    skills = tuple(sorted({skill for activity in activities for skill in activity.skills}))
    caregivers = tuple(sorted(person.id for person in instance.caregivers))
    most = min(instance.goals.week_max, MOST_ENTRIES) + len(instance.fixed) + 2
    counters = _counters(instance)
    return Board(
        instance=instance,
        past=past,
        timetable=timetable(instance),
        reluctance=reluctance,
        people=people,
        caregivers=caregivers,
        is_caregiver=tuple(person in caregivers for person in people),
        in_minutes=instance.goals.unit == MINUTES,
        activities=activities,
        activity_numbers={activity.id: n for n, activity in enumerate(activities)},
        settings=tuple(tuple(sorted(set(activity.settings))) for activity in activities),
        lengths=tuple(activity.lengths for activity in activities),
        longest=max((max(activity.lengths) for activity in activities), default=0),
        cooldowns=tuple(max(1, activity.cooldown) for activity in activities),
        pathways=pathways,
        pathway_of=_places((activity.pathway for activity in activities), pathways),
        targets=tuple(instance.goals.pathways[name] for name in pathways),
        kinds=kinds,
        kind_of=_places((activity.kind for activity in activities), kinds),
        skills=skills,
        skills_of=tuple(_places(dict.fromkeys(a.skills), skills) for a in activities),
        skill_points=tuple(_skill_points(instance, past, skill) for skill in skills),
        counters=counters,
        together=tuple(_together(past, key, most) for key in counters),
        fair_share=tuple(_fair_share(instance, person) for person in people),
        curves=_curves(instance, most),
        hours=hours_of(instance),
        menu=_menu(instance, activities, people),
    )


def deed_of(board: Board, entry: Placed) -> Deed:
    """Say what the score counts of any entry, even a given one that follows no form."""
    number = board.activity_numbers.get(entry.activity, UNKNOWN)
    known = None if number == UNKNOWN else board.activities[number]
    form = entry.form if entry.form is not None else known.form if known else ""
    pathway = entry.pathway or (known.pathway if known else "")
    young = {person.id for person in board.instance.children}
    present = tuple(p for p in entry.who if p in young)
    kids = present if form == ONE_TO_ONE else ()
    keys: dict[str, list[Key]] = {
        ONE_TO_ONE: [(form, c, k) for k in kids for c in entry.who if c not in young],
        FAMILY: [(form,)],
        COUPLE: [(form, *entry.who)],
    }
    return Deed(
        activity=number,
        pathway=_places((pathway,), board.pathways)[0],
        form=form,
        who=_places(entry.who, board.people),
        minutes=entry.minutes,
        day=entry.day,
        counters=tuple(board.counters[key] for key in keys.get(form, ()) if key in board.counters),
        children=_places(kids, board.people),
        audience=audience_of(board, known.form if known else form, present),
    )


def pick_of(board: Board, entry: Placed) -> Pick | None:
    """Find a suggestion in numbers; None if its activity or its people are not on offer now."""
    number = board.activity_numbers.get(entry.activity)
    if number is None or entry.setting is None:
        return None
    form = board.activities[number].form
    for circle in board.circles:
        if circle.party.form == form and circle.party.who == entry.who:
            if not on_offer(board, number, circle):
                return None
            step = entry.start % DAY_MINUTES // STEP
            return Pick(number, circle, entry.minutes, entry.day, step, entry.setting)
    return None


def on_offer(board: Board, activity: int, circle: Circle) -> bool:
    """Say whether an activity may be suggested to these people at all."""
    fits = circle.suits is None or activity in circle.suits
    return fits and activity in board.menu.get(circle.audience, ())


def _recall_previous(board: Board) -> None:
    picks = [pick_of(board, entry) for entry in board.instance.previous]
    board.previous = tuple(pick for pick in picks if pick is not None)
    kept: dict[tuple[int, int, int], tuple[int, int]] = {}
    for pick in board.previous:
        kept.setdefault((pick.activity, pick.circle.number, pick.day), (pick.step, pick.minutes))
    board.kept = kept


def _counters(instance: Instance) -> dict[Key, int]:
    """Number what is counted together: each pair, each couple, and the family as one."""
    keys = {(FAMILY,), *((COUPLE, *couple) for couple in instance.goals.couples)}
    keys |= {_counter_key(party) for party in parties(instance)}
    return {key: number for number, key in enumerate(sorted(keys))}


def _counter_key(party: Party) -> Key:
    shared = party.form == FAMILY
    return (party.form,) if shared else (party.form, *party.caregivers, *party.children)


def _together(past: Past, key: Key, length: int) -> list[int]:
    """List what the first, second .. time together adds; the first more so the longer ago."""
    form, *who = key
    if form == ONE_TO_ONE:
        points = weights.increments(weights.DYAD_CURVE, length)
        ago, most = past.pairs.get((who[0], who[1])), weights.DYAD_DAYS
        first, each = weights.DYAD_FIRST, weights.DYAD_PER_DAY
    elif form == FAMILY:
        points = weights.increments(weights.FAMILY_CURVE, length)
        ago, most = past.family, weights.FAMILY_DAYS
        first, each = weights.FAMILY_FIRST, weights.FAMILY_PER_DAY
    else:
        points = weights.increments(weights.COUPLE_CURVE, length)
        ago, most = past.couples.get(tuple(who)), weights.COUPLE_DAYS
        first, each = weights.COUPLE_FIRST, weights.COUPLE_PER_DAY
    points[0] += first + each * (most if ago is None else min(ago, most))
    return points


def _skill_points(instance: Instance, past: Past, skill: str) -> int:
    ago = min(past.skills.get(skill, weights.SKILL_DAYS), weights.SKILL_DAYS)
    wished = weights.SKILL_FOCUS if skill in instance.goals.focus else 1
    return weights.SKILL_PER_DAY * ago * wished


def _fair_share(instance: Instance, person: str) -> int:
    """Minutes a caregiver may take on before it becomes a load: by free time, and half an hour."""
    free = {c.id: sum(e - s for s, e in instance.free.get(c.id, ())) for c in instance.caregivers}
    goals, everybody = instance.goals, sum(free.values())
    minutes = 1 if goals.unit == MINUTES else 25
    wished = sum(minutes * target for target in goals.pathways.values())
    return (5 * wished * free.get(person, 0) // (4 * everybody) if everybody else 0) + 30


def _curves(instance: Instance, length: int) -> Curves:
    return Curves(
        child=weights.increments(weights.CHILD_CURVE, length),
        new=weights.increments(weights.new_curve(instance.goals.new_per_week), length),
        ritual=weights.increments(weights.RITUAL_CURVE, length),
        kind=weights.increments(weights.KIND_CURVE, length),
        repeat=weights.increments(weights.REPEAT_CURVE, length),
        day=weights.increments(weights.DAY_CURVE, length),
        person_day=weights.increments(weights.PERSON_DAY_CURVE, length),
    )


def _menu(
    instance: Instance, activities: tuple[Candidate, ...], people: tuple[str, ...]
) -> dict[int, tuple[int, ...]]:
    """List, for each audience, the activities that are not blocked and (for a child) fit its age."""
    allowed = [
        (n, a) for n, a in enumerate(activities) if a.on_offer and a.id not in instance.blocked
    ]
    menu = {
        people.index(kid.id): tuple(
            n for n, a in allowed if a.form == ONE_TO_ONE and age_fits(a, kid)
        )
        for kid in instance.children
    }
    menu[EVERYBODY] = tuple(n for n, a in allowed if a.form == FAMILY)
    menu[TWO_OF_US] = tuple(n for n, a in allowed if a.form == COUPLE)
    return menu


def _circles(board: Board) -> tuple[Circle, ...]:
    """Put the parties that have any time at all in numbers."""
    out: list[Circle] = []
    for party in parties(board.instance):
        audience = audience_of(board, party.form, party.children)
        menu = board.menu[audience]
        settings = {setting for n in menu for setting in board.settings[n]}
        if any(board.timetable.starts(party, setting, 1) for setting in sorted(settings)):
            out.append(_circle(board, party, audience, len(out)))
    return tuple(out)


def _circle(board: Board, party: Party, audience: int, number: int) -> Circle:
    who = _places(party.who, board.people)
    alone = {person.id for person in board.instance.caregivers} <= set(party.who)
    left = [k for k, care in board.timetable.care.items() if care and k not in party.who]
    return Circle(
        number=number,
        party=party,
        who=who,
        people=sum(1 << person for person in who),
        caregivers=_places(party.caregivers, board.people),
        children=_places(party.children, board.people) if party.form == ONE_TO_ONE else (),
        audience=audience,
        counters=(board.counters[_counter_key(party)],),
        suits=_suits(board, party),
        # If no caregiver is left outside, who watches cannot change with the plan.
        watched=() if alone else tuple(left),
    )


def _suits(board: Board, party: Party) -> frozenset[int] | None:
    """Give the family activities that suit every child of the party; None if all of them do."""
    if party.form != FAMILY:
        return None
    kids = [person for person in board.instance.children if person.id in party.children]
    menu = board.menu[EVERYBODY]
    suits = frozenset(n for n in menu if all(age_fits(board.activities[n], kid) for kid in kids))
    return None if len(suits) == len(menu) else suits


def _places(names: Iterable[str], order: Sequence[str]) -> tuple[int, ...]:
    """Give the place of each name in an order; -1 for a name that is not in it."""
    places = {name: n for n, name in enumerate(order)}
    return tuple(places.get(name, -1) for name in names)
