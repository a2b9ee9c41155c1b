"""A person is taken out of the family: it is said what becomes of their activities, and undo brings both back."""

import pytest

from planner import actions
from planner.week import add, entries_between
from tests.ui.conftest import LEO, SARA
from ui.person_removal import telling_shares
from ui.text import family as text


def test_what_went_along_and_what_goes_on_is_said_and_comes_back(open_at, family, entry):
    alone = [entry(n, n, "10:00", people=(LEO,)) for n in (1, 2)]
    window = open_at(add(family, *alone, entry(3, 3, "17:00", people=(LEO, SARA))))
    before = window.session.household
    leo = before.people[0]
    telling_shares(window, leo, lambda: window.do(actions.remove_person(leo)))
    assert window.toast.words == (
        "Leo removed. 2 activities that were theirs alone went along. One goes on without them."
    )
    assert [e.people for e in entries_between(window.session.household, window.first)] == [(SARA,)]
    window.undo()
    assert window.session.household == before


@pytest.mark.parametrize(
    ("alone", "shared", "said"),
    [
        (0, 0, "Leo removed."),
        (1, 0, "Leo removed. One that was theirs alone too."),
        (0, 4, "Leo removed. 4 go on without them."),
    ],
)
def test_only_what_there_was_is_said(alone, shared, said):
    assert text.removed("Leo", alone, shared) == said
