"""What could be suggested to each circle, sorted so that the best is found after a few looks.

Activities that differ in nothing the week's state can change (settings, effort, lengths, pathway,
plain/new/ritual) share a *course*; a course with a length is a *dish*, and dishes with the same
pathway, length and novelty stand in one *lane*, because what the week so far makes of them is the
same for all. Lanes, dishes and courses are sorted by the most they could bring; all that a circle
could do stands on its *card*.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from planner.fill.board import IMPOSSIBLE, Board, Circle, Spots, trait
from planner.fill.times import spots


class Choice(NamedTuple):
    """An activity in its course: the most it can bring by itself, and what may lower it."""

    points: int
    activity: int
    kind: int
    skills: tuple[int, ...]
    closed: int


class Dish(NamedTuple):
    """A course at one length for one circle: the most it can bring, its time aside.

    ``place`` is where its starts stand on the card.
    """

    points: int
    course: int
    place: int
    minutes: int
    spots: Spots
    settings: tuple[str, ...]
    effort: int


class Lane(NamedTuple):
    """Dishes that the week so far changes in the same way, and the most they can bring."""

    number: int
    points: int
    minutes: int
    dishes: tuple[Dish, ...]


class Row(NamedTuple):
    """The lanes of one pathway (by its number, the last row has none), and the most of them."""

    number: int
    points: int
    lanes: tuple[Lane, ...]


class Reach(NamedTuple):
    """The most that day and start could add: by place on the card, by minutes, and at all."""

    by_place: list[int]
    by_minutes: dict[int, int]
    most: int


@dataclass(slots=True, kw_only=True, eq=False)
class Card:
    """What is on offer to one circle.

    ``places`` are the starts its dishes share, ``sections`` the (minutes, first, last) places of
    one length, ``ceilings`` the most any dish could bring on each day, the week so far aside.
    """

    rows: tuple[Row, ...]
    places: tuple[Spots, ...]
    sections: tuple[tuple[int, int, int], ...]
    ceilings: tuple[int, ...]
    reaches: dict[tuple[tuple[int, int], ...], Reach] = field(default_factory=dict)
    by_day: dict[tuple[int, int], list[int]] = field(default_factory=dict)


# lane, course, minutes, settings, effort
Outline = tuple[int, int, int, tuple[str, ...], int]


@dataclass(slots=True, kw_only=True, eq=False)
class Menu:
    """All courses by audience, and a card for each circle, by its number."""

    board: Board
    # length -> its number
    lengths: dict[int, int]
    courses: dict[int, list[tuple[Choice, ...]]] = field(default_factory=dict)
    cards: list[Card] = field(default_factory=list)
    # what is reached of each pathway, and how much is plain, new and ritual -> points by lane, by row
    lane_memo: dict[tuple[int, ...], tuple[list[int], list[int]]] = field(default_factory=dict)
    # how many courses were looked into so far: the work that grows with the number of activities
    looked: int = 0


def lane_number(menu: Menu, pathway: int, minutes: int, novelty: int) -> int:
    """Number a lane; pathway is -1 for activities of no pathway that is wished for."""
    row = pathway if pathway >= 0 else len(menu.board.pathways)
    return row * row_size(menu) + menu.lengths[minutes] * 3 + novelty


def row_size(menu: Menu) -> int:
    """Count the lanes of a row: each length, each plain, new or ritual."""
    return len(menu.lengths) * 3


def make_menu(board: Board) -> Menu:
    """Sort the activities of every audience into courses, and write every circle's card."""
    lengths = sorted({minutes for each in board.lengths for minutes in each})
    menu = Menu(board=board, lengths={minutes: n for n, minutes in enumerate(lengths)})
    outlines = {
        audience: _sort_into_courses(menu, audience)
        for audience in sorted({circle.audience for circle in board.circles})
    }
    menu.cards = [_card(menu, circle, outlines[circle.audience]) for circle in board.circles]
    return menu


