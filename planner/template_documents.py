"""Templates of weeks as plain documents and back, with every value checked on the way in."""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.checked import BadValueError, Document, all_of, take
from planner.documents import entry_document, entry_from
from planner.errors import Problem
from planner.model import TemplateId
from planner.templates import WeekTemplate


def number(template: WeekTemplate) -> str:
    return template.id


def document(template: WeekTemplate) -> dict[str, Any]:
    rows = [{"id": entry.id, **entry_document(entry)} for entry in template.entries]
    return {"name": template.name, "entries": rows}


def values(documents: Mapping[str, Document]) -> Iterator[WeekTemplate | Problem]:
    """Every template by its name, and a problem for what cannot be read."""
    read: list[WeekTemplate] = []
    for template_id, held in documents.items():
        try:
            read.append(
                WeekTemplate(
                    id=TemplateId(template_id),
                    name=take(held, "name", str),
                    entries=tuple(
                        entry_from(take(row, "id", str), row, None)
                        for row in all_of(dict, held, "entries")
                    ),
                )
            )
        except BadValueError as error:
            yield Problem("template", template_id, str(error))
    yield from sorted(read, key=lambda template: (template.name.casefold(), template.id))
