"""One activity to hold in the hand: a sheet of one page, or four cards to cut out."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from activities.model import Activity
from ui.lettering import MM_PER_POINT
from ui.paper import MARGIN, Draw, ink
from ui.print_flow import Column, Piece, draw_column, flowed, largest, shaped
from ui.print_look import Look, draw_pattern
from ui.print_parts import (
    Heading,
    below_heading,
    draw_heading,
    draw_shape,
    fitted,
    inner,
    numbered,
    of_many,
    on_base,
)
from ui.text import printing as text

LARGEST, CARD_LARGEST = 13.0, 13.0
TWO_COLUMNS_FROM = 140.0
"""Mm of width from which a page has two columns: longer lines are hard to follow."""
COLUMN_GAP = 9.0
BELOW_BAND = 2.0
CUT_MARGIN = 6.0
"""Mm from where a card is cut to its text."""
CARDS = 4
CARD_TITLE, CARD_PART = 13.0, 10.0
CARD_HEAD = 14.0
"""Mm at the top of a card for the activity's name and what the card is about."""


def sheet_pages(page: QRectF, activity: Activity, look: Look) -> tuple[Draw, ...]:
    """The activity on one page; what is good to know but not needed gives way before the size does.

    An activity whose steps and words alone are too long for a page goes on on a second.
    """
    heading = Heading(title=activity.title, subtitle=text.activity_facts(activity), legend=False)
    one, lower = below_heading(inner(page), heading, look)
    for sections in _fewer(activity):
        pieces = shaped(tuple(chain.from_iterable(sections)))
        size, count = _columns(one)
        points = largest(pieces, size, count, look.floor, max(LARGEST, look.floor + 3))
        if points:
            break
    else:
        size, count = _columns(lower)
        points = look.floor
    columns = flowed(pieces, size, points)
    pages = [columns[n : n + count] for n in range(0, len(columns), count)]
    return numbered(
        [
            _sheet(
                activity,
                part,
                one if len(pages) == 1 else lower,
                of_many(heading, n + 1, len(pages)),
                look,
            )
            for n, part in enumerate(pages)
        ],
        look,
    )


def card_pages(page: QRectF, activity: Activity, look: Look) -> tuple[Draw, ...]:
    """Four cards on a page with lines to cut along; one that is too full goes on on the next card."""
    room = _card_area(page, 0)
    size = (room.width(), room.height() - CARD_HEAD)
    cards: list[tuple[str, Column]] = []
    for name, texts in _card_texts(activity):
        pieces = shaped(texts)
        points = largest(pieces, size, 1, look.floor, max(CARD_LARGEST, look.floor + 2))
        for number, column in enumerate(flowed(pieces, size, points or look.floor)):
            cards.append((text.continued(name) if number else name, column))
    return tuple(
        _card_page(activity, cards[n : n + CARDS], look) for n in range(0, len(cards), CARDS)
    )


def _columns(area: QRectF) -> tuple[tuple[float, float], int]:
    """Width and height of a column in mm, and how many there are."""
    height = area.height() - BELOW_BAND
    if area.width() < TWO_COLUMNS_FROM:
        return (area.width(), height), 1
    return ((area.width() - COLUMN_GAP) / 2, height), 2


def _fewer(activity: Activity) -> Iterator[list[tuple[Piece, ...]]]:
    """Everything; then without what may go wrong; without the ages; without what to say instead."""
    parts = [
        _about(activity),
        _steps(activity),
        _say(activity),
        _instead(activity),
        _ages(activity),
        _trouble(activity),
    ]
    for count in range(len(parts), 2, -1):
        yield parts[:count]


def _card_texts(activity: Activity) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for name, pieces in (
        (text.STEPS, _about(activity)[:1] + _steps(activity)[1:]),
        (text.SAY, _say(activity)[1:]),
        (text.INSTEAD, _instead(activity)[1:]),
        (text.BY_AGE, _ages(activity)[1:]),
    ):
        if pieces:
            yield name, pieces


def _head(words: str) -> Piece:
    return Piece(text=words, bold=True, scale=1.15, before=1.1, keep=True)


def _about(activity: Activity) -> tuple[Piece, ...]:
    told = (
        Piece(text=activity.summary),
        Piece(text=text.materials(activity.materials), before=0.5, quiet=True),
        Piece(text=activity.prep, before=0.5, quiet=True),
        Piece(text=activity.safety_note, before=0.5),
    )
    return tuple(piece for piece in told if piece.text)


