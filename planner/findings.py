"""Sentences worth saying about past weeks, each with the entries it stands on.

A finding stands on at least `ENOUGH` entries and says only what was counted. That something is more
often so than otherwise is said only where the difference is larger than chance.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from planner.look_back import (
    VERY_CLOSE,
    close_moments,
    feelings,
    helped_in,
    one_to_one,
    times_together,
)
from planner.model import Entry, Household, PersonId
from planner.proportions import is_clearly_more, wilson

ENOUGH = 5
HOURS = range(8, 22)
MOST = 0.6
"""A share of the very close times that is worth a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One true sentence: `count` of `total`. What else it holds depends on `kind`.

    `together`: `count` times since `since`. `close-from`, `close-before`: of the very close times those
    that began at `minute` or later, or before it. `close-moment`: of the times at the moment `word`
    those that felt very close. `alone`: times just `people` (a child, a grown-up) had, of all they
    shared since `since`. `feelings`: `count` different words in `total` namings for `people`, `word`
    the most frequent one with `most` uses ("" where two are equal). `helped`: of the warm and very
    close times with something that helped, those where `word` did.

    It stands on `counted`, of `counted` and `others` together.
    """

    kind: str
    count: int
    total: int
    people: tuple[PersonId, ...] = ()
    since: date | None = None
    minute: int = 0
    word: str = ""
    most: int = 0
    counted: tuple[Entry, ...] = ()
    others: tuple[Entry, ...] = ()


def findings(
    household: Household, first: date, today: date, me: PersonId | None = None
) -> tuple[Finding, ...]:
    """Everything worth a sentence in these weeks; nothing while fewer than five times stand behind it."""
    times = times_together(household, first, today, me)
    if len(times) < ENOUGH:
        return ()
    since = times[0].day
    found: list[Finding | None] = [_close_hour(times), _close_moment(times)]
    found.append(_least_alone(times, household, since))
    found.extend(_words_of(times, child.id) for child in household.children)
    found.append(_what_helped(times))
    count = len(times)
    together = Finding(kind="together", count=count, total=count, since=since, counted=times)
    return tuple(finding for finding in (*found, together) if finding is not None)


def _divided(
    entries: Iterable[Entry], side: Callable[[Entry], bool]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    held = tuple(entries)
    return tuple(e for e in held if side(e)), tuple(e for e in held if not side(e))


def _closeness(entry: Entry) -> int | None:
    return entry.reflection.closeness if entry.reflection else None


def _close_hour(times: Iterable[Entry]) -> Finding | None:
    """The whole hour that tells the very close times best from the others, if one clearly does."""
    said = [e for e in times if _closeness(e) is not None and not e.all_day]
    close, rest = _divided(said, lambda e: _closeness(e) == VERY_CLOSE)
    if len(close) < ENOUGH or not rest:
        return None
    splits = _splits(close, rest)
    for kind, hour in sorted(splits, key=lambda s: splits[s], reverse=True):
        minute = hour * 60
        sides = (_from if kind == "close-from" else _before)(minute)
        counted, others = _divided(close, sides)
        other = sum(map(sides, rest))
        share = len(counted) / len(close)
        tries = len(set(splits.values()))
        if share >= MOST and is_clearly_more((len(counted), len(close)), (other, len(rest)), tries):
            return Finding(
                kind=kind,
                count=len(counted),
                total=len(close),
                minute=minute,
                counted=counted,
                others=others,
            )
    return None


def _splits(close: tuple[Entry, ...], rest: tuple[Entry, ...]) -> dict[tuple[str, int], float]:
    """How far apart the shares of both are for every way to divide the day; the narrowest way of equals."""
    ways: dict[tuple[str, int], float] = {}
    ordered = [("close-from", hour) for hour in reversed(HOURS)]
    ordered += [("close-before", hour) for hour in HOURS]
    for kind, hour in ordered:
        side = (_from if kind == "close-from" else _before)(hour * 60)
        lead = sum(map(side, close)) / len(close) - sum(map(side, rest)) / len(rest)
        ways[kind, hour] = lead
    return ways


def _from(minute: int) -> Callable[[Entry], bool]:
    return lambda entry: entry.start >= minute


def _before(minute: int) -> Callable[[Entry], bool]:
    return lambda entry: entry.start < minute


def _close_moment(times: tuple[Entry, ...]) -> Finding | None:
    """The moment of the day whose times clearly felt very close more often than all others."""
    counts = close_moments(times)
    close = sum(_closeness(e) == VERY_CLOSE for e in times)
    said = sum(_closeness(e) is not None for e in times)
    clear = [
        (count / total, total, moment)
        for moment, (count, total) in counts.items()
        if total >= ENOUGH
        and said > total
        and is_clearly_more((count, total), (close - count, said - total), len(counts))
    ]
    if not clear:
        return None
    moment = max(clear)[2]
    its = [e for e in times if e.moment == moment and _closeness(e) is not None]
    counted, others = _divided(its, lambda e: _closeness(e) == VERY_CLOSE)
    return Finding(
        kind="close-moment",
        count=len(counted),
        total=len(its),
        word=moment,
        counted=counted,
        others=others,
    )


def _least_alone(times: tuple[Entry, ...], household: Household, since: date) -> Finding | None:
    """The child and grown-up who shared enough times and had the fewest of them to themselves.

    Only where that is clearly fewer than another pair had: smaller differences are chance.
    """
    alone = one_to_one(times, household)
    most = max(alone.values(), default=0)
    found: list[Finding] = []
    for pair, count in alone.items():
        shared = [e for e in times if set(pair) <= set(e.people)]
        fewer = most > 0 and wilson(count, count + most)[1] < 1 / 2
        if len(shared) >= ENOUGH and fewer and count < len(shared):
            counted, others = _divided(shared, lambda e, p=pair: set(e.people) == set(p))  # type: ignore[misc]
            found.append(
                Finding(
                    kind="alone",
                    count=count,
                    total=len(shared),
                    people=pair,
                    since=since,
                    counted=counted,
                    others=others,
                )
            )
    return min(found, key=lambda f: (f.count, -f.total), default=None)


def _words_of(times: Iterable[Entry], child: PersonId) -> Finding | None:
    named = tuple(e for e in times if e.reflection and e.reflection.feelings.get(child))
    counts = feelings(named, child)
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
        counted=named,
    )


def _what_helped(times: Iterable[Entry]) -> Finding | None:
    """What helped most often in the warm and very close times."""
    told, _ = _divided(times, lambda e: bool(helped_in(e)))
    if len(told) < ENOUGH:
        return None
    uses = Counter(name for entry in told for name in sorted(helped_in(entry)))
    word, count = min(uses.items(), key=lambda pair: (-pair[1], pair[0]))
    counted, others = _divided(told, lambda e: word in helped_in(e))
    return Finding(
        kind="helped",
        count=count,
        total=len(told),
        word=word,
        counted=counted,
        others=others,
    )
