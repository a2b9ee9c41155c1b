"""Words for feelings grow with the child."""

from itertools import pairwise

import pytest

from activities.feelings import all_words, words_for
from activities.model import BANDS


@pytest.mark.parametrize(
    ("band", "count"), [("2-4", 20), ("5-7", 37), ("8-10", 57), ("11-13", 69), ("14-17", 72)]
)
def test_each_age_has_its_words(band, count):
    assert len(words_for(band)) == count


def test_earlier_words_stay():
    for younger, older in pairwise(BANDS):
        assert set(words_for(younger)) < set(words_for(older))


def test_a_small_child_is_offered_cross_and_not_ashamed():
    words = {feeling.word for feeling in words_for("2-4")}
    assert "cross" in words
    assert "ashamed" not in words


def test_not_knowing_is_a_full_answer_from_the_start():
    assert "don't know" in {feeling.word for feeling in words_for("2-4")}


def test_every_family_of_feelings_has_a_word_for_the_smallest():
    assert {word.family for word in words_for("2-4")} == {word.family for word in all_words()}


def test_words_are_unique_and_have_a_size():
    words = [feeling.word for feeling in all_words()]
    assert len(set(words)) == len(words)
    assert {feeling.intensity for feeling in all_words()} == {1, 2, 3}


def test_an_unknown_band_is_a_mistake_of_the_caller():
    with pytest.raises(KeyError):
        words_for("18-99")
