"""Small pictures that stand on a week by the hundred, painted once and then kept: cards, initials, shapes."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from ui.shapes import draw_initial, draw_pathway

RADIUS = 7.0
EDGE = 3.5
SMALLEST = 0.6
"""The share of their size that words read down a card keep on the narrowest."""


@lru_cache(maxsize=128)
def card_stamp(width: int, height: int, fine: float, *, ground: int, edge: int) -> QPixmap:
    """A card of this size with nothing on it. Colours as numbers."""
    box = QRectF(1, 1, width - 2, height - 2)
    colours = QColor.fromRgb(ground), QColor.fromRgb(edge)
    return painted(
        QSizeF(width, height), fine, lambda painter, _: draw_card(painter, box, *colours)
    )


def draw_card(painter: QPainter, box: QRectF, ground: QColor, edge: QColor) -> None:
    """A card's ground, outlined by the painter's pen, and its edge in the pathway's colour."""
    painter.setBrush(ground)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.save()
    painter.setClipRect(QRectF(box.left(), box.top(), EDGE, box.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawRoundedRect(QRectF(box.left(), box.top(), 4 * EDGE, box.height()), 5, 5)
    painter.restore()


@lru_cache(maxsize=64)
def initial_stamp(
    initial: str, side: int, fine: float, *, ground: int, ink: int, font: str
) -> QPixmap:
    """A person's initial in a round, `side` pixels high. Colours as numbers, the font as its description.

    `fine` is the number of the screen's pixels in one of the window's.
    """
    letters = QFont()
    letters.fromString(font)
    return painted(
        QSizeF(side, side),
        fine,
        lambda painter, box: draw_initial(
            painter, box, initial, QColor.fromRgb(ground), QColor.fromRgb(ink), letters
        ),
    )


@lru_cache(maxsize=64)
def pathway_stamp(pathway: str | None, side: int, fine: float, *, colour: int) -> QPixmap:
    """The shape of a pathway, `side` pixels high."""
    return painted(
        QSizeF(side, side),
        fine,
        lambda painter, box: draw_pathway(painter, box, pathway, QColor.fromRgb(colour)),
    )


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with `share` of `other` in it."""
    return _mixed(one.rgb(), other.rgb(), share)


@lru_cache(maxsize=64)
def _mixed(one: int, other: int, share: float) -> QColor:
    """The same for colours as numbers: every paint of every card asks for one of a few."""
    shares = ((QColor.fromRgb(one), 1 - share), (QColor.fromRgb(other), share))
    return QColor(
        round(sum(colour.red() * part for colour, part in shares)),
        round(sum(colour.green() * part for colour, part in shares)),
        round(sum(colour.blue() * part for colour, part in shares)),
    )


def turned(painter: QPainter, inner: QRectF, line: float) -> QRectF:
    """The room for words that run from top to bottom; they are smaller where a line is too wide for it."""
    painter.translate(inner.topRight())
    painter.rotate(90)
    share = max(SMALLEST, min(1.0, (inner.width() + EDGE) / line))
    painter.scale(share, share)
    return QRectF(0, 0, inner.height() / share, inner.width() / share)


@lru_cache(maxsize=256)
def downwards(words: str, length: int, fine: float, *, font: str, ink: int) -> QPixmap:
    """Words from top to bottom, `length` pixels long: turned letters are slow to draw, so they are kept."""
    letters = QFont()
    letters.fromString(font)
    metrics = QFontMetricsF(letters)

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QColor.fromRgb(ink))
        painter.setFont(letters)
        painter.translate(box.width() - metrics.ascent(), 0)
        painter.rotate(90)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, length)
        painter.drawText(QPointF(0, 0), shown)

    return painted(QSizeF(round(metrics.height()), length), fine, draw)


def painted(size: QSizeF, fine: float, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    """A picture of this size in the window's pixels, drawn once."""
    picture = QPixmap((size * fine).toSize())
    picture.setDevicePixelRatio(fine)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    draw(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture
