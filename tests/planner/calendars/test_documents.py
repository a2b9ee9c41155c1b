"""Calendars on the disk and back."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendars.documents import document, values
from planner.calendars.model import CalendarEvent, CalendarId
from planner.errors import Problem
from planner.store import open_store
from tests.builders import LEO, MONDAY, SARA
from tests.calendars import calendar, event, family, holiday

CHOIR = calendar(event("Choir", MONDAY, "17:00", end="18:00"), holiday("Easter", MONDAY, 2))
minutes = st.integers(0, 1439)
days = st.integers(0, 300).map(lambda n: MONDAY + timedelta(days=n))


@st.composite
def events(draw):
    (first, start), (last, end) = sorted([draw(st.tuples(days, minutes)) for _ in range(2)])
    return CalendarEvent(
        uid=draw(st.sampled_from("abc")),
        key=draw(st.sampled_from(("", "2026-03-04T17:30"))),
        title=draw(st.text(max_size=9)),
        first=first,
        start=start,
        last=last,
        end=end,
        all_day=draw(st.booleans()),
        busy=draw(st.booleans()),
        private=draw(st.booleans()),
    )


@given(st.lists(events(), max_size=5), st.booleans(), st.lists(st.text(), max_size=2).map(tuple))
def test_a_calendar_reads_back_as_it_was(made, whole_days, unsure):
    by_uid = sorted(made, key=lambda e: e.uid)
    one = calendar(*by_uid, people=(LEO, SARA), whole_days=whole_days, unsure=unsure)
    assert list(values({one.id: document(one)})) == [one]


def test_calendars_are_kept_and_gone_again_with_the_household(tmp_path):
    def clock():
        return datetime(2026, 3, 4, 9)

    home, store = open_store(tmp_path, clock=clock)
    other = replace(CHOIR, id=CalendarId("8"), name="Work")
    store.save(home, family(CHOIR, other))
    store.save(family(CHOIR, other), family(other))
    store.close()
    read, again = open_store(tmp_path, clock=clock)
    again.close()
    assert read == family(other)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 5},
        {"taken": "yesterday"},
        {"taken": "2026-03-01T09:00:00+00:00"},
        {"people": "leo"},
        {"whole_days": 1},
        {"unsure": "Shire"},
        {"events": []},
        {"events": {"1": [["", "Choir", "2026-03-02", 1020, "2026-03-02", 1500, ""]]}},
        {"events": {"1": [["", "Choir", "2026-03-02", 1020, "2026-03-02", 1010, ""]]}},
        {"events": {"1": [["", 7, "2026-03-02", 1020, "2026-03-02", 1030, ""]]}},
        {"events": {"1": [["", "Choir"]]}},
    ],
)
def test_what_cannot_be_a_calendar_is_a_problem_and_harms_no_other(wrong):
    found = list(values({"7": document(CHOIR) | wrong, "8": document(CHOIR)}))
    assert [type(f) for f in found].count(Problem) == 1
    assert [f.code for f in found if isinstance(f, Problem)] == ["calendar"]
    assert len(found) == 2