def _sort_into_courses(menu: Menu, audience: int) -> list[Outline]:
    board = menu.board
    alike: dict[tuple[tuple[str, ...], int, tuple[int, ...], int, int], list[Choice]] = {}
    for number in board.menu[audience]:
        activity = board.activities[number]
        points, novelty, closed = trait(board, number, audience)
        skills = board.skills_of[number]
        points += sum([board.skill_points[skill] for skill in skills])
        lengths = board.lengths[number]
        key = (board.settings[number], activity.effort, lengths, board.pathway_of[number], novelty)
        choice = Choice(points, number, board.kind_of[number], skills, closed)
        alike.setdefault(key, []).append(choice)
    courses: list[tuple[Choice, ...]] = []
    outlines: list[Outline] = []
    for (settings, effort, lengths, pathway, novelty), choices in alike.items():
        for minutes in lengths:
            lane = lane_number(menu, pathway, minutes, novelty)
            outlines.append((lane, len(courses), minutes, settings, effort))
        courses.append(tuple(sorted(choices, key=lambda c: (-c.points, c.activity))))
    menu.courses[audience] = courses
    return sorted(outlines, key=lambda outline: (outline[2], outline[:2]))


def _card(menu: Menu, circle: Circle, outlines: list[Outline]) -> Card:
    """Write a circle's card; the outlines are sorted by minutes."""
    courses = menu.courses[circle.audience]
    lanes: dict[int, list[Dish]] = {}
    places: dict[tuple[tuple[str, ...], int, int], Spots] = {}
    numbers: dict[tuple[tuple[str, ...], int, int], int] = {}
    for lane, course, minutes, settings, effort in outlines:
        key = (settings, effort, minutes)
        when = spots(menu.board, circle, settings, effort, minutes)
        if when is not None:
            places[key] = when
            place = numbers.setdefault(key, len(numbers))
            points = courses[course][0].points
            dish = Dish(points, course, place, minutes, when, settings, effort)
            lanes.setdefault(lane, []).append(dish)
    out = []
    for number, dishes in lanes.items():
        dishes.sort(key=lambda dish: (-dish.points, dish.course))
        out.append(Lane(number, dishes[0].points, dishes[0].minutes, tuple(dishes)))
    out.sort(key=lambda lane: (-lane.points, lane.number))
    return Card(
        rows=_rows(menu, out),
        places=tuple(places.values()),
        sections=_sections([minutes for _, _, minutes in places]),
        ceilings=_ceilings(out),
    )


def _rows(menu: Menu, lanes: list[Lane]) -> tuple[Row, ...]:
    """Gather sorted lanes by pathway, the most promising row first."""
    rows: dict[int, list[Lane]] = {}
    for lane in lanes:
        rows.setdefault(lane.number // row_size(menu), []).append(lane)
    return tuple(Row(number, row[0].points, tuple(row)) for number, row in rows.items())


def _sections(minutes: list[int]) -> tuple[tuple[int, int, int], ...]:
    """Find where each length begins and ends in a sorted list."""
    first = {m: n for n, m in reversed(list(enumerate(minutes)))}
    return tuple((m, first[m], first[m] + minutes.count(m)) for m in sorted(first))


def _ceilings(lanes: list[Lane]) -> tuple[int, ...]:
    most = [IMPOSSIBLE] * 7
    for lane in lanes:
        for dish in lane.dishes:
            for day, spot in enumerate(dish.spots.by_day):
                if spot is not None and dish.points + spot[0] > most[day]:
                    most[day] = dish.points + spot[0]
    return tuple(most)


def reach_of(card: Card, days: tuple[tuple[int, int], ...]) -> Reach:
    """What day and start could add at most, given what each open day costs the circle."""
    found = card.reaches.get(days)
    if found is None:
        nowhere = [IMPOSSIBLE] * len(card.places)
        by_place = list(map(max, nowhere, *(_on_day(card, points, day) for points, day in days)))
        by_minutes = {minutes: max(by_place[first:last]) for minutes, first, last in card.sections}
        found = card.reaches[days] = Reach(by_place, by_minutes, max(by_minutes.values()))
    return found


def _on_day(card: Card, points: int, day: int) -> list[int]:
    """What each place brings on a day that costs so much."""
    found = card.by_day.get((points, day))
    if found is None:
        found = card.by_day[points, day] = [
            IMPOSSIBLE if (spot := when.by_day[day]) is None else points + spot[0]
            for when in card.places
        ]
    return found
