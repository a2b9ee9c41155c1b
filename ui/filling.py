"""Proposals on the week: Fill works beside the window, ghosts and list show it, only what is kept is asked for."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from time import monotonic

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from activities.model import Catalogue
from planner import suggest
from planner.clashes import clashes
from planner.model import Entry, EntryId, Household
from planner.suggest import Proposal, Suggestion
from ui.entry_form import EntryForm
from ui.fill_panel import FillPanel
from ui.text import fill as text
from ui.theme import Theme
from ui.week_page import WeekPage

SHOWN_AT_WORK_MS = 100
"""Work that takes longer than this is shown: a first good week, with a way to be content with it."""
LONGEST_SECONDS = 1.0

Cancelled = Callable[[], bool]
Tell = Callable[[Proposal], None]


class Filling(QObject):
    """What is suggested for each week and not kept yet, until the app closes. It writes nothing."""

    kept = Signal(object)  # tuple of Entry, each with its sentence
    page_requested = Signal(str)  # name of a page that would help
    _found_early = Signal(int, object)  # which question, Proposal
    _answered = Signal(int, object)

    def __init__(
        self, page: WeekPage, theme: Theme, catalogue: Callable[[], Catalogue], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._catalogue = catalogue
        self._question = 0
        self._seed = 0
        self._proposals: dict[date, Proposal] = {}
        self._shown: tuple[date, Proposal | None, Household] | None = None
        self.busy: date | None = None
        self.panel = FillPanel(theme)
        page.side.addWidget(self.panel)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._early: Proposal | None = None
        self._shown_at_work = False
        self._found_early.connect(self._take_early)
        self._answered.connect(self._take_answer)
        page.week_shown.connect(self._show_if_other)
        page.side.currentChanged.connect(lambda _: self._come_back())
        self.panel.swap_requested.connect(self._offer_choices)
        self.panel.swapped.connect(self._swap)
        self.panel.held.connect(self._hold)
        self.panel.dropped.connect(self.drop)
        self.panel.kept.connect(self.keep_one)
        self.panel.back_requested.connect(self._show)
        self.panel.cancel_requested.connect(self.cancel)
        self.panel.again_requested.connect(self.ask_again)
        self.panel.page_requested.connect(self.page_requested)

    @property
    def proposals(self) -> dict[date, Proposal]:
        """What is suggested for each week, by its first day."""
        return dict(self._proposals)

    def go_on(self, proposals: Mapping[date, Proposal]) -> None:
        """Show what was suggested before."""
        self._proposals.update(proposals)
        self._show()

    @property
    def proposal(self) -> Proposal | None:
        """What is suggested for the week on the screen."""
        return self._proposals.get(self._page.first)

    def ask(self, household: Household, first: date, now: datetime) -> None:
        """Look for a good week in the background; what is suggested already stays where it fits."""
        self._seed = 0
        activities, before = self._catalogue().activities, self._proposals.get(first)
        self._start(first, lambda cancelled, tell: suggest.suggest(
            household, first, activities,
            now=now, before=before, cancelled=cancelled, first_found=tell,
        ))  # fmt: skip

    def ask_again(self) -> None:
        """Look again after the family has changed something."""
        self.ask(self._page.household, self._page.first, self._page.grid.now)

    def ask_another(self) -> None:
        """Look for a really different week around what is there and what is held."""
        proposal = self.proposal
        if proposal is None or self.busy:
            return
        self._seed += 1
        seed, activities = self._seed, self._catalogue().activities
        self._start(proposal.first, lambda cancelled, tell: suggest.another(
            proposal, activities, seed=seed, cancelled=cancelled, first_found=tell
        ))  # fmt: skip

    def _start(self, first: date, work: Callable[[Cancelled, Tell], Proposal]) -> None:
        """Let one thread work, one question after the other; a newer one ends those before it."""
        self._question += 1
        self.busy, self._early = first, None
        mine = self._question

        def run() -> None:
            end = monotonic() + LONGEST_SECONDS
            if mine == self._question:
                found = work(
                    lambda: mine != self._question or monotonic() > end,
                    lambda early: self._found_early.emit(mine, early),
                )
                self._answered.emit(mine, found)

        self._pool.start(run)
        self._shown_at_work = False
        QTimer.singleShot(SHOWN_AT_WORK_MS, self, lambda: self._show_at_work(mine))

    def _show_at_work(self, question: int) -> None:
        """Show what there is after a moment: a first good week, or that it is looked for."""
        if question != self._question or not self.busy:
            return
        self._shown_at_work = True
        if self._early is not None:
            self._proposals[self._early.first] = self._early
            self._show()
        elif self.busy == self._page.first:
            self.panel.show_thinking()
            self._take_side()
            self._page.header.show_suggestions(0)

    def _take_early(self, question: int, proposal: Proposal) -> None:
        if question == self._question and self.busy:
            self._early = proposal
            if self._shown_at_work:
                self._show_at_work(question)

    def _take_answer(self, question: int, proposal: Proposal) -> None:
        if question == self._question:
            self.busy = None
            self._proposals[proposal.first] = proposal
            self._show()

    def _be_content(self) -> None:
        """Look no further: what a person has touched does not change by itself."""
        if self.busy:
            self._question += 1
            self.busy = None

    def cancel(self) -> None:
        """Stop looking; what is shown stays."""
        self._be_content()
        self._show()

    def discard(self) -> None:
        """Forget what is suggested for this week; what is looked for is not waited for."""
        self._proposals.pop(self._page.first, None)
        self.cancel()

    def keep_all(self) -> None:
        proposal = self.proposal
        if proposal is None:
            return
        household = self._page.household
        self.discard()
        self.kept.emit(text.explained(proposal, household))
        if proposal.suggestions and self._page.household is household:  # it could not be saved
            self._take(proposal)

    def keep_one(self, entry_id: EntryId) -> None:
        """Ask for this one suggestion; the others stay suggestions."""
        proposal = self.proposal
        if proposal is None:
            return
        self._be_content()
        household = self._page.household
        entries = text.explained(proposal, household)
        self.kept.emit(tuple(e for e in entries if e.id == entry_id))
        if self._page.household is not household:
            was_stale = suggest.is_stale(proposal, household)
            now = household if was_stale else self._page.household
            self._take(suggest.settled(proposal, entry_id, now))

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
        self._be_content()
        choices = suggest.choices(proposal, entry_id, self._catalogue().activities)
        self.panel.show_choices(found.entry, choices, self._page.household)

    def _take(self, proposal: Proposal) -> None:
        self._be_content()
        if proposal.suggestions:
            self._proposals[proposal.first] = proposal
        else:
            self._proposals.pop(proposal.first, None)
        self._show()

    def _show_if_other(self) -> None:
        """After the week was turned or changed: its proposal, if that is not what is shown."""
        before, page = self._shown, self._page
        was_first, was, household = before or (page.first, None, page.household)
        turned = page.first != was_first
        changed = household is not page.household and self.proposal is not None
        if turned or changed or was is not self.proposal:
            self._show()

    def _show(self) -> None:
        """Ghosts, list and heading as the proposal is now; the usual week where there is none."""
        proposal, page = self.proposal, self._page
        household = page.household
        self._shown = (page.first, proposal, household)
        if proposal is None:
            page.show_suggestions(())
            page.header.show_suggestions(None)
            if page.side.currentWidget() is self.panel:
                page.side.setCurrentWidget(page.panel)
            return
        entries = text.explained(proposal, household)
        page.show_suggestions(entries)
        page.header.show_suggestions(len(entries))
        self.panel.show_proposal(
            proposal,
            household,
            clashes=clashes(household, proposal.first, entries),
            stale=suggest.is_stale(proposal, household),
            looking=self.busy == proposal.first,
        )
        self._take_side()

    def _take_side(self) -> None:
        """Show the list beside the week; where something is being written, once that is done."""
        if not isinstance(self._page.side.currentWidget(), EntryForm):
            self._page.side.setCurrentWidget(self.panel)

    def _come_back(self) -> None:
        if self.proposal is not None and self._page.side.currentWidget() is self._page.panel:
            self._page.side.setCurrentWidget(self.panel)

    def set_theme(self, theme: Theme) -> None:
        self.panel.set_theme(theme)
        if not self.busy:
            self._show()
