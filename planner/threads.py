"""The Mending Thread: a repair with five knots, and the day after.

Whoever was hurt sets the pace: no knot has to be tied, "not yet" and "he wants it left alone" are
whole answers, and forgiveness is no field. Where somebody was in danger no thread is kept at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from planner.dates import ONE_DAY, WEEK_DAYS
from planner.model import Entry, Household, PersonId, ReachId, Readers, ThreadId, may_read

Knot = Literal["cool", "own", "land", "right", "check"]
KNOTS: tuple[Knot, ...] = ("cool", "own", "land", "right", "check")
Answer = Literal["", "mended", "partly", "not-yet", "left-alone"]
ANSWERS: tuple[Answer, ...] = ("mended", "partly", "not-yet", "left-alone")
State = Literal["open", "mended", "left-alone"]

DEEDS = (
    "shouted", "snapped", "did-not-listen", "forgot", "broke-a-promise", "laughed", "took",
    "pushed-away", "blamed",
)  # fmt: skip
"""What is often to be owned, to be chosen instead of typed."""

PICTURES = ("cross-face", "sad-face", "loud", "broken", "alone", "hands", "door", "together")
"""What a child can choose from to say what happened, without writing."""

A_MONTH = timedelta(days=28)
SAME_ACT_WITHIN = timedelta(days=60)
SAME_ACT_TIMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A day on which to ask whether the sorry worked, and what was answered; "" until then."""

    due: date
    answer: Answer = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A repair. `who` mends with `hurt`; two grown-ups in `who` let a child see the end of a quarrel.

    `deed` is one of `DEEDS` or words of one's own, `when` the moment in words; `feeling` what it may
    have been for the other; `line` what a child hears of grown-ups who argued. `tied` are the knots
    that are done, in their order.
    """

    id: ThreadId
    opened: datetime
    happened: datetime
    who: tuple[PersonId, ...]
    hurt: tuple[PersonId, ...]
    cool_until: datetime | None = None
    deed: str = ""
    when: str = ""
    pictures: tuple[str, ...] = ()
    line: str = ""
    feeling: str = ""
    amends: str = ""
    if_this: str = ""
    then_that: str = ""
    tied: tuple[Knot, ...] = ()
    checks: tuple[Check, ...] = ()
    state: State = "open"
    reach: ReachId | None = None
    """The reach that was answered so that there is something to mend."""
    by: PersonId | None = None
    readers: Readers = "grown-ups"

    @property
    def has_words(self) -> bool:
        return any((self.deed, self.when, self.line, self.feeling, self.amends, self.pictures))


def readable_threads(household: Household, me: PersonId | None) -> tuple[Thread, ...]:
    """The threads that `me` may read, by when they were opened."""
    return tuple(t for t in household.threads if may_read(t.by, t.readers, me))


def next_knot(thread: Thread, after: Knot | None = None) -> Knot | None:
    """The first knot that is not tied, after this one if it is skipped; None where all are done."""
    start = 0 if after is None else KNOTS.index(after) + 1
    return next((knot for knot in KNOTS[start:] if knot not in thread.tied), None)


def with_knot(thread: Thread, knot: Knot) -> Thread:
    """The thread with this knot tied as well; the last one sets the days to ask on."""
    return replace(thread, tied=tuple(k for k in KNOTS if k in {*thread.tied, knot}))


def with_checks(thread: Thread, today: date) -> Thread:
    """The thread with its two days to ask on, tomorrow and in a week, if it has none yet."""
    if thread.checks:
        return thread
    days = (today + ONE_DAY, today + timedelta(days=WEEK_DAYS))
    return replace(thread, checks=tuple(Check(due=day) for day in days))


def due_check(thread: Thread, today: date) -> Check | None:
    """The question to ask today, if there is one; of several that were missed, only the last."""
    if thread.state != "open":
        return None
    due = [check for check in thread.checks if not check.answer and check.due <= today]
    return due[-1] if due else None


def due_checks(household: Household, today: date, me: PersonId | None = None) -> tuple[Thread, ...]:
    """The threads with a question to ask today, the oldest first."""
    return tuple(t for t in readable_threads(household, me) if due_check(t, today) is not None)


def answered(thread: Thread, answer: Answer, today: date, *, again: bool = True) -> Thread:
    """The thread after its question of today was answered.

    Mended and left alone are ends, and both are good. After "partly" the question of the week is
    still to come, or one in a month; after "not yet" there is one in a month, or with `again` False
    never. Questions that were missed are not asked any more.
    """
    now = due_check(thread, today) or Check(due=today)
    past = tuple(c for c in thread.checks if c.answer)
    later = tuple(c for c in thread.checks if not c.answer and c.due > max(today, now.due))
    if answer in {"mended", "left-alone"}:
        later = ()
    elif answer == "not-yet":
        later = (Check(due=today + A_MONTH),) if again else ()
    elif answer == "partly" and not later:
        later = (Check(due=today + A_MONTH),)
    ends: dict[Answer, State] = {"mended": "mended", "left-alone": "left-alone"}
    return replace(
        thread,
        checks=(*past, replace(now, answer=answer), *later),
        tied=tuple(k for k in KNOTS if k in {*thread.tied, "check"}),
        state=ends.get(answer, "open"),
    )


def without_words(thread: Thread) -> Thread:
    """The thread as a seam alone: what was done, felt and promised is deleted."""
    return replace(
        thread,
        deed="",
        when="",
        pictures=(),
        line="",
        feeling="",
        amends="",
        if_this="",
        then_that="",
    )


def came_back_from(household: Household, me: PersonId | None = None) -> tuple[Thread, ...]:
    """The shelf of ended threads, the latest first."""
    return tuple(t for t in reversed(readable_threads(household, me)) if t.state != "open")


def open_threads(household: Household, me: PersonId | None = None) -> tuple[Thread, ...]:
    """The threads that are not ended, the latest first."""
    return tuple(t for t in reversed(readable_threads(household, me)) if t.state == "open")


def is_repeated(threads: Iterable[Thread], thread: Thread) -> bool:
    """Whether the same act of the same people is mended for the third time within two months."""
    from activities.search import plain  # noqa: PLC0415  (read with the family at the start)

    deed = plain(thread.deed).strip()
    since = thread.opened - SAME_ACT_WITHIN
    earlier = sum(
        t.id != thread.id
        and t.who == thread.who
        and plain(t.deed).strip() == deed
        and since <= t.opened <= thread.opened
        for t in threads
    )
    return bool(deed) and earlier + 1 >= SAME_ACT_TIMES


def opened_by_role(household: Household, threads: Iterable[Thread]) -> tuple[int, int]:
    """How many of these are grown-ups' threads and how many are children's own."""
    children = {c.id for c in household.children}
    counted = tuple(threads)
    own = sum(bool(t.who) and children.issuperset(t.who) for t in counted)
    return len(counted) - own, own


def repairs_of(household: Household, thread: Thread) -> tuple[Entry, ...]:
    """The entries that mend this, by day and time: its amends and what is planned for next time."""
    found = (e for w in household.weeks.values() for e in w.entries if e.thread == thread.id)
    return tuple(sorted(found, key=lambda e: (e.day, e.start, e.id)))
