"""Copying a week and laying patterns over it, joined to the window."""

from dataclasses import replace
from typing import TYPE_CHECKING

from planner import templates
from planner.model import Entry, EntryId, TemplateId
from planner.templates import WeekTemplate
from ui.week_copy import CopyDialog, NameDialog, PatternDialog

if TYPE_CHECKING:  # the window joins itself
    from ui.main_window import MainWindow


def open_copy(window: "MainWindow") -> CopyDialog:
    """Ask where the week on the screen is to be copied."""
    household, today = window.session.household, window.now().date()
    dialog = CopyDialog(window, window.theme, household, window.first, today)

    def copy(chosen: tuple[Entry, ...]) -> None:
        if window.do(templates.copy_week(_with_ids(window, chosen))):
            window.show_day(chosen[0].day)

    dialog.add_requested.connect(copy)
    dialog.open()
    return dialog


def open_patterns(window: "MainWindow") -> PatternDialog:
    """Ask which pattern is to be laid over the week on the screen."""
    dialog = PatternDialog(window, window.theme, window.session.household, window.first)

    def lay(template: WeekTemplate, chosen: tuple[Entry, ...]) -> None:
        window.do(templates.lay_template(template, _with_ids(window, chosen)))

    def forget(template: WeekTemplate) -> None:
        if window.do(templates.remove_template(template)):
            dialog.show_patterns(window.session.household)

    dialog.laid.connect(lay)
    dialog.forgotten.connect(forget)
    dialog.open()
    return dialog


def open_keep(window: "MainWindow") -> NameDialog:
    """Ask for a name under which the plan of the week on the screen is kept."""
    first = window.first

    def of_name(name: str) -> WeekTemplate | None:
        held = window.session.household.templates
        return next((t for t in held if t.name.casefold() == name.casefold()), None)

    def keep(name: str) -> None:
        held = of_name(name)
        template_id = held.id if held else TemplateId(window.new_id())
        household = window.session.household
        template = templates.template_of(household, first, template_id, name)
        window.do(templates.save_template(template))

    dialog = NameDialog(window, window.theme, lambda name: of_name(name) is not None)
    dialog.named.connect(keep)
    dialog.open()
    return dialog


def _with_ids(window: "MainWindow", entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(entry, id=EntryId(window.new_id())) for entry in entries)
