"""What Fill suggests to a household: the rules that always hold, and a proposal in the hand."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from activities.model import Activity
from planner import suggest
from planner.allowed import is_little_ritual, may_be_suggested
from planner.clashes import clashes
from planner.fill.unmet import PairWish
from planner.free import away_windows
from planner.hard_times import is_gentle, is_hard
from planner.model import (
    DAY_MINUTES,
    HAPPENED,
    Entry,
    EntryId,
    Household,
    ReachId,
    Reflection,
    ThreadId,
    Wishes,
    weeks_of,
)
from planner.question import TINY, instance_for
from planner.reaches import Reach
from planner.suggest import Proposal
from planner.threads import Thread
from planner.week import add, entries_between, remove
from tests.builders import (
    FAMILY,
    LEO,
    MAYA,
    MONDAY,
    SARA,
    activity,
    busy,
    entry,
    library,
    moment,
    span,
)
from tests.drawn import few
from tests.drawn_families import planning_families, small_libraries

SUNDAY_BEFORE = datetime(2026, 3, 1, 12)
TALK = activity("Talk", skill="listening")
GAME = activity("Game", pathways=("feel-with",), skill="guessing", format="game")
WALK = activity("Walk", pathways=("stay-close",), settings=("walk",), skill="mending")
DINNER = activity("Question at dinner", settings=("meal",), participants=("whole-family",))
HUM = activity("Hum", cadence="ritual", minutes_min=2, minutes_max=8, settings=("bedtime",))
BREATHE = activity("Breathe", cadence="ritual", minutes_min=2, minutes_max=8)
WAVE = activity("Wave", cadence="ritual", minutes_min=3, minutes_max=8)
SMILE = activity("Smile", cadence="ritual", minutes_min=2, minutes_max=8)
IDEAS = library(TALK, GAME, WALK, DINNER, HUM, BREATHE, WAVE, SMILE)


def family(**other) -> Household:
    people = tuple(replace(p, free=(span("15:00-20:30"),)) for p in FAMILY)
    meals = (moment("meal", "18:00-18:30", *FAMILY), moment("bedtime", "19:30-20:00", LEO, MAYA))
    return Household(**{"people": people, "moments": meals, **other})


def done_before(household: Household, *activities: Activity, **other) -> Household:
    """The family did each of these once in the weeks before."""
    monday = MONDAY - timedelta(days=21)
    made = (
        entry(
            f"x Tue {15 + n}:00-{15 + n}:20 {a.title} (leo, sara)",
            monday=monday,
            entry_id=str(100 + n),
            activity=a.id,
            **other,
        )
        for n, a in enumerate(activities)
    )
    return add(household, *made)


def ask(household: Household, ideas=IDEAS, **other) -> Proposal:
    return suggest.suggest(household, MONDAY, ideas, **{"now": SUNDAY_BEFORE, **other})


def with_wishes(household: Household, **wishes) -> Household:
    return replace(household, wishes=replace(household.wishes, **wishes))


def titles(proposal: Proposal) -> set[str]:
    return {s.entry.title for s in proposal.suggestions}


def test_an_ordinary_week_gets_suggestions():
    assert {"Talk", "Game", "Walk"} <= titles(ask(family()))


def test_after_a_loss_only_what_the_family_knows_is_suggested():
    grieving = with_wishes(done_before(family(), TALK), loss=MONDAY - timedelta(days=3))
    assert titles(ask(grieving)) == {"Talk"}


def test_weeks_after_a_loss_new_things_come_back():
    later = with_wishes(family(), loss=MONDAY - timedelta(days=60))
    assert "Game" in titles(ask(later))


def test_a_loss_to_come_changes_nothing_yet():
    before = with_wishes(family(), loss=MONDAY + timedelta(days=8))
    assert "Game" in titles(ask(before))


def test_a_hard_week_is_at_most_three_little_rituals_the_family_knows():
    hard = with_wishes(done_before(family(), TALK, HUM, BREATHE, WAVE, SMILE), hard_until=MONDAY)
    found = ask(hard)
    assert 1 <= len(found.suggestions) <= 3
    assert titles(found) <= {"Hum", "Breathe", "Wave", "Smile"}
    assert {s.entry.minutes for s in found.suggestions} <= {2, 3}


def test_in_a_hard_week_rituals_already_there_are_counted():
    hard = with_wishes(done_before(family(), HUM, BREATHE, WAVE, SMILE), hard_until=MONDAY)
    placed = [
        entry(f"_ {day} 15:00-15:02 Hum (leo, sara)", entry_id=day, activity="hum")
        for day in ("Mon", "Wed", "Fri")
    ]
    assert ask(add(hard, *placed)).suggestions == ()


def test_a_hard_week_regrets_nothing():
    assert ask(with_wishes(family(), hard_until=MONDAY)).unmet == ()


def test_the_week_after_a_hard_time_is_like_any_other():
    over = with_wishes(family(), hard_until=MONDAY - timedelta(days=1))
    assert "Game" in titles(ask(over))


def test_a_pair_kept_apart_gets_no_time_alone_and_is_not_missed():
    apart = frozenset({(LEO.id, SARA.id)})
    found = ask(with_wishes(family(), apart=apart))
    assert found.suggestions
    assert all(set(s.entry.people) != {LEO.id, SARA.id} for s in found.suggestions)
    missed = {u.wish for u in found.unmet if isinstance(u.wish, PairWish)}
    assert ("leo", "sara") not in {(w.child, w.caregiver) for w in missed}


def test_a_lone_parent_and_child_kept_apart_still_do_what_is_for_the_family():
    two = tuple(replace(p, free=(span("15:00-20:30"),)) for p in (LEO, SARA))
    pair = frozenset({(LEO.id, SARA.id)})
    meal = (moment("meal", "18:00-18:30", LEO, SARA),)
    found = ask(Household(people=two, moments=meal, wishes=Wishes(apart=pair)))
    assert titles(found) == {"Question at dinner"}


def test_a_grown_ups_own_time_is_kept_free():
    sara = replace(family().person(SARA.id), own_time=(span("15:00-18:00"),))
    people = tuple(sara if p.id == SARA.id else p for p in family().people)
    found = ask(family(people=people))
    with_sara = [s.entry for s in found.suggestions if SARA.id in s.entry.people]
    assert with_sara
    assert all(e.start >= 18 * 60 for e in with_sara)


def test_in_the_other_home_nothing_is_suggested():
    away = busy("At Dad's", "00:00-24:00", LEO)
    away = replace(away, span=replace(away.span, weeks=weeks_of(MONDAY)))
    home = family(busy=(away,))
    assert all(LEO.id not in s.entry.people for s in ask(home).suggestions)
    back = suggest.suggest(home, MONDAY + timedelta(days=7), IDEAS, now=SUNDAY_BEFORE)
    assert any(LEO.id in s.entry.people for s in back.suggestions)


def test_weeks_alternate_across_a_year_with_53_weeks():
    mondays = [date(2026, 12, 14) + timedelta(days=7 * n) for n in range(5)]
    assert [weeks_of(m) for m in mondays] == [
        weeks_of(mondays[0]) if n % 2 == 0 else weeks_of(mondays[1]) for n in range(5)
    ]
    assert weeks_of(mondays[0]) != weeks_of(mondays[1])


def test_all_days_of_a_week_are_in_the_same_of_the_alternating_weeks():
    assert len({weeks_of(MONDAY + timedelta(days=n)) for n in range(7)}) == 1


def test_not_this_week_is_no_vote_against():
    passed = add(
        family(),
        entry("- Tue 15:00-15:20 Talk (leo, sara)", monday=MONDAY - timedelta(7), activity="talk"),
    )
    instance = instance_for(passed, MONDAY, IDEAS, now=SUNDAY_BEFORE)
    assert instance.history == ()


def test_what_fill_was_asked_to_forget_is_no_rating_but_still_happened():
    close = Reflection(written=SUNDAY_BEFORE, closeness=5)
    told = done_before(family(), TALK, reflection=close)
    for name in ("talk", "kind:talk"):
        forgotten = with_wishes(told, forgotten={name: MONDAY})
        (past,) = instance_for(forgotten, MONDAY, IDEAS, now=SUNDAY_BEFORE).history
        assert (past.rating, past.done) == (None, True)


def test_how_it_feels_after_forgetting_counts_again():
    close = Reflection(written=SUNDAY_BEFORE, closeness=5)
    told = done_before(family(), TALK, reflection=close)
    forgotten = with_wishes(told, forgotten={"talk": MONDAY - timedelta(days=40)})
    (past,) = instance_for(forgotten, MONDAY, IDEAS, now=SUNDAY_BEFORE).history
    assert past.rating == 5


def room(household: Household) -> int:
    return instance_for(household, MONDAY, IDEAS, now=SUNDAY_BEFORE).goals.week_max


def reach(number: int, *, days_before: int = 1, **other) -> Reach:
    at = datetime.combine(MONDAY, time(18)) - timedelta(days=days_before)
    return Reach(id=ReachId(str(number)), child=LEO.id, at=at, response=("missed",), **other)


def test_a_way_back_and_a_repair_without_a_time_are_left_room_for():
    at = datetime.combine(MONDAY, time(18)) - timedelta(days=1)
    torn = Thread(id=ThreadId("9"), opened=at, happened=at, who=(SARA.id,), hurt=(LEO.id,))
    assert room(family()) == family().wishes.week_max
    assert room(family(reaches=(reach(1), reach(2)))) == family().wishes.week_max - 2
    assert room(family(threads=(torn,))) == family().wishes.week_max - 1


def test_what_is_let_be_or_long_ago_takes_no_room():
    held = (reach(1, let_be=True), reach(2, days_before=40))
    assert room(family(reaches=held)) == family().wishes.week_max


def test_however_much_waits_one_thing_may_be_suggested():
    waiting = tuple(reach(n) for n in range(1, 30))
    assert room(family(reaches=waiting)) == 1


# in the hand


def test_swapping_offers_three_others_each_with_a_reason():
    found = ask(family())
    first = found.suggestions[0]
    others = suggest.choices(found, first.entry.id, IDEAS)
    assert len(others) == 3
    assert all(o.reason is not None and o.entry.title != first.entry.title for o in others)


def test_swapping_works_beside_a_ghost_that_was_moved_into_the_way():
    found = ask(family())
    one, other = found.suggestions[:2]
    moved = suggest.moved(found, other.entry.id, day=one.entry.day, start=one.entry.start)
    for choice in suggest.choices(moved, one.entry.id, IDEAS):
        swapped = suggest.swapped(moved, choice)
        assert one.entry.id not in clashes(
            swapped.household, MONDAY, tuple(s.entry for s in swapped.suggestions)
        )


def test_a_kept_suggestion_is_given_from_then_on():
    found = ask(family())
    first = found.suggestions[0]
    after = add(family(), replace(first.entry, id=EntryId("1")))
    rest = suggest.settled(found, first.entry.id, after)
    assert not suggest.is_stale(rest, after)
    for one in rest.suggestions:
        for choice in suggest.choices(rest, one.entry.id, IDEAS):
            ghosts = tuple(s.entry for s in suggest.swapped(rest, choice).suggestions)
            assert choice.entry.id not in clashes(after, MONDAY, ghosts)


def test_a_proposal_grows_stale_only_by_what_matters_to_its_week():
    found = ask(family())
    later = entry("_ Mon 15:00-16:00 dentist (leo)", monday=MONDAY + timedelta(days=14))
    assert not suggest.is_stale(found, add(family(), later))
    assert suggest.is_stale(found, add(family(), entry("_ Mon 15:00-16:00 dentist (leo)")))
    assert suggest.is_stale(found, with_wishes(family(), week_max=3))


def test_something_planned_over_a_suggestion_is_a_clash():
    found = ask(family())
    ghost = found.suggestions[0].entry
    dentist = replace(ghost, id=EntryId("1"), title="Dentist")
    told = clashes(add(family(), dentist), MONDAY, (ghost,))
    assert told == {ghost.id: (ghost.people, "Dentist")}


def test_what_is_not_this_week_is_in_nobodys_way():
    found = ask(family())
    ghost = found.suggestions[0].entry
    off = replace(ghost, id=EntryId("1"), outcome="not-this-week")
    assert clashes(add(family(), off), MONDAY, (ghost,)) == {}


def test_filling_again_after_one_change_keeps_most_of_it():
    found = ask(family())
    dentist = replace(found.suggestions[0].entry, id=EntryId("1"), title="Dentist", activity=None)
    again = ask(add(family(), dentist), before=found)
    untouched = {s.placed for s in found.suggestions[1:]}
    assert len(untouched & {s.placed for s in again.suggestions}) >= 0.8 * len(untouched)


def test_filling_again_keeps_what_is_held():
    found = ask(family())
    last = found.suggestions[-1]
    holding = suggest.held(found, last.entry.id, hold=True)
    again = ask(with_wishes(family(), week_max=2), before=holding)
    assert again.find(last.entry.id) == replace(last, held=True)


# whatever the family


@few
@given(st.data())
def test_no_rule_is_ever_broken(data):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    found = ask(household, ideas)
    wishes, known = household.wishes, _done(household)
    hard = is_hard(household, MONDAY, now=SUNDAY_BEFORE)
    for suggestion in found.suggestions:
        one = suggestion.entry
        idea = ideas[one.activity]
        assert may_be_suggested(idea)
        assert idea.id not in wishes.blocked
        assert one.day.weekday() not in wishes.quiet_days
        if "one-to-one" in idea.participants:
            assert not any(set(pair) == set(one.people) for pair in wishes.apart)
        if hard or is_gentle(household, MONDAY):
            assert idea.id in known
        if hard:
            assert is_little_ritual(idea)
        _nobody_is_away(household, one)
    _nobody_in_two_places(household, found)
    _so_much_a_day(household, found)


def _done(household: Household) -> set[str | None]:
    entries = (e for week in household.weeks.values() for e in week.entries)
    return {e.activity for e in entries if e.outcome in HAPPENED}


def _nobody_is_away(household: Household, one: Entry) -> None:
    for person in household.people:
        if person.id in one.people:
            for start, end in away_windows(household, person, one.day):
                assert one.end <= start or end <= one.start


def _nobody_in_two_places(household: Household, found: Proposal) -> None:
    assert clashes(household, MONDAY, tuple(s.entry for s in found.suggestions)) == {}


def _so_much_a_day(household: Household, found: Proposal) -> None:
    wishes = household.wishes
    for day in {s.entry.day for s in found.suggestions}:
        minutes = [s.entry.minutes for s in found.suggestions if s.entry.day == day]
        assert sum(m <= TINY for m in minutes) <= wishes.tiny_max
        assert sum(m > TINY for m in minutes) <= wishes.day_max


@few
@given(st.data(), st.integers(0, 7 * DAY_MINUTES - 1))
def test_past_days_stay_past(data, minute):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    now = datetime.combine(MONDAY, datetime.min.time()) + timedelta(minutes=minute)
    for suggestion in ask(household, ideas, now=now).suggestions:
        assert suggestion.placed.start >= minute


@few
@given(st.data())
def test_what_stands_in_the_week_is_left_as_it_is(data):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    found = ask(household, ideas)
    kept = add(
        household, *(replace(s.entry, id=EntryId(f"9{n}")) for n, s in enumerate(found.suggestions))
    )
    ghosts = [
        e for e in entries_between(kept, MONDAY) if e not in entries_between(household, MONDAY)
    ]
    assert remove(kept, *ghosts).weeks == household.weeks


@few
@given(st.data())
def test_the_same_question_has_the_same_answer(data):
    ideas = data.draw(small_libraries())
    household = data.draw(planning_families(ideas))
    assert ask(household, ideas) == ask(household, ideas)
