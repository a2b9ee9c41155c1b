"""What a week is worth, term by term, and what one suggestion adds to it.

Points are hundredths. A term is a name such as ``dyad`` or ``skills``; ``weights`` says what each
is for. The score of a plan is what its entries add one after another, so the shares of a
suggestion and the score of the whole always agree.
"""

from planner.fill import weights
from planner.fill.board import UNKNOWN, Board, Deed, Pick, trait
from planner.fill.draft import Draft, deed_of_pick
from planner.fill.instance import COUPLE, FAMILY, ONE_TO_ONE, Instance, Plan
from planner.fill.past import NEW, RITUAL
from planner.fill.prepare import pick_of, set_up
from planner.fill.times import levels, points_at

TERMS = (
    "ask",
    "liking",
    "time",
    "energy",
    "missing",
    "pathway",
    "dyad",
    "child",
    "family",
    "couple",
    "load",
    "skills",
    "new",
    "ritual",
    "variety",
    "spread",
    "keep",
)
TOGETHER = {ONE_TO_ONE: "dyad", FAMILY: "family", COUPLE: "couple"}


def gain(draft: Draft, pick: Pick) -> int:
    """What a pick that is allowed would add: the sum of its shares, worked out faster."""
    activity, circle, minutes, day, _, _ = pick
    board, curves = draft.board, draft.board.curves
    found = trait(board, activity, circle.audience)
    counter, pathway = circle.counters[0], board.pathway_of[activity]
    points = found.points + weights.ASK_MINUTE * minutes + kept_points(board, pick)
    points += draft.points_of_day(day)[circle.number]
    points += time_points(board, pick)
    points += load_points(draft, circle.caregivers, minutes)
    points += board.together[counter][draft.together[counter]]
    if circle.children:
        points += curves.child[draft.children[circle.children[0]]]
    if pathway >= 0:
        points += pathway_gain(board, pathway, draft.pathways[pathway], minutes)
    for skill in board.skills_of[activity]:
        if not draft.skills[skill]:
            points += board.skill_points[skill]
    if found.novelty == NEW:
        points += curves.new[draft.novelties[NEW]]
    elif found.novelty == RITUAL:
        points += curves.ritual[draft.novelties[RITUAL]]
    points += curves.kind[draft.kinds[board.kind_of[activity]]]
    return points + curves.repeat[draft.activities[activity]]


def time_points(board: Board, pick: Pick) -> int:
    """Points for the start of a pick: time and energy together."""
    ladder = levels(board, pick.circle, pick.setting, board.activities[pick.activity].effort)
    return next(points for points, steps in ladder[pick.day] if steps >> pick.step & 1)


def shares(draft: Draft, pick: Pick) -> dict[str, int]:
    """What a pick that is allowed would add, term by term."""
    activity, circle, minutes, day, step, setting = pick
    board = draft.board
    effort = board.activities[activity].effort
    out = common_shares(draft, deed_of_pick(board, pick))
    out["ask"] = weights.ASK + weights.ASK_MINUTE * minutes
    out["liking"] = trait(board, activity, circle.audience).points - weights.ASK
    out["time"], out["energy"] = points_at(board, circle, setting, effort, day, step)
    out["missing"] = weights.MISSING_CAREGIVER * circle.party.missing[day]
    out["keep"] = kept_points(board, pick)
    if board.reluctance.moments:
        out["spread"] -= board.reluctance.moments.get((circle.party.who, day), 0)
    return out


def kept_points(board: Board, pick: Pick) -> int:
    """Points for standing as in the last proposal, or at least on the same day."""
    old = board.kept.get((pick.activity, pick.circle.number, pick.day))
    if old is None:
        return 0
    return weights.KEEP_EXACT if old == (pick.step, pick.minutes) else weights.KEEP_DAY


def pathway_gain(board: Board, pathway: int, reached: int, minutes: int) -> int:
    """What so many more minutes (or one more, where the family counts) add to a pathway."""
    target = board.targets[pathway]
    more = minutes if board.in_minutes else 1
    before = weights.pathway_points(target, reached)
    return weights.pathway_points(target, reached + more) - before


def load_points(draft: Draft, caregivers: tuple[int, ...], minutes: int) -> int:
    """The cost of minutes beyond the fair share of those caregivers."""
    over = 0
    for person in caregivers:
        beyond = draft.load[person] + minutes - draft.board.fair_share[person]
        if beyond > 0:
            over += min(minutes, beyond)
    return weights.LOAD_OVER_MINUTE * over


def common_shares(draft: Draft, deed: Deed) -> dict[str, int]:
    """The terms in which given entries count as well."""
    activity, pathway, form, who, minutes, day, counters, children, audience = deed
    board, curves, here = draft.board, draft.board.curves, draft.person_day[day]
    adults = tuple([person for person in who if board.is_caregiver[person]])
    out = {
        "spread": curves.day[draft.day_count[day]]
        + sum([curves.person_day[here[person]] for person in who]),
        "load": load_points(draft, adults, minutes),
    }
    if pathway >= 0:
        out["pathway"] = pathway_gain(board, pathway, draft.pathways[pathway], minutes)
    if form:
        out[TOGETHER[form]] = sum([board.together[c][draft.together[c]] for c in counters])
    out["child"] = sum([curves.child[draft.children[child]] for child in children])
    if activity == UNKNOWN:
        return out
    skills = board.skills_of[activity]
    out["skills"] = sum([board.skill_points[s] for s in skills if not draft.skills[s]])
    novelty = trait(board, activity, audience).novelty
    out["new"] = curves.new[draft.novelties[NEW]] if novelty == NEW else 0
    out["ritual"] = curves.ritual[draft.novelties[RITUAL]] if novelty == RITUAL else 0
    out["variety"] = (
        curves.kind[draft.kinds[board.kind_of[activity]]]
        + curves.repeat[draft.activities[activity]]
    )
    return out


def score(instance: Instance, plan: Plan) -> dict[str, int]:
    """Score a plan that keeps the hard rules, term by term; raises ValueError if it does not."""
    board = set_up(instance)
    draft = Draft(board, given=False)
    totals = dict.fromkeys(TERMS, 0)
    for deed in board.given:
        _add_up(totals, common_shares(draft, deed))
        draft.count(deed, 1)
    for entry in plan.suggestions:
        pick = pick_of(board, entry)
        if pick is None or not draft.allows(pick):
            raise ValueError(f"{entry.activity} on day {entry.day} breaks a hard rule")
        _add_up(totals, shares(draft, pick))
        draft.add(pick)
    return totals


def _add_up(totals: dict[str, int], shares_: dict[str, int]) -> None:
    for term, points in shares_.items():
        totals[term] += points
