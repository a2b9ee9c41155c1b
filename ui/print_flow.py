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
        tall = sum(_height(piece, width, points) for piece in group)
        if blocks and y + tall > height:
            columns.append(Column(blocks=tuple(blocks), boxes=tuple(boxes)))
            blocks, boxes, y = [], [], 0.0
        for piece in group:
            first = not blocks
            block, box, y = _placed(piece, y, width, points, first=first)
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


def _groups(
    pieces: Sequence[Shaped], width: float, height: float, points: float
) -> Iterator[list[Shaped]]:
    """Pieces that stay together; one too tall for a column cut at its spaces."""
    group: list[Shaped] = []
    for piece in pieces:
        for part in _cut(piece, width, height * 0.6, points):
            group.append(part)
            if not part.piece.keep:
                yield group
                group = []
    if group:
        yield group


def _cut(shape: Shaped, width: float, height: float, points: float) -> Iterator[Shaped]:
    if _height(shape, width, points) <= height:
        yield shape
        return
    piece = shape.piece
    parts = piece.text.split()
    if len(parts) < 2:
        yield shape
        return
    middle = len(parts) // 2
    first = replace(piece, text=" ".join(parts[:middle]))
    rest = replace(piece, text=" ".join(parts[middle:]), before=0, box=False)
    yield from _cut(_shape(first), width, height, points)
    yield from _cut(_shape(rest), width, height, points)


def _indent(piece: Piece, points: float) -> float:
    return (BOX + BOX_GAP) * points * MM_PER_POINT if piece.box else 0.0


def _height(shape: Shaped, width: float, points: float) -> float:
    piece, size = shape.piece, points * shape.piece.scale
    above = piece.before * points * MM_PER_POINT
    return above + height_of(shape.text, points=size, width=width - _indent(piece, points))


def _placed(
    shape: Shaped, y: float, width: float, points: float, *, first: bool
) -> tuple[Block, QRectF | None, float]:
    """The piece below `y`, its box to tick, and the y below it; no room above the first of a column."""
    piece, text = shape.piece, shape.text
    em, size, indent = points * MM_PER_POINT, points * piece.scale, _indent(piece, points)
    top = y if first else y + piece.before * em
    height = height_of(text, points=size, width=width - indent)
    rect = QRectF(indent, top, width - indent, height)
    box = None
    if piece.box:
        side = BOX * em
        middle = top + (BASELINE + text.pitch - PITCH - CAP_HEIGHT / 2) * size * MM_PER_POINT
        box = QRectF(0, middle - side / 2, side, side)
    return Block(text=text, box=rect, points=size, quiet=piece.quiet), box, top + height
