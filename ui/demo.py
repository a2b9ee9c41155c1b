"""The sample family in a folder of its own, for `--demo`."""

from datetime import datetime
from pathlib import Path

from activities import catalogue
from planner import actions
from planner.sample_private import sample_family
from planner.session import Session
from planner.store import open_store


def make_demo(folder: Path, cache: Path, now: datetime) -> None:
    """Put the sample family as it is today into this empty folder."""
    library, _ = catalogue.load(cache=cache)
    household, store = open_store(folder, clock=lambda: now)
    sample = sample_family(now.date(), library.activities)
    Session(household, store).apply(actions.start_family(sample))
    store.close()
