"""People come and go; what the week says of them follows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import family
from planner.errors import UnknownPersonError
from planner.model import Household, PersonId, Wishes
from tests.builders import (
    JONAS,
    LEO,
    MAYA,
    SARA,
    all_entries,
    busy,
    lines,
    moment,
    text_of,
    week_of,
)
from tests.drawn import few, households

HOME = replace(
    week_of("""
        x Mon 16:00-17:00 swimming (leo)
        _ Wed 19:00-19:20 bear (maya, jonas)
        _ Thu 18:00-18:10 bins
    """),
    busy=(busy("School", "8:00-15:00", LEO, MAYA), busy("Football", "16:00-17:30", LEO)),
    moments=(moment("bedtime", "20:00-20:30", LEO), moment("meal", "18:00-18:30", LEO, SARA)),
)


def test_a_new_person_comes_last():
    tom = replace(LEO, id=PersonId("tom"), name="Tom")
    assert [p.name for p in family.with_person(HOME, tom).people][-1] == "Tom"


def test_a_changed_person_keeps_the_place_in_the_family():
    changed = family.with_person(HOME, replace(MAYA, name="May"))
    assert [p.name for p in changed.people] == ["Leo", "May", "Sara", "Jonas"]


def test_who_leaves_takes_along_what_nobody_else_takes_part_in():
    without = family.without_person(HOME, LEO.id)
    assert text_of(without) == lines("""
        _ Wed 19:00-19:20 bear (maya, jonas)
        _ Thu 18:00-18:10 bins
    """)
    assert [(b.title, b.people) for b in without.busy] == [("School", ("maya",))]
    assert [(m.kind, m.people) for m in without.moments] == [("meal", ("sara",))]


def test_what_others_take_part_in_stays_with_them():
    assert "bear (maya)" in text_of(family.without_person(HOME, JONAS.id))


def test_a_line_about_nobody_stays_when_somebody_leaves():
    assert "bins" in text_of(family.without_person(HOME, SARA.id))


def test_a_person_who_is_not_there_cannot_leave():
    with pytest.raises(UnknownPersonError):
        family.without_person(HOME, PersonId("nobody"))


@few
@given(households(), st.data())
def test_who_left_is_named_nowhere(household, data):
    if not household.people:
        return
    gone = data.draw(st.sampled_from(household.people)).id
    left = family.without_person(household, gone)
    groups = (left.busy, left.moments, all_entries(left))
    assert left.person(gone) is None
    assert all(gone not in one.people for group in groups for one in group)
    assert all(week.entries for week in left.weeks.values())


@few
@given(households(), st.data())
def test_nothing_of_the_others_is_lost_when_somebody_leaves(household, data):
    if not household.people:
        return
    gone = data.draw(st.sampled_from(household.people)).id
    left = {e.id for e in all_entries(family.without_person(household, gone))}
    assert left == {e.id for e in all_entries(household) if e.people != (gone,)}


def test_a_busy_time_is_added_changed_and_removed_by_its_id():
    piano = busy("Piano", "15:00-16:00", MAYA)
    more = family.with_busy(HOME, piano)
    later = family.with_busy(more, replace(piano, title="Violin"))
    assert [b.title for b in later.busy] == ["School", "Football", "Violin"]
    assert family.without_busy(later, piano.id) == HOME


def test_moments_and_wishes_are_taken_whole():
    dinner = (moment("meal", "18:00-18:30", LEO, SARA),)
    assert family.with_moments(HOME, dinner).moments == dinner
    assert family.with_wishes(Household(), Wishes(day_max=1)).wishes.day_max == 1
