"""A child's dictionary: lines to write, to ask about, to renew and to hand on."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.dictionary import SIGN_STATES, Sign, asks_for_one, signs_of
from planner.model import Household, Person, PersonId, SignId
from ui.choices import ChipRow, chip
from ui.column import Card, clear
from ui.labels import Quote, label
from ui.text import common
from ui.text import dictionary as text
from ui.text.month_page import INTO_MONTH
from ui.theme import Theme
from ui.thread_view import Steps, small_button


class SignForm(Card):
    """Two fields and what the line is: a guess, asked, or the child's own words. Enter keeps."""

    kept = Signal(object)  # Sign

    def __init__(self, sign: Sign, child: Person, theme: Theme, *, alone: bool) -> None:
        super().__init__(theme)
        self._sign = sign
        self.sign, self.meaning = QLineEdit(sign.sign), QLineEdit(sign.meaning)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 12, 16, 12)
        for n, (words, field, hint) in enumerate(
            (
                (text.sign_head(child), self.sign, text.SIGN_HINT),
                (text.MEANING, self.meaning, text.MEANING_HINT),
            )
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self._keep)
            grid.addWidget(label(words, theme.ink, bold=True), 0, n)
            grid.addWidget(field, 1, n)
        self.states = {name: chip(words) for name, words in text.state_names(child).items()}
        for name, made in self.states.items():
            made.setChecked(name == sign.state)
            made.clicked.connect(lambda _=False, n=name: self._choose(n))
        self.only_me = chip(text.ONLY_ME)
        self.only_me.setChecked(sign.readers == "me")
        self.keep = QPushButton(text.KEEP)
        self.keep.setProperty("kind", "primary")
        self.keep.clicked.connect(self._keep)
        row = ChipRow()
        row.show_chips([*self.states.values(), self.only_me])
        self.only_me.setHidden(alone)
        row.setAccessibleName(text.STATE)
        grid.addWidget(row, 2, 0, 1, 2)
        grid.addWidget(self.keep, 3, 1, Qt.AlignmentFlag.AlignRight)

    @property
    def is_typed(self) -> bool:
        """Whether the fields say something else than what is kept."""
        typed = self.sign.text(), self.meaning.text()
        return typed != (self._sign.sign, self._sign.meaning)

    def _choose(self, state: str) -> None:
        for name, made in self.states.items():
            made.setChecked(name == state)

    def _keep(self) -> None:
        if not self.sign.text().strip():
            self.sign.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        state = next(n for n in SIGN_STATES if self.states[n].isChecked())
        self.kept.emit(
            replace(
                self._sign,
                sign=self.sign.text().strip(),
                meaning=self.meaning.text().strip(),
                state=state,
                readers="me" if self.only_me.isChecked() else "grown-ups",
            )
        )


class DictionaryView(QWidget):
    """One child's lines, his words first. A new line bears no id yet."""

    kept = Signal(object)  # Sign
    renewed = Signal(object)  # Sign
    removed = Signal(object)  # Sign
    print_requested = Signal(object)  # Person
    month_requested = Signal(object)  # Sign

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._child: PersonId | None = None
        self._household = Household()
        self._me: PersonId | None = None
        self._today = date.min
        self.form: SignForm | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)

    def show_household(self, household: Household, now: datetime, me: PersonId | None) -> None:
        """Show everything anew, of the child that was shown last."""
        self._household, self._today, self._me = household, now.date(), me
        clear(self.body)
        self.buttons, self.form = {}, None
        children = household.children
        if not children:
            return
        child = next((c for c in children if c.id == self._child), children[0])
        self._child = child.id
        if len(children) > 1:
            self._add_children(children)
        if asks_for_one(household, child.id, self._today):
            self.body.addWidget(label(text.prompt(child), self._theme.ink, bold=True))
        self._add_form(self._new(child), child)
        signs = signs_of(household, child.id, me)
        if not signs:
            self.body.addWidget(label(text.EMPTY, self._theme.ink_2))
        for sign in signs:
            self.body.addWidget(self._line(sign, child))
        row = ChipRow()
        words = text.print_words(child)
        row.show_chips(
            [small_button(self.buttons, "print", words, lambda: self.print_requested.emit(child))]
        )
        self.body.addWidget(row)
        self.body.addWidget(label(text.handed_on(child), self._theme.ink_2, 0.92))

    def _new(self, child: Person) -> Sign:
        return Sign(id=SignId(""), child=child.id, sign="", updated=self._today, by=self._me)

    def _add_children(self, children: tuple[Person, ...]) -> None:
        row = ChipRow()
        self.children_chips = {c.id: chip(common.spoken_name(c)) for c in children}
        for child_id, made in self.children_chips.items():
            made.setChecked(child_id == self._child)
            made.clicked.connect(lambda _=False, c=child_id: self.show_child(c))
        row.show_chips(list(self.children_chips.values()))
        self.body.addWidget(row)

    def show_child(self, child: PersonId) -> None:
        """Turn to this child's page."""
        self._child = child
        now = datetime(self._today.year, self._today.month, self._today.day)  # noqa: DTZ001
        self.show_household(self._household, now, self._me)

    def _add_form(self, sign: Sign, child: Person) -> None:
        alone = self._me is None or len(self._household.grown_ups) < 2
        form = SignForm(sign, child, self._theme, alone=alone)
        form.kept.connect(self.kept)
        if self.form is None:
            self.body.addWidget(form)
        else:
            self.body.replaceWidget(self.form, form)
            self.form.hide()
            self.form.deleteLater()
        self.form = form

    def _line(self, sign: Sign, child: Person) -> Card:
        theme = self._theme
        faded = sign.has_faded(self._today)
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 10, 16, 10)
        column.setSpacing(5)
        words = f"{text.sign_head(child).rstrip('…')} {sign.sign} …"
        column.addWidget(label(words, theme.ink_2 if faded else theme.ink, bold=True))
        if sign.meaning:
            column.addWidget(label(sign.meaning, theme.ink_2 if faded else theme.ink))
        state = text.state_names(child)[sign.state]
        facts = common.SEPARATOR.join((state, text.updated(sign.updated)))
        column.addWidget(label(text.FADED if faded else facts, theme.ink_2, 0.92))
        steps: Steps = []
        if faded:
            steps.append((f"{sign.id}-renew", text.RENEW, lambda: self.renewed.emit(sign)))
        if sign.state == "his-words":
            name = f"{sign.id}-month"
            steps.append((name, INTO_MONTH, lambda: self.month_requested.emit(sign)))
        else:
            steps.append((f"{sign.id}-ask", text.ASK, lambda: self._ask(sign, column)))
        steps += [
            (f"{sign.id}-edit", common.EDIT, lambda: self._edit(sign, child)),
            (f"{sign.id}-delete", common.DELETE, lambda: self.removed.emit(sign)),
        ]
        row = ChipRow()
        row.show_chips([small_button(self.buttons, *step) for step in steps])
        column.addWidget(row)
        return card

    @property
    def is_writing(self) -> bool:
        """Whether words stand in the form that nobody has kept."""
        return self.form is not None and self.form.is_typed

    def _ask(self, sign: Sign, column: QVBoxLayout) -> None:
        words = text.check_sentence(sign.sign, sign.meaning)
        column.addWidget(Quote(words, self._theme.hue("feel-with").main, self._theme.ink))
        self.buttons[f"{sign.id}-ask"].setEnabled(False)

    def _edit(self, sign: Sign, child: Person) -> None:
        self._add_form(replace(sign, updated=self._today), child)
        assert self.form is not None
        self.form.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
