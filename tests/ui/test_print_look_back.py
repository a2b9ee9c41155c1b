"""Looking back on paper says what the screen says, and nothing one grown-up keeps for themself."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale

from planner.model import Entry, EntryId, Household, Reflection
from planner.week import add
from tests.builders import JONAS, LEO, MAYA, SARA
from ui.paper import page_layout, page_rect, save_pages
from ui.print_look import Look
from ui.print_look_back import look_back_pages, looked_back

pytestmark = pytest.mark.usefixtures("qapp")
TODAY = date(2026, 3, 4)
FAMILY = Household(people=(LEO, MAYA, SARA, JONAS))


def walk(n):
    return Entry(
        id=EntryId(str(n)), day=TODAY - timedelta(days=3 * n), start=1140, minutes=20, title="Walk",
        people=(LEO.id, SARA.id), pathway=("reach", "feel-with", "stay-close")[n % 3], outcome="done",
        moment="bedtime",
        reflection=Reflection(
            written=datetime(2026, 3, 4, 21), closeness=5, feelings={LEO.id: ("left out",)},
            helped=("listened",), line="SECRET", by=SARA.id,
        ),
    )  # fmt: skip


HOME = add(FAMILY, *(walk(n) for n in range(20)))


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("large", [False, True])
def test_sentences_and_counts_are_on_the_page_and_no_line_of_the_journal(tmp_path, paper, large):
    layout = page_layout(paper, landscape=False)
    looked = looked_back(HOME, 13, TODAY, SARA.id)
    pages = look_back_pages(page_rect(layout), looked, Look(large=large))
    assert large or paper == "A5" or len(pages) == 1
    path = tmp_path / "page.pdf"
    save_pages(path, layout, pages, title="Look back", locale=QLocale("en_GB"))
    said = "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)
    assert "Youhavehad20timestogether" in said
    assert "leftout" in said
    assert "SECRET" not in said


def test_what_another_keeps_for_themself_is_not_counted_on_paper():
    private = (
        replace(e, reflection=replace(e.reflection, readers="me")) for e in map(walk, range(20))
    )
    looked = looked_back(add(FAMILY, *private), 13, TODAY, JONAS.id)
    assert not any("feelings" in sentence for sentence in looked.sentences)
    assert [name for name, _ in looked.tables] == ["Just the two"]


def test_an_empty_range_says_so(tmp_path):
    layout = page_layout("A4", landscape=False)
    looked = looked_back(FAMILY, 4, TODAY, None)
    assert len(look_back_pages(page_rect(layout), looked, Look())) == 1
