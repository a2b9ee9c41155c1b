"""One activity as a card: what it is for, its name, what happens, and when the family last did it."""

from collections.abc import Callable
from heapq import nlargest

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from activities.model import Activity
from ui.shapes import draw_pathway
from ui.text import activities as text
from ui.theme import Theme, text_font

GAP = 12
RADIUS = 10
INSET = 14
MOST_LINES = 6
"""Lines of title and summary together, at the most."""
LEADING = 1.14
"""Height of a line of title or summary, in heights of the font."""
SAMPLE = 12
"""How many of the longest texts are measured to find the height all cards share."""

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Cards(QAbstractListModel):
    """The activities found, and for each what is said of the last time (long and short)."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Activity, ...] = ()
        self.done: Callable[[Activity], tuple[str, ...]] = lambda _activity: ()

    def show_activities(
        self, shown: tuple[Activity, ...], done: Callable[[Activity], tuple[str, ...]]
    ) -> None:
        self.beginResetModel()
        self.shown, self.done = shown, done
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        activity = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return activity.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text.spoken_card(activity, next(iter(self.done(activity)), ""))
        return None


class CardPainter(QStyledItemDelegate):
    """Paints one card. All cards have the height the longest texts need at this width."""

    def __init__(self, cards: Cards, theme: Theme) -> None:
        super().__init__()
        self._cards = cards
        self.theme = theme
        self.cell = QSize(1, 1)
        self._lines: dict[tuple[str, bool], tuple[str, ...]] = {}
        self.set_fonts()

    def set_fonts(self) -> None:
        self._head, self._title = text_font(0.88, bold=True), text_font(1.08, bold=True)
        self._body, self._foot = text_font(0.94), text_font(0.85)
        self._lines.clear()

    def fit(self, width: int, activities: tuple[Activity, ...]) -> QSize:
        """The cell, gap included, for a column `width` pixels wide."""
        if width != self.cell.width():
            self._lines.clear()
            self.cell = QSize(width, 1)
        longest = nlargest(SAMPLE, activities, key=lambda a: len(a.title) + len(a.summary))
        heights = [self._words_height(activity) for activity in longest]
        head, foot = QFontMetricsF(self._head).height(), QFontMetricsF(self._foot).height()
        words = max(heights, default=0)
        self.cell = QSize(width, round(GAP + 2 * INSET + head + 7 + words + 13 + foot))
        return self.cell

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        activity = self._cards.shown[index.row()]
        card = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, option.state)
        inner = card.adjusted(INSET, INSET, -INSET, -INSET)
        top = self._paint_head(painter, inner, activity)
        self._paint_words(painter, QPointF(inner.left(), top + 7), activity)
        self._paint_foot(painter, inner, activity)
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRectF, state: QStyle.StateFlag) -> None:
        theme, flags = self.theme, QStyle.StateFlag
        chosen = bool(state & flags.State_Selected)
        if chosen and state & flags.State_HasFocus:
            halo = QColor(theme.focus)
            halo.setAlphaF(0.28)
            painter.setPen(QPen(halo, 3))
            painter.drawRoundedRect(card.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS + 3, RADIUS + 3)
        line = theme.ink_3 if state & flags.State_MouseOver else theme.line
        painter.setPen(QPen(theme.focus, 2) if chosen else QPen(line, 1))
        painter.setBrush(theme.surface)
        edge = 0.0 if chosen else 0.5
        painter.drawRoundedRect(card.adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)

    def _paint_head(self, painter: QPainter, inner: QRectF, activity: Activity) -> float:
        """The pathway's shape and name; gives where the words below may begin."""
        pathway = activity.pathways[0]
        colour = self.theme.hue(pathway).main
        metrics = QFontMetricsF(self._head)
        side = metrics.capHeight()
        base = inner.top() + metrics.ascent()
        draw_pathway(painter, QRectF(inner.left(), base - side, side, side), pathway, colour)
        painter.setFont(self._head)
        painter.setPen(colour)
        painter.drawText(QPointF(inner.left() + side + 6, base), text.card_head(activity))
        return inner.top() + metrics.height()

    def _paint_words(self, painter: QPainter, at: QPointF, activity: Activity) -> None:
        top = at.y()
        for font, lines, colour in (
            (self._title, self._title_lines(activity), self.theme.ink),
            (self._body, self._summary_lines(activity), self.theme.ink_2),
        ):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(colour)
            for line in lines:
                painter.drawText(QPointF(at.x(), top + metrics.ascent()), line)
                top += metrics.height() * LEADING
            top += 3

    def _paint_foot(self, painter: QPainter, inner: QRectF, activity: Activity) -> None:
        """Ages, minutes and moment; at the right the last time. What finds no room is in the panel."""
        metrics = QFontMetricsF(self._foot)
        base = inner.bottom() - metrics.descent()
        painter.setFont(self._foot)
        painter.setPen(self.theme.ink_2)
        pieces = [text.ages(activity.bands), text.minutes(activity), text.first_moment(activity)]
        pieces = [piece for piece in pieces if piece]
        done = self._cards.done(activity)
        gap = metrics.horizontalAdvance("   ")
        pieces, right = self._that_fit(pieces, done, gap, inner.width(), metrics)
        left = inner.left()
        for piece in pieces:
            painter.drawText(QPointF(left, base), piece)
            left += metrics.horizontalAdvance(piece) + gap
        width = metrics.horizontalAdvance(right)
        painter.drawText(QPointF(inner.right() - width, base), right)

    @staticmethod
    def _that_fit(
        pieces: list[str],
        done: tuple[str, ...],
        gap: float,
        room: float,
        metrics: QFontMetricsF,
    ) -> tuple[list[str], str]:
        """As much as fits in one line: first the moment gives way, then the names."""

        def width(words: list[str]) -> float:
            return sum(metrics.horizontalAdvance(word) + gap for word in words)

        tries = [(pieces[:count], right) for right in done for count in (3, 2)]
        tries += [(pieces[:count], "") for count in (3, 2)]
        for left, right in tries:
            if width([*left, right] if right else left) - gap <= room:
                return left, right
        return pieces[:1], ""

    def _title_lines(self, activity: Activity) -> tuple[str, ...]:
        return self._wrapped(activity.title, 2, title=True)

    def _summary_lines(self, activity: Activity) -> tuple[str, ...]:
        room = MOST_LINES - len(self._title_lines(activity))
        return self._wrapped(activity.summary, room, title=False)

    def _words_height(self, activity: Activity) -> float:
        titles, summaries = self._title_lines(activity), self._summary_lines(activity)
        return (
            len(titles) * QFontMetricsF(self._title).height() * LEADING
            + len(summaries) * QFontMetricsF(self._body).height() * LEADING
            + 3
        )

    def _wrapped(self, words: str, most: int, *, title: bool) -> tuple[str, ...]:
        key = (words, title)
        if key not in self._lines:
            width = self.cell.width() - GAP - 2 * INSET
            self._lines[key] = wrapped(words, self._title if title else self._body, width, most)
        return self._lines[key]


def wrapped(words: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`words` in at most `most` lines of this width; the last one ends in an ellipsis if need be."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = words[start:].replace("\n", " ")
            metrics = QFontMetricsF(font)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(words[start : start + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)
