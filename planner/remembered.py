"""Everything a family remembers in one list: times together, moments, reaches, going back, mending.

The list is made ready for searching once; what did not change is taken over from the list before.
"""

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from activities.feelings import all_words
from activities.search import plain
from planner import week
from planner.actions import Action
from planner.dates import WEEK_DAYS
from planner.harm import speaks_of_harm
from planner.model import (
    DAY_MINUTES,
    HAPPENED,
    JUST_KEPT,
    Entry,
    EntryId,
    Household,
    PersonId,
    Reflection,
    may_read,
)
from planner.reaches import Reach, readable
from planner.threads import Thread, readable_threads

Kind = Literal["time", "moment", "reach", "return", "thread"]
KINDS: tuple[Kind, ...] = ("time", "moment", "reach", "return", "thread")
Value = Entry | Reach | Thread

MOST_ON_THIS_DAY = 3
YEARS_BACK = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is remembered. `feelings` are families of feelings; `words` what is searched.

    `value` is the entry, reach or thread itself; `private` says that one grown-up alone reads it.
    """

    kind: Kind
    value: Value
    day: date
    minute: int
    people: frozenset[PersonId]
    pathway: str | None = None
    feelings: frozenset[str] = frozenset()
    closeness: int | None = None
    private: bool = False
    words: str = ""


class Wanted(NamedTuple):
    """What is looked for: all of these people, one of each other kind of thing if any are named."""

    typed: str = ""
    people: frozenset[PersonId] = frozenset()
    pathways: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    feelings: frozenset[str] = frozenset()
    closeness: frozenset[int] = frozenset()


class Ago(NamedTuple):
    """How long ago a day was: so many of a `unit`."""

    unit: Literal["week", "month", "year"]
    number: int


def index(
    household: Household,
    me: PersonId | None,
    searched: Callable[[Value], Iterable[str]],
    before: Iterable[Item] = (),
) -> tuple[Item, ...]:
    """Everything that `me` may read, newest first. `searched` gives the words of a value as they are shown.

    Items of `before` whose value is the very same are taken over as they are.
    """
    known = {id(item.value): item for item in before}
    families = {feeling.word: feeling.family for feeling in all_words()}

    def made(value: Value) -> Item:
        item = known.get(id(value))
        if item is None:
            item = _item(value, families)
            item = replace(item, words=plain("\n".join(searched(value))))
        return item

    items = [made(value) for value in _values(household, me)]
    items.sort(key=lambda item: (item.day, item.minute), reverse=True)
    return tuple(items)


def find(items: Iterable[Item], wanted: Wanted) -> tuple[Item, ...]:
    """The items that have every typed word, in the same order."""
    typed = plain(wanted.typed).split()
    return tuple(
        item
        for item in items
        if all(word in item.words for word in typed)
        and wanted.people <= item.people
        and (not wanted.pathways or item.pathway in wanted.pathways)
        and (not wanted.kinds or item.kind in wanted.kinds)
        and (not wanted.feelings or not wanted.feelings.isdisjoint(item.feelings))
        and (not wanted.closeness or item.closeness in wanted.closeness)
    )


def on_this_day(items: Iterable[Item], today: date) -> tuple[tuple[Ago, Item], ...]:
    """What is remembered of a week, a month and whole years ago; the nearest first, three at most.

    Reaches, threads that are not mended and what speaks of harm do not come up unasked.
    """
    days = {day: ago for ago, day in reversed(_days_ago(today))}
    found = [(days[item.day], item) for item in items if item.day in days and _comes_up(item)]
    return tuple(found[:MOST_ON_THIS_DAY])


def keep_moment(entry: Entry, before: Entry | None = None) -> Action:
    """Keep a moment that was not planned, or another version of one that is kept."""
    return Action(
        code="keep-moment",
        day=entry.day,
        step=lambda h: week.put(h, before, entry) if before else week.add(h, entry),
    )


def moment_of(
    entry_id: EntryId, day: date, title: str, people: tuple[PersonId, ...], kept: Reflection
) -> Entry:
    """A moment without a plan: it happened on this day and stands on no sheet and in no file."""
    return Entry(
        id=entry_id,
        day=day,
        start=0,
        minutes=0,
        days=1,
        title=title,
        people=people,
        moment=JUST_KEPT,
        outcome="done",
        reflection=kept,
        only_for=kept.by if kept.readers == "me" else None,
    )


def readable_words(entry: Entry, me: PersonId | None) -> Reflection | None:
    """The reflection of an entry if `me` may read it."""
    kept = entry.reflection
    return kept if kept is not None and may_read(kept.by, kept.readers, me) else None


def item_of(entry: Entry) -> Item:
    """An entry as an item that is shown and not searched."""
    return _of_entry(entry, {})


def _values(household: Household, me: PersonId | None) -> Iterator[Value]:
    reaches = readable(household, me)
    threads = readable_threads(household, me)
    linked = {reach.id for reach in reaches} | {thread.id for thread in threads}
    for held in household.weeks.values():
        for entry in held.entries:
            if entry.reflection is not None:
                if readable_words(entry, me) is not None:
                    yield entry
            elif entry.outcome in HAPPENED and not linked.isdisjoint((entry.reach, entry.thread)):
                yield entry
    yield from reaches
    yield from threads


def _item(value: Value, families: dict[str, str]) -> Item:
    if isinstance(value, Reach):
        return Item(
            kind="reach",
            value=value,
            day=value.at.date(),
            minute=value.at.hour * 60 + value.at.minute,
            people=frozenset({value.child, *((value.by,) if value.by else ())}),
            feelings=frozenset({value.feeling} - {"", "not-sure"}),
            private=value.readers == "me",
        )
    if isinstance(value, Thread):
        at = value.happened
        return Item(
            kind="thread",
            value=value,
            day=at.date(),
            minute=at.hour * 60 + at.minute,
            people=frozenset((*value.who, *value.hurt)),
            feelings=frozenset({families[value.feeling]} if value.feeling in families else ()),
            private=value.readers == "me",
        )
    return _of_entry(value, families)


def _of_entry(entry: Entry, families: dict[str, str]) -> Item:
    kept = entry.reflection
    felt = (word for words in kept.feelings.values() for word in words) if kept else ()
    return Item(
        kind="return" if entry.comes_back else "time" if entry.activity else "moment",
        value=entry,
        day=entry.day,
        minute=DAY_MINUTES if entry.all_day else entry.start,
        people=frozenset(entry.people),
        pathway=entry.pathway,
        feelings=frozenset(families[word] for word in felt if word in families),
        closeness=kept.closeness if kept else None,
        private=kept is not None and kept.readers == "me",
    )


def _days_ago(today: date) -> list[tuple[Ago, date]]:
    days = [(Ago("week", 1), today - timedelta(days=WEEK_DAYS))]
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    if today.day <= calendar.monthrange(year, month)[1]:
        days.append((Ago("month", 1), date(year, month, today.day)))
    days += [
        (Ago("year", count), today.replace(year=today.year - count))
        for count in range(1, YEARS_BACK)
        if (today.month, today.day) != (2, 29) or calendar.isleap(today.year - count)
    ]
    return days


def _comes_up(item: Item) -> bool:
    value = item.value
    if isinstance(value, Thread):
        told = (value.line, value.deed, value.when, value.amends, value.if_this, value.then_that)
        return value.state == "mended" and value.has_words and not speaks_of_harm(*told)
    if isinstance(value, Reach):
        return False
    return not (value.reflection and speaks_of_harm(value.reflection.line))


def writer_of(item: Item) -> PersonId | None:
    """Who wrote it; None where nobody said."""
    value = item.value
    if isinstance(value, Entry):
        return value.reflection.by if value.reflection else None
    return value.by


def chosen(
    items: Iterable[Item],
    *,
    first: date,
    last: date,
    people: frozenset[PersonId] = frozenset(),
    private_of: PersonId | None = None,
) -> tuple[Item, ...]:
    """What goes into a book: the days from `first` to `last`, both included, oldest first.

    Any of these people, if some are named; of what one alone may read only what `private_of` wrote.
    """
    return tuple(
        item
        for item in sorted(items, key=lambda i: (i.day, i.minute))
        if first <= item.day <= last
        and (not people or not people.isdisjoint(item.people))
        and (not item.private or (private_of is not None and writer_of(item) == private_of))
    )
