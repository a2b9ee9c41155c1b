"""Opens the print window over the week or an activity, and the page that brings paper back into the week."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QLocale

from activities.model import Activity
from planner.fridge import Mark, Row, keep
from planner.model import EntryId, PersonId, PrintedSheet
from planner.month_pages import MonthPage
from planner.printed import remembering
from planner.sheet import week_sheet
from planner.storage import StorageError
from ui.fridge_page import FridgePage
from ui.main_window import MainWindow
from ui.paper import paper_for
from ui.preferring import keep as keep_preferences
from ui.print_command import activities_of, saying
from ui.print_dialog import PrintChoices, PrintDialog
from ui.print_jobs import Job, printed_of
from ui.print_look_back import LookedBack
from ui.text import actions as action_text
from ui.text import window as text

OF_ITS_OWN = ("activity", "dictionary", "look-back", "month-page")


def print_week(
    window: MainWindow,
    activity: Activity | None = None,
    *,
    words_of: PersonId | None = None,
    looking: LookedBack | None = None,
    month_page: MonthPage | None = None,
) -> None:
    """Open the print window over the week that is shown, an activity, or something of its own.

    Its choices come back the next time. What was printed or saved is remembered for the way back.
    """
    household, locale, catalogue = window.session.household, QLocale(), window.catalogue()
    sheet = week_sheet(household, window.first, say=saying(household, window.first, catalogue))
    placed = activities_of(household, window.first, catalogue)
    given = (activity, words_of, looking, month_page)
    dialog = PrintDialog(
        sheet,
        theme=window.theme,
        locale=locale,
        choices=_choices(locale, given),
        job=Job(
            sheet=sheet,
            household=household,
            person=words_of,
            looking=looking,
            month_page=month_page,
            activities=(activity,) if activity else placed,
            remembered=not window.store.database.read_only,
        ),
        remembered=window.preferences.printing,
        parent=window,
    )

    _join(window, dialog)
    dialog.resize(window.size() * 0.86)
    dialog.open()


def _join(window: MainWindow, dialog: PrintDialog) -> None:
    def to_fridge() -> None:
        dialog.reject()
        window.show_page("fridge")

    dialog.finished.connect(lambda _: keep_preferences(window, printing=dialog.remembered()))
    dialog.page_printed.connect(lambda: remember_sheets(window, dialog))
    dialog.page_saved.connect(lambda _path: remember_sheets(window, dialog))
    dialog.fridge_requested.connect(to_fridge)


def _choices(locale: QLocale, given: tuple[object, ...]) -> PrintChoices:
    """The usual choices, with the layout of the one thing that is given, in the order of `OF_ITS_OWN`."""
    usual = PrintChoices(paper=paper_for(locale))
    layout = next((name for name, of in zip(OF_ITS_OWN, given, strict=True) if of), "")
    return replace(usual, layout=layout, landscape=layout == "month-page") if layout else usual


def remember_sheets(window: MainWindow, dialog: PrintDialog) -> None:
    """Note what stands on the pages that were just printed or saved; that is no step to undo."""
    sheets = printed_of(dialog.job(), dialog.choices().layout)
    if not sheets or not dialog.job().remembered:
        return
    try:
        window.session.note(lambda household: remembering(household, sheets, window.now()))
    except StorageError as error:
        window.refuse(error)
        return
    dialog.show_household(window.session.household)


def make_fridge_page(window: MainWindow) -> FridgePage:
    """The page *From the fridge*, joined to the window."""
    page = FridgePage(window.theme)

    def keep_all(sheet: PrintedSheet, rows: tuple[Row, ...], marks: Mapping[EntryId, Mark]) -> None:
        action = keep(sheet, rows, marks, window.now(), by=window.preferences.me)
        if window.do(action):
            page.start_over()
            window.show_page("week")
            window.show_day(sheet.first)
            window.toast.show_words(action_text.sentence(action), text.UNDO)

    page.keep_requested.connect(keep_all)
    page.left.connect(lambda: window.show_page("week"))
    return page
