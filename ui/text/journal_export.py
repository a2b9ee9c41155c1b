"""Words of the journal as a book: what goes in, and that the file is plain."""

from datetime import date

from planner.model import Household
from ui.text import common, tr

TITLE = tr("Journal")
WINDOW = tr("The journal as a book")
WHOSE = tr("Of whom?")
DAYS = tr("Which days?")
FIRST, LAST = tr("First day"), tr("Last day")
FORMAT = tr("As what?")
PDF, MARKDOWN = tr("PDF, to print or read"), tr("Markdown, plain text")
PRIVATE = tr("Also what only I may read")
PLAIN = tr(
    "The file is plain: whoever opens it can read everything in it, also if your family's data has a "
    "passphrase. Keep it where you would keep a diary."
)
SAVE = tr("Save…")
SAVE_AS = tr("Save the journal")
FILES = {"pdf": tr("PDF (*.pdf)"), "md": tr("Markdown (*.md)")}
NOTHING = tr("Nothing was kept in these days.")
DATES_CROSSED = tr("The last day is before the first.")
STOPPED = tr("Stopped. No file was written.")
WRITING = tr("Writing the book")


def file_name(first: date, last: date, suffix: str) -> str:
    return tr("journal {first} to {last}").format(first=first, last=last) + f".{suffix}"


def title(household: Household) -> str:
    return household.name or TITLE


def from_to(first: date, last: date) -> str:
    return tr("{first} to {last}").format(first=_dated(first), last=_dated(last))


def counted(count: int) -> str:
    return tr("1 moment") if count == 1 else tr("{count} moments").format(count=count)


def saved(name: str, count: int) -> str:
    return tr("{moments} saved as {name}.").format(moments=counted(count), name=name)


def not_saved(reason: str) -> str:
    return tr("Not saved: {reason}").format(reason=reason)


def _dated(day: date) -> str:
    return f"{common.day_and_month(day)} {day.year}"
