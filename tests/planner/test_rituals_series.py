"""Only this one, this one and those after it, or all: what follows, and what stays as it was."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner import week
from planner.errors import UnknownEntryError
from planner.model import Entry, Household, ReachId, Reflection, RitualId, ThreadId
from planner.rituals import occurrence_id, with_ritual
from planner.rituals_repeat import Repeat, seen_from
from planner.rituals_rule import BadRuleError
from planner.rituals_series import begun, changed, ended, removed, repeated
from planner.whole_days import with_days, with_hours
from tests.builders import MONDAY, all_entries, entry, lines, minute, ritual, text_of, week_of

STORY = ritual("_ Fri 19:00-19:20 story (leo, sara)", "FREQ=WEEKLY;BYDAY=FR")
HOME = with_ritual(week_of(""), STORY)
NEW = RitualId("901")
WORDS = Reflection(written=datetime(2026, 3, 13, 21), closeness=5, line="Again!")


def monday(number: int) -> date:
    """The Monday of the first week, the second, ..."""
    return MONDAY + timedelta(days=7 * (number - 1))


def seen(household: Household, number: int) -> Entry:
    """The story as a person sees it in the week with this number."""
    return next(e for e in week.entries_between(household, monday(number)) if e.title == "story")


def weeks(household: Household, count: int = 4) -> str:
    return "\n".join(text_of(household, monday(n)) or "-" for n in range(1, count + 1))


def done(household: Household, number: int) -> Household:
    return week.change(household, seen(household, number), outcome="done", reflection=WORDS)


def test_moving_only_this_one_moves_nothing_else():
    one = seen(HOME, 2)
    assert weeks(changed(HOME, one, replace(one, start=minute("18:00")), "this", NEW)) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        _ Fri 18:00-18:20 story (leo, sara)
        _ Fri 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:20 story (leo, sara)
    """)


