"""Looking back on paper: the sentences, the minutes of each week and the counts, as on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from activities.model import PATHWAYS
from planner import look_back
from planner.findings import findings
from planner.look_back import WeekMinutes
from planner.model import Household, PersonId
from ui.lettering import draw_words, height_of, width_of, words
from ui.paper import Draw, draw_line, ink
from ui.print_look import Look, draw_pattern, ground_colour
from ui.print_parts import (
    LINE,
    QUIET,
    Heading,
    below_heading,
    draw_heading,
    fitted,
    inner,
    numbered,
    of_many,
    on_base,
)
from ui.text import look_back as text

SENTENCE, CAPTION, ROW = 12.0, 12.0, 10.5
"""Points."""
MOST_ROWS = 5
CHART, GAP, BAR = 46.0, 6.0, 2.6
"""Mm: the height of the chart, between parts, and the thickness of a bar."""

Rows = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """What a page says: its span in words, sentences, minutes of the weeks, and tables of counts."""

    span: str
    sentences: tuple[str, ...]
    weeks: tuple[WeekMinutes, ...]
    tables: tuple[tuple[str, Rows], ...]


class Part(NamedTuple):
    """Something as high as `height` mm that draws itself into a box."""

    height: float
    draw: Callable[[QPainter, QRectF], None]


def looked_back(
    household: Household, weeks: int | None, today: date, me: PersonId | None
) -> LookedBack:
    """What the screen says of the last `weeks` weeks, for paper; None for all of them."""
    first = look_back.first_day(household, today, weeks)
    times = look_back.times_together(household, first, today, me)
    tables = [(text.ALONE, text.pairs_shown(look_back.one_to_one(times, household), household))]
    tables += [
        (text.feelings_title(child), look_back.feelings(times, child.id).words)
        for child in household.children
    ]
    tables.append((text.HELPED, text.helped_shown(look_back.what_helped(times))))
    tables.append((text.MOMENTS, text.moments_shown(look_back.close_moments(times))))
    found = findings(household, first, today, me)
    return LookedBack(
        span=text.last_weeks(weeks),
        sentences=tuple(text.sentence(f, household, today) for f in found) or (text.LITTLE,),
        weeks=look_back.minutes_by_week(times, first, today),
        tables=tuple((name, rows[:MOST_ROWS]) for name, rows in tables if any(c for _, c in rows)),
    )


def look_back_pages(page: QRectF, looked: LookedBack, look: Look) -> tuple[Draw, ...]:
    """The sentences first, then the chart and the counts, on as many pages as they need."""
    heading = Heading(title=text.TITLE, subtitle=looked.span)
    area, lower = below_heading(inner(page), heading, look)
    parts = [_sentence(words_, area.width(), look) for words_ in looked.sentences]
    if any(week.minutes for week in looked.weeks):
        parts.append(Part(CHART + GAP, lambda p, box: _draw_weeks(p, box, looked.weeks, look)))
    tables = [looked.tables[n : n + 2] for n in range(0, len(looked.tables), 2)]
    parts += [_pair(pair, look) for pair in tables]
    pages = _by_pages(parts, area.height() if _fits(parts, area) else lower.height())

    def page_of(number: int, held: list[Part]) -> Draw:
        shown = of_many(heading, number + 1, len(pages))

        def draw(painter: QPainter, page: QRectF) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_heading(painter, inner(page), shown, look)
            y = (area if len(pages) == 1 else lower).top()
            for part in held:
                part.draw(painter, QRectF(area.left(), y, area.width(), part.height))
                y += part.height

        return draw

    return numbered([page_of(number, held) for number, held in enumerate(pages)], look)


def _fits(parts: list[Part], area: QRectF) -> bool:
    return sum(part.height for part in parts) <= area.height()


def _by_pages(parts: list[Part], room: float) -> list[list[Part]]:
    pages: list[list[Part]] = [[]]
    used = 0.0
    for part in parts:
        if used + part.height > room and pages[-1]:
            pages.append([])
            used = 0.0
        pages[-1].append(part)
        used += part.height
    return pages


def _sentence(said: str, width: float, look: Look) -> Part:
    points, shaped = look.points(SENTENCE), words(said)
    height = height_of(shaped, points=points, width=width)

    def draw(painter: QPainter, box: QRectF) -> None:
        draw_words(painter, shaped, box.topLeft(), points=points, width=box.width(), ink=ink(1))

    return Part(height + 1.8, draw)


def _draw_weeks(painter: QPainter, box: QRectF, weeks: tuple[WeekMinutes, ...], look: Look) -> None:
    """A bar for each week with the three patterns from the base line up, and the highest number."""
    points = look.points(ROW)
    caption = fitted(f"{text.TIME}: {text.TIME_HINT}", points=points, width=box.width(), bold=True)
    draw_words(
        painter,
        caption,
        QPointF(box.left(), box.top() + GAP / 2),
        points=points,
        width=box.width(),
        ink=ink(1),
    )
    plot = box.adjusted(0, GAP / 2 + points * 0.6, 0, -GAP)
    highest = max(sum(week.minutes.values()) for week in weeks)
    step = plot.width() / len(weeks)
    for n, week in enumerate(weeks):
        bottom = plot.bottom()
        for pathway in PATHWAYS:
            height = plot.height() * week.minutes.get(pathway, 0) / highest
            if height:
                bar = QRectF(plot.left() + (n + 0.16) * step, bottom - height, step * 0.68, height)
                _fill(painter, bar, pathway, look)
                bottom -= height
    draw_line(painter, plot.bottomLeft(), plot.bottomRight(), width=0.25, strength=LINE)
    last = fitted(text.THIS_WEEK, points=points, width=box.width())
    x = plot.right() - width_of(last, points=points)
    on_base(painter, last, x, plot.bottom() + GAP * 0.8, points, QUIET)
    most = fitted(text.highest(highest), points=points, width=box.width())
    on_base(painter, most, plot.left(), plot.bottom() + GAP * 0.8, points, QUIET)


def _fill(painter: QPainter, bar: QRectF, pathway: str, look: Look) -> None:
    ground = ground_colour(look, pathway)
    if ground is not None:
        painter.fillRect(bar, ground)
    draw_pattern(painter, bar, pathway, look)
    for one, other in (
        (bar.topLeft(), bar.topRight()),
        (bar.topLeft(), bar.bottomLeft()),
        (bar.topRight(), bar.bottomRight()),
    ):
        draw_line(painter, one, other, width=0.2, strength=LINE)


def _pair(tables: tuple[tuple[str, Rows], ...], look: Look) -> Part:
    """Two tables beside each other."""
    step = look.points(ROW) * 0.3528 * 1.55
    height = GAP + step * (1.2 + max(len(rows) for _, rows in tables))

    def draw(painter: QPainter, box: QRectF) -> None:
        width = (box.width() - GAP) / 2
        for n, (name, rows) in enumerate(tables):
            left = box.left() + n * (width + GAP)
            room = QRectF(left, box.top() + GAP / 2, width, height)
            _draw_table(painter, room, name, rows, look)

    return Part(height, draw)


def _draw_table(painter: QPainter, box: QRectF, name: str, rows: Rows, look: Look) -> None:
    points = look.points(ROW)
    step = points * 0.3528 * 1.55
    title = fitted(name, points=points, width=box.width(), bold=True)
    on_base(painter, title, box.left(), box.top() + step * 0.75, points)
    most = max(count for _, count in rows)
    names = box.width() * 0.45
    for n, (said, count) in enumerate(rows):
        base = box.top() + step * (n + 1.95)
        on_base(painter, fitted(said, points=points, width=names - 2), box.left(), base, points)
        number = words(str(count))
        room = box.width() - names - 10
        bar = QRectF(box.left() + names, base - BAR, room * count / most, BAR)
        painter.fillRect(bar, ink(0.55))
        x = box.right() - width_of(number, points=points)
        on_base(painter, number, x, base, points, QUIET)
