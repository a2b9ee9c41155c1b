"""Busy times as few blocks: who is busy together, without the breaks, and in which column."""

from hypothesis import given
from hypothesis import strategies as st

from planner.busy_blocks import BREAK, blocks
from tests.builders import FAMILY, JONAS, LEO, MAYA, SARA, busy, clock

IDS = tuple(person.id for person in FAMILY)


def shown(*times):
    """`08:00-15:00 leo maya 0/2: School 08:00, Choir 14:00` for each block."""
    return [
        f"{clock(b.start)}-{clock(b.end)} {' '.join(b.people)} {b.place}/{b.columns}: "
        + ", ".join(f"{title} {clock(start)}" for title, start, _ in b.parts)
        for b in blocks(times, IDS)
    ]


def test_what_one_company_has_alone_takes_the_whole_day_column():
    assert shown(busy("School", "08:30-15:00", LEO, MAYA)) == [
        "08:30-15:00 leo maya 0/1: School 08:30"
    ]


def test_lessons_with_short_breaks_are_one_block_with_every_lesson_in_it():
    lessons = [busy(f"Lesson {n}", f"{8 + n}:00-{8 + n}:45", LEO) for n in range(3)]
    assert shown(*lessons) == [
        "08:00-10:45 leo 0/1: Lesson 0 08:00, Lesson 1 09:00, Lesson 2 10:00"
    ]


def test_half_an_hour_between_two_meetings_is_free_time():
    assert shown(busy("Call", "09:00-10:00", SARA), busy("Talk", "10:30-11:00", SARA)) == [
        "09:00-10:00 sara 0/1: Call 09:00",
        "10:30-11:00 sara 0/1: Talk 10:30",
    ]


def test_people_who_are_busy_at_the_same_time_stand_side_by_side_in_the_familys_order():
    assert shown(
        busy("Call", "09:00-10:00", JONAS),
        busy("School", "08:30-15:00", LEO),
        busy("Talk", "11:00-12:00", JONAS),
        busy("Yoga", "17:00-18:00", JONAS),
    ) == [
        "08:30-15:00 leo 0/2: School 08:30",
        "09:00-10:00 jonas 1/2: Call 09:00",
        "11:00-12:00 jonas 1/2: Talk 11:00",
        "17:00-18:00 jonas 0/1: Yoga 17:00",
    ]


def test_the_same_thing_at_the_same_time_in_two_calendars_is_one_for_both():
    assert shown(busy("Trip", "09:00-12:00", MAYA), busy("Trip", "09:00-12:00", LEO)) == [
        "09:00-12:00 leo maya 0/1: Trip 09:00"
    ]


def test_a_lesson_within_a_longer_time_does_not_end_it():
    assert shown(
        busy("School", "08:30-15:00", LEO),
        busy("Maths", "09:00-09:45", LEO),
        busy("Choir", "15:10-16:00", LEO),
    ) == ["08:30-16:00 leo 0/1: School 08:30, Maths 09:00, Choir 15:10"]


times = st.integers(0, 1430).flatmap(
    lambda a: st.builds(
        lambda end, who: busy("Busy", f"{clock(a)}-{clock(end)}", *who),
        st.integers(a + 5, 1435) if a < 1430 else st.just(1435),
        st.lists(st.sampled_from(FAMILY), min_size=1, unique_by=lambda p: p.id),
    )
)


@given(st.lists(times, max_size=20))
def test_blocks_hold_every_busy_minute_of_everybody_and_no_more_than_breaks(day):
    found = blocks(day, IDS)
    for person in IDS:
        taken = {m for b in day if person in b.people for m in range(b.span.start, b.span.end)}
        drawn = {m for b in found if person in b.people for m in range(b.start, b.end)}
        assert taken <= drawn
        for minute in drawn - taken:
            around = range(minute - BREAK, minute + BREAK + 1)
            assert taken & set(around)


@given(st.lists(times, max_size=20))
def test_no_two_blocks_stand_in_the_same_place_at_the_same_time(day):
    found = blocks(day, IDS)
    for n, one in enumerate(found):
        for other in found[:n]:
            if one.start < other.end and other.start < one.end:
                assert one.columns == other.columns
                assert one.place != other.place
        assert 0 <= one.place < one.columns
