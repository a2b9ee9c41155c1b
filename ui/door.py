"""Shuts the family's window behind a passphrase and opens it again, without ever making it wait."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from planner.patience import Patience, after_wrong, load_patience, save_patience
from planner.storage import (
    FolderBusyError,
    NotWritableError,
    StorageError,
    WrongPassphraseError,
)
from planner.store import Store, open_store
from ui.entry_form import EntryForm
from ui.main_window import MainWindow
from ui.preferring import keep_view
from ui.reflect_sheet import ReflectSheet
from ui.text import locking as text
from ui.theme import Theme
from ui.unlock_window import UnlockWindow

SETTLE_MS = 50
"""Time for a window of the desktop's own, like the one that saves a file, to be gone."""
OURS = ("ui.", "planner.", "activities.")


class Door(QObject):
    """Asks for the passphrase of one folder until it opens, or the window is closed."""

    opened = Signal(object, object)  # Household, Store
    _answered = Signal(object, object)  # what to do with the answer, the answer

    def __init__(self, folder: Path, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._folder, self._clock = folder, clock
        self._patience = load_patience(folder)
        self._one_by_one = QThreadPool(self)
        self._one_by_one.setMaxThreadCount(1)
        self.shutting: MainWindow | None = None
        self.window = UnlockWindow(theme)
        self.window.secret_entered.connect(self.try_with)
        self._answered.connect(self._answer)

    def ask(self, like: QWidget | None = None) -> None:
        """Show the question, where `like` stands if there is a window before it."""
        if like is not None:
            self.window.setGeometry(like.geometry())
        if like is not None and like.isMaximized():
            self.window.showMaximized()
        else:
            self.window.show()
        self.window.ask()
        if seconds := self._patience.left(self._clock()):
            self.window.show_refusal("", seconds)

    def shut(self, window: MainWindow) -> None:
        """Put the question in the place of this window and close its folder; what is at work ends first.

        Then the window, and with it the family, leaves memory.
        """
        self.shutting = window
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        while (asking := QApplication.activeModalWidget()) is not None and asking.close():
            pass
        keep_typed(window)
        keep_view(window)
        self.ask(window)
        window.hide()  # with it every field loses the focus, and what was typed there is saved
        QTimer.singleShot(SETTLE_MS, self, self._wait)

    def _wait(self) -> None:
        assert self.shutting is not None
        pools = [QThreadPool.globalInstance(), *self.shutting.findChildren(QThreadPool)]

        def work() -> None:
            for pool in pools:
                pool.waitForDone()

        def then(_answer: object) -> None:
            if any(pool.activeThreadCount() for pool in pools):
                self._wait()  # an answer asked for more
            else:
                self._let_go()

        self._beside(work, then)

    def _let_go(self) -> None:
        window, self.shutting = self.shutting, None
        assert window is not None
        window.store.close()
        window.destroyed.connect(lambda: QTimer.singleShot(0, forget))
        window.deleteLater()

    def try_with(self, secret: str) -> None:
        """Open the folder with this passphrase or recovery key."""
        if self.shutting is not None:
            QTimer.singleShot(SETTLE_MS, self, lambda: self.try_with(secret))
            return
        self._beside(lambda: opened(self._folder, self._clock, secret), self._tried)

    def _tried(self, answer: object) -> None:
        if isinstance(answer, WrongPassphraseError):
            now = self._clock()
            self._patience = after_wrong(self._patience, now)
            save_patience(self._folder, self._patience)
            self.window.show_refusal(text.WRONG, self._patience.left(now))
        elif isinstance(answer, StorageError):
            self.window.show_refusal(text.not_opened(answer))
        elif isinstance(answer, tuple):
            if self._patience != Patience():
                save_patience(self._folder, Patience())
            self.opened.emit(*answer)

    def _beside(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        def run() -> None:
            answer: object
            try:
                answer = work()
            except StorageError as error:
                answer = error
            self._answered.emit(then, answer)

        self._one_by_one.start(run)

    def _answer(self, then: Callable[[object], None], answer: object) -> None:
        then(answer)

    def wait(self) -> None:
        """Return when nothing is under way any more."""
        self._one_by_one.waitForDone()


def keep_typed(window: MainWindow) -> None:
    """Save the words of an open reflection or entry: whoever went away did not mean to throw them away."""
    sheet, form = window.findChild(ReflectSheet), window.findChild(EntryForm)
    words = sheet.form.line.toPlainText() if sheet is not None and sheet.form is not None else ""
    if sheet is not None and sheet.isVisible() and words.strip():
        sheet.save.click()
    if form is not None and form.isVisible() and form.title.text().strip():
        form.ok.click()


def opened(folder: Path, clock: Callable[[], datetime], secret: str) -> tuple[object, Store]:
    """The household and its store; for reading only where another program holds the folder."""
    try:
        return open_store(folder, clock=clock, secret=secret)
    except (FolderBusyError, NotWritableError):
        return open_store(folder, clock=clock, secret=secret, read_only=True)


def forget() -> None:
    """Let go of what still knows the family, as far as Python can: kept results, and windows that are gone.

    PySide keeps their Python side, with all it holds.
    """
    gc.unfreeze()
    for each in gc.get_objects():
        if isinstance(each, QObject) and not isValid(each):
            vars(each).clear()
    for name, module in tuple(sys.modules.items()):
        if name.startswith(OURS):
            for kept in tuple(vars(module).values()):
                clear = getattr(kept, "cache_clear", None)
                if callable(clear):
                    clear()
    gc.collect()
