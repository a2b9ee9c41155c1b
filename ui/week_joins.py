"""What the week's page asks for, joined to what the window does."""

from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from planner import actions
from planner.model import Entry, Household
from planner.week import plain_copy
from planner.whole_days import with_days, with_hours
from ui.shortcuts import set_week_keys
from ui.text import week as text

if TYPE_CHECKING:  # the window joins itself
    from ui.entry_form import Typed
    from ui.main_window import MainWindow
    from ui.ritual_fields import RepeatFields


def rituals() -> ModuleType:
    """What asks and does when an entry comes again; few weeks need it at once."""
    from ui import ritual_changes  # noqa: PLC0415

    return ritual_changes


def join_week(window: "MainWindow") -> None:
    """Let the window answer to its week: heading, grid and panel."""
    _join_header(window)
    _join_entries(window)
    set_week_keys(window)
    window.sidebar.page_chosen.connect(window.show_page)

    def announce(before: Household, after: Household) -> None:
        if QAccessible.isActive():
            from ui.announce import announce_step  # noqa: PLC0415  (few families are read to)

            announce_step(window, before, after)

    shown = window.first

    def announce_week() -> None:
        nonlocal shown
        if window.first != shown and QAccessible.isActive():
            from ui.announce import announce_turn  # noqa: PLC0415

            announce_turn(window)
        shown = window.first

    window.session.subscribe(announce)
    window.week.week_shown.connect(announce_week)


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
            move_entry(window, entry, day, start)

    def copy(entry: Entry, day: date, start: int) -> None:
        window.add(replace(plain_copy(entry), day=day, start=start))

    grid.entry_moved.connect(move)
    grid.entry_copied.connect(copy)
    grid.entry_resized.connect(lambda e, s, m: _resize(window, e, s, m))
    for part in (grid, panel):
        part.done_toggled.connect(window.toggle_done)
    grid.entry_opened.connect(lambda e: _show_suggestion(window, e))
    grid.entry_removed.connect(lambda e: remove_entry(window, e))
    panel.removed.connect(lambda e: remove_entry(window, e))
    panel.reflect_requested.connect(window.reflect)
    panel.outcome_chosen.connect(lambda e, o: window.do(actions.set_outcome(e, o)))
    grid.menu_requested.connect(lambda _e, at: panel.menu().popup(at))
    window.week.left_unsaved.connect(lambda typed: _offer_back(window, typed))
    window.week.entry_added.connect(lambda e: _add(window, e))
    window.week.entry_changed.connect(lambda before, after: _change(window, before, after))


def _offer_back(window: "MainWindow", typed: "Typed") -> None:
    """What was typed and not saved can be gone on with."""

    def go_on() -> None:
        window.show_page("week")
        window.show_day(typed.value.day)
        window.week.go_on(typed)

    window.toast.show_words(text.not_saved(typed.value.title), text.GO_ON, go_on)


def move_entry(window: "MainWindow", entry: Entry, day: date, start: int) -> None:
    """Move an entry; of a ritual, it is asked which times are meant."""
    if entry.ritual is not None:
        rituals().change(window, entry, replace(entry, day=day, start=start), "move")
    else:
        window.do(actions.move_entry(entry, day=day, start=start))


def _resize(window: "MainWindow", entry: Entry, start: int, minutes: int) -> None:
    if entry.ritual is not None:
        rituals().change(window, entry, replace(entry, start=start, minutes=minutes), "resize")
    else:
        window.do(actions.resize_entry(entry, start=start, minutes=minutes))


def _show_suggestion(window: "MainWindow", entry: Entry) -> None:
    """Go to the suggestion in the list beside the week."""
    if entry in window.week.suggestions:
        window.filling.panel.take_focus(entry.id)


def remove_entry(window: "MainWindow", entry: Entry) -> None:
    """Delete an entry; of a ritual, it is asked which times are meant. A suggestion is dropped."""
    if entry in window.week.suggestions:
        window.filling.drop(entry.id)
        window.week.grid.take_focus()
    elif entry.ritual is not None:
        rituals().remove(window, entry)
    else:
        window.do(actions.remove_entry(entry))


def _add(window: "MainWindow", entry: Entry) -> None:
    repeats = _asked(window)
    if repeats is not None and repeats.value() is not None:
        window.week.keep_open()  # until it is done
        rituals().save(window, None, entry, repeats.value())
    else:
        window.add(entry)


def _change(window: "MainWindow", before: Entry, after: Entry) -> None:
    """Change an entry; of a ritual, it is asked which times are meant."""
    repeats = _asked(window)
    if repeats is not None:
        window.week.keep_open()
        rituals().save(window, before, after, repeats.value())
        return
    code = _kind(before, after)
    if before.ritual is not None and after != before:
        window.week.keep_open()
        rituals().change(window, before, after, code)
    else:
        window.change(before, after, code)


def _kind(before: Entry, after: Entry) -> str:
    """What the step is called: `move` and `resize` change nothing but when it is."""
    then = (
        with_days(after, before.day, before.days) if before.days else with_hours(after, before.day)
    )
    if replace(then, start=before.start, minutes=before.minutes, was_at=before.was_at) != before:
        return "change"
    moved = (before.day, before.start, before.all_day) != (after.day, after.start, after.all_day)
    is_pulled = before.days != after.days and before.all_day and after.all_day
    return "move" if moved and not is_pulled else "resize"


def _asked(window: "MainWindow") -> "RepeatFields | None":
    """How the entry in the open form is to repeat, if that was chosen there."""
    if window.week.side.currentWidget() is window.week.panel:
        return None
    repeats = window.week.form.repeats
    return repeats if repeats.touched else None
