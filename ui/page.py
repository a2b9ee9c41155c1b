"""What the window knows of a page: how it is shown another household, or the same one later."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.model import Household
from ui.theme import Theme


def nothing() -> bool:
    """Most pages hold nothing that is not kept at once."""
    return False


class Page(NamedTuple):
    """A page and how it is shown another household, or the same one at another time.

    `holds` says whether something stands in it that nobody has kept yet, `search` is where one
    types what to look for.
    """

    widget: QWidget
    show: Callable[[Household, datetime], None]
    set_theme: Callable[[Theme], None]
    holds: Callable[[], bool] = nothing
    search: QLineEdit | None = None
