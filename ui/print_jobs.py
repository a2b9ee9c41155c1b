"""What is to be printed: the week, of whom, which activities; and what then stands on each sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from activities.model import Activity
from planner.dates import WEEK_DAYS, week_start
from planner.model import Household, Person, PersonId, PrintedSheet, Role
from planner.month_pages import MonthPage
from planner.printed import coded, sheet_on_paper
from planner.sheet import WeekSheet, week_sheet, without_done
from ui.print_look_back import LookedBack
from ui.text.common import spoken_name

TWO_WEEKS = 2 * WEEK_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be printed: the week shown, the family it is of, one person or all, activities.

    Without `household` only what needs nothing but the week can be printed. What is not `remembered`
    when it is printed bears a code that says so.
    """

    sheet: WeekSheet
    household: Household | None = None
    person: PersonId | None = None
    activities: tuple[Activity, ...] = ()
    leave_out_done: bool = False
    remembered: bool = True
    looking: LookedBack | None = None
    """What looking back says, where that is to be printed."""
    month_page: MonthPage | None = None
    """A child's month, where that is to be printed."""

    @property
    def first(self) -> date:
        return self.sheet.days[0].day


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one sheet shows: so many days, of everybody or of one person."""

    first: date
    days: int = WEEK_DAYS
    only: Person | None = None


def people_of(job: Job, role: Role) -> tuple[Person, ...]:
    """The person of the job, or all of that role."""
    if job.household is None:
        return ()
    of_role = tuple(p for p in job.household.people if p.role == role)
    chosen = tuple(p for p in of_role if p.id == job.person)
    return chosen or of_role


def _week(job: Job) -> tuple[Part, ...]:
    return (Part(first=job.first),)


def _two_weeks(job: Job) -> tuple[Part, ...]:
    return (Part(first=job.first, days=TWO_WEEKS),)


def _month(job: Job) -> tuple[Part, ...]:
    """The weeks that share a day with the month of the week's middle."""
    middle = job.sheet.days[WEEK_DAYS // 2].day
    first = week_start(middle.replace(day=1), job.first.weekday())
    next_month = (middle.replace(day=28) + timedelta(days=4)).replace(day=1)
    return (Part(first=first, days=-(-(next_month - first).days // WEEK_DAYS) * WEEK_DAYS),)


def _children(job: Job) -> tuple[Part, ...]:
    return tuple(Part(first=job.first, only=child) for child in people_of(job, "child"))


PARTS: Mapping[str, Callable[[Job], tuple[Part, ...]]] = {
    "fridge": _week,
    "parts": _week,
    "hours": _week,
    "two-weeks": _two_weeks,
    "month": _month,
    "child": _children,
}
"""The layouts that show entries, and which days each sheet has."""


def printed_of(job: Job, layout: str) -> tuple[PrintedSheet, ...]:
    """What to remember of these sheets once they are printed, each with its code."""
    sheets: list[PrintedSheet] = []
    household = job.household
    if household is None:
        return ()
    for part in PARTS[layout](job) if layout in PARTS else ():
        sheet = sheet_on_paper(
            household,
            layout,
            part.first,
            part.days,
            part.only.id if part.only else None,
            leave_out_done=job.leave_out_done,
        )
        if job.remembered:
            known = replace(household, printed=(*household.printed, *sheets))
            sheet = coded(known, sheet)
        sheets.append(sheet)
    return tuple(sheets)


def sheets_of(job: Job, layout: str) -> tuple[WeekSheet, ...]:
    """The sheets themselves, as they may hang on a fridge, each with its code."""
    if job.household is None:
        return (_less(job, job.sheet),)
    return tuple(
        _less(job, _sheet(job.household, part, job.sheet.say, printed.code))
        for part, printed in zip(PARTS[layout](job), printed_of(job, layout), strict=True)
    )


def _sheet(household: Household, part: Part, say: str, code: str) -> WeekSheet:
    only, whose = (part.only.id, spoken_name(part.only)) if part.only else (None, "")
    made = week_sheet(household, part.first, say=say, days=part.days, only=only)
    return replace(made, code=code, whose=whose)


def _less(job: Job, sheet: WeekSheet) -> WeekSheet:
    return without_done(sheet) if job.leave_out_done else sheet
