"""A trip takes whole days: it stands in every week it touches, and takes no hours from any of them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import balance
from planner.clashes import clashes
from planner.documents import entry_document, entry_from
from planner.model import Ritual, RitualId
from planner.question import instance_for
from planner.rituals import with_ritual
from planner.sheet import week_sheet
from planner.week import add, entries_between
from planner.whole_days import USUAL_HOURS, last_day, rows, whole_days, with_days, with_hours
from tests.builders import MONDAY, NEXT_MONDAY, NOW, entry, week_of

TRIP = with_days(
    entry("_ Fri 17:05-18:00 Trip (leo, sara)", pathway="reach", entry_id="5"),
    MONDAY + timedelta(4),
    5,
)


@pytest.fixture
def trip():
    """From Friday to the Tuesday after."""
    return add(week_of("_ Sat 10:00-11:00 Kite (leo)"), TRIP)


def test_a_trip_stands_in_both_weeks_it_touches(trip):
    for monday in (MONDAY, NEXT_MONDAY):
        assert [e.title for e in whole_days(trip, monday)] == ["Trip"]
    assert whole_days(trip, NEXT_MONDAY + timedelta(2)) == ()
    assert whole_days(trip, MONDAY, 4) == ()
    assert last_day(TRIP) == NEXT_MONDAY + timedelta(1)


def test_the_way_back_gives_the_time_it_had():
    back = with_hours(TRIP, TRIP.day)
    assert (back.start, back.minutes, back.all_day) == (17 * 60 + 5, 55, False)
    assert with_hours(TRIP, MONDAY, 600).start == 600
    assert with_hours(TRIP, MONDAY, 600).minutes == 55


def test_longer_or_on_another_day_it_still_knows_its_time():
    assert with_hours(with_days(TRIP, MONDAY, 9), MONDAY).start == 17 * 60 + 5


def test_what_never_had_a_time_is_given_a_usual_one():
    there = with_hours(
        entry_from(
            "1", {"title": "Fair", "day": "2026-03-02", "start": 0, "minutes": 0, "days": 1}, None
        ),
        MONDAY,
    )
    assert (there.start, there.minutes) == USUAL_HOURS


def test_whole_days_count_no_minutes_and_are_in_nobodys_way(trip):
    assert balance.pathway_minutes(entries_between(trip, MONDAY)) == {"reach": 0}
    ghost = entry("_ Sat 00:00-23:00 Picnic (leo, sara)", entry_id="9")
    assert list(clashes(trip, MONDAY, (ghost,))["9"]) == [("leo",), "Kite"]


def test_fill_leaves_whole_days_out_of_account(trip):
    asked = instance_for(trip, MONDAY, {}, now=NOW)
    assert [p.start for p in asked.fixed] == [5 * 1440 + 600]


def test_paper_names_it_on_each_of_its_days_before_the_hours(trip):
    sheet = week_sheet(trip, MONDAY)
    assert [[line.title for line in day.lines] for day in sheet.days[3:]] == [
        [],
        ["Trip"],
        ["Trip", "Kite"],
        ["Trip"],
    ]
    assert sheet.days[4].lines[0].all_day


@pytest.mark.parametrize("days", [1, 5, 99])
def test_the_disk_keeps_days_and_the_time_before(days):
    made = with_days(TRIP, TRIP.day, days)
    assert entry_from(made.id, entry_document(made), None) == made


def test_what_has_hours_is_written_as_ever():
    assert {"days", "was_at"}.isdisjoint(entry_document(entry("_ Mon 10:00-11:00 Kite")))


@pytest.mark.parametrize(
    "wrong", [{"days": 100}, {"days": -1}, {"was_at": [1]}, {"was_at": [0, 0]}]
)
def test_impossible_days_are_a_problem_and_not_an_entry(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        entry_from("1", {**entry_document(TRIP), **wrong}, None)


def test_bars_stand_as_high_as_there_is_room():
    assert rows([(0, 7), (1, 3), (3, 5), (4, 6)]) == (0, 1, 1, 2)


spans = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 7)), max_size=12)


@given(spans)
def test_no_two_bars_of_a_row_share_a_day(drawn):
    bars = sorted((first, first + days) for first, days in drawn)
    placed = list(zip(bars, rows(bars), strict=True))
    for n, ((first, end), row) in enumerate(placed):
        for (other, other_end), other_row in placed[:n]:
            assert row != other_row or end <= other or other_end <= first


def test_a_trip_that_comes_every_month_is_seen_in_the_week_it_goes_on_into():
    monthly = Ritual(id=RitualId("900"), first=TRIP, rule="FREQ=MONTHLY;BYDAY=1FR")
    household = with_ritual(week_of("_ Sat 10:00-11:00 Kite (leo)"), monthly)
    april = MONDAY + timedelta(weeks=5)  # Monday 6 April, after Friday the third
    assert [(e.title, e.day.day) for e in whole_days(household, april)] == [("Trip", 3)]
    assert whole_days(household, april + timedelta(2)) == ()
