"""The pages around the week, joined to the window: the month, and the settings."""

from dataclasses import replace
from datetime import date
from typing import Any

from planner.model import Entry
from planner.week import plain_copy
from ui.around_week import offer_search, shown_day, turn_to
from ui.main_window import MainWindow
from ui.month_page import MonthPage
from ui.page import Page
from ui.preferring import prefer
from ui.settings_page import SettingsPage
from ui.shortcuts import new_entry
from ui.week_joins import move_entry


def month(window: MainWindow) -> Page:
    page = MonthPage(window.theme)
    page.chosen = shown_day(window)

    def move(entry: Entry, day: date) -> None:
        move_entry(window, entry, day, entry.start)

    def copy(entry: Entry, day: date) -> None:
        window.add(replace(plain_copy(entry), day=day), turn=False)

    def draft(day: date) -> None:
        turn_to(window, day)
        new_entry(window, day)

    offer_search(window, page)
    page.week_requested.connect(lambda day: turn_to(window, day))
    page.grid.slot_drawn.connect(draft)
    page.grid.entry_opened.connect(window.show_entry)
    page.grid.entry_moved.connect(move)
    page.grid.entry_copied.connect(copy)
    return Page(page, page.show_household, page.set_theme)


def settings(window: MainWindow) -> Page:
    page = SettingsPage(window.theme)

    def choose(name: str, changes: dict[str, Any]) -> None:
        scrolled = page.area.verticalScrollBar().value()
        prefer(window, **changes)
        shown = window.pages.currentWidget()
        if isinstance(shown, SettingsPage):  # perhaps another one, made anew
            shown.show_preferences(window.preferences, window.session.household)
            shown.go_to(name, scrolled)

    page.preference_chosen.connect(choose)
    page.back_requested.connect(lambda: window.show_page("family"))
    return Page(page, lambda h, _now: page.show_preferences(window.preferences, h), page.set_theme)
