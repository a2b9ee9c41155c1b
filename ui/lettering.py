"""Text for paper: shaped once, set at any size and width in millimetres, never clipped in silence.

A font at 1000 pixels under a scaled painter is free of the rounding that whole pixels bring at small
sizes, so the same numbers hold for a printer, a PDF and the screen. Ligatures and contextual forms are
off because a PDF would store "fi", or the dash of "23–29", as a sign that no search finds.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

FAMILIES = (
    "Inter",
    "Noto Sans",
    "DejaVu Sans",
    "Noto Emoji",
    "Symbola",
    "Noto Sans CJK JP",
    "Droid Sans Fallback",
)
"""In order of preference. The emoji fonts named draw outlines, which a PDF keeps as text; naming those for
Chinese and Japanese keeps their full stops from being taken out of any font that happens to have some.
"""

MM_PER_POINT = 25.4 / 72
EM = 1000.0
BASELINE = 0.95
"""Ems from the top of a line to its baseline; tall scripts get the extra of their pitch above it."""
PITCH, TALL_PITCH = 1.22, 1.5
CAP_HEIGHT = 0.72
HAIR = 0.001
"""Ems within which Qt's own rounding may break a line."""

_LAST_LOW_LETTER = 0x058F  # Latin, Greek, Cyrillic, Armenian: letters that keep to one em
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """A text with its shapes and, in ems, its measures.

    `whole` is its width on one line, `longest` that of the widest piece without a place to break,
    `pitch` the way from line to line. `counts` keeps how many lines it takes in which width (ems):
    the search for the largest size asks for the same ones over and over.
    """

    text: str
    bold: bool
    layout: QTextLayout
    whole: float
    longest: float
    pitch: float
    counts: dict[float, int] = field(default_factory=dict)


@lru_cache(maxsize=2048)
def words(text: str, *, bold: bool = False) -> Words:
    """The text as it can be printed here (see `printable`), ready to be measured and drawn.

    Kept, because a page asks for the same words again with every choice that is tried.
    """
    shown = printable(text)
    layout = _layout(shown, bold=bold)
    whole, longest = _widths(layout)
    tall = any(
        ord(char) > _LAST_LOW_LETTER and unicodedata.category(char)[0] == "L" for char in shown
    )
    return Words(
        text=shown,
        bold=bold,
        layout=layout,
        whole=whole,
        longest=longest,
        pitch=TALL_PITCH if tall else PITCH,
    )


def line_count(text: Words, *, points: float, width: float) -> int:
    """How many lines the text takes in `width` mm; a word wider than that is broken anywhere."""
    room = width / (points * MM_PER_POINT)
    if text.whole < room - HAIR:
        return 1
    count = text.counts.get(room)
    if count is None:
        count = text.counts[room] = _set(text.layout, room * EM, text.pitch)
    return count


def height_of(text: Words, *, points: float, width: float) -> float:
    """The text's height in mm when it is set in `width` mm."""
    return line_count(text, points=points, width=width) * text.pitch * points * MM_PER_POINT


def width_of(text: Words, *, points: float) -> float:
    """The text's width in mm on one line."""
    return text.whole * points * MM_PER_POINT


def shortened(text: Words, *, points: float, width: float, most: int) -> Words:
    """The text itself if `most` lines hold it, or as much of it as they hold with an ellipsis."""
    room = width / (points * MM_PER_POINT)
    if _set(text.layout, room * EM, text.pitch) <= most:
        return text
    start = text.layout.lineAt(most - 1).textStart()
    units = text.text.encode("utf-16-le")  # Qt counts in halves of these
    head = units[: 2 * start].decode("utf-16-le")
    rest = units[2 * start :].decode("utf-16-le")
    metrics = QFontMetricsF(font(bold=text.bold))
    kept = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room * EM * 0.99).removesuffix("…")
    while True:
        short = words(head + kept.rstrip() + "…", bold=text.bold)
        if not kept or line_count(short, points=points, width=width) <= most:
            return short
        kept = kept[:-1]


