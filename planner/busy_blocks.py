"""The busy times of a day as few blocks: one for each company that is busy together, short breaks left out.

A school has a break after each lesson and a workplace one call after the other. What counts on a
week is who has no time from when to when, and what it is called.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planner.layout import clusters
from planner.model import Busy, PersonId

BREAK = 15
"""Minutes between two busy times that are nobody's free time yet: the step of the week."""

Part = tuple[str, int, int]
"""Title, start and end."""


class Block(NamedTuple):
    """When these people are busy without a break, in minutes of the day, and what with: `parts` by start.

    It stands in column `place` of `columns`, from the left; in 0 of 1 where nobody else is busy.
    """

    people: tuple[PersonId, ...]
    start: int
    end: int
    parts: tuple[Part, ...]
    place: int = 0
    columns: int = 1


def blocks(busy: Iterable[Busy], family: Sequence[PersonId]) -> tuple[Block, ...]:
    """The blocks of one day, by start. While others are busy too, a company keeps to its column.

    `family` says whose column is further left. The same thing at the same time is there once, with
    everybody it keeps busy.
    """
    together: dict[Part, set[PersonId]] = {}
    for one in busy:
        part = one.title, one.span.start, one.span.end
        together.setdefault(part, set()).update(one.people)
    by_company: dict[tuple[int, ...], list[Part]] = {}
    for part, people in together.items():
        company = tuple(n for n, person in enumerate(family) if person in people)
        by_company.setdefault(company, []).append(part)
    found = [
        (company, held[0][1], max(end for _, _, end in held), held)
        for company, parts in by_company.items()
        for held in _without_breaks(parts)
    ]
    found.sort(key=lambda block: (block[1], -block[2], block[0]))
    placed = []
    for cluster in clusters([(start, end) for _, start, end, _ in found]):
        companies = sorted({found[n][0] for n in cluster})
        for company, start, end, held in (found[n] for n in cluster):
            who = tuple(family[n] for n in company)
            column = companies.index(company)
            placed.append(Block(who, start, end, held, column, len(companies)))
    return tuple(placed)


def _without_breaks(parts: list[Part]) -> Iterator[tuple[Part, ...]]:
    """The parts that follow upon each other or overlap."""
    held: list[Part] = []
    reach = 0
    for part in sorted(parts, key=lambda p: (p[1], -p[2], p[0])):
        if held and part[1] > reach + BREAK:
            yield tuple(held)
            held = []
        held.append(part)
        reach = max(reach, part[2]) if len(held) > 1 else part[2]
    if held:
        yield tuple(held)
