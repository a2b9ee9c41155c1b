"""The household as plain documents and back, with every value checked on the way in.

The family (people, busy times, moments, wishes) is one document; every entry is one; the private
words of a reflection are one of their own under the entry's id. Which entries cannot be read is for
`planner.stored_weeks` to tell; collections with a table of their own: see `planner.tables`.
"""

from dataclasses import asdict
from typing import Any, get_args

from planner.checked import (
    BadValueError,
    Document,
    all_of,
    day,
    day_or_none,
    moment,
    number,
    number_or_none,
    one_of,
    take,
    text_or_none,
    texts,
    weekdays,
)
from planner.model import (
    MOST_DAYS,
    OUTCOMES,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Moment,
    Person,
    PersonId,
    Pronoun,
    Readers,
    Reflection,
    Role,
    Span,
    Weeks,
    Wishes,
)
from planner.rota_documents import rota_document, rota_from

ROLES, WEEKS = get_args(Role), get_args(Weeks)
PRONOUNS, READERS = get_args(Pronoun), get_args(Readers)
DAY_LIMIT = 24 * 60


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
        "reach": entry.reach,
        "thread": entry.thread,
        "only_for": entry.only_for,
        "days": entry.days or None,
        "was_at": list(entry.was_at or ()),
        "remind": entry.remind,
        "ritual": entry.ritual,
        "original": entry.original.isoformat() if entry.original else None,
    }
    kept = {field: value for field, value in document.items() if value not in (None, "", [])}
    return {"title": entry.title, **kept}


def entry_from(entry_id: str, document: Document, reflection: Reflection | None) -> Entry:
    days = number(document, "days", 0, MOST_DAYS, 0)
    return Entry(
        id=EntryId(entry_id),
        day=day(document, "day"),
        start=number(document, "start", 0, DAY_LIMIT - 1),
        minutes=number(document, "minutes", 0 if days else 1, DAY_LIMIT),
        title=take(document, "title", str),
        people=tuple(PersonId(p) for p in texts(document, "people")),
        activity=text_or_none(document, "activity"),
        pathway=text_or_none(document, "pathway"),
        moment=text_or_none(document, "moment"),
        note=take(document, "note", str, ""),
        why=take(document, "why", str, ""),
        outcome=one_of(OUTCOMES, document, "outcome", "planned"),
        reflection=reflection,
        reach=text_or_none(document, "reach"),
        thread=text_or_none(document, "thread"),
        only_for=text_or_none(document, "only_for"),
        days=days,
        was_at=_was_at(document),
        remind=number_or_none(document, "remind", -1, DAY_LIMIT),
        ritual=text_or_none(document, "ritual"),
        original=day_or_none(document, "original"),
    )


def _was_at(document: Document) -> tuple[int, int] | None:
    values = all_of(int, document, "was_at")
    if not values:
        return None
    if len(values) != 2 or not (0 <= values[0] < DAY_LIMIT and 0 < values[1] <= DAY_LIMIT):
        raise BadValueError(f"was_at: {values!r}")
    return values[0], values[1]


def reflection_document(reflection: Reflection) -> dict[str, Any]:
    return {
        "written": reflection.written.isoformat(),
        "closeness": reflection.closeness,
        "feelings": {person: list(words) for person, words in reflection.feelings.items()},
        "helped": list(reflection.helped),
        "line": reflection.line,
        "by": reflection.by,
        "readers": reflection.readers,
    }


def reflection_from(document: Document) -> Reflection:
    feelings = take(document, "feelings", dict, {})
    return Reflection(
        written=moment(document, "written"),
        closeness=None
        if document.get("closeness") is None
        else number(document, "closeness", 1, 5),
        feelings={PersonId(p): texts(feelings, p) for p in feelings},
        helped=texts(document, "helped"),
        line=take(document, "line", str, ""),
        by=text_or_none(document, "by"),
        readers=one_of(READERS, document, "readers", "grown-ups"),
    )


