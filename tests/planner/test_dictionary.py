"""A child's dictionary: guesses fade, his own words stay and can be handed on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import dictionary
from planner.dictionary import Sign, asks_for_one, his_words, signs_of
from planner.model import Household, SignId
from planner.store import household_from, tables_of
from tests.builders import FAMILY, JONAS, LEO, MAYA, NOW, SARA

TODAY = NOW.date()


def sign(number: int = 401, **other) -> Sign:
    made = {"child": LEO.id, "sign": "goes silly", "meaning": "worried", "updated": TODAY, **other}
    return Sign(id=SignId(str(number)), **made)


HOME = Household(people=FAMILY, signs=(sign(),))


def test_a_guess_fades_after_three_months_and_his_words_do_not():
    later = TODAY + timedelta(days=92)
    assert sign().has_faded(later)
    assert not sign().has_faded(later - timedelta(days=1))
    assert not sign(state="his-words").has_faded(later)
    assert not sign(state="asked").has_faded(later)


def test_a_renewed_guess_stays():
    later = TODAY + timedelta(days=92)
    (renewed,) = dictionary.renew_sign(sign(), later).step(HOME).signs
    assert not renewed.has_faded(later)


def test_his_words_stand_first_then_what_was_asked_then_guesses():
    signs = (
        sign(401), sign(402, state="asked"), sign(403, state="his-words"),
        sign(404, updated=TODAY + timedelta(days=1)), sign(405, child=MAYA.id),
    )  # fmt: skip
    held = signs_of(replace(HOME, signs=signs), LEO.id)
    assert [s.id for s in held] == ["403", "402", "404", "401"]


def test_only_his_own_words_are_handed_on_and_never_what_one_keeps_to_oneself():
    signs = (
        sign(401, state="his-words"), sign(402), sign(403, state="asked"),
        sign(404, state="his-words", by=SARA.id, readers="me"),
    )  # fmt: skip
    home = replace(HOME, signs=signs)
    assert [s.id for s in his_words(home, LEO.id)] == ["401"]
    assert len(signs_of(home, LEO.id, JONAS.id)) == 3


def test_what_he_showed_is_asked_once_a_week():
    assert not asks_for_one(HOME, LEO.id, TODAY + timedelta(days=6))
    assert asks_for_one(HOME, LEO.id, TODAY + timedelta(days=7))
    assert asks_for_one(HOME, MAYA.id, TODAY)


def test_a_line_can_be_rewritten_and_deleted():
    his = replace(sign(), meaning="wants it to be over", state="his-words")
    home = dictionary.keep_sign(his).step(HOME)
    assert home.signs == (his,)
    assert dictionary.remove_sign(his).step(home).signs == ()


@pytest.mark.parametrize(
    ("field", "value"), [("state", "true"), ("sign", None), ("child", 3), ("updated", "lately")]
)
def test_a_line_that_cannot_be_read_is_reported(field, value):
    tables = tables_of(HOME)
    tables["signs"]["401"][field] = value
    home, (problem,) = household_from(tables)
    assert (home.signs, problem.code, problem.where) == ((), "sign", "401")
