"""A proposal nobody has kept yet: asked for, turned over in the hand, compared with what stands in the week."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count as count_from

from activities.model import Activity
from planner import fill
from planner.clashes import clashes
from planner.fill.explain import PathwayFacts
from planner.fill.instance import Instance, Placed, Plan
from planner.hard_times import is_hard
from planner.model import DAY_MINUTES, Entry, EntryId, Household, PersonId
from planner.places import moment_of
from planner.question import instance_for
from planner.week import entries_between

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
    """What Fill suggests for the seven days from `first`, what it could not meet, what it was asked.

    `household` is the family as it was asked about; `resting` whether it is a hard week.
    """

    first: date
    suggestions: tuple[Suggestion, ...]
    unmet: tuple[fill.Unmet, ...]
    instance: Instance
    household: Household
    resting: bool = False

    def find(self, entry_id: EntryId) -> Suggestion | None:
        return next((s for s in self.suggestions if s.entry.id == entry_id), None)


def suggest(
    household: Household,
    first: date,
    activities: Mapping[str, Activity],
    *,
    now: datetime,
    seed: int = 0,
    before: Proposal | None = None,
    cancelled: Callable[[], bool] | None = None,
    first_found: Callable[[Proposal], None] | None = None,
) -> Proposal:
    """A good week around what is there, from `first` on; the same for the same question and seed.

    After a change, what was suggested `before` stays where it still fits well, and what is held
    there stays in any case unless it clashes with the week now. `first_found` is told of a first
    good week long before the best is found.
    """
    instance = instance_for(household, first, activities, now=now)
    held: tuple[Suggestion, ...] = ()
    if before is not None:
        clashing = clashes(household, first, tuple(s.entry for s in before.suggestions))
        held = tuple(s for s in before.suggestions if s.held and s.entry.id not in clashing)
        loose = tuple(s.placed for s in before.suggestions if not s.held)
        instance = replace(instance, previous=loose)
    empty = Proposal(
        first=first,
        suggestions=(),
        unmet=(),
        instance=instance,
        household=household,
        resting=is_hard(household, first, now=now),
    )
    asked = _with_given(instance, held)

    def proposal_of(plan: Plan) -> Proposal:
        return _proposal(empty, plan, held, activities)

    early = None if first_found is None else _telling(first_found, proposal_of)
    return proposal_of(fill.plan(asked, seed=seed, cancelled=cancelled, first_found=early))


def another(
    proposal: Proposal,
    activities: Mapping[str, Activity],
    *,
    seed: int,
    cancelled: Callable[[], bool] | None = None,
    first_found: Callable[[Proposal], None] | None = None,
) -> Proposal:
    """A really different week around what is there and what is held."""
    held = tuple(s for s in proposal.suggestions if s.held)
    instance = _with_given(proposal.instance, held)
    loose = (s.placed for s in proposal.suggestions if not s.held)
    now = Plan(instance=instance.id, entries=(*instance.fixed, *loose))

    def proposal_of(plan: Plan) -> Proposal:
        return _proposal(proposal, plan, held, activities)

    early = None if first_found is None else _telling(first_found, proposal_of)
    return proposal_of(fill.another(instance, now, seed, cancelled=cancelled, first_found=early))


def _telling(
    tell: Callable[[Proposal], None], proposal_of: Callable[[Plan], Proposal]
) -> Callable[[Plan], None]:
    return lambda plan: tell(proposal_of(plan))


def choices(
    proposal: Proposal, entry_id: EntryId, activities: Mapping[str, Activity], count: int = 3
) -> tuple[Suggestion, ...]:
    """The next best instead of one suggestion, best first, each with its reason."""
    asked = proposal.find(entry_id)
    if asked is None or asked.reason is None:
        return ()
    others = tuple(s for s in proposal.suggestions if s is not asked)
    instance = _with_given(proposal.instance, others)
    plan = Plan(instance=instance.id, entries=(*instance.fixed, asked.placed))
    try:
        found = fill.explained_alternatives(instance, plan, asked.placed, count)
    except ValueError:  # a ghost moved by hand is in the way of this one, so nothing fits
        return ()
    return tuple(
        Suggestion(
            entry=_entry(one, proposal.first, activities, asked.entry.id),
            placed=one,
            reason=reason,
        )
        for one, reason in found
    )


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
    told = (_told_again(proposal.instance, one, suggestions) for one in suggestions)
    ordered = sorted(told, key=lambda s: (s.entry.day, s.entry.start, s.entry.id))
    return replace(proposal, suggestions=tuple(ordered))


def _told_again(
    instance: Instance, one: Suggestion, suggestions: tuple[Suggestion, ...]
) -> Suggestion:
    """The suggestion with what its reason says of the others as it is now."""
    if one.reason is None or not isinstance(one.reason.facts, PathwayFacts):
        return one
    facts = one.reason.facts
    pathways = {a.id: a.pathway for a in instance.activities}
    others = (*instance.fixed, *(s.placed for s in suggestions if s.entry.id != one.entry.id))
    without = sum(
        p.minutes for p in others if (p.pathway or pathways.get(p.activity)) == facts.pathway
    )
    return replace(one, reason=replace(one.reason, facts=replace(facts, without=without)))


def _with_given(instance: Instance, given: tuple[Suggestion, ...]) -> Instance:
    """The question with these suggestions as if they stood in the week already."""
    fixed = (replace(s.placed, fixed=s.entry.id) for s in given)
    return replace(instance, fixed=(*instance.fixed, *fixed))


def _proposal(
    asked: Proposal, plan: Plan, held: tuple[Suggestion, ...], activities: Mapping[str, Activity]
) -> Proposal:
    """A plan in the household's own nouns, with what was held beside it."""
    instance = _with_given(asked.instance, held)
    used = {s.entry.id for s in held}
    ids = (i for i in (EntryId(f"{SUGGESTED}{n}") for n in count_from(1)) if i not in used)
    suggestions = tuple(
        Suggestion(
            entry=_entry(placed, asked.first, activities, entry_id), placed=placed, reason=reason
        )
        for placed, reason, entry_id in zip(
            plan.suggestions, fill.explain(instance, plan), ids, strict=False
        )
    )
    unmet = () if asked.resting else fill.unmet(instance, plan)
    return _with(replace(asked, unmet=unmet), (*held, *suggestions))


def is_stale(proposal: Proposal, household: Household) -> bool:
    """Whether the family has changed something since it asked that another answer could follow from."""
    was = proposal.household
    return _asked(was) != _asked(household) or entries_between(
        was, proposal.first
    ) != entries_between(household, proposal.first)


def _asked(household: Household) -> tuple[object, ...]:
    """What of a family the answer follows from, besides its entries."""
    return (
        household.people,
        household.busy,
        household.calendars,
        household.rotas,
        household.moments,
        household.wishes,
        household.own,
    )


def settled(proposal: Proposal, entry_id: EntryId, household: Household) -> Proposal:
    """The proposal after one suggestion was kept: it stands in the week and is given from now on."""
    kept = proposal.find(entry_id)
    if kept is None:
        return proposal
    instance = _with_given(proposal.instance, (kept,))
    return dropped(replace(proposal, instance=instance, household=household), entry_id)


def _entry(
    placed: Placed, first: date, activities: Mapping[str, Activity], entry_id: EntryId
) -> Entry:
    activity = activities[placed.activity]
    moment = moment_of(activity, placed.setting or "")
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
