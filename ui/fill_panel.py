"""The list beside the ghosts: what Fill suggests and why; swap, hold, drop or keep each one."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.model import Entry, EntryId, Household, PersonId
from planner.suggest import Proposal, Suggestion
from ui.drag_row import DragRow
from ui.flow import FlowLayout
from ui.labels import PathwayShape, label
from ui.text import common
from ui.text import fill as text
from ui.text.coming_back import waiting_for_time
from ui.text.reasons import sentence
from ui.theme import Theme, text_font

Clashes = Mapping[EntryId, tuple[tuple[PersonId, ...], str]]


class FillPanel(QWidget):
    """Shows a proposal, or the next best instead of one suggestion."""

    chosen = Signal(str)  # EntryId: show this ghost
    swap_requested = Signal(str)  # EntryId
    swapped = Signal(object)  # Suggestion instead of the one with the same id
    held = Signal(str, bool)  # EntryId, whether to hold on to it
    dropped = Signal(str)  # EntryId
    kept = Signal(str)  # EntryId
    back_requested = Signal()
    cancel_requested = Signal()
    again_requested = Signal()
    page_requested = Signal(str)  # name of a page that would help

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: dict[EntryId, dict[str, QPushButton]] = {}
        self.options: list[QPushButton] = []
        self.cancel = self.again = self.help = QPushButton()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(text.SUGGESTIONS)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_thinking(self) -> None:
        """Say that Fill is at work, with a way to stop it."""
        column = self._page()
        self._add_looking(column, text.THINKING, text.CANCEL)
        column.addStretch(1)

    def _add_looking(self, column: QVBoxLayout, words: str, stop: str) -> None:
        column.addWidget(label(words, self._theme.ink_2))
        column.addSpacing(8)
        self.cancel = QPushButton(stop)
        self.cancel.setAccessibleName(text.CANCEL_SPOKEN)
        self.cancel.clicked.connect(self.cancel_requested.emit)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_help(self, column: QVBoxLayout, words: str, page: str) -> None:
        """A button that leads to where something can be done about it."""
        self.help = QPushButton(words)
        self.help.clicked.connect(lambda: self.page_requested.emit(page))
        column.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)

    def show_proposal(
        self,
        proposal: Proposal,
        household: Household,
        *,
        clashes: Clashes = MappingProxyType({}),
        stale: bool = False,
        looking: bool = False,
    ) -> None:
        """List every suggestion with its sentence, then what did not fit.

        `clashes` says what is in the way of which suggestion; `stale` that the family has changed
        something since it asked; `looking` that a better week is still looked for.
        """
        height = self._scroll.verticalScrollBar().value()
        self.rows = {}
        column = self._page()
        entries = text.explained(proposal, household)
        hint = text.summary(len(entries)) if entries else text.why_nothing(proposal, household)
        self._add_head(column, household, hint, resting=proposal.resting and bool(entries))
        if looking:
            self._add_looking(column, text.STILL_LOOKING, text.TAKE_THESE)
        if stale:
            self._add_stale(column)
        self._add_what_helps(column, proposal, household, hint)
        column.addSpacing(6)
        for suggestion, entry in zip(proposal.suggestions, entries, strict=True):
            clash = clashes.get(entry.id)
            told = text.clash(clash, household) if clash else ""
            column.addWidget(self._row(suggestion, entry, household, told))
        is_explained = not entries and text.NONE not in hint
        self._add_unmet(column, () if is_explained else text.not_met(proposal, household))
        column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(height)

    def _add_head(
        self, column: QVBoxLayout, household: Household, hint: str, *, resting: bool
    ) -> None:
        theme = self._theme
        column.addWidget(label(text.people_title(household), theme.ink, 1.3, bold=True))
        column.addWidget(label(hint, theme.ink_2))
        if resting:
            column.addWidget(label(text.RESTING, theme.ink_2))

    def _add_unmet(self, column: QVBoxLayout, unmet: Iterable[str]) -> None:
        """What did not fit and why, below the suggestions."""
        for n, words in enumerate(unmet):
            if n == 0:
                column.addSpacing(8)
                column.addWidget(label(text.NOT_MET, self._theme.ink, bold=True))
            column.addWidget(label(words, self._theme.ink_2, 0.92))

    def show_choices(
        self, asked: Entry, choices: tuple[Suggestion, ...], household: Household
    ) -> None:
        """Offer what could be there instead, each with its reason."""
        theme = self._theme
        column = self._page()
        self.options, self.rows = [], {}
        back = QPushButton(text.BACK)
        back.clicked.connect(self.back_requested.emit)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(text.swap_heading(asked.title), theme.ink, 1.15, bold=True))
        if not choices:
            column.addWidget(label(text.NOTHING_ELSE, theme.ink_2))
        for choice in choices:
            row = QWidget()
            body = self._body(choice.entry, row)
            body.addWidget(label(choice.entry.title, theme.ink, bold=True))
            body.addWidget(label(text.row_line(choice.entry, household), theme.ink_2, 0.92))
            if choice.reason:
                reason = sentence(choice.reason, household)
                body.addWidget(label(reason, theme.ink_2, 0.92))
            take = self._button(text.SWAP, choice.entry.title)
            take.clicked.connect(lambda _=False, c=choice: self.swapped.emit(c))
            body.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
            self.options.append(take)
            column.addWidget(row)
        column.addStretch(1)
        if self.options:
            self.options[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, entry_id: EntryId) -> None:
        """Go to this suggestion, ready to be kept."""
        if entry_id in self.rows:
            self.rows[entry_id]["keep"].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[entry_id]["keep"])

    def _add_what_helps(
        self, column: QVBoxLayout, proposal: Proposal, household: Household, hint: str
    ) -> None:
        """Say what comes first, what limits the suggestions, and the way to where it can be changed."""
        for words in waiting_for_time(household):
            column.addWidget(label(words, self._theme.ink))
        if hint == text.NOTHING_HARD:
            column.addSpacing(6)
            self._add_help(column, text.LOOK_AT_RITUALS, "activities")
        without = text.without_birthday(household)
        if without and not proposal.resting:
            column.addSpacing(6)
            column.addWidget(label(without, self._theme.ink_2))
            self._add_help(column, text.ADD_BIRTHDAY, "family")

    def _add_stale(self, column: QVBoxLayout) -> None:
        """Offer to look again; nothing moves by itself."""
        column.addSpacing(6)
        column.addWidget(label(text.STALE, self._theme.ink))
        self.again = QPushButton(text.AGAIN)
        self.again.setToolTip(text.AGAIN_HINT)
        self.again.clicked.connect(self.again_requested.emit)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(
        self, suggestion: Suggestion, entry: Entry, household: Household, clash: str
    ) -> QWidget:
        theme, entry_id = self._theme, entry.id
        row = DragRow(entry)
        body = self._body(entry, row)
        held = (text.LOCKED,) if suggestion.held else ()
        title = common.SEPARATOR.join((entry.title, *held))
        swap = self._button(text.SWAP, entry.title)
        swap.setEnabled(suggestion.reason is not None)
        swap.clicked.connect(lambda: self.swap_requested.emit(entry_id))
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(label(title, theme.ink, bold=True), 1)
        heading.addWidget(swap, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(heading)
        body.addWidget(label(text.row_line(entry, household), theme.ink_2, 0.92))
        for words, ink in ((entry.why, theme.ink_2), (clash, theme.ink)):
            if words:
                body.addWidget(label(words, ink, 0.92))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=6)
        keep = self._button(text.KEEP, entry.title)
        keep.clicked.connect(lambda: self.kept.emit(entry_id))
        hold = self._button(text.HOLD, entry.title)
        hold.setToolTip(text.LOCK)
        hold.setCheckable(True)
        hold.setChecked(suggestion.held)
        hold.clicked.connect(lambda on: self.held.emit(entry_id, on))
        drop = self._button(text.DROP, entry.title)
        drop.clicked.connect(lambda: self.dropped.emit(entry_id))
        made = {"swap": swap, "keep": keep, "hold": hold, "drop": drop}
        for button in (keep, hold, drop):
            flow.addWidget(button)
        body.addWidget(buttons)
        self.rows[entry_id] = made
        return row

    def _body(self, entry: Entry, row: QWidget) -> QVBoxLayout:
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(10)
        shape = PathwayShape(entry.pathway, self._theme)
        shape.setFixedHeight(shape.fontMetrics().height())
        line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout()
        body.setSpacing(3)
        line.addLayout(body, 1)
        return body

    @staticmethod
    def _button(words: str, title: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "small")
        button.setFont(text_font(0.9))
        button.setAccessibleName(f"{words}: {title}")
        return button

    def _page(self) -> QVBoxLayout:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 18, 20, 12)
        column.setSpacing(4)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        return column
