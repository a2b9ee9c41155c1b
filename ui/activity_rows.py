"""Lines that can be added, moved and taken away with the keyboard: steps, words to say, things needed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.labels import label, recolour
from ui.text import activity_editor as text
from ui.theme import Theme

RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MARGIN = 3
"""Pixels round the text of a box: room for the cursor at the end of a full line."""
FRAME = 12 + 2 * MARGIN
"""Pixels above and below the text of a box, its frame included."""


class LineBox(QPlainTextEdit):
    """One paragraph that grows with its words. Enter goes on, Tab leaves."""

    next_requested = Signal()
    move_requested = Signal(int)  # -1 up, 1 down
    remove_requested = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def words(self) -> str:
        return " ".join(self.toPlainText().split())

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + FRAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in RETURN and control:
            event.ignore()
        elif event.key() in RETURN:
            self.next_requested.emit()
        elif alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.remove_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Row(QWidget):
    """A number, one or two boxes, and the buttons that move the row or take it away."""

    def __init__(self, boxes: list[LineBox], theme: Theme) -> None:
        super().__init__()
        self.boxes = boxes
        self.number = label("", theme.ink_2)
        self.number.setWordWrap(False)
        self.up, self.down, self.remove = (
            QPushButton(sign) for sign in (text.MOVE_UP, text.MOVE_DOWN, text.REMOVE)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        for box in boxes:
            column.addWidget(box)
        row.addSpacing(4)
        row.addLayout(column, 1)
        for button in (self.up, self.down, self.remove):
            button.setProperty("kind", "small")
            button.setMinimumHeight(boxes[0].minimumHeight())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_number(self, name: str, number: int, count: int) -> None:
        self.number.setText(f"{number}.")
        width = self.number.fontMetrics().horizontalAdvance("8.")
        self.number.setFixedWidth(width)
        self.number.setContentsMargins(0, FRAME // 2, 0, 0)
        for button, words in (
            (self.up, text.move_up),
            (self.down, text.move_down),
            (self.remove, text.remove),
        ):
            button.setAccessibleName(words(name, number))
            button.setToolTip(words(name, number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        for box in self.boxes:
            box.setAccessibleDescription(text.numbered(name, number))

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(box.words for box in self.boxes)


class RowList(QWidget):
    """Rows of the same kind under each other, and a button for one more."""

    changed = Signal()
    rows_changed = Signal()  # there are other rows, or the same in another order

    def __init__(
        self,
        name: str,
        add: str,
        make_boxes: Callable[[], list[LineBox]],
        theme: Theme,
        *,
        quiet_second: bool = False,
    ) -> None:
        """`quiet_second`: the second box of a row is only there for words that are there."""
        super().__init__()
        self._name, self._make, self._theme = name, make_boxes, theme
        self._quiet_second = quiet_second
        self.rows: list[Row] = []
        self.add = QPushButton(add)
        self.add.setProperty("kind", "small")
        self.add.clicked.connect(lambda: self._add_after(None))
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def values(self) -> tuple[tuple[str, ...], ...]:
        """The words of every row's boxes, rows without any left out."""
        return tuple(row.words for row in self.rows if any(row.words))

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, as it stands."""
        inside: list[QWidget] = []
        for row in self.rows:
            inside += [*row.boxes, row.up, row.down, row.remove]
        return [*inside, self.add]

    def show_values(self, values: tuple[tuple[str, ...], ...]) -> None:
        """Show these rows instead of what is there."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for words in values:
            row = self._insert(len(self.rows))
            for box, line in zip(row.boxes, words, strict=True):
                box.setPlainText(line)
            if self._quiet_second:
                row.boxes[1].setVisible(bool(words[1]))
        self._number()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows:
            recolour(row.number, theme.ink_2)

    def _insert(self, place: int) -> Row:
        row = Row(self._make(), self._theme)
        row.up.clicked.connect(lambda: self._move(row, -1, row.up))
        row.down.clicked.connect(lambda: self._move(row, 1, row.down))
        row.remove.clicked.connect(lambda: self._remove(row))
        for n, box in enumerate(row.boxes):
            box.textChanged.connect(self.changed)
            box.next_requested.connect(lambda n=n: self._go_on(row, n))
            box.move_requested.connect(lambda by, b=box: self._move(row, by, b))
            box.remove_requested.connect(lambda: None if any(row.words) else self._remove(row))
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        return row

    def _go_on(self, row: Row, box: int) -> None:
        if box + 1 < len(row.boxes) and not row.boxes[box + 1].isHidden():
            row.boxes[box + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._add_after(row)

    def _add_after(self, row: Row | None) -> None:
        place = self.rows.index(row) + 1 if row else len(self.rows)
        made = self._insert(place)
        if self._quiet_second:
            made.boxes[1].hide()
        self._number()
        made.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, row: Row, by: int, stay: QWidget) -> None:
        place = self.rows.index(row)
        target = place + by
        if not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(target, row)
        self._number()
        # A button that cannot be pressed any more hands the focus to its opposite.
        other = row.down if stay is row.up else row.up
        (stay if stay.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: Row) -> None:
        place = self.rows.index(row)
        self.rows.pop(place)
        self._column.removeWidget(row)
        stay = self.rows[max(0, place - 1)].boxes[0] if self.rows else self.add
        stay.setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for n, row in enumerate(self.rows, 1):
            row.show_number(self._name, n, len(self.rows))
        self.rows_changed.emit()
        self.changed.emit()
