"""Fill my week: suggests small activities for the free times of a family's week.

Read in this order: ``instance`` (what is known and what is answered), ``reading`` (JSON),
``steps`` and ``rules`` (what is possible), ``past``, ``weights`` and ``score`` (what is good),
``board`` and ``prepare`` (the week in numbers), ``times`` and ``menu`` (what is on offer), ``draft``
and ``insertion`` (one more suggestion), ``retime`` and ``search`` (a whole week), ``explain`` and
``unmet`` (why this, and why not more). Whole numbers only; the same input gives the same week.
"""

from collections.abc import Callable
from dataclasses import replace

from planner.fill.board import Board, Pick, Reluctance
from planner.fill.explain import Reason, draft_of, explain, reasons_for
from planner.fill.insertion import best_insertion
from planner.fill.instance import DAY_MINUTES, Instance, InstanceError, Placed, Plan
from planner.fill.menu import make_menu
from planner.fill.prepare import set_up
from planner.fill.search import search
from planner.fill.steps import STEP
from planner.fill.unmet import Unmet, unmet

__all__ = [
    "Instance",
    "InstanceError",
    "Placed",
    "Plan",
    "Reason",
    "Unmet",
    "alternatives",
    "another",
    "explain",
    "explained_alternatives",
    "plan",
    "unmet",
]

# Points off, in another week, for the same activity and for the same people on the same day.
SAME_ACTIVITY, SAME_MOMENT = 3000, 1000
# An alternative may cost the week something: it is asked for, and a choice of three is a help.
WORST_ALTERNATIVE = -4000


def plan(
    instance: Instance,
    *,
    seed: int = 0,
    cancelled: Callable[[], bool] | None = None,
    first_found: Callable[[Plan], None] | None = None,
) -> Plan:
    """Fill a week around what is given; once cancelled, answers with the best so far.

    The same instance and seed give the same plan on every machine. `first_found` is told of the
    first good plan, some tenths of the way; it changes nothing in the last one.
    """
    return _searched(set_up(instance), seed, cancelled, first_found)


def another(
    instance: Instance,
    plan: Plan,
    seed: int,
    *,
    cancelled: Callable[[], bool] | None = None,
    first_found: Callable[[Plan], None] | None = None,
) -> Plan:
    """Fill the week in a really different way than a given plan."""
    reluctance = Reluctance(
        activities={entry.activity: SAME_ACTIVITY for entry in plan.suggestions},
        moments={(entry.who, entry.day): SAME_MOMENT for entry in plan.suggestions},
    )
    board = set_up(replace(instance, previous=()), reluctance)
    return _searched(board, seed, cancelled, first_found)


def alternatives(
    instance: Instance, plan: Plan, entry: Placed, count: int = 3
) -> tuple[Placed, ...]:
    """List the best replacements for one suggestion that fit the rest of the plan, best first.

    Raises ValueError if the entry is no suggestion of the plan or the plan breaks a hard rule.
    """
    return tuple(placed for placed, _ in explained_alternatives(instance, plan, entry, count))


def explained_alternatives(
    instance: Instance, plan: Plan, entry: Placed, count: int = 3
) -> tuple[tuple[Placed, Reason], ...]:
    """The same, each with what would speak most for it in the place of the entry.

    Raises ValueError if the entry is no suggestion of the plan or the plan breaks a hard rule.
    """
    if entry not in plan.suggestions:
        raise ValueError(f"{entry.activity} on day {entry.day} is no suggestion of this plan")
    board = set_up(replace(instance, previous=()))
    draft, picks = draft_of(board, plan)
    out = picks[plan.suggestions.index(entry)]
    draft.remove(out)
    menu, found, tabu = make_menu(board), list[tuple[Placed, Reason]](), _everywhere(board, out)
    while len(found) < count:
        best = best_insertion(draft, menu, floor=WORST_ALTERNATIVE, tabu=tabu)
        if best is None:
            break
        draft.add(best[1])
        found.append((_placed(board, best[1]), reasons_for(draft, best[1])[0]))
        draft.remove(best[1])
        tabu |= _everywhere(board, best[1])
    return tuple(found)


def _everywhere(board: Board, pick: Pick) -> frozenset[tuple[int, int]]:
    """An activity with every audience, so that no alternative is the same with somebody else."""
    return frozenset((pick.activity, circle.audience) for circle in board.circles)


def _searched(
    board: Board,
    seed: int,
    cancelled: Callable[[], bool] | None,
    first_found: Callable[[Plan], None] | None,
) -> Plan:
    def tell(picks: tuple[Pick, ...]) -> None:
        if first_found is not None:
            first_found(_plan(board, picks))

    return _plan(board, search(board, seed=seed, cancelled=cancelled, first_found=tell))


def _plan(board: Board, picks: tuple[Pick, ...]) -> Plan:
    suggestions = tuple(_placed(board, pick) for pick in picks)
    return Plan(instance=board.instance.id, entries=(*board.instance.fixed, *suggestions))


def _placed(board: Board, pick: Pick) -> Placed:
    return Placed(
        activity=board.activities[pick.activity].id,
        who=pick.circle.party.who,
        start=pick.day * DAY_MINUTES + pick.step * STEP,
        minutes=pick.minutes,
        setting=pick.setting,
    )
