"""What is written down is read again as it was, whatever letters a family uses."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities import catalogue, model
from activities.model import Activity, ForAge, Instead, Say, Step, Trouble
from activities.writing import document_of, to_toml

LETTERS = st.characters(codec="utf-8")
LINES = st.text(LETTERS, min_size=1, max_size=30)
WORDS = st.text(LETTERS, min_size=1, max_size=40).filter(str.strip).map(str.strip)
SCALARS = st.one_of(st.text(LETTERS, max_size=20), st.integers(-(2**60), 2**60))
KEYS = st.text(LETTERS, min_size=1, max_size=8)
TABLES = st.recursive(
    st.dictionaries(KEYS, SCALARS | st.lists(SCALARS, max_size=3), max_size=3),
    lambda inner: st.dictionaries(
        KEYS, SCALARS | inner | st.lists(inner, min_size=1, max_size=3), max_size=3
    ),
    max_leaves=8,
)


def some(known, most=3):
    return st.lists(st.sampled_from(known), max_size=most, unique=True).map(tuple)


def rows(kind, *fields, most):
    made = st.builds(kind, *fields)
    return st.lists(made, max_size=most, unique=True).map(tuple)


@st.composite
def own_activities(draw):
    skill = draw(st.sampled_from(("", *model.SKILLS)))
    first = model.SKILLS[skill].pathway if skill else draw(st.sampled_from(model.PATHWAYS))
    others = tuple(p for p in draw(some(model.PATHWAYS)) if p != first)
    least = draw(st.integers(1, 200))
    bands = tuple(b for b in model.BANDS if b in draw(some(tuple(model.BANDS), 5)))
    return Activity(
        id=draw(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)),
        title=draw(WORDS),
        summary=draw(st.just("") | WORDS),
        why_it_works=draw(st.just("") | WORDS),
        pathways=(first, *others),
        skill=skill,
        also=draw(some(tuple(model.SKILLS), 2)) if skill else (),
        bands=bands or tuple(model.BANDS),
        settings=draw(some(model.SETTINGS)),
        participants=draw(some(model.PARTICIPANTS)) or ("one-to-one",),
        effort=draw(st.sampled_from(model.EFFORTS)),
        minutes_min=least,
        minutes_max=draw(st.integers(least, 2 * least + 15)),
        hours=draw(st.sampled_from(("", *model.HOURS))),
        cadence=draw(st.sampled_from(model.CADENCES)),
        cooldown_weeks=draw(st.integers(0, 52)),
        materials=draw(st.lists(LINES, max_size=4, unique=True).map(tuple)),
        steps=draw(rows(Step, LINES, st.just("") | LINES, most=8)),
        say=draw(rows(Say, LINES, st.just("Go on."), most=5)),
        instead=draw(rows(Instead, LINES, LINES, LINES, most=4)),
        by_age={b: ForAge("Slower.", draw(LINES)) for b in bands[:2]},
        adapt=draw(st.just({}) | st.just({"two_homes": "By telephone."})),
        trouble=draw(rows(Trouble, LINES, LINES, most=5)),
        reflect_parent=draw(st.lists(LINES, max_size=2, unique=True).map(tuple)),
        safety_note=draw(st.just("") | LINES),
        flags=draw(some(tuple(f for f in model.FLAGS if f not in model.REVIEW_FLAGS))),
        status=draw(st.sampled_from(("published", "retired"))),
        own=True,
    )


@settings(max_examples=150, deadline=None)
@given(own_activities())
def test_an_own_activity_comes_back_from_its_file_as_it_was(activity):
    text = to_toml(document_of(activity))

    assert catalogue.parse(text, "ours.toml", own=True) == (activity, ())


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_toml_says_what_the_document_says(document):
    assert tomllib.loads(to_toml(document)) == document


def test_every_activity_of_the_library_can_become_the_familys_own():
    library, _ = catalogue.load()

    for activity in library.published:
        copy = replace(activity, status="published", own=True)
        found, problems = catalogue.read(document_of(copy), "", own=True)
        assert (found, problems) == (copy, ())


def test_what_is_empty_is_not_written():
    activity = Activity(id="walk", title="Walk", pathways=("reach",), own=True)

    assert document_of(activity).keys().isdisjoint({"summary", "steps", "safety", "meta", "skills"})


@pytest.mark.parametrize("value", [None, 1.5, True, b"bytes"])
def test_a_value_without_a_place_in_such_files_is_refused(value):
    with pytest.raises(TypeError, match="no place"):
        to_toml({"id": value})


@pytest.mark.parametrize("key", ["ages", "participants"])
def test_a_family_that_names_nobody_leaves_nobody_out(key):
    document = {"id": "walk", "title": "Walk", "pathways": ["reach"], key: []}
    plain = Activity(id="walk", title="Walk", pathways=("reach",), own=True)

    assert catalogue.read(document, "", own=True) == (plain, ())
