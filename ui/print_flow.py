"""Paragraphs that run down one column and on into the next, at the largest size that has room for all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.lettering import BASELINE, CAP_HEIGHT, MM_PER_POINT, PITCH, Words, height_of, words
from ui.paper import draw_box
from ui.print_entry import Block
from ui.print_parts import QUIET

ACCURACY = 0.2
SHORTEST = 24
"""Letters of a paragraph that is never cut."""
BOX, BOX_GAP = 0.95, 0.6
"""Ems: the side of a box to tick before a paragraph, and the room after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph. `scale` of the size that is looked for, `before` ems of room above it.

    `keep` holds it together with the next one, `box` puts a box to tick before it.
    """

    text: str
    bold: bool = False
    scale: float = 1.0
    before: float = 0.0
    keep: bool = False
    box: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shaped:
    """A paragraph with its shapes, ready to be measured at any size."""

    piece: Piece
    text: Words


def shaped(pieces: Sequence[Piece]) -> tuple[Shaped, ...]:
    return tuple(_shape(piece) for piece in pieces)


def _shape(piece: Piece) -> Shaped:
    return Shaped(piece=piece, text=words(piece.text, bold=piece.bold))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """What stands in one column: pieces of text and boxes to tick (mm from the column's corner)."""

    blocks: tuple[Block, ...] = ()
    boxes: tuple[QRectF, ...] = ()


def flowed(
    pieces: Sequence[Shaped], size: tuple[float, float], points: float
) -> tuple[Column, ...]:
    """The columns of `size` (width, height in mm) that the pieces fill, as many as it takes."""
    width, height = size
    columns: list[Column] = []
    blocks: list[Block] = []
    boxes: list[QRectF] = []
    y = 0.0
    for group in _groups(pieces, width, height, points):
        if blocks and y + sum(tall for _, tall in group) > height:
            columns.append(Column(blocks=tuple(blocks), boxes=tuple(boxes)))
            blocks, boxes, y = [], [], 0.0
        for shape, tall in group:
            block, box = _placed(shape, QRectF(0, y, width, tall), points, first=not blocks)
            y = block.box.bottom()
            blocks.append(block)
            if box is not None:
                boxes.append(box)
    columns.append(Column(blocks=tuple(blocks), boxes=tuple(boxes)))
    return tuple(columns)


def largest(
    pieces: Sequence[Shaped], size: tuple[float, float], most: int, low: float, high: float
) -> float:
    """The largest size in points at which the pieces fill at most `most` columns; 0 if below `low`."""
    if len(flowed(pieces, size, low)) > most:
        return 0.0
    while high - low > ACCURACY:
        middle = (low + high) / 2
        low, high = (middle, high) if len(flowed(pieces, size, middle)) <= most else (low, middle)
    return low


def draw_column(painter: QPainter, column: Column, at: QPointF) -> None:
    """The column with its top left corner `at`."""
    painter.save()
    painter.translate(at)
    for block in column.blocks:
        block.draw(painter, QUIET)
    for box in column.boxes:
        draw_box(painter, box, radius=box.width() * 0.18, width=0.3, strength=1)
    painter.restore()


Measured = tuple[Shaped, float]
"""A paragraph and the mm it takes with the room above it."""


def _groups(
    pieces: Sequence[Shaped], width: float, height: float, points: float
) -> Iterator[list[Measured]]:
    """Pieces that stay together where a column is high enough; a tall one is cut at its spaces."""
    group: list[Measured] = []
    for piece in pieces:
        for part, tall in _cut(piece, width, height * 0.6, points):
            if sum(t for _, t in group) + tall > height:
                yield group
                group = []
            group.append((part, tall))
            if not part.piece.keep:
                yield group
                group = []
    if group:
        yield group


def _cut(shape: Shaped, width: float, height: float, points: float) -> Iterator[Measured]:
    piece, size = shape.piece, points * shape.piece.scale
    above = piece.before * points * MM_PER_POINT
    tall = above + height_of(shape.text, points=size, width=width - _indent(piece, points))
    if tall <= height or len(piece.text) < SHORTEST:
        yield shape, tall
        return
    middle = len(piece.text) // 2
    middle = piece.text.rfind(" ", 0, middle) + 1 or middle
    first = replace(piece, text=piece.text[:middle].rstrip())
    rest = replace(piece, text=piece.text[middle:], before=0, box=False)
    yield from _cut(_shape(first), width, height, points)
    yield from _cut(_shape(rest), width, height, points)


def _indent(piece: Piece, points: float) -> float:
    return (BOX + BOX_GAP) * points * MM_PER_POINT if piece.box else 0.0


def _placed(
    shape: Shaped, room: QRectF, points: float, *, first: bool
) -> tuple[Block, QRectF | None]:
    """The piece in its room and its box to tick; the first of a column has no room above it."""
    piece, text = shape.piece, shape.text
    em, size, indent = points * MM_PER_POINT, points * piece.scale, _indent(piece, points)
    above = piece.before * em
    rect = room.adjusted(indent, above, 0, 0)
    if first:
        rect.translate(0, -above)
    box = None
    if piece.box:
        side = BOX * em
        middle = rect.top() + (BASELINE + text.pitch - PITCH - CAP_HEIGHT / 2) * size * MM_PER_POINT
        box = QRectF(0, middle - side / 2, side, side)
    return Block(text=text, box=rect, points=size, quiet=piece.quiet), box
