"""The family's own activities: written, changed, put away, and found beside those of the library."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.errors import UnknownActivityError
from planner.model import Household

if TYPE_CHECKING:  # the library comes after the first week is painted
    from activities.model import Activity, Catalogue

LONGEST_ID = 60
NAMELESS = "own-activity"


def with_activities(household: Household, *activities: "Activity") -> Household:
    """The household with these own activities, each in the place of the one with the same id."""
    held = {a.id: a for a in (*household.own, *activities)}
    return replace(household, own=tuple(held[each] for each in sorted(held)))


def archived(household: Household, activity_id: str, *, away: bool = True) -> Household:
    """The household with this own activity put `away`, or brought back.

    What is put away is kept, also for the weeks in which it stands. UnknownActivityError if the
    family has no activity of its own with this id.
    """
    held = next((a for a in household.own if a.id == activity_id), None)
    if held is None:
        raise UnknownActivityError(activity_id)
    status = "retired" if away else "published"
    return household if held.status == status else with_activities(
        household, replace(held, status=status)
    )  # fmt: skip


def with_own(library: "Catalogue", household: Household) -> "Catalogue":
    """The library with the family's own activities among the others; those put away are not shown."""
    if not household.own:
        return library
    from activities.model import SHOWN_STATUSES, Catalogue  # noqa: PLC0415

    own = {a.id: a for a in household.own}
    shown = [a for a in library.published if a.id not in own]
    shown += [a for a in own.values() if a.status in SHOWN_STATUSES]
    shown.sort(key=lambda a: (a.title.casefold(), a.id))
    return Catalogue(activities={**library.activities, **own}, published=tuple(shown))


def merging(
    library: "Callable[[], Catalogue]", household: Callable[[], Household]
) -> "Callable[[], Catalogue]":
    """The catalogue of now, as a call that makes it anew only when one of its two parts is another."""
    made: tuple[Catalogue, tuple[Activity, ...], Catalogue] | None = None

    def merged() -> "Catalogue":
        nonlocal made
        shelves, family = library(), household()
        if made is None or made[0] is not shelves or made[1] is not family.own:
            made = shelves, family.own, with_own(shelves, family)
        return made[2]

    return merged


def fresh_id(title: str, taken: Collection[str]) -> str:
    """An id in small letters and hyphens after this title, with a number if it is `taken`."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", bare.replace("'", ""))
    name = "-".join(words)[: LONGEST_ID - 8].strip("-") or NAMELESS
    number = 1
    while (made := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return made


def is_good_id(activity_id: str) -> bool:
    """Whether this can be the id of an own activity: small letters, digits and single hyphens."""
    short = len(activity_id) <= LONGEST_ID
    return short and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", activity_id) is not None


def copy_of(activity: "Activity", title: str, taken: Collection[str]) -> "Activity":
    """The family's own version of an activity, to be changed.

    It names no sources: what they found was not found for whatever the family makes of it.
    """
    return replace(
        activity,
        id=fresh_id(title, taken),
        title=title,
        evidence=(),
        status="published",
        own=True,
    )
