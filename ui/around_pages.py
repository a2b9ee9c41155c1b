"""The pages around the week, joined to the window: the month, and the settings."""

from dataclasses import replace
from datetime import date
from typing import Any

from planner.free import first_shared
from planner.model import Entry
from planner.week import entries_between, plain_copy
from ui.around_week import offer_search, shown_day, turn_to
from ui.main_window import MainWindow
from ui.month_page import MonthPage
from ui.page import Page
from ui.preferring import prefer
from ui.settings_page import SettingsPage
from ui.shortcuts import new_entry
from ui.week_joins import move_entry, remove_entry

AFTERNOON, LATEST = 17 * 60, 23 * 60


def month(window: MainWindow) -> Page:
    page = MonthPage(window.theme)
    page.chosen = shown_day(window)

    def move(entry: Entry, day: date) -> None:
        move_entry(window, entry, day, entry.start)

    def copy(entry: Entry, day: date) -> None:
        window.add(replace(plain_copy(entry), day=day), turn=False)

    def put(entry: Entry, day: date) -> None:
        if any(entry.id == suggestion.id for suggestion in window.week.suggestions):
            window.filling.move(entry, day, entry.start)
        else:
            window.add(at_free_time(window, entry, day, 1), turn=False)
            page.grid.show_moved(entry, day)

    def draft(day: date) -> None:
        turn_to(window, day)
        new_entry(window, day)

    offer_search(window, page)
    page.week_requested.connect(lambda day: turn_to(window, day))
    page.grid.slot_drawn.connect(draft)
    page.grid.entry_opened.connect(window.show_entry)
    page.grid.entry_moved.connect(move)
    page.grid.entry_copied.connect(copy)
    page.grid.entry_dropped.connect(put)
    page.grid.entry_removed.connect(lambda entry: remove_entry(window, entry))
    return Page(page, page.show_household, page.set_theme)


def at_free_time(window: MainWindow, entry: Entry, first: date, days: int) -> Entry:
    """The entry at the first time in these days that its people share, else in the afternoon of `first`."""
    household, now = window.session.household, window.now()
    quarter = -(-(now.hour * 60 + now.minute) // 15) * 15
    earliest = quarter if first == now.date() else 0
    found = first_shared(
        household,
        entry.people,
        entry.minutes,
        first=first,
        days=days,
        earliest=earliest,
        taken=[
            (e.day, (e.start, e.end), e.people) for e in entries_between(household, first, days)
        ],
    )
    day, start = found or (first, min(max(earliest, AFTERNOON), LATEST))
    return replace(entry, day=day, start=start)


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
