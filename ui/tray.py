"""A small icon beside the desktop's clock, where the desktop has such a place: notice a reach from anywhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui import icons
from ui.main_window import MainWindow
from ui.reach_window import notice
from ui.text import reach as text
from ui.text.pronouns import reached


class Tray(QSystemTrayIcon):
    """Its menu notices a reach or brings the window to the front. It says nothing of its own."""

    def __init__(self, window: MainWindow, forward: Callable[[], object]) -> None:
        super().__init__(icons.icon("kinweek", window.theme.primary), window)
        self._window, self._forward = window, forward
        self.menu = QMenu()
        self.noticing = self.menu.addAction(reached(window.session.household))
        self.noticing.triggered.connect(self._notice)
        self.opening = self.menu.addAction(text.TRAY)
        self.opening.triggered.connect(forward)
        self.menu.aboutToShow.connect(self._name)
        self.setContextMenu(self.menu)
        self.activated.connect(self._activated)

    def _name(self) -> None:
        words = reached(self._window.session.household)
        self.noticing.setText(words)
        self.noticing.setVisible(bool(words))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self._forward()

    def _notice(self) -> None:
        self._forward()
        notice(self._window)


def join_tray(window: MainWindow, forward: Callable[[], object]) -> Tray | None:
    """The icon, shown; None where the desktop has no place for it. `forward` brings the window to the front."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        return None
    tray = Tray(window, forward)
    tray.show()
    return tray
