"""The fridge week: seven days, shapes to tick and room to write on, on one page wherever it can be read.

Told apart by shape, weight and place, never by colour alone.
"""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from planner.sheet import SheetDay, WeekSheet
from ui.lettering import (
    CAP_HEIGHT,
    MM_PER_POINT,
    PITCH,
    draw_words,
    height_of,
    shortened,
    width_of,
    words,
)
from ui.paper import (
    Draw,
    Paper,
    draw_box,
    draw_line,
    page_layout,
    page_picture,
    page_rect,
    save_pages,
)
from ui.print_fit import GAP, Plan, day_head, padding
from ui.print_look import Look
from ui.print_parts import (
    LINE,
    QUIET,
    RADIUS,
    Heading,
    below_heading,
    centred,
    draw_caption,
    draw_heading,
    draw_lines,
    draw_placed,
    fitted,
    inner,
    numbered,
    of_many,
    on_base,
)
from ui.print_people import on_sheet
from ui.print_split import Pages, plan_pages
from ui.text import printing as text

SAY_LARGEST, SAY_SMALLEST = 17.0, 9.0
LETTERS = 9.0
"""Points of the days' letters above the circles."""
ROW_LEAST = 0.95
"""Ems from one child's name to the next, at least."""
USUAL = Look()


def week_pages(
    page: QRectF, sheet: WeekSheet, locale: QLocale, look: Look = USUAL
) -> tuple[Draw, ...]:
    """The pages of the fridge week; the unit is the millimetre and `page` the sheet of paper."""
    heading = Heading(title=text.TITLE, subtitle=_subtitle(sheet, locale), people=on_sheet(sheet))
    area, lower = below_heading(inner(page), heading, look)
    planned = plan_pages(area, lower, sheet, locale, look)
    return numbered(
        [
            _page(planned, number, of_many(heading, number + 1, len(planned)), locale, look)
            for number in range(len(planned))
        ],
        look,
    )


def _subtitle(sheet: WeekSheet, locale: QLocale) -> str:
    dates = text.subtitle(sheet.days[0].day, sheet.days[-1].day, locale)
    return text.with_code(dates, sheet.code)


