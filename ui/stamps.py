"""Small pictures that stand on a week by the hundred, painted once and then kept: initials and shapes."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from ui.shapes import draw_initial, draw_pathway


@lru_cache(maxsize=64)
def initial_stamp(
    initial: str, side: int, fine: float, *, ground: int, ink: int, font: str
) -> QPixmap:
    """A person's initial in a round, `side` pixels high. Colours as numbers, the font as its description.

    `fine` is the number of the screen's pixels in one of the window's.
    """
    letters = QFont()
    letters.fromString(font)
    return _painted(
        side,
        fine,
        lambda painter, box: draw_initial(
            painter, box, initial, QColor.fromRgb(ground), QColor.fromRgb(ink), letters
        ),
    )


@lru_cache(maxsize=64)
def pathway_stamp(pathway: str | None, side: int, fine: float, *, colour: int) -> QPixmap:
    """The shape of a pathway, `side` pixels high."""
    return _painted(
        side,
        fine,
        lambda painter, box: draw_pathway(painter, box, pathway, QColor.fromRgb(colour)),
    )


def _painted(side: int, fine: float, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    picture = QPixmap((QSizeF(side, side) * fine).toSize())
    picture.setDevicePixelRatio(fine)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
