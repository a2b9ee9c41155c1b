"""Says which wishes a week could not meet, which rule stood in the way, and what would help.

For each wish every activity that could meet it is taken through the rules one after another; the
rule after which nothing is left is the one that is named.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from planner.fill.board import Board, audience_of
from planner.fill.draft import Draft
from planner.fill.explain import draft_of
from planner.fill.instance import DAYS, ONE_TO_ONE, Candidate, Instance, Plan
from planner.fill.prepare import set_up
from planner.fill.rules import Party, age_fits, parties
from planner.fill.steps import (
    ALL_DAY,
    ALL_WEEK,
    DAY_STEPS,
    QUARTERS,
    STEP,
    WEEK_STEPS,
    on_days,
    runs,
    steps_of,
    stretch,
    within_a_day,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayWish:
    """A pathway that got less than half of its target, in the family's unit."""

    pathway: str
    reached: int
    target: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWish:
    """A child and a caregiver without one-to-one time this week."""

    child: str
    caregiver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """The one change that would help; only what the kind needs is set.

    ``unblock`` (activity), ``open-day`` (day), ``watch`` (child, start and minutes), ``day-count``,
    ``day-tiny``, ``day-long`` or ``day-minutes`` (day, amount), ``week-count`` (amount).
    """

    kind: str
    activity: str | None = None
    child: str | None = None
    day: int | None = None
    start: int | None = None
    minutes: int | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """A wish, the rule that removed its last candidate, and what would help if it is known."""

    wish: PathwayWish | PairWish
    rule: str
    help: Help | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Option:
    """An activity at its shortest for some people, and the starts (a set) left to it."""

    activity: Candidate
    party: Party
    starts: int = ALL_WEEK

    @property
    def minutes(self) -> int:
        return self.activity.lengths[0]


def unmet(instance: Instance, plan: Plan) -> tuple[Unmet, ...]:
    """List the unmet wishes of a plan; raises ValueError if the plan breaks a hard rule."""
    board = set_up(replace(instance, previous=()))
    draft, _ = draft_of(board, plan)
    every_party = parties(instance)
    out = []
    for wish in _wishes(draft):
        rule, left = _last_rule(draft, _options(board, every_party, wish))
        if rule == NOTHING and any(a.on_offer and _is_for(wish, a) for a in board.activities):
            rule = NOBODY
        out.append(Unmet(wish=wish, rule=rule, help=_help(draft, rule, left)))
    return tuple(out)


def _wishes(draft: Draft) -> Iterator[PathwayWish | PairWish]:
    board = draft.board
    for number, pathway in enumerate(board.pathways):
        reached, target = draft.pathways[number], board.targets[number]
        if 2 * reached < target:
            yield PathwayWish(pathway=pathway, reached=reached, target=target)
    # A family evening at which only these two are at home is time alone as well.
    met = {pick.circle.party.who for pick in draft.picks}
    for key, counter in board.counters.items():
        if key[0] != ONE_TO_ONE or tuple(sorted(key[1:])) in met:
            continue
        if not draft.together[counter]:
            yield PairWish(caregiver=key[1], child=key[2])


def _options(
    board: Board, every_party: tuple[Party, ...], wish: PathwayWish | PairWish
) -> list[_Option]:
    return [
        _Option(activity=activity, party=party)
        for party in every_party
        for activity in board.activities
        if activity.on_offer and activity.form == party.form and _meets(wish, activity, party)
    ]


def _is_for(wish: PathwayWish | PairWish, activity: Candidate) -> bool:
    if isinstance(wish, PathwayWish):
        return activity.pathway == wish.pathway
    return activity.form == ONE_TO_ONE


def _meets(wish: PathwayWish | PairWish, activity: Candidate, party: Party) -> bool:
    if isinstance(wish, PathwayWish):
        return activity.pathway == wish.pathway
    pair = ((wish.child,), (wish.caregiver,))
    return party.form == ONE_TO_ONE and (party.children, party.caregivers) == pair


def _last_rule(draft: Draft, options: list[_Option]) -> tuple[str, list[_Option]]:
    """The rule after which no option is left, and the options there were before it."""
    if not options:
        return NOTHING, []
    instance = draft.board.instance
    kids = {person.id: person for person in instance.children}
    left = [option for option in options if option.activity.id not in instance.blocked]
    if not left:
        return BLOCKED, options
    options = [o for o in left if all(age_fits(o.activity, kids[k]) for k in o.party.children)]
    if not options:
        return AGE, left
    for rule, possible in TIME_RULES:
        narrowed = [replace(o, starts=o.starts & possible(draft, o)) for o in options]
        narrowed = [option for option in narrowed if option.starts]
        if not narrowed:
            return rule, options
        options = narrowed
    return TOO_MUCH, options


