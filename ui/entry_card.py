"""One card on the week: a real button, so that a keyboard and a screen reader find it too."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from planner.model import HAPPENED, Entry, Household, Person
from ui.shapes import draw_lock
from ui.stamps import EDGE, RADIUS, card_stamp, draw_card, initial_stamp, pathway_stamp
from ui.text import common
from ui.text import week as text
from ui.theme import Hue, Theme, text_font

MARKS = {"done": "✓", "hard": "≈", "else": "→", "not-this-week": "–"}
"""The sign beside the title that tells the outcome without colour."""
NARROW = 2.6
"""A card on which so many letters' heights do not fit side by side has letters in place of its shape."""
FADE = 0.2
"""How far the ink of a card that is over goes towards its ground; the text stays above 4.5:1."""


ANTIALIASED, NO_PEN, NO_BRUSH = (
    QPainter.RenderHint.Antialiasing,
    Qt.PenStyle.NoPen,
    Qt.BrushStyle.NoBrush,
)


class Letters:
    """The fonts of all cards and their measures in pixels, for one size of the window's font."""

    def __init__(self) -> None:
        self.title_font = text_font(0.85, bold=True)
        self.line_font = text_font(0.8)
        self.initial_font = text_font(0.62, bold=True).toString()
        self.title, self.line = QFontMetricsF(self.title_font), QFontMetricsF(self.line_font)
        self.title_height, self.title_ascent = self.title.height(), self.title.ascent()
        self.line_height, self.line_ascent = self.line.height(), self.line.ascent()
        self.marks = {m: self.title.horizontalAdvance(m) for m in MARKS.values()}


@lru_cache(maxsize=2)
def _letters(_font: str) -> Letters:
    """The same for all cards; made anew when the window has another font."""
    return Letters()


