"""What all pages share: the heading with its legend, boxes with a title, lines to write on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

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
from ui.paper import MARGIN, draw_line, draw_tick_shape, ink
from ui.print_look import FLOOR, Look, ground_colour, shape_colour
from ui.text import printing as text

HEADING, SUBTITLE, LEGEND, CAPTION = 24.0, 12.0, 11.0, 11.0
"""Points of the page's title, its dates, the legend and the titles of the boxes."""
LEGEND_SHAPE, LEGEND_GAP = 1.4, 1.3
"""Ems from a shape's left edge to its word, and from a word to the next shape."""
SQUEEZE = 0.85
"""How much smaller dates and legend get before they take lines of their own."""
QUIET, LINE, FAINT = 0.72, 0.55, 0.35
"""How much ink: small text, frames, writing lines."""
RADIUS = 2.5
WRITING_LINE = 7.5
"""The least mm from one writing line to the next."""
TURN_ROOM = 6.0
"""Mm at the foot of a page for the words that send on to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The words at the top of a page; `legend` for the three shapes and their names."""

    title: str
    subtitle: str = ""
    legend: bool = True


def inner(page: QRectF) -> QRectF:
    """The page without its margins."""
    return page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def draw_heading(painter: QPainter | None, area: QRectF, heading: Heading, look: Look) -> float:
    """Title, dates and legend on one base line, or on lines of their own where the page is narrow.

    The y below them. Without a painter it is only measured.
    """
    large = HEADING
    title = words(heading.title, bold=True)
    large = min(large, area.width() / (title.whole * MM_PER_POINT) * 0.99)
    base = area.top() + CAP_HEIGHT * large * MM_PER_POINT
    _say(painter, title, area.left(), base, large)
    x = area.left() + width_of(title, points=large) + 4
    subtitle, legend = words(heading.subtitle), _legend(heading)
    small, names = look.points(SUBTITLE), look.points(LEGEND)
    wide = width_of(subtitle, points=small) + 8 + _legend_width(legend, names)
    squeeze = 1.0 if look.large else max(SQUEEZE, min(1.0, (area.right() - x) / wide))
    room = area.right() - x
    one_line = wide * squeeze <= room
    step = small * MM_PER_POINT * PITCH + 1.5
    if heading.subtitle:
        if width_of(subtitle, points=small * squeeze) > room:
            x, base, room = area.left(), base + step, area.width()
        fitting = min(small * squeeze, room / (max(subtitle.whole, 1) * MM_PER_POINT) * 0.99)
        _say(painter, subtitle, x, base, max(fitting, 7.0), strength=QUIET)
    if legend:
        x = area.right() - _legend_width(legend, names * squeeze)
        if not one_line:
            x, base = area.left(), base + step
        base = _draw_legend(
            painter, legend, QRectF(x, base, area.right() - x, 0), names * squeeze, look
        )
    return base + 4.5


def of_many(heading: Heading, page: int, pages: int) -> Heading:
    """The heading of one of several pages; that of a single page stays as it is."""
    if pages == 1:
        return heading
    return Heading(
        title=heading.title if page == 1 else text.continued(heading.title),
        subtitle=text.part_of_pages(heading.subtitle, page, pages),
        legend=heading.legend,
    )


def below_heading(area: QRectF, heading: Heading, look: Look) -> tuple[QRectF, QRectF]:
    """What the heading leaves of a single page, and of one of many, which has words at its foot too."""
    one, many = (
        area.adjusted(0, draw_heading(None, area, shown, look) - area.top(), 0, 0)
        for shown in (heading, of_many(heading, 2, 9))
    )
    many.setTop(max(one.top(), many.top()))
    return one, many.adjusted(0, 0, 0, -TURN_ROOM)


def draw_turn(painter: QPainter, page: QRectF, number: int) -> None:
    """At the foot of the page: that it goes on, and where."""
    area = inner(page)
    shaped = words(text.continued_on(number), bold=True)
    points = 10.0
    x = area.right() - width_of(shaped, points=points)
    on_base(painter, shaped, x, area.bottom() - 0.8, points)


def _legend(heading: Heading) -> list[tuple[str, Words]]:
    if not heading.legend:
        return []
    return [(pathway, words(name, bold=True)) for pathway, name in text.PATHWAYS.items()]


