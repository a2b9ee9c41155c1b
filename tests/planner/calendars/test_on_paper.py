"""Holidays and school trips of the family's calendars on the sheet for the fridge: quietly, and not every one."""

from planner.dates import ONE_DAY
from planner.model import DAY_MINUTES
from planner.sheet import MOST_QUIET, week_sheet, without_done
from planner.week import add
from tests.builders import LEO, MAYA, MONDAY, SARA, entry
from tests.calendars import calendar, event, family, holiday

TRIP = holiday("School trip", MONDAY, 3)


def lines(household, day=0, **wish):
    return week_sheet(household, MONDAY, **wish).days[day].lines


def test_a_school_trip_stands_on_each_of_its_days_with_whose_it_is():
    household = family(calendar(TRIP, people=(LEO, MAYA)))
    for day in range(3):
        (line,) = lines(household, day)
        assert (line.title, line.people, line.all_day, line.quiet) == (
            "School trip",
            ("Leo", "Maya"),
            True,
            True,
        )
    assert lines(household, 3) == ()


def test_it_stands_before_what_the_family_plans_and_is_never_ticked():
    household = add(family(calendar(TRIP)), entry("x Mon 17:00-17:30 swim (leo, sara)"))
    trip, swim = lines(household)
    assert (trip.quiet, trip.done) == (True, False)
    assert (swim.quiet, swim.done) == (False, True)
    assert [line.title for line in without_done(week_sheet(household, MONDAY)).days[0].lines] == [
        "School trip"
    ]


def test_what_keeps_somebody_busy_is_still_not_named():
    household = family(calendar(event("Therapy", MONDAY, "9:00", end="10:00")))
    assert lines(household) == ()
    assert week_sheet(household, MONDAY).days[0].busy == ((540, 600),)


def test_what_its_calendar_calls_private_stays_off_paper():
    household = family(calendar(TRIP._replace(private=True)))
    assert lines(household) == ()


def test_a_childs_own_sheet_has_what_is_theirs():
    household = family(calendar(TRIP, people=(LEO, SARA)))
    (line,) = lines(household, only=LEO.id)
    assert line.people == ("Mum",)
    assert lines(household, only=MAYA.id) == ()


def test_a_reminder_with_a_time_keeps_its_time():
    household = family(calendar(event("Bins", MONDAY, "7:00", end="7:30", busy=False)))
    (line,) = lines(household)
    assert (line.start, line.all_day, line.minutes) == (420, False, 0)


def test_a_calendar_full_of_notes_leaves_room_to_plan():
    household = family(calendar(*(holiday(f"Note {n}", MONDAY) for n in range(20))))
    assert len(lines(household)) == MOST_QUIET


def test_days_that_are_taken_whole_do_not_stretch_the_page_to_midnight():
    household = family(calendar(TRIP, whole_days=True))
    days = week_sheet(household, MONDAY).days
    assert all(day.busy == () for day in days)
    late = event("Night shift", MONDAY, "22:00", MONDAY + ONE_DAY, "6:00")
    days = week_sheet(family(calendar(TRIP, late, whole_days=True)), MONDAY).days
    assert [day.busy for day in days[:3]] == [((1320, DAY_MINUTES),), ((0, 360),), ()]
