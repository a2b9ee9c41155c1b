"""Words for feelings that fit the child, and the same again a week later."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from activities.feelings import all_words, words_for
from activities.model import BANDS
from planner import journal
from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from planner.week import add

LEO, MAYA, MUM = PersonId("leo"), PersonId("maya"), PersonId("mum")
LEO_HIMSELF = Person(id=LEO, name="Leo", role="child", birthday=date(2017, 3, 14))
PEOPLE = (
    LEO_HIMSELF,
    Person(id=MAYA, name="Zoë", role="child", birthday=date(2020, 9, 2)),
    Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
)
MONDAY = date(2026, 11, 16)
HELPED = {"listened": "I listened first", "laughed": "We laughed"}


def kept(n, *, title="Worry walk", people=(LEO, MUM), pathway="reach", **words):
    return Entry(
        id=EntryId(str(n)),
        day=MONDAY + timedelta(days=n),
        start=1140,
        minutes=15,
        title=title,
        people=people,
        pathway=pathway,
        outcome="done",
        reflection=Reflection(written=datetime(2026, 11, 25, 21), **words),
    )


def family(*entries):
    return add(Household(people=PEOPLE), *entries)


@pytest.mark.parametrize("band", BANDS)
def test_the_first_words_of_each_age_are_known_fit_the_age_and_look_wide(band):
    offered = journal.FIRST_WORDS[band]
    fitting = {f.word: f.family for f in words_for(band)}
    assert len(set(offered)) == 8
    assert set(offered) <= set(fitting)
    assert len({fitting[word] for word in offered}) >= 7
    pleasant = sum(fitting[word] in {"glad", "calm", "close", "keen"} for word in offered)
    assert pleasant == 4


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2026, 1, 1), "2-4"),
        (date(2022, 6, 1), "2-4"),
        (date(2017, 3, 14), "8-10"),
        (date(2000, 1, 1), "14-17"),
        (None, "8-10"),
    ],
)
def test_the_age_on_that_day_says_which_words_fit(born, band):
    assert journal.band_on(replace(LEO_HIMSELF, birthday=born), date(2026, 11, 25)) == band


def test_the_same_words_come_every_time_for_the_same_child():
    household = family(kept(1, feelings={LEO: ("calm",)}))
    offered = journal.first_words(household, LEO_HIMSELF, MONDAY)
    assert offered == journal.first_words(household, LEO_HIMSELF, MONDAY + timedelta(days=30))
    assert len(offered) == 8


def test_chosen_words_come_first_then_those_the_child_had_before_then_the_wide_choice():
    household = family(
        kept(1, feelings={LEO: ("homesick", "fed up")}), kept(2, feelings={LEO: ("fed up",)})
    )
    offered = journal.first_words(household, LEO_HIMSELF, MONDAY, ("wobbly",))
    assert offered[:4] == ("wobbly", "fed up", "homesick", "proud")


def test_another_childs_words_are_not_offered_as_ones_own():
    household = family(kept(1, people=(MAYA,), feelings={MAYA: ("silly",)}))
    assert "silly" not in journal.first_words(household, LEO_HIMSELF, MONDAY)


def test_words_a_child_is_too_young_for_are_not_offered():
    toddler = replace(LEO_HIMSELF, birthday=date(2023, 6, 1))
    household = family(kept(1, feelings={LEO: ("resentful",)}))
    assert "resentful" not in journal.first_words(household, toddler, MONDAY)


def test_sad_days_do_not_make_all_eight_words_sad():
    sad = ("sad", "hurt", "lonely", "left out", "disappointed", "homesick")
    household = family(kept(1, feelings={LEO: sad}))
    families = {f.word: f.family for f in all_words()}
    offered = journal.first_words(household, LEO_HIMSELF, MONDAY)
    assert sum(families[word] == "sad" for word in offered) <= 5
    assert len({families[word] for word in offered}) >= 4


def test_all_words_of_an_age_stand_under_their_family():
    grouped = journal.families("2-4")
    assert grouped["glad"] == ("happy", "silly", "excited")
    assert sum(map(len, grouped.values())) == len(words_for("2-4"))


def test_own_words_are_those_the_library_lacks_the_latest_first():
    household = family(
        kept(1, feelings={LEO: ("flumpy", "calm")}),
        kept(2, feelings={MAYA: ("wobbly",), LEO: ("flumpy",)}),
        kept(3, feelings={LEO: ("zingy",)}),
    )
    assert journal.own_words(household) == ("zingy", "wobbly", "flumpy")


def test_again_is_a_week_later_open_and_without_what_was_kept():
    entry = replace(kept(1, line="Snow"), why="Bedtime suits it.", note="Bring the torch.")
    repeated = journal.again(entry)
    assert (repeated.day - entry.day).days == 7
    assert (repeated.outcome, repeated.reflection, repeated.why) == ("planned", None, "")
    assert (repeated.title, repeated.start, repeated.note) == (
        entry.title,
        1140,
        "Bring the torch.",
    )
