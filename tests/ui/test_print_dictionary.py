"""The page of a child's own words: nothing else is on it, and nothing of it is lost."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale

from planner.dictionary import Sign
from planner.model import Household, Person, PersonId, SignId
from planner.sheet import week_sheet
from tests.ui.pdf_boxes import overlapping, text_boxes
from ui.paper import page_layout, page_rect, save_pages
from ui.print_jobs import Job
from ui.print_layouts import layout_named, pages_of
from ui.print_look import Look

MONDAY = date(2026, 11, 23)
LEO = Person(id=PersonId("leo"), name="Leo", role="child")


def sign(number: int, **other) -> Sign:
    made = {"sign": f"sign {number}", "meaning": f"means {number}", "state": "his-words", **other}
    return Sign(id=SignId(str(number)), child=LEO.id, updated=MONDAY, **made)


@pytest.fixture
def printed(qtbot, tmp_path):
    def of(*signs: Sign) -> PdfReader:
        household = Household(people=(LEO,), signs=signs)
        job = Job(sheet=week_sheet(household, MONDAY), household=household)
        layout, locale = page_layout("A4", landscape=False), QLocale("en_GB")
        pages = pages_of(layout_named("dictionary"), job, page_rect(layout), locale, Look())
        save_pages(tmp_path / "page.pdf", layout, pages, title="Words", locale=locale)
        return PdfReader(tmp_path / "page.pdf")

    return of


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_only_his_own_words_are_on_the_page(printed):
    words = words_of(
        printed(
            sign(1),
            sign(2, state="guess"),
            sign(3, state="asked"),
            sign(4, by=LEO.id, readers="me"),
        )
    )
    assert "sign 1" in words
    assert "means 1" in words
    assert not any(f"sign {n}" in words or f"means {n}" in words for n in (2, 3, 4))


def test_sixty_lines_take_as_many_pages_as_they_need_each_line_once(printed):
    reader = printed(*(sign(n) for n in range(100, 160)))
    words = words_of(reader)
    assert len(reader.pages) > 1
    assert all(words.count(f"sign {n}") == 1 for n in range(100, 160))
    assert not any(overlapping(text_boxes(page)) for page in reader.pages)


def test_a_child_without_lines_gets_a_page_to_write_on(printed):
    assert len(printed().pages) == 1
