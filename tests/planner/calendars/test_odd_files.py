"""What real calendars write besides what the standard has in mind: read as it was meant, or told."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from planner.calendars.expand import Span
from planner.calendars.worker import found_in
from tests.builders import clock

SPAN = Span(date(2026, 1, 1), date(2027, 1, 1), ZoneInfo("Europe/Berlin"))


def answer(*lines):
    return found_in("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode(), SPAN)


def event(*lines):
    return ["BEGIN:VEVENT", *lines, "END:VEVENT"]


def times(found):
    """`03-04 17:30-18:30 Choir` for each event, `03-04 Trip` for each whole day."""
    said = []
    for rows in found["events"].values():
        for _key, title, first, start, _last, end, marks in rows:
            when = "" if "a" in marks else f" {clock(start)}-{clock(end)}"
            said.append(f"{first[5:]}{when} {title}".strip())
    return sorted(said)


def codes(found):
    return [problem[0] for problem in found["problems"]]


def choir(*lines, start="DTSTART;TZID=Europe/Berlin:20260304T173000"):
    return answer(*event("UID:1", "SUMMARY:Choir", start, "DURATION:PT1H", *lines))


def test_a_value_may_be_folded_off_its_name():
    found = answer(
        "VERSION\r\n :2.0",
        *event("UID\r\n :1", "SUMMARY\r\n :Choir", "DTSTART\r\n ;VALUE=DATE\r\n :20260304"),
    )
    assert times(found) == ["03-04 Choir"]


def test_a_word_alone_in_a_note_is_no_name():
    found = choir("DESCRIPTION:Bring\r\nshoes\r\n : the blue ones\r\nthen", "LOCATION:Hall")
    assert times(found) == ["03-04 17:30-18:30 Choir"]
    assert found["problems"] == []


def test_a_line_that_is_none_does_not_spoil_the_start_before_it():
    found = choir("X", start="DTSTART:20260304T173000\r\nSUMMARY=Band")
    assert times(found) == ["03-04 17:30-18:30 Choir"]


def test_a_day_with_the_mark_of_a_time_is_a_day():
    assert times(choir(start="DTSTART:20260304Z")) == ["03-04 Choir"]


def test_one_time_that_was_made_a_whole_day_is_not_there_twice():
    moved = event("UID:1", "SUMMARY:Day out", "RECURRENCE-ID;TZID=Europe/Berlin:20260305T173000",
                  "DTSTART;VALUE=DATE:20260305")  # fmt: skip
    found = answer(
        *event("UID:1", "SUMMARY:Choir", "DTSTART;TZID=Europe/Berlin:20260304T173000",
               "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"),
        *moved,
    )  # fmt: skip
    assert times(found) == ["03-04 17:30-18:30 Choir", "03-05 Day out", "03-06 17:30-18:30 Choir"]


def test_a_time_that_moved_may_be_named_by_its_day_alone():
    found = answer(
        *event("UID:1", "SUMMARY:Choir", "DTSTART:20260304T173000", "RRULE:FREQ=DAILY;COUNT=2"),
        *event("UID:1", "SUMMARY:Late", "RECURRENCE-ID;VALUE=DATE:20260305", "DTSTART:20260305T200000"),
    )  # fmt: skip
    assert times(found) == ["03-04 17:30-17:30 Choir", "03-05 20:00-20:00 Late"]


def test_what_repeats_by_two_rules_takes_place_by_both():
    found = choir("RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2")
    assert [line[:5] for line in times(found)] == ["03-04", "03-05", "03-11"]


def test_a_rule_of_days_that_are_left_out_is_told():
    found = choir("RRULE:FREQ=DAILY;COUNT=3", "EXRULE:FREQ=WEEKLY;BYDAY=TH")
    assert codes(found) == ["bad-exception"]


def test_a_count_of_nothing_is_no_end():
    found = choir("RRULE:FREQ=DAILY;UNTIL=20260305T220000Z;COUNT=-1")
    assert [line[:5] for line in times(found)] == ["03-04", "03-05"]
    assert found["problems"] == []


@pytest.mark.parametrize(
    ("rule", "starts"),
    [
        ("FREQ=HOURLY;INTERVAL=6;COUNT=3", ["17:30", "23:30", "05:30"]),
        ("FREQ=MINUTELY;INTERVAL=90;COUNT=2", ["17:30", "19:00"]),
    ],
)
def test_a_few_times_a_day_are_counted_out(rule, starts):
    assert [line[6:11] for line in times(choir(f"RRULE:{rule}"))] == starts


@pytest.mark.parametrize("rule", ["FREQ=MINUTELY;INTERVAL=5", "FREQ=HOURLY;BYMINUTE=0,30"])
def test_more_than_one_each_hour_are_not(rule):
    assert codes(choir(f"RRULE:{rule}")) == ["too-often"]


def test_hours_of_whole_days_mean_nothing():
    found = choir("RRULE:FREQ=HOURLY;INTERVAL=6", start="DTSTART;VALUE=DATE:20260304")
    assert (times(found), codes(found)) == (["03-04 Choir"], ["bad-rule"])


@pytest.mark.parametrize("stretch", ["20260306T090000/20260306T120000", "20260306T090000/PT3H"])
def test_a_date_more_may_have_a_length_of_its_own(stretch):
    found = choir(f"RDATE;VALUE=PERIOD;TZID=Europe/Berlin:{stretch}")
    assert times(found) == ["03-04 17:30-18:30 Choir", "03-06 09:00-12:00 Choir"]


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("GMT+0200", "17:30"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "23:30"),
        ("Pacific Daylight Time", "02:30"),
        ("Australian Eastern Time", "17:30"),
    ],
)
def test_a_zone_is_known_by_what_calendars_call_it(zone, start):
    found = choir(start=f'DTSTART;TZID="{zone}":20260704T173000')
    assert times(found)[0][6:11] == start


@pytest.mark.parametrize("end", ["DURATION:PT45M", "DTEND:20261025T012700Z"])
def test_what_goes_on_while_the_clocks_go_back_keeps_its_length(end):
    found = answer(*event("UID:1", "DTSTART;TZID=Europe/Berlin:20261025T024200", end))
    assert times(found) == ["10-25 02:42-03:27"]
    assert found["problems"] == []


def test_a_title_of_an_old_phone_is_read_as_it_was_typed():
    title = "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fr=C3=BCh=\r\nst=C3=BCck"
    assert times(answer(*event("UID:1", title, "DTSTART:20260304T080000"))) == [
        "03-04 08:00-08:00 Frühstück"
    ]


def test_times_without_a_zone_are_in_that_of_the_whole_calendar():
    found = answer(
        *event("UID:1", "SUMMARY:Match", "DTSTART:20260704T173000"),
        "X-WR-TIMEZONE:America/New_York",
    )
    assert times(found) == ["07-04 23:30-23:30 Match"]


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("GMT-05.00", []),
        ("(GMT+02:00)", []),
        ("GMT-05.00/-04.00", ["unsure-zone"]),
        ("(UTC+03:00) Somewhere", ["unsure-zone"]),
        ("Somewhere", ["unknown-zone"]),
    ],
)
def test_a_zone_that_is_half_known_is_told(zone, told):
    assert codes(choir(start=f'DTSTART;TZID="{zone}":20260704T173000')) == told
