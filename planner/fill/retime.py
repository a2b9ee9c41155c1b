"""Moves the suggestions of a week to better days and times, keeping what is done and by whom.

Depth-first with bounds over the days of each suggestion; exact unless it takes too many steps.
"""

from planner.fill import weights
from planner.fill.board import IMPOSSIBLE, Pick, Spot
from planner.fill.draft import Draft
from planner.fill.instance import DAYS
from planner.fill.score import kept_points, time_points
from planner.fill.steps import DAY_STEPS
from planner.fill.times import open_spot, spots

MOST_STEPS = 300
# The most a suggestion could bring on a day: points, day, spot.
Option = tuple[int, int, Spot]


def retime(draft: Draft, picks: list[Pick]) -> int:
    """Give these picks of a draft their best days and starts; returns the points gained."""
    if len(picks) < 2:
        return 0
    for pick in picks:
        draft.remove(pick)
    search = _Search(draft, picks)
    search.go_on(0, 0)
    for pick in search.best:
        draft.add(pick)
    return search.points - search.before


class _Search:
    __slots__ = ("before", "best", "bounds", "draft", "options", "order", "path", "points", "steps")

    def __init__(self, draft: Draft, picks: list[Pick]) -> None:
        self.draft = draft
        options = [(_options(draft, pick), pick) for pick in picks]
        # Those with the fewest days first: mistakes show early.
        options.sort(key=lambda pair: (len(pair[0]), pair[1].activity, pair[1].circle.number))
        self.options = [option for option, _ in options]
        self.order = [pick for _, pick in options]
        self.bounds = [0] * (len(picks) + 1)
        for n in reversed(range(len(picks))):
            self.bounds[n] = self.bounds[n + 1] + self.options[n][0][0]
        self.before = self._value_of(picks)
        self.points, self.best = self.before, picks
        self.path: list[Pick] = []
        self.steps = 0

    def _value_of(self, picks: list[Pick]) -> int:
        value = 0
        for pick in picks:
            value += _points(self.draft, pick)
            self.draft.add(pick)
        for pick in picks:
            self.draft.remove(pick)
        return value

    def go_on(self, n: int, value: int) -> None:
        """Try the days of the n-th pick, the most promising first."""
        if n == len(self.order):
            if value > self.points:
                self.points, self.best = value, list(self.path)
            return
        for most, day, spot in self.options[n]:
            if value + most + self.bounds[n + 1] <= self.points or self.steps > MOST_STEPS:
                return
            self.steps += 1
            pick = self._placed(self.order[n], day, spot)
            if pick is None:
                continue
            points = _points(self.draft, pick)
            if value + points + self.bounds[n + 1] > self.points:
                self.draft.add(pick)
                self.path.append(pick)
                self.go_on(n + 1, value + points)
                self.path.pop()
                self.draft.remove(pick)

    def _placed(self, old: Pick, day: int, spot: Spot) -> Pick | None:
        """The pick on another day at its best open start; None if there is none."""
        draft, circle, minutes = self.draft, old.circle, old.minutes
        if not draft.room(day, minutes):
            return None
        if (
            draft.activities[old.activity]
            and draft.closed(old.activity, circle.audience) >> day & 1
        ):
            return None
        if draft.near[day]:
            taken = draft.taken(circle, minutes, day)
            if taken >> spot[2] & 1:
                activity = draft.board.activities[old.activity]
                settings, effort = draft.board.settings[old.activity], activity.effort
                other = open_spot(draft.board, circle, settings, effort, minutes, day, taken)
                if other is None:
                    return None
                spot = other
        return Pick(old.activity, circle, minutes, day, spot[2], spot[1])


def _options(draft: Draft, pick: Pick) -> list[Option]:
    """The days on which a pick could be if it were alone, the best first."""
    board, circle = draft.board, pick.circle
    activity = board.activities[pick.activity]
    found = spots(board, circle, board.settings[pick.activity], activity.effort, pick.minutes)
    assert found is not None, "a pick stands at one of its spots"
    closed = draft.closed(pick.activity, circle.audience)
    out: list[Option] = []
    for day in DAYS:
        spot = found.by_day[day]
        points = draft.points_of_day(day)[circle.number]
        if spot is None or closed >> day & 1 or points == IMPOSSIBLE:
            continue
        old = board.kept.get((pick.activity, circle.number, day))
        if old is not None:
            points += weights.KEEP_EXACT
            spot = _as_before(draft, pick, day, old, spot)
        out.append((points + spot[0], day, spot))
    out.sort(key=lambda option: (-option[0], option[1]))
    return out


def _as_before(draft: Draft, pick: Pick, day: int, old: tuple[int, int], spot: Spot) -> Spot:
    """The start it had in the last proposal, if it is still possible."""
    board, circle = draft.board, pick.circle
    if old[1] != pick.minutes:
        return spot
    for setting in board.settings[pick.activity]:
        starts = board.timetable.starts(circle.party, setting, pick.minutes)
        if starts >> day * DAY_STEPS + old[0] & 1:
            return spot[0], setting, old[0]
    return spot


def _points(draft: Draft, pick: Pick) -> int:
    """What depends on the day and start of a pick."""
    points = draft.points_of_day(pick.day)[pick.circle.number]
    return points + time_points(draft.board, pick) + kept_points(draft.board, pick)
