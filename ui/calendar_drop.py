"""A calendar file dropped anywhere onto the window is taken in like one that was chosen."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from ui.main_window import MainWindow

ENDINGS = frozenset((".ics", ".ical", ".vcs", ".ifb"))


class CalendarDrop(QObject):
    """Watches a window on the screen for files. Where there is no family yet, nothing can be dropped.

    It looks before any part of the window does: parts of the week take drops of their own.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and self._window.session.household.people:
            path = dropped_file(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self._take(path)
                return True
        return super().eventFilter(watched, event)

    def _take(self, path: Path) -> None:
        from ui.calendar_taking import add_calendar  # noqa: PLC0415  (only when one is dropped)

        add_calendar(self._window, path)


def dropped_file(data: QMimeData) -> Path | None:
    """The one calendar file that is being dropped; None for anything else."""
    urls = data.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path and path.suffix.lower() in ENDINGS else None
