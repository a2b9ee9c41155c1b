"""Somebody who was taken out of the family, and all that went along: kept for a month, to be brought back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from planner import week
from planner.actions import Action
from planner.errors import UnknownKeptError
from planner.family import handed_over, without_person
from planner.kept import without_kept
from planner.model import Entry, Household, Moment, Person, PersonId, RemovedId, Week, Wishes
from planner.reaches import month_key
from planner.rituals import own_id, ritual_with

KEPT = timedelta(days=30)
SHARED = ("entries", "rituals", "busy", "calendars", "moments")
"""Where several people can take part in one thing."""
ORDERS: dict[str, Callable[[Any], Any]] = {
    "rituals": lambda r: r.id,
    "calendars": lambda c: (c.name, c.id),
    "reaches": lambda r: (r.at, r.id),
    "reach_months": month_key,
    "threads": lambda t: (t.opened, t.id),
    "signs": lambda s: (s.child, s.id),
    "month_pages": lambda p: (p.month, p.child, p.id),
}
"""What is kept in order, and in which; the others have the newest last."""
WHOLE = ("rituals", "busy", "rotas", "calendars", "moments", *(n for n in ORDERS if n != "rituals"))


class Share(NamedTuple):
    """Something that goes on without them: in which collection, its name there, its people then and since."""

    field: str
    name: str
    was: tuple[PersonId, ...]
    since: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What went along stands in a household of its own, of which they are the only person."""

    id: RemovedId
    on: date
    place: int
    """Which of the people they were."""
    gone: Household
    shares: tuple[Share, ...] = ()

    @property
    def person(self) -> Person:
        return self.gone.people[0]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(e for w in self.gone.weeks.values() for e in w.entries)


def remove_person(
    person: Person, removed_id: RemovedId, today: date, *, heir: PersonId | None, keep: bool
) -> Action:
    """Take somebody out of the family.

    Their entries and rituals go on, with the `heir` in their stead or with nobody, if `keep`; else
    those that were theirs alone go along.
    """

    def step(household: Household) -> Household:
        handed = handed_over(household, person.id, heir) if keep else household
        after = without_person(handed, person.id)
        record = _record(household, after, person.id, removed_id, today)
        return replace(after, removed=(*after.removed, record))

    return Action(code="remove-person", about=person.name, step=step)


def bring_back(removed: Removed) -> Action:
    """Take somebody in again, with all that went along and their part in what went on."""
    return Action(
        code="bring-back", about=removed.person.name, step=lambda h: brought_back(h, removed)
    )


def forget_removed(removed: Removed) -> Action:
    """Keep no longer what went along with somebody."""

    def step(household: Household) -> Household:
        return replace(household, removed=without_kept(household.removed, removed.id))

    return Action(code="forget-person", about=removed.person.name, step=step)


def tidy_removed(today: date) -> Action:
    """Let go of whoever was taken out of the family long enough ago."""

    def step(household: Household) -> Household:
        rest = tuple(r for r in household.removed if last_day(r) >= today)
        return household if rest == household.removed else replace(household, removed=rest)

    return Action(code="tidy-removed", step=step)


def last_day(removed: Removed) -> date:
    """The last day on which they can be brought back."""
    return removed.on + KEPT


def brought_back(household: Household, removed: Removed) -> Household:
    """The household with them and theirs again. UnknownKeptError if nothing is kept of them now.

    What has been changed since stays as it is now, with them in it again; what was deleted since
    stays deleted.
    """
    if removed not in household.removed:
        raise UnknownKeptError(removed.id)
    gone, people = removed.gone, list(household.people)
    people.insert(removed.place, removed.person)
    joined: dict[str, Any] = {
        name: _joined(household, gone, name, removed.person.id) for name in WHOLE
    }
    household = replace(
        household,
        people=tuple(people),
        removed=without_kept(household.removed, removed.id),
        wishes=replace(household.wishes, apart=household.wishes.apart | gone.wishes.apart),
        **joined,
    )
    household = _entries_again(household, removed)
    for share in removed.shares:
        if share.field != "entries":
            household = _shared_again(household, share, removed.person.id)
    known = {e.id for w in household.weeks.values() for e in w.entries}
    return week.add(
        household, *_standing(household, (e for e in removed.entries if e.id not in known))
    )


