"""Words of the window itself: pages, menus, messages."""

import errno

from planner.storage import (
    ChangedElsewhereError,
    NewerFormatError,
    NotWritableError,
    StorageError,
)
from ui.text import tr

PAGE_NAMES = {
    "week": tr("Week"),
    "today": tr("Today"),
    "activities": tr("Activities"),
    "journal": tr("Journal"),
    "look-back": tr("Look back"),
    "coming-back": tr("Coming back"),
    "family": tr("Family"),
    "why": tr("Why this matters"),
    "help": tr("Help and safety"),
    "data": tr("Your data"),
    "settings": tr("Settings"),
    "fridge": tr("From the fridge"),
    "month": tr("Month"),
}
UNDO = tr("Undo")
DELETED = tr("Deleted.")
REFLECT = tr("Reflect…")
DISMISS = tr("Close this message")
UNEXPECTED = tr("Something went wrong here. Your week is saved as it was. Details are in {file}.")


APP = tr("Kinweek")


UNNAMED = frozenset({"help", "coming-back", "journal", "look-back"})


def title(page: str) -> str:
    """The window's title; a page with private words leaves no word there."""
    if page in UNNAMED or page not in PAGE_NAMES:
        return APP
    return tr("{page} – Kinweek").format(page=PAGE_NAMES[page])


FULL = tr("Not saved: the disk is full. Make some room on it, then try again.")
FORBIDDEN = tr(
    "Not saved: Kinweek may not write to the folder with your family's data. Allow it, then try again."
)
GONE = tr(
    "Not saved: the disk with your family's data does not answer. Connect it again, then try again."
)
LOOKING = tr(
    "Not saved: you are only looking here. Close the other Kinweek with this family, or allow "
    "writing to the folder, and open it again."
)
NEWER_REFUSED = tr(
    "Not saved: a newer Kinweek wrote this family's data. Install it to make changes."
)
CHANGED_ELSEWHERE = tr(
    "Not saved: something else changed your family's files, perhaps a sync service or another "
    "computer. Nothing was lost: what you see here is kept as a backup, and the other version is in "
    "its place. Close Kinweek and open it again to see the other one."
)
SEE_ABOVE = tr("Not saved: the line above says why.")


def refused(error: StorageError) -> str:
    """What to do after a change that could not be saved, by what stood in the way."""
    if isinstance(error, ChangedElsewhereError):
        return CHANGED_ELSEWHERE
    if isinstance(error, NewerFormatError):
        return NEWER_REFUSED
    if not isinstance(error, NotWritableError):
        return tr("Not saved. {reason}").format(reason=error)
    cause = error.__cause__
    if not isinstance(cause, OSError):
        return LOOKING
    if cause.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return FULL
    forbidden = cause.errno in {errno.EROFS, errno.EACCES, errno.EPERM}
    return FORBIDDEN if forbidden else GONE


def reopened(file: str) -> str:
    return tr("A damaged file was read around; see {file}.").format(file=file)


READ_ONLY = tr(
    "Kinweek is open somewhere else with the same data, or the folder cannot be written to. "
    "You can look at everything here, but changes are not saved."
)

NEWER = tr(
    "A newer Kinweek wrote this family's data. You can look at everything here; to change "
    "something, install the newer Kinweek. Nothing was touched."
)


SETTINGS_UNREAD = tr(
    "Your settings could not be read, so the usual ones are used. The old file is kept beside your "
    "family's data. Nothing of your weeks is touched."
)


def some_unreadable(count: int) -> str:
    """What to do when a part of the data was read around."""
    says = tr("“Check everything” under Family, Your data says what it was.")
    if count == 1:
        words = tr("One thing in the family's data needed care when it was opened.")
    else:
        words = tr("{count} things in the family's data needed care when it was opened.")
    return f"{words.format(count=count)} {tr('Nothing was thrown away.')} {says}"


def unexpected(file: str) -> str:
    return UNEXPECTED.format(file=file)
