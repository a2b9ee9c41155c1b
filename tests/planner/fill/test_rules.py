"""No filled week ever breaks a hard rule, whatever the family is like."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.fill import alternatives, another, plan
from planner.fill.reading import read_instance, write_plan
from tests.planner.fill.checker import broken_rules
from tests.planner.fill.families import family

seeds = st.integers(0, 10**9)
some = settings(max_examples=60, deadline=None, derandomize=True)
few = settings(max_examples=15, deadline=None, derandomize=True)


@given(seeds)
@some
def test_a_filled_week_keeps_every_hard_rule(seed: int) -> None:
    described = family(seed)
    entries = write_plan(plan(read_instance(described)))["entries"]
    assert broken_rules(described, entries) == []


@given(seeds)
@few
def test_a_really_different_week_keeps_every_hard_rule(seed: int) -> None:
    described = family(seed)
    instance = read_instance(described)
    entries = write_plan(another(instance, plan(instance), seed))["entries"]
    assert broken_rules(described, entries) == []


@given(seeds)
@few
def test_every_alternative_fits_the_rest_of_the_week(seed: int) -> None:
    described = family(seed)
    instance = read_instance(described)
    filled = plan(instance)
    written = write_plan(filled)["entries"]
    for number, entry in enumerate(filled.entries):
        if entry.fixed is None:
            for other in alternatives(instance, filled, entry):
                swapped = [_written(other) if n == number else e for n, e in enumerate(written)]
                assert broken_rules(described, swapped) == []


@given(seeds)
@few
def test_a_week_filled_again_keeps_every_hard_rule(seed: int) -> None:
    described = family(seed)
    first = write_plan(plan(read_instance(described)))["entries"]
    described["previous"] = [entry for entry in first if "fixed" not in entry]
    again = write_plan(plan(read_instance(described)))["entries"]
    assert broken_rules(described, again) == []


def _written(entry: Any) -> dict[str, Any]:
    out = {key: getattr(entry, key) for key in ("activity", "start", "minutes", "setting")}
    return {**out, "who": list(entry.who)}


# The checker itself: a good week with one thing changed must be refused for the right reason.

GOOD = {"activity": "walk", "who": ["dad", "ida"], "start": 615, "minutes": 20, "setting": "home"}
LATER = {"activity": "tale", "who": ["dad", "ida"], "start": 720, "minutes": 20, "setting": "home"}


TALK: dict[str, Any] = {
    "title": "",
    "kind": "talk",
    "pathway": "reach",
    "skills": [],
    "age": [24, 120],
    "minutes": [10, 30],
    "form": "one_to_one",
    "settings": ["home"],
    "effort": 1,
    "cooldown": 3,
    "baby_ok": False,
}
GOALS: dict[str, Any] = {
    "unit": "minutes",
    "gap": 15,
    "day_max_count": 2,
    "day_max_minutes": 45,
    "week_max": 3,
    "quiet_days": [6],
    "new_per_week": 2,
    "couples": [],
    "focus": [],
}


def small_family() -> dict[str, Any]:
    return {
        "format": "fill-instance/1",
        "id": "small",
        "people": [
            {"id": "ida", "role": "child", "name": "Ida", "months": 60},
            {"id": "ben", "role": "child", "name": "Ben", "months": 30},
            {"id": "dad", "role": "caregiver", "name": "Dad"},
            {"id": "mum", "role": "caregiver", "name": "Mum"},
        ],
        "free": {person: [[600, 900], [2040, 2340]] for person in ("ida", "ben", "dad", "mum")},
        "meals": [],
        "rides": [],
        "bed": {},
        "care": {"ben": [[600, 900]]},
        "home": {"dad": [[600, 900]], "mum": [[600, 800]]},
        "light": [],
        "energy": {},
        "prefer": [],
        "activities": [{**TALK, "id": name} for name in ("walk", "tale", "game")],
        "blocked": ["game"],
        "goals": {**GOALS, "pathways": {"reach": 60}},
        "history": [],
        "fixed": [],
        "previous": [],
        "now": 605,
    }


def test_the_checker_accepts_a_good_week() -> None:
    assert broken_rules(small_family(), [GOOD, LATER]) == []


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("H1", {"start": 617}),
        ("H2", {"start": 600}),
        ("H3", {"minutes": 25}),
        ("H3", {"activity": "no such thing"}),
        ("H4", {"who": ["dad"]}),
        ("H5", {"who": ["ben", "dad"], "activity": "old"}),
        ("H6", {"start": 300}),
        ("H6", {"setting": "outdoor"}),
        ("H7", {"start": 690}),
        ("H8", {"start": 2040, "activity": "tale"}),
        ("H9", {"minutes": 30}),
        ("H10", {"start": 6 * 1440 + 600}),
        ("H12", {"start": 795}),
        ("H13", {"activity": "game"}),
    ],
)
def test_the_checker_names_the_broken_rule(rule: str, change: dict[str, Any]) -> None:
    described = small_family()
    described["activities"].append({**described["activities"][0], "id": "old", "age": [40, 120]})
    said = broken_rules(described, [{**GOOD, **change}, LATER])
    assert rule in {line.split(":")[0] for line in said}


def test_the_checker_sees_that_a_given_entry_was_left_out() -> None:
    described = small_family()
    described["fixed"] = [{**GOOD, "id": "given"}]
    assert broken_rules(described, [LATER]) == ["H11: what was given was changed"]
