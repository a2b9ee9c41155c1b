"""The short code on every sheet of paper, and what stood on the sheets that were printed last.

A code such as `48-F2-K` names the week (ISO 8601), the layout, which sheet of that kind it is, and
ends in a letter by which a slip in typing is noticed. The same content always has the same code, and a
code has one content: what is printed again after a change gets the next number. 0 is the number of a
sheet that nobody noted.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from planner.dates import WEEK_DAYS, week_start
from planner.model import HAPPENED, Entry, Household, PersonId, PrintedSheet
from planner.sheet import entries_on_paper

LETTERS = {"fridge": "F", "parts": "P", "hours": "H", "two-weeks": "T", "month": "M", "child": "C"}
"""The layouts that have a way back."""
CHECKS = "ABCDEFGHJKLMNPQRSTUVWXY"
"""Letters to check by: 23, a prime, without those that look like another sign."""
KEPT = 24
"""So many sheets are remembered: some two months where three are printed each week."""
_CODE = re.compile(r"(\d{1,2})([A-Z])(\d{1,2})([A-Z])")


def sheet_on_paper(
    household: Household,
    layout: str,
    first: date,
    days: int,
    only: PersonId | None = None,
    *,
    leave_out_done: bool = False,
) -> PrintedSheet:
    """The sheet as it would be printed now, not remembered.

    Its entries are without what is private, and of what became of them they have the tick. A month
    has only those of the month in which its seventh day lies.
    """
    month = (first + timedelta(days=WEEK_DAYS - 1)).month
    return PrintedSheet(
        code=code_of(layout, first, 0),
        layout=layout,
        first=first,
        days=days,
        only=only,
        rows=tuple(
            replace(
                entry,
                note="",
                why="",
                reflection=None,
                outcome="done" if entry.outcome in HAPPENED else "planned",
            )
            for entry in entries_on_paper(household, first, days, only)
            if not (leave_out_done and entry.outcome in HAPPENED)
            and (layout != "month" or entry.day.month == month)
        ),
    )


def coded(household: Household, sheet: PrintedSheet) -> PrintedSheet:
    """The sheet with its code: that of the same content, or the next number of its week and layout."""
    same = [
        held
        for held in household.printed
        if (held.layout, held.first) == (sheet.layout, sheet.first)
    ]
    for held in same:
        if (held.only, held.days, _content(held.rows)) == (
            sheet.only,
            sheet.days,
            _content(sheet.rows),
        ):
            return sheet._replace(code=held.code)
    number = 1 + max((_number(held.code) for held in same), default=0)
    return sheet._replace(code=code_of(sheet.layout, sheet.first, number))


def code_of(layout: str, first: date, number: int) -> str:
    """The code of a sheet; `number` is 0 where it will not be remembered."""
    week = _week_of(first)
    return f"{week:02}-{LETTERS[layout]}{number}-{_check(f'{week:02}{LETTERS[layout]}{number}')}"


def remembering(household: Household, sheets: Iterable[PrintedSheet], now: datetime) -> Household:
    """The household that knows that these sheets were printed now; the oldest give way."""
    new = {_key(sheet): sheet._replace(printed=now) for sheet in sheets}
    kept = [held for held in household.printed if _key(held) not in new]
    in_order = sorted((*kept, *new.values()), key=lambda held: (str(held.printed), held.code))
    return replace(household, printed=tuple(in_order[-KEPT:]))


def read(typed: str) -> str | None:
    """The code as it is printed, of one typed with or without dashes and capitals; None if it has a slip."""
    found = _CODE.fullmatch(re.sub(r"[^0-9A-Za-z]", "", typed).upper())
    if found is None or found[2] not in LETTERS.values():
        return None
    week, letter, number = int(found[1]), found[2], int(found[3])
    if not 1 <= week <= 53 or found[4] != _check(f"{week:02}{letter}{number}"):
        return None
    return f"{week:02}-{letter}{number}-{found[4]}"


def sheet_with(
    household: Household, code: str, *, today: date, first_weekday: int = 0
) -> PrintedSheet:
    """The sheet with this code (as `read` gives it): what was noted of it, else what is planned now."""
    held = [sheet for sheet in household.printed if sheet.code == code]
    if held:
        return held[-1]
    week, kind, _ = code.split("-")
    layout = next(name for name, letter in LETTERS.items() if letter == kind[0])
    return planned_sheet(household, layout, week_start(_monday(int(week), today), first_weekday))


def planned_sheet(household: Household, layout: str, first: date) -> PrintedSheet:
    """The usual sheet of that layout as it would be printed now, not remembered."""
    days = {"two-weeks": 2 * WEEK_DAYS, "month": 5 * WEEK_DAYS}.get(layout, WEEK_DAYS)
    return sheet_on_paper(household, layout, first, days)


def _monday(week: int, today: date) -> date:
    """The Monday of the week with this number that is nearest to today."""
    mondays = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            mondays.append(date.fromisocalendar(year, week, 1))
        except ValueError:  # only some years have a week 53
            continue
    return min(mondays, key=lambda monday: abs(monday - today))


def _week_of(first: date) -> int:
    """The number of the week whose most days begin with `first`."""
    return (first + timedelta(days=3)).isocalendar().week


def _number(code: str) -> int:
    return int(code.split("-")[1][1:])


def _check(signs: str) -> str:
    """A letter that another sign in any place, or two that changed places, would make another one."""
    total = sum((place + 2) * int(sign, 36) for place, sign in enumerate(signs))
    return CHECKS[total % len(CHECKS)]


def _key(sheet: PrintedSheet) -> tuple[str, date]:
    return sheet.code, sheet.first


def _content(rows: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What tells two sheets apart: a tick that was added since is no other sheet."""
    return tuple(replace(row, outcome="planned") for row in rows)
