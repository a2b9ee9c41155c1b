"""What the week's page asks for, joined to what the window does."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from planner import actions
from planner.model import Entry

if TYPE_CHECKING:  # the window joins itself
    from ui.main_window import MainWindow


def join_week(window: "MainWindow") -> None:
    """Let the window answer to its week: heading, grid and panel."""
    _join_header(window)
    _join_entries(window)
    window.sidebar.page_chosen.connect(window.show_page)


def _join_header(window: "MainWindow") -> None:
    header = window.week.header
    header.previous_requested.connect(lambda: window.turn(-1))
    header.next_requested.connect(lambda: window.turn(1))
    header.today_requested.connect(lambda: window.show_day(window.now().date()))
    header.undo_requested.connect(window.undo)
    header.redo_requested.connect(window.redo)
    header.fill_requested.connect(window.fill)
    header.more.hard_week_toggled.connect(
        lambda on: window.do(actions.set_hard_week(window.first, on=on))
    )
    header.reached_requested.connect(lambda: window.parts.notice_reach(window))
    header.more.fridge_requested.connect(lambda: window.show_page("fridge"))
    header.print_requested.connect(lambda: window.parts.print_week(window))


def _join_entries(window: "MainWindow") -> None:
    grid, panel = window.week.grid, window.week.panel

    def move(entry: Entry, day: date, start: int) -> None:
        if entry in window.week.suggestions:
            window.filling.move(entry, day, start)
        else:
            window.do(actions.move_entry(entry, day=day, start=start))

    def copy(entry: Entry, day: date, start: int) -> None:
        window.add(replace(entry, day=day, start=start, outcome="planned", reflection=None))

    def resize(entry: Entry, start: int, minutes: int) -> None:
        window.do(actions.resize_entry(entry, start=start, minutes=minutes))

    def remove(entry: Entry) -> None:
        window.do(actions.remove_entry(entry))

    grid.entry_moved.connect(move)
    grid.entry_copied.connect(copy)
    grid.entry_resized.connect(resize)
    for part in (grid, panel):
        part.done_toggled.connect(window.toggle_done)
    grid.entry_removed.connect(remove)
    panel.removed.connect(remove)
    panel.reflect_requested.connect(window.reflect)
    panel.outcome_chosen.connect(lambda e, o: window.do(actions.set_outcome(e, o)))
    grid.menu_requested.connect(lambda _e, at: panel.menu().popup(at))
    window.week.entry_added.connect(window.add)
    window.week.entry_changed.connect(window.change)
