"""How a page is inked and how large it is set: in colour, in grey or saving ink; in large print or not.

A pathway is never told by colour alone: it has its shape everywhere, and where something is filled a
pattern of its own. Patterns are lines in millimetres, because a brush's pattern is made of the printer's
dots and cannot be seen at 1200 of them to the inch.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.paper import ink

Inks = Literal["colour", "grey", "saving"]
INKS: tuple[Inks, ...] = ("colour", "grey", "saving")

FLOOR, LARGE_FLOOR = 9.0, 14.0
"""Points: nothing that is meant to be read is smaller, in usual and in large print."""
TINT = 0.13
"""How much of its colour a ground has."""
GREY_SHAPE, GREY_GROUND = 0.62, 0.09
STEP = {"reach": 1.5, "feel-with": 1.6, "stay-close": 1.3, "busy": 2.4}
"""Mm between the lines of a pattern."""
DOT = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was chosen about the page as a whole.

    `colours` are those of the pathways, used where `inks` is "colour"; `people` those of the initials.
    With `large` no text is smaller than 14 points; without `writing` there is no room to write on.
    """

    inks: Inks = "grey"
    colours: Mapping[str, QColor] = field(default_factory=dict)
    people: tuple[QColor, ...] = ()
    large: bool = False
    writing: bool = True

    @property
    def floor(self) -> float:
        return LARGE_FLOOR if self.large else FLOOR

    def points(self, usual: float) -> float:
        """The size of a text that usually has `usual` points."""
        return max(usual, self.floor)

    def width(self, usual: float) -> float:
        """The width of a line in mm, thinner where ink is saved."""
        return usual * (0.6 if self.inks == "saving" else 1)


def shape_colour(look: Look, pathway: str | None) -> QColor | None:
    """The colour of a pathway's outline; None where it is black."""
    return look.colours.get(pathway or "") if look.inks == "colour" and pathway else None


def ground_colour(look: Look, pathway: str | None) -> QColor | None:
    """The pale ground of a pathway's things; None where the paper stays white."""
    if look.inks == "saving" or pathway is None:
        return None
    colour = shape_colour(look, pathway)
    return ink(GREY_GROUND) if colour is None else mixed(colour, TINT)


def mixed(colour: QColor, share: float) -> QColor:
    """The colour thinned down on white paper."""
    return QColor.fromRgbF(
        *(1 - share * (1 - part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    )


def draw_pattern(painter: QPainter, box: QRectF, kind: str | None, look: Look) -> None:
    """Fills the box: dots to reach out, a grid to feel with, slanted lines to stay close or for busy."""
    if kind not in STEP:
        return
    colour = shape_colour(look, kind) or ink(0.3 if kind == "busy" else GREY_SHAPE)
    step = STEP[kind] * (1.5 if look.inks == "saving" else 1)
    painter.save()
    if kind == "reach":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for at in _dots(box, step):
            painter.drawEllipse(at, DOT, DOT)
    else:
        painter.setPen(QPen(colour, look.width(0.18 if kind == "busy" else 0.25)))
        painter.drawLines(list(_GRIDS[kind](box, step)))
    painter.restore()


def _dots(box: QRectF, step: float) -> Iterator[QPointF]:
    columns, rows = int(box.width() / step), int(box.height() / step)
    for row in range(max(rows, 1)):
        for column in range(max(columns, 1)):
            yield QPointF(
                box.left() + box.width() * (column + 0.5) / max(columns, 1),
                box.top() + box.height() * (row + 0.5) / max(rows, 1),
            )


def _crossed(box: QRectF, step: float) -> Iterator[QLineF]:
    columns, rows = max(int(box.width() / step), 1), max(int(box.height() / step), 1)
    for n in range(rows):
        y = box.top() + box.height() * (n + 0.5) / rows
        yield QLineF(box.left(), y, box.right(), y)
    for n in range(columns):
        x = box.left() + box.width() * (n + 0.5) / columns
        yield QLineF(x, box.top(), x, box.bottom())


def _slanted(box: QRectF, step: float) -> Iterator[QLineF]:
    """Lines at 45 degrees, each cut at the edges of the box."""
    reach = box.width() + box.height()
    for n in range(1, int(reach / (step * 1.414)) + 1):
        along = n * step * 1.414
        start = min(along, box.height())
        end = min(along, box.width())
        yield QLineF(
            box.left() + along - start,
            box.top() + start,
            box.left() + end,
            box.top() + along - end,
        )


_GRIDS = {"feel-with": _crossed, "stay-close": _slanted, "busy": _slanted}
