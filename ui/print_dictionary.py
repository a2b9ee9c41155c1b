"""A child's own words for a sitter, a grandparent or another home: two columns, and room for more."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.dictionary import Sign
from ui.lettering import draw_words, height_of, words
from ui.paper import Draw, draw_line, ink
from ui.print_look import Look
from ui.print_parts import (
    FAINT,
    LINE,
    WRITING_LINE,
    Heading,
    below_heading,
    draw_heading,
    inner,
    numbered,
    of_many,
)
from ui.text import dictionary as text

POINTS = 13.0
GAP, PAD = 6.0, 2.5
"""Mm between the two columns, and above and below the words of a row."""

Rows = tuple[tuple[Sign, float], ...]
"""Lines, each with its height in mm."""


def dictionary_pages(
    page: QRectF, title: str, head: str, signs: tuple[Sign, ...], look: Look
) -> tuple[Draw, ...]:
    """Every sign with its meaning, on as many pages as they need. `head` is the first column's name."""
    heading = Heading(title=title, subtitle=text.PRINTED_NOTE, legend=False)
    area, lower = below_heading(inner(page), heading, look)
    points = look.points(POINTS)
    top = height_of(words(head, bold=True), points=points, width=_width(area)) + PAD
    parts = _by_pages(signs, area, lower.height() - top, look)

    def page_of(part: Rows, number: int) -> Draw:
        shown = of_many(heading, number + 1, len(parts))

        def draw(painter: QPainter, page: QRectF) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_heading(painter, inner(page), shown, look)
            room = area if len(parts) == 1 else lower
            _draw_row(painter, room.topLeft(), _width(room), (head, text.MEANS), points, bold=True)
            y = room.top() + top
            for sign, height in part:
                _line(painter, room, y, LINE)
                at = QPointF(room.left(), y + PAD)
                _draw_row(painter, at, _width(room), (sign.sign, sign.meaning), points)
                y += height
            _line(painter, room, y, LINE)
            while look.writing and y + WRITING_LINE < room.bottom():
                y += WRITING_LINE
                _line(painter, room, y, FAINT)

        return draw

    return numbered([page_of(part, number) for number, part in enumerate(parts)], look)


def _width(area: QRectF) -> float:
    return (area.width() - GAP) / 2


def _by_pages(signs: tuple[Sign, ...], area: QRectF, room: float, look: Look) -> list[Rows]:
    points, width = look.points(POINTS), _width(area)
    pages: list[list[tuple[Sign, float]]] = [[]]
    used = 0.0
    for sign in signs:
        height = 2 * PAD + max(
            height_of(words(part or " "), points=points, width=width)
            for part in (sign.sign, sign.meaning)
        )
        if used + height > room and pages[-1]:
            pages.append([])
            used = 0.0
        pages[-1].append((sign, height))
        used += height
    return [tuple(rows) for rows in pages]


def _draw_row(
    painter: QPainter,
    at: QPointF,
    width: float,
    columns: tuple[str, str],
    points: float,
    *,
    bold: bool = False,
) -> None:
    for number, said in enumerate(columns):
        corner = QPointF(at.x() + number * (width + GAP), at.y())
        shaped = words(said or " ", bold=bold)
        draw_words(painter, shaped, corner, points=points, width=width, ink=ink(1))


def _line(painter: QPainter, room: QRectF, y: float, strength: float) -> None:
    draw_line(
        painter, QPointF(room.left(), y), QPointF(room.right(), y), width=0.25, strength=strength
    )
