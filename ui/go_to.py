"""Going to another day: a field that understands days as they are said, over a small month."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.said_day import day_said
from ui.announce import pause
from ui.family_fields import button
from ui.habits import first_weekday
from ui.labels import label
from ui.mini_month import MiniMonth
from ui.text import common
from ui.text import going as text
from ui.theme import Theme


class GoTo(QWidget):
    """A sheet that drops from the heading. Esc or a click outside closes it and nothing has happened."""

    day_picked = Signal(object)  # date
    month_requested = Signal(object)  # date

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        counts: Callable[[tuple[date, ...]], Mapping[date, int]],
    ) -> None:
        """`counts` says how many entries each of some days holds."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(text.GO_TO)
        self._theme, self._counts = theme, counts
        self.today = date.min
        self._found: date | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(text.FIELD_HINT)
        self.field.setAccessibleName(text.FIELD)
        self.field.setAccessibleDescription(text.FIELD_HINT)
        self.hint = label(text.ENTER, theme.ink_2, 0.95)
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing())
        self._pause = pause(self.field, self.hint.text)
        self.month = MiniMonth(theme)
        self.whole = button(text.WHOLE_MONTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(8)
        for part in (self.field, self.hint, self.month):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.whole)
        column.addLayout(row)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._enter)
        self.month.day_picked.connect(self._pick)
        self.month.month_shown.connect(lambda days: self.month.show_counts(counts(days)))
        self.whole.clicked.connect(self._ask_month)

    def open_at(self, at: QPoint, chosen: date, today: date) -> None:
        """Open with its upper left corner here, on the screen's coordinates."""
        self.today = today
        self.month.show_days(chosen, today, {})
        self.month.choose(chosen)
        self.move(at)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self, typed: str) -> None:
        self._found = day_said(
            typed,
            text.words(),
            today=self.today,
            day_first=common.day_first(),
            first_weekday=first_weekday(),
        )
        if self._found is not None:
            self.month.choose(self._found)
        self._say(typed)

    def _say(self, typed: str) -> None:
        words = text.ENTER
        if self._found is not None:
            words = text.turns_to(self._found)
        elif typed.strip():
            words = text.NOT_A_DAY
        self.hint.setText(words)
        self.field.setAccessibleDescription(words)
        self._pause.start()

    def _enter(self) -> None:
        if self._found is not None:
            self._pick(self._found)
        elif not self.field.text().strip():
            self._pick(self.month.chosen)

    def _pick(self, day: date) -> None:
        self.close()
        self.day_picked.emit(day)

    def _ask_month(self) -> None:
        day = self.month.chosen
        self.close()
        self.month_requested.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.month.take_focus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        painter.setPen(QPen(self._theme.line, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
