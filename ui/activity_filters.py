"""Above the cards: how many there are, their order, the search box and the chips that narrow them down."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activities.model import PATHWAYS, band_for
from planner.dates import age_on
from planner.model import Household, PersonId
from ui.activity_choice import SHELVES, SHORT, Choice
from ui.activity_fields import MomentChip, MoreButton, OrderBox, SearchBox, SkillChip
from ui.flow import FlowLayout
from ui.labels import label, recolour
from ui.shapes import draw_pathway
from ui.text import activities as text
from ui.text import common
from ui.theme import Theme, text_font

COMPANIES = ("one-to-one", "whole-family")
AFTER_SHAPE = 5
"""Pixels between a chip's shape and its words."""


def _chip(words: str, hint: str = "") -> QPushButton:
    made = QPushButton(words)
    made.setProperty("kind", "chip")
    made.setCheckable(True)
    made.setAccessibleName(words)
    made.setToolTip(hint)
    return made


def pathway_icon(pathway: str, theme: Theme, side: int) -> QIcon:
    """The pathway's shape, in its tint where the chip is pressed and dark (or light) itself."""
    made = QIcon()
    hue = theme.hue(pathway)
    for state, colour in ((QIcon.State.Off, hue.main), (QIcon.State.On, hue.tint)):
        picture = QPixmap(QSize(side + AFTER_SHAPE, side) * 3)
        picture.setDevicePixelRatio(3)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_pathway(painter, QRectF(0, 0, side, side), pathway, colour)
        painter.end()
        made.addPixmap(picture, QIcon.Mode.Normal, state)
    return made