def test_moving_this_one_and_those_after_it_leaves_the_earlier_ones():
    one = seen(HOME, 3)
    after = replace(one, day=one.day + timedelta(days=1), start=minute("10:00"))
    moved = changed(HOME, one, after, "following", NEW)
    assert weeks(moved) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:20 story (leo, sara)
        _ Sat 10:00-10:20 story (leo, sara)
        _ Sat 10:00-10:20 story (leo, sara)
    """)
    assert [(r.id, r.split_from) for r in moved.rituals] == [("900", None), ("901", "900")]
    assert moved.rituals[0].rule == "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260319T235959"


def test_moving_all_of_them_moves_the_earlier_ones_too():
    one = seen(HOME, 3)
    moved = changed(HOME, one, replace(one, day=one.day - timedelta(days=2)), "all", NEW)
    assert weeks(moved) == "\n".join(["_ Wed 19:00-19:20 story (leo, sara)"] * 4)
    assert len(moved.rituals) == 1


def test_what_has_happened_stays_when_it_was_and_what_is_planned_moves():
    household = done(HOME, 2)
    one = seen(household, 3)
    moved = changed(household, one, replace(one, day=one.day - timedelta(days=2)), "all", NEW)
    assert weeks(moved) == lines("""
        _ Wed 19:00-19:20 story (leo, sara)
        x Fri 19:00-19:20 story (leo, sara)
        _ Wed 19:00-19:20 story (leo, sara)
        _ Wed 19:00-19:20 story (leo, sara)
    """)
    assert seen(moved, 2).reflection == WORDS
    assert seen(moved, 2).original == date(2026, 3, 11)


def test_a_title_put_right_for_all_is_right_in_what_has_happened_too():
    household = done(HOME, 2)
    one = seen(household, 4)
    right = changed(household, one, replace(one, title="Story!"), "all", NEW)
    assert weeks(right) == lines("""
        _ Fri 19:00-19:20 Story! (leo, sara)
        x Fri 19:00-19:20 Story! (leo, sara)
        _ Fri 19:00-19:20 Story! (leo, sara)
        _ Fri 19:00-19:20 Story! (leo, sara)
    """)
    assert next(e for e in all_entries(right)).reflection == WORDS


def test_what_was_changed_by_itself_keeps_it():
    one, other = seen(HOME, 2), seen(HOME, 3)
    household = changed(HOME, one, replace(one, title="Story at Gran’s"), "this", NEW)
    household = changed(household, other, replace(other, title="Fairy tale"), "all", NEW)
    assert [e.title for e in week.entries_between(household, MONDAY, 21)] == [
        "Fairy tale",
        "Story at Gran’s",
        "Fairy tale",
    ]


def test_one_that_was_moved_by_itself_stays_there_when_all_are_moved():
    one = seen(HOME, 2)
    household = changed(HOME, one, replace(one, day=one.day - timedelta(days=3)), "this", NEW)
    other = seen(household, 3)
    household = changed(household, other, replace(other, start=minute("18:30")), "all", NEW)
    assert text_of(household, monday(2)) == "_ Tue 18:30-18:50 story (leo, sara)"


def test_all_follow_one_that_was_moved_by_itself_before():
    one = seen(HOME, 2)
    household = changed(HOME, one, replace(one, day=one.day - timedelta(days=3)), "this", NEW)
    tuesday = seen(household, 2)
    after = replace(tuesday, day=tuesday.day + timedelta(days=1))
    assert weeks(changed(household, tuesday, after, "all", NEW)) == "\n".join(
        ["_ Wed 19:00-19:20 story (leo, sara)"] * 4
    )


def test_from_this_one_on_takes_outcomes_and_gaps_with_it():
    household = done(HOME, 4)
    household = week.remove(household, seen(household, 3))
    one = seen(household, 2)
    later = changed(household, one, replace(one, minutes=30), "following", NEW)
    assert weeks(later) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:30 story (leo, sara)
        -
        x Fri 19:00-19:20 story (leo, sara)
    """)
    kept = seen(later, 4)
    assert (kept.ritual, kept.reflection) == (NEW, WORDS)


def test_from_the_first_one_on_is_all_of_them():
    one = seen(HOME, 1)
    assert changed(HOME, one, replace(one, minutes=30), "following", NEW) == changed(
        HOME, one, replace(one, minutes=30), "all", NEW
    )


def test_a_ritual_of_five_times_is_still_five_times_when_it_is_split():
    five = with_ritual(HOME, replace(STORY, rule="FREQ=WEEKLY;BYDAY=FR;COUNT=5"))
    one = seen(five, 3)
    split = changed(five, one, replace(one, title="Story!"), "following", NEW)
    assert len(week.entries_between(split, MONDAY, 365)) == 5
    assert [r.rule for r in split.rituals] == [
        "FREQ=WEEKLY;BYDAY=FR;UNTIL=20260319T235959",
        "FREQ=WEEKLY;BYDAY=FR;COUNT=3",
    ]


def test_a_ritual_until_a_day_has_as_many_times_when_it_is_moved_past_that_day():
    until = with_ritual(HOME, replace(STORY, rule="FREQ=WEEKLY;BYDAY=FR;UNTIL=20260320T235959"))
    one = seen(until, 1)
    moved = changed(until, one, replace(one, day=one.day + timedelta(days=2)), "all", NEW)
    assert weeks(moved) == lines("""
        _ Sun 19:00-19:20 story (leo, sara)
        _ Sun 19:00-19:20 story (leo, sara)
        _ Sun 19:00-19:20 story (leo, sara)
        -
    """)


