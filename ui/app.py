"""Builds every part once and joins them; the only place with a clock, ids and the screen's own files."""

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.preferences import Preferences
from planner.session import Session
from planner.store import Store
from ui import theme
from ui.main_window import USUAL, MainWindow, Parts
from ui.text import window as text

if TYPE_CHECKING:  # made late, when they are first needed
    from activities.model import Catalogue
    from ui.filling import Filling
    from ui.page import Page
    from ui.reflect_sheet import ReflectSheet

ID_BYTES = 6
SIZE = 1440, 900


def new_id() -> str:
    """An id nobody has yet: a whole number as text, as the store wants it."""
    return str(int.from_bytes(os.urandom(ID_BYTES)) + 1)


def local_now() -> datetime:
    """Local wall-clock time, without a zone: a ritual at 17:00 is at 17:00 all year, and on a journey."""
    if sys.platform != "win32":
        time.tzset()  # the computer may be in another zone by now
    return datetime.now()  # noqa: DTZ005


class Library:
    """The catalogue, read when it is first asked for."""

    def __init__(self, cache: Callable[[], Path]) -> None:
        self._cache = cache
        self._catalogue: Catalogue | None = None

    def __call__(self) -> "Catalogue":
        if self._catalogue is None:
            from activities import catalogue  # noqa: PLC0415  (after the first week is painted)

            self._catalogue, _problems = catalogue.load(cache=self._cache())
        return self._catalogue


def _make_page(name: str, window: MainWindow) -> "Page":
    from ui import pages  # noqa: PLC0415  (the first week is painted sooner)

    return pages.make(name, window)


def _make_reflect_sheet(window: MainWindow) -> "ReflectSheet":
    from ui import pages  # noqa: PLC0415

    return pages.make_reflect_sheet(window)


def _make_filling(window: MainWindow) -> "Filling":
    from ui.filling import Filling  # noqa: PLC0415
    from ui.filling_help import open_page  # noqa: PLC0415

    filling = Filling(window.week, window.theme, window.catalogue, window)
    filling.page_requested.connect(lambda name: open_page(window, name))
    return filling


def _print_week(window: MainWindow) -> None:
    from ui.print_window import print_week  # noqa: PLC0415

    print_week(window)


def _notice(window: MainWindow) -> None:
    from ui import reach_window  # noqa: PLC0415

    reach_window.notice(window)


def _join_late(window: MainWindow, keys: bool) -> None:  # noqa: FBT001  (called by its place)
    from ui import around_week  # noqa: PLC0415

    around_week.join(window, keys=keys)


PARTS = Parts(
    _make_page,
    _make_reflect_sheet,
    _make_filling,
    _print_week,
    _notice,
    _join_late,
    lambda: None,
)


def open_window(
    store: Store,
    session: Session,
    app_theme: theme.Theme,
    *,
    library: "Callable[[], Catalogue]",
    clock: Callable[[], datetime] = local_now,
    preferences: Preferences = USUAL,
    parts: Parts = PARTS,
) -> MainWindow:
    """The window over this session, not yet shown. Tests come in here with a clock of their own."""
    window = MainWindow(
        session,
        app_theme,
        catalogue=library,
        clock=clock,
        new_id=new_id,
        parts=parts,
        store=store,
        preferences=preferences,
    )
    window.resize(*SIZE)
    if store.newer:
        window.show_notice(text.NEWER)
    elif store.database.read_only:
        window.show_notice(text.READ_ONLY)
    return window
