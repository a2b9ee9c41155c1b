"""The moments a family has anyway: a tick for every child's bedtime, for shared meals and for rides."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.model import DAY_MINUTES, Moment, Person, PersonId, Weeks, weeks_of
from planner.start import (
    BREAKFAST,
    DINNER,
    NOON,
    default_bedtime,
    default_meal,
    default_ride,
)
from ui.days_field import DaysField
from ui.family_fields import CHIP_LEAST, Card, Tick, chip_button, shortened
from ui.flow import FlowLayout
from ui.labels import label
from ui.number_fields import RangeField, TimeField
from ui.text import family as text
from ui.theme import Theme


class MomentLine(QWidget):
    """A tick with the time of one moment. Meals and bedtimes keep their length, rides have an end of their own."""

    moment_changed = Signal()

    def __init__(
        self,
        moment: Moment,
        people: tuple[Person, ...],
        theme: Theme,
        *,
        ticked: bool,
        with_days: bool,
        this_week: Weeks | None = None,
    ) -> None:
        super().__init__()
        self._moment = moment
        self.is_ride = moment.kind == "car"
        name = text.moment_name(moment, people)
        self.tick = Tick(shortened(name, 34), theme)
        self.tick.setAccessibleName(name)
        self.tick.setToolTip(name if self.tick.text() != name else "")
        self.tick.setChecked(ticked)
        self.start = TimeField()
        self.start.setAccessibleName(name)
        self.start.show_minutes(moment.span.start)
        self.range = RangeField(theme, name)
        self.range.show_span(moment.span.start, moment.span.end)
        self.days = DaysField(this_week if with_days else None)
        self.days.show_days(moment.span.weekdays, moment.span.weeks)
        self.people = {p.id: chip_button(p.name) for p in people}
        self._with_days = with_days or self.is_ride
        self._build(theme)
        self._connect()
        self._show_parts()

    def _build(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.tick, 1)
        row.addWidget(self.days)
        time = self.range if self.is_ride else self.start
        for other in (self.range, self.start):
            other.setParent(self)
            other.setVisible(other is time)
        row.addWidget(time)
        self._who = QWidget()
        flow = FlowLayout(self._who, 5)
        who = label(text.WHO, theme.ink_2)
        who.setMinimumHeight(CHIP_LEAST)
        flow.addWidget(who)
        for person_id, chip in self.people.items():
            chip.setChecked(person_id in self._moment.people)
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.days.more)
        column.addWidget(self._who)

    def _connect(self) -> None:
        self.tick.clicked.connect(self._changed)
        self.start.settled.connect(self._changed)
        self.range.settled.connect(self._changed)
        self.days.days_changed.connect(self._changed)
        for chip in self.people.values():
            chip.clicked.connect(self._changed)

    def _show_parts(self) -> None:
        ticked = self.tick.isChecked()
        self.start.setVisible(ticked and not self.is_ride)
        self.range.setVisible(ticked and self.is_ride)
        self.days.setVisible(ticked and self._with_days)
        self._who.setVisible(ticked and self.is_ride)
        if not ticked:
            self.days.open.setChecked(False)

    def moment(self) -> Moment | None:
        """The moment as the fields say it, None while it is not ticked or nobody or no day is chosen."""
        moment = self._moment
        start, end = self.start.minutes(), 0
        end = min(DAY_MINUTES, start + moment.span.end - moment.span.start)
        people = moment.people
        if self.is_ride:
            start, end = self.range.span()
            people = tuple(p for p, chip in self.people.items() if chip.isChecked())
        weekdays, weeks = self.days.weekdays(), self.days.weeks()
        if not (self.tick.isChecked() and people and weekdays and start < end):
            return None
        span = replace(moment.span, weekdays=weekdays, weeks=weeks, start=start, end=end)
        return replace(moment, people=people, span=span)

    def _changed(self) -> None:
        self._show_parts()
        self.moment_changed.emit()


class MomentsEditor(Card):
    """All the moments of a family, with the usual ones to tick."""

    moments_changed = Signal(object)  # tuple of Moment

    def __init__(self, theme: Theme, *, with_days: bool = False) -> None:
        super().__init__(theme)
        self._with_days = with_days
        self._shown: tuple[tuple[Moment, ...], tuple[tuple[PersonId, str, str], ...]] | None = None
        self.lines: list[MomentLine] = []
        self.more = QPushButton(text.ANOTHER_RIDE)
        self.more.setProperty("kind", "quiet")
        self.more.clicked.connect(self._add_ride)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._people: tuple[Person, ...] = ()
        self._this_week: Weeks = "all"

    def show_moments(
        self, moments: tuple[Moment, ...], people: tuple[Person, ...], today: date
    ) -> None:
        """Show these moments, and unticked the usual ones that are not among them."""
        shown = (moments, tuple((p.id, p.name, p.role) for p in people))
        if shown == self._shown:
            return
        self._shown, self._people, self._this_week = shown, people, weeks_of(today)
        for line in self.lines:
            self.column.removeWidget(line)
            line.blockSignals(True)
            line.hide()
            line.deleteLater()
        self.lines = []
        for moment, ticked in offered(moments, people, today):
            self._add(moment, ticked=ticked)
        self.more.setVisible(any(line.tick.isChecked() and line.is_ride for line in self.lines))

    def _add(self, moment: Moment, *, ticked: bool) -> MomentLine:
        line = MomentLine(
            moment,
            self._people,
            self._theme,
            ticked=ticked,
            with_days=self._with_days,
            this_week=self._this_week,
        )
        line.moment_changed.connect(self._tell)
        self.lines.append(line)
        self.column.insertWidget(self.column.count() - 1, line)
        return line

    def _add_ride(self) -> None:
        line = self._add(default_ride(self._people), ticked=True)
        line.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def moments(self) -> tuple[Moment, ...]:
        return tuple(m for m in (line.moment() for line in self.lines) if m is not None)

    def _tell(self) -> None:
        assert self._shown is not None
        moments = self.moments()
        self.more.setVisible(any(m.kind == "car" for m in moments))
        if moments != self._shown[0]:
            self._shown = (moments, self._shown[1])
            self.moments_changed.emit(moments)


def offered(
    moments: tuple[Moment, ...], people: tuple[Person, ...], today: date
) -> tuple[tuple[Moment, bool], ...]:
    """The moments there are and the usual ones there are not, in the order of a page.

    Bedtimes first, then breakfast, dinner, rides and all else; each with whether it is there.
    """
    rows = [(m, True) for m in moments]
    asleep = {p for m in moments if m.kind == "bedtime" for p in m.people}
    rows += [
        (default_bedtime(p, today), False)
        for p in people
        if p.role == "child" and p.id not in asleep
    ]
    there = {_place(m) for m in moments}
    usual = (default_meal(people, BREAKFAST), default_meal(people, DINNER), default_ride(people))
    rows += [(m, False) for m in usual if _place(m) not in there and m.people]
    order = {p.id: n for n, p in enumerate(people)}
    return tuple(sorted(rows, key=lambda row: (_place(row[0]), _first(row[0], order))))


def _place(moment: Moment) -> int:
    if moment.kind == "meal":
        return 1 if moment.span.start < NOON else 2
    return {"bedtime": 0, "car": 3}.get(moment.kind, 4)


def _first(moment: Moment, order: dict[PersonId, int]) -> int:
    return min((order.get(p, 0) for p in moment.people), default=0)
