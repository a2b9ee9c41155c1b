"""Joins a child's month to the window: its sheet, one-click lines, and its page on paper."""

from datetime import date

from planner.dictionary import Sign
from planner.model import Entry, MonthPageId, Person, PersonId
from planner.month_pages import (
    MOST,
    MonthPage,
    keep_page,
    not_this_month,
    page_of,
    told_in,
    with_line,
)
from planner.remembered import index
from planner.threads import Thread
from ui.leaving import leave_on_second_esc
from ui.main_window import MainWindow
from ui.month_sheet import MonthSheet, line_of
from ui.over import is_asking
from ui.reach_window import leave_quickly, me_of
from ui.text import month_page as text
from ui.text import window as window_text


def ask_month(window: MainWindow, child: Person, month: date | None = None) -> MonthSheet | None:
    """Open the page of this child's month, the present one at first; None while a sheet is open."""
    if is_asking(window.body):
        return None
    household, today = window.session.household, window.now().date()
    month = (month or today).replace(day=1)
    sheet = MonthSheet(
        window.body,
        window.theme,
        page=page_for(window, child.id, month),
        child=child,
        household=household,
        told=told_in(index(household, me_of(window), lambda _: ()), child.id, month),
        today=today,
    )

    def keep(page: MonthPage) -> None:
        if window.do(keep_page(page)):
            sheet.close_over()

    def refuse(page: MonthPage) -> None:
        if window.do(not_this_month(page)):
            sheet.close_over()
            window.toast.show_words(text.NOTHING_KEPT, window_text.UNDO)

    def turn(month: date) -> None:
        sheet.close_over()
        ask_month(window, child, month)

    sheet.turned.connect(turn)
    sheet.kept.connect(keep)
    sheet.struck.connect(lambda page: window.do(keep_page(page)))
    sheet.refused.connect(refuse)
    sheet.print_requested.connect(lambda page: print_page(window, page))
    sheet.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    sheet.open_sheet()
    return sheet


def page_for(window: MainWindow, child: PersonId, month: date) -> MonthPage:
    """The page that is kept, or a new one without a line."""
    found = page_of(window.session.household, child, month)
    return found or MonthPage(id=MonthPageId(window.new_id()), child=child, month=month)


def into_month(window: MainWindow, value: Entry | Thread | Sign, day: date) -> None:
    """Put a line for this into the month of every child it is about, with the way back."""
    household = window.session.household
    people = (
        (value.child,)
        if isinstance(value, Sign)
        else (*value.who, *value.hurt)
        if isinstance(value, Thread)
        else value.people
    )
    for child in (c for c in household.children if c.id in people):
        page = page_for(window, child.id, day.replace(day=1))
        if len(page.lines) >= MOST:
            window.toast.show_words(text.FULL)
        elif window.do(keep_page(with_line(page, line_of(value, household)))):
            window.toast.show_words(text.kept(child), window_text.UNDO)


def print_page(window: MainWindow, page: MonthPage) -> None:
    """Open the print window over the folded page."""
    from ui.print_window import print_week  # noqa: PLC0415  (loads the printers)

    print_week(window, month_page=page)
