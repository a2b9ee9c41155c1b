"""Builds every part once and joins them; the only place with a clock, ids and the screen's own files."""

import gc
import os
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QThreadPool, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from activities.model import Catalogue
from planner.preferences import FILE, Preferences, load_preferences
from planner.session import Session
from planner.storage import FolderBusyError, NotWritableError
from planner.store import Store, open_store
from ui import icons, theme
from ui.main_window import USUAL, MainWindow, Parts
from ui.text import window as text
from ui.theme import dress

if TYPE_CHECKING:  # made late, when they are first needed
    from ui.filling import Filling
    from ui.pages import Page
    from ui.reflect_sheet import ReflectSheet

ID_BYTES = 6
SETTLED_MS = 50
"""From the first paint to the work that had to wait for it."""
LOG = "kinweek.log"
TITLE_BAR = 40
"""Pixels that a desktop may put above a window, so that the first one fits a small screen."""


def new_id() -> str:
    """An id nobody has yet: a whole number as text, as the store wants it."""
    return str(int.from_bytes(os.urandom(ID_BYTES)) + 1)


def local_now() -> datetime:
    """Local wall-clock time, without a zone: a ritual at 17:00 is at 17:00 all year."""
    return datetime.now()  # noqa: DTZ005


class Library:
    """The catalogue, read when it is first asked for."""

    def __init__(self, cache: Callable[[], Path]) -> None:
        self._cache = cache
        self._catalogue: Catalogue | None = None

    def __call__(self) -> Catalogue:
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

    return Filling(window.week, window.theme, window.catalogue, window)


def _print_week(window: MainWindow) -> None:
    from ui import pages  # noqa: PLC0415

    pages.print_week(window)


def _notice(window: MainWindow) -> None:
    from ui import reach_window  # noqa: PLC0415

    reach_window.notice(window)


def _join_late(window: MainWindow, keys: bool) -> None:  # noqa: FBT001  (called by its place)
    from ui import around_week  # noqa: PLC0415

    around_week.join(window, keys=keys)


PARTS = Parts(_make_page, _make_reflect_sheet, _make_filling, _print_week, _join_late)


def open_window(
    store: Store,
    session: Session,
    app_theme: theme.Theme,
    *,
    library: Callable[[], Catalogue],
    clock: Callable[[], datetime] = local_now,
    preferences: Preferences = USUAL,
) -> MainWindow:
    """The window over this session, not yet shown. Tests come in here with a clock of their own."""
    window = MainWindow(
        session,
        app_theme,
        catalogue=library,
        clock=clock,
        new_id=new_id,
        parts=PARTS,
        store=store,
        preferences=preferences,
    )
    window.week.header.reached_requested.connect(lambda: _notice(window))
    QShortcut(QKeySequence("Ctrl+M"), window).activated.connect(lambda: _notice(window))
    window.resize(1440, 900)
    if store.newer:
        window.show_notice(text.NEWER)
    elif store.database.read_only:
        window.show_notice(text.READ_ONLY)
    elif store.problems or store.database.report:
        window.show_notice(text.some_unreadable(len(store.problems) + len(store.database.report)))
    return window


def catch_everything(log: Path, window: MainWindow) -> None:
    """Let an unexpected fault write down where it happened, and only that, and say one sentence."""

    def caught(
        kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        lines = "".join(traceback.format_tb(where))
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{local_now():%Y-%m-%d %H:%M} {kind.__name__}\n{lines}\n")
        log.chmod(0o600)
        window.toast.show_words(text.unexpected(log.name))

    sys.excepthook = caught


def run(app: QApplication, folder: Path, cache: Callable[[], Path]) -> int:
    """Open the folder's household in a window until it is closed; the exit status of the app.

    Where another window has it open, that one comes to the front; where none answers, this one
    opens for reading only. Raises a child of `planner.storage.StorageError` if nothing can be read.
    """
    try:
        household, store = open_store(folder, clock=local_now)
    except FolderBusyError:
        from ui.single import raise_first_window  # noqa: PLC0415  (only a second start needs it)

        if raise_first_window(folder):
            return 0
        household, store = open_store(folder, clock=local_now, read_only=True)
    except NotWritableError:
        household, store = open_store(folder, clock=local_now, read_only=True)
    session = Session(household, store)
    library = Library(cache)
    read_only = store.database.read_only
    preferences, unread = load_preferences(folder, read_only=read_only)
    if preferences.text_size != USUAL.text_size:
        app.setFont(theme.ui_font(preferences.text_size))
    chosen = theme.chosen(preferences.theme)
    window = open_window(store, session, chosen, library=library, preferences=preferences)
    dress(app, preferences.theme)  # now: every part put into another would be dressed again
    if any(problem.where == FILE for problem in unread):
        window.show_notice(text.SETTINGS_UNREAD)
    app.setWindowIcon(icons.icon("kinweek", window.theme.primary))
    catch_everything(folder / LOG, window)
    app.styleHints().colorSchemeChanged.connect(
        lambda _: window.set_theme(dress(app, window.preferences.theme))
    )
    room = window.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
    window.resize(window.size().boundedTo(room))
    window.painted.connect(
        lambda: QTimer.singleShot(
            SETTLED_MS, window, lambda: _after_first_paint(window, store, folder, library)
        ),
        Qt.ConnectionType.SingleShotConnection,
    )
    window.show()
    status = app.exec()
    QThreadPool.globalInstance().waitForDone()
    store.close()
    return status


def _after_first_paint(window: MainWindow, store: Store, folder: Path, library: Library) -> None:
    """What the first week on the screen did not have to wait for."""
    from ui.single import FirstWindow  # noqa: PLC0415
    from ui.upkeep import Upkeep  # noqa: PLC0415

    gc.enable()
    gc.freeze()
    library()
    window.join_late()
    if not store.database.read_only:
        FirstWindow(folder, window).asked.connect(window.come_forward)
        Upkeep(store.database, window)
