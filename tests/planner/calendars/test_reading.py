"""Calendar files as the big calendars write them, and as nobody should, read in a process of their own."""

from datetime import date, timedelta
from pathlib import Path
from threading import Timer

import pytest

from planner.calendars.reading import CalendarFileError, Reader
from tests.builders import clock

FILES = Path(__file__).parents[2] / "files" / "calendars"
TODAY = date(2026, 3, 4)


def read(path, zone="Europe/Berlin", **limits):
    return Reader(path, today=TODAY, zone=zone).run(**limits)


def written(folder, text):
    path = folder / "some.ics"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def calendar_of(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])


def event_of(*lines):
    return "\r\n".join(["BEGIN:VEVENT", "UID:1", "SUMMARY:Something", *lines, "END:VEVENT"])


def line_of(event):
    """`04.03. 17:30-18:30 Dentist`, with `a` for whole days and `f` for what leaves free."""
    marks = "a" * event.all_day + "f" * (not event.busy)
    end = f"{event.last:%d.%m. }" if event.last != event.first else ""
    times = f"{event.first:%d.%m.} {clock(event.start)}-{end}{clock(event.end)}"
    return f"{times} {event.title} {marks}".strip()


def lines_of(found):
    return [line_of(e) for e in sorted(found.events, key=lambda e: (e.first, e.start, e.title))]


def codes(found):
    return [(p.code, p.where) for p in found.problems]


def test_an_export_of_google():
    found = read(FILES / "google.ics")
    assert found.name == "Sara's week"
    assert lines_of(found) == [
        "02.03. 09:00-10:00 Team call",
        "04.03. 17:30-18:30 Dentist, with Leo",
        "09.03. 09:00-10:00 Team call",
        "24.03. 14:00-15:00 Team call (moved)",
        "30.03. 09:00-10:00 Team call",
        "03.04. 00:00-04.04. 00:00 Good Friday af",
    ]
    assert found.called_off == 1
    assert found.problems == ()


def test_what_was_moved_keeps_the_key_of_its_first_time():
    moved = next(e for e in read(FILES / "google.ics").events if "moved" in e.title)
    assert moved.key == "2026-03-23T09:00"


def test_an_export_of_outlook():
    assert lines_of(read(FILES / "outlook.ics")) == [
        "03.03. 16:00-17:30 Project, round",
        "04.03. 10:00-10:30 Could drop in f",
        "17.03. 16:00-17:30 Project, round",
        "31.03. 16:00-17:30 Project, round",
        "06.04. 00:00-10.04. 00:00 Away on leave a",
    ]


def test_an_export_of_apple():
    found = read(FILES / "apple.ics")
    assert lines_of(found)[:2] == [
        "02.03. 00:00-03.03. 00:00 Maya’s birthday af",
        "06.03. 18:00-08.03. 12:00 Grandpa comes 🎂",
    ]
    assert [e.first.year for e in found.events if e.all_day] == [2026, 2027, 2028]
    assert found.tasks == 1


def test_an_export_of_thunderbird_read_in_berlin():
    assert lines_of(read(FILES / "thunderbird.ics")) == [
        "04.03. 07:30-08:00 Wherever we are",
        "05.03. 19:00-20:30 Choir",
        "07.03. 16:00-17:30 Choir",
        "12.03. 19:00-20:30 Choir",
        "19.03. 19:30-21:00 Choir in the hall",
        "26.03. 19:30-21:00 Choir in the hall",
    ]


def test_a_school_feed_with_one_uid_for_all_and_lines_twice():
    found = read(FILES / "school.ics")
    assert found.name == "School holidays"
    assert lines_of(found) == [
        "12.03. 19:00-20:30 Parents' evening",
        "13.03. 00:00-14.03. 00:00 Teachers' day a",
        "30.03. 00:00-11.04. 00:00 Easter holidays a",
        "26.05. 00:00-30.05. 00:00 Whit holidays a",
    ]
    assert found.problems == ()


