"""Rituals as calendar files, read back by another program's reader: every time, and no other."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from planner.calendars.expand import Span
from planner.calendars.export import calendar_file, contents
from planner.calendars.series import series_of
from planner.calendars.wishes import Wish
from planner.calendars.worker import found_in
from planner.model import Household, Term
from planner.rituals import with_ritual
from planner.rituals_days import first_day
from planner.rituals_rule import rule_text
from planner.week import add, change, entries_between, put, remove
from planner.whole_days import with_days, with_hours
from tests.builders import FAMILY, MONDAY, entry, ritual
from tests.drawn_rituals import rules

BERLIN = ZoneInfo("Europe/Berlin")
STAMP = datetime(2026, 3, 1, 8, tzinfo=UTC)
HOME = Household(people=FAMILY)
YEAR = Span(date(2026, 1, 1), date(2027, 6, 1), BERLIN)
FRIDAYS = ritual("_ Fri 19:00-19:20 Story (leo, sara)", "FREQ=WEEKLY;BYDAY=FR")
WEEKS = tuple(MONDAY + timedelta(days=4 + 7 * n) for n in range(9))


def written(household, zone=BERLIN, **wish):
    return calendar_file(household, Wish(**wish), zone=zone, stamp=STAMP, name="Our week")


def read(data, span=YEAR):
    """What takes place, as another program understands the file."""
    answer = found_in(data, span)
    assert answer["problems"] == []
    rows = (row for rows in answer["events"].values() for row in rows)
    return sorted((row[2], row[3], row[1]) for row in rows)


def ours(household, span=YEAR):
    days = (span.until - span.since).days
    return sorted(
        (e.day.isoformat(), e.start, f"{e.title} (Leo, Mum)")
        for e in entries_between(household, span.since, days)
        if e.outcome != "not-this-week"
    )


def times(household, ritual_id="900"):
    return [e for e in entries_between(household, MONDAY, 70) if e.ritual == ritual_id]


def test_a_ritual_is_one_event_that_repeats():
    (event,) = Calendar.from_ical(written(with_ritual(HOME, FRIDAYS))).walk("VEVENT")
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=FR"
    assert event["DTSTART"].dt == datetime(2026, 3, 6, 19, tzinfo=BERLIN)


def test_what_was_moved_taken_out_or_let_go_of_is_so_in_the_file_too():
    home = with_ritual(HOME, FRIDAYS)
    first, second, third, fourth, *_ = times(home)
    home = change(home, second, day=second.day + timedelta(1), start=600)
    home = remove(home, third)
    home = change(home, fourth, outcome="not-this-week")
    home = change(home, first, outcome="done")
    assert read(written(home)) == ours(home)
    events = Calendar.from_ical(written(home)).walk("VEVENT")
    assert [bool(e.get("RECURRENCE-ID")) for e in events] == [False, True]
    assert len({e["UID"] for e in events}) == 1


def test_a_tick_at_one_time_is_a_change_of_that_time_alone():
    home = with_ritual(HOME, FRIDAYS)
    home = change(home, times(home)[1], outcome="done")
    titles = [title for _, _, title in read(written(home, ticks=True))]
    assert titles[:3] == ["Story (Leo, Mum)", "✓ Story (Leo, Mum)", "Story (Leo, Mum)"]


def test_the_words_of_one_time_stay_at_home():
    home = with_ritual(HOME, FRIDAYS)
    home = change(home, times(home)[1], note="zebra", why="zebra")
    assert b"zebra" not in written(home)
    assert written(home, notes=True).count(b"zebra") == 1


def test_of_a_range_only_its_times_are_in_the_file():
    home = with_ritual(HOME, FRIDAYS)
    data = written(home, first=WEEKS[2], end=WEEKS[4])
    assert [day for day, _, _ in read(data)] == [d.isoformat() for d in WEEKS[2:4]]
    assert contents(home, Wish(first=WEEKS[0] + timedelta(1), end=WEEKS[1])).count == 0


def test_what_was_moved_into_the_range_is_there_on_its_own():
    home = with_ritual(HOME, FRIDAYS)
    home = change(home, times(home)[3], day=WEEKS[0] + timedelta(1))
    data = written(home, first=MONDAY, end=MONDAY + timedelta(7))
    assert [day for day, _, _ in read(data)] == ["2026-03-06", "2026-03-07"]


def test_in_term_time_only_the_holidays_are_left_out():
    terms = (Term(first=WEEKS[0], last=WEEKS[2]), Term(first=WEEKS[4], last=WEEKS[5]))
    home = with_ritual(replace(HOME, terms=terms), replace(FRIDAYS, in_term=True))
    assert read(written(home)) == ours(home)
    assert len(read(written(home))) == 5


def test_a_ritual_for_one_alone_is_left_out_unless_asked_for():
    home = with_ritual(HOME, replace(FRIDAYS, first=replace(FRIDAYS.first, only_for="sara")))
    assert read(written(home)) == []
    assert series_of(home, home.rituals[0], Wish(own=True)) is not None


def test_an_entry_for_one_alone_is_left_out_unless_asked_for():
    home = add(HOME, entry("_ Mon 18:00-18:30 Surprise (leo, sara)", only_for="sara"))
    assert b"Surprise" not in written(home)
    assert b"Surprise" in written(home, own=True)


@pytest.mark.parametrize("zone", [BERLIN, None])
def test_whole_days_are_whole_days_there_too(zone):
    trip = entry("_ Mon 00:00-00:00 Trip (leo, sara)", days=3)
    camp = ritual("_ Fri 00:00-00:00 Swim day (leo, sara)", "FREQ=MONTHLY;BYDAY=1FR;COUNT=2")
    home = with_ritual(add(HOME, trip), replace(camp, first=replace(camp.first, days=1)))
    answer = found_in(written(home, zone=zone), YEAR)
    rows = sorted(row[2:] for rows in answer["events"].values() for row in rows)
    assert rows == [
        ["2026-03-02", 0, "2026-03-05", 0, "af"],
        ["2026-03-06", 0, "2026-03-07", 0, "af"],
        ["2026-04-03", 0, "2026-04-04", 0, "af"],
    ]


@pytest.mark.parametrize("zone", [BERLIN, None])
def test_one_time_that_takes_the_whole_day_is_named_by_the_start_it_had(zone):
    home = with_ritual(HOME, FRIDAYS)
    second = times(home)[1]
    home = put(home, second, with_days(second, second.day, 1))
    event = Calendar.from_ical(written(home, zone=zone)).walk("VEVENT")[1]
    assert event["DTSTART"].dt == WEEKS[1]
    assert event["RECURRENCE-ID"].dt.replace(tzinfo=None) == datetime(2026, 3, 13, 19)
    assert read(written(home, zone=zone)) == ours(home)


@pytest.mark.parametrize("zone", [BERLIN, None])
def test_one_time_of_whole_days_that_has_hours_is_named_by_its_day(zone):
    whole = replace(FRIDAYS, first=with_days(FRIDAYS.first, WEEKS[0], 1))
    home = with_ritual(HOME, whole)
    second = times(home)[1]
    home = put(home, second, with_hours(second, second.day))
    event = Calendar.from_ical(written(home, zone=zone)).walk("VEVENT")[1]
    assert event["RECURRENCE-ID"].dt == WEEKS[1]
    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime(2026, 3, 13, 19)
    assert read(written(home, zone=zone)) == ours(home)


def test_a_ritual_is_called_the_same_in_the_file_of_a_week_and_of_everything():
    home = with_ritual(HOME, FRIDAYS)
    names = {
        e["UID"]
        for data in (written(home), written(home, first=MONDAY, end=MONDAY + timedelta(7)))
        for e in Calendar.from_ical(data).walk("VEVENT")
    }
    assert len(names) == 1


@st.composite
def homes(draw):
    """A family with a ritual by any rule, of which some times were moved, taken out or let go of."""
    rule = draw(rules())
    begin = first_day(rule, MONDAY, MONDAY)
    if begin is None:
        return HOME
    line = "_ Mon 19:00-19:20 Story (leo, sara)"
    made = replace(ritual(line, rule_text(rule)), in_term=draw(st.booleans()))
    made = replace(made, first=replace(made.first, day=begin))
    if draw(st.booleans()):
        made = replace(made, first=with_days(made.first, begin, 1))
    terms = (Term(first=date(2026, 3, 9), last=date(2026, 7, 3)),) if draw(st.booleans()) else ()
    home = with_ritual(replace(HOME, terms=terms), made)
    steps = st.sampled_from(("move", "days", "hours", "out", "gone", "done"))
    for what in draw(st.lists(steps, max_size=4)):
        due = [e for e in entries_between(home, MONDAY, 200) if e.outcome == "planned"]
        if not due:
            break
        one = draw(st.sampled_from(due))
        if what == "out":
            home = remove(home, one)
        else:
            changed = {
                "move": with_hours(one, one.day, 600),
                "days": with_days(one, one.day, 1),
                "hours": with_hours(one, one.day),
                "gone": replace(one, outcome="not-this-week"),
            }
            home = put(home, one, changed.get(what, replace(one, outcome="done")))
    return home


@settings(max_examples=150, deadline=None)
@given(homes(), st.booleans(), st.booleans())
def test_any_ritual_takes_place_there_exactly_when_it_does_here(home, bounded, floating):
    span = Span(date(2026, 3, 20), date(2026, 11, 5), BERLIN) if bounded else YEAR
    days = {"first": span.since, "end": span.until} if bounded else {}
    data = written(home, zone=None if floating else BERLIN, **days)
    assert read(data, span) == ours(home, span)
