"""Line icons of our own (24 pixels, stroke 1.75), tinted from the theme when they are shown."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent
SIZE = 24
SCALE = 2
"""Pixmaps are kept at twice the size, sharp on fine screens and cheap to shrink."""


@lru_cache(maxsize=128)
def _pixmap(name: str, colour: str) -> QPixmap:
    svg = FOLDER.joinpath(f"{name}.svg").read_bytes()
    tinted = svg.replace(b"#000", colour.encode())
    pixmap = QPixmap(QSize(SIZE, SIZE) * SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(SCALE)
    return pixmap


def icon(name: str, colour: QColor) -> QIcon:
    """The icon `ui/icons/<name>.svg` in this colour."""
    return QIcon(_pixmap(name, colour.name()))


def pixmap(name: str, colour: QColor) -> QPixmap:
    """The same as a picture of 24 by 24 logical pixels."""
    return _pixmap(name, colour.name())
