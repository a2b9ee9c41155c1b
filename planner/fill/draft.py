"""A week under construction: what is in it, what it counts, and which times are still open.

Adding and removing are quick and undo each other exactly; the rules that depend on the other
suggestions (H7, H8, H9 and a part of H12) are answered here.
"""

from planner.fill import weights
from planner.fill.board import IMPOSSIBLE, UNKNOWN, Board, Circle, Deed, Pick, days_near, trait
from planner.fill.instance import DAY_MINUTES, DAYS
from planner.fill.prepare import on_offer
from planner.fill.steps import ALL_DAY, DAY_STEPS, STEP, moments, steps_of, touches


class Draft:
    """The given entries of a board and the picks so far; lists are by the board's numbers."""

    __slots__ = (
        "activities",
        "board",
        "children",
        "day_count",
        "day_minutes",
        "day_of_length",
        "day_points",
        "entries",
        "kinds",
        "load",
        "near",
        "novelties",
        "pathways",
        "person_day",
        "picks",
        "skills",
        "taken_memo",
        "together",
        "used",
    )

    def __init__(self, board: Board, *, given: bool = True) -> None:
        self.board = board
        people = len(board.people)
        self.picks: list[Pick] = []
        self.entries = 0
        self.pathways = [0] * len(board.pathways)
        self.together = [0] * len(board.counters)
        self.children = [0] * people
        self.load = [0] * people
        self.skills = [0] * len(board.skills)
        self.novelties = [0, 0, 0]
        self.kinds = [0] * len(board.kinds)
        self.activities = [0] * len(board.activities)
        self.day_count = [0] * 7
        self.day_minutes = [0] * 7
        self.day_of_length = ([0] * 7, [0] * 7)  # longer ones, tiny ones
        self.person_day = [[0] * people for _ in DAYS]
        self.near: list[list[tuple[int, int, int, Pick]]] = [[] for _ in DAYS]
        self.taken_memo: list[dict[tuple[int, int], int]] = [{} for _ in DAYS]
        self.used: dict[tuple[int, int], int] = {}
        self.day_points: list[list[int] | None] = [None] * 7
        for deed in board.given if given else ():
            self.count(deed, 1)

    def count(self, deed: Deed, sign: int) -> None:
        """Count an entry in (sign 1) or out (sign -1)."""
        activity, pathway, _, who, minutes, day, counters, children, audience = deed
        board = self.board
        self.entries += sign
        self.day_count[day] += sign
        self.day_minutes[day] += sign * minutes
        self.day_points[day] = None
        here, load = self.person_day[day], self.load
        for person in who:
            here[person] += sign
            load[person] += sign * minutes
        if pathway >= 0:
            self.pathways[pathway] += sign * (minutes if board.in_minutes else 1)
        for counter in counters:
            self.together[counter] += sign
        for child in children:
            self.children[child] += sign
        if activity == UNKNOWN:
            return
        self.day_of_length[minutes <= board.instance.goals.tiny][day] += sign
        for skill in board.skills_of[activity]:
            self.skills[skill] += sign
        self.novelties[trait(board, activity, audience).novelty] += sign
        self.kinds[board.kind_of[activity]] += sign
        self.activities[activity] += sign

    def add(self, pick: Pick) -> None:
        """Put a suggestion in; whether it is allowed is for the caller to ask first."""
        self.count(deed_of_pick(self.board, pick), 1)
        self.picks.append(pick)
        for day, zone in self._zones(pick):
            self.near[day].append(zone)
            self.taken_memo[day].clear()
        key = (pick.activity, pick.circle.audience)
        self.used[key] = self.used.get(key, 0) | 1 << pick.day

    def remove(self, pick: Pick) -> None:
        self.count(deed_of_pick(self.board, pick), -1)
        self.picks.remove(pick)
        for day, zone in self._zones(pick):
            self.near[day].remove(zone)
            self.taken_memo[day].clear()
        self.used[pick.activity, pick.circle.audience] &= ~(1 << pick.day)

    def _zones(self, pick: Pick) -> list[tuple[int, tuple[int, int, int, Pick]]]:
        """The days a pick and the gap around it reach into, with its place as seen from there."""
        gap = self.board.instance.goals.gap
        start = pick.step * STEP
        first, last = start - gap, start + pick.minutes + gap
        days = [pick.day]
        longest = self.board.longest
        if first < longest:
            days += range(max(0, pick.day + (first - longest) // DAY_MINUTES), pick.day)
        if last > DAY_MINUTES:
            days += range(pick.day + 1, min(7, pick.day + 1 + (last - 1) // DAY_MINUTES))
        out = []
        for day in days:
            shift = (pick.day - day) * DAY_MINUTES
            out.append((day, (pick.circle.people, first + shift, last + shift, pick)))
        return out

    def taken(self, circle: Circle, minutes: int, day: int) -> int:
        """The steps of a day at which these people cannot start because of the other picks."""
        key = (circle.number, minutes)
        steps = self.taken_memo[day].get(key)
        if steps is None:
            steps = self.taken_memo[day][key] = self._taken(circle, minutes, day)
        return steps

    def _taken(self, circle: Circle, minutes: int, day: int) -> int:
        steps = 0
        for people, first, last, _ in self.near[day]:
            if people & circle.people:
                low = (first - minutes) // STEP + 1
                high = -(-last // STEP)
                if high > 0:
                    steps |= (1 << high) - (1 << low if low > 0 else 1)
        if circle.watched:
            alone = self.unwatched(circle, day)
            if alone:
                steps |= touches(alone, steps_of(minutes))
        return steps

    def unwatched(self, circle: Circle, day: int) -> int:
        """The steps of a day in which some child would have nobody to watch it (H12)."""
        alone = 0
        table = self.board.timetable
        for child in circle.watched:
            care = table.care[child] >> day * DAY_STEPS & ALL_DAY
            if care:
                someone = 0
                for caregiver in self.board.caregivers:
                    if caregiver not in circle.party.who:
                        when = table.watch[caregiver, child] >> day * DAY_STEPS & ALL_DAY
                        someone |= when & ~self._busy(caregiver, child, day)
                alone |= care & ~someone
        return alone

    def _busy(self, caregiver: str, child: str, day: int) -> int:
        """The steps of a day in which a caregiver does something without that child."""
        return moments(
            (pick.step * STEP, pick.step * STEP + pick.minutes)
            for _, _, _, pick in self.near[day]
            if pick.day == day
            and caregiver in pick.circle.party.who
            and child not in pick.circle.party.who
        )

    def closed(self, activity: int, audience: int) -> int:
        """The days (bits) on which cool-down forbids an activity."""
        days = trait(self.board, activity, audience).closed
        used = self.used.get((activity, audience), 0)
        if used:
            for day in DAYS:
                if used >> day & 1:
                    days |= days_near(day, self.board.cooldowns[activity])
        return days

    def room(self, day: int, minutes: int) -> bool:
        """Say whether one more of that length fits the family's maxima (H9)."""
        goals = self.board.instance.goals
        return (
            self.entries < goals.week_max
            and self.day_count[day] < goals.day_max_count
            and self.has_room_for(day, minutes)
        )

    def has_room_for(self, day: int, minutes: int) -> bool:
        """Say whether a day that may have one more may have one of that length."""
        goals = self.board.instance.goals
        return self.day_minutes[day] + minutes <= goals.day_max_minutes and self.day_of_length[
            minutes <= goals.tiny
        ][day] < goals.day_max_of(minutes)

    def allows(self, pick: Pick) -> bool:
        """Say whether adding a pick keeps every hard rule."""
        activity, circle, minutes, day, step, setting = pick
        board = self.board
        if not on_offer(board, activity, circle) or not self.room(day, minutes):
            return False
        if minutes not in board.lengths[activity]:
            return False
        if setting not in board.activities[activity].settings:
            return False
        if self.closed(activity, circle.audience) >> day & 1:
            return False
        starts = board.timetable.starts_of_day(circle.party, setting, minutes)
        free = starts[day] >> step & 1
        return bool(free) and not self.taken(circle, minutes, day) >> step & 1

    def points_of_day(self, day: int) -> list[int]:
        """For each circle: what one more entry on that day costs, or IMPOSSIBLE."""
        points = self.day_points[day]
        if points is None:
            key = (day, self.day_count[day], *self.person_day[day])
            points = self.board.day_memo.get(key)
            if points is None:
                points = self.board.day_memo[key] = self._points_of_day(day)
            self.day_points[day] = points
        return points

    def _points_of_day(self, day: int) -> list[int]:
        board, here = self.board, self.person_day[day]
        curve = board.curves.person_day
        first = board.curves.day[self.day_count[day]]
        out = []
        for circle in board.circles:
            party = circle.party
            if day in party.days:
                missing = weights.MISSING_CAREGIVER * party.missing[day]
                again = board.reluctance.moments.get((party.who, day), 0)
                out.append(first + missing - again + sum([curve[here[p]] for p in circle.who]))
            else:
                out.append(IMPOSSIBLE)
        return out


def deed_of_pick(board: Board, pick: Pick) -> Deed:
    circle, pathway = pick.circle, board.pathway_of[pick.activity]
    return Deed(
        pick.activity,
        pathway,
        circle.party.form,
        circle.who,
        pick.minutes,
        pick.day,
        circle.counters,
        circle.children,
        circle.audience,
    )
