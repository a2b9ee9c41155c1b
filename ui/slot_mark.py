"""The stretch of free time that is chosen: a dashed outline with its times, where something new would begin."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.drag import Slot
from ui.announce import announce
from ui.text import lane as text
from ui.text.week import times
from ui.theme import text_font

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid


GROUND_ALPHA = 215
"""What lies under the mark is seen through it, its own words stay readable."""


class SlotMark(QWidget):
    """Shown over the hours, below every card's ghost; in the lane the lane draws it."""

    def __init__(self, grid: "WeekGrid") -> None:
        super().__init__(grid)
        self._grid = grid
        self._slot: Slot | None = None
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_slot(self, slot: Slot | None) -> None:
        """Mark this slot, bring it into view and say it; or mark none."""
        self._slot, self._words = slot, ""
        lane = self._grid.lane
        lane.slot = slot if slot is not None and slot.days else None
        lane.update()
        self.setVisible(slot is not None and not slot.days)
        if slot is None:
            return
        if not slot.days:
            self.setGeometry(self._grid.slot_box(slot))
            self.raise_()
            self.update()
            self._bring_into_view()
        announce(self._grid, spoken(self._grid, slot))

    def show_words(self, words: str) -> None:
        """Show these words, not yet whole, in place of the times."""
        self._words = words
        self.update()

    def _bring_into_view(self) -> None:
        view = self._grid.parentWidget()
        area = view.parentWidget() if view else None
        if isinstance(area, QScrollArea):
            area.ensureVisible(0, self.geometry().center().y(), 0, self.height() // 2 + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, slot = self._grid.theme, self._slot
        assert slot is not None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.surface)
        ground.setAlpha(GROUND_ALPHA)
        painter.setBrush(ground)
        painter.setPen(QPen(theme.focus, 1.6, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 7, 7)
        painter.setFont(text_font(0.8))
        painter.setPen(theme.ink_2)
        inner = box.adjusted(8, 0, -4, 0)
        words = self._words or times(slot.start, slot.minutes)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)


def spoken(grid: "WeekGrid", slot: Slot) -> str:
    """What a screen reader says of a chosen slot."""
    day = grid.first + timedelta(days=slot.day)
    if slot.days:
        return text.free_days(day, day + timedelta(days=slot.days - 1))
    return text.free_slot(day, slot.start, slot.minutes)
