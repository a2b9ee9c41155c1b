"""The code on a sheet of paper, and what is remembered of what was printed."""

import string
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import printed
from planner.errors import Problem
from planner.model import EntryId, Household, PrintedSheet, Reflection
from planner.printed import LETTERS, code_of, coded, planned_sheet, read, remembering, sheet_with
from planner.printed_documents import document, number, values
from planner.store import household_from, tables_of
from planner.week import add, change
from tests.builders import LEO, MONDAY, NOW, by_title, week_of
from tests.drawn import few, households

HOME = week_of("""
    _ Mon 16:00-17:00 swimming (leo)
    x Wed 19:00-19:20 bear (maya, sara)
    - Thu 19:00-19:20 chess (leo)
""")
BEAR = by_title(HOME, "bear")


def sheet_of(household: Household, layout: str = "fridge") -> PrintedSheet:
    return coded(household, planned_sheet(household, layout, MONDAY))


def test_the_code_names_week_and_layout_and_ends_in_a_check():
    code = code_of("fridge", date(2026, 11, 23), 2)
    assert code[:-1] == "48-F2-"
    assert code[-1] in string.ascii_uppercase


def test_a_week_that_begins_on_sunday_has_the_number_of_its_monday():
    assert code_of("fridge", date(2026, 11, 22), 1) == code_of("fridge", date(2026, 11, 23), 1)


@pytest.mark.parametrize("typed", ["48-F2-{}", "48f2{}", " 48 f2 {} ", "48.F2.{}"])
def test_a_code_is_read_however_it_is_typed(typed):
    code = code_of("fridge", date(2026, 11, 23), 2)
    assert read(typed.format(code[-1].lower())) == code


@pytest.mark.parametrize("typed", ["", "48", "hello", "99-F2-A", "48-Z2-A", "48-F2", "0-F1-A"])
def test_what_is_no_code_is_not_read_as_one(typed):
    assert read(typed) is None


@given(
    layout=st.sampled_from(sorted(LETTERS)),
    days=st.integers(0, 3000),
    number_=st.integers(0, 40),
    place=st.integers(0, 9),
    sign=st.sampled_from(string.ascii_uppercase + string.digits),
)
def test_one_wrong_sign_never_leads_to_another_sheet(layout, days, number_, place, sign):
    code = code_of(layout, MONDAY + timedelta(days=days), number_).replace("-", "")
    place %= len(code)
    typed = code[:place] + sign + code[place + 1 :]
    assert typed == code or read(typed) is None


def test_the_same_content_has_the_same_code_and_another_the_next_number():
    first = sheet_of(HOME)
    noted = remembering(HOME, [first], NOW)
    moved = change(noted, by_title(noted, "swimming"), start=900)
    ticked = change(noted, by_title(noted, "swimming"), outcome="done")

    assert sheet_of(noted).code == sheet_of(ticked).code == first.code
    assert sheet_of(moved).code == code_of("fridge", MONDAY, 2)
    assert sheet_of(moved, "hours").code == code_of("hours", MONDAY, 1)


def test_two_childrens_sheets_of_one_week_have_two_codes():
    leo = planned_sheet(HOME, "child", MONDAY)._replace(only=LEO.id)
    noted = remembering(HOME, [coded(HOME, leo)], NOW)

    assert coded(noted, leo._replace(only=None)).code != coded(noted, leo).code


def test_the_sheet_holds_what_stood_on_paper_and_no_private_word():
    kept = change(HOME, BEAR, note="secret", reflection=Reflection(written=NOW, line="secret"))
    alone = add(kept, replace(BEAR, id=EntryId("9"), title="secret", only_for=LEO.id))
    rows = sheet_of(alone).rows

    assert [(row.title, row.outcome) for row in rows] == [("swimming", "planned"), ("bear", "done")]
    assert "secret" not in str(rows)


def test_a_typed_code_finds_the_sheet_as_it_was_printed():
    noted = remembering(HOME, [sheet_of(HOME)], NOW)
    later = change(noted, by_title(noted, "swimming"), title="diving")
    found = sheet_with(later, sheet_of(HOME).code, today=MONDAY)

    assert (found.printed, found.rows[0].title) == (NOW, "swimming")


def test_a_sheet_that_nobody_noted_is_taken_to_hold_what_is_planned_now():
    found = sheet_with(HOME, code_of("fridge", MONDAY, 0), today=MONDAY + timedelta(days=9))

    assert (found.first, found.printed) == (MONDAY, None)
    assert [row.title for row in found.rows] == ["swimming", "bear"]


def test_a_code_of_last_december_is_not_taken_for_next_december():
    code = code_of("fridge", date(2026, 12, 28), 0)
    assert sheet_with(HOME, code, today=date(2027, 1, 4)).first == date(2026, 12, 28)


def test_no_more_sheets_are_kept_than_are_needed():
    household = HOME
    for n in range(printed.KEPT + 5):
        first = MONDAY + timedelta(days=7 * n)
        sheet = planned_sheet(household, "fridge", first)
        household = remembering(household, [coded(household, sheet)], NOW + timedelta(days=n))

    assert len(household.printed) == printed.KEPT
    assert household.printed[0].first == MONDAY + timedelta(days=35)


def test_what_was_printed_comes_back_from_the_disk():
    noted = remembering(HOME, [sheet_of(HOME), sheet_of(HOME, "child")], NOW)
    again, problems = household_from(tables_of(noted))

    assert (again.printed, problems) == (noted.printed, ())


@few
@given(households())
def test_any_week_is_remembered_as_it_was_printed(household):
    sheet = sheet_of(household)._replace(printed=NOW)
    assert list(values({number(sheet): document(sheet)})) == [sheet]


@pytest.mark.parametrize(
    "wrong", [{"code": 3}, {"first": "soon"}, {"printed": None}, {"days": 0}, {"rows": [{}]}]
)
def test_a_sheet_that_cannot_be_read_is_a_problem_and_no_more(wrong):
    good = document(sheet_of(HOME)._replace(printed=NOW))
    (problem, sheet) = values({"1": {**good, **wrong}, "2": good})

    assert isinstance(problem, Problem)
    assert (problem.code, problem.where) == ("printed", "1")
    assert sheet.printed == datetime(2026, 3, 4, 17, 30)
