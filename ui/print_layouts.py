"""Every way to print the week, an activity or a sheet to write on, in one list.

A layout makes pages from a `Job`; each page draws itself on any device whose unit is the millimetre, so
that preview, paper, PDF and picture are one and the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QLocale, QRectF

from activities.feelings import words_for
from activities.model import BANDS, Activity, band_for
from planner.dates import WEEK_DAYS, age_on, week_start
from planner.model import Household, Person, PersonId
from planner.sheet import WeekSheet, week_sheet, without_done
from ui.paper import Draw
from ui.print_activity import card_pages, sheet_pages
from ui.print_blank import feelings_pages, reflection_pages
from ui.print_hour_grid import hour_pages
from ui.print_look import Look
from ui.print_week import week_pages
from ui.print_weeks import child_pages, month_pages, parts_pages, weeks_pages
from ui.text import printing as text

Needs = Literal["week", "family", "child", "grown-up", "activity"]
USUAL_BAND = "8-10"
"""Whose words for feelings a child gets whose birthday nobody has said."""
TWO_WEEKS = 2 * WEEK_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be printed: the week shown, the family it is of, one person or all, activities.

    Without `household` only what needs nothing but the week can be printed.
    """

    sheet: WeekSheet
    household: Household | None = None
    person: PersonId | None = None
    activities: tuple[Activity, ...] = ()
    leave_out_done: bool = False

    @property
    def first(self) -> date:
        return self.sheet.days[0].day


Pages = Callable[[Job, QRectF, QLocale, Look], tuple[Draw, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way to print. `needs` says what of; `sheet` is the week it shows, for those that show one."""

    id: str
    name: str
    needs: Needs
    pages: Pages
    landscape: bool = True
    sheet: Callable[[Job], WeekSheet] | None = None


def possible(layout: Layout, job: Job) -> bool:
    """Whether the job has what the layout needs."""
    if layout.needs == "week":
        return True
    if layout.needs == "activity":
        return bool(job.activities)
    return job.household is not None and (layout.needs == "family" or bool(people(layout, job)))


def people(layout: Layout, job: Job) -> tuple[Person, ...]:
    """Whom the layout makes a page for: the person of the job, or all of that role."""
    if job.household is None:
        return ()
    of_role = tuple(p for p in job.household.people if p.role == layout.needs)
    chosen = tuple(p for p in of_role if p.id == job.person)
    return chosen or of_role


def layout_named(layout_id: str) -> Layout:
    """The layout with this id; KeyError if there is none."""
    return {layout.id: layout for layout in LAYOUTS}[layout_id]


def _less(job: Job, sheet: WeekSheet) -> WeekSheet:
    return without_done(sheet) if job.leave_out_done else sheet


def _week(job: Job) -> WeekSheet:
    return _less(job, job.sheet)


def _family(job: Job) -> Household:
    if job.household is None:
        raise ValueError("this layout needs a household")
    return job.household


def _two_weeks(job: Job) -> WeekSheet:
    return _less(job, week_sheet(_family(job), job.first, days=TWO_WEEKS))


def _month(job: Job) -> WeekSheet:
    """The weeks that share a day with the month of the week's middle."""
    middle = job.sheet.days[WEEK_DAYS // 2].day
    first = week_start(middle.replace(day=1), job.first.weekday())
    next_month = (middle.replace(day=28) + timedelta(days=4)).replace(day=1)
    count = -(-(next_month - first).days // WEEK_DAYS) * WEEK_DAYS
    return _less(job, week_sheet(_family(job), first, days=count))


def _of_child(job: Job, child: Person) -> WeekSheet:
    return _less(job, week_sheet(_family(job), job.first, only=child.id))


def _first_child(job: Job) -> WeekSheet:
    return _of_child(job, people(layout_named("child"), job)[0])


def _called(person: Person) -> str:
    return person.called or person.name


def _child_pages(job: Job, page: QRectF, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    return tuple(
        draw
        for child in people(layout_named("child"), job)
        for draw in child_pages(page, _of_child(job, child), _called(child), locale, look)
    )


def _reflection(job: Job, page: QRectF, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    return tuple(
        draw
        for person in people(layout_named("reflection"), job)
        for draw in reflection_pages(page, _called(person), job.sheet.days, locale, look)
    )


def _feelings(job: Job, page: QRectF, locale: QLocale, look: Look) -> tuple[Draw, ...]:
    return tuple(
        draw
        for child in people(layout_named("feelings"), job)
        for draw in feelings_pages(
            page, _called(child), _words(child, job.first), job.sheet.days, locale, look
        )
    )


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


def _of(
    sheet: Callable[[Job], WeekSheet],
    draw: Callable[[QRectF, WeekSheet, QLocale, Look], tuple[Draw, ...]],
) -> Pages:
    return lambda job, page, locale, look: draw(page, sheet(job), locale, look)


def _layout(
    layout_id: str,
    needs: Needs,
    pages: Pages,
    sheet: Callable[[Job], WeekSheet] | None = None,
    *,
    landscape: bool = True,
) -> Layout:
    return Layout(
        id=layout_id,
        name=text.LAYOUT_NAMES[layout_id],
        needs=needs,
        pages=pages,
        landscape=landscape,
        sheet=sheet,
    )


LAYOUTS = (
    _layout("fridge", "week", _of(_week, week_pages), _week),
    _layout("parts", "week", _of(_week, parts_pages), _week),
    _layout("hours", "week", _of(_week, hour_pages), _week),
    _layout("two-weeks", "family", _of(_two_weeks, weeks_pages), _two_weeks),
    _layout("month", "family", _of(_month, month_pages), _month),
    _layout("child", "child", _child_pages, _first_child, landscape=False),
    _layout("activity", "activity", _each(sheet_pages), landscape=False),
    _layout("cards", "activity", _each(card_pages)),
    _layout("reflection", "grown-up", _reflection, landscape=False),
    _layout("feelings", "child", _feelings, landscape=False),
)
