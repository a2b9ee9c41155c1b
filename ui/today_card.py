"""One entry of today, large enough to read across the kitchen."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from activities.model import Activity, band_for
from planner.dates import age_on
from planner.model import HAPPENED, Entry, Household
from ui.column import Card
from ui.flow import FlowLayout
from ui.labels import Quote, label, pathway_line
from ui.text import common, only_for
from ui.text import today as text
from ui.theme import Theme, text_font

LARGE = 1.25


class Shown(NamedTuple):
    """What a card shows: the entry, what the library says of it, and `Next` or `Now` where that is so."""

    entry: Entry
    activity: Activity | None
    mark: str


class TodayCard(Card):
    """An entry with its first words to say and what can be done with it. Dimmed when it is settled."""

    done_clicked = Signal(object)  # Entry
    reflect_clicked = Signal(object)  # Entry
    open_clicked = Signal(object)  # Entry

    def __init__(self, shown: Shown, household: Household, theme: Theme) -> None:
        super().__init__(theme, shown.entry.pathway)
        self.entry, self.shown = shown.entry, shown
        self.edged = True
        self._settled = self.entry.outcome != "planned"
        self.setAccessibleName(
            ", ".join(
                p
                for p in (
                    text.when(self.entry),
                    self.entry.title,
                    common.people_line(household, self.entry.people),
                    only_for.of_entry(self.entry, household),
                    text.state(self.entry),
                    shown.mark,
                )
                if p
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 20, 16)
        column.setSpacing(6)
        self._add_head(column, household)
        self._add_words(column, household)
        self._add_buttons(column)

    def _add_head(self, column: QVBoxLayout, household: Household) -> None:
        theme, entry = self.theme, self.entry
        ink = theme.ink_2 if self._settled else theme.ink
        top = QHBoxLayout()
        time = label(text.when(entry), ink, 1.4, bold=True)
        time.setWordWrap(False)
        top.addWidget(time)
        top.addStretch(1)
        for words, colour in (
            (self.shown.mark, theme.hue(entry.pathway).main),
            (text.state(entry), theme.ink_2),
        ):
            if words:
                mark = label(words, colour, 1.15, bold=True)
                mark.setWordWrap(False)
                top.addWidget(mark)
        column.addLayout(top)
        column.addWidget(label(entry.title, ink, 1.9, bold=True))
        who = common.people_line(household, entry.people)
        pathway = common.PATHWAY_NAMES.get(entry.pathway or "", "")
        parts = (pathway, who, only_for.of_entry(entry, household))
        line = common.SEPARATOR.join(part for part in parts if part)
        if pathway:
            column.addWidget(pathway_line(line, entry.pathway, theme))
        elif line:
            column.addWidget(label(line, theme.ink_2))

    def _add_words(self, column: QVBoxLayout, household: Household) -> None:
        theme, activity = self.theme, self.shown.activity
        if self.entry.note:
            column.addWidget(label(self.entry.note, theme.ink_2, LARGE))
        if activity is None or self._settled:
            return
        column.addWidget(label(activity.summary, theme.ink_2, LARGE))
        words = first_words(activity, self.entry, household)
        if words:
            column.addSpacing(6)
            column.addWidget(label(text.TRY_SAYING, theme.ink, bold=True))
            quote = Quote(words, theme.hue(self.entry.pathway).main, theme.ink)
            for part in quote.findChildren(QLabel):
                part.setFont(text_font(LARGE))
            column.addWidget(quote)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        row = FlowLayout(gap=8)
        happened = self.entry.outcome in HAPPENED
        self.done = QPushButton(text.NOT_DONE if happened else text.MARK_DONE)
        self.reflect, self.open = QPushButton(text.REFLECT), QPushButton(text.OPEN)
        self.done.setProperty("kind", "" if self._settled else "primary")
        self.open.setProperty("kind", "quiet")
        for button, clicked in (
            (self.done, self.done_clicked),
            (self.reflect, self.reflect_clicked),
            (self.open, self.open_clicked),
        ):
            button.setAccessibleName(text.about(button.text(), self.entry))
            button.clicked.connect(lambda _=False, signal=clicked: signal.emit(self.entry))
            row.addWidget(button)
        column.addSpacing(8)
        column.addLayout(row)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return self.done, self.reflect, self.open


def first_words(activity: Activity, entry: Entry, household: Household) -> str:
    """What to say first: the words for the youngest child's age if there are any, else the first ones."""
    children = [p for p in household.children if p.id in entry.people and p.birthday]
    for child in sorted(children, key=lambda p: str(p.birthday), reverse=True):
        assert child.birthday is not None
        for_age = activity.by_age.get(band_for(age_on(child.birthday, entry.day)) or "")
        if for_age and for_age.words:
            return for_age.words
    return activity.say[0].words if activity.say else ""
