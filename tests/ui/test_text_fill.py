"""Fill's sentences are true of the family's data, whichever fact decides, and neither praise nor blame."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from activities.model import SKILLS
from planner import suggest
from planner.fill.explain import (
    DyadFacts,
    LikingFacts,
    NewFacts,
    PathwayFacts,
    Reason,
    RitualFacts,
    SkillFacts,
    TimeFacts,
    TogetherFacts,
)
from planner.model import Household, Reflection, Wishes
from planner.week import add
from tests.builders import (
    FAMILY,
    LEO,
    MONDAY,
    SARA,
    activity,
    entry,
    library,
    moment,
    span,
)
from tests.drawn import few
from tests.drawn_families import planning_families, small_libraries
from tests.truth import is_true
from ui.text import fill as text
from ui.text import reasons

SUNDAY_BEFORE = datetime(2026, 3, 1, 12)
PEOPLE = tuple(replace(p, free=(span("15:00-20:30"),)) for p in FAMILY)
HOME = Household(people=PEOPLE, moments=(moment("meal", "18:00-18:30", *FAMILY),))
PRAISE_OR_BLAME = re.compile(
    r"\b(great|well done|good job|amazing|should|must|finally|neglect|fail|enough|sadly|bad)\w*",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True, scope="module")
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


ALL = tuple(sorted(p.id for p in FAMILY))
SOME, PAIR = ("leo", "maya", "sara"), ("leo", "sara")


def reason(facts) -> Reason:
    return Reason(term="any", points=1, facts=facts)


def said(facts) -> str:
    return reasons.sentence(reason(facts), HOME)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (DyadFacts(child="leo", caregiver="sara", days=None), "Leo and Mum have no time alone noted yet."),
        (DyadFacts(child="leo", caregiver="sara", days=1), "Leo and Mum last had time alone a day before this week."),
        (DyadFacts(child="maya", caregiver="jonas", days=13), "Maya and Dad last had time alone 13 days before this week."),
        (DyadFacts(child="maya", caregiver="jonas", days=23), "Maya and Dad last had time alone 3 weeks before this week."),
        (TogetherFacts(who=ALL, days=None), "Nothing noted yet that you all did together."),
        (TogetherFacts(who=ALL, days=5), "You all last did something together 5 days before this week."),
        (TogetherFacts(who=SOME, days=None), "Nothing noted yet that Leo, Maya and Mum did together."),
        (TogetherFacts(who=SOME, days=5), "Leo, Maya and Mum last did something together 5 days before this week."),
        (PathwayFacts(pathway="reach", without=0, target=60, unit="minutes"), "Nothing else for Reach out this week."),
        (PathwayFacts(pathway="reach", without=20, target=60, unit="minutes"), "The rest of the week has 20 of 60 minutes for Reach out."),
        (RitualFacts(activity="talk", count=6), "You have done it 6 times in the last eight weeks."),
        (LikingFacts(activity="talk", times_rated=1, rating=362), "Noted once how close it felt; Fill takes it as “warm” so far."),
        (LikingFacts(activity="talk", times_rated=3, rating=460), "Noted 3 times how close it felt; Fill takes it as “very close” so far."),
        (NewFacts(activity="talk", kind="talk", kind_rating=None), "New: you have not tried it yet."),
        (NewFacts(activity="talk", kind="talk", kind_rating=400), "New; others of its kind (talk) felt good to you."),
        (TimeFacts(who=ALL, setting="home", minutes=90, longest=False), "You are all free then for 90 minutes."),
        (TimeFacts(who=ALL, setting="home", minutes=180, longest=True), "The longest free stretch you all share: 3 hours."),
        (TimeFacts(who=PAIR, setting="home", minutes=90, longest=False), "Leo and Mum are free then for 90 minutes."),
        (TimeFacts(who=PAIR, setting="outdoor", minutes=295, longest=True), "The longest free stretch of daylight Leo and Mum share: 4 hours and 55 minutes."),
        (TimeFacts(who=PAIR, setting="outdoor", minutes=30, longest=False), "Leo and Mum are free in daylight then, for 30 minutes."),
        (TimeFacts(who=ALL, setting="meal", minutes=30, longest=True), "It fits a meal you all share."),
        (TimeFacts(who=PAIR, setting="car", minutes=30, longest=True), "It fits a ride Leo and Mum share."),
        (TimeFacts(who=PAIR, setting="bedtime", minutes=30, longest=False), "It fits bedtime: Leo and Mum have time then."),
    ],
)  # fmt: skip
def test_each_fact_has_its_sentence(facts, words):
    assert said(facts) == words


def test_a_family_of_two_is_spoken_to_as_two():
    two = replace(HOME, people=(LEO, SARA))
    facts = TogetherFacts(who=PAIR, days=5)
    words = reasons.sentence(reason(facts), two)
    assert words == "You two last did something together 5 days before this week."
    never = reasons.sentence(reason(replace(facts, days=None)), two)
    assert never == "Nothing noted yet that you two did together."


def test_a_skill_is_named_as_the_library_names_it():
    skill, known = next(iter(SKILLS.items()))
    words = said(SkillFacts(skill=skill, days=35, wished=False))
    assert words == f"“{known.name}” was last practised 5 weeks before this week."


def test_no_words_praise_or_blame():
    fixed = [value for value in vars(text).values() if isinstance(value, str)]
    said = [words for both in (*reasons.FREE.values(), *reasons.LONGEST.values()) for words in both]
    for words in (*fixed, *said, *text.RULES.values(), *text.ROOM_ON.values()):
        if words is not text.NONE_HINT:  # it speaks of how much is enough
            assert not PRAISE_OR_BLAME.search(words.replace("Somebody", "")), words


@st.composite
def remembered(draw):
    """A family with some weeks behind it: who did what with whom, and how close it felt."""
    ideas = {
        key: replace(idea, skill=draw(st.sampled_from(sorted(SKILLS))))
        for key, idea in draw(small_libraries()).items()
    }
    household = draw(planning_families(ideas))
    household = replace(household, wishes=Wishes())
    pairs = [(c.id, g.id) for c in household.children for g in household.grown_ups]
    past = [
        entry(
            "x Mon 16:00-16:15 before ()",
            monday=MONDAY - timedelta(days=draw(st.integers(1, 70))),
            entry_id=str(100 + n),
            activity=draw(st.sampled_from(sorted(ideas))),
            people=draw(st.sampled_from(pairs)),
            reflection=draw(
                st.none()
                | st.builds(Reflection, written=st.just(SUNDAY_BEFORE), closeness=st.integers(1, 5))
            ),
        )
        for n in range(draw(st.integers(0, 8)))
    ]
    return add(household, *past), ideas


@few
@given(remembered())
def test_every_sentence_is_true_of_the_family(drawn):
    household, ideas = drawn
    found = suggest.suggest(household, MONDAY, ideas, now=SUNDAY_BEFORE)
    for one, shown in zip(found.suggestions, text.explained(found, household), strict=True):
        assert shown.why.endswith(".")
        assert not PRAISE_OR_BLAME.search(shown.why)
        assert is_true(one.reason.facts, shown, household, ideas, found), one.reason


# nothing to suggest


def nothing(household: Household, *, now=SUNDAY_BEFORE) -> str:
    idea = activity("Talk")
    found = suggest.suggest(household, MONDAY, library(idea), now=now)
    assert found.suggestions == ()
    return text.why_nothing(found, household)


def test_without_a_child_there_is_nobody_to_suggest_for():
    assert nothing(Household(people=(SARA,))) == text.NOTHING_PEOPLE


def test_for_an_age_the_library_has_nothing_for_it_says_so():
    noa = replace(LEO, birthday=MONDAY)
    assert nothing(Household(people=(noa, SARA))) == text.NOTHING_AGE


def test_a_week_that_is_over_says_so():
    assert nothing(HOME, now=datetime(2026, 3, 9, 8)) == text.NOTHING_PAST


def test_without_free_time_it_says_where_to_tell_it():
    assert nothing(Household(people=FAMILY)) == text.NOTHING_FREE


def test_a_full_week_says_so():
    full = add(HOME, entry("_ Mon 16:00-16:20 Talk (leo, sara)", activity="talk"))
    assert nothing(replace(full, wishes=Wishes(week_max=1))) == text.NOTHING_ROOM


def test_after_a_loss_it_is_kind():
    assert nothing(replace(HOME, wishes=Wishes(loss=MONDAY.replace(day=1)))) == text.NOTHING_GENTLE


def test_in_a_hard_week_it_asks_for_nothing():
    assert nothing(replace(HOME, wishes=Wishes(hard_until=MONDAY))) == text.NOTHING_HARD


def test_what_is_in_the_way_is_said_by_name():
    assert text.clash(((LEO.id, SARA.id), "Dentist"), HOME) == "Leo and Mum have Dentist then"
