"""Whether what Fill says of a family is true, counted anew from the household, slowly and literally."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from activities.model import Activity
from planner.fill.explain import (
    DyadFacts,
    Facts,
    LikingFacts,
    NewFacts,
    PathwayFacts,
    RitualFacts,
    SkillFacts,
    TimeFacts,
    TogetherFacts,
)
from planner.fill.unmet import PathwayWish, Unmet
from planner.free import free_windows
from planner.model import HAPPENED, Entry, Household
from planner.places import daylight
from planner.suggest import Proposal
from planner.week import entries_between
from tests.builders import MONDAY, all_entries

STEP = 5


def standing(household: Household) -> list[Entry]:
    return [e for e in entries_between(household, MONDAY) if e.outcome != "not-this-week"]


def is_true(
    facts: Facts,
    one: Entry,
    household: Household,
    ideas: Mapping[str, Activity],
    proposal: Proposal,
) -> bool:
    """Whether the household itself says what the reason for this suggestion says."""
    past = [e for e in all_entries(household) if e.day < MONDAY and e.outcome in HAPPENED]
    same = [e for e in past if e.activity == one.activity]
    if "one-to-one" in ideas[one.activity or ""].participants:
        child = next(c.id for c in household.children if c.id in one.people)
        same_with = [e for e in same if child in e.people]
    else:
        same_with = same
    match facts:
        case DyadFacts(child=child_id, caregiver=grown_up, days=days):
            pair = {child_id, grown_up}
            alone = [e for e in past if set(e.people) == pair]
            this_week = any(set(e.people) == pair for e in counted(household))
            return days == days_since(alone) and set(one.people) == pair and not this_week
        case TogetherFacts(who=who, days=days):
            return days == days_since(e for e in past if set(who) <= set(e.people))
        case PathwayFacts(pathway=pathway, without=without, target=target):
            others = (s.entry for s in proposal.suggestions if s.entry.id != one.id)
            minutes = [e.minutes for e in (*others, *counted(household)) if e.pathway == pathway]
            return (without, target) == (sum(minutes), household.wishes.goals[pathway])
        case SkillFacts(skill=skill, days=days):
            practised = [e for e in past if e.activity in ideas and has(ideas[e.activity], skill)]
            return days == days_since(practised) and has(ideas[one.activity or ""], skill)
        case RitualFacts(count=count):
            return count == sum((MONDAY - e.day).days <= 56 for e in same_with) >= 3
        case LikingFacts(times_rated=times, rating=rating):
            rated = [e for e in same_with if e.reflection and e.reflection.closeness]
            return times == len(rated) > 0 and 100 <= rating <= 500
        case NewFacts():
            return not same
        case TimeFacts():
            return is_as_free(facts, one, household)


def has(idea: Activity, skill: str) -> bool:
    return skill in (idea.skill, *idea.also)


def counted(household: Household) -> list[Entry]:
    return [e for e in standing(household) if e.outcome != "else"]


def days_since(found: Iterable[Entry]) -> int | None:
    return min(((MONDAY - e.day).days for e in found), default=None)


def is_as_free(facts: TimeFacts, one: Entry, household: Household) -> bool:
    """Counts the stretches in which all of them are free, five minutes at a time over the week."""
    if facts.setting not in {"home", "outdoor"}:
        kind = {"meal": "meal", "car": "car", "bedtime": "bedtime"}[facts.setting]
        children = {c.id for c in household.children}
        who = set(one.people) & children if kind == "bedtime" else set(one.people)
        return who <= {
            person
            for m in household.moments
            if m.kind == kind and m.span.falls_on(one.day)
            for person in m.people
        }
    stretches, here, length = [], 0, 0
    for n in range(7 * 24 * 60 // STEP):
        day, minute = divmod(n * STEP, 24 * 60)
        on = MONDAY + timedelta(days=day)
        length = length + STEP if all_free(household, facts, on, minute) else 0
        stretches.append(length)
        if (on, minute) == (one.day, one.start):
            here = n
    while here + 1 < len(stretches) and stretches[here + 1]:
        here += 1
    return facts.minutes == stretches[here] and facts.longest == (stretches[here] == max(stretches))


def all_free(household: Household, facts: TimeFacts, day, minute: int) -> bool:
    light = daylight(day)
    if facts.setting == "outdoor" and not light[0] <= minute < light[1] - STEP + 1:
        return False
    for person in household.people:
        if person.id in facts.who:
            free = free_windows(household, person, day)
            if not any(a <= minute and minute + STEP <= b for a, b in free):
                return False
    return not any(
        set(e.people) & set(facts.who) and e.day == day and e.start <= minute < e.end
        for e in standing(household)
    )


def is_missing(
    one: Unmet, household: Household, ideas: Mapping[str, Activity], proposal: Proposal
) -> bool:
    """Whether the week really lacks what is said to be lacking, and the rule named is one that holds."""
    whole = [*counted(household), *(s.entry for s in proposal.suggestions)]
    wish, wishes = one.wish, household.wishes
    if isinstance(wish, PathwayWish):
        minutes = sum(e.minutes for e in whole if e.pathway == wish.pathway)
        lacks = wish.reached == minutes < wishes.goals[wish.pathway] / 2
    else:
        pair = {wish.child, wish.caregiver}
        lacks = not any(set(e.people) == pair for e in whole)
        lacks = lacks and (wish.child, wish.caregiver) not in wishes.apart
    rules = {
        "week-full": len(standing(household)) + len(proposal.suggestions) >= wishes.week_max,
        "quiet-day": bool(wishes.quiet_days),
        "blocked": bool(wishes.blocked),
        "nothing-on-offer": not any(
            "one-to-one" in a.participants
            if not isinstance(wish, PathwayWish)
            else a.pathways[0] == wish.pathway
            for a in (ideas[a.id] for a in proposal.instance.activities if a.on_offer)
        ),
    }
    return lacks and rules.get(one.rule, True)
