"""Finds a good week: greedy insertion, then local search, then a short large-neighbourhood search.

The work is counted in steps, never in seconds, and chance comes from a tiny generator of our
own: the same family and the same seed give the same week on every machine.
"""

from collections.abc import Callable, Iterable
from itertools import combinations

from planner.fill.board import Board, Pick
from planner.fill.draft import Draft
from planner.fill.insertion import Key, Noise, best_insertion
from planner.fill.menu import Menu, make_menu
from planner.fill.retime import retime
from planner.fill.score import gain

# How much work a week may be: at first, more for each suggestion in it, and how much of it for the
# local search. One insertion is one unit, and so is looking into this many courses of the menu.
WORK, WORK_EACH, LOCAL_WORK = 550, 20, 200
COURSES = 20
MOST_REMOVED = 4
NOISE = 400
# How many points worse a week may be that is still followed, at the beginning.
TOLERANCE = 1500
# Filling again, everything that can stay does, unless that costs more of the points than this.
COST_OF_STAYING = (3, 100)
# Around what stays there is less to look for.
WORK_AGAIN = 150
LARGEST = 2**64 - 1


class Chance:
    """A tiny random generator: 64 bits, the same everywhere."""

    __slots__ = ("state",)

    def __init__(self, seed: int) -> None:
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x2545F4914F6CDD1D) & LARGEST

    def below(self, limit: int) -> int:
        """Draw a whole number from 0 up to (not with) limit."""
        return self.several(1, limit)[0]

    def several(self, count: int, limit: int) -> list[int]:
        """Draw so many whole numbers from 0 up to (not with) limit."""
        state, out = self.state, []
        for _ in range(count):
            state = (state * 6364136223846793005 + 1442695040888963407) & LARGEST
            out.append((state >> 33) * limit >> 31)
        self.state = state
        return out


