"""The week as a picture: seven columns of real cards on painted ground. `week_grid` adds mouse and keys."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from planner.drag import Slot
from planner.layout import places
from planner.model import DAY_MINUTES, Entry, EntryId, Household
from ui.day_column import DayColumn
from ui.day_lane import DayLane
from ui.entry_card import EntryCard
from ui.text import common
from ui.text import week as text
from ui.theme import Theme, text_font
from ui.week_ground import Ground, NowLine, Scale
from ui.week_hours import fit_hours

GAP = 4
"""Pixels between a card and the lines of its column."""


class WeekCanvas(QWidget):
    """Shows the entries and suggestions of seven days from `first`."""

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.household = Household()
        self.first = date.min
        self.now = datetime.min  # noqa: DTZ901  (local wall-clock time has no zone)
        self.entries: tuple[Entry, ...] = ()
        self.suggestions: tuple[Entry, ...] = ()
        self.chosen: EntryId | None = None
        self._last: Entry | None = None
        self._stop: EntryCard | None = None
        self._hour = 0.0
        self._zoom = 1.0
        self.hours = self.wished_hours = (0, 24)
        self.usual_minutes = 30
        self.columns = tuple(DayColumn(self, theme) for _ in range(7))
        self.ground = Ground()
        self.lane = self.make_lane()
        self.now_line = NowLine(self, theme)
        self.ghost = EntryCard(self, theme)
        self.ghost.hide()
        self.ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text.GRID)
        self.set_sizes()

    def make_lane(self) -> DayLane:
        """The lane of whole days, which stands above the scrolled hours."""
        return DayLane(self.theme)

    # what is shown

    def show_week(
        self,
        household: Household,
        first: date,
        entries: tuple[Entry, ...],
        suggestions: tuple[Entry, ...],
        now: datetime,
        days: tuple[Entry, ...] = (),
    ) -> None:
        """Show these entries: those with hours of the seven days and of the evening before, and whole days."""
        if (self.first, self.now.date()) != (first, now.date()) or household is not self.household:
            self.update()
        self.household, self.first, self.now = household, first, now
        self.entries, self.suggestions = entries, suggestions
        focused = self.window().focusWidget()
        had_focus = focused in self.all_cards()
        fit_hours(self)
        for n in range(7):
            self._fill_column(n)
        self.lane.show_days(household, first, days, now.date())
        self.move_now_line(now)
        self._mark_chosen(take_focus=had_focus)

    def set_theme(self, theme: Theme) -> None:
        self.theme = self.now_line.theme = theme
        for column in self.columns:
            column.set_theme(theme)
        self.lane.set_theme(theme)
        self.ghost.set_theme(theme)
        self.update()

    def pass_time(self, now: datetime) -> None:
        """Put the line where the time is, and dim what is over since."""
        self.move_now_line(now)
        for card in self.cards():
            card.dim(on=self._is_over(card.entry))

    def _is_over(self, entry: Entry) -> bool:
        """Whether its end is past, which may lie in the night after its day."""
        return self.now >= datetime.combine(entry.day, time()) + timedelta(minutes=entry.end)

    def move_now_line(self, now: datetime) -> None:
        """Put the line where the time is; it is hidden in other weeks."""
        self.now = now
        n = (now.date() - self.first).days
        self.now_line.setVisible(0 <= n < 7)
        if 0 <= n < 7:
            y = self.scale.y(now.hour * 60 + now.minute)
            x = int(self.scale.x(n)) - 4
            self.now_line.setGeometry(x, int(y) - 5, int(self.scale.column) + 4, 10)
            self.now_line.raise_()

    def choose(self, entry_id: EntryId | None, *, take_focus: bool = False) -> None:
        """Mark this entry's card as the chosen one."""
        self.chosen = entry_id
        self._mark_chosen(take_focus=take_focus)

    def card_of(self, entry_id: EntryId) -> EntryCard | None:
        """The card that shows this entry, or None if it is not on this week."""
        return next((c for c in self.all_cards() if c.entry.id == entry_id), None)

    def cards(self) -> tuple[EntryCard, ...]:
        """All cards among the hours, by day and time."""
        return tuple(card for column in self.columns for card in column.cards)

    def all_cards(self) -> tuple[EntryCard, ...]:
        """The bars of whole days, then the cards among the hours."""
        return (*self.lane.cards, *self.cards())

    def _fill_column(self, n: int) -> None:
        day = self.first + timedelta(days=n)
        shown = [
            (entry, ghost)
            for entries, ghost in ((self.entries, False), (self.suggestions, True))
            for entry in entries
            if entry.day == day
            or (entry.end > DAY_MINUTES and entry.day == day - timedelta(days=1))
        ]
        shown.sort(key=lambda pair: (pair[0].day, pair[0].start, pair[0].id))
        column = self.columns[n]
        cards = column.take_cards(len(shown))
        for card, (entry, ghost) in zip(cards, shown, strict=True):
            card.show_entry(entry, self.household, ghost=ghost, dimmed=self._is_over(entry))
        column.setAccessibleName(text.spoken_day(day, len(shown)))
        self._place_cards(n)

    def _mark_chosen(self, *, take_focus: bool) -> None:
        """One card is the Tab stop of the grid: the chosen one, else the one nearest to the last."""
        cards = self.all_cards()
        chosen = next((c for c in cards if c.entry.id == self.chosen), None)
        stop = chosen or min(cards, key=lambda c: self._distance(c.entry), default=None)
        if chosen is not None:
            self._last = chosen.entry
            self.lane.reveal(chosen.entry.id)
        for card in cards:
            is_chosen = card.entry.id == self.chosen
            if card.chosen != is_chosen:
                card.chosen = is_chosen
                card.update()
            policy = Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus
            if card.focusPolicy() != policy:
                card.setFocusPolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if cards else Qt.FocusPolicy.StrongFocus)
        if stop is not None and stop is not self._stop:
            self._stop = stop
            QWidget.setTabOrder(self, stop)  # cards made late would come after the panel
        if take_focus:
            (stop or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _distance(self, entry: Entry) -> tuple[int, int]:
        last = self._last
        if last is None or not 0 <= (last.day - self.first).days < 7:
            return 0, 0
        return abs((entry.day - last.day).days), abs(entry.start - last.start)

    # where things are

    @property
    def scale(self) -> Scale:
        column = (self.width() - self._gutter) / 7
        return Scale(self._hour, self._gutter, column, 60 * self.hours[0])

    def set_zoom(self, zoom: float) -> None:
        """Make the hours taller or flatter; 1.0 is as designed."""
        self._zoom = max(0.6, min(3.0, zoom))
        self.set_sizes()

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_sizes(self) -> None:
        metrics = QFontMetricsF(text_font(0.85, bold=True))
        hours = QFontMetricsF(text_font(0.82))
        self._gutter = hours.horizontalAdvance(common.clock(22 * 60)) + 20
        self._hour = (metrics.height() * 3.4 + 2) * self._zoom
        self._shortest = (self.ghost.minimum_height() + 1) / self._hour * 60
        self.setFixedHeight(int(self._hour * (self.hours[1] - self.hours[0])))
        self._place_all()

    def _place_all(self) -> None:
        scale = self.scale
        for n, column in enumerate(self.columns):
            left = round(scale.x(n))
            column.setGeometry(left, 0, round(scale.x(n + 1)) - left, self.height())
            self._place_cards(n)
        self.move_now_line(self.now)

    def _place_cards(self, n: int) -> None:
        column = self.columns[n]
        day = self.first + timedelta(days=n)
        spans = [self.span(card.entry, day) for card in column.cards]
        tall = [self._readable(*span) for span in spans]
        taken = []
        for card, span, place in zip(
            column.cards, tall, places([(int(s), int(e)) for s, e in tall]), strict=True
        ):
            box = self._box(column.width(), span, place.left, place.width)
            card.setGeometry(box)
            taken.append((box.top(), box.bottom()))
            if card.isHidden():
                card.show()
        column.taken = tuple(sorted(taken))

    def _box(self, width: int, span: tuple[float, float], left: float, share: float) -> QRect:
        room = width - 2 * GAP
        x = GAP + round(left * room)
        top = round(self.scale.y(span[0])) + 1
        bottom = min(round(self.scale.y(span[1])), self.height())
        return QRect(x, top, round(share * room) - (2 if share < 1 else 0), bottom - top)

    @staticmethod
    def span(entry: Entry, day: date) -> tuple[int, int]:
        """The part of the entry that lies on this day, in its minutes."""
        if entry.day != day:
            return 0, entry.end - DAY_MINUTES
        return entry.start, min(entry.end, DAY_MINUTES)

    def slot_box(self, slot: Slot) -> QRect:
        """The pixels of a slot that fills its column."""
        column = self.columns[slot.day]
        span = self._readable(slot.start, slot.start + slot.minutes)
        return self._box(column.width(), span, 0.0, 1.0).translated(column.x(), 0)

    def _readable(self, start: float, end: float) -> tuple[float, float]:
        """The minutes a card is drawn over: a line of words fits, also in the last minutes of the day."""
        start = min(start, 60 * self.hours[1] - self._shortest - 2)
        return start, max(end, start + self._shortest)

    def card_at(self, at: QPoint) -> EntryCard | None:
        """The topmost card under this point of the grid."""
        column = self.columns[self.scale.day_at(at.x())]
        inside = at - column.pos()
        return next((c for c in reversed(column.cards) if c.geometry().contains(inside)), None)

    # events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            from ui import tip  # noqa: PLC0415  (when the pointer first rests on a card)

            tip.show(event.globalPos(), tip.of_week(self, event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(event.rect())
        days = self.household, self.first, self.now.date()
        taken = [column.taken for column in self.columns]
        self.ground.paint(self, area, self.scale, self.theme, *days, taken)
        if self.household.threads:  # few weeks have any
            from planner.seams import seams  # noqa: PLC0415
            from ui.thread_line import paint_seams  # noqa: PLC0415

            paint_seams(self, seams(self.household, self.first), self.scale, self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_all()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            for column in self.columns:
                column.set_fonts()
            self.ghost.set_fonts()
            self.set_sizes()
        super().changeEvent(event)
