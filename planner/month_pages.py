"""A child's month: three to six moments on one folded page, read with the child, who may strike any.

A page holds what the grown-up chose and wrote, and what the child left of it. A struck line is
deleted; a page that is refused is not kept at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from planner.actions import Action
from planner.dates import age_on
from planner.dictionary import Sign
from planner.kept import with_kept, without_kept
from planner.model import HAPPENED, Entry, Household, MonthPageId, Person, PersonId
from planner.reaches import Reach
from planner.remembered import Item
from planner.threads import Thread

Heading = Literal["showed", "brave", "mended", "word", "learned", "question"]
HEADINGS: tuple[Heading, ...] = ("showed", "brave", "mended", "word", "learned", "question")
FEWEST, MOST = 3, 6

Stage = Literal["small", "dictated", "half", "together", "own"]
STAGES: tuple[tuple[int, Stage], ...] = (
    (5, "small"),
    (8, "dictated"),
    (11, "half"),
    (14, "together"),
)
"""How a page is made, by the age below which it is made so; from 14 on it is the child's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """One sentence of the page under its heading."""

    heading: Heading
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """The page of one child for the month that begins with `month`.

    `about` is whom it is about: the child, or a grown-up where the child makes it about one.
    """

    id: MonthPageId
    child: PersonId
    month: date
    lines: tuple[MonthLine, ...] = ()
    about: PersonId | None = None


def page_of(household: Household, child: PersonId, month: date) -> MonthPage | None:
    """The page that is kept of this child's month."""
    return next((p for p in household.month_pages if (p.child, p.month) == (child, month)), None)


def stage_of(child: Person, day: date) -> Stage:
    """How a page is made with a child of this age; as with one of eight where the age is not known."""
    if child.birthday is None:
        return "half"
    age = age_on(child.birthday, day)
    return next((stage for end, stage in STAGES if age < end), "own")


def keep_page(page: MonthPage) -> Action:
    """Keep this page, new or changed; one without a line is not kept."""

    def step(household: Household) -> Household:
        if not page.lines:
            return _without(household, page)
        return replace(household, month_pages=with_kept(household.month_pages, page, key=_key))

    return Action(code="keep-month-page", step=step)


def not_this_month(page: MonthPage) -> Action:
    """Keep nothing of this page."""
    return Action(code="no-month-page", step=lambda h: _without(h, page))


def with_line(page: MonthPage, line: MonthLine) -> MonthPage:
    """The page with one more line, in the order of the headings; as it is where it has six."""
    if len(page.lines) >= MOST:
        return page
    lines = sorted((*page.lines, line), key=lambda each: HEADINGS.index(each.heading))
    return replace(page, lines=tuple(lines))


def heading_for(value: Entry | Thread | Sign) -> Heading:
    """Under which heading this first stands."""
    if isinstance(value, Sign):
        return "word"
    if isinstance(value, Thread):
        return "mended"
    return "learned" if value.comes_back else "showed"


def can_be_told(item: Item) -> bool:
    """Whether it may become a line: what happened with the child, mended, or gone back to; no reach."""
    value = item.value
    if isinstance(value, Reach):
        return False
    return value.state == "mended" if isinstance(value, Thread) else value.outcome in HAPPENED


def told_in(items: Iterable[Item], child: PersonId, month: date) -> tuple[Item, ...]:
    """What of this month may become a line of the child's page."""
    return tuple(
        item
        for item in items
        if child in item.people and item.day.replace(day=1) == month and can_be_told(item)
    )


def _without(household: Household, page: MonthPage) -> Household:
    if all(held.id != page.id for held in household.month_pages):
        return household
    return replace(household, month_pages=without_kept(household.month_pages, page.id))


def _key(page: MonthPage) -> tuple[date, str, str]:
    return page.month, page.child, page.id
