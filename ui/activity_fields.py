"""The fields of the library: where one types, the list of moments, and the order of the cards."""

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

from activities.model import SETTINGS
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


class MomentChip(QPushButton):
    """A chip that opens the list of moments and then carries the chosen one's name."""

    moment_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.moment: str | None = None
        self.menu_of_moments = QMenu(self)
        group = QActionGroup(self)
        for moment in (None, *SETTINGS):
            words = text.sentence_case(common.MOMENT_NAMES[moment]) if moment else text.ANY_MOMENT
            action = group.addAction(words)
            action.setCheckable(True)
            action.setData(moment)
            action.triggered.connect(lambda _=False, m=moment: self._choose(m))
        self.menu_of_moments.addActions(group.actions())
        self.clicked.connect(self._open)
        self.show_moment(None)

    def show_moment(self, moment: str | None) -> None:
        """Carry this moment's name; None lets any moment through."""
        self.moment = moment
        self.setText(text.moment_chip(moment))
        self.setAccessibleName(text.moment_spoken(moment))
        self.setChecked(moment is not None)
        for action in self.menu_of_moments.actions():
            action.setChecked(action.data() == moment)

    def _open(self) -> None:
        self.setChecked(self.moment is not None)
        self.menu_of_moments.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, moment: str | None) -> None:
        self.show_moment(moment)
        self.moment_chosen.emit()


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
