"""Words of reminders. None of them shows a note, a reflection, or what is for somebody alone."""

from planner.model import Entry
from planner.reminders import begins, is_private
from ui.text import common, tr

REMIND = tr("Reminder")
AS_SETTINGS = tr("As in Settings")
NEVER = tr("Never for this one")
SOMETHING = tr("Something for you")
MOST = 5


def title(entry: Entry) -> str:
    """`Worry walk · 17:00`."""
    return common.SEPARATOR.join((name(entry), common.clock(entry.start)))


def name(entry: Entry) -> str:
    return SOMETHING if is_private(entry) else entry.title


def body(opening: str) -> str:
    """The words to begin with, in quotes; nothing where there are none."""
    return tr("To begin: “{words}”").format(words=opening) if opening else ""


def missed(entries: tuple[Entry, ...], *, at_start: bool) -> str:
    """What could not be told in time, once."""
    told = [
        tr("{what} ({day} {time})").format(
            what=name(entry),
            day=common.weekday_and_date(begins(entry).date()),
            time=common.clock(entry.start),
        )
        for entry in entries[:MOST]
    ]
    if len(entries) > MOST:
        told.append(tr("{count} more").format(count=len(entries) - MOST))
    words = (
        tr("While Kinweek was closed: {what}.")
        if at_start
        else tr("While nobody was here: {what}.")
    )
    return words.format(what="; ".join(told))
