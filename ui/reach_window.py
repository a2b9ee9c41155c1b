"""Joins what a parent notices to the window: the sheet, what it keeps, and the way out of it."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from planner import reach_actions
from planner.dates import week_start
from planner.model import Entry, EntryId, Household, PersonId, ReachId
from planner.reach_times import MINUTES, return_time
from planner.reaches import Reach, deserves_a_word
from planner.week import entries_between
from ui.leaving import leave_on_second_esc
from ui.main_window import MainWindow
from ui.over import Over, is_asking
from ui.reach_sheet import Kept, ReachSheet
from ui.text import reach as text
from ui.text import window as window_text

FAR_AHEAD = 520
"""Weeks: a family with something in every week of ten years is shown the last of them."""


def me_of(window: MainWindow) -> PersonId | None:
    """Who sits here, if somebody said so."""
    chosen, grown_ups = window.preferences.me, window.session.household.grown_ups
    if any(person.id == chosen for person in grown_ups):
        return chosen
    return grown_ups[0].id if len(grown_ups) == 1 else None


def notice(window: MainWindow, reach: Reach | None = None) -> ReachSheet | None:
    """Open the sheet for a new reach, or for one kept before; None where there is no child."""
    household = window.session.household
    if not household.children or is_asking(window.body):
        return None
    sheet = ReachSheet(
        window.body,
        window.theme,
        household=household,
        now=window.now().replace(second=0, microsecond=0),
        chance=Random(window.new_id()),  # noqa: S311  (no secret: the order of eight buttons)
        me=me_of(window),
        reach=reach,
    )
    sheet.kept.connect(lambda kept: keep(window, sheet, kept))
    sheet.mend_requested.connect(lambda kept: _mend(window, sheet, kept))
    sheet.help_requested.connect(lambda: to_help(window, sheet))
    sheet.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    sheet.open_sheet()
    return sheet


def keep(window: MainWindow, sheet: ReachSheet, kept: Kept) -> Reach | None:
    """Keep the reach and what goes back to it, as one step; None where it could not be saved."""
    household = window.session.household
    reach = kept.reach if kept.reach.id else replace(kept.reach, id=ReachId(window.new_id()))
    reach = replace(reach, let_be=reach.let_be or kept.back == "let-be")
    entry = None
    if kept.back in {"tonight", "tomorrow", "weekend"}:
        entry = return_entry(window, household, reach, kept.back, kept.say)
    if not window.do(reach_actions.keep_reach(reach, entry)):
        return None
    sheet.close_over()
    words = []
    if deserves_a_word(reach, window.session.household.reaches):
        words.append(text.KIND_WORD)
    if entry is not None:
        words.append(text.planned(entry.day, entry.start))
    window.toast.show_words(" ".join(words or [text.KEPT]), window_text.UNDO)
    return reach


def return_entry(
    window: MainWindow, household: Household, reach: Reach, when: str, say: str
) -> Entry:
    """Ten minutes for the two, with the sentence as its note. Its title says nothing of why."""
    child = household.person(reach.child)
    assert child is not None
    grown_up = reach.by or next((g.id for g in household.grown_ups), None)
    people = (child.id, grown_up) if grown_up else (child.id,)
    day, start = return_time(household, people, when, window.now())  # type: ignore[arg-type]
    return Entry(
        id=EntryId(window.new_id()),
        day=day,
        start=start,
        minutes=MINUTES,
        title=text.return_title(child),
        people=people,
        pathway="reach",
        note=say,
        only_for=reach.by if reach.readers == "me" else None,
    )


def leave_quickly(window: MainWindow) -> None:
    """Show a week with nothing in it, at once, and no word of what was there."""
    window.toast.hide()
    window.show_page("week")
    window.week.choose(None)
    window.show_day(empty_week(window.session.household, window.now().date()))


def empty_week(household: Household, today: date) -> date:
    """The first day of a week to come in which nothing is planned."""
    first = week_start(today, 0) + timedelta(days=7)
    for _ in range(FAR_AHEAD):
        if not entries_between(household, first):
            break
        first += timedelta(days=7)
    return first


def to_help(window: MainWindow, sheet: Over) -> None:
    """Close the sheet with everything in it and open the page that says where to turn."""
    sheet.close_over()
    window.show_page("help")


def _mend(window: MainWindow, sheet: ReachSheet, kept: Kept) -> None:
    from ui import thread_window  # noqa: PLC0415  (few reaches lead there)

    thread_window.keep_and_mend(window, sheet, kept)
