"""What one folder has on the screen, from the start to the end: the family's week, or a question for its passphrase."""

import gc
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from planner.model import Household
from planner.preferences import FILE, load_preferences
from planner.session import Session
from planner.storage import FolderBusyError, LockedError, NotWritableError, StorageError
from planner.store import Store, open_store
from ui import icons, kept_bytecode, theme
from ui.app import PARTS, SIZE, Library, local_now, open_window
from ui.main_window import USUAL, MainWindow
from ui.text import window as text
from ui.theme import dress

if TYPE_CHECKING:  # made late, when they are first needed
    from activities.model import Catalogue
    from ui.door import Door
    from ui.single import FirstWindow

SETTLED_MS = 50
"""From the first paint to the work that had to wait for it."""
LOG = "kinweek.log"
TITLE_BAR = 40
"""Pixels that a desktop may put above a window, so that the first one fits a small screen."""


def catch_everything(log: Path, say: Callable[[str], None]) -> None:
    """Let an unexpected fault write down where it happened, and only that, and say one sentence.

    Once for each place: a fault in painting would say it for ever.
    """
    known: set[str] = set()

    def caught(
        kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        lines = "".join(traceback.format_tb(where))
        if lines in known:
            return
        known.add(lines)
        with suppress(OSError), open(log, "a", encoding="utf-8", opener=_private) as file:
            file.write(f"{local_now():%Y-%m-%d %H:%M} {kind.__name__}\n{lines}\n")
        say(text.unexpected(log.name))

    sys.excepthook = caught


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


def open_folder_here(
    folder: Path, *, clock: Callable[[], datetime] = local_now, secret: str | None = None
) -> tuple[Household, Store] | None:
    """The household and its store, or None where another window has them and came to the front.

    Where another program has the folder open, or it cannot be written to, it opens for reading only.
    Raises a child of `planner.storage.StorageError` if nothing can be read.
    """
    try:
        return open_store(folder, clock=clock, secret=secret)
    except (FolderBusyError, LockedError) as error:
        from ui.single import raise_first_window  # noqa: PLC0415  (only a second start needs it)

        if raise_first_window(folder):
            return None
        if isinstance(error, LockedError):
            raise
    except NotWritableError:
        pass
    return open_store(folder, clock=clock, secret=secret, read_only=True)


class Sitting:
    """What one folder has on the screen: the family's window, or the question for its passphrase.

    It outlives both, so whoever listens to the desktop or to another program talks to it.
    """

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        library: "Callable[[], Catalogue]",
        clock: Callable[[], datetime] = local_now,
    ) -> None:
        self.app, self.folder, self.library, self.clock = app, folder, library, clock
        self.window: MainWindow | None = None
        self.door: Door | None = None
        self._page = "week"
        self._first: FirstWindow | None = None

    def show(self, household: Household, store: Store) -> MainWindow:
        """Put a window over this family on the screen."""
        read_only = store.database.read_only
        preferences, unread = load_preferences(self.folder, read_only=read_only)
        if preferences.text_size != USUAL.text_size:
            self.app.setFont(theme.ui_font(preferences.text_size))
        window = self.window = open_window(
            store,
            Session(household, store),
            theme.chosen(preferences.theme),
            library=self.library,
            clock=self.clock,
            preferences=preferences,
            parts=PARTS._replace(lock=self.lock),
        )
        dress(self.app, preferences.theme)  # now: every part put into another is dressed again
        if any(problem.where == FILE for problem in unread):
            window.show_notice(text.SETTINGS_UNREAD)
        self.app.setWindowIcon(icons.icon("kinweek", window.theme.primary))
        room = window.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
        window.resize(window.size().boundedTo(room))
        window.painted.connect(
            lambda: QTimer.singleShot(SETTLED_MS, window, lambda: self._after_first_paint(window)),
            Qt.ConnectionType.SingleShotConnection,
        )
        if self.door is None:
            window.show()
        else:
            self._take_the_place_of(self.door)
        return window

    def _take_the_place_of(self, door: "Door") -> None:
        """Stand where the question stood, on the page that was shown before it."""
        assert self.window is not None
        self.window.setGeometry(door.window.geometry())
        if self._page != "first-run" and self.window.session.household.people:
            self.window.show_page(self._page)
        self.window.showMaximized() if door.window.isMaximized() else self.window.show()
        door.window.close()
        door.deleteLater()
        self.door = None

    def ask(self) -> None:
        """Ask for the passphrase; the family's window follows."""
        from ui.door import Door  # noqa: PLC0415  (most families have no passphrase)

        preferences, _ = load_preferences(self.folder, read_only=True)
        door = self.door = Door(self.folder, dress(self.app, preferences.theme), self.clock)
        door.opened.connect(self.show)
        self.app.setWindowIcon(icons.icon("kinweek", theme.chosen(preferences.theme).primary))
        self._listen()
        if self.window is not None:
            window, self.window = self.window, None
            self._page = window.page
            door.shut(window)
        else:
            room = door.window.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
            door.window.resize(QSize(*SIZE).boundedTo(room))
            door.ask()

    def lock(self) -> None:
        """Leave nothing but the question on the screen, where there is a passphrase."""
        if self.window is None:
            return
        if self.window.store.database.sealer.key is None:
            from ui.text import locking  # noqa: PLC0415

            self.window.toast.show_words(locking.NO_PASSPHRASE)
            return
        self.ask()

    def come_forward(self) -> None:
        """Bring what is on the screen to the front."""
        front = self.window if self.door is None else self.door.window
        if front is not None:
            front.setWindowState(front.windowState() & ~Qt.WindowState.WindowMinimized)
            front.show()
            front.raise_()
            front.activateWindow()

    def recolour(self) -> None:
        """Follow the desktop to light or dark."""
        if self.window is not None:
            self.window.set_theme(dress(self.app, self.window.preferences.theme))
        elif self.door is not None:
            wish = load_preferences(self.folder, read_only=True)[0].theme
            self.door.window.set_theme(dress(self.app, wish))

    def say(self, words: str) -> None:
        """One quiet sentence, where there is a window to say it."""
        if self.window is not None:
            self.window.toast.show_words(words)

    def close(self) -> None:
        """Let go of the folder, after what is at work has ended."""
        QThreadPool.globalInstance().waitForDone()
        if self.door is not None:
            self.door.wait()
        for window in (self.window, self.door.shutting if self.door else None):
            if window is not None:
                window.store.close()
        if self._first is not None:
            self._first.deleteLater()
            self._first = None

    def _listen(self) -> None:
        from ui.single import FirstWindow  # noqa: PLC0415

        if self._first is None:
            self._first = FirstWindow(self.folder, self.app)
            self._first.asked.connect(self.come_forward)

    def _after_first_paint(self, window: MainWindow) -> None:
        """What the first week on the screen did not have to wait for."""
        from ui.calendar_drop import CalendarDrop  # noqa: PLC0415
        from ui.idle import Idle  # noqa: PLC0415
        from ui.tray import join_tray  # noqa: PLC0415
        from ui.unread import read_the_rest  # noqa: PLC0415
        from ui.upkeep import Upkeep  # noqa: PLC0415
        from ui.warming import warm_up  # noqa: PLC0415

        gc.enable()
        gc.freeze()
        kept_bytecode.settle()
        self.library()
        window.join_late()
        read_the_rest(window)
        warm_up(window)
        CalendarDrop(window)
        Idle(window, self.clock).passed.connect(self.lock)
        if not window.store.database.read_only:
            self._listen()
            Upkeep(window.store.database, window)
            _tidy(window)
            join_tray(window, self.come_forward)


