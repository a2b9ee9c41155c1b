"""Words about calendar files: taking them in, bringing them up to date, and what could not be read."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QLocale

from planner.calendars.model import Calendar, CalendarEvent
from planner.calendars.reading import CalendarFileError, Found
from planner.calendars.taking import Changes
from planner.dates import ONE_DAY
from planner.errors import Problem
from planner.model import Household
from ui.text import common, data, tr

CALENDARS = tr("Calendars")
HINT = tr(
    "School, work and club calendars as files (.ics): the week shows them and nothing is suggested "
    "then. Nothing is sent anywhere; to bring one up to date, take in its newer file."
)
NONE_YET = tr("No calendars yet. You can also drop a file onto the window.")
ADD = tr("Add a calendar file…")
REFRESH = tr("Refresh…")
REMOVE = tr("Remove")
NOBODY = tr("nobody")

CHOOSE_FILE = tr("Choose a calendar file")
FILES = tr("Calendar files (*.ics *.ical *.ifb *.vcs);;All files (*)")
WINDOW = tr("A calendar file")
EDIT_WINDOW = tr("Edit the calendar")
READING = tr("Reading {file}…")
NAME = tr("Name")
WHO = tr("Who is it for?")
WHOLE_DAYS = tr("Whole-day events keep them busy too")
WHOLE_DAYS_HINT = tr(
    "For shifts and trips. Holidays are better shown over the day and leave it free."
)
COMING = tr("Next in it")
NOTHING_COMING = tr("Nothing from today on.")
PROBLEMS = tr("What could not be read as it stands")
IMPORT, BRING_UP_TO_DATE = tr("Take it in"), tr("Bring it up to date")
NAME_MISSING = tr("Give it a name, then it can be kept.")
PEOPLE_MISSING = tr("Choose who it is for.")
WHOLE_DAY = tr("all day")
SHOWN_TITLES = 3

FAULTS = {
    "no-start": tr("Left out, because the file gives no day: {titles}."),
    "bad-start": tr("Left out, because their day cannot be read: {titles}."),
    "too-long": tr("Left out, because with them there would be too many days: {titles}."),
    "cut": tr(
        "There is so much in it that it is taken until {detail}. Refresh it later for the rest."
    ),
    "unknown-zone": tr(
        "The time zone “{detail}” is not known here, so the times are kept as they are written: {titles}. "
        "Please compare one of them."
    ),
    "unsure-zone": tr(
        "Of the time zone “{detail}” only the hours are known, so times may be off while the clocks "
        "are changed: {titles}. Please compare one of them."
    ),
    "bad-rule": tr(
        "How they repeat cannot be read, so only their first time counts: {titles}. "
        "The other times can be added as busy times."
    ),
    "too-often": tr(
        "They repeat more often than a week can show, so only their first time counts: {titles}."
    ),
    "bad-end": tr("When they end cannot be read, so only their start is shown: {titles}."),
    "bad-exception": tr(
        "Days on which they differ cannot be read: {titles}. Please look at their days."
    ),
    "too-many-dates": tr(
        "They have more single dates than can be kept; the first 2000 are: {titles}."
    ),
}
"""In the order in which they are told: what is left out comes first."""
TOLD_APART = frozenset(("unknown-zone", "unsure-zone", "cut"))
"""Faults of which the sentence says what was found."""

UNSURE_ZONE = tr(
    "Some times may be off: its time zone {zones} is not known here. Please compare one of them."
)
UNSURE_ZONES = tr(
    "Some times may be off: its time zones {zones} are not known here. Please compare some of them."
)

STOPPED = {
    "unreadable": tr(
        "“{file}” cannot be opened. Save it on this computer once more and choose it there."
    ),
    "folder": tr("“{file}” is a folder. Choose a calendar file (.ics) in it."),
    "empty": tr("There is nothing in “{file}”. Save it once more from its calendar."),
    "packed": tr("“{file}” is a packed folder. Unpack it and choose a calendar file (.ics) in it."),
    "page": tr(
        "“{file}” is a page of the web and no calendar. Sign in where it comes from and save its calendar once more."
    ),
    "no-calendar": tr(
        "There is no calendar in “{file}”. Export it from its calendar as an iCalendar file (.ics)."
    ),
    "too-large": tr(
        "“{file}” is larger than 20 MB. Export fewer years of the calendar and take that file."
    ),
    "too-many": tr(
        "There are more than 20,000 events in “{file}”. Export fewer years and take that file."
    ),
    "too-much": tr(
        "“{file}” needs too much memory to read. Export fewer years and take that file."
    ),
    "too-slow": tr(
        "Reading “{file}” takes too long, so it was stopped. Export fewer years and take that file."
    ),
    "failed": tr("“{file}” cannot be read. Export it once more from its calendar."),
}
NOTHING_CHANGED = tr("Nothing was changed.")


def stopped(error: CalendarFileError, file: str) -> str:
    """Why a file gives no calendar, and what to do about it."""
    return f"{STOPPED[error.code].format(file=file)} {NOTHING_CHANGED}"


def who(household: Household, calendar: Calendar) -> str:
    return common.people_line(household, calendar.people) or NOBODY


def events(count: int) -> str:
    """`10,000 events`."""
    many = tr("{count} events").format(count=QLocale().toString(count))
    return tr("1 event") if count == 1 else many


def facts(calendar: Calendar) -> str:
    """`Taken Tue 24 Nov 2026, 18:15 · 212 events · until 24 Nov 2028`."""
    count = len({e.uid for e in calendar.events})
    taken = tr("Taken {when}").format(when=data.taken(calendar.taken))
    until = tr("until {day}").format(day=day(calendar.until))
    return common.SEPARATOR.join((taken, events(count), until))


def unsure(calendar: Calendar) -> str:
    """That times may be off, and why; nothing where they are sure."""
    zones = [tr("“{title}”").format(title=zone) for zone in calendar.unsure]
    if not zones:
        return ""
    words = UNSURE_ZONE if len(zones) == 1 else UNSURE_ZONES
    return words.format(zones=_some(zones))


def day(which: date) -> str:
    """`24 Nov 2028`."""
    return f"{common.day_and_month(which, short=True)} {which.year}"


def refresh(calendar: Calendar) -> str:
    return tr("Refresh {name} from a newer file").format(name=calendar.name)


def remove(calendar: Calendar) -> str:
    return tr("Remove the calendar {name}").format(name=calendar.name)


def edit(calendar: Calendar) -> str:
    return tr("Edit the calendar {name}").format(name=calendar.name)


def reading(file: str) -> str:
    return READING.format(file=file)


def summary(found: Found, before: Calendar | None, changes: Changes) -> str:
    """What is in the file, or what a newer file would change."""
    count = events(len({e.uid for e in found.events}))
    between = tr("{events} between {first} and {last}.").format(
        events=count, first=day(found.since), last=day(found.until)
    )
    if before is None:
        return between
    return tr("You took it in on {when}. Since then: {changes}.").format(
        when=data.taken(before.taken), changes=changed(changes)
    )


def changed(changes: Changes) -> str:
    """`3 added, 1 changed, 2 removed, 12 as before`; what is none is not said."""
    parts = [
        (changes.added, tr("{count} added")),
        (changes.changed, tr("{count} changed")),
        (changes.removed, tr("{count} removed")),
    ]
    said = [words.format(count=n) for n, words in parts if n] or [tr("nothing new")]
    if changes.same:
        said.append(tr("{count} as before").format(count=changes.same))
    return ", ".join(said)


def taken(calendar: Calendar, changes: Changes) -> str:
    """What an import did, for the line at the foot of the window."""
    return tr("“{name}”: {changes}.").format(name=calendar.name, changes=changed(changes))


def left_out(found: Found) -> str:
    """What was left out on purpose; nothing where that is nothing."""
    parts = [
        (found.called_off, tr("1 that was called off"), tr("{count} that were called off")),
        (found.elsewhen, tr("1 of other years"), tr("{count} of other years")),
        (found.tasks, tr("1 task"), tr("{count} tasks")),
    ]
    said = [one if n == 1 else many.format(count=n) for n, one, many in parts if n]
    return tr("Not taken: {what}.").format(what=common.listed(said)) if said else ""


def event(one: CalendarEvent) -> str:
    """`Tue 24 Nov, 16:00–17:30 · Project`; days and times of both ends where it lasts over night."""
    first = common.weekday_and_date(one.first)
    last = common.weekday_and_date(one.last - ONE_DAY if one.all_day else one.last)
    if one.all_day:
        when = f"{first}, {WHOLE_DAY}" if first == last else f"{first} – {last}"
    elif first != last:
        when = f"{first}, {common.clock(one.start)} – {last}, {common.clock(one.end)}"
    elif one.start != one.end:
        when = f"{first}, {common.clock(one.start)}–{common.clock(one.end)}"
    else:
        when = f"{first}, {common.clock(one.start)}"
    return f"{when}{common.SEPARATOR}{one.title}"


def faults(problems: Sequence[Problem], count: int) -> tuple[str, ...]:
    """A sentence for each kind of problem, with what it is about; `count` is how many there are in all."""
    groups: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        told_apart = problem.detail if problem.code in TOLD_APART else ""
        groups.setdefault((problem.code, told_apart), []).append(_about(problem))
    order = list(FAULTS)
    said = []
    for (code, detail), titles in sorted(
        groups.items(), key=lambda g: (order.index(g[0][0]), g[0])
    ):
        shown = day(date.fromisoformat(detail)) if code == "cut" else detail
        said.append(FAULTS[code].format(detail=shown, titles=_some(titles)))
    if count > len(problems):
        said.append(tr("And {count} more like these.").format(count=count - len(problems)))
    return tuple(said)


def _about(problem: Problem) -> str:
    if problem.where.startswith("#"):
        return tr("line {line} of the file").format(line=problem.where[1:])
    return (
        tr("“{title}”").format(title=problem.where)
        if problem.where
        else tr("an event without a title")
    )


def _some(titles: Iterable[str]) -> str:
    unlike = list(dict.fromkeys(titles))
    if len(unlike) > SHOWN_TITLES + 1:
        rest = tr("{count} more").format(count=len(unlike) - SHOWN_TITLES)
        unlike = [*unlike[:SHOWN_TITLES], rest]
    return common.listed(unlike)