def test_of_a_broken_file_the_rest_is_taken_and_the_family_told():
    found = read(FILES / "broken.ics")
    assert lines_of(found) == [
        "04.03. 15:00-16:00 All is well",
        "04.03. 17:00-17:00 Ends before it begins f",
        "04.03. 17:00-17:01 Every second",
        "04.03. 17:00-18:00 Far away",
        "04.03. 18:00-19:00 Odd rule",
        "04.03. 19:30-20:00 Bad exception",
        "05.03. 15:00-16:00 No end above",
        "05.03. 19:30-20:00 Bad exception",
    ]
    assert codes(found) == [
        ("no-start", "No start"),
        ("bad-start", "Bad start"),
        ("bad-end", "Ends before it begins"),
        ("unknown-zone", "Far away"),
        ("too-often", "Every second"),
        ("bad-rule", "Odd rule"),
        ("bad-exception", "Bad exception"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path, encoding):
    path = tmp_path / "some.ics"
    text = calendar_of(event_of("DTSTART:20260304T150000").replace("Something", "Müll"))
    path.write_bytes(text.encode(encoding))
    assert [e.title for e in read(path).events] == ["Müll"]


def test_a_changed_zone_of_one_file_is_not_that_of_the_next(tmp_path):
    def of(offset):
        zone = ["BEGIN:VTIMEZONE", "TZID:Ours", "BEGIN:STANDARD", "DTSTART:16010101T000000"]
        zone += [f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"]
        return calendar_of(*zone, event_of("DTSTART;TZID=Ours:20260304T120000"))

    starts = [read(written(tmp_path, of(o)), "UTC").events[0].start for o in ("+0200", "-0500")]
    assert [clock(s) for s in starts] == ["10:00", "17:00"]


def test_a_time_that_the_clocks_leave_out_keeps_its_length(tmp_path):
    text = calendar_of(
        event_of(
            "DTSTART;TZID=Europe/Berlin:20260328T023000",
            "DTEND;TZID=Europe/Berlin:20260328T031500",
            "RRULE:FREQ=DAILY;COUNT=3",
        )
    )
    assert lines_of(read(written(tmp_path, text))) == [
        "28.03. 02:30-03:15 Something",
        "29.03. 03:30-04:15 Something",
        "30.03. 02:30-03:15 Something",
    ]


def test_a_rule_keeps_its_hour_over_a_change_of_clocks(tmp_path):
    text = calendar_of(
        event_of(
            "DTSTART;TZID=Europe/Berlin:20260322T170000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;COUNT=2",
        )
    )
    found = read(written(tmp_path, text))
    assert [clock(e.start) for e in found.events] == ["17:00", "17:00"]
    elsewhere = read(written(tmp_path, text), "America/New_York")
    assert [clock(e.start) for e in elsewhere.events] == ["12:00", "11:00"]


def test_what_lies_outside_of_the_years_taken_is_counted_and_left_out(tmp_path):
    text = calendar_of(event_of("DTSTART:20200304T150000"))
    found = read(written(tmp_path, text))
    assert (found.events, found.elsewhen) == ((), 1)
    assert (found.since, found.until) == (TODAY - timedelta(365), TODAY + timedelta(730))


def test_a_computer_in_a_zone_nobody_knows_asks_its_own_clock():
    found = read(FILES / "thunderbird.ics", "Middle Earth/Shire")
    assert "04.03. 07:30-08:00 Wherever we are" in lines_of(found)


def test_progress_is_told(tmp_path):
    steps = []
    read(FILES / "google.ics", progress=lambda done, of: steps.append((done, of)))
    assert steps[0] == (0, 4)
    assert steps == sorted(steps)


BOMBS = {
    "endless folds": "BEGIN:VCALENDAR\r\nX:" + "\r\n " * 3_000_000,
    "many parameters": "BEGIN:VEVENT\r\nDTSTART" + ';a="b"' * 1_000_000 + ":20260304\r\nEND:VEVENT",
    "deep nesting": "BEGIN:A\r\n" * 500_000 + "BEGIN:VEVENT\r\nEND:VEVENT",
    "open quotes": "BEGIN:VEVENT\r\n" + 'X;A=":' * 1_000_000 + "\r\nDTSTART:20260304\r\nEND:VEVENT",
    "a rule that never matches": calendar_of(
        event_of("DTSTART:20260304T150000", "RRULE:FREQ=DAILY;BYWEEKNO=1;BYMONTH=7;COUNT=9")
    ),
    "rules": calendar_of(
        *(
            event_of(
                "DTSTART:20260304T150000", "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3,4,5"
            )
            for _ in range(50)
        )
    ),
    "a zone that changes every second": calendar_of(
        "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000",
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE",
        event_of("DTSTART;TZID=Mine:20260304T150000"),
    ),
    "a hundred years every day": calendar_of(
        event_of("DTSTART:20260304T150000", "DURATION:P36500D", "RRULE:FREQ=DAILY")
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_made_to_do_harm_is_done_with_in_seconds(tmp_path, bomb):
    found = read(written(tmp_path, BOMBS[bomb]), deadline=20)
    assert len(found.events) <= 60_000
    assert sum((e.last - e.first).days for e in found.events) <= 200_000


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b" \r\n", "empty"),
        (b"PK\x03\x04 not a calendar", "packed"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><title>Please sign in</title>", "page"),
        (b"<?xml version='1.0'?><html>Please sign in</html>", "page"),
        (b"Dear parents, please find attached", "no-calendar"),
        (b"x" * (20 * 1024**2 + 1), "too-large"),
        (b"BEGIN:VEVENT\nDTSTART:20260304\nEND:VEVENT\n" * 20_001, "too-many"),
    ],
    ids=["empty", "packed", "a page", "another page", "a letter", "too large", "too many"],
)
def test_a_file_that_is_no_calendar_ends_in_one_word(tmp_path, content, code):
    path = tmp_path / "some.ics"
    path.write_bytes(content)
    with pytest.raises(CalendarFileError) as caught:
        read(path)
    assert caught.value.code == code


@pytest.mark.parametrize(("name", "code"), [("", "folder"), ("gone.ics", "unreadable")])
def test_a_folder_or_nothing_is_not_read(tmp_path, name, code):
    with pytest.raises(CalendarFileError) as caught:
        read(tmp_path / name)
    assert caught.value.code == code


def test_reading_stops_at_its_deadline(tmp_path):
    with pytest.raises(CalendarFileError) as caught:
        read(FILES / "google.ics", deadline=0.01)
    assert caught.value.code == "too-slow"


def test_reading_can_be_called_off():
    reader = Reader(FILES / "google.ics", today=TODAY, zone="")
    Timer(0.05, reader.cancel).start()
    with pytest.raises(CalendarFileError) as caught:
        reader.run()
    assert caught.value.code == "cancelled"


def test_a_reading_called_off_before_it_begins_does_not_begin():
    reader = Reader(FILES / "google.ics", today=TODAY, zone="")
    reader.cancel()
    with pytest.raises(CalendarFileError) as caught:
        reader.run()
    assert caught.value.code == "cancelled"


@pytest.mark.parametrize(
    ("said", "private"),
    [
        ("", False),
        ("CLASS:PUBLIC", False),
        ("CLASS:private", True),
        ("CLASS:CONFIDENTIAL", True),
        ("CLASS:X-BOARD-ONLY", True),
    ],
)
def test_what_a_calendar_calls_private_or_what_nobody_knows_is_private(tmp_path, said, private):
    lines = ["DTSTART;VALUE=DATE:20260304", *([said] if said else [])]
    (event,) = read(written(tmp_path, calendar_of(event_of(*lines)))).events
    assert event.private is private


def test_one_time_of_a_series_can_be_private(tmp_path):
    series = event_of("DTSTART;VALUE=DATE:20260304", "RRULE:FREQ=DAILY;COUNT=2")
    one = event_of(
        "DTSTART;VALUE=DATE:20260305", "RECURRENCE-ID;VALUE=DATE:20260305", "CLASS:PRIVATE"
    )
    found = read(written(tmp_path, calendar_of(series, one))).events
    assert [event.private for event in found] == [False, True]
