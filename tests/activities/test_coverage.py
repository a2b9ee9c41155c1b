"""What the library promises: something for every skill, every age and every moment of a week."""

import subprocess
import sys
from pathlib import Path

import pytest

from activities.catalogue import load
from activities.model import BANDS, SETTINGS, SKILLS


@pytest.fixture(scope="module")
def published():
    return load()[0].published


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("skill", SKILLS)
def test_every_age_has_three_activities_for_every_skill(published, skill, band):
    found = [
        activity.id
        for activity in published
        if band in activity.bands and skill in {activity.skill, *activity.also}
    ]
    assert len(found) >= 3


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_age_has_an_activity_for_every_moment(published, setting, band):
    assert any(band in activity.bands and setting in activity.settings for activity in published)


def test_at_least_half_need_no_preparation(published):
    easy = [activity for activity in published if activity.effort == 1]
    assert 2 * len(easy) >= len(published) > 0


def test_the_report_shows_the_same_counts(published):
    script = Path(__file__).parents[2] / "script" / "coverage-report"
    report = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    naming = [
        sum(band in found.bands and "naming" in {found.skill, *found.also} for found in published)
        for band in BANDS
    ]
    assert ["naming", *map(str, naming)] in [line.split() for line in report.splitlines()]
    assert report.rstrip().endswith("No holes.")
