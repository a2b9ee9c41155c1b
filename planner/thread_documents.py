"""Threads as plain documents and back, with every value checked on the way in."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from planner.checked import (
    BadValueError,
    Document,
    all_of,
    day,
    moment,
    one_of,
    take,
    text_or_none,
    texts,
)
from planner.errors import Problem
from planner.model import PersonId, Readers, ThreadId
from planner.threads import KNOTS, Answer, Check, State, Thread

ANSWERS, STATES, READERS = get_args(Answer), get_args(State), get_args(Readers)
WORDS = ("deed", "when", "line", "feeling", "amends", "if_this", "then_that")


def number(thread: Thread) -> str:
    return thread.id


def document(thread: Thread) -> dict[str, Any]:
    """The thread without its id; what is empty is left out."""
    whole = {
        "opened": thread.opened.isoformat(),
        "happened": thread.happened.isoformat(),
        "who": list(thread.who),
        "hurt": list(thread.hurt),
        "cool_until": thread.cool_until.isoformat() if thread.cool_until else None,
        "pictures": list(thread.pictures),
        "tied": list(thread.tied),
        "checks": [{"due": c.due.isoformat(), "answer": c.answer} for c in thread.checks],
        "state": thread.state,
        "reach": thread.reach,
        "by": thread.by,
        "readers": thread.readers,
        **{field: getattr(thread, field) for field in WORDS},
    }
    return {field: value for field, value in whole.items() if value not in (None, "", [])}


def values(documents: Mapping[str, Document]) -> Iterator[Thread | Problem]:
    """Every thread by when it was opened, and a problem for what cannot be read."""
    read: list[Thread] = []
    for thread_id, held in documents.items():
        try:
            read.append(_read(thread_id, held))
        except BadValueError as error:
            yield Problem("thread", thread_id, str(error))
    yield from sorted(read, key=lambda t: (t.opened, t.id))


def _read(thread_id: str, held: Document) -> Thread:
    tied = texts(held, "tied")
    if not set(tied) <= set(KNOTS):
        raise BadValueError(f"tied: {tied!r}")
    return Thread(
        id=ThreadId(thread_id),
        opened=moment(held, "opened"),
        happened=moment(held, "happened"),
        who=tuple(PersonId(p) for p in texts(held, "who")),
        hurt=tuple(PersonId(p) for p in texts(held, "hurt")),
        cool_until=None if held.get("cool_until") is None else moment(held, "cool_until"),
        pictures=texts(held, "pictures"),
        tied=tuple(knot for knot in KNOTS if knot in tied),
        checks=tuple(
            Check(due=day(check, "due"), answer=one_of(ANSWERS, check, "answer", ""))
            for check in all_of(dict, held, "checks")
        ),
        state=one_of(STATES, held, "state", "open"),
        reach=text_or_none(held, "reach"),
        by=text_or_none(held, "by"),
        readers=one_of(READERS, held, "readers", "grown-ups"),
        **{field: take(held, field, str, "") for field in WORDS},
    )
