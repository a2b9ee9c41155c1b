"""The printed sheet row by row, so that the ticks and words on paper are typed in within half a minute."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.dates import week_start
from planner.fridge import Mark, Row, news, rows_of
from planner.model import EntryId, Household, PrintedSheet
from planner.printed import planned_sheet, read, sheet_with
from ui.column import Column, clear
from ui.family_fields import ChoiceField
from ui.fridge_row import FridgeRow
from ui.habits import first_weekday
from ui.labels import label, recolour
from ui.number_fields import calm
from ui.text import fridge as text
from ui.theme import Theme

ADJUST = ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
NEWEST = 12
"""So many of the printed sheets are offered by name; any other by its code."""


class FridgePage(QWidget):
    """Shows one sheet. Marks stay here until `keep_requested`; `left` goes without them."""

    keep_requested = Signal(object, object, object)  # PrintedSheet, tuple of Row, marks by EntryId
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._household = Household()
        self._now: datetime | None = None
        self._sheet: PrintedSheet | None = None
        self._offered: tuple[PrintedSheet, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._marks: dict[EntryId, Mark] = {}
        self._by_code: dict[str, dict[EntryId, Mark]] = {}
        self.rows: list[FridgeRow] = []
        self.title = label(text.TITLE, theme.ink, 1.5, bold=True)
        self.title.setWordWrap(False)
        self.sheets = ChoiceField()
        self.sheets.setAccessibleName(text.SHEETS)
        calm(self.sheets)
        self.code = QLineEdit(maxLength=12)
        self.code.setPlaceholderText(text.CODE_HINT)
        self.code.setAccessibleName(text.CODE)
        self.hint = label("", theme.ink)
        self.how = [label(words, theme.ink_2, 0.92) for words in (text.HOW, text.HOW_ON)]
        self.private = label(text.PRIVATE, theme.ink_2, 0.92)
        self.area = Column(wide=True)
        self.keep = self._button(text.KEEP, "primary", self._keep)
        self.rest = self._button(text.REST_DONE, "", self.rest_done)
        self.leave = self._button(text.LEAVE, "quiet", self._leave)
        self._lay_out()
        self._join()

    def _button(self, words: str, kind: str, asked: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", kind)
        button.setAccessibleName(words)
        button.clicked.connect(asked)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addStretch(1)
        self.sheets.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name = label(text.CODE, self._theme.ink_2)
        name.setWordWrap(False)
        name.setBuddy(self.code)
        self.code.setFixedWidth(16 * self.fontMetrics().averageCharWidth() + 20)
        self.sheets.setMinimumContentsLength(16)
        self.sheets.setSizeAdjustPolicy(ADJUST)
        head.addWidget(self.sheets, 2)
        head.addWidget(name)
        head.addWidget(self.code)
        foot = QHBoxLayout()
        foot.addWidget(self.private, 1)
        for button in (self.leave, self.rest, self.keep):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(6)
        head.setContentsMargins(20, 0, 20, 0)
        foot.setContentsMargins(20, 4, 20, 14)
        column.addLayout(head)
        for line in (*self.how, self.hint):
            line.setContentsMargins(20, 0, 20, 0)
            column.addWidget(line)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def _join(self) -> None:
        self.sheets.activated.connect(lambda n: self.show_sheet(self._offered[n]))
        self.code.textEdited.connect(self._code_typed)
        self.code.returnPressed.connect(self._code_ready)
        for keys, step in (
            ("Ctrl+Return", self._keep),
            ("Ctrl+Enter", self._keep),
            ("Ctrl+D", self.rest_done),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    # what is shown

    def show_household(self, household: Household, now: datetime) -> None:
        """Show the sheet that is most likely in somebody's hand; marks made on it stay."""
        self._household, self._now = household, now
        this_week = week_start(now.date(), first_weekday())
        newest = tuple(reversed(household.printed))[:NEWEST]
        self._offered = (*newest, planned_sheet(household, "fridge", this_week))
        begun = [sheet for sheet in household.printed if sheet.first <= now.date()]
        if self._sheet is None:
            latest = max(begun, key=lambda s: (s.first, str(s.printed)), default=None)
            self._turn_to(latest or self._offered[0])
        elif self._sheet.printed is None:
            self._turn_to(planned_sheet(household, self._sheet.layout, self._sheet.first))
        self._show()

    @property
    def is_writing(self) -> bool:
        """Whether marks stand here that nobody has kept."""
        return any(self._by_code.values())

    def show_sheet(self, sheet: PrintedSheet) -> None:
        """Turn to another sheet; the marks on each are there when it is turned to again."""
        self._turn_to(sheet)
        self._show()
        self.focus_row(0)

    def _turn_to(self, sheet: PrintedSheet) -> None:
        self._sheet, self._marks = sheet, self._by_code.setdefault(sheet.code, {})

    def start_over(self) -> None:
        """Forget this sheet and its marks, as after they were kept."""
        self._marks.clear()
        self._sheet, self._shown = None, ()

    def focus_row(self, number: int) -> None:
        """Put the keyboard on a row; behind the last is the button that keeps all."""
        reason = Qt.FocusReason.TabFocusReason
        if 0 <= number < len(self.rows):
            self.rows[number].words.setFocus(reason)
            self.area.reveal(self.rows[number])
        else:
            (self.code if number < 0 else self.keep).setFocus(reason)

    def _show(self) -> None:
        """Draw head and rows anew where something of them has changed."""
        sheet, household = self._sheet, self._household
        assert sheet is not None
        rows = rows_of(sheet, household)
        shown = (sheet, rows, household.people, self._offered, self._theme.dark)
        if shown == self._shown:
            return
        self._shown = shown
        focus = next((n for n, row in enumerate(self.rows) if row.words.hasFocus()), None)
        self._show_choice(sheet)
        self._fill(rows)
        self._count()
        if focus is not None:
            self.focus_row(focus)

    def _show_choice(self, sheet: PrintedSheet) -> None:
        self.sheets.clear()
        for offered in self._offered:
            printed = offered.printed is not None
            self.sheets.addItem(
                text.sheet_name(offered, self._household) if printed else text.planned_name(offered)
            )
        place = next((n for n, s in enumerate(self._offered) if s.code == sheet.code), -1)
        self.sheets.setCurrentIndex(place)
        self.code.setText(sheet.code if sheet.printed else "")
        words = text.printed_on(sheet.printed) if sheet.printed else text.UNKNOWN
        self.hint.setText(words if sheet.rows else f"{words} {text.EMPTY}")

    def _fill(self, rows: tuple[Row, ...]) -> None:
        clear(self.area.body)
        self.rows = []
        day = None
        for row in rows:
            if row.printed.day != day:
                day = row.printed.day
                self.area.body.addWidget(label(text.day_name(day), self._theme.ink, bold=True))
            self._add_row(row)
        self.area.body.addStretch(1)
        in_order = (self.sheets, self.code, *(row.words for row in self.rows))
        for before, after in pairwise((*in_order, self.leave, self.rest, self.keep)):
            QWidget.setTabOrder(before, after)

    def _add_row(self, row: Row) -> None:
        shown = FridgeRow(row, self._household, self._theme)
        number = len(self.rows)
        if row.printed.id in self._marks:
            shown.show_mark(self._marks[row.printed.id])
        shown.changed.connect(lambda: self._changed(shown))
        shown.words.stepped.connect(lambda by: self.focus_row(number + by))
        self.rows.append(shown)
        self.area.body.addWidget(shown)

    # what is typed

    def _changed(self, row: FridgeRow) -> None:
        if row.touched:
            self._marks[row.row.printed.id] = row.mark()
        else:
            self._marks.pop(row.row.printed.id, None)
        self._count()

    def _count(self) -> None:
        words = text.keep(len(news(tuple(row.row for row in self.rows), self._marks)))
        self.keep.setText(words)
        self.keep.setAccessibleName(words)

    def rest_done(self) -> None:
        """Mark as done every row about which nothing is known yet."""
        for row in self.rows:
            if row.mark().outcome == "planned":
                row.show_mark(replace(row.mark(), outcome="done"))
                self._changed(row)

    def _code_typed(self, typed: str) -> None:
        if read(typed) is not None:
            self._code_ready()

    def _code_ready(self) -> None:
        code = read(self.code.text())
        if code is None or self._now is None:
            self.hint.setText(text.NO_SUCH_CODE)
            return
        self.show_sheet(
            sheet_with(
                self._household,
                code,
                today=self._now.date(),
                first_weekday=first_weekday(),
            )
        )

    def _keep(self) -> None:
        rows = tuple(row.row for row in self.rows)
        if not news(rows, self._marks):
            self.hint.setText(text.NOTHING_NEW)
            return
        self.keep_requested.emit(self._sheet, rows, dict(self._marks))

    def _leave(self) -> None:
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_row(0)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.title, self.hint):
            recolour(part, theme.ink)
        for part in (*self.how, self.private):
            recolour(part, theme.ink_2)
        if self._sheet is not None:
            self._show()
