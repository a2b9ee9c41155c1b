"""Brings what an earlier Kinweek wrote up to today's shape, one step for each version.

The table `meta` says which version its neighbours have. A step is a function from the tables of one
version to those of the next; it is never changed again once families have it, and every version has
a folder under `tests/files` that keeps being opened.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planner.storage import NewerFormatError, UnreadableError

Tables = dict[str, dict[str, dict[str, Any]]]
Step = Callable[[Tables], Tables]


def with_more_kinds(tables: Tables) -> Tables:
    """Version 2 knows rituals, calendars, reaches, patterns and more, and entries of whole days.

    What version 1 wrote is all still meant as it stands. The number keeps a Kinweek that does not know
    these kinds from changing entries it cannot read whole.
    """
    return tables


STEPS: tuple[Step, ...] = (with_more_kinds,)
"""The first leads from version 1 to version 2, and so on."""

SCHEMA_VERSION = 1 + len(STEPS)
META, ONLY = "meta", "1"


def version_of(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> int:
    """The version of these tables; 1 where none is noted, as the first version did at times.

    Raises UnreadableError if it is not a version at all.
    """
    version = tables.get(META, {}).get(ONLY, {}).get("schema_version", 1)
    if type(version) is not int or version < 1:
        raise UnreadableError(
            f"The family's data has no version that can be understood ({version!r}). "
            "Restore a backup, or ask for help with it."
        )
    return version


def up_to_date(
    tables: Mapping[str, Mapping[str, Mapping[str, Any]]], steps: Sequence[Step] = STEPS
) -> Tables:
    """A copy of the tables in today's shape. Raises UnreadableError, and NewerFormatError."""
    version, newest = version_of(tables), 1 + len(steps)
    if version > newest:
        raise NewerFormatError(
            f"This was written by a newer Kinweek (version {version} of the data, and this one "
            f"knows {newest}): install the newer Kinweek to read it."
        )
    copied: Tables = json.loads(json.dumps({name: dict(table) for name, table in tables.items()}))
    for step in steps[version - 1 :]:
        copied = step(copied)
    if copied:
        copied[META] = {ONLY: {**copied.get(META, {}).get(ONLY, {}), "schema_version": newest}}
    return copied