def _steps(activity: Activity) -> tuple[Piece, ...]:
    return _section(
        text.STEPS,
        [
            (
                Piece(text=step.text, before=0.5, box=True),
                Piece(text=step.tip, before=0.2, quiet=True),
            )
            for step in activity.steps
        ],
    )


def _say(activity: Activity) -> tuple[Piece, ...]:
    return _section(
        text.SAY,
        [
            (
                Piece(text=say.when, before=0.6, quiet=True, keep=True),
                Piece(text=text.quoted(say.words)),
            )
            for say in activity.say
        ],
    )


def _instead(activity: Activity) -> tuple[Piece, ...]:
    return _section(
        text.INSTEAD,
        [
            (
                Piece(text=text.not_this(swap.not_this), before=0.6, quiet=True, keep=True),
                Piece(text=text.quoted(swap.try_this), keep=bool(swap.because)),
                Piece(text=swap.because, before=0.1, quiet=True),
            )
            for swap in activity.instead
        ],
    )


def _ages(activity: Activity) -> tuple[Piece, ...]:
    return _section(
        text.BY_AGE,
        [
            (
                Piece(text=text.ages(band), bold=True, before=0.6, keep=True),
                Piece(text=change.change),
                Piece(text=text.quoted(change.words) if change.words else "", before=0.1),
            )
            for band, change in activity.by_age.items()
        ],
    )


def _trouble(activity: Activity) -> tuple[Piece, ...]:
    return _section(
        text.TROUBLE,
        [
            (
                Piece(text=trouble.if_this, before=0.6, bold=True, keep=True),
                Piece(text=trouble.then_that),
            )
            for trouble in activity.trouble
        ],
    )


def _section(name: str, groups: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    pieces = tuple(piece for group in groups for piece in group if piece.text)
    return (_head(name), *pieces) if pieces else ()


def _sheet(
    activity: Activity, columns: tuple[Column, ...], area: QRectF, heading: Heading, look: Look
) -> Draw:
    def draw(painter: QPainter, page: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_heading(painter, inner(page), heading, look)
        (width, _), _count = _columns(area)
        _draw_marks(painter, QRectF(area.left(), area.top() - 2.8, area.width(), 2), activity, look)
        for number, column in enumerate(columns):
            at = area.topLeft() + QPointF(number * (width + COLUMN_GAP), BELOW_BAND)
            draw_column(painter, column, at)

    return draw


def _draw_marks(painter: QPainter, band: QRectF, activity: Activity, look: Look) -> None:
    """The pathway's pattern as a band."""
    draw_pattern(painter, band, activity.pathways[0] if activity.pathways else None, look)


def _card_page(activity: Activity, cards: list[tuple[str, Column]], look: Look) -> Draw:
    def draw(painter: QPainter, page: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink(0.45), 0.15)
        pen.setDashPattern([12, 8])
        painter.setPen(pen)
        middle = page.center()
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), page.bottom()))
        painter.drawLine(QPointF(0, middle.y()), QPointF(page.right(), middle.y()))
        for number, (name, column) in enumerate(cards):
            area = _card_area(page, number)
            _draw_card(painter, area, activity, name, look)
            draw_column(painter, column, area.topLeft() + QPointF(0, CARD_HEAD))

    return draw


def _card_area(page: QRectF, number: int) -> QRectF:
    """Where the text of a card stands: the page's margin at the edges of the paper, less at the cuts."""
    across, down = number % 2, number // 2
    width = page.width() / 2 - MARGIN - CUT_MARGIN
    height = page.height() / 2 - MARGIN - CUT_MARGIN
    left = page.width() / 2 + CUT_MARGIN if across else MARGIN
    top = page.height() / 2 + CUT_MARGIN if down else MARGIN
    return QRectF(left, top, width, height)


def _draw_card(painter: QPainter, area: QRectF, activity: Activity, name: str, look: Look) -> None:
    """The head of a card: the pathway's shape, the activity's name, what the card is about."""
    side = 6.0
    pathway = activity.pathways[0] if activity.pathways else None
    draw_shape(painter, QRectF(area.left(), area.top(), side, side), pathway, look)
    left, width = area.left() + side + 2.5, area.width() - side - 2.5
    points = look.points(CARD_TITLE)
    title = fitted(activity.title, points=points, width=width, bold=True)
    on_base(painter, title, left, area.top() + points * MM_PER_POINT * 0.85, points)
    part = fitted(name, points=look.points(CARD_PART), width=width)
    on_base(painter, part, left, area.top() + 8.9, look.points(CARD_PART), strength=0.72)
    _draw_marks(painter, QRectF(area.left(), area.top() + 10.6, area.width(), 1.8), activity, look)
