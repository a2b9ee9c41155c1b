"""Where the hand rests with something in it: after a moment the button below it is pressed, and then again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

REST_MS, AGAIN_MS = 500, 900
"""So long the hand rests on a button before it is pressed, and before it is pressed once more."""


class Rest(QTimer):
    """Watches some buttons while something is dragged."""

    def __init__(self, parent: QObject, *buttons: tuple[QWidget, Callable[[], object]]) -> None:
        super().__init__(parent)
        self._buttons = buttons
        self._on: tuple[QWidget, Callable[[], object]] | None = None
        self.timeout.connect(self._press)

    @property
    def is_on(self) -> bool:
        """Whether the hand is on one of the buttons."""
        return self._on is not None

    def follow(self, at: QPoint) -> None:
        """The hand is at this point of the screen."""
        on = next((pair for pair in self._buttons if is_over(pair[0], at)), None)
        if on is self._on:
            return
        self._on = on
        if on is None:
            self.stop()
        else:
            self.start(REST_MS)

    def leave(self) -> None:
        """The drag is over, or elsewhere."""
        self._on = None
        self.stop()

    def _press(self) -> None:
        if self._on is None or not self._on[0].isVisible():
            self.leave()
            return
        self.start(AGAIN_MS)
        self._on[1]()


def is_over(widget: QWidget, at: QPoint) -> bool:
    """Whether this point of the screen lies on the widget, as far as it is seen."""
    return widget.isVisible() and QRect(QPoint(), widget.size()).contains(widget.mapFromGlobal(at))
