"""Reminds of entries while the window is open, and tells once what could not be told in time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from planner.model import Entry
from planner.reminders import due, is_missed, opening
from ui.preferring import keep
from ui.text import reminding as text

if TYPE_CHECKING:  # the window it belongs to
    from ui.main_window import MainWindow

EVERY_MS = 20_000


class Reminders(QObject):
    """Looks again and again at the wall clock: after sleep or a changed clock it is right at once.

    The window's preferences know when it last looked; they are put on disk when something was told,
    and with everything else that is kept there.
    """

    def __init__(self, window: "MainWindow", show: Callable[[str, str], None]) -> None:
        """`show` puts a title and a text on the desktop."""
        super().__init__(window)
        self._window, self._show = window, show
        self._at_start = True
        self._waits = False
        keep(window, reminded=window.preferences.reminded or window.now())
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Tell what became due since the last look; nothing behind a passphrase."""
        window, now = self._window, self._window.now()
        since = window.preferences.reminded
        if window.isHidden() or since is None or self._is_about_to_be_shut(now - since):
            return
        if now > since and self._tell(since, now):  # else somebody set the clock back
            keep(window, reminded=now)
        window.preferences = window.preferences._replace(reminded=now)
        self._at_start = False

    def _is_about_to_be_shut(self, slept: timedelta) -> bool:
        """Whether the window waits for the passphrase in a moment: then it is told when it opens again."""
        after = self._window.preferences.lock_after
        long = after is not None and slept >= timedelta(minutes=after)
        self._waits = long and not self._waits and not self._at_start
        return self._waits

    def _tell(self, since: datetime, now: datetime) -> bool:
        """Whether there was anything to tell."""
        window = self._window
        found = due(window.session.household, window.preferences, since, now)
        missed = tuple(r.entry for r in found if is_missed(r, now))
        for reminder in found:
            if reminder.entry not in missed:
                self._remind(reminder.entry)
        if missed:
            put_up(window, text.missed(missed, at_start=self._at_start))
        return bool(found)

    def _remind(self, entry: Entry) -> None:
        activity = self._window.catalogue().get(entry.activity) if entry.activity else None
        self._show(text.title(entry), text.body(opening(entry, activity)))


def put_up(window: "MainWindow", words: str) -> None:
    """Show these words above the pages until somebody closes them, below what stands there already."""
    shown = window.notice
    before = f"{shown.words}\n" if shown and shown.isVisibleTo(window.body) else ""
    window.show_notice(before + words)


def begin_reminding(window: "MainWindow") -> None:
    """Remind from now on; a window that only looks leaves it to the other one."""
    if window.store.database.read_only:
        return
    from ui.notification import Notifier  # noqa: PLC0415  (long after the first paint)

    notifier = Notifier(window.windowIcon(), window)
    notifier.refused.connect(
        lambda title, body: put_up(window, " ".join(filter(None, (title, body))))
    )
    Reminders(window, notifier.show)
