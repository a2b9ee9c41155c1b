"""Words that several pages share: pathways, outcomes, moments, people, dates and times."""

from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale, QTime

from planner.model import Household, Person, PersonId
from ui.habits import clock_wish, time_format
from ui.text import tr

APP = tr("Kinweek")

PATHWAY_NAMES = {
    "reach": tr("Reach out"),
    "feel-with": tr("Feel with"),
    "stay-close": tr("Stay close"),
}
OUTCOME_NAMES = {
    "planned": tr("Planned"),
    "done": tr("Done"),
    "else": tr("Did something else"),
    "hard": tr("Tried, and it was hard"),
    "not-this-week": tr("Not this week"),
}
MOMENT_NAMES = {
    "bedtime": tr("bedtime"),
    "meal": tr("meals"),
    "car": tr("a ride together"),
    "walk": tr("a walk"),
    "chore": tr("chores"),
    "outdoors": tr("outdoors"),
    "after-conflict": tr("after a quarrel"),
    "after-school": tr("after school"),
    "weekend": tr("weekend"),
    "screen-together": tr("watching together"),
    "at-a-distance": tr("at a distance"),
}
PARTICIPANT_NAMES = {
    "one-to-one": tr("one-to-one"),
    "siblings": tr("siblings"),
    "whole-family": tr("whole family"),
    "with-a-friend": tr("with a friend"),
    "with-an-elder": tr("with an elder"),
}
FORMAT_NAMES = {
    "talk": tr("talk"),
    "game": tr("game"),
    "story": tr("story"),
    "art": tr("making"),
    "movement": tr("movement"),
    "ritual": tr("ritual"),
    "service": tr("helping"),
    "repair": tr("mending"),
}
CLOSENESS_NAMES = (
    tr("Far apart"),
    tr("Strained"),
    tr("Okay"),
    tr("Warm"),
    tr("Very close"),
)
EVERYONE = tr("everyone")
AND = tr("{first} and {last}")
SEPARATOR = " · "
ALL_DAY = tr("All day")

CANCEL = tr("Cancel")
CLOSE = tr("Close")
CHANGE_NOTHING = tr("Change nothing")
SAVE = tr("Save")
DELETE = tr("Delete")
EDIT = tr("Edit")
REPEATS = tr("Repeats")


def listed(words: list[str] | tuple[str, ...]) -> str:
    """`Leo`, `Leo and Maya`, `Leo, Maya and Sara`."""
    if len(words) < 2:
        return "".join(words)
    return AND.format(first=", ".join(words[:-1]), last=words[-1])


def spoken_name(person: Person) -> str:
    """What the family says: `Mum` if the children say so, else the name."""
    return person.called or person.name


def initial(person: Person) -> str:
    return (person.name.strip() or "?")[0].upper()


_lettered: tuple[tuple[Person, ...], dict[PersonId, str]] = (), {}
"""The letters of the family asked about last: every card of a week asks."""


def initials(people: tuple[Person, ...]) -> dict[PersonId, str]:
    """Each person's initial; two letters where that alone is somebody else's too."""
    global _lettered  # noqa: PLW0603  (only ever what can be asked again)
    known, letters = _lettered
    if known is not people:
        first = [initial(person) for person in people]
        letters = {
            person.id: one if first.count(one) == 1 else one + person.name.strip()[1:2]
            for person, one in zip(people, first, strict=True)
        }
        _lettered = people, letters
    return letters


def people_line(household: Household, ids: tuple[str, ...]) -> str:
    """Who takes part: `Leo with Mum`, `everyone`, `Sara and Jonas`."""
    people = [p for p in household.people if p.id in ids]
    if len(people) == len(household.people) > 2:
        return EVERYONE
    children = [spoken_name(p) for p in people if p.role == "child"]
    grown_ups = [spoken_name(p) for p in people if p.role != "child"]
    if children and grown_ups:
        return tr("{children} with {grown_ups}").format(
            children=listed(children), grown_ups=listed(grown_ups)
        )
    return listed(children or [p.name for p in people])


def qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def clock(minute: int, locale: QLocale | None = None) -> str:
    """A time of day in the locale's short form; minutes past midnight belong to the next day."""
    minute %= 24 * 60
    if locale is None:
        return _clock(minute, QLocale().name(), clock_wish())
    return locale.toString(QTime(minute // 60, minute % 60), time_format(locale))


@lru_cache(maxsize=512)
def _clock(minute: int, _locale: str, _wish: int | None) -> str:
    """Kept, as a turn of the week asks for hundreds."""
    return clock(minute, QLocale())


def duration(minutes: int) -> str:
    return tr("{minutes} min").format(minutes=minutes)


def day_name(day: date, *, short: bool = False) -> str:
    kind = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(day.isoweekday(), kind)


def day_first() -> bool:
    """Whether the locale says `23 November` rather than `November 23`."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form.find("d") < form.find("M")


def day_and_month(day: date, *, short: bool = False) -> str:
    """`25 Nov` or `Nov 25`."""
    month = "MMM" if short else "MMMM"
    return QLocale().toString(qdate(day), f"d {month}" if day_first() else f"{month} d")


def weekday_and_date(day: date) -> str:
    """`Wed 25 Nov`."""
    return f"{day_name(day, short=True)} {day_and_month(day, short=True)}"


def long_date(day: date) -> str:
    """`Wednesday 25 November`."""
    return _long_date(day, QLocale().name())


@lru_cache(maxsize=64)
def _long_date(day: date, _locale: str) -> str:
    return f"{day_name(day)} {day_and_month(day)}"


def week_span(first: date, *, short: bool = False) -> tuple[str, str]:
    """The seven days from `first` and their year: (`23–29 November`, `2026`)."""
    last = first + timedelta(days=6)
    begin, end = day_and_month(first, short=short), day_and_month(last, short=short)
    if first.year != last.year:
        return f"{begin} {first.year} – {end}", str(last.year)
    if first.month != last.month:
        return f"{begin} – {end}", str(first.year)
    month = QLocale().toString(qdate(first), "MMM" if short else "MMMM")
    days = f"{first.day}–{last.day}"
    return (f"{days} {month}" if day_first() else f"{month} {days}"), str(first.year)


def days_ago(count: int) -> str:
    if count == 0:
        return tr("today")
    if count == 1:
        return tr("yesterday")
    return tr("{count} days ago").format(count=count)
