"""Rituals as plain documents and back: the first occurrence as an entry, and its rule beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from planner.checked import BadValueError, Document
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
        "skipped": [day.isoformat() for day in ritual.skipped],
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
    first, rule, skipped = held.get("first"), held.get("rule"), held.get("skipped", [])
    split_from, in_term = held.get("split_from"), held.get("in_term", False)
    if not (isinstance(first, dict) and isinstance(rule, str) and isinstance(in_term, bool)):
        raise BadValueError(f"ritual: {held!r}")
    if not (split_from is None or isinstance(split_from, str)):
        raise BadValueError(f"split_from: {split_from!r}")
    entry = entry_from(ritual_id, first, None)
    if not falls_on(rule_from(rule), entry.day, entry.day):
        raise BadRuleError(rule)
    return Ritual(
        id=RitualId(ritual_id),
        first=replace(entry, ritual=None, original=None, outcome="planned"),
        rule=rule,
        skipped=tuple(sorted({_day(day) for day in skipped})) if _is_list(skipped) else (),
        in_term=in_term,
        split_from=None if split_from is None else RitualId(split_from),
    )


def _is_list(value: Any) -> bool:
    if not isinstance(value, list):
        raise BadValueError(f"skipped: {value!r}")
    return True


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise BadValueError(f"skipped: {value!r}") from error
