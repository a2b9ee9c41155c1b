"""Ages and the taxonomy."""

from dataclasses import FrozenInstanceError

import pytest

from activities.model import BANDS, PATHWAYS, SKILLS, Activity, Step, band_for


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (1, None),
        (2, "2-4"),
        (4, "2-4"),
        (5, "5-7"),
        (10, "8-10"),
        (13, "11-13"),
        (17, "14-17"),
        (18, None),
    ],
)
def test_a_child_belongs_to_the_band_of_the_years_completed(age, band):
    assert band_for(age) == band


def test_every_age_from_two_to_seventeen_has_exactly_one_band():
    ages = [age for first, last in BANDS.values() for age in range(first, last + 1)]
    assert ages == list(range(2, 18))


def test_eighteen_skills_share_three_pathways():
    assert len(SKILLS) == 18
    assert tuple(dict.fromkeys(skill.pathway for skill in SKILLS.values())) == PATHWAYS


def test_each_skill_stands_under_its_own_id():
    assert all(skill.id == key for key, skill in SKILLS.items())


def test_an_activity_cannot_be_changed():
    walk = Activity(id="walk", title="Walk", pathways=("reach",))
    with pytest.raises(FrozenInstanceError):
        walk.title = "Run"


def test_two_equal_activities_count_as_one_in_a_set():
    first = Activity(id="walk", title="Walk", pathways=("reach",), steps=(Step(text="Go."),))
    second = Activity(id="walk", title="Walk", pathways=("reach",), steps=(Step(text="Go."),))
    assert len({first, second}) == 1
