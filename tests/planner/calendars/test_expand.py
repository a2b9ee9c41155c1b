"""When events take place: the standard's own examples, and files that are nothing but noise."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calendars.expand import Span
from planner.calendars.worker import found_in

NEW_YORK = ZoneInfo("America/New_York")
FILES = Path(__file__).parents[2] / "files" / "calendars"
PIECES = [line for path in sorted(FILES.glob("*.ics")) for line in path.read_bytes().splitlines()]
NOISE = (b"RRULE:FREQ=DAILY;INTERVAL=0", b"DURATION:PT", b"DTSTART:99991231T235959Z", b"EXDATE:20260302",
         b"DTEND:00010101", b"RRULE:FREQ=MONTHLY;BYDAY=5SA;BYSETPOS=9", b"\xff\xfe", b" ", b":", b";;;=:",
         b"RECURRENCE-ID:20260302", b"BEGIN:VEVENT", b"END:VEVENT", b"DTSTART;TZID=:20260302T090000")  # fmt: skip


def days_of(start, *lines, since=1997, until=1999):
    """The starts of the standard's event at 9:00 in New York, `970902` for 2 September 1997."""
    text = "\r\n".join(
        [
            "BEGIN:VEVENT",
            "UID:1",
            f"DTSTART;TZID=America/New_York:{start}T090000",
            "DURATION:PT1H",
            *lines,
            "END:VEVENT",
        ]
    )
    span = Span(date(since, 1, 1), date(until, 1, 1), NEW_YORK)
    answer = found_in(text.encode(), span)
    assert answer["problems"] == []
    rows = [row for rows in answer["events"].values() for row in rows]
    assert {row[3] for row in rows} <= {540}
    return " ".join(row[2][2:].replace("-", "") for row in rows)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;INTERVAL=10;COUNT=5", "970902 970912 970922 971002 971012"),
        ("FREQ=WEEKLY;UNTIL=19970930T000000Z", "970902 970909 970916 970923"),
        ("FREQ=WEEKLY;COUNT=4;WKST=SU;BYDAY=TU,TH", "970902 970904 970909 970911"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=5;WKST=SU;BYDAY=TU,TH", "970902 970904 970916 970918 970930"),
        ("FREQ=MONTHLY;COUNT=4;BYMONTHDAY=2,15", "970902 970915 971002 971015"),
        ("FREQ=YEARLY;COUNT=2;BYMONTH=6,7", "970902 980602 980702"),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=TU", "970902 970909 970916 970923"),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "970902 970904 971007 971106"),
    ],
)  # fmt: skip
def test_examples_of_the_standard(rule, days):
    assert days_of("19970902", f"RRULE:{rule}") == days


def test_a_friday_the_thirteenth_is_found_without_its_first_day():
    found = days_of(
        "19970902",
        "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "EXDATE;TZID=America/New_York:19970902T090000",
    )
    assert found == "980213 980313 981113"


def test_the_hour_stays_over_a_change_of_clocks():
    found = days_of("19971020", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert found == "971020 971027 971103"


def test_dates_are_added_and_taken_out():
    found = days_of(
        "19970902", "RDATE;TZID=America/New_York:19970905T090000", "EXDATE;VALUE=DATE:19970902"
    )
    assert found == "970905"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES) | st.sampled_from(NOISE) | st.binary(max_size=30), max_size=60
    ),
    st.sampled_from((b"\r\n", b"\n", b"\r")),
)
def test_no_noise_stops_the_reading(pieces, ending):
    answer = found_in(ending.join(pieces), Span(date(2026, 1, 1), date(2027, 1, 1), NEW_YORK))
    for rows in answer.get("events", {}).values():
        for _key, _title, first, start, last, end, _marks in rows:
            assert date(2026, 1, 1) <= date.fromisoformat(first) < date(2027, 1, 1)
            assert datetime.fromisoformat(first) <= datetime.fromisoformat(last)
            assert (first, start) <= (last, end)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_file_with_lines_lost_or_doubled_is_still_read(data):
    path = data.draw(st.sampled_from(sorted(FILES.glob("*.ics"))))
    lines = path.read_bytes().splitlines()
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = data.draw(st.sampled_from(([], [lines[at]] * 2, [lines[at][:9]])))
    answer = found_in(b"\n".join(lines), Span(date(2026, 1, 1), date(2027, 1, 1), NEW_YORK))
    assert "events" in answer
