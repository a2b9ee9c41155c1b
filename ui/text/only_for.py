"""Words for entries that are for one person alone and never stand on paper."""

from planner.model import Entry, Household
from ui.text import common, tr

WHO_SEES_IT = tr("Who may see it")
EVERYBODY = tr("Everybody, also on paper")
ONLY_ME = tr("Only me: never on paper")
ONE_PERSON = tr("one person")


def only_for(name: str) -> str:
    return tr("Only {name}: never on paper").format(name=name)


def of_entry(entry: Entry, household: Household) -> str:
    """`only for Mum`; "" where everybody may see it."""
    if entry.only_for is None:
        return ""
    person = household.person(entry.only_for)
    name = common.spoken_name(person) if person else ONE_PERSON
    return tr("only for {name}").format(name=name)
