"""An entry on its way through the clipboard, or from a list onto the week: everything but private words."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from planner.checked import BadValueError
from planner.documents import entry_document, entry_from
from planner.drag import Slot
from planner.model import Entry, EntryId
from planner.week import plain_copy
from ui.text import common
from ui.text import week as text
from ui.week_drag import on_slot

if TYPE_CHECKING:
    from ui.week_grid import WeekGrid

KIND = "application/x-kinweek-entry"


def packed(entry: Entry) -> QMimeData:
    """The entry for this app, and a line of it for any other."""
    data = QMimeData()
    document = {"id": entry.id, "entry": entry_document(entry)}
    data.setData(KIND, json.dumps(document).encode())
    data.setText(
        common.SEPARATOR.join((entry.title, common.weekday_and_date(entry.day), text.hours(entry)))
    )
    return data


def unpacked(data: QMimeData | None) -> Entry | None:
    """The entry in it, or None: anybody may put anything there, or nothing."""
    if data is None or not data.hasFormat(KIND):
        return None
    try:
        document = json.loads(bytes(data.data(KIND).data()))
        return entry_from(str(document["id"]), document["entry"], None)
    except (ValueError, TypeError, KeyError, AttributeError, BadValueError):
        return None


def copy(entry: Entry) -> None:
    """Put the entry on the clipboard."""
    QGuiApplication.clipboard().setMimeData(packed(entry))


def held() -> Entry | None:
    """The entry on the clipboard, if there is one."""
    return unpacked(QGuiApplication.clipboard().mimeData())


def _words() -> str:
    return " ".join(QGuiApplication.clipboard().text().split())


def pasted(grid: "WeekGrid") -> str:
    """The name of what `paste` would ask for; nothing where it would ask for nothing."""
    entry = held()
    if entry is not None:
        return entry.title
    return _words() if grid.slot is not None else ""


def paste(grid: "WeekGrid", beside: Entry | None) -> None:
    """Ask for what is on the clipboard, in the chosen slot; else on its own weekday and at its own time.

    Words from elsewhere begin something new in the slot, as if they were typed.
    """
    entry, slot = held(), grid.slot
    if entry is None:
        if slot is not None and (words := _words()):
            grid.open_slot(slot, words)
        return
    fresh = replace(plain_copy(entry), id=EntryId(""), why="")
    if slot is None:
        day = grid.first + timedelta(days=(entry.day - grid.first).days % 7)
        grid.entry_made.emit(replace(fresh, day=beside.day if beside else day))
        return
    grid.entry_made.emit(on_slot(fresh, placed(fresh, slot), grid.first))


def placed(entry: Entry, slot: Slot) -> Slot:
    """The slot with the entry's own length: the chosen one says where it begins."""
    if slot.days:
        return slot._replace(days=max(slot.days, entry.days))
    minutes = entry.was_at[1] if entry.was_at and entry.all_day else entry.minutes
    return slot._replace(minutes=minutes or slot.minutes)
