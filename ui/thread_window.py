"""Joins the Mending Thread to the window: its sheet, what it keeps and puts into the week."""

from dataclasses import replace

from planner import thread_actions
from planner.model import Entry, EntryId, Household
from planner.reach_times import MINUTES, When, return_time
from planner.reaches import Reach
from planner.threads import Thread
from ui.leaving import leave_on_second_esc
from ui.main_window import MainWindow
from ui.over import is_asking
from ui.reach_sheet import Kept, ReachSheet
from ui.reach_window import keep as keep_reach
from ui.reach_window import leave_quickly, me_of, to_help
from ui.text import thread as text
from ui.text import window as window_text
from ui.thread_sheet import Mended, ThreadSheet, new_thread


def mend(
    window: MainWindow, *, reach: Reach | None = None, thread: Thread | None = None
) -> ThreadSheet | None:
    """Open the sheet for a new thread, for a reach that was answered badly, or to go on with one.

    None while another sheet is open.
    """
    if is_asking(window.body):
        return None
    now = window.now().replace(second=0, microsecond=0)
    begun = thread or new_thread(window.new_id(), who=me_of(window), reach=reach, now=now)
    sheet = ThreadSheet(
        window.body, window.theme, thread=begun, household=window.session.household, now=now
    )
    sheet.kept.connect(lambda mended: keep(window, sheet, mended))
    sheet.help_requested.connect(lambda: to_help(window, sheet))
    sheet.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    sheet.open_sheet()
    return sheet


def keep_and_mend(window: MainWindow, sheet: ReachSheet, kept: Kept) -> None:
    """Keep a reach and go on to mending it."""
    reach = keep_reach(window, sheet, kept)
    if reach is not None:
        mend(window, reach=reach)


def keep(window: MainWindow, sheet: ThreadSheet, mended: Mended) -> None:
    """Keep the thread with what it puts into the week, as one step."""
    thread, household = mended.thread, window.session.household
    entries = []
    if mended.when_amends and thread.amends:
        entries.append(_entry(window, household, thread, mended.when_amends, thread.amends))
    if mended.when_plan and thread.if_this and thread.then_that:
        words = text.plan(thread.if_this, thread.then_that)
        entries.append(_entry(window, household, thread, mended.when_plan, words))
    if len(entries) == 2 and entries[0].day == entries[1].day:
        entries[1] = replace(entries[1], start=max(entries[1].start, entries[0].end))
    if window.do(thread_actions.keep_thread(thread, *entries)):
        sheet.close_over()
        window.toast.show_words(text.KEPT, window_text.UNDO)


def _entry(window: MainWindow, household: Household, thread: Thread, when: str, note: str) -> Entry:
    people = (*thread.hurt, *thread.who)
    chosen: dict[str, When] = {
        "tonight": "tonight", "tomorrow": "tomorrow", "weekend": "weekend",
    }  # fmt: skip
    day, start = return_time(household, people, chosen[when], window.now())
    return Entry(
        id=EntryId(window.new_id()),
        day=day,
        start=start,
        minutes=MINUTES,
        title=text.card_title(household, thread.hurt),
        people=people,
        pathway="stay-close",
        note=note,
    )
