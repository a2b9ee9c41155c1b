"""Everything a family can do has a name, a day where it shows, and a step that does just that."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from planner import actions
from planner.errors import PlannerError, UnknownEntryError, UnknownPersonError
from planner.model import OUTCOMES, BusyId, Household, PersonId, Reflection, Wishes
from tests.builders import (
    FAMILY,
    LEO,
    MAYA,
    MONDAY,
    NEXT_MONDAY,
    SARA,
    busy,
    by_title,
    entry,
    lines,
    moment,
    taking_out,
    text_of,
    week_of,
)

HOME = week_of("""
    _ Mon 16:00-17:00 swimming (leo)
    x Wed 19:00-19:20 bear (maya, sara)
""")
SWIMMING, BEAR = by_title(HOME, "swimming"), by_title(HOME, "bear")
WARM = Reflection(written=datetime(2026, 3, 4, 21, 10, 7), closeness=4, line="“Again!”")


def after(action, household=HOME):
    return action.step(household)


def test_moving_an_entry_shows_on_the_day_it_goes_to():
    action = actions.move_entry(SWIMMING, day=MONDAY + timedelta(days=1), start=15 * 60)
    assert (action.code, action.about, action.day) == ("move", "swimming", MONDAY + timedelta(1))
    assert text_of(after(action)).splitlines()[0] == "_ Tue 15:00-16:00 swimming (leo)"


def test_resizing_changes_start_and_length_and_nothing_else():
    action = actions.resize_entry(SWIMMING, start=15 * 60, minutes=30)
    assert text_of(after(action)).splitlines()[0] == "_ Mon 15:00-15:30 swimming (leo)"


def test_adding_and_removing_an_entry():
    nap = entry("_ Sun 13:00-14:00 nap", entry_id="9")
    with_nap = after(actions.add_entry(nap))
    assert text_of(with_nap).splitlines()[-1] == "_ Sun 13:00-14:00 nap"
    assert after(actions.remove_entry(nap), with_nap) == HOME


def test_a_changed_entry_keeps_its_id_whatever_the_form_gave():
    changed = entry("_ Tue 16:00-17:00 diving (leo)", monday=NEXT_MONDAY, entry_id="other")
    household = after(actions.change_entry(SWIMMING, changed))
    assert by_title(household, "diving").id == SWIMMING.id
    assert text_of(household) == "x Wed 19:00-19:20 bear (maya, sara)"
    assert text_of(household, NEXT_MONDAY) == "_ Tue 16:00-17:00 diving (leo)"


def test_a_change_to_the_same_is_no_step():
    assert after(actions.change_entry(SWIMMING, SWIMMING)) is HOME


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_outcome_is_the_name_of_its_step(outcome):
    action = actions.set_outcome(SWIMMING, outcome)
    assert (action.code, action.day) == (outcome, MONDAY)
    assert by_title(after(action), "swimming").outcome == outcome


def test_private_words_are_kept_with_the_entry_and_deleted_again():
    keep, delete = actions.reflect(BEAR, WARM), actions.reflect(BEAR, None)
    assert (keep.code, delete.code) == ("reflect", "unreflect")
    assert by_title(after(keep), "bear").reflection == WARM
    assert after(delete, after(keep)) == HOME


def test_all_suggestions_are_kept_in_one_step():
    ghosts = (
        entry("_ Thu 17:00-17:20 echo (leo, sara)", entry_id="8"),
        entry("_ Sat 10:00-10:30 kite (leo, maya, sara)", entry_id="9"),
    )
    action = actions.keep_suggestions(ghosts)
    assert (action.code, action.about, action.day) == ("keep", "2", ghosts[0].day)
    assert text_of(after(action)) == lines("""
        _ Mon 16:00-17:00 swimming (leo)
        x Wed 19:00-19:20 bear (maya, sara)
        _ Thu 17:00-17:20 echo (leo, sara)
        _ Sat 10:00-10:30 kite (leo, maya, sara)
    """)


def test_keeping_nothing_changes_nothing():
    action = actions.keep_suggestions(())
    assert action.day is None
    assert after(action) == HOME


def test_people_come_change_and_go():
    tom = replace(LEO, id=PersonId("tom"), name="Tom")
    household = after(actions.set_person(tom))
    assert household.people == (*FAMILY, tom)
    assert after(taking_out(tom), household).people == FAMILY


def test_busy_times_moments_and_wishes_have_their_steps():
    piano = busy("Piano", "15:00-16:00", MAYA)
    dinner = (moment("meal", "18:00-18:30", LEO, SARA),)
    assert after(actions.set_busy(piano)).busy == (piano,)
    assert after(actions.remove_busy(piano), after(actions.set_busy(piano))) == HOME
    assert after(actions.set_moments(dinner)).moments == dinner
    assert after(actions.set_wishes(Wishes(week_max=3))).wishes.week_max == 3


def test_the_end_of_the_first_run_takes_the_whole_new_family():
    assert after(actions.start_family(HOME), Household()) is HOME


@pytest.mark.parametrize(
    "action",
    [
        actions.move_entry(SWIMMING, day=MONDAY, start=0),
        actions.resize_entry(SWIMMING, start=0, minutes=5),
        actions.change_entry(SWIMMING, BEAR),
        actions.set_outcome(SWIMMING, "done"),
        actions.reflect(SWIMMING, WARM),
        actions.remove_entry(SWIMMING),
    ],
    ids=lambda action: action.code,
)
def test_a_step_with_an_entry_that_is_gone_is_refused(action):
    with pytest.raises(UnknownEntryError):
        after(action, Household())


def test_a_person_who_is_gone_cannot_be_removed_again():
    with pytest.raises(UnknownPersonError):
        after(taking_out(LEO), Household())


def test_a_busy_time_that_is_gone_stays_gone():
    piano = replace(busy("Piano", "15:00-16:00", MAYA), id=BusyId("never"))
    assert after(actions.remove_busy(piano)) == HOME


def test_whatever_is_refused_is_a_planner_error():
    assert issubclass(UnknownEntryError, PlannerError)
    assert issubclass(UnknownPersonError, PlannerError)
