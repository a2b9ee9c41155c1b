"""When everybody is usually free: a card for each person with their hours, and school or work."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.model import EVERY_DAY, Busy, Person, PersonId, Span, Weeks, weeks_of
from planner.start import AFTER_WORK, LATE
from ui.days_field import DaysField
from ui.family_fields import Card, PersonTag, Tick, button
from ui.flow import FlowLayout
from ui.labels import label
from ui.number_fields import RangeField
from ui.text import family as text
from ui.theme import Theme


class SpanLine(QWidget):
    """Some weekdays and a stretch of time on them; with days to choose unless `named`."""

    span_changed = Signal()
    removed = Signal()

    def __init__(
        self, span: Span, theme: Theme, about: str, *, named: bool, this_week: Weeks | None
    ) -> None:
        super().__init__()
        self.span = span
        self.range = RangeField(theme, about)
        self.range.show_span(span.start, span.end)
        self.range.settled.connect(self._changed)
        row = QHBoxLayout()
        row.setSpacing(9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        self.days = DaysField(this_week)
        self.days.show_days(span.weekdays, span.weeks)
        self.days.setParent(self)
        self.days.more.setParent(self)
        if named:
            self.days.hide()
            name = label(text.span_name(span.weekdays), theme.ink_2)
            name.setWordWrap(False)
            row.addWidget(name)
            row.addWidget(self.range)
            return
        self.days.open.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.days.days_changed.connect(self._changed)
        self.remove = button(text.REMOVE_SIGN, "quiet")
        self.remove.setAccessibleName(text.delete_what(self._words()))
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.days)
        row.addWidget(self.range)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.days.more)

    def _words(self) -> str:
        times = text.time_range(self.span.start, self.span.end)
        return f"{text.days_and_weeks(self.span.weekdays, self.span.weeks)} {times}"

    def _changed(self) -> None:
        start, end = self.range.span()
        span = replace(
            self.span,
            weekdays=self.days.weekdays(),
            weeks=self.days.weeks(),
            start=start,
            end=end,
        )
        if span != self.span and span.weekdays:
            self.span = span
            self.span_changed.emit()


class FreeTimes(QWidget):
    """One person's free hours. `compact` shows its lines side by side, only their times to change."""

    person_changed = Signal(object)  # Person

    def __init__(
        self,
        person: Person,
        theme: Theme,
        *,
        compact: bool,
        this_week: Weeks | None = None,
        none: str = text.NEVER_FREE,
        add: str = text.ANOTHER_TIME,
    ) -> None:
        super().__init__()
        self._theme, self._compact, self._this_week = theme, compact, this_week
        self._person: Person | None = None
        self.lines: list[SpanLine] = []
        self.add = button(add, "quiet")
        self.add.setVisible(not compact)
        self.add.clicked.connect(self._add_line)
        self._none = label(none, theme.ink_2)
        self._none.setWordWrap(False)
        self._flow = FlowLayout(self, 18 if compact else 8)
        self._flow.addWidget(self._none)
        self._flow.addWidget(self.add)
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        before, self._person = self._person, person
        self.add.setAccessibleName(text.of_person(self.add.text(), person.name))
        if before is not None and before.free == person.free:
            return
        for line in self.lines:
            self._flow.removeWidget(line)
            line.blockSignals(True)
            line.hide()
            line.deleteLater()
        self.lines = []
        for span in person.free:
            self._show_line(span)
        self._none.setVisible(not person.free)

    def _show_line(self, span: Span) -> None:
        about = f"{text.span_name(span.weekdays)}, {self._person.name if self._person else ''}"
        line = SpanLine(span, self._theme, about, named=self._compact, this_week=self._this_week)
        line.span_changed.connect(self._tell)
        line.removed.connect(lambda: self._remove(line))
        self._flow.removeWidget(self.add)
        self._flow.addWidget(line)
        self._flow.addWidget(self.add)
        self.lines.append(line)
        self.add.setMinimumHeight(line.range.sizeHint().height())

    def _add_line(self) -> None:
        self._show_line(Span(weekdays=EVERY_DAY, start=AFTER_WORK, end=LATE))
        self.lines[-1].range.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _remove(self, line: SpanLine) -> None:
        self.lines.remove(line)
        self._flow.removeWidget(line)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        line.blockSignals(True)
        line.hide()
        line.deleteLater()
        self._tell()

    def _tell(self) -> None:
        assert self._person is not None
        free = tuple(line.span for line in self.lines)
        self._none.setVisible(not free)
        if free != self._person.free:
            self._person = replace(self._person, free=free)
            self.person_changed.emit(self._person)


