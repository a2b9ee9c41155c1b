"""The fields for work in shifts: who, one round turn by turn, the hours, and the day a round begins."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDateEdit, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.dates import monday_of
from planner.model import BusyId, Household, Rota, Shift, Turn
from ui.family_fields import ChoiceField, button
from ui.flow import FlowLayout
from ui.form_list import FormCard
from ui.labels import label
from ui.number_fields import NumberField, TimeField, calm, with_buttons, with_calendar
from ui.text import common
from ui.text import family as family_text
from ui.text import rota as text
from ui.theme import Theme, text_font

MOST_DAYS = 60


class TurnField(QWidget):
    """So many days in a row of one shift, or off."""

    changed = Signal()
    removed = Signal()

    def __init__(self, turn: Turn, shifts: tuple[Shift, ...]) -> None:
        super().__init__()
        self.days = NumberField(1, MOST_DAYS)
        self.days.setAccessibleName(text.TURN_DAYS)
        self.days.show_number(turn.days)
        self.shift = ChoiceField()
        self.shift.setAccessibleName(text.TURN_SHIFT)
        self.shift.addItems([*(shift.name for shift in shifts), text.OFF])
        self.shift.setCurrentIndex(len(shifts) if turn.shift is None else turn.shift)
        calm(self.shift)
        self.remove = button(family_text.REMOVE_SIGN, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for part in (with_buttons(self.days), self.shift, self.remove):
            row.addWidget(part)
        self._off = len(shifts)
        self.days.valueChanged.connect(self._tell)
        self.shift.currentIndexChanged.connect(self._tell)
        self.remove.clicked.connect(self.removed)
        self._tell()

    def turn(self) -> Turn:
        shift = self.shift.currentIndex()
        return Turn(shift=None if shift == self._off else shift, days=self.days.value())

    def _tell(self) -> None:
        words = text.turn(self.shift.currentText(), self.days.value())
        self.remove.setAccessibleName(text.remove_turn(words))
        self.changed.emit()


class ShiftHours(QWidget):
    """When a shift begins and ends; an end that is not later is meant for the next day."""

    changed = Signal()

    def __init__(self, shift: Shift, room: int, theme: Theme) -> None:
        """`room` is what the longest name of a shift needs, in pixels."""
        super().__init__()
        self._name = shift.name
        self.start, self.end = TimeField(), TimeField()
        for field, minutes, words in (
            (self.start, shift.start, family_text.FROM_TIME),
            (self.end, shift.end, family_text.UNTIL_TIME),
        ):
            field.show_minutes(minutes)
            field.setAccessibleName(family_text.of_person(words, shift.name))
            field.timeChanged.connect(self._tell)
        self._next_day = label(text.NEXT_DAY, theme.ink_2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        name = label(shift.name, theme.ink)
        name.setWordWrap(False)
        name.setMinimumWidth(room)
        self._next_day.setWordWrap(False)
        to = label(family_text.TO, theme.ink)
        for part in (name, self.start, to, self.end, self._next_day):
            row.addWidget(part)
        row.addStretch(1)
        self._tell()

    def shift(self) -> Shift:
        return Shift(name=self._name, start=self.start.minutes(), end=self.end.minutes())

    def _tell(self) -> None:
        self._next_day.setVisible(self.end.minutes() <= self.start.minutes())
        self.changed.emit()


class RotaForm(FormCard):
    """Fields for one person's shifts; what is saved is a Rota."""

    def __init__(self, rota: Rota, household: Household, today: date, theme: Theme) -> None:
        super().__init__(theme)
        self._rota, self._today = rota, today
        self._is_new = not rota.turns
        known = {shift.name for shift in rota.shifts}
        shifts = (*rota.shifts, *(s for s in text.SHIFTS if s.name not in known))
        self._people = (*household.grown_ups, *household.children)
        self.who = ChoiceField()
        self.who.addItems([p.name for p in self._people])
        self.who.setCurrentIndex(max(0, [p.id for p in self._people].index(rota.person)))
        self.ready = ChoiceField()
        self.ready.addItems(
            [*(text.round_named(r, text.SHIFTS) for r in text.ROUNDS), text.OWN_PATTERN]
        )
        metrics = QFontMetrics(text_font())
        room = max(metrics.horizontalAdvance(shift.name) for shift in shifts)
        self.hours = [ShiftHours(shift, room, theme) for shift in shifts]
        self.turns: list[TurnField] = []
        self._turns = QWidget()
        self._flow = FlowLayout(self._turns, 12)
        self.then = button(text.THEN)
        self._flow.addWidget(self.then)
        self.first = QDateEdit(common.qdate(rota.first))
        with_calendar(self.first)
        self.coming = label("", theme.ink_2)
        self.save = button(family_text.SAVE_NEW if self._is_new else common.SAVE, "primary")
        self.cancel = button(common.CANCEL)
        self._build(theme)
        self._connect()
        if self._is_new:
            self._begin_with(0)
        else:
            self.ready.setCurrentIndex(len(text.ROUNDS))
            self._show_turns(rota.turns)

    def _build(self, theme: Theme) -> None:
        hours = QWidget()
        column = QVBoxLayout(hours)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for field in self.hours:
            column.addWidget(field)
        column.addWidget(label(text.HOURS_HINT, theme.ink_2, 0.95))
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, part in (
            (text.WHO, self.who),
            (text.READY, self.ready),
            (text.PATTERN, self._turns),
            (text.HOURS, hours),
            (text.FIRST, self.first),
            ("", self.coming),
        ):
            name = label(words, theme.ink_2)
            name.setWordWrap(False)
            part.setAccessibleName(words)
            form.addRow(name, part)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.column.addLayout(form)
        self.column.addLayout(row)

    def _connect(self) -> None:
        for field in (self.who, self.ready, self.first):
            calm(field)
        self.ready.activated.connect(self._begin_with)
        self.then.clicked.connect(self._add_turn)
        self.first.dateChanged.connect(self._tell)
        for hours in self.hours:
            hours.changed.connect(self._tell)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)

    def _begin_with(self, chosen: int) -> None:
        """Show one of the usual rounds, to be changed."""
        if chosen < len(text.ROUNDS):
            names = [field.shift().name for field in self.hours]
            self._show_turns(
                tuple(
                    Turn(None if n is None else names.index(text.SHIFTS[n].name), days)
                    for n, days in text.ROUNDS[chosen]
                )
            )

    def _show_turns(self, turns: tuple[Turn, ...]) -> None:
        for field in tuple(self.turns):
            self._take_out(field)
        for turn in turns:
            self._show_turn(turn)
        self._tell()

    def _show_turn(self, turn: Turn) -> TurnField:
        field = TurnField(turn, tuple(f.shift() for f in self.hours))
        field.changed.connect(self._changed_by_hand)
        field.removed.connect(lambda: self._removed(field))
        self._flow.removeWidget(self.then)
        self._flow.addWidget(field)
        self._flow.addWidget(self.then)
        self.turns.append(field)
        return field

    def _add_turn(self) -> None:
        self._show_turn(Turn(None, 2)).days.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed_by_hand()

    def _removed(self, field: TurnField) -> None:
        self._take_out(field)
        self.then.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed_by_hand()

    def _take_out(self, field: TurnField) -> None:
        self.turns.remove(field)
        self._flow.removeWidget(field)
        field.blockSignals(True)
        field.hide()
        field.deleteLater()

    def _changed_by_hand(self) -> None:
        self.ready.setCurrentIndex(len(text.ROUNDS))
        self._tell()

    def value(self) -> Rota:
        """The rota as the fields say it, with the shifts that are worked and no others."""
        turns = [field.turn() for field in self.turns]
        worked = sorted({t.shift for t in turns if t.shift is not None})
        first = self.first.date()
        return self._rota._replace(
            person=self._people[self.who.currentIndex()].id,
            first=date(first.year(), first.month(), first.day()),
            shifts=tuple(self.hours[n].shift() for n in worked),
            turns=tuple(
                Turn(None if t.shift is None else worked.index(t.shift), t.days) for t in turns
            ),
        )

    def _tell(self) -> None:
        rota = self.value()
        for n, field in enumerate(self.hours):
            field.setVisible(any(f.turn().shift == n for f in self.turns))
        self.coming.setText(text.coming(rota, self._today) if rota.shifts else text.ONLY_OFF)

    def _save(self) -> None:
        rota = self.value()
        if rota.shifts:
            self.saved.emit(rota)
        else:
            self.then.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget:
        return self.who


def new_rota(rota_id: str, household: Household, today: date) -> Rota:
    """Nothing noted yet: the first grown-up, a round from this Monday on."""
    people = (*household.grown_ups, *household.children)
    return Rota(
        id=BusyId(rota_id), person=people[0].id, first=monday_of(today), shifts=(), turns=()
    )
