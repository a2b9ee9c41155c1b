"""A process of its own that reads one calendar file, so that no file can harm or hold up the app.

Run as `python -m planner.calendars.worker SINCE UNTIL ZONE` with the file on standard input; ZONE is
the name of this computer's time zone, `""` for the system's own. It answers with a line of JSON for
each step of progress and one with what was found, or with why it stopped. It limits its own memory
and time before it reads a byte, where the platform has such limits; its caller holds a deadline.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

try:
    import resource
except ImportError:  # Windows has no such limits: the deadline alone holds there
    resource = None  # type: ignore[assignment]

from planner.calendars.cleaned import Said, said
from planner.calendars.clocks import zone_named
from planner.calendars.documents import row_of
from planner.calendars.expand import Span, occurrences
from planner.calendars.lines import Component, components, decoded
from planner.calendars.model import CalendarEvent
from planner.calendars.zones import zones_of
from planner.errors import Problem

MEMORY = 1024**3
WORK_SECONDS = 60
MOST_BYTES = 20 * 1024**2
MOST_EVENTS = 20_000
MOST_TAKEN = 60_000
"""Times that something takes place. What would come after is left for a later refresh."""
MOST_DAYS = 200_000
"""Days on which something is, all events counted."""
MOST_PROBLEMS = 500
STEPS = 50


def main() -> None:
    """Read, answer, done. Whatever stops it is one word for the caller."""
    since, until, zone = sys.argv[1:4]
    _limit_myself()
    span = Span(date.fromisoformat(since), date.fromisoformat(until), zone_named(zone))
    try:
        answer = found_in(sys.stdin.buffer.read(MOST_BYTES + 1), span)
    except MemoryError:
        answer = {"stopped": "too-much"}
    _say(answer)


def _limit_myself() -> None:
    if resource is not None:
        for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, WORK_SECONDS)):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def found_in(data: bytes, span: Span) -> dict[str, Any]:
    """What is in the file, ready for JSON; only `stopped` where it is none, or too large."""
    if len(data) > MOST_BYTES:
        return {"stopped": "too-large"}
    parts: list[Component] = []
    read = 0
    for part in components(decoded(data)):
        parts.append(part)
        read += part.name == "VEVENT"
        if read > MOST_EVENTS:
            return {"stopped": "too-many"}
    calendars = [p for p in parts if p.name == "VCALENDAR"]
    if not calendars and not read:
        return {"stopped": _instead(data)}
    problems: list[Problem] = []
    counts: Counter[str] = Counter()
    taken = list(_taken(parts, span, problems, counts))
    kept, until = _as_much_as_fits(taken, span, problems)
    names = (c.text(n) for n in ("X-WR-CALNAME", "NAME") for c in calendars)
    return {
        "name": next(filter(None, names), ""),
        "until": until.isoformat(),
        "events": _rows(kept),
        "problems": problems[:MOST_PROBLEMS],
        "problem_count": len(problems),
        "called_off": counts["called-off"],
        "elsewhen": counts["elsewhen"],
        "tasks": sum(p.name in {"VTODO", "VJOURNAL"} for p in parts),
    }


def _instead(data: bytes) -> str:
    """What a file is that is no calendar: one word for the caller."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip(b"\0 \t\r\n"):
        return "empty"
    if start.startswith(b"pk\x03\x04"):
        return "packed"
    return "page" if start.startswith(b"<!doctype html") or b"<html" in start else "no-calendar"


def _taken(
    parts: list[Component], span: Span, problems: list[Problem], counts: Counter[str]
) -> Iterator[CalendarEvent]:
    """Everything that takes place in the span, by uid; progress is told on the way.

    Events of which nothing does are counted, as `called-off` or `elsewhen`.
    """
    find_zone = zones_of(parts)
    called_off = any(p.name == "VCALENDAR" and p.text("METHOD").upper() == "CANCEL" for p in parts)
    found = (
        said(p, find_zone, problems, cancelled=called_off) for p in parts if p.name == "VEVENT"
    )
    series = sorted(_series(one for one in found if one is not None).items())
    for number, (uid, versions) in enumerate(series):
        if number % max(1, len(series) // STEPS) == 0:
            _say({"done": number, "of": len(series)})
        events, wrong = occurrences(versions, span)
        problems += wrong
        if not events:
            counts["called-off" if all(v.cancelled for v in versions) else "elsewhen"] += 1
        yield from (event._replace(uid=uid) for event in events)


def _series(events: Iterable[Said]) -> dict[str, list[Said]]:
    """The events by uid. Some calendars give many of them the same one; those are told apart."""
    series: dict[str, list[Said]] = {}
    for one in events:
        uid = one.uid
        held = series.get(uid)
        if held and one.original is None and any(_is_another(one, other) for other in held):
            uid = f"{uid} {one.start.isoformat()}"
        series.setdefault(uid, []).append(one)
    return series


def _is_another(one: Said, other: Said) -> bool:
    """Whether these are two events in spite of their uid: neither is a newer version of the other."""
    return other.original is None and other.start != one.start and other.sequence == one.sequence


def _as_much_as_fits(
    taken: list[CalendarEvent], span: Span, problems: list[Problem]
) -> tuple[list[CalendarEvent], date]:
    """What can be kept, and up to which day; what cannot is among the problems."""
    room, kept = MOST_DAYS, []
    for event in taken:
        days = (event.last - event.first).days + 1
        if days > room:
            problems.append(Problem("too-long", event.title, event.first.isoformat()))
        else:
            room -= days
            kept.append(event)
    if len(kept) <= MOST_TAKEN:
        return kept, span.until
    until = sorted(event.first for event in kept)[MOST_TAKEN]
    problems.append(Problem("cut", "", until.isoformat()))
    return [event for event in kept if event.first < until], until


def _rows(events: Iterable[CalendarEvent]) -> dict[str, list[list[Any]]]:
    rows: dict[str, list[list[Any]]] = {}
    for event in events:
        rows.setdefault(event.uid, []).append(row_of(event))
    return rows


if __name__ == "__main__":
    main()
