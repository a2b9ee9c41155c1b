"""One card on the week: a real button, so that a keyboard and a screen reader find it too."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from planner.model import HAPPENED, Entry, Household, Person, PersonId
from ui.card_words import MARKS, Letters, fitting, letters_of, rows_of
from ui.shapes import draw_lock
from ui.stamps import (
    EDGE,
    RADIUS,
    card_stamp,
    draw_card,
    initial_stamp,
    mix,
    pathway_stamp,
    turned,
)
from ui.text import common
from ui.text import week as text
from ui.theme import Hue, Theme

NARROW = 2.6
"""A card on which so many letters' heights do not fit side by side has letters in place of its shape."""
FADE = 0.2
"""How far the ink of a card that is over goes towards its ground; the text stays above 4.5:1."""


ANTIALIASED, NO_BRUSH = QPainter.RenderHint.Antialiasing, Qt.BrushStyle.NoBrush
EACH_ITS_OWN = Qt.LayoutDirection.LayoutDirectionAuto
"""A title of letters that run from right to left is cut off at its left."""


class EntryCard(QAbstractButton):
    """Shows one entry. It is painted by hand and never rebuilt: another week shows another entry in it."""

    ticked = Signal()
    """The tick was changed from outside, by a screen reader; the household has not heard of it yet."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: Entry | None = None
        self._people: tuple[Person, ...] = ()
        self._initials: dict[PersonId, str] = {}
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
        self._letters = letters_of(QApplication.font().toString())

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
        initials = common.initials(household.people)
        if initials != self._initials:
            self._initials = initials
            self.update()
        if (entry, people, ghost, dimmed) == (
            self._entry, self._people, self._ghost, self._dimmed,
        ):  # fmt: skip
            return
        self._entry, self._people, self._ghost, self._dimmed = entry, people, ghost, dimmed
        self.setChecked(entry.outcome in HAPPENED)
        self.setAccessibleName(text.spoken_card(entry, household, ghost=ghost))
        self.setAccessibleDescription(text.HAS_NOTE if entry.note else "")
        self.update()

    def dim(self, *, on: bool) -> None:
        """Show that this is over, or not yet."""
        if on != self._dimmed:
            self._dimmed = on
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
        painter.setLayoutDirection(EACH_ITS_OWN)
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
        painter.setPen(mix(hue.ink, hue.tint, FADE) if over else hue.ink)
        side = 5 if self.width() > 2 * self._letters.word else 2
        inner = box.adjusted(EDGE + side, 2, -side - self.spare, -2)
        self._paint_words(painter, inner, entry, hue)

    @property
    def spare(self) -> int:
        """So many pixels at the right are for something else."""
        return 0

    def _paint_ground(self, painter: QPainter, box: QRectF, hue: Hue, *, over: bool) -> None:
        surface = self._theme.surface
        tint, edge = hue.tint, hue.main
        if over:
            tint, edge = mix(hue.tint, surface, 0.35), mix(hue.main, hue.tint, 0.3)
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
        if inner.width() < letters.word and inner.height() > 1.5 * inner.width():
            inner = turned(painter, inner, line)  # no word fits across: it is read down the card
        height, right, bottom = inner.height(), inner.right(), inner.bottom()
        side = round(min(line * 0.55, 9.0))
        shaped = inner.width() >= NARROW * line or height >= 2 * line
        left = inner.left() + (side + 4 if shaped else 0)
        width = right - left - self._signs_width(entry, side)
        apart = width < letters.word and height >= 2 * line
        if apart:  # the shape and the signs have a line of their own
            left, width = inner.left(), inner.width()
        words = entry.title
        if self.times_first and height < line + small:
            words = self.second_line  # while it is dragged, the times say more than the title
        room = height - apart * line - (small if self.times_first else 0)
        rows = rows_of(words, letters, width, max(1, min(3, int(room / line))))
        used = (len(rows) + apart) * line
        below = self._line_below(letters, right - left) if height >= used + small else ""
        spare = height - used - (small if below else 0)
        top = inner.top() + (min(2.0, spare) if below or spare > small else spare / 2)
        if shaped:
            shape = pathway_stamp(entry.pathway, side, self._fine, colour=hue.main.rgb())
            painter.drawPixmap(round(inner.left()), round(top + (line - side) / 2), shape)
        painter.setFont(letters.title_font)
        self._paint_signs(painter, QPointF(right, top), entry, hue, side)
        box = QRectF(left, top + apart * line, width, line)
        self._paint_title(painter, box, right, (*rows, below), side)
        top = box.top() + len(rows) * line
        if below:
            painter.setFont(letters.line_font)
            painter.drawText(QPointF(left, top + letters.line_ascent), below)
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

    def _paint_title(
        self, painter: QPainter, box: QRectF, right: float, lines: tuple[str, ...], side: int
    ) -> None:
        """The rows of the title from `box` down, and the sign of a note where there is room for it.

        That is behind a title that is seen whole, else behind the time, which is the last of the
        lines and goes as far as `right`.
        """
        *rows, below = lines
        letters, room, high = self._letters, side + 5, len(rows) * box.height()
        for n, row in enumerate(rows):
            y = box.top() + n * box.height() + letters.title_ascent
            painter.drawText(QPointF(box.left(), y), row)
        if not self.entry.note:
            return
        from ui.note_mark import paint_note  # noqa: PLC0415  (few cards have one)

        is_whole = " ".join(rows) == self.entry.title
        if is_whole and letters.title.horizontalAdvance(rows[-1]) + room <= box.width():
            paint_note(painter, box.right(), box.top() + high - box.height() / 2, side, self._fine)
        elif below and letters.line.horizontalAdvance(below) + room <= right - box.left():
            middle = box.top() + high + letters.line_height / 2
            paint_note(painter, right, middle, side, self._fine)

    def _line_below(self, letters: Letters, width: float) -> str:
        """What stands below the title: whole, or as much as says something, or nothing."""
        if self.second_line:
            return letters.line.elidedText(self.second_line, Qt.TextElideMode.ElideRight, width)
        whole = text.card_line(self.entry)
        return fitting((whole, common.clock(self.entry.start)), letters, width)

    def _paint_people(self, painter: QPainter, inner: QRectF, size: int) -> None:
        """Everybody's initial, overlapping where there is little room; where there is less, how many more."""
        least = 0.55 * size
        fit = 1 + int(max(0.0, inner.width() - size) / least)
        shown = self._people if len(self._people) <= fit else self._people[: fit - 1]
        theme, font = self._theme, self._letters.initial_font
        stamps = [
            (self._initials[p.id], theme.people[p.colour % len(theme.people)], theme.on_people)
            for p in shown
        ]
        if len(shown) < len(self._people):
            more = f"+{len(self._people) - len(shown)}"
            stamps.append((more, theme.ink, theme.surface))
        step = min(size - 4, (inner.width() - size) / max(1, len(stamps) - 1))
        for n, (words, ground, ink) in enumerate(stamps):
            colours = {"ground": ground.rgb(), "ink": ink.rgb()}
            stamp = initial_stamp(words, size, self._fine, **colours, font=font)
            left = inner.right() - size - step * (len(stamps) - 1 - n)
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


def drag_zone(card: QRect, y: int) -> str:
    """What a press at height `y` of a card takes hold of: `top`, `bottom` or `body`.

    The handles are a quarter of the card but at most 7 pixels, so that a short card keeps a body.
    """
    handle = min(7, card.height() // 4)
    if y < handle:
        return "top"
    return "bottom" if y >= card.height() - handle else "body"
