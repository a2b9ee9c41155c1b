"""What the window knows of a page: how it is shown another household, or the same one later."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from planner.model import Household
from ui.theme import Theme


class Page(NamedTuple):
    """A page and how it is shown another household, or the same one at another time."""

    widget: QWidget
    show: Callable[[Household, datetime], None]
    set_theme: Callable[[Theme], None]
