"""The family's week as a calendar file, read back by another program's reader."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from activities import catalogue
from planner.calendars.clocks import described, zone_named
from planner.calendars.export import calendar_file
from planner.calendars.names import uid
from planner.calendars.reading import Reader
from planner.calendars.wishes import Wish
from planner.calendars.writing import file_of, text
from planner.family import with_person, without_person
from planner.model import Household, PersonId, Reflection
from planner.sample_private import sample_family
from planner.store import tables_of
from planner.week import add, change
from tests.builders import FAMILY, LEO, MONDAY, all_entries, by_title, entry, week_of

BERLIN = ZoneInfo("Europe/Berlin")
STAMP = datetime(2026, 3, 1, 8, tzinfo=UTC)
HOME = week_of(
    """
    x Mon 17:00-17:30 Worry walk (leo, sara)
    _ Tue 23:30-24:30 Stars, and tea; late (maya, jonas)
    - Wed 09:00-10:00 Let go (leo)
    """
)


def exported(household=HOME, zone=BERLIN, stamp=STAMP, **wish):
    return calendar_file(household, Wish(**wish), zone=zone, stamp=stamp, name="Our week")


def events(data):
    return list(Calendar.from_ical(data).walk("VEVENT"))


def lines_of(data):
    return [
        f"{e['DTSTART'].dt:%d.%m. %H:%M}-{e['DTEND'].dt:%H:%M} {e['SUMMARY']}" for e in events(data)
    ]


def test_a_week_is_read_back_with_times_titles_and_people():
    assert lines_of(exported()) == [
        "02.03. 17:00-17:30 Worry walk (Leo, Mum)",
        "03.03. 23:30-00:30 Stars, and tea; late (Maya, Dad)",
    ]


def test_times_are_those_of_the_zone_at_home():
    first = events(exported())[0]["DTSTART"].dt
    assert first.astimezone(UTC).hour == 16
    assert events(exported(zone=None))[0]["DTSTART"].dt.tzinfo is None


def test_what_happened_is_ticked_only_if_asked_for():
    assert lines_of(exported(ticks=True))[0].endswith("✓ Worry walk (Leo, Mum)")


@pytest.mark.parametrize(
    ("first", "end", "count"),
    [(None, None, 2), (MONDAY, MONDAY, 0), (MONDAY, MONDAY + timedelta(1), 1), (None, MONDAY, 0)],
)
def test_only_the_days_asked_for_are_in_it(first, end, count):
    assert len(events(exported(first=first, end=end))) == count


def test_an_empty_family_gives_an_empty_calendar():
    assert events(exported(Household())) == []


def test_the_same_entry_has_the_same_name_each_time_and_a_newer_version():
    one, later = (
        exported(),
        exported(
            change(HOME, by_title(HOME, "Worry walk"), start=1000), stamp=STAMP + timedelta(hours=1)
        ),
    )
    was, now = events(one)[0], events(later)[0]
    assert was["UID"] == now["UID"]
    assert was["SEQUENCE"] < now["SEQUENCE"]
    assert len({e["UID"] for e in events(one)}) == 2


def test_two_families_never_share_a_name():
    assert uid(Household(people=FAMILY[:1]), "1") != uid(Household(people=FAMILY[1:]), "1")


def test_names_stay_whoever_leaves_and_comes():
    known = uid(HOME, "1")
    home = HOME
    for person in FAMILY:
        home = without_person(home, person.id)
        assert uid(home, "1") == known
    assert uid(with_person(home, replace(LEO, id=PersonId("tom"))), "1") == known


def test_names_are_those_of_files_that_families_have_already():
    assert uid(HOME, "1") == "1-427ceb99f149@kinweek"


SECRET = "zebra"
PRIVATE = entry(
    "h Mon 18:00-18:30 Quiet talk (leo, sara)",
    entry_id="9",
    note=f"note {SECRET}-note",
    why=f"why {SECRET}",
    moment="after-conflict",
    activity=f"{SECRET}-activity",
    pathway="reach",
    reflection=Reflection(
        written=datetime(2026, 3, 2, 21),
        closeness=2,
        feelings={LEO.id: (SECRET,)},
        helped=(SECRET,),
        line=SECRET,
    ),
)


def test_no_private_word_gets_into_a_file():
    data = exported(add(HOME, PRIVATE), ticks=True)
    assert SECRET.encode() not in data
    assert b"after-conflict" not in data
    assert b"Quiet talk" in data


def test_notes_are_there_if_asked_for_and_nothing_else_private():
    data = exported(add(HOME, PRIVATE), notes=True)
    assert data.count(SECRET.encode()) == data.count(b"zebra-note") == 1


def words_in(held):
    """Every text of several words in these documents."""
    if isinstance(held, str):
        return {held} if " " in held else set()
    inside = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return {words for each in inside for words in words_in(each)}


def test_of_all_that_a_family_keeps_only_titles_and_names_are_in_a_file():
    home = sample_family(MONDAY, catalogue.load()[0].activities)
    kept = words_in(tables_of(add(home, PRIVATE)))
    shown = {e.title for e in all_entries(home) if e.is_shared} | {PRIVATE.title}
    shown |= {r.first.title for r in home.rituals}
    data = exported(add(home, PRIVATE), ticks=True).replace(b"\r\n ", b"").decode()
    assert len(kept - shown) > 30
    assert [words for words in kept - shown if text(words) in data] == []
    assert any(words in data for words in shown)


ALLOWED = {
    "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
    "RRULE", "EXDATE", "RECURRENCE-ID", "TRANSP",
}  # fmt: skip


def test_an_event_has_only_properties_that_are_meant():
    for event in events(exported(add(HOME, PRIVATE), notes=True, ticks=True)):
        assert set(event.keys()) <= ALLOWED


def test_lines_end_and_fold_as_the_standard_says():
    long = week_of("_ Mon 09:00-10:00 " + "Größe 🎈 " * 40)
    data = exported(long)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert events(data)[0]["SUMMARY"].startswith("Größe 🎈 Größe")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120))
def test_any_title_comes_back_as_it_was(title):
    data = file_of(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{text(title)}", "END:VEVENT", "END:VCALENDAR"]
    )
    assert str(events(data)[0]["SUMMARY"]) == title


def test_a_title_cannot_become_a_line_of_its_own():
    data = exported(week_of("_ Mon 09:00-10:00 x"))
    household = change(
        week_of("_ Mon 09:00-10:00 x"),
        by_title(week_of("_ Mon 09:00-10:00 x"), "x"),
        title="x\r\nATTENDEE:mailto:a@example.org\x1b",
    )
    assert exported(household).count(b"\r\n") == data.count(b"\r\n")


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(
        ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca",
         "America/Havana", "Asia/Gaza", "Europe/Dublin", "Pacific/Chatham", "UTC", "America/Sao_Paulo")
    ),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 30)),
)  # fmt: skip
def test_a_zone_is_described_so_that_others_see_the_same_time(name, moment):
    zone = ZoneInfo(name)
    zone_lines = described(zone, date(2026, 1, 1), date(2027, 12, 31))
    read = Calendar.from_ical(file_of(["BEGIN:VCALENDAR", *zone_lines, "END:VCALENDAR"]))
    (part,) = read.walk("VTIMEZONE")
    theirs = part.to_tz(lookup_tzid=False)
    ours = moment.replace(tzinfo=zone)
    if (
        ours.utcoffset() == ours.replace(fold=1).utcoffset()
    ):  # not an hour that is there twice or never
        assert moment.replace(tzinfo=theirs).utcoffset() == ours.utcoffset()


def test_a_zone_nobody_knows_is_none():
    assert zone_named("Middle Earth/Shire") is None
    assert zone_named("") is None
    assert zone_named("../etc/passwd") is None


def test_kinweek_reads_its_own_file_as_it_was_written(tmp_path):
    path = tmp_path / "week.ics"
    path.write_bytes(exported())
    found = Reader(path, today=MONDAY, zone="Europe/Berlin").run()
    assert found.name == "Our week"
    assert found.problems == ()
    assert [(e.title, e.first, e.start, e.last, e.end) for e in found.events] == [
        ("Worry walk (Leo, Mum)", MONDAY, 1020, MONDAY, 1050),
        (
            "Stars, and tea; late (Maya, Dad)",
            MONDAY + timedelta(1),
            1410,
            MONDAY + timedelta(2),
            30,
        ),
    ]
