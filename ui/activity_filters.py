"""Above the cards: how many there are, their order, the search box and the chips that narrow them down."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activities.model import PATHWAYS, band_for
from planner.dates import age_on
from planner.model import Household, PersonId
from ui.activity_choice import SHORT, Choice
from ui.activity_fields import MomentChip, OrderBox, SearchBox
from ui.flow import FlowLayout
from ui.labels import recolour
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
    """Heading, count, order, search box and chips. Chips combine: each narrows further."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ages: dict[PersonId, int] = {}
        self.search = SearchBox()
        self.pathways = {p: _chip(common.PATHWAY_NAMES[p]) for p in PATHWAYS}
        self.children_chips: dict[PersonId, QPushButton] = {}
        self.short = _chip(text.at_most(SHORT))
        self.short.setAccessibleName(text.at_most_spoken(SHORT))
        self.moment = MomentChip()
        self.companies = {
            c: _chip(text.sentence_case(common.PARTICIPANT_NAMES[c])) for c in COMPANIES
        }
        self.no_preparation = _chip(text.NO_PREPARATION)
        self.not_lately = _chip(text.NOT_LATELY, text.NOT_LATELY_HINT)
        self.loved = _chip(text.LOVED, text.LOVED_HINT)
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
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addWidget(self.clear)
        head.addStretch(1)
        head.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 2)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self.flow)
        self._set_in_line()

    def _join(self) -> None:
        for company, chip in self.companies.items():
            chip.clicked.connect(lambda _=False, c=company: self._let_go_of_others(c))
        for chip in self.chips:
            if chip is not self.moment:
                chip.clicked.connect(self.changed)
        self.moment.moment_chosen.connect(self.changed)
        self.search.textChanged.connect(self.changed)
        self.order.currentIndexChanged.connect(self.changed)
        self.clear.clicked.connect(self.clear_filters)

    def _let_go_of_others(self, company: str) -> None:
        for other, chip in self.companies.items():
            if other != company:
                chip.setChecked(False)

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """All chips, in the order they stand."""
        return (
            *self.pathways.values(),
            *self.children_chips.values(),
            self.short,
            self.moment,
            *self.companies.values(),
            self.no_preparation,
            self.not_lately,
            self.loved,
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
            moment=self.moment.moment,
            company=companies[0] if companies else None,
            no_preparation=self.no_preparation.isChecked(),
            not_lately=self.not_lately.isChecked(),
            loved=self.loved.isChecked(),
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

    def clear_filters(self) -> None:
        """Release every chip; the words in the search box and the order stay."""
        for chip in self.chips:
            chip.setChecked(False)
        self.moment.show_moment(None)
        self.changed.emit()

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
        recolour(self.heading, theme.ink)
        recolour(self.count, theme.ink_2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._even_out()

    def _set_in_line(self) -> None:
        """Put search box and chips into the line anew, and Tab through them as they stand."""
        while self.flow.takeAt(0):
            pass
        self.flow.addWidget(self.search)
        QWidget.setTabOrder(self.clear, self.order)
        QWidget.setTabOrder(self.order, self.search)
        before: QWidget = self.search
        for chip in self.chips:
            self.flow.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        self._even_out()

    def _even_out(self) -> None:
        """Make chips as tall as the search box beside them."""
        for chip in self.chips:
            chip.setMinimumHeight(self.search.sizeHint().height())
