"""The five knots of a thread, one widget each: what it asks, and what it makes of the thread."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from planner.journal import FIRST_WORDS, NO_AGE_BAND, band_on
from planner.model import Household
from planner.sorry import gives_reasons, stops_of
from planner.threads import DEEDS, Knot, Thread
from ui.choices import ChipRow, chip
from ui.labels import Quote, label
from ui.text import thread as text
from ui.theme import Theme
from ui.thread_pictures import Pictures


class KnotForm(QWidget):
    """What one knot asks. `answered(thread)` is the thread with the answers; `is_free` whether it may be tied."""

    changed = Signal()
    knot: Knot

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first: QWidget | None = None
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 2, 0, 4)
        self.column.setSpacing(8)
        self.column.addWidget(label(text.KNOT_QUESTIONS[self.knot], theme.ink, 1.1, bold=True))

    def answered(self, thread: Thread) -> Thread:
        return thread

    @property
    def is_free(self) -> bool:
        return True

    def chips(self, names: dict[str, str], *, chosen: str = "") -> dict[str, QAbstractButton]:
        """A row of chips of which one at most is down."""
        made: dict[str, QAbstractButton] = {name: chip(words) for name, words in names.items()}
        row = ChipRow()
        row.show_chips(list(made.values()))
        for name, button in made.items():
            button.setChecked(name == chosen)
            button.clicked.connect(lambda on, b=button: self._only(made, b, on=on))
        self.column.addWidget(row)
        self.first = self.first or row.chips[0]
        return made

    def _only(self, made: dict[str, QAbstractButton], button: QAbstractButton, *, on: bool) -> None:
        for other in made.values():
            other.setChecked(on and other is button)
        self.changed.emit()

    def field(self, name: str, words: str, hint: str = "") -> QLineEdit:
        made = QLineEdit(words)
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.textChanged.connect(lambda _: self.changed.emit())
        return made

    def hint(self, words: str) -> None:
        self.column.addWidget(label(words, self.theme.ink_2, 0.92))


def chosen_of(chips: dict[str, QAbstractButton]) -> str:
    return next((name for name, button in chips.items() if button.isChecked()), "")


class Cool(KnotForm):
    knot: Knot = "cool"

    def __init__(self, thread: Thread, theme: Theme, now: datetime) -> None:
        super().__init__(theme)
        self._now = now
        self.times = self.chips(text.COOLING)
        self.hint(text.COOL_HINT)
        self._before = thread.cool_until

    def answered(self, thread: Thread) -> Thread:
        minutes = chosen_of(self.times)
        if not minutes:
            return replace(thread, cool_until=self._before)
        until = self._now + timedelta(minutes=int(minutes)) if int(minutes) else None
        return replace(thread, cool_until=until)


class Own(KnotForm):
    """A sentence to build; a child points at pictures instead; two who argued say how it ended."""

    knot: Knot = "own"

    def __init__(self, thread: Thread, theme: Theme, household: Household) -> None:
        super().__init__(theme)
        children = {c.id for c in household.children}
        self.pictures = Pictures(theme)
        self.pictures.show_chosen(thread.pictures)
        self.pictures.changed.connect(self.changed)
        if thread.who and children.issuperset(thread.who):
            self.column.addWidget(self.pictures)
            self.first = self.pictures.pictures[0]
            self.hint(text.PICTURES_HINT)
        else:
            self.pictures.hide()
        known = thread.deed if thread.deed in DEEDS else ""
        self.deeds = self.chips(text.DEED_NAMES, chosen=known)
        self.deed = self.field(text.DEED, "" if known else thread.deed, text.DEED)
        self.when = self.field(text.WHEN, thread.when, text.WHEN_HINT)
        rows = QGridLayout()
        rows.addWidget(self.deed, 0, 0, 1, 2)
        rows.addWidget(label(text.WHEN, theme.ink_2), 1, 0)
        rows.addWidget(self.when, 1, 1)
        self.column.addLayout(rows)
        self.sentence = Quote("", theme.people[1], theme.ink)
        self.column.addWidget(self.sentence)
        self.line = self.field(text.SEEN_LINE, thread.line, text.SEEN_EXAMPLE)
        if len(thread.who) > 1 and children.isdisjoint(thread.who):
            self.hint(text.SEEN_LINE)
            self.column.addWidget(self.line)
        else:
            self.line.hide()
        self.why = label("", theme.ink)
        self.column.addWidget(self.why)
        self.changed.connect(self._say)
        self.deed.textEdited.connect(self._typed)
        self._say()

    def _typed(self) -> None:
        for button in self.deeds.values():
            button.setChecked(False)

    def _deed(self) -> str:
        return chosen_of(self.deeds) or self.deed.text().strip()

    def _said(self) -> str:
        return text.sentence(self._deed(), self.when.text())

    def _say(self) -> None:
        self.sentence.show_words(self._said())
        stops = self._stops()
        reasons = (text.REASONS,) if not stops and gives_reasons(self._said()) else ()
        self.why.setText("\n".join((*(text.STOPS[s] for s in stops), *reasons)))
        self.why.setVisible(bool(stops or reasons))

    def _stops(self) -> tuple[str, ...]:
        return stops_of(f"{self._said()} {self.line.text()}")

    @property
    def is_free(self) -> bool:
        return not self._stops()

    def answered(self, thread: Thread) -> Thread:
        return replace(
            thread,
            deed=self._deed(),
            when=self.when.text().strip(),
            pictures=self.pictures.chosen,
            line=self.line.text().strip(),
        )


class Land(KnotForm):
    knot: Knot = "land"

    def __init__(self, thread: Thread, theme: Theme, household: Household, now: datetime) -> None:
        super().__init__(theme)
        child = next((c for c in household.children if c.id in thread.hurt), None)
        words = FIRST_WORDS[band_on(child, now.date()) if child else NO_AGE_BAND]
        offered = dict.fromkeys((*words, *((thread.feeling,) if thread.feeling else ())))
        self.feelings = self.chips({w: w for w in offered}, chosen=thread.feeling)
        self.sentence = Quote("", theme.people[1], theme.ink)
        self.column.addWidget(self.sentence)
        self.hint(text.LAND_HINT)
        self.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.sentence.show_words(text.landing(chosen_of(self.feelings)))

    def answered(self, thread: Thread) -> Thread:
        return replace(thread, feeling=chosen_of(self.feelings))


class Right(KnotForm):
    """Amends and an if-then for next time; `when_*` say whether and when they go into the week."""

    knot: Knot = "right"

    def __init__(self, thread: Thread, theme: Theme) -> None:
        super().__init__(theme)
        self.amends = self.field(text.AMENDS, thread.amends, text.AMENDS_HINT)
        self.column.addWidget(self.amends)
        self.first = self.amends
        self.hint(text.PUT_INTO_WEEK)
        self.when_amends = self.chips(text.WHEN_NAMES)
        self.if_this = self.field(text.IF_THIS, thread.if_this, text.IF_HINT)
        self.then_that = self.field(text.THEN_THAT, thread.then_that, text.THEN_HINT)
        rows = QGridLayout()
        for n, (name, field) in enumerate(
            ((text.IF_THIS, self.if_this), (text.THEN_THAT, self.then_that))
        ):
            rows.addWidget(label(name, theme.ink_2), n, 0)
            rows.addWidget(field, n, 1)
        rows.setColumnStretch(1, 1)
        self.column.addLayout(rows)
        self.hint(text.PUT_INTO_WEEK)
        self.when_plan = self.chips(text.WHEN_NAMES)
        self.hint(text.LIMIT)

    def answered(self, thread: Thread) -> Thread:
        return replace(
            thread,
            amends=self.amends.text().strip(),
            if_this=self.if_this.text().strip(),
            then_that=self.then_that.text().strip(),
        )


class CheckBack(KnotForm):
    knot: Knot = "check"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.column.addWidget(label(text.CHECK_HINT, theme.ink))
