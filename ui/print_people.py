"""People on paper: their first letters in a ring of their own, told apart by its line as well as its colour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.sheet import SheetLine, SheetPerson, WeekSheet
from ui.lettering import BASELINE, CAP_HEIGHT, MM_PER_POINT, PITCH, Words, draw_words, words
from ui.paper import ink
from ui.print_look import TINT, Look, mixed

HEIGHT, PAD, GAP = 1.3, 0.55, 0.25
"""Ems: a ring's height, the room around its letters, the room to the next ring."""
ROW = 1.45
"""Ems from one row of rings to the next."""
LINES: tuple[tuple[float, ...], ...] = ((), (3.0, 1.6), (0.9, 1.5), (6.0, 1.2, 1.0, 1.2))
"""How the rings are drawn, in widths of their line: whole, dashed, dotted, dashed and dotted."""
LINE = 0.09


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ring:
    """A person's letters, shaped, and their width in ems with the ring."""

    letters: Words
    width: float
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlacedRing:
    """A ring in its box (mm), its letters at `points`."""

    ring: Ring
    box: QRectF
    points: float


def ring_of(person: SheetPerson) -> Ring:
    letters = words(person.initials, bold=True)
    return Ring(letters=letters, width=max(HEIGHT, letters.whole + PAD), colour=person.colour)


def rings_of(line: SheetLine, family: Mapping[str, SheetPerson]) -> tuple[Ring, ...]:
    """The rings of those who take part; none where it is everybody, or somebody has no ring."""
    if line.everyone or not all(name in family for name in line.people):
        return ()
    return tuple(ring_of(family[name]) for name in line.people)


def by_name(family: Iterable[SheetPerson]) -> dict[str, SheetPerson]:
    return {person.name: person for person in family}


def on_sheet(sheet: WeekSheet) -> tuple[SheetPerson, ...]:
    """Whose rings stand on this sheet."""
    named = {
        name for day in sheet.days for one in day.lines if not one.everyone for name in one.people
    }
    return tuple(person for person in sheet.family if person.name in named)


def width_of_rings(rings: tuple[Ring, ...]) -> float:
    """Ems that rings take in one row, with the room before each."""
    return sum(ring.width + GAP for ring in rings)


def rows_of_rings(
    rings: tuple[Ring, ...], first: float, width: float
) -> tuple[tuple[tuple[Ring, float], ...], ...]:
    """The rings with their left edges (ems) in rows: the first begins at `first`, none is wider than `width`.

    Those that would not all fit into the first row stand together below it.
    """
    rows: list[list[tuple[Ring, float]]] = [[]]
    x = first if first + width_of_rings(rings) <= width else width
    for ring in rings:
        if x + GAP + ring.width > width and (rows[-1] or len(rows) == 1):
            rows.append([])
            x = -GAP
        rows[-1].append((ring, x + GAP))
        x += GAP + ring.width
    return tuple(tuple(row) for row in rows)


def draw_ring(painter: QPainter, placed: PlacedRing, look: Look) -> None:
    """The ring in the person's colour, or grey, and with a line of its own kind."""
    ring, box, points = placed.ring, placed.box, placed.points
    coloured = look.inks == "colour" and look.people
    colour = look.people[ring.colour % len(look.people)] if coloured else ink(0.75)
    pen = QPen(colour, look.width(max(points * MM_PER_POINT * LINE, 0.25)))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = LINES[ring.colour % len(LINES)]
    if dashes:
        pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    painter.setBrush(mixed(colour, TINT) if coloured else Qt.BrushStyle.NoBrush)
    half = box.height() / 2
    painter.drawRoundedRect(box, half, half)
    em = points * MM_PER_POINT
    rise = (BASELINE + ring.letters.pitch - PITCH) * em
    top = box.center().y() + CAP_HEIGHT * em / 2 - rise
    draw_words(
        painter,
        ring.letters,
        QPointF(box.left(), top),
        points=points,
        width=box.width(),
        align=Qt.AlignmentFlag.AlignHCenter,
    )
