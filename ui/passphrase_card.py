"""The part of Your data about the passphrase: set, change or take it away, lock now, lock by itself."""

from typing import Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.column import Card
from ui.family_fields import ChoiceField, button
from ui.flow import FlowLayout
from ui.labels import label, recolour
from ui.number_fields import calm
from ui.secret_field import SecretField
from ui.text import locking as text
from ui.theme import Theme, text_font

Kind = Literal["set", "change", "remove", "recovery"]
LOCK_AFTER = (2, 5, 10, 15, 30, 60)
FIELD_LETTERS = 44


class Form(NamedTuple):
    """What is asked before something about the passphrase is done."""

    opens: str
    says: tuple[str, ...]
    fields: tuple[str, ...]
    does: str


FORMS: dict[Kind, Form] = {
    "set": Form(text.SET, (text.NOBODY_CAN_HELP, text.ADVICE), (text.NEW, text.AGAIN), text.DO_SET),
    "change": Form(
        text.CHANGE, (text.ADVICE,), (text.PRESENT, text.NEW, text.AGAIN), text.DO_CHANGE
    ),
    "recovery": Form(
        text.NEW_RECOVERY, (text.NEW_RECOVERY_SAYS,), (text.PRESENT,), text.DO_RECOVERY
    ),
    "remove": Form(text.REMOVE, (text.REMOVE_SAYS,), (text.PRESENT,), text.DO_REMOVE),
}


class PassphraseForm(QWidget):
    """The fields of one of the forms; tells only what can be done."""

    asked = Signal(str, str)  # the passphrase of now, the new one; empty where it is not asked
    cancelled = Signal()

    def __init__(self, kind: Kind, theme: Theme) -> None:
        super().__init__()
        form = FORMS[kind]
        self.kind = kind
        self.fields = {name: SecretField(name) for name in form.fields}
        self.hint = label("", theme.ink)
        self.do, self.cancel = button(form.does, "primary"), button(text.CANCEL, "quiet")
        self.do.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        for words in form.says:
            column.addWidget(label(words, theme.ink))
        rows = QFormLayout()
        rows.setHorizontalSpacing(14)
        for name, field in self.fields.items():
            says = label(name, theme.ink_2)
            says.setWordWrap(False)
            field.setMaximumWidth(QFontMetrics(text_font()).averageCharWidth() * FIELD_LETTERS)
            field.entered.connect(self._ask)
            rows.addRow(says, field)
        column.addLayout(rows)
        column.addWidget(self.hint)
        answers = QHBoxLayout()
        answers.addWidget(self.do)
        answers.addWidget(self.cancel)
        answers.addStretch(1)
        column.addLayout(answers)
        self.say("")

    def focus(self) -> None:
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.hint, QAccessible.Event.Alert))

    def set_busy(self, *, busy: bool) -> None:
        for part in (self.do, self.cancel, *self.fields.values()):
            part.setEnabled(not busy)

    def refuse(self, words: str, *, present: bool = False) -> None:
        """Say why it was not done; with `present` the passphrase of now was not it."""
        self.say(words)
        if present:
            field = self.fields[text.PRESENT]
            field.take()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        typed = {name: field.line.text() for name, field in self.fields.items()}
        wrong, where = self._fault(typed)
        self.say(wrong)
        if where:
            self.fields[where].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit(typed.get(text.PRESENT, ""), typed.get(text.NEW, ""))

    def _fault(self, typed: dict[str, str]) -> tuple[str, str]:
        """One sentence about what is missing, and the field where it is."""
        if not typed.get(text.PRESENT, " "):
            return text.PRESENT_MISSING, text.PRESENT
        if text.NEW in typed and len(typed[text.NEW]) < text.LEAST_LETTERS:
            return text.TOO_SHORT, text.NEW
        if text.NEW in typed and typed[text.NEW] != typed[text.AGAIN]:
            return text.NOT_THE_SAME, text.AGAIN
        return "", ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class PassphraseCard(Card):
    """Shows whether there is a passphrase. It sets and removes nothing: that is asked for."""

    asked = Signal(str, str, str)  # Kind, the passphrase of now, the new one
    lock_requested = Signal()
    lock_after_chosen = Signal(object)  # minutes, None for never

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sealed = False
        self.form: PassphraseForm | None = None
        self.state, self.outside = label("", theme.ink), label(text.PLAIN_OUTSIDE, theme.ink_2)
        self.said = label("", theme.ink)
        self.lock = button(text.LOCK_NOW)
        self.lock.setToolTip(text.LOCK_NOW_HINT)
        self.lock.clicked.connect(self.lock_requested)
        self.opens: dict[Kind, QPushButton] = {k: button(f.opens) for k, f in FORMS.items()}
        for kind, each in self.opens.items():
            each.clicked.connect(lambda _=False, kind=kind: self.open_form(kind))
        self.after_words = label(text.LOCK_AFTER, theme.ink_2)
        self.after = ChoiceField()
        self.after.setAccessibleName(text.LOCK_AFTER)
        self.after.addItem(text.NEVER, None)
        for minutes in LOCK_AFTER:
            self.after.addItem(text.minutes(minutes), minutes)
        calm(self.after)
        self.after.activated.connect(
            lambda _: self.lock_after_chosen.emit(self.after.currentData())
        )
        self._build()
        self.say("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.outside)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        for part in (self.lock, *self.opens.values()):
            flow.addWidget(part)
        column.addWidget(buttons)
        self._idle = QWidget()
        row = QHBoxLayout(self._idle)
        row.setContentsMargins(0, 0, 0, 0)
        self.after_words.setWordWrap(False)
        row.addWidget(self.after_words)
        row.addWidget(self.after)
        row.addStretch(1)
        column.addWidget(self._idle)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addWidget(self.said)

    def show_state(self, *, sealed: bool, lock_after: int | None, read_only: bool) -> None:
        """Show whether there is a passphrase, and after how many minutes it locks by itself."""
        self._sealed = sealed
        self.state.setText(text.SEALED_STATE if sealed else text.OPEN_STATE)
        for part in (self.outside, self.lock, self._idle):
            part.setVisible(sealed)
        for kind, each in self.opens.items():
            each.setVisible((kind != "set") == sealed)
            each.setEnabled(not read_only)
        at = self.after.findData(lock_after)
        if at < 0:
            self.after.addItem(text.minutes(lock_after or 0), lock_after)
            at = self.after.count() - 1
        self.after.setCurrentIndex(at)

    def open_form(self, kind: Kind) -> None:
        """Ask what is needed for this below the buttons."""
        self.close_form()
        self.say("")
        self.form = form = PassphraseForm(kind, self.theme)
        form.asked.connect(lambda present, new: self.asked.emit(kind, present, new))
        form.cancelled.connect(self._cancel)
        self._place.addWidget(form)
        form.focus()

    def close_form(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _cancel(self) -> None:
        kind = self.form.kind if self.form else "set"
        self.close_form()
        self.opens[kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """What came of the last wish."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def set_busy(self, *, busy: bool) -> None:
        if self.form is not None:
            self.form.set_busy(busy=busy)
        for each in (self.lock, *self.opens.values()):
            each.setEnabled(not busy)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        parts: tuple[tuple[QLabel, bool], ...] = (
            (self.state, True),
            (self.said, True),
            (self.outside, False),
            (self.after_words, False),
        )
        for part, strong in parts:
            recolour(part, theme.ink if strong else theme.ink_2)
        if self.form is not None:
            for made in self.form.findChildren(QLabel):
                recolour(made, theme.ink)
        self.update()
