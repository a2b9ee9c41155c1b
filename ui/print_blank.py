"""Sheets to write on: a grown-up's own reflection, and a child's words for feelings."""

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.sheet import SheetDay
from ui.lettering import MM_PER_POINT, Words, draw_words, height_of, width_of, words
from ui.paper import Draw, draw_box, draw_line, ink
from ui.print_look import Look
from ui.print_parts import (
    FAINT,
    LINE,
    Heading,
    below_heading,
    centred,
    draw_heading,
    draw_lines,
    inner,
    numbered,
    of_many,
    on_base,
)
from ui.text import printing as text
from ui.text.common import CLOSENESS_NAMES

PROMPT, NOTE = 12.0, 10.0
CHIP_LARGEST = 26.0
CHIP_HEIGHT, CHIP_PADDING, CHIP_GAP = 2.0, 0.75, 0.45
"""Ems."""
FAMILY_GAP = 0.5
DAYS_SHARE = 0.3
"""How much of the page the lines for the days take."""
ACCURACY = 0.1


def reflection_pages(
    page: QRectF, name: str, days: tuple[SheetDay, ...], locale: QLocale, look: Look
) -> tuple[Draw, ...]:
    """Prompts and lines for one grown-up; nothing is filled in."""
    heading = Heading(
        title=text.REFLECTION_TITLE,
        subtitle=text.for_person(name, text.dates(days[0].day, days[-1].day, locale)),
        legend=False,
    )
    area, _ = below_heading(inner(page), heading, look)

    def draw(painter: QPainter, page: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_heading(painter, inner(page), heading, look)
        top = _paragraph(painter, area, text.REFLECTION_NOTE, look.points(NOTE), quiet=True) + 3
        top = _draw_closeness(painter, QRectF(area.left(), top, area.width(), 0), look) + 4
        step = (area.bottom() - top) / len(text.PROMPTS)
        for number, prompt in enumerate(text.PROMPTS):
            box = QRectF(area.left(), top + number * step, area.width(), step - 3)
            draw_lines(
                painter, box, _paragraph(painter, box, prompt, look.points(PROMPT), bold=True)
            )

    return (draw,)


def _paragraph(
    painter: QPainter,
    box: QRectF,
    words_: str,
    points: float,
    *,
    bold: bool = False,
    quiet: bool = False,
) -> float:
    """The text in the box's width; the y below it."""
    shaped = words(words_, bold=bold)
    colour = ink(0.72) if quiet else ink(1)
    draw_words(painter, shaped, box.topLeft(), points=points, width=box.width(), ink=colour)
    return box.top() + height_of(shaped, points=points, width=box.width())


def _draw_closeness(painter: QPainter, line: QRectF, look: Look) -> float:
    """Five circles from far apart to very close; the y below them."""
    top = _paragraph(painter, line, text.HOW_CLOSE, look.points(PROMPT), bold=True) + 1.5
    step, radius = line.width() / len(CLOSENESS_NAMES), 4.0
    points = look.points(NOTE)
    below = top + 2 * radius + 1
    for number, name in enumerate(CLOSENESS_NAMES):
        left = line.left() + number * step
        square = QRectF(left + step / 2 - radius, top, 2 * radius, 2 * radius)
        draw_box(painter, square, radius=radius, width=look.width(0.35), strength=0.8)
        label = words(name)
        centred(painter, label, QRectF(left, below, step, 0), points)
    return below + max(
        height_of(words(name), points=points, width=step) for name in CLOSENESS_NAMES
    )


Rows = list[list[tuple[Words, QRectF]]]
"""Words and their frames (mm); the frames' y counts from the first row."""


def feelings_pages(
    page: QRectF,
    name: str,
    families: tuple[tuple[str, ...], ...],
    days: tuple[SheetDay, ...],
    locale: QLocale,
    look: Look,
) -> tuple[Draw, ...]:
    """Words to circle, family by family, as large as there is room, and a line for each day."""
    heading = Heading(title=text.child_feelings(name), subtitle=text.FEELINGS_NOTE, legend=False)
    area, lower = below_heading(inner(page), heading, look)
    strip = area.height() * DAYS_SHARE if look.writing else 0.0
    rows = _largest(families, area.width(), area.height() - strip - 4, look.floor)
    one = _bottom(rows) <= area.height() - strip - 4
    parts = [rows] if one else _by_pages(rows, lower.height())
    if _bottom(parts[-1]) > area.height() - strip - 4 and not one:
        parts.append([])

    def page_of(part: Rows, number: int) -> Draw:
        shown = of_many(heading, number + 1, len(parts))

        def draw(painter: QPainter, page: QRectF) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_heading(painter, inner(page), shown, look)
            room = area if one else lower
            _draw_chips(painter, part, room.topLeft(), look)
            if strip and number == len(parts) - 1:
                box = QRectF(room.left(), room.bottom() - strip, room.width(), strip)
                _draw_day_lines(painter, box, days, locale, look)

        return draw

    return numbered([page_of(part, number) for number, part in enumerate(parts)], look)


def _bottom(rows: Rows) -> float:
    return max((rect.bottom() for row in rows for _, rect in row), default=0.0)


def _largest(
    families: tuple[tuple[str, ...], ...], width: float, height: float, floor: float
) -> Rows:
    """The rows at the largest size that fits, or at the floor."""
    shaped = [[words(word) for word in family] for family in families]
    low, high = floor, CHIP_LARGEST
    while high - low > ACCURACY:
        middle = (low + high) / 2
        fits = _bottom(_rows(shaped, width, middle)) <= height
        low, high = (middle, high) if fits else (low, middle)
    return _rows(shaped, width, low)


def _rows(families: list[list[Words]], width: float, points: float) -> Rows:
    em = points * MM_PER_POINT
    rows: Rows = []
    y = 0.0
    for family in families:
        x = 0.0
        row: list[tuple[Words, QRectF]] = []
        for word in family:
            wide = width_of(word, points=points) + 2 * CHIP_PADDING * em
            if row and x + wide > width:
                rows.append(row)
                x, row, y = 0.0, [], y + (CHIP_HEIGHT + CHIP_GAP) * em
            row.append((word, QRectF(x, y, wide, CHIP_HEIGHT * em)))
            x += wide + CHIP_GAP * em
        rows.append(row)
        y += (CHIP_HEIGHT + CHIP_GAP + FAMILY_GAP) * em
    return rows


def _by_pages(rows: Rows, height: float) -> list[Rows]:
    """The rows on as many pages as they need, each from the top."""
    pages: list[Rows] = []
    start = 0.0
    for row in rows:
        if not pages or row[0][1].bottom() - start > height:
            pages.append([])
            start = row[0][1].top()
        pages[-1].append([(word, rect.translated(0, -start)) for word, rect in row])
    return pages


def _draw_chips(painter: QPainter, rows: Rows, corner: QPointF, look: Look) -> None:
    for word, rect in (chip for row in rows for chip in row):
        box = rect.translated(corner)
        draw_box(painter, box, radius=box.height() / 2, width=look.width(0.3), strength=LINE)
        points = box.height() / CHIP_HEIGHT / MM_PER_POINT
        text_box = QRectF(box.left(), box.top() + box.height() * 0.19, box.width(), 0)
        draw_words(
            painter,
            word,
            text_box.topLeft(),
            points=points,
            width=box.width(),
            align=Qt.AlignmentFlag.AlignHCenter,
        )


def _draw_day_lines(
    painter: QPainter, box: QRectF, days: tuple[SheetDay, ...], locale: QLocale, look: Look
) -> None:
    """A day's name and a line for its word, in two columns where there is width."""
    points, columns = look.points(NOTE + 1), 2 if box.width() > 150 else 1
    per = -(-len(days) // columns)
    step, width = box.height() / per, box.width() / columns
    names = [
        words(
            locale.standaloneDayName(day.day.isoweekday(), QLocale.FormatType.LongFormat), bold=True
        )
        for day in days
    ]
    indent = max(width_of(name, points=points) for name in names) + 3
    for number, name in enumerate(names):
        left = box.left() + number // per * width
        base = box.top() + (number % per + 1) * step - 1.5
        on_base(painter, name, left, base, points)
        end = QPointF(left + width - (5 if columns == 2 else 0), base)
        draw_line(painter, QPointF(left + indent, base), end, width=0.2, strength=FAINT)
