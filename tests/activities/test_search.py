"""Finding an activity by a few letters, with accents, slips and filters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.model import Activity, Step
from activities.search import index, near, plain, search, slips


def activity(title, *, first_step="Go.", **how):
    return Activity(
        id=plain(title),
        title=title,
        **{"pathways": ("reach",), **how},
        steps=(Step(text=first_step),),
    )


CAFE = activity("Café for Two", summary="Serve one another.", skill="listening", minutes_max=15)
BREATH = activity("Borrow My Breath", pathways=("stay-close", "reach"), bands=("2-4",), effort=2)
BEAR = activity("What the Bear Didn’t Say", first_step="Stop and breathe.", settings=("bedtime",))
DOG = activity("Letter from the Dog", pathways=("feel-with",), also=("naming",), minutes_max=45)
SHELF = index((DOG, BREATH, CAFE, BEAR))


def titles(typed="", **filters):
    return [found.title for found in search(SHELF, typed, **filters)]


def test_nothing_typed_shows_all_by_title():
    assert titles() == [BREATH.title, CAFE.title, DOG.title, BEAR.title]


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "café", "cafe\u0301", " Caf "])
def test_accents_and_case_do_not_matter(typed):
    assert titles(typed) == [CAFE.title]


@pytest.mark.parametrize("typed", ["didn't", "didn’t", "didnt", "Didn"])
def test_an_apostrophe_may_be_typed_or_left_out(typed):
    assert titles(typed) == [BEAR.title]


def test_the_middle_of_a_word_is_enough():
    assert titles("row") == [BREATH.title]


@pytest.mark.parametrize(("typed", "title"), [("another", CAFE.title), ("stop", BEAR.title)])
def test_summary_and_steps_are_searched(typed, title):
    assert titles(typed) == [title]


@pytest.mark.parametrize(("typed", "title"), [("listening", CAFE.title), ("naming", DOG.title)])
def test_the_names_of_skills_are_searched(typed, title):
    assert titles(typed) == [title]


def test_every_word_has_to_be_there():
    assert titles("bear say") == [BEAR.title]
    assert titles("bear café") == []


def test_words_may_stand_in_different_places():
    assert titles("bear breathe") == [BEAR.title]


def test_a_hit_in_the_title_comes_first():
    assert titles("breath") == [BREATH.title, BEAR.title]
    assert titles("go") == [BREATH.title, CAFE.title, DOG.title]


@pytest.mark.parametrize("typed", ["brrow", "borow", "borrrow", "borriw", "brorow"])
def test_one_slip_is_forgiven(typed):
    assert titles(typed) == [BREATH.title]


def test_two_slips_are_forgiven_in_a_long_word():
    assert titles("lisetning") == titles("lisetnin") == titles("listeming") == [CAFE.title]
    assert titles("lisetnimg") == [CAFE.title]


def test_a_short_word_has_to_be_right():
    assert titles("dgo") == []


def test_slips_count_only_when_nothing_else_is_found():
    shelf = index((activity("The Brave No"), activity("The Grave Song")))
    assert [found.title for found in search(shelf, "brave")] == ["The Brave No"]
    assert [found.title for found in search(shelf, "crave")] == ["The Brave No", "The Grave Song"]


def test_a_filter_that_hides_the_only_hit_brings_no_guesses():
    shelf = index((activity("The Brave No", effort=3), activity("The Grave Song")))
    assert search(shelf, "brave", effort=1) == ()


def test_a_slip_shows_while_the_word_is_still_being_typed():
    assert BREATH.title in titles("brrea")


@pytest.mark.parametrize("typed", ["?", "...", "  ", "-"])
def test_marks_alone_are_nothing_typed(typed):
    assert titles(typed) == titles()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"pathways": frozenset({"feel-with"})}, [DOG]),
        ({"pathways": frozenset({"reach", "feel-with"})}, [CAFE, DOG, BEAR]),
        ({"skill": "listening"}, [CAFE]),
        ({"skill": "naming"}, [DOG]),
        ({"band": "2-4"}, [BREATH, CAFE, DOG, BEAR]),
        ({"band": "8-10"}, [CAFE, DOG, BEAR]),
        ({"longest": 15}, [CAFE]),
        ({"longest": 20}, [BREATH, CAFE, BEAR]),
        ({"moment": "bedtime"}, [BEAR]),
        ({"participants": "siblings"}, []),
        ({"effort": 1}, [CAFE, DOG, BEAR]),
        ({"band": "8-10", "longest": 20, "pathways": frozenset({"reach"})}, [CAFE, BEAR]),
    ],
)
def test_filters_leave_what_fits(filters, expected):
    assert titles(**filters) == [found.title for found in expected]


def test_typing_and_filters_work_together():
    assert titles("breath", moment="bedtime") == [BEAR.title]


def test_an_empty_shelf_gives_nothing():
    assert search(index(()), "bear") == search(index(())) == ()


@given(
    order=st.permutations([CAFE, BREATH, BEAR, DOG]),
    typed=st.sampled_from(["", "b", "the", "brethe"]),
)
def test_the_order_of_reading_changes_nothing(order, typed):
    assert search(index(order), typed) == search(SHELF, typed)


@given(st.text(max_size=30))
def test_comparing_forgets_case_and_accents_once_and_for_all(text):
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_answered(typed):
    assert set(search(SHELF, typed)) <= {CAFE, BREATH, BEAR, DOG}


@given(data=st.data(), shown=st.sampled_from([CAFE, BREATH, BEAR, DOG]))
def test_any_piece_of_any_word_of_the_title_finds_it(data, shown):
    word = data.draw(st.sampled_from(plain(shown.title).split()))
    start = data.draw(st.integers(0, len(word) - 1))
    end = data.draw(st.integers(start + 1, len(word)))
    assert shown in search(SHELF, word[start:end])


def least_slips(typed, word):
    """Count slips the slow way, straight from what a slip is."""
    if not typed or not word:
        return len(typed)
    counts = [
        least_slips(typed[1:], word[1:]) + (typed[0] != word[0]),
        least_slips(typed[1:], word) + 1,
        least_slips(typed, word[1:]) + 1,
    ]
    if typed[:2] == word[1::-1]:
        counts.append(least_slips(typed[2:], word[2:]) + 1)
    return min(counts)


@given(
    typed=st.text("abc", min_size=1, max_size=5),
    word=st.text("abc", min_size=1, max_size=6),
    most=st.integers(0, 3),
)
def test_near_agrees_with_counting_slips_one_by_one(typed, word, most):
    assert near(typed, word, most) == (least_slips(typed, word) <= most)


@pytest.mark.parametrize(
    ("typed", "allowed"), [("dog", 0), ("bear", 1), ("breathe", 1), ("breathes", 2)]
)
def test_longer_words_may_have_more_slips(typed, allowed):
    assert slips(typed) == allowed
