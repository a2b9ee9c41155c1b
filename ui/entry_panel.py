"""The card that is chosen, in full: when, who and why, what to do, what to say, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.dates import age_on
from planner.model import HAPPENED, OUTCOMES, Entry, Household
from ui.labels import Quote, facts, label, numbered, pathway_line
from ui.text import common, only_for
from ui.text import week as text
from ui.theme import Theme

if TYPE_CHECKING:  # the library comes after the first week is painted
    from activities.model import Activity


class EntryPanel(QWidget):
    """Shows one entry and asks for what can be done with it."""

    done_toggled = Signal(object)  # Entry
    reflect_requested = Signal(object)  # Entry
    edit_requested = Signal(object)  # Entry
    removed = Signal(object)  # Entry
    outcome_chosen = Signal(object, str)  # Entry, Outcome

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.entry: Entry | None = None
        self._shown: tuple[object, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("kind", "panel")
        self._scroll.setAccessibleName(text.PANEL)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = QWidget()
        self._grid = QGridLayout(self._buttons)
        self._grid.setContentsMargins(20, 10, 20, 16)
        self.done = QPushButton(text.MARK_DONE)
        self.done.setProperty("kind", "primary")
        self.done.clicked.connect(self._done_clicked)
        self.edit = QPushButton(text.EDIT)
        self.edit.clicked.connect(lambda: self.edit_requested.emit(self.entry))
        self.more = QPushButton(text.MORE)
        self.more.setAccessibleName(text.MORE_HINT)
        self.more.clicked.connect(self._show_more)
        self._place_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)
        self.show_nothing(empty_week=False)

    def _place_buttons(self) -> None:
        """The main button beside the others, or above them where they do not fit in one line."""
        hints = [b.sizeHint().width() for b in (self.done, self.edit, self.more)]
        apart = sum(hints) + 52 > self.width()
        for button in (self.done, self.edit, self.more):
            self._grid.removeWidget(button)
        self._grid.addWidget(self.done, 0, 0, 1, 2 if apart else 1)
        self._grid.addWidget(self.edit, 1 if apart else 0, 0 if apart else 1)
        self._grid.addWidget(self.more, 1 if apart else 0, 1 if apart else 2)
        for column, stretch in enumerate((1, 1 if apart else 0, 0)):
            self._grid.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._shown = ()

    def show_nothing(self, *, empty_week: bool) -> None:
        """Say what this panel is for, while no card is chosen."""
        if self._shown == (empty_week,):
            return
        self._shown = (empty_week,)
        self.entry = None
        self._buttons.hide()
        content, column = self._page()
        title = text.EMPTY_WEEK if empty_week else text.NOTHING_CHOSEN
        hint = text.EMPTY_WEEK_HINT if empty_week else text.NOTHING_CHOSEN_HINT
        column.addWidget(label(title, self._theme.ink, 1.1, bold=True))
        column.addWidget(label(hint, self._theme.ink_2))
        column.addStretch(1)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)

    def show_entry(self, entry: Entry, activity: "Activity | None", household: Household) -> None:
        """Show this entry; `activity` is what the library says of it, None for the family's own line."""
        shown = (entry, activity, household.people, household.rituals, household.terms)
        if self._shown == shown:
            return
        same_entry = self.entry is not None and self.entry.id == entry.id
        height = self._scroll.verticalScrollBar().value() if same_entry else 0
        self._shown, self.entry = shown, entry
        content, column = self._page()
        self._add_head(column, entry, activity, household)
        if activity:
            self._add_activity(column, entry, activity, household)
        column.addStretch(1)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().setValue(height)
        self._set_buttons(entry)

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 18, 20, 12)
        column.setSpacing(7)
        return content, column

    def _add_head(
        self, column: QVBoxLayout, entry: Entry, activity: "Activity | None", household: Household
    ) -> None:
        theme = self._theme
        words = common.PATHWAY_NAMES.get(entry.pathway or "", "")
        if words and activity and activity.skill:
            from activities.model import SKILLS  # noqa: PLC0415

            words = common.SEPARATOR.join((words, SKILLS[activity.skill].name))
        if words:
            column.addWidget(pathway_line(words, entry.pathway, theme))
        column.addWidget(label(entry.title, theme.ink, 1.45, bold=True))
        if activity and activity.summary:
            column.addWidget(label(activity.summary, theme.ink_2))
        outcome = "" if entry.outcome == "planned" else common.OUTCOME_NAMES[entry.outcome]
        rows = [
            (text.WHEN, text.when_line(entry)),
            (common.REPEATS, text.repeats(entry, household)),
            (text.WHO, common.people_line(household, entry.people)),
            (only_for.WHO_SEES_IT, only_for.of_entry(entry, household)),
            (text.WHY_NOW, entry.why),
            (text.OUTCOME, outcome),
            (text.NOTE, entry.note),
        ]
        column.addWidget(facts(rows, theme))

    def _add_activity(
        self, column: QVBoxLayout, entry: Entry, activity: "Activity", household: Household
    ) -> None:
        from activities.model import band_for  # noqa: PLC0415

        theme = self._theme
        hue = theme.hue(entry.pathway)
        self._heading(column, text.HOW)
        column.addWidget(numbered([s.text for s in activity.steps], theme))
        ages = {
            band_for(age_on(p.birthday, entry.day))
            for p in household.children
            if p.id in entry.people and p.birthday
        }
        for band in (b for b in activity.by_age if b in ages):
            self._heading(column, text.at_age(band))
            column.addWidget(label(activity.by_age[band].change, theme.ink_2))
            column.addWidget(Quote(activity.by_age[band].words, hue.main, theme.ink))
        self._heading(column, text.TRY_SAYING)
        for say in activity.say:
            column.addWidget(label(say.when, theme.ink_2, 0.88))
            column.addWidget(Quote(say.words, hue.main, theme.ink))
        self._heading(column, text.INSTEAD_OF)
        for instead in activity.instead:
            column.addWidget(Quote(instead.not_this, theme.line, theme.ink_2, struck=True))
            column.addWidget(Quote(instead.try_this, hue.main, theme.ink))
        self._heading(column, text.WHEN_IT_GOES_WRONG)
        for trouble in activity.trouble:
            column.addWidget(label(trouble.if_this, theme.ink, bold=True))
            column.addWidget(label(trouble.then_that, theme.ink_2))
        if activity.safety_note:
            self._heading(column, text.GOOD_TO_KNOW)
            column.addWidget(label(activity.safety_note, theme.ink_2))

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(8)
        column.addWidget(label(words, self._theme.ink, bold=True))

    def _set_buttons(self, entry: Entry) -> None:
        self._buttons.show()
        happened = entry.outcome in HAPPENED
        words = text.MARK_DONE
        if happened:
            words = text.READ_REFLECTION if entry.reflection else text.REFLECT
        self.done.setText(words)
        self.done.setAccessibleName(words.rstrip("…"))
        self._place_buttons()

    def _done_clicked(self) -> None:
        assert self.entry is not None
        happened = self.entry.outcome in HAPPENED
        (self.reflect_requested if happened else self.done_toggled).emit(self.entry)

    def _show_more(self) -> None:
        at = self.more.mapToGlobal(self.more.rect().topLeft())
        menu = self.menu()
        at.setY(at.y() - menu.sizeHint().height())
        menu.popup(at)

    def menu(self) -> QMenu:
        """Everything that can be done with the entry shown, also for the card's own menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = self.entry
        assert entry is not None
        for outcome in OUTCOMES:
            action = menu.addAction(common.OUTCOME_NAMES[outcome])
            action.setCheckable(True)
            action.setChecked(entry.outcome == outcome)
            action.triggered.connect(lambda _=False, o=outcome: self.outcome_chosen.emit(entry, o))
        menu.addSeparator()
        self._item(menu, text.REFLECT).triggered.connect(lambda: self.reflect_requested.emit(entry))
        self._item(menu, text.EDIT).triggered.connect(lambda: self.edit_requested.emit(entry))
        self._item(menu, text.DELETE).triggered.connect(lambda: self.removed.emit(entry))
        return menu

    @staticmethod
    def _item(menu: QMenu, words: str) -> QAction:
        return menu.addAction(words)
