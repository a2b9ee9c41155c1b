"""Fill's answer for a household's week as a proposal nobody has kept yet: swapped, held, moved, tried again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count as count_from

from activities.model import Activity
from planner import fill
from planner.fill.instance import Instance, Placed, Plan
from planner.model import DAY_MINUTES, Entry, EntryId, Household, PersonId
from planner.question import PLACES, instance_for

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
