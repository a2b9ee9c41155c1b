"""Headings, paragraphs, quotes and facts of the side panels: labels that wrap, grow with the font and can be read aloud."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.shapes import draw_pathway
from ui.theme import Theme, text_font


def label(
    words: str, colour: QColor, scale: float = 1.0, *, bold: bool = False, struck: bool = False
) -> QLabel:
    """A paragraph in one colour, wrapped to the width it is given."""
    made = QLabel(words)
    font = text_font(scale, bold=bold)
    font.setStrikeOut(struck)
    made.setFont(font)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    made.setPalette(palette)
    return made


def recolour(made: QLabel, colour: QColor) -> None:
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    made.setPalette(palette)


class PathwayShape(QWidget):
    """A pathway's small shape beside words."""

    def __init__(self, pathway: str | None, theme: Theme, side: int = 10) -> None:
        super().__init__()
        self._pathway, self._theme, self._side = pathway, theme, side
        self.setFixedWidth(side + 1)

    def sizeHint(self) -> QSize:
        return QSize(self._side + 1, self._side + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._side) / 2
        box = QRectF(0, top, self._side, self._side)
        draw_pathway(painter, box, self._pathway, self._theme.hue(self._pathway).main)


def pathway_line(words: str, pathway: str | None, theme: Theme) -> QWidget:
    """`■ Feel with · Reading others`."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(PathwayShape(pathway, theme))
    row.addWidget(label(words, theme.hue(pathway).main, 0.88, bold=True), 1)
    return line


class Quote(QWidget):
    """Words to say, with a bar in the pathway's colour; struck through where they are better not said."""

    def __init__(self, words: str, bar: QColor, ink: QColor, *, struck: bool = False) -> None:
        super().__init__()
        self._bar = bar
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 1, 0, 1)
        self._words = label(f"“{words}”", ink, struck=struck)
        row.addWidget(self._words)

    def show_words(self, words: str) -> None:
        self._words.setText(f"“{words}”")

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 3, self.height(), self._bar)


def facts(rows: list[tuple[str, str]], theme: Theme) -> QWidget:
    """Rows of a name and what it is: `When  Wed 25 Nov, 19:15`. Rows with nothing to say are left out."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for name, words in rows:
        if words:
            n = grid.rowCount()
            left = label(name, theme.ink_2)
            left.setWordWrap(False)
            grid.addWidget(left, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, theme.ink), n, 1)
    return table


def numbered(steps: list[str], theme: Theme) -> QWidget:
    """`1.` `2.` `3.` with the words wrapped beside the numbers."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(3, 0, 0, 0)
    grid.setHorizontalSpacing(7)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for n, words in enumerate(steps):
        number = label(f"{n + 1}.", theme.ink_2)
        number.setWordWrap(False)
        grid.addWidget(number, n, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label(words, theme.ink_2), n, 1)
    return table
