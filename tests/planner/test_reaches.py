"""A reach that was missed can be gone back to; what is kept of reaches, and for how long."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner import actions, reach_actions
from planner.family import without_person
from planner.harm import speaks_of_harm
from planner.model import Household, ReachId, Wishes
from planner.reaches import (
    MISSED,
    Noticed,
    Reach,
    between,
    deserves_a_word,
    is_heavy_week,
    latest_child,
    months_of,
    noticed,
    open_returns,
    readable,
    return_state,
    returns_of,
)
from planner.session import Session
from planner.store import household_from, tables_of
from tests.builders import FAMILY, JONAS, LEO, MAYA, MONDAY, NOW, SARA, entry
from tests.drawn import few, households


def reach(number: int = 201, *response: str, at: datetime = NOW, **other) -> Reach:
    made = {"child": LEO.id, "shape": ("body",), **other}
    return Reach(id=ReachId(str(number)), at=at, response=response, **made)


MISSED_ONE = reach(201, "brushed-off")
TALK = entry("_ Wed 19:30-19:40 Time with Leo (leo, sara)", entry_id="9")
HOME = Household(people=FAMILY)
PLANNED = reach_actions.keep_reach(MISSED_ONE, TALK).step(HOME)


def state(household: Household) -> str:
    return return_state(household.reaches[0], returns_of(household))


def only_entry(household: Household):
    ((held,),) = (week.entries for week in household.weeks.values())
    return held


def test_a_missed_reach_is_open_until_somebody_decides():
    home = reach_actions.keep_reach(MISSED_ONE).step(HOME)
    assert state(home) == "open"
    assert open_returns(home) == ((MISSED_ONE, None),)


def test_a_reach_that_was_met_needs_no_way_back():
    home = reach_actions.keep_reach(reach(201, "stayed")).step(HOME)
    assert state(home) == "none"
    assert open_returns(home) == ()


def test_going_back_puts_one_entry_into_the_week_that_knows_its_reach():
    assert only_entry(PLANNED) == replace(TALK, reach=MISSED_ONE.id)
    assert state(PLANNED) == "planned"


def test_a_ticked_return_is_done_and_open_again_without_the_tick():
    done = actions.set_outcome(TALK, "done").step(PLANNED)
    assert state(done) == "done"
    assert state(actions.set_outcome(TALK, "planned").step(done)) == "planned"


def test_a_return_that_did_not_come_about_leaves_the_reach_open():
    assert state(actions.set_outcome(TALK, "not-this-week").step(PLANNED)) == "open"
    assert state(actions.remove_entry(TALK).step(PLANNED)) == "open"


def test_letting_it_be_takes_the_plan_out_of_the_week():
    home = reach_actions.let_reach_be(MISSED_ONE).step(PLANNED)
    assert home.weeks == {}
    assert (state(home), open_returns(home)) == ("let-be", ())


def test_what_was_let_be_can_still_be_gone_back_to():
    home = reach_actions.let_reach_be(MISSED_ONE).step(PLANNED)
    assert state(reach_actions.plan_return(home.reaches[0], TALK).step(home)) == "planned"


def test_a_deleted_reach_leaves_the_entry_as_any_other():
    home = reach_actions.remove_reach(MISSED_ONE).step(PLANNED)
    assert home.reaches == ()
    assert only_entry(home) == TALK


def test_counts_are_of_what_was_noticed():
    reaches = (MISSED_ONE, reach(202, "stayed"), reach(203), reach(204, "missed"))
    home = reach_actions.keep_reach(MISSED_ONE, replace(TALK, outcome="done")).step(HOME)
    assert noticed(reaches, returns_of(home)) == Noticed(reaches=4, met=1, came_back=1, open=1)


@few
@given(households())
def test_every_reach_is_met_missed_or_without_an_answer(household):
    counts = noticed(household.reaches, returns_of(household))
    silent = sum(not r.response for r in household.reaches)
    assert counts.met + silent == sum(not set(r.response) & set(MISSED) for r in household.reaches)
    assert counts.reaches == len(household.reaches)
    assert counts.came_back + counts.open <= counts.reaches


def test_a_week_is_seven_days_from_its_first():
    late = reach(202, at=datetime(2026, 3, 9))
    assert between((MISSED_ONE, late), MONDAY) == (MISSED_ONE,)


def test_three_hard_answers_in_seven_days_are_a_heavy_week():
    three = tuple(
        reach(n, "snapped" if n % 2 else "could-not", at=NOW - timedelta(days=n % 3))
        for n in range(201, 204)
    )
    assert is_heavy_week(three, NOW.date())
    assert not is_heavy_week(three[:2], NOW.date())
    assert not is_heavy_week(three, NOW.date() + timedelta(days=6))


def test_a_kind_word_comes_once_a_day():
    second = reach(202, "snapped", at=NOW + timedelta(hours=1))
    both = (MISSED_ONE, second)
    assert deserves_a_word(MISSED_ONE, both)
    assert not deserves_a_word(second, both)
    assert not deserves_a_word(reach(203, "stayed"), ())


def test_where_harm_is_spoken_of_nothing_is_said():
    assert not deserves_a_word(reach(201, "snapped", line="He said they hit him"), ())
    assert speaks_of_harm("She talked about SUICIDE", "")
    assert not speaks_of_harm("whitewater skills, a hit song", "he asked for the diet yoghurt")


def test_the_last_child_of_the_week_is_offered_first():
    home = replace(HOME, reaches=(reach(201), reach(202, child=MAYA.id)))
    assert latest_child(home, NOW) == MAYA.id
    assert latest_child(home, NOW + timedelta(days=8)) is None


def test_what_is_for_one_writer_alone_is_read_by_nobody_else():
    mine = reach(201, by=SARA.id, readers="me")
    home = replace(HOME, reaches=(mine, reach(202, by=SARA.id)))
    assert readable(home, SARA.id) == home.reaches
    assert [r.id for r in readable(home, JONAS.id)] == ["202"]
    assert readable(home, None) == home.reaches


def test_after_a_year_a_month_becomes_one_sentence_and_its_words_are_gone():
    old = tuple(
        reach(200 + n, "stayed", at=datetime(2025, 2, n, 20), landed="eased", line="secret")
        for n in (1, 2)
    )
    kept = reach(209, at=datetime(2025, 3, 1))
    back = entry("x Wed 19:30-19:40 Time (leo, sara)", entry_id="9", note="secret words")
    home = replace(HOME, reaches=(*old, kept))
    home = reach_actions.plan_return(old[0], back).step(home)
    home = reach_actions.tidy_reaches(date(2026, 3, 4)).step(home)
    assert home.reaches == (kept,)
    (month,) = home.reach_months
    assert (month.month, month.noticed, month.met, month.came_back) == (date(2025, 2, 1), 2, 2, 1)
    assert (month.shapes, month.hours, month.eased) == (("body",), ("evening",), ("stayed",))
    assert "secret" not in str(tables_of(home))


def test_letting_old_ones_go_can_be_taken_back():
    class Nowhere:
        def save(self, before, after):
            pass

    home = replace(HOME, reaches=(reach(at=datetime(2020, 1, 1)),))
    session = Session(home, Nowhere())
    session.apply(reach_actions.tidy_reaches(date(2026, 3, 4)))
    assert session.household.reaches == ()
    session.undo()
    assert session.household is home


def test_a_family_may_keep_them_for_good():
    home = replace(HOME, reaches=(reach(at=datetime(2001, 1, 1)),), wishes=Wishes(keep_reaches=0))
    assert reach_actions.tidied(home, date(2026, 3, 4)) is home


@few
@given(households(), st.dates(date(2025, 6, 1), date(2028, 1, 1)))
def test_letting_go_loses_no_count_and_leaves_nothing_old(household, today):
    home = reach_actions.tidied(household, today)
    counts = [sum(m.noticed for m in months_of(h)) for h in (household, home)]
    assert counts[0] == counts[1]
    assert household_from(tables_of(home)) == (home, ())
    assert reach_actions.tidied(home, today) is home


def test_a_months_habit_is_named_only_when_it_was_there_twice():
    home = replace(HOME, reaches=(reach(201), reach(202, shape=("body", "quiet"))))
    (month,) = months_of(home)
    assert (month.noticed, month.shapes, month.hours) == (2, ("body",), ("afternoon",))


def test_who_leaves_takes_along_what_was_about_them_or_for_their_eyes():
    home = replace(
        HOME,
        reaches=(
            reach(201, by=SARA.id, readers="me"),
            reach(202, by=SARA.id),
            reach(203, child=MAYA.id, by=JONAS.id),
        ),
    )
    assert [r.id for r in without_person(home, SARA.id).reaches] == ["202", "203"]
    assert [r.id for r in without_person(home, MAYA.id).reaches] == ["201", "202"]
