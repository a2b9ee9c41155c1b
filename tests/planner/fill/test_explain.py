"""Every reason is a fact about this family, and what could not be met is explained by a rule."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.fill import explain, plan, unmet
from planner.fill.explain import (
    DyadFacts,
    LikingFacts,
    NewFacts,
    PathwayFacts,
    Reason,
    RitualFacts,
    SkillFacts,
    TimeFacts,
    TogetherFacts,
    varied,
)
from planner.fill.instance import Placed, Plan
from planner.fill.reading import read_instance
from planner.fill.unmet import Help, PairWish, PathwayWish, Unmet
from tests.planner.fill.families import family
from tests.planner.fill.test_rules import small_family
from tests.planner.fill.test_score import done, walk


def reason(described: dict[str, Any], *entries: Placed) -> Reason:
    """The reason for the first of some suggestions."""
    instance = read_instance(described)
    return explain(instance, Plan(instance="small", entries=(*instance.fixed, *entries)))[0]


def test_two_who_never_had_time_alone_are_the_reason() -> None:
    assert reason(small_family(), walk()).facts == DyadFacts(
        child="ida", caregiver="dad", days=None
    )


def test_the_days_since_their_last_time_are_counted_from_monday() -> None:
    described = small_family()
    described["history"] = [done(-40, activity="gone")]
    assert reason(described, walk()).facts == DyadFacts(child="ida", caregiver="dad", days=40)


def test_a_second_time_together_is_explained_by_something_else() -> None:
    described = small_family()
    tale = walk(activity="tale", start=720)
    assert reason(described, walk(), tale).facts == PathwayFacts(
        pathway="reach", without=20, target=60, unit="minutes"
    )


def second_walk(**change: Any) -> dict[str, Any]:
    """A family that has its time together already, and no pathway to fill."""
    described = small_family()
    described["goals"]["pathways"] = {"reach": 0}
    described["goals"]["new_per_week"] = 0
    tale = {"activity": "tale", "who": ["dad", "ida"], "start": 2100, "minutes": 20, "id": "tale"}
    described["fixed"] = [{**tale, "setting": "home"}]
    described["history"] = [done(-60, activity="gone")]
    described["activities"][0] |= change
    return described


def test_a_skill_that_waits_is_a_reason() -> None:
    described = second_walk(skills=["mending", "asking"])
    described["goals"]["focus"] = ["mending"]
    assert reason(described, walk()).facts == SkillFacts(skill="mending", days=None, wished=True)


def test_a_ritual_that_is_kept_is_a_reason() -> None:
    described = second_walk()
    described["history"] += [done(-7 * week) for week in (1, 2, 3, 4)]
    described["history"] += [done(-61 - week, 5) for week in range(10)]
    assert reason(described, walk()).facts == RitualFacts(activity="walk", count=4)


def test_what_was_rated_is_a_reason() -> None:
    described = second_walk()
    described["history"] += [done(-20, 5), done(-30, 5)]
    facts = reason(described, walk()).facts
    assert isinstance(facts, LikingFacts)
    assert facts.times_rated == 2


def test_a_liking_nobody_expressed_is_no_reason() -> None:
    described = second_walk()
    described["history"] += [done(-20)]
    facts = reason(described, walk()).facts
    assert facts == TimeFacts(who=("dad", "ida"), setting="home", minutes=300, longest=True)


def test_something_new_is_a_reason_and_says_whether_its_kind_is_liked() -> None:
    described = second_walk()
    described["goals"]["new_per_week"] = 2
    described["history"] += [done(-20, 5, activity="game"), done(-30, 5, activity="game")]
    # "tale" is given and new as well; the second new thing counts less, but there is no more.
    facts = reason(described, walk()).facts
    assert isinstance(facts, NewFacts)
    assert facts.kind_rating is not None


def test_a_family_evening_is_explained_by_how_long_ago_the_last_was() -> None:
    described = small_family()
    everybody = ["ida", "ben", "dad", "mum"]
    described["activities"][0] |= {"form": "family", "age": [0, 300], "pathway": "none"}
    described["history"] = [done(-6, form="family", who=everybody)]
    together = walk(who=tuple(sorted(everybody)))
    assert reason(described, together).facts == TogetherFacts(who=tuple(sorted(everybody)), days=6)


@pytest.mark.parametrize("seed", range(15))
def test_every_suggestion_of_every_family_has_a_reason(seed: int) -> None:
    instance = read_instance(family(seed))
    filled = plan(instance)
    reasons = explain(instance, filled)
    assert len(reasons) == len(filled.suggestions)
    for one in reasons:
        if isinstance(one.facts, RitualFacts):
            assert one.facts.count >= 3
        if isinstance(one.facts, LikingFacts):
            assert one.facts.times_rated > 0


def test_no_reason_is_made_up_for_a_week_that_breaks_a_rule() -> None:
    with pytest.raises(ValueError, match="breaks a hard rule"):
        reason(small_family(), walk(start=300))


def missed(described: dict[str, Any], *entries: Placed) -> dict[object, Unmet]:
    """What a week could not meet, by wish."""
    instance = read_instance(described)
    filled = Plan(instance="small", entries=(*instance.fixed, *entries))
    return {one.wish: one for one in unmet(instance, filled)}


REACH = PathwayWish(pathway="reach", reached=0, target=60)
DAD_AND_IDA = PairWish(child="ida", caregiver="dad")


@pytest.mark.parametrize(
    ("changes", "rule", "helped"),
    [
        ({"activities": []}, "nothing-on-offer", None),
        ({"blocked": ["game", "tale", "walk"]}, "blocked", Help(kind="unblock", activity="game")),
        ({"free": {"dad": [[600, 900]], "mum": [[600, 900]]}}, "no-common-time", None),
        ({"quiet_days": [0, 1]}, "quiet-day", Help(kind="open-day", day=0)),
        ({"now": 9000}, "past", None),
        ({"home": {}}, "nobody-watches", Help(kind="watch", child="ben", start=615, minutes=10)),
        ({"week_max": 0}, "week-full", Help(kind="week-count", amount=1)),
        ({"day_max_count": 0}, "day-full", Help(kind="day-count", day=0, amount=1)),
        ({"day_max_minutes": 5}, "day-full", Help(kind="day-minutes", day=0, amount=10)),
        ({}, "asks-too-much", None),
    ],
)
def test_a_wish_is_explained_by_the_rule_that_took_the_last_chance(
    changes: dict[str, Any], rule: str, helped: Help | None
) -> None:
    described = small_family()
    for key, value in changes.items():
        (described if key in described else described["goals"])[key] = value
    described["care"]["ben"] += [[2040, 2340]] if rule == "nobody-watches" else []
    found = missed(described)[DAD_AND_IDA]
    assert (found.rule, found.help) == (rule, helped)


def test_a_pathway_below_half_is_missed_until_it_is_not() -> None:
    described = small_family()
    assert REACH in missed(described)
    assert not any(
        isinstance(wish, PathwayWish)
        for wish in missed(described, walk(), walk(activity="tale", start=2040))
    )


def test_children_too_young_or_too_old_are_said_to_be_so() -> None:
    described = small_family()
    for activity in described["activities"]:
        activity["age"] = [100, 120]
    assert missed(described)[DAD_AND_IDA].rule == "age"


def test_what_was_done_yesterday_is_cooling_down() -> None:
    described = small_family()
    described["activities"] = [{**described["activities"][0], "cooldown": 30}]
    described["history"] = [done(-1)]
    assert missed(described)[DAD_AND_IDA].rule == "cool-down"


def test_a_given_entry_can_take_the_only_time() -> None:
    described = small_family()
    described["free"] = {person: [[615, 700]] for person in described["free"]}
    swim = {"activity": "swim", "who": ["ida"], "start": 600, "minutes": 90, "setting": None}
    described["fixed"] = [{**swim, "id": "swim"}]
    described["goals"]["day_max_minutes"] = 300
    assert missed(described)[DAD_AND_IDA].rule == "time-taken"


def test_pairs_with_time_alone_are_not_missed() -> None:
    assert DAD_AND_IDA not in missed(small_family(), walk())


def several(*points: tuple[str, int]) -> list[Reason]:
    facts = NewFacts(activity="walk", kind="talk", kind_rating=None)
    return [Reason(term=term, points=worth, facts=facts) for term, worth in points]


def terms(*possible: list[Reason]) -> list[str]:
    return [reason.term for reason in varied(list(possible))]


def test_where_another_reason_is_nearly_as_large_a_week_does_not_repeat_itself() -> None:
    near, far = several(("dyad", 100), ("skills", 90)), several(("dyad", 100), ("skills", 20))
    assert terms(near, near, near, near) == ["skills", "skills", "dyad", "dyad"]
    assert terms(far, far, far, far) == ["dyad"] * 4
    assert terms(far, far, near, far) == ["dyad", "dyad", "skills", "dyad"]


def test_the_one_nearest_to_its_second_reason_says_that() -> None:
    most, some = several(("dyad", 100), ("skills", 99)), several(("dyad", 100), ("skills", 80))
    assert terms(some, most, some) == ["dyad", "skills", "dyad"]


@given(st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 99)), min_size=1)))
def test_no_term_gives_more_than_half_of_the_reasons_while_another_would_do(drawn: Any) -> None:
    possible = []
    for one in drawn:
        by_term = dict(sorted(one))
        ordered = sorted(by_term.items(), key=lambda pair: -pair[1])
        possible.append(several(*ordered))
    said = terms(*possible)
    most = (len(said) + 1) // 2
    for reasons, term in zip(possible, said, strict=True):
        if said.count(term) > most and len(reasons) > 1 and term == reasons[0].term:
            second = reasons[1]
            assert 4 * second.points < 3 * reasons[0].points or said.count(second.term) >= most
