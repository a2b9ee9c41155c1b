"""Words about saving the week as a calendar file."""

from datetime import date

from ui.text import tr

OPEN = tr("Calendar file (.ics)…")
HEADING = tr("For phones and other calendars")
HINT = tr(
    "Saves days of your week as a calendar file that phones and other calendars read. "
    "It is not sealed: whoever has the file can read it."
)
WINDOW = tr("A calendar file of your week")
WHICH_DAYS = tr("Which days?")
THIS_WEEK = tr("The week shown")
RANGE = tr("From … to …")
EVERYTHING = tr("Everything")
FIRST, LAST = tr("First day"), tr("Last day")
BESIDES = tr("Titles, times and names are in it. What else?")
TICKS = tr("A ✓ before what happened")
NOTES = tr("Notes")
OWN = tr("What is for one of you alone")
NEVER = tr("Reflections, feelings and reasons are never in it.")
SAVE = tr("Save…")
SAVE_AS = tr("Save the calendar file as")
FILES = tr("Calendar files (*.ics)")
DATES_CROSSED = tr("The last day has to come after the first.")
NOTHING = tr("There is nothing on these days.")
NAME = tr("Our week")
EVERYTHING_FILE = "kinweek.ics"


def file_name(first: date | None) -> str:
    """`kinweek-2026-11-23.ics`; without a day for everything there is."""
    return f"kinweek-{first.isoformat()}.ics" if first else EVERYTHING_FILE


def saved(file: str, count: int) -> str:
    what = tr("1 entry") if count == 1 else tr("{count} entries").format(count=count)
    return tr("{file} is saved, with {what}.").format(file=file, what=what)


def not_saved(reason: str) -> str:
    return tr("The file could not be written: {reason}.").format(reason=reason)
