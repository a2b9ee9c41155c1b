"""Leave quickly: a second Esc soon after the first shows an empty week, whatever stood there before."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

TWICE_MS = 1500


def leave_on_second_esc(window: QWidget, leave: Callable[[], None]) -> None:
    """After a first Esc: let the next one, wherever the keys are by then, leave at once."""
    again = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
    again.setContext(Qt.ShortcutContext.WindowShortcut)

    def leave_now() -> None:
        again.setEnabled(False)
        again.deleteLater()
        leave()

    again.activated.connect(leave_now)
    QTimer.singleShot(TWICE_MS, again, again.deleteLater)
