"""A file of activities that one family gives to another: written, and read again with care.

One activity alone is a file as the library has them; several stand in a list called `activities`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from activities import catalogue
from activities.model import Activity
from activities.writing import document_of, to_toml
from planner.own_activities import fresh_id, is_good_id

LIST = "activities"
LARGEST = 2_000_000
"""Bytes; the whole library has half of that."""


class Fault(NamedTuple):
    """One thing wrong in a file: which activity (counted from one, 0 for the file itself), which field.

    `what` is for programs, `detail` is in plain words; the same as in `activities.model.Problem`.
    """

    what: str
    detail: str
    number: int = 0
    title: str = ""
    field: str = ""


def written(activities: Collection[Activity]) -> str:
    """The text of a file with these activities; nothing in it says which ones are put away."""
    documents = [document_of(_brought_back(a)) for a in activities]
    return to_toml(documents[0] if len(documents) == 1 else {LIST: documents})


def _brought_back(activity: Activity) -> Activity:
    return replace(activity, status="published") if activity.status == "retired" else activity


def read(content: bytes) -> tuple[tuple[Activity, ...], tuple[Fault, ...]]:
    """The activities of a file, and what is wrong with it. With one fault there are no activities."""
    import tomllib  # noqa: PLC0415 - few families import a file, every start would wait for it

    if len(content) > LARGEST:
        return (), (Fault("too-long", f"is larger than {LARGEST // 1_000_000} MB"),)
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return (), (Fault("syntax", f"is not text in UTF-8 (byte {error.start + 1})"),)
    except (ValueError, RecursionError) as error:
        return (), (Fault("syntax", f"cannot be read as TOML: {error}"),)
    documents = document.get(LIST, [document])
    found = [_read_one(each, number) for number, each in _numbered(documents)]
    faults = (*_about_the_whole(document, documents), *(f for _, wrong in found for f in wrong))
    return (() if faults else tuple(a for a, _ in found if a)), faults


def _numbered(documents: Any) -> Iterator[tuple[int, Any]]:
    return enumerate(documents, 1) if isinstance(documents, list) else iter(())


def _about_the_whole(document: Mapping[str, Any], documents: Any) -> Iterator[Fault]:
    if LIST in document:
        for key in document.keys() - {LIST, "schema_version"}:
            yield Fault("unknown-key", "is not a field of this place", field=key)
    if not isinstance(documents, list) or not documents:
        yield Fault("empty", "holds no activity")
        return
    first: dict[Any, int] = {}
    for number, each in enumerate(documents, 1):
        given = each.get("id") if isinstance(each, dict) else None
        if isinstance(given, str) and first.setdefault(given, number) != number:
            detail = f"'{given}' is the id of activity {first[given]} already"
            yield Fault("duplicate", detail, number=number, title=_title(each), field="id")


def _read_one(document: Any, number: int) -> tuple[Activity | None, tuple[Fault, ...]]:
    activity, problems = catalogue.read(document, "", own=True)
    title = _title(document)
    return activity, tuple(
        Fault(what=p.what, detail=p.detail, number=number, title=title, field=p.field)
        for p in problems
    )


def _title(document: Any) -> str:
    title = document.get("title", "") if isinstance(document, dict) else ""
    return title.strip() if isinstance(title, str) else ""


def to_take_in(
    found: Collection[Activity], own: Collection[Activity], library: Collection[str]
) -> tuple[Activity, ...]:
    """What is new among the activities `found`, with ids nobody has yet.

    An activity the family has word for word is left out; one that shares its id with another, of
    the family or of the `library`, gets an id of its own, so that nothing is written over.
    """
    held = {_brought_back(a) for a in own}
    taken = {*library, *(a.id for a in own)}
    new: list[Activity] = []
    for activity in found:
        if activity in held:
            continue
        good = is_good_id(activity.id) and activity.id not in taken
        activity_id = activity.id if good else fresh_id(activity.title, taken)
        taken.add(activity_id)
        new.append(replace(activity, id=activity_id))
    return tuple(new)
