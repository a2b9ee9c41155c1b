"""How this family likes to look at its weeks: first day, hours, size, reminders, and where it last was.

They stand in `preferences.json` beside the family's data, hold no private words, and are no part of
undo. Every value has a default; one that cannot be used is passed over, and what this version does
not know is kept as it is.
"""

import contextlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from planner.errors import Problem
from planner.model import DAY_MINUTES, PersonId
from planner.storage.files import DISK, Files, write_new

FILE = "preferences.json"
ASIDE = "preferences-unread-{number}.json"

ThemeWish = Literal["system", "light", "dark"]
Reminding = Literal["off", "chosen", "all"]
"""Nothing reminds; entries that ask for it do; every entry does."""

TEXT_SIZES = range(70, 201)
"""Percent of the desktop's own size."""


NOTHING: Mapping[str, Any] = MappingProxyType({})


class View(NamedTuple):
    """Where the week's page was when Kinweek was closed. `top` is the minute at its upper edge."""

    week: date | None = None
    top: int | None = None
    zoom: float = 1.0
    closed: datetime | None = None


class Preferences(NamedTuple):
    """Choices of one desktop. None: as the desktop's language says, or nobody, or never."""

    first_weekday: int | None = None
    clock: Literal[12, 24] | None = None
    hours: tuple[int, int] = (0, 24)
    """The hours of a day that the week shows; more where an entry lies outside them."""
    theme: ThemeWish = "system"
    text_size: int = 100
    entry_minutes: int = 30
    """How long a new entry of the family's own is, until somebody says otherwise."""
    reminders: Reminding = "chosen"
    remind_before: int = 10
    reminded: datetime | None = None
    """Up to when reminders were shown, or would have been."""
    me: PersonId | None = None
    lock_after: int | None = None
    """Minutes without a key or a click."""
    printing: Mapping[str, Mapping[str, Any]] = NOTHING
    """What was chosen last for each layout, by its name."""
    view: View = View()
    unknown: Mapping[str, Any] = NOTHING
    """What a newer Kinweek wrote."""


class BadPreferenceError(ValueError):
    """A value that cannot be used."""


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise BadPreferenceError
        return value

    return read


def _one_of(*known: Any) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is bool or value not in known:
            raise BadPreferenceError
        return value

    return read


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise BadPreferenceError
    return value


def _hours(value: Any) -> tuple[int, int]:
    match value:
        case [int(first), int(end)] if 0 <= first < end <= 24:
            return int(first), int(end)
    raise BadPreferenceError


def _time(value: Any) -> datetime:
    time = datetime.fromisoformat(_text(value))
    if time.tzinfo is not None:  # it could not be compared with the others
        raise BadPreferenceError
    return time


def _zoom(value: Any) -> float:
    if type(value) not in {int, float} or not 0.1 <= value <= 10:
        raise BadPreferenceError
    return float(value)


def _printing(value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
        raise BadPreferenceError
    return value


def _view(value: Any) -> View:
    if not isinstance(value, dict):
        raise BadPreferenceError
    return View(**_read(value, VIEW, [], "view."))


VIEW: Mapping[str, Callable[[Any], Any]] = {
    "week": lambda value: date.fromisoformat(_text(value)),
    "top": _whole(0, DAY_MINUTES),
    "zoom": _zoom,
    "closed": _time,
}
READERS: Mapping[str, Callable[[Any], Any]] = {
    "first_weekday": _whole(0, 6),
    "clock": _one_of(12, 24),
    "hours": _hours,
    "theme": _one_of(*get_args(ThemeWish)),
    "text_size": _whole(TEXT_SIZES.start, TEXT_SIZES.stop - 1),
    "entry_minutes": _whole(5, DAY_MINUTES),
    "reminders": _one_of(*get_args(Reminding)),
    "remind_before": _whole(0, DAY_MINUTES),
    "reminded": _time,
    "me": _text,
    "lock_after": _whole(1, DAY_MINUTES),
    "printing": _printing,
    "view": _view,
}


def _read(
    document: Mapping[str, Any],
    readers: Mapping[str, Callable[[Any], Any]],
    problems: list[Problem],
    prefix: str = "",
) -> dict[str, Any]:
    found = {}
    for name, reader in readers.items():
        value = document.get(name)
        if value is not None:
            try:
                found[name] = reader(value)
            except ValueError:
                problems.append(Problem("preferences", f"{prefix}{name}", repr(value)))
    return found


def preferences_from(data: bytes) -> tuple[Preferences, tuple[Problem, ...]]:
    """The preferences in the bytes of a file, with a problem for every value that was passed over.

    Raises ValueError if the bytes are no document at all.
    """
    document = json.loads(data)
    if not isinstance(document, dict):
        raise BadPreferenceError(FILE)
    problems: list[Problem] = []
    found = _read(document, READERS, problems)
    unknown = {name: value for name, value in document.items() if name not in READERS}
    return Preferences(**found, unknown=unknown), tuple(problems)


def preferences_bytes(preferences: Preferences) -> bytes:
    """The file that holds them; what is as usual is left out."""
    usual = Preferences()
    kept = {
        name: _plain(value)
        for name in READERS
        if (value := getattr(preferences, name)) != getattr(usual, name)
    }
    return json.dumps({**preferences.unknown, **kept}, ensure_ascii=False, indent=1).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, View):
        return {
            name: _plain(inside) for name, inside in value._asdict().items() if inside is not None
        }
    return value.isoformat() if isinstance(value, date) else value


def load_preferences(
    folder: Path, *, read_only: bool = False, files: Files = DISK
) -> tuple[Preferences, tuple[Problem, ...]]:
    """The preferences of this data folder, and what of them could not be used; the usual ones if none.

    A file that is no document is set aside under another name, but if it is only to be looked at.
    """
    try:
        return preferences_from(files.read(folder / FILE))
    except FileNotFoundError:
        return Preferences(), ()
    except (OSError, ValueError, RecursionError) as error:
        if not read_only and not isinstance(error, OSError):
            with contextlib.suppress(OSError):
                _set_aside(folder, files)
        return Preferences(), (Problem("preferences", FILE, str(error)),)


def _set_aside(folder: Path, files: Files) -> None:
    taken = set(files.names(folder))
    number = next(n for n in range(1, len(taken) + 2) if ASIDE.format(number=n) not in taken)
    files.rename(folder / FILE, folder / ASIDE.format(number=number))


def save_preferences(folder: Path, preferences: Preferences, *, files: Files = DISK) -> None:
    """Write them whole, for their owner alone. Raises OSError if the disk refuses; then nothing changed."""
    write_new(files, folder / FILE, preferences_bytes(preferences), over=True)


def first_shown(preferences: Preferences, now: datetime) -> View:
    """What to show at a start: where it was closed, but the current week a day later."""
    closed = preferences.view.closed
    if closed is None or not 0 <= (now - closed).total_seconds() <= DAY_MINUTES * 60:
        return preferences.view._replace(week=None, top=None)
    return preferences.view
