"""What leads from the week to others: going to a day, the month, search. Joined after the first paint."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from planner.dates import days_from
from planner.finding import index
from planner.model import DAY_MINUTES, Entry
from planner.week import entries_between
from planner.whole_days import whole_days
from ui import copying
from ui.announce import describe_days
from ui.edit_menu import NATIVE, join_edit_menu, open_menu
from ui.finder import Finder
from ui.go_to import GoTo
from ui.month_page import MonthPage
from ui.reminding import begin_reminding
from ui.resting import Rest
from ui.shortcuts import add_key
from ui.text import copying as copying_text
from ui.text import finding as finding_text
from ui.text import going as text
from ui.week_drag import slot_of

if TYPE_CHECKING:  # the window joins itself
    from ui.main_window import MainWindow


def join(window: "MainWindow", *, keys: bool) -> None:
    """Join the heading and its menu; `keys` once, as they belong to the window and not to the page."""
    header, menu = window.week.header, window.week.header.more.menu_of_week
    header.go_to_requested.connect(lambda: open_go_to(window))
    rest = Rest(header, (header.go_to, lambda: open_month(window, shown_day(window))))
    header.drag_moved.connect(rest.follow)
    header.drag_left.connect(rest.leave)
    steps: tuple[tuple[str, str, Callable[[], object]], ...] = (
        (text.GO_TO, "Ctrl+G", lambda: open_go_to(window)),
        (finding_text.SEARCH, "Ctrl+K", lambda: open_finder(window)),
        (text.WHOLE_MONTH, "Ctrl+Shift+M", lambda: open_month(window, shown_day(window))),
        (copying_text.COPY, "", lambda: copying.open_copy(window)),
        (copying_text.KEEP, "", lambda: copying.open_keep(window)),
        (copying_text.LAY, "", lambda: copying.open_patterns(window)),
    )
    for words, shortcut, step in steps:
        chosen = menu.addAction(words)
        chosen.triggered.connect(lambda _=False, s=step: s())
        if shortcut:
            chosen.setText(f"{words}\t{QKeySequence(shortcut).toString(NATIVE)}")
        if shortcut and keys:
            add_key(window, shortcut, step)
    join_edit_menu(window, menu)
    header.more.setToolTip(f"{header.more.accessibleName()} (F10)")
    offer_search(window, window.week)
    describe_days(window.week.grid)
    window.week.week_shown.connect(lambda grid=window.week.grid: describe_days(grid))
    header.print.setToolTip(QKeySequence(PRINT).toString(NATIVE))
    if keys:
        QShortcut(QKeySequence(PRINT), window).activated.connect(lambda: print_page(window))
        add_key(window, "F10", lambda: open_menu(window))
        begin_reminding(window)


PRINT = QKeySequence.StandardKey.Print
PRINTING = {"week": "header.print", "activities": "panel.print", "look-back": "print"}
"""Where a page has its button for printing."""


def print_page(window: "MainWindow") -> None:
    """Open the print window over what is shown, where that can be printed."""
    if window.page in PRINTING:
        attrgetter(PRINTING[window.page])(window.pages.currentWidget()).click()


def open_go_to(window: "MainWindow") -> GoTo:
    """The sheet for going to a day, below the heading."""
    household = window.session.household

    def counts(days: tuple[date, ...]) -> Counter[date]:
        whole = whole_days(household, days[0], len(days))
        timed = entries_between(household, days[0], len(days))
        found = Counter(day for e in whole for day in days_from(e.day, e.days))
        return found + Counter(e.day for e in timed if not e.all_day)

    sheet = GoTo(window, window.theme, counts)
    sheet.day_picked.connect(lambda day: turn_to(window, day))
    sheet.month_requested.connect(lambda day: open_month(window, day))
    header = window.week.header
    below = header.go_to if window.page == "week" else window.pages
    corner = QPoint(0, below.height() if window.page == "week" else 0)
    sheet.open_at(below.mapToGlobal(corner), shown_day(window), window.now().date())
    return sheet


def offer_search(window: "MainWindow", page: QWidget) -> None:
    """Let Ctrl+F search every week while this page is shown; others have a search of their own."""
    QShortcut(QKeySequence("Ctrl+F"), page).activated.connect(lambda: open_finder(window))


def open_finder(window: "MainWindow") -> Finder:
    """The search over all weeks."""
    household, today, me = window.session.household, window.now().date(), window.preferences.me
    sheet = Finder(window, window.theme, household, lambda: index(household, today, me), today, me)
    sheet.entry_picked.connect(lambda entry: show_found(window, entry))
    sheet.open_over(window)
    return sheet


def show_found(window: "MainWindow", entry: Entry) -> None:
    """Turn to what was found, with it chosen; of what a calendar has, its time is."""
    if entry.id:
        window.week.grid.select(None)
        window.show_entry(entry)
        return
    turn_to(window, entry.day)
    window.week.choose(None)
    window.week.scroll_to(entry)
    slot = slot_of(entry, window.first)
    window.week.grid.select(slot._replace(minutes=min(slot.minutes, DAY_MINUTES - slot.start)))


def shown_day(window: "MainWindow") -> date:
    """The day to begin from: of the chosen entry, today if it is on the week, else the week's first."""
    if window.week.chosen is not None:
        return window.week.chosen.day
    today = window.now().date()
    return today if 0 <= (today - window.first).days < 7 else window.first


def turn_to(window: "MainWindow", day: date) -> None:
    """Show the week of this day, from whatever page."""
    window.show_page("week")
    window.show_day(day)
    window.week.grid.setFocus()


def open_month(window: "MainWindow", day: date) -> None:
    """Show the month of this day, with the day chosen."""
    window.show_page("month")
    page = window.pages.currentWidget()
    assert isinstance(page, MonthPage)
    page.choose(day)
    page.grid.take_focus()
