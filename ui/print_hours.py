"""The week by the clock: hours down, days across, busy times hatched, only the hours that are used.

What takes the whole day stands in a band above the hours.

An hour is as high as what happens in it needs: where much happens in little time the scale is stretched,
so that a card never hides another and never loses a word. The lines say which hour it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise, product

from PySide6.QtCore import QLocale, QPointF, QRectF

from planner.layout import Place, places
from planner.sheet import SheetDay, WeekSheet
from ui.lettering import width_of, words
from ui.print_entry import (
    Family,
    Line,
    Placed,
    Setting,
    breaks_a_word,
    entry_height,
    place_entry,
    shape_room,
    shaped_line,
)
from ui.print_fit import UNBROKEN_FROM
from ui.print_people import by_name
from ui.text import printing as text

ACCURACY = 0.1
LARGEST = 13.0
LEAST_HOUR = 3.2
"""Mm that an hour is high at least."""
LEAST_CARD = 15
"""Minutes that a card covers at least."""
HEAD = 7.0
"""Mm above the hours for the names of the days."""
EDGE, STRIP, CARD_GAP = 0.7, 1.9, 0.8
"""Mm from a card's edge to its text, the width of its pattern, the room between cards."""
ALONE = Place(left=0.0, width=1.0)
SHARES = (7, 4, 3, 2, 1)
SHORTEST_TITLE = 12
NARROWEST, BREAKING_FROM = 2, 3
"""Ems that a column is wide at least, and one in which words may be broken that another size would not break."""
USUAL_HOURS = (15 * 60, 20 * 60)
"""What is shown of a week without anything in it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Card:
    """An entry on the page: its box (mm) and what is in it."""

    box: QRectF
    placed: Placed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HoursPlan:
    """One page: its days, the size of its text and of the hours' names, its columns (mm), cards, hatched boxes.

    `hours` is the y of each full hour; the columns begin above the first where a band of whole days is.
    """

    days: tuple[SheetDay, ...]
    points: float
    scale: float
    columns: tuple[QRectF, ...]
    hours: tuple[tuple[int, float], ...]
    cards: tuple[Card, ...]
    busy: tuple[QRectF, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Column:
    """A day shaped for measuring: what takes all of it; lines, their times and their places side by side."""

    day: SheetDay
    whole: tuple[Line, ...]
    lines: tuple[Line, ...]
    spans: tuple[tuple[int, int], ...]
    places: tuple[Place, ...]


def hour_plans(
    area: QRectF, lower: QRectF, sheet: WeekSheet, locale: QLocale, *, floor: float
) -> tuple[HoursPlan, ...]:
    """The pages it takes: one that fills `area`, or several that fill `lower` with fewer days each."""
    family = by_name(sheet.family)
    for share, breaking in product(SHARES, (False, True)):
        parts = [sheet.days[n : n + share] for n in range(0, len(sheet.days), share)]
        room = area if len(parts) == 1 else lower
        plans = [_plan(room, part, locale, floor, family, breaking=breaking) for part in parts]
        if all(plans):
            return tuple(plan for plan in plans if plan)
    return tuple(plan for day in sheet.days for plan in _one_day(lower, day, locale, floor, family))


def _one_day(
    area: QRectF, day: SheetDay, locale: QLocale, floor: float, family: Family
) -> tuple[HoursPlan, ...]:
    plan = _plan(area, (day,), locale, floor, family)
    if plan:
        return (plan,)
    if len(day.lines) == 1:
        last = _plan(area, (day,), locale, floor, family, title_lines=SHORTEST_TITLE)
        return (last,) if last else ()
    middle = len(day.lines) // 2
    halves = (day.lines[:middle], day.lines[middle:])
    return tuple(
        plan
        for lines in halves
        for plan in _one_day(area, replace(day, lines=lines), locale, floor, family)
    )


def _plan(
    area: QRectF,
    days: tuple[SheetDay, ...],
    locale: QLocale,
    floor: float,
    family: Family,
    title_lines: int = 0,
    *,
    breaking: bool = False,
) -> HoursPlan | None:
    """The page at the largest size that fits; None if that is below the floor.

    With `breaking` a long word may go on in the next line where its column is not very narrow.
    """
    columns = [_column(day, locale, family) for day in days]
    marks = _marks(columns)
    room = area.adjusted(_scale_width(floor, locale), HEAD, 0, 0)
    width = room.width() / len(columns)

    def heights(points: float) -> list[float] | None:
        setting = _setting(ALONE, width, points, title_lines)
        if not all(_readable(line, setting, breaking) for c in columns for line in c.whole):
            return None
        below = room.height() - _band(columns, setting)
        return _heights(columns, marks, points, width, below, title_lines, breaking=breaking)

    points, found = _largest(heights, floor, max(LARGEST, floor + 4))
    if found is None:
        return None
    drawn = _drawn(columns, marks, found, room, points, title_lines)
    return replace(drawn, scale=floor)


def _largest(
    heights: Callable[[float], list[float] | None], low: float, high: float
) -> tuple[float, list[float] | None]:
    """The largest size between these for which there are heights, and they; None if there are none."""
    found = heights(low)
    while found is not None and high - low > ACCURACY:
        middle = (low + high) / 2
        tried = heights(middle)
        if tried is None:
            high = middle
        else:
            low, found = middle, tried
    return low, found


def _scale_width(points: float, locale: QLocale) -> float:
    """Mm for the names of the hours."""
    names = (words(text.time(hour, locale)) for hour in (0, 600, 720, 1320))
    return max(width_of(name, points=points) for name in names) + 2


def _column(day: SheetDay, locale: QLocale, family: Family) -> _Column:
    timed = [line for line in day.lines if not line.all_day]
    spans = tuple((line.start, line.start + max(line.minutes, LEAST_CARD)) for line in timed)
    return _Column(
        day=day,
        whole=tuple(shaped_line(line, locale, family) for line in day.lines if line.all_day),
        lines=tuple(shaped_line(line, locale, family) for line in timed),
        spans=spans,
        places=places(spans),
    )


def _marks(columns: list[_Column]) -> list[int]:
    """Every minute at which something begins or ends, and every full hour between."""
    edges = {
        edge for column in columns for span in (*column.spans, *column.day.busy) for edge in span
    } or set(USUAL_HOURS)
    first, last = min(edges) // 60 * 60, -(-max(edges) // 60) * 60
    return sorted(edges | set(range(first, last + 1, 60)))


def _heights(
    columns: list[_Column],
    marks: list[int],
    points: float,
    width: float,
    room: float,
    title_lines: int,
    *,
    breaking: bool,
) -> list[float] | None:
    """Mm of each stretch between two marks, stretched where a card needs it; None if that is too much."""
    stretches = [(b - a) / 60 * LEAST_HOUR for a, b in pairwise(marks)]
    index = {mark: n for n, mark in enumerate(marks)}
    for column in columns:
        order = sorted(range(len(column.lines)), key=lambda n: column.spans[n][::-1])
        for n in order:
            setting = _setting(column.places[n], width, points, title_lines)
            line = column.lines[n]
            if not _readable(line, setting, breaking):
                return None
            need = _card_height(line, setting)
            first, last = (index[mark] for mark in column.spans[n])
            lack = need - sum(stretches[first:last])
            if lack > 0:
                minutes = marks[last] - marks[first]
                for k in range(first, last):
                    stretches[k] += lack * (marks[k + 1] - marks[k]) / minutes
    spare = room - sum(stretches)
    if spare < 0 and not title_lines:
        return None
    minutes = marks[-1] - marks[0]
    return [
        height + max(spare, 0) * (b - a) / minutes
        for height, (a, b) in zip(stretches, pairwise(marks), strict=True)
    ]


def _readable(line: Line, setting: Setting, breaking: bool) -> bool:  # noqa: FBT001
    """Whether there is room for the line's words; where titles are shortened there always is."""
    if setting.title_lines:
        return True
    small = replace(setting, points=min(setting.points, UNBROKEN_FROM))
    if breaking:
        return setting.width >= BREAKING_FROM * setting.em
    return setting.width >= NARROWEST * setting.em and not breaks_a_word(line, setting, small=small)


