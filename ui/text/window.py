"""Words of the window itself: pages, menus, messages."""

from ui.text import tr

PAGE_NAMES = {
    "week": tr("Week"),
    "today": tr("Today"),
    "activities": tr("Activities"),
    "journal": tr("Journal"),
    "look-back": tr("Look back"),
    "family": tr("Family"),
    "why": tr("Why this matters"),
}
UNDO = tr("Undo")
REFLECT = tr("Reflect…")
DISMISS = tr("Close this message")
UNEXPECTED = tr("Something went wrong here. Your week is saved as it was. Details are in {file}.")


def title(page: str) -> str:
    return tr("{page} – Kinweek").format(page=page)


def not_saved(reason: str) -> str:
    return tr("Not saved. {reason}").format(reason=reason)


def reopened(file: str) -> str:
    return tr("A damaged file was read around; see {file}.").format(file=file)
