"""The sample family to look around with: Leo, Maya, Sara and Jonas, and some months of made-up weeks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from activities.model import Activity
from planner.dates import WEEK_DAYS, age_on, monday_of
from planner.model import (
    EVERY_DAY,
    SCHOOL_DAYS,
    WEEKEND,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Moment,
    Outcome,
    Person,
    PersonId,
    Reflection,
    Span,
    Wishes,
)
from planner.week import add

LEO, MAYA, SARA, JONAS = (PersonId(name) for name in ("leo", "maya", "sara", "jonas"))
ALL = (LEO, MAYA, SARA, JONAS)
PAST_WEEKS = 14


def _clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


class _Habit(NamedTuple):
    """An activity this family does on a weekday, every `every` weeks."""

    activity: str
    weekday: int
    start: str
    minutes: int
    people: tuple[PersonId, ...]
    every: int = 1


HABITS = (
    _Habit("todays-specials", 0, "18:00", 15, ALL, 2),
    _Habit("ten-lampposts", 0, "19:30", 20, (LEO, JONAS), 2),
    _Habit("belly-boat", 1, "19:00", 15, (MAYA, SARA), 2),
    _Habit("hot-cold-honest", 1, "18:00", 15, ALL, 3),
    _Habit("fix-feel-or-know", 2, "16:15", 15, (LEO, SARA), 2),
    _Habit("what-the-bear-didnt-say", 2, "19:00", 20, (MAYA, JONAS)),
    _Habit("two-words-before-lights-out", 3, "20:00", 15, (LEO, JONAS)),
    _Habit("help-knock", 3, "17:30", 15, (MAYA, SARA), 3),
    _Habit("good-news-echo", 4, "17:00", 15, (LEO, SARA), 2),
    _Habit("im-fine-five-ways", 4, "18:00", 15, ALL, 3),
    _Habit("job-with-four-hands", 5, "10:00", 45, (LEO, JONAS), 2),
    _Habit("tender-hands", 5, "11:00", 30, (MAYA, JONAS), 3),
    _Habit("pizza-peace", 5, "17:00", 45, ALL, 3),
    _Habit("story-catch", 6, "10:30", 30, ALL, 2),
    _Habit("sunday-huddle", 6, "17:30", 20, ALL),
)

LINES: Mapping[str, tuple[str, ...]] = {
    "todays-specials": (
        "Maya ordered “half a grumpy with extra cuddles”.",
        "Leo took the tired soup without being asked.",
    ),
    "ten-lampposts": (
        "At lamppost seven he told me about the table at lunch.",
        "We said nothing for four lampposts. That was fine.",
        "He asked what I was worried about. I told him.",
    ),
    "belly-boat": ("The boat sank twice from giggling.", "She slept before the harbour."),
    "fix-feel-or-know": (
        "He said “just know”. It was hard not to fix it.",
        "“Feel” today. First time he picked that one.",
    ),
    "what-the-bear-didnt-say": (
        "The fox is “smiling on the outside”, says Maya.",
        "She wanted the sad page again.",
    ),
    "two-words-before-lights-out": (
        "Wobbly and proud.",
        "He only had one word: flat. We left it there.",
        "His words: relieved, hungry.",
    ),
    "good-news-echo": ("He scored and I asked how it felt in his legs.",),
    "job-with-four-hands": (
        "The chain is on. Somewhere under it he said Sam has a new best friend.",
        "We dropped the shelf. He laughed before I did.",
    ),
    "sunday-huddle": (
        "Maya chaired it with the wooden spoon.",
        "Two complaints, one dance, done in fifteen minutes.",
    ),
    "pizza-peace": ("Olives on one quarter only. It is written down now.",),
    "story-catch": ("The dragon had to say sorry to the bus driver.",),
}
FEELINGS: Mapping[PersonId, tuple[str, ...]] = {
    LEO: (
        "left out", "worried", "proud", "calm", "relieved", "tired", "frustrated", "excited",
        "nervous", "understood", "disappointed", "curious", "left out", "proud", "worried",
    ),
    MAYA: (
        "happy", "silly", "cross", "proud", "shy", "cuddly", "brave", "sad", "excited", "tired",
        "happy", "loved",
    ),
}  # fmt: skip
HELPED = ("listened", "named", "laughed", "sorry", "sat", "nothing")


def _birthday(month: int, day: int, age: int, today: date) -> date:
    """The birthday of somebody who is `age` years old today."""
    year = today.year - age
    return date(year - (age_on(date(year, month, day), today) < age), month, day)


def _people(today: date) -> tuple[Person, ...]:
    child_time = (
        Span(weekdays=SCHOOL_DAYS, start=_clock("15:00"), end=_clock("20:30")),
        Span(weekdays=WEEKEND, start=_clock("08:30"), end=_clock("20:30")),
    )
    early = tuple(replace(s, end=_clock("19:30")) for s in child_time)
    return (
        Person(id=LEO, name="Leo", role="child", birthday=_birthday(3, 14, 9, today), colour=0, free=child_time),
        Person(id=MAYA, name="Maya", role="child", birthday=_birthday(9, 2, 6, today), colour=1, free=early),
        Person(
            id=SARA, name="Sara", role="grown-up", called="Mum", colour=2,
            free=(
                Span(weekdays=SCHOOL_DAYS, start=_clock("16:00"), end=_clock("21:30")),
                Span(weekdays=WEEKEND, start=_clock("08:30"), end=_clock("21:30")),
            ),
        ),
        Person(
            id=JONAS, name="Jonas", role="grown-up", called="Dad", colour=3,
            free=(
                Span(weekdays=SCHOOL_DAYS, start=_clock("17:30"), end=_clock("21:30")),
                Span(weekdays=WEEKEND, start=_clock("08:30"), end=_clock("21:30")),
            ),
        ),
    )  # fmt: skip


def _family(today: date) -> Household:
    def span(days: tuple[int, ...], start: str, end: str) -> Span:
        return Span(weekdays=days, start=_clock(start), end=_clock(end))

    return Household(
        sample=True,
        people=_people(today),
        busy=(
            Busy(id=BusyId("school"), title="School", people=(LEO, MAYA), span=span(SCHOOL_DAYS, "8:30", "15:00")),
            Busy(id=BusyId("football"), title="Football", people=(LEO,), span=span((1, 3), "16:00", "17:30")),
        ),
        moments=(
            Moment(kind="bedtime", people=(LEO,), span=span(EVERY_DAY, "20:00", "20:30")),
            Moment(kind="bedtime", people=(MAYA,), span=span(EVERY_DAY, "19:00", "19:30")),
            Moment(kind="meal", people=ALL, span=span(EVERY_DAY, "18:00", "18:30")),
            Moment(kind="car", people=(LEO, SARA), span=span((4,), "17:00", "17:20")),
        ),
        wishes=Wishes(goals={"reach": 60, "feel-with": 60, "stay-close": 60}),
    )  # fmt: skip


def sample_household(today: date, activities: Mapping[str, Activity]) -> Household:
    """The sample family on this day: the same for the same day and library.

    Past weeks are done, with a reflection on about half of what was done; this week is planned up
    to tomorrow; habits whose activity the library does not have are left out.
    """
    household = _family(today)
    this_monday = monday_of(today)
    chance = Random(19)  # noqa: S311  (made-up history, not secrets)
    entries: list[Entry] = []
    for back in range(PAST_WEEKS, -1, -1):
        monday = this_monday - timedelta(days=WEEK_DAYS * back)
        for n, habit in enumerate(HABITS):
            activity = activities.get(habit.activity)
            day = monday + timedelta(days=habit.weekday)
            if activity is None or (back + n) % habit.every or day > today + timedelta(days=1):
                continue
            entry = Entry(
                id=EntryId(str(len(entries) + 1)),
                day=day,
                start=_clock(habit.start),
                minutes=habit.minutes,
                title=activity.title,
                people=habit.people,
                activity=activity.id,
                pathway=activity.pathways[0],
                moment=activity.settings[0] if activity.settings else None,
            )
            entries.append(_lived(entry, chance) if day < today else entry)
    return add(household, *entries)


def _lived(entry: Entry, chance: Random) -> Entry:
    """What may have become of an entry that is past."""
    roll = chance.random()
    outcome: Outcome = "done"
    if roll < 0.08:
        outcome = "not-this-week"
    elif roll < 0.13:
        outcome = "else"
    elif roll < 0.2:
        outcome = "hard"
    lived = replace(entry, outcome=outcome)
    lines = LINES.get(entry.activity or "", ())
    if outcome not in {"done", "hard"} or chance.random() > (0.65 if lines else 0.3):
        return lived
    evening = entry.start >= _clock("19:00")
    low, high = (1, 3) if outcome == "hard" else (3, 5)
    closeness = min(5, chance.randint(low, high) + (evening and outcome == "done"))
    feelings = {
        child: tuple(dict.fromkeys(chance.choices(words, k=chance.choice((1, 1, 2)))))
        for child, words in FEELINGS.items()
        if child in entry.people
    }
    helped = tuple(sorted(chance.sample(HELPED[:5], chance.choice((1, 1, 2)))))
    return replace(
        lived,
        reflection=Reflection(
            written=datetime.combine(entry.day, time(21, 10)),
            closeness=closeness,
            feelings=feelings,
            helped=("nothing",) if outcome == "hard" and closeness == 1 else helped,
            line=chance.choice(lines) if lines and chance.random() < 0.75 else "",
        ),
    )
