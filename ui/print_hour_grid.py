"""Draws the week by the clock: hour lines, hatched busy times, a card for each entry."""

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.model import DAY_MINUTES
from planner.sheet import WeekSheet
from ui.lettering import CAP_HEIGHT, MM_PER_POINT, width_of, words
from ui.paper import Draw, draw_box, draw_line, ink
from ui.print_hours import EDGE, STRIP, Card, HoursPlan, hour_plans
from ui.print_look import Look, draw_pattern, ground_colour, shape_colour
from ui.print_parts import (
    FAINT,
    LINE,
    QUIET,
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
from ui.print_people import on_sheet
from ui.text import printing as text

NAME = 11.0
"""Points of the days' names."""


def hour_pages(page: QRectF, sheet: WeekSheet, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    """The days side by side under one scale of hours; fewer on a page where they are very full."""
    dates = text.subtitle(sheet.days[0].day, sheet.days[-1].day, locale)
    heading = Heading(
        title=text.TITLE, subtitle=text.with_code(dates, sheet.code), people=on_sheet(sheet)
    )
    area, lower = below_heading(inner(page), heading, look)
    plans = hour_plans(area, lower, sheet, locale, floor=look.floor)
    return numbered(
        [
            _page(plan, of_many(heading, number + 1, len(plans)), locale, look)
            for number, plan in enumerate(plans)
        ],
        look,
    )


def _page(plan: HoursPlan, heading: Heading, locale: QLocale, look: Look) -> Draw:
    def draw(painter: QPainter, page: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_heading(painter, inner(page), heading, look)
        for box in plan.busy:
            draw_pattern(painter, box, "busy", look)
        _draw_hours(painter, plan, locale)
        _draw_days(painter, plan, locale, look)
        for card in plan.cards:
            _draw_card(painter, card, look)

    return draw


def _draw_hours(painter: QPainter, plan: HoursPlan, locale: QLocale) -> None:
    """A line for each hour, its name where the last one leaves room for it."""
    points, left, right = plan.scale, plan.columns[0].left(), plan.columns[-1].right()
    rise = CAP_HEIGHT * points * MM_PER_POINT
    top = plan.hours[0][1]
    banded = top > plan.columns[0].top()
    free = top - rise
    for number, (hour, y) in enumerate(plan.hours):
        if (0 if banded else 1) <= number < len(plan.hours) - 1:
            draw_line(painter, QPointF(left, y), QPointF(right, y), width=0.15, strength=FAINT)
        base = min(max(y + rise / 2, top + rise), plan.columns[0].bottom())
        if base - rise >= free:
            name = words(text.time(hour % DAY_MINUTES, locale))
            x = left - 1.2 - width_of(name, points=points)
            on_base(painter, name, x, base, points, strength=QUIET)
            free = base + rise * 0.6


def _draw_days(painter: QPainter, plan: HoursPlan, locale: QLocale, look: Look) -> None:
    points = look.points(NAME)
    for day, column in zip(plan.days, plan.columns, strict=True):
        if column.left() > plan.columns[0].left():
            draw_line(
                painter,
                column.topLeft(),
                column.bottomLeft(),
                width=look.width(0.25),
                strength=LINE,
            )
        name = locale.standaloneDayName(day.day.isoweekday(), QLocale.FormatType.ShortFormat)
        shown = fitted(
            f"{name} {locale.toString(day.day.day)}", points=points, width=column.width(), bold=True
        )
        on_base(painter, shown, column.left() + 0.8, column.top() - 2, points)
    frame = plan.columns[0].united(plan.columns[-1])
    draw_box(painter, frame, radius=RADIUS / 2, width=look.width(0.4), strength=1)


def _draw_card(painter: QPainter, card: Card, look: Look) -> None:
    """Paper under the text, the pathway's pattern at the edge, its shape to tick."""
    source = card.placed.source
    if source.quiet:
        painter.setPen(QPen(ink(FAINT), look.width(0.2)))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(card.box, EDGE, EDGE)
        draw_placed(painter, card.placed, look, ticked=False, strip=False)
        return
    painter.setPen(QPen(shape_colour(look, source.pathway) or ink(0.8), look.width(0.25)))
    painter.setBrush(ground_colour(look, source.pathway) or Qt.GlobalColor.white)
    painter.drawRoundedRect(card.box, EDGE, EDGE)
    strip = QRectF(card.box.topLeft(), card.box.bottomLeft() + QPointF(STRIP, 0))
    draw_pattern(
        painter, strip.adjusted(EDGE / 2, EDGE / 2, -EDGE / 2, -EDGE / 2), source.pathway, look
    )
    draw_placed(painter, card.placed, look, ticked=source.done, strip=False)
