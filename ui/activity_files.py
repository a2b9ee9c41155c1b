"""Activities from a file and into one, so that families can share what they wrote."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from activities.model import Activity
from planner import actions
from planner.shared_activities import read, to_take_in, written
from ui.activities_page import ActivitiesPage
from ui.main_window import MainWindow
from ui.text import activity_editor as text
from ui.text import locking as locking_text

SUFFIX = ".toml"

AskPath = Callable[[QWidget, str], Path | None]
"""Asks where to save, with a file name to offer, or which file to read; None for neither."""


def ask_target(parent: QWidget, name: str) -> Path | None:
    """The system's window for saving a file; the name always ends in `.toml`."""
    start = str(Path.home() / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, text.EXPORT_TITLE, start, text.FILES)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def ask_source(parent: QWidget, _name: str) -> Path | None:
    """The system's window for opening a file."""
    start = str(Path.home())
    chosen, _ = QFileDialog.getOpenFileName(parent, text.IMPORT_TITLE, start, text.FILES)
    return Path(chosen) if chosen else None


def export_activities(
    window: MainWindow, chosen: tuple[Activity, ...], *, ask: AskPath = ask_target
) -> None:
    """Save these activities as one file; say where it is, or why it could not be written."""
    name = f"{chosen[0].id}{SUFFIX}" if len(chosen) == 1 else text.SEVERAL_FILE
    path = ask(window, name)
    if path is None:
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        beside.write_text(written(chosen), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        window.toast.show_words(text.NOT_WRITTEN.format(reason=error.strerror))
        return
    said = text.SAVED_AS.format(file=path.name)
    sealed = window.store.database.sealer.key is not None
    window.toast.show_words(f"{said} {locking_text.PLAIN_FILE}" if sealed else said)


def import_activities(
    window: MainWindow, page: ActivitiesPage, *, ask: AskPath = ask_source
) -> None:
    """Take in all activities of a file as one step, or none and say what is wrong with which."""
    path = ask(window, "")
    if path is None:
        return
    try:
        content = path.read_bytes()
    except OSError as error:
        window.toast.show_words(text.NOT_READ.format(reason=error.strerror))
        return
    found, faults = read(content)
    if faults:
        page.show_faults(path.name, faults)
        return
    household = window.session.household
    new = to_take_in(found, household.own, frozenset(window.catalogue().activities))
    if new:
        window.do(actions.import_activities(new))
    else:
        window.toast.show_words(text.ALL_KNOWN.format(file=path.name))
