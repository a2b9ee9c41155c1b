"""Keep a moment that nobody planned: a day, people, feelings, a line."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from planner import journal
from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from planner.remembered import moment_of
from ui.calendar_saving import DayField
from ui.choices import ChipRow, chip
from ui.family_fields import button
from ui.labels import label
from ui.over import Over
from ui.readers_row import ReadersRow, can_choose
from ui.reflect_form import FeelingWords, Words
from ui.text import common
from ui.text import journal as text
from ui.theme import Theme, text_font


class MomentSheet(Over):
    """A new moment, or one that is kept. Nothing is kept before "Keep"."""

    kept = Signal(object)  # Entry

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        *,
        household: Household,
        now: datetime,
        me: PersonId | None,
        entry: Entry | None = None,
    ) -> None:
        super().__init__(window, theme)
        self._household, self._now, self._entry = household, now, entry
        before = entry.reflection if entry else None
        self._by = before.by if before else me
        self.setAccessibleName(text.KEEP_MOMENT)
        self.day = DayField(text.DAY, entry.day if entry else now.date())
        self.day.setMaximumDate(common.qdate(now.date()))
        self.people: dict[PersonId, QAbstractButton] = {}
        self.feelings: dict[PersonId, FeelingWords] = {}
        self.line = QPlainTextEdit(before.line if before else "")
        self.readers: ReadersRow | None = None
        self._build(before, me)
        self.cancel, self.keep = button(common.CANCEL, "quiet"), button(text.KEEP, "primary")
        self.cancel.clicked.connect(self.close_over)
        self.keep.clicked.connect(self._keep)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.keep)
        self.line.textChanged.connect(self._follow)
        self._follow()

    def _build(self, before: Reflection | None, me: PersonId | None) -> None:
        body, theme, household = self.body, self.theme, self._household
        body.addWidget(label(text.KEEP_MOMENT, theme.ink, 1.45, bold=True))
        self._ask(text.REMEMBER, self.line)
        self.line.setTabChangesFocus(True)
        self.line.setPlaceholderText(text.REMEMBER_HINT)
        self.line.setFixedHeight(3 * QFontMetrics(text_font()).lineSpacing() + 16)
        self._ask(text.DAY, self.day)
        row = ChipRow()
        self.people = {p.id: chip(common.spoken_name(p)) for p in household.people}
        chosen = self._entry.people if self._entry else self._first_people(me)
        for person, made in self.people.items():
            made.setChecked(person in chosen)
            made.toggled.connect(self._follow)
        row.show_chips([*self.people.values()])
        self._ask(text.WHO, row)
        for child in household.children:
            asked = FeelingWords(child, self._words(child, before), theme)
            asked.resized.connect(self.place_soon)
            self.feelings[child.id] = asked
            body.addWidget(asked)
        if can_choose(household, me, self._by):
            readers = before.readers if before else "grown-ups"
            self.readers = ReadersRow(readers, len(household.grown_ups), theme)
            body.addWidget(self.readers)
        body.addWidget(label(text.MOMENT_PRIVATE, theme.ink_2, 0.85))
        body.addStretch(1)

    def _first_people(self, me: PersonId | None) -> tuple[PersonId, ...]:
        children = self._household.children
        alone = (children[0].id,) if len(children) == 1 else ()
        return (*alone, me) if me else alone

    def _words(self, child: Person, before: Reflection | None) -> Words:
        day = self._entry.day if self._entry else self._now.date()
        chosen = before.feelings.get(child.id, ()) if before else ()
        return Words(
            first=journal.first_words(self._household, child, day, chosen),
            families=journal.families(journal.band_on(child, day)),
            own=journal.own_words(self._household),
            chosen=chosen,
        )

    def _ask(self, question: str, field: QWidget) -> None:
        self.body.addSpacing(6)
        self.body.addWidget(label(question, self.theme.ink, bold=True))
        self.body.addWidget(field)
        field.setAccessibleName(question)

    def open_sheet(self) -> None:
        self.open_over(self.line)

    def _follow(self) -> None:
        """Ask for the feelings of those who were there; a line or a person is enough to keep it."""
        for person, asked in self.feelings.items():
            asked.setVisible(self.people[person].isChecked())
        self.keep.setEnabled(bool(self._people() or self.line.toPlainText().strip()))
        self.place_soon()

    def _people(self) -> tuple[PersonId, ...]:
        return tuple(person for person, made in self.people.items() if made.isChecked())

    def entry(self) -> Entry:
        """The moment as it stands on the sheet; a new one bears no id yet."""
        people = self._people()
        names = [common.spoken_name(p) for p in self._household.children if p.id in people]
        before = self._entry.reflection if self._entry else None
        felt = {p: asked.chosen for p, asked in self.feelings.items() if p in people}
        kept = replace(
            before or Reflection(written=self._now),
            written=self._now,
            feelings={person: words for person, words in felt.items() if words},
            line=self.line.toPlainText().strip(),
            by=self._by,
            readers=self.readers.readers
            if self.readers
            else (before.readers if before else "grown-ups"),
        )
        entry_id = self._entry.id if self._entry else EntryId("")
        return moment_of(entry_id, self.day.day(), text.moment_title(names), people, kept)

    def _keep(self) -> None:
        self.kept.emit(self.entry())
