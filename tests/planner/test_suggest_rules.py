"""The hard rules over hundreds of families, each counted anew from the household: none is ever broken."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from activities.model import BANDS
from planner import suggest
from planner.allowed import is_little_ritual, may_be_suggested
from planner.balance import is_one_to_one
from planner.dates import months_on
from planner.free import away_windows, busy_on, free_windows, joined
from planner.hard_times import is_gentle, is_hard
from planner.model import HAPPENED, BusyId, Entry, Outcome, Person, Rota, Shift, Span, Turn
from planner.places import PLACES, daylight
from planner.question import DAY_MAX_MINUTES, TINY
from planner.week import add
from tests.builders import MONDAY, all_entries
from tests.drawn import planning_week
from tests.truth import is_missing, is_true, standing

NOW = datetime(2026, 3, 2, 5)
ROUNDS, EACH = 12, 25
"""So many families: twelve times twenty-five."""


def any_week(seed):
    """A family as drawn for Fill, with what makes a week odd: two homes, shifts, hard times, no birthday."""
    household, ideas = planning_week(seed)
    chance = Random(seed)
    people = tuple(_odd(chance, person) for person in household.people)
    pairs = [
        (c.id, g.id) for c in people for g in people if (c.role, g.role) == ("child", "grown-up")
    ]
    wishes = replace(
        household.wishes,
        tiny_max=chance.choice((0, 1, 2)),
        apart=frozenset(p for p in pairs if chance.random() < 0.2),
        hard_until=chance.choice((*[None] * 11, MONDAY + timedelta(days=3))),
        loss=chance.choice((*[None] * 11, MONDAY - timedelta(days=20))),
    )
    grown_up = next(p for p in people if p.role == "grown-up")
    rotas = (_rota(chance, grown_up),) if chance.random() < 0.4 else ()
    household = replace(household, people=people, wishes=wishes, rotas=rotas)
    return add(household, *(_by_hand(chance, e) for e in standing(household))), ideas


def _by_hand(chance: Random, one: Entry) -> Entry:
    """An entry of this week as a person leaves it: plain lines may have a pathway, things turn out otherwise."""
    outcome: Outcome = chance.choice(("planned", "planned", "done", "else"))
    pathway = one.pathway if one.activity else chance.choice((None, "reach", "feel-with"))
    return replace(one, pathway=pathway, outcome=outcome)


def _odd(chance: Random, person: Person) -> Person:
    weeks = chance.choice(("all", "all", "all", "even", "odd"))
    return replace(
        person,
        birthday=None if chance.random() < 0.1 else person.birthday,
        free=tuple(replace(s, weeks=weeks) for s in person.free),
        own_time=(Span(weekdays=(1, 5), start=17 * 60, end=19 * 60),)
        if chance.random() < 0.2
        else (),
    )


def _rota(chance: Random, person: Person) -> Rota:
    return Rota(
        id=BusyId("rota"),
        person=person.id,
        first=MONDAY - timedelta(days=chance.randrange(30)),
        shifts=(Shift("Late", 14 * 60, 22 * 60), Shift("Night", 21 * 60, 12 * 60)),
        turns=(Turn(0, chance.randint(1, 3)), Turn(1, 2), Turn(None, chance.randint(1, 4))),
    )


@pytest.fixture(scope="module", params=range(ROUNDS))
def weeks(request):
    """Families, their small libraries and what is suggested to them."""
    found = []
    for seed in range(request.param * EACH, (request.param + 1) * EACH):
        household, ideas = any_week(seed)
        found.append((household, ideas, suggest.suggest(household, MONDAY, ideas, now=NOW)))
    return found


def ghosts(weeks):
    return [
        (household, ideas, found.entry, found.placed)
        for household, ideas, proposal in weeks
        for found in proposal.suggestions
    ]


def inside(windows, one):
    return any(start <= one.start and one.end <= end for start, end in windows)


def of_moment(household, one, kind, person):
    return joined(
        (m.span.start, m.span.end)
        for m in household.moments
        if m.kind == kind and person in m.people and m.span.falls_on(one.day)
    )


def test_everybody_has_time_and_nobody_is_at_work(weeks):
    for household, _, one, _ in ghosts(weeks):
        for person in (household.person(p) for p in one.people):
            if one.moment in {"meal", "car"}:
                assert inside(of_moment(household, one, one.moment, person.id), one)
            elif one.moment == "bedtime" and person.role == "child":
                assert inside(of_moment(household, one, "bedtime", person.id), one)
            else:
                assert inside(free_windows(household, person, one.day), one)
            for busy in busy_on(household, one.day):
                if person.id in busy.people:
                    assert one.end <= busy.span.start or busy.span.end <= one.start


def test_it_is_light_outdoors_a_school_day_after_school_and_a_weekend_at_the_weekend(weeks):
    for _, _, one, _ in ghosts(weeks):
        if one.moment in {"walk", "outdoors"}:
            assert inside([daylight(one.day)], one)
        if one.moment == "after-school":
            assert one.day.weekday() < 5
            assert one.start >= 12 * 60
        if one.moment == "weekend":
            assert one.day.weekday() >= 5


def test_nobody_is_in_two_places_and_there_is_a_pause_between(weeks):
    for household, _, proposal in weeks:
        new = [s.entry for s in proposal.suggestions]
        for one in new:
            for other in (*standing(household), *new):
                same_day = other is not one and other.day == one.day
                if same_day and set(one.people) & set(other.people):
                    assert one.end + 5 <= other.start or other.end + 5 <= one.start


def test_ages_fit_and_an_unknown_age_gets_only_what_fits_every_age(weeks):
    for household, ideas, one, _ in ghosts(weeks):
        bands = [BANDS[b] for b in ideas[one.activity].bands]
        low, high = min(a for a, _ in bands), max(b for _, b in bands)
        for child in household.children:
            if child.id not in one.people:
                continue
            if child.birthday is None:
                assert (low, high) == (2, 17)
                continue
            months = months_on(child.birthday, MONDAY)
            comes_along = months < 12 and not is_one_to_one(one, household)
            assert low <= months // 12 <= high or comes_along


def test_pairs_that_are_left_out_are_never_asked_for_time_alone(weeks):
    for household, ideas, one, placed in ghosts(weeks):
        if "one-to-one" in ideas[one.activity].participants:
            assert not any(set(pair) == set(placed.who) for pair in household.wishes.apart)


def test_only_what_may_be_suggested_is_and_in_hard_times_only_what_is_known(weeks):
    for household, ideas, one, _ in ghosts(weeks):
        idea = ideas[one.activity]
        assert may_be_suggested(idea)
        assert one.activity not in household.wishes.blocked
        hard = is_hard(household, MONDAY, now=NOW)
        if hard or is_gentle(household, MONDAY):
            known = {e.activity for e in all_entries(household) if e.outcome in HAPPENED}
            assert one.activity in known
        assert not hard or is_little_ritual(idea)


def test_there_is_never_more_than_enough(weeks):
    for household, _, proposal in weeks:
        wishes = household.wishes
        new = [s.entry for s in proposal.suggestions]
        whole = [*standing(household), *new]
        assert not new or len(whole) <= wishes.week_max
        for one in new:
            alike = [
                e
                for e in whole
                if e.day == one.day
                and e.activity
                and e.outcome != "else"
                and (e.minutes <= TINY) == (one.minutes <= TINY)
            ]
            assert len(alike) <= (wishes.tiny_max if one.minutes <= TINY else wishes.day_max)
            assert sum(e.minutes for e in whole if e.day == one.day) <= DAY_MAX_MINUTES


def test_quiet_days_stay_quiet_and_starts_are_on_the_quarter_hour(weeks):
    for household, ideas, one, _ in ghosts(weeks):
        idea = ideas[one.activity]
        assert one.day.weekday() not in household.wishes.quiet_days
        assert one.start % 15 == 0
        assert idea.minutes_min <= one.minutes <= idea.minutes_max
        assert one.moment in PLACES


def test_an_activity_rests_as_long_as_it_asks_to(weeks):
    for household, ideas, proposal in weeks:
        new = [s.entry for s in proposal.suggestions]
        before = [e for e in all_entries(household) if e.outcome in HAPPENED]
        for one in new:
            children = {c.id for c in household.children} & set(one.people)
            alone = "one-to-one" in ideas[one.activity].participants
            rest = max(2, 7 * ideas[one.activity].cooldown_weeks)
            for other in (*before, *new):
                if other is one or other.activity != one.activity:
                    continue
                if not alone or children & set(other.people):
                    assert abs((one.day - other.day).days) >= rest


def test_a_child_who_needs_watching_is_never_left_alone(weeks):
    for household, _, one, _ in ghosts(weeks):
        for child in household.children:
            is_small = child.birthday is None or months_on(child.birthday, MONDAY) < 8 * 12
            if child.id in one.people or not is_small:
                continue
            others = [g for g in household.grown_ups if g.id not in one.people]
            for minute in range(one.start, one.end, 5):
                is_at_home = is_there(household, child, one.day, minute)
                watching = any(is_there(household, g, one.day, minute) for g in others)
                assert watching or not is_at_home


def is_there(household, person, day, minute):
    """Whether somebody is at home at that minute, with nothing of their own to do."""
    taken = away_windows(household, person, day)
    return not any(start <= minute < end for start, end in taken)


def test_every_sentence_is_true_and_every_lack_is_one(weeks):
    for household, ideas, proposal in weeks:
        for found in proposal.suggestions:
            facts = found.reason.facts
            assert is_true(facts, found.entry, household, ideas, proposal), found.reason
        for one in proposal.unmet:
            assert is_missing(one, household, ideas, proposal), one


def test_enough_of_these_families_have_suggestions(weeks):
    assert sum(bool(proposal.suggestions) for _, _, proposal in weeks) > EACH // 6
