"""Sets of times agree with looking at every minute."""

from hypothesis import given
from hypothesis import strategies as st

from planner.fill.steps import STEP, WEEK_STEPS, inside, moments, runs, touches, within_a_day

windows = st.lists(
    st.tuples(st.integers(-50, 2000), st.integers(0, 400)).map(lambda w: (w[0], w[0] + w[1])),
    max_size=5,
)
small_sets = st.integers(0, 2**40 - 1)


def members(steps: int) -> set[int]:
    return {n for n in range(WEEK_STEPS) if steps >> n & 1}


@given(windows)
def test_a_step_is_inside_if_one_window_has_all_of_its_minutes(some: list[tuple[int, int]]) -> None:
    expected = {
        n for n in range(600) if any(a <= n * STEP and n * STEP + STEP <= b for a, b in some)
    }
    assert members(inside(some)) == expected


@given(windows)
def test_a_moment_counts_if_a_window_has_its_first_minute(some: list[tuple[int, int]]) -> None:
    expected = {n for n in range(600) if any(a <= n * STEP < b for a, b in some)}
    assert members(moments(some)) == expected


@given(small_sets, st.integers(1, 12))
def test_a_run_has_all_of_its_steps_in_the_set(steps: int, length: int) -> None:
    inside_it = members(steps)
    expected = {n for n in range(40) if set(range(n, n + length)) <= inside_it}
    assert members(runs(steps, length)) == expected


@given(small_sets, st.integers(1, 12))
def test_a_row_touches_a_set_if_one_of_its_steps_is_in_it(steps: int, length: int) -> None:
    inside_it = members(steps)
    expected = {n for n in range(40) if set(range(n, n + length)) & inside_it}
    assert members(touches(steps, length)) == expected


def test_twenty_minutes_may_start_until_twenty_to_midnight() -> None:
    allowed = members(within_a_day(20))
    assert {1415 // STEP, 1420 // STEP, 1425 // STEP} & allowed == {1415 // STEP, 1420 // STEP}
