"""Looking back: what the weeks say in plain sentences first, and the charts they come from."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner import look_back
from planner.dates import monday_of
from planner.findings import Finding, findings
from planner.model import Entry, Household, PersonId, may_read
from planner.reaches import between, months_of, noticed, readable, returns_of
from ui.choices import ChipRow, chip
from ui.column import Card, Column, clear
from ui.family_fields import button
from ui.labels import label, recolour
from ui.look_back_charts import (
    ChartCard,
    alone_card,
    feelings_card,
    helped_card,
    moments_card,
    time_card,
)
from ui.look_back_list import FindingList
from ui.reading import Fold
from ui.sentence_link import SentenceLink
from ui.text import coming_back, common
from ui.text import look_back as text
from ui.theme import Theme, text_font

FIRST_RANGE = 1
MONTHS = 12
"""At most so many of the last months are told in sentences, each child on its own."""
TWO_COLUMNS = 60
"""A page at least this many letters wide for each column shows two of them."""


class LookBackPage(QWidget):
    """Sentences and charts of the last weeks. Nothing here is a score, and nobody is compared."""

    range_chosen = Signal()
    entry_shown = Signal(object)  # Entry
    print_requested = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household: Household | None = None
        self._today = date.min
        self._me: PersonId | None = None
        self._opened = ""
        self.noticed: Fold | None = None
        self.charts: list[ChartCard] = []
        self.sentences: list[SentenceLink] = []
        self._grid: QGridLayout | None = None
        self.title, self._span = QLabel(text.TITLE), QLabel()
        self.title.setFont(text_font(1.5, bold=True))
        self._span.setFont(text_font(1.5))
        self._span.setWordWrap(True)
        self._row = ChipRow()
        self._row.setAccessibleName(text.RANGE)
        self.ranges = [chip(name) for _weeks, name in text.RANGES]
        group = QButtonGroup(self)
        for n, made in enumerate(self.ranges):
            group.addButton(made, n)
            made.setAccessibleDescription(text.RANGE)
        self.ranges[FIRST_RANGE].setChecked(True)
        self._row.show_chips([*self.ranges])
        group.idToggled.connect(self._turn_range)
        self._group = group
        self.area = Column(wide=True)
        self.list = FindingList(theme)
        self.list.back_requested.connect(self.show_sentences)
        self.list.entry_shown.connect(self.entry_shown)
        self.print = button(text.PRINT)
        self.print.clicked.connect(self.print_requested)
        self._parts = QStackedWidget()
        for part in (self.area, self.list):
            self._parts.addWidget(part)
        self._arrange()
        self.set_theme(theme)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self._span, 1)
        head.addWidget(self.print)
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 0, 20, 10)
        bar.addWidget(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._parts, 1)

    @property
    def weeks(self) -> int | None:
        """How many weeks are looked at, this one included; None for all."""
        return text.RANGES[self._group.checkedId()][0]

    def show_household(self, household: Household, today: date, me: PersonId | None = None) -> None:
        """Show what `me` may read up to `today`; nothing is counted anew while nothing has changed."""
        if self._household is household and (self._today, self._me) == (today, me):
            return
        self._household, self._today, self._me = household, today, me
        self._fill()

    def _turn_range(self, _n: int, on: bool) -> None:  # noqa: FBT001
        if on:
            if self._household is not None:
                self._fill()
            self.range_chosen.emit()

    def _fill(self) -> None:
        household, today = self._household, self._today
        assert household is not None
        self.show_sentences()
        self._span.setText(text.last_weeks(self.weeks))
        first = look_back.first_day(household, today, self.weeks)
        times = look_back.times_together(household, first, today, self._me)
        clear(self.area.body)
        self.charts, self.sentences = [], []
        self.area.body.addWidget(self._sentences_card(household, first, today, times))
        self._add_noticed(household)
        if times:
            self._add_charts(household, first, today, times)
        self.area.body.addStretch(1)

    def _sentences_card(
        self, household: Household, first: date, today: date, times: tuple[Entry, ...]
    ) -> Card:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(4)
        found = findings(household, first, today, self._me)
        for n, finding in enumerate(found):
            words = text.sentence(finding, household, today)
            colour, scale = (theme.ink, 1.15) if n == 0 else (theme.ink_2, 1.0)
            made = SentenceLink(words, colour, theme, scale, bold=n == 0)
            made.opened.connect(lambda f=finding, w=words: self.open_finding(f, w))
            self.sentences.append(made)
            column.addWidget(made)
        if found:
            hint = label(text.HINT, theme.ink_2, 0.85)
            hint.setContentsMargins(4, 0, 4, 0)
            column.addWidget(hint)
        else:
            column.addWidget(label(text.LITTLE if times else text.NONE, theme.ink, 1.15, bold=True))
            column.addWidget(label(text.LITTLE_HINT if times else text.NONE_HINT, theme.ink_2))
        return card

    def _add_noticed(self, household: Household) -> None:
        """What was noticed of reaches, month by month, for whoever opens it."""
        self.noticed = None
        if readable(household, self._me) or household.reach_months:
            self.noticed = Fold(text.NOTICED_CLOSED, text.NOTICED_OPENED, self._noticed)
            self.area.body.addWidget(self.noticed)

    def _noticed(self) -> QWidget:
        household, me = self._household, self._me
        assert household is not None
        first = look_back.first_day(household, self._today, self.weeks)
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 16, 12)
        week = between(readable(household, me), monday_of(self._today))
        counts = noticed(week, returns_of(household))
        column.addWidget(label(coming_back.week_sentence(counts), self._theme.ink))
        for child in household.children:
            months = [
                m
                for m in months_of(household)
                if m.child == child.id
                and may_read(m.by, m.readers, me)
                and (self.weeks is None or m.month >= first.replace(day=1))
            ]
            if months:
                name = common.spoken_name(child)
                column.addWidget(label(name, self._theme.ink, bold=True))
            for month in reversed(months[-MONTHS:]):
                words = text.of_month(month.month, coming_back.month_sentence(month, household))
                column.addWidget(label(words, self._theme.ink))
        return card

    def open_finding(self, finding: Finding, words: str) -> None:
        """Show the entries a sentence stands on."""
        household = self._household
        assert household is not None
        self._opened = words
        self.list.show_finding(finding, words, household)
        self._parts.setCurrentWidget(self.list)

    def show_sentences(self) -> None:
        """Go back to the sentences, with the keys on the one that was opened."""
        if self._parts.currentWidget() is self.list:
            self._parts.setCurrentIndex(0)
            for made in self.sentences:
                if made.text() == self._opened:
                    made.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_charts(
        self, household: Household, first: date, today: date, times: tuple[Entry, ...]
    ) -> None:
        theme = self._theme
        made = [
            time_card(household, first, today, times, theme),
            alone_card(household, times, theme),
            *(feelings_card(child, times, theme) for child in household.children),
            helped_card(times, theme),
            moments_card(times, theme),
        ]
        self.charts = [card for card in made if card is not None]
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(14)
        self.area.body.addWidget(holder)
        self._place_charts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.show_sentences()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    # looks

    def _place_charts(self) -> None:
        """Two columns where there is room for them, the time together the wider one."""
        if self._grid is None:
            return
        grid = self._grid
        wide = self.width() > 2 * TWO_COLUMNS * self.fontMetrics().averageCharWidth()
        for card in self.charts:
            grid.removeWidget(card)
        for n, card in enumerate(self.charts):
            grid.addWidget(card, n // 2 if wide else n, n % 2 if wide else 0)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2 if wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.charts:
            self._place_charts()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self.title, theme.ink)
        recolour(self._span, theme.ink_2)
        self.list.set_theme(theme)
        if self._household is not None:
            self._fill()
