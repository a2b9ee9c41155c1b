"""Makes each page when it is first opened and joins what it asks for to the window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from activities.model import Activity
from planner import actions
from planner.dates import WEEK_DAYS
from planner.journal import again
from planner.model import HAPPENED, Entry, Household, Reflection
from planner.placing import entry_for
from ui import around_pages, family_joins, journal_joins, reach_joins
from ui.activities_page import ActivitiesPage
from ui.activity_files import export_activities, import_activities
from ui.around_pages import at_free_time
from ui.calendar_saving import save_calendar
from ui.data_page import DataPage
from ui.data_work import DataWork
from ui.drops import begin as begin_drag
from ui.first_run import FirstRun
from ui.help_page import HelpPage
from ui.main_window import MainWindow
from ui.page import Page
from ui.passphrase_work import PassphraseWork
from ui.reach_window import me_of
from ui.reflect_sheet import ReflectSheet
from ui.text.readers import KEPT_BY_OTHER
from ui.theme import Theme
from ui.today_page import TodayPage
from ui.why_page import WhyPage


def make(name: str, window: MainWindow) -> Page:
    """The page with this name, joined to the window."""
    return MAKERS[name](window)


def _today(window: MainWindow) -> Page:
    page = TodayPage(window.theme, window.catalogue)
    page.done_toggled.connect(window.toggle_done)
    page.reflect_requested.connect(window.reflect)
    page.entry_shown.connect(window.show_entry)
    page.week_requested.connect(lambda: window.show_page("week"))
    page.fridge_requested.connect(lambda: window.show_page("fridge"))
    strip = reach_joins.join_today(window)
    page.put_above(strip)

    def show(household: Household, now: datetime) -> None:
        reach_joins.show_today(window, strip, household, now)
        page.show_household(household, now)

    def set_theme(theme: Theme) -> None:
        strip.set_theme(theme)
        page.set_theme(theme)

    return Page(page, show, set_theme)


def _coming_back(window: MainWindow) -> Page:
    page = reach_joins.coming_back(window)
    return Page(
        page,
        lambda h, now: reach_joins.show_page(window, page, h, now),
        page.set_theme,
        lambda: page.dictionary.is_writing,
    )


def _fridge(window: MainWindow) -> Page:
    from ui.print_window import make_fridge_page  # noqa: PLC0415  (loads the printers)

    page = make_fridge_page(window)
    return Page(page, page.show_household, page.set_theme, lambda: page.is_writing)


def print_activity(window: MainWindow, activity: Activity) -> None:
    """Open the print window over this activity."""
    from ui.print_window import print_week  # noqa: PLC0415  (loads the printers)

    print_week(window, activity)


def _activities(window: MainWindow) -> Page:
    page = ActivitiesPage(window.theme, window.catalogue)
    page.add_requested.connect(lambda activity: plan_activity(window, activity))
    page.grid.drag_begun.connect(lambda activity: take_activity(window, page, activity))

    def block(activity: str, blocked: bool) -> None:  # noqa: FBT001
        wishes = window.session.household.wishes
        rest = wishes.blocked - {activity}
        window.do(
            actions.set_wishes(replace(wishes, blocked=rest | {activity} if blocked else rest))
        )

    def save(activity: Activity) -> None:
        if window.do(actions.save_activity(activity)):
            page.show_activity(activity.id)
            page.close_form()

    page.blocked_toggled.connect(block)
    page.print_requested.connect(lambda activity: print_activity(window, activity))
    page.activity_saved.connect(save)
    page.archive_toggled.connect(
        lambda activity, away: window.do(actions.archive_activity(activity, away=away))
    )
    page.export_requested.connect(lambda chosen: export_activities(window, chosen))
    page.import_requested.connect(lambda: import_activities(window, page))
    return Page(
        page,
        lambda h, now: page.show_household(h, now.date()),
        page.set_theme,
        lambda: page.is_writing,
        page.filters.search,
    )


def plan_activity(window: MainWindow, activity: Activity) -> None:
    """Open a new entry for this activity on the week, at the next time its people share."""
    household, first = window.session.household, max(window.now().date(), window.first)
    placed = at_free_time(window, entry_for(activity, household, first, 0), first, 2 * WEEK_DAYS)
    window.show_page("week")
    window.show_day(placed.day)
    window.week.write_new(placed)


def take_activity(window: MainWindow, page: ActivitiesPage, activity: Activity) -> None:
    """Take an activity in the hand: over "Week" in the sidebar the week comes up, to let it go there.

    Where it is let go nowhere, everything is shown as it was.
    """
    first = window.first
    entry = entry_for(activity, window.session.household, window.now().date(), 17 * 60)
    if not begin_drag(page.grid, entry):
        window.first = first
        window.show_page("activities")


def _why(window: MainWindow) -> Page:
    page = WhyPage(window.theme)
    page.help_requested.connect(lambda: window.show_page("help"))
    return Page(page, lambda _h, now: page.show_on(now.date()), page.set_theme)


def _help(window: MainWindow) -> Page:
    page = HelpPage(window.theme)
    page.left_quickly.connect(lambda: window.show_page("week"))
    return Page(page, lambda _h, now: page.show_on(now.date()), page.set_theme)


def _data(window: MainWindow) -> Page:
    page = DataPage(window.theme)
    work = DataWork(page, window)
    locks = PassphraseWork(page.passphrase, work, window)
    page.calendar_file_requested.connect(lambda: save_calendar(window))
    page.back_requested.connect(lambda: window.show_page("family"))

    def show() -> None:
        work.show()
        locks.show()

    return Page(page, lambda _h, _now: show(), page.set_theme)


def _first_run(window: MainWindow) -> Page:
    page = FirstRun(window.theme, window.now().date(), window.new_id)

    def start(household: Household) -> None:
        if window.do(actions.start_family(household)):
            window.show_page("week")

    page.finished.connect(start)
    page.sample_requested.connect(lambda: start(_sample(window)))
    return Page(page, lambda _h, _now: None, page.set_theme)


def _sample(window: MainWindow) -> Household:
    from planner.sample_private import sample_family  # noqa: PLC0415  (few families ask for it)

    return sample_family(window.now().date(), window.catalogue().activities)


MAKERS: dict[str, Callable[[MainWindow], Page]] = {
    "today": _today,
    "activities": _activities,
    "journal": journal_joins.journal,
    "look-back": journal_joins.look_back,
    "coming-back": _coming_back,
    "family": family_joins.family,
    "why": _why,
    "help": _help,
    "data": _data,
    "settings": around_pages.settings,
    "month": around_pages.month,
    "first-run": _first_run,
    "fridge": _fridge,
}


def make_reflect_sheet(window: MainWindow) -> ReflectSheet:
    """The sheet that asks how it was, over the whole window."""
    sheet = ReflectSheet(window.body, window.theme, lambda: me_of(window))

    def save(entry: Entry, reflection: Reflection) -> None:
        held = window.held(entry)
        by = held.reflection.by if held.reflection else me_of(window)
        reflection = replace(reflection, by=by)
        happened = held.outcome in HAPPENED or window.do(actions.set_outcome(held, "done"))
        if not (happened and window.do(actions.reflect(held, reflection))):
            sheet.keep_open()

    def delete(entry: Entry) -> None:
        if not window.do(actions.reflect(entry, None)):
            sheet.keep_open()

    sheet.saved.connect(save)
    sheet.deleted.connect(delete)
    sheet.withheld.connect(lambda: window.toast.show_words(KEPT_BY_OTHER))
    sheet.again_requested.connect(lambda e: window.add(again(e), turn=False))
    return sheet
