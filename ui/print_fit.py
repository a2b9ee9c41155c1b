"""How the fridge week shares out its page: the largest text at which all of it fits.

Everything is measured before anything is drawn. A busy week gives way step by step (`WAYS`): first the
room to write on, then evenly wide days, then the size of the text, then long titles. What it never gives
up is an entry.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF

from planner.sheet import WeekSheet
from ui.lettering import MM_PER_POINT
from ui.print_entry import (
    Line,
    Placed,
    Setting,
    breaks_a_word,
    entry_height,
    place_entry,
    shape_room,
    shaped_line,
)
from ui.print_people import by_name

LARGEST = 15.0
"""Points."""
UNBROKEN_FROM = 8.0
"""Points down to which the text is made smaller rather than a word broken, if that helps the word."""
ACCURACY = 0.05
GAP = 4.0
"""Mm between the boxes of a page."""
ROWS_PULL = 3
"""How much more than a column a row of upright paper follows what is in it: text needs width anyway."""
FOOT_MOST = 1 / 3
"""The most that the writing boxes take of the page."""
Days = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to share out the page, good enough if the small text gets `floor` points.

    `foot` is the height of the writing boxes as a share of what they would like. With a `pull` the
    fullest day gets 1 + `pull` times the width of an empty one. With `breaking` a long word may go on in the
    next line. For `beside` and `title_lines` see `Setting`.
    """

    floor: float
    foot: float
    pull: float = 0
    beside: bool = False
    title_lines: int = 0
    ceiling: float = LARGEST
    breaking: bool = False


