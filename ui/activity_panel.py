"""One activity of the library in full: why it works, what to do, what to say, and how it fits a child."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from activities.model import SHOWN_STATUSES, SKILLS, Activity, band_for
from planner.dates import age_on
from planner.model import Entry, Household
from ui.activity_text import Reading, Text
from ui.flow import FlowLayout
from ui.labels import Quote, facts, label, numbered, pathway_line
from ui.text import activities as text
from ui.text import common
from ui.theme import Theme

STRENGTHS = ("strong", "moderate", "suggestive", "theory")
"""How sure research is, the surest first."""


@cache
def strengths() -> Mapping[str, str]:
    """How sure each source of the library is, by its key; from the table of evidence beside it."""
    table = files("activities").joinpath("evidence.tsv").read_text(encoding="utf-8")
    head, *rows = (line.split("\t") for line in table.splitlines())
    column = head.index("strength")
    return {row[0]: row[column] for row in rows}


def strongest(sources: tuple[str, ...]) -> str | None:
    """The surest strength among these sources, or None where no source is known."""
    found = {strengths().get(source) for source in sources}
    return next((strength for strength in STRENGTHS if strength in found), None)


class ActivityPanel(QWidget):
    """Shows one activity and asks for it to be added, changed, handed on, or never to be suggested."""

    add_requested = Signal(object)  # Activity
    edit_requested = Signal(object)  # own Activity
    copy_requested = Signal(object)  # Activity to make an own one of
    archive_toggled = Signal(object, bool)  # own Activity, whether it is put away from now on
    export_requested = Signal(object)  # Activity
    print_requested = Signal(object)  # Activity
    blocked_toggled = Signal(str, bool)  # id of the activity, whether it is blocked from now on

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.activity: Activity | None = None
        self._blocked = False
        self._shown: object = None
        self._scroll = Reading(theme)
        self._buttons = QWidget()
        self.add = QPushButton(text.ADD)
        self.add.setProperty("kind", "primary")
        self.add.setAccessibleName(text.ADD)
        self.add.clicked.connect(self._add)
        self.block = _button("", "")
        self.block.clicked.connect(self._block)
        self.edit = _button(text.EDIT, "")
        self.copy = _button(text.CHANGE_COPY, text.CHANGE_COPY_HINT)
        self.archive = _button(text.ARCHIVE, text.ARCHIVE_HINT)
        self.export = _button(text.EXPORT, text.EXPORT_HINT)
        self.print = _button(text.PRINT, text.PRINT_HINT)
        for button, asked in (
            (self.print, self.print_requested),
            (self.edit, self.edit_requested),
            (self.copy, self.copy_requested),
            (self.export, self.export_requested),
        ):
            button.clicked.connect(lambda _=False, s=asked: s.emit(self.activity))
        self.archive.clicked.connect(self._archive)
        foot = QVBoxLayout(self._buttons)
        foot.setContentsMargins(20, 10, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.add)
        others = FlowLayout()
        foot.addLayout(others)
        for button in (
            self.print,
            self.edit,
            self.copy,
            self.archive,
            self.export,
            self.block,
        ):
            others.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)
        self.show_nothing()

    def set_theme(self, theme: Theme) -> None:
        """Takes effect with what is shown next."""
        self._theme = self._scroll.theme = theme
        self._shown = None

    def show_nothing(self) -> None:
        """Say what this panel is for, while no activity is chosen."""
        self.activity = None
        self._shown = None
        self._buttons.hide()
        content, column = _page()
        column.addWidget(label(text.NOTHING_CHOSEN, self._theme.ink, 1.1, bold=True))
        column.addWidget(label(text.NOTHING_CHOSEN_HINT, self._theme.ink_2))
        column.addStretch(1)
        self._set_content(content)

    def show_activity(
        self, activity: Activity, last: Entry | None, household: Household, today: date
    ) -> None:
        """Show this activity; `last` is the last time this family did it."""
        self._show_buttons(activity, blocked=activity.id in household.wishes.blocked)
        shown = (activity, last, household.people, today)
        if shown == self._shown:
            return
        same = self.activity is not None and self.activity.id == activity.id
        height = self._scroll.verticalScrollBar().value() if same else 0
        self._shown, self.activity = shown, activity
        content, column = _page()
        self._add_head(column, activity, last, household)
        self._add_reasons(column, activity)
        self._add_doing(column, activity)
        self._add_ages(column, activity, household, today)
        self._add_words(column, activity)
        self._add_care(column, activity)
        column.addStretch(1)
        self._set_content(content)
        self._scroll.verticalScrollBar().setValue(height)
        self._buttons.show()

    def _add_head(
        self, column: QVBoxLayout, activity: Activity, last: Entry | None, household: Household
    ) -> None:
        theme, pathway = self._theme, activity.pathways[0]
        words = [text.card_head(activity)]
        if activity.skill:
            words.append(SKILLS[activity.skill].name.lower())
        column.addWidget(pathway_line(common.SEPARATOR.join(words), pathway, theme))
        column.addWidget(label(activity.title, theme.ink, 1.45, bold=True))
        if activity.summary:
            column.addWidget(label(activity.summary, theme.ink_2))
        rows = [
            (text.AGES, text.ages(activity.bands)),
            (text.TAKES, text.takes(activity)),
            (text.BEST_AT, text.moments(activity)),
            (text.LAST_TIME, text.last_time(household, last) if last else ""),
        ]
        column.addWidget(facts(rows, theme))

    def _add_reasons(self, column: QVBoxLayout, activity: Activity) -> None:
        theme = self._theme
        if activity.why_it_works:
            self._heading(column, text.WHY_IT_WORKS)
            column.addWidget(label(activity.why_it_works, theme.ink_2))
            strength = strongest(activity.evidence)
            if strength:
                words = text.evidence(strength, len(activity.evidence))
                column.addWidget(label(words, theme.ink_2, 0.88))
        if activity.child_invite:
            self._heading(column, text.INVITE)
            column.addWidget(self._quote(activity, activity.child_invite))

    def _add_doing(self, column: QVBoxLayout, activity: Activity) -> None:
        theme = self._theme
        if activity.materials or activity.prep:
            self._heading(column, text.YOU_NEED)
        for thing in activity.materials:
            column.addWidget(label(text.bullet(thing), theme.ink_2))
        if activity.prep:
            column.addWidget(label(activity.prep, theme.ink_2))
        if activity.steps:
            self._heading(column, text.HOW)
            steps = [text.with_tip(step.text, step.tip) for step in activity.steps]
            column.addWidget(numbered(steps, theme))

    def _add_ages(
        self, column: QVBoxLayout, activity: Activity, household: Household, today: date
    ) -> None:
        if activity.by_age:
            self._heading(column, text.AT_EACH_AGE)
        bands = {
            c.name: band_for(age_on(c.birthday, today)) for c in household.children if c.birthday
        }
        for band, at_age in activity.by_age.items():
            names = [name for name, its_band in bands.items() if its_band == band]
            column.addWidget(label(text.for_ages(band, names), self._theme.ink, bold=True))
            column.addWidget(label(at_age.change, self._theme.ink_2))
            column.addWidget(self._quote(activity, at_age.words))

    def _add_words(self, column: QVBoxLayout, activity: Activity) -> None:
        theme = self._theme
        if activity.say:
            self._heading(column, text.TRY_SAYING)
        for say in activity.say:
            if say.when:
                column.addWidget(label(say.when, theme.ink_2, 0.88))
            column.addWidget(self._quote(activity, say.words))
        if activity.instead:
            self._heading(column, text.INSTEAD_OF)
        for instead in activity.instead:
            column.addWidget(Quote(instead.not_this, theme.line, theme.ink_2, struck=True))
            column.addWidget(self._quote(activity, instead.try_this))
            column.addWidget(label(instead.because, theme.ink_2, 0.88))

    def _add_care(self, column: QVBoxLayout, activity: Activity) -> None:
        theme = self._theme
        troubles = [(trouble.if_this, trouble.then_that) for trouble in activity.trouble]
        fits = [
            (text.SITUATION_NAMES.get(key, key), words) for key, words in activity.adapt.items()
        ]
        for heading, rows in ((text.WHEN_IT_GOES_WRONG, troubles), (text.MADE_TO_FIT, fits)):
            if rows:
                self._heading(column, heading)
            for name, words in rows:
                column.addWidget(label(name, theme.ink, bold=True))
                column.addWidget(label(words, theme.ink_2))
        if activity.safety_note:
            self._heading(column, text.GOOD_TO_KNOW)
            column.addWidget(label(activity.safety_note, theme.ink_2))

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(8)
        column.addWidget(label(words, self._theme.ink, bold=True))

    def _quote(self, activity: Activity, words: str) -> Quote:
        return Quote(words, self._theme.hue(activity.pathways[0]).main, self._theme.ink)

    def _set_content(self, content: QWidget) -> None:
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)

    # buttons

    def _show_buttons(self, activity: Activity, *, blocked: bool) -> None:
        """Own ones can be changed and put away; a draft can be read and planned, and nothing more."""
        shown, own = activity.status in SHOWN_STATUSES, activity.own
        self.add.setVisible(activity.status != "retired")
        self.print.setVisible(shown)
        self.edit.setVisible(own and shown)
        self.copy.setVisible(shown)
        self.copy.setText(text.DUPLICATE if own else text.CHANGE_COPY)
        self.copy.setAccessibleName(self.copy.text())
        self.copy.setToolTip("" if own else text.CHANGE_COPY_HINT)
        self.archive.setVisible(own and (shown or activity.status == "retired"))
        self.archive.setText(text.ARCHIVE if shown else text.BRING_BACK)
        self.archive.setAccessibleName(self.archive.text())
        self.archive.setToolTip(text.ARCHIVE_HINT if shown else "")
        self.export.setVisible(own)
        self.block.setVisible(shown)
        self._blocked = blocked
        self.block.setText(text.SUGGEST_AGAIN if blocked else text.NEVER_SUGGEST)
        self.block.setToolTip(text.SUGGEST_AGAIN_HINT if blocked else text.NEVER_SUGGEST_HINT)
        self.block.setAccessibleName(self.block.text())

    def _archive(self) -> None:
        assert self.activity is not None
        self.archive_toggled.emit(self.activity, self.activity.status in SHOWN_STATUSES)

    def _add(self) -> None:
        assert self.activity is not None
        self.add_requested.emit(self.activity)

    def _block(self) -> None:
        assert self.activity is not None
        self.blocked_toggled.emit(self.activity.id, not self._blocked)


def _button(words: str, hint: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("kind", "small")
    made.setAccessibleName(words)
    made.setToolTip(hint)
    return made


def _page() -> tuple[QWidget, QVBoxLayout]:
    content = Text()
    column = QVBoxLayout(content)
    column.setContentsMargins(20, 18, 20, 12)
    column.setSpacing(7)
    return content, column
