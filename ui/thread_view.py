"""Repairs: the questions of today, the threads that are open, and the shelf of those that ended."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.model import Household, PersonId
from planner.threads import (
    ANSWERS,
    Thread,
    came_back_from,
    due_check,
    open_threads,
    opened_by_role,
    readable_threads,
)
from ui.choices import ChipRow
from ui.column import Card, clear
from ui.labels import label
from ui.text import common
from ui.text import thread as text
from ui.text.month_page import INTO_MONTH
from ui.theme import Theme
from ui.thread_seam import Seam

Steps = list[tuple[str, str, Callable[[], object]]]


class CheckCard(Card):
    """The one question of a day: did the sorry work? "Not yet" asks when, and never is an answer."""

    answered = Signal(object, str, bool)  # Thread, Answer, whether to ask again

    def __init__(self, thread: Thread, household: Household, theme: Theme) -> None:
        super().__init__(theme)
        self._thread = thread
        self.buttons: dict[str, QPushButton] = {}
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 16, 12)
        column.setSpacing(7)
        who = common.SEPARATOR.join(
            (text.between(household, thread), text.since(thread.happened.date()))
        )
        column.addWidget(label(who, theme.ink_2, 0.92))
        column.addWidget(label(text.CHECK_QUESTION, theme.ink, bold=True))
        names = dict(text.ANSWER_NAMES)
        hurt = household.person(thread.hurt[0]) if len(thread.hurt) == 1 else None
        if hurt is not None:
            names["left-alone"] = text.left_alone(hurt)
        self._add([(a, names[a], partial(self._answer, a)) for a in ANSWERS])

    def _answer(self, answer: str) -> None:
        if answer != "not-yet":
            self.answered.emit(self._thread, answer, True)
            return
        self._column.addWidget(label(text.AGAIN, self.theme.ink))
        self._add(
            [
                ("month", text.IN_A_MONTH, lambda: self._not_yet(again=True)),
                ("never", text.NEVER, lambda: self._not_yet(again=False)),
            ]
        )
        self.buttons["not-yet"].setEnabled(False)
        self.buttons["month"].setFocus()

    def _not_yet(self, *, again: bool) -> None:
        self.answered.emit(self._thread, "not-yet", again)

    def _add(self, steps: Steps) -> None:
        row = ChipRow()
        row.show_chips([small_button(self.buttons, *step) for step in steps])
        self._column.addWidget(row)


def small_button(
    buttons: dict[str, QPushButton], name: str, words: str, step: Callable[[], object]
) -> QPushButton:
    """A small button that is found again by its name."""
    made = QPushButton(words)
    made.setProperty("kind", "small")
    made.setAccessibleName(words)
    made.clicked.connect(lambda _=False: step())
    buttons[name] = made
    return made


class ThreadView(QWidget):
    """Shows what `me` may read; says what is wished for."""

    go_on_requested = Signal(object)  # Thread
    month_requested = Signal(object)  # Thread
    answered = Signal(object, str, bool)  # Thread, Answer, whether to ask again
    words_deleted = Signal(object)  # Thread
    removed = Signal(object)  # Thread

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: dict[str, QPushButton] = {}
        self.checks: list[CheckCard] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)

    def show_household(self, household: Household, now: datetime, me: PersonId | None) -> None:
        """Show everything anew."""
        clear(self.body)
        self.buttons, self.checks = {}, []
        threads = readable_threads(household, me)
        for thread in open_threads(household, me):
            self._add_open(thread, household, now)
        self.body.addWidget(label(text.SHELF, self._theme.ink, 1.1, bold=True))
        shelf = came_back_from(household, me)
        for thread in shelf:
            self._add_ended(thread, household)
        if not shelf:
            self.body.addWidget(label(text.NO_SHELF, self._theme.ink_2))
        if threads:
            words = text.ratio(*opened_by_role(household, threads))
            self.body.addWidget(label(words, self._theme.ink_2, 0.92))

    def _add_open(self, thread: Thread, household: Household, now: datetime) -> None:
        if due_check(thread, now.date()) is not None:
            check = CheckCard(thread, household, self._theme)
            check.answered.connect(self.answered)
            self.checks.append(check)
            self.body.addWidget(check)
        column = self._card(thread, household)
        if thread.cool_until is not None and thread.cool_until > now:
            until = thread.cool_until
            words = text.cooling_until(until.date(), until.hour * 60 + until.minute)
            column.addWidget(label(words, self._theme.ink_2))
        self._add_buttons(
            column,
            [
                (f"{thread.id}-go-on", text.GO_ON, lambda: self.go_on_requested.emit(thread)),
                (f"{thread.id}-delete", common.DELETE, lambda: self.removed.emit(thread)),
            ],
        )

    def _add_ended(self, thread: Thread, household: Household) -> None:
        column = self._card(thread, household)
        column.addWidget(label(text.STATE_NAMES[thread.state], self._theme.ink_2))
        steps: Steps = [
            (f"{thread.id}-delete", common.DELETE, lambda: self.removed.emit(thread)),
        ]
        if thread.state == "mended":
            steps.insert(
                0, (f"{thread.id}-month", INTO_MONTH, lambda: self.month_requested.emit(thread))
            )
        if thread.has_words:
            column.addWidget(label(text.FORGET_QUESTION, self._theme.ink))
            name = f"{thread.id}-forget"
            steps.insert(0, (name, text.FORGET, lambda: self.words_deleted.emit(thread)))
        self._add_buttons(column, steps)

    def _card(self, thread: Thread, household: Household) -> QVBoxLayout:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 16, 12)
        column.setSpacing(6)
        head = common.SEPARATOR.join(
            (text.between(household, thread), text.since(thread.happened.date()))
        )
        column.addWidget(label(head, self._theme.ink_2, 0.92))
        seam = Seam(self._theme, names=False)
        seam.show_tied(thread.tied)
        column.addWidget(seam)
        for words in text.told(thread):
            column.addWidget(label(words, self._theme.ink))
        self.body.addWidget(card)
        return column

    def _add_buttons(self, column: QVBoxLayout, steps: Steps) -> None:
        row = ChipRow()
        row.show_chips([small_button(self.buttons, *step) for step in steps])
        column.addWidget(row)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