class Search:
    """A draft that is changed step by step, and the best week it has been.

    What is in ``staying`` is never moved or taken out.
    """

    __slots__ = (
        "best",
        "best_points",
        "cancelled",
        "chance",
        "draft",
        "inserted",
        "menu",
        "points",
        "staying",
    )

    def __init__(self, board: Board, seed: int, cancelled: Callable[[], bool] | None) -> None:
        self.staying: frozenset[Pick] = frozenset()
        self.draft = Draft(board)
        self.menu: Menu = make_menu(board)
        self.chance = Chance(seed)
        self.cancelled = cancelled or (lambda: False)
        self.points = 0
        self.best: list[Pick] = []
        self.best_points = 0
        self.inserted = 0

    def begin_with(self, picks: Iterable[Pick]) -> None:
        """Put in what is still allowed of these."""
        for pick in picks:
            if self.draft.allows(pick):
                self.points += gain(self.draft, pick)
                self.draft.add(pick)

    @property
    def loose(self) -> list[Pick]:
        return [pick for pick in self.draft.picks if pick not in self.staying]

    def work(self) -> int:
        return self.inserted + self.menu.looked // COURSES

    def remember(self) -> None:
        if self.points > self.best_points:
            self.points += retime(self.draft, self.loose)
            self.best, self.best_points = list(self.draft.picks), self.points

    def take_out(self, picks: Iterable[Pick]) -> None:
        for pick in picks:
            self.draft.remove(pick)
            self.points -= gain(self.draft, pick)

    def put_back(self, added: list[Pick], removed: Iterable[Pick], points: int) -> None:
        for pick in reversed(added):
            self.draft.remove(pick)
        for pick in removed:
            self.draft.add(pick)
        self.points = points

    def complete(
        self,
        *,
        goal: int = 0,
        expected: int = 0,
        tabu: frozenset[Key] = frozenset(),
        noise: Noise | None = None,
    ) -> list[Pick]:
        """Insert the best there is until nothing adds anything; returns what was inserted.

        Gives up when the goal is out of sight: each insertion adds less than the one before, so
        the next must bring its part of what is missing. One more than expected may still come.
        """
        added: list[Pick] = []
        while True:
            left = max(1, expected - len(added) + 1)
            floor = max(0, (goal - self.points) // left)
            self.inserted += 1
            found = best_insertion(self.draft, self.menu, floor=floor, tabu=tabu, noise=noise)
            if found is None:
                return added
            points, pick = found
            if points <= 0:
                return added
            self.draft.add(pick)
            self.points += points
            added.append(pick)


def search(
    board: Board,
    *,
    seed: int = 0,
    cancelled: Callable[[], bool] | None = None,
    first_found: Callable[[tuple[Pick, ...]], None] = lambda _: None,
) -> tuple[Pick, ...]:
    """Find a good week for a board; stops early with the best so far once cancelled.

    After a change, what was suggested before stays where it was if the week is nearly as good.
    """
    state = Search(board, seed, cancelled)
    state.begin_with(board.previous)
    state.complete()
    state.remember()
    first_found(in_order(state.best))
    improve(state, WORK)
    best = state.best
    if board.previous:
        again = Search(board, seed, cancelled)
        again.begin_with(board.previous)
        again.staying = frozenset(again.draft.picks)
        again.complete()
        again.remember()
        improve(again, WORK_AGAIN)
        cost, whole = COST_OF_STAYING
        if whole * again.best_points >= (whole - cost) * state.best_points:
            best = again.best
    return in_order(best)


def in_order(picks: list[Pick]) -> tuple[Pick, ...]:
    return tuple(sorted(picks, key=order_in_week))


def improve(state: Search, work: int) -> None:
    """Make a whole week better, with about so much work."""
    improve_systematically(state)
    improve_by_chance(state, work)


def order_in_week(pick: Pick) -> tuple[int, int, tuple[str, ...], int]:
    return pick.day, pick.step, pick.circle.party.who, pick.activity


def improve_systematically(state: Search) -> None:
    """Take out each suggestion, then each two, and fill again; keep and repeat what is better."""
    size = 1
    while size <= 2 and state.work() < LOCAL_WORK and not state.cancelled():
        if any(_replaced(state, group) for group in combinations(state.loose, size)):
            state.points += retime(state.draft, state.loose)
            size = 1
        else:
            size += 1
    state.remember()


def _replaced(state: Search, group: tuple[Pick, ...]) -> bool:
    """Try a week without a group, with some of it forbidden at first; True if it is better."""
    keys = [(pick.activity, pick.circle.audience) for pick in group]
    # One taken out alone would come back at once, so there it is always forbidden.
    fewest = 1 if len(group) == 1 else 0
    for size in range(fewest, len(group) + 1):
        for forbidden in combinations(keys, size):
            if state.work() >= LOCAL_WORK:
                return False
            before = state.points
            state.take_out(group)
            goal, out = before + 1, len(group) + len(forbidden)
            added = state.complete(goal=goal, expected=out, tabu=frozenset(forbidden))
            if forbidden:
                added += state.complete(goal=goal, expected=1)
            if state.points > before:
                return True
            state.put_back(added, group, before)
    return False


def improve_by_chance(state: Search, work: int = WORK) -> None:
    """Take out a few related suggestions and fill again with noise; follow weeks nearly as good."""
    work += WORK_EACH * len(state.loose)
    while (left := work - state.work()) > 0 and state.loose and not state.cancelled():
        before = state.points
        group = _related(state)
        tabu = frozenset(
            (pick.activity, pick.circle.audience) for pick in group if not state.chance.below(4)
        )
        state.take_out(group)
        goal = before - state.chance.below(TOLERANCE * left // work + 1)
        noise = _noise(state)
        added = state.complete(goal=goal, expected=len(group), tabu=tabu, noise=noise)
        if state.points >= goal:
            state.remember()
        else:
            state.put_back(added, group, before)


def _related(state: Search) -> list[Pick]:
    """Choose one to four suggestions: any, or of near days, of one pathway, of the same people."""
    picks, board, below = state.loose, state.draft.board, state.chance.below
    one = picks[below(len(picks))]
    kind = below(4)
    if kind == 0:
        pool = list(picks)
    elif kind == 1:
        pool = [pick for pick in picks if abs(pick.day - one.day) <= 1]
    elif kind == 2:
        pathway = board.pathway_of[one.activity]
        pool = [pick for pick in picks if board.pathway_of[pick.activity] == pathway]
    else:
        pool = [pick for pick in picks if pick.circle.people & one.circle.people]
    count = min(1 + below(MOST_REMOVED), len(pool))
    return [pool.pop(below(len(pool))) for _ in range(count)]


def _noise(state: Search) -> Noise:
    board, several = state.draft.board, state.chance.several
    lanes = (len(board.pathways) + 1) * len(state.menu.lengths)
    return Noise(
        circles=several(len(board.circles), NOISE),
        # the same for plain, new and ritual
        lanes=[points for drawn in several(lanes, NOISE) for points in (drawn, drawn, drawn)],
        kinds=several(len(board.kinds), NOISE),
    )
