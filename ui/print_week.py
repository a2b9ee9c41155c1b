"""The fridge week: one page with seven days, shapes to tick and room to write on.

Black on white alone; told apart by shape, weight and place, never by colour.
"""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.sheet import WeekSheet
from ui.lettering import (
    BASELINE,
    CAP_HEIGHT,
    MM_PER_POINT,
    PITCH,
    Words,
    draw_words,
    height_of,
    shortened,
    width_of,
    words,
)
from ui.paper import (
    MARGIN,
    Paper,
    draw_box,
    draw_line,
    draw_tick_shape,
    ink,
    page_layout,
    page_picture,
    save_page,
)
from ui.print_entry import Placed
from ui.print_fit import GAP, Plan, day_head, padding, plan_week
from ui.text import printing as text

HEADING, SUBTITLE, LEGEND, CAPTION = 24.0, 12.0, 11.0, 11.0
"""Points of the page's title, its dates, the legend and the titles of the boxes."""
LEGEND_SHAPE, LEGEND_GAP = 1.4, 1.3
"""Ems from a shape's left edge to its word, and from a word to the next shape."""
SQUEEZE = 0.85
"""How much smaller dates and legend get before the legend takes a line of its own."""
QUIET, LINE, FAINT = 0.72, 0.55, 0.35
"""How much ink: small text, frames, writing lines."""
RADIUS = 2.5
SAY_LARGEST, SAY_SMALLEST = 17.0, 6.0
WRITING_LINE = 7.5
"""The least mm from one writing line to the next."""


def paint_week(painter: QPainter, page: QRectF, sheet: WeekSheet, locale: QLocale) -> None:
    """The whole page; the painter's unit is the millimetre and `page` the sheet of paper."""
    area = page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    below = _draw_heading(painter, area, sheet, locale)
    area.setTop(below)
    plan = plan_week(area, sheet, locale)
    _draw_grid(painter, plan)
    _draw_days(painter, sheet, plan, locale)
    for placed in chain.from_iterable(plan.entries):
        _draw_entry(painter, placed)
    upright = len(plan.cells) > len(sheet.days)
    if upright:
        side = padding(plan.points)
        _draw_moment(painter, plan.cells[-1].adjusted(side, 3, -side, -3))
    if not plan.foot.isEmpty():
        _draw_foot(painter, plan.foot, sheet, locale, moment=not upright)


def save_pdf(
    path: Path, sheet: WeekSheet, *, paper: Paper, landscape: bool = True, locale: QLocale
) -> None:
    """The page as a PDF at `path`, whole or not at all. PrintError if no file can be written there."""
    save_page(
        path,
        page_layout(paper, landscape=landscape),
        lambda painter, page: paint_week(painter, page, sheet, locale),
        title=text.page_title(sheet.days[0].day, sheet.days[-1].day, locale),
    )


def page_image(
    sheet: WeekSheet, *, paper: Paper, landscape: bool = True, locale: QLocale, width_px: int
) -> QImage:
    """The same page as a picture."""
    return page_picture(
        page_layout(paper, landscape=landscape),
        width_px,
        lambda painter, page: paint_week(painter, page, sheet, locale),
    )


def _draw_heading(painter: QPainter, area: QRectF, sheet: WeekSheet, locale: QLocale) -> float:
    """Title, dates and legend on one base line, the legend below where they are too wide. The next y."""
    title = words(text.TITLE, bold=True)
    base = area.top() + CAP_HEIGHT * HEADING * MM_PER_POINT
    _on_base(painter, title, area.left(), base, HEADING)
    left = area.left() + width_of(title, points=HEADING) + 4
    subtitle = words(text.subtitle(sheet.days[0].day, sheet.days[-1].day, locale))
    legend = [(pathway, words(name, bold=True)) for pathway, name in text.PATHWAYS.items()]
    wide = width_of(subtitle, points=SUBTITLE) + 8 + _legend_width(legend, LEGEND)
    squeeze = max(SQUEEZE, min(1.0, (area.right() - left) / wide))
    room = area.right() - left
    shown = shortened(subtitle, points=SUBTITLE * squeeze, width=room, most=1)
    _on_base(painter, shown, left, base, SUBTITLE * squeeze, strength=QUIET)
    x = area.right() - _legend_width(legend, LEGEND * squeeze)
    if wide * squeeze > room:
        x, base = area.left(), base + 6.5
    _draw_legend(painter, legend, QPointF(x, base), LEGEND * squeeze)
    return base + 4.5


