"""What most families' weeks look like: times to begin with, so that "Continue" is enough on the first day.

Everything here is a guess to be changed by the family, never a rule. Titles of busy times are words,
so they come from the caller.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planner.dates import age_on
from planner.model import (
    EVERY_DAY,
    SCHOOL_DAYS,
    WEEKEND,
    Busy,
    BusyId,
    Household,
    Moment,
    Person,
    PersonId,
    Role,
    Span,
    Wishes,
)

SCHOOL_AGE = 3
"""From this age on a child is usually away in the daytime, at nursery or school."""

BABY_AGE = 1
"""While a child is younger, a grown-up is assumed to be at home."""

BEDTIMES = ((2, 19 * 60), (5, 19 * 60 + 30), (8, 20 * 60), (12, 20 * 60 + 45), (17, 21 * 60 + 45))
"""Last age in whole years and when bedtime begins.

Half an hour of settling included, a child who is up at seven then sleeps as long as Paruthi et al.
recommend (Journal of Clinical Sleep Medicine 12(6), 2016): 11-14 hours at 1-2 years, 10-13 at 3-5,
9-12 at 6-12 and 8-10 at 13-18.
"""

BEDTIME_MINUTES = 30
MEAL_MINUTES = 30
BREAKFAST, DINNER = 7 * 60 + 15, 18 * 60
NOON = 12 * 60
RIDE = (7 * 60 + 40, 8 * 60)
SCHOOL, WORK = (8 * 60, 15 * 60), (9 * 60, 17 * 60)
AFTER_SCHOOL, AFTER_WORK, MORNING = 15 * 60 + 30, 17 * 60, 9 * 60
LATE = 22 * 60 + 30


def bedtime(age: int | None) -> int:
    """When bedtime begins at this age, in minutes after midnight; a middling time if the age is not known."""
    if age is None:
        return 20 * 60
    return next((start for last, start in BEDTIMES if age <= last), BEDTIMES[-1][1])


def age_of(person: Person, today: date) -> int | None:
    return None if person.birthday is None else age_on(person.birthday, today)


def is_usually_away(person: Person, people: Iterable[Person], today: date) -> bool:
    """Whether somebody goes to school or work on most days.

    Children do from three years on, or when their age is not known; grown-ups do unless there is a
    baby in the family.
    """
    if person.role == "child":
        age = age_of(person, today)
        return age is None or age >= SCHOOL_AGE
    ages = (age_of(p, today) for p in people if p.role == "child")
    return all(age is None or age >= BABY_AGE for age in ages)


def default_free(role: Role, *, age: int | None = None, away: bool = True) -> tuple[Span, ...]:
    """Free hours of working days and of weekends; children are free until their bedtime begins.

    `away` says whether they are at school or work in the daytime.
    """
    end = bedtime(age) if role == "child" else LATE
    home = AFTER_SCHOOL if role == "child" else AFTER_WORK
    return (
        Span(weekdays=SCHOOL_DAYS, start=home if away else MORNING, end=end),
        Span(weekdays=WEEKEND, start=MORNING, end=end),
    )


def usual_busy_id(person: PersonId) -> BusyId:
    """The id of a person's own school or work, of which the first run asks for one."""
    return BusyId(f"{person}-usual")


def default_busy(person: Person, *, school: str, work: str) -> Busy:
    """School for a child, work for a grown-up, Monday to Friday, under these titles."""
    title, (start, end) = (school, SCHOOL) if person.role == "child" else (work, WORK)
    return Busy(
        id=usual_busy_id(person.id),
        title=title,
        people=(person.id,),
        span=Span(weekdays=SCHOOL_DAYS, start=start, end=end),
    )


def default_bedtime(child: Person, today: date) -> Moment:
    start = bedtime(age_of(child, today))
    span = Span(weekdays=EVERY_DAY, start=start, end=start + BEDTIME_MINUTES)
    return Moment(kind="bedtime", people=(child.id,), span=span)


def default_meal(people: Iterable[Person], start: int) -> Moment:
    """A meal every day for all of them."""
    span = Span(weekdays=EVERY_DAY, start=start, end=start + MEAL_MINUTES)
    return Moment(kind="meal", people=tuple(p.id for p in people), span=span)


def default_ride(people: Iterable[Person]) -> Moment:
    """The way to school: the first child with the first grown-up, so that it is time for two."""
    everybody = tuple(people)
    two = tuple(
        next((p.id for p in everybody if p.role == role), None) for role in ("child", "grown-up")
    )
    span = Span(weekdays=SCHOOL_DAYS, start=RIDE[0], end=RIDE[1])
    return Moment(kind="car", people=tuple(p for p in two if p is not None), span=span)


def default_moments(
    people: Iterable[Person], *, today: date, ride: bool = False
) -> tuple[Moment, ...]:
    """A bedtime for every child by age, dinner for all, and a ride to school if wished."""
    everybody = tuple(people)
    bedtimes = tuple(default_bedtime(p, today) for p in everybody if p.role == "child")
    shared = (default_meal(everybody, DINNER), *((default_ride(everybody),) if ride else ()))
    return (*bedtimes, *shared)


def moments_for(
    moments: Iterable[Moment], *, before: Iterable[Person], people: Iterable[Person], today: date
) -> tuple[Moment, ...]:
    """The moments chosen while the family was `before`, fitted to `people`.

    Whoever left is left out, a new child gets a bedtime, and whoever is new comes to the meals.
    """
    was = {p.id: p.role for p in before}
    now = {p.id: p.role for p in people}
    new = tuple(p for p in people if was.get(p.id) != p.role)
    kept = []
    for moment in moments:
        ids = tuple(p for p in moment.people if p in now)
        if moment.kind == "meal":
            ids = (*ids, *(p.id for p in new if p.id not in ids))
        if moment.kind == "bedtime" and all(now[p] != "child" for p in ids):
            continue
        if ids:
            kept.append(replace(moment, people=ids))
    asleep = {p for m in kept if m.kind == "bedtime" for p in m.people}
    bedtimes = (default_bedtime(p, today) for p in new if p.role == "child" and p.id not in asleep)
    return (*bedtimes, *kept)


def free_colour(people: Iterable[Person]) -> int:
    """The first place in the palette that nobody has yet."""
    taken = {p.colour for p in people}
    return next(n for n in range(len(taken) + 1) if n not in taken)


def household_from(
    people: Iterable[Person],
    *,
    busy: Iterable[Busy] = (),
    moments: Iterable[Moment] = (),
    wishes: Wishes | None = None,
) -> Household:
    """A family to begin with: names without stray spaces, and nothing about anybody who is not there."""
    everybody = tuple(replace(p, name=p.name.strip(), called=p.called.strip()) for p in people)
    ids = {p.id for p in everybody}
    there_busy = (replace(b, people=tuple(p for p in b.people if p in ids)) for b in busy)
    there_moments = (replace(m, people=tuple(p for p in m.people if p in ids)) for m in moments)
    return Household(
        people=everybody,
        busy=tuple(b for b in there_busy if b.people),
        moments=tuple(m for m in there_moments if m.people),
        wishes=wishes or Wishes(),
    )
