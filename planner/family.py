"""People, busy times, moments and wishes: a household goes in, a household comes out."""

from dataclasses import replace
from typing import Any

from planner.errors import UnknownPersonError
from planner.model import Busy, BusyId, Household, Moment, Person, PersonId, Rota, Week, Wishes


def with_person(household: Household, person: Person) -> Household:
    """The household with this person, in the place of the one with the same id or at the end."""
    if household.person(person.id) is None:
        return replace(household, people=(*household.people, person))
    people = tuple(person if p.id == person.id else p for p in household.people)
    return replace(household, people=people)


def shares_of(household: Household, person_id: PersonId) -> tuple[int, int]:
    """How many entries and rituals are this person's alone, and how many they share with others."""
    entries = (e for w in household.weeks.values() for e in w.entries)
    crowds = [e.people for e in (*entries, *(r.first for r in household.rituals))]
    alone = sum(people == (person_id,) for people in crowds)
    return alone, sum(person_id in people for people in crowds) - alone


def handed_over(household: Household, person_id: PersonId, heir: PersonId | None) -> Household:
    """The household whose entries and rituals have the heir instead of this person, or nobody."""

    def handed(people: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
        if person_id not in people:
            return people
        instead = None if heir in people else heir
        named = (instead if p == person_id else p for p in people)
        return tuple(p for p in named if p is not None)

    weeks = {
        monday: week
        if not any(person_id in e.people for e in week.entries)
        else replace(week, entries=tuple(replace(e, people=handed(e.people)) for e in week.entries))
        for monday, week in household.weeks.items()
    }
    rituals = tuple(
        replace(r, first=replace(r.first, people=handed(r.first.people)))
        if person_id in r.first.people
        else r
        for r in household.rituals
    )
    return replace(household, weeks=weeks, rituals=rituals)


def without_person(household: Household, person_id: PersonId) -> Household:
    """The household without this person.

    Their name leaves every entry, busy time, calendar and moment; what nobody else takes part in
    goes with them, so that no empty card is left behind. So does what was kept about them and what
    only they could read. Other calendars know the family by what they did. UnknownPersonError if
    there is no such person.
    """
    if household.person(person_id) is None:
        raise UnknownPersonError(person_id)
    if household.rituals:
        from planner.rituals import rituals_without  # noqa: PLC0415  (most families have none)

        household = rituals_without(household, person_id)
    from planner.calendars.names import family_mark  # noqa: PLC0415  (few people ever leave)

    wishes = household.wishes
    apart = frozenset(pair for pair in wishes.apart if person_id not in pair)
    weeks = {}
    for monday, week in household.weeks.items():
        kept = _week_without(week, person_id)
        if kept.entries:
            weeks[monday] = kept
    return replace(
        household,
        known_by=family_mark(household),
        people=tuple(p for p in household.people if p.id != person_id),
        busy=_shared_without(household.busy, person_id),
        calendars=_shared_without(household.calendars, person_id),
        rotas=tuple(r for r in household.rotas if r.person != person_id),
        moments=_shared_without(household.moments, person_id),
        wishes=replace(wishes, apart=apart) if apart != wishes.apart else wishes,
        reaches=_kept_without(household.reaches, person_id),
        reach_months=_kept_without(household.reach_months, person_id),
        threads=_kept_without(household.threads, person_id),
        signs=_kept_without(household.signs, person_id),
        month_pages=tuple(p for p in household.month_pages if person_id not in {p.child, p.about}),
        weeks=weeks,
    )


def _shared_without(shared: tuple[Any, ...], person_id: PersonId) -> tuple[Any, ...]:
    """Entries, busy times, calendars or moments for those who are left, if anybody is."""
    return tuple(
        replace(one, people=tuple(p for p in one.people if p != person_id))
        if person_id in one.people
        else one
        for one in shared
        if one.people != (person_id,)
    )


def _kept_without(kept: tuple[Any, ...], person_id: PersonId) -> tuple[Any, ...]:
    """Reaches, threads or signs that are neither about this person nor for their eyes alone."""
    return tuple(
        one
        for one in kept
        if person_id not in _about(one) and (one.by != person_id or one.readers == "grown-ups")
    )


def _about(one: Any) -> tuple[PersonId, ...]:
    return one.who + one.hurt if hasattr(one, "who") else (one.child,)


def _week_without(week: Week, person_id: PersonId) -> Week:
    if not any(person_id in e.people for e in week.entries):
        return week
    return replace(week, entries=_shared_without(week.entries, person_id))


def with_busy(household: Household, busy: Busy) -> Household:
    """The household with this busy time, in the place of the one with the same id or at the end."""
    if any(b.id == busy.id for b in household.busy):
        return replace(
            household, busy=tuple(busy if b.id == busy.id else b for b in household.busy)
        )
    return replace(household, busy=(*household.busy, busy))


def without_busy(household: Household, busy_id: BusyId) -> Household:
    return replace(household, busy=tuple(b for b in household.busy if b.id != busy_id))


def with_rota(household: Household, rota: Rota) -> Household:
    """The household with this rota, in the place of the one with the same id or at the end."""
    if any(r.id == rota.id for r in household.rotas):
        rotas = tuple(rota if r.id == rota.id else r for r in household.rotas)
    else:
        rotas = (*household.rotas, rota)
    return replace(household, rotas=rotas)


def without_rota(household: Household, rota_id: BusyId) -> Household:
    return replace(household, rotas=tuple(r for r in household.rotas if r.id != rota_id))


def with_moments(household: Household, moments: tuple[Moment, ...]) -> Household:
    return replace(household, moments=moments)


def with_wishes(household: Household, wishes: Wishes) -> Household:
    return replace(household, wishes=wishes)
