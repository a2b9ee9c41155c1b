"""Why nothing was taken from a file of another family: each thing to mend, with its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.shared_activities import Fault
from ui.column import Column, clear
from ui.labels import label, recolour
from ui.text import activities
from ui.text import activity_editor as text
from ui.theme import Theme


class FaultList(QWidget):
    """A heading, one line for each fault, and the way back."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.heading = label("", theme.ink, 1.45, bold=True)
        self._hint = label(text.MEND_FIRST, theme.ink_2)
        self.lines: list[QLabel] = []
        self._area = Column()
        self._area.body.setContentsMargins(0, 14, 0, 0)
        self._area.body.addWidget(self.heading)
        self._area.body.addWidget(self._hint)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._area.body.addLayout(self._list)
        self._area.body.addStretch(1)
        self.back = QPushButton(text.BACK)
        self.back.setProperty("kind", "primary")
        self.back.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 16)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def show_faults(self, file: str, faults: tuple[Fault, ...]) -> None:
        """Show what is wrong in the file of this name."""
        clear(self._list)
        self.heading.setText(text.NOTHING_IMPORTED.format(file=file))
        self.lines = [label(activities.bullet(text.fault(f)), self._theme.ink) for f in faults]
        for line in self.lines:
            self._list.addWidget(line)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self._hint, theme.ink_2)
        for line in (self.heading, *self.lines):
            recolour(line, theme.ink)
