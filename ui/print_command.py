"""Printing from the command line: no window, no printer, no screen."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from activities.model import Activity, Catalogue
from planner.errors import PlannerError
from planner.model import Household, PersonId, PrintedSheet
from planner.preferences import Preferences
from planner.sheet import shared_entries, week_sheet
from ui.habits import take_habits
from ui.paper import Paper, PrintError, page_layout, page_rect, paper_for, save_pages
from ui.print_jobs import Job, printed_of
from ui.print_layouts import Layout, layout_named, pages_of, possible
from ui.print_look import Inks, Look
from ui.text import printing as text
from ui.theme import light

USUAL = Preferences()


class NotPrintedError(PlannerError):
    """The page could not be saved; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asks for. None for what is usual; `person` is a name as the family says it."""

    layout: str = "fridge"
    paper: Paper | None = None
    landscape: bool | None = None
    inks: Inks = "colour"
    large: bool = False
    writing: bool = True
    person: str = ""
    activity: str = ""
    leave_out_done: bool = False
    remembered: bool = False
    """Whether somebody will note what was printed, so that it can bear a code of its own."""
    preferences: Preferences = USUAL
    """By which clock times are written."""


def save_week(
    household: Household,
    first: date,
    catalogue: Catalogue,
    out: Path,
    paper: Paper | None,
    *,
    landscape: bool,
) -> None:
    """Write the seven days from `first` to `out`, whole or not at all. NotPrintedError otherwise."""
    save_order(household, first, catalogue, out, Order(paper=paper, landscape=landscape))


def save_order(
    household: Household, first: date, catalogue: Catalogue, out: Path, order: Order
) -> tuple[PrintedSheet, ...]:
    """Write what was ordered as a PDF to `out`, whole or not at all; what to remember of it.

    NotPrintedError where it cannot be written.
    """
    app = QGuiApplication.instance() or QGuiApplication(["kinweek"])
    take_habits(order.preferences)
    locale = QLocale()
    layout, job = _job(household, first, catalogue, order)
    landscape = layout.landscape if order.landscape is None else order.landscape
    paged = page_layout(order.paper or paper_for(locale), landscape=landscape)
    look = look_of(order.inks, large=order.large, writing=order.writing)
    pages = pages_of(layout, job, page_rect(paged), locale, look)
    if not pages:
        raise NotPrintedError(text.NOTHING)
    try:
        save_pages(out, paged, pages, title=title_of(layout, job, locale), locale=locale)
    except PrintError as error:
        raise NotPrintedError(str(error)) from error
    del app
    return printed_of(job, order.layout) if order.remembered else ()


def look_of(inks: Inks, *, large: bool, writing: bool) -> Look:
    """The look with the colours that are made for paper, which are those of the light theme."""
    theme = light()
    return Look(
        inks=inks,
        colours={pathway: hue.main for pathway, hue in theme.pathways.items() if pathway},
        people=theme.people,
        large=large,
        writing=writing,
    )


def title_of(layout: Layout, job: Job, locale: QLocale) -> str:
    """What a PDF reader shows above the pages."""
    sheet = layout.sheets(job)[0] if layout.sheets else job.sheet
    name = text.TITLE if layout.id == "fridge" else layout.name
    return text.titled(name, text.dates(sheet.days[0].day, sheet.days[-1].day, locale))


def activities_of(household: Household, first: date, catalogue: Catalogue) -> tuple[Activity, ...]:
    """The activities of the library that everybody may see in the seven days from `first`, each once."""
    placed = dict.fromkeys(e.activity for e in shared_entries(household, first) if e.activity)
    return tuple(a for a in map(catalogue.get, placed) if a is not None)


def saying(household: Household, first: date, catalogue: Catalogue) -> str:
    """Words to try this week: from an activity of the week that happens, else of the whole library."""
    week = first.toordinal() // 7
    found = [a for a in activities_of(household, first, catalogue) if a.say]
    chosen = found or [a for a in catalogue.published if a.say]
    if not chosen:
        return ""
    return min((s.words for s in chosen[week % len(chosen)].say), key=len)


def _job(
    household: Household, first: date, catalogue: Catalogue, order: Order
) -> tuple[Layout, Job]:
    layout = layout_named(order.layout)
    activities = activities_of(household, first, catalogue)
    if order.activity:
        named = catalogue.get(order.activity)
        if named is None:
            raise NotPrintedError(text.no_such_activity(order.activity))
        activities = (named,)
    job = Job(
        sheet=week_sheet(household, first, say=saying(household, first, catalogue)),
        household=household,
        person=_person(household, order.person),
        activities=activities,
        leave_out_done=order.leave_out_done,
        remembered=order.remembered,
    )
    if not possible(layout, job):
        raise NotPrintedError(text.lacking(layout.needs))
    return layout, job


def _person(household: Household, name: str) -> PersonId | None:
    if not name:
        return None
    for person in household.people:
        if name.casefold() in {person.name.casefold(), person.called.casefold()}:
            return person.id
    raise NotPrintedError(text.no_such_person(name))