class FilterBar(QWidget):
    """Heading, count, order, search box and chips. Chips combine: each narrows further.

    The last chips open a shelf that stands apart; a sentence then says what stands there.
    """

    changed = Signal()
    shelf_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ages: dict[PersonId, int] = {}
        self.search = SearchBox()
        self.pathways = {p: _chip(common.PATHWAY_NAMES[p]) for p in PATHWAYS}
        self.children_chips: dict[PersonId, QPushButton] = {}
        self.short = _chip(text.at_most(SHORT))
        self.short.setAccessibleName(text.at_most_spoken(SHORT))
        self.skill = SkillChip()
        self.moment = MomentChip()
        self.companies = {
            c: _chip(text.sentence_case(common.PARTICIPANT_NAMES[c])) for c in COMPANIES
        }
        self.no_preparation = _chip(text.NO_PREPARATION)
        self.not_lately = _chip(text.NOT_LATELY, text.NOT_LATELY_HINT)
        self.loved = _chip(text.LOVED, text.LOVED_HINT)
        self.yours = _chip(text.YOURS, text.YOURS_HINT)
        self.shelves = {
            "drafts": _chip(text.DRAFTS, text.DRAFTS_ABOUT),
            "put-away": _chip(text.PUT_AWAY, text.PUT_AWAY_ABOUT),
        }
        self.about_shelf = label("", theme.ink_2)
        self.new = QPushButton(text.NEW)
        self.more = MoreButton()
        self.heading = QLabel(text.HEADING)
        self.count = QLabel()
        self.clear = QPushButton(text.CLEAR_FILTERS)
        self.clear.setProperty("kind", "quiet")
        self.order = OrderBox()
        self.flow = FlowLayout(gap=8)
        self._build()
        self._join()
        self.set_theme(theme)

    def _build(self) -> None:
        self.heading.setFont(text_font(1.5, bold=True))
        self.count.setFont(text_font(1.5))
        title, buttons = QHBoxLayout(), QHBoxLayout()
        title.setSpacing(8)
        buttons.setSpacing(8)
        title.addWidget(self.heading)
        title.addWidget(self.count)
        title.addStretch(1)
        for part in (self.order, self.new, self.more):
            buttons.addWidget(part)
        buttons.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addLayout(title, 1)
        self._head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 2)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addLayout(self.flow)
        column.addWidget(self.about_shelf)
        self.about_shelf.hide()
        self.show_shelves(frozenset(), own=False)
        self._set_in_line()

    def _join(self) -> None:
        for company, chip in self.companies.items():
            chip.clicked.connect(lambda _=False, c=company: self._let_go_of_others(c))
        for shelf, chip in self.shelves.items():
            chip.clicked.connect(lambda _=False, s=shelf: self._open_shelf(s))
        for chip in self.chips:
            if chip not in (self.moment, self.skill, *self.shelves.values()):
                chip.clicked.connect(self.changed)
        for listed in (self.moment, self.skill):
            listed.item_chosen.connect(self.changed)
        self.search.textChanged.connect(self.changed)
        self.order.currentIndexChanged.connect(self.changed)
        self.clear.clicked.connect(self.clear_filters)

    def _let_go_of_others(self, company: str) -> None:
        for other, chip in self.companies.items():
            if other != company:
                chip.setChecked(False)

    def _open_shelf(self, shelf: str) -> None:
        for other, chip in self.shelves.items():
            if other != shelf:
                chip.setChecked(False)
        self._show_about()
        self.shelf_changed.emit()

    def _show_about(self) -> None:
        shelf = self.shelf
        self.about_shelf.setText(self.shelves[shelf].toolTip() if shelf else "")
        self.about_shelf.setVisible(bool(shelf))

    @property
    def shelf(self) -> str:
        """The shelf that is open, empty where it is the usual activities."""
        return next((shelf for shelf in SHELVES if self.shelves[shelf].isChecked()), "")

    def show_shelves(self, filled: frozenset[str], *, own: bool) -> None:
        """Offer the shelves on which something stands, and to see only the family's `own`."""
        shelf = self.shelf
        self.yours.setVisible(own)
        self.yours.setChecked(own and self.yours.isChecked())
        for name, chip in self.shelves.items():
            chip.setVisible(name in filled)
            chip.setChecked(name in filled and chip.isChecked())
        if self.shelf != shelf:
            self._show_about()
            self.shelf_changed.emit()

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """All chips, in the order they stand."""
        return (
            *self.pathways.values(),
            *self.children_chips.values(),
            self.short,
            self.skill,
            self.moment,
            *self.companies.values(),
            self.no_preparation,
            self.not_lately,
            self.loved,
            self.yours,
            *self.shelves.values(),
        )

    @property
    def choice(self) -> Choice:
        """What is asked for now."""
        bands = {
            band_for(age)
            for child, age in self._ages.items()
            if self.children_chips[child].isChecked()
        }
        companies = [c for c, chip in self.companies.items() if chip.isChecked()]
        return Choice(
            typed=self.search.text(),
            pathways=frozenset(p for p, chip in self.pathways.items() if chip.isChecked()),
            bands=frozenset(band for band in bands if band),
            short=self.short.isChecked(),
            skill=self.skill.key,
            moment=self.moment.key,
            company=companies[0] if companies else None,
            no_preparation=self.no_preparation.isChecked(),
            not_lately=self.not_lately.isChecked(),
            loved=self.loved.isChecked(),
            own=self.yours.isChecked(),
            order=self.order.currentData(),
        )

    def show_children(self, household: Household, today: date) -> None:
        """A chip for every child whose age the library has something for; pressed ones stay so."""
        aged = [(c, age_on(c.birthday, today)) for c in household.children if c.birthday]
        labels = {c.id: text.fits(c, age) for c, age in aged if band_for(age)}
        if labels == {child: chip.text() for child, chip in self.children_chips.items()}:
            return
        pressed = {child for child, chip in self.children_chips.items() if chip.isChecked()}
        for chip in self.children_chips.values():
            chip.deleteLater()
        self._ages = {c.id: age for c, age in aged if c.id in labels}
        self.children_chips = {child: _chip(words) for child, words in labels.items()}
        for child, chip in self.children_chips.items():
            chip.setChecked(child in pressed)
            chip.clicked.connect(self.changed)
        self._set_in_line()

    def show_count(self, shown: int, total: int) -> None:
        """How many of all activities are shown."""
        self.count.setText(text.count(shown, total))
        self.count.setAccessibleName(text.count_spoken(shown, total))
        self.clear.setVisible(any(chip.isChecked() for chip in self.chips))
        self.search.setPlaceholderText(text.search_hint(total))
        self._fit_head()

    def clear_filters(self) -> None:
        """Release every chip, also that of a shelf; the words in the search box and the order stay."""
        shelf = self.shelf
        for chip in self.chips:
            chip.setChecked(False)
        for listed in (self.moment, self.skill):
            listed.show_item(None)
        self._show_about()
        (self.shelf_changed if shelf else self.changed).emit()

    def clear_all(self) -> None:
        """Release every chip and empty the search box."""
        self.search.clear()
        self.clear_filters()

    def set_theme(self, theme: Theme) -> None:
        side = self.fontMetrics().capHeight()
        for pathway, chip in self.pathways.items():
            chip.setIcon(pathway_icon(pathway, theme, side))
            chip.setIconSize(QSize(side + AFTER_SHAPE, side))
        self.search.set_theme(theme)
        self.order.set_theme(theme)
        recolour(self.about_shelf, theme.ink_2)
        recolour(self.heading, theme.ink)
        recolour(self.count, theme.ink_2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._even_out()

    def _set_in_line(self) -> None:
        """Put search box and chips into the line anew, and Tab through them as they stand."""
        while self.flow.takeAt(0):
            pass
        line: list[QWidget] = [self.search, *self.chips, self.clear]
        for part in line:
            self.flow.addWidget(part)
        stops = [self.order, self.new, self.more, *line]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._even_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Heading and buttons side by side where both fit, else one above the other."""
        parts = (self.heading, self.count, self.order, self.new, self.more)
        need = sum(part.sizeHint().width() + 8 for part in parts)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if need <= self.width() - 40 else ways.TopToBottom)

    def _even_out(self) -> None:
        """Make chips as tall as the search box beside them."""
        for chip in (*self.chips, self.clear):
            chip.setMinimumHeight(self.search.sizeHint().height())
