"""Joins what is asked for on the Family page to the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from planner import actions
from planner.actions import Action
from planner.model import Busy, Household, Rota
from planner.removed import Removed, bring_back, forget_removed
from ui.calendar_taking import do_with_calendar
from ui.family_page import FamilyPage
from ui.main_window import MainWindow
from ui.page import Page
from ui.person_removal import ask_removal
from ui.ritual_changes import do_with_ritual


def family(window: MainWindow) -> Page:
    """The page, with everything it asks for joined to the window."""
    page = FamilyPage(window.theme, window.new_id, window.catalogue)

    def tell(action: Action) -> None:
        """Do it, or show again what is stored: nothing looks saved that is not."""
        if not window.do(action):
            page.show_household(window.session.household, window.now().date())

    page.person_changed.connect(lambda p: tell(actions.set_person(p)))
    page.person_removed.connect(lambda p: ask_removal(window, p, tell))
    page.removed_wished.connect(lambda wish, r: _do_with_removed(page, wish, r, tell))
    page.busy_removed.connect(lambda b: tell(actions.remove_busy(b)))
    page.moments_changed.connect(lambda m: tell(actions.set_moments(m)))
    page.wishes_changed.connect(lambda w: tell(actions.set_wishes(w)))
    page.calendar_wished.connect(lambda wish, c: do_with_calendar(window, wish, c))
    page.ritual_wished.connect(lambda wish, value: do_with_ritual(window, wish, value))
    _join_forms(window, page)

    def start_over() -> None:
        if window.do(actions.start_family(Household())):
            window.show_page("first-run")

    page.start_over_requested.connect(start_over)
    page.data_requested.connect(lambda: window.show_page("data"))
    page.settings_requested.connect(lambda: window.show_page("settings"))
    return Page(
        page,
        lambda h, now: page.show_household(h, now.date()),
        page.set_theme,
        lambda: page.is_writing,
    )


def _do_with_removed(
    page: FamilyPage, wish: str, removed: Removed, tell: Callable[[Action], None]
) -> None:
    """`back` or `forget`; the keys go on from whoever is there again, or from the buttons below."""
    tell(bring_back(removed) if wish == "back" else forget_removed(removed))
    row = page.people.rows.get(removed.person.id)
    (row.name if row else page.people.add_child).setFocus(Qt.FocusReason.OtherFocusReason)


def _join_forms(window: MainWindow, page: FamilyPage) -> None:
    """Busy times and shifts: a form stays open where the disk refuses."""

    def set_busy(busy: Busy) -> None:
        if not window.do(actions.set_busy(busy)):
            page.busy.keep_open()

    def set_rota(rota: Rota, name: str) -> None:
        if not window.do(actions.set_rota(rota, name)):
            page.rotas.keep_open()

    page.busy_changed.connect(set_busy)
    page.rota_changed.connect(set_rota)
    page.rota_removed.connect(lambda r, name: window.do(actions.remove_rota(r, name)))
