"""Calendar files on the command line: one taken in, or the week written as one."""

from argparse import Namespace
from datetime import UTC, date, datetime, timedelta

from planner.actions import Action
from planner.calendars import taking
from planner.calendars.clocks import zone_named
from planner.calendars.export import calendar_file
from planner.calendars.model import CalendarId
from planner.calendars.reading import CalendarFileError, Reader
from planner.calendars.wishes import Wish
from planner.dates import WEEK_DAYS, week_named
from planner.errors import PlannerError
from planner.model import Household, PersonId
from ui.calendar_zone import here
from ui.text import calendar_files, calendars, common
from ui.text import cli as text


class CalendarCommandError(PlannerError):
    """A wish about a calendar file that cannot be met; the message is the sentence to print."""


def taken_in(
    wish: Namespace, household: Household, now: datetime, new_id: str
) -> tuple[list[str], Action]:
    """What a file holds, in lines to print, and the step that takes it in; a new one under `new_id`."""
    try:
        found = Reader(wish.file, today=now.date(), zone=here()).run()
    except CalendarFileError as error:
        raise CalendarCommandError(calendars.stopped(error, str(wish.file))) from error
    known = taking.known_as(household, found)
    people = _people(wish, household) or (known.people if known else ())
    if not people:
        names = ",".join(p.name for p in household.people)
        raise CalendarCommandError(text.FOR_WHOM.format(file=wish.file, names=names))
    calendar = taking.calendar_from(
        found,
        calendar_id=known.id if known else CalendarId(new_id),
        name=wish.name or (known.name if known else found.name or wish.file.stem),
        people=people,
        taken=now.replace(microsecond=0),
        whole_days=wish.whole_days or (known is not None and known.whole_days),
    )
    changes = taking.changes(known, calendar)
    said = [f"{calendar.name} ({calendars.who(household, calendar)})"]
    said += [calendars.summary(found, known, changes), calendars.left_out(found)]
    said += (f"– {line}" for line in calendars.faults(found.problems, found.problem_count))
    return [line for line in said if line], taking.take(calendar)


def _people(wish: Namespace, household: Household) -> tuple[PersonId, ...]:
    """Those named on the command line, by name or by what the children say."""
    found = []
    for name in filter(None, (part.strip() for part in wish.people.split(","))):
        called = [
            p.id
            for p in household.people
            if name.casefold() in {p.name.casefold(), p.called.casefold()}
        ]
        if not called:
            names = common.listed([p.name for p in household.people])
            raise CalendarCommandError(text.NOBODY_CALLED.format(name=name, names=names))
        found += called
    return tuple(p.id for p in household.people if p.id in found)


def exported(wish: Namespace, household: Household, now: datetime) -> bytes:
    """The calendar file that the command line asks for; `now` is local time."""
    first, end = _day(wish.first), _day(wish.last)
    if wish.week is not None:
        try:
            first = week_named(wish.week)
        except ValueError as error:
            raise CalendarCommandError(text.BAD_WEEK.format(week=wish.week)) from error
        end = first + timedelta(days=WEEK_DAYS - 1)
    days = Wish(
        first=first,
        end=end + timedelta(days=1) if end else None,
        notes=wish.notes,
        own=wish.own,
        ticks=wish.ticks,
    )
    zone, stamp = zone_named(here()), now.astimezone(UTC)
    return calendar_file(household, days, zone=zone, stamp=stamp, name=calendar_files.NAME)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise CalendarCommandError(text.BAD_DAY.format(day=written)) from error
