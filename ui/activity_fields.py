"""The fields of the library: where one types, the list of moments, and the order of the cards."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPushButton

from activities.model import PATHWAYS, SETTINGS, SKILLS
from ui import icons
from ui.text import activities as text
from ui.text import common
from ui.theme import Theme


class SearchBox(QLineEdit):
    """Where one types. Down and Enter lead to the results, Esc empties it."""

    results_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text.SEARCH_NAME)
        self._clear = QAction(text.CLEAR_SEARCH, self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda typed: self._clear.setVisible(bool(typed)))

    def set_theme(self, theme: Theme) -> None:
        self._clear.setIcon(icons.icon("close", theme.ink_2))

    def sizeHint(self) -> QSize:
        return QSize(26 * self.fontMetrics().averageCharWidth() + 50, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.results_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ListChip(QPushButton):
    """A chip that opens a list and then carries the name of what was chosen from it."""

    item_chosen = Signal()

    def __init__(
        self,
        any_words: str,
        shelves: list[list[tuple[str, str]]],
        words: Callable[[str | None], str],
        spoken: Callable[[str | None], str],
    ) -> None:
        """`shelves`: groups of (key, words), with a line between two groups.

        `words` and `spoken`: what the chip shows and is called, by the key chosen or None.
        """
        super().__init__()
        self._words, self._spoken = words, spoken
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.key: str | None = None
        self.menu_of_items = QMenu(self)
        group = QActionGroup(self)
        self._add(group, any_words, None)
        for number, shelf in enumerate(shelves):
            if number:
                self.menu_of_items.addSeparator()
            for key, name in shelf:
                self._add(group, name, key)
        self.clicked.connect(self._open)
        self.show_item(None)

    def _add(self, group: QActionGroup, words: str, key: str | None) -> None:
        action = group.addAction(words)
        action.setCheckable(True)
        action.setData(key)
        action.triggered.connect(lambda: self._choose(key))
        self.menu_of_items.addAction(action)

    def show_item(self, key: str | None) -> None:
        """Carry this one's name; None lets any through."""
        self.key = key
        self.setText(self._words(key))
        self.setAccessibleName(self._spoken(key))
        self.setChecked(key is not None)
        for action in self.menu_of_items.actions():
            action.setChecked(not action.isSeparator() and action.data() == key)

    def _open(self) -> None:
        self.setChecked(self.key is not None)
        self.menu_of_items.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, key: str | None) -> None:
        self.show_item(key)
        self.item_chosen.emit()


class MomentChip(ListChip):
    """The moments of a family's day."""

    def __init__(self) -> None:
        moments = [(m, text.sentence_case(common.MOMENT_NAMES[m])) for m in SETTINGS]
        super().__init__(text.ANY_MOMENT, [moments], text.moment_chip, text.moment_spoken)


class SkillChip(ListChip):
    """The eighteen skills, a shelf for each pathway."""

    def __init__(self) -> None:
        shelves = [
            [(skill.id, skill.name) for skill in SKILLS.values() if skill.pathway == pathway]
            for pathway in PATHWAYS
        ]
        super().__init__(text.ANY_SKILL, shelves, text.skill_chip, text.skill_spoken)


class MoreButton(QPushButton):
    """Opens what is seldom needed: files from and for other families."""

    def __init__(self) -> None:
        super().__init__(text.MORE)
        self.setAccessibleName(text.MORE_NAME)
        self.setToolTip(text.MORE_NAME)
        self.menu_of_files = QMenu(self)
        self.import_file = self.menu_of_files.addAction(text.IMPORT)
        self.export_all = self.menu_of_files.addAction(text.EXPORT_ALL)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu_of_files.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


class OrderBox(QComboBox):
    """The order of the cards, with an arrow that says it opens."""

    def __init__(self) -> None:
        super().__init__()
        self._arrow = QColor()
        self.setAccessibleName(text.ORDER)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, words in text.ORDER_NAMES.items():
            self.addItem(words, key)

    def set_theme(self, theme: Theme) -> None:
        self._arrow = theme.ink_2
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._arrow, 1.6))
        x, y = self.width() - 15, self.height() / 2
        ends = QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)
        painter.drawPolyline(ends)
