"""Says why each suggestion is there: the one fact that speaks most for it, in numbers and ids.

A reason is the soft term with the largest share in what the suggestion adds to the rest of the
week. Only what is true of this family is offered as a reason; the words are the user interface's.

So that a week does not say the same thing seven times, no term gives more than half of a week's
reasons (rounded up) where another would do nearly as well: those whose second largest share is at
least `NEARLY` of the largest say the second instead, the nearest first.
"""

from collections import Counter
from dataclasses import dataclass, replace

from planner.fill.board import Board, Pick, learned
from planner.fill.draft import Draft
from planner.fill.instance import ONE_TO_ONE, Candidate, Instance, Plan
from planner.fill.past import KIND_START
from planner.fill.prepare import pick_of, set_up
from planner.fill.score import TOGETHER, shares
from planner.fill.steps import DAY_STEPS, STEP, WEEK_STEPS, moments, runs

NEARLY = (3, 4)  # as a fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadFacts:
    """Days since these two last had one-to-one time; None if they never had."""

    child: str
    caregiver: str
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherFacts:
    """Days since all of these people last did something together; None if never."""

    who: tuple[str, ...]
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayFacts:
    """What the week has of a pathway without this, and its target, in minutes or as a count."""

    pathway: str
    without: int
    target: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillFacts:
    """Days since the skill was last practised, None if never; whether the family wished for it."""

    skill: str
    days: int | None
    wished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RitualFacts:
    """How often it was done in the last eight weeks."""

    activity: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LikingFacts:
    """How often it was rated, and the learned rating in hundredths (up to 500)."""

    activity: str
    times_rated: int
    rating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFacts:
    """How long all of them are free around the start, given entries aside; whether never longer.

    ``setting`` is one of the usual five: by day outdoors, at the moment itself for moments.
    """

    who: tuple[str, ...]
    setting: str
    minutes: int
    longest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFacts:
    """Never done before; ``kind_rating`` in hundredths if others of its kind were rated."""

    activity: str
    kind: str
    kind_rating: int | None


