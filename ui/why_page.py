"""Why this matters: the belief, an honest table of what is known of it, the limits, and how to help."""

from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activities.evidence import known
from activities.help import Organisation, is_reviewed, organisations
from ui.belief_table import BeliefTable, sources_fold
from ui.column import clear
from ui.labels import facts, label, recolour
from ui.reading import Fold, Link, ReadingColumn, Section, bullets
from ui.text import want_to_help as help_text
from ui.text import why as text
from ui.theme import Theme, text_font


class WhyPage(QWidget):
    """For the grown-ups. `help_requested` asks for the page of help and safety."""

    help_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today: date | None = None
        self.title = QLabel(text.TITLE)
        self.title.setFont(text_font(1.5, bold=True))
        self.serious = QPushButton(text.SERIOUS)
        self.serious.clicked.connect(self.help_requested)
        self.area = ReadingColumn(theme, text.TITLE)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.serious)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        recolour(self.title, theme.ink)

    def show_on(self, today: date) -> None:
        """Show the page; the day decides how old a review of an organisation is."""
        if self._today != today:
            self._today = today
            self._show_sections()

    def _show_sections(self) -> None:
        body = self.area.body
        clear(body)
        for card in (self._belief(), self._known(), self._limits(), self._want_to_help()):
            body.addWidget(card)
        body.addStretch(1)

    def _belief(self) -> Section:
        card = Section(text.BELIEF, self._theme)
        first, *others = text.BELIEF_WORDS
        card.body.addWidget(label(first, self._theme.ink, 1.12))
        for words in others:
            card.text(words)
        found = known(text.BELIEF_KEYS)
        card.body.addWidget(sources_fold(found, text.BELIEF, self._theme))
        return card

    def _known(self) -> Section:
        card = Section(text.KNOWN, self._theme)
        card.text(text.KNOWN_HINT)
        card.body.addSpacing(4)
        card.body.addWidget(BeliefTable(text.BELIEFS, self._theme))
        return card

    def _limits(self) -> Section:
        card = Section(text.LIMITS, self._theme)
        for words in text.LIMITS_WORDS:
            card.text(words)
        serious = QPushButton(text.SERIOUS)
        serious.clicked.connect(self.help_requested)
        card.body.addSpacing(4)
        card.body.addWidget(serious, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    # if you want to help

    def _want_to_help(self) -> Section:
        card = Section(help_text.TITLE, self._theme)
        card.text(help_text.INTRO)
        card.body.addSpacing(2)
        self.helping = Fold(help_text.SHOW, help_text.HIDE, self._helping)
        card.body.addWidget(self.helping)
        return card

    def _helping(self) -> QWidget:
        theme = self._theme
        part = Section("", theme, framed=False)
        part.text(help_text.WHO)
        part.heading(help_text.LAST_STEP)
        part.text(help_text.LAST_STEP_WORDS)
        part.body.addWidget(BeliefTable(text.LAST_STEP, theme))
        part.heading(help_text.CHOOSE)
        part.body.addWidget(bullets(help_text.CHOOSE_POINTS, theme))
        found = known(help_text.KEYS)
        part.body.addWidget(sources_fold(found, help_text.CHOOSE, theme))
        self._add_organisations(part)
        return part

    def _add_organisations(self, part: Section) -> None:
        assert self._today is not None
        listed = organisations()
        waiting = [o for o in listed if not is_reviewed(o, self._today)]
        part.heading(help_text.ORGANISATIONS)
        for words in help_text.ORGANISATIONS_WORDS:
            part.text(words)
        if waiting:
            part.text(help_text.unreviewed(len(waiting), len(listed)))
        for kind, group in groupby(listed, key=lambda o: o.kind):
            part.body.addSpacing(8)
            part.body.addWidget(label(help_text.KINDS[kind], self._theme.ink_2, bold=True))
            for organisation in group:
                part.entry(*self._organisation(organisation, self._today))

    def _organisation(self, organisation: Organisation, today: date) -> list[QWidget]:
        theme = self._theme
        state = help_text.state(organisation, reviewed=is_reviewed(organisation, today))
        return [
            label(organisation.name, theme.ink, bold=True),
            label(organisation.does, theme.ink),
            facts(help_text.facts(organisation), theme),
            label(state, theme.ink_2, 0.92),
            Link(organisation.name, organisation.address, theme),
        ]

    # looks

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.area.theme = theme
        recolour(self.title, theme.ink)
        if self._today is not None:
            self._show_sections()
