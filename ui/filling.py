"""A proposal on the week: Fill works beside the window, ghosts and list show it, only what is kept is asked for."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QThreadPool, Signal

from activities.model import Catalogue
from planner import suggest
from planner.model import Entry, EntryId, Household
from planner.suggest import Proposal, Suggestion
from ui.fill_panel import FillPanel
from ui.text import fill as text
from ui.theme import Theme
from ui.week_page import WeekPage


class Filling(QObject):
    """The proposal nobody has kept yet, until the app closes. It writes nothing."""

    kept = Signal(object)  # tuple of Entry, each with its sentence
    _answered = Signal(int, object)  # which question, Proposal

    def __init__(
        self, page: WeekPage, theme: Theme, catalogue: Callable[[], Catalogue], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._catalogue = catalogue
        self._question = 0
        self._seed = 0
        self._household = Household()
        self.proposal: Proposal | None = None
        self.busy = False
        self.panel = FillPanel(theme)
        page.side.addWidget(self.panel)
        self._answered.connect(self._show_answer)
        self.panel.swap_requested.connect(self._offer_choices)
        self.panel.swapped.connect(self._swap)
        self.panel.held.connect(self._hold)
        self.panel.dropped.connect(self.drop)
        self._refused = False
        self.panel.kept.connect(self.keep_one)
        self.panel.back_requested.connect(self._show)

    def ask(self, household: Household, first: date, now: datetime) -> None:
        """Look for a good week in the background."""
        self._household, self._seed = household, 0
        activities = self._catalogue().activities
        self._start(lambda cancelled: suggest.suggest(
            household, first, activities, now=now, cancelled=cancelled
        ))  # fmt: skip

    def ask_another(self) -> None:
        """Look for a really different week around what is there and what is held."""
        proposal = self.proposal
        if proposal is None or self.busy:
            return
        self._seed += 1
        seed, activities = self._seed, self._catalogue().activities
        self._start(lambda _: suggest.another(proposal, activities, seed=seed))

    def _start(self, work: Callable[[Callable[[], bool]], Proposal]) -> None:
        self._question += 1
        self.busy = True
        mine = self._question
        self.panel.show_thinking()
        self._page.side.setCurrentWidget(self.panel)
        self._page.header.show_suggestions(0)

        def run() -> None:
            self._answered.emit(mine, work(lambda: mine != self._question))

        QThreadPool.globalInstance().start(run)

    def _show_answer(self, question: int, proposal: Proposal) -> None:
        if question == self._question:
            self.busy = False
            self.proposal = proposal
            self._show()

    def discard(self) -> None:
        """Forget the proposal; what was looked for and not found yet is not waited for."""
        self._question += 1
        self.busy = False
        self.proposal = None
        self._show()

    def keep_all(self) -> None:
        if self.proposal is not None:
            entries = text.explained(self.proposal, self._household)
            self._refused = False
            self.kept.emit(entries)
            if not self._refused:
                self.discard()

    def keep_one(self, entry_id: EntryId) -> None:
        """Ask for this one suggestion; the others stay suggestions."""
        if self.proposal is None:
            return
        entries = text.explained(self.proposal, self._household)
        chosen = tuple(e for e in entries if e.id == entry_id)
        self._refused = False
        self.kept.emit(chosen)
        if not self._refused:
            self.drop(entry_id)

    def keep_open(self) -> None:
        """What was to be kept could not be saved: it stays a suggestion."""
        self._refused = True

    def drop(self, entry_id: EntryId) -> None:
        if self.proposal is not None:
            self._take(suggest.dropped(self.proposal, entry_id))

    def move(self, entry: Entry, day: date, start: int) -> None:
        """Put a ghost elsewhere by hand."""
        if self.proposal is not None:
            self._take(suggest.moved(self.proposal, entry.id, day=day, start=start))

    def _hold(self, entry_id: EntryId, hold: bool) -> None:  # noqa: FBT001
        if self.proposal is not None:
            self._take(suggest.held(self.proposal, entry_id, hold=hold))

    def _swap(self, chosen: Suggestion) -> None:
        if self.proposal is not None:
            self._take(suggest.swapped(self.proposal, chosen))

    def _offer_choices(self, entry_id: EntryId) -> None:
        proposal = self.proposal
        found = proposal.find(entry_id) if proposal else None
        if proposal is None or found is None:
            return
        choices = suggest.choices(proposal, entry_id, self._catalogue().activities)
        self.panel.show_choices(found.entry, choices, self._household)

    def _take(self, proposal: Proposal) -> None:
        self.proposal = proposal if proposal.suggestions else None
        self._show()

    def _show(self) -> None:
        """Ghosts, list and heading as the proposal is now; the usual week where there is none."""
        proposal, page = self.proposal, self._page
        if proposal is None:
            page.show_suggestions(())
            page.header.show_suggestions(None)
            page.side.setCurrentWidget(page.panel)
            return
        page.show_suggestions(text.explained(proposal, self._household))
        page.header.show_suggestions(len(proposal.suggestions))
        self.panel.show_proposal(proposal, self._household)
        page.side.setCurrentWidget(self.panel)

    def set_theme(self, theme: Theme) -> None:
        self.panel.set_theme(theme)
        if self.proposal is not None and not self.busy:
            self._show()