def _legend_width(legend: list[tuple[str, Words]], points: float) -> float:
    em = points * MM_PER_POINT
    return (
        max(sum(name.whole + LEGEND_SHAPE + LEGEND_GAP for _, name in legend) - LEGEND_GAP, 0) * em
    )


def _draw_legend(
    painter: QPainter | None,
    legend: list[tuple[str, Words]],
    line: QRectF,
    points: float,
    look: Look,
) -> float:
    """The three shapes and what they mean, from the base line `line` down. The last base line."""
    em = points * MM_PER_POINT
    x, base = line.left(), line.top()
    for pathway, name in legend:
        wide = (LEGEND_SHAPE + name.whole) * em
        if x > line.left() and x + wide > line.right() + 0.1:
            x, base = line.left(), base + em * 1.5
        if painter is not None:
            middle = base - CAP_HEIGHT * em / 2
            draw_shape(painter, QRectF(x, middle - em / 2, em, em), pathway, look)
        _say(painter, name, x + LEGEND_SHAPE * em, base, points)
        x += wide + LEGEND_GAP * em
    return base


def _say(
    painter: QPainter | None,
    shaped: Words,
    left: float,
    base: float,
    points: float,
    *,
    strength: float = 1,
) -> None:
    if painter is not None:
        on_base(painter, shaped, left, base, points, strength)


def draw_shape(
    painter: QPainter, box: QRectF, pathway: str | None, look: Look, *, done: bool = False
) -> None:
    """A pathway's shape as this page is inked."""
    draw_tick_shape(
        painter,
        box,
        pathway,
        done=done,
        colour=shape_colour(look, pathway),
        ground=ground_colour(look, pathway),
    )


def draw_lines(painter: QPainter, box: QRectF, top: float) -> None:
    """As many writing lines as a hand has room for, down to the bottom of the box."""
    count = max(1, int((box.bottom() - top) / WRITING_LINE))
    step = (box.bottom() - top) / count
    for number in range(1, count + 1):
        y = top + number * step - 0.5
        draw_line(
            painter, QPointF(box.left(), y), QPointF(box.right(), y), width=0.2, strength=FAINT
        )


def draw_caption(painter: QPainter, box: QRectF, caption: str, points: float = CAPTION) -> float:
    """A box's title, a little smaller where the box is narrow and then on more lines. The y below it."""
    shaped = words(caption, bold=True)
    fitting = box.width() / (shaped.whole * MM_PER_POINT) * 0.99
    points = min(points, max(fitting, FLOOR))
    draw_words(painter, shaped, box.topLeft(), points=points, width=box.width())
    return box.top() + height_of(shaped, points=points, width=box.width())


def centred(painter: QPainter, shaped: Words, box: QRectF, points: float) -> None:
    """Quiet text in the middle of the box's width, from its top."""
    draw_words(
        painter,
        shaped,
        box.topLeft(),
        points=points,
        width=box.width(),
        align=Qt.AlignmentFlag.AlignHCenter,
        ink=ink(QUIET),
    )


def fitted(text_: str, *, points: float, width: float, bold: bool = False) -> Words:
    """The text as much of it as one line of `width` mm holds."""
    return shortened(words(text_, bold=bold), points=points, width=max(width, 1), most=1)


def on_base(
    painter: QPainter, shaped: Words, left: float, base: float, points: float, strength: float = 1
) -> None:
    """One line of text whose letters stand on `base`."""
    rise = (BASELINE + shaped.pitch - PITCH) * points * MM_PER_POINT
    width = width_of(shaped, points=points) + 1
    at = QPointF(left, base - rise)
    draw_words(painter, shaped, at, points=points, width=width, ink=ink(strength))


Paint = Callable[[QPainter, QRectF], None]


def numbered(pages: list[Paint]) -> tuple[Paint, ...]:
    """The pages, each but the last with the words that send on to the next."""

    def page_with_turn(number: int, paint: Paint) -> Paint:
        def draw(painter: QPainter, page: QRectF) -> None:
            paint(painter, page)
            draw_turn(painter, page, number + 2)

        return draw if number < len(pages) - 1 else paint

    return tuple(page_with_turn(number, paint) for number, paint in enumerate(pages))
