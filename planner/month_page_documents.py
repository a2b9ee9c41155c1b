"""The pages of the children's months as plain documents and back, checked on the way in."""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.checked import BadValueError, Document, all_of, day, one_of, take, text_or_none
from planner.errors import Problem
from planner.model import MonthPageId, PersonId
from planner.month_pages import HEADINGS, MonthLine, MonthPage


def number(page: MonthPage) -> str:
    return page.id


def document(page: MonthPage) -> dict[str, Any]:
    return {
        "child": page.child,
        "month": page.month.isoformat(),
        "lines": [{"heading": line.heading, "words": line.words} for line in page.lines],
        "about": page.about,
    }


def values(documents: Mapping[str, Document]) -> Iterator[MonthPage | Problem]:
    """Every page by month, child and id, and a problem for what cannot be read."""
    read: list[MonthPage] = []
    for page_id, held in documents.items():
        try:
            read.append(_read(page_id, held))
        except BadValueError as error:
            yield Problem("month-page", page_id, str(error))
    yield from sorted(read, key=lambda p: (p.month, p.child, p.id))


def _read(page_id: str, held: Document) -> MonthPage:
    lines = all_of(dict, held, "lines")
    return MonthPage(
        id=MonthPageId(page_id),
        child=PersonId(take(held, "child", str)),
        month=day(held, "month"),
        lines=tuple(
            MonthLine(heading=one_of(HEADINGS, line, "heading"), words=take(line, "words", str))
            for line in lines
        ),
        about=text_or_none(held, "about"),
    )
