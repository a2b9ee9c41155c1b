"""The family's rituals in a list, and its term times: to be edited, stopped or deleted."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.dates import ONE_DAY
from planner.model import Household, Ritual, Term
from planner.rituals import next_occurrence
from ui.day_field import DayField
from ui.family_fields import Card, button
from ui.labels import label
from ui.text import common
from ui.text import family as family_text
from ui.text import rituals as text
from ui.theme import Theme

USUAL_TERM = timedelta(weeks=12)


class RitualLine(Card):
    """One ritual in words, with what can be done to it."""

    wished = Signal(str, object)

    def __init__(self, ritual: Ritual, household: Household, today: date, theme: Theme) -> None:
        super().__init__(theme)
        title, upcoming = ritual.first.title, next_occurrence(household, ritual, today)
        self.upcoming = upcoming
        who = common.people_line(household, ritual.first.people)
        words = QVBoxLayout()
        words.setSpacing(1)
        heading = common.SEPARATOR.join(part for part in (title, who) if part)
        words.addWidget(label(heading, theme.ink, bold=True))
        words.addWidget(label(text.sentence(ritual, household.terms), theme.ink_2))
        when = text.next_time(upcoming) if upcoming else text.OVER
        words.addWidget(label(when, theme.ink_2))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        self.edit, self.stop = button(common.EDIT), button(text.STOP)
        self.delete = button(common.DELETE, "quiet")
        self.stop.setToolTip(text.STOP_HINT)
        for made, wish, value in (
            (self.edit, "edit", upcoming),
            (self.stop, "stop", upcoming),
            (self.delete, "remove", ritual),
        ):
            made.setAccessibleName(text.of_ritual(made.text(), title))
            made.clicked.connect(lambda _=False, w=wish, v=value: self.wished.emit(w, v))
            made.setVisible(value is not None)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)


class TermLine(QWidget):
    """The first and the last day of one term."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first, self.last = DayField(), DayField()
        self.first.setAccessibleName(text.FIRST)
        self.last.setAccessibleName(text.LAST)
        self.remove = button(family_text.REMOVE_SIGN, "quiet")
        self.remove.setAccessibleName(text.REMOVE_TERM)
        self.remove.clicked.connect(self.removed)
        self.hint = label(family_text.DATES_CROSSED, theme.ink_2)
        self.hint.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        between = QLabel(family_text.TO)
        for part in (self.first, between, self.last, self.remove):
            row.addWidget(part)
        row.addWidget(self.hint, 1)
        row.addStretch(0)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._settle)
            field.calendarWidget().clicked.connect(self._settle)

    def term(self) -> Term:
        return Term(first=self.first.day(), last=self.last.day())

    def show_term(self, term: Term) -> None:
        if term != self.term():
            self.first.setDate(common.qdate(term.first))
            self.last.setDate(common.qdate(term.last))
        self.hint.hide()

    def _settle(self) -> None:
        term = self.term()
        self.hint.setVisible(term.last < term.first)
        if term.first <= term.last:
            self.changed.emit()


class RitualsSection(QWidget):
    """What comes again, and the term times. `wished` says what: `edit`, `stop`, `remove`, `terms`."""

    wished = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today = date.min
        self._shown: tuple[object, ...] = ()
        self.lines: list[RitualLine] = []
        self.terms: list[TermLine] = []
        self._none = label(text.NO_RITUALS, theme.ink_2)
        self._list, self._terms_list = QVBoxLayout(), QVBoxLayout()
        self.add_term = button(text.ADD_TERM)
        self.add_term.clicked.connect(self._add_term)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addSpacing(6)
        column.addWidget(label(text.TERMS, theme.ink, bold=True))
        column.addWidget(label(text.TERMS_HINT, theme.ink_2))
        column.addLayout(self._terms_list)
        column.addWidget(self.add_term, 0, Qt.AlignmentFlag.AlignLeft)
        for inner in (self._list, self._terms_list):
            inner.setSpacing(8)

    def show_household(self, household: Household, today: date) -> None:
        """Show these rituals and terms; fields of terms are kept, so that typing goes on."""
        self._today = today
        self._show_terms(household.terms)
        shown = (household.rituals, household.terms, household.people, household.weeks, today)
        if all(a is b for a, b in zip(shown, self._shown, strict=False)) and self._shown:
            return
        self._shown = shown
        _clear(self._list)
        lines = (RitualLine(r, household, today, self._theme) for r in household.rituals)
        self.lines = sorted(lines, key=_next)
        for line in self.lines:
            line.wished.connect(self.wished)
            self._list.addWidget(line)
        self._none.setVisible(not self.lines)

    def _show_terms(self, terms: tuple[Term, ...]) -> None:
        if len(terms) != len(self.terms):
            _clear(self._terms_list)
            self.terms = [TermLine(self._theme) for _ in terms]
            for n, line in enumerate(self.terms):
                line.changed.connect(self._tell)
                line.removed.connect(lambda n=n: self._remove_term(n))
                self._terms_list.addWidget(line)
        for line, term in zip(self.terms, terms, strict=True):
            line.show_term(term)

    def _values(self) -> tuple[Term, ...]:
        return tuple(line.term() for line in self.terms)

    def _tell(self) -> None:
        self.wished.emit("terms", self._values())

    def _add_term(self) -> None:
        terms = self._values()
        first = terms[-1].last + 2 * ONE_DAY if terms else self._today
        self.wished.emit("terms", (*terms, Term(first=first, last=first + USUAL_TERM)))
        if self.terms:
            self.terms[-1].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_term(self, number: int) -> None:
        terms = self._values()
        self.wished.emit("terms", (*terms[:number], *terms[number + 1 :]))
        self.add_term.setFocus(Qt.FocusReason.OtherFocusReason)


def _next(line: RitualLine) -> tuple[date, int]:
    """In the order in which they come next; what has ended last."""
    return (line.upcoming.day, line.upcoming.start) if line.upcoming else (date.max, 0)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
