"""What each start of the week is worth to the people of a circle, and which is their best.

A start's points come from how well the setting fits the part of the day, from wished and unwished
times, and from the caregivers' energy against the activity's effort.
"""

from planner.fill import weights
from planner.fill.board import Board, Circle, Levels, Spot, Spots
from planner.fill.instance import COUPLE, DAY_MINUTES, DAYS, Instance
from planner.fill.steps import ALL_DAY, DAY_STEPS, QUARTERS, moments


def hours_of(instance: Instance) -> tuple[tuple[int, int, int], ...]:
    """Cut the week's quarter-hours by part of the day and wished points."""
    wished = {0: QUARTERS}
    for start, end, points in instance.prefer:
        hit, moved = moments([(start, end)]), dict[int, int]()
        for before, steps in wished.items():
            for total, part in ((before + points, steps & hit), (before, steps & ~hit)):
                if part:
                    moved[total] = moved.get(total, 0) | part
        wished = moved
    out = []
    begin = 0
    for part, end in enumerate(weights.DAY_PARTS):
        clock = moments((d * DAY_MINUTES + begin, d * DAY_MINUTES + end) for d in DAYS)
        out += [(part, points, steps & clock) for points, steps in sorted(wished.items())]
        begin = end
    return tuple(hour for hour in out if hour[2])


def energy_of(board: Board, circle: Circle) -> tuple[tuple[int, int], ...]:
    """The least energy among the caregivers: (level, set of starts) for each level there is."""
    found = board.hour_memo.get(circle.caregivers)
    if found is None:
        left, out = QUARTERS, []
        levels = [_energy(board.instance, person) for person in circle.party.caregivers]
        for level in range(1, weights.FULL_ENERGY + 1):
            here = 0
            for one in levels:
                here |= one.get(level, 0)
            if here & left:
                out.append((level, here & left))
                left &= ~here
        found = board.hour_memo[circle.caregivers] = tuple(out)
    return found


def _energy(instance: Instance, caregiver: str) -> dict[int, int]:
    """One caregiver's energy; where windows overlap, the one that comes later in the list counts."""
    left, out = QUARTERS, dict[int, int]()
    for start, end, level in reversed(instance.energy.get(caregiver, ())):
        here = moments([(start, end)]) & left
        out[level] = out.get(level, 0) | here
        left &= ~here
    out[weights.USUAL_ENERGY] = out.get(weights.USUAL_ENERGY, 0) | left
    return out


def levels(board: Board, circle: Circle, setting: str, effort: int) -> Levels:
    """For each day, points with the starts that bring them, best first."""
    found = circle.levels.get((setting, effort))
    if found is None:
        found = circle.levels[setting, effort] = _levels(board, circle, setting, effort)
    return found


def _levels(board: Board, circle: Circle, setting: str, effort: int) -> Levels:
    fit = _fit(board, circle, setting)
    possible = board.timetable.starts(circle.party, setting, 1)
    by_points: dict[int, int] = {}
    for part, wished, when in board.hours:
        steps = when & possible
        if steps:
            for level, energetic in energy_of(board, circle):
                both = steps & energetic
                if both:
                    points = fit[part] + wished + tired(effort, level)
                    by_points[points] = by_points.get(points, 0) | both
    best_first = sorted(by_points.items(), reverse=True)
    return tuple(
        tuple(
            (points, here)
            for points, steps in best_first
            if (here := steps >> day * DAY_STEPS & ALL_DAY)
        )
        for day in DAYS
    )


def _fit(board: Board, circle: Circle, setting: str) -> tuple[int, ...]:
    """Points by part of the day."""
    if circle.party.form == COUPLE:
        return weights.FIT_COUPLE
    return weights.FIT[board.instance.like(setting)]


def tired(effort: int, level: int) -> int:
    """The cost of an activity that asks for more than there is."""
    return weights.ENERGY_SQUARE * max(0, effort - level) ** 2


def best_start(ladder: tuple[tuple[int, int], ...], starts: int) -> tuple[int, int] | None:
    """The most points and the earliest step that brings them, out of some starts of a day."""
    for points, steps in ladder:
        both = steps & starts
        if both:
            return points, (both & -both).bit_length() - 1
    return None


def spots(
    board: Board, circle: Circle, settings: tuple[str, ...], effort: int, minutes: int
) -> Spots | None:
    """The best start of each day if nothing else is planned; None if there is none at all."""
    key = (settings, effort, minutes)
    if key not in circle.spots:
        circle.spots[key] = _spots(board, circle, settings, effort, minutes)
    return circle.spots[key]


def _spots(
    board: Board, circle: Circle, settings: tuple[str, ...], effort: int, minutes: int
) -> Spots | None:
    best: list[Spot | None] = [None] * 7
    for setting in settings:
        starts = board.timetable.starts_of_day(circle.party, setting, minutes)
        if not any(starts):
            continue
        ladders = levels(board, circle, setting, effort)
        for day in DAYS:
            found, old = best_start(ladders[day], starts[day]), best[day]
            if found is not None and (old is None or found[0] > old[0]):
                best[day] = (found[0], setting, found[1])
    top = max((spot[0] for spot in best if spot is not None), default=None)
    return None if top is None else Spots(tuple(best), top)


def open_spot(
    board: Board,
    circle: Circle,
    settings: tuple[str, ...],
    effort: int,
    minutes: int,
    day: int,
    taken: int,
) -> Spot | None:
    """The best start of a day that is not among the taken steps."""
    best: Spot | None = None
    for setting in settings:
        starts = board.timetable.starts_of_day(circle.party, setting, minutes)
        free = starts[day] & ~taken
        if free:
            found = best_start(levels(board, circle, setting, effort)[day], free)
            if found is not None and (best is None or found[0] > best[0]):
                best = (found[0], setting, found[1])
    return best


def points_at(
    board: Board, circle: Circle, setting: str, effort: int, day: int, step: int
) -> tuple[int, int]:
    """Points for the time and points for the energy of one start."""
    start = 1 << day * DAY_STEPS + step
    fit = _fit(board, circle, setting)
    time = next(fit[part] + wished for part, wished, when in board.hours if when & start)
    level = next(level for level, when in energy_of(board, circle) if when & start)
    return time, tired(effort, level)
