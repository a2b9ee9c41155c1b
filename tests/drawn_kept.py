"""Reaches, threads and dictionaries for tests, drawn at random."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from planner.dictionary import SIGN_STATES, Sign
from planner.model import MonthPageId, ReachId, SignId, ThreadId
from planner.month_pages import HEADINGS, MonthLine, MonthPage
from planner.reaches import FEELINGS, LANDINGS, NEEDS, RESPONSES, SHAPES, Reach, ReachMonth
from planner.threads import ANSWERS, DEEDS, KNOTS, PICTURES, Check, Thread

words = st.text(max_size=8)
times = st.datetimes(datetime(2025, 1, 1), datetime(2026, 3, 8)).map(
    lambda t: t.replace(microsecond=0)
)
days = st.dates(date(2025, 1, 1), date(2026, 3, 8))
readers = st.sampled_from(("me", "grown-ups"))


def some(values: Iterable[str], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(tuple(values)), max_size=most, unique=True).map(tuple)


def one_or_none(values: Iterable[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(("", *values))


def reaches_of(reach_id: str, ids: list[str]) -> st.SearchStrategy[Reach]:
    return st.builds(
        Reach,
        id=st.just(ReachId(reach_id)),
        child=st.sampled_from(ids),
        at=times,
        shape=some(SHAPES),
        feeling=one_or_none(FEELINGS),
        need=one_or_none(NEEDS),
        response=some(RESPONSES),
        landed=one_or_none(LANDINGS),
        line=words,
        let_be=st.booleans(),
        by=st.none() | st.sampled_from(ids),
        readers=readers,
    )


def threads_of(thread_id: str, ids: list[str]) -> st.SearchStrategy[Thread]:
    return st.builds(
        Thread,
        id=st.just(ThreadId(thread_id)),
        opened=times,
        happened=times,
        who=some(ids),
        hurt=some(ids),
        cool_until=st.none() | times,
        deed=words | st.sampled_from(DEEDS),
        when=words,
        pictures=some(PICTURES),
        line=words,
        feeling=words,
        amends=words,
        if_this=words,
        then_that=words,
        tied=some(KNOTS, 5).map(lambda tied: tuple(k for k in KNOTS if k in tied)),
        checks=st.lists(st.builds(Check, due=days, answer=one_or_none(ANSWERS)), max_size=2).map(
            tuple
        ),
        state=st.sampled_from(("open", "mended", "left-alone")),
        reach=st.none() | st.just(ReachId("201")),
        by=st.none() | st.sampled_from(ids),
        readers=readers,
    )


def signs_of(sign_id: str, ids: list[str]) -> st.SearchStrategy[Sign]:
    return st.builds(
        Sign,
        id=st.just(SignId(sign_id)),
        child=st.sampled_from(ids),
        sign=words,
        meaning=words,
        state=st.sampled_from(SIGN_STATES),
        updated=days,
        by=st.none() | st.sampled_from(ids),
        readers=readers,
    )


def months_of(ids: list[str]) -> st.SearchStrategy[ReachMonth]:
    number = st.integers(0, 9)
    return st.builds(
        ReachMonth,
        child=st.sampled_from(ids),
        month=st.sampled_from((date(2024, 1, 1), date(2025, 1, 1))),
        noticed=number,
        met=number,
        came_back=number,
        shapes=some(SHAPES),
        hours=some(("morning", "evening")),
        eased=some(RESPONSES),
        by=st.none() | st.sampled_from(ids),
        readers=readers,
    )


def pages_of(page_id: str, ids: list[str]) -> st.SearchStrategy[MonthPage]:
    line = st.builds(MonthLine, heading=st.sampled_from(HEADINGS), words=words)
    return st.builds(
        MonthPage,
        id=st.just(MonthPageId(page_id)),
        child=st.sampled_from(ids),
        month=st.sampled_from((date(2025, 1, 1), date(2026, 2, 1))),
        lines=st.lists(line, min_size=1, max_size=3).map(tuple),
        about=st.none() | st.sampled_from(ids),
    )


@st.composite
def kept_words(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    """Some of everything that is kept about these people, in the order the household keeps it."""
    reaches = [draw(reaches_of(str(n), ids)) for n in range(201, 201 + draw(st.integers(0, 3)))]
    threads = [draw(threads_of(str(n), ids)) for n in range(301, 301 + draw(st.integers(0, 2)))]
    signs = [draw(signs_of(str(n), ids)) for n in range(401, 401 + draw(st.integers(0, 2)))]
    pages = [draw(pages_of(str(n), ids)) for n in range(501, 501 + draw(st.integers(0, 2)))]
    months = [draw(months_of(ids))] if draw(st.booleans()) else []
    return {
        "reaches": tuple(sorted(reaches, key=lambda r: (r.at, r.id))),
        "month_pages": tuple(sorted(pages, key=lambda p: (p.month, p.child, p.id))),
        "reach_months": tuple(months),
        "threads": tuple(sorted(threads, key=lambda t: (t.opened, t.id))),
        "signs": tuple(sorted(signs, key=lambda s: (s.child, s.id))),
    }