def _band(columns: list[_Column], setting: Setting) -> float:
    """Mm above the hours for what takes the whole day, as the fullest day needs them."""
    return max(sum(_card_height(line, setting) for line in c.whole) for c in columns)


def _card_height(line: Line, setting: Setting) -> float:
    return entry_height(line, setting) + 2 * EDGE + CARD_GAP


def _setting(place: Place, width: float, points: float, title_lines: int) -> Setting:
    room = place.width * width - CARD_GAP - STRIP - 2 * EDGE - shape_room(points)
    return Setting(points=points, width=max(room, 1.0), beside=True, title_lines=title_lines)


def _drawn(
    columns: list[_Column],
    marks: list[int],
    stretches: list[float],
    room: QRectF,
    points: float,
    title_lines: int,
) -> HoursPlan:
    width = room.width() / len(columns)
    alone = _setting(ALONE, width, points, title_lines)
    band = _band(columns, alone)
    at = {mark: room.top() + band + sum(stretches[:n]) for n, mark in enumerate(marks)}
    cards, busy, boxes = [], [], []
    for number, column in enumerate(columns):
        left = room.left() + number * width
        boxes.append(QRectF(left, room.top(), width, band + sum(stretches)))
        busy += [
            QRectF(QPointF(left, at[start]), QPointF(left + width, at[end]))
            for start, end in column.day.busy
        ]
        top = room.top()
        for line in column.whole:
            tall = _card_height(line, alone)
            cards.append(_card(line, QRectF(left, top, width, tall), alone))
            top += tall
        for line, (start, end), place in zip(
            column.lines, column.spans, column.places, strict=True
        ):
            span = at[end] - at[start]
            box = QRectF(left + place.left * width, at[start], place.width * width, span)
            cards.append(_card(line, box, _setting(place, width, points, title_lines)))
    return HoursPlan(
        days=tuple(column.day for column in columns),
        points=points,
        scale=points,
        columns=tuple(boxes),
        hours=tuple((mark, at[mark]) for mark in marks if mark % 60 == 0),
        cards=tuple(cards),
        busy=tuple(busy),
    )


def _card(line: Line, room: QRectF, setting: Setting) -> Card:
    box = room.adjusted(CARD_GAP / 2, 0, -CARD_GAP / 2, -CARD_GAP)
    corner = box.topLeft() + QPointF(STRIP + EDGE, EDGE)
    return Card(box=box, placed=place_entry(line, corner, setting))
