"""The page itself, as large as there is room, on a quiet ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.paper import Draw, page_layout, page_picture, page_rect
from ui.text import printing as text
from ui.theme import Theme


class PagePreview(QWidget):
    """Shows one page, drawn by the same function that draws it on paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: QPageLayout = page_layout("A4")
        self._draw: Draw | None = None
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(text.PREVIEW)

    def show_page(self, layout: QPageLayout, draw: Draw | None) -> None:
        """Show this page; with None there is no page."""
        self._layout, self._draw = layout, draw
        self._picture = None
        self.update()

    def page_place(self) -> QRectF:
        """Where the page stands in this widget."""
        gap = self.fontMetrics().height()
        room = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        size = page_rect(self._layout).size()
        size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def sizeHint(self) -> QSize:
        return QSize(56, 40) * self.fontMetrics().height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.busy)
        painter.drawRoundedRect(self.rect(), 10, 10)
        if self._draw is not None:
            place = self.page_place()
            painter.drawImage(place, self._page(self._draw, place))
            painter.setPen(QPen(self._theme.busy_line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
        painter.end()

    def _page(self, draw: Draw, place: QRectF) -> QImage:
        """The picture in the screen's own pixels, drawn anew only when the size or the page changes."""
        width = max(1, round(place.width() * self.devicePixelRatioF()))
        if self._picture is None or self._picture.width() != width:
            self._picture = page_picture(self._layout, width, draw)
        return self._picture
