"""The household as plain documents and back, with every value checked on the way in.

The family (people, busy times, moments, wishes) is one document; every entry is one; the private
words of a reflection are one of their own under the entry's id. A document that cannot be read
gives a `Problem` and is left where it is. Collections with a table of their own: see
`planner.tables`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, get_args

from planner.errors import Problem
from planner.model import (
    OUTCOMES,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Moment,
    Person,
    PersonId,
    Reflection,
    Role,
    Span,
    Weeks,
    Wishes,
)

Document = Mapping[str, Any]
ROLES, WEEKS = get_args(Role), get_args(Weeks)
DAY_LIMIT = 24 * 60


class BadValueError(ValueError):
    """A value of a document is missing or not what it should be: `field: what was found`."""


def _take(document: Document, field: str, kind: type, default: Any = None) -> Any:
    value = document.get(field, default)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise BadValueError(f"{field}: {value!r}")
    return value


def _one_of(known: tuple[Any, ...], document: Document, field: str, default: Any = None) -> Any:
    value = document.get(field, default)
    if value not in known:
        raise BadValueError(f"{field}: {value!r}")
    return value


def _all_of(kind: type, document: Document, field: str) -> list[Any]:
    values: list[Any] = _take(document, field, list, [])
    if not all(isinstance(v, kind) for v in values):
        raise BadValueError(f"{field}: {values!r}")
    return values


def _texts(document: Document, field: str) -> tuple[str, ...]:
    return tuple(_all_of(str, document, field))


def _weekdays(document: Document, field: str, default: Any) -> tuple[int, ...]:
    values = _take(document, field, list, default)
    if not all(type(v) is int and 0 <= v <= 6 for v in values):
        raise BadValueError(f"{field}: {values!r}")
    return tuple(values)


def _number(document: Document, field: str, low: int, high: int, default: Any = None) -> int:
    value: int = _take(document, field, int, default)
    if not low <= value <= high:
        raise BadValueError(f"{field}: {value!r}")
    return value


def _day(document: Document, field: str) -> date:
    try:
        return date.fromisoformat(_take(document, field, str))
    except ValueError as error:
        raise BadValueError(f"{field}: {document.get(field)!r}") from error


def _day_or_none(document: Document, field: str) -> date | None:
    return None if document.get(field) is None else _day(document, field)


def entry_document(entry: Entry) -> dict[str, Any]:
    """The entry without its reflection; what is empty is left out, but never the title."""
    document = {
        "day": entry.day.isoformat(),
        "start": entry.start,
        "minutes": entry.minutes,
        "people": list(entry.people),
        "activity": entry.activity,
        "pathway": entry.pathway,
        "moment": entry.moment,
        "note": entry.note,
        "why": entry.why,
        "outcome": entry.outcome,
    }
    kept = {field: value for field, value in document.items() if value not in (None, "", [])}
    return {"title": entry.title, **kept}


def entry_from(entry_id: str, document: Document, reflection: Reflection | None) -> Entry:
    return Entry(
        id=EntryId(entry_id),
        day=_day(document, "day"),
        start=_number(document, "start", 0, DAY_LIMIT - 1),
        minutes=_number(document, "minutes", 1, DAY_LIMIT),
        title=_take(document, "title", str),
        people=tuple(PersonId(p) for p in _texts(document, "people")),
        activity=_text_or_none(document, "activity"),
        pathway=_text_or_none(document, "pathway"),
        moment=_text_or_none(document, "moment"),
        note=_take(document, "note", str, ""),
        why=_take(document, "why", str, ""),
        outcome=_one_of(OUTCOMES, document, "outcome", "planned"),
        reflection=reflection,
    )


def _text_or_none(document: Document, field: str) -> str | None:
    value: str | None = None if document.get(field) is None else _take(document, field, str)
    return value


def reflection_document(reflection: Reflection) -> dict[str, Any]:
    return {
        "written": reflection.written.isoformat(),
        "closeness": reflection.closeness,
        "feelings": {person: list(words) for person, words in reflection.feelings.items()},
        "helped": list(reflection.helped),
        "line": reflection.line,
    }


def reflection_from(document: Document) -> Reflection:
    try:
        written = datetime.fromisoformat(_take(document, "written", str))
    except ValueError as error:
        raise BadValueError(f"written: {document.get('written')!r}") from error
    if written.tzinfo is not None:  # it could not be put in order with the others
        raise BadValueError(f"written: {document.get('written')!r}")
    feelings = _take(document, "feelings", dict, {})
    return Reflection(
        written=written,
        closeness=None
        if document.get("closeness") is None
        else _number(document, "closeness", 1, 5),
        feelings={PersonId(p): _texts(feelings, p) for p in feelings},
        helped=_texts(document, "helped"),
        line=_take(document, "line", str, ""),
    )


def _span_document(span: Span) -> dict[str, Any]:
    return {**asdict(span), "weekdays": list(span.weekdays)}


def _span_from(document: Document) -> Span:
    start = _number(document, "start", 0, DAY_LIMIT)
    end = _number(document, "end", start, DAY_LIMIT)
    weeks = _one_of(WEEKS, document, "weeks", "all")
    return Span(weekdays=_weekdays(document, "weekdays", None), start=start, end=end, weeks=weeks)


def family_document(household: Household) -> dict[str, Any]:
    wishes = household.wishes
    return {
        "name": household.name,
        "sample": household.sample,
        "people": [
            {
                "id": p.id,
                "name": p.name,
                "role": p.role,
                "birthday": p.birthday.isoformat() if p.birthday else None,
                "called": p.called,
                "colour": p.colour,
                "free": [_span_document(s) for s in p.free],
                "own_time": [_span_document(s) for s in p.own_time],
            }
            for p in household.people
        ],
        "busy": [
            {
                "id": b.id,
                "title": b.title,
                "people": list(b.people),
                "span": _span_document(b.span),
                "first": b.first.isoformat() if b.first else None,
                "last": b.last.isoformat() if b.last else None,
            }
            for b in household.busy
        ],
        "moments": [
            {"kind": m.kind, "people": list(m.people), "span": _span_document(m.span)}
            for m in household.moments
        ],
        "wishes": {
            "goals": dict(wishes.goals),
            "day_max": wishes.day_max,
            "week_max": wishes.week_max,
            "quiet_days": list(wishes.quiet_days),
            "blocked": sorted(wishes.blocked),
            "tiny_max": wishes.tiny_max,
            "apart": [{"child": c, "grown_up": g} for c, g in sorted(wishes.apart)],
            "hard_until": wishes.hard_until.isoformat() if wishes.hard_until else None,
            "loss": wishes.loss.isoformat() if wishes.loss else None,
            "forgotten": {what: day.isoformat() for what, day in wishes.forgotten.items()},
        },
    }


def family_from(document: Document) -> Household:
    """A household without weeks. Raises BadValueError for the first value that is wrong."""
    return Household(
        name=_take(document, "name", str, ""),
        sample=_take(document, "sample", bool, default=False),
        people=tuple(_person_from(p) for p in _all_of(dict, document, "people")),
        busy=tuple(_busy_from(b) for b in _all_of(dict, document, "busy")),
        moments=tuple(
            Moment(
                kind=_take(m, "kind", str),
                people=tuple(PersonId(p) for p in _texts(m, "people")),
                span=_span_from(_take(m, "span", dict)),
            )
            for m in _all_of(dict, document, "moments")
        ),
        wishes=_wishes_from(_take(document, "wishes", dict, {})),
    )


def _person_from(document: Document) -> Person:
    return Person(
        id=PersonId(_take(document, "id", str)),
        name=_take(document, "name", str),
        role=_one_of(ROLES, document, "role"),
        birthday=_day_or_none(document, "birthday"),
        called=_take(document, "called", str, ""),
        colour=_take(document, "colour", int, 0),
        free=tuple(_span_from(s) for s in _all_of(dict, document, "free")),
        own_time=tuple(_span_from(s) for s in _all_of(dict, document, "own_time")),
    )


def _busy_from(document: Document) -> Busy:
    return Busy(
        id=BusyId(_take(document, "id", str)),
        title=_take(document, "title", str),
        people=tuple(PersonId(p) for p in _texts(document, "people")),
        span=_span_from(_take(document, "span", dict)),
        first=_day_or_none(document, "first"),
        last=_day_or_none(document, "last"),
    )


def _wishes_from(document: Document) -> Wishes:
    plain = Wishes()
    goals = _take(document, "goals", dict, dict(plain.goals))
    forgotten = _take(document, "forgotten", dict, {})
    return Wishes(
        goals={pathway: _number(goals, pathway, 0, 7 * DAY_LIMIT) for pathway in goals},
        day_max=_number(document, "day_max", 0, 99, plain.day_max),
        week_max=_number(document, "week_max", 0, 999, plain.week_max),
        quiet_days=_weekdays(document, "quiet_days", []),
        blocked=frozenset(_texts(document, "blocked")),
        tiny_max=_number(document, "tiny_max", 0, 99, plain.tiny_max),
        apart=frozenset(
            (PersonId(_take(p, "child", str)), PersonId(_take(p, "grown_up", str)))
            for p in _all_of(dict, document, "apart")
        ),
        hard_until=_day_or_none(document, "hard_until"),
        loss=_day_or_none(document, "loss"),
        forgotten={what: _day(forgotten, what) for what in forgotten},
    )


def entries_from(
    entries: Mapping[str, Document], reflections: Mapping[str, Document]
) -> Iterator[Entry | Problem]:
    """Every entry that can be read, with its reflection, and a problem for everything that cannot."""
    for entry_id, document in entries.items():
        reflection = None
        if entry_id in reflections:
            try:
                reflection = reflection_from(reflections[entry_id])
            except BadValueError as error:
                yield Problem(code="reflection", where=entry_id, detail=str(error))
        try:
            yield entry_from(entry_id, document, reflection)
        except BadValueError as error:
            yield Problem(code="entry", where=entry_id, detail=str(error))
    for orphan in reflections.keys() - entries.keys():
        yield Problem(code="reflection", where=orphan, detail="entry: None")
