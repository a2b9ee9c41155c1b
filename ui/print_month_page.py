"""A child's month on a sheet folded once: four small pages with large words and room for pictures."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.month_pages import MonthLine, MonthPage
from ui.lettering import draw_words, height_of, words
from ui.paper import Draw, ink
from ui.print_look import Look
from ui.print_parts import FAINT, QUIET, RADIUS, WRITING_LINE, draw_lines, inner
from ui.text import month_page as text

TITLE, HEADING, WORDS, LEAST = 30.0, 13.0, 20.0, 12.0
"""Points; the words get smaller, down to the least, where a page is full of them."""
GUTTER = 16.0
"""Mm around the fold."""
PICTURE = 28.0
"""Mm that a picture needs at least; below that there is room for none."""


def folded_pages(made: MonthPage, title: str, look: Look, *, pictures: bool) -> tuple[Draw, ...]:
    """Both sides of the sheet, to be turned over on its short edge and folded in the middle.

    Outside the title and the page that is left free, inside the lines.
    """
    half = -(-len(made.lines) // 2)

    def outside(painter: QPainter, page: QRectF) -> None:
        left, right = _halves(page)
        _draw_title(painter, right, title)
        _draw_free(painter, left, look)
        _draw_fold(painter, page)

    def inside(painter: QPainter, page: QRectF) -> None:
        for box, lines in zip(_halves(page), (made.lines[:half], made.lines[half:]), strict=True):
            _draw_lines(painter, box, lines, look, pictures=pictures)

    return (outside, inside)


def _halves(page: QRectF) -> tuple[QRectF, QRectF]:
    area = inner(page)
    width = (area.width() - GUTTER) / 2
    left = QRectF(area.left(), area.top(), width, area.height())
    return left, left.translated(width + GUTTER, 0)


def _draw_fold(painter: QPainter, page: QRectF) -> None:
    """Two short marks that say where to fold."""
    painter.setPen(QPen(ink(FAINT), 0.2))
    middle = page.center().x()
    area = inner(page)
    for y in (area.top(), area.bottom() - 3):
        painter.drawLine(QPointF(middle, y), QPointF(middle, y + 3))


def _draw_title(painter: QPainter, box: QRectF, title: str) -> None:
    shaped = words(title, bold=True)
    height = height_of(shaped, points=TITLE, width=box.width())
    at = QPointF(box.left(), box.center().y() - height)
    draw_words(
        painter,
        shaped,
        at,
        points=TITLE,
        width=box.width(),
        align=Qt.AlignmentFlag.AlignHCenter,
        ink=ink(1),
    )


def _draw_free(painter: QPainter, box: QRectF, look: Look) -> None:
    points = look.points(HEADING)
    shaped = words(text.FOR_YOU)
    draw_words(painter, shaped, box.topLeft(), points=points, width=box.width(), ink=ink(QUIET))
    if look.writing:
        draw_lines(painter, box.adjusted(0, box.height() / 2, 0, 0), box.center().y())


def _draw_lines(
    painter: QPainter, box: QRectF, lines: tuple[MonthLine, ...], look: Look, *, pictures: bool
) -> None:
    """The lines of one half, spread over its height, each with a frame for a picture where it fits."""
    if not lines:
        return
    head = look.points(HEADING)
    size = next(
        (s for s in (WORDS, 16.0, 14.0) if _needed(lines, box, head, s) < box.height()), LEAST
    )
    spare = (box.height() - _needed(lines, box, head, size)) / len(lines)
    y = box.top()
    for line in lines:
        for said, points, strength in (
            (text.HEADING_NAMES[line.heading], head, QUIET),
            (line.words, size, 1.0),
        ):
            shaped = words(said)
            at = QPointF(box.left(), y)
            draw_words(painter, shaped, at, points=points, width=box.width(), ink=ink(strength))
            y += height_of(shaped, points=points, width=box.width()) + 1.5
        if pictures and spare - WRITING_LINE > PICTURE:
            painter.setPen(QPen(ink(FAINT), 0.25))
            frame = QRectF(box.left(), y + 2, box.width(), spare - WRITING_LINE)
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        y += spare


def _needed(lines: tuple[MonthLine, ...], box: QRectF, head: float, size: float) -> float:
    width = box.width()
    return sum(
        height_of(words(text.HEADING_NAMES[line.heading]), points=head, width=width)
        + height_of(words(line.words), points=size, width=width)
        + 3
        for line in lines
    )
