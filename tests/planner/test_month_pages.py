"""A child's month: what may become a line, what the child strikes, and what is never kept."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from planner import month_pages
from planner.family import without_person
from planner.model import Entry, EntryId, Household, MonthPageId, ReachId, Reflection, ThreadId
from planner.month_pages import MonthLine, MonthPage
from planner.reaches import Reach
from planner.remembered import index
from planner.store import open_store
from planner.threads import Thread
from planner.week import add
from tests.builders import JONAS, LEO, MAYA, SARA

MARCH = date(2026, 3, 1)
FAMILY = Household(people=(LEO, MAYA, SARA, JONAS))
PAGE = MonthPage(
    id=MonthPageId("501"), child=LEO.id, month=MARCH,
    lines=(MonthLine(heading="brave", words="You said it first."), MonthLine(heading="word", words="glum")),
)  # fmt: skip


def test_a_page_is_kept_and_found_by_child_and_month(tmp_path):
    _, store = open_store(tmp_path, clock=lambda: datetime(2026, 3, 31))
    kept = month_pages.keep_page(PAGE).step(FAMILY)
    store.save(Household(), kept)
    store.close()
    again, store = open_store(tmp_path, clock=lambda: datetime(2026, 3, 31))
    store.close()
    assert month_pages.page_of(again, LEO.id, MARCH) == PAGE
    assert month_pages.page_of(again, MAYA.id, MARCH) is None


def test_a_struck_line_is_gone_and_the_last_one_takes_the_page_with_it():
    kept = month_pages.keep_page(PAGE).step(FAMILY)
    struck = replace(PAGE, lines=PAGE.lines[1:])
    kept = month_pages.keep_page(struck).step(kept)
    assert "You said it first." not in str(kept)
    assert month_pages.keep_page(replace(PAGE, lines=())).step(kept).month_pages == ()


def test_not_this_month_keeps_nothing():
    kept = month_pages.keep_page(PAGE).step(FAMILY)
    assert month_pages.not_this_month(PAGE).step(kept) == FAMILY
    assert month_pages.not_this_month(PAGE).step(FAMILY) is FAMILY


def test_a_line_goes_under_its_heading_and_no_more_than_six_are_taken():
    page = month_pages.with_line(PAGE, MonthLine(heading="showed", words="The snail."))
    assert [line.heading for line in page.lines] == ["showed", "brave", "word"]
    for n in range(9):
        page = month_pages.with_line(page, MonthLine(heading="question", words=str(n)))
    assert len(page.lines) == month_pages.MOST


def test_what_happened_or_was_mended_in_the_month_can_be_told_and_a_reach_never():
    noon = datetime(2026, 3, 4, 12)
    walk = Entry(
        id=EntryId("1"), day=date(2026, 3, 4), start=600, minutes=10, title="Walk",
        people=(LEO.id, SARA.id), outcome="done", reflection=Reflection(written=noon, closeness=3),
    )  # fmt: skip
    thread = Thread(
        id=ThreadId("301"),
        opened=noon,
        happened=noon,
        who=(SARA.id,),
        hurt=(LEO.id,),
        state="mended",
    )
    household = add(
        replace(
            FAMILY,
            reaches=(Reach(id=ReachId("201"), child=LEO.id, at=noon, shape=("quiet",)),),
            threads=(thread, replace(thread, id=ThreadId("302"), state="open")),
        ),
        walk,
        replace(walk, id=EntryId("2"), people=(MAYA.id, SARA.id)),
        replace(walk, id=EntryId("3"), day=date(2026, 2, 4)),
        replace(walk, id=EntryId("4"), outcome="else"),
    )
    told = month_pages.told_in(index(household, None, lambda _: ()), LEO.id, MARCH)
    assert {item.value.id for item in told} == {"301", "1"}


@pytest.mark.parametrize(
    ("born", "stage"),
    [(2023, "small"), (2020, "dictated"), (2017, "half"), (2014, "together"), (2010, "own")],
)
def test_a_page_is_made_as_fits_the_age(born, stage):
    child = replace(LEO, birthday=date(born, 1, 1))
    assert month_pages.stage_of(child, date(2026, 3, 31)) == stage


def test_pages_go_with_the_child_they_are_of():
    kept = month_pages.keep_page(PAGE).step(FAMILY)
    assert without_person(kept, LEO.id).month_pages == ()
