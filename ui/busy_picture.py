"""How busy times look behind the cards: hatched blocks, with words where one has the day to itself.

Blocks of several people side by side tell whose they are by initials, and carry words where they fit.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from planner.busy_blocks import Block
from planner.model import Person, PersonId
from ui.shapes import fill
from ui.stamps import downwards, initial_stamp, painted
from ui.text import common
from ui.text import week as text
from ui.theme import Theme, text_font

if TYPE_CHECKING:  # the ground that calls this
    from ui.week_ground import Scale

ALL_DAY_MINUTES = 180
"""From this length on a busy time fills its column from edge to edge, like school or work."""
MOST_ROWS = 3
LETTERS = 5
"""Fewer letters of a title than this say nothing."""


class Letters:
    """The fonts of busy times and their measures in pixels, for one size of the window's font."""

    def __init__(self) -> None:
        self.font = text_font(0.82, bold=True)
        self.font_name = self.font.toString()
        self.initial_font = text_font(0.62, bold=True)
        self.metrics = QFontMetricsF(self.font)
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()
        self.least = LETTERS * self.metrics.averageCharWidth()


@lru_cache(maxsize=2)
def letters_of(_font: str) -> Letters:
    """The same for every week; made anew when the window has another font."""
    return Letters()


Spans = tuple[tuple[int, int], ...]
"""Pixels from the top, from where to where."""
Face = tuple[str, int]
"""A person's initial, and the colour of its round as a number."""


class Look:
    """What every block of a paint is drawn with. `fine` is the number of the screen's pixels in one of the window's."""

    def __init__(self, theme: Theme, people: tuple[Person, ...], fine: float) -> None:
        self.theme, self.fine = theme, fine
        self.letters = letters_of(QApplication.font().toString())
        self.line = QPen(theme.busy_line, 1)
        colours = [colour.rgb() for colour in theme.people]
        self.names = {p.id: common.spoken_name(p) for p in people}
        letters = common.initials(people)
        self.faces: dict[PersonId, Face] = {
            p.id: (letters[p.id], colours[p.colour % len(colours)]) for p in people
        }


def box_of(block: Block, day: int, scale: "Scale") -> QRectF:
    """The pixels of a block; what begins above the hours shown begins with them."""
    share = scale.column / block.columns
    top = max(0.0, scale.y(block.start))
    left = scale.x(day) + block.place * share
    return QRectF(left, top, share, max(0.0, scale.y(block.end) - top))


def paint_block(
    painter: QPainter, block: Block, day: int, scale: "Scale", look: Look, taken: Spans
) -> None:
    """A block with what it says: across its day with names, beside others with initials.

    Words stand below the cards that would hide them, or not at all.
    """
    box = box_of(block, day, scale)
    names, top = tuple(look.names[p] for p in block.people), 6.0
    if block.columns == 1 and block.end - block.start >= ALL_DAY_MINUTES:
        fill(painter, QRectF(box.toAlignedRect()), hatch(look.theme.busy, look.theme.surface))
        painter.setPen(look.line)
        painter.drawLine(QLineF(box.topLeft(), box.topRight()))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
        painter.setPen(look.theme.line)  # of the days, which the hatch would hide
        for x in (round(box.left()) + 0.5, round(box.right()) + 0.5):
            painter.drawLine(QLineF(x, box.top() + 1, x, box.bottom() - 1))
        painter.setPen(look.line)
    else:
        alone = block.columns == 1
        faces = () if alone else tuple(look.faces[p] for p in block.people)
        side = 4 if alone else 1
        box = QRectF(box.toRect()).adjusted(side, 1, -side, 0)
        width, height = int(box.width()), int(box.height())
        if faces:
            names = ()
            top = _faces_fit(len(faces), width, height, look.letters)[2]
        painter.drawPixmap(box.topLeft(), _block_stamp(width, height, faces, look))
        painter.setPen(look.line)
    _paint_seams(painter, block, box, scale)
    painter.setFont(look.letters.font)
    painter.setPen(look.theme.ink_2)
    _paint_words(painter, block, box, names, box.top() + top, scale, look, taken)


def _paint_seams(painter: QPainter, block: Block, box: QRectF, scale: "Scale") -> None:
    """A line where one part ends and the next begins."""
    reach = block.parts[0][2]
    for _, start, end in block.parts[1:]:
        if start >= reach:
            y = round(scale.y(start)) + 0.5
            painter.drawLine(QLineF(box.left() + 4, y, box.right() - 4, y))
        reach = max(reach, end)


