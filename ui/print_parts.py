"""What all pages share: the heading with its legend, boxes with a title, lines to write on."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.sheet import SheetPerson
from ui.lettering import (
    BASELINE,
    CAP_HEIGHT,
    MM_PER_POINT,
    PITCH,
    Words,
    draw_words,
    height_of,
    line_count,
    shortened,
    width_of,
    words,
)
from ui.paper import MARGIN, draw_line, draw_tick_shape, ink
from ui.print_entry import Placed
from ui.print_look import Look, draw_pattern, ground_colour, shape_colour
from ui.print_people import GAP, HEIGHT, PlacedRing, Ring, draw_ring, ring_of
from ui.text import printing as text

HEADING, SUBTITLE, LEGEND, CAPTION = 24.0, 12.0, 11.0, 11.0
"""Points of the page's title, its dates, the legend and the titles of the boxes."""
LEGEND_SHAPE, LEGEND_GAP = 2.2, 1.3
"""Ems from a shape's left edge to its word, and from a word to the next shape."""
STRIP = 1.9
"""Mm: the width of the strip of a pathway's pattern."""
SQUEEZE = 0.85
"""How much smaller dates and legend get before they take lines of their own."""
QUIET, LINE, FAINT = 0.72, 0.55, 0.35
"""How much ink: small text, frames, writing lines."""
RADIUS = 2.5
WRITING_LINE = 7.5
"""The least mm from one writing line to the next."""
TURN, TURN_ROOM = 10.0, 6.0
"""Points of the words at the foot of a page that send on to the next, and mm for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The words at the top of a page; `legend` for the three shapes and their names, and for `people`."""

    title: str
    subtitle: str = ""
    legend: bool = True
    people: tuple[SheetPerson, ...] = ()


def inner(page: QRectF) -> QRectF:
    """The page without its margins."""
    return page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def draw_heading(painter: QPainter | None, area: QRectF, heading: Heading, look: Look) -> float:
    """Title, dates and legend on one base line, or on lines of their own where the page is narrow.

    The y below them. Without a painter it is only measured.
    """
    title = words(heading.title, bold=True)
    fitting = area.width() / (title.whole * MM_PER_POINT) * 0.99
    large = max(min(HEADING, fitting), look.floor)
    base = area.top() + CAP_HEIGHT * large * MM_PER_POINT
    base = _paragraph(painter, title, QRectF(area.left(), base, area.width(), 0), large)
    subtitle, legend = words(heading.subtitle), _legend(heading)
    small, names = look.points(SUBTITLE), look.points(LEGEND)
    x = area.left() + width_of(title, points=large) + 4
    room = area.right() - x
    wide = width_of(subtitle, points=small) + 8 + _legend_width(legend, names)
    squeeze = 1.0 if look.large else max(SQUEEZE, min(1.0, room / wide if room > 0 else 0))
    one_line = wide * squeeze <= room
    step = small * MM_PER_POINT * PITCH + 1.5
    if heading.subtitle:
        small = max(small * squeeze, look.floor)
        if width_of(subtitle, points=small) > room:
            x, base = area.left(), base + step
        line = QRectF(x, base, area.right() - x, 0)
        base = _paragraph(painter, subtitle, line, small, strength=QUIET)
    if legend:
        names = max(names * squeeze, look.floor)
        x = area.right() - _legend_width(legend, names)
        if not one_line:
            x, base = area.left(), base + step
        line = QRectF(x, base, area.right() - x, 0)
        base = _draw_legend(painter, legend, line, names, look)
    return base + 4.5


def _paragraph(
    painter: QPainter | None, shaped: Words, line: QRectF, points: float, *, strength: float = 1
) -> float:
    """Text whose first line stands on the top of `line`, as wide as that. The last base line."""
    if width_of(shaped, points=points) <= line.width():
        if painter is not None:
            on_base(painter, shaped, line.left(), line.top(), points, strength)
        return line.top()
    rise = (BASELINE + shaped.pitch - PITCH) * points * MM_PER_POINT
    if painter is not None:
        at = QPointF(line.left(), line.top() - rise)
        draw_words(painter, shaped, at, points=points, width=line.width(), ink=ink(strength))
    lines = line_count(shaped, points=points, width=line.width())
    return line.top() + (lines - 1) * shaped.pitch * points * MM_PER_POINT


def of_many(heading: Heading, page: int, pages: int) -> Heading:
    """The heading of one of several pages; that of a single page stays as it is."""
    if pages == 1:
        return heading
    return replace(
        heading,
        title=heading.title if page == 1 else text.continued(heading.title),
        subtitle=text.part_of_pages(heading.subtitle, page, pages),
    )


def below_heading(area: QRectF, heading: Heading, look: Look) -> tuple[QRectF, QRectF]:
    """What the heading leaves of a single page, and of one of many, which has words at its foot too."""
    one, many = (
        area.adjusted(0, draw_heading(None, area, shown, look) - area.top(), 0, 0)
        for shown in (heading, of_many(heading, 2, 9))
    )
    many.setTop(max(one.top(), many.top()))
    return one, many.adjusted(0, 0, 0, -TURN_ROOM)