def _span_document(span: Span) -> dict[str, Any]:
    return {**asdict(span), "weekdays": list(span.weekdays)}


def _span_from(document: Document) -> Span:
    start = number(document, "start", 0, DAY_LIMIT)
    end = number(document, "end", start, DAY_LIMIT)
    weeks = one_of(WEEKS, document, "weeks", "all")
    return Span(weekdays=weekdays(document, "weekdays", None), start=start, end=end, weeks=weeks)


def family_document(household: Household) -> dict[str, Any]:
    wishes = household.wishes
    return {
        "name": household.name,
        "known_by": household.known_by,
        "sample": household.sample,
        "people": [
            {
                "id": p.id,
                "name": p.name,
                "role": p.role,
                "birthday": p.birthday.isoformat() if p.birthday else None,
                "called": p.called,
                "colour": p.colour,
                "pronoun": p.pronoun,
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
        "rotas": [rota_document(r) for r in household.rotas],
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
            "keep_reaches": wishes.keep_reaches,
            "forgotten": {what: day.isoformat() for what, day in wishes.forgotten.items()},
        },
    }


def family_from(document: Document) -> Household:
    """A household without weeks. Raises BadValueError for the first value that is wrong."""
    return Household(
        name=take(document, "name", str, ""),
        known_by=take(document, "known_by", str, ""),
        sample=take(document, "sample", bool, default=False),
        people=tuple(_person_from(p) for p in all_of(dict, document, "people")),
        busy=tuple(_busy_from(b) for b in all_of(dict, document, "busy")),
        rotas=tuple(rota_from(r) for r in all_of(dict, document, "rotas")),
        moments=tuple(
            Moment(
                kind=take(m, "kind", str),
                people=tuple(PersonId(p) for p in texts(m, "people")),
                span=_span_from(take(m, "span", dict)),
            )
            for m in all_of(dict, document, "moments")
        ),
        wishes=_wishes_from(take(document, "wishes", dict, {})),
    )


def _person_from(document: Document) -> Person:
    return Person(
        id=PersonId(take(document, "id", str)),
        name=take(document, "name", str),
        role=one_of(ROLES, document, "role"),
        birthday=day_or_none(document, "birthday"),
        called=take(document, "called", str, ""),
        colour=take(document, "colour", int, 0),
        pronoun=one_of(PRONOUNS, document, "pronoun", ""),
        free=tuple(_span_from(s) for s in all_of(dict, document, "free")),
        own_time=tuple(_span_from(s) for s in all_of(dict, document, "own_time")),
    )


def _busy_from(document: Document) -> Busy:
    return Busy(
        id=BusyId(take(document, "id", str)),
        title=take(document, "title", str),
        people=tuple(PersonId(p) for p in texts(document, "people")),
        span=_span_from(take(document, "span", dict)),
        first=day_or_none(document, "first"),
        last=day_or_none(document, "last"),
    )


def _wishes_from(document: Document) -> Wishes:
    plain = Wishes()
    goals = take(document, "goals", dict, dict(plain.goals))
    forgotten = take(document, "forgotten", dict, {})
    return Wishes(
        goals={pathway: number(goals, pathway, 0, 7 * DAY_LIMIT) for pathway in goals},
        day_max=number(document, "day_max", 0, 99, plain.day_max),
        week_max=number(document, "week_max", 0, 999, plain.week_max),
        quiet_days=weekdays(document, "quiet_days", []),
        blocked=frozenset(texts(document, "blocked")),
        tiny_max=number(document, "tiny_max", 0, 99, plain.tiny_max),
        apart=frozenset(
            (PersonId(take(p, "child", str)), PersonId(take(p, "grown_up", str)))
            for p in all_of(dict, document, "apart")
        ),
        hard_until=day_or_none(document, "hard_until"),
        loss=day_or_none(document, "loss"),
        keep_reaches=number(document, "keep_reaches", 0, 999, plain.keep_reaches),
        forgotten={what: day(forgotten, what) for what in forgotten},
    )
