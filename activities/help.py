"""Where a family finds help, and whom it may help: numbers only while they are known to be right."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

FRESH_DAYS = 180
"""So long a number is shown after it was checked."""
CHECKERS = 2
METHODS = ("called", "official page")
AUDIENCES = ("child", "adult", "both")
DIRECTORY_USES = ("numbers", "picture")
KINDS = ("prevention", "survivors", "systems", "funding")
REVIEW_DAYS = 183
"""An organisation is looked at again after half a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A place that changes seldom, shown before all numbers; ``use`` is one of DIRECTORY_USES."""

    name: str
    about: str
    use: str
    number: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A number of one country, for whom it is, and when and how it was last checked."""

    country: str
    name: str
    audience: str
    number: str
    channel: str = ""
    hours: str = ""
    languages: str = ""
    cost: str = ""
    operator: str = ""
    address: str = ""
    checked_on: date | None = None
    checked_by: tuple[str, ...] = ()
    method: str = ""

    @property
    def expires_on(self) -> date | None:
        """The last day on which the number may be shown; None for one that was never checked."""
        return self.checked_on and self.checked_on + timedelta(days=FRESH_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What is known of one organisation, in the same facts for each; an empty fact is not known.

    ``seen`` tells whether ``does`` and ``beside`` were read at a source; the rest of the facts are
    filled in by the review, whose day is ``reviewed_on``.
    """

    name: str
    kind: str
    does: str
    beside: str
    address: str
    seen: bool = False
    registration: str = ""
    countries: str = ""
    founded: str = ""
    accounts: str = ""
    evaluation: str = ""
    reviewed_on: date | None = None


def is_fresh(line: Helpline, today: date) -> bool:
    """Whether the number may be shown: checked by two people, a known way, at most 180 days ago."""
    if line.checked_on is None or line.expires_on is None:
        return False
    known_way = line.method in METHODS and len(set(line.checked_by)) >= CHECKERS
    return known_way and line.checked_on <= today <= line.expires_on


def helplines(today: date) -> tuple[tuple[Helpline, ...], tuple[Helpline, ...]]:
    """Give the numbers that may be shown today, and those that have to hide, as the file has them."""
    lines = _helplines()
    fresh = tuple(line for line in lines if is_fresh(line, today))
    return fresh, tuple(line for line in lines if line not in fresh)


def directories(use: str = "numbers") -> tuple[Directory, ...]:
    """Give the places that are shown before any number, in the order of the file."""
    return tuple(place for place in _directories() if place.use == use)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give all organisations, kind by kind in the order of KINDS, and by name within a kind."""
    found = (Organisation(**row) for row in _table("organisations.toml")["organisation"])
    return tuple(sorted(found, key=lambda o: (KINDS.index(o.kind), o.name.removeprefix("The "))))


def is_reviewed(organisation: Organisation, today: date) -> bool:
    """Whether somebody held this organisation against the rules within the last half year."""
    day = organisation.reviewed_on
    return day is not None and day <= today <= day + timedelta(days=REVIEW_DAYS)


@cache
def _helplines() -> tuple[Helpline, ...]:
    rows = _table("helplines.toml")["helpline"]
    return tuple(
        Helpline(**{**row, "checked_by": tuple(row.get("checked_by", ()))}) for row in rows
    )


@cache
def _directories() -> tuple[Directory, ...]:
    return tuple(Directory(**row) for row in _table("helplines.toml")["directory"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
