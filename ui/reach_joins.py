"""Joins the page for coming back, and what of it stands on Today, to the window."""

from dataclasses import replace
from datetime import date, datetime

from planner import actions, dictionary, reach_actions, thread_actions
from planner.dictionary import Sign
from planner.harm import speaks_of_harm
from planner.model import HAPPENED, Entry, Household, Person, SignId
from planner.reaches import Reach
from planner.threads import Answer, Thread
from ui.coming_today import ComingToday
from ui.leaving import leave_on_second_esc
from ui.main_window import MainWindow
from ui.reach_page import ComingBackPage
from ui.reach_window import leave_quickly, me_of, notice, return_entry
from ui.text import thread as thread_text
from ui.text import window as window_text
from ui.thread_window import mend


def coming_back(window: MainWindow) -> ComingBackPage:
    """The page, with everything it asks for joined to the window."""
    page = ComingBackPage(window.theme)
    page.notice_requested.connect(lambda: notice(window))
    page.mend_requested.connect(lambda: mend(window))
    page.left_quickly.connect(lambda: leave_quickly(window))
    page.escaped.connect(lambda: leave_on_second_esc(window, lambda: leave_quickly(window)))
    _join_reaches(window, page)
    page.mending.go_on_requested.connect(lambda thread: mend(window, thread=thread))
    page.mending.answered.connect(lambda t, a, again: answer(window, t, a, again=again))
    page.mending.month_requested.connect(lambda t: _into_month(window, t, t.happened.date()))
    page.dictionary.month_requested.connect(lambda s: _into_month(window, s, s.updated))
    page.mending.words_deleted.connect(lambda t: window.do(thread_actions.forget_words(t)))
    page.mending.removed.connect(lambda t: _do_spoken(window, thread_actions.remove_thread(t)))
    page.dictionary.kept.connect(lambda sign: _keep_sign(window, sign))
    page.dictionary.renewed.connect(
        lambda sign: window.do(dictionary.renew_sign(sign, window.now().date()))
    )
    page.dictionary.removed.connect(lambda s: _do_spoken(window, dictionary.remove_sign(s)))
    page.dictionary.print_requested.connect(lambda child: _print(window, child))
    return page


def _join_reaches(window: MainWindow, page: ComingBackPage) -> None:
    view = page.reaches
    view.edit_requested.connect(lambda reach: notice(window, reach))
    view.removed.connect(lambda reach: _do_spoken(window, reach_actions.remove_reach(reach)))
    view.back_requested.connect(lambda reach, when: go_back(window, reach, when))
    view.done_requested.connect(lambda entry: done(window, entry))
    view.entry_shown.connect(window.show_entry)
    view.help_requested.connect(lambda: window.show_page("help"))
    view.months_chosen.connect(lambda months: _keep_for(window, months))


def _do_spoken(window: MainWindow, action: actions.Action) -> None:
    """Do it, and offer the way back at the foot of the window."""
    if window.do(action):
        window.toast.show_words(window_text.DELETED, window_text.UNDO)


def go_back(window: MainWindow, reach: Reach, when: str) -> None:
    """Plan to go back to a reach, or let it be."""
    if when == "let-be":
        window.do(reach_actions.let_reach_be(reach))
        return
    household = window.session.household
    child = household.person(reach.child)
    words = saying_of(child, reach, window.now()) if child else ""
    entry = return_entry(window, household, reach, when, words)
    window.do(reach_actions.plan_return(reach, entry))


def saying_of(child: Person, reach: Reach, now: datetime) -> str:
    """The first sentence that fits this reach and the child's age; none where harm is spoken of."""
    from planner.start import age_of  # noqa: PLC0415
    from ui.text.reach_say import sentences  # noqa: PLC0415

    if speaks_of_harm(reach.line):
        return ""
    shape = reach.shape[0] if reach.shape else "other"
    snapped = "snapped" in reach.response
    return sentences(shape, age_of(child, now.date()), snapped=snapped)[0]


def done(window: MainWindow, entry: Entry) -> None:
    if window.held(entry).outcome not in HAPPENED:
        window.do(actions.set_outcome(entry, "done"))


def answer(window: MainWindow, thread: Thread, chosen: Answer, *, again: bool) -> None:
    """Keep the answer to the question of the day; offer to delete the words of what is mended."""
    today = window.now().date()
    if not window.do(thread_actions.answer_check(thread, chosen, today, again=again)):
        return
    if chosen == "mended" and thread.has_words:
        window.toast.show_words(thread_text.MENDED_HINT)


def _keep_for(window: MainWindow, months: int) -> None:
    wishes = replace(window.session.household.wishes, keep_reaches=months)
    window.do(actions.set_wishes(wishes))
    tidy(window)


def tidy(window: MainWindow) -> None:
    """Let go of what was kept long enough, as the family chose; nothing happens where nothing is old."""
    window.do(reach_actions.tidy_reaches(window.now().date()))


def _into_month(window: MainWindow, value: Thread | Sign, day: date) -> None:
    from ui.month_joins import into_month  # noqa: PLC0415  (a page a month)

    into_month(window, value, day)


def _keep_sign(window: MainWindow, sign: Sign) -> None:
    kept = sign if sign.id else replace(sign, id=SignId(window.new_id()))
    window.do(dictionary.keep_sign(kept))


def _print(window: MainWindow, child: Person) -> None:
    from ui.print_window import print_week  # noqa: PLC0415  (loads the printers)

    print_week(window, words_of=child.id)


def join_today(window: MainWindow) -> ComingToday:
    """What stands above Today's list: the button, the questions of the day, what is open."""
    strip = ComingToday(window.theme)
    strip.notice_requested.connect(lambda: notice(window))
    strip.answered.connect(lambda t, a, again: answer(window, t, a, again=again))
    strip.page_requested.connect(lambda: window.show_page("coming-back"))
    return strip


def show_today(window: MainWindow, strip: ComingToday, household: Household, now: datetime) -> None:
    strip.show_household(household, now, me_of(window))


def show_page(
    window: MainWindow, page: ComingBackPage, household: Household, now: datetime
) -> None:
    page.show_household(household, now, me_of(window))
