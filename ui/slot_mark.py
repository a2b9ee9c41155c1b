"""The stretch of free time that is chosen: a dashed outline with its times, where something new would begin."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.drag import Slot
from planner.free import busy_on
from ui.announce import announce
from ui.text import lane as text
from ui.text.common import spoken_name
from ui.text.week import busy_label, times
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
        taken = not self._words and bool(_there(self._grid, slot))
        ground = QColor(theme.surface)
        ground.setAlpha(0 if taken else GROUND_ALPHA)  # what stands there is to be read
        painter.setBrush(ground)
        painter.setPen(QPen(theme.focus, 1.6, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 7, 7)
        painter.setFont(text_font(0.8))
        painter.setPen(theme.ink_2)
        inner = box.adjusted(8, 0, -4, 0)
        at = Qt.AlignmentFlag.AlignVCenter
        if taken:
            at = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        if not taken or inner.height() > 2.5 * painter.fontMetrics().height():
            painter.drawText(inner, at, self._words or times(slot.start, slot.minutes))


def spoken(grid: "WeekGrid", slot: Slot) -> str:
    """What a screen reader says of a chosen slot."""
    day = grid.first + timedelta(days=slot.day)
    there = _there(grid, slot)
    if slot.days:
        return text.slot_of_days(day, day + timedelta(days=slot.days - 1), there)
    return text.slot(day, slot.start, slot.minutes, there)


def _there(grid: "WeekGrid", slot: Slot) -> tuple[str, ...]:
    """What is planned in the slot, and who is busy with what."""
    if slot.days:
        return grid.lane.titles_on(slot)
    day, end = grid.first + timedelta(days=slot.day), slot.start + slot.minutes
    cards = grid.columns[slot.day].cards
    spans = ((grid.span(c.entry, day), c.entry.title) for c in cards)
    found = [title for (first, last), title in spans if first < end and slot.start < last]
    names = {p.id: spoken_name(p) for p in grid.household.people}
    found += (
        busy_label(busy.title, [names[p] for p in busy.people if p in names])
        for busy in busy_on(grid.household, day)
        if busy.span.start < end and slot.start < busy.span.end
    )
    return tuple(dict.fromkeys(found))
