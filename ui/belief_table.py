"""A table of what we believe: each part, how well it is known, what we say, and its sources folded away."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from activities.evidence import Source, known
from ui.labels import label
from ui.reading import Fold, Link
from ui.text import why as text
from ui.theme import Theme, text_font

STACK_BELOW = 62
"""Narrower than so many letters, the columns of a row stand below one another."""


class StandingMark(QWidget):
    """A disc that is full for known, half for plausible and empty for untested; words stand beside it."""

    def __init__(self, standing: str, theme: Theme) -> None:
        super().__init__()
        self._standing, self._theme = standing, theme
        self.setToolTip(text.STANDINGS[standing])
        side = self.sizeHint()
        self.setFixedSize(side)

    def sizeHint(self) -> QSize:
        height = int(QFontMetricsF(text_font()).height())
        return QSize(int(height * 0.8), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.width() / 2 - 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        ink = self._theme.ink_2
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if self._standing == "known" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self._standing == "plausible":
            painter.setBrush(ink)
            painter.drawPie(box, 90 * 16, 180 * 16)


class BeliefTable(QWidget):
    """Three columns and a row for each part of the belief; one column where there is little room."""

    def __init__(self, beliefs: tuple[text.Belief, ...], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stacked: bool | None = None
        self._heads = [label(words, theme.ink_2, 0.92, bold=True) for words in text.HEADS]
        self._rows = [self._row(belief) for belief in beliefs]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(22)
        self._grid.setVerticalSpacing(5)
        self._place(stacked=False)

    def _row(self, belief: text.Belief) -> list[QWidget]:
        """The line above, the three cells, and the sources if there are any."""
        theme = self._theme
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {theme.line.name()};")
        parts: list[QWidget] = [
            line,
            label(belief.words, theme.ink, bold=True),
            self._verdict(belief),
            label(text.we_say(belief), theme.ink if belief.says else theme.ink_2),
        ]
        sources = known(belief.keys)
        if sources:
            parts.append(sources_fold(sources, belief.words, theme))
        return parts

    def _verdict(self, belief: text.Belief) -> QWidget:
        theme = self._theme
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(StandingMark(belief.standing, theme), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(belief.verdict, theme.ink, bold=True))
        words.addWidget(label(belief.because, theme.ink))
        row.addLayout(words, 1)
        return cell

    def _place(self, *, stacked: bool) -> None:
        """Put every part where it belongs; nothing is made anew."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        while grid.count():
            grid.takeAt(0)
        for n, share in enumerate((1, 0, 0) if stacked else (9, 11, 10)):
            grid.setColumnStretch(n, share)
        for n, head in enumerate(self._heads):
            head.setVisible(not stacked)
            if not stacked:
                grid.addWidget(head, 0, n)
        at = 1
        for line, *cells in self._rows:
            grid.addWidget(line, at, 0, 1, 3)
            at += 1
            for n, cell in enumerate(cells[:3]):
                grid.addWidget(cell, at, 0 if stacked else n, 1, 3 if stacked else 1, top)
                at += stacked
            at += 1
            for fold in cells[3:]:
                grid.addWidget(fold, at, 0, 1, 3)
                at += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = QFontMetricsF(text_font()).averageCharWidth()
        self._place(stacked=self.width() < STACK_BELOW * letter)


def sources_fold(sources: tuple[Source, ...], about: str, theme: Theme) -> Fold:
    """A quiet button that shows these sources under it; `about` is what they are sources of."""
    closed = text.show_sources(len(sources))
    fold = Fold(closed, text.HIDE_SOURCES, lambda: source_list(sources, theme), about)
    fold.button.setProperty("kind", "quiet")
    fold.button.setStyleSheet("padding-left: 2px; padding-right: 2px;")  # in line with the words
    return fold


def source_list(sources: Iterable[Source], theme: Theme) -> QWidget:
    """What each source found, where it stands, how sure it is, and its address."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 0, 0, 10)
    column.setSpacing(2)
    for source in sources:
        column.addSpacing(8)
        column.addWidget(label(source.finding, theme.ink))
        column.addWidget(label(text.surety(source), theme.ink_2))
        column.addWidget(label(source.citation, theme.ink_2, 0.92))
        if source.doi:
            address = text.doi_address(source.doi)
            column.addWidget(Link(source.citation, address, theme))
    return made
