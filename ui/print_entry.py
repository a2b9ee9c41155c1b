"""One entry on paper: its tick shape, its title, its time and names, measured before it is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.sheet import SheetLine, SheetPerson
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
)
from ui.lettering import words as shaped
from ui.paper import ink
from ui.print_people import (
    GAP,
    HEIGHT,
    ROW,
    PlacedRing,
    Ring,
    rings_of,
    rows_of_rings,
    width_of_rings,
)
from ui.text import printing as text

TITLE = 1.16
"""A title's size as a share of the size of time and names, which is the size that is searched for."""
BESIDE_GAP, TIME_GAP = 0.5, 0.2
SHAPE, SHAPE_GAP = 1.3, 0.55
"""Ems of the small text: between a title and the time beside it, from the time to the first ring, the
shape's side, the room after it.
"""
Family = Mapping[str, SheetPerson]
Rows = tuple[tuple[tuple[Ring, float], ...], ...]
SLACK = 0.05
"""Mm that a box is wider than its one line, so that no rounding breaks the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How entries are set: `points` of the small text and `width` of the text in mm.

    With `beside`, time and people stand on the title's line where both fit. `title_lines` is the most
    a title gets before it is shortened (0: it never is).
    """

    points: float
    width: float
    beside: bool = False
    title_lines: int = 0

    @property
    def em(self) -> float:
        return self.points * MM_PER_POINT


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A line of the sheet, shaped for measuring: time and names together, each by itself, the rings.

    Where people have rings there are no names.
    """

    source: SheetLine
    title: Words
    details: Words
    time: Words
    who: Words
    rings: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """A piece of text and the box (mm) it fills at `points`; `quiet` for what is not the title."""

    text: Words
    box: QRectF
    points: float
    quiet: bool = False

    def draw(self, painter: QPainter, quiet: float) -> None:
        """The text in its box; `quiet` is how much ink there is in what is not the title."""
        draw_words(
            painter,
            self.text,
            self.box.topLeft(),
            points=self.points,
            width=self.box.width(),
            ink=ink(quiet if self.quiet else 1),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """An entry on the page: its tick shape (mm) and its text, the title first."""

    source: SheetLine
    shape: QRectF
    blocks: tuple[Block, ...]
    rings: tuple[PlacedRing, ...] = ()

    @property
    def bottom(self) -> float:
        """The y (mm) below all of it."""
        return max(block.box.bottom() for block in self.blocks)


def shaped_line(source: SheetLine, locale: QLocale, family: Family) -> Line:
    """The line shaped for measuring; `family` are those who have rings, by their names."""
    rings = rings_of(source, family)
    who = "" if rings else text.who(source.people, everyone=source.everyone)
    goes_without_saying = source.quiet and source.all_day and not (rings or who)
    time = "" if goes_without_saying else text.when(source, locale)
    return Line(
        source=source,
        title=shaped(source.title, bold=not source.quiet),
        details=shaped(text.details(time, who)),
        time=shaped(time),
        who=shaped(who),
        rings=rings,
    )


def shape_room(points: float) -> float:
    """Mm that text stands in for the tick shape."""
    return (SHAPE + SHAPE_GAP) * points * MM_PER_POINT


def entry_height(line: Line, setting: Setting) -> float:
    """Mm from the top of this entry to the top of the next."""
    title = _title_height(line, setting)
    if _on_one_line(line, setting):
        return title + 0.6 * setting.em
    below = sum(
        height_of(part, points=setting.points, width=setting.width)
        for part in _below(line, setting)
    )
    more_rows = len(_ring_rows(line, setting)) - 1
    return title + below + (0.85 + max(more_rows, 0) * ROW) * setting.em


def breaks_a_word(line: Line, setting: Setting, *, small: Setting) -> bool:
    """Whether a word is broken that stays whole in a `small` setting."""
    pieces = (line.title.longest * TITLE, line.time.whole, line.who.longest)
    return any(
        piece * setting.em > setting.width and piece * small.em <= small.width for piece in pieces
    )


def place_entry(line: Line, at: QPointF, setting: Setting) -> Placed:
    """The entry with its top left corner `at`."""
    side = SHAPE * setting.em
    lift = BASELINE + line.title.pitch - PITCH - CAP_HEIGHT / 2
    middle = at.y() + lift * setting.em * TITLE
    corner = QPointF(at.x() + shape_room(setting.points), at.y())
    beside = _on_one_line(line, setting)
    blocks = (_beside if beside else _stacked)(line, corner, setting)
    rows = (
        (tuple(_in_a_row(line.rings, line.details.whole)),) if beside else _ring_rows(line, setting)
    )
    return Placed(
        source=line.source,
        shape=QRectF(at.x(), middle - side / 2, side, side),
        blocks=blocks,
        rings=tuple(_placed_rings(rows, blocks[-1], setting)),
    )


def _ring_rows(line: Line, setting: Setting) -> Rows:
    """The rings behind the time, in as many rows as they need."""
    if not line.rings:
        return ()
    return rows_of_rings(line.rings, line.details.whole + TIME_GAP, setting.width / setting.em)


def _in_a_row(rings: tuple[Ring, ...], after: float) -> Iterator[tuple[Ring, float]]:
    x = after + TIME_GAP
    for ring in rings:
        yield ring, x + GAP
        x += GAP + ring.width


def _placed_rings(rows: Rows, time: Block, setting: Setting) -> Iterator[PlacedRing]:
    """The rings with the middle of their letters on that of the time's, or of its last line."""
    em = setting.em
    last_line = time.box.bottom() - time.text.pitch * em
    middle = last_line + (BASELINE + time.text.pitch - PITCH - CAP_HEIGHT / 2) * em
    for number, row in enumerate(rows):
        for ring, left in row:
            box = QRectF(0, 0, ring.width * em, HEIGHT * em)
            box.moveTo(time.box.left() + left * em, middle - box.height() / 2 + number * ROW * em)
            yield PlacedRing(ring=ring, box=box, points=setting.points)


