"""Words for everything that is remembered: what a card, a search and a screen reader say of it."""

from collections.abc import Iterator, Mapping

from planner.model import Entry, Household, PersonId
from planner.reaches import Reach
from planner.remembered import Ago, Item, Kind, Value
from planner.threads import Thread
from ui.text import coming_back, common, journal, reach, reflect, thread, tr

KIND_NAMES: Mapping[str, str] = {
    "time": tr("Times together"),
    "moment": tr("Moments"),
    "reach": tr("Reaches"),
    "return": tr("Going back"),
    "thread": tr("Mending"),
}
ONE_NAMES: Mapping[Kind, str] = {
    "time": "",
    "moment": tr("Moment"),
    "reach": tr("Reach"),
    "return": tr("Going back"),
    "thread": tr("Mending"),
}
PRIVATE = tr("only for me")
KIND, FEELING, CLOSENESS = tr("Kind"), tr("Feeling"), tr("Closeness")
ANY_KIND = tr("Everything kept")
ANY_FEELING = tr("Any feeling")
ANY_CLOSENESS = tr("Near and far")
AGO = {"week": tr("A week ago"), "month": tr("A month ago"), "year": tr("A year ago")}


def ago(when: Ago) -> str:
    """`A year ago`, `4 years ago`."""
    return AGO[when.unit] if when.number == 1 else tr("{n} years ago").format(n=when.number)


def title(value: Value, household: Household) -> str:
    if isinstance(value, Reach):
        child = household.person(value.child)
        return reach.title(child) if child else ONE_NAMES["reach"]
    if isinstance(value, Thread):
        names = thread.between(household, value)
        return tr("Mending: {names}").format(names=names) if names else thread.TITLE
    return value.title


def when_and_who(item: Item, household: Household) -> str:
    """`Mending · Wed 25 Nov · Leo with Mum · only for me`."""
    people: tuple[str, ...] = tuple(item.people)
    parts = (
        ONE_NAMES[item.kind],
        common.weekday_and_date(item.day),
        common.people_line(household, people) if isinstance(item.value, Entry) else "",
        PRIVATE if item.private else "",
    )
    return common.SEPARATOR.join(p for p in parts if p)


def line(value: Value) -> str:
    """What was written down, in the writer's own words."""
    if isinstance(value, Reach):
        return value.line
    if isinstance(value, Thread):
        return "\n".join(thread.told(value))
    if value.reflection is None or not value.reflection.line:
        return value.note if value.comes_back else ""
    return value.reflection.line


def closeness(value: Value) -> str:
    has_words = isinstance(value, Entry) and value.reflection is not None
    return journal.closeness(value) if isinstance(value, Entry) and has_words else ""


def details(value: Value, household: Household) -> str:
    """What was tapped: feelings of an entry, everything of a reach, how a thread ended."""
    if isinstance(value, Reach):
        return coming_back.told(value)
    if isinstance(value, Thread):
        felt = tr("It may have been: {word}").format(word=value.feeling) if value.feeling else ""
        parts = (thread.STATE_NAMES[value.state], felt)
        return common.SEPARATOR.join(p for p in parts if p)
    return journal.feelings(value, household) if value.reflection else ""


def helped(value: Value) -> str:
    return journal.helped(value) if isinstance(value, Entry) and value.reflection else ""


def spoken(item: Item, household: Household) -> str:
    """What a screen reader says of it."""
    value = item.value
    people: tuple[str, ...] = tuple(item.people)
    parts = (
        ONE_NAMES[item.kind],
        title(value, household),
        common.long_date(item.day),
        common.people_line(household, people) if isinstance(value, Entry) else "",
        common.PATHWAY_NAMES.get(item.pathway or "", ""),
        closeness(value),
        details(value, household).replace("\n", ", "),
        helped(value),
        line(value).replace("\n", " "),
        PRIVATE if item.private else "",
    )
    return ", ".join(p for p in parts if p)


def searched(value: Value, household: Household) -> Iterator[str]:
    """Every word a family could look for, each part on its own."""
    yield title(value, household)
    yield line(value)
    for person in _people(value):
        found = household.person(person)
        if found is not None:
            yield found.name
            yield found.called
    if isinstance(value, Entry):
        if value.reflection is not None:
            for words in value.reflection.feelings.values():
                yield from words
            yield from (reflect.HELPED_NAMES.get(n, n) for n in value.reflection.helped)
    else:
        yield details(value, household)


def _people(value: Value) -> tuple[PersonId, ...]:
    if isinstance(value, Reach):
        return (value.child,)
    return (*value.who, *value.hurt) if isinstance(value, Thread) else value.people
