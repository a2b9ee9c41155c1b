"""Looking back: what the weeks say in plain sentences first, and the charts they come from."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activities.model import PATHWAYS
from planner import look_back
from planner.model import Entry, Household, Person
from ui.charts import CountBars, GoalSign, WeekBars
from ui.choices import ChipRow, chip
from ui.column import Card, Column, clear
from ui.flow import FlowLayout
from ui.labels import PathwayShape, label, recolour
from ui.text import look_back as text
from ui.theme import Theme, text_font

FIRST_RANGE = 1
MOST_WORDS = 8
TWO_COLUMNS = 60
"""A page at least this many letters wide for each column shows two of them."""


class ChartCard(Card):
    """A chart with its title, and the same in words at the press of a button."""

    def __init__(self, title: str, hint: str, chart: QWidget, words: str, theme: Theme) -> None:
        super().__init__(theme)
        self._chart = chart
        self.words_button = QPushButton(text.IN_WORDS)
        self.words_button.setProperty("kind", "quiet")
        self.words_button.setAccessibleName(f"{title}: {text.IN_WORDS}")
        self.words_button.clicked.connect(self._turn)
        self._words = label(words, theme.ink)
        self._words.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(label(title, theme.ink, 1.1, bold=True))
        names.addWidget(label(hint, theme.ink_2, 0.92))
        head.addLayout(names, 1)
        head.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 12, 14, 16)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addSpacing(6)
        self.body.addWidget(chart)
        self.body.addWidget(self._words)

    @property
    def in_words(self) -> bool:
        return not self._words.isHidden()

    def _turn(self) -> None:
        show_words = not self.in_words
        self._words.setVisible(show_words)
        self._chart.setVisible(not show_words)
        self.words_button.setText(text.AS_CHART if show_words else text.IN_WORDS)


class LookBackPage(QWidget):
    """Sentences and charts of the last weeks. Nothing here is a score, and nobody is compared."""

    range_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household: Household | None = None
        self._today = date.min
        self.charts: list[ChartCard] = []
        self.sentences: list[QLabel] = []
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
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self._span, 1)
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 0, 20, 10)
        bar.addWidget(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.area, 1)
        self.set_theme(theme)

    @property
    def weeks(self) -> int | None:
        """How many weeks are looked at, this one included; None for all."""
        return text.RANGES[self._group.checkedId()][0]

    def show_household(self, household: Household, today: date) -> None:
        """Show this household up to `today`; nothing is counted anew while nothing has changed."""
        if self._household is household and self._today == today:
            return
        self._household, self._today = household, today
        self._fill()

    def _turn_range(self, _n: int, on: bool) -> None:  # noqa: FBT001
        if on:
            if self._household is not None:
                self._fill()
            self.range_chosen.emit()

    def _fill(self) -> None:
        household, today = self._household, self._today
        assert household is not None
        self._span.setText(text.last_weeks(self.weeks))
        first = look_back.first_day(household, today, self.weeks)
        times = look_back.times_together(household, first, today)
        clear(self.area.body)
        self.charts, self.sentences = [], []
        self.area.body.addWidget(self._sentences_card(household, first, today, times))
        if times:
            self._add_charts(household, first, today, times)
        self.area.body.addStretch(1)

    def _sentences_card(
        self, household: Household, first: date, today: date, times: tuple[Entry, ...]
    ) -> Card:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(6)
        found = look_back.findings(household, first, today)
        for n, finding in enumerate(found):
            words = text.sentence(finding, household, today)
            made = label(
                words, theme.ink if n == 0 else theme.ink_2, 1.15 if n == 0 else 1.0, bold=n == 0
            )
            self.sentences.append(made)
            column.addWidget(made)
        if not found:
            column.addWidget(label(text.LITTLE if times else text.NONE, theme.ink, 1.15, bold=True))
            column.addWidget(label(text.LITTLE_HINT if times else text.NONE_HINT, theme.ink_2))
        return card

    def _add_charts(
        self, household: Household, first: date, today: date, times: tuple[Entry, ...]
    ) -> None:
        self.charts.append(self._time_card(household, first, today, times))
        pairs = text.pairs_shown(look_back.one_to_one(times, household), household)
        if any(count for _, count in pairs):
            bars = CountBars(pairs, self._theme.ink_2, self._theme, text.ALONE)
            words = text.counts_in_words(pairs)
            self.charts.append(ChartCard(text.ALONE, text.ALONE_HINT, bars, words, self._theme))
            self.charts[-1].body.addStretch(1)
        for child in household.children:
            card = self._feelings_card(child, times)
            if card is not None:
                self.charts.append(card)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(14)
        self.area.body.addWidget(holder)
        self._place_charts()

    def _time_card(
        self, household: Household, first: date, today: date, times: tuple[Entry, ...]
    ) -> ChartCard:
        theme = self._theme
        weeks = look_back.minutes_by_week(times, first, today)
        goal = sum(household.wishes.goals.values())
        chart = QWidget()
        column = QVBoxLayout(chart)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        legend = FlowLayout(gap=16)
        for pathway in PATHWAYS:
            minutes = sum(week.minutes.get(pathway, 0) for week in weeks)
            sign = PathwayShape(pathway, theme)
            legend.addWidget(_legend(sign, text.total_minutes(pathway, minutes), theme))
        if goal:
            legend.addWidget(_legend(GoalSign(theme), text.goal(goal), theme))
        column.addLayout(legend)
        column.addWidget(WeekBars(weeks, goal, theme), 1)
        words = text.weeks_in_words(weeks, goal)
        return ChartCard(text.TIME, text.TIME_HINT, chart, words, theme)

    def _feelings_card(self, child: Person, times: tuple[Entry, ...]) -> ChartCard | None:
        theme = self._theme
        counts = look_back.feelings(times, child.id)
        if not counts.words:
            return None
        title = text.feelings_title(child)
        bars = CountBars(counts.words[:MOST_WORDS], theme.hue("feel-with").main, theme, title)
        chart = QWidget()
        column = QVBoxLayout(chart)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bars)
        further = len(counts.words) - MOST_WORDS
        if further > 0:
            column.addWidget(label(text.further_words(further), theme.ink_2, 0.92))
        words = text.counts_in_words(counts.words)
        card = ChartCard(title, text.feelings_hint(counts), chart, words, theme)
        card.body.addStretch(1)
        return card

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
        if self._household is not None:
            self._fill()


def _legend(sign: QWidget, words: str, theme: Theme) -> QWidget:
    """A sign of the chart with what it means."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(sign)
    name = label(words, theme.ink_2, 0.92)
    name.setWordWrap(False)
    row.addWidget(name)
    return line
