"""Intervals for shares agree with the published examples and promise no more than the counts do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.proportions import difference, is_clearly_more, wilson

COUNTS = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_a_share_has_the_interval_newcombe_gives_for_wilsons_method(count, total, low, high):
    assert wilson(count, total) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_a_difference_has_the_interval_of_newcombes_method_10(one, other, low, high):
    assert difference(one, other) == pytest.approx((low, high), abs=1e-4)


@given(COUNTS)
def test_the_counted_share_lies_in_its_interval(counts):
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] + 1e-9
    assert counts[0] / counts[1] <= high + 1e-9 <= 1 + 2e-9


@given(COUNTS, COUNTS, st.integers(1, 30))
def test_more_tries_never_make_a_difference_clearer(one, other, tries):
    assert not is_clearly_more(one, other, tries) or is_clearly_more(one, other)


@given(COUNTS, COUNTS)
def test_two_shares_are_never_both_clearly_more(one, other):
    assert not (is_clearly_more(one, other) and is_clearly_more(other, one))
