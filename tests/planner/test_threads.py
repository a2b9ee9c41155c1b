"""The Mending Thread: five knots in order, each may be skipped, and the day after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import thread_actions
from planner.model import Household, ThreadId
from planner.store import household_from, tables_of
from planner.threads import (
    ANSWERS,
    KNOTS,
    Check,
    Thread,
    answered,
    came_back_from,
    due_check,
    due_checks,
    is_repeated,
    next_knot,
    open_threads,
    opened_by_role,
    repairs_of,
    with_checks,
    with_knot,
)
from tests.builders import FAMILY, JONAS, LEO, MAYA, NOW, SARA, entry

TODAY = NOW.date()
TOMORROW, IN_A_WEEK = TODAY + timedelta(days=1), TODAY + timedelta(days=7)
HOME = Household(people=FAMILY)


def thread(number: int = 301, **other) -> Thread:
    made = {"who": (SARA.id,), "hurt": (LEO.id,), "deed": "shouted", "opened": NOW, **other}
    return Thread(id=ThreadId(str(number)), happened=NOW, **made)


ASKED = with_checks(thread(), TODAY)


def test_the_knots_come_in_order_and_any_may_be_skipped():
    one = with_knot(with_knot(thread(), "own"), "cool")
    assert one.tied == ("cool", "own")
    assert next_knot(one) == "land"
    assert next_knot(one, after="land") == "right"
    assert next_knot(one, after="check") is None


def test_it_asks_tomorrow_and_in_a_week():
    assert [check.due for check in ASKED.checks] == [TOMORROW, IN_A_WEEK]
    assert due_check(ASKED, TODAY) is None
    assert due_check(ASKED, TOMORROW) == ASKED.checks[0]
    assert with_checks(ASKED, IN_A_WEEK) is ASKED


def test_of_questions_that_were_missed_only_the_last_is_asked():
    assert due_check(ASKED, IN_A_WEEK + timedelta(days=30)) == ASKED.checks[1]


@pytest.mark.parametrize("answer", ["mended", "left-alone"])
def test_mended_and_left_alone_are_ends(answer):
    ended = answered(ASKED, answer, TOMORROW)
    assert ended.state == answer
    assert ended.checks == (Check(due=TOMORROW, answer=answer),)
    assert due_check(ended, date(2030, 1, 1)) is None


def test_partly_waits_for_the_question_of_the_week():
    partly = answered(ASKED, "partly", TOMORROW)
    assert due_check(partly, IN_A_WEEK) == Check(due=IN_A_WEEK)
    later = answered(partly, "partly", IN_A_WEEK)
    assert later.checks[-1] == Check(due=IN_A_WEEK + timedelta(days=28))


def test_not_yet_is_respected_for_a_month_or_for_good():
    month = answered(ASKED, "not-yet", TOMORROW)
    assert due_check(month, IN_A_WEEK) is None
    assert due_check(month, TOMORROW + timedelta(days=28)) is not None
    never = answered(ASKED, "not-yet", TOMORROW, again=False)
    assert (never.state, due_check(never, date(2030, 1, 1))) == ("open", None)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answered_question_is_not_asked_again_that_day(answer):
    assert due_check(answered(ASKED, answer, TOMORROW), TOMORROW) is None


def test_threads_with_a_question_stand_in_the_day_and_others_do_not():
    asked, quiet = replace(ASKED, opened=NOW - timedelta(days=1)), thread(302)
    home = replace(HOME, threads=(asked, quiet))
    assert due_checks(home, TOMORROW) == (asked,)
    assert due_checks(home, TODAY) == ()


def test_a_thread_puts_its_amends_into_the_week_and_knows_them():
    fix = entry("_ Thu 17:00-17:20 Fix the kite (leo, sara)", entry_id="9")
    home = thread_actions.keep_thread(thread(), fix).step(HOME)
    assert repairs_of(home, thread()) == (replace(fix, thread=ThreadId("301")),)


def test_the_words_can_be_deleted_and_the_mending_stays():
    fix = entry("x Thu 17:00-17:20 Fix the kite (leo, sara)", entry_id="9", note="secret")
    told = replace(ASKED, deed="secret", amends="secret", if_this="secret", line="secret")
    home = thread_actions.keep_thread(told, fix).step(HOME)
    home = thread_actions.answer_check(told, "mended", TOMORROW).step(home)
    home = thread_actions.forget_words(told).step(home)
    assert "secret" not in str(tables_of(home))
    (held,) = came_back_from(home)
    assert (held.state, held.tied, held.has_words) == ("mended", ("check",), False)
    assert open_threads(home) == ()


def test_a_deleted_thread_leaves_what_it_planned():
    fix = entry("_ Thu 17:00-17:20 Fix the kite (leo, sara)", entry_id="9")
    home = thread_actions.keep_thread(thread(), fix).step(HOME)
    home = thread_actions.remove_thread(thread()).step(home)
    assert home.threads == ()
    assert next(iter(home.weeks.values())).entries == (fix,)


def test_the_same_act_for_the_third_time_in_two_months_is_seen():
    earlier = tuple(thread(n, opened=NOW - timedelta(days=10 * n % 50)) for n in (311, 312))
    assert is_repeated((*earlier, thread()), thread(deed="Shouted "))
    assert not is_repeated(earlier[:1], thread())
    assert not is_repeated(earlier, thread(deed="forgot"))
    assert not is_repeated(earlier, thread(who=(JONAS.id,)))
    assert not is_repeated(tuple(replace(t, deed="") for t in earlier), thread(deed=""))
    assert not is_repeated(earlier, thread(opened=NOW + timedelta(days=90)))


def test_grown_ups_threads_are_told_from_childrens():
    threads = (thread(), thread(302, who=(SARA.id, JONAS.id)), thread(303, who=(MAYA.id,)))
    assert opened_by_role(HOME, threads) == (2, 1)


def test_there_is_nothing_in_a_thread_that_a_folder_does_not_bring_back():
    whole = replace(ASKED, tied=KNOTS, pictures=("door",), cool_until=NOW, line="“It’s over.”")
    home = replace(HOME, threads=(whole,))
    assert household_from(tables_of(home)) == (home, ())


@pytest.mark.parametrize(
    ("field", "value"),
    [("tied", ["bow"]), ("state", "forgiven"), ("checks", [{"due": "soon"}]), ("opened", None),
     ("who", "sara"), ("deed", 3), ("readers", "everybody")],
)  # fmt: skip
def test_a_thread_that_cannot_be_read_is_reported_and_the_family_is_shown(field, value):
    tables = tables_of(replace(HOME, threads=(ASKED,)))
    tables["threads"]["301"][field] = value
    home, (problem,) = household_from(tables)
    assert (home.threads, problem.code, problem.where) == ((), "thread", "301")
