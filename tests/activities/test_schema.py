"""Each thing that can be wrong in a file is named, with its field; none of them raises."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.catalogue import _activity, parse
from activities.schema import problems_of


def found(text, name="kite.toml", **how):
    activity, problems = parse(text, name, **how)
    assert (activity is None) == bool(problems)
    return [(problem.what, problem.field) for problem in problems]


def test_a_sound_file_has_no_problem(kite):
    assert found(kite) == []


@pytest.mark.parametrize(
    ("old", "new", "what", "field"),
    [
        ('title = "The Borrowed Kite"', 'titel = "Kite"', "unknown-key", "titel"),
        ('prep = "Look out of the window for wind."', "", "missing", "prep"),
        ("effort = 2", 'effort = "two"', "type", "effort"),
        ("effort = 2", "effort = true", "type", "effort"),
        ("effort = 2", "effort = 2.0", "type", "effort"),
        ("effort = 2", "effort = 4", "range", "effort"),
        ('title = "The Borrowed Kite"', "title = 1", "type", "title"),
        ('title = "The Borrowed Kite"', "title = 2026-03-04", "type", "title"),
        ('title = "The Borrowed Kite"', 'title = "  "', "too-few", "title"),
        ('title = "The Borrowed Kite"', f'title = "{"k" * 41}"', "too-long", "title"),
        ('"Fly a kite that neither of you can fly alone."', f'"{"k" * 111}"', "too-long", "summary"),
        ('"I need somebody to hold the other end."', f'"{"k" * 121}"', "too-long", "child_invite"),
        ('words = "Ready?"', f'words = "{"go " * 26}"', "too-long", "say[1].words"),
        ('{ text = "Run." },', "", "too-few", "steps"),
        ('{ text = "Run." },', '{ text = "Run." },' * 7, "too-many", "steps"),
        (', { when = "End", words = "Again?" }', "", "too-few", "say"),
        ('    { not_this = "Let me.", try_this = "Need a hand?", because = "He will ask." },\n', "", "too-few", "instead"),
        ('{ if_this = "No wind", then_that = "Run." },', "", "too-few", "trouble"),
        ('siblings = "Swap ends."', "", "too-few", "adapt"),
        ('siblings = "Swap ends."', '"Two homes" = "Two kites."', "unknown-id", "adapt.Two homes"),
        ('["A kite"]', '["A kite", "String", "Gloves", "Wind", "Tea"]', "too-many", "materials"),
        ('["outdoors"]', '["outdoors", "walk", "weekend", "car"]', "too-many", "settings"),
        ('["outdoors"]', '["on-a-hill"]', "unknown-id", "settings[1]"),
        ('["outdoors"]', '["outdoors", "outdoors"]', "twice", "settings[2]"),
        ('["outdoors"]', '"outdoors"', "type", "settings"),
        ('["rose2012"]', '["rose1912"]', "unknown-id", "evidence[1]"),
        ('["rose2012"]', '["rose2012", "way2013", "siegel", "casel", "tronick"]', "too-many", "evidence"),
        ('format = "movement"', 'format = "dance"', "unknown-id", "format"),
        ('primary = "reach-out"', 'primary = "flying"', "unknown-id", "skills.primary"),
        ("flags = []", 'flags = ["windy"]', "unknown-id", "safety.flags[1]"),
        ('tip = "Gloves help."', 'hint = "Gloves help."', "unknown-key", "steps[1].hint"),
        ("max = 30", "max = 36", "range", "duration.max"),
        ("max = 30", "max = 9", "range", "duration.max"),
        ('"8-10" = { change = "He launches.", words = "You call it." }', "", "by-age", "by_age.8-10"),
        ('ages = ["5-7", "8-10"]', 'ages = ["5-7"]', "by-age", "by_age.8-10"),
        ('"8-10" = {', '"8-11" = {', "unknown-id", "by_age.8-11"),
        ("flags = []", 'flags = ["grief"]', "review", "meta.reviewed_by"),
        ("flags = []", 'flags = ["sensitive"]', "review", "meta.reviewed_by"),
        ('["reach", "feel-with"]', '["feel-with"]', "pathway", "pathways"),
        ("[reflect]", "[reflects]", "missing", "reflect"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_field(spoilt, old, new, what, field):
    assert (what, field) in found(spoilt(old, new))


def test_the_longest_texts_allowed_are_no_problem(kite):
    full = (
        kite.replace("The Borrowed Kite", "k" * 40)
        .replace("Fly a kite that neither of you can fly alone.", "k" * 110)
        .replace("I need somebody to hold the other end.", "k" * 120)
        .replace("Ready?", "go " * 25)
        .replace("max = 30", "max = 35")
    )
    assert found(full) == []


def test_an_invitation_may_be_empty(spoilt):
    assert found(spoilt("I need somebody to hold the other end.", "")) == []


@pytest.mark.parametrize("claim", ["In 4 studies kites helped.", "Research likes kites."])
def test_a_claim_without_a_source_is_a_problem(kite, claim):
    text = kite.replace("Two people and one string have to talk to each other.", claim)
    assert found(text) == []
    assert ("claim", "why_it_works") in found(text.replace('["rose2012"]', "[]"))


def test_a_careful_subject_with_a_reviewer_may_be_published(kite):
    text = kite.replace("flags = []", 'flags = ["grief"]')
    assert found(text.replace("reviewed_by = []", 'reviewed_by = ["Dr Lind"]')) == []


def test_a_careful_subject_may_wait_as_a_draft(kite):
    text = kite.replace("flags = []", 'flags = ["grief"]')
    assert found(text.replace('"published"', '"draft"')) == []


def test_the_id_is_the_name_of_the_file(kite):
    assert found(kite, name="dragon.toml") == [("file-name", "id")]


def test_a_syntax_error_says_where_it_is(spoilt):
    _, (problem,) = parse(spoilt("effort = 2", "effort ="), "kite.toml")
    assert (problem.what, problem.file) == ("syntax", "kite.toml")
    assert "line 14" in problem.detail


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000])
def test_text_made_to_break_readers_is_a_problem_too(text):
    assert found(text) == [("syntax", "")]


def test_one_reading_names_all_faults(kite):
    text = kite.replace("effort = 2", "effort = 9").replace('["outdoors"]', "[]")
    assert found(text) == [("too-few", "settings"), ("range", "effort")]


def test_a_problem_tells_a_person_what_to_do(spoilt):
    _, (problem,) = parse(spoilt('format = "movement"', 'format = "dance"'), "kite.toml")
    assert problem.id == "kite"
    assert problem.detail.startswith("'dance' is not known; known are talk, game, story")


def test_a_family_needs_only_a_title_and_a_pathway():
    text = 'id = "x1"\ntitle = "Pancake Sunday"\npathways = ["stay-close"]'
    activity, problems = parse(text, "pasted", own=True)
    assert problems == ()
    assert (activity.title, activity.own, activity.bands[0]) == ("Pancake Sunday", True, "2-4")


def test_a_family_may_keep_its_steps_short():
    text = 'id = "x1"\ntitle = "Walk"\npathways = ["reach"]\nsteps = [{ text = "Go." }]'
    assert found(text, own=True) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", ("missing", "title")),
        ('title = ""', ("too-few", "title")),
        ('title = "Walk"\nsteps = [{ tip = "Slowly" }]', ("missing", "steps[1].text")),
        ('title = "Walk"\neffort = "lots"', ("type", "effort")),
        ('title = "Walk"\ncolour = "red"', ("unknown-key", "colour")),
    ],
)
def test_what_a_family_does_write_is_checked(line, problem):
    assert found(f'id = "x1"\npathways = ["reach"]\n{line}', own=True) == [problem]


def test_a_familys_own_activity_is_no_library_file():
    text = 'id = "x1"\ntitle = "Walk"\npathways = ["reach"]'
    assert ("missing", "steps") in found(text, name="x1.toml")


words = st.text("ab-_ 5", max_size=4) | st.sampled_from(["5-7", "grief", "published", "naming"])
simple = (
    st.none() | st.booleans() | st.integers() | st.just(1.5) | st.just(date(2026, 3, 4)) | words
)
keys = st.sampled_from(["min", "max", "text", "note", "flags", "status", "primary", "5-7", "x"])
anything = st.recursive(
    simple, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
)
places = st.sampled_from(
    ["id", "title", "why_it_works", "evidence", "pathways", "ages", "skills", "duration", "steps",
     "say", "by_age", "adapt", "reflect", "safety", "meta"]
)  # fmt: skip


@given(
    changes=st.dictionaries(places, anything, max_size=3), gone=st.sets(places), own=st.booleans()
)
def test_whatever_a_file_holds_it_is_named_or_it_becomes_an_activity(kite, changes, gone, own):
    document = tomllib.loads(kite) | changes
    left = {key: value for key, value in document.items() if key not in gone}
    if not problems_of(left, file="kite.toml", own=own):
        assert _activity(left, own=own).title
