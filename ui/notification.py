"""Shows a short note on the desktop: over the session's bus, else beside the clock; tells if neither can."""

import html
import sys
import time

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QThreadPool, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
AS_USUAL = -1
"""How long it is shown, as the desktop has it."""
PATIENCE_MS = 3_000
"""A service that does not answer within this is taken for one that is not there."""
NOT_AGAIN = 60
"""For so many seconds it is not asked again: closing the window would have to wait for each note."""
ANSWERS = frozenset(("", "org.freedesktop.DBus.Error.UnknownMethod"))
"""Errors, or none, of a service that is there."""


class Notifier(QObject):
    """Sends notes. Nothing waits for the desktop: it is asked on a thread of its own."""

    refused = Signal(str, str)  # title, body: nobody could show them
    _unsent = Signal(str, str)

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._silent_until = 0.0
        self._unsent.connect(self._beside_the_clock)

    def show(self, title: str, body: str) -> None:
        if sys.platform in {"win32", "darwin"}:
            self._beside_the_clock(title, body)
        else:
            self._pool.start(lambda: self._over_the_bus(title, body))

    def _over_the_bus(self, title: str, body: str) -> None:
        is_silent = time.monotonic() < self._silent_until
        if not is_silent and send(title, body):
            return
        if not is_silent:
            self._silent_until = time.monotonic() + NOT_AGAIN
        self._unsent.emit(title, body)

    def _beside_the_clock(self, title: str, body: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            self.refused.emit(title, body)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.show()
        self._tray.showMessage(title, body, self._icon)


def send(title: str, body: str) -> bool:
    """Ask the desktop's notification service (freedesktop.org's specification 1.2); whether it was there."""
    from PySide6.QtDBus import (  # noqa: PLC0415  (few need it)
        QDBus,
        QDBusConnection,
        QDBusInterface,
        QDBusMessage,
    )

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    question = QDBusMessage.createMethodCall(NAME, PATH, NAME, "GetServerInformation")
    if bus.call(question, QDBus.CallMode.Block, PATIENCE_MS).errorName() not in ANSWERS:
        return False
    service = QDBusInterface(NAME, PATH, NAME, bus)
    if not service.isValid():
        return False
    service.setTimeout(PATIENCE_MS)
    # Called by its name, so that every argument has the service's own type: Python has one for all
    # whole numbers, and a service refuses a signed one where it wants an unsigned.
    called: bool = QMetaObject.invokeMethod(
        service,
        "Notify",
        Qt.ConnectionType.DirectConnection,
        Q_ARG("QString", "Kinweek"),
        Q_ARG("uint", 0),
        Q_ARG("QString", "kinweek"),
        Q_ARG("QString", title),
        Q_ARG("QString", html.escape(body, quote=False)),
        Q_ARG("QStringList", []),
        Q_ARG("QVariantMap", {"desktop-entry": "kinweek"}),
        Q_ARG("int", AS_USUAL),
    )
    return called
