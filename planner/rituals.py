"""Rituals in the family's weeks: their occurrences are made when a week is read, and never stored.

An occurrence is known by its ritual and the day it was due. Its id is made of the two, longer than
the id of any other entry, so that what becomes of it keeps its place wherever it is moved. As soon
as one is changed, ticked or reflected on it is stored as an entry with that id.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from weakref import ReferenceType, ref

from planner.dates import ONE_DAY
from planner.model import Entry, EntryId, Household, PersonId, Ritual, RitualId, Term
from planner.rituals_days import days_between, falls_on
from planner.rituals_rule import Rule, rule_from
from planner.stored_weeks import entry_ids

DAY_DIGITS = 16
LONG_AHEAD = timedelta(days=10 * 366)

_stored: tuple[ReferenceType[Household], frozenset[str]] | None = None
"""The ids of the stored occurrences of the household asked about last: a week is read several times."""
_given: tuple[ReferenceType[Household], date, date, tuple[Entry, ...]] | None = None
"""What rituals give the household asked about last in the days asked about last, if they were few."""
FEW_DAYS = timedelta(days=14)


def occurrence_id(ritual_id: RitualId, original: date) -> EntryId:
    day = original.year * 10_000 + original.month * 100 + original.day
    return EntryId(f"{ritual_id}{day:0{DAY_DIGITS}}")


def own_id(household: Household, entry: Entry) -> EntryId:
    """An id for what was an occurrence and stands on its own from now on: no ritual can give it."""
    taken, free = stored_ids(household), f"{entry.id}0"
    while free in taken:
        free += "0"
    return EntryId(free)


def original_start(ritual: Ritual, original: date) -> datetime:
    """When the occurrence of this day was due, in wall-clock time."""
    return datetime.combine(original, time()) + timedelta(minutes=ritual.first.start)


def occurrence_of(ritual: Ritual, original: date) -> Entry:
    """The ritual on one of its days, as it is while nothing has become of it.

    A week asks for dozens: `replace` would take twice as long.
    """
    like: dict[str, Any] = {name: getattr(ritual.first, name) for name in Entry.__slots__}
    own = {"id": occurrence_id(ritual.id, original), "day": original}
    return Entry(**like | own | {"ritual": ritual.id, "original": original})


def occurrences(household: Household, first: date, end: date) -> Iterator[Entry]:
    """The occurrences due in the half-open range that are neither stored nor taken out."""
    global _given  # noqa: PLW0603  (only ever what can be asked again)
    if end - first > FEW_DAYS:
        return _made(household, first, end)
    known = _given
    if known is None or known[0]() is not household or not known[1] <= first <= end <= known[2]:
        made = tuple(_made(household, first, end))
        _given = known = ref(household), first, end, made
    return (entry for entry in known[3] if first <= entry.day < end)


def _made(household: Household, first: date, end: date) -> Iterator[Entry]:
    stored = stored_ids(household)
    for ritual in household.rituals:
        skipped = frozenset(ritual.skipped)
        for day in days_of(ritual, first, end, household.terms):
            if day not in skipped and occurrence_id(ritual.id, day) not in stored:
                yield occurrence_of(ritual, day)


def days_of(ritual: Ritual, first: date, end: date, terms: tuple[Term, ...]) -> Iterator[date]:
    """The days the ritual is due in the half-open range, also those that were taken out."""
    rule, start = rule_from(ritual.rule), ritual.first.day
    if not (ritual.in_term and terms):
        return days_between(rule, start, first, end)
    first, last = max(first, min(t.first for t in terms)), max(t.last for t in terms)
    days = days_between(rule, start, first, min(end, last + ONE_DAY) if last < end else end)
    return (day for day in days if any(t.first <= day <= t.last for t in terms))


def ending_after(rule: Rule, start: date, times: int, terms: tuple[Term, ...]) -> Rule:
    """The rule until the day of this many times in term; with as many as there are if they are fewer.

    COUNT itself would count the times that fall into the holidays too.
    """
    endless = replace(rule, count=None, until=None)
    known_until = max((term.last for term in terms), default=start)
    days = days_between(endless, start, start, known_until + ONE_DAY)
    in_term = (day for day in days if any(t.first <= day <= t.last for t in terms))
    return replace(endless, until=max(islice(in_term, times), default=start))


def ritual_with(household: Household, ritual_id: RitualId | None) -> Ritual | None:
    return next((r for r in household.rituals if r.id == ritual_id), None)


def occurrence(household: Household, ritual_id: RitualId, original: date) -> Entry | None:
    """This occurrence as its ritual gives it, or None where it does not, or one is stored."""
    end = original + ONE_DAY if original < date.max else original
    wanted = occurrence_id(ritual_id, original)
    return next((e for e in occurrences(household, original, end) if e.id == wanted), None)


def next_occurrence(household: Household, ritual: Ritual, today: date) -> Entry | None:
    """The next time it comes, as it is planned now; None if it does not within ten years."""
    end = today + LONG_AHEAD if today < date.max - LONG_AHEAD else date.max
    stored = {e.original: e for e in stored_occurrences(household, ritual.id)}
    for day in days_of(ritual, today, end, household.terms):
        if day in stored:
            if stored[day].outcome == "planned":
                return stored[day]
        elif day not in ritual.skipped:
            return occurrence_of(ritual, day)
    return None


def occurrence_with(household: Household, entry_id: EntryId) -> Entry | None:
    """The unstored occurrence with this id, or None."""
    ritual_id, day = entry_id[:-DAY_DIGITS], entry_id[-DAY_DIGITS:]
    if ritual_with(household, RitualId(ritual_id)) is None:
        return None
    try:
        original = date.fromisoformat(day[-8:])
    except ValueError:
        return None
    return occurrence(household, RitualId(ritual_id), original)


def with_ritual(household: Household, ritual: Ritual) -> Household:
    """The household with this ritual, in the place of the one with the same id."""
    others = (r for r in household.rituals if r.id != ritual.id)
    return replace(household, rituals=tuple(sorted((*others, ritual), key=lambda r: r.id)))


def without_ritual(household: Household, ritual_id: RitualId) -> Household:
    """The household without it; what is stored of its occurrences stays."""
    rest = tuple(r for r in household.rituals if r.id != ritual_id)
    return replace(household, rituals=rest)


def skipping(household: Household, entries: Iterable[Entry]) -> Household:
    """The household in which these occurrences are no longer given by their rituals."""
    for entry in entries:
        ritual, day = ritual_with(household, entry.ritual), entry.original
        if ritual is None or day is None or day in ritual.skipped:
            continue
        if falls_on(rule_from(ritual.rule), ritual.first.day, day):
            skipped = tuple(sorted((*ritual.skipped, day)))
            household = with_ritual(household, replace(ritual, skipped=skipped))
    return household


def unskipping(household: Household, entries: Iterable[Entry]) -> Household:
    """The household in which these occurrences stand again, which are about to be stored."""
    for entry in entries:
        ritual = ritual_with(household, entry.ritual)
        if ritual is not None and entry.original in ritual.skipped:
            skipped = tuple(day for day in ritual.skipped if day != entry.original)
            household = with_ritual(household, replace(ritual, skipped=skipped))
    return household


def rituals_without(household: Household, person_id: PersonId) -> Household:
    """The household whose rituals no longer have this person; those of nobody else go.

    So do the stored occurrences nobody else takes part in: their rituals do not give them again.
    """
    alone = (person_id,)
    lost = [e for week in household.weeks.values() for e in week.entries if e.people == alone]
    household = skipping(household, lost)
    rituals = (
        replace(
            r, first=replace(r.first, people=tuple(p for p in r.first.people if p != person_id))
        )
        if person_id in r.first.people
        else r
        for r in household.rituals
        if r.first.people != alone
    )
    return replace(household, rituals=tuple(rituals))


def stored_occurrences(household: Household, ritual_id: RitualId) -> tuple[Entry, ...]:
    """Every stored occurrence of this ritual, in any week."""
    return tuple(
        e for week in household.weeks.values() for e in week.entries if e.ritual == ritual_id
    )


def stored_ids(household: Household) -> frozenset[str]:
    """The ids of all that rituals ever gave and that is stored, also of what stands on its own now."""
    global _stored  # noqa: PLW0603  (only ever what can be asked again)
    known = _stored
    if known is None or known[0]() is not household:
        ids = frozenset(each for each in entry_ids(household.weeks) if len(each) > DAY_DIGITS)
        _stored = known = ref(household), ids
    return known[1]
