"""The rules that are never broken: who can do something together, and when they all can.

H1 to H13 are the numbers the rules have in the tests. What depends on other suggestions of the
same week (H7 to H9 and a part of H12) is kept by ``draft``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from planner.fill.instance import (
    BABY_MONTHS,
    BEDTIME,
    COUPLE,
    DAY_MINUTES,
    DAYS,
    EVERY_AGE,
    FAMILY,
    HOME,
    MEAL,
    ONE_TO_ONE,
    OUTDOOR,
    Candidate,
    Gathering,
    Instance,
    Person,
    Windows,
)
from planner.fill.steps import (
    ALL_WEEK,
    QUARTERS,
    STEP,
    WEEK_STEPS,
    days_of,
    inside,
    moments,
    on_days,
    runs,
    steps_of,
    stretch,
    within_a_day,
)

# With more grown-ups than this at home, only one or two of them may be left out of a family
# activity: the number of choices would double with each.
MANY_CAREGIVERS = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Party:
    """People who could do something together; ``days`` are those on which the form allows it.

    ``missing`` counts, for each day, the caregivers at home who are not with them.
    """

    form: str
    who: tuple[str, ...]
    children: tuple[str, ...]
    caregivers: tuple[str, ...]
    days: frozenset[int] = frozenset(DAYS)
    missing: tuple[int, ...] = (0,) * 7


def household(instance: Instance, day: int) -> frozenset[str]:
    """Everybody who is free, goes to bed, eats or rides with the family on that day."""
    people = {person.id for person in instance.people}
    by_person = [*instance.free.items(), *instance.bed.items()]
    home = {p for p, ws in by_person if any(w[0] // DAY_MINUTES == day for w in ws)}
    for gathering in (*instance.meals, *instance.rides):
        if gathering.start // DAY_MINUTES == day:
            home |= gathering.who
    return frozenset(home & people)


def age_fits(activity: Candidate, child: Person) -> bool:
    """The child's age fits, or it is a baby who may come along; an unknown age needs every age."""
    low, high = activity.ages
    if child.months is None:
        return low <= EVERY_AGE[0] and EVERY_AGE[1] <= high
    may_come = activity.form == FAMILY and activity.baby_ok and child.months < BABY_MONTHS
    return low <= child.months <= high or may_come


def parties(instance: Instance) -> tuple[Party, ...]:
    """Everybody who may do something together: pairs, couples, and the family of each day."""
    children = sorted(person.id for person in instance.children)
    caregivers = sorted(person.id for person in instance.caregivers)
    out = [
        Party(form=ONE_TO_ONE, who=tuple(sorted((c, k))), children=(k,), caregivers=(c,))
        for k in children
        for c in caregivers
        if (k, c) not in instance.goals.apart
    ]
    out += [
        Party(form=COUPLE, who=couple, children=(), caregivers=couple)
        for couple in sorted(set(instance.goals.couples))
        if couple and set(couple) <= set(caregivers)
    ]
    return (*out, *_families(instance, set(children)))


def _families(instance: Instance, children: set[str]) -> list[Party]:
    """All children at home, with all caregivers at home or (from two children on) some of them."""
    days: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[int, int]] = {}
    for day in DAYS:
        home = household(instance, day)
        kids = tuple(sorted(home & children))
        adults = sorted(home - children)
        if not kids:
            continue
        fewest = 1 if len(adults) <= MANY_CAREGIVERS else len(adults) - 2
        for size in range(fewest if len(kids) > 1 else max(1, len(adults)), len(adults) + 1):
            for present in combinations(adults, size):
                days.setdefault((kids, present), {})[day] = len(adults) - size
    return [
        Party(
            form=FAMILY,
            who=tuple(sorted((*kids, *present))),
            children=kids,
            caregivers=present,
            days=frozenset(missing),
            missing=tuple(missing.get(day, 0) for day in DAYS),
        )
        for (kids, present), missing in sorted(days.items())
    ]


