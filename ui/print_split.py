"""How a week that is too full for one page goes on to the next: fewer days on each, then fewer entries."""

from dataclasses import replace

from PySide6.QtCore import QLocale, QRectF

from planner.sheet import WeekSheet
from ui.print_fit import LARGE_PRINT, WAYS, Plan, Way, first_fitting, plan_week
from ui.print_look import Look

SHORTEST_TITLE = 12
"""Lines to which the title is cut of an entry that has a whole page and is too long for it."""
SHARES = (7, 4, 3, 2, 1)
"""How many days a page has, as more pages are needed."""

Pages = tuple[tuple[WeekSheet, Plan], ...]


def plan_pages(area: QRectF, lower: QRectF, sheet: WeekSheet, locale: QLocale, look: Look) -> Pages:
    """What stands on each page: one that fills `area`, or several in `lower` with fewer days or entries.

    A day that has more than a page of its own goes on on the next.
    """
    ways: tuple[Way, ...] = LARGE_PRINT if look.large else WAYS
    if not look.writing:
        ways = tuple(dict.fromkeys(replace(way, foot=0) for way in ways))
    if not look.large:
        ways = (*ways, replace(ways[-1], breaking=True))  # rather than one more page
    for share in SHARES:
        parts = _by_days(sheet, share)
        if share == 1:
            break
        room = area if len(parts) == 1 else lower
        plans = [first_fitting(room, part, locale, ways) for part in parts]
        if all(plans):
            return tuple((p, plan) for p, plan in zip(parts, plans, strict=True) if plan)
    return tuple(page for part in parts for page in _day_by_day(lower, part, locale, ways))


def _day_by_day(area: QRectF, sheet: WeekSheet, locale: QLocale, ways: tuple[Way, ...]) -> Pages:
    """One day on as many pages as it takes; an entry too long for a page has its title shortened."""
    plan = first_fitting(area, sheet, locale, ways)
    (day,) = sheet.days
    if plan:
        return ((sheet, plan),)
    if len(day.lines) == 1:
        last = replace(ways[-1], title_lines=SHORTEST_TITLE)
        return ((sheet, plan_week(area, sheet, locale, (last,))),)
    middle = len(day.lines) // 2
    halves = (day.lines[:middle], day.lines[middle:])
    return tuple(
        page
        for lines in halves
        for page in _day_by_day(
            area, replace(sheet, days=(replace(day, lines=lines),)), locale, ways
        )
    )


def _by_days(sheet: WeekSheet, share: int) -> list[WeekSheet]:
    return [
        replace(sheet, days=sheet.days[n : n + share]) for n in range(0, len(sheet.days), share)
    ]
