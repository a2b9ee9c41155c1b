"""Finds the one suggestion that adds most to a week as it stands.

The answer is exact: only what cannot be better than the best so far is skipped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.fill import weights
from planner.fill.board import IMPOSSIBLE, Circle, Pick, Spot, trait
from planner.fill.draft import Draft
from planner.fill.instance import DAYS
from planner.fill.menu import Choice, Dish, Lane, Menu, Reach, lane_number, reach_of, row_size
from planner.fill.past import NEW, RITUAL
from planner.fill.score import gain, load_points, pathway_gain
from planner.fill.times import open_spot

Key = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """Points added by chance so that a search sees other weeks: by circle, lane and kind."""

    circles: list[int]
    lanes: list[int]
    kinds: list[int]


def best_insertion(
    draft: Draft,
    menu: Menu,
    *,
    floor: int = 0,
    tabu: frozenset[Key] = frozenset(),
    noise: Noise | None = None,
) -> tuple[int, Pick] | None:
    """Find the pick that adds most and what it adds; None if none adds more than floor.

    With noise it is the best in the eyes of chance; what it adds is told without the noise.

    ``tabu`` are (activity, audience) that must not be used.
    """
    if not draft.board.circles:
        return None
    look = Look(draft, menu, floor, tabu, noise)
    for top, number, base in look.circles():
        look.try_circle(draft.board.circles[number], base, -top)
    menu.looked += sum(len(leads) for leads in look.leads.values())
    for old in draft.board.previous:
        if (old.activity, old.circle.audience) not in tabu:
            for pick in ways_to_keep(draft, old):
                look.offer(gain(draft, pick) + look.noise_of(pick), pick)
    return None if look.found is None else (look.gain - look.noise_of(look.found), look.found)


class Look:
    """One look at a draft for the best insertion; a new one is made after every change."""

    __slots__ = (
        "days",
        "draft",
        "found",
        "gain",
        "kinds",
        "lane_points",
        "lane_top",
        "leads",
        "menu",
        "noise",
        "row_tops",
        "tabu",
    )

    def __init__(
        self, draft: Draft, menu: Menu, floor: int, tabu: frozenset[Key], noise: Noise | None
    ) -> None:
        goals, kind = draft.board.instance.goals, draft.board.curves.kind
        self.draft, self.menu, self.tabu, self.noise = draft, menu, tabu, noise
        self.gain = floor
        self.found: Pick | None = None
        room = goals.day_max_count if draft.entries < goals.week_max else 0
        self.days = [day for day in DAYS if draft.day_count[day] < room]
        self.lane_points, self.row_tops = _lane_points(draft, menu)
        self.kinds = [kind[count] for count in draft.kinds]
        if noise is not None:
            self.lane_points = [a + b for a, b in zip(self.lane_points, noise.lanes, strict=True)]
            self.kinds = [a - b for a, b in zip(self.kinds, noise.kinds, strict=True)]
            self.row_tops = _row_tops(self.lane_points, menu)
        self.lane_top = max(self.row_tops)
        self.leads: dict[int, dict[int, tuple[int, Choice | None]]] = {}

    def offer(self, points: int, pick: Pick) -> None:
        if points > self.gain:
            self.gain, self.found = points, pick

    def noise_of(self, pick: Pick) -> int:
        """The points that chance alone gives a pick."""
        noise, board = self.noise, self.draft.board
        if noise is None:
            return 0
        activity, circle = pick.activity, pick.circle
        novelty = trait(board, activity, circle.audience).novelty
        lane = lane_number(self.menu, board.pathway_of[activity], pick.minutes, novelty)
        kind = noise.kinds[board.kind_of[activity]]
        return noise.circles[circle.number] + noise.lanes[lane] - kind

    def circles(self) -> list[tuple[int, int, int]]:
        """Order the circles by the most one more entry could bring them."""
        draft, noise = self.draft, self.noise
        if not self.days:
            return []
        board, together, child = draft.board, draft.together, draft.board.curves.child
        days = [(day, draft.points_of_day(day)) for day in self.days]
        out = []
        for circle in board.circles:
            number = circle.number
            base = board.together[circle.counters[0]][together[circle.counters[0]]]
            if circle.children:
                base += child[draft.children[circle.children[0]]]
            if noise is not None:
                base += noise.circles[number]
            ceiling = self.menu.cards[number].ceilings
            top = base + max([points[number] + ceiling[day] for day, points in days])
            if top > IMPOSSIBLE // 2:
                out.append((-top, number, base))
        out.sort()
        return out

    def try_circle(self, circle: Circle, base: int, top: int) -> None:
        """Try everything that could be done by a circle and be better than the best so far."""
        if self.lane_top + top <= self.gain:
            return
        card = self.menu.cards[circle.number]
        days = self._days_of(circle)
        reach = reach_of(card, days)
        for row, points, lanes in card.rows:
            most = self.row_tops[row] + base + reach.most
            if points + most > self.gain:
                self._try_lanes(circle, lanes, base, most, days, reach)

    def _try_lanes(
        self,
        circle: Circle,
        lanes: tuple[Lane, ...],
        base: int,
        most: int,
        days: tuple[tuple[int, int], ...],
        reach: Reach,
    ) -> None:
        leads = self.leads.setdefault(circle.audience, {})
        for number, points, minutes, dishes in lanes:
            if points + most <= self.gain:
                return
            extra = self.lane_points[number] + base
            if points + extra + reach.by_minutes[minutes] <= self.gain:
                continue
            extra += load_points(self.draft, circle.caregivers, minutes)
            for dish in dishes:
                if dish[0] + extra + reach.by_minutes[minutes] <= self.gain:
                    break
                here = extra + reach.by_place[dish[2]]
                if dish[0] + here > self.gain:
                    lead = leads.get(dish[1])
                    if lead is None:
                        lead = leads[dish[1]] = self._lead(circle, dish[1], None)
                    if lead[0] + here > self.gain:
                        self._try_dish(circle, dish, lead, extra, days)

    def _days_of(self, circle: Circle) -> tuple[tuple[int, int], ...]:
        """What one more entry costs the circle on each day that is open to it."""
        number, out = circle.number, []
        for day in self.days:
            points = self.draft.points_of_day(day)[number]
            if points > IMPOSSIBLE:
                out.append((points, day))
        return tuple(out)

    def _try_dish(
        self,
        circle: Circle,
        dish: Dish,
        lead: tuple[int, Choice | None],
        extra: int,
        days: tuple[tuple[int, int], ...],
    ) -> None:
        points, by_day = lead[0] + extra, dish.spots.by_day
        for day_points, day in days:
            spot = by_day[day]
            if spot is not None and points + day_points + spot[0] > self.gain:
                self._try_day(circle, dish, lead, extra + day_points, day, spot)

    def _try_day(
        self,
        circle: Circle,
        dish: Dish,
        lead: tuple[int, Choice | None],
        extra: int,
        day: int,
        best: Spot,
    ) -> None:
        draft = self.draft
        _, course, _, minutes, _, settings, effort = dish
        points, choice = lead
        spot: Spot | None = best
        if not draft.has_room_for(day, minutes):
            return
        if choice is not None and not self._may(circle, choice, day):
            points, choice = self._lead(circle, course, day)
        if draft.near[day]:
            taken = draft.taken(circle, minutes, day)
            if taken >> best[2] & 1:
                spot = open_spot(draft.board, circle, settings, effort, minutes, day, taken)
        if choice is not None and spot is not None:
            pick = Pick(choice.activity, circle, minutes, day, spot[2], spot[1])
            self.offer(points + extra + spot[0], pick)

    def _may(self, circle: Circle, choice: Choice, day: int) -> bool:
        """Say whether an activity suits the circle and is not cooling down on that day."""
        if circle.suits is not None and choice.activity not in circle.suits:
            return False
        closed = choice.closed
        if self.draft.activities[choice.activity]:
            closed = self.draft.closed(choice.activity, circle.audience)
        return not closed >> day & 1

    def _lead(self, circle: Circle, course: int, day: int | None) -> tuple[int, Choice | None]:
        """The best of a course as the week stands (on a day, if one is given), and its points."""
        board, draft = self.draft.board, self.draft
        best, lead = IMPOSSIBLE, None  # type: int, Choice | None
        for choice in self.menu.courses[circle.audience][course]:
            points, activity, kind, skills, _ = choice
            if points <= best:
                break
            points += self.kinds[kind]
            for skill in skills:
                if draft.skills[skill]:
                    points -= board.skill_points[skill]
            if draft.activities[activity]:
                points += board.curves.repeat[draft.activities[activity]]
            if points <= best or (activity, circle.audience) in self.tabu:
                continue
            if day is None or self._may(circle, choice, day):
                best, lead = points, choice
        return best, lead


def _lane_points(draft: Draft, menu: Menu) -> tuple[list[int], list[int]]:
    """What the week so far makes of each lane, and the most of each row."""
    key = (*draft.pathways, *draft.novelties)
    found = menu.lane_memo.get(key)
    if found is None:
        points = _work_out_lanes(draft, menu)
        found = menu.lane_memo[key] = (points, _row_tops(points, menu))
    return found


def _row_tops(points: list[int], menu: Menu) -> list[int]:
    size = row_size(menu)
    return [max(points[first : first + size]) for first in range(0, len(points), size)]


def _work_out_lanes(draft: Draft, menu: Menu) -> list[int]:
    """By lane: what its pathway, its minutes and its being new or a ritual add."""
    curves = draft.board.curves
    novelty = [0, 0, 0]
    novelty[NEW] = curves.new[draft.novelties[NEW]]
    novelty[RITUAL] = curves.ritual[draft.novelties[RITUAL]]
    points = [
        pathway_gain(draft.board, pathway, reached, minutes) + weights.ASK_MINUTE * minutes
        for pathway, reached in enumerate(draft.pathways)
        for minutes in menu.lengths
    ]
    points += [weights.ASK_MINUTE * minutes for minutes in menu.lengths]
    return [p + n for p in points for n in novelty]


def ways_to_keep(draft: Draft, old: Pick) -> Iterator[Pick]:
    """List how a suggestion of the last proposal can stay: exactly, or elsewhere on its day."""
    if draft.allows(old):
        yield old
    board, circle, day = draft.board, old.circle, old.day
    activity = board.activities[old.activity]
    if draft.closed(old.activity, circle.audience) >> day & 1 or day not in circle.party.days:
        return
    for minutes in board.lengths[old.activity]:
        if draft.room(day, minutes):
            taken = draft.taken(circle, minutes, day)
            spot = open_spot(
                board, circle, board.settings[old.activity], activity.effort, minutes, day, taken
            )
            if spot is not None:
                yield Pick(old.activity, circle, minutes, day, spot[2], spot[1])
