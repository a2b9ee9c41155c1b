"""What a file has to look like before a family sees it, and what is said when it does not.

A check is a function from a value and its field's name to the faults found, in plain words. The
tables below put checks together; nothing here raises for bad data.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from activities import model
from activities.model import Problem

Fault = tuple[str, str, str]  # what, field, detail
Check = Callable[[Any, str], Iterator[Fault]]

OWN_NEEDS = frozenset({"id", "title", "pathways"})


def problems_of(document: Any, *, file: str, own: bool = False) -> tuple[Problem, ...]:
    """Give what is wrong with a parsed ``file``, called after its id, in reading order.

    An ``own`` activity of a family needs only ``OWN_NEEDS``, lists may be as short as they like and
    the file may have any name; what is there is checked all the same.
    """
    faults = [fault for fault in _top()(document, "") if not (own and _spared(fault))]
    if not any(what in {"type", "missing", "unknown-id"} for what, _, _ in faults):
        faults += [fault for fault in _together(document) if not (own and _spared(fault))]
    given = document.get("id", "") if isinstance(document, dict) else ""
    activity_id = given if isinstance(given, str) else ""
    if not own and activity_id != file.removesuffix(".toml"):
        faults.append(("file-name", "id", f"is '{activity_id}', but the file is called {file}"))
    return tuple(
        Problem(what=what, file=file, id=activity_id, field=field, detail=detail)
        for what, field, detail in faults
    )


def _spared(fault: Fault) -> bool:
    what, field, _ = fault
    if field in OWN_NEEDS:
        return False
    whole_field_missing = what == "missing" and ("." not in field or field.startswith("meta."))
    return whole_field_missing or what in {"too-few", "by-age", "claim"}


def text(*, longest: int | None = None, words: int | None = None, empty: bool = False) -> Check:
    """Check for text of at most ``longest`` characters and ``words`` words."""

    def check(value: Any, field: str) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield "type", field, f"should be text, not {_kind(value)}"
        elif not value.strip() and not empty:
            yield "too-few", field, "is empty"
        elif longest is not None and len(value.strip()) > longest:
            yield "too-long", field, f"has {len(value.strip())} characters; {longest} is the most"
        elif words is not None and len(value.split()) > words:
            yield "too-long", field, f"has {len(value.split())} words; {words} is the most"

    return check


def one_of(known: Collection[str]) -> Check:
    """Check for one id out of ``known``."""

    def check(value: Any, field: str) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield "type", field, f"should be text, not {_kind(value)}"
        elif value not in known:
            hint = f"; known are {', '.join(known)}" if len(known) < 20 else ""
            yield "unknown-id", field, f"'{value}' is not known{hint}"

    return check


def whole(*, least: int, most: int) -> Check:
    """Check for a whole number from ``least`` to ``most``."""

    def check(value: Any, field: str) -> Iterator[Fault]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield "type", field, f"should be a whole number, not {_kind(value)}"
        elif not least <= value <= most:
            yield "range", field, f"is {value}; it may be {least} to {most}"

    return check


def listed(item: Check, *, least: int = 0, most: int | None = None) -> Check:
    """Check for a list whose every item passes ``item``; nothing may stand in it twice."""

    def check(value: Any, field: str) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield "type", field, f"should be a list, not {_kind(value)}"
            return
        if len(value) < least:
            yield "too-few", field, f"has {len(value)}; {least} is the least"
        if most is not None and len(value) > most:
            yield "too-many", field, f"has {len(value)}; {most} is the most"
        for number, entry in enumerate(value, 1):
            yield from item(entry, f"{field}[{number}]")
            if entry in value[: number - 1]:
                yield "twice", f"{field}[{number}]", "stands in the list twice"

    return check


def group(fields: Mapping[str, Check], *, may_lack: Collection[str] = ()) -> Check:
    """Check for a table with just these fields."""

    def check(value: Any, field: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield "type", field, f"should be a table, not {_kind(value)}"
            return
        prefix = f"{field}." if field else ""
        for key, entry in value.items():
            if key in fields:
                yield from fields[key](entry, prefix + key)
            else:
                yield "unknown-key", prefix + key, "is not a field of this place"
        for key in fields:
            if key not in value and key not in may_lack:
                yield "missing", prefix + key, "is missing"

    return check


def by_key(key_fault: Callable[[str], str], item: Check, *, least: int) -> Check:
    """Check for a table whose keys give an empty ``key_fault`` and whose values pass ``item``."""

    def check(value: Any, field: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield "type", field, f"should be a table, not {_kind(value)}"
            return
        if len(value) < least:
            yield "too-few", field, f"has {len(value)}; {least} is the least"
        for key, entry in value.items():
            if fault := key_fault(key):
                yield "unknown-id", f"{field}.{key}", fault
            yield from item(entry, f"{field}.{key}")

    return check


def _kind(value: Any) -> str:
    names = {bool: "yes or no", int: "a number", float: "a number", str: "text", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, dict) else "a date or time")


def _band_fault(band: str) -> str:
    known = ", ".join(model.BANDS)
    return "" if band in model.BANDS else f"is not an age band; known are {known}"


def _situation_fault(key: str) -> str:
    return (
        "" if re.fullmatch(r"[a-z]+(_[a-z]+)*", key) else "should be small letters with _ between"
    )


@cache
def _sources() -> frozenset[str]:
    """Give the keys of ``evidence.tsv``, the first column below its head."""
    lines = Path(__file__).with_name("evidence.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines[1:])


@cache
def _top() -> Check:
    fields = {"schema_version": whole(least=1, most=1), **_facts(), **_words(), **_tables()}
    return group(fields, may_lack={"hours"})


def _facts() -> dict[str, Check]:
    return {
        "id": text(),
        "evidence": listed(one_of(_sources()), least=1, most=4),
        "pathways": listed(one_of(model.PATHWAYS), least=1),
        "ages": listed(one_of(model.BANDS), least=1),
        "settings": listed(one_of(model.SETTINGS), least=1, most=3),
        "hours": one_of(model.HOURS),
        "format": one_of(model.FORMATS),
        "participants": listed(one_of(model.PARTICIPANTS), least=1),
        "effort": whole(least=min(model.EFFORTS), most=max(model.EFFORTS)),
        "cadence": one_of(model.CADENCES),
        "cooldown_weeks": whole(least=0, most=52),
        "duration": group({"min": whole(least=1, most=600), "max": whole(least=1, most=600)}),
        "skills": group(
            {"primary": one_of(model.SKILLS), "also": listed(one_of(model.SKILLS), most=2)}
        ),
    }


def _words() -> dict[str, Check]:
    return {
        "title": text(longest=40),
        "summary": text(longest=110),
        "child_invite": text(longest=120, empty=True),
        "why_it_works": text(),
        "materials": listed(text(), most=4),
        "prep": text(),
        "plan_hint": text(),
        "adapt": by_key(_situation_fault, text(), least=4),
    }


def _tables() -> dict[str, Check]:
    any_text = text()
    step = group({"text": any_text, "tip": any_text}, may_lack={"tip"})
    instead = group({"not_this": any_text, "try_this": any_text, "because": any_text})
    trouble = group({"if_this": any_text, "then_that": any_text})
    questions = listed(any_text, least=1, most=2)
    return {
        "steps": listed(step, least=3, most=8),
        "say": listed(group({"when": any_text, "words": text(words=25)}), least=2, most=5),
        "instead": listed(instead, least=2, most=4),
        "by_age": by_key(_band_fault, group({"change": any_text, "words": any_text}), least=1),
        "trouble": listed(trouble, least=3, most=5),
        "reflect": group({"parent": questions, "child": questions}),
        "safety": group({"note": any_text, "flags": listed(one_of(model.FLAGS))}),
        "meta": group(
            {
                "version": whole(least=1, most=10_000),
                "status": one_of(model.STATUSES),
                "author": any_text,
                "reviewed_by": listed(any_text),
                "review_due_months": whole(least=1, most=120),
                "reading_age": whole(least=5, most=18),
            }
        ),
    }


def _together(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Give faults that show only when two sound fields are read side by side."""
    yield from _bands(document)
    duration = document.get("duration", {"min": 1, "max": 1})
    if duration["max"] < duration["min"]:
        yield "range", "duration.max", "is shorter than duration.min"
    if duration["max"] > 2 * duration["min"] + 15:
        yield "range", "duration.max", "is more than twice duration.min and 15 minutes"
    if "skills" in document and "pathways" in document:
        main = model.SKILLS[document["skills"]["primary"]].pathway
        if main not in document["pathways"]:
            yield "pathway", "pathways", f"lacks {main}, the pathway of the main skill"
    why = document.get("why_it_works", "")
    claims = "research" in why.casefold() or any(letter.isdigit() for letter in why)
    if claims and not document.get("evidence"):
        yield "claim", "why_it_works", "names a number or research, and evidence is empty"
    safety, meta = document.get("safety", {}), document.get("meta", {})
    careful = [flag for flag in safety.get("flags", ()) if flag in model.REVIEW_FLAGS]
    if careful and meta.get("status") == "published" and not meta.get("reviewed_by"):
        yield "review", "meta.reviewed_by", f"is empty, but {careful[0]} needs a reviewer's name"


def _bands(document: Mapping[str, Any]) -> Iterator[Fault]:
    ages, by_age = document.get("ages", []), document.get("by_age", {})
    for band in ages:
        if band not in by_age:
            yield "by-age", f"by_age.{band}", f"is missing, though ages names {band}"
    for band in by_age:
        if "ages" in document and band not in ages:
            yield "by-age", f"by_age.{band}", f"is written, but ages does not name {band}"
