"""The journal as a book: its pieces in words, and the same as a plain Markdown file."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from planner.model import Household
from planner.month_pages import MonthPage
from planner.remembered import Item
from ui.text import journal as journal_text
from ui.text import journal_export as text
from ui.text import month_page, remembered

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
AT_THE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that is remembered, in words: `told` was written, `facts` were chosen."""

    day: date
    title: str
    when: str
    told: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    title: str
    subtitle: str
    pieces: tuple[Piece, ...]


def book(household: Household, items: Iterable[Item], first: date, last: date) -> Book:
    """A book of these items, in their order, with the children's months that begin in these days."""
    items = tuple(items)
    named = {person for item in items for person in item.people}
    pieces = [_piece(item, household) for item in items]
    pieces += (
        _month(page, household)
        for page in household.month_pages
        if first.replace(day=1) <= page.month <= last and page.child in named
    )
    return Book(
        title=text.title(household),
        subtitle=text.from_to(first, last),
        pieces=tuple(sorted(pieces, key=lambda piece: piece.day)),
    )


def by_month(pieces: Iterable[Piece]) -> Iterator[tuple[str, Piece]]:
    """Every piece with the name of its month where a new one begins, else with ""."""
    last = ""
    for piece in pieces:
        month = journal_text.month(piece.day)
        yield ("" if month == last else month), piece
        last = month


def markdown(made: Book) -> Iterator[str]:
    """The book as Markdown, piece by piece. What somebody wrote stays as it was written."""
    yield f"# {_plain(made.title)}\n\n{_plain(made.subtitle)}\n"
    for month, piece in by_month(made.pieces):
        lines = [f"\n## {_plain(month)}\n"] if month else []
        lines.append(f"\n### {_plain(piece.title)}\n\n*{_plain(piece.when)}*\n")
        if piece.told:
            quoted = "\n".join(f"> {line}  " for line in _plain(piece.told).splitlines())
            lines.append(f"\n{quoted}\n")
        if piece.facts:
            lines.append("\n" + "\n".join(f"- {_plain(fact)}" for fact in piece.facts) + "\n")
        yield "".join(lines)


def _plain(words: str) -> str:
    """The words so that no sign in them means anything to Markdown."""
    return AT_THE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", words))


def _month(page: MonthPage, household: Household) -> Piece:
    """A child's month stands where the month ends."""
    day = page.month.replace(day=calendar.monthrange(page.month.year, page.month.month)[1])
    lines = (f"{month_page.HEADING_NAMES[line.heading]}: {line.words}" for line in page.lines)
    return Piece(
        day=day,
        title=month_page.page_title(page, household),
        when=month_page.PAGE,
        told="\n".join(lines),
    )


def _piece(item: Item, household: Household) -> Piece:
    value = item.value
    facts = (
        remembered.closeness(value),
        *remembered.details(value, household).splitlines(),
        remembered.helped(value),
    )
    return Piece(
        day=item.day,
        title=remembered.title(value, household),
        when=remembered.when_and_who(item, household),
        told=remembered.line(value),
        facts=tuple(fact for fact in facts if fact),
    )