@pytest.mark.parametrize(
    ("rule", "line", "days", "moved", "dates"),
    [
        ("FREQ=MONTHLY;BYDAY=1FR", "Fri", 1, "FREQ=MONTHLY;BYDAY=1SA", ["03-07", "04-04"]),
        ("FREQ=MONTHLY;BYMONTHDAY=6", "Fri", 5, "FREQ=MONTHLY;BYMONTHDAY=11", ["03-11", "04-11"]),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-26",
            "Fri",
            -5,
            "FREQ=MONTHLY;BYMONTHDAY=-31",
            ["03-01", "05-01"],
        ),
        ("FREQ=MONTHLY;BYDAY=1FR", "Fri", -6, "FREQ=MONTHLY;BYDAY=4SA", ["02-28", "03-28"]),
        (
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=6",
            "Fri",
            -6,
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28",
            ["02-28"],
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SU;WKST=MO",
            "Fri",
            1,
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;WKST=TU",
            ["03-07", "03-09", "03-21", "03-23"],
        ),
        ("FREQ=DAILY;INTERVAL=3", "Fri", 1, "FREQ=DAILY;INTERVAL=3", ["03-07", "03-10"]),
    ],
)
def test_a_rule_says_the_new_day_the_way_it_said_the_old_one(rule, line, days, moved, dates):
    first = ritual(f"_ {line} 19:00-19:20 story", rule)
    household = with_ritual(week_of(""), first)
    one = seen(household, 1)
    household = changed(
        household, one, replace(one, day=one.day + timedelta(days=days)), "all", NEW
    )
    assert household.rituals[0].rule == moved
    found = [f"{e.day:%m-%d}" for e in week.entries_between(household, date(2026, 2, 1), 150)]
    assert found[: len(dates)] == dates


def test_an_outcome_in_a_month_without_the_new_day_stands_on_its_own():
    monthly = with_ritual(
        week_of(""), ritual("_ Fri 19:00-19:20 story", "FREQ=MONTHLY;BYMONTHDAY=6")
    )
    april = next(e for e in week.entries_between(monthly, date(2026, 4, 6)) if e.title == "story")
    household = week.change(monthly, april, outcome="done", reflection=WORDS)
    one = seen(household, 1)
    household = changed(household, one, replace(one, day=date(2026, 3, 31)), "all", NEW)
    (kept,) = week.entries_between(household, date(2026, 4, 1), 30)
    assert (kept.day, kept.ritual, kept.reflection) == (date(2026, 4, 6), None, WORDS)


def test_deleting_from_this_one_on_keeps_the_earlier_ones_and_what_has_happened():
    household = removed(done(HOME, 4), seen(HOME, 2), "following", NEW)
    assert weeks(household) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        -
        -
        x Fri 19:00-19:20 story (leo, sara)
    """)
    assert seen(household, 4).ritual is None


def test_deleting_all_keeps_what_has_happened():
    household = removed(done(HOME, 2), seen(HOME, 3), "all", NEW)
    assert household.rituals == ()
    assert weeks(household) == "-\nx Fri 19:00-19:20 story (leo, sara)\n-\n-"


@pytest.mark.parametrize("scope", ["this", "following", "all"])
def test_deleting_what_is_not_there_is_a_bad_call(scope):
    one = seen(HOME, 2)
    gone = removed(HOME, one, "this", NEW)
    with pytest.raises(UnknownEntryError):
        removed(gone, one, scope, NEW)


def test_an_entry_begins_a_ritual():
    plain = week_of("x Mon 18:00-18:30 walk (leo)")
    household = begun(plain, all_entries(plain)[0], Repeat("FREQ=DAILY;INTERVAL=2"), NEW)
    assert text_of(household) == lines("""
        x Mon 18:00-18:30 walk (leo)
        _ Wed 18:00-18:30 walk (leo)
        _ Fri 18:00-18:30 walk (leo)
        _ Sun 18:00-18:30 walk (leo)
    """)
    assert all_entries(household)[0].original == MONDAY


def test_a_ritual_begins_on_its_rule():
    new = entry("_ Wed 18:00-18:30 walk (leo)", entry_id="77")
    household = begun(week_of(""), new, Repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"), NEW)
    assert household.rituals[0].first.day == date(2026, 3, 6)
    assert weeks(household, 3) == lines("""
        _ Fri 18:00-18:30 walk (leo)
        -
        _ Mon 18:00-18:30 walk (leo)
        _ Fri 18:00-18:30 walk (leo)
    """)


def test_a_done_entry_whose_day_is_not_on_the_rule_stays_beside_the_ritual():
    plain = week_of("x Wed 18:00-18:30 walk (leo)")
    household = begun(plain, all_entries(plain)[0], Repeat("FREQ=WEEKLY;BYDAY=FR"), NEW)
    assert text_of(household) == "x Wed 18:00-18:30 walk (leo)\n_ Fri 18:00-18:30 walk (leo)"


def test_a_rule_that_ends_before_it_begins_is_a_bad_call():
    new = entry("_ Wed 18:00-18:30 walk (leo)", entry_id="77")
    with pytest.raises(BadRuleError):
        begun(week_of(""), new, Repeat("FREQ=DAILY;UNTIL=20260101"), NEW)


def test_another_rule_for_all_begins_as_early_as_the_old_one():
    one = seen(HOME, 3)
    household = repeated(HOME, one, one, Repeat("FREQ=WEEKLY;BYDAY=TU,FR"), "all", NEW)
    assert weeks(household, 2) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        _ Tue 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:20 story (leo, sara)
    """)


