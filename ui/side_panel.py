"""The white panel at the right of a page, as wide as its page allows."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import Theme

WIDE, NARROW = 20, 13.5
"""The panel's width in line heights, in wide and in narrow pages."""
WIDE_FROM = 66
"""A page of so many line heights is wide."""


class SidePanel(QStackedWidget):
    """Holds what stands beside a page's main part, with a line on the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setContentsMargins(1, 0, 0, 0)

    def fit(self, page: QWidget) -> None:
        """Take the width that suits the width of the page."""
        line = page.fontMetrics().height()
        self.setFixedWidth(round((WIDE if page.width() > WIDE_FROM * line else NARROW) * line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.surface)
        painter.fillRect(0, 0, 1, self.height(), self.theme.line)
