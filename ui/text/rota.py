"""Words of work in shifts: early, late, night and days off that come round again."""

from datetime import date

from planner.dates import days_from
from planner.model import Household, Rota, Shift
from ui.text import common, family, tr

TITLE = tr("Shifts")
HINT = tr("For work that comes round again: so many early, so many late, so many off.")
NONE = tr("No shifts noted.")
ADD = tr("+ Shifts")
WHO = tr("Who")
PATTERN = tr("One round")
READY = tr("Begin with")
OWN_PATTERN = tr("a round of your own")
TURN_DAYS = tr("Days in a row")
TURN_SHIFT = tr("Shift")
OFF = tr("off")
THEN = tr("+ then")
REMOVE_TURN = tr("Take out: {turn}")
HOURS = tr("Hours")
HOURS_HINT = tr(
    "From leaving home until there is time again. After a night that may be noon of the next day."
)
NEXT_DAY = tr("the next day")
FIRST = tr("A round begins on")
COMING = tr("Coming: {days}.")
ONLY_OFF = tr("Say which days are for work.")

SHIFTS = (
    Shift(tr("Early"), 5 * 60 + 30, 14 * 60 + 30),
    Shift(tr("Day"), 7 * 60, 19 * 60 + 30),
    Shift(tr("Late"), 13 * 60, 22 * 60 + 30),
    Shift(tr("Night"), 21 * 60, 13 * 60),
)
"""The usual ones with guesses of their hours; their names are kept as the family has them."""
_EARLY, _DAY, _LATE, _NIGHT = range(4)
ROUNDS: tuple[tuple[tuple[int | None, int], ...], ...] = (
    ((_EARLY, 2), (_LATE, 2), (_NIGHT, 2), (None, 4)),
    ((_EARLY, 5), (None, 2), (_LATE, 5), (None, 2), (_NIGHT, 5), (None, 2)),
    ((_DAY, 2), (_NIGHT, 2), (None, 4)),
    ((_EARLY, 5), (None, 2), (_LATE, 5), (None, 2)),
)
"""Rounds many people work, as (which of the usual shifts, how many days)."""
SHOWN_DAYS = 14


def turn(name: str, days: int) -> str:
    """`2 early`, `4 off`."""
    return tr("{days} {shift}").format(days=days, shift=name.lower())


def round_named(turns: tuple[tuple[int | None, int], ...], shifts: tuple[Shift, ...]) -> str:
    """`2 early, 2 late, 2 night, 4 off`."""
    return ", ".join(turn(OFF if n is None else shifts[n].name, days) for n, days in turns)


def heading(rota: Rota, household: Household) -> str:
    """`Mum · 2 early, 2 late, 2 night, 4 off`."""
    words = round_named(tuple((t.shift, t.days) for t in rota.turns), rota.shifts)
    return common.SEPARATOR.join((name_of(rota, household), words))


def name_of(rota: Rota, household: Household) -> str:
    person = household.person(rota.person)
    return person.name if person else ""


def hours_line(rota: Rota) -> str:
    """`Early 05:30–14:30, Night 21:00–13:00`, of the shifts that are worked."""
    worked = sorted({t.shift for t in rota.turns if t.shift is not None})
    return ", ".join(
        f"{rota.shifts[n].name} {family.time_range(rota.shifts[n].start, rota.shifts[n].end)}"
        for n in worked
    )


def coming(rota: Rota, today: date) -> str:
    """The next two weeks in a line, so that a wrong first day is seen at once.

    `Coming: Mon, Tue day; Wed, Thu night; Fri, Sat off.`
    """
    groups: list[tuple[str, list[str]]] = []
    for day in days_from(today, SHOWN_DAYS):
        shift = rota.shift_on(day)
        name = shift.name.lower() if shift else OFF
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        groups[-1][1].append(common.day_name(day, short=True))
    return COMING.format(days="; ".join(f"{', '.join(days)} {name}" for name, days in groups))


def remove_turn(words: str) -> str:
    return REMOVE_TURN.format(turn=words)
