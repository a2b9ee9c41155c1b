"""A file taken in, taken again, and let go."""

from datetime import date, datetime, timedelta

import pytest

from planner.calendars.model import CalendarId
from planner.calendars.reading import Found
from planner.calendars.taking import Changes, calendar_from, changes, known_as, remove, take
from planner.errors import Problem
from planner.session import Session
from tests.builders import LEO, MAYA, MONDAY, SARA
from tests.calendars import calendar, event, family, holiday

SINCE, UNTIL = date(2025, 3, 1), date(2028, 3, 1)
CHOIR = event("Choir", MONDAY, "17:00", end="18:00")
SWIM = event("Swim", MONDAY, "15:00", end="16:00")
EASTER = holiday("Easter", MONDAY, 14)


def found(*events, since=SINCE, until=UNTIL, **other):
    return Found(name="School", since=since, until=until, events=events, **other)


def later(one, days=1):
    return one._replace(first=one.first + timedelta(days), last=one.last + timedelta(days))


class Nowhere:
    def save(self, before, after):
        pass


def test_what_is_new_changed_gone_and_as_before_is_counted_by_event():
    weekly = tuple(later(SWIM._replace(key=str(n)), 7 * n) for n in range(10))
    before = calendar(CHOIR, *weekly, EASTER)
    after = calendar(later(CHOIR), *weekly, event("Judo", MONDAY, "9:00", end="10:00"))
    assert changes(before, after) == Changes(added=1, changed=1, removed=1, same=1)


def test_of_a_new_calendar_everything_is_new():
    assert changes(None, calendar(CHOIR, EASTER)) == Changes(2, 0, 0, 0)


def test_a_year_later_what_only_one_of_both_can_hold_is_no_change():
    weekly = [later(SWIM._replace(key=str(n)), 7 * n) for n in range(20)]
    before = calendar(*weekly[:15], since=MONDAY, until=MONDAY + timedelta(7 * 15))
    after = calendar(*weekly[5:], since=MONDAY + timedelta(7 * 5), until=UNTIL)
    assert changes(before, after) == Changes(0, 0, 0, 1)


def test_a_file_is_known_by_most_of_its_events():
    home = family(calendar(CHOIR, SWIM, EASTER))
    assert known_as(home, found(CHOIR, SWIM, event("Judo", MONDAY, "9:00"))) is home.calendars[0]
    assert (
        known_as(home, found(CHOIR, event("A", MONDAY, "9:00"), event("B", MONDAY, "9:00"))) is None
    )
    assert known_as(home, found()) is None


def test_files_that_only_number_their_events_are_not_taken_for_each_other():
    numbered = [event(t, MONDAY, "9:00", uid=str(n)) for n, t in enumerate(("Choir", "Swim"))]
    home = family(calendar(*numbered))
    others = [event(t, MONDAY, "15:00", uid=str(n)) for n, t in enumerate(("Judo", "Chess"))]
    assert known_as(home, found(*others)) is None
    renamed = [e._replace(title=f"{e.title} (new hall)") for e in numbered]
    assert known_as(home, found(*renamed)) is home.calendars[0]
    assert known_as(home, found(*(later(e) for e in numbered))) is home.calendars[0]


def test_the_nearer_of_two_calendars_is_the_one_that_is_renewed():
    near = calendar(CHOIR, SWIM, EASTER, id=CalendarId("8"))
    home = family(calendar(CHOIR, SWIM, event("Judo", MONDAY, "9:00")), near)
    assert known_as(home, found(CHOIR, SWIM, EASTER)) is near


def test_an_event_without_a_title_is_called_like_its_calendar():
    made = calendar_from(
        found(CHOIR._replace(title=""), SWIM),
        calendar_id=CalendarId("7"),
        name="School",
        people=(LEO.id,),
        taken=datetime(2026, 3, 4, 9),
    )
    assert [e.title for e in made.events] == ["School", "Swim"]


def test_a_calendar_remembers_the_zones_of_its_file_that_nobody_knows():
    zones = ("unknown-zone", "Shire"), ("bad-end", "20260304"), ("unsure-zone", "GMT-5 or so")
    made = calendar_from(
        found(CHOIR, problems=tuple(Problem(code, "Choir", what) for code, what in zones)),
        calendar_id=CalendarId("7"),
        name="School",
        people=(LEO.id,),
        taken=datetime(2026, 3, 4, 9),
    )
    assert made.unsure == ("Shire", "GMT-5 or so")


def test_taken_again_a_calendar_takes_its_own_place_and_keeps_others():
    home = family(calendar(CHOIR), calendar(SWIM, id=CalendarId("8"), name="Work"))
    after = take(calendar(EASTER, people=(MAYA,))).step(home)
    assert [(c.name, [e.title for e in c.events]) for c in after.calendars] == [
        ("School", ["Easter"]),
        ("Work", ["Swim"]),
    ]


@pytest.mark.parametrize("action", [take(calendar(EASTER)), remove(calendar(CHOIR))])
def test_one_undo_takes_a_whole_import_back(action):
    session = Session(family(calendar(CHOIR, people=(SARA,))), Nowhere())
    before = session.household
    session.apply(action)
    assert session.household != before
    session.undo()
    assert session.household is before
