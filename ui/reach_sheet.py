"""The sheet for a reach: four taps, and for one that was missed the way back. Twenty seconds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from planner.dates import age_on
from planner.harm import speaks_of_harm
from planner.model import Household, Person, PersonId, ReachId
from planner.reaches import (
    FEELINGS,
    MISSED,
    NEEDS,
    RESPONSES,
    Reach,
    is_heavy_week,
    latest_child,
)
from ui.choices import chip
from ui.labels import label
from ui.over import Over
from ui.reach_question import Question
from ui.reach_saying import Saying
from ui.text import common
from ui.text import reach as text
from ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was tapped: the reach, when to go back to it (a key of `text.BACK_NAMES` or ""), and the words."""

    reach: Reach
    back: str = ""
    say: str = ""


class ReachSheet(Over):
    """Asks about one reach. Nothing is required after the first tap, and nothing is kept before "Keep"."""

    kept = Signal(object)  # Kept
    mend_requested = Signal(object)  # Kept
    help_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        *,
        household: Household,
        now: datetime,
        chance: Random,
        me: PersonId | None = None,
        reach: Reach | None = None,
    ) -> None:
        super().__init__(window, theme, note=text.PRIVATE)
        self._household, self._now, self._me = household, now, me
        self._before = reach
        self._order = list(RESPONSES)
        chance.shuffle(self._order)
        self.child = self._first_child()
        self.title = label("", theme.ink, 1.5, bold=True)
        self.body.addWidget(self.title)
        self.questions: dict[str, Question] = {}
        self._make_questions()
        self.saying = Saying(theme)
        self.body.addWidget(self.saying)
        self.line = QLineEdit()
        self.line.setPlaceholderText(text.LINE)
        self.line.setAccessibleName(text.LINE)
        self.line.returnPressed.connect(self.keep)
        self.line.textChanged.connect(lambda _: self._refresh())
        self.body.addWidget(self.line)
        self.heavy = label(text.HEAVY_WEEK, theme.ink)
        self.heavy_help = QPushButton(text.HEAVY_HELP)
        for part in (self.heavy, self.heavy_help):
            self.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._make_buttons()
        self._show_before()
        self._refresh()

    # making

    def _first_child(self) -> Person:
        children = self._household.children
        wanted = self._before.child if self._before else latest_child(self._household, self._now)
        return next((c for c in children if c.id == wanted), children[0])

    def _make_questions(self) -> None:
        children = self._household.children
        if len(children) > 1:
            names = {str(child.id): common.spoken_name(child) for child in children}
            who = self._add("who", text.WHO, names, single=True)
            known = self._before or latest_child(self._household, self._now)
            if known:
                who.show_chosen((self.child.id,))
            who.changed.connect(self._child_changed)
        self._add("shape", text.SHAPE, text.shapes(self._age()))
        guesses = {name: text.GUESS_NAMES[name] for name in (*FEELINGS, *NEEDS)}
        self._add("guess", text.GUESS, guesses, second_row=NEEDS, hint=text.NEED_HINT)
        answers = {name: text.RESPONSE_NAMES[name] for name in self._order}
        self._add("response", text.RESPONSE, answers)
        self._add("landed", text.LANDED, text.LANDING_NAMES, single=True)
        self._add("back", text.BACK, text.BACK_NAMES, single=True)

    def _question(
        self, name: str, words: str, answers: Mapping[str, str], **more: object
    ) -> Question:
        made = Question(words, answers, self.theme, **more)  # type: ignore[arg-type]
        made.answered.connect(lambda: self._go_on(name))
        made.changed.connect(self._refresh)
        made.opened.connect(lambda: self.ask(name))
        self.questions[name] = made
        return made

    def _add(self, name: str, words: str, answers: Mapping[str, str], **more: object) -> Question:
        made = self._question(name, words, answers, **more)
        self.body.addWidget(made)
        return made

    def _make_buttons(self) -> None:
        self.help = QPushButton(text.HELP)
        self.help.setAccessibleName(text.HELP_SPOKEN)
        self.only_me = chip(text.ONLY_ME)
        self.only_me.setAccessibleName(text.ONLY_ME_SPOKEN)
        self.only_me.setVisible(self._me is not None and len(self._household.grown_ups) > 1)
        self.mend = QPushButton(text.MEND)
        self.mend.setAccessibleName(text.MEND_SPOKEN)
        self.save = QPushButton(text.KEEP)
        self.save.setAccessibleName(text.KEEP)
        self.cancel = QPushButton(common.CANCEL)
        self.cancel.setAccessibleName(common.CANCEL)
        for button, kind, step in (
            (self.help, "quiet", self.help_requested.emit),
            (self.cancel, "quiet", self.close_over),
            (self.mend, "", self._mend),
            (self.save, "primary", self.keep),
        ):
            button.setProperty("kind", kind)
            button.clicked.connect(step)
            self.foot.addWidget(button)
        self.foot.insertStretch(1, 1)
        self.foot.insertWidget(1, self.only_me)
        self.heavy_help.clicked.connect(self.help_requested)

    def _show_before(self) -> None:
        reach = self._before
        if reach is None:
            return
        for name, chosen in (
            ("shape", reach.shape),
            ("guess", (reach.feeling, reach.need)),
            ("response", reach.response),
            ("landed", (reach.landed,)),
        ):
            self.questions[name].show_chosen(chosen)
        self.line.setText(reach.line)
        self.only_me.setChecked(reach.readers == "me")

    # what is asked

    def open_sheet(self) -> None:
        """Ask the first thing that is not answered yet."""
        name = next((n for n, q in self.questions.items() if not q.chosen), "shape")
        self.ask(name)
        self.open_over(self.questions[name].first_chip())

    def ask(self, name: str) -> None:
        """Open this question and close the others."""
        for other, question in self.questions.items():
            question.show_open(on=other == name)
        self.questions[name].first_chip().setFocus(Qt.FocusReason.TabFocusReason)
        self.place_soon()

    def _go_on(self, answered: str) -> None:
        names = [n for n, q in self.questions.items() if n == answered or self._is_asked(n)]
        later = names[names.index(answered) + 1 :]
        following = next((n for n in later if not self.questions[n].chosen), None)
        if following is not None:
            self.ask(following)
            return
        self.questions[answered].show_open(on=False)
        self.save.setFocus(Qt.FocusReason.TabFocusReason)
        self.place_soon()

    def _is_asked(self, name: str) -> bool:
        return name != "back" or self._is_missed()

    def _is_missed(self) -> bool:
        return not set(self.questions["response"].chosen).isdisjoint(MISSED)

    def _child_changed(self) -> None:
        chosen = self.questions["who"].chosen
        self.child = next((c for c in self._household.children if c.id in chosen), self.child)
        before = self.questions["shape"]  # at another age it looks otherwise
        made = self._question("shape", text.SHAPE, text.shapes(self._age()))
        made.show_chosen(before.chosen)
        self.body.replaceWidget(before, made)
        before.hide()
        before.deleteLater()

    def _age(self) -> int | None:
        return age_on(self.child.birthday, self._now.date()) if self.child.birthday else None

    def _refresh(self) -> None:
        """Show what follows from what was tapped so far."""
        self.title.setText(text.title(self.child))
        self.setAccessibleName(self.title.text())
        missed = self._is_missed() and self._before is None
        self.questions["back"].setVisible(missed)
        reach = self.reach()
        snapped, serious = "snapped" in reach.response, speaks_of_harm(reach.line)
        shown = missed and not serious and self.questions["back"].chosen not in {(), ("let-be",)}
        self.saying.show_for(reach.shape, self._age(), snapped=snapped, on=shown)
        self.mend.setVisible(snapped)
        others = tuple(r for r in self._household.reaches if r.id != reach.id)
        heavy = text.is_heavy(reach.response) and is_heavy_week((*others, reach), self._now.date())
        self.heavy.setText(text.SERIOUS if serious else text.HEAVY_WEEK)
        self.heavy_help.setText(text.SERIOUS_HELP if serious else text.HEAVY_HELP)
        self.heavy.setVisible(heavy or serious)
        self.heavy_help.setVisible(heavy or serious)
        self.save.setEnabled(bool(reach.shape))
        self.place_soon()

    # what was answered

    def reach(self) -> Reach:
        """The reach as it was tapped so far; new ones bear no id yet."""
        guess = self.questions["guess"].chosen
        before = self._before or Reach(id=ReachId(""), child=self.child.id, at=self._now)
        landed = self.questions["landed"].chosen
        return replace(
            before,
            child=self.child.id,
            shape=self.questions["shape"].chosen,
            feeling=next((g for g in guess if g in FEELINGS), ""),
            need=next((g for g in guess if g in NEEDS), ""),
            response=self.questions["response"].chosen,
            landed=landed[0] if landed else "",
            line=self.line.text().strip(),
            by=before.by or self._me,
            readers="me" if self.only_me.isChecked() else "grown-ups",
        )

    def _answer(self) -> Kept:
        back = self.questions["back"].chosen
        asked = back[0] if back and self._is_missed() else ""
        return Kept(
            reach=self.reach(), back=asked, say=self.saying.words if self.saying.isVisible() else ""
        )

    def keep(self) -> None:
        if self.save.isEnabled():
            self.kept.emit(self._answer())

    def _mend(self) -> None:
        if self.save.isEnabled():
            self.mend_requested.emit(self._answer())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the open question by its keys; Backspace goes back, Ctrl+Enter keeps."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        asked = next((n for n, q in self.questions.items() if q.is_open), None)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif asked and self.questions[asked].press(event.text().casefold()):
            event.accept()
        elif event.key() == Qt.Key.Key_Backspace:
            names = [n for n, q in self.questions.items() if self._is_asked(n)]
            here = names.index(asked) if asked in names else len(names)
            self.ask(names[max(0, here - 1)])
        else:
            super().keyPressEvent(event)
