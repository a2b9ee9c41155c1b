"""An activity written down as a file of the library, to keep it or to hand it to another family.

The other direction is ``activities.catalogue``; what is written here is read there as it was.
"""

import re
from collections.abc import Mapping
from typing import Any

from activities.model import Activity

Document = dict[str, Any]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def document_of(activity: Activity) -> Document:
    """Give the document of ``activity`` in the order of the library's files, without what is empty.

    A status other than published stands in it; names of reviewers and authors do not, since an
    activity has none.
    """
    document: Document = {
        "schema_version": 1,
        "id": activity.id,
        "title": activity.title,
        "summary": activity.summary,
        "child_invite": activity.child_invite,
        "why_it_works": activity.why_it_works,
        "evidence": list(activity.evidence),
        "pathways": list(activity.pathways),
        "ages": list(activity.bands),
        "settings": list(activity.settings),
        "hours": activity.hours,
        "format": activity.format,
        "participants": list(activity.participants),
        "effort": activity.effort,
        "cadence": activity.cadence,
        "cooldown_weeks": activity.cooldown_weeks,
        "materials": list(activity.materials),
        "prep": activity.prep,
        "plan_hint": activity.plan_hint,
        **_tables(activity),
    }
    return {key: value for key, value in document.items() if value not in ("", [], {})}


def _tables(activity: Activity) -> Document:
    questions = {"parent": list(activity.reflect_parent), "child": list(activity.reflect_child)}
    safety = {"note": activity.safety_note, "flags": list(activity.flags)}
    return {
        "skills": {"primary": activity.skill, "also": list(activity.also)}
        if activity.skill
        else {},
        "duration": {"min": activity.minutes_min, "max": activity.minutes_max},
        "steps": [_without_empty(step._asdict(), "tip") for step in activity.steps],
        "say": [say._asdict() for say in activity.say],
        "instead": [instead._asdict() for instead in activity.instead],
        "by_age": {band: at_age._asdict() for band, at_age in activity.by_age.items()},
        "adapt": dict(activity.adapt),
        "trouble": [trouble._asdict() for trouble in activity.trouble],
        "reflect": questions if any(questions.values()) else {},
        "safety": safety if any(safety.values()) else {},
        "meta": {} if activity.status == "published" else {"status": activity.status},
    }


def _without_empty(document: Document, key: str) -> Document:
    return document if document[key] else {k: v for k, v in document.items() if k != key}


def to_toml(document: Mapping[str, Any]) -> str:
    """Write a document of text, whole numbers, lists of them, tables and lists of tables as TOML.

    ``tomllib.loads`` gives the same document again, whatever letters its texts have. Raises
    TypeError for any other kind of value.
    """
    return "\n".join(_lines(document, ())) + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    plain = {key: value for key, value in table.items() if not _is_table(value)}
    lines = [f"{_key(key)} = {_value(value)}" for key, value in plain.items()]
    for key, value in table.items():
        if key in plain:
            continue
        inner = (*path, key)
        name = ".".join(map(_key, inner))
        several = isinstance(value, list)
        for each in value if several else [value]:
            lines += ["", f"[[{name}]]" if several else f"[{name}]", *_lines(each, inner)]
    return lines


def _is_table(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, Mapping)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"{value!r} has no place in a file of an activity")


def _text(text: str) -> str:
    return f'"{_UNSAFE.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    return _SHORT.get(letter, f"\\u{ord(letter):04x}")
