"""A family writes activities of its own, puts some away, and finds them beside the library's."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.model import Activity, Catalogue
from planner import actions
from planner.activity_documents import number_of
from planner.errors import UnknownActivityError
from planner.model import Household
from planner.own_activities import (
    LONGEST_ID,
    copy_of,
    fresh_id,
    is_good_id,
    merging,
    with_activities,
    with_own,
)
from planner.question import may_be_suggested
from planner.session import Session
from planner.storage import Change
from planner.store import changes_between, household_from, open_store, tables_of

NOW = datetime(2026, 11, 25, 9)
FORT = Activity(id="pillow-fort", title="Pillow fort", pathways=("stay-close",), own=True)
SOUP = Activity(id="moon-soup", title="Moon soup", pathways=("reach",), own=True)
WALK = Activity(id="worry-walk", title="Worry walk", pathways=("reach",))
SAD = Activity(id="sad-walk", title="Sad walk", pathways=("reach",), status="draft")
LIBRARY = Catalogue(activities={a.id: a for a in (WALK, SAD)}, published=(WALK,))


def opened(folder):
    household, store = open_store(folder, clock=lambda: NOW)
    return Session(household, store), store


def test_own_activities_stand_among_the_others_by_title():
    merged = with_own(LIBRARY, with_activities(Household(), SOUP, FORT))

    assert [a.title for a in merged.published] == ["Moon soup", "Pillow fort", "Worry walk"]
    assert merged.get("pillow-fort") is FORT
    assert merged.get("sad-walk") is SAD


def test_what_is_put_away_is_known_to_old_weeks_but_not_shown():
    household = with_activities(Household(), FORT)
    merged = with_own(LIBRARY, actions.archive_activity(FORT).step(household))

    assert [a.id for a in merged.published] == ["worry-walk"]
    assert merged.activities["pillow-fort"].title == "Pillow fort"


def test_what_was_put_away_can_be_brought_back():
    household = with_activities(Household(), FORT)
    away = actions.archive_activity(FORT).step(household)

    assert actions.archive_activity(FORT, away=False).step(away) == household


def test_putting_away_twice_changes_nothing():
    away = actions.archive_activity(FORT).step(with_activities(Household(), FORT))

    assert actions.archive_activity(FORT).step(away) is away


def test_only_what_the_family_wrote_can_be_put_away():
    with pytest.raises(UnknownActivityError):
        actions.archive_activity(WALK).step(Household())


def test_a_changed_activity_takes_its_own_place():
    household = with_activities(Household(), FORT, SOUP)
    taller = replace(FORT, title="Taller fort")

    assert actions.save_activity(taller).step(household).own == (SOUP, taller)


def test_the_catalogue_is_made_anew_only_for_other_activities():
    now = [Household(own=(FORT,))]
    merged = merging(lambda: LIBRARY, lambda: now[0])
    first = merged()

    now[0] = replace(now[0], name="Berg")
    assert merged() is first
    now[0] = replace(now[0], own=(FORT, SOUP))
    assert "moon-soup" in merged().activities


def test_a_family_without_own_activities_has_the_library_itself():
    assert with_own(LIBRARY, Household()) is LIBRARY


def test_fill_may_suggest_an_own_activity_that_names_its_moment():
    merged = with_own(LIBRARY, Household(own=(replace(FORT, settings=("weekend",)), SAD)))

    assert may_be_suggested(merged.activities["pillow-fort"])
    assert not may_be_suggested(merged.activities["sad-walk"])


def test_a_copy_names_no_sources_and_a_new_id():
    library = replace(WALK, evidence=("rose2012",), steps=(), status="exemplar")
    copy = copy_of(library, "Worry walk", {"worry-walk"})

    assert (copy.id, copy.evidence, copy.own) == ("worry-walk-2", (), True)
    assert copy.status == "published"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Zoë’s “big” tea!", "zoes-big-tea"),
        ("  Leo's fort ", "leos-fort"),
        ("月のスープ", "own-activity"),
        ("7", "7"),
    ],
)
def test_an_id_is_made_of_the_title(title, expected):
    assert fresh_id(title, ()) == expected


@given(st.text(max_size=90), st.integers(0, 12))
def test_a_fresh_id_is_good_and_nobodys(title, others):
    taken: set[str] = set()
    for _ in range(others + 1):
        made = fresh_id(title, taken)
        assert is_good_id(made)
        assert made not in taken
        taken.add(made)


@pytest.mark.parametrize("bad", ["", "A", "a_b", "-a", "a--b", "é", "a" * (LONGEST_ID + 1)])
def test_other_ids_are_not_good(bad):
    assert not is_good_id(bad)


@given(st.sets(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), min_size=2, max_size=5))
def test_no_two_ids_share_a_document(ids):
    numbers = {number_of(each) for each in ids}

    assert len(numbers) == len(ids)
    assert all(n.isdigit() and n[0] != "0" for n in numbers)


def test_what_the_family_wrote_is_there_the_next_time(tmp_path):
    session, store = opened(tmp_path / "data")
    for action in (
        actions.save_activity(FORT),
        actions.save_activity(SOUP),
        actions.archive_activity(SOUP),
    ):
        session.apply(action)
    store.close()
    again, store = opened(tmp_path / "data")
    store.close()

    assert again.household == session.household
    assert [a.status for a in again.household.own] == ["retired", "published"]


def test_undo_takes_an_activity_off_the_disk(tmp_path):
    session, store = opened(tmp_path / "data")
    session.apply(actions.import_activities((FORT, SOUP)))
    session.undo()
    store.close()
    again, store = opened(tmp_path / "data")
    store.close()

    assert again.household.own == ()


def test_saving_writes_just_the_activity_that_changed():
    before = Household(own=(SOUP, FORT))
    changes = changes_between(before, replace(before, own=(SOUP, replace(FORT, effort=2))))

    assert [(c.table, c.doc_id) for c in changes] == [("activities", number_of("pillow-fort"))]


def test_an_export_of_everything_holds_the_own_activities():
    household = Household(own=(SOUP, FORT))

    assert household_from(tables_of(household)) == (household, ())


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"id": "pillow-fort", "title": "Pillow fort", "pathways": ["up"]},
        {"id": "moon-soup", "title": "In the wrong place", "pathways": ["reach"]},
        {"id": "déjà", "title": "Not an id of ours", "pathways": ["reach"]},
    ],
)
def test_a_damaged_activity_is_told_of_and_the_others_are_there(tmp_path, bad):
    session, store = opened(tmp_path / "data")
    session.apply(actions.save_activity(SOUP))
    number = number_of("pillow-fort")
    store.database.commit([Change("activities", number, bad)])
    store.close()
    again, store = opened(tmp_path / "data")
    again.apply(actions.archive_activity(SOUP))

    assert [a.id for a in again.household.own] == ["moon-soup"]
    assert {p.where for p in store.problems} == {number}
    assert store.database.tables["activities"][number] == bad
    store.close()
