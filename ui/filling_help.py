"""Leads from a proposal to where something can be done about it: small rituals to choose from, a birthday to add."""

from ui.activities_page import ActivitiesPage
from ui.main_window import MainWindow


def open_page(window: MainWindow, name: str) -> None:
    """Turn to a page; among the activities, to what takes a few minutes and no preparation."""
    window.show_page(name)
    page = window.pages.currentWidget()
    if isinstance(page, ActivitiesPage):
        page.filters.clear_all()
        for chip in (page.filters.short, page.filters.no_preparation):
            chip.click()
