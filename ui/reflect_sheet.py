"""A sheet over the window for the quarter of a minute after a time together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.model import Entry, Household, PersonId
from planner.remembered import readable_words
from ui.column import clear
from ui.over import Over
from ui.reflect_form import ReflectForm
from ui.text import common
from ui.text import reflect as text
from ui.theme import Theme


class ReflectSheet(Over):
    """Lies over all of `window` while it is open. Esc skips."""

    saved = Signal(object, object)  # Entry, Reflection
    deleted = Signal(object)  # Entry
    again_requested = Signal(object)  # Entry
    skipped = Signal()
    withheld = Signal()
    """Somebody else keeps words for themself; nothing was opened."""

    def __init__(
        self, window: QWidget, theme: Theme, who: Callable[[], PersonId | None] = lambda: None
    ) -> None:
        super().__init__(window, theme, note=text.PRIVATE, lasting=True)
        self._who = who
        self._entry: Entry | None = None
        self._household = Household()
        self._own_words: tuple[str, ...] = ()
        self._now: datetime | None = None
        self._refused = False
        self.form: ReflectForm | None = None
        self.body.setContentsMargins(0, 0, 0, 0)
        self.skip, self.delete = QPushButton(text.SKIP), QPushButton(common.DELETE)
        self.again, self.save = QPushButton(text.AGAIN), QPushButton(common.SAVE)
        self.escaped.connect(self.skipped)
        self._add_buttons()

    def _add_buttons(self) -> None:
        for button, kind, step in (
            (self.skip, "quiet", self.close_without_trace),
            (self.delete, "quiet", self._delete),
            (self.again, "", self._again),
            (self.save, "primary", self._save),
        ):
            button.setProperty("kind", kind)
            button.setAccessibleName(button.text())
            button.clicked.connect(step)
            self.foot.addWidget(button)
        self.foot.insertStretch(2, 1)

    # opening and closing

    def open_for(
        self, entry: Entry, household: Household, now: datetime, own_words: tuple[str, ...] = ()
    ) -> None:
        """Ask about this entry. `now` becomes `written`; `own_words` are the family's own, latest first."""
        if entry.reflection is not None and readable_words(entry, self._who()) is None:
            self.withheld.emit()
            return
        self.remember_focus()
        self._entry, self._household, self._now = entry, household, now
        self._own_words = own_words
        self.setAccessibleName(text.question(entry))
        kept = entry.reflection is not None
        self.delete.setVisible(kept)
        self.skip.setText(common.CANCEL if kept else text.SKIP)
        self.skip.setAccessibleName(self.skip.text())
        self._show_form(entry)
        assert self.form is not None
        faces = self.form.faces
        self.open_over(faces.faces[(faces.value or 3) - 1])

    def _show_form(self, entry: Entry) -> None:
        clear(self.body)
        self.form = ReflectForm(entry, self._household, self._own_words, self.theme, self._who())
        self.form.resized.connect(self.place_soon)
        self.body.addWidget(self.form)
        self.form.show()  # now, as its height is asked for
        self.place()

    def set_theme(self, theme: Theme) -> None:
        """Take on other colours; what was chosen so far stays."""
        super().set_theme(theme)
        if self._entry and self.form and self._now and self.isVisible():
            self._show_form(replace(self._entry, reflection=self.form.reflection(self._now)))

    def close_without_trace(self) -> None:
        self.close_over()
        self.skipped.emit()

    # answers

    def _save(self) -> None:
        self._keep()

    def _again(self) -> None:
        """Keep what was said, and ask for the same again."""
        entry = self._entry
        self._keep()
        if not self._refused:
            self.again_requested.emit(entry)

    def _keep(self) -> None:
        """Tell what is to be kept: nothing said is a skip, everything taken back a deletion."""
        assert self._entry is not None
        assert self.form is not None
        assert self._now is not None
        entry, before = self._entry, self._entry.reflection
        reflection = self.form.reflection(self._now)
        self._refused = False
        if reflection is None and before is not None:
            self.deleted.emit(entry)
        elif reflection is None or (
            before is not None and replace(reflection, written=before.written) == before
        ):
            self.skipped.emit()
        else:
            self.saved.emit(entry, reflection)
        self._close_unless_refused()

    def _delete(self) -> None:
        self._refused = False
        self.deleted.emit(self._entry)
        self._close_unless_refused()

    def keep_open(self) -> None:
        """What the sheet asked for could not be saved: leave it as it was typed."""
        self._refused = True

    def _close_unless_refused(self) -> None:
        if not self._refused:
            self.close_over()

    # keys and looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)

    @property
    def narrowest(self) -> int:
        return self.form.narrowest + 12 if self.form is not None else 0
