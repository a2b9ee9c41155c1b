"""How an entry comes again: the choice in its form, with a plain sentence of what it comes to."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.model import Entry, EntryId, Ritual, RitualId, Term
from planner.rituals import ending_after
from planner.rituals_days import complete
from planner.rituals_repeat import Repeat, begins
from planner.rituals_rule import BadRuleError, Rule, rule_from, rule_text
from ui.day_field import DayField
from ui.family_fields import ChoiceField, DayChips, Tick
from ui.flow import FlowLayout, Wrapped
from ui.habits import first_weekday
from ui.labels import label
from ui.number_fields import NumberField, calm
from ui.ritual_ways import WEEKDAYS, WEEKLY, ways
from ui.text import common
from ui.text import rituals as text
from ui.theme import Theme

NEVER, AS_IT_IS = "never", "as-it-is"
GOES_ON, UNTIL, TIMES = "goes-on", "until", "times"
USUAL_TIMES, MOST_TIMES = 10, 999
USUAL_LENGTH = timedelta(weeks=12)
MOST_APART = 52
NARROW = ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
LETTERS = 14
"""Choices with longer words are cut while they are closed, so that the form fits a narrow panel."""


class Repeating(NamedTuple):
    """How the fields stand, be it right or not."""

    day: date
    way: str
    interval: int
    weekdays: tuple[int, ...]
    ends: str
    until: date
    times: int
    in_term: bool
    touched: bool


class RepeatFields(Wrapped):
    """Never, or how often and until when, for the entry's day."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._day = date(2001, 1, 1)
        self._terms: tuple[Term, ...] = ()
        self._as_it_is: Rule | None = None
        self._week_start = 0
        self._later = False
        self._was_touched = False
        self._shown: Repeat | None = None
        self.way = ChoiceField()
        self.interval = NumberField(1, MOST_APART)
        self.days = DayChips()
        self.ends = ChoiceField()
        self.until = DayField()
        self.times = NumberField(1, MOST_TIMES, 1, text.TIMES_SUFFIX)
        self.in_term = Tick(text.IN_TERM, theme)
        self.words = label("", theme.ink_2, 0.95)
        self._every, self._end = QWidget(), QWidget()
        self._lay_out(theme)
        for field, words in (
            (self.way, common.REPEATS),
            (self.interval, text.HOW_OFTEN),
            (self.days, text.WEEKDAYS_OF),
            (self.ends, text.ENDS),
            (self.until, text.LAST_DAY),
            (self.times, text.AFTER_TIMES),
        ):
            field.setAccessibleName(words)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        for key, words in text.ENDS_NAMES:
            self.ends.addItem(words, key)
        for choice in (self.way, self.ends):
            calm(choice)
            choice.setSizeAdjustPolicy(NARROW)
            choice.setMinimumContentsLength(LETTERS)
        every = QHBoxLayout(self._every)
        every.setContentsMargins(0, 0, 0, 0)
        every.setSpacing(8)
        every.addWidget(label(text.EVERY, theme.ink_2))
        every.addWidget(self.interval)
        every.addStretch(1)
        end = FlowLayout(self._end, 8)
        for field in (self.ends, self.until, self.times):
            end.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.way, self._every, self.days, self._end, self.in_term, self.words):
            column.addWidget(part)

    def _connect(self) -> None:
        for signal in (
            self.way.activated,
            self.interval.valueChanged,
            self.days.days_changed,
            self.ends.activated,
            self.until.dateChanged,
            self.times.valueChanged,
            self.in_term.clicked,
        ):
            signal.connect(self._touched)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        chips = self.days.chips.values()
        return (self.way, self.interval, *chips, self.ends, self.until, self.times, self.in_term)

    # what is shown

    def show_repeat(
        self, repeat: Repeat | None, day: date, terms: tuple[Term, ...], *, later: bool = False
    ) -> None:
        """Show how something on this day comes again now; `later`: it has come before."""
        self._day, self._terms, self._later = day, terms, later
        rule = complete(rule_from(repeat.rule), day) if repeat else None
        weeks_apart = rule is not None and rule.frequency == "weekly" and rule.interval > 1
        self._week_start = rule.week_start if rule and weeks_apart else first_weekday()
        self._as_it_is = None
        self._fill(rule)
        self.in_term.setChecked(repeat is not None and repeat.in_term)
        self._was_touched = False
        self._refresh()
        self._shown = self.value()

    def show_day(self, day: date) -> None:
        """The entry's day is another one: what follows from it follows."""
        if day == self._day:
            return
        chosen, alone = self.way.currentData(), self.days.weekdays() == (self._day.weekday(),)
        self._day = day
        self._offer(chosen)
        if alone:
            self.days.show_days((day.weekday(),))
        self._refresh()

    def repeating(self) -> Repeating:
        return Repeating(
            self._day,
            self.way.currentData(),
            self.interval.value(),
            self.days.weekdays(),
            self.ends.currentData(),
            self.until.day(),
            self.times.value(),
            self.in_term.isChecked(),
            self._was_touched,
        )

    def show_repeating(self, fields: Repeating) -> None:
        """Let the fields, which show how the same entry comes again, stand as others stood."""
        self.show_day(fields.day)
        self.way.setCurrentIndex(max(0, self.way.findData(fields.way)))
        self.interval.show_number(fields.interval)
        self.days.show_days(fields.weekdays)
        self.ends.setCurrentIndex(self.ends.findData(fields.ends))
        self.until.show_day(fields.until)
        self.times.show_number(fields.times)
        self.in_term.setChecked(fields.in_term)
        self._was_touched = fields.touched
        self._refresh()

    def _fill(self, rule: Rule | None) -> None:
        fields = (self.interval, self.until, self.times)
        for field in fields:
            field.blockSignals(True)
        plain = rule and replace(rule, interval=1, count=None, until=None, week_start=0)
        way = NEVER
        if rule is not None and plain is not None:
            way = next((key for key, offered in ways(self._day).items() if offered == plain), "")
            if not way and rule.frequency == "weekly":
                way = WEEKLY
            if not way or (way == WEEKDAYS and rule.interval > 1):
                way = WEEKLY if rule.frequency == "weekly" else AS_IT_IS
            self._as_it_is = rule if way == AS_IT_IS else None
        self._offer(way)
        self.days.show_days(rule.weekdays if rule and way == WEEKLY else (self._day.weekday(),))
        self.interval.show_number(rule.interval if rule else 1)
        until, count = (rule.until, rule.count) if rule else (None, None)
        self.ends.setCurrentIndex(
            self.ends.findData(UNTIL if until else TIMES if count else GOES_ON)
        )
        self.until.show_day(until or self._day + USUAL_LENGTH)
        self.times.show_number(count or USUAL_TIMES)
        for field in fields:
            field.blockSignals(False)

    def _offer(self, chosen: str) -> None:
        """The choices for this day, in its own words."""
        offered = ways(self._day)
        self.way.clear()
        self.way.addItem(text.NEVER, NEVER)
        for key, rule in offered.items():
            words = text.EVERY_WEEK if key == WEEKLY else text.repeating(rule, self._day)
            self.way.addItem(words, key)
        if self._as_it_is is not None:
            self.way.addItem(text.repeating(self._as_it_is, self._day), AS_IT_IS)
        at = self.way.findData(chosen)
        self.way.setCurrentIndex(at if at >= 0 else self.way.findData("date"))

    def _refresh(self) -> None:
        way, end = self.way.currentData(), self.ends.currentData()
        comes = way != NEVER
        rule = self._chosen()
        self._every.setVisible(comes and way not in {WEEKDAYS, AS_IT_IS})
        if rule is not None:
            self.interval.setSuffix(text.unit(rule.frequency, self.interval.value()))
        self.days.setVisible(way == WEEKLY)
        self._end.setVisible(comes)
        self.until.setVisible(comes and end == UNTIL)
        self.times.setVisible(comes and end == TIMES)
        self.in_term.setVisible(comes)
        self.words.setVisible(comes)
        self.words.setText(self.fault() or self._sentence())

    def _touched(self) -> None:
        self._was_touched = True
        self._refresh()
        self.changed.emit()

    # what is chosen

    @property
    def touched(self) -> bool:
        """Whether somebody chose something else here than was shown."""
        return self._was_touched and (bool(self.fault()) or self.value() != self._shown)

    def value(self) -> Repeat | None:
        """What the fields say; None for never. Only asked while there is no `fault`."""
        rule = self._chosen()
        return None if rule is None else Repeat(rule_text(rule), self.in_term.isChecked())

    def fault(self) -> str:
        """A sentence about what is missing, or nothing."""
        if self.way.currentData() == WEEKLY and not self.days.weekdays():
            return text.NO_DAYS
        value = self.value()
        try:
            if value is not None:
                begins(value, self._day)
        except BadRuleError:
            return text.NEVER_COMES
        return ""

    def _chosen(self) -> Rule | None:
        way = self.way.currentData()
        rule = self._as_it_is if way == AS_IT_IS else ways(self._day).get(way)
        if rule is None:
            return None
        if way == WEEKLY:
            rule = replace(rule, weekdays=self.days.weekdays())
        if way not in {WEEKDAYS, AS_IT_IS}:
            rule = replace(rule, interval=self.interval.value())
        if rule.frequency == "weekly" and rule.interval > 1:
            rule = replace(rule, week_start=self._week_start)
        end = self.ends.currentData()
        if end == TIMES and self.in_term.isChecked() and self._terms:
            return ending_after(rule, self._day, self.times.value(), self._terms)
        return replace(
            rule,
            count=self.times.value() if end == TIMES else None,
            until=self.until.day() if end == UNTIL else None,
        )

    def _sentence(self) -> str:
        repeat = self.value()
        if repeat is None:
            return ""
        rule, start = begins(repeat, self._day)
        first = Entry(id=EntryId(""), day=start, start=0, minutes=1, title="")
        ritual = Ritual(id=RitualId(""), first=first, rule=rule_text(rule), in_term=repeat.in_term)
        parts = [text.sentence(ritual, self._terms, from_here=self._later)]
        if start != self._day:
            parts.append(text.begins_on(start))
        return " ".join(parts)