def _page(planned: Pages, number: int, heading: Heading, locale: QLocale, look: Look) -> Draw:
    sheet, plan = planned[number]
    before = planned[number - 1][0].days[-1].day if number else None

    def draw(painter: QPainter, page: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_heading(painter, inner(page), heading, look)
        _draw_grid(painter, plan, look)
        _draw_days(painter, sheet, plan, locale, look, again=before == sheet.days[0].day)
        for placed in chain.from_iterable(plan.entries):
            draw_placed(painter, placed, look, ticked=placed.source.done)
        upright = len(plan.cells) > len(sheet.days)
        if upright and look.writing:
            side = padding(plan.points)
            _draw_moment(painter, plan.cells[-1].adjusted(side, 3, -side, -3), look)
        if not plan.foot.isEmpty():
            _draw_foot(painter, plan.foot, sheet, locale, look, moment=not upright)

    return draw


def save_pdf(
    path: Path,
    sheet: WeekSheet,
    *,
    paper: Paper,
    landscape: bool = True,
    locale: QLocale,
    look: Look = USUAL,
) -> None:
    """The pages as a PDF at `path`, whole or not at all. PrintError if no file can be written there."""
    layout = page_layout(paper, landscape=landscape)
    save_pages(
        path,
        layout,
        week_pages(page_rect(layout), sheet, locale, look),
        title=text.page_title(sheet.days[0].day, sheet.days[-1].day, locale),
        locale=locale,
    )


def page_image(
    sheet: WeekSheet, *, paper: Paper, landscape: bool = True, locale: QLocale, width_px: int
) -> QImage:
    """The first page as a picture."""
    layout = page_layout(paper, landscape=landscape)
    return page_picture(layout, width_px, week_pages(page_rect(layout), sheet, locale)[0])


def _draw_grid(painter: QPainter, plan: Plan, look: Look) -> None:
    frame = plan.cells[0].united(plan.cells[-1])
    for cell in plan.cells:
        if cell.right() < frame.right() - 1:
            draw_line(
                painter, cell.topRight(), cell.bottomRight(), width=look.width(0.25), strength=LINE
            )
        if cell.bottom() < frame.bottom() - 1:
            draw_line(
                painter,
                cell.bottomLeft(),
                cell.bottomRight(),
                width=look.width(0.25),
                strength=LINE,
            )
    draw_box(painter, frame, radius=RADIUS, width=look.width(0.4), strength=1)


def _draw_days(
    painter: QPainter,
    sheet: WeekSheet,
    plan: Plan,
    locale: QLocale,
    look: Look,
    *,
    again: bool,
) -> None:
    """The days' numbers and their names, short ones for all if a long one has no room.

    `again` says that the first day has begun on the page before.
    """
    size = plan.day_points
    small = look.points(size * 0.62)
    inset = padding(plan.points)
    numbers = [words(locale.toString(day.day.day), bold=True) for day in sheet.days]
    indents = [width_of(n, points=size) + size * MM_PER_POINT * 0.3 for n in numbers]
    rooms = [
        cell.width() - 2 * inset - indent for cell, indent in zip(plan.cells, indents, strict=False)
    ]
    for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        names = [_day_name(day, locale, form) for day in sheet.days]
        if again:
            names[0] = text.day_continued(names[0])
        shaped = [words(name, bold=True) for name in names]
        if all(width_of(n, points=small) <= r for n, r in zip(shaped, rooms, strict=True)):
            break
    for cell, number, indent, name, room in zip(
        plan.cells, numbers, indents, names, rooms, strict=False
    ):
        base = cell.top() + day_head(plan.points) - size * MM_PER_POINT * 0.45
        on_base(painter, number, cell.left() + inset, base, size)
        shown = fitted(name, points=small, width=room, bold=True)
        on_base(painter, shown, cell.left() + inset + indent, base, small, strength=QUIET)


def _day_name(day: SheetDay, locale: QLocale, form: QLocale.FormatType) -> str:
    return locale.standaloneDayName(day.day.isoweekday(), form)


def _draw_foot(
    painter: QPainter,
    foot: QRectF,
    sheet: WeekSheet,
    locale: QLocale,
    look: Look,
    *,
    moment: bool,
) -> None:
    """The boxes that have something in them, side by side."""
    shown: list[tuple[float, Callable[[QRectF], None]]] = []
    if sheet.children:
        shown.append((1.12, lambda box: _draw_today(painter, box, sheet, locale, look)))
    if moment:
        shown.append((0.95, lambda box: _draw_moment(painter, box, look)))
    if sheet.say:
        shown.append((1.0, lambda box: _draw_say(painter, box, sheet.say, look)))
    room = foot.width() - GAP * (len(shown) - 1)
    left = foot.left()
    for share, draw in shown:
        width = room * share / sum(share for share, _ in shown)
        box = QRectF(left, foot.top(), width, foot.height())
        draw_box(painter, box, radius=RADIUS, width=0.3, strength=LINE)
        draw(box.adjusted(3, 2.6, -3, -2.6))
        left += width + GAP


def _draw_today(
    painter: QPainter, box: QRectF, sheet: WeekSheet, locale: QLocale, look: Look
) -> None:
    """A circle for each day and child, under the days' letters; children side by side if many."""
    top = draw_caption(painter, box, text.HOW_WAS_TODAY, look) + 0.6
    room = box.bottom() - top - look.points(LETTERS) * MM_PER_POINT * PITCH
    least = look.floor * MM_PER_POINT * ROW_LEAST
    count = len(sheet.children)
    groups = next((n for n in (1, 2, 3) if room / -(-count // n) >= least), 3)
    per = -(-count // groups)
    width = (box.width() - GAP * (groups - 1)) / groups
    for number in range(0, count, per):
        left = box.left() + number // per * (width + GAP)
        area = QRectF(QPointF(left, top), QPointF(left + width, box.bottom()))
        names = sheet.children[number : number + per]
        _draw_circles(painter, area, names, per, sheet.days, locale, look)


def _draw_circles(
    painter: QPainter,
    box: QRectF,
    children: tuple[str, ...],
    rows: int,
    days: tuple[SheetDay, ...],
    locale: QLocale,
    look: Look,
) -> None:
    """Names, letters and circles of these children; `rows` is how many there is room for."""
    names = [words(name, bold=True) for name in children]
    letters = look.points(LETTERS)
    row = min((box.height() - letters * MM_PER_POINT * PITCH) / rows, 13.0)
    size = max(min(look.points(10.5), row / MM_PER_POINT / PITCH), look.floor)
    name_room = min(max(width_of(n, points=size) for n in names) + 3, box.width() * 0.34)
    step = (box.width() - name_room) / len(days)
    for column, day in enumerate(days):
        letter = locale.standaloneDayName(day.day.isoweekday(), QLocale.FormatType.NarrowFormat)
        x = box.left() + name_room + column * step
        centred(painter, words(letter), QRectF(x, box.top(), step, 0), letters)
    top = box.top() + letters * MM_PER_POINT * PITCH
    radius = min(row * 0.43, step * 0.42)
    for number, name in enumerate(names):
        middle = top + (number + 0.5) * row
        shown = shortened(name, points=size, width=name_room - 2, most=1)
        on_base(painter, shown, box.left(), middle + size * MM_PER_POINT * CAP_HEIGHT / 2, size)
        for column in range(len(days)):
            centre = QPointF(box.left() + name_room + (column + 0.5) * step, middle)
            square = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            draw_box(painter, square, radius=radius, width=0.3, strength=0.8)


def _draw_moment(painter: QPainter, box: QRectF, look: Look) -> None:
    """Lines to write on."""
    draw_lines(painter, box, draw_caption(painter, box, text.A_MOMENT, look))


def _draw_say(painter: QPainter, box: QRectF, say: str, look: Look) -> None:
    """The sentence at the largest size that its box holds."""
    top = draw_caption(painter, box, text.TRY_SAYING, look) + 1.5
    sentence = words(text.quoted(say))
    points = SAY_LARGEST
    room = box.bottom() - top
    while points > look.points(SAY_SMALLEST) and (
        height_of(sentence, points=points, width=box.width()) > room
        or sentence.longest * points * MM_PER_POINT > box.width()
    ):
        points -= 0.5
    most = max(1, int(room / (sentence.pitch * points * MM_PER_POINT)))
    sentence = shortened(sentence, points=points, width=box.width(), most=most)
    draw_words(painter, sentence, QPointF(box.left(), top), points=points, width=box.width())
