"""A calendar file on its way into the week: first it is read, then shown, then taken in or not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.calendar_preview import Answers, CalendarPreview
from ui.family_fields import button
from ui.labels import label
from ui.text import calendars as text
from ui.text import common
from ui.theme import Theme

LETTERS, LINES = 78, 42
"""How large the window is at first, in letters and lines."""


class CalendarSheet(QDialog):
    """Shows how far the reading is, then a preview with its fields, or one sentence why there is none."""

    chosen = Signal(object)  # Answers
    called_off = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.preview: CalendarPreview | None = None
        self.summary = label("", theme.ink, 1.05, bold=True)
        self.left_out = label("", theme.ink_2)
        self.left_out.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.hint = label("", theme.ink, bold=True)
        self.hint.hide()
        self.take = button(text.IMPORT, "primary")
        self.take.setDefault(True)
        self.take.hide()
        self.leave = button(common.CANCEL, "quiet")
        self.take.clicked.connect(self._choose)
        self.leave.clicked.connect(self.reject)
        self.rejected.connect(self.called_off)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.leave)
        answers.addWidget(self.take)
        self._middle = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        for part in (self.summary, self.left_out, self.bar):
            column.addWidget(part)
        column.addLayout(self._middle, 1)
        column.addWidget(self.hint)
        column.addLayout(answers)
        metrics = self.fontMetrics()
        wish = metrics.averageCharWidth() * LETTERS, metrics.lineSpacing() * LINES
        room = self.screen().availableSize() * 0.92
        self.resize(min(wish[0], room.width()), min(wish[1], room.height()))

    def show_reading(self, file: str) -> None:
        """Say that this file is being read."""
        self.summary.setText(text.reading(file))
        self.bar.setAccessibleName(text.reading(file))

    def show_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def show_stopped(self, words: str) -> None:
        """Say why there is nothing to take in."""
        self.bar.hide()
        self.summary.setText(words)
        self.leave.setText(common.CLOSE)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(
        self, preview: CalendarPreview, *, summary: str, left_out: str, take: str
    ) -> None:
        """Show what is in the file, and offer to take it in."""
        self.bar.hide()
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.left_out.setText(left_out)
        self.left_out.setVisible(bool(left_out))
        self.preview = preview
        self._middle.addWidget(preview)
        preview.changed.connect(self.hint.hide)
        self.take.setText(take)
        self.take.show()
        known = preview.answers().people
        first = self.take if known else next(iter(preview.people.values())).tick
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        assert self.preview is not None
        answers = self.preview.answers()
        wrong, field = _fault(answers, self.preview)
        self.hint.setText(wrong)
        self.hint.setVisible(bool(wrong))
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(answers)


def _fault(answers: Answers, preview: CalendarPreview) -> tuple[str, QWidget | None]:
    """One sentence about what is missing, and where; nothing and None if all is there."""
    if not answers.name:
        return text.NAME_MISSING, preview.name
    if not answers.people:
        return text.PEOPLE_MISSING, next(iter(preview.people.values())).tick
    return "", None
