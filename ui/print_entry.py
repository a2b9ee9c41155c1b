"""One entry on paper: its tick shape, its title, its time and names, measured before it is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.sheet import SheetLine
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
from ui.text import printing as text

TITLE = 1.16
"""A title's size as a share of the size of time and names, which is the size that is searched for."""
BESIDE_GAP = 0.5
SHAPE, SHAPE_GAP = 1.3, 0.55
"""Ems of the small text: between a title and the time beside it, the shape's side, the room after it."""
SLACK = 0.05
"""Mm that a box is wider than its one line, so that no rounding breaks the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How entries are set: `points` of the small text and `width` of the text in mm.

    With `beside`, time and names stand on the title's line where both fit. `title_lines` is the most a
    title gets before it is shortened (0: it never is); with 1 the whole entry gets that one line.
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
    """A line of the sheet, shaped for measuring: time and names together, and each by itself."""

    source: SheetLine
    title: Words
    details: Words
    time: Words
    who: Words


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


def shaped_line(source: SheetLine, locale: QLocale) -> Line:
    time = text.when(source, locale)
    who = text.who(source.people, everyone=source.everyone)
    return Line(
        source=source,
        title=shaped(source.title, bold=True),
        details=shaped(text.details(time, who)),
        time=shaped(time),
        who=shaped(who),
    )


def shape_room(points: float) -> float:
    """Mm that text stands in for the tick shape."""
    return (SHAPE + SHAPE_GAP) * points * MM_PER_POINT


def entry_height(line: Line, setting: Setting) -> float:
    """Mm from the top of this entry to the top of the next."""
    title = _title_height(line, setting)
    if _on_one_line(line, setting):
        return title + (0.2 if setting.title_lines else 0.6) * setting.em
    below = sum(
        height_of(part, points=setting.points, width=setting.width)
        for part in _below(line, setting)
    )
    return title + below + 0.85 * setting.em


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
    place = _beside if _on_one_line(line, setting) else _stacked
    return Placed(
        source=line.source,
        shape=QRectF(at.x(), middle - side / 2, side, side),
        blocks=place(line, corner, setting),
    )


def _on_one_line(line: Line, setting: Setting) -> bool:
    ems = line.title.whole * TITLE + BESIDE_GAP + line.details.whole
    fits = ems * setting.em <= setting.width
    return setting.title_lines == 1 or (setting.beside and fits)


def _title_height(line: Line, setting: Setting) -> float:
    size = setting.points * TITLE
    whole = height_of(line.title, points=size, width=setting.width)
    most = setting.title_lines * line.title.pitch * size * MM_PER_POINT
    return min(whole, most) if setting.title_lines else whole


def _below(line: Line, setting: Setting) -> tuple[Words, ...]:
    """Time and names, apart where they do not fit beside each other."""
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
    """Title, time and names on one base line; shortened, the title gets up to two thirds of it."""
    size, gap = setting.points * TITLE, BESIDE_GAP * setting.em
    title, details = line.title, line.details
    if setting.title_lines:
        rest = max(setting.width / 3, setting.width - width_of(title, points=size) - gap)
        details = shortened(details, points=setting.points, width=rest, most=1)
        room = setting.width - width_of(details, points=setting.points) - gap
        title = shortened(title, points=size, width=room, most=1)
    used = min(width_of(title, points=size), setting.width) + SLACK
    height = title.pitch * size * MM_PER_POINT
    title_base = (BASELINE + title.pitch - PITCH) * TITLE
    drop = (title_base - BASELINE - details.pitch + PITCH) * setting.em
    left = at.x() + used + gap - SLACK
    width = at.x() + setting.width + SLACK - left
    beside = QRectF(left, at.y() + drop, width, details.pitch * setting.em)
    return (
        Block(text=title, box=QRectF(at.x(), at.y(), used, height), points=size),
        Block(text=details, box=beside, points=setting.points, quiet=True),
    )