class UsualBusy(QWidget):
    """A tick for somebody's own school or work, with its hours; unticked there is none."""

    busy_changed = Signal(object)  # Busy
    busy_removed = Signal(object)  # Busy

    def __init__(
        self, busy: Busy, words: str, theme: Theme, about: str, *, with_days: bool
    ) -> None:
        super().__init__()
        self._busy = busy
        self.tick = Tick(words, theme)
        self.tick.setAccessibleName(text.of_person(words, about))
        self.range = RangeField(theme, f"{words}, {about}")
        self.days = DaysField()
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self.tick)
        row.addWidget(self.range)
        if with_days:
            row.addWidget(self.days)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        if with_days:
            column.addWidget(self.days.more)
        self._with_days = with_days
        self.range.show_span(busy.span.start, busy.span.end)
        self.days.show_days(busy.span.weekdays)
        self.show_ticked(ticked=False)
        self.tick.clicked.connect(self._ticked)
        self.range.settled.connect(self._changed)
        self.days.days_changed.connect(self._changed)

    def show_ticked(self, *, ticked: bool) -> None:
        self.tick.setChecked(ticked)
        self.range.setVisible(ticked)
        self.days.setVisible(ticked and self._with_days)
        if not ticked:
            self.days.open.setChecked(False)

    def _ticked(self, ticked: bool) -> None:  # noqa: FBT001
        self.show_ticked(ticked=ticked)
        (self.busy_changed if ticked else self.busy_removed).emit(self._busy)

    def _changed(self) -> None:
        start, end = self.range.span()
        weekdays = self.days.weekdays()
        if weekdays:
            span = replace(self._busy.span, weekdays=weekdays, start=start, end=end)
            self._busy = replace(self._busy, span=span)
            self.busy_changed.emit(self._busy)


class TimesEditor(QWidget):
    """A card of free hours for everybody in the family."""

    person_changed = Signal(object)  # Person

    def __init__(
        self, theme: Theme, none: str = text.NEVER_FREE, add: str = text.ANOTHER_TIME
    ) -> None:
        super().__init__()
        self._theme, self._none, self._more = theme, none, add
        self._this_week: Weeks = "all"
        self.cards: dict[PersonId, tuple[Card, PersonTag, FreeTimes]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_people(self, people: tuple[Person, ...], today: date) -> None:
        self._this_week = weeks_of(today)
        gone = self.cards.keys() - {p.id for p in people}
        for person_id in gone:
            card = self.cards.pop(person_id)[0]
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for n, person in enumerate(people):
            if person.id in self.cards:
                _, tag, free = self.cards[person.id]
                tag.show_person(person)
                free.show_person(person)
            else:
                self._add(person)
            self._column.insertWidget(n, self.cards[person.id][0])

    def _add(self, person: Person) -> None:
        free = FreeTimes(
            person,
            self._theme,
            compact=False,
            this_week=self._this_week,
            none=self._none,
            add=self._more,
        )
        free.person_changed.connect(self.person_changed)
        tag = PersonTag(person, self._theme)
        self.cards[person.id] = (person_card(self._theme, tag, free), tag, free)


def person_card(theme: Theme, tag: PersonTag, *widgets: QWidget) -> Card:
    """A card with a person on the left and what is said of them on the right."""
    card = Card(theme)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    row.addLayout(column, 1)
    card.column.addLayout(row)
    return card