def _legend_width(legend: list[tuple[str, Words]], points: float) -> float:
    em = points * MM_PER_POINT
    return sum(name.whole + LEGEND_SHAPE + LEGEND_GAP for _, name in legend) * em - LEGEND_GAP * em


def _draw_legend(
    painter: QPainter, legend: list[tuple[str, Words]], at: QPointF, points: float
) -> None:
    """The three shapes and what they mean, on the base line `at`."""
    em = points * MM_PER_POINT
    x, middle = at.x(), at.y() - CAP_HEIGHT * em / 2
    for pathway, name in legend:
        draw_tick_shape(painter, QRectF(x, middle - em / 2, em, em), pathway, done=False)
        _on_base(painter, name, x + LEGEND_SHAPE * em, at.y(), points)
        x += (LEGEND_SHAPE + name.whole + LEGEND_GAP) * em


def _draw_grid(painter: QPainter, plan: Plan) -> None:
    frame = plan.cells[0].united(plan.cells[-1])
    for cell in plan.cells:
        if cell.right() < frame.right() - 1:
            draw_line(painter, cell.topRight(), cell.bottomRight(), width=0.25, strength=LINE)
        if cell.bottom() < frame.bottom() - 1:
            draw_line(painter, cell.bottomLeft(), cell.bottomRight(), width=0.25, strength=LINE)
    draw_box(painter, frame, radius=RADIUS, width=0.4, strength=1)


def _draw_days(painter: QPainter, sheet: WeekSheet, plan: Plan, locale: QLocale) -> None:
    """The days' numbers and their names, short ones for all if a long one has no room."""
    size, small = plan.day_points, plan.day_points * 0.62
    inner = padding(plan.points)
    numbers = [words(locale.toString(day.day.day), bold=True) for day in sheet.days]
    indents = [width_of(n, points=size) + size * MM_PER_POINT * 0.3 for n in numbers]
    rooms = [
        cell.width() - 2 * inner - indent for cell, indent in zip(plan.cells, indents, strict=False)
    ]
    for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        names = [
            words(locale.standaloneDayName(day.day.isoweekday(), form), bold=True)
            for day in sheet.days
        ]
        if all(width_of(n, points=small) <= r for n, r in zip(names, rooms, strict=True)):
            break
    for cell, number, indent, name, room in zip(
        plan.cells, numbers, indents, names, rooms, strict=False
    ):
        base = cell.top() + day_head(plan.points) - size * MM_PER_POINT * 0.45
        _on_base(painter, number, cell.left() + inner, base, size)
        name = shortened(name, points=small, width=max(room, 1), most=1)  # noqa: PLW2901
        _on_base(painter, name, cell.left() + inner + indent, base, small, strength=QUIET)


def _draw_entry(painter: QPainter, placed: Placed) -> None:
    draw_tick_shape(painter, placed.shape, placed.source.pathway, done=placed.source.done)
    for block in placed.blocks:
        draw_words(
            painter,
            block.text,
            block.box.topLeft(),
            points=block.points,
            width=block.box.width(),
            ink=ink(QUIET if block.quiet else 1),
        )


def _draw_foot(
    painter: QPainter, foot: QRectF, sheet: WeekSheet, locale: QLocale, *, moment: bool
) -> None:
    """The boxes that have something in them, side by side."""
    shown: list[tuple[float, Callable[[QRectF], None]]] = []
    if sheet.children:
        shown.append((1.12, lambda box: _draw_today(painter, box, sheet, locale)))
    if moment:
        shown.append((0.95, lambda box: _draw_moment(painter, box)))
    if sheet.say:
        shown.append((1.0, lambda box: _draw_say(painter, box, sheet.say)))
    room = foot.width() - GAP * (len(shown) - 1)
    left = foot.left()
    for share, draw in shown:
        width = room * share / sum(share for share, _ in shown)
        box = QRectF(left, foot.top(), width, foot.height())
        draw_box(painter, box, radius=RADIUS, width=0.3, strength=LINE)
        draw(box.adjusted(3, 2.6, -3, -2.6))
        left += width + GAP


