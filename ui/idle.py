"""Notices when nobody has touched Kinweek for as long as the family chose, and tells so."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ui.main_window import MainWindow

LOOK_MS = 5_000
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """Compares clocks rather than counting, so that the hours of a sleeping computer count as well.

    Nothing is watched while there is no passphrase or no wish to lock.
    """

    passed = Signal()

    def __init__(self, window: MainWindow, clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self._touched = clock()
        self._watching = False
        timer = QTimer(self, interval=LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    @property
    def minutes(self) -> int | None:
        """How long is waited before locking; None for never."""
        sealed = self._window.store.database.sealer.key is not None
        return self._window.preferences.lock_after if sealed else None

    def look(self) -> None:
        """Tell if it is time; watch from now on if that was just chosen."""
        now, minutes = self._clock(), self.minutes
        if minutes is None or not self._watching or now < self._touched:
            self._touched = now
            self._watch(on=minutes is not None)
        elif now - self._touched >= timedelta(minutes=minutes):
            self.passed.emit()

    def _watch(self, *, on: bool) -> None:
        if on == self._watching:
            return
        self._watching = on
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        if on:
            app.focusWindowChanged.connect(self._follow)
        else:
            app.focusWindowChanged.disconnect(self._follow)
        for window in app.topLevelWindows():
            self._follow(window, on=on)

    def _follow(self, window: QWindow | None, *, on: bool = True) -> None:
        """Hear of every key and click in this window, dialogs too: as windows, so once for each."""
        if window is not None:
            window.removeEventFilter(self)
            if on:
                window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self._clock()
        return False