class EntryCard(QAbstractButton):
    """Shows one entry. It is painted by hand and never rebuilt: another week shows another entry in it."""

    ticked = Signal()
    """The tick was changed from outside, by a screen reader; the household has not heard of it yet."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: Entry | None = None
        self._people: tuple[Person, ...] = ()
        self._ghost = False
        self._dimmed = False
        self._fine = 1.0
        self.chosen = False
        self.second_line = ""
        self.times_first = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.toggled.connect(self._toggled)
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the sizes of the window's font again, after it changed."""
        self._letters = _letters(QApplication.font().toString())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def entry(self) -> Entry:
        """The entry shown; only asked of cards that show one."""
        assert self._entry is not None
        return self._entry

    @property
    def ghost(self) -> bool:
        """Whether this is a suggestion nobody has kept yet."""
        return self._ghost

    def show_entry(
        self, entry: Entry, household: Household, *, ghost: bool = False, dimmed: bool = False
    ) -> None:
        """Show this entry, as a suggestion not yet kept (`ghost`) or as something over (`dimmed`)."""
        people = tuple(p for p in household.people if p.id in entry.people)
        if (entry, people, ghost, dimmed) == (
            self._entry, self._people, self._ghost, self._dimmed,
        ):  # fmt: skip
            return
        self._entry, self._people, self._ghost, self._dimmed = entry, people, ghost, dimmed
        self.setChecked(entry.outcome in HAPPENED)
        self.setAccessibleName(text.spoken_card(entry, household, ghost=ghost))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def nextCheckState(self) -> None:
        """Leave the tick to the household: a press asks, the answer is shown by `show_entry`."""

    def _toggled(self, on: bool) -> None:  # noqa: FBT001
        if on != (self.entry.outcome in HAPPENED):
            self.setChecked(not on)
            self.ticked.emit()

    def hitButton(self, _pos: object) -> bool:
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(ANTIALIASED)
        entry, theme = self.entry, self._theme
        self._fine = self.devicePixelRatioF()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hue = theme.hue(entry.pathway)
        over = self._dimmed or entry.outcome != "planned"
        self._paint_ground(painter, box, hue, over=over)
        if self.chosen or self.hasFocus():
            painter.setBrush(NO_BRUSH)
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(_mix(hue.ink, hue.tint, FADE) if over else hue.ink)
        self._paint_words(painter, box.adjusted(EDGE + 5, 2, -5, -2), entry, hue)

    def _paint_ground(self, painter: QPainter, box: QRectF, hue: Hue, *, over: bool) -> None:
        surface = self._theme.surface
        tint, edge = hue.tint, hue.main
        if over:
            tint, edge = _mix(hue.tint, surface, 0.35), _mix(hue.main, hue.tint, 0.3)
        if self._ghost:
            painter.setPen(QPen(hue.main, 1.2, Qt.PenStyle.DashLine))
            draw_card(painter, box, surface, edge)
        else:
            size = self.width(), self.height()
            stamp = card_stamp(*size, self._fine, ground=tint.rgb(), edge=edge.rgb())
            painter.drawPixmap(0, 0, stamp)

    def _paint_words(self, painter: QPainter, inner: QRectF, entry: Entry, hue: Hue) -> None:
        """Title first and longest; the time line and the initials only where they fit below it."""
        letters = self._letters
        line, small = letters.title_height, letters.line_height
        height, right, bottom = inner.height(), inner.right(), inner.bottom()
        side = round(min(line * 0.55, 9.0))
        shaped = inner.width() >= NARROW * line
        left = inner.left() + (side + 4 if shaped else 0)
        width = right - left - self._signs_width(entry, side)
        words = entry.title
        if self.times_first and height < line + small:
            words = self.second_line  # while it is dragged, the times say more than the title
        two_lines = 2 * line + (small if self.times_first else 0)
        rows = _rows(words, letters, width, 2 if height >= two_lines else 1)
        used = len(rows) * line
        timed = height >= used + small
        spare = max(0.0, height - used - (small if timed else 0.0))
        top = inner.top() + (min(2.0, spare) if timed else spare / 2)
        if shaped:
            shape = pathway_stamp(entry.pathway, side, self._fine, colour=hue.main.rgb())
            painter.drawPixmap(round(inner.left()), round(top + (line - side) / 2), shape)
        painter.setFont(letters.title_font)
        self._paint_signs(painter, QPointF(right, top), entry, hue, side)
        for row in rows:
            painter.drawText(QPointF(left, top + letters.title_ascent), row)
            top += line
        if timed:
            words = self.second_line or text.card_line(entry)
            painter.setFont(letters.line_font)
            shown = letters.line.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QPointF(left, top + letters.line_ascent), shown)
            top += small
        if bottom - top >= small + 2:
            self._paint_people(painter, inner, round(small + 2))

    def _signs_width(self, entry: Entry, side: int) -> float:
        """How much of the first line the signs at its end take."""
        mark = MARKS.get(entry.outcome, "")
        width = self._letters.marks[mark] + 3 if mark else 0.0
        width += side + 3 if entry.only_for is not None else 0
        return width + (side + 5 if entry.ritual is not None else 0)

    def _paint_signs(
        self, painter: QPainter, corner: QPointF, entry: Entry, hue: Hue, side: int
    ) -> None:
        """From the right: what became of it, whom it is for alone, that it comes again."""
        line, x, top = self._letters.title_height, corner.x(), corner.y()
        if mark := MARKS.get(entry.outcome, ""):
            x -= self._letters.marks[mark]
            painter.drawText(QPointF(x, top + self._letters.title_ascent), mark)
            x -= 3
        if entry.only_for is not None:
            x -= side
            draw_lock(painter, QRectF(x, top + (line - side * 1.2) / 2, side, side * 1.2), hue.ink)
            x -= 3
        if entry.ritual is not None:
            x -= side + 1
            at = QPointF(round(x), round(top + (line - side) / 2))
            _paint_ritual(painter, at, side, self._fine)

    def _paint_people(self, painter: QPainter, inner: QRectF, size: int) -> None:
        people, theme = self._people, self._theme
        step = min(size - 4, (inner.width() - size) / max(1, len(people) - 1))
        for n, person in enumerate(people):
            stamp = initial_stamp(
                common.initial(person),
                size,
                self._fine,
                ground=theme.people[person.colour % len(theme.people)].rgb(),
                ink=theme.on_people.rgb(),
                font=self._letters.initial_font,
            )
            left = inner.right() - size - step * (len(people) - 1 - n)
            painter.drawPixmap(round(left), round(inner.bottom() - size), stamp)

    @property
    def shows_people(self) -> bool:
        """Whether there is room for initials below the words."""
        letters = self._letters
        return self.height() >= letters.title_height + 2 * letters.line_height + 10

    def shows(self, words: str) -> bool:
        """Whether these words fit in place of the title, beside the shape."""
        room = self.width() - 2 * EDGE - 22
        return self._letters.title.horizontalAdvance(words) <= room

    def minimum_height(self) -> int:
        """The height at which one line of title can be read, in pixels."""
        return int(self._letters.title_height) + 6


def _paint_ritual(painter: QPainter, at: QPointF, side: int, fine: float) -> None:
    """The sign of what comes again, in the ink of the words."""
    from ui.ritual_mark import ritual_stamp  # noqa: PLC0415  (few weeks begin with one)

    painter.drawPixmap(at, ritual_stamp(side, fine, ink=painter.pen().color().rgb()))


@lru_cache(maxsize=1024)
def _rows(words: str, letters: Letters, width: float, most: int) -> tuple[str, ...]:
    """The words on at most `most` lines of this width, cut with an ellipsis where they are too long.

    Kept for the next paint: rituals have the same words every week.
    """
    rows = [words]
    if most > 1 and letters.title.horizontalAdvance(words) > width:
        first, rest = "", words.split(" ")
        while rest and letters.title.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
            first = f"{first} {rest.pop(0)}".strip()
        rows = [first, " ".join(rest)] if first and rest else rows
    return tuple(letters.title.elidedText(r, Qt.TextElideMode.ElideRight, width) for r in rows)


def _mix(one: QColor, other: QColor, share: float) -> QColor:
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


def drag_zone(card: QRect, y: int) -> str:
    """What a press at height `y` of a card takes hold of: `top`, `bottom` or `body`.

    The handles are a quarter of the card but at most 7 pixels, so that a short card keeps a body.
    """
    handle = min(7, card.height() // 4)
    if y < handle:
        return "top"
    return "bottom" if y >= card.height() - handle else "body"
