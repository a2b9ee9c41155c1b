"""Words for who may read what a grown-up writes down."""

from planner.model import Readers
from ui.text import tr

QUESTION = tr("Who may read this?")
ONLY_ME = tr("Only me")
KEPT_BY_OTHER = tr("Somebody else keeps words about this for themself.")


def names(grown_ups: int) -> dict[Readers, str]:
    both = tr("Both of us") if grown_ups == 2 else tr("All grown-ups")
    return {"grown-ups": both, "me": ONLY_ME}
