"""Pages of boxes: the parts of the day, two weeks, a month, and one child's week in large."""

from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.dates import WEEK_DAYS
from planner.sheet import SheetDay, SheetLine, WeekSheet
from planner.sheet_parts import PARTS, parts_of
from ui.lettering import MM_PER_POINT, width_of, words
from ui.paper import Draw, draw_box, draw_line, draw_tick
from ui.print_entry import Line, Placed, shaped_line
from ui.print_grid import PADDING, Cell, Grid, GridPlan, Sizes, grid_pages, head_height
from ui.print_look import Look
from ui.print_parts import (
    FAINT,
    LINE,
    RADIUS,
    Heading,
    below_heading,
    draw_heading,
    draw_placed,
    fitted,
    inner,
    numbered,
    of_many,
    on_base,
)
from ui.print_people import by_name, on_sheet
from ui.text import printing as text

LARGEST, CHILD_LARGEST, CHILD_FLOOR = 15.0, 24.0, 12.0
"""Points of the small text; titles are a little larger."""
CORNER, LABEL = 13.0, 11.0
LABEL_MOST = 0.25
"""The most of the page's width that the names of the rows take."""


def parts_pages(page: QRectF, sheet: WeekSheet, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    """A row for each part of the day, a column for each day; turned on upright paper."""
    grid = Grid(
        heads=tuple(_day_head(day.day, locale) for day in sheet.days),
        labels=tuple(text.DAY_PARTS[part] for part in PARTS),
        rows=tuple(
            tuple(Cell(lines=_shaped(lines, sheet, locale)) for lines in row)
            for row in parts_of(sheet)
        ),
    )
    return _pages(page, grid, _heading(text.TITLE, sheet, locale), look)


def weeks_pages(page: QRectF, sheet: WeekSheet, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    """A row for each week of the sheet, a column for each weekday; turned on upright paper."""
    grid = _weeks(sheet, locale, frozenset())
    return _pages(page, grid, _heading(text.TWO_WEEKS_TITLE, sheet, locale), look)


def month_pages(page: QRectF, sheet: WeekSheet, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    """The month in which the sheet's seventh day lies, of a sheet of whole weeks."""
    month = sheet.days[WEEK_DAYS - 1].day
    outside = frozenset(day.day for day in sheet.days if day.day.month != month.month)
    heading = Heading(
        title=text.month(month, locale),
        subtitle=text.with_code("", sheet.code),
        people=on_sheet(sheet),
    )
    return _pages(page, _weeks(sheet, locale, outside), heading, look)


def child_pages(page: QRectF, sheet: WeekSheet, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    """One child's days in large, with a picture for each pathway and a box to tick for each entry."""
    grid = Grid(
        heads=tuple(_day_head(day.day, locale) for day in sheet.days),
        labels=("",),
        rows=(tuple(Cell(lines=_shaped(day.lines, sheet, locale)) for day in sheet.days),),
    )
    heading = _heading(text.child_week(sheet.whose), sheet, locale)
    return _pages(page, grid, heading, look, child=True)


def _heading(title: str, sheet: WeekSheet, locale: QLocale) -> Heading:
    first, last = sheet.days[0].day, sheet.days[-1].day
    dates = text.subtitle if len(sheet.days) == WEEK_DAYS else text.dates
    subtitle = text.with_code(dates(first, last, locale), sheet.code)
    return Heading(title=title, subtitle=subtitle, people=on_sheet(sheet))


def _day_head(day: date, locale: QLocale) -> str:
    name = locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{name} {locale.toString(day.day)}"


def _weeks(sheet: WeekSheet, locale: QLocale, outside: frozenset[date]) -> Grid:
    weeks = [sheet.days[n : n + WEEK_DAYS] for n in range(0, len(sheet.days), WEEK_DAYS)]
    return Grid(
        heads=tuple(
            locale.standaloneDayName(day.day.isoweekday(), QLocale.FormatType.ShortFormat)
            for day in weeks[0]
        ),
        labels=("",) * len(weeks),
        rows=tuple(tuple(_day_cell(day, sheet, locale, outside) for day in week) for week in weeks),
    )


def _day_cell(day: SheetDay, sheet: WeekSheet, locale: QLocale, outside: frozenset[date]) -> Cell:
    hidden = day.day in outside
    return Cell(
        corner=locale.toString(day.day.day),
        lines=() if hidden else _shaped(day.lines, sheet, locale),
        outside=hidden,
    )


def _shaped(lines: tuple[SheetLine, ...], sheet: WeekSheet, locale: QLocale) -> tuple[Line, ...]:
    family = by_name(sheet.family)
    return tuple(shaped_line(line, locale, family) for line in lines)


def _pages(
    page: QRectF,
    grid: Grid,
    heading: Heading,
    look: Look,
    *,
    child: bool = False,
) -> tuple[Draw, ...]:
    shown = grid if page.width() > page.height() else grid.turned()
    area, lower = below_heading(inner(page), heading, look)
    sizes = _sizes(shown, area, look, child=child)
    plans = grid_pages(area, lower, shown, sizes)
    return numbered(
        [
            _page(plan, of_many(heading, number + 1, len(plans)), sizes, look)
            for number, plan in enumerate(plans)
        ],
        look,
    )


def _sizes(grid: Grid, area: QRectF, look: Look, *, child: bool) -> Sizes:
    label = look.points(LABEL)
    widest = max(width_of(words(name, bold=True), points=label) for name in grid.labels)
    floor = look.floor
    return Sizes(
        floor=max(floor, CHILD_FLOOR) if child else floor,
        ceiling=CHILD_LARGEST if child else max(LARGEST, floor + 6),
        corner=look.points(CORNER),
        label=label,
        label_width=min(widest + 3, area.width() * LABEL_MOST),
        boxes=child,
    )


def _page(plan: GridPlan, heading: Heading, sizes: Sizes, look: Look) -> Draw:
    def draw(painter: QPainter, page: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_heading(painter, inner(page), heading, look)
        _draw_names(painter, plan, sizes)
        _draw_frames(painter, plan, look)
        for row, boxes, entries in zip(plan.grid.rows, plan.cells, plan.entries, strict=True):
            for cell, box, placed in zip(row, boxes, entries, strict=True):
                _draw_corner(painter, cell, box, sizes.corner)
                for entry in placed:
                    _draw_entry(painter, entry, box, look, boxes=sizes.boxes)

    return draw


def _draw_names(painter: QPainter, plan: GridPlan, sizes: Sizes) -> None:
    """The columns' names over the boxes, the rows' names before them."""
    rise = (head_height(sizes, plan.grid) - sizes.label * MM_PER_POINT) * 0.75
    for name, box in zip(plan.grid.heads, plan.cells[0], strict=True):
        if name:
            shaped = fitted(name, points=sizes.label, width=box.width() - PADDING, bold=True)
            on_base(painter, shaped, box.left() + PADDING, box.top() - rise, sizes.label)
    for name, row in zip(plan.grid.labels, plan.cells, strict=True):
        if name:
            shaped = fitted(name, points=sizes.label, width=sizes.label_width - 1.5, bold=True)
            base = row[0].top() + PADDING + sizes.label * MM_PER_POINT
            on_base(painter, shaped, row[0].left() - sizes.label_width, base, sizes.label)


def _draw_frames(painter: QPainter, plan: GridPlan, look: Look) -> None:
    frame = plan.cells[0][0].united(plan.cells[-1][-1])
    width = look.width(0.25)
    for row in plan.cells[1:]:
        at = row[0].top()
        draw_line(
            painter,
            QPointF(frame.left(), at),
            QPointF(frame.right(), at),
            width=width,
            strength=LINE,
        )
    for box in plan.cells[0][1:]:
        at = box.left()
        draw_line(
            painter,
            QPointF(at, frame.top()),
            QPointF(at, frame.bottom()),
            width=width,
            strength=LINE,
        )
    draw_box(painter, frame, radius=RADIUS, width=look.width(0.4), strength=1)


def _draw_corner(painter: QPainter, cell: Cell, box: QRectF, points: float) -> None:
    if cell.corner:
        base = box.top() + PADDING + points * MM_PER_POINT * 0.85
        strength = FAINT if cell.outside else 1
        on_base(
            painter, words(cell.corner, bold=True), box.left() + PADDING, base, points, strength
        )


def _draw_entry(painter: QPainter, placed: Placed, box: QRectF, look: Look, *, boxes: bool) -> None:
    """The entry; with `boxes` the shape is only a picture and the box at the right is ticked."""
    done = placed.source.done
    draw_placed(painter, placed, look, ticked=done and not boxes)
    if boxes and not placed.source.quiet:
        side = placed.shape.width()
        square = QRectF(box.right() - PADDING - side, placed.shape.top(), side, side)
        draw_box(painter, square, radius=side * 0.18, width=side / 12, strength=1)
        if done:
            draw_tick(painter, square)