def _record(
    before: Household, after: Household, person_id: PersonId, removed_id: RemovedId, today: date
) -> Removed:
    place = [p.id for p in before.people].index(person_id)
    went: dict[str, Any] = {name: _gone(before, after, name, person_id) for name in WHOLE}
    gone = Household(
        people=(before.people[place],),
        wishes=Wishes(apart=before.wishes.apart - after.wishes.apart),
        weeks=dict(_weeks_gone(before, after)),
        **went,
    )
    shares = tuple(_shares(before, after, person_id))
    return Removed(id=removed_id, on=today, place=place, gone=gone, shares=shares)


def _gone(before: Household, after: Household, name: str, of: PersonId) -> tuple[Any, ...]:
    """What was in this collection and is no longer, not even with others."""
    left = {_name(each, of) for each in getattr(after, name)}
    return tuple(each for each in getattr(before, name) if _name(each, of) not in left)


def _name(value: Any, of: PersonId) -> str:
    """What tells it from the others, whether this person takes part in it or not."""
    if hasattr(value, "id"):
        return str(value.id)
    if not isinstance(value, Moment):
        return str(month_key(value))
    span, others = value.span, [p for p in value.people if p != of]
    return f"{value.kind} {span.weekdays} {span.start} {span.end} {span.weeks} {others}"


def _weeks_gone(before: Household, after: Household) -> Iterator[tuple[date, Week]]:
    for monday, held in before.weeks.items():
        there = after.weeks.get(monday)
        if there is held:
            continue
        left = {e.id for e in there.entries} if there else set()
        gone = tuple(e for e in held.entries if e.id not in left)
        if gone:
            yield monday, replace(held, entries=gone)


def _shares(before: Household, after: Household, of: PersonId) -> Iterator[Share]:
    """Everything that goes on with other people than before."""
    since = {(field, name): people for field, name, people in _crowds(after, of)}
    for field, name, people in _crowds(before, of):
        now = since.get((field, name), people)
        if now != people:
            yield Share(field, name, people, now)


def _crowds(household: Household, of: PersonId) -> Iterator[tuple[str, str, tuple[PersonId, ...]]]:
    """Who takes part in everything."""
    for held in household.weeks.values():
        yield from (("entries", e.id, e.people) for e in held.entries)
    yield from (("rituals", r.id, r.first.people) for r in household.rituals)
    for field in SHARED[2:]:
        yield from ((field, _name(each, of), each.people) for each in getattr(household, field))


def _joined(household: Household, gone: Household, name: str, of: PersonId) -> tuple[Any, ...]:
    known = {_name(each, of) for each in getattr(household, name)}
    back = (each for each in getattr(gone, name) if _name(each, of) not in known)
    joined = (*getattr(household, name), *back)
    return tuple(sorted(joined, key=ORDERS[name])) if name in ORDERS else joined


def _again(people: tuple[PersonId, ...], share: Share, person_id: PersonId) -> tuple[PersonId, ...]:
    if people == share.since:
        return share.was
    return people if person_id in people else (*people, person_id)


def _entries_again(household: Household, removed: Removed) -> Household:
    """Ten years of entries have thousands of shares: each week is made once."""
    shares = {share.name: share for share in removed.shares if share.field == "entries"}
    weeks = dict(household.weeks)
    for monday, held in household.weeks.items():
        entries = tuple(
            replace(e, people=_again(e.people, shares[e.id], removed.person.id))
            if e.id in shares
            else e
            for e in held.entries
        )
        if entries != held.entries:
            weeks[monday] = replace(held, entries=entries)
    return replace(household, weeks=weeks)


def _shared_again(household: Household, share: Share, person_id: PersonId) -> Household:
    values = []
    for each in getattr(household, share.field):
        if _name(each, person_id) != share.name:
            values.append(each)
        elif share.field == "rituals":
            people = _again(each.first.people, share, person_id)
            values.append(replace(each, first=replace(each.first, people=people)))
        else:
            values.append(replace(each, people=_again(each.people, share, person_id)))
    changed: dict[str, Any] = {share.field: tuple(values)}
    return replace(household, **changed)


def _standing(household: Household, entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, on their own where their ritual has gone meanwhile."""
    for entry in entries:
        if entry.ritual is None or ritual_with(household, entry.ritual) is not None:
            yield entry
        else:
            yield replace(entry, id=own_id(household, entry), ritual=None, original=None)
