"""Cards side by side: all there, inside the day, never on top of each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.layout import Place, places

spans = st.integers(0, 1439).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, 1500)))
some_spans = st.lists(spans, max_size=14)
near = st.integers(0, 20).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, 24)))
crowds = st.lists(near, max_size=9)
HAIR = 1e-9


def touch(one, other):
    return one[0] < other[1] and other[0] < one[1]


def clusters(day):
    """Who is bound to whom by overlapping, found the slow way."""
    found = [{n} for n in range(len(day))]
    for a in range(len(day)):
        for b in range(a):
            if touch(day[a], day[b]):
                one = next(c for c in found if a in c)
                other = next(c for c in found if b in c)
                if one is not other:
                    found.remove(other)
                    one |= other
    return found


def most_at_once(day):
    return max((sum(a <= start < b for a, b in day) for start, _ in day), default=0)


def test_a_day_without_cards_needs_no_places():
    assert places(()) == ()


def test_two_cards_at_the_same_time_share_the_width():
    assert places([(0, 60), (30, 90)]) == (Place(0, 0.5), Place(0.5, 0.5))


def test_one_after_the_other_keeps_the_whole_width():
    assert places([(60, 120), (0, 60)]) == (Place(0, 1), Place(0, 1))


def test_a_card_spreads_over_what_stays_free_beside_it():
    long_day, first, second, late = (0, 300), (0, 60), (0, 60), (120, 180)
    third = 1 / 3
    assert places([long_day, first, second, late]) == (
        Place(0, third),
        Place(third, third),
        Place(2 * third, third),
        Place(third, pytest.approx(2 * third)),
    )


@given(some_spans | crowds)
def test_every_card_has_a_place_inside_the_day(day):
    found = places(day)
    assert len(found) == len(day)
    for place in found:
        assert place.left >= 0
        assert place.width > 0
        assert place.left + place.width <= 1 + HAIR


@given(some_spans | crowds)
def test_cards_that_overlap_in_time_never_overlap_on_the_screen(day):
    found = places(day)
    for a in range(len(day)):
        for b in range(a):
            if touch(day[a], day[b]):
                left, right = sorted((found[a], found[b]))
                assert left.left + left.width <= right.left + HAIR


@given(some_spans | crowds)
def test_only_cards_bound_to_it_make_a_card_narrower(day):
    whole = places(day)
    for cluster in clusters(day):
        members = sorted(cluster)
        assert places([day[n] for n in members]) == tuple(whole[n] for n in members)
        if len(members) == 1:
            assert whole[members[0]] == (0, 1)


@given(crowds)
def test_no_card_is_narrower_than_the_crowd_asks_for(day):
    found = places(day)
    for cluster in clusters(day):
        share = 1 / most_at_once([day[n] for n in cluster])
        assert all(found[n].width >= share - HAIR for n in cluster)


@given(crowds, st.randoms())
def test_the_order_in_which_cards_come_does_not_matter(day, chance):
    shuffled = list(day)
    chance.shuffle(shuffled)
    assert sorted(zip(day, places(day), strict=True)) == sorted(
        zip(shuffled, places(shuffled), strict=True)
    )
