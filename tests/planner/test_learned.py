"""What Fill has learned can be read line by line, and each line can be forgotten."""

from dataclasses import replace
from datetime import datetime, timedelta

from planner.learned import forgetting, lessons
from planner.model import Household, Reflection
from planner.week import add
from tests.builders import FAMILY, MONDAY, activity, entry, library

TALK, GAME = activity("Talk", format="talk"), activity("Game", format="game")
CHAT = activity("Chat", format="talk")
IDEAS = library(TALK, GAME, CHAT)
TODAY = MONDAY + timedelta(days=6)


def told(*notes: tuple[str, str, int | None]) -> Household:
    """A week with an entry for each (line, activity, closeness)."""
    made = (
        entry(
            line,
            entry_id=str(n),
            activity=idea,
            reflection=Reflection(written=datetime(2026, 3, 8), closeness=close),
        )
        for n, (line, idea, close) in enumerate(notes, 1)
    )
    return add(Household(people=FAMILY), *made)


TWICE = told(
    ("x Mon 16:00-16:20 Talk (leo, sara)", "talk", 5),
    ("x Tue 16:00-16:20 Talk (leo, sara)", "talk", 5),
    ("h Wed 16:00-16:20 Game (leo, sara)", "game", 1),
)


def test_a_line_says_how_often_and_how_close():
    kind, talk, game = lessons(TWICE, IDEAS, TODAY)
    assert (kind.name, kind.noted) == ("kind:talk", 2)
    assert (talk.name, talk.title, talk.noted, talk.kept) == ("talk", "Talk", 2, 2)
    assert talk.rating > 340 > game.rating


def test_nothing_noted_is_nothing_learned():
    quiet = told(("x Mon 16:00-16:20 Talk (leo, sara)", "talk", None))
    assert lessons(quiet, IDEAS, TODAY) == ()


def test_what_was_not_this_week_teaches_nothing():
    passed = told(("- Mon 16:00-16:20 Talk (leo, sara)", "talk", None))
    assert lessons(passed, IDEAS, TODAY) == ()


def test_a_forgotten_line_is_gone_and_the_others_stay():
    wishes = forgetting(TWICE.wishes, "game", TODAY)
    left = lessons(replace(TWICE, wishes=wishes), IDEAS, TODAY)
    assert [one.name for one in left] == ["kind:talk", "talk"]


def test_forgetting_a_kind_forgets_all_of_it():
    wishes = forgetting(TWICE.wishes, "kind:talk", TODAY)
    left = lessons(replace(TWICE, wishes=wishes), IDEAS, TODAY)
    assert [one.name for one in left] == ["game"]


def test_what_is_noted_later_is_learned_again():
    wishes = forgetting(TWICE.wishes, "talk", TODAY - timedelta(days=6))
    (talk,) = (
        one for one in lessons(replace(TWICE, wishes=wishes), IDEAS, TODAY) if one.name == "talk"
    )
    assert talk.noted == 1
