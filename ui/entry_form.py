"""Writing or changing an entry in the panel beside the week: what, when, how long, with whom."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from activities.model import PATHWAYS, Activity
from planner.model import Entry, Household, PersonId
from planner.rituals import ritual_with
from planner.rituals_repeat import seen_from
from ui.day_field import DayField
from ui.family_fields import ChoiceField, chip_button
from ui.flow import FlowLayout, Wrapped
from ui.labels import label
from ui.number_fields import calm
from ui.only_for_field import OnlyForField
from ui.remind_field import RemindField
from ui.ritual_fields import RepeatFields, Repeating
from ui.text import common
from ui.text import only_for as only_for_text
from ui.text import reminding as reminding_text
from ui.text import week as text
from ui.theme import Theme
from ui.when_fields import WhenFields


class Typed(NamedTuple):
    """What stands in the form: the entry it was opened over, and as the fields say it now."""

    entry: Entry
    new: bool
    value: Entry
    repeats: Repeating


class EntryForm(QWidget):
    """Fields for one entry. Nothing is kept before Add or Save; Esc leaves no trace."""

    saved = Signal(object, bool)  # Entry, whether it is new
    changed = Signal(object)  # Entry as it would be saved now
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entry: Entry | None = None
        self._new = True
        self._activities: dict[str, Activity] = {}
        self._chips: dict[str, QPushButton] = {}
        self.heading = label("", theme.ink, 1.3, bold=True)
        self.title = QLineEdit()
        self.title.setPlaceholderText(text.ENTRY_TITLE_HINT)
        self.title.setMaxLength(120)
        self.day = DayField()
        self.when = WhenFields(theme)
        self.start, self.minutes = self.when.start, self.when.minutes
        self.repeats = RepeatFields(theme)
        self.pathway = ChoiceField()
        calm(self.pathway)
        self.pathway.addItem(text.NO_PATHWAY, None)
        for pathway in PATHWAYS:
            self.pathway.addItem(common.PATHWAY_NAMES[pathway], pathway)
        self.only_for = OnlyForField(theme)
        self.remind = RemindField()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(self.note.fontMetrics().height() * 5)
        self.hint = label("", theme.ink_2)
        self._build()
        self._connect()

    def _build(self) -> None:
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(20, 18, 20, 12)
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.heading)
        self._people = Wrapped()
        self._people_flow = FlowLayout(self._people)
        for words, field in (
            (text.ENTRY_TITLE, self.title),
            (text.DAY, self.day),
            (text.WHEN, self.when),
            (common.REPEATS, self.repeats),
            (text.PEOPLE, self._people),
            (text.PATHWAY, self.pathway),
            (only_for_text.WHO_SEES_IT, self.only_for),
            (reminding_text.REMIND, self.remind),
            (text.NOTE, self.note),
        ):
            name = label(words, self._theme.ink_2, 0.9, bold=True)
            field.setAccessibleName(words)
            name.setBuddy(field)
            form.addRow(name, field)
        form.addRow(self.hint)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self.ok = QPushButton(text.ADD)
        self.ok.setProperty("kind", "primary")
        self.cancel = QPushButton(text.CANCEL)
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 20, 16)
        row.addWidget(self.ok, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.day.dateChanged.connect(lambda _: self.when.show_first(self.day.day()))
        self.ok.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled.emit)
        self.title.returnPressed.connect(self._entered)
        self.day.dateChanged.connect(lambda: self.repeats.show_day(self.day.day()))
        self.repeats.changed.connect(self._tell)
        for signal in (
            self.title.textEdited,
            self.day.dateChanged,
            self.when.changed,
            self.pathway.currentIndexChanged,
            self.only_for.changed,
        ):
            signal.connect(self._tell)

    def set_library(self, activities: Iterable[Activity]) -> None:
        """Offer these activities while the title is typed; picking one sets length and pathway."""
        self._activities = {a.title: a for a in activities}
        completer = QCompleter(sorted(self._activities), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._picked)
        self.title.setCompleter(completer)

    def show_entry(self, entry: Entry, household: Household, *, new: bool) -> None:
        """Fill the fields from this entry; the title is ready to be typed over."""
        self._entry, self._new = entry, new
        self.heading.setText(text.NEW if new else text.EDIT)
        self.ok.setText(text.ADD if new else text.SAVE)
        self.hint.setText("")
        self._show_repeats(entry, household)
        self._fill(entry, household)
        self.title.end(False)
        self.title.home(True)  # all of it chosen, and its beginning seen
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_typed(self, typed: Typed, household: Household) -> None:
        """Go on where another form was left."""
        self.show_entry(typed.entry, household, new=typed.new)
        self._fill(typed.value, household)
        self.repeats.show_repeating(typed.repeats)
        self.title.end(False)

    def typed(self) -> Typed:
        assert self._entry is not None
        return Typed(self._entry, self._new, self.value(), self.repeats.repeating())

    def _fill(self, entry: Entry, household: Household) -> None:
        self._show_people(entry, household)
        for field in (self.title, self.day, self.pathway):
            field.blockSignals(True)
        self.title.setText(entry.title)
        self.day.show_day(entry.day)
        self.when.show_entry(entry)
        self.pathway.setCurrentIndex(max(0, self.pathway.findData(entry.pathway)))
        self.only_for.show_person(entry.only_for, household)
        self.remind.show_remind(entry.remind)
        self.note.setPlainText(entry.note)
        for field in (self.title, self.day, self.pathway):
            field.blockSignals(False)

    def _show_people(self, entry: Entry, household: Household) -> None:
        for chip in self._chips.values():
            self._people_flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for person in household.people:
            chip = chip_button(common.spoken_name(person))
            chip.setChecked(person.id in entry.people)
            chip.toggled.connect(self._tell)
            self._people_flow.addWidget(chip)
            self._chips[person.id] = chip
        order = (self.when.all_day, *self.repeats.fields, *self._chips.values(), self.pathway)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _show_repeats(self, entry: Entry, household: Household) -> None:
        ritual = ritual_with(household, entry.ritual)
        due = entry.original or entry.day
        repeat = seen_from(ritual, due) if ritual else None
        later = ritual is not None and due > ritual.first.day
        self.repeats.show_repeat(repeat, due, household.terms, later=later)

    def value(self) -> Entry:
        """The entry as the fields say it."""
        assert self._entry is not None
        title = self.title.text().strip()
        known = self._activities.get(title)
        activity = known.id if known else None
        if not self._new and title == self._entry.title:
            activity = self._entry.activity
        people = tuple(PersonId(p) for p, chip in self._chips.items() if chip.isChecked())
        return replace(
            self.when.on(self._entry, self.day.day()),
            title=title,
            people=people,
            pathway=self.pathway.currentData(),
            activity=activity,
            note=self.note.toPlainText().strip(),
            only_for=self.only_for.person(),
            remind=self.remind.remind(),
        )

    def _picked(self, title: str) -> None:
        activity = self._activities[title]
        self.minutes.setValue(activity.minutes_min)
        self.pathway.setCurrentIndex(self.pathway.findData(activity.pathways[0]))
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.value())

    def _entered(self) -> None:
        """Enter keeps the entry; in the list of known titles it only takes the marked one."""
        completer = self.title.completer()
        popup = completer.popup() if completer else None
        if popup is None or not (popup.isVisible() and popup.currentIndex().isValid()):
            self._save()

    def _save(self) -> None:
        entry = self.value()
        missing = "" if entry.title else text.TITLE_MISSING
        wrong = self.repeats.fault() if self.repeats.touched else ""
        if missing or wrong:
            self.hint.setText(missing or wrong)
            first = self.title if missing else self.repeats.way
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.saved.emit(entry, self._new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
