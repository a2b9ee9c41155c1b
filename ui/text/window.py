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
    "help": tr("Help and safety"),
}
UNDO = tr("Undo")
REFLECT = tr("Reflect…")
DISMISS = tr("Close this message")
UNEXPECTED = tr("Something went wrong here. Your week is saved as it was. Details are in {file}.")


APP = tr("Kinweek")


def title(page: str) -> str:
    """The window's title; the help page leaves no word there."""
    if page == "help" or page not in PAGE_NAMES:
        return APP
    return tr("{page} – Kinweek").format(page=PAGE_NAMES[page])


def not_saved(reason: str) -> str:
    return tr("Not saved. {reason}").format(reason=reason)


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


def some_unreadable(count: int) -> str:
    """What to do when a part of the data was read around."""
    return tr(
        "{count} things in the family's data needed care when it was opened. Nothing was thrown away; "
        "“kinweek check” in a terminal lists them."
    ).format(count=count)


def unexpected(file: str) -> str:
    return UNEXPECTED.format(file=file)
