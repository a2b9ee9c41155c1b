"""What a family can do with reaches: keep one, go back to it, let it be, and let old ones go.

Each is an action with an undo like any other. None carries a word of what was kept.
"""

from dataclasses import replace
from datetime import date

from planner import week
from planner.actions import Action
from planner.kept import with_kept, without_kept
from planner.model import Entry, Household, ReachId
from planner.reaches import Reach, ReachMonth, month_key, month_of, returns_of


def keep_reach(reach: Reach, entry: Entry | None = None) -> Action:
    """Keep this reach, new or changed, and put the entry that goes back to it into the week."""

    def step(household: Household) -> Household:
        kept = replace(household, reaches=_with(household.reaches, reach))
        return week.add(kept, replace(entry, reach=reach.id)) if entry else kept

    return Action(code="keep-reach", day=entry.day if entry else reach.at.date(), step=step)


def plan_return(reach: Reach, entry: Entry) -> Action:
    """Put an entry into the week that goes back to a reach kept before."""

    def step(household: Household) -> Household:
        again = replace(_held(household, reach.id) or reach, let_be=False)
        kept = replace(household, reaches=_with(household.reaches, again))
        return week.add(kept, replace(entry, reach=reach.id))

    return Action(code="plan-return", day=entry.day, step=step)


def let_reach_be(reach: Reach) -> Action:
    """Decide that nobody needs to go back to it; what was planned for it and has not happened goes."""

    def step(household: Household) -> Household:
        planned = returns_of(household).get(reach.id)
        if planned is not None and planned.outcome == "planned":
            household = week.remove(household, planned)
        be = replace(_held(household, reach.id) or reach, let_be=True)
        return replace(household, reaches=_with(household.reaches, be))

    return Action(code="let-reach-be", day=reach.at.date(), step=step)


def remove_reach(reach: Reach) -> Action:
    """Delete a reach. An entry that goes back to it stays in the week as an entry like any other."""

    def step(household: Household) -> Household:
        rest = without_kept(household.reaches, reach.id)
        return _unlinked(replace(household, reaches=rest), {reach.id})

    return Action(code="remove-reach", step=step)


def tidy_reaches(today: date) -> Action:
    """Let go of reaches that were kept long enough, as the family chose; see `tidied`."""
    return Action(code="tidy-reaches", step=lambda h: tidied(h, today))


def tidied(household: Household, today: date) -> Household:
    """Turn whole months that are older than the family keeps reaches into a month's sentence each.

    The words that were planned for going back to them are deleted with them. The household itself
    where there is nothing to do.
    """
    months = household.wishes.keep_reaches
    if not months or not household.reaches:
        return household
    last = today.year * 12 + today.month - 1 - months
    first_kept = date(last // 12, last % 12 + 1, 1)
    old = tuple(r for r in household.reaches if r.at.date() < first_kept)
    if not old:
        return household
    groups: dict[tuple[object, ...], list[Reach]] = {}
    for reach in old:
        of = (reach.at.date().replace(day=1), reach.child, reach.by, reach.readers)
        groups.setdefault(of, []).append(reach)
    returns = returns_of(household)
    made = {month_key(month): month for month in household.reach_months}
    for group in groups.values():
        month = month_of(group, returns)
        made[month_key(month)] = _added(made.get(month_key(month)), month)
    kept = replace(
        household,
        reaches=tuple(r for r in household.reaches if r.at.date() >= first_kept),
        reach_months=tuple(sorted(made.values(), key=month_key)),
    )
    return _unlinked(kept, {r.id for r in old}, forget_words=True)


def _added(earlier: ReachMonth | None, month: ReachMonth) -> ReachMonth:
    if earlier is None:
        return month
    return replace(
        earlier,
        noticed=earlier.noticed + month.noticed,
        met=earlier.met + month.met,
        came_back=earlier.came_back + month.came_back,
    )


def _unlinked(household: Household, gone: set[ReachId], *, forget_words: bool = False) -> Household:
    linked = (e for w in household.weeks.values() for e in w.entries if e.reach in gone)
    return week.add(
        household,
        *(replace(e, reach=None, note="" if forget_words else e.note) for e in linked),
    )


def _with(reaches: tuple[Reach, ...], reach: Reach) -> tuple[Reach, ...]:
    return with_kept(reaches, reach, key=lambda r: (r.at, r.id))


def _held(household: Household, reach_id: ReachId) -> Reach | None:
    return next((r for r in household.reaches if r.id == reach_id), None)
