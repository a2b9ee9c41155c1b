"""What a week is worth can be worked out by hand, term by term."""

from typing import Any

import pytest

from planner.fill import plan
from planner.fill.instance import Placed, Plan
from planner.fill.reading import read_instance
from planner.fill.score import score
from planner.fill.weights import pathway_points
from tests.planner.fill.families import family
from tests.planner.fill.test_rules import small_family


def worth(described: dict[str, Any], *entries: Placed) -> dict[str, int]:
    """The terms of a plan that are not zero."""
    instance = read_instance(described)
    terms = score(instance, Plan(instance="small", entries=(*instance.fixed, *entries)))
    return {term: points for term, points in terms.items() if points}


def walk(**other: Any) -> Placed:
    entry: dict[str, Any] = {
        "activity": "walk",
        "who": ("dad", "ida"),
        "start": 615,
        "minutes": 20,
        "setting": "home",
    }
    return Placed(**{**entry, **other})


def done(day: int, rating: int | None = None, **other: Any) -> dict[str, Any]:
    entry = {"activity": "walk", "form": "one_to_one", "who": ["dad", "ida"], "minutes": 15}
    return {**entry, "day": day, "status": "done", "rating": rating, **other}


def test_an_empty_week_is_worth_nothing() -> None:
    assert worth(small_family()) == {}


def test_the_first_time_of_two_alone_counts_more_than_anything_else() -> None:
    assert worth(small_family(), walk()) == {
        "ask": -1000 - 20 * 10,
        "liking": 8 * 40,
        "pathway": 20 * (13000 // 60),
        "dyad": 4000 + 28 * 100,
        "child": 3000,
        "new": 1400,
    }


def test_a_pair_that_was_together_yesterday_can_wait() -> None:
    described = small_family()
    described["history"] = [done(-1, activity="tale")]
    assert worth(described, walk())["dyad"] == 4000 + 100


def test_only_real_ratings_change_what_is_liked() -> None:
    described = small_family()
    described["history"] = [done(-10, activity="tale")]
    before = worth(described, walk())["liking"]
    described["history"] = [done(-10, 5)]
    assert worth(described, walk())["liking"] > before


def test_a_skipped_activity_loses_five_points() -> None:
    described = small_family()
    described["history"] = [done(-10, status="skipped", who=[])]
    assert worth(described, walk())["liking"] == 8 * 40 - 500


def test_what_is_loved_and_repeated_is_a_ritual_and_not_new() -> None:
    described = small_family()
    described["history"] = [done(-7 * week, 5) for week in range(1, 5)]
    terms = worth(described, walk())
    assert (terms["ritual"], "new" in terms) == (1600, False)


def test_minutes_beyond_a_fair_share_are_a_load() -> None:
    described = small_family()
    described["goals"]["pathways"] = {"reach": 0}
    described["goals"]["day_max_minutes"] = 90
    for activity in described["activities"]:
        activity["minutes"] = [10, 60]
    assert worth(described, walk(minutes=45))["load"] == -15 * (45 - 30)


def test_effort_beyond_the_energy_of_the_hour_costs_its_square() -> None:
    described = small_family()
    described["energy"] = {"dad": [[600, 700, 2]]}
    described["activities"][0]["effort"] = 5
    assert worth(described, walk())["energy"] == -400 * 9


def test_a_suggestion_that_stays_is_worth_something() -> None:
    described = small_family()
    described["previous"] = [
        {"activity": "walk", "who": ["ida", "dad"], "start": 615, "minutes": 20, "setting": "home"}
    ]
    kept = [worth(described, walk()), worth(described, walk(start=630))]
    assert [terms["keep"] for terms in kept] == [1500, 700]


def test_given_entries_count_for_the_goals_but_are_not_asked_for() -> None:
    described = small_family()
    entry = {"activity": "walk", "who": ["dad", "ida"], "start": 617, "minutes": 20}
    described["fixed"] = [{**entry, "setting": None, "id": "given"}]
    terms = worth(described)
    assert (terms["pathway"], "ask" in terms) == (20 * (13000 // 60), False)


@pytest.mark.parametrize(
    ("reached", "points"),
    [(0, 0), (30, 30 * 216), (60, 30 * 216 + 30 * 116), (78, 9960), (80, 9960 - 2 * 83)],
)
def test_a_pathway_is_steep_then_flat_then_a_cost(reached: int, points: int) -> None:
    assert pathway_points(60, reached) == points


def test_a_week_that_breaks_a_rule_has_no_score() -> None:
    with pytest.raises(ValueError, match="breaks a hard rule"):
        worth(small_family(), walk(start=300))


@pytest.mark.parametrize("seed", range(12))
def test_filling_never_makes_a_week_worse(seed: int) -> None:
    instance = read_instance(family(seed))
    filled = plan(instance)
    given = Plan(instance=instance.id, entries=instance.fixed)
    assert sum(score(instance, filled).values()) >= sum(score(instance, given).values())