@dataclass(slots=True, kw_only=True)
class Timetable:
    """When people can do something, with the given entries in place. Sets are kept once made."""

    instance: Instance
    free: Mapping[str, int]
    bed: Mapping[str, int]
    care: Mapping[str, int]
    # (caregiver, child) -> when that caregiver could watch that child
    watch: Mapping[tuple[str, str], int]
    light: int
    allowed: int
    open: dict[tuple[Party, str], int] = field(default_factory=dict)
    known: dict[tuple[Party, str, int], int] = field(default_factory=dict)
    by_day: dict[tuple[Party, str, int], tuple[int, ...]] = field(default_factory=dict)

    def available(self, party: Party, setting: str) -> int:
        """The steps in which everybody is available in the way the setting needs (H6)."""
        place = self.instance.places.get(setting)
        if place is not None:
            return self.available(party, place.like) & inside(place.hours)
        if setting in {HOME, OUTDOOR}:
            steps = self.light if setting == OUTDOOR else ALL_WEEK
            for person in party.who:
                steps &= self.free[person]
            return steps
        if setting == BEDTIME:
            steps = ALL_WEEK if party.children else 0
            for person in party.who:
                steps &= (self.bed if person in party.children else self.free)[person]
            return steps
        shared = self.instance.meals if setting == MEAL else self.instance.rides
        suits = _contains if party.form == FAMILY else _equals
        return inside((g.start, g.end) for g in shared if suits(g, party))

    def watched(self, party: Party) -> int:
        """The steps in which every child who needs it is watched by somebody else (H12)."""
        steps = ALL_WEEK
        for child, care in self.care.items():
            if care and child not in party.who:
                someone = 0
                for (caregiver, watched), when in self.watch.items():
                    if watched == child and caregiver not in party.who:
                        someone |= when
                steps &= ~care | someone
        return steps

    def open_steps(self, party: Party, setting: str) -> int:
        """The steps in which they are available, allowed to be planned for, and not needed."""
        key = (party, setting)
        if key not in self.open:
            steps = self.available(party, setting) & self.allowed & on_days(party.days)
            self.open[key] = steps and steps & self.watched(party)
        return self.open[key]

    def starts(self, party: Party, setting: str, minutes: int) -> int:
        """The quarter-hours at which they may start, but for entries still to be suggested."""
        key = (party, setting, minutes)
        if key not in self.known:
            steps = runs(self.open_steps(party, setting), steps_of(minutes))
            steps = steps and steps & QUARTERS & within_a_day(minutes)
            self.known[key] = steps and steps & ~self.clashes(party, minutes)
        return self.known[key]

    def starts_of_day(self, party: Party, setting: str, minutes: int) -> tuple[int, ...]:
        """The same, cut into days."""
        key = (party, setting, minutes)
        if key not in self.by_day:
            self.by_day[key] = days_of(self.starts(party, setting, minutes))
        return self.by_day[key]

    def clashes(self, party: Party, minutes: int) -> int:
        """The steps at which starting would come too near to a given entry (H7)."""
        gap, steps = self.instance.goals.gap, 0
        for entry in self.instance.fixed:
            if not set(entry.who).isdisjoint(party.who):
                steps |= stretch(
                    (entry.start - minutes - gap) // STEP + 1, -(-(entry.end + gap) // STEP)
                )
        return steps


def timetable(instance: Instance) -> Timetable:
    """Work out when each person is free, watched and allowed to be planned for."""
    goals = instance.goals
    open_days = on_days(frozenset(DAYS) - goals.quiet_days)
    return Timetable(
        instance=instance,
        free=_by_person(instance, instance.free, inside),
        bed=_by_person(instance, instance.bed, inside),
        care=_by_person(instance, instance.care, moments),
        watch=_watch(instance),
        light=inside(instance.light),
        allowed=open_days & stretch(-(-instance.now // STEP), WEEK_STEPS),
    )


def _watch(instance: Instance) -> dict[tuple[str, str], int]:
    """A caregiver watches when at home and not in a given entry without the child."""
    home = _by_person(instance, instance.home, moments)
    out = {}
    for child in instance.children:
        for caregiver in instance.caregivers:
            busy = moments(
                (entry.start, entry.end)
                for entry in instance.fixed
                if caregiver.id in entry.who and child.id not in entry.who
            )
            out[caregiver.id, child.id] = home[caregiver.id] & ~busy
    return out


def _by_person(
    instance: Instance,
    windows: Mapping[str, Windows],
    steps: Callable[[Iterable[tuple[int, ...]]], int],
) -> dict[str, int]:
    return {person.id: steps(windows.get(person.id, ())) for person in instance.people}


def _contains(gathering: Gathering, party: Party) -> bool:
    return gathering.who.issuperset(party.who)


def _equals(gathering: Gathering, party: Party) -> bool:
    return gathering.who == set(party.who)