def draw_words(
    painter: QPainter,
    text: Words,
    at: QPointF,
    *,
    points: float,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ink: QColor | Qt.GlobalColor = Qt.GlobalColor.black,
) -> None:
    """The text with its top left corner `at` (mm); one that reads from right to left keeps right.

    On a page that is turned round for such a language the words are turned back in their place.
    """
    scale = points * MM_PER_POINT / EM
    count = _set(text.layout, width / scale, text.pitch)
    turned = turned_round(painter)
    if align == Qt.AlignmentFlag.AlignLeft and (turned or right_to_left(text.text)):
        align = Qt.AlignmentFlag.AlignRight
    share = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}.get(align, 0.0)
    for number in range(count):
        line = text.layout.lineAt(number)
        spare = width / scale - line.naturalTextWidth()
        line.setPosition(QPointF(spare * share, line.position().y()))
    painter.save()
    painter.setPen(ink)
    painter.translate(at + QPointF(width, 0) if turned else at)
    painter.scale(-scale if turned else scale, scale)
    text.layout.draw(painter, QPointF(0, 0))
    painter.restore()


def turned_round(painter: QPainter) -> bool:
    """Whether left and right have changed places on this page."""
    return painter.transform().m11() < 0


@lru_cache(maxsize=2)
def font(*, bold: bool = False) -> QFont:
    """The printing font at 1000 pixels an em."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(int(EM))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for tag in ("liga", "clig", "calt"):
        made.setFeature(QFont.Tag(tag), 0)
    return made


def printable(text: str) -> str:
    """The text without what cannot be seen on paper and without emoji that no installed font draws.

    A letter without a font stays, as the font's empty box: a shorter title would be a wrong one. Where
    nothing is left an ellipsis stands for it.
    """
    seen = "".join(_plain(char) for char in text if unicodedata.category(char) not in {"Cc", "Cs"})
    if not seen.isascii() and not _all_drawn(seen):
        seen = "".join(part for part in _clusters(seen) if _is_writing(part) or _all_drawn(part))
    return re.sub(" {2,}", " ", seen).strip(" ") or ("…" if text else "")


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"


def _plain(char: str) -> str:
    """Thin and narrow spaces as the no-break space every font has; no wish for a coloured emoji."""
    if char in "\ufe0e\ufe0f":
        return ""
    return "\u00a0" if unicodedata.category(char) == "Zs" and char != " " else char


def _clusters(text: str) -> list[str]:
    """The text in pieces that are drawn as one sign: marks, tones and joined signs with their base."""
    parts: list[str] = []
    for char in text:
        joins = unicodedata.category(char)[0] == "M" or char == _JOINER or ord(char) in _SKIN_TONES
        if parts and (joins or parts[-1].endswith(_JOINER)):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _is_writing(cluster: str) -> bool:
    return unicodedata.category(cluster[0])[0] in {"L", "N"}


def _all_drawn(text: str) -> bool:
    """Whether some installed font has a glyph for every sign; glyph 0 is the empty box."""
    layout = _layout(text, bold=False)
    _set(layout, EM * EM, PITCH)
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())


def _layout(text: str, *, bold: bool) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setFlags(QTextOption.Flag.DisableEmojiParsing)  # it would look for a colour font
    layout = QTextLayout(text, font(bold=bold))
    layout.setTextOption(option)
    return layout


def _set(layout: QTextLayout, width: float, pitch: float) -> int:
    """Breaks the text into lines of `width` thousandths of an em; the number of lines."""
    layout.beginLayout()
    count = 0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        baseline = (count * pitch + BASELINE + pitch - PITCH) * EM
        line.setPosition(QPointF(0, baseline - line.ascent()))
        count += 1
    layout.endLayout()
    return count


def _widths(layout: QTextLayout) -> tuple[float, float]:
    """The text on one line, and its widest piece without a place to break; in ems.

    Qt reports the second only for a layout that breaks nowhere but between words.
    """
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    count = _set(layout, EM * EM, PITCH)
    widths = layout.lineAt(0).naturalTextWidth() if count else 0.0, layout.minimumWidth()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return widths[0] / EM, widths[1] / EM