def _common_time(draft: Draft, option: _Option) -> int:
    table, out = draft.board.timetable, 0
    for setting in option.activity.settings:
        out |= runs(table.available(option.party, setting), steps_of(option.minutes))
    return out & QUARTERS & within_a_day(option.minutes) & on_days(option.party.days)


def _not_quiet(draft: Draft, _option: _Option) -> int:
    return on_days(frozenset(DAYS) - draft.board.instance.goals.quiet_days)


def _not_past(draft: Draft, _option: _Option) -> int:
    return stretch(-(-draft.board.instance.now // STEP), WEEK_STEPS)


def _watched(draft: Draft, option: _Option) -> int:
    return runs(draft.board.timetable.watched(option.party), steps_of(option.minutes))


def _cooled_down(draft: Draft, option: _Option) -> int:
    board = draft.board
    audience = audience_of(board, option.party.form, option.party.children)
    closed = draft.closed(board.activity_numbers[option.activity.id], audience)
    return on_days(frozenset(day for day in DAYS if not closed >> day & 1))


def _day_not_full(draft: Draft, option: _Option) -> int:
    goals = draft.board.instance.goals
    return on_days(
        frozenset(
            day
            for day in DAYS
            if draft.day_count[day] < goals.day_max_count
            and draft.has_room_for(day, option.minutes)
        )
    )


def _week_not_full(draft: Draft, _option: _Option) -> int:
    return ALL_WEEK if draft.entries < draft.board.instance.goals.week_max else 0


def _not_taken(draft: Draft, option: _Option) -> int:
    free = ALL_WEEK & ~draft.board.timetable.clashes(option.party, option.minutes)
    for circle in draft.board.circles:
        same = (circle.party.form, circle.party.who) == (option.party.form, option.party.who)
        for day in DAYS if same else ():
            taken = draft.taken(circle, option.minutes, day) & ALL_DAY
            free &= ~(taken << day * DAY_STEPS)
    return free


NOTHING, NOBODY, BLOCKED, AGE = "nothing-on-offer", "nobody-for-it", "blocked", "age"
QUIET, UNWATCHED, DAY_FULL, WEEK_FULL = "quiet-day", "nobody-watches", "day-full", "week-full"
# There was time, but another entry would have asked for more than it gives.
TOO_MUCH = "asks-too-much"
# The rules about times, in the order in which they are asked.
TIME_RULES: tuple[tuple[str, Callable[[Draft, _Option], int]], ...] = (
    ("no-common-time", _common_time),
    (QUIET, _not_quiet),
    ("past", _not_past),
    (UNWATCHED, _watched),
    ("cool-down", _cooled_down),
    (DAY_FULL, _day_not_full),
    (WEEK_FULL, _week_not_full),
    ("time-taken", _not_taken),
)


def _help(draft: Draft, rule: str, left: list[_Option]) -> Help | None:
    """The one change that would have kept an option, where it can be worked out."""
    if not left:
        return None
    if rule == BLOCKED:
        return Help(kind="unblock", activity=left[0].activity.id)
    if rule == WEEK_FULL:
        return Help(kind="week-count", amount=draft.entries + 1)
    option = min(left, key=lambda o: (_first(o.starts), o.minutes))
    day = _first(option.starts) // DAY_STEPS
    if rule == QUIET:
        return Help(kind="open-day", day=day)
    if rule == DAY_FULL:
        return _day_help(draft, option, day)
    return _watch_help(draft, option) if rule == UNWATCHED else None


def _day_help(draft: Draft, option: _Option, day: int) -> Help:
    count = draft.day_count[day]
    if count >= draft.board.instance.goals.day_max_count:
        return Help(kind="day-count", day=day, amount=count + 1)
    is_tiny = option.minutes <= draft.board.instance.goals.tiny
    alike = draft.day_of_length[is_tiny][day]
    if alike >= draft.board.instance.goals.day_max_of(option.minutes):
        return Help(kind="day-tiny" if is_tiny else "day-long", day=day, amount=alike + 1)
    return Help(kind="day-minutes", day=day, amount=draft.day_minutes[day] + option.minutes)


def _first(starts: int) -> int:
    return (starts & -starts).bit_length() - 1


def _watch_help(draft: Draft, option: _Option) -> Help | None:
    """Whom somebody would have to watch, and when, for the first start there is."""
    table, start = draft.board.timetable, _first(option.starts)
    during = stretch(start, start + steps_of(option.minutes))
    for child, care in table.care.items():
        someone = 0
        for (caregiver, watched), when in table.watch.items():
            if watched == child and caregiver not in option.party.who:
                someone |= when
        if child not in option.party.who and care & during & ~someone:
            return Help(kind="watch", child=child, start=start * STEP, minutes=option.minutes)
    return None
