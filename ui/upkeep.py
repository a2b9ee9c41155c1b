"""What happens quietly beside the window: one verified backup a day, and journals kept short."""

from PySide6.QtCore import QObject, QThreadPool, QTimer

from planner.storage import Database, StorageError, backups

FIRST_LOOK_MS = 5_000
EVERY_MS = 10 * 60_000


class Upkeep(QObject):
    """Looks after an open database on a thread of its own, soon after the start and then now and then."""

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._at_work = False
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look)
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Do what is due; where the disk refuses, the next look tries again."""
        if not self._at_work and not self._database.read_only:
            self._at_work = True
            QThreadPool.globalInstance().start(self._work)

    def _work(self) -> None:
        try:
            keep_up(self._database)
        except (StorageError, OSError):
            return  # nothing was lost: the journal holds everything, the next look comes
        finally:
            self._at_work = False


def keep_up(database: Database) -> None:
    """Shorten a long journal; keep a daily backup if there is none of today. Raises StorageError, OSError."""
    if database.needs_compacting:
        database.compact()
    today = database.clock().date()
    if database.tables and not any(
        b.reason == "daily" and b.taken.date() == today for b in backups(database.folder)
    ):
        database.backup("daily")
