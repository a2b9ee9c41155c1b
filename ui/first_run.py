"""The first two minutes: who is in the family, when they are free, and what would be enough."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner import start
from planner.family import with_busy, with_moments, with_person, with_wishes, without_busy
from planner.model import Household, Person, PersonId
from ui.family_fields import PersonTag, button
from ui.goals_editor import GoalsEditor
from ui.labels import label
from ui.moments_editor import MomentsEditor
from ui.people_editor import PeopleEditor, fault
from ui.text import family as text
from ui.theme import Theme
from ui.times_editor import FreeTimes, UsualBusy, person_card

STEPS = 3
WIDTH_IN_LETTERS = 106
LEAST_WIDTH = 720


class Progress(QWidget):
    """Three bars: where we are in the first run."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._step = theme, 0

    def show_step(self, step: int) -> None:
        self._step = step
        self.setAccessibleName(text.step_of(step + 1, STEPS))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, 5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 6.0
        width = (self.width() - gap * (STEPS - 1)) / STEPS
        for n in range(STEPS):
            painter.setBrush(self._theme.primary if n <= self._step else self._theme.line)
            painter.drawRoundedRect(QRectF(n * (width + gap), 0, width, 4), 2, 2)


class FittedScroll(QScrollArea):
    """A scrolled column that is as high as what is in it where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_widget(self, shown: QWidget) -> None:
        before = self.takeWidget()
        if before is not None:
            before.hide()
        self.setWidget(shown)
        shown.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        shown.show()
        self.fit()

    def fit(self) -> None:
        shown = self.widget()
        if shown is not None:
            width = self.viewport().width()
            high = shown.heightForWidth(width) if shown.hasHeightForWidth() else -1
            self.setMaximumHeight(max(high, shown.sizeHint().height(), 40) + 2)


class FreeStep(QWidget):
    """Step 2: a card of times for everybody, and the moments the family has."""

    person_changed = Signal(object)  # Person
    busy_changed = Signal(object)  # Busy
    busy_removed = Signal(object)  # Busy
    moments_changed = Signal(object)  # tuple of Moment

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.free: dict[PersonId, FreeTimes] = {}
        self.usual: dict[PersonId, UsualBusy] = {}
        self.moments = MomentsEditor(theme)
        self.moments.moments_changed.connect(self.moments_changed)

    def show_household(self, household: Household, today: date) -> None:
        """Show everything anew."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old is not self.moments:
                old.hide()
                old.deleteLater()
        self.free, self.usual = {}, {}
        for person in household.people:
            self._add(person, household)
        self._column.addSpacing(12)
        self._column.addWidget(label(text.WHICH_MOMENTS, self._theme.ink, 1.3, bold=True))
        self._column.addWidget(label(text.WHICH_MOMENTS_HINT, self._theme.ink_2))
        self.moments.show_moments(household.moments, household.people, today)
        self._column.addWidget(self.moments)

    def _add(self, person: Person, household: Household) -> None:
        free = FreeTimes(person, self._theme, compact=True)
        free.person_changed.connect(self.person_changed)
        usual_id = start.usual_busy_id(person.id)
        own = next((b for b in household.busy if b.id == usual_id), None)
        guess = start.default_busy(person, school=text.SCHOOL_TITLE, work=text.WORK_TITLE)
        words = text.SCHOOL if person.role == "child" else text.WORK
        grown = person.role == "grown-up"
        usual = UsualBusy(own or guess, words, self._theme, person.name, with_days=grown)
        usual.show_ticked(ticked=own is not None)
        usual.busy_changed.connect(self.busy_changed)
        usual.busy_removed.connect(self.busy_removed)
        tag = PersonTag(person, self._theme)
        self._column.addWidget(person_card(self._theme, tag, free, usual))
        self.free[person.id], self.usual[person.id] = free, usual


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
        self.scroll = FittedScroll()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.progress)
        column.addSpacing(20)
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(self.subtitle)
        column.addSpacing(20)
        column.addWidget(self.scroll, 1000)
        column.addSpacing(24)
        column.addLayout(self._footer())
        column.addStretch(1)
        self._body.setParent(self)
        self._connect()

    def _footer(self) -> QHBoxLayout:
        self.sample = button(text.SAMPLE, "quiet")
        self.back = button(text.BACK, "quiet")
        self.next_hint = label("", self._theme.ink_2, 0.95)
        self.next_hint.setWordWrap(False)
        self.go_on = button(text.CONTINUE, "primary")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.sample)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next_hint)
        row.addWidget(self.go_on)
        return row

    def _connect(self) -> None:
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
        self.scroll.show_widget(self._pages[step])
        self.scroll.verticalScrollBar().setValue(0)
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
            words, field = fault(person, self._today), row.name
            if person.name:
                field = row.birthday
                if not words and person.role == "child" and person.birthday is None:
                    words = text.birthday_missing(person.name)
            if words:
                self.people.say(words)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.scroll.ensureWidgetVisible(self.people.hint)
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
        made = []
        busy = []
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
        self.scroll.fit()

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
        self.scroll.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
