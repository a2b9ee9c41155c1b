"""When a child reached out: what it looked like, what became of it, and going back to one that was missed.

A reach is kept in four words or fewer. What a grown-up did counts as missed if it was one of
`MISSED`; a missed reach can be gone back to by an entry of the week that bears its id. Whether that
happened is read off the entry, so that ticking it, taking the tick back or undo need nothing more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from planner.dates import WEEK_DAYS
from planner.harm import speaks_of_harm
from planner.model import (
    HAPPENED,
    Entry,
    Household,
    PersonId,
    ReachId,
    Readers,
    may_read,
)

SHAPES = (
    "asked", "came-close", "showed", "body", "fight", "quiet", "joke", "screen", "told", "other",
)  # fmt: skip
"""How a reach can look: also a stomach ache, a fight, silence in the doorway."""

FEELINGS = ("glad", "calm", "close", "keen", "sad", "angry", "scared", "small", "fog", "not-sure")
"""What it might have been: the families of `activities.feelings`, and an honest "not sure"."""

NEEDS = ("comfort", "company", "help", "to-be-seen", "space", "limit")
MET = ("stayed", "helped", "room", "kind-limit")
MISSED = ("missed", "brushed-off", "snapped", "could-not")
RESPONSES = (*MET, *MISSED)
LANDINGS = ("closer", "eased", "nothing-yet", "away", "not-known")
GOOD_LANDINGS = frozenset(("closer", "eased"))

HEAVY = frozenset(("snapped", "could-not"))
HEAVY_FROM = 3
"""So many heavy answers in seven days: a heavy week for the grown-up too."""

ReturnState = Literal["none", "open", "planned", "done", "let-be"]
HOURS = ((5, "night"), (9, "morning"), (15, "school-day"), (18, "afternoon"), (22, "evening"))
"""The parts of a day as families speak of them, by the hour at which each ends; then it is night again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A child reached out, as somebody noticed it. Nothing but the first word of `shape` has to be said."""

    id: ReachId
    child: PersonId
    at: datetime
    shape: tuple[str, ...] = ()
    feeling: str = ""
    need: str = ""
    response: tuple[str, ...] = ()
    landed: str = ""
    line: str = ""
    let_be: bool = False
    """Missed, and nobody needs to go back to it."""
    by: PersonId | None = None
    readers: Readers = "grown-ups"

    @property
    def missed(self) -> bool:
        return any(response in MISSED for response in self.response)

    @property
    def met(self) -> bool:
        return bool(self.response) and not self.missed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachMonth:
    """The reaches somebody noticed of one child in the month that begins with `month`.

    `shapes` are the two most frequent ones, `hours` the parts of the day with most of them, `eased`
    what was done when it landed well; most frequent first, and only what was there more than once.
    """

    child: PersonId
    month: date
    noticed: int
    met: int
    came_back: int
    shapes: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    eased: tuple[str, ...] = ()
    by: PersonId | None = None
    readers: Readers = "grown-ups"


class Noticed(NamedTuple):
    """Counts of what was noticed: how many, met, missed but gone back to, missed and still open."""

    reaches: int = 0
    met: int = 0
    came_back: int = 0
    open: int = 0


# what there is


def readable(household: Household, me: PersonId | None) -> tuple[Reach, ...]:
    """The reaches that `me` may read, by time."""
    return tuple(r for r in household.reaches if may_read(r.by, r.readers, me))


def returns_of(household: Household) -> Mapping[ReachId, Entry]:
    """The entry that goes back to each reach: one that happened before one that is still to come."""
    found: dict[ReachId, Entry] = {}
    if not household.reaches:
        return found
    for held in household.weeks.values():
        for entry in held.entries:
            if entry.reach is not None:
                known = found.get(entry.reach)
                if known is None or known.outcome not in HAPPENED:
                    found[entry.reach] = entry
    return found


def return_state(reach: Reach, returns: Mapping[ReachId, Entry]) -> ReturnState:
    """Where the way back stands; `open` if the reach was missed and nothing has been decided."""
    entry = returns.get(reach.id)
    if entry is not None and entry.outcome in HAPPENED:
        return "done"
    if reach.let_be:
        return "let-be"
    if entry is not None and entry.outcome == "planned":
        return "planned"
    return "open" if reach.missed else "none"


def open_returns(
    household: Household, me: PersonId | None = None
) -> tuple[tuple[Reach, Entry | None], ...]:
    """Missed reaches nobody has gone back to yet, the latest first, with their entry if it is planned."""
    returns = returns_of(household)
    return tuple(
        (reach, returns.get(reach.id))
        for reach in reversed(readable(household, me))
        if return_state(reach, returns) in {"open", "planned"}
    )


def noticed(reaches: Iterable[Reach], returns: Mapping[ReachId, Entry]) -> Noticed:
    """Count these reaches. One that is planned to be gone back to is still open."""
    counted = tuple(reaches)
    states = Counter(return_state(reach, returns) for reach in counted)
    return Noticed(
        reaches=len(counted),
        met=sum(reach.met for reach in counted),
        came_back=states["done"],
        open=states["open"] + states["planned"],
    )


def between(reaches: Iterable[Reach], first: date, days: int = WEEK_DAYS) -> tuple[Reach, ...]:
    """The reaches of `days` days from `first`."""
    end = first + timedelta(days=days)
    return tuple(r for r in reaches if first <= r.at.date() < end)


def is_heavy_week(reaches: Iterable[Reach], today: date) -> bool:
    """Whether somebody snapped or could not three times in the last seven days. Says nothing of the child."""
    last = between(reaches, today - timedelta(days=WEEK_DAYS - 1))
    return sum(not HEAVY.isdisjoint(reach.response) for reach in last) >= HEAVY_FROM


def deserves_a_word(reach: Reach, reaches: Iterable[Reach]) -> bool:
    """Whether to say something kind after this hard one: once a day, and never where harm is spoken of."""
    first = next((r for r in reaches if r.missed and r.at.date() == reach.at.date()), None)
    is_first = first is None or first.id == reach.id
    return reach.missed and is_first and not speaks_of_harm(reach.line)


def latest_child(household: Household, now: datetime) -> PersonId | None:
    """The child of the last reach of the past week: most likely the one meant this time."""
    since = now - timedelta(days=WEEK_DAYS)
    recent = [r.child for r in household.reaches if since <= r.at <= now]
    return recent[-1] if recent else None


# months


def month_of(reaches: Iterable[Reach], returns: Mapping[ReachId, Entry]) -> ReachMonth:
    """One month of one child and one writer, at least one reach. What speaks of harm is only counted."""
    all_of_them = tuple(reaches)
    calm = tuple(r for r in all_of_them if not speaks_of_harm(r.line))
    counts = noticed(all_of_them, returns)
    first = all_of_them[0]
    return ReachMonth(
        child=first.child,
        month=first.at.date().replace(day=1),
        noticed=counts.reaches,
        met=counts.met,
        came_back=counts.came_back,
        shapes=_often(shape for r in calm for shape in r.shape),
        hours=_often(hours_of(r.at) for r in calm),
        eased=_often(x for r in calm if r.landed in GOOD_LANDINGS for x in r.response if x in MET),
        by=first.by,
        readers=first.readers,
    )


def months_of(household: Household) -> tuple[ReachMonth, ...]:
    """Every month with reaches, kept one by one or not; by month, child and writer."""
    returns = returns_of(household)
    groups: dict[tuple[date, PersonId, PersonId | None, Readers], list[Reach]] = {}
    for reach in household.reaches:
        key = (reach.at.date().replace(day=1), reach.child, reach.by, reach.readers)
        groups.setdefault(key, []).append(reach)
    made = (month_of(group, returns) for group in groups.values())
    return tuple(sorted((*household.reach_months, *made), key=month_key))


def month_key(month: ReachMonth) -> tuple[date, str, str, str]:
    """What a month's sentence is of: no two that are kept are of the same."""
    return month.month, month.child, month.by or "", month.readers


def hours_of(at: datetime) -> str:
    """The part of the day, one of `HOURS`."""
    return next((name for end, name in HOURS if at.hour < end), "night")


def _often(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word, count in Counter(words).most_common(2) if count > 1)
