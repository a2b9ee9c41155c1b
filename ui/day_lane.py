"""The lane above the hours for what takes whole days: a bar across its days, three rows, and how many more."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from planner.drag import Slot
from planner.model import Entry, EntryId, Household
from planner.whole_days import rows
from ui.lane_picture import GAP, Bar, paint_lane
from ui.text import lane as text
from ui.theme import Theme, text_font

if TYPE_CHECKING:  # made when there is more than three rows show
    from ui.lane_more import More

ROWS, MOST_ROWS = 3, 8
SHARE = 0.3
"""An open lane takes at most this part of the window's height; more rows are rolled through."""
SIDE = 7
"""The pixels at either end of a bar that are pulled to change its days."""


class DayLane(QWidget):
    """Shows whole days over the seven columns; `lane_hand` adds mouse and keys."""

    resized = Signal()
    opened = Signal(bool)
    card_pressed = Signal(object)  # Entry, by a screen reader
    card_ticked = Signal(object)  # Entry

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.household = Household()
        self._first = date.min
        self._pool: list[Bar] = []
        self.notes: tuple[tuple[int, int, str], ...] = ()
        self.rows: tuple[int, ...] = ()
        self.cards: tuple[Bar, ...] = ()
        self.more: list[More] = []
        self.gutter, self.right_margin = 0.0, 0
        self.slot: Slot | None = None
        self.is_open = False
        self.top = 0
        self._ghost: Bar | None = None
        self._height = 0
        self._set_sizes()
        self.setAccessibleName(text.LANE)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for card in (*self._pool, *([self._ghost] if self._ghost else [])):
            card.set_theme(theme)
        self.update()

    def show_days(
        self, household: Household, first: date, entries: tuple[Entry, ...], today: date
    ) -> None:
        """Show these entries of whole days in the seven days from `first`."""
        self.household, self._first = household, first
        self.notes = self._notes_of(household)
        self.setAccessibleDescription("; ".join(words for _, _, words in self.notes))
        self._show_cards(entries, today)
        self.place()

    def _notes_of(self, household: Household) -> tuple[tuple[int, int, str], ...]:
        """Plain lines that cannot be moved: first day, end (half open, both maybe of other weeks), words."""
        if not household.calendars:
            return ()
        from ui.lane_notes import notes_of  # noqa: PLC0415  (few families have calendars)

        return notes_of(household, self._first)

    def _show_cards(self, entries: tuple[Entry, ...], today: date) -> None:
        while len(self._pool) < len(entries):
            card = self._new_bar()
            card.clicked.connect(lambda _=False, c=card: self.card_pressed.emit(c.entry))
            card.ticked.connect(lambda c=card: self.card_ticked.emit(c.entry))
            self._pool.append(card)
        for card in self._pool[len(entries) :]:
            card.hide()
        self.cards = tuple(self._pool[: len(entries)])
        for card, entry in zip(self.cards, entries, strict=True):
            n = (entry.day - self._first).days
            card.before, card.after = n < 0, n + entry.days > 7
            over = entry.day + timedelta(days=entry.days) <= today
            card.show_entry(entry, self.household, dimmed=over)
            card.update()
        words = text.lane(len(entries))
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def show_ghost(self, entry: Entry | None) -> None:
        """Show a dashed bar where something would stand, or none."""
        if entry is None:
            if self._ghost is not None:
                self._ghost.hide()
            return
        if self._ghost is None:
            self._ghost = self._new_bar()
        slot = Slot((entry.day - self._first).days, 0, 0, entry.days)
        self._ghost.show_entry(entry, self.household, ghost=True)
        self._ghost.setGeometry(self.slot_box(slot, self._ghost_row(entry, slot)))
        self._ghost.setVisible(slot.day < 7 and slot.day + slot.days > 0)
        self._ghost.raise_()
        self._ghost.update()

    def _new_bar(self) -> Bar:
        bar = Bar(self, self.theme)
        bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return bar

    # where things are

    def _set_sizes(self) -> None:
        self.row_height = int(QFontMetricsF(text_font(0.85, bold=True)).height()) + 7
        self.more_height = int(QFontMetricsF(text_font(0.8)).height()) + 3

    @property
    def column(self) -> float:
        return (self.width() - self.right_margin - self.gutter) / 7

    def date_of(self, day: int) -> date:
        return self._first + timedelta(days=day)

    def day_at(self, x: float) -> int:
        return max(0, min(6, int((x - self.gutter) // self.column)))

    def card_at(self, at: QPointF) -> Bar | None:
        """The bar under this point of the lane."""
        point = at.toPoint()
        return next((c for c in self.cards if c.isVisible() and c.geometry().contains(point)), None)

    def zone(self, card: Bar, x: float) -> str:
        """What a press takes hold of: `first` or `last`, the ends that are in this week, or `body`."""
        side = min(SIDE, card.width() // 4)
        if x < card.x() + side and not card.before:
            return "first"
        return "last" if x >= card.x() + card.width() - side and not card.after else "body"

    def slot_box(self, slot: Slot, row: int = 0) -> QRect:
        """The pixels of whole days in a row, as far as this week shows them."""
        first, end = max(0, slot.day), min(7, slot.day + slot.days)
        left = round(self.gutter + first * self.column) + 3
        right = round(self.gutter + end * self.column) - 3
        return QRect(left, GAP + row * self.row_height, right - left, self.row_height - 2)

    def free_row(self, slot: Slot) -> int:
        """The first row shown in which nothing stands on these days."""
        days = set(range(slot.day, slot.day + slot.days))
        spans = self._spans()
        taken = {
            row for row, (a, b) in zip(self.rows, spans, strict=True) if days & set(range(a, b))
        }
        return min(n for n in range(len(spans) + 1) if n not in taken) % max(1, self.shown_rows)

    def titles_on(self, slot: Slot) -> tuple[str, ...]:
        """What stands on these days, in words."""
        names = (*(words for *_, words in self.notes), *(c.entry.title for c in self.cards))
        spans = zip(self._spans(), names, strict=True)
        return tuple(n for (a, b), n in spans if a < slot.day + slot.days and slot.day < b)

    def _ghost_row(self, entry: Entry, slot: Slot) -> int:
        """The row of the bar that is moved, or a free one for what is new here."""
        own = zip(self.cards, self.rows[len(self.notes) :], strict=True)
        row = next((row - self.top for card, row in own if card.entry.id == entry.id), None)
        return self.free_row(slot) if row is None else row

    def _spans(self) -> list[tuple[int, int]]:
        own = [
            (max(0, n), min(7, n + c.entry.days))
            for c in self.cards
            for n in ((c.entry.day - self._first).days,)
        ]
        return [*((max(0, a), min(7, b)) for a, b, _ in self.notes), *own]

    @property
    def shown_rows(self) -> int:
        whole = max(self.rows, default=0) + 1
        return min(whole, self.most_open if self.is_open else ROWS)

    def hidden(self, day: int) -> int:
        """How many of a day's lines are in no row that is shown."""
        shown = range(self.top, self.top + self.shown_rows)
        spans = zip(self.rows, self._spans(), strict=True)
        return sum(a <= day < b and row not in shown for row, (a, b) in spans)

    @property
    def most_open(self) -> int:
        """As many rows as leave most of the window to the hours."""
        return max(ROWS, min(MOST_ROWS, int(self.window().height() * SHARE / self.row_height)))

    @property
    def is_full(self) -> bool:
        """Whether there is more than the closed lane shows."""
        return max(self.rows, default=0) >= ROWS

    def place(self) -> None:
        """Put every bar in its row, over its days."""
        self.rows = rows(self._spans())
        if not self.is_full:
            self.is_open, self.top = False, 0
        self.top = max(0, min(self.top, max(self.rows, default=0) + 1 - self.shown_rows))
        for card, row in zip(self.cards, self.rows[len(self.notes) :], strict=True):
            n = (card.entry.day - self._first).days
            slot = Slot(n, 0, 0, card.entry.days)
            card.setGeometry(self.slot_box(slot, row - self.top))
            card.setVisible(self.top <= row < self.top + self.shown_rows)
        if (hint := self.sizeHint().height()) != self._height:
            self._height = hint
            self.updateGeometry()
        if self.is_full or self.more:
            from ui.lane_more import show_more  # noqa: PLC0415  (few weeks are so full)

            show_more(self)
        self.update()

    def reveal(self, entry_id: EntryId) -> None:
        """Open the lane, or scroll it, so that this entry is seen."""
        for card, row in zip(self.cards, self.rows[len(self.notes) :], strict=True):
            if card.entry.id == entry_id and not card.isVisibleTo(self):
                self.is_open = True
                self.top = max(0, row + 1 - self.most_open)
                self.place()

    def toggle(self) -> None:
        """Open or close the lane."""
        self.is_open = not self.is_open and self.is_full
        self.place()
        self.opened.emit(self.is_open)

    @property
    def below_rows(self) -> int:
        """Where the rows end, and the line begins that says how many more there are."""
        return GAP + self.shown_rows * self.row_height

    def is_more(self, at: QPointF) -> bool:
        """Whether this is the line below the rows."""
        return self.is_full and at.y() >= self.below_rows

    def press_more(self, at: QPointF) -> None:
        """Do what the button there does; anywhere else in the line, open or close the lane."""
        shown = (button for button in self.more if not button.isHidden())
        button = next((b for b in shown if b.geometry().contains(at.toPoint())), None)
        if button is None:
            self.toggle()
        else:
            button.click()

    # its size

    def sizeHint(self) -> QSize:
        height = self.below_rows + 1
        if self.is_full:
            height += self.more_height
        return QSize(300, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Roll through an open lane that has more rows than fit."""
        self.top += -1 if event.angleDelta().y() > 0 else 1
        self.place()
        event.accept()

    def resizeEvent(self, _event: QEvent) -> None:
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            for card in self._pool:
                card.set_fonts()
            self._set_sizes()
            self.place()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_lane(QPainter(self), self)
