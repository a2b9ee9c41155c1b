"""`kinweek import` and `kinweek export --ics`: calendar files without a window."""

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from planner.store import open_store
from planner.week import entries_between
from tests.builders import NOW, all_entries
from ui.__main__ import main
from ui.demo import make_demo

TODAY = datetime.now()
CLUB = """BEGIN:VCALENDAR
X-WR-CALNAME:Club
BEGIN:VEVENT
UID:judo
SUMMARY:Judo
DTSTART:{day:%Y%m%d}T160000
DURATION:PT1H
RRULE:FREQ=SECONDLY
END:VEVENT
{more}END:VCALENDAR
"""
CAMP = "BEGIN:VEVENT\nUID:camp\nSUMMARY:Camp\nDTSTART;VALUE=DATE:{day:%Y%m%d}\nEND:VEVENT\n"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(home_of_its_own, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def family(tmp_path):
    folder = tmp_path / "family"
    make_demo(folder, tmp_path / "cache" / "library.json", NOW)
    return folder


@pytest.fixture
def club(tmp_path):
    def made(more=""):
        path = tmp_path / "club.ics"
        path.write_text(CLUB.format(day=TODAY, more=more.format(day=TODAY)), encoding="utf-8")
        return path

    return made


@pytest.fixture
def said(capsys, family):
    def run(*arguments):
        try:
            status = main([*(str(a) for a in arguments), "--data", str(family)])
        except SystemExit as left:
            status = left.code
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def household(family):
    def read():
        kept, store = open_store(family, clock=lambda: NOW, read_only=True)
        store.close()
        return kept

    return read


def test_a_file_is_taken_in_for_those_named(said, club, household):
    status, out, _ = said("import", club(), "--for", "leo,Sara")
    (kept,) = household().calendars
    names = [household().person(p).name for p in kept.people]
    assert (status, kept.name, names) == (0, "Club", ["Leo", "Sara"])
    assert out.splitlines()[0] == "Club (Leo with Mum)"
    assert "They repeat more often than a week can show" in out


def test_taken_again_it_is_brought_up_to_date_for_the_same_people(said, club, household):
    said("import", club(), "--for", "Leo", "--name", "Judo club", "--whole-days")
    _, out, _ = said("import", club(CAMP))
    (kept,) = household().calendars
    assert (kept.name, kept.whole_days, len(kept.events)) == ("Judo club", True, 2)
    assert "Since then: 1 added, 1 as before." in out


def test_a_dry_run_says_it_all_and_changes_nothing(said, club, household):
    status, out, _ = said("import", club(), "--for", "Leo", "--dry-run")
    assert status == 0
    assert out.splitlines()[-1] == "Nothing was changed."
    assert household().calendars == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Say whose calendar"),
        (("--for", "Zoe"), "Nobody here is called “Zoe”; there are Leo, Maya, Sara and Jonas."),
    ],
)
def test_whose_it_is_has_to_be_said(said, club, household, arguments, sentence):
    status, _, complaint = said("import", club(), *arguments)
    assert status == 2
    assert sentence in complaint
    assert household().calendars == ()


def test_what_is_no_calendar_is_said_in_one_sentence(said, tmp_path, household):
    (tmp_path / "page.ics").write_text("<html>", encoding="utf-8")
    status, _, complaint = said("import", tmp_path / "page.ics", "--for", "Leo")
    assert status == 2
    assert complaint.count("\n") == 1
    assert "page.ics” is a page of the web and no calendar" in complaint


def titles(data):
    return [str(e["SUMMARY"]) for e in Calendar.from_ical(data).walk("VEVENT")]


def test_everything_goes_to_the_terminal_as_a_calendar_file(said, household):
    status, out, _ = said("export", "--ics")
    kept = household()
    entries = [e for e in all_entries(kept) if e.is_shared and e.outcome != "not-this-week"]
    assert status == 0
    assert len(titles(out.encode())) == len(entries) + len(kept.rituals)
    assert "✓" not in out


@pytest.mark.parametrize(
    "days", [("--week", "{0}"), ("--from", "{0}", "--to", "{1}")], ids=["week", "range"]
)
def test_only_a_week_or_a_range_is_written(said, household, tmp_path, days):
    monday = max(household().weeks)
    arguments = [d.format(monday, monday + timedelta(days=6)) for d in days]
    status, out, _ = said("export", "--ics", "--out", tmp_path / "week.ics", "--ticks", *arguments)
    week = entries_between(household(), monday)
    wanted = {e.title for e in week if e.is_shared and e.outcome != "not-this-week"}
    written = titles((tmp_path / "week.ics").read_bytes())
    assert (status, out.strip()) == (0, f"{tmp_path / 'week.ics'} is written.")
    assert {t.removeprefix("✓ ").rpartition(" (")[0] for t in written} == wanted


@pytest.mark.parametrize("days", [("--week", "soon"), ("--from", "soon"), ("--to", "30.2.")])
def test_days_that_are_none_are_said(said, days):
    status, _, complaint = said("export", "--ics", *days)
    assert status == 2
    assert "write it like" in complaint
