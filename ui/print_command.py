"""The week on paper from the command line: no window, no printer, no screen."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from activities.model import Catalogue
from planner.errors import PlannerError
from planner.model import Household
from planner.sheet import week_sheet
from planner.week import entries_between
from ui.paper import Paper, PrintError, paper_for
from ui.print_week import save_pdf


class NotPrintedError(PlannerError):
    """The page could not be saved; the message says why and what to do."""


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
    app = QGuiApplication.instance() or QGuiApplication(["kinweek"])
    locale = QLocale()
    sheet = week_sheet(household, first, say=saying(household, first, catalogue))
    try:
        save_pdf(out, sheet, paper=paper or paper_for(locale), landscape=landscape, locale=locale)
    except PrintError as error:
        raise NotPrintedError(str(error)) from error
    del app


def saying(household: Household, first: date, catalogue: Catalogue) -> str:
    """Words to try this week: from an activity of the week that happens, else of the whole library."""
    placed = [e.activity for e in entries_between(household, first) if e.activity]
    week = first.toordinal() // 7
    found = [a for a in (catalogue.get(i) for i in placed) if a is not None and a.say]
    chosen = found or [a for a in catalogue.published if a.say]
    if not chosen:
        return ""
    return min((s.words for s in chosen[week % len(chosen)].say), key=len)
