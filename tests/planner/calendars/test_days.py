"""What calendars have on a day: hours that are taken, and lines over the day."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.calendars import all_day
from planner.calendars.days import events_on
from planner.calendars.model import CalendarEvent, CalendarId
from planner.dates import days_from
from planner.family import without_person
from planner.free import away_windows, busy_on, conflicts, free_windows
from planner.model import DAY_MINUTES, Person
from tests.builders import LEO, MAYA, MONDAY, SARA, minute
from tests.calendars import HERE, calendar, event, family, holiday

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def test_an_event_keeps_its_people_busy_as_a_busy_time_does():
    household = family(calendar(event("Choir", MONDAY, "17:00", end="18:00")))
    assert free_windows(household, HERE[0], MONDAY) == (
        (minute("15:00"), minute("17:00")),
        (minute("18:00"), minute("20:00")),
    )
    assert free_windows(household, HERE[2], MONDAY) == ((minute("15:00"), minute("20:00")),)
    assert conflicts(household, (LEO.id, SARA.id), MONDAY, (1050, 1060)) == ((LEO.id, "Choir"),)


def test_what_passes_midnight_is_on_both_days_with_its_part_of_each():
    household = family(calendar(event("Camp", MONDAY, "18:00", WEDNESDAY, "10:00")))
    spans = [
        [(b.span.start, b.span.end) for b in busy_on(household, d)] for d in days_from(MONDAY, 4)
    ]
    assert spans == [[(1080, DAY_MINUTES)], [(0, DAY_MINUTES)], [(0, 600)], []]


def test_what_ends_at_midnight_does_not_touch_the_next_day():
    household = family(calendar(event("Film", MONDAY, "22:00", TUESDAY)))
    assert [b.title for b in busy_on(household, MONDAY)] == ["Film"]
    assert busy_on(household, TUESDAY) == ()


def test_a_holiday_is_a_line_over_its_days_and_takes_no_hours():
    household = family(calendar(holiday("Half-term", MONDAY, 2)))
    assert [[line.title for line in all_day(household, d)] for d in days_from(MONDAY, 3)] == [
        ["Half-term"],
        ["Half-term"],
        [],
    ]
    assert busy_on(household, MONDAY) == ()


def test_whole_days_take_the_hours_where_the_family_says_so():
    household = family(calendar(holiday("Night shift", MONDAY), people=(SARA,), whole_days=True))
    assert away_windows(household, HERE[2], MONDAY) == ((0, DAY_MINUTES),)
    assert [line.title for line in all_day(household, MONDAY)] == ["Night shift"]


def test_what_leaves_people_free_is_a_line_with_its_time():
    household = family(calendar(event("Bins", MONDAY, "7:00", end="7:30", busy=False)))
    assert busy_on(household, MONDAY) == ()
    assert [(line.title, line.start) for line in all_day(household, MONDAY)] == [("Bins", 420)]


def test_the_same_holiday_in_two_calendars_is_one_line_for_everybody():
    one = calendar(holiday("Easter", MONDAY))
    other = calendar(holiday("Easter", MONDAY), people=(MAYA,), id=CalendarId("8"))
    (line,) = all_day(family(one, other), MONDAY)
    assert line.people == (LEO.id, MAYA.id)


def test_a_line_is_private_if_every_calendar_that_has_it_says_so():
    hidden = holiday("Away", MONDAY)._replace(private=True)
    (line,) = all_day(family(calendar(hidden)), MONDAY)
    assert line.private
    open_too = calendar(holiday("Away", MONDAY), people=(MAYA,), id=CalendarId("8"))
    (line,) = all_day(family(calendar(hidden), open_too), MONDAY)
    assert not line.private


def test_a_day_that_is_asked_about_again_is_not_counted_out_again():
    household = family(calendar(event("Choir", MONDAY, "17:00", end="18:00")))
    first, again = busy_on(household, MONDAY), busy_on(household, MONDAY)
    assert first[0] is again[0]
    others = replace(household.calendars[0], people=(MAYA.id,))
    assert busy_on(family(others), MONDAY)[0].people == (MAYA.id,)


def test_a_calendar_goes_with_the_only_person_it_is_for():
    both = calendar(people=(LEO, SARA), id=CalendarId("8"))
    rest = without_person(family(calendar(), both), LEO.id)
    assert [(c.id, c.people) for c in rest.calendars] == [("8", (SARA.id,))]


moments = st.tuples(st.integers(0, 9), st.integers(0, DAY_MINUTES - 1))


@given(st.lists(st.tuples(moments, moments), max_size=6))
def test_every_minute_of_every_event_is_on_its_day_and_no_other(times):
    made = [
        CalendarEvent(
            uid=str(n),
            title=str(n),
            first=MONDAY + timedelta(days=first),
            start=start,
            last=MONDAY + timedelta(days=last),
            end=end,
        )
        for n, ((first, start), (last, end)) in enumerate((min(t), max(t)) for t in times)
        if (first, start) != (last, end)
    ]
    household = family(calendar(*made))
    for n, day in enumerate(days_from(MONDAY, 11)):
        found = sum(b.span.end - b.span.start for b in busy_on(household, day))
        wanted = sum(minutes_of(e, n) for e in made)
        assert found == wanted
        assert all(b.span.start < b.span.end for b in busy_on(household, day))


def minutes_of(one, n):
    begin = (one.first - MONDAY).days * DAY_MINUTES + one.start
    end = (one.last - MONDAY).days * DAY_MINUTES + one.end
    return max(0, min(end, (n + 1) * DAY_MINUTES) - max(begin, n * DAY_MINUTES))


def test_a_person_is_no_part_of_a_calendar_of_others():
    stranger = Person(id="x", name="Gran", role="grown-up")
    household = family(calendar(event("Choir", MONDAY, "17:00", end="18:00")))
    assert away_windows(household, stranger, MONDAY) == ()


def test_the_days_of_a_calendar_are_found_once():
    one = calendar(event("Choir", MONDAY, "17:00", end="18:00"))
    assert events_on(one, MONDAY) is events_on(one, MONDAY)
