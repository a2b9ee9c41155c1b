"""What the sample family keeps beside its weeks: reaches, repairs, signs, a ritual, a trip and school.

Every page has something to show, and nothing here is older than the weeks it belongs to. Days are
counted from the day given, so that the reaches are past and the trip is still to come.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from activities.model import Activity
from planner.dates import ONE_DAY, WEEK_DAYS, monday_of
from planner.dictionary import Sign, SignState
from planner.model import (
    Entry,
    EntryId,
    Household,
    PersonId,
    ReachId,
    RitualId,
    SignId,
    TemplateId,
    Term,
    ThreadId,
)
from planner.reaches import Reach
from planner.rituals_repeat import Repeat
from planner.rituals_rule import WEEKDAYS
from planner.rituals_series import begun
from planner.sample import ALL, JONAS, LEO, MAYA, SARA, sample_household
from planner.templates import save_template, template_of
from planner.terms import with_terms
from planner.threads import KNOTS, Check, Thread
from planner.week import add, plain_copy

RITUAL = "two-words-before-lights-out"
BACK_AT, BACK_MINUTES = 18 * 60 + 40, 10
FRIDAY, SUNDAY = 4, 6
TRIP_IN_WEEKS, TRIP_DAYS = 3, 3
SCHOOL_YEAR_FROM = 8
PATTERN = "School week"


class _Noticed(NamedTuple):
    """A reach, so many weeks before this one on a weekday."""

    weeks: int
    weekday: int
    clock: tuple[int, int]
    child: PersonId
    by: PersonId
    shape: str
    feeling: str
    need: str
    response: str
    landed: str
    line: str


NOTICED = (
    _Noticed(
        4, 1, (15, 40), LEO, SARA, "body", "scared", "comfort", "stayed", "closer",
        "Stomach ache before football. We sat on the stairs until it was smaller.",
    ),
    _Noticed(
        3, 2, (19, 40), LEO, JONAS, "came-close", "fog", "company", "room", "eased",
        "He stood about in the kitchen. I washed, he dried. Not many words.",
    ),
    _Noticed(
        3, 5, (9, 20), MAYA, JONAS, "showed", "keen", "to-be-seen", "stayed", "closer",
        "A ladybird on the back step. We watched it all the way up the wall.",
    ),
    _Noticed(
        2, 0, (18, 50), LEO, SARA, "joke", "small", "to-be-seen", "brushed-off", "away",
        "He joked about being picked last. I laughed along.",
    ),
    _Noticed(
        2, 6, (19, 10), MAYA, SARA, "quiet", "sad", "comfort", "stayed", "closer",
        "Under the table after Grandma left. I lay down on the floor too.",
    ),
    _Noticed(
        1, 3, (17, 50), MAYA, JONAS, "fight", "angry", "limit", "kind-limit", "eased",
        "It was the wrong cup. I don’t think it was about the cup.",
    ),
    _Noticed(
        1, 4, (15, 20), LEO, SARA, "told", "not-sure", "space", "room", "nothing-yet",
        "His teacher told me at the gate. I asked, he shrugged, we walked home.",
    ),
)  # fmt: skip
GONE_BACK_TO = 3
"""The place in `NOTICED` of the one that was missed and gone back to on the next day."""

WENT_BACK = "That joke about being picked last: I laughed, and I didn’t ask. What was in it?"
GOES_BACK = "You asked if I had a minute and I was on the phone. I have one now. I’m all here."
SIGNS: tuple[tuple[PersonId, PersonId, SignState, str, str, int], ...] = (
    (LEO, SARA, "his-words", "goes quiet in the car", "I’m still at school in my head", 19),
    (LEO, JONAS, "asked", "says his legs hurt at bedtime", "thinking about tomorrow", 12),
    (MAYA, SARA, "his-words", "asks the same thing three times", "look at me, not at the pan", 33),
    (MAYA, JONAS, "guess", "hides under the table", "too many people at once", 6),
)
"""Child, who wrote it, how it is known, sign, meaning, and how many days ago."""


def sample_family(today: date, activities: Mapping[str, Activity]) -> Household:
    """The sample family with everything it keeps: its weeks as `sample_household` has them, and the rest.

    The same for the same day and library. What is still planned of the ritual's activity comes from
    the ritual; what the library does not have is left out.
    """
    household = sample_household(today, activities)
    held = [entry for week in household.weeks.values() for entry in week.entries]
    household = _with_pattern(household, monday_of(today) - timedelta(days=WEEK_DAYS))
    household = _with_ritual(household, held, today)
    household = replace(
        with_terms(household, _terms(today)),
        reaches=_reaches(today),
        threads=_threads(today),
        signs=_signs(today),
    )
    return add(household, *_more_entries(today, len(held)))


def _reaches(today: date) -> tuple[Reach, ...]:
    """By time: those of the weeks before, and yesterday's, which is still to be gone back to."""
    made = tuple(
        Reach(
            id=ReachId(str(n + 1)),
            child=one.child,
            at=_at(_day(today, -one.weeks, one.weekday), *one.clock),
            shape=(one.shape,),
            feeling=one.feeling,
            need=one.need,
            response=(one.response,),
            landed=one.landed,
            line=one.line,
            by=one.by,
        )
        for n, one in enumerate(NOTICED)
    )
    open_one = Reach(
        id=ReachId(str(len(made) + 1)),
        child=LEO,
        at=_at(today - ONE_DAY, 17, 55),
        shape=("asked",),
        feeling="not-sure",
        need="company",
        response=("could-not",),
        landed="not-known",
        line="He asked if I had a minute. I was on the phone.",
        by=JONAS,
    )
    return (*made, open_one)


