"""The words of cards: their fonts and measures, and how a title is cut to a card's width."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from ui.theme import text_font

MARKS = {"done": "✓", "hard": "≈", "else": "→", "not-this-week": "–"}
"""The sign beside the title that tells the outcome without colour."""


class Letters:
    """The fonts of all cards and their measures in pixels, for one size of the window's font."""

    def __init__(self) -> None:
        self.title_font = text_font(0.85, bold=True)
        self.line_font = text_font(0.8)
        self.initial_font = text_font(0.62, bold=True).toString()
        self.title, self.line = QFontMetricsF(self.title_font), QFontMetricsF(self.line_font)
        self.title_height, self.title_ascent = self.title.height(), self.title.ascent()
        self.line_height, self.line_ascent = self.line.height(), self.line.ascent()
        self.word = 4 * self.title.averageCharWidth()
        """The least room in which a title can be guessed."""
        self.marks = {m: self.title.horizontalAdvance(m) for m in MARKS.values()}


@lru_cache(maxsize=2)
def letters_of(_font: str) -> Letters:
    """The same for all cards; made anew when the window has another font."""
    return Letters()


@lru_cache(maxsize=512)
def fitting(known: tuple[str, ...], letters: Letters, width: float) -> str:
    """The first of the words that fit this width as a card's second line; kept for the next paint."""
    return next((w for w in known if letters.line.horizontalAdvance(w) <= width), "")


@lru_cache(maxsize=1024)
def rows_of(words: str, letters: Letters, width: float, most: int) -> tuple[str, ...]:
    """The title on at most `most` lines of this width, cut with an ellipsis where it is too long.

    Kept for the next paint: rituals have the same words every week.
    """
    fits = letters.title.horizontalAdvance
    rows: list[str] = []
    rest = " ".join(words.split())
    while rest and len(rows) < most - 1 and fits(rest) > width:
        row = ""
        for word in rest.split(" "):
            if fits(f"{row} {word}".strip()) > width:
                break
            row = f"{row} {word}".strip()
        if not row:  # not even one word: it goes on in the next line
            row = next((w for n in range(len(rest), 1, -1) if fits(w := rest[:n]) <= width), "")
        if not row:
            break
        rows.append(row)
        rest = rest[len(row) :].strip()
    elide = Qt.TextElideMode.ElideRight
    return tuple(letters.title.elidedText(row, elide, width) for row in (*rows, rest) if row)