def _faces_fit(count: int, width: int, height: int, letters: Letters) -> tuple[int, int, float]:
    """How initials stand in a block: the size of each (0: there is no room), how many in a row, where they end."""
    size = int(min(letters.height + 1, width - 2, height - 2))
    if size < letters.height / 2:
        return 0, 1, 2.0
    in_row = max(1, int((width - 4 - size) // (size - 4)) + 1)
    most = max(1, int((height - 3 - size) // (size - 2)) + 1)
    return size, in_row, 3 + size + (min(most, -(-count // in_row)) - 1) * (size - 2)


def _paint_faces(painter: QPainter, box: QRectF, faces: tuple[Face, ...], look: Look) -> None:
    """Whose time it is, at the top of the block, as far as there is room."""
    whole = int(box.width()), int(box.height())
    size, in_row, end = _faces_fit(len(faces), *whole, look.letters)
    ink, font = look.theme.on_people.rgb(), QFont(look.letters.initial_font)
    if size < look.letters.height:
        font.setPointSizeF(font.pointSizeF() * size / look.letters.height)
    name = font.toString()
    for n, (initial, colour) in enumerate(faces if size else ()):
        row, place = divmod(n, in_row)
        y = 3 + row * (size - 2)
        if y + size <= max(end, 3 + size):
            stamp = initial_stamp(initial, size, look.fine, ground=colour, ink=ink, font=name)
            left = min(3.0, (whole[0] - size) / 2)
            painter.drawPixmap(QPointF(left + place * (size - 4), y), stamp)


def _paint_words(
    painter: QPainter,
    block: Block,
    box: QRectF,
    names: tuple[str, ...],
    top: float,
    scale: "Scale",
    look: Look,
    taken: Spans,
) -> None:
    """What it is, each part at its time; one for whose words there is no room is left out."""
    letters = look.letters
    side = 8 if block.columns == 1 else 4
    width = box.width() - 2 * side
    if width < letters.least:
        _paint_downwards(painter, block, box, top + 4, look, taken)
        return
    ends = [start for _, start, _ in block.parts[1:]]
    for n, (title, start, end) in enumerate(block.parts):
        y = max(top, scale.y(start) + 3)
        bottom = min(scale.y(end), box.bottom())
        if n == 0 and block.columns == 1 and y + letters.height > bottom:
            y = box.center().y() - letters.height / 2  # a short one alone: its line in the middle
            bottom = y + letters.height
        y = _below_cards(y, letters.height, taken)
        if y + letters.height > bottom + 1:
            continue
        below = (low for low, _ in taken if low > y)
        until = min(bottom, next(below, bottom), scale.y(ends[n]) if n < len(ends) else bottom)
        most = min(MOST_ROWS, int((until - y) / letters.height + 0.1)) or 1
        for row in rows(title, names if n == 0 else (), letters, width, most):
            painter.drawText(QPointF(box.left() + side, y + letters.ascent), row)
            y += letters.height
        top = y


def _below_cards(top: float, height: float, taken: Spans) -> float:
    """Where something of this height is hidden by no card: at `top`, or as little below it as can be."""
    for low, high in taken:
        if low < top + height and top < high:
            top = high + 2
    return top


def _paint_downwards(
    painter: QPainter, block: Block, box: QRectF, top: float, look: Look, taken: Spans
) -> None:
    """The title of the longest part from top to bottom, where the block is too narrow for words across."""
    title = max(block.parts, key=lambda part: part[2] - part[1])[0]
    letters = look.letters
    needed = letters.metrics.horizontalAdvance(title)
    top = _below_cards(top, needed, taken)
    room = box.bottom() - top - 4
    if box.width() >= letters.height and (needed <= room or room > 2 * letters.least):
        length, ink = round(min(needed + 1, room)), painter.pen().color().rgb()
        stamp = downwards(title, length, look.fine, font=letters.font_name, ink=ink)
        painter.drawPixmap(QPointF(round(box.center().x() - letters.height / 2), top), stamp)


@lru_cache(maxsize=1024)
def rows(
    title: str, names: tuple[str, ...], letters: Letters, width: float, most: int
) -> tuple[str, ...]:
    """Title and names in at most `most` lines of this width, cut with an ellipsis where they are too long.

    Kept for the next paint: most weeks have the same.
    """
    label = text.busy_label(title, list(names))
    if most == 1 or letters.metrics.horizontalAdvance(label) <= width:
        wrapped = [label]
    else:
        wrapped = list(_wrapped(title, letters, width, most - bool(names)))
        wrapped += [", ".join(names)] if names else []
    right = Qt.TextElideMode.ElideRight
    return tuple(letters.metrics.elidedText(row, right, width) for row in wrapped)


def _wrapped(words: str, letters: Letters, width: float, most: int) -> Iterator[str]:
    left = words.split()
    for _ in range(most - 1):
        row = ""
        while left and letters.metrics.horizontalAdvance(f"{row} {left[0]}".strip()) <= width:
            row = f"{row} {left.pop(0)}".strip()
        if row:
            yield row
    if left:
        yield " ".join(left)


_stamps: dict[tuple[object, ...], QPixmap] = {}
"""Blocks of the sizes there were; begun anew where there are many."""
MOST_STAMPS = 200


def _block_stamp(width: int, height: int, faces: tuple[Face, ...], look: Look) -> QPixmap:
    """A hatched block of this size, for the next one of the same length and people."""
    key = width, height, faces, look.fine, look.theme.busy.rgb(), look.letters
    if key not in _stamps:
        if len(_stamps) >= MOST_STAMPS:
            _stamps.clear()
        _stamps[key] = painted(
            QSizeF(width, height), look.fine, lambda p, box: _draw_block(p, box, faces, look)
        )
    return _stamps[key]


def _draw_block(painter: QPainter, box: QRectF, faces: tuple[Face, ...], look: Look) -> None:
    radius = min(7.0, box.width() / 4)
    painter.setPen(look.line)
    painter.setBrush(hatch(look.theme.busy, look.theme.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    _paint_faces(painter, box, faces, look)


@lru_cache(maxsize=4)
def _hatch_tile(stripe: str, ground: str) -> QPixmap:
    size = 14
    tile = QPixmap(size, size)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(stripe), size * 0.36, c=Qt.PenCapStyle.SquareCap))
    for shift in (-size, 0, size):
        painter.drawLine(QLineF(shift, size, shift + size, 0))
    painter.end()
    return tile


def hatch(stripe: QColor, ground: QColor) -> QBrush:
    """Diagonal stripes that mean busy."""
    return QBrush(_hatch_tile(stripe.name(), ground.name()))
