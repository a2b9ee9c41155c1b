"""A list of lines with a button to add one; the form for a line stands in its place while it is open."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.model import BusyId
from ui.family_fields import Card, button
from ui.labels import label
from ui.text import common
from ui.text import family as text
from ui.theme import Theme


class FormCard(Card):
    """Fields for one thing. Nothing is kept before it is saved; Esc leaves no trace."""

    saved = Signal(object)
    cancelled = Signal()

    def value(self) -> Any:
        """What the fields say, be it right or not."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class LineCard(Card):
    """Some words on one thing, the first of them bold, with buttons to change and to delete it."""

    edit_requested = Signal()
    removed = Signal()

    def __init__(self, words: tuple[str, ...], about: str, theme: Theme) -> None:
        """`about` is what a screen reader calls it."""
        super().__init__(theme)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(words[0], theme.ink, bold=True))
        for more in words[1:]:
            column.addWidget(label(more, theme.ink_2))
        self.edit, self.delete = button(common.EDIT), button(common.DELETE, "quiet")
        self.edit.setAccessibleName(text.edit_what(about))
        self.delete.setAccessibleName(text.delete_what(about))
        self.edit.clicked.connect(self.edit_requested)
        self.delete.clicked.connect(self.removed)
        row = QHBoxLayout()
        row.addLayout(column, 1)
        row.addWidget(self.edit)
        row.addWidget(self.delete)
        self.column.addLayout(row)


class FormList(QWidget):
    """Whoever inherits says what the lines and the form are, and what becomes of what is saved."""

    form_opened = Signal()

    def __init__(self, theme: Theme, none: str, add: str) -> None:
        super().__init__()
        self.lines: Mapping[BusyId, LineCard] = {}
        self.form: FormCard | None = None
        self._form_of: BusyId | None = None
        self._refused = False
        self._none = label(none, theme.ink_2)
        self.add: QPushButton = button(add)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: Mapping[BusyId, LineCard]) -> None:
        """Show these instead of those before; a form that is open stays open."""
        had = next((i for i, line in self.lines.items() if _has_focus(line)), None)
        for old in self.lines.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = lines
        for name, line in lines.items():
            self._list.addWidget(line)
            line.setVisible(self.form is None or name != self._form_of)
        self._none.setVisible(not lines)
        if had is not None:
            (lines[had].edit if had in lines else self.add).setFocus()

    def show_form(self, form: FormCard, name: BusyId, keep: Callable[[Any], None]) -> None:
        """Open a form below the lines, or in place of the line of this name; `keep` takes what is saved."""
        self._close()
        self.form, self._form_of = form, name
        form.saved.connect(lambda value: self._saved(value, keep))
        form.cancelled.connect(self._close)
        line = self.lines.get(name)
        self._list.insertWidget(self._list.indexOf(line) if line else self._list.count(), form)
        if line:
            line.hide()
        self.add.hide()
        form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_opened.emit()

    def _saved(self, value: object, keep: Callable[[Any], None]) -> None:
        self._refused = False
        keep(value)
        if not self._refused:
            self._close()

    def keep_open(self) -> None:
        """It could not be saved: leave the form as it was filled in."""
        self._refused = True

    def _close(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        self._list.removeWidget(form)
        form.hide()
        form.deleteLater()
        for line in self.lines.values():
            line.show()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(widget: QWidget) -> bool:
    inside = widget.window().focusWidget()
    return inside is not None and widget.isAncestorOf(inside)
