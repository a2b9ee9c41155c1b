"""Who is free when: the hours each person has, less what they are busy with."""

from collections.abc import Iterable
from datetime import date, timedelta

from planner.dates import ONE_DAY
from planner.model import DAY_MINUTES, Busy, Household, Person, PersonId, Rota, Span

Window = tuple[int, int]
"""Half-open minutes of one day."""


def busy_on(household: Household, day: date) -> tuple[Busy, ...]:
    """The busy times of a day, shifts and those of calendars among them, by start."""
    found = [
        b
        for b in household.busy
        if b.span.falls_on(day)
        and (b.first is None or b.first <= day)
        and (b.last is None or day <= b.last)
    ]
    found += (busy for rota in household.rotas for busy in at_work(rota, day))
    if household.calendars:
        from planner.calendars.days import busy_times  # noqa: PLC0415  (few families have any)

        found += busy_times(household, day)
    return tuple(sorted(found, key=lambda b: (b.span.start, b.span.end, b.id)))


def at_work(rota: Rota, day: date) -> Iterable[Busy]:
    """What a rota takes of a day: the end of the night before, and the shift of the day itself."""
    for began, shift in ((1, rota.shift_on(day - ONE_DAY)), (0, rota.shift_on(day))):
        if shift is None:
            continue
        start, end = shift.start, shift.end
        if end <= start:
            start, end = (0, end) if began else (start, DAY_MINUTES)
        elif began:
            continue
        if start < end:
            span = Span(weekdays=(day.weekday(),), start=start, end=end)
            yield Busy(id=rota.id, title=shift.name, people=(rota.person,), span=span)


def free_windows(household: Household, person: Person, day: date) -> tuple[Window, ...]:
    """When this person is free that day, before anything is planned: in order, not touching.

    The hours they want to themself are not free for others.
    """
    windows = joined((s.start, s.end) for s in person.free if s.falls_on(day))
    return without(windows, away_windows(household, person, day))


def away_windows(household: Household, person: Person, day: date) -> tuple[Window, ...]:
    """When this person is busy or wants to be alone that day: in order, not touching."""
    own = [(s.start, s.end) for s in person.own_time if s.falls_on(day)]
    taken = (b.span for b in busy_on(household, day) if person.id in b.people)
    return joined([*own, *((span.start, span.end) for span in taken)])


def conflicts(
    household: Household, people: Iterable[PersonId], day: date, window: Window
) -> tuple[tuple[PersonId, str], ...]:
    """Who of these people is busy in that window, and with what."""
    wanted = tuple(people)
    return tuple(
        (person, busy.title)
        for busy in busy_on(household, day)
        if busy.span.start < window[1] and window[0] < busy.span.end
        for person in busy.people
        if person in wanted
    )


def joined(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same time as windows that neither overlap nor touch, in order."""
    result: list[Window] = []
    for start, end in sorted(w for w in windows if w[0] < w[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def without(windows: Iterable[Window], taken: Iterable[Window]) -> tuple[Window, ...]:
    """What is left of `windows` when `taken` is cut out."""
    left = list(windows)
    for start, end in taken:
        left = [
            piece
            for a, b in left
            for piece in ((a, min(b, start)), (max(a, end), b))
            if piece[0] < piece[1]
        ]
    return joined(left)


def shared(one: Iterable[Window], other: Iterable[Window]) -> tuple[Window, ...]:
    """The time that lies in both."""
    mine = tuple(other)
    return joined((max(a, c), min(b, d)) for a, b in one for c, d in mine)


def first_shared(
    household: Household,
    people: Iterable[PersonId],
    minutes: int,
    *,
    first: date,
    days: int,
    earliest: int,
    taken: Iterable[tuple[date, Window, tuple[PersonId, ...]]] = (),
) -> tuple[date, int] | None:
    """The first day and start, on a quarter hour, at which all of these people have time.

    `earliest` is a minute of the first day; `taken` says who is in which entry when. None if there
    is no such time in these days.
    """
    wanted = frozenset(people)
    entries = tuple(taken)
    for n in range(days):
        day = first + timedelta(days=n)
        windows: tuple[Window, ...] = ((earliest if n == 0 else 0, DAY_MINUTES),)
        for person in household.people:
            if person.id in wanted:
                windows = shared(windows, free_windows(household, person, day))
        windows = without(windows, (w for d, w, who in entries if d == day and wanted & set(who)))
        for start, end in windows:
            quarter = -(-start // 15) * 15
            if quarter + minutes <= end:
                return day, quarter
    return None
