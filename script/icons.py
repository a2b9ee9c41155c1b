"""Draws every icon of ui/icons into the one picture that the app shows them from."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.icons import DRAWN, FOLDER, NAMES, SCALE, SIZE


def drawn() -> QImage:
    """The icons side by side, in black on nothing, at the size they are kept in."""
    side = SIZE * SCALE
    image = QImage(side * len(NAMES), side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    for n, name in enumerate(NAMES):
        QSvgRenderer(str(FOLDER / f"{name}.svg")).render(painter, QRectF(n * side, 0, side, side))
    painter.end()
    return image


if __name__ == "__main__":
    app = QGuiApplication([])
    drawn().convertToFormat(QImage.Format.Format_Alpha8).convertToFormat(
        QImage.Format.Format_ARGB32
    ).save(str(DRAWN))
