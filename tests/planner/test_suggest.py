"""What Fill promises a family, whatever the family is like; and that its reasons are true."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities.model import BANDS
from planner import suggest
from planner.allowed import may_be_suggested
from planner.balance import is_one_to_one
from planner.dates import months_on
from planner.fill.explain import (
    TogetherFacts,
)
from planner.free import free_windows, joined
from planner.model import DAY_MINUTES, EntryId, Reflection, Wishes
from planner.places import daylight
from planner.question import TINY
from planner.week import add
from tests.builders import (
    JONAS,
    LEO,
    MAYA,
    MONDAY,
    NOW,
    SARA,
    activity,
    all_entries,
    entry,
    library,
    moment,
    span,
    week_of,
)
from tests.drawn import planning_week
from tests.truth import is_missing, is_true, standing
from ui.text import fill as words
from ui.text.reasons import sentence

EARLY = datetime(2026, 3, 2, 5)
seeds = st.integers(0, 10**9)
some = settings(max_examples=40)
few = settings(max_examples=12)
hours = st.integers(0, 7 * 24).map(lambda h: EARLY + timedelta(hours=h))


def suggested(seed, now=EARLY, number=0):
    household, ideas = planning_week(seed)
    return household, ideas, suggest.suggest(household, MONDAY, ideas, now=now, seed=number)


def inside(windows, one):
    return any(start <= one.start and one.end <= end for start, end in windows)


def of_moment(household, one, kind, person):
    return joined(
        (m.span.start, m.span.end)
        for m in household.moments
        if m.kind == kind and person in m.people and one.day.weekday() in m.span.weekdays
    )


def has_time(household, one, setting, person):
    """Whether this person is free then, or in the moment the suggestion is meant for."""
    if setting in {"meal", "car"}:
        return inside(of_moment(household, one, setting, person.id), one)
    if setting == "bedtime" and person.role == "child":
        return inside(of_moment(household, one, "bedtime", person.id), one)
    return inside(free_windows(household, person, one.day), one)


@some
@given(seeds)
def test_everybody_has_time_for_what_is_suggested(seed):
    household, _, proposal = suggested(seed)
    for found in proposal.suggestions:
        for person in (household.person(p) for p in found.entry.people):
            assert has_time(household, found.entry, found.placed.setting, person)
        if found.placed.setting == "outdoor":
            assert inside([daylight(found.entry.day)], found.entry)


@some
@given(seeds)
def test_nobody_is_in_two_places_at_once(seed):
    household, _, proposal = suggested(seed)
    new = [s.entry for s in proposal.suggestions]
    for one in new:
        for other in (*standing(household), *new):
            if other is not one and other.day == one.day and set(one.people) & set(other.people):
                assert one.end <= other.start or other.end <= one.start


@some
@given(seeds)
def test_every_child_is_old_enough_and_not_too_old(seed):
    household, ideas, proposal = suggested(seed)
    for one in (s.entry for s in proposal.suggestions):
        bands = [BANDS[b] for b in ideas[one.activity].bands]
        low, high = min(a for a, _ in bands), max(b for _, b in bands)
        for child in household.children:
            if child.id in one.people:
                months = months_on(child.birthday, MONDAY)
                comes_along = months < 12 and not is_one_to_one(one, household)
                assert low <= months // 12 <= high or comes_along


@some
@given(seeds)
def test_what_may_not_be_suggested_never_is(seed):
    household, ideas, proposal = suggested(seed)
    for one in (s.entry for s in proposal.suggestions):
        idea = ideas[one.activity]
        assert one.activity not in household.wishes.blocked
        assert idea.status in {"published", "exemplar"}
        assert not {"sensitive", "grief"} & set(idea.flags)
        assert {"one-to-one", "whole-family"} & set(idea.participants)
        assert idea.cadence != "once-a-year"


@some
@given(seeds)
def test_what_would_help_names_nothing_that_may_never_be_suggested(seed):
    household, ideas, proposal = suggested(seed)
    done = {e.activity for e in all_entries(household)}
    for one in proposal.unmet:
        if one.help and one.help.activity:
            assert may_be_suggested(ideas[one.help.activity]) or one.help.activity in done


@some
@given(seeds, hours)
def test_nothing_is_suggested_for_a_time_that_is_over(seed, now):
    _, _, proposal = suggested(seed, now)
    for one in (s.entry for s in proposal.suggestions):
        assert datetime.combine(one.day, now.time().min) + timedelta(minutes=one.start) >= now


def test_for_a_week_that_is_over_there_is_nothing_to_suggest():
    for seed in range(8):
        assert suggested(seed, EARLY + timedelta(days=7))[2].suggestions == ()


@some
@given(seeds)
def test_there_is_never_more_than_enough(seed):
    household, _, proposal = suggested(seed)
    wishes = household.wishes
    new = [s.entry for s in proposal.suggestions]
    whole = [*standing(household), *new]
    assert not new or len(whole) <= wishes.week_max
    ideas = [e for e in whole if e.activity]
    for one in new:
        tiny = one.minutes <= TINY
        like_it = sum(e.day == one.day and (e.minutes <= TINY) == tiny for e in ideas)
        assert like_it <= (wishes.tiny_max if tiny else wishes.day_max)


@some
@given(seeds)
def test_quiet_days_stay_quiet(seed):
    household, _, proposal = suggested(seed)
    days = {s.entry.day.weekday() for s in proposal.suggestions}
    assert not days & set(household.wishes.quiet_days)


@some
@given(seeds)
def test_a_suggestion_is_written_as_the_library_has_it(seed):
    _, ideas, proposal = suggested(seed)
    ids = [s.entry.id for s in proposal.suggestions]
    assert len(set(ids)) == len(ids)
    for one in (s.entry for s in proposal.suggestions):
        idea = ideas[one.activity]
        assert (one.title, one.pathway) == (idea.title, idea.pathways[0])
        assert idea.minutes_min <= one.minutes <= idea.minutes_max
        assert one.moment in idea.settings
        assert one.outcome == "planned"
        assert MONDAY <= one.day < MONDAY + timedelta(days=7)


@few
@given(seeds, st.integers(0, 3))
def test_the_same_question_has_the_same_answer(seed, number):
    assert suggested(seed, number=number)[2] == suggested(seed, number=number)[2]


@few
@given(seeds)
def test_a_search_that_is_stopped_still_keeps_its_promises(seed):
    household, ideas = planning_week(seed)
    stopped = suggest.suggest(household, MONDAY, ideas, now=EARLY, cancelled=lambda: True)
    assert len(stopped.suggestions) <= household.wishes.week_max
    for found in stopped.suggestions:
        for person in (household.person(p) for p in found.entry.people):
            assert has_time(household, found.entry, found.placed.setting, person)


@some
@given(seeds, st.data())
def test_a_proposal_may_be_worked_on_in_any_order(seed, data):
    """Held, moved, dropped, swapped and tried again: what is held stays, and nothing breaks."""
    household, ideas, proposal = suggested(seed)
    standing_before = standing(household)
    for _ in range(4):
        if not proposal.suggestions:
            return
        one = data.draw(st.sampled_from(proposal.suggestions))
        step = data.draw(st.sampled_from(("hold", "move", "drop", "swap", "another")))
        if step == "hold":
            proposal = suggest.held(proposal, one.entry.id, hold=data.draw(st.booleans()))
        elif step == "move":
            day = MONDAY + timedelta(days=data.draw(st.integers(0, 6)))
            start = data.draw(st.integers(0, DAY_MINUTES - one.entry.minutes))
            proposal = suggest.moved(proposal, one.entry.id, day=day, start=start)
        elif step == "drop":
            proposal = suggest.dropped(proposal, one.entry.id)
        elif step == "swap":
            for other in suggest.choices(proposal, one.entry.id, ideas)[:1]:
                proposal = suggest.swapped(proposal, other)
        else:
            kept = {s.entry for s in proposal.suggestions if s.held}
            proposal = suggest.another(proposal, ideas, seed=data.draw(st.integers(0, 9)))
            assert kept == {s.entry for s in proposal.suggestions if s.held}
        found = [s.entry for s in proposal.suggestions]
        assert found == sorted(found, key=lambda e: (e.day, e.start, e.id))
        assert len({e.id for e in found}) == len(found)
        assert standing(household) == standing_before


EVENINGS = (span("16:00-20:00"),)
HOME = replace(
    week_of("_ Mon 16:00-16:30 homework (leo)"),
    people=tuple(replace(p, free=EVENINGS) for p in (LEO, MAYA, SARA, JONAS)),
    moments=(moment("meal", "18:00-18:30", LEO, MAYA, SARA, JONAS),),
    wishes=Wishes(day_max=2, week_max=4),
)
IDEAS = library(
    *(activity(f"Talk {n}", skill="listening") for n in range(5)),
    *(activity(f"Tale {n}", skill="naming", pathways=("feel-with",)) for n in range(5)),
    *(activity(f"Hug {n}", skill="savour", pathways=("stay-close",)) for n in range(5)),
    activity("Soup", settings=("meal",), participants=("whole-family",), skill="our-story"),
)


@pytest.fixture(scope="module")
def proposal():
    return suggest.suggest(HOME, MONDAY, IDEAS, now=EARLY)


def ids(proposal):
    return [s.entry.id for s in proposal.suggestions]


def test_a_family_with_room_gets_as_much_as_it_wished_for(proposal):
    assert len(proposal.suggestions) == 3


def test_every_suggestion_has_a_sentence(proposal):
    for one in words.explained(proposal, HOME):
        assert one.why.endswith(".")


def test_what_was_dropped_is_gone_and_the_rest_stays(proposal):
    first, *rest = ids(proposal)
    assert ids(suggest.dropped(proposal, first)) == rest
    assert suggest.dropped(proposal, *ids(proposal)).suggestions == ()
    assert suggest.dropped(proposal, EntryId("nothing")) == proposal


def test_holding_and_letting_go_leaves_it_as_it_was(proposal):
    first = ids(proposal)[0]
    held = suggest.held(proposal, first, hold=True)
    assert held.find(first).held
    assert suggest.held(held, first, hold=False) == proposal


def test_another_week_keeps_what_is_held_and_changes_the_rest(proposal):
    first = ids(proposal)[0]
    other = suggest.another(suggest.held(proposal, first, hold=True), IDEAS, seed=1)
    assert other.find(first).entry == proposal.find(first).entry
    before = {s.entry.activity for s in proposal.suggestions if s.entry.id != first}
    after = {s.entry.activity for s in other.suggestions if s.entry.id != first}
    assert after
    assert after != before
    assert len(set(ids(other))) == len(other.suggestions)


def test_a_ghost_put_elsewhere_by_hand_stays_there_and_needs_no_reason(proposal):
    first = ids(proposal)[0]
    saturday = MONDAY + timedelta(days=5)
    moved = suggest.moved(proposal, first, day=saturday, start=16 * 60)
    found = moved.find(first)
    assert (found.entry.day, found.entry.start, found.entry.why) == (saturday, 16 * 60, "")
    assert (found.held, found.reason) == (True, None)
    again = suggest.another(moved, IDEAS, seed=3)
    assert again.find(first).entry == found.entry


def test_there_are_three_other_ideas_for_each_suggestion_each_with_a_reason(proposal):
    for one in proposal.suggestions:
        found = suggest.choices(proposal, one.entry.id, IDEAS)
        assert len({c.entry.activity for c in found} - {one.entry.activity}) == 3
        assert {c.entry.id for c in found} == {one.entry.id}
        assert all(sentence(c.reason, HOME) for c in found)


def test_a_swapped_suggestion_takes_the_place_of_the_old_one(proposal):
    first = ids(proposal)[0]
    chosen = suggest.choices(proposal, first, IDEAS)[1]
    swapped = suggest.swapped(proposal, chosen)
    assert swapped.find(first) == chosen
    assert sorted(ids(swapped)) == sorted(ids(proposal))


def test_for_what_is_not_suggested_there_is_no_choice(proposal):
    assert suggest.choices(proposal, EntryId("nothing"), IDEAS) == ()
    moved = suggest.moved(proposal, ids(proposal)[0], day=MONDAY, start=0)
    assert suggest.choices(moved, ids(proposal)[0], IDEAS) == ()


def test_a_family_without_a_library_gets_an_empty_proposal():
    empty = suggest.suggest(HOME, MONDAY, {}, now=EARLY)
    assert empty.suggestions == ()
    assert len(empty.unmet) == 7  # three pathways, four pairs
    assert all(words.not_met(empty, HOME))


@settings(max_examples=80)
@given(seeds)
def test_every_reason_is_true_of_this_family(seed):
    household, ideas, proposal = suggested(seed)
    for found in proposal.suggestions:
        assert is_true(found.reason.facts, found.entry, household, ideas, proposal), found.reason
        assert sentence(found.reason, household).endswith(".")


@settings(max_examples=80)
@given(seeds)
def test_what_is_said_not_to_fit_does_not_stand_in_the_week(seed):
    household, ideas, proposal = suggested(seed)
    for one in proposal.unmet:
        assert is_missing(one, household, ideas, proposal), one


@some
@given(seeds, st.data())
def test_reasons_stay_true_while_others_are_dropped_and_swapped(seed, data):
    household, ideas, proposal = suggested(seed)
    for _ in range(2):
        if len(proposal.suggestions) < 2:
            return
        one = data.draw(st.sampled_from(proposal.suggestions))
        others = suggest.choices(proposal, one.entry.id, ideas)
        proposal = (
            suggest.swapped(proposal, others[0])
            if others
            else suggest.dropped(proposal, one.entry.id)
        )
        for found in proposal.suggestions:
            facts = found.reason.facts
            assert is_true(facts, found.entry, household, ideas, proposal), found.reason


def only(household, *ideas):
    """The first suggestion for this family and these ideas, and its sentence."""
    found = suggest.suggest(household, MONDAY, library(*ideas), now=EARLY)
    return found, [sentence(s.reason, household) for s in found.suggestions]


def two(*past, goal=0):
    """Leo and his mother, and what they did before."""
    household = replace(
        HOME, people=(HOME.people[0], HOME.people[2]), moments=(), weeks={},
        wishes=Wishes(goals={"reach": goal}, week_max=1),
    )  # fmt: skip
    return add(household, *past)


def past_walk(days, number, *, close=None, **other):
    day = MONDAY - timedelta(days=days)
    reflection = Reflection(written=NOW, closeness=close) if close else None
    return entry(
        "x Mon 17:00-17:20 Walk (leo, sara)",
        entry_id=str(number),
        **{"day": day, "activity": "walk", "reflection": reflection, **other},
    )


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (1, "Leo and Mum last had time alone a day before this week."),
        (9, "Leo and Mum last had time alone 9 days before this week."),
        (30, "Leo and Mum last had time alone 4 weeks before this week."),
        (400, "Leo and Mum last had time alone 57 weeks before this week."),
    ],
)
def test_it_says_when_two_people_last_had_time_alone(days, sentence):
    _, found = only(two(past_walk(days, 1, activity=None)), activity("Walk"))
    assert found == [sentence]


def test_it_says_when_two_people_never_had_time_alone():
    _, found = only(two(), activity("Walk"))
    assert found == ["Leo and Mum have no time alone noted yet."]


def test_what_was_dropped_is_not_called_time_alone():
    dropped = past_walk(3, 1, activity=None, outcome="not-this-week")
    _, found = only(two(dropped), activity("Walk"))
    assert found == ["Leo and Mum have no time alone noted yet."]


def test_two_of_four_are_not_all_of_you():
    brothers = entry("x Sun 10:00-11:00 match (leo, maya)", monday=MONDAY - timedelta(days=7))
    household = add(replace(HOME, weeks={}), brothers)
    found, sentences = only(household, IDEAS["soup"])
    assert {s.entry.people for s in found.suggestions} == {("jonas", "leo", "maya", "sara")}
    assert set(sentences) <= {
        "Nothing noted yet that you all did together.",
        "“Our story” has not been practised yet.",
        "Nothing else for Reach out this week.",
        "New: you have not tried it yet.",
    }


def test_you_all_last_did_something_together_when_you_all_did():
    dinner = entry(
        "x Sun 18:00-19:00 dinner (leo, maya, sara, jonas)", monday=MONDAY - timedelta(days=7)
    )
    found, _ = only(add(replace(HOME, weeks={}), dinner), IDEAS["soup"])
    facts = [s.reason.facts for s in found.suggestions]
    assert all(f.days == 1 for f in facts if isinstance(f, TogetherFacts))
