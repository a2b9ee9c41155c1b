"""The library can be read by a tired adult: the Flesch-Kincaid grade, roughly a school year.

The formula and the way of counting are those of Kincaid, Fishburne, Rogers and Chissom (1975),
Derivation of new readability formulas for Navy enlisted personnel, Research Branch Report 8-75: a
sentence is an independent unit of thought, so it ends at a colon or semicolon as well.

The well-known packages count syllables in a dictionary that they first have to fetch, which a test
must not do. So the syllables are those of pyphen, whose hyphenation patterns come with it. Patterns
never cut off a single letter (a-bout), so groups of vowels are counted too and the larger number
stands: where the two differ, the text is held to be harder.
"""

import re
import tomllib
from functools import cache

import pyphen
import pytest

from activities.catalogue import DATA

FILES = sorted(path.name for path in DATA.glob("*.toml"))
# The summary is a single sentence, too short for the formula, and read before the steps.
SPOKEN_OR_DONE = (("summary", "steps"), ("say",), ("instead",), ("by_age",), ("trouble",))
PATTERNS = pyphen.Pyphen(lang="en_US")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?:;…]+(?=\W|$)|\n")
SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouydt]ed$|[^aeiouysxzcg]es$")


@cache
def syllables(word):
    """Count the syllables of one word, at least one."""
    bare = word.casefold()
    groups = len(re.findall(r"[aeiouy]+", bare)) - bool(SILENT.search(bare))
    return max(1, groups, len(PATTERNS.positions(bare)) + 1)


def grade(text):
    """Give the grade of a text with at least one word; a line break ends a sentence as well."""
    sentences = sum(1 for part in SENTENCE_END.split(text) if WORD.search(part))
    words = WORD.findall(text)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / sentences + 11.8 * per_word - 15.59


def lines(value):
    """Give the texts inside a value, one a line."""
    if isinstance(value, str):
        return value
    return "\n".join(map(lines, value.values() if isinstance(value, dict) else value))


@cache
def document(name):
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("word", "count"),
    [("a", 1), ("about", 2), ("whole", 1), ("people", 2), ("asked", 1), ("trusted", 2),
     ("makes", 1), ("already", 3), ("apology", 4), ("don't", 1), ("side-by-side", 4)],
)  # fmt: skip
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables(word) == count


def test_the_grade_is_the_published_formula():
    # Two sentences, nine words, ten syllables: 0.39 * 4.5 + 11.8 * 10 / 9 - 15.59.
    assert grade("The cat sat on the mat. It was happy.") == pytest.approx(-0.724, abs=0.001)


def test_long_words_and_long_sentences_are_harder():
    assert grade("We talk. We walk.") < grade("We talk and we walk.") < grade("We communicate.")


@pytest.mark.parametrize("name", FILES)
def test_the_reason_reads_at_grade_nine_or_below(name):
    assert grade(" ".join(document(name)["why_it_works"].split())) <= 9


@pytest.mark.parametrize("fields", SPOKEN_OR_DONE, ids=" and ".join)
@pytest.mark.parametrize("name", FILES)
def test_what_is_said_or_done_reads_at_grade_six_or_below(name, fields):
    assert grade("\n".join(lines(document(name)[field]) for field in fields)) <= 6
