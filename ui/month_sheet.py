"""A child's month on one sheet: the grown-up picks and writes, then both read it large."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.dictionary import Sign
from planner.model import Entry, Household, Person
from planner.month_pages import MonthLine, MonthPage, heading_for, stage_of
from planner.reaches import Reach
from planner.remembered import Item
from planner.threads import Thread
from ui.choices import ChipRow, chip
from ui.family_fields import ChoiceField, button
from ui.labels import label
from ui.month_rows import LineRows
from ui.number_fields import calm
from ui.over import Over
from ui.text import common
from ui.text import month_page as text
from ui.text import remembered as words_of
from ui.theme import Theme

MOST_OFFERED = 12


def line_of(value: Entry | Thread | Sign, household: Household) -> MonthLine:
    """The first words of a line: what everybody saw, never what somebody wrote for themself."""
    if isinstance(value, Sign):
        words = ": ".join(part for part in (value.sign, value.meaning) if part)
    elif isinstance(value, Thread):
        words = text.MENDED
    else:
        words = text.CAME_BACK if value.comes_back else words_of.title(value, household)
    return MonthLine(heading=heading_for(value), words=words)


class MonthSheet(Over):
    """Nothing is kept before "Keep", but that what was struck is deleted at once."""

    kept = Signal(object)  # MonthPage
    struck = Signal(object)  # MonthPage
    refused = Signal(object)  # MonthPage
    print_requested = Signal(object)  # MonthPage
    turned = Signal(object)  # date, the first day of another month

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        *,
        page: MonthPage,
        child: Person,
        household: Household,
        told: tuple[Item, ...],
        today: date,
    ) -> None:
        super().__init__(window, theme, note=text.STRUCK_NOTE)
        self._page, self._child, self._household = page, child, household
        self._told, self._stored = told, page.lines
        self.setAccessibleName(text.title(child, page.month))
        self.rows = LineRows(theme)
        self.rows.show_lines(page.lines)
        self.offered: list[QPushButton] = []
        self.about: ChoiceField | None = None
        self._advice = QWidget()
        self._advise(stage_of(child, today))
        self._add_head(today)
        self.body.addWidget(self._advice)
        self.reading = label(text.refuses(child), theme.ink_2)
        self.reading.hide()
        self.body.addWidget(self.reading)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        self._add_buttons()
        self.rows.changed.connect(self._follow)
        self.rows.struck.connect(self._strike)
        self._follow()

    def _add_head(self, today: date) -> None:
        """The title, and the way to the months beside this one up to the present."""
        month = self._page.month
        before = (month - timedelta(days=1)).replace(day=1)
        after = (month + timedelta(days=31)).replace(day=1)
        self.earlier, self.later = button(text.EARLIER, "quiet"), button(text.LATER, "quiet")
        self.earlier.clicked.connect(lambda: self.turned.emit(before))
        self.later.clicked.connect(lambda: self.turned.emit(after))
        self._may_turn = ((self.earlier, True), (self.later, after <= today))
        row = QHBoxLayout()
        title = text.page_title(self._page, self._household)
        row.addWidget(label(title, self.theme.ink, 1.45, bold=True), 1)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        self.body.addLayout(row)

    def _advise(self, stage: str) -> None:
        """What the grown-up reads, and what of the month could become a line."""
        theme, column = self.theme, QVBoxLayout(self._advice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words in (text.STAGE_HINTS[stage], text.RULES):  # type: ignore[index]
            column.addWidget(label(words, theme.ink_2))
        column.addWidget(label(text.friend(self._child), theme.ink, bold=True))
        column.addWidget(label(text.ASKED, theme.ink_2))
        if stage == "own":
            column.addWidget(self._about_field())
        offers = self._offers()
        if offers:
            column.addWidget(label(text.FROM_MONTH, theme.ink, bold=True))
            row = ChipRow()
            row.show_chips([*offers])
            column.addWidget(row)
        elif not self._page.lines:
            column.addWidget(label(text.NOTHING, theme.ink, 1.1, bold=True))

    def _about_field(self) -> ChoiceField:
        self.about = ChoiceField()
        self.about.setAccessibleName(text.ABOUT)
        for person in (self._child, *self._household.grown_ups):
            self.about.addItem(common.spoken_name(person), person.id)
        chosen = self._page.about or self._child.id
        self.about.setCurrentIndex(max(0, self.about.findData(chosen)))
        calm(self.about)
        return self.about

    def _offers(self) -> list[QPushButton]:
        for item in self._told[:MOST_OFFERED]:
            value = item.value
            if isinstance(value, Reach):
                continue
            line = line_of(value, self._household)
            title = words_of.title(value, self._household)
            self._offer(f"{common.weekday_and_date(item.day)} {title}", line)
            written = words_of.line(value)
            if written and not isinstance(value, Thread):
                words = " ".join(written.split())
                self._offer(f"{title}, {text.WITH_WORDS}", replace(line, words=words))
        for sign in self._household.signs:
            same_month = sign.updated.replace(day=1) == self._page.month
            if sign.child == self._child.id and sign.state == "his-words" and same_month:
                line = line_of(sign, self._household)
                self._offer(line.words, line)
        return self.offered

    def _offer(self, words: str, line: MonthLine) -> None:
        made = chip(words, checkable=False)
        made.clicked.connect(lambda: self.rows.add_line(line))
        self.offered.append(made)

    def _add_buttons(self) -> None:
        self.refuse, self.keep = button(text.NOT_THIS_MONTH, "quiet"), button(text.KEEP, "primary")
        self.read, self.print = button(text.READ), button(text.PRINT)
        self.cancel = button(common.CANCEL, "quiet")
        for made, step in (
            (self.cancel, self.close_over),
            (self.refuse, lambda: self.refused.emit(self._page)),
            (self.read, self._turn),
            (self.print, lambda: self.print_requested.emit(self.page())),
            (self.keep, lambda: self.kept.emit(self.page())),
        ):
            made.clicked.connect(step)
            self.foot.addWidget(made)
        self.foot.insertStretch(2, 1)

    def open_sheet(self) -> None:
        self.open_over(self.rows.rows[0].words if self.rows.rows else self.rows.add)

    def page(self) -> MonthPage:
        """The page as it is written now."""
        about = self.about.currentData() if self.about is not None else self._page.about
        about = None if about == self._child.id else about
        return replace(self._page, lines=self.rows.lines(), about=about)

    def _turn(self) -> None:
        """Read it large together, or go back to writing."""
        self.rows.read_large(large=not self.rows.large)
        self._advice.setVisible(not self.rows.large)
        self.reading.setVisible(self.rows.large)
        self.read.setText(text.BACK if self.rows.large else text.READ)
        self.place_soon()

    def _strike(self, line: MonthLine) -> None:
        """Delete this line from what is kept; what else was written waits for "Keep"."""
        self._stored = tuple(each for each in self._stored if each is not line)
        self.struck.emit(replace(self._page, lines=self._stored))

    def _follow(self) -> None:
        some = bool(self.rows.lines())
        for made in (self.keep, self.print, self.read):
            made.setEnabled(some)
        unchanged = self.rows.lines() == self._stored  # turning away would lose what is not kept
        for made, may in self._may_turn:
            made.setEnabled(may and unchanged)
        self.place_soon()
