"""Search over all weeks: a field, what was found by day, and Enter to go there."""

from collections.abc import Callable
from datetime import date
from itertools import islice

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.finding import Line, find
from planner.model import Entry, Household, PersonId, may_read
from ui.announce import announce, pause
from ui.family_fields import Tick
from ui.labels import label
from ui.shapes import draw_pathway
from ui.text import finding as text
from ui.theme import Theme, text_font

SHOWN = 60
WIDTH_IN_LETTERS = 62
ENTRY = Qt.ItemDataRole.UserRole
LINES = Qt.ItemDataRole.UserRole + 1
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FoundLine(QStyledItemDelegate):
    """Paints what was found: the pathway's shape and the title, below it when and who, and what was kept."""

    def __init__(self, parent: QObject, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        small = QFontMetricsF(text_font(0.9)).height()
        lines = len(index.data(LINES))
        return QSize(100, int(QFontMetricsF(text_font(bold=True)).height() + lines * small + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, entry = self._theme, index.data(ENTRY)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        here = index == option.widget.currentIndex()  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(theme.paper)
            painter.drawRoundedRect(box, 7, 7)
        title = QFontMetricsF(text_font(bold=True))
        left, room, top = box.left() + 28, box.width() - 38, box.top() + 5
        middle = top + title.height() / 2
        draw_pathway(
            painter,
            QRectF(box.left() + 9, middle - 5, 10, 10),
            entry.pathway,
            theme.hue(entry.pathway).main,
        )
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(text_font(bold=True))
        painter.setPen(theme.ink)
        painter.drawText(
            int(left), int(top + title.ascent()), title.elidedText(entry.title, elide, room)
        )
        small = QFontMetricsF(text_font(0.9))
        painter.setFont(text_font(0.9))
        painter.setPen(theme.ink_2)
        top += title.height() + 1
        for words in index.data(LINES):
            painter.drawText(
                int(left), int(top + small.ascent()), small.elidedText(words, elide, room)
            )
            top += small.height()
        painter.restore()


class Finder(QWidget):
    """A sheet over the window. Esc or a click outside closes it and nothing has happened."""

    entry_picked = Signal(object)  # Entry

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        household: Household,
        lines: Callable[[], tuple[Line, ...]],
        today: date,
        me: PersonId | None,
    ) -> None:
        """`lines` makes everything ready that can be found; it is asked once the sheet is open."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(text.FIELD)
        self._theme, self._household, self._today = theme, household, today
        self._me = me
        self._make_lines = lines
        self._lines: tuple[Line, ...] | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(text.FIELD_HINT)
        self.field.setAccessibleName(text.FIELD)
        self.field.installEventFilter(self)
        self.private = Tick(text.PRIVATE, theme)
        self.private.setAccessibleDescription(text.PRIVATE_HINT)
        self.private.setToolTip(text.PRIVATE_HINT)
        self.hint = label(text.BEGIN, theme.ink_2, 0.95)
        self.list = QListWidget()
        self.list.setAccessibleName(text.FOUND)
        self.list.setItemDelegate(FoundLine(self.list, theme))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pause = pause(self.field, self._found_in_words)
        self._arrange()
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._enter)
        self.private.toggled.connect(self._find)
        self.list.itemActivated.connect(lambda _item: self._enter())
        self.list.itemClicked.connect(lambda _item: self._enter())

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(8)
        for part in (self.field, self.private, self.hint):
            column.addWidget(part)
        column.addWidget(self.list, 1)

    def open_over(self, window: QWidget) -> None:
        """Open near the top of this window, as wide as a line of text."""
        letter = self.fontMetrics().averageCharWidth()
        width = min(WIDTH_IN_LETTERS * letter, window.width() - 40)
        self.resize(width, int(window.height() * 0.66))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + window.height() // 12)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        if self._lines is None:
            self._lines = self._make_lines()

    def _find(self) -> None:
        self._prepare()
        assert self._lines is not None
        typed, private = self.field.text(), self.private.isChecked()
        found = list(find(self._lines, typed, private=private))
        self.list.clear()
        for entry in islice(found, SHOWN):
            self.list.addItem(self._item(entry, private=private))
        self.list.setCurrentRow(0)
        words = text.BEGIN
        if typed.strip():
            words = text.found(len(found), SHOWN) if found else text.NOTHING
        self.hint.setText(words)
        self.field.setAccessibleDescription(words)
        self._pause.start()

    def spoken(self) -> str:
        """What a screen reader says of the one that Enter would go to; its field keeps the focus."""
        item = self.list.currentItem()
        return str(item.data(SPOKEN)) if item is not None else ""

    def _found_in_words(self) -> str:
        return " ".join(words for words in (self.hint.text(), self.spoken()) if words)

    def _item(self, entry: Entry, *, private: bool) -> QListWidgetItem:
        item = QListWidgetItem(entry.title)
        lines = [text.line(entry, self._household)]
        if entry.note:
            lines.append(" ".join(entry.note.split()))
        said = entry.reflection
        if private and said and said.line and may_read(said.by, said.readers, self._me):
            lines.append(f"“{' '.join(said.line.split())}”")
        item.setData(ENTRY, entry)
        item.setData(LINES, lines)
        item.setData(SPOKEN, text.told(entry, self._household, self._today))
        return item

    def _enter(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self.entry_picked.emit(item.data(ENTRY))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through what was found while the field keeps the focus."""
        keyed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if keyed and isinstance(event, QKeyEvent) and event.key() in PASSED_ON:
            self.list.keyPressEvent(event)
            announce(self.field, self.spoken())
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        painter.setPen(QPen(self._theme.line, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
