"""Joins the journal and looking back to the window: what is edited with what, and how it goes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from planner import actions, reach_actions, thread_actions
from planner.actions import Action
from planner.model import JUST_KEPT, Entry, EntryId
from planner.reaches import Reach
from planner.remembered import Item, index, keep_moment
from planner.threads import Thread
from ui.journal_page import JournalPage
from ui.leaving import leave_on_second_esc
from ui.look_back_page import LookBackPage
from ui.main_window import MainWindow
from ui.moment_sheet import MomentSheet
from ui.month_joins import ask_month, into_month
from ui.over import is_asking
from ui.page import Page
from ui.reach_window import leave_quickly, me_of, notice
from ui.text import window as window_text
from ui.thread_window import mend

if TYPE_CHECKING:  # made late, as it loads what writes a PDF
    from ui.journal_export import ExportSheet


def journal(window: MainWindow) -> Page:
    """The journal, with everything it asks for joined to the window."""
    page = JournalPage(window.theme)
    page.edit_requested.connect(lambda item: edit(window, item))
    page.delete_requested.connect(lambda item: delete(window, item))
    page.entry_shown.connect(window.show_entry)
    page.moment_requested.connect(lambda: ask_moment(window))
    page.month_line_requested.connect(lambda item: into_month(window, item.value, item.day))
    page.month_requested.connect(lambda child: ask_month(window, child))
    page.export_requested.connect(lambda: export(window))
    page.retention_requested.connect(lambda: window.show_page("coming-back"))
    page.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    return Page(
        page,
        lambda h, now: page.show_household(h, now.date(), me_of(window)),
        page.set_theme,
        search=page.search,
    )


def look_back(window: MainWindow) -> Page:
    """The page that looks back, joined to the window."""
    page = LookBackPage(window.theme)
    page.entry_shown.connect(window.show_entry)
    page.print_requested.connect(lambda: print_looking_back(window, page.weeks))
    page.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    return Page(
        page,
        lambda h, now: page.show_household(h, now.date(), me_of(window)),
        page.set_theme,
    )


def print_looking_back(window: MainWindow, weeks: int | None) -> None:
    """Open the print window over what the page says of these weeks."""
    from ui.print_look_back import looked_back  # noqa: PLC0415  (loads the paper)
    from ui.print_window import print_week  # noqa: PLC0415  (loads the printers)

    today = window.now().date()
    looking = looked_back(window.session.household, weeks, today, me_of(window))
    print_week(window, looking=looking)


def export(window: MainWindow) -> "ExportSheet | None":
    """Open the sheet for the journal as a book; None where there is nothing, or another sheet is open."""
    from ui.journal_export import ExportSheet  # noqa: PLC0415  (loads what writes a PDF)

    household, me = window.session.household, me_of(window)
    items = index(household, me, lambda _: ())
    if not items or is_asking(window.body):
        return None
    sheet = ExportSheet(window.body, window.theme, household=household, items=items, me=me)
    sheet.told.connect(window.toast.show_words)
    sheet.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    sheet.open_sheet()
    return sheet


def edit(window: MainWindow, item: Item) -> None:
    """Open what this was written with."""
    value = item.value
    if isinstance(value, Reach):
        notice(window, value)
    elif isinstance(value, Thread):
        mend(window, thread=value)
    elif value.moment == JUST_KEPT:
        ask_moment(window, value)
    else:
        window.reflect(value)


def delete(window: MainWindow, item: Item) -> None:
    """Delete what is remembered, with the way back at the foot of the window."""
    if window.do(_deletion(item)):
        window.toast.show_words(window_text.DELETED, window_text.UNDO)


def _deletion(item: Item) -> Action:
    value = item.value
    if isinstance(value, Reach):
        return reach_actions.remove_reach(value)
    if isinstance(value, Thread):
        return thread_actions.remove_thread(value)
    if value.moment == JUST_KEPT or value.reflection is None:
        return actions.remove_entry(value)
    return actions.reflect(value, None)


def ask_moment(window: MainWindow, entry: Entry | None = None) -> MomentSheet | None:
    """Open the sheet for a new moment or one that is kept; None while another sheet is open."""
    if is_asking(window.body):
        return None
    held = window.held(entry) if entry else None
    sheet = MomentSheet(
        window.body,
        window.theme,
        household=window.session.household,
        now=window.now().replace(second=0, microsecond=0),
        me=me_of(window),
        entry=held,
    )

    def keep(made: Entry) -> None:
        made = made if held else replace(made, id=EntryId(window.new_id()))
        if window.do(keep_moment(made, held)):
            sheet.close_over()

    sheet.kept.connect(keep)
    sheet.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    sheet.open_sheet()
    return sheet
