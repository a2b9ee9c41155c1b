"""A sheet over the window for the quarter of a minute after a time together."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.model import Entry, Household
from ui.column import Card
from ui.labels import label
from ui.reflect_form import ReflectForm
from ui.text import common
from ui.text import reflect as text
from ui.theme import Theme, text_font

MARGIN = 24
WIDTH = 580
LETTERS = 74


class Foot(QWidget):
    """The buttons below the questions, with a line above them where there is more to scroll to."""

    def __init__(self, scroll: QScrollArea, theme: Theme) -> None:
        super().__init__()
        self.theme, self._lined = theme, False
        scroll.verticalScrollBar().rangeChanged.connect(self._draw_line)

    def _draw_line(self, _least: int, most: int) -> None:
        self._lined = most > 0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._lined:
            QPainter(self).fillRect(0, 0, self.width(), 1, self.theme.line)


class ReflectSheet(QWidget):
    """Lies over all of `window` while it is open; nothing behind it can be reached. Esc skips."""

    saved = Signal(object, object)  # Entry, Reflection
    deleted = Signal(object)  # Entry
    again_requested = Signal(object)  # Entry
    skipped = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._over = window
        self._theme = theme
        self._entry: Entry | None = None
        self._household = Household()
        self._own_words: tuple[str, ...] = ()
        self._now: datetime | None = None
        self._focus_before: QWidget | None = None
        self._refused = False
        self.form: ReflectForm | None = None
        self._card = Card(theme)
        self._card.setParent(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        self.skip, self.delete = QPushButton(text.SKIP), QPushButton(common.DELETE)
        self.again, self.save = QPushButton(text.AGAIN), QPushButton(common.SAVE)
        self._foot = Foot(self._scroll, theme)
        column.addWidget(self._foot)
        self._add_buttons()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._scroll_to)
        self.hide()

    def _add_buttons(self) -> None:
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(30, 12, 30, 18)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, kind, step in (
            (self.skip, "quiet", self.close_without_trace),
            (self.delete, "quiet", self._delete),
            (self.again, "", self._again),
            (self.save, "primary", self._save),
        ):
            button.setProperty("kind", kind)
            button.setAccessibleName(button.text())
            button.clicked.connect(step)
            row.addWidget(button)
        row.insertStretch(2, 1)
        column.addLayout(row)
        self._private = label(text.PRIVATE, self._theme.ink_2, 0.85)
        column.addWidget(self._private)

    # opening and closing

    def open_for(
        self, entry: Entry, household: Household, now: datetime, own_words: tuple[str, ...] = ()
    ) -> None:
        """Ask about this entry. `now` becomes `written`; `own_words` are the family's own, latest first."""
        if self.isHidden():
            self._focus_before = self.window().focusWidget()
        self._entry, self._household, self._now = entry, household, now
        self._own_words = own_words
        self.setAccessibleName(text.question(entry))
        kept = entry.reflection is not None
        self.delete.setVisible(kept)
        self.skip.setText(common.CANCEL if kept else text.SKIP)
        self.skip.setAccessibleName(self.skip.text())
        self._show_form(entry)
        self.show()
        self.raise_()
        assert self.form is not None
        faces = self.form.faces
        faces.faces[(faces.value or 3) - 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_form(self, entry: Entry) -> None:
        self.form = ReflectForm(entry, self._household, self._own_words, self._theme)
        self.form.resized.connect(lambda: QTimer.singleShot(0, self, self._place))
        self._scroll.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        self._place()

    def set_theme(self, theme: Theme) -> None:
        """Take on other colours; what was chosen so far stays."""
        self._theme = self._card.theme = self._foot.theme = theme
        palette = self._private.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.ink_2)
        self._private.setPalette(palette)
        if self._entry and self.form and self._now and self.isVisible():
            self._show_form(replace(self._entry, reflection=self.form.reflection(self._now)))
        self.update()

    def close_without_trace(self) -> None:
        self._close()
        self.skipped.emit()

    def _close(self) -> None:
        self.hide()
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self._focus_before = None

    # answers

    def _save(self) -> None:
        self._keep()

    def _again(self) -> None:
        """Keep what was said, and ask for the same again."""
        entry = self._entry
        self._keep()
        if not self._refused:
            self.again_requested.emit(entry)

    def _keep(self) -> None:
        """Tell what is to be kept: nothing said is a skip, everything taken back a deletion."""
        assert self._entry is not None
        assert self.form is not None
        assert self._now is not None
        entry, before = self._entry, self._entry.reflection
        reflection = self.form.reflection(self._now)
        self._refused = False
        if reflection is None and before is not None:
            self.deleted.emit(entry)
        elif reflection is None or (
            before is not None
            and replace(reflection, written=before.written, by=before.by, readers=before.readers)
            == before
        ):
            self.skipped.emit()
        else:
            self.saved.emit(entry, reflection)
        self._close_unless_refused()

    def _delete(self) -> None:
        self._refused = False
        self.deleted.emit(self._entry)
        self._close_unless_refused()

    def keep_open(self) -> None:
        """What the sheet asked for could not be saved: leave it as it was typed."""
        self._refused = True

    def _close_unless_refused(self) -> None:
        if not self._refused:
            self._close()

    # keys and focus

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the week behind is not to turn or undo while the sheet is open
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        focus = self.window().focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_without_trace()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        elif enter and isinstance(focus, QAbstractButton):
            focus.click()

    def focusNextPrevChild(self, forth: bool) -> bool:  # noqa: FBT001
        """Go round inside the sheet: from the last control to the first."""
        start = self.window().focusWidget() or self
        widget: QWidget = start
        while True:
            near = widget.nextInFocusChain() if forth else widget.previousInFocusChain()
            if near is None or near is start:
                return True
            widget = near
            tabs = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if tabs and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                reason = Qt.FocusReason
                widget.setFocus(reason.TabFocusReason if forth else reason.BacktabFocusReason)
                return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        return super().eventFilter(watched, event)

    def _scroll_to(self, _before: QWidget | None, part: QWidget | None) -> None:
        """Keep the control with the focus in view, with its question above it."""
        if part is not None and self.form is not None and self.form.isAncestorOf(part):
            self._scroll.ensureWidgetVisible(part, 0, 40)

    # looks

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        if self.form is None:
            return
        letters = LETTERS * QFontMetrics(text_font()).averageCharWidth()
        wanted = max(WIDTH, letters, self.form.narrowest + 12)
        width = min(wanted, self.width() - 2 * MARGIN)
        foot = self._foot.sizeHint().height()
        needed = self.form.heightForWidth(width - 2) + foot + 4
        height = min(needed, self.height() - 2 * MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._card.setGeometry(QRect(left, top, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(self._theme.paper.darker(260) if self._theme.dark else self._theme.ink)
        veil.setAlphaF(0.5 if self._theme.dark else 0.34)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QEvent) -> None:
        """A click beside the card neither answers nor loses anything."""
        event.accept()
