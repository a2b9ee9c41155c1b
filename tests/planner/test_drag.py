"""A drag gives whole steps inside the day, wherever the hand goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.drag import (
    AIM,
    FINE_STEP,
    STEP,
    Slot,
    drawn,
    end_dragged,
    moved,
    nearer,
    snapped,
    start_dragged,
)
from planner.model import DAY_MINUTES
from tests.builders import minute

anywhere = st.floats(-2000, 4000)
steps = st.sampled_from((STEP, FINE_STEP))
slots = st.builds(
    Slot,
    day=st.integers(0, 6),
    start=st.integers(0, DAY_MINUTES - 1),
    minutes=st.integers(1, DAY_MINUTES),
)
SWIM = Slot(2, minute("16:00"), 60)
LATE = Slot(5, minute("23:30"), 60)
"""New Year's Eve: until half past midnight."""


@pytest.mark.parametrize(("where", "step"), [(967, 960), (968, 975), (952, 945), (-7, 0)])
def test_a_minute_goes_to_the_nearest_step(where, step):
    assert snapped(where) == step


def test_a_card_moved_by_half_an_hour_keeps_its_length():
    assert moved(SWIM, 4, 31) == Slot(4, minute("16:30"), 60)


def test_with_shift_a_card_moves_by_five_minutes():
    assert moved(SWIM, 2, 6, FINE_STEP).start == minute("16:05")


def test_a_card_pushed_beyond_the_evening_begins_in_its_day_and_runs_past_midnight():
    assert moved(SWIM, 2, 5000) == Slot(2, minute("23:45"), 60)
    assert moved(SWIM, 2, -5000) == Slot(2, 0, 60)


def test_what_runs_past_midnight_is_moved_as_it_is():
    assert moved(LATE, 4, -15) == Slot(4, minute("23:15"), 60)


def test_the_part_after_midnight_is_pulled_longer_and_not_into_the_day_before():
    assert end_dragged(LATE, minute("25:10")) == Slot(5, minute("23:30"), 105)
    assert end_dragged(LATE, minute("23:50")) == Slot(5, minute("23:30"), 15)


def test_near_the_time_it_had_a_card_goes_back_to_it():
    assert nearer(Slot(2, minute("16:30"), 60), (minute("16:05"), 60)).start == minute("16:05")
    assert nearer(Slot(2, minute("17:00"), 60), (minute("16:05"), 60)).start == minute("17:00")
    assert nearer(SWIM, None) == SWIM


def test_pulling_the_upper_edge_down_stops_a_step_before_the_end():
    assert start_dragged(SWIM, minute("18:00")) == Slot(2, minute("16:45"), 15)


def test_pulling_the_lower_edge_up_stops_a_step_after_the_start():
    assert end_dragged(SWIM, minute("9:00")) == Slot(2, minute("16:00"), 15)


def test_the_upper_edge_of_a_card_past_midnight_stays_on_its_own_day():
    assert start_dragged(LATE, minute("24:20")) == Slot(5, minute("23:45"), 45)


def test_a_card_drawn_upwards_is_the_same_as_one_drawn_downwards():
    down = drawn(3, minute("9:02"), minute("9:58"))
    assert down == drawn(3, minute("9:58"), minute("9:02")) == Slot(3, minute("9:00"), 60)


def test_a_click_draws_one_step():
    assert drawn(3, minute("9:02"), minute("9:02")) == Slot(3, minute("9:00"), 15)


@given(slots, st.integers(0, 6), anywhere, steps)
def test_a_moved_card_begins_on_a_step_of_the_new_day(slot, day, minutes, step):
    found = moved(slot, day, minutes, step)
    assert (found.day, found.minutes) == (day, slot.minutes)
    assert 0 <= found.start < DAY_MINUTES
    assert found.start % step == 0


@given(slots, anywhere, steps)
def test_pulling_the_upper_edge_leaves_the_end_where_it_is(slot, where, step):
    found = start_dragged(slot, where, step)
    assert found.start + found.minutes == slot.start + slot.minutes
    assert 0 <= found.start < DAY_MINUTES
    assert min(step, slot.start + slot.minutes) <= found.minutes <= DAY_MINUTES


@given(slots, anywhere, steps)
def test_pulling_the_lower_edge_leaves_the_beginning_where_it_is(slot, where, step):
    found = end_dragged(slot, where, step)
    assert (found.day, found.start) == (slot.day, slot.start)
    past_midnight = slot.start + slot.minutes > DAY_MINUTES
    assert past_midnight or found.start + found.minutes <= DAY_MINUTES
    assert min(step, DAY_MINUTES - slot.start) <= found.minutes <= DAY_MINUTES


@given(st.integers(0, 6), anywhere, anywhere, steps)
def test_what_is_drawn_is_whole_steps_inside_the_day(day, pressed, where, step):
    found = drawn(day, pressed, where, step)
    assert found.day == day
    assert found.start % step == found.minutes % step == 0
    assert 0 <= found.start < found.start + found.minutes <= DAY_MINUTES


@given(st.floats(0, DAY_MINUTES), st.floats(0, DAY_MINUTES), steps)
def test_what_is_drawn_covers_the_whole_way_of_the_hand(pressed, where, step):
    found = drawn(0, pressed, where, step)
    assert found.start <= min(pressed, where) + AIM
    assert max(pressed, where) - AIM <= found.start + found.minutes