def test_every_other_week_for_all_keeps_the_week_of_the_one_that_was_changed():
    one = seen(HOME, 4)
    household = repeated(HOME, one, one, Repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"), "all", NEW)
    assert weeks(household).splitlines() == ["-", seen_line := text_of(HOME), "-", seen_line]


def test_another_rule_from_this_one_on():
    one = seen(HOME, 2)
    daily = Repeat("FREQ=DAILY;COUNT=2")
    household = repeated(HOME, one, replace(one, minutes=10), daily, "following", NEW)
    assert weeks(household) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:10 story (leo, sara)
        _ Sat 19:00-19:10 story (leo, sara)
        -
        -
    """)


def test_what_happened_on_a_day_the_new_rule_has_not_stands_on_its_own():
    household = done(done(HOME, 2), 3)
    one = seen(household, 4)
    household = repeated(household, one, one, Repeat("FREQ=MONTHLY;BYDAY=4FR"), "all", NEW)
    assert weeks(household) == lines("""
        -
        x Fri 19:00-19:20 story (leo, sara)
        x Fri 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:20 story (leo, sara)
    """)
    assert [e.ritual for e in all_entries(household)] == [None, None]


@pytest.mark.parametrize(
    ("scope", "left"),
    [("this", [1, 2, 3, 4]), ("following", [1, 2]), ("all", [2])],
)
def test_one_that_stops_coming_again_stands_on_its_own(scope, left):
    one = seen(HOME, 2)
    household = ended(HOME, one, replace(one, minutes=45), scope, NEW)
    mine = seen(household, 2)
    assert (mine.minutes, mine.ritual) == (45, None)
    assert [n for n in (1, 2, 3, 4) if text_of(household, monday(n))] == left


def test_what_stands_on_its_own_keeps_its_place_when_the_ritual_comes_to_its_day():
    one = seen(HOME, 2)
    household = ended(HOME, one, replace(one, outcome="done"), "this", NEW)
    other = seen(household, 3)
    household = changed(
        household, other, replace(other, day=other.day - timedelta(days=7)), "all", NEW
    )
    friday = week.entries_between(household, monday(2))
    assert len({e.id for e in friday}) == len(friday) == 2


def test_one_that_was_taken_out_does_not_come_back_when_the_ritual_is_split():
    household = removed(HOME, seen(HOME, 2), "this", NEW)
    one = seen(household, 3)
    later = changed(household, one, replace(one, title="Story!"), "following", NEW)
    assert text_of(later, monday(2)) == ""


def test_what_was_planned_differently_stays_so_while_the_new_rule_comes_to_its_day():
    one = seen(HOME, 2)
    household = changed(HOME, one, replace(one, day=one.day - timedelta(days=2)), "this", NEW)
    other = seen(household, 3)
    weekend = repeated(household, other, other, Repeat("FREQ=WEEKLY;BYDAY=FR,SU"), "all", NEW)
    assert [line[2:5] for line in text_of(weekend, monday(2)).splitlines()] == ["Wed", "Sun"]
    tuesdays = repeated(household, other, other, Repeat("FREQ=WEEKLY;BYDAY=TU"), "all", NEW)
    assert text_of(tuesdays, monday(2)) == "_ Tue 19:00-19:20 story (leo, sara)"


@pytest.mark.parametrize("scope", ["following", "all"])
def test_an_end_that_is_said_on_one_that_was_moved_leaves_it_where_it_is(scope):
    one = seen(HOME, 2)
    household = changed(HOME, one, replace(one, day=one.day + timedelta(days=1)), "this", NEW)
    saturday = seen(household, 2)
    until = Repeat("FREQ=WEEKLY;BYDAY=FR;UNTIL=20260320T235959")
    assert weeks(repeated(household, saturday, saturday, until, scope, NEW)) == lines("""
        _ Fri 19:00-19:20 story (leo, sara)
        _ Sat 19:00-19:20 story (leo, sara)
        _ Fri 19:00-19:20 story (leo, sara)
        -
    """)


def test_another_rule_said_on_one_with_a_name_of_its_own_leaves_it_its_name():
    one = seen(HOME, 2)
    household = changed(HOME, one, replace(one, title="Gran’s story"), "this", NEW)
    one = next(e for e in week.entries_between(household, monday(2)))
    later = replace(one, start=minute("18:00"))
    household = repeated(household, one, later, Repeat("FREQ=WEEKLY;BYDAY=FR,SA"), "all", NEW)
    assert text_of(household, monday(2)) == lines("""
        _ Fri 18:00-18:20 Gran’s story (leo, sara)
        _ Sat 18:00-18:20 story (leo, sara)
    """)


def test_the_first_that_is_left_stands_for_all_where_the_ones_before_were_taken_out():
    household = removed(HOME, seen(HOME, 1), "this", NEW)
    household = removed(household, seen(household, 2), "following", NEW)
    assert household.rituals == ()


@pytest.mark.parametrize("mine", [{"thread": ThreadId("8")}, {"reach": ReachId("7")}])
def test_what_goes_back_to_something_still_does_when_it_begins_to_come_again(mine):
    plain = week_of("_ Mon 18:00-18:30 walk (leo)")
    way_back = week.change(plain, all_entries(plain)[0], **mine)
    one = all_entries(way_back)[0]
    household = begun(way_back, one, Repeat("FREQ=DAILY"), NEW)
    monday_walk, tuesday_walk = week.entries_between(household, MONDAY, 2)
    assert monday_walk.comes_back
    assert not tuesday_walk.comes_back
    rare = repeated(household, tuesday_walk, tuesday_walk, Repeat("FREQ=YEARLY"), "all", NEW)
    assert [e.comes_back for e in week.entries_between(rare, MONDAY, 2)] == [True, False]


def test_what_was_put_back_from_paper_is_not_in_the_way_when_all_are_moved():
    monthly = with_ritual(week_of(""), ritual("_ Fri 19:00-19:20 story", "FREQ=MONTHLY;BYDAY=1FR"))
    one = seen(monthly, 1)
    household = week.change(monthly, one, outcome="done", reflection=WORDS)
    stray = replace(one, id=occurrence_id(RitualId("900"), date(2026, 3, 20)), outcome="done")
    stray = replace(stray, day=date(2026, 3, 20), original=date(2026, 3, 20))
    household = week.add(household, stray)
    april = next(e for e in week.entries_between(household, date(2026, 4, 1)) if e.ritual)
    after = replace(april, day=april.day + timedelta(days=1))
    household = changed(household, april, after, "all", NEW)
    held = sorted(all_entries(household), key=lambda e: e.day)
    assert [(e.day.day, e.ritual) for e in held] == [(6, "900"), (20, None)]
    assert held[0].reflection == WORDS


@pytest.mark.parametrize(("later", "rule"), [(0, "COUNT=5"), (2, "UNTIL=20260403T235959")])
def test_a_number_of_times_is_said_as_the_last_day_once_it_has_begun(later, rule):
    five = replace(STORY, rule="FREQ=WEEKLY;BYDAY=FR;COUNT=5")
    day = STORY.first.day + timedelta(days=7 * later)
    assert seen_from(five, day) == Repeat(f"FREQ=WEEKLY;BYDAY=FR;{rule}")


def kinds(household: Household, count: int = 4) -> list[str]:
    """What the story takes in each week: `day`, or the hour it begins."""
    found = (seen(household, n) for n in range(1, count + 1))
    return ["day" if one.all_day else str(one.start // 60) for one in found]


def on_whole_days(household: Household, number: int, scope: str) -> Household:
    one = seen(household, number)
    return changed(household, one, with_days(one, one.day, 1), scope, NEW)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("this", ["19", "19", "day", "19"]),
        ("following", ["19", "19", "day", "day"]),
        ("all", ["day", "day", "day", "day"]),
    ],
)
def test_one_some_or_all_of_them_take_whole_days_and_their_hours_again(scope, expected):
    household = on_whole_days(HOME, 3, scope)
    assert kinds(household) == expected
    one = seen(household, 3)
    back = changed(household, one, with_hours(one, one.day), scope, RitualId("902"))
    assert kinds(back) == ["19"] * 4
    assert [e.minutes for e in week.entries_between(back, MONDAY, 28)] == [20] * 4


def test_what_has_happened_keeps_its_hours_and_words_when_all_take_whole_days():
    household = on_whole_days(done(HOME, 2), 4, "all")
    assert kinds(household) == ["day", "19", "day", "day"]
    assert (seen(household, 2).reflection, seen(household, 2).original) == (
        WORDS,
        date(2026, 3, 13),
    )


def test_one_with_a_time_of_its_own_keeps_it_when_all_take_whole_days():
    one = seen(HOME, 2)
    household = changed(HOME, one, replace(one, start=minute("18:00")), "this", NEW)
    assert kinds(on_whole_days(household, 4, "all")) == ["day", "18", "day", "day"]


def test_one_that_takes_the_whole_day_by_itself_keeps_it_when_the_others_get_another_time():
    household = on_whole_days(HOME, 2, "this")
    other = seen(household, 3)
    moved = changed(household, other, replace(other, start=minute("08:00")), "all", NEW)
    assert kinds(moved) == ["8", "day", "8", "8"]


def test_all_are_as_long_as_the_one_whose_days_were_pulled():
    household = on_whole_days(HOME, 2, "this")
    one = seen(household, 2)
    longer = changed(household, one, with_days(one, one.day, 3), "all", NEW)
    assert [seen(longer, n).days for n in range(1, 5)] == [3, 3, 3, 3]


def test_whole_days_move_to_midnight_for_all():
    household = on_whole_days(HOME, 2, "this")
    one = seen(household, 2)
    assert kinds(changed(household, one, with_hours(one, one.day, 0), "all", NEW)) == ["0"] * 4


def test_a_weekend_that_comes_every_other_week_is_whole_days_from_the_start():
    saturday = with_days(entry("_ Sat 09:00-09:30 story (leo)"), date(2026, 3, 7), 2)
    household = begun(week_of(""), saturday, Repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"), NEW)
    days = [(e.day, e.days) for e in week.entries_between(household, MONDAY, 28)]
    assert days == [(date(2026, 3, 7), 2), (date(2026, 3, 21), 2)]