def _tidy(window: MainWindow) -> None:
    """Let go of what was noticed, and of whoever was removed, longer ago than that is kept."""
    if window.session.household.reaches:
        from ui import reach_joins  # noqa: PLC0415

        reach_joins.tidy(window)
    if window.session.household.removed:
        from ui import person_removal  # noqa: PLC0415

        person_removal.tidy(window, window.now().date())


def run(
    app: QApplication, folder: Path, cache: Callable[[], Path], secret: str | None = None
) -> int:
    """Open the folder's household in a window until it is closed; the exit status of the app.

    A folder with a passphrase asks for it first, unless `secret` opens it. Where nothing can be
    read, a window says why; then it raises that child of `planner.storage.StorageError`.
    """
    sitting = Sitting(app, folder, Library(cache))
    try:
        found = open_folder_here(folder, secret=secret)
    except LockedError:
        sitting.ask()
    except StorageError as error:
        from ui.trouble import trouble  # noqa: PLC0415  (rarely needed)

        trouble(str(error), dress(app)).exec()
        raise
    else:
        if found is None:
            return 0
        sitting.show(*found)
    catch_everything(folder / LOG, sitting.say)
    app.styleHints().colorSchemeChanged.connect(lambda _: sitting.recolour())
    status = app.exec()
    sitting.close()
    return status
