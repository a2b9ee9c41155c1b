"""Words of the journal: what was kept of the times together."""

from datetime import date

from PySide6.QtCore import QLocale

from planner.model import Entry, Household
from ui.text import common, reflect, tr

TITLE = tr("Journal")
SEARCH = tr("Search the journal")
SEARCH_HINT = tr("Search what you kept")
SHOW_IN_WEEK = tr("Show in week")
SHOW_MORE = tr("Show more")
CLEAR = tr("Show everything")
KEEP_MOMENT = tr("Keep a moment")
A_MOMENT = tr("A moment")
KEEP = tr("Keep")
DAY = tr("When?")
WHO = tr("Who was there?")
REMEMBER = tr("What do you want to remember?")
REMEMBER_HINT = tr("He held the snail up so that I could see its eyes.")
MOMENT_PRIVATE = tr(
    "Stays on this computer and out of every print and calendar file. In the week it says “A moment”."
)
EXPORT = tr("Export…")
HOW_LONG = tr("How long reaches are kept…")
NOTHING_KEPT = tr("Nothing kept yet. That is fine.")
NOTHING_KEPT_HINT = tr(
    "After a time together you can keep how close it felt, a word for a feeling, or a line to "
    "remember. It takes a few seconds, stays on this computer, and you find it here again."
)
NOTHING_FOUND = tr("Nothing here fits that.")
NOTHING_FOUND_HINT = tr("Try fewer letters, or another person.")


def kept(count: int) -> str:
    if count == 1:
        return tr("1 moment kept")
    return tr("{count} moments kept").format(count=count)


def found(count: int, total: int) -> str:
    """How many of all are shown: `12 of 340 moments`."""
    if count == total:
        return kept(total)
    return tr("{count} of {total} moments").format(count=count, total=total)


def month(day: date) -> str:
    """`November 2026`."""
    return QLocale().toString(common.qdate(day), "MMMM yyyy")


def feelings(entry: Entry, household: Household) -> str:
    """`Leo: left out, relieved`, a line for each child."""
    assert entry.reflection is not None
    kept_words = entry.reflection.feelings
    return "\n".join(
        tr("{name}: {words}").format(name=person.name, words=", ".join(kept_words[person.id]))
        for person in household.people
        if kept_words.get(person.id)
    )


def closeness(entry: Entry) -> str:
    """The word for how close it felt; nothing where that was not said."""
    assert entry.reflection is not None
    value = entry.reflection.closeness
    return "" if value is None else common.CLOSENESS_NAMES[value - 1]


def helped(entry: Entry) -> str:
    assert entry.reflection is not None
    names = [reflect.HELPED_NAMES.get(name, name) for name in entry.reflection.helped]
    return tr("What helped: {words}").format(words=common.SEPARATOR.join(names)) if names else ""


def about(button: str, title: str) -> str:
    """`Edit: Worry walk`."""
    return tr("{button}: {title}").format(button=button, title=title)


def moment_title(names: list[str]) -> str:
    """What the card in the week says of a moment: nothing that a passer-by would wonder at."""
    return tr("A moment with {names}").format(names=common.listed(names)) if names else A_MOMENT
