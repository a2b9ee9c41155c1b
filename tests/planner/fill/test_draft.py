"""One suggestion changes what is possible for the next: nearness, cool-down, who watches whom."""

from typing import Any

import pytest

from planner.fill.board import Pick
from planner.fill.draft import Draft
from planner.fill.instance import Placed
from planner.fill.prepare import pick_of, set_up
from planner.fill.reading import read_instance
from tests.planner.fill.test_rules import small_family
from tests.planner.fill.test_score import walk

NIGHT = [[1380, 1500], [2040, 2340]]


def late_family(**goals: int) -> dict[str, Any]:
    """Three children, free from eleven to one at night, with nobody to be watched."""
    described = small_family()
    described["people"].append({"id": "eve", "role": "child", "name": "Eve", "months": 50})
    described["free"] = {person["id"]: NIGHT for person in described["people"]}
    described["care"] = {}
    described["goals"] = {**described["goals"], **goals}
    return described


def draft_with(described: dict[str, Any], *entries: Placed) -> Draft:
    draft = Draft(set_up(read_instance(described)))
    for entry in entries:
        pick = pick_in(draft, entry)
        assert draft.allows(pick)
        draft.add(pick)
    return draft


def pick_in(draft: Draft, entry: Placed) -> Pick:
    pick = pick_of(draft.board, entry)
    assert pick is not None
    return pick


@pytest.mark.parametrize(("start", "fits"), [(1410, True), (1425, False), (1440, True)])
def test_nothing_crosses_midnight(start: int, fits: bool) -> None:
    draft = draft_with(late_family())
    assert draft.allows(pick_in(draft, walk(start=start))) is fits


@pytest.mark.parametrize(("gap", "fits"), [(10, True), (15, False)])
def test_the_gap_between_two_entries_reaches_over_midnight(gap: int, fits: bool) -> None:
    draft = draft_with(late_family(gap=gap), walk(start=1410))
    later = walk(activity="tale", start=1440)
    assert draft.allows(pick_in(draft, later)) is fits


def test_the_gap_reaches_back_over_midnight_too() -> None:
    draft = draft_with(late_family(gap=15), walk(start=1440))
    assert not draft.allows(pick_in(draft, walk(activity="tale", start=1410)))


def test_the_last_grown_up_stays_with_the_child_who_needs_one() -> None:
    described = late_family()
    described["care"] = {"ben": [[2040, 2340]]}
    described["home"] = {"dad": [[2040, 2340]], "mum": [[2040, 2340]]}
    with_eve = walk(who=("dad", "eve"), start=2055)
    alone = draft_with(described)
    assert alone.allows(pick_in(alone, with_eve))
    draft = draft_with(described, walk(activity="tale", who=("ida", "mum"), start=2040))
    assert not draft.allows(pick_in(draft, with_eve))
    # With Ben himself it works: then he is not left alone.
    assert draft.allows(pick_in(draft, walk(who=("ben", "dad"), start=2055)))


def test_a_given_entry_starts_the_cool_down_of_its_child_alone() -> None:
    described = late_family()
    given = {"activity": "walk", "who": ["dad", "ida"], "start": 2100, "minutes": 20, "id": "f"}
    described["fixed"] = [{**given, "setting": "home"}]
    draft = draft_with(described)
    assert not draft.allows(pick_in(draft, walk(start=1380)))
    assert draft.allows(pick_in(draft, walk(who=("dad", "eve"), start=1380)))


def test_a_suggestion_starts_a_cool_down_too() -> None:
    draft = draft_with(late_family(), walk(start=1380))
    assert not draft.allows(pick_in(draft, walk(start=2055)))
    assert draft.allows(pick_in(draft, walk(activity="tale", start=2055)))
