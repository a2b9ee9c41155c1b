"""The gold line of a week: from the moment to what mends it."""

from dataclasses import replace
from datetime import datetime, timedelta

from planner import thread_actions
from planner.model import Household, ThreadId
from planner.seams import Seam, seams
from planner.threads import Thread
from tests.builders import FAMILY, LEO, MONDAY, NOW, SARA, entry

THREAD = Thread(
    id=ThreadId("301"), opened=NOW, happened=datetime(2026, 3, 3, 8, 15), who=(SARA.id,), hurt=(LEO.id,)
)  # fmt: skip
FIX = entry("_ Thu 17:00-17:10 A few minutes with Leo (leo, sara)")
HOME = thread_actions.keep_thread(THREAD, FIX).step(Household(people=FAMILY))


def test_a_seam_joins_the_moment_and_the_repair():
    assert seams(HOME, MONDAY) == (Seam(day=1, minute=495, to_day=3, to_minute=1020),)


def test_one_that_began_before_comes_in_from_the_left():
    (seam,) = seams(HOME, MONDAY + timedelta(days=2))
    assert (seam.day, seam.to_day) == (-1, 1)


def test_other_weeks_other_entries_and_what_is_for_one_alone_have_none():
    assert seams(HOME, MONDAY + timedelta(days=7)) == ()
    assert seams(replace(HOME, threads=()), MONDAY) == ()
    assert seams(replace(HOME, threads=(replace(THREAD, readers="me"),)), MONDAY) == ()
