"""Term times: when there is school, so that some rituals rest in the holidays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from planner.dates import ONE_DAY
from planner.errors import Problem
from planner.model import Household, Term

Document = Mapping[str, Any]


def with_terms(household: Household, terms: Iterable[Term]) -> Household:
    """The household with these term times instead; what overlaps or touches becomes one."""
    joined: list[Term] = []
    for term in sorted(terms, key=lambda t: t.first):
        if joined and term.first <= _next_day(joined[-1].last):
            joined[-1] = Term(first=joined[-1].first, last=max(joined[-1].last, term.last))
        elif term.first <= term.last:
            joined.append(term)
    return replace(household, terms=tuple(joined))


def _next_day(day: date) -> date:
    return day + ONE_DAY if day < date.max else day


def number(term: Term) -> str:
    return str(term.first.toordinal())


def document(term: Term) -> dict[str, str]:
    return {"first": term.first.isoformat(), "last": term.last.isoformat()}


def values(documents: Mapping[str, Document]) -> Iterator[Term | Problem]:
    """Every term by its first day, and a problem for each that cannot be read."""
    for its_number, held in sorted(documents.items(), key=lambda item: str(item[1].get("first"))):
        try:
            term = Term(
                first=date.fromisoformat(held["first"]), last=date.fromisoformat(held["last"])
            )
        except (KeyError, TypeError, ValueError) as error:
            yield Problem("term", its_number, str(error))
            continue
        if number(term) == its_number and term.first <= term.last:
            yield term
        else:
            yield Problem("term", its_number, f"{held['first']}: {held['last']}")