WAYS = (
    Way(floor=12, foot=1.35),
    Way(floor=9, foot=1),
    Way(floor=9, foot=1, pull=1.4),
    Way(floor=9, foot=0.75, pull=1.4),
    Way(floor=9, foot=0.75, pull=2, beside=True),
    Way(floor=9, foot=0, pull=2.4, beside=True),
)
"""The ways of usual print, in which nothing is smaller than 9 points."""
LARGE_PRINT = (
    Way(floor=14, foot=1.2, ceiling=20),
    Way(floor=14, foot=1, pull=1.4, ceiling=20),
    Way(floor=14, foot=0, pull=2, beside=True, ceiling=20),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """The whole page: a cell for each day (an eighth to write in on upright paper), entries, foot.

    `points` is the size of time and names; `day_points` that of the days' numbers. `foot` is empty
    where the week needs the page for itself.
    """

    way: Way
    points: float
    day_points: float
    cells: tuple[QRectF, ...]
    entries: tuple[tuple[Placed, ...], ...]
    foot: QRectF


def plan_week(
    area: QRectF, sheet: WeekSheet, locale: QLocale, ways: tuple[Way, ...] = WAYS
) -> Plan:
    """The first of the ways that is good enough, at its largest size. `area` in mm, below the heading.

    Where none is, the last at its floor: what does not fit then runs over.
    """
    found = first_fitting(area, sheet, locale, ways)
    return found or _planned(area, sheet, locale, ways[-1], ways[-1].floor)


def first_fitting(
    area: QRectF, sheet: WeekSheet, locale: QLocale, ways: tuple[Way, ...]
) -> Plan | None:
    """The plan by the first way that is good enough; None if none is."""
    days = _shaped(sheet, locale)
    for way in ways:
        points = _largest(days, _cells(_above(area, sheet, way), days, way.pull), way)
        if points:
            return _planned(area, sheet, locale, way, points)
    return None


def _planned(area: QRectF, sheet: WeekSheet, locale: QLocale, way: Way, points: float) -> Plan:
    days = _shaped(sheet, locale)
    cells = _cells(_above(area, sheet, way), days, way.pull)
    return Plan(
        way=way,
        points=points,
        day_points=_day_points(points),
        cells=cells,
        entries=tuple(
            _place(day, cell, points, way) for day, cell in zip(days, cells, strict=False)
        ),
        foot=_foot(area, sheet, way),
    )


def _shaped(sheet: WeekSheet, locale: QLocale) -> Days:
    family = by_name(sheet.family)
    return tuple(
        tuple(shaped_line(line, locale, family) for line in day.lines) for day in sheet.days
    )


def _above(area: QRectF, sheet: WeekSheet, way: Way) -> QRectF:
    """What the writing boxes leave for the days."""
    used = _foot(area, sheet, way).height() + GAP if way.foot else 0.0
    return area.adjusted(0, 0, 0, -used)


def day_head(points: float) -> float:
    """Height in mm of a day's number and name."""
    return _day_points(points) * MM_PER_POINT * 1.7


def padding(points: float) -> float:
    """Mm between a cell's edge and its text."""
    return min(2.6, max(1.0, points * MM_PER_POINT * 0.7))


def _day_points(points: float) -> float:
    return min(20.0, max(11.0, points * 1.7))


def _foot(area: QRectF, sheet: WeekSheet, way: Way) -> QRectF:
    """The strip at the bottom: higher with more children."""
    wish = (20 + 7.5 * max(len(sheet.children), 2)) * way.foot
    height = min(wish, area.height() * FOOT_MOST)
    return QRectF(area.left(), area.bottom() - height, area.width(), height)


def _cells(area: QRectF, days: Days, pull: float) -> tuple[QRectF, ...]:
    """Seven columns, or two columns of four on upright paper; where not even, by what is in them."""
    loads = [sum(1 + len(line.title.text) / 30 for line in day) for day in days]
    if area.width() > area.height():
        widths = _shares(area.width(), loads, pull)
        return tuple(
            QRectF(area.left() + sum(widths[:n]), area.top(), widths[n], area.height())
            for n in range(len(days))
        )
    rows = [max(loads[n : n + 2]) for n in range(0, len(days), 2)]
    tall = _shares(area.height(), rows, ROWS_PULL * pull)
    half = area.width() / 2
    return tuple(
        QRectF(area.left() + n % 2 * half, area.top() + sum(tall[: n // 2]), half, tall[n // 2])
        for n in range(2 * len(rows))
    )


def _shares(total: float, loads: list[float], pull: float) -> list[float]:
    """`total` cut in pieces; the heaviest gets 1 + `pull` times what an empty one gets."""
    most = max(loads) or 1
    wishes = [1 + pull * load / most for load in loads]
    return [total * wish / sum(wishes) for wish in wishes]


def _largest(days: Days, cells: tuple[QRectF, ...], way: Way) -> float:
    """The largest size at which every day fits its cell; 0 if that is below the floor."""

    def fits(points: float) -> bool:
        return all(
            _day_fits(day, cell, points, way) for day, cell in zip(days, cells, strict=False)
        )

    if not fits(way.floor):
        return 0.0
    return way.ceiling if fits(way.ceiling) else _bisected(fits, way.floor, way.ceiling)


def _bisected(fits: Callable[[float], bool], low: float, high: float) -> float:
    while high - low > ACCURACY:
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _day_fits(day: tuple[Line, ...], cell: QRectF, points: float, way: Way) -> bool:
    setting = _setting(cell, points, way)
    small = _setting(cell, min(points, UNBROKEN_FROM), way)
    if not way.breaking and any(breaks_a_word(line, setting, small=small) for line in day):
        return False
    needed = sum(entry_height(line, setting) for line in day)
    return day_head(points) + padding(points) + needed <= cell.height()


def _place(day: tuple[Line, ...], cell: QRectF, points: float, way: Way) -> tuple[Placed, ...]:
    """The entries of one day, from the top of its cell down."""
    setting = _setting(cell, points, way)
    placed = []
    at = cell.topLeft() + QPointF(padding(points), day_head(points))
    for line in day:
        placed.append(place_entry(line, at, setting))
        at += QPointF(0, entry_height(line, setting))
    return tuple(placed)


def _setting(cell: QRectF, points: float, way: Way) -> Setting:
    width = max(cell.width() - 2 * padding(points) - shape_room(points), 1.0)
    return Setting(points=points, width=width, beside=way.beside, title_lines=way.title_lines)