def _more_entries(today: date, known: int) -> tuple[Entry, ...]:
    """The two ways back and the trip, with ids after those of the `known` entries."""
    missed = NOTICED[GONE_BACK_TO]
    went_back = _back(
        known + 1, _day(today, -missed.weeks, missed.weekday) + ONE_DAY, missed.by, WENT_BACK
    )
    goes_back = _back(known + 2, min(today + ONE_DAY, _day(today, 0, SUNDAY)), JONAS, GOES_BACK)
    trip = Entry(
        id=EntryId(str(known + 3)),
        day=_day(today, TRIP_IN_WEEKS, FRIDAY),
        start=0,
        minutes=0,
        days=TRIP_DAYS,
        title="By the sea with Grandma",
        people=ALL,
        note="We leave on Friday, straight after school.",
    )
    return (
        replace(went_back, reach=ReachId(str(GONE_BACK_TO + 1)), outcome="done"),
        replace(goes_back, reach=ReachId(str(len(NOTICED) + 1))),
        trip,
    )


def _back(number: int, day: date, grown_up: PersonId, words: str) -> Entry:
    return Entry(
        id=EntryId(str(number)),
        day=day,
        start=BACK_AT,
        minutes=BACK_MINUTES,
        title="A few minutes with Leo",
        people=(LEO, grown_up),
        pathway="reach",
        note=words,
    )


def _threads(today: date) -> tuple[Thread, ...]:
    """One that is mended, and one whose first question is asked today."""
    then, yesterday = today - timedelta(days=20), today - ONE_DAY
    in_a_week = timedelta(days=WEEK_DAYS)
    return (
        Thread(
            id=ThreadId("1"),
            opened=_at(then, 19, 30),
            happened=_at(then, 17, 20),
            who=(SARA,),
            hurt=(LEO,),
            deed="shouted",
            when="the paint went over",
            feeling="scary",
            amends="Wash the brushes together and paint one more",
            if_this="I am hungry and it is loud",
            then_that="eat something before I answer",
            tied=KNOTS,
            checks=(
                Check(due=then + ONE_DAY, answer="partly"),
                Check(due=then + in_a_week, answer="mended"),
            ),
            state="mended",
            by=SARA,
        ),
        Thread(
            id=ThreadId("2"),
            opened=_at(yesterday, 19, 5),
            happened=_at(yesterday, 18, 10),
            who=(JONAS,),
            hurt=(MAYA,),
            deed="did-not-listen",
            when="you told me about your tooth",
            feeling="lonely",
            amends="Ten minutes on the step while she talks",
            tied=tuple(knot for knot in KNOTS if knot != "check"),
            checks=(Check(due=today), Check(due=yesterday + in_a_week)),
            by=JONAS,
        ),
    )


def _signs(today: date) -> tuple[Sign, ...]:
    return tuple(
        Sign(
            id=SignId(str(n)),
            child=child,
            sign=sign,
            meaning=meaning,
            state=state,
            updated=today - timedelta(days=ago),
            by=by,
        )
        for n, (child, by, state, sign, meaning, ago) in enumerate(SIGNS, 1)
    )


def _with_pattern(household: Household, monday: date) -> Household:
    """The week from `monday` kept as a pattern, but for what comes by itself."""
    whole = template_of(household, monday, TemplateId("1"), PATTERN)
    plan = tuple(entry for entry in whole.entries if entry.activity != RITUAL)
    return save_template(replace(whole, entries=plan)).step(household) if plan else household


def _with_ritual(household: Household, held: list[Entry], today: date) -> Household:
    """The household in which its activity comes every week from today on, as it did before."""
    like = max((e for e in held if e.activity == RITUAL), key=lambda e: e.day, default=None)
    if like is None:
        return household
    weekday = like.day.weekday()
    first = today + timedelta(days=(weekday - today.weekday()) % WEEK_DAYS)
    entry = like if like.day == first else replace(plain_copy(like), id=EntryId("0"), day=first)
    return begun(household, entry, Repeat(f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekday]}"), RitualId("1"))


def _terms(today: date) -> tuple[Term, ...]:
    """The three terms of the school year that today is in, from a Monday to a Friday each."""
    year = today.year - (today.month < SCHOOL_YEAR_FROM)
    return tuple(
        Term(first=monday_of(first), last=_day(last, 0, FRIDAY))
        for first, last in (
            (date(year, 9, 8), date(year, 12, 18)),
            (date(year + 1, 1, 8), date(year + 1, 3, 28)),
            (date(year + 1, 4, 19), date(year + 1, 7, 20)),
        )
    )


def _day(today: date, weeks: int, weekday: int) -> date:
    return monday_of(today) + timedelta(days=WEEK_DAYS * weeks + weekday)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  (local wall-clock time)
