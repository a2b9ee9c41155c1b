"""Sheets of paper, always in millimetres: a printer, a PDF and a picture are drawn on the same way.

A layout is one function that draws on a page; everything here hands it a painter whose unit is the
millimetre and whose origin is the paper's own corner, so that preview, PDF and print are the same.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from ui.lettering import turned_round
from ui.print_language import with_language
from ui.shapes import draw_pathway
from ui.text import printing as text

Paper = Literal["A4", "A5", "Letter", "Legal", "Tabloid"]
Draw = Callable[[QPainter, QRectF], None]
"""Draws one page; the rectangle is the whole sheet of paper in mm, from (0, 0)."""

PAPERS: Mapping[Paper, QPageSize.PageSizeId] = MappingProxyType(
    {
        "A4": QPageSize.PageSizeId.A4,
        "A5": QPageSize.PageSizeId.A5,
        "Letter": QPageSize.PageSizeId.Letter,
        "Legal": QPageSize.PageSizeId.Legal,
        "Tabloid": QPageSize.PageSizeId.Tabloid,
    }
)
MARGIN = 11.0
"""Most printers reach to 5 mm of the edge; a magnet and a hand want more."""
CREATOR = "Kinweek"
DOTS_PER_INCH = 1200
MM_PER_INCH = 25.4

# Territories that use US Letter (Unicode CLDR, supplemental data, paperSize). Qt says A4 everywhere.
LETTER_LANDS = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)


class PrintError(OSError):
    """A page that could not be saved; its text is one sentence for the family."""


def paper_for(locale: QLocale) -> Paper:
    """The paper that is sold where this locale is spoken."""
    return "Letter" if QLocale.territoryToCode(locale.territory()) in LETTER_LANDS else "A4"


def page_layout(paper: Paper, *, landscape: bool = True) -> QPageLayout:
    """The whole sheet without margins; a layout keeps its own (`MARGIN`)."""
    way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    made = QPageLayout(QPageSize(PAPERS[paper]), way, QMarginsF())
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def page_rect(layout: QPageLayout) -> QRectF:
    """The sheet in mm, from (0, 0)."""
    return QRectF(QPointF(0, 0), layout.fullRect(QPageLayout.Unit.Millimeter).size())


def draw_page(painter: QPainter, device: QPagedPaintDevice, draw: Draw) -> None:
    """One page on a device that is in full page mode; a new page keeps no transform of the last."""
    painter.resetTransform()
    scale = device.logicalDpiX() / MM_PER_INCH
    painter.scale(scale, scale)
    draw(painter, page_rect(device.pageLayout()))


def page_picture(layout: QPageLayout, width_px: int, draw: Draw) -> QImage:
    """The page as a picture `width_px` wide, on white."""
    page = page_rect(layout)
    scale = width_px / page.width()
    picture = QImage(width_px, round(page.height() * scale), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing, on=True
    )
    painter.scale(scale, scale)
    draw(painter, page)
    painter.end()
    return picture


def save_pages(
    path: Path, layout: QPageLayout, pages: Sequence[Draw], *, title: str, locale: QLocale
) -> None:
    """The pages as a PDF with vector text. PrintError if the folder takes no file; never half a file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    painter = QPainter(writer)
    draw_pages(painter, writer, pages)
    painter.end()
    buffer.close()
    save_bytes(path, with_language(cast("bytes", content.data()), locale.bcp47Name()))


def mirrored(draw: Draw) -> Draw:
    """The page with left and right changed, for languages that read from right to left."""

    def turned(painter: QPainter, page: QRectF) -> None:
        painter.save()
        painter.translate(page.width(), 0)
        painter.scale(-1, 1)
        draw(painter, page)
        painter.restore()

    return turned


def draw_pages(painter: QPainter, device: QPagedPaintDevice, pages: Sequence[Draw]) -> None:
    """All the pages on a device that is in full page mode."""
    for number, draw in enumerate(pages):
        if number:
            device.newPage()
        draw_page(painter, device, draw)


def save_picture(path: Path, picture: QImage) -> None:
    """The picture as a PNG file, whole or not at all. PrintError if no file can be written there."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    buffer.close()
    save_bytes(path, cast("bytes", content.data()))


def save_bytes(path: Path, content: bytes) -> None:
    """A whole file in place of what was there. PrintError if no file can be written there."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise PrintError(text.not_saved(str(path.parent))) from error


def ink(strength: float) -> QColor:
    """Black thinned down: 1 is black, 0 the paper. A page needs no other colour."""
    return QColor.fromRgbF(1 - strength, 1 - strength, 1 - strength)


def draw_box(
    painter: QPainter, rect: QRectF, *, radius: float, width: float, strength: float
) -> None:
    """A rounded frame."""
    painter.setPen(QPen(ink(strength), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def draw_line(
    painter: QPainter, start: QPointF, end: QPointF, *, width: float, strength: float
) -> None:
    painter.setPen(QPen(ink(strength), width))
    painter.drawLine(start, end)


def draw_tick_shape(
    painter: QPainter,
    box: QRectF,
    pathway: str | None,
    *,
    done: bool,
    colour: QColor | None = None,
    ground: QColor | None = None,
) -> None:
    """The pathway's outline to tick, ticked when done; a line to tick on for what has no pathway.

    The outline is black, or in `colour`; `ground` fills it.
    """
    side = box.width()
    if pathway is None:
        foot = QPointF(0, -side * 0.06)
        draw_line(
            painter, box.bottomLeft() + foot, box.bottomRight() + foot, width=side / 9, strength=1
        )
    else:
        if ground is not None:
            draw_pathway(painter, box, pathway, ground)
        draw_pathway(painter, box, pathway, colour or ink(0.5 if done else 1), filled=False)
    if done:
        draw_tick(painter, box)


def draw_tick(painter: QPainter, box: QRectF) -> None:
    """A tick that reaches a little over the box, the same way round on every page."""
    side = box.width()
    turned = turned_round(painter)
    pen = QPen(ink(1), side * 0.17)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [
            QPointF(box.left() + (1 - x if turned else x) * side, box.top() + y * side)
            for x, y in ((0.22, 0.52), (0.46, 0.8), (1.06, -0.08))
        ]
    )
