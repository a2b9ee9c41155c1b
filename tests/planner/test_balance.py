"""What a week holds: minutes for each pathway, and who has whom to themselves."""

from hypothesis import given

from planner.balance import is_one_to_one, one_to_one_times, pathway_minutes
from planner.model import HAPPENED
from tests.builders import all_entries, by_title, entry, week_of
from tests.drawn import few, households

WEEK = week_of("""
    x Mon 16:00-16:30 walk (leo, sara)
    h Tue 16:00-16:30 talk (leo, sara)
    _ Wed 19:00-19:20 bear (maya, jonas)
    e Thu 19:00-19:20 film (maya, jonas)
    - Fri 19:00-19:20 game (maya, jonas)
    x Sat 10:00-11:00 pizza (leo, maya, sara, jonas)
    x Sun 10:00-11:00 match (leo, maya)
    _ Sun 20:00-21:00 sofa (sara, jonas)
""")


def test_minutes_planned_and_done_count_and_what_was_dropped_does_not():
    week = (
        entry("x Mon 16:00-16:30 walk", pathway="reach"),
        entry("h Tue 16:00-16:10 talk", pathway="reach"),
        entry("_ Wed 16:00-16:20 bear", pathway="feel-with"),
        entry("e Thu 16:00-17:00 film", pathway="feel-with"),
        entry("- Fri 16:00-17:00 game", pathway="stay-close"),
        entry("x Sat 16:00-17:00 dentist"),
    )
    assert pathway_minutes(week) == {"reach": 40, "feel-with": 20}


def test_one_child_with_one_grown_up_is_one_to_one_and_nothing_else():
    found = [e.title for e in all_entries(WEEK) if is_one_to_one(e, WEEK)]
    assert found == ["walk", "talk", "bear", "film", "game"]


def test_one_to_one_times_are_counted_for_each_child_as_happened_and_to_come():
    assert one_to_one_times(all_entries(WEEK), WEEK) == {"leo": (2, 0), "maya": (0, 1)}


def test_a_child_without_any_is_counted_with_nought():
    assert one_to_one_times((), WEEK) == {"leo": (0, 0), "maya": (0, 0)}


def test_somebody_who_is_no_longer_in_the_family_makes_no_pair():
    visit = entry("x Mon 16:00-16:30 walk (leo, aunt)")
    assert not is_one_to_one(visit, WEEK)
    assert is_one_to_one(by_title(WEEK, "walk"), WEEK)


@few
@given(households())
def test_every_counted_minute_stands_in_an_entry(household):
    found = all_entries(household)
    counted = sum(pathway_minutes(found).values())
    outcomes = HAPPENED | {"planned"}
    assert counted == sum(e.minutes for e in found if e.pathway and e.outcome in outcomes)
