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
from planner.fill.instance import ONE_TO_ONE
from planner.fill.past import learn, remember
from planner.model import HAPPENED, Household, PersonId, Reflection, Wishes
from planner.suggest import Proposal
from planner.week import add, entries_between
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
from ui.text import common
from ui.text import fill as text

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


def reason(facts) -> Reason:
    return Reason(term="any", points=1, facts=facts)


def said(facts) -> str:
    return text.sentence(reason(facts), HOME)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (DyadFacts(child="leo", caregiver="sara", days=None), "Leo and Mum have no time alone noted yet."),
        (DyadFacts(child="leo", caregiver="sara", days=1), "Leo and Mum last had time alone a day before this week."),
        (DyadFacts(child="maya", caregiver="jonas", days=13), "Maya and Dad last had time alone 13 days before this week."),
        (DyadFacts(child="maya", caregiver="jonas", days=23), "Maya and Dad last had time alone 3 weeks before this week."),
        (TogetherFacts(who=(), days=None), "Nothing noted yet that you all did together."),
        (TogetherFacts(who=(), days=5), "You all last did something together 5 days before this week."),
        (PathwayFacts(pathway="reach", without=0, target=60, unit="minutes"), "Nothing else for Reach out this week."),
        (PathwayFacts(pathway="reach", without=20, target=60, unit="minutes"), "The rest of the week has 20 of 60 minutes for Reach out."),
        (RitualFacts(activity="talk", count=6), "You have done it 6 times in the last eight weeks."),
        (LikingFacts(activity="talk", times_rated=1, rating=362), "Noted once how close it felt; Fill takes it as “warm” so far."),
        (LikingFacts(activity="talk", times_rated=3, rating=460), "Noted 3 times how close it felt; Fill takes it as “very close” so far."),
        (NewFacts(activity="talk", kind="talk", kind_rating=None), "New: you have not tried it yet."),
        (NewFacts(activity="talk", kind="talk", kind_rating=400), "New; others of its kind (talk) felt good to you."),
        (TimeFacts(setting="home", minutes=90, longest=False), "You are all free then for 90 minutes."),
        (TimeFacts(setting="home", minutes=90, longest=True), "The longest free stretch you share: 90 minutes."),
    ],
)  # fmt: skip
def test_each_fact_has_its_sentence(facts, words):
    assert said(facts) == words


def test_a_skill_is_named_as_the_library_names_it():
    skill, known = next(iter(SKILLS.items()))
    words = said(SkillFacts(skill=skill, days=35, wished=False))
    assert words == f"“{known.name}” was last practised 5 weeks before this week."


def test_no_words_praise_or_blame():
    fixed = [value for value in vars(text).values() if isinstance(value, str)]
    for words in (*fixed, *text.RULES.values()):
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
    past = tuple(
        e for e in entries_between(household, MONDAY - timedelta(180), 180) if e.outcome in HAPPENED
    )
    for one, shown in zip(found.suggestions, text.explained(found, household), strict=True):
        assert shown.why.endswith(".")
        assert not PRAISE_OR_BLAME.search(shown.why)
        _check(one.reason.facts, shown, household, ideas, past, found)


def _days(past, matches) -> int | None:
    return min(((MONDAY - e.day).days for e in past if matches(e)), default=None)


def _check(facts, shown, household, ideas, past, found: Proposal) -> None:
    roles = {p.id: p.role for p in household.people}
    if isinstance(facts, DyadFacts):
        pair = {PersonId(facts.child), PersonId(facts.caregiver)}
        assert set(shown.people) == pair
        assert facts.days == _days(past, lambda e: set(e.people) == pair)
        for person in household.people:
            assert (common.spoken_name(person) in shown.why) or person.id not in pair
    elif isinstance(facts, TogetherFacts):
        two = ["child", "grown-up"]
        assert facts.days == _days(past, lambda e: sorted(roles[p] for p in e.people) != two)
    elif isinstance(facts, SkillFacts):
        assert facts.days == _days(
            past,
            lambda e: (
                e.activity in ideas
                and facts.skill in (ideas[e.activity].skill, *ideas[e.activity].also)
            ),
        )
    elif isinstance(facts, NewFacts):
        assert not any(
            e.activity == facts.activity and set(shown.people) <= set(e.people) for e in past
        )
    elif isinstance(facts, PathwayFacts):
        others = [
            s.entry.minutes
            for s in found.suggestions
            if s.entry.id != shown.id and s.entry.pathway == facts.pathway
        ]
        given_minutes = [
            p.minutes
            for p in found.instance.fixed
            if p.activity in ideas and ideas[p.activity].pathways[0] == facts.pathway
        ]
        assert facts.without == sum(others) + sum(given_minutes)
    elif isinstance(facts, LikingFacts):
        memory = remember(found.instance)
        idea = next(a for a in found.instance.activities if a.id == facts.activity)
        child = next((p for p in shown.people if roles[p] == "child"), None)
        known = learn(memory, idea, child if idea.form == ONE_TO_ONE else None)
        assert (facts.times_rated, facts.rating) == (known.times_rated, known.rating)


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
