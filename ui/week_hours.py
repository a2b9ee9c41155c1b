"""Which hours the week shows: those that were chosen, and more where something lies outside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:  # the week that calls this
    from ui.week_canvas import WeekCanvas


def fit_hours(canvas: "WeekCanvas", spans: list[tuple[int, int]]) -> None:
    """Show the hours chosen and those of the spans (minutes of a day); what is in sight stays in sight."""
    begin = min([canvas.wished_hours[0], *(start // 60 for start, _ in spans)])
    end = max([canvas.wished_hours[1], *(-(-end // 60) for _, end in spans)])
    if (begin, end) == canvas.hours:
        return
    view = canvas.parentWidget()
    area = view.parentWidget() if view is not None else None
    top = canvas.scale.minute_at(-canvas.y())
    canvas.set_hours(begin, end)
    if isinstance(area, QScrollArea):
        bar = area.verticalScrollBar()  # which learns of the new height a moment later
        QTimer.singleShot(0, bar, lambda: bar.setValue(round(canvas.scale.y(top))))
