from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.model import Activity, Say, Step
from planner.model import (
    Entry,
    EntryId,
    Household,
    PersonId,
    ReachId,
    Ritual,
    RitualId,
    ThreadId,
)
from planner.preferences import Preferences
from planner.reminders import NEVER, before, due, is_missed, is_private, opening
from planner.week import add

DAY = date(2026, 11, 25)
MIDNIGHT = datetime(2026, 11, 25)
SARA, JONAS = PersonId("sara"), PersonId("jonas")
CHOSEN = Preferences(reminders="chosen", remind_before=10)
ALL = Preferences(reminders="all", remind_before=10)
OFF = Preferences(reminders="off")


def walk(**more) -> Entry:
    """A walk on Wednesday at 17:00."""
    entry = Entry(id=EntryId("1"), day=DAY, start=17 * 60, minutes=30, title="Worry walk")
    return replace(entry, **more)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-25T{clock}")


def told(preferences: Preferences, since: str, until: str, *entries: Entry) -> list[datetime]:
    return [r.at for r in due(add(Household(), *entries), preferences, at(since), at(until))]


def test_nothing_reminds_before_somebody_chose_it():
    assert told(Preferences(), "00:00", "23:59", walk()) == []


@pytest.mark.parametrize(
    ("preferences", "remind", "expected"),
    [
        (CHOSEN, None, None),
        (CHOSEN, 15, 15),
        (CHOSEN, NEVER, None),
        (ALL, None, 10),
        (ALL, 0, 0),
        (ALL, NEVER, None),
        (OFF, 15, None),
    ],
)
def test_the_settings_and_the_entry_decide_together(preferences, remind, expected):
    found = before(walk(remind=remind), preferences.reminders, preferences.remind_before)
    assert found == expected


def test_a_reminder_is_due_once_at_its_minute():
    assert told(CHOSEN, "16:44", "16:45", walk(remind=15)) == [at("16:45")]
    assert told(CHOSEN, "16:45", "16:46", walk(remind=15)) == []
    assert told(CHOSEN, "16:43", "16:44", walk(remind=15)) == []


def test_a_reminder_can_be_due_on_the_day_before():
    early = walk(start=10, remind=30)
    found = due(add(Household(), early), CHOSEN, datetime(2026, 11, 24, 23), datetime(2026, 11, 25))
    assert [r.at for r in found] == [datetime(2026, 11, 24, 23, 40)]


@pytest.mark.parametrize("outcome", ["done", "hard", "else", "not-this-week"])
def test_what_has_become_of_it_needs_no_reminder(outcome):
    assert told(ALL, "00:00", "23:59", walk(outcome=outcome)) == []


def test_whole_days_need_no_reminder():
    assert told(ALL, "00:00", "23:59", walk(start=0, minutes=0, days=2)) == []


def test_a_ritual_reminds_each_time():
    ritual = Ritual(id=RitualId("5"), first=walk(remind=10), rule="FREQ=DAILY")
    family = replace(Household(), rituals=(ritual,))
    found = due(family, CHOSEN, MIDNIGHT, MIDNIGHT + timedelta(days=3))
    assert [r.at.day for r in found] == [25, 26, 27]


def test_what_is_for_one_grown_up_reminds_nobody_else():
    mine = walk(only_for=SARA)
    assert told(ALL._replace(me=SARA), "00:00", "23:59", mine) != []
    assert told(ALL._replace(me=JONAS), "00:00", "23:59", mine) == []
    assert told(ALL, "00:00", "23:59", mine) != []


@pytest.mark.parametrize(
    "more",
    [
        {"only_for": SARA},
        {"reach": ReachId("7")},
        {"thread": ThreadId("8")},
        {"title": "Where he hit me"},
    ],
)
def test_what_is_private_shows_neither_title_nor_words(more):
    activity = Activity(
        id="walk", title="Worry walk", pathways=("reach",), summary="Walk.", minutes_min=10,
        minutes_max=20, steps=(Step(text="Walk."),), say=(Say(when="first", words="Shall we?"),),
    )  # fmt: skip
    assert is_private(walk(**more))
    assert opening(walk(**more), activity) == ""
    assert opening(walk(), activity) == "Shall we?"


def test_what_was_missed_longer_than_a_week_ago_is_not_told():
    family = add(
        Household(), walk(remind=5), walk(id=EntryId("2"), day=date(2026, 11, 1), remind=5)
    )
    found = due(family, CHOSEN, datetime(2026, 10, 1), at("20:00"))
    assert [r.entry.day for r in found] == [DAY]


def test_what_has_just_begun_is_still_told_as_a_reminder():
    (reminder,) = due(add(Household(), walk(remind=0)), CHOSEN, at("16:00"), at("17:04"))
    assert not is_missed(reminder, at("17:04"))
    assert is_missed(reminder, at("17:06"))


@given(st.lists(st.integers(0, 24 * 60 * 3), min_size=1, max_size=30))
def test_however_often_one_looks_each_is_told_exactly_once(minutes):
    """Also after the computer slept for hours."""
    family = Household()
    for n in range(6):
        family = add(family, walk(id=EntryId(str(n)), start=n * 200, remind=n * 7))
    looks = sorted({MIDNIGHT + timedelta(minutes=m - 24 * 60) for m in minutes})
    told_one_by_one = []
    since = MIDNIGHT - timedelta(days=2)
    for now in looks:
        told_one_by_one += due(family, CHOSEN, since, now)
        since = now
    assert told_one_by_one == list(due(family, CHOSEN, MIDNIGHT - timedelta(days=2), looks[-1]))
