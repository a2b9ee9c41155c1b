"""The first two minutes: who is in the family, when they are free, and what would be enough."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner import start
from planner.family import with_busy, with_moments, with_person, with_wishes, without_busy
from planner.model import Busy, Household, Person, PersonId
from ui.family_fields import button, in_reading_order
from ui.first_run_frame import BAR_ROOM, STEPS, FittedScroll, Progress
from ui.first_run_times import FreeStep
from ui.goals_editor import GoalsEditor
from ui.labels import label
from ui.people_editor import PeopleEditor, fault
from ui.text import family as text
from ui.theme import Theme

WIDTH_IN_LETTERS = 92
LEAST_WIDTH = 720


class FirstRun(QWidget):
    """Three short steps to a household. Going back loses nothing that was typed."""

    finished = Signal(object)  # Household
    sample_requested = Signal()

    def __init__(self, theme: Theme, today: date, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._theme, self._today, self._new_id = theme, today, new_id
        self.step = 0
        self.draft = Household()
        self._by_hand: set[PersonId] = set()
        self._build()
        self.people.add("child", take_focus=False)
        self.people.add("grown-up", take_focus=False)
        self.show_step(0)

    # what is shown

    def _build(self) -> None:
        theme = self._theme
        self.progress = Progress(theme)
        self.title = label("", theme.ink, 2.2, bold=True)
        self.subtitle = label("", theme.ink_2, 1.05)
        self.people = PeopleEditor(theme, self._new_id, self._today)
        self.times = FreeStep(theme)
        self.goals = GoalsEditor(theme)
        self._last = QWidget()
        last = QVBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(14)
        last.addWidget(self.goals)
        last.addWidget(label(text.HONEST_NOTE, theme.ink_2, 0.95))
        self._pages = (self.people, self.times, self._last)
        self.pane = FittedScroll()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 20, 24 - BAR_ROOM, 20)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(self._header())
        column.addSpacing(20)
        column.addWidget(self.pane, 1000)
        column.addSpacing(24)
        column.addLayout(self._footer())
        column.addStretch(1)
        self._body.setParent(self)
        self._connect()

    def _header(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, BAR_ROOM, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addSpacing(20)
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(self.subtitle)
        return column

    def _footer(self) -> QHBoxLayout:
        self.sample = button(text.SAMPLE, "quiet")
        self.back = button(text.BACK, "quiet")
        self.next_hint = label("", self._theme.ink_2, 0.95)
        self.next_hint.setWordWrap(False)
        self.go_on = button(text.CONTINUE, "primary")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, BAR_ROOM, 0)
        row.setSpacing(10)
        row.addWidget(self.sample)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next_hint)
        row.addWidget(self.go_on)
        return row

    def _connect(self) -> None:
        self.pane.laid_out.connect(lambda: in_reading_order(self._body))
        self.sample.clicked.connect(self.sample_requested)
        self.back.clicked.connect(lambda: self.show_step(self.step - 1))
        self.go_on.clicked.connect(self._go_on)
        self.people.person_removed.connect(lambda p: self.people.drop(p.id))
        self.times.person_changed.connect(self._times_changed)
        self.times.busy_changed.connect(lambda b: self._keep(with_busy(self.draft, b), b.people))
        self.times.busy_removed.connect(
            lambda b: self._keep(without_busy(self.draft, b.id), b.people)
        )
        self.times.moments_changed.connect(lambda m: self._keep(with_moments(self.draft, m)))
        self.goals.wishes_changed.connect(lambda w: self._keep(with_wishes(self.draft, w)))

    def show_step(self, step: int) -> None:
        self.step = step
        self.progress.show_step(step)
        self.title.setText(text.WELCOME_TITLES[step])
        self.subtitle.setText(text.WELCOME_HINTS[step])
        self.sample.setVisible(step == 0)
        self.back.setVisible(step > 0)
        self.next_hint.setText(text.NEXT_HINTS[step])
        self.go_on.setText(text.FINISH if step == STEPS - 1 else text.CONTINUE)
        self.pane.show_widget(self._pages[step])
        in_reading_order(self._body)
        self.pane.verticalScrollBar().setValue(0)
        if step == 0:
            rows = tuple(self.people.rows.values())
            empty = next((r for r in rows if not r.name.text()), rows[0] if rows else None)
            (empty.name if empty else self.people.add_child).setFocus()
        else:
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is done

    def _go_on(self) -> None:
        if self.step == 0:
            if not self._is_complete():
                return
            self._take_people()
            self.times.show_household(self.draft, self._today)
        if self.step == STEPS - 1:
            self.finished.emit(
                start.household_from(
                    self.draft.people,
                    busy=self.draft.busy,
                    moments=self.draft.moments,
                    wishes=self.goals.wishes(),
                )
            )
            return
        self.show_step(self.step + 1)

    def _is_complete(self) -> bool:
        """Say what is missing in step 1, if anything, and go there."""
        for row in self.people.rows.values():
            person = row.value()
            unclear = self.people.rows[person.id].birthday.unclear
            words = fault(person, self._today, unclear)
            field: QWidget = row.name
            if person.name:
                field = row.birthday
                if not words and person.role == "child" and person.birthday is None:
                    words = text.birthday_missing(person.name)
            if words:
                self.people.say(words)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.pane.ensureWidgetVisible(self.people.hint)
                return False
        roles = {p.role for p in self.people.people()}
        missing = next((w for role, w in text.MISSING_ROLES.items() if role not in roles), "")
        self.people.say(missing)
        if missing:
            (self.people.add_child if "child" not in roles else self.people.add_grown_up).setFocus()
        return not missing

    def _take_people(self) -> None:
        """Bring the people of step 1 into the draft, with usual times for whom nothing was set by hand."""
        people, before = self.people.people(), self.draft
        made: list[Person] = []
        busy: list[Busy] = []
        for person in people:
            was = before.person(person.id)
            own = tuple(b for b in before.busy if b.people == (person.id,))
            if was is not None and was.role == person.role and person.id in self._by_hand:
                made.append(replace(person, free=was.free))
                busy += own
                continue
            age = start.age_of(person, self._today)
            away = start.is_usually_away(person, people, self._today)
            free = start.default_free(person.role, age=age, away=away)
            made.append(replace(person, free=free))
            if away:
                titles = {"school": text.SCHOOL_TITLE, "work": text.WORK_TITLE}
                busy.append(start.default_busy(person, **titles))
        fresh = start.default_moments(people, today=self._today)
        if before.people:
            fresh = start.moments_for(
                before.moments, before=before.people, people=people, today=self._today
            )
        self.draft = replace(before, people=tuple(made), busy=tuple(busy), moments=fresh)

    def _times_changed(self, person: Person) -> None:
        self._keep(with_person(self.draft, person), (person.id,))

    def _keep(self, draft: Household, people: tuple[PersonId, ...] = ()) -> None:
        self.draft = draft
        self._by_hand.update(people)

    # looks

    def set_theme(self, theme: Theme) -> None:
        """Draw everything anew in these colours, with what was typed."""
        people, wishes = self.people.people(), self.goals.wishes()
        self._theme = theme
        self._body.hide()
        self._body.deleteLater()
        self._build()
        self.people.show_people(people, self._today)
        self.goals.show_wishes(wishes)
        self.times.show_household(self.draft, self._today)
        self._place()
        self._body.show()
        self.show_step(self.step)

    def _place(self) -> None:
        """Keep the column in the middle, no wider than is good to read."""
        letters = self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS
        width = min(self.width(), max(LEAST_WIDTH, letters) + 48)
        self._body.setGeometry((self.width() - width) // 2, 0, width, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
