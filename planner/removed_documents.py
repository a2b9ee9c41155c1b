"""Who was taken out of the family as plain documents and back: what went along as a small family of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from planner.checked import BadValueError, Document, all_of, day, one_of, take, texts
from planner.checked import number as whole
from planner.errors import Problem
from planner.migrations import up_to_date
from planner.model import Household, PersonId, RemovedId
from planner.removed import SHARED, Removed, Share
from planner.storage import StorageError
from planner.store import household_from, tables_of

MOST_PEOPLE = 1000


def number(removed: Removed) -> str:
    return removed.id


def document(removed: Removed) -> dict[str, Any]:
    shares = [share._asdict() for share in removed.shares]
    return {
        "on": removed.on.isoformat(),
        "place": removed.place,
        "gone": {name: table for name, table in tables_of(removed.gone).items() if table},
        "shares": [
            {**share, "was": list(share["was"]), "since": list(share["since"])} for share in shares
        ],
    }


def values(documents: Mapping[str, Document]) -> Iterator[Removed | Problem]:
    """Everybody by the day they were taken out, and a problem for what cannot be read."""
    read: list[Removed] = []
    for removed_id, held in documents.items():
        try:
            gone, problems = household_from(up_to_date(_tables(held)))
            read.append(_removed(removed_id, held, gone))
        except (BadValueError, StorageError) as error:
            yield Problem("removed", removed_id, str(error))
        else:
            yield from problems
    yield from sorted(read, key=lambda removed: (removed.on, removed.id))


def _removed(removed_id: str, held: Document, gone: Household) -> Removed:
    if len(gone.people) != 1:
        raise BadValueError(f"people: {len(gone.people)}")
    return Removed(
        id=RemovedId(removed_id),
        on=day(held, "on"),
        place=whole(held, "place", 0, MOST_PEOPLE, 0),
        gone=gone,
        shares=tuple(_share(each) for each in all_of(dict, held, "shares")),
    )


def _share(held: Document) -> Share:
    was, since = (tuple(map(PersonId, texts(held, name))) for name in ("was", "since"))
    return Share(one_of(SHARED, held, "field"), take(held, "name", str), was, since)


def _tables(held: Document) -> dict[str, dict[str, Any]]:
    tables: dict[str, dict[str, Any]] = take(held, "gone", dict)
    for name in tables:
        all_of(dict, {name: [*take(tables, name, dict).values()]}, name)
    return tables
