"""The frame of the first run: three bars on top, and a column that scrolls only when it must."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.family_fields import as_high_as_needed
from ui.text import family as text
from ui.theme import Theme

STEPS = 3
BAR_ROOM = 14


class Progress(QWidget):
    """Three bars: where we are in the first run."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._step = theme, 0

    def show_step(self, step: int) -> None:
        self._step = step
        self.setAccessibleName(text.step_of(step + 1, STEPS))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, 5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 6.0
        width = (self.width() - gap * (STEPS - 1)) / STEPS
        for n in range(STEPS):
            painter.setBrush(self._theme.primary if n <= self._step else self._theme.line)
            painter.drawRoundedRect(QRectF(n * (width + gap), 0, width, 4), 2, 2)


class FittedScroll(QScrollArea):
    """A scrolled column that is as high as what is in it where there is room.

    Its bar stands in a margin of `BAR_ROOM` pixels, so that the column keeps its width.
    """

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_widget(self, shown: QWidget) -> None:
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.removeEventFilter(self)
        as_high_as_needed(shown)
        self.setWidget(shown)
        shown.installEventFilter(self)
        shown.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        shown.show()
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
            self.laid_out.emit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Be as high as what is shown at the present width."""
        shown = self.widget()
        if shown is None:
            return
        width = self.width() - BAR_ROOM
        hint = shown.sizeHint().height()
        high = shown.heightForWidth(width) if shown.hasHeightForWidth() else hint
        self.setMaximumHeight(high)
        is_long = high > self.height()
        bar = self.verticalScrollBar().sizeHint().width() if is_long else 0
        self.setViewportMargins(0, 0, max(0, BAR_ROOM - bar), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
