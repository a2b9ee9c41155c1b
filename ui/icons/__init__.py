"""Line icons of our own (24 pixels, stroke 1.75), tinted from the theme when they are shown.

Each is drawn in `<name>.svg`. What is shown comes from `drawn.png`, which `script/icons` makes of all
of them: reading SVG would cost every start four milliseconds.
"""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

FOLDER = Path(__file__).parent
DRAWN = FOLDER / "drawn.png"
"""All icons side by side, in the order of `NAMES`; only how opaque they are counts."""
SIZE = 24
SCALE = 2
"""Pixmaps are kept at twice the size, sharp on fine screens and cheap to shrink."""
NAMES = (
    "activities", "close", "coming-back", "face-1", "face-2", "face-3", "face-4", "face-5", "family",
    "help", "journal", "kinweek", "look-back", "next", "previous", "today", "week", "why",
)  # fmt: skip


@cache
def _drawn() -> QPixmap:
    return QPixmap(str(DRAWN))


@lru_cache(maxsize=128)
def _pixmap(name: str, colour: str) -> QPixmap:
    side = SIZE * SCALE
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)  # so that it can be seen through
    pixmap.fill(QColor(colour))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, _drawn(), NAMES.index(name) * side, 0, side, side)
    painter.end()
    pixmap.setDevicePixelRatio(SCALE)
    return pixmap


def icon(name: str, colour: QColor) -> QIcon:
    """The icon `ui/icons/<name>.svg` in this colour."""
    return QIcon(_pixmap(name, colour.name()))


def pixmap(name: str, colour: QColor) -> QPixmap:
    """The same as a picture of 24 by 24 logical pixels."""
    return _pixmap(name, colour.name())
