"""Words of the search over all weeks."""

from datetime import date

from planner.model import Entry, Household
from ui.text import common, tr
from ui.text import week as week_text

SEARCH = tr("Search every week…")
FIELD = tr("Search every week")
FIELD_HINT = tr("A title, a person, words of a note")
PRIVATE = tr("Also private words")
PRIVATE_HINT = tr("Looks into what was kept with a reflection as well, and shows it here.")
BEGIN = tr("Enter goes to the week of what is chosen.")
NOTHING = tr("Nothing is called that in any week.")
FOUND = tr("Found")


def found(count: int, shown: int) -> str:
    """How much was found, below the field."""
    if count > shown:
        return tr("{count} found; the nearest {shown} are shown.").format(count=count, shown=shown)
    return tr("1 found.") if count == 1 else tr("{count} found.").format(count=count)


def line(entry: Entry, household: Household) -> str:
    """The second line of what was found: `Wednesday 25 November 2026, 17:00–17:30 · Leo with Mum`."""
    when = tr("{day} {year}, {times}").format(
        day=common.long_date(entry.day),
        year=entry.day.year,
        times=week_text.hours(entry),
    )
    who = common.people_line(household, entry.people)
    return common.SEPARATOR.join(p for p in (when, who) if p)


def told(entry: Entry, household: Household, today: date) -> str:
    """What a screen reader says of it."""
    away = (entry.day - today).days
    if away > 0:
        distance = tr("in {count} days").format(count=away) if away > 1 else tr("tomorrow")
    else:
        distance = common.days_ago(-away)
    return ", ".join((entry.title, line(entry, household), distance))
