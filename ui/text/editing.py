"""Words of the menu with undo, cut, copy, paste and delete."""

from ui.text import tr

MENU = tr("Menu")
CUT = tr("Cut")
COPY = tr("Copy")
PASTE = tr("Paste")


def of(what: str, title: str) -> str:
    """What the line is about: `Cut “Worry walk”`."""
    return tr("{what} “{title}”").format(what=what, title=title) if title else what