def draw_turn(painter: QPainter, page: QRectF, number: int, look: Look) -> None:
    """At the foot of the page: that it goes on, and where."""
    area = inner(page)
    shaped = words(text.continued_on(number), bold=True)
    points = look.points(TURN)
    x = area.right() - width_of(shaped, points=points)
    on_base(painter, shaped, x, area.bottom() - 0.8, points)


Sign = str | Ring
"""What stands in the legend before a name: a pathway's shape or a person's ring."""


def _legend(heading: Heading) -> list[tuple[Sign, Words]]:
    if not heading.legend:
        return []
    pathways = [(pathway, words(name, bold=True)) for pathway, name in text.PATHWAYS.items()]
    return [*pathways, *((ring_of(p), words(p.name, bold=True)) for p in heading.people)]


def _sign_room(sign: Sign) -> float:
    """Ems from the left edge of a sign to its name."""
    return LEGEND_SHAPE if isinstance(sign, str) else sign.width + 1.6 * GAP


def _legend_width(legend: list[tuple[Sign, Words]], points: float) -> float:
    em = points * MM_PER_POINT
    wide = sum(name.whole + _sign_room(sign) + LEGEND_GAP for sign, name in legend)
    return max(wide - LEGEND_GAP, 0) * em


def _draw_legend(
    painter: QPainter | None,
    legend: list[tuple[Sign, Words]],
    line: QRectF,
    points: float,
    look: Look,
) -> float:
    """The signs and what they mean, from the base line `line` down. The last base line."""
    em = points * MM_PER_POINT
    x, base = line.left(), line.top()
    for sign, name in legend:
        wide = (_sign_room(sign) + name.whole) * em
        if x > line.left() and x + wide > line.right() + 0.1:
            x, base = line.left(), base + em * 1.5
        if painter is not None:
            middle = base - CAP_HEIGHT * em / 2
            _draw_sign(painter, sign, QPointF(x, middle), points, look)
            on_base(painter, name, x + _sign_room(sign) * em, base, points)
        x += wide + LEGEND_GAP * em
    return base


def _draw_sign(painter: QPainter, sign: Sign, at: QPointF, points: float, look: Look) -> None:
    """A pathway's shape and pattern, or a ring; `at` is the middle of its left edge."""
    em = points * MM_PER_POINT
    if isinstance(sign, Ring):
        box = QRectF(at.x(), at.y() - HEIGHT * em / 2, sign.width * em, HEIGHT * em)
        draw_ring(painter, PlacedRing(ring=sign, box=box, points=points), look)
        return
    draw_shape(painter, QRectF(at.x(), at.y() - em / 2, em, em), sign, look)
    strip = QRectF(at.x() + 1.3 * em, at.y() - em / 2, STRIP, em)
    draw_pattern(painter, strip, sign, look)


def draw_placed(
    painter: QPainter, placed: Placed, look: Look, *, ticked: bool, strip: bool = True
) -> None:
    """An entry where it was placed; with `strip` its pathway's pattern runs down beside the text.

    What a calendar has is pale throughout, with a dash where an entry has its shape.
    """
    quiet, shape = placed.source.quiet, placed.shape
    below = QRectF(shape.center().x() - STRIP / 2, shape.bottom() + 0.9, STRIP, 0)
    below.setBottom(placed.bottom - 0.6)
    if quiet:
        side = QPointF(shape.width() / 4, 0)
        draw_line(painter, shape.center() - side, shape.center() + side, width=0.35, strength=QUIET)
    else:
        draw_shape(painter, shape, placed.source.pathway, look, done=ticked)
    if strip and not quiet and below.height() > STRIP:
        draw_pattern(painter, below, placed.source.pathway, look)
    for block in placed.blocks:
        replace(block, quiet=quiet or block.quiet).draw(painter, QUIET)
    for ring in placed.rings:
        draw_ring(painter, ring, look)


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


def draw_caption(painter: QPainter, box: QRectF, caption: str, look: Look) -> float:
    """A box's title, a little smaller where the box is narrow and then on more lines. The y below it."""
    shaped = words(caption, bold=True)
    fitting = box.width() / (shaped.whole * MM_PER_POINT) * 0.99
    points = min(look.points(CAPTION), max(fitting, look.floor))
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


def numbered(pages: list[Paint], look: Look) -> tuple[Paint, ...]:
    """The pages, each but the last with the words that send on to the next."""

    def page_with_turn(number: int, paint: Paint) -> Paint:
        def draw(painter: QPainter, page: QRectF) -> None:
            paint(painter, page)
            draw_turn(painter, page, number + 2, look)

        return draw if number < len(pages) - 1 else paint

    return tuple(page_with_turn(number, paint) for number, paint in enumerate(pages))
