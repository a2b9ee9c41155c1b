"""The lines of a child's month to write or to read: a heading, a sentence, and a button to strike it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from planner.month_pages import HEADINGS, MOST, MonthLine
from ui.column import clear
from ui.family_fields import ChoiceField, button
from ui.labels import label
from ui.number_fields import calm
from ui.text import common
from ui.text import month_page as text
from ui.theme import Theme, text_font

LARGE = 1.7
Pairs = list[tuple[MonthLine, MonthLine | None]]
"""Lines, each with what it was when the page was opened; None for a new one."""


class LineRow(QWidget):
    """One line. Read large, its heading is fixed and stands above the sentence."""

    changed = Signal()
    struck = Signal()

    def __init__(
        self, line: MonthLine, theme: Theme, *, original: MonthLine | None, large: bool
    ) -> None:
        super().__init__()
        self.original = original
        self.heading = ChoiceField()
        self.heading.setAccessibleName(text.HEADING)
        for name in HEADINGS:
            self.heading.addItem(text.HEADING_NAMES[name], name)
        self.heading.setCurrentIndex(HEADINGS.index(line.heading))
        calm(self.heading)
        self.words = QLineEdit(line.words)
        self.words.setAccessibleName(text.HEADING_NAMES[line.heading])
        self.words.setPlaceholderText(text.WORDS)
        self.strike = button(text.STRIKE, "quiet")
        self.strike.setAccessibleName(text.strike(line.words))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.change = button(common.EDIT, "quiet")
        self.said = label(line.words, theme.ink, LARGE)
        if large and line.words:
            self.words.hide()
            self.change.clicked.connect(self._rewrite)
            grid.addWidget(self.said, 1, 0)
            grid.addWidget(self.change, 1, 2)
        if large:
            self.words.setFont(text_font(LARGE))
            grid.addWidget(label(text.HEADING_NAMES[line.heading], theme.ink_2, 1.1), 0, 0, 1, 2)
            self.heading.setParent(self)
            self.heading.hide()
        else:
            grid.addWidget(self.heading, 0, 0)
        grid.addWidget(self.words, 1, 0)
        grid.addWidget(self.strike, 1, 1)
        grid.setColumnStretch(0, 1)
        self.strike.clicked.connect(self.struck)
        self.words.textChanged.connect(self.changed)
        self.heading.currentIndexChanged.connect(self.changed)

    def _rewrite(self) -> None:
        """Let the sentence that is read be written anew."""
        for part in (self.said, self.change):
            part.hide()
        self.words.show()
        self.words.setFocus()

    def line(self) -> MonthLine:
        name = HEADINGS[self.heading.currentIndex()]
        return MonthLine(heading=name, words=self.words.text().strip())


class LineRows(QWidget):
    """All lines of a page, made anew when one comes or goes."""

    changed = Signal()
    struck = Signal(object)  # MonthLine
    """A line was struck, as it was when the page was opened: it is to be deleted at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.large = False
        self.rows: list[LineRow] = []
        self.add = button(text.ADD)
        self.add.clicked.connect(lambda: self.add_line(MonthLine(heading="showed", words="")))
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._holder)
        column.addWidget(self.add)

    def show_lines(self, lines: tuple[MonthLine, ...]) -> None:
        """Show the lines of a page that is kept."""
        self._show([(line, line) for line in lines])

    def read_large(self, *, large: bool) -> None:
        """Show the same lines large, to be read together, or small again."""
        self.large = large
        self._show(self._pairs(self.rows))

    @staticmethod
    def _pairs(rows: list[LineRow]) -> Pairs:
        return [(row.line(), row.original) for row in rows]

    def _show(self, lines: Pairs) -> None:
        clear(self._column)
        self.rows = []
        for line, original in lines:
            row = LineRow(line, self._theme, original=original, large=self.large)
            row.changed.connect(self.changed)
            row.struck.connect(lambda r=row: self._strike(r))
            self.rows.append(row)
            self._column.addWidget(row)
        self.add.setEnabled(len(lines) < MOST)

    def lines(self) -> tuple[MonthLine, ...]:
        """What is written; a row without words is no line."""
        return tuple(line for line in (row.line() for row in self.rows) if line.words)

    def add_line(self, line: MonthLine) -> None:
        """One more row, with the keys in it; nothing where there are six."""
        if len(self.rows) < MOST:
            self._show([*self._pairs(self.rows), (line, None)])
            self.rows[-1].words.setFocus()
            self.changed.emit()

    def _strike(self, row: LineRow) -> None:
        self._show(self._pairs([each for each in self.rows if each is not row]))
        if row.original is not None:
            self.struck.emit(row.original)
        self.changed.emit()