Facts = (
    DyadFacts
    | TogetherFacts
    | PathwayFacts
    | SkillFacts
    | RitualFacts
    | LikingFacts
    | TimeFacts
    | NewFacts
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The term that speaks most for a suggestion, its points (hundredths), and its facts."""

    term: str
    points: int
    facts: Facts


def explain(instance: Instance, plan: Plan) -> tuple[Reason, ...]:
    """Give one reason for each of ``plan.suggestions``, in their order.

    Raises ValueError if a suggestion breaks a hard rule.
    """
    board = set_up(replace(instance, previous=()))
    draft, picks = draft_of(board, plan)
    return varied([reasons_for(draft, pick) for pick in picks])


def varied(possible: list[list[Reason]]) -> tuple[Reason, ...]:
    """Choose from the reasons of each suggestion (best first) as the top of this module says."""
    chosen = [reasons[0] for reasons in possible]
    nearest = sorted(
        (n for n, reasons in enumerate(possible) if len(reasons) > 1 and _is_near(*reasons[:2])),
        key=lambda n: possible[n][0].points - possible[n][1].points,
    )
    most = (len(possible) + 1) // 2
    for n in nearest:
        counts = Counter(reason.term for reason in chosen)
        first, second = possible[n][:2]
        if counts[first.term] > most and counts[second.term] < most:
            chosen[n] = second
    return tuple(chosen)


def _is_near(first: Reason, second: Reason) -> bool:
    return NEARLY[1] * second.points >= NEARLY[0] * first.points > 0


def draft_of(board: Board, plan: Plan) -> tuple[Draft, list[Pick]]:
    """Put a plan's suggestions on a board; raises ValueError if one breaks a hard rule."""
    draft, picks = Draft(board), []
    for entry in plan.suggestions:
        pick = pick_of(board, entry)
        if pick is None or not draft.allows(pick):
            raise ValueError(f"{entry.activity} on day {entry.day} breaks a hard rule")
        draft.add(pick)
        picks.append(pick)
    return draft, picks


def reasons_for(draft: Draft, pick: Pick) -> list[Reason]:
    """What speaks for a suggestion of a draft, the largest share first; its time if nothing does."""
    draft.remove(pick)
    points = shares(draft, pick)
    possible = {
        term: facts
        for term in ("pathway", "skills", "ritual", "liking", "new", "time")
        if points.get(term, 0) > 0 and (facts := _facts(draft, pick, term)) is not None
    }
    together = TOGETHER[pick.circle.party.form]
    if not draft.together[pick.circle.counters[0]]:
        possible[together] = _together_facts(draft.board, pick)
    draft.add(pick)
    if not possible:
        possible["time"] = _time_facts(draft.board, pick)
    return [
        Reason(term=term, points=points[term], facts=possible[term])
        for term in sorted(possible, key=lambda term: -points[term])
    ]


def _facts(draft: Draft, pick: Pick, term: str) -> Facts | None:
    """The facts behind a term; None if there is nothing true to say."""
    board = draft.board
    activity = board.activities[pick.activity]
    known = learned(board, pick.activity, pick.circle.audience)
    if term == "pathway":
        number = board.pathway_of[pick.activity]
        reached, target = draft.pathways[number], board.targets[number]
        unit = board.instance.goals.unit
        return PathwayFacts(pathway=activity.pathway, without=reached, target=target, unit=unit)
    if term == "skills":
        return _skill_facts(draft, pick)
    if term == "ritual":
        return RitualFacts(activity=activity.id, count=known.kept)
    if term == "liking":
        rated = known.times_rated
        facts = LikingFacts(activity=activity.id, times_rated=rated, rating=known.rating)
        return facts if rated else None
    if term == "new":
        return _new_facts(board, activity)
    return _time_facts(board, pick)


def _new_facts(board: Board, activity: Candidate) -> NewFacts | None:
    if activity.id in board.past.done:  # new to this child, not to the family
        return None
    rating = board.past.kinds.get(activity.kind)
    liked = rating if rating is not None and rating > KIND_START else None
    return NewFacts(activity=activity.id, kind=activity.kind, kind_rating=liked)


def _together_facts(board: Board, pick: Pick) -> Facts:
    party, past = pick.circle.party, board.past
    if party.form == ONE_TO_ONE:
        child, caregiver = party.children[0], party.caregivers[0]
        days = past.pairs.get((caregiver, child))
        return DyadFacts(child=child, caregiver=caregiver, days=days)
    they = set(party.who)
    met = (-e.day for e in board.instance.history if e.done and they <= set(e.who))
    return TogetherFacts(who=party.who, days=min(met, default=None))


def _skill_facts(draft: Draft, pick: Pick) -> Facts:
    """The skill of the activity that waits most and that nothing else of the week practises."""
    board = draft.board
    fresh = [skill for skill in board.skills_of[pick.activity] if not draft.skills[skill]]
    best = max(fresh, key=lambda skill: board.skill_points[skill])
    name = board.skills[best]
    wished = name in board.instance.goals.focus
    return SkillFacts(skill=name, days=board.past.skills.get(name), wished=wished)


def _time_facts(board: Board, pick: Pick) -> Facts:
    party, setting = pick.circle.party, board.instance.like(pick.setting)
    given = [e for e in board.instance.fixed if not set(e.who).isdisjoint(party.who)]
    busy = moments((entry.start, entry.end) for entry in given)
    steps = board.timetable.available(party, setting) & ~busy
    start = pick.day * DAY_STEPS + pick.step
    first = start
    while first and steps >> first - 1 & 1:
        first -= 1
    last = start
    while last < WEEK_STEPS and steps >> last & 1:
        last += 1
    longest = not runs(steps, last - first + 1)
    minutes = (last - first) * STEP
    return TimeFacts(who=party.who, setting=setting, minutes=minutes, longest=longest)
