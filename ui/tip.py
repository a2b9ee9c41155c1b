"""What is shown beside the pointer: the family's own words as they were typed, in lines that fit a screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from ui.text import busy
from ui.text.week import card_tip

if TYPE_CHECKING:  # it asks for its tips when the pointer first rests
    from ui.week_canvas import WeekCanvas

LONG, MOST = 80, 700
"""Letters in a line that is not broken, and in a whole tip: the panel has the rest."""


def plain(words: str) -> str:
    """The words for a tip: a `<` in them is no markup, and long lines are broken."""
    if len(words) > MOST:
        words = words[:MOST].rsplit(maxsplit=1)[0] + "…"
    wide = max(map(len, words.splitlines()), default=0) > LONG
    if not wide and "<" not in words and "&" not in words:
        return words
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: {"pre-wrap" if wide else "pre"}">{escaped}</p>'


def show(at: QPoint, words: str, widget: QWidget) -> None:
    """Show these words at this point of the screen, or nothing if there are none."""
    QToolTip.showText(at, plain(words), widget)


def of_week(week: "WeekCanvas", at: QPoint) -> str:
    """What there is to say of this point among the hours: the card, else who is busy with what."""
    card = week.card_at(at)
    if card is not None:
        return card_tip(card.entry, week.household)
    scale = week.scale
    day, minute = scale.day_at(at.x()), scale.minute_at(at.y())
    share = (at.x() - scale.x(day)) / scale.column
    for block in week.ground.busy(week.household, week.first)[day]:
        if block.start <= minute < block.end and block.place == int(share * block.columns):
            return busy.tip(block, minute, week.household)
    return ""
