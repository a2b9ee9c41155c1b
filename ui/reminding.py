"""Reminds of entries while the window is open, and tells once what could not be told in time."""

from collections.abc import Callable
from datetime import datetime
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
    """Looks again and again at the wall clock: after sleep or a changed clock it is right at once."""

    def __init__(self, window: "MainWindow", show: Callable[[str, str], None]) -> None:
        """`show` puts a title and a text on the desktop."""
        super().__init__(window)
        self._window, self._show = window, show
        self._since = window.preferences.reminded or window.now()
        self._at_start = True
        keep(window, reminded=self._since)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Tell what became due since the last look."""
        now = self._window.now()
        since, self._since = self._since, now
        if now > since:  # else somebody set the clock back
            self._tell(since, now)
        self._at_start = False

    def _tell(self, since: datetime, now: datetime) -> None:
        window = self._window
        found = due(window.session.household, window.preferences, since, now)
        missed = tuple(r.entry for r in found if is_missed(r, now))
        for reminder in found:
            if reminder.entry not in missed:
                self._remind(reminder.entry)
        if missed:
            words = text.missed(missed, at_start=self._at_start)
            shown = window.notice
            before = f"{shown.words}\n" if shown and shown.isVisibleTo(window.body) else ""
            window.show_notice(before + words)
        if found:
            keep(window, reminded=now)

    def _remind(self, entry: Entry) -> None:
        activity = self._window.catalogue().get(entry.activity) if entry.activity else None
        self._show(text.title(entry), text.body(opening(entry, activity)))


def begin_reminding(window: "MainWindow") -> None:
    """Remind from now on; a window that only looks leaves it to the other one."""
    if window.store.database.read_only:
        return
    from ui.notification import Notifier  # noqa: PLC0415  (long after the first paint)

    notifier = Notifier(window.windowIcon(), window)
    notifier.refused.connect(
        lambda title, body: window.toast.show_words(" ".join(filter(None, (title, body))))
    )
    Reminders(window, notifier.show)
