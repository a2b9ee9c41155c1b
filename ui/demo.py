"""The sample family in a folder of its own, for `--demo`."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from activities import catalogue
from activities.model import Activity
from planner import actions
from planner.model import Household
from planner.sample_private import sample_family
from planner.session import Session
from planner.store import open_store


def make_demo(
    folder: Path,
    cache: Path,
    now: datetime,
    family: Callable[[date, Mapping[str, Activity]], Household] = sample_family,
) -> None:
    """Put the sample family as it is today into this empty folder."""
    library, _ = catalogue.load(cache=cache)
    household, store = open_store(folder, clock=lambda: now)
    sample = family(now.date(), library.activities)
    Session(household, store).apply(actions.start_family(sample))
    store.close()
