"""Everything that is remembered, in one list: who may read it, finding it again, this day long ago."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import remembered
from planner.calendars.wishes import Wish, is_meant
from planner.model import Entry, EntryId, Household, ReachId, Reflection, ThreadId
from planner.reaches import Reach
from planner.remembered import Ago, Wanted
from planner.sheet import week_sheet
from planner.templates import copies
from planner.threads import Thread
from planner.week import add
from tests.builders import JONAS, LEO, MAYA, SARA
from tests.drawn import few, households

TODAY = date(2026, 3, 4)
NOON = datetime(2026, 3, 4, 12)
FAMILY = Household(people=(LEO, MAYA, SARA, JONAS))
SAID = Reflection(written=NOON, closeness=4)


def kept(n, *, back=0, people=(LEO, SARA), words=SAID, **more):
    made = {"title": "Worry walk", "activity": "worry-walk", "pathway": "reach", **more}
    return Entry(
        id=EntryId(str(n)),
        day=TODAY - timedelta(days=back),
        start=1140,
        minutes=15,
        people=tuple(p.id for p in people),
        outcome="done",
        reflection=words,
        **made,
    )


REACH = Reach(id=ReachId("201"), child=LEO.id, at=NOON, shape=("body",), feeling="sad", by=SARA.id)
THREAD = Thread(
    id=ThreadId("301"), opened=NOON, happened=NOON - timedelta(days=9),
    who=(SARA.id,), hurt=(MAYA.id,), deed="shouted", feeling="lonely", state="mended",
)  # fmt: skip
EVERYTHING = add(
    replace(FAMILY, reaches=(REACH,), threads=(THREAD,)),
    kept(1, back=1),
    kept(
        2, back=2, activity=None, title="Snail", words=replace(SAID, feelings={LEO.id: ("proud",)})
    ),
    kept(3, back=3, words=None, reach=REACH.id, title="A few minutes with Leo"),
    kept(4, back=4, words=None),
)


def said(value):
    if isinstance(value, Entry):
        return (value.title, value.reflection.line if value.reflection else "")
    return ("a reach" if isinstance(value, Reach) else "a thread",)


def listed(household, me=None, **wanted):
    items = remembered.index(household, me, said)
    return [item.value.id for item in remembered.find(items, Wanted(**wanted))]


def test_everything_stands_in_one_list_newest_first_and_a_tick_alone_is_no_memory():
    assert listed(EVERYTHING) == ["201", "1", "2", "3", "301"]


def test_each_is_of_its_kind():
    items = remembered.index(EVERYTHING, None, said)
    assert [item.kind for item in items] == ["reach", "time", "moment", "return", "thread"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kinds": frozenset({"reach", "thread"})}, ["201", "301"]),
        ({"people": frozenset({MAYA.id})}, ["301"]),
        ({"people": frozenset({LEO.id, SARA.id})}, ["201", "1", "2", "3"]),
        ({"feelings": frozenset({"sad"})}, ["201", "301"]),
        ({"feelings": frozenset({"keen", "glad"})}, ["2"]),
        ({"closeness": frozenset({4})}, ["1", "2"]),
        ({"pathways": frozenset({"reach"}), "typed": "WORRY"}, ["1"]),
        ({"typed": "thread a"}, ["301"]),
        ({"typed": "zebra"}, []),
    ],
)
def test_it_is_narrowed_by_person_kind_feeling_closeness_pathway_and_words(wanted, found):
    assert listed(EVERYTHING, **wanted) == found


def test_what_one_grown_up_keeps_for_themself_is_for_nobody_else():
    private = replace(SAID, by=SARA.id, readers="me")
    household = add(
        replace(
            FAMILY,
            reaches=(replace(REACH, readers="me"),),
            threads=(replace(THREAD, by=SARA.id, readers="me"),),
        ),
        kept(1, words=private),
        kept(2, words=None, reach=REACH.id),
    )
    assert len(listed(household, SARA.id)) == len(listed(household, None)) == 4
    assert listed(household, JONAS.id) == []


@few
@given(households(), st.text(max_size=6))
def test_whatever_is_typed_only_narrows_the_list(household, typed):
    assert set(listed(household, typed=typed)) <= set(listed(household))


@few
@given(households())
def test_a_list_made_from_the_one_before_is_the_same_as_a_new_one(household):
    items = remembered.index(household, None, said)
    assert remembered.index(household, None, said, items) == items


def test_a_changed_line_is_found_at_once_and_the_rest_is_taken_over():
    before = remembered.index(EVERYTHING, None, said)
    changed = add(EVERYTHING, kept(1, back=1, words=replace(SAID, line="Ten lampposts")))
    after = remembered.index(changed, None, said, before)
    assert [i.value.id for i in remembered.find(after, Wanted(typed="lamp"))] == ["1"]
    assert sum(any(item is old for old in before) for item in after) == 4


def test_a_week_a_month_and_years_ago_come_up_the_nearest_first():
    household = add(
        FAMILY,
        kept(1, back=7),
        kept(2, back=28),
        kept(3, back=365),
        kept(4, back=8),
        kept(5, back=3 * 365 + 1),
    )
    found = remembered.on_this_day(remembered.index(household, None, said), TODAY)
    assert [(ago, item.value.id) for ago, item in found] == [
        (Ago("week", 1), "1"), (Ago("month", 1), "2"), (Ago("year", 1), "3"),
    ]  # fmt: skip


def test_reaches_open_threads_and_what_speaks_of_harm_do_not_come_up_unasked():
    week_ago = NOON - timedelta(days=7)
    household = add(
        replace(
            FAMILY,
            reaches=(replace(REACH, at=week_ago),),
            threads=(
                replace(THREAD, happened=week_ago, state="open"),
                replace(THREAD, happened=week_ago, id=ThreadId("302"), when="I hit him"),
            ),
        ),
        kept(1, back=7, words=replace(SAID, line="He spoke of a knife.")),
    )
    assert remembered.on_this_day(remembered.index(household, None, said), TODAY) == ()


def test_the_last_of_a_month_and_the_leap_day_have_their_day_only_where_it_exists():
    household = add(FAMILY, *(kept(n, back=n) for n in range(1, 60)))
    items = remembered.index(household, None, said)
    for today in (date(2026, 3, 31), date(2028, 2, 29)):
        assert all(ago.unit != "year" for ago, _ in remembered.on_this_day(items, today))


def moment(readers="grown-ups"):
    words = replace(SAID, line="The snail had eyes.", by=SARA.id, readers=readers)
    return remembered.moment_of(EntryId("9"), TODAY, "A moment with Leo", (LEO.id,), words)


def test_a_moment_is_kept_and_changed_under_one_name():
    household = remembered.keep_moment(moment()).step(FAMILY)
    later = replace(moment(), day=TODAY - timedelta(days=30))
    household = remembered.keep_moment(later, moment()).step(household)
    assert [(i.kind, i.day) for i in remembered.index(household, None, said)] == [
        ("moment", later.day)
    ]


def test_a_moment_stands_on_no_paper_in_no_file_and_is_not_copied():
    household = add(FAMILY, moment())
    sheet = week_sheet(household, date(2026, 3, 2))
    assert not any("moment" in str(day) for day in sheet.days)
    assert not is_meant(moment(), Wish(own=True))
    assert copies(household, date(2026, 3, 2), date(2026, 3, 9)) == ()


def test_a_private_moment_is_for_its_writer_alone():
    assert moment("me").only_for == SARA.id
    assert moment().only_for is None


def test_ten_years_are_searched_within_fifty_milliseconds_a_key_press():
    lines = ("Ten lampposts.", "She laughed at the “fox”.", "", "Silence, and that was fine.")
    household = add(
        FAMILY, *(kept(n, back=n, words=replace(SAID, line=lines[n % 4])) for n in range(3650))
    )
    items = remembered.index(household, None, said)
    durations = []
    for typed in ("l", "la", "lam", "lamp", "fox laughed", "zebra"):
        start = perf_counter()
        remembered.find(items, Wanted(typed=typed, people=frozenset({LEO.id})))
        durations.append(perf_counter() - start)
    assert sorted(durations)[len(durations) // 2] < 0.05
