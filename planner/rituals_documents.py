"""Rituals as plain documents and back: the first occurrence as an entry, and its rule beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from planner.checked import BadValueError, Document, day, take, text_or_none, texts
from planner.documents import entry_document, entry_from
from planner.errors import Problem
from planner.model import Ritual, RitualId
from planner.rituals_days import falls_on
from planner.rituals_rule import BadRuleError, rule_from


def number(ritual: Ritual) -> str:
    return ritual.id


def document(ritual: Ritual) -> dict[str, Any]:
    written = {
        "rule": ritual.rule,
        "skipped": [d.isoformat() for d in ritual.skipped],
        "in_term": ritual.in_term,
        "split_from": ritual.split_from,
    }
    kept = {field: value for field, value in written.items() if value not in (None, [], False)}
    return {"first": entry_document(ritual.first), **kept}


def values(documents: Mapping[str, Document]) -> Iterator[Ritual | Problem]:
    """Every ritual by id, and a problem for each that cannot be read."""
    for ritual_id, held in sorted(documents.items()):
        try:
            yield _ritual_from(ritual_id, held)
        except (BadValueError, BadRuleError) as error:
            yield Problem("ritual", ritual_id, str(error))


def _ritual_from(ritual_id: str, held: Document) -> Ritual:
    entry = entry_from(ritual_id, take(held, "first", dict), None)
    rule = take(held, "rule", str)
    if not falls_on(rule_from(rule), entry.day, entry.day):
        raise BadRuleError(rule)
    return Ritual(
        id=RitualId(ritual_id),
        first=replace(entry, ritual=None, original=None, outcome="planned"),
        rule=rule,
        skipped=tuple(sorted({day({"skipped": d}, "skipped") for d in texts(held, "skipped")})),
        in_term=take(held, "in_term", bool, default=False),
        split_from=text_or_none(held, "split_from"),
    )