def _draw_today(painter: QPainter, box: QRectF, sheet: WeekSheet, locale: QLocale) -> None:
    """A circle for each day and child, under the days' letters."""
    top = _draw_caption(painter, box, text.HOW_WAS_TODAY) + 0.6
    names = [words(name, bold=True) for name in sheet.children]
    letters = 8.0
    row = min((box.bottom() - top - letters * MM_PER_POINT * PITCH) / len(names), 13.0)
    size = min(10.5, row / MM_PER_POINT / PITCH)
    name_room = min(max(width_of(n, points=size) for n in names) + 3, box.width() * 0.34)
    step = (box.width() - name_room) / len(sheet.days)
    for column, day in enumerate(sheet.days):
        letter = locale.standaloneDayName(day.day.isoweekday(), QLocale.FormatType.NarrowFormat)
        x = box.left() + name_room + column * step
        _centred(painter, words(letter), QRectF(x, top, step, 0), letters)
    top += letters * MM_PER_POINT * PITCH
    radius = min(row * 0.43, step * 0.42)
    for number, name in enumerate(names):
        middle = top + (number + 0.5) * row
        shown = shortened(name, points=size, width=name_room - 2, most=1)
        _on_base(painter, shown, box.left(), middle + size * MM_PER_POINT * CAP_HEIGHT / 2, size)
        for column in range(len(sheet.days)):
            centre = QPointF(box.left() + name_room + (column + 0.5) * step, middle)
            square = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            draw_box(painter, square, radius=radius, width=0.3, strength=0.8)


def _draw_moment(painter: QPainter, box: QRectF) -> None:
    """Lines to write on."""
    _draw_lines(painter, box, _draw_caption(painter, box, text.A_MOMENT))


def _draw_lines(painter: QPainter, box: QRectF, top: float) -> None:
    """As many writing lines as a hand has room for, down to the bottom of the box."""
    count = max(1, int((box.bottom() - top) / WRITING_LINE))
    step = (box.bottom() - top) / count
    for number in range(1, count + 1):
        y = top + number * step - 0.5
        draw_line(
            painter, QPointF(box.left(), y), QPointF(box.right(), y), width=0.2, strength=FAINT
        )


def _draw_say(painter: QPainter, box: QRectF, say: str) -> None:
    """The sentence at the largest size that its box holds."""
    top = _draw_caption(painter, box, text.TRY_SAYING) + 1.5
    sentence = words(text.quoted(say))
    points = SAY_LARGEST
    room = box.bottom() - top
    while points > SAY_SMALLEST and (
        height_of(sentence, points=points, width=box.width()) > room
        or sentence.longest * points * MM_PER_POINT > box.width()
    ):
        points -= 0.5
    most = max(1, int(room / (sentence.pitch * points * MM_PER_POINT)))
    sentence = shortened(sentence, points=points, width=box.width(), most=most)
    draw_words(painter, sentence, QPointF(box.left(), top), points=points, width=box.width())


def _draw_caption(painter: QPainter, box: QRectF, caption: str) -> float:
    """A box's title on one line, smaller where the box is narrow. The y below it."""
    shaped = words(caption, bold=True)
    points = min(CAPTION, box.width() / (shaped.whole * MM_PER_POINT) * 0.99)
    draw_words(painter, shaped, box.topLeft(), points=points, width=box.width())
    return box.top() + PITCH * points * MM_PER_POINT


def _centred(painter: QPainter, shaped: Words, box: QRectF, points: float) -> None:
    draw_words(
        painter,
        shaped,
        box.topLeft(),
        points=points,
        width=box.width(),
        align=Qt.AlignmentFlag.AlignHCenter,
        ink=ink(QUIET),
    )


def _on_base(
    painter: QPainter, shaped: Words, left: float, base: float, points: float, strength: float = 1
) -> None:
    """One line of text whose letters stand on `base`."""
    rise = (BASELINE + shaped.pitch - PITCH) * points * MM_PER_POINT
    width = width_of(shaped, points=points) + 1
    at = QPointF(left, base - rise)
    draw_words(painter, shaped, at, points=points, width=width, ink=ink(strength))
