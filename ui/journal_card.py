"""One card of the journal: when, what, who, how close, which feelings, what helped, the line."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.model import Entry, Household
from planner.month_pages import can_be_told
from planner.remembered import Item
from ui import icons
from ui.column import Card
from ui.labels import label, recolour
from ui.shapes import draw_pathway
from ui.text import common, remembered
from ui.text import journal as text
from ui.text.month_page import INTO_MONTH
from ui.theme import Theme, text_font


class Sign(QWidget):
    """A small picture beside words: a pathway's shape, or a face."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.pathway: str | None = None
        self.face = 0

    def sizeHint(self) -> QSize:
        side = QFontMetrics(text_font()).height()
        return QSize(side, side + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = self.width()
        if self.face:
            picture = icons.pixmap(f"face-{self.face}", self.theme.ink_2)
            painter.drawPixmap(QRectF(0, 1, side, side), picture, QRectF(picture.rect()))
        else:
            colour = self.theme.hue(self.pathway).main
            small = side * 0.6
            box = QRectF(0, (self.height() - small) / 2, small, small)
            draw_pathway(painter, box, self.pathway, colour)


class Remembered(QWidget):
    """The line that was kept, as a quote with a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bar = theme.line
        self.words = label("", theme.ink, 1.05)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 1, 0, 1)
        row.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 3, self.height(), self.bar)


class JournalCard(Card):
    """Shows one thing that is remembered; used again for another one when the search changes."""

    edit_asked = Signal(object)  # Item
    delete_asked = Signal(object)  # Item
    week_asked = Signal(object)  # Entry
    month_asked = Signal(object)  # Item

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.item: Item | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shape, self._face = Sign(theme), Sign(theme)
        self._title = label("", theme.ink, 1.12, bold=True)
        self._when = label("", theme.ink_2)
        self._closeness = label("", theme.ink, bold=True)
        self._closeness.setWordWrap(False)
        self._feelings = label("", theme.ink)
        self._helped = label("", theme.ink_2)
        self._line = Remembered(theme)
        self.edit, self.delete = QPushButton(common.EDIT), QPushButton(common.DELETE)
        self.week, self.month = QPushButton(text.SHOW_IN_WEEK), QPushButton(INTO_MONTH)
        for button, asked in (
            (self.month, self.month_asked),
            (self.week, self.week_asked),
            (self.edit, self.edit_asked),
            (self.delete, self.delete_asked),
        ):
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _=False, signal=asked: signal.emit(self._told(signal)))
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 12, 8)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._shape)
        head.addWidget(self._title, 1)
        felt = QHBoxLayout()
        felt.setSpacing(7)
        felt.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        felt.addWidget(self._closeness, 0, Qt.AlignmentFlag.AlignTop)
        felt.addWidget(self._feelings, 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self._helped, 1)
        for button in (self.month, self.week, self.edit, self.delete):
            foot.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._when)
        column.addWidget(self._line)
        column.addLayout(felt)
        column.addLayout(foot)

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown; None where it is a reach or a thread."""
        value = self.item.value if self.item else None
        return value if isinstance(value, Entry) else None

    def _told(self, signal: SignalInstance) -> Item | Entry | None:
        return self.entry if signal == self.week_asked else self.item

    def show_item(self, item: Item, household: Household) -> None:
        if self.item is item:
            return
        self.item = item
        value = item.value
        self._shape.pathway = self.pathway = item.pathway
        self._shape.setVisible(item.pathway is not None)
        self._shape.update()
        title, line = remembered.title(value, household), remembered.line(value)
        self._title.setText(title)
        self._when.setText(remembered.when_and_who(item, household))
        self._show(self._closeness, remembered.closeness(value))
        self._face.face = item.closeness or 0
        self._face.setVisible(bool(item.closeness))
        self._show(self._feelings, remembered.details(value, household))
        self._helped.setText(remembered.helped(value))
        self._line.words.setText(f"“{line}”" if self.entry and line[:1] != "“" else line)
        self._line.bar = self.theme.hue(item.pathway).main
        self._line.setVisible(bool(line))
        self.week.setVisible(self.entry is not None)
        children = {child.id for child in household.children}
        self.month.setVisible(can_be_told(item) and not children.isdisjoint(item.people))
        self.setAccessibleName(remembered.spoken(item, household))
        for button in (self.month, self.week, self.edit, self.delete):
            button.setAccessibleName(text.about(button.text(), title))
        self.update()

    @staticmethod
    def _show(part: QWidget, words: str) -> None:
        part.setText(words)  # type: ignore[attr-defined]
        part.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        self.theme = self._shape.theme = self._face.theme = theme
        for words, colour in (
            (self._title, theme.ink),
            (self._when, theme.ink_2),
            (self._closeness, theme.ink),
            (self._feelings, theme.ink),
            (self._helped, theme.ink_2),
            (self._line.words, theme.ink),
        ):
            recolour(words, colour)
        if self.item is not None:
            self._line.bar = theme.hue(self.item.pathway).main
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.edit_asked.emit(self.item)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(self.item)
        else:
            super().keyPressEvent(event)
