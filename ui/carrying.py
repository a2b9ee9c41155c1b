"""What nobody has kept yet goes along when the window is made anew: a proposal, a half-typed entry, a search."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planner.model import EntryId
from planner.suggest import Proposal
from ui.entry_form import EntryForm, Typed
from ui.filling import Filling
from ui.page import Page
from ui.week_page import WeekPage

if TYPE_CHECKING:  # the window asks for it late
    from ui.main_window import MainWindow


class Unkept(NamedTuple):
    """Of the week: the entry chosen, the one half typed, what is suggested and what is looked for.

    `pages` are those with something half filled in, `searched` the words typed into the others.
    """

    pages: Mapping[str, Page]
    searched: Mapping[str, str]
    chosen: EntryId | None = None
    typed: Typed | None = None
    proposals: Mapping[date, Proposal] = {}
    looked_for: date | None = None


def unkept(
    week: WeekPage, pages: Mapping[str, Page], filling: Filling | None, before: Unkept | None
) -> Unkept:
    """Take it out of these parts, which are about to go. `before`: what has not been put back yet."""
    held = {name: page for name, page in pages.items() if page.holds()}
    for page in held.values():
        page.widget.setParent(None)
    searched = {n: p.search.text() for n, p in pages.items() if p.search and n not in held}
    found = Unkept(pages=held, searched={n: words for n, words in searched.items() if words})
    if before is not None:
        return before._replace(pages=found.pages, searched=found.searched)
    looked_for, proposals = None, dict[date, Proposal]()
    if filling is not None:
        looked_for, proposals = filling.busy, filling.proposals
        filling.cancel()
        filling.deleteLater()
    beside = week.side.currentWidget()
    return found._replace(
        chosen=week.grid.chosen,
        typed=beside.typed() if isinstance(beside, EntryForm) else None,
        proposals=proposals,
        looked_for=looked_for,
    )


def pages_of(window: "MainWindow", held: Unkept) -> dict[str, Page]:
    """The pages that stay, and those in which somebody was searching, made anew."""
    pages = dict(held.pages)
    for page in pages.values():
        page.set_theme(window.theme)
    for name, words in held.searched.items():
        made = window.parts.make_page(name, window)
        made.show(window.session.household, window.now())
        assert made.search is not None
        made.search.setText(words)
        pages[name] = made
    for page in pages.values():
        window.pages.addWidget(page.widget)
    return pages


def put_back(window: "MainWindow", held: Unkept) -> None:
    """Put it into the week that is on the screen now."""
    if held.chosen is not None:
        window.week.choose(held.chosen)
    if held.proposals or held.looked_for is not None:
        window.filling.go_on(held.proposals)
    if held.looked_for is not None:
        window.filling.ask(window.session.household, held.looked_for, window.now())
    if held.typed is not None:
        if not held.typed.new:
            window.week.choose(held.typed.entry.id)
        window.week.go_on(held.typed)
