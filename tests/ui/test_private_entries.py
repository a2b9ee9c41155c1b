"""What comes back to a reach or mends something is on no paper and in no file; a writer is remembered."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import reach_actions
from planner.calendars.export import Wish, contents
from planner.model import ReachId, Reflection
from planner.reaches import Reach
from tests.ui.conftest import LEO, MAYA, NOW
from ui.text.coming_back import waiting_for_time

REACH = Reach(id=ReachId("201"), child=LEO, at=NOW, shape=("body",), response=("missed",))


@pytest.fixture
def home(family, entry):
    planned = reach_actions.keep_reach(REACH, entry(9, 3, "18:00", note="SECRET"))
    return planned.step(family)


def test_no_calendar_file_has_it_not_even_with_ones_own(home):
    wish = Wish(first=NOW.date() - timedelta(days=9), end=NOW.date() + timedelta(days=9), own=True)
    assert contents(home, wish).count == 0


def test_fill_says_what_comes_first_in_words_for_everybody(british, home):
    assert waiting_for_time(home) == ("A few minutes with Leo come first: Thu 26 Nov, 18:00.",)
    waiting = replace(REACH, id=ReachId("202"), child=MAYA)
    private = replace(REACH, id=ReachId("203"), readers="me")
    open_ones = replace(home, weeks={}, reaches=(waiting, private))
    assert waiting_for_time(open_ones) == ("A few minutes with Maya wait for a time.",)


def test_who_reflected_is_remembered(window):
    window.preferences = window.preferences._replace(me=window.session.household.people[2].id)
    walk = window.week.week_entries[0]
    window.reflect(walk)
    window._sheet.saved.emit(walk, Reflection(written=NOW, closeness=4))
    assert window.held(walk).reflection.by == "sara"
