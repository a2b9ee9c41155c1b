"""Joins the page of backups to the store: reading, copying and checking happen beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from planner import actions
from planner.restoring import Contents, Preview, contents, preview
from planner.storage import Fact, StorageError, backups
from ui.data_page import DataPage
from ui.main_window import MainWindow
from ui.text import data as text
from ui.text import window as window_text


class DataWork(QObject):
    """Does what the page asks for, one thing after the other."""

    _answered = Signal(object, object)  # what to do with the answer, the answer

    def __init__(self, page: DataPage, window: MainWindow) -> None:
        super().__init__(page)
        self._page, self._window = page, window
        self._database = window.store.database
        self.busy = self.reading = False
        self._answered.connect(self._answer)
        page.backup_requested.connect(self._back_up)
        page.check_requested.connect(self._check)
        page.preview_requested.connect(self._preview)
        page.restore_requested.connect(self._restore)

    def show(self) -> None:
        """Show the backups there are; what is in them follows one by one."""
        try:
            infos = backups(self._database.folder)
        except OSError as error:
            self._page.say(error.strerror or str(error))
            infos = ()
        self._page.show_data(self._database.folder, infos)
        self._read_next()

    def ask(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do what the page waits for, then call `then` with the answer or the error."""
        self.busy = True
        self._page.set_busy(busy=True)

        def answered(answer: object) -> None:
            self.busy = False
            self._page.set_busy(busy=False)
            then(answer)

        self._beside(work, answered)

    def _beside(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Work on another thread, and call `then` on this one."""

        def run() -> None:
            answer: object
            try:
                answer = work()
            except (StorageError, OSError) as error:
                answer = error
            self._answered.emit(then, answer)

        QThreadPool.globalInstance().start(run)

    def _answer(self, then: Callable[[object], None], answer: object) -> None:
        then(answer)

    def _read_next(self) -> None:
        unread = self._page.unread
        if self.reading or not unread:
            return
        self.reading = True
        path, household = unread[0], self._window.session.household

        def then(found: Preview | Exception) -> None:
            self.reading = False
            self._page.show_contents(path, found.contents if isinstance(found, Preview) else None)
            self._read_next()

        self._beside(lambda: preview(path, household, self._database.read_backup), then)

    def _preview(self, path: Path) -> None:
        household = self._window.session.household

        def then(found: Preview | Exception) -> None:
            if isinstance(found, Preview):
                self._page.show_preview(path, found)
            else:
                self._page.say(str(found))

        self.ask(lambda: preview(path, household, self._database.read_backup), then)

    def _back_up(self) -> None:
        def then(done: Path | Exception) -> None:
            self._page.say(text.BACKED_UP if isinstance(done, Path) else self._refusal(done))
            self.show()

        self.ask(lambda: self._database.backup("by-hand"), then)

    def _check(self) -> None:
        found = contents(self._window.session.household)
        known = self._database.report
        self._page.say(text.READING)

        def then(facts: tuple[Fact, ...] | Exception) -> None:
            if isinstance(facts, Exception):
                self._page.say(str(facts))
            else:
                self._page.say(said(found, (*known, *facts), len(self._window.store.problems)))

        self.ask(self._database.check, then)

    def _restore(self, chosen: Preview, taken: str) -> None:
        def then(done: Path | Exception) -> None:
            if isinstance(done, Exception):
                self._page.say(self._refusal(done))
            elif self._window.do(actions.restore(chosen.household, taken)):
                self._page.say("")
            self.show()

        self.ask(lambda: self._database.backup("before-restore"), then)

    def _refusal(self, error: Exception) -> str:
        return window_text.refused(error) if isinstance(error, StorageError) else str(error)


def said(found: Contents, facts: tuple[Fact, ...], problems: int) -> str:
    """What a check found, a line for each fact; one calm sentence where all is well."""
    lines = [text.fact(each, detail=False) for each in dict.fromkeys(facts)]
    if problems:
        lines.append(text.problems(problems))
    return "\n".join(lines) or text.all_well(found)
