"""Every way to print the week, an activity or a sheet to write on, in one list.

A layout makes pages from a `Job`; each page draws itself on any device whose unit is the millimetre, so
that preview, paper, PDF and picture are one and the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QLocale, QRectF, Qt

from activities.feelings import words_for
from activities.model import BANDS, Activity, band_for
from planner.dates import age_on
from planner.dictionary import his_words
from planner.model import Person
from planner.month_pages import stage_of
from planner.sheet import WeekSheet
from ui.paper import Draw, mirrored
from ui.print_activity import card_pages, sheet_pages
from ui.print_blank import feelings_pages, reflection_pages
from ui.print_dictionary import dictionary_pages
from ui.print_hour_grid import hour_pages
from ui.print_jobs import Job, people_of, sheets_of
from ui.print_look import Look
from ui.print_look_back import look_back_pages
from ui.print_month_page import folded_pages
from ui.print_week import week_pages
from ui.print_weeks import child_pages, month_pages, parts_pages, weeks_pages
from ui.text import printing as text
from ui.text.common import spoken_name
from ui.text.dictionary import own_words_title, sign_head
from ui.text.month_page import page_title

Needs = Literal["week", "family", "child", "grown-up", "activity", "look-back", "month-page"]
USUAL_BAND = "8-10"
"""Whose words for feelings a child gets whose birthday nobody has said."""
Pages = Callable[[Job, QRectF, QLocale, Look], tuple[Draw, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way to print. `needs` says what of; `sheets` are the weeks it shows, for those that show any."""

    id: str
    name: str
    needs: Needs
    pages: Pages
    landscape: bool = True
    sheets: Callable[[Job], tuple[WeekSheet, ...]] | None = None


def possible(layout: Layout, job: Job) -> bool:
    """Whether the job has what the layout needs."""
    if layout.needs == "week":
        return True
    if layout.needs == "look-back":
        return job.looking is not None
    if layout.needs == "month-page":
        return job.month_page is not None and job.household is not None
    if layout.needs == "activity":
        return bool(job.activities)
    return job.household is not None and (layout.needs == "family" or bool(people(layout, job)))


def people(layout: Layout, job: Job) -> tuple[Person, ...]:
    """Whom the layout makes a page for: the person of the job, or all of that role."""
    if layout.needs not in {"child", "grown-up"}:
        return ()
    return people_of(job, "child" if layout.needs == "child" else "grown-up")


def pages_of(
    layout: Layout, job: Job, page: QRectF, locale: QLocale, look: Look
) -> tuple[Draw, ...]:
    """The layout's pages, read from the side from which the locale reads."""
    pages = layout.pages(job, page, locale, look)
    if locale.textDirection() == Qt.LayoutDirection.RightToLeft:
        return tuple(mirrored(draw) for draw in pages)
    return pages


def layout_named(layout_id: str) -> Layout:
    """The layout with this id; KeyError if there is none."""
    return {layout.id: layout for layout in LAYOUTS}[layout_id]


def _reflection(job: Job, page: QRectF, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    return tuple(
        draw
        for person in people_of(job, "grown-up")
        for draw in reflection_pages(page, spoken_name(person), job.sheet.days, locale, look)
    )


def _feelings(job: Job, page: QRectF, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    return tuple(
        draw
        for child in people_of(job, "child")
        for draw in feelings_pages(
            page, spoken_name(child), _words(child, job.first), job.sheet.days, locale, look
        )
    )


def _dictionary(job: Job, page: QRectF, _locale: QLocale, look: Look) -> tuple[Draw, ...]:
    assert job.household is not None
    return tuple(
        draw
        for child in people_of(job, "child")
        for draw in dictionary_pages(
            page, own_words_title(child), sign_head(child), his_words(job.household, child.id), look
        )
    )


def _look_back(job: Job, page: QRectF, _locale: QLocale, look: Look) -> tuple[Draw, ...]:
    assert job.looking is not None
    return look_back_pages(page, job.looking, look)


def _month_page(job: Job, _page: QRectF, _locale: QLocale, look: Look) -> tuple[Draw, ...]:
    made, household = job.month_page, job.household
    assert made is not None
    assert household is not None
    child = household.person(made.child)
    pictures = child is None or stage_of(child, job.first) in {"small", "dictated"}
    return folded_pages(made, page_title(made, household), look, pictures=pictures)


def _words(child: Person, day: date) -> tuple[tuple[str, ...], ...]:
    """The feelings of the child's age, family by family; those of the nearest age outside the library's."""
    band: str | None = USUAL_BAND
    if child.birthday is not None:
        low, high = min(a for a, _ in BANDS.values()), max(b for _, b in BANDS.values())
        band = band_for(max(low, min(high, age_on(child.birthday, day))))
    found: dict[str, list[str]] = {}
    for feeling in words_for(band or USUAL_BAND):
        found.setdefault(feeling.family, []).append(feeling.word)
    return tuple(tuple(words) for words in found.values())


def _each(draw: Callable[[QRectF, Activity, Look], tuple[Draw, ...]]) -> Pages:
    def pages(job: Job, page: QRectF, _locale: QLocale, look: Look) -> tuple[Draw, ...]:
        return tuple(one for activity in job.activities for one in draw(page, activity, look))

    return pages


def _of_week(
    layout_id: str,
    needs: Needs,
    draw: Callable[[QRectF, WeekSheet, QLocale, Look], tuple[Draw, ...]],
    *,
    landscape: bool = True,
) -> Layout:
    """A layout that shows entries: its pages are those of its sheets, one after another."""

    def sheets(job: Job) -> tuple[WeekSheet, ...]:
        return sheets_of(job, layout_id)

    def pages(job: Job, page: QRectF, locale: QLocale, look: Look) -> tuple[Draw, ...]:
        return tuple(one for sheet in sheets(job) for one in draw(page, sheet, locale, look))

    return replace(_layout(layout_id, needs, pages, landscape=landscape), sheets=sheets)


def _layout(layout_id: str, needs: Needs, pages: Pages, *, landscape: bool = False) -> Layout:
    return Layout(
        id=layout_id,
        name=text.LAYOUT_NAMES[layout_id],
        needs=needs,
        pages=pages,
        landscape=landscape,
    )


LAYOUTS = (
    _of_week("fridge", "week", week_pages),
    _of_week("parts", "week", parts_pages),
    _of_week("hours", "week", hour_pages),
    _of_week("two-weeks", "family", weeks_pages),
    _of_week("month", "family", month_pages),
    _of_week("child", "child", child_pages, landscape=False),
    _layout("activity", "activity", _each(sheet_pages)),
    _layout("cards", "activity", _each(card_pages), landscape=True),
    _layout("reflection", "grown-up", _reflection),
    _layout("feelings", "child", _feelings),
    _layout("dictionary", "child", _dictionary),
    _layout("look-back", "look-back", _look_back),
    _layout("month-page", "month-page", _month_page, landscape=True),
)
