"""The Mending Thread as a sheet: first whether everybody is safe, then five knots in their order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.model import Household, PersonId, ThreadId
from planner.reaches import Reach
from planner.threads import (
    KNOTS,
    Knot,
    Thread,
    is_repeated,
    next_knot,
    with_checks,
    with_knot,
)
from ui.choices import ChipRow, chip
from ui.column import clear
from ui.labels import label
from ui.over import Over
from ui.text import common
from ui.text import thread as text
from ui.theme import Theme
from ui.thread_knots import CheckBack, Cool, KnotForm, Land, Own, Right, chosen_of
from ui.thread_people import People
from ui.thread_seam import Seam


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """The thread, and when its amends and its plan go into the week: keys of `text.WHEN_NAMES`, or ""."""

    thread: Thread
    when_amends: str = ""
    when_plan: str = ""


class ThreadSheet(Over):
    """Nothing is kept before "Keep the thread"; a "yes" to the first question keeps nothing at all."""

    kept = Signal(object)  # Mended
    help_requested = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, *, thread: Thread, household: Household, now: datetime
    ) -> None:
        super().__init__(window, theme, note=text.PRIVATE)
        self.mending, self._household, self._now = thread, household, now
        self.form: KnotForm | None = None
        self.people: People | None = None
        self._when = ("", "")
        self.title = label(text.TITLE, theme.ink, 1.5, bold=True)
        self.setAccessibleName(text.TITLE)
        self.seam = Seam(theme)
        self._stage = QWidget()
        self.stage = QVBoxLayout(self._stage)
        self.stage.setContentsMargins(0, 6, 0, 0)
        self.stage.setSpacing(9)
        self.ways: dict[str, QPushButton] = {}
        self.body.addWidget(self.title)
        self.body.addWidget(self.seam)
        self.body.addWidget(self._stage)
        self.body.addStretch(1)
        self.help = self._button(text.HELP, "quiet", self.help_requested.emit)
        self.foot.addStretch(1)
        self.cancel = self._button(common.CANCEL, "quiet", self.close_over)
        self.skip = self._button(text.SKIP, "", self._skip)
        self.next = self._button(text.NEXT, "", self._tie)
        self.keep = self._button(text.KEEP, "primary", self._keep)
        self.yes, self.no = QPushButton(text.YES), QPushButton(text.NO)

    def _button(self, words: str, kind: str, step: Callable[[], None]) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("kind", kind)
        made.setAccessibleName(words.rstrip("…"))
        made.clicked.connect(step)
        self.foot.addWidget(made)
        return made

    # one after the other

    def open_sheet(self) -> None:
        """Ask whether everybody is safe; a thread that was kept before goes on at its next knot."""
        known = self._household.threads
        if any(t.id == self.mending.id for t in known):
            self.ask(next_knot(self.mending) or "check")
            assert self.form is not None
            self.open_over(self.form.first or self.keep)
            return
        self.seam.hide()
        self._only(self.help, self.cancel)
        self.stage.addWidget(label(text.HARD_STOP, self.theme.ink, 1.15, bold=True))
        self.stage.addWidget(label(text.HARD_STOP_WHY, self.theme.ink_2))
        answers = ChipRow()
        self.yes.clicked.connect(self.help_requested)
        self.no.clicked.connect(self._ask_who)
        answers.show_chips([self.yes, self.no])
        self.stage.addWidget(answers)
        self.open_over(self.yes)

    def _ask_who(self) -> None:
        clear(self.stage)
        self.people = People(self.mending, self._household, self.theme)
        self.people.changed.connect(self._people_changed)
        self.stage.addWidget(self.people)
        self.seam.show()
        self.seam.show_tied(())
        self._only(self.help, self.cancel, self.next)
        self._people_changed()
        self.people.first().setFocus(Qt.FocusReason.TabFocusReason)
        self.place_soon()

    def _people_changed(self) -> None:
        assert self.people is not None
        self.mending = replace(self.mending, who=self.people.who, hurt=self.people.hurt)
        self.next.setEnabled(bool(self.people.who and self.people.hurt))

    def ask(self, knot: Knot) -> None:
        """Show this knot."""
        clear(self.stage)
        self.people = None
        self.form = self._form(knot)
        self.form.changed.connect(self._changed)
        self.stage.addWidget(self.form)
        if knot == "own":
            self._add_ways()
        self.seam.show_tied(self.mending.tied, knot)
        self._only(self.help, self.cancel, self.skip, self.next, self.keep)
        last = knot == KNOTS[-1]
        self.next.setVisible(not last)
        self.skip.setVisible(not last)
        self._changed()
        (self.form.first or self.keep).setFocus(Qt.FocusReason.TabFocusReason)

    def _form(self, knot: Knot) -> KnotForm:
        thread, theme = self.mending, self.theme
        made: dict[Knot, Callable[[], KnotForm]] = {
            "cool": lambda: Cool(thread, theme, self._now),
            "own": lambda: Own(thread, theme, self._household),
            "land": lambda: Land(thread, theme, self._household, self._now),
            "right": lambda: Right(thread, theme),
            "check": lambda: CheckBack(theme),
        }
        return made[knot]()

    def _add_ways(self) -> None:
        """Where the same act is mended for the third time: three ways to change the plan."""
        self._repeated = QWidget()
        column = QVBoxLayout(self._repeated)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(label(text.REPEATED, self.theme.ink, bold=True))
        row = ChipRow()
        self.ways = {name: chip(words[0], checkable=False) for name, words in text.WAYS.items()}
        for name, made in self.ways.items():
            made.clicked.connect(lambda _=False, n=name: self._change_plan(n))
        row.show_chips(list(self.ways.values()))
        column.addWidget(row)
        self.stage.addWidget(self._repeated)

    def _change_plan(self, way: str) -> None:
        _, this, that = text.WAYS[way]
        self._take()
        self.mending = replace(with_knot(self.mending, "own"), if_this=this, then_that=that)
        self.ask("right")

    def _changed(self) -> None:
        assert self.form is not None
        now = self.form.answered(self.mending)
        free = self.form.is_free
        self.next.setEnabled(free)
        self.keep.setEnabled(free)
        if self.form.knot == "own":
            self._repeated.setVisible(is_repeated((*self._household.threads, now), now))
        self.place_soon()

    def _take(self) -> None:
        assert self.form is not None
        self.mending = self.form.answered(self.mending)
        if isinstance(self.form, Right):
            self._when = (chosen_of(self.form.when_amends), chosen_of(self.form.when_plan))

    def _tie(self) -> None:
        """Take what was answered, tie the knot and go to the next."""
        if self.form is None:
            self.ask("cool")
            return
        self._take()
        knot = self.form.knot
        self.mending = with_knot(self.mending, knot)
        self.ask(KNOTS[KNOTS.index(knot) + 1])

    def _skip(self) -> None:
        assert self.form is not None
        self.ask(KNOTS[KNOTS.index(self.form.knot) + 1])

    def _keep(self) -> None:
        assert self.form is not None
        if not self.form.is_free:
            return
        before = self.mending
        self._take()
        knot = self.form.knot
        if knot != "check" and self.mending != before:
            self.mending = with_knot(self.mending, knot)
        if {"own", "land", "right"} & set(self.mending.tied):
            self.mending = with_checks(self.mending, self._now.date())
        amends, plan = self._when
        self.kept.emit(Mended(thread=self.mending, when_amends=amends, when_plan=plan))

    def _only(self, *shown: QPushButton) -> None:
        for button in (self.help, self.cancel, self.skip, self.next, self.keep):
            button.setVisible(button in shown)
            button.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps; Enter in a field goes on to the next knot."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and control and self.keep.isVisible():
            self.keep.click()
        elif enter and not isinstance(self.window().focusWidget(), QPushButton):
            self.next.click()
        else:
            super().keyPressEvent(event)


def new_thread(
    thread_id: str, *, who: PersonId | None, reach: Reach | None, now: datetime
) -> Thread:
    """A thread to begin with: who sits here, and which child reached, as far as that is known."""
    return Thread(
        id=ThreadId(thread_id),
        opened=now,
        happened=reach.at if reach else now,
        who=(who,) if who else (),
        hurt=(reach.child,) if reach else (),
        reach=reach.id if reach else None,
        by=who,
        readers=reach.readers if reach else "grown-ups",
    )
