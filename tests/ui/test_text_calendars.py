"""What the family reads about calendar files."""

from dataclasses import replace
from datetime import date

import pytest

from planner.calendars.reading import CalendarFileError, Found
from planner.calendars.taking import Changes
from planner.calendars.worker import MOST_EVENTS
from planner.errors import Problem
from tests.builders import MONDAY
from tests.calendars import calendar, event, holiday
from ui.text import calendars as text

pytestmark = pytest.mark.usefixtures("british")
NOTHING = Found(name="School", since=date(2025, 3, 1), until=date(2028, 3, 1), events=())


def problems(code, *titles, detail=""):
    return tuple(Problem(code, title, detail) for title in titles)


def test_problems_of_one_kind_are_one_sentence_what_is_left_out_first():
    found = problems("bad-rule", "Judo") + problems("no-start", "Choir", "Swim", "Choir")
    left_out, once = text.faults(found, 4)
    assert left_out == "Left out, because the file gives no day: “Choir” and “Swim”."
    assert once.startswith(
        "How they repeat cannot be read, so only their first time counts: “Judo”."
    )


def test_of_many_events_three_are_named_and_the_others_counted():
    (line,) = text.faults(problems("bad-end", *"ABCDEF"), 6)
    assert line.endswith("“A”, “B”, “C” and 3 more.")


def test_each_unknown_zone_is_told_apart():
    found = problems("unknown-zone", "A", detail="Shire") + problems(
        "unknown-zone", "B", detail="Mordor"
    )
    assert [("Shire" in line, "Mordor" in line) for line in text.faults(found, 2)] == [
        (False, True),
        (True, False),
    ]


def test_what_has_no_title_is_named_by_its_line():
    (line,) = text.faults(problems("bad-start", "#12"), 1)
    assert line.endswith("line 12 of the file.")


def test_problems_that_are_not_listed_are_counted():
    assert text.faults(problems("bad-end", "A"), 30)[-1] == "And 29 more like these."


def test_a_calendar_that_is_too_full_says_until_when_it_goes():
    (line,) = text.faults((Problem("cut", "", "2026-10-01"),), 1)
    assert "until 1 Oct 2026" in line


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (Changes(3, 1, 2, 12), "3 added, 1 changed, 2 removed, 12 as before"),
        (Changes(0, 0, 0, 5), "nothing new, 5 as before"),
        (Changes(0, 0, 0, 0), "nothing new"),
    ],
)
def test_what_changes_is_said_and_what_does_not_is_not(changes, words):
    assert text.changed(changes) == words


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (event("Judo", MONDAY, "16:00", end="17:00"), "Mon 2 Mar, 16:00–17:00 · Judo"),
        (event("Judo", MONDAY, "16:00", end="16:00"), "Mon 2 Mar, 16:00 · Judo"),
        (event("Camp", MONDAY, "16:00", MONDAY.replace(day=4), "9:00"), "Mon 2 Mar, 16:00 – Wed 4 Mar, 09:00 · Camp"),
        (holiday("Easter", MONDAY), "Mon 2 Mar, all day · Easter"),
        (holiday("Easter", MONDAY, 3), "Mon 2 Mar – Wed 4 Mar · Easter"),
    ],
)  # fmt: skip
def test_an_event_is_said_with_its_day_and_time(one, words):
    assert text.event(one) == words


def test_what_was_left_out_on_purpose_is_said():
    found = replace(NOTHING, called_off=2, elsewhen=1, tasks=1)
    assert text.left_out(found) == "Not taken: 2 that were called off, 1 of other years and 1 task."
    assert text.left_out(NOTHING) == ""


def test_a_calendar_says_how_much_is_in_it_and_until_when():
    one = calendar(event("Judo", MONDAY, "16:00"), holiday("Easter", MONDAY))
    assert text.facts(one) == "Taken Sun 1 Mar 2026, 09:00 · 2 events · until 1 Mar 2028"


def test_a_calendar_of_a_zone_nobody_knows_says_so_as_long_as_it_is_kept():
    one = calendar(event("Judo", MONDAY, "16:00"), unsure=("Shire",))
    assert text.unsure(one).startswith("Some times may be off: its time zone “Shire” is not known")
    assert "zones “Shire” and “Mordor” are" in text.unsure(replace(one, unsure=("Shire", "Mordor")))
    assert text.unsure(replace(one, unsure=())) == ""


def test_thousands_of_events_can_be_read():
    assert [text.events(count) for count in (1, 2, 10_000)] == [
        "1 event",
        "2 events",
        "10,000 events",
    ]


def test_every_reason_to_stop_has_a_sentence_and_the_limits_are_those_of_the_reader():
    for code in text.STOPPED:
        words = text.stopped(CalendarFileError(code), "club.ics")
        assert "“club.ics”" in words
        assert words.endswith(". Nothing was changed.")
    assert f"{MOST_EVENTS:,}" in text.STOPPED["too-many"]
