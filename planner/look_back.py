"""What the past weeks say, in counts a parent can check: time together, who with whom, words for feelings.

A finding stands on at least `ENOUGH` entries and says only what was counted; a time together is an
entry that happened, up to today, with two people or more.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.balance import is_one_to_one
from planner.dates import WEEK_DAYS, monday_of, mondays_between
from planner.model import HAPPENED, Entry, Household, PersonId

ENOUGH = 5
VERY_CLOSE = 5
WARM = 4
HOURS = range(8, 22)
STANDS_OUT = 0.15
"""A share that is this much larger than among all times with a closeness is worth a sentence."""
MOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One true sentence: `count` of `total`. What else it holds depends on `kind`.

    `together`: `count` times since `since`. `close-from`, `close-before`: of the very close times those
    that began at `minute` or later, or before it. `alone`: times just `people` (a child, a grown-up) had,
    of all they shared since `since`. `feelings`: `count` different words in `total` namings for `people`,
    `word` the most frequent one with `most` uses ("" where two are equal). `helped`: of the warm and very
    close times with something that helped, those where `word` did.
    """

    kind: str
    count: int
    total: int
    people: tuple[PersonId, ...] = ()
    since: date | None = None
    minute: int = 0
    word: str = ""
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMinutes:
    """Minutes of one week for each pathway."""

    monday: date
    minutes: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingCounts:
    """The words kept for one child with how often, most frequent first, and in how many entries."""

    child: PersonId
    words: tuple[tuple[str, int], ...]
    entries: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.words)


def first_day(household: Household, today: date, weeks: int | None) -> date:
    """The Monday on which the last `weeks` weeks, this one included, begin; None means from the start."""
    this_monday = monday_of(today)
    if weeks is not None:
        return this_monday - timedelta(days=WEEK_DAYS * (weeks - 1))
    past = (m for m, week in household.weeks.items() if any(map(_was_together, week.entries)))
    return min(past, default=this_monday)


def times_together(household: Household, first: date, today: date) -> tuple[Entry, ...]:
    """The times together from `first` to `today`, both included, in order."""
    return tuple(
        entry
        for monday in sorted(household.weeks)
        if first - timedelta(days=WEEK_DAYS) < monday <= today
        for entry in household.weeks[monday].entries
        if first <= entry.day <= today and _was_together(entry)
    )


def minutes_by_week(times: Iterable[Entry], first: date, today: date) -> tuple[WeekMinutes, ...]:
    """Minutes for the pathways in every week from `first` to `today`, the empty ones too."""
    weeks: dict[date, dict[str, int]] = {
        monday: {} for monday in mondays_between(first, today + timedelta(days=1))
    }
    for entry in times:
        if entry.pathway:
            minutes = weeks[monday_of(entry.day)]
            minutes[entry.pathway] = minutes.get(entry.pathway, 0) + entry.minutes
    return tuple(WeekMinutes(monday=monday, minutes=minutes) for monday, minutes in weeks.items())


def one_to_one(
    times: Iterable[Entry], household: Household
) -> Mapping[tuple[PersonId, PersonId], int]:
    """For every child with every grown-up: how often it was just the two. In the family's order."""
    counts = {(c.id, g.id): 0 for c in household.children for g in household.grown_ups}
    for entry in times:
        if is_one_to_one(entry, household):
            child = next(c.id for c in household.children if c.id in entry.people)
            grown_up = next(g.id for g in household.grown_ups if g.id in entry.people)
            counts[child, grown_up] += 1
    return counts


def feelings(times: Iterable[Entry], child: PersonId) -> FeelingCounts:
    """The words kept for this child. Equally frequent ones stand in the order of the alphabet."""
    kept = [e.reflection.feelings.get(child, ()) for e in times if e.reflection is not None]
    counts = Counter(word for words in kept for word in words)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return FeelingCounts(child=child, words=tuple(ordered), entries=sum(map(bool, kept)))


def findings(household: Household, first: date, today: date) -> tuple[Finding, ...]:
    """Everything worth a sentence in these weeks; nothing while fewer than five times stand behind it."""
    times = times_together(household, first, today)
    if len(times) < ENOUGH:
        return ()
    since = times[0].day
    found: list[Finding | None] = [_close_hour(times)]
    found.append(_least_alone(times, household, since))
    found.extend(_words_of(times, child.id) for child in household.children)
    found.append(_what_helped(times))
    found.append(Finding(kind="together", count=len(times), total=len(times), since=since))
    return tuple(finding for finding in found if finding is not None)


def _was_together(entry: Entry) -> bool:
    return entry.outcome in HAPPENED and len(entry.people) > 1


def _close_hour(times: Iterable[Entry]) -> Finding | None:
    """The whole hour that tells the very close times best from all others, if one does."""
    said = [e for e in times if e.reflection and e.reflection.closeness and not e.all_day]
    close = [e for e in said if e.reflection and e.reflection.closeness == VERY_CLOSE]
    if len(close) < ENOUGH:
        return None
    best, finding = STANDS_OUT, None
    for hour in HOURS:
        minute = hour * 60
        for kind, side in _sides(minute):
            count = sum(map(side, close))
            share = count / len(close)
            lead = share - sum(map(side, said)) / len(said)
            if share >= MOST and lead > best:
                best = lead
                finding = Finding(kind=kind, count=count, total=len(close), minute=minute)
    return finding


def _sides(minute: int) -> tuple[tuple[str, Callable[[Entry], bool]], ...]:
    return (
        ("close-from", lambda entry: entry.start >= minute),
        ("close-before", lambda entry: entry.start < minute),
    )


def _least_alone(times: tuple[Entry, ...], household: Household, since: date) -> Finding | None:
    """The child and grown-up who shared enough times and had the fewest of them to themselves.

    Only where that is at most half of what another pair had: smaller differences are chance.
    """
    alone = one_to_one(times, household)
    most = max(alone.values(), default=0)
    found: list[Finding] = []
    for pair, count in alone.items():
        shared = sum(set(pair) <= set(entry.people) for entry in times)
        if shared >= ENOUGH and 2 * count <= most and count < shared:
            found.append(Finding(kind="alone", count=count, total=shared, people=pair, since=since))
    return min(found, key=lambda f: (f.count, -f.total), default=None)


def _words_of(times: Iterable[Entry], child: PersonId) -> Finding | None:
    counts = feelings(times, child)
    if counts.entries < ENOUGH:
        return None
    word, most = counts.words[0]
    alone_on_top = len(counts.words) == 1 or counts.words[1][1] < most
    return Finding(
        kind="feelings",
        count=len(counts.words),
        total=counts.total,
        people=(child,),
        word=word if alone_on_top else "",
        most=most,
    )


def _what_helped(times: Iterable[Entry]) -> Finding | None:
    """What helped most often in the warm and very close times; "nothing yet" is not an answer here."""
    good = [
        set(e.reflection.helped) - {"nothing"}
        for e in times
        if e.reflection is not None and (e.reflection.closeness or 0) >= WARM
    ]
    told = [helped for helped in good if helped]
    if len(told) < ENOUGH:
        return None
    counts = Counter(name for helped in told for name in sorted(helped))
    word, count = counts.most_common(1)[0]
    return Finding(kind="helped", count=count, total=len(told), word=word)
