"""The charts of looking back as cards, each also in words."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from activities.model import PATHWAYS
from planner import look_back
from planner.model import Entry, Household, Person
from ui.charts import CountBars, GoalSign, WeekBars
from ui.column import Card
from ui.flow import FlowLayout
from ui.labels import PathwayShape, label
from ui.text import look_back as text
from ui.theme import Theme

MOST_WORDS = 8


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


def time_card(
    household: Household, first: date, today: date, times: tuple[Entry, ...], theme: Theme
) -> ChartCard:
    """Minutes of every week by pathway, with the family's goal."""
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


def feelings_card(child: Person, times: tuple[Entry, ...], theme: Theme) -> ChartCard | None:
    """The words kept for one child; None where there are none."""
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


def alone_card(household: Household, times: tuple[Entry, ...], theme: Theme) -> ChartCard | None:
    """How often each child had each grown-up alone; None where nobody had."""
    rows = text.pairs_shown(look_back.one_to_one(times, household), household)
    if not any(count for _, count in rows):
        return None
    return _bars(text.ALONE, text.ALONE_HINT, rows, theme)


def helped_card(times: tuple[Entry, ...], theme: Theme) -> ChartCard | None:
    """What helped in good times; None where nothing was said of it."""
    rows = text.helped_shown(look_back.what_helped(times))
    return _bars(text.HELPED, text.HELPED_HINT, rows, theme) if rows else None


def moments_card(times: tuple[Entry, ...], theme: Theme) -> ChartCard | None:
    """The moments of the day with the very close times of each; None where too few are known."""
    rows = text.moments_shown(look_back.close_moments(times))
    return _bars(text.MOMENTS, text.MOMENTS_HINT, rows, theme) if rows else None


def _bars(title: str, hint: str, rows: tuple[tuple[str, int], ...], theme: Theme) -> ChartCard:
    card = ChartCard(
        title, hint, CountBars(rows, theme.ink_2, theme, title), text.counts_in_words(rows), theme
    )
    card.body.addStretch(1)
    return card


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
