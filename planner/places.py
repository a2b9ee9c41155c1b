"""Where and at what hours an idea fits: after school on school days, a weekend on the weekend, a sunset at dusk."""

from collections.abc import Mapping
from datetime import date
from math import pi, sin

from activities.model import HOURS, Activity
from planner.fill.instance import BEDTIME, CAR, HOME, MEAL, OUTDOOR, Place, Windows
from planner.free import Window, shared
from planner.model import DAY_MINUTES, SCHOOL_DAYS, WEEKEND

AFTER_SCHOOL, AT_WEEKEND = "after-school", "weekend"
PLACES: Mapping[str, str] = {
    "bedtime": BEDTIME,
    "meal": MEAL,
    "car": CAR,
    "walk": OUTDOOR,
    "outdoors": OUTDOOR,
    "chore": HOME,
    AFTER_SCHOOL: AFTER_SCHOOL,
    AT_WEEKEND: AT_WEEKEND,
    "screen-together": HOME,
}
"""The library's settings as Fill knows them. After a quarrel and at a distance are never suggested."""

WHOLE_DAY = (0, DAY_MINUTES)
SCHOOL_OVER = (12 * 60, 20 * 60)
EVENING = (16 * 60 + 30, DAY_MINUTES)
BEFORE_DUSK = 60
SUNDAY = 6


def places_of(activity: Activity) -> tuple[str, ...]:
    """The settings of an activity as Fill knows them, each with the hours the activity asks for."""
    found = dict.fromkeys(PLACES[s] for s in activity.settings if s in PLACES)
    return tuple(_named(place, activity.hours) for place in found or (HOME,))


def moment_of(activity: Activity, place: str) -> str | None:
    """Which setting of the activity is meant by that place."""
    named = (s for s in activity.settings if s in PLACES)
    return next((s for s in named if _named(PLACES[s], activity.hours) == place), None)


def places(days: tuple[date, ...]) -> Mapping[str, Place]:
    """Every setting that has hours of its own, with its hours in the week of these days."""
    found = {}
    for place in dict.fromkeys(PLACES.values()):
        for hours in ("", *HOURS):
            if hours or place in {AFTER_SCHOOL, AT_WEEKEND}:
                like = HOME if place in {AFTER_SCHOOL, AT_WEEKEND} else place
                when = (shared(_at(place, day), _at(hours, day)) for day in days)
                found[_named(place, hours)] = Place(like, of_week(tuple(when)))
    return found


def of_week(windows_of_days: tuple[Windows, ...]) -> Windows:
    """The windows of every day as minutes of the week."""
    return tuple(
        (n * DAY_MINUTES + start, n * DAY_MINUTES + end)
        for n, windows in enumerate(windows_of_days)
        for start, end in windows
    )


def daylight(day: date) -> Window:
    """About when it is light, in minutes of the day: the middle of the temperate north, clock time.

    Day length from the sun's yearly sine (12 hours, 3.4 more or less), centred on 12:45.
    """
    half = 60 * (12 + 3.4 * sin(2 * pi * (day.timetuple().tm_yday - 80) / 365)) / 2
    middle = 12 * 60 + 45
    return round((middle - half) / 15) * 15, round((middle + half) / 15) * 15


def _named(place: str, hours: str) -> str:
    return f"{place}, {hours}" if hours else place


def _at(what: str, day: date) -> Windows:
    """The hours of a day at which this is: a place of its own, or the hours an activity asks for."""
    weekday, dusk = day.weekday(), daylight(day)[1]
    hours: Mapping[str, Windows] = {
        AFTER_SCHOOL: (SCHOOL_OVER,) if weekday in SCHOOL_DAYS else (),
        AT_WEEKEND: (WHOLE_DAY,) if weekday in WEEKEND else (),
        "evening": (EVENING,),
        "sunset": ((dusk - BEFORE_DUSK, dusk),),
        "sunday": (WHOLE_DAY,) if weekday == SUNDAY else (),
    }
    return hours.get(what, (WHOLE_DAY,))
