"""The journal as a PDF to print or keep: a title page, months, calm lines, page numbers."""

from collections.abc import Generator
from dataclasses import dataclass, field

from PySide6.QtCore import QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from ui.journal_book import Book, Piece, by_month
from ui.paper import PAPERS, ink, paper_for
from ui.text import journal_export as text
from ui.theme import text_font

DOTS = 600
MARGIN = QMarginsF(26, 24, 26, 26)
"""Mm of white around the text."""
BODY, SMALL, TITLE, MONTH, COVER = 11.0, 9.5, 12.0, 20.0, 34.0
"""Sizes in points."""
SOFT = 0.62


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph: points, what stands above it, and how far it stands in, in points as well."""

    words: str
    points: float = BODY
    bold: bool = False
    above: float = 0.0
    indent: float = 0.0
    soft: bool = False


@dataclass(slots=True, kw_only=True)
class Sheet:
    """Where on which page the next line goes."""

    painter: QPainter
    writer: QPdfWriter
    room: QRectF
    number: int = 1
    y: float = 0.0
    fonts: dict[tuple[float, bool], QFont] = field(default_factory=dict)

    def dots(self, points: float) -> float:
        return points * DOTS / 72

    def font(self, points: float, *, bold: bool) -> QFont:
        if (points, bold) not in self.fonts:
            made = text_font(bold=bold)
            made.setPointSizeF(points)
            self.fonts[points, bold] = made
        return self.fonts[points, bold]


def write_pdf(device: QIODevice, made: Book) -> Generator[int, None, None]:
    """Write the book into an open device, and tell after each piece how many are done.

    Closing the iterator ends the page that is being written; the file is then to be thrown away.
    """
    writer = QPdfWriter(device)
    writer.setResolution(DOTS)
    writer.setTitle(text.TITLE)
    size = QPageSize(PAPERS[paper_for(QLocale())])
    portrait, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(size, portrait, MARGIN, unit))
    painter = QPainter(writer)
    try:
        room = QRectF(0, 0, writer.width(), writer.height())
        sheet = Sheet(painter=painter, writer=writer, room=room)
        _cover(sheet, made)
        _turn(sheet)
        for count, (month, piece) in enumerate(by_month(made.pieces), 1):
            _put(sheet, _blocks(month, piece))
            yield count
        _number(sheet)
    finally:
        painter.end()


def _blocks(month: str, piece: Piece) -> list[Block]:
    blocks = [Block(words=month, points=MONTH, bold=True, above=30)] if month else []
    blocks.append(Block(words=piece.title, points=TITLE, bold=True, above=18))
    blocks.append(Block(words=piece.when, points=SMALL, above=1, soft=True))
    if piece.told:
        blocks.append(Block(words=piece.told, above=5, indent=12))
    blocks += [Block(words=fact, points=SMALL, above=3, soft=True) for fact in piece.facts]
    return blocks


def _cover(sheet: Sheet, made: Book) -> None:
    sheet.y = sheet.room.height() * 0.3
    title = Block(words=made.title, points=COVER, bold=True)
    for block in (title, Block(words=made.subtitle, points=14, above=14, soft=True)):
        _draw(sheet, block, _laid(sheet, block))


def _laid(sheet: Sheet, block: Block) -> QTextLayout:
    words = block.words.replace("\n", "\u2028")
    layout = QTextLayout(words, sheet.font(block.points, bold=block.bold), sheet.writer)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    width = sheet.room.width() - sheet.dots(block.indent)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() * 1.12
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(n).height() * 1.12 for n in range(layout.lineCount()))


def _put(sheet: Sheet, blocks: list[Block]) -> None:
    """One piece, on the next page where it does not fit on this one as a whole."""
    laid = [(block, _laid(sheet, block)) for block in blocks]
    needed = sum(sheet.dots(block.above) + _height(layout) for block, layout in laid)
    if sheet.y and sheet.y + needed > sheet.room.height():
        _number(sheet)
        _turn(sheet)
    for block, layout in laid:
        _draw(sheet, block, layout)


def _draw(sheet: Sheet, block: Block, layout: QTextLayout) -> None:
    """The lines of a paragraph, going on overleaf where they are more than a page."""
    sheet.y += sheet.dots(block.above) if sheet.y else 0
    sheet.painter.setPen(ink(SOFT if block.soft else 1))
    left = sheet.dots(block.indent)
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        if sheet.y + line.height() > sheet.room.height():
            _number(sheet)
            _turn(sheet)
            sheet.painter.setPen(ink(SOFT if block.soft else 1))
        line.draw(sheet.painter, QPointF(left, sheet.y - line.position().y()))
        sheet.y += line.height() * 1.12


def _turn(sheet: Sheet) -> None:
    sheet.writer.newPage()
    sheet.number += 1
    sheet.y = 0.0


def _number(sheet: Sheet) -> None:
    """The page's number in the middle of the lower margin."""
    sheet.painter.setFont(sheet.font(SMALL, bold=False))
    sheet.painter.setPen(ink(SOFT))
    box = QRectF(0, sheet.room.height() + sheet.dots(14), sheet.room.width(), sheet.dots(20))
    number = QLocale().toString(sheet.number)
    sheet.painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, number)
