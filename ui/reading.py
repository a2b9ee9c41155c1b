"""Parts of the pages one reads: a column that keys scroll, addresses to open, and what is folded away."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.column import Card, Column
from ui.labels import label
from ui.text import reading as text
from ui.theme import Theme

BY_KEY = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class ReadingColumn(Column):
    """A column that arrow and page keys scroll; it shows a ring when Tab brought one to it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._ring = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def to_top_of(self, part: QWidget) -> None:
        """Scroll so that this part begins at the top of the view."""
        above = part.mapTo(self, QPoint(0, 0)).y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + above - 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = event.reason() in BY_KEY
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._ring:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.theme.focus, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))


class Section(Card):
    """A white card with a title, and a `body` to put its parts in."""

    def __init__(self, title: str, theme: Theme, *, framed: bool = True) -> None:
        super().__init__(theme)
        self._framed = framed
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*((20, 15, 20, 19) if framed else (0, 0, 0, 0)))
        self.body.setSpacing(7)
        if title:
            self.body.addWidget(label(title, theme.ink, 1.2, bold=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._framed:
            super().paintEvent(event)

    def heading(self, words: str) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(label(words, self.theme.ink, bold=True))

    def text(self, words: str) -> None:
        self.body.addWidget(label(words, self.theme.ink))

    def entry(self, *parts: QWidget) -> None:
        """Parts that belong together, a line's width from what stands above."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        for part in parts:
            column.addWidget(part)
        self.body.addWidget(block)


class Link(QWidget):
    """An address in plain text, and a button that opens it in the browser. Nothing opens by itself."""

    def __init__(self, name: str, address: str, theme: Theme) -> None:
        super().__init__()
        self.address = address
        self.button = QPushButton(text.OPEN)
        self.button.setAccessibleName(text.open_what(name))
        self.button.setToolTip(text.open_what(name))
        self.button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(text.shown_address(address), theme.ink_2), 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.address))


class Fold(QWidget):
    """A button that shows what is behind it, made when it is first wanted, and hides it again."""

    def __init__(
        self, closed: str, opened: str, made: Callable[[], QWidget], about: str = ""
    ) -> None:
        super().__init__()
        self._names = (closed, opened)
        self._about, self._made = about, made
        self.content: QWidget | None = None
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.toggled.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._name()

    def _name(self) -> None:
        name = self._names[self.button.isChecked()]
        self.button.setText(name)
        self.button.setAccessibleName(text.about(name, self._about))

    def _turn(self, on: bool) -> None:  # noqa: FBT001  (Qt's signal says it so)
        if on and self.content is None:
            self.content = self._made()
            self._column.addWidget(self.content)
        if self.content is not None:
            self.content.setVisible(on)
        self._name()


def bullets(lines: Iterable[str], theme: Theme) -> QWidget:
    """A point for each line, with its words wrapped beside the mark."""
    return _marked([(text.BULLET, words) for words in lines], theme)


def steps(lines: Iterable[str], theme: Theme) -> QWidget:
    """`1.` `2.` `3.`, to be done in this order."""
    return _marked([(f"{n}.", words) for n, words in enumerate(lines, 1)], theme)


def _marked(rows: list[tuple[str, str]], theme: Theme) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(3, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    side = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    for n, (mark, words) in enumerate(rows):
        left = label(mark, theme.ink_2)
        left.setWordWrap(False)
        grid.addWidget(left, n, 0, side)
        grid.addWidget(label(words, theme.ink), n, 1)
    return table
