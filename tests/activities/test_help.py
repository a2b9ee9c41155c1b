"""A number is shown while it is known to be right; what ages slowly is always there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.help import (
    AUDIENCES,
    FRESH_DAYS,
    KINDS,
    Helpline,
    directories,
    helplines,
    is_fresh,
    is_reviewed,
    organisations,
)

TODAY = date(2026, 11, 25)
CHECKED = Helpline(
    country="Nowhere",
    name="The Listening Line",
    audience="child",
    number="12 34",
    checked_on=TODAY,
    checked_by=("Sara", "Jonas"),
    method="called",
)


def test_a_number_checked_today_is_shown():
    assert is_fresh(CHECKED, TODAY)


def test_a_number_is_shown_until_its_last_day_and_not_after():
    assert is_fresh(CHECKED, CHECKED.expires_on)
    assert not is_fresh(CHECKED, CHECKED.expires_on + timedelta(days=1))


@given(st.integers(-2000, 2000))
def test_a_number_is_shown_for_180_days_only(days):
    assert is_fresh(CHECKED, TODAY + timedelta(days=days)) == (0 <= days <= FRESH_DAYS)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"checked_on": None},
        {"checked_by": ("Sara",)},
        {"checked_by": ("Sara", "Sara")},
        {"checked_by": ()},
        {"method": ""},
        {"method": "heard it somewhere"},
    ],
)
def test_half_a_check_is_no_check(spoilt):
    assert not is_fresh(replace(CHECKED, **spoilt), TODAY)


def test_a_number_that_was_never_checked_has_no_last_day():
    assert replace(CHECKED, checked_on=None).expires_on is None


def test_a_number_is_either_shown_or_hidden():
    fresh, stale = helplines(TODAY)
    assert not set(fresh) & set(stale)
    assert all(is_fresh(line, TODAY) for line in fresh)
    assert stale


def test_a_number_without_a_check_hides_on_any_day():
    for day in (date(2024, 1, 1), TODAY, date(2031, 1, 1)):
        fresh, _ = helplines(day)
        assert all(line.checked_on for line in fresh)


def test_each_helpline_says_whom_it_is_for():
    for line in sum(helplines(TODAY), ()):
        assert line.audience in AUDIENCES
        assert line.country
        assert line.name
        assert line.number


def test_the_local_emergency_number_comes_first():
    first, *others = directories()
    assert "emergency" in first.name
    assert {place.address for place in others} >= {
        "https://findahelpline.com",
        "https://childhelplineinternational.org",
    }
    assert [place.number for place in others if place.number] == ["116 111"]


def test_a_picture_can_be_reported_in_two_places():
    assert [place.name for place in directories("picture")] == ["Take It Down", "Report Remove"]


def test_addresses_are_safe_ones():
    places = [*directories(), *directories("picture"), *organisations()]
    assert all(p.address.startswith("https://") for p in places if p.address)


def test_organisations_stand_by_kind_and_then_by_name():
    listed = [(KINDS.index(o.kind), o.name.removeprefix("The ")) for o in organisations()]
    assert listed == sorted(listed)
    assert {o.kind for o in organisations()} == set(KINDS)


def test_every_organisation_is_told_with_what_to_know_beside_it():
    assert all(o.does and o.beside and o.address for o in organisations())


def test_a_review_lasts_half_a_year():
    seen = replace(organisations()[0], reviewed_on=TODAY)
    assert is_reviewed(seen, TODAY)
    assert is_reviewed(seen, TODAY + timedelta(days=183))
    assert not is_reviewed(seen, TODAY + timedelta(days=184))
    assert not is_reviewed(seen, TODAY - timedelta(days=1))
    assert not is_reviewed(replace(seen, reviewed_on=None), TODAY)
