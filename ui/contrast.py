"""The same colours for those who ask their computer for more contrast: words in black or white, lines to be seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.theme import Hue, Theme

MORE = 135
"""Per cent by which colours that mean something move away from their ground."""


def stronger(theme: Theme) -> Theme:
    """This theme with every word at 7:1 and every line and shape at 3:1 or more."""
    ink = QColor(Qt.GlobalColor.white if theme.dark else Qt.GlobalColor.black)
    ground = QColor(Qt.GlobalColor.black if theme.dark else Qt.GlobalColor.white)
    hues = {
        name: Hue(main=_away(hue.main, theme), tint=hue.tint, ink=ink)
        for name, hue in theme.pathways.items()
    }
    return theme._replace(
        paper=ground,
        surface=ground,
        today=ground,
        busy=theme.busy,
        line=theme.ink_2,
        busy_line=theme.ink_3,
        ink=ink,
        ink_2=ink,
        ink_3=theme.ink_2,
        primary=_away(theme.primary, theme),
        on_primary=ground,
        focus=_away(theme.focus, theme),
        pathways=hues,
        people=tuple(colour.darker(MORE) for colour in theme.people),
    )


def _away(colour: QColor, theme: Theme) -> QColor:
    return colour.lighter(MORE) if theme.dark else colour.darker(MORE)
