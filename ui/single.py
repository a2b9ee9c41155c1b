"""One window for one folder: a second start brings the first window to the front."""

from hashlib import blake2s
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 500


def name_of(folder: Path) -> str:
    """The name under which the first window of this folder listens."""
    return "kinweek-" + blake2s(str(folder.resolve()).encode(), digest_size=8).hexdigest()


def raise_first_window(folder: Path) -> bool:
    """Ask the window that has this folder open to come to the front; whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(folder))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(b"raise\n")
    done = socket.waitForBytesWritten(PATIENCE_MS)
    socket.disconnectFromServer()
    return done


class FirstWindow(QObject):
    """Listens for later starts with the same folder. The folder's lock says that this is the first."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name_of(folder))
        self._server.newConnection.connect(self._answer)
        self._server.listen(name_of(folder))

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.asked.emit()