def _on_one_line(line: Line, setting: Setting) -> bool:
    ems = line.title.whole * TITLE + BESIDE_GAP + line.details.whole
    if line.rings:
        ems += TIME_GAP + width_of_rings(line.rings)
    return setting.beside and ems * setting.em <= setting.width


def _title_height(line: Line, setting: Setting) -> float:
    size = setting.points * TITLE
    whole = height_of(line.title, points=size, width=setting.width)
    most = setting.title_lines * line.title.pitch * size * MM_PER_POINT
    return min(whole, most) if setting.title_lines else whole


def _below(line: Line, setting: Setting) -> tuple[Words, ...]:
    """Time and names, apart where they do not fit beside each other; nothing if there are none."""
    if not line.details.text:
        return ()
    together = width_of(line.details, points=setting.points) <= setting.width
    return (line.details,) if together or not line.who.text else (line.time, line.who)


def _stacked(line: Line, at: QPointF, setting: Setting) -> tuple[Block, ...]:
    title, size = line.title, setting.points * TITLE
    if setting.title_lines:
        title = shortened(title, points=size, width=setting.width, most=setting.title_lines)
    blocks = [Block(text=title, box=_box(title, at, size, setting), points=size)]
    for part in _below(line, setting):
        box = _box(part, blocks[-1].box.bottomLeft(), setting.points, setting)
        blocks.append(Block(text=part, box=box, points=setting.points, quiet=True))
    return tuple(blocks)


def _box(part: Words, at: QPointF, points: float, setting: Setting) -> QRectF:
    height = height_of(part, points=points, width=setting.width)
    return QRectF(at.x(), at.y(), setting.width, height)


def _beside(line: Line, at: QPointF, setting: Setting) -> tuple[Block, ...]:
    """Title, time and people on one base line."""
    size, gap = setting.points * TITLE, BESIDE_GAP * setting.em
    title, details = line.title, line.details
    used = min(width_of(title, points=size), setting.width) + SLACK
    height = title.pitch * size * MM_PER_POINT
    title_base = (BASELINE + title.pitch - PITCH) * TITLE
    drop = (title_base - BASELINE - details.pitch + PITCH) * setting.em
    left = at.x() + used + gap - SLACK
    width = width_of(details, points=setting.points) + 2 * SLACK
    beside = QRectF(left, at.y() + drop, width, details.pitch * setting.em)
    return (
        Block(text=title, box=QRectF(at.x(), at.y(), used, height), points=size),
        Block(text=details, box=beside, points=setting.points, quiet=True),
    )
