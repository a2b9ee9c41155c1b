import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui import icons

SIDE = icons.SIZE * icons.SCALE
NEAR = 8
"""Of 255: how much a point may differ where another Qt draws the edge of a line."""


def opaque(image):
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    return [shown.pixelColor(x, y).alpha() for y in range(SIDE) for x in range(SIDE)]


def test_every_icon_that_is_drawn_can_be_shown():
    assert sorted(icons.NAMES) == sorted(f.stem for f in icons.FOLDER.glob("*.svg"))


@pytest.mark.parametrize("name", icons.NAMES)
def test_what_is_shown_is_what_was_drawn(qapp, name):
    drawn = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(0)
    painter = QPainter(drawn)
    QSvgRenderer(str(icons.FOLDER / f"{name}.svg")).render(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    shown = icons.pixmap(name, QColor(Qt.GlobalColor.black)).toImage()
    assert sum(opaque(shown)) > 0
    pairs = zip(opaque(drawn), opaque(shown), strict=True)
    assert max(abs(was - now) for was, now in pairs) <= NEAR, "script/icons draws them anew"


def test_an_icon_has_the_colour_it_is_asked_for(qapp):
    coral = QColor("#C84B31")
    image = icons.pixmap("week", coral).toImage()
    solid = [
        c for x in range(SIDE) for y in range(SIDE) if (c := image.pixelColor(x, y)).alpha() == 255
    ]
    assert {c.name() for c in solid} == {coral.name()}
