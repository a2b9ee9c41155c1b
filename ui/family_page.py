"""Everything about the family in one column: people, times, moments, what is enough, what is never suggested."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from activities.model import Catalogue
from planner import start
from planner.learned import Lesson, forgetting, lessons
from planner.model import Household, Person, Wishes
from ui.blocked_list import BlockedList
from ui.busy_editor import BusyEditor
from ui.calendar_list import CalendarList
from ui.family_fields import Card, as_high_as_needed, button, in_reading_order
from ui.fill_wishes import FillWishes
from ui.goals_editor import GoalsEditor
from ui.labels import label
from ui.learned_list import LearnedList
from ui.moments_editor import MomentsEditor
from ui.people_editor import PeopleEditor
from ui.removed_list import RemovedList
from ui.rituals_section import RitualsSection
from ui.rota_editor import RotaEditor
from ui.text import calendars as calendar_text
from ui.text import data as data_text
from ui.text import family as text
from ui.text import learned as learned_text
from ui.text import preferences as preferences_text
from ui.text import rituals as ritual_text
from ui.text import rota as rota_text
from ui.text import wishes as wishes_text
from ui.theme import Theme
from ui.times_editor import TimesEditor

WIDTH_IN_LETTERS = 95
LEAST_WIDTH = 760
SETTLED_MS = 50
"""After so long what was just opened has its place on the page."""


class FamilyPage(QWidget):
    """Shows a household's family and tells of every change with the whole new value."""

    person_changed = Signal(object)  # Person
    person_removed = Signal(object)  # Person
    removed_wished = Signal(str, object)  # `back` or `forget`, Removed
    busy_changed = Signal(object)  # Busy
    busy_removed = Signal(object)  # Busy
    calendar_wished = Signal(str, object)  # `add`, `refresh`, `edit` or `remove`; Calendar or None
    rota_changed = Signal(object, str)  # Rota, whose
    rota_removed = Signal(object, str)
    moments_changed = Signal(object)  # tuple of Moment
    wishes_changed = Signal(object)  # Wishes
    ritual_wished = Signal(str, object)  # as RitualsSection says it
    start_over_requested = Signal()
    data_requested = Signal()
    settings_requested = Signal()

    def __init__(
        self, theme: Theme, new_id: Callable[[], str], catalogue: Callable[[], Catalogue]
    ) -> None:
        super().__init__()
        self._theme, self._new_id, self._catalogue = theme, new_id, catalogue
        self._household: Household | None = None
        self._today = date.min
        self.pane = QScrollArea()
        self.pane.setWidgetResizable(True)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self._build()

    # what is shown

    def _build(self) -> None:
        theme = self._theme
        self.people = PeopleEditor(theme, self._new_id, self._today, with_called=True)
        self.removed = RemovedList(theme)
        self.times = TimesEditor(theme)
        self.busy = BusyEditor(theme, self._new_id)
        self.calendars = CalendarList(theme)
        self.rotas = RotaEditor(theme, self._new_id)
        self.rituals = RitualsSection(theme)
        self.moments = MomentsEditor(theme, with_days=True)
        self.goals = GoalsEditor(theme)
        self.asking = FillWishes(theme)
        self.own_time = TimesEditor(theme, wishes_text.NO_OWN_TIME, wishes_text.ADD_OWN_TIME)
        self.learned = LearnedList(theme)
        self.blocked = BlockedList(theme, self._catalogue)
        self.sample = self._sample_card()
        self._page = QWidget()
        self._column = column = QVBoxLayout(self._page)
        column.setSpacing(8)
        column.addWidget(label(text.FAMILY, theme.ink, 1.8, bold=True))
        column.addWidget(self.sample)
        for heading, hint, part in (
            (text.PEOPLE, "", self.people),
            (text.FREE, text.FREE_HINT, self.times),
            (text.BUSY, text.BUSY_HINT, self.busy),
            (calendar_text.CALENDARS, calendar_text.HINT, self.calendars),
            (rota_text.TITLE, rota_text.HINT, self.rotas),
            (ritual_text.RITUALS, ritual_text.RITUALS_HINT, self.rituals),
            (text.MOMENTS, text.WHICH_MOMENTS_HINT, self.moments),
            (text.ENOUGH, text.ENOUGH_HINT, self.goals),
            (wishes_text.ASKING, wishes_text.ASKING_HINT, self.asking),
            (wishes_text.OWN_TIME, wishes_text.OWN_TIME_HINT, self.own_time),
            (learned_text.LEARNED, learned_text.HINT, self.learned),
            (text.NEVER, "", self.blocked),
        ):
            column.addSpacing(14)
            column.addWidget(label(heading, theme.ink, 1.25, bold=True))
            if hint:
                column.addWidget(label(hint, theme.ink_2))
            column.addWidget(part)
            part.setAccessibleName(heading)
        column.insertWidget(column.indexOf(self.people) + 1, self.removed)
        self.settings = self._door(
            preferences_text.TITLE, preferences_text.OPEN_PAGE_HINT, preferences_text.OPEN_PAGE
        )
        self.settings.clicked.connect(self.settings_requested)
        self.data = self._door(data_text.TITLE, data_text.OPEN_PAGE_HINT, data_text.OPEN_PAGE)
        self.data.clicked.connect(self.data_requested)
        column.addSpacing(14)
        column.addWidget(label(text.HONEST_NOTE, theme.ink_2, 0.95))
        column.addStretch(1)
        self._connect()
        as_high_as_needed(self._page)
        self._page.installEventFilter(self)
        self.pane.setWidget(self._page)
        self._page.setAutoFillBackground(False)
        self.pane.viewport().setAutoFillBackground(False)
        self._place()

    def _door(self, heading: str, hint: str, words: str) -> QPushButton:
        """A heading with a button that leads to another page."""
        self._column.addSpacing(14)
        self._column.addWidget(label(heading, self._theme.ink, 1.25, bold=True))
        self._column.addWidget(label(hint, self._theme.ink_2))
        made = button(words)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _sample_card(self) -> Card:
        card = Card(self._theme)
        row = QHBoxLayout()
        row.addWidget(label(text.SAMPLE_LINE, self._theme.ink, bold=True), 1)
        self.start_own = button(text.START_OWN, "primary")
        self.start_own.clicked.connect(self.start_over_requested)
        row.addWidget(self.start_own)
        card.column.addLayout(row)
        card.hide()
        return card

    def _connect(self) -> None:
        self.people.person_changed.connect(self._person_changed)
        self.people.person_removed.connect(self.person_removed)
        self.removed.wished.connect(self.removed_wished)
        self.times.person_changed.connect(self._free_changed)
        self.busy.busy_changed.connect(self.busy_changed)
        self.busy.busy_removed.connect(self.busy_removed)
        self.calendars.wished.connect(self.calendar_wished)
        for part in (self.busy, self.rotas):
            part.form_opened.connect(lambda: QTimer.singleShot(SETTLED_MS, self, self._show_form))
        self.rotas.rota_changed.connect(self.rota_changed)
        self.rotas.rota_removed.connect(self.rota_removed)
        self.moments.moments_changed.connect(self.moments_changed)
        self.rituals.wished.connect(self.ritual_wished)
        self.goals.wishes_changed.connect(self.wishes_changed)
        self.asking.wishes_changed.connect(self.wishes_changed)
        self.own_time.person_changed.connect(self._own_time_changed)
        self.learned.forgotten.connect(self._forget)
        self.blocked.unblocked.connect(self._unblock)

    def show_household(self, household: Household, today: date) -> None:
        """Show this family. What is being typed stays, as long as it is not changed elsewhere."""
        self._household, self._today = household, today
        self.sample.setVisible(household.sample)
        self.people.show_people(household.people, today)
        self.removed.show_household(household, today)
        self.times.show_people(household.people, today)
        self.busy.show_household(household, today)
        self.calendars.show_household(household)
        self.rotas.show_household(household, today)
        self.rituals.show_household(household, today)
        self.moments.show_moments(household.moments, household.people, today)
        self.goals.show_wishes(household.wishes)
        self.asking.show_household(household, today)
        own = tuple(replace(p, free=p.own_time) for p in household.grown_ups)
        self.own_time.show_people(own, today)
        self.learned.show_lessons(self._lessons(household))
        self.blocked.show_blocked(household.wishes.blocked)
        roles = {p.role for p in household.people}
        missing = next((w for role, w in text.MISSING_ROLES.items() if role not in roles), "")
        if missing or self.people.hint.text() in text.MISSING_ROLES.values():
            self.people.say(missing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            in_reading_order(self._page)
        return super().eventFilter(watched, event)

    def _show_form(self) -> None:
        """Bring the open form of a busy time or of shifts into sight, once it has its place."""
        for form in (self.busy.form, self.rotas.form):
            if form is not None:
                self.pane.ensureWidgetVisible(form, 0, 24)

    # what is asked

    def _person_changed(self, person: Person) -> None:
        known = self._household and self._household.person(person.id)
        if known:
            person = replace(person, free=known.free, own_time=known.own_time)
        else:
            age = start.age_of(person, self._today)
            people = (*(self._household.people if self._household else ()), person)
            away = start.is_usually_away(person, people, self._today)
            person = replace(person, free=start.default_free(person.role, age=age, away=away))
        self.person_changed.emit(person)

    def _free_changed(self, person: Person) -> None:
        known = self._household and self._household.person(person.id)
        if known:
            self.person_changed.emit(replace(known, free=person.free))

    def _own_time_changed(self, person: Person) -> None:
        known = self._household and self._household.person(person.id)
        if known:
            self.person_changed.emit(replace(known, own_time=person.free))

    def _lessons(self, household: Household) -> tuple[Lesson, ...]:
        """What is learned; the library is only read when something was noted."""
        entries = (e for week in household.weeks.values() for e in week.entries)
        if not any(e.reflection and e.reflection.closeness for e in entries):
            return ()
        return lessons(household, self._catalogue().activities, self._today)

    def _forget(self, name: str) -> None:
        wishes = self._household.wishes if self._household else Wishes()
        self.wishes_changed.emit(forgetting(wishes, name, self._today))

    def _unblock(self, activity_id: str) -> None:
        wishes = self._household.wishes if self._household else Wishes()
        self.wishes_changed.emit(replace(wishes, blocked=wishes.blocked - {activity_id}))

    # looks

    def set_theme(self, theme: Theme) -> None:
        """Draw everything anew in these colours; what stands in an open form goes along."""
        self._theme = theme
        busy, rota = (
            None if editor.form is None else editor.form.value()
            for editor in (self.busy, self.rotas)
        )
        self._build()
        if self._household is not None:
            self.show_household(self._household, self._today)
        if busy is not None:
            self.busy.open_form(busy)
        if rota is not None:
            self.rotas.open_form(rota)

    @property
    def is_writing(self) -> bool:
        """Whether a form is open."""
        return any(editor.form is not None for editor in (self.busy, self.rotas))

    def _place(self) -> None:
        """Keep the column in the middle, no wider than is good to read."""
        letters = self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS
        side = max(24, (self.pane.width() - max(LEAST_WIDTH, letters)) // 2)
        self._column.setContentsMargins(side, 22, side, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
