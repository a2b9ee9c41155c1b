"""Changing a ritual: only this time, this time and those after it, or all of them.

What became of an occurrence is never lost: outcomes and reflections stay with their occurrence
wherever the ritual is moved, and stand on their own where the ritual no longer comes. What has
happened stays when it was and with whom it was; its words (title, note, pathway) follow the ritual.
A change "from this one on" ends the ritual the day before and carries it on as another one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal, get_args

from planner import week
from planner.dates import ONE_DAY
from planner.errors import UnknownEntryError
from planner.model import Entry, EntryId, Household, Ritual, RitualId
from planner.rituals import (
    occurrence_id,
    own_id,
    ritual_with,
    stored_occurrences,
    with_ritual,
    without_ritual,
)
from planner.rituals_days import begun_before, complete, days_before, falls_on, first_day
from planner.rituals_follow import followed_by, handed_on
from planner.rituals_repeat import Repeat, begins, begins_with
from planner.rituals_rule import rule_from, rule_text
from planner.rituals_shift import Moved, shifted

Scope = Literal["this", "following", "all"]
SCOPES: tuple[Scope, ...] = get_args(Scope)


def begun(household: Household, entry: Entry, repeat: Repeat, ritual_id: RitualId) -> Household:
    """The household in which this entry, stored or new, is the first of a ritual.

    Where its day is not on the rule, the ritual begins on the next day that is. What has become
    of the entry stays with it.
    """
    rule, start = begins(repeat, entry.day)
    first = replace(week.plain_copy(entry), id=EntryId(ritual_id), day=start)
    known = week.find(household, entry.id)
    if known is not None:
        household = week.remove(household, known)
        if _has_its_own(known):
            mine = replace(entry, outcome=known.outcome, reflection=known.reflection)
            if entry.day == start:
                mine_id = occurrence_id(ritual_id, start)
                mine = replace(mine, id=mine_id, ritual=ritual_id, original=start)
            household = week.add(household, mine)
    ritual = Ritual(id=ritual_id, first=first, rule=rule_text(rule), in_term=repeat.in_term)
    return with_ritual(household, ritual)


def changed(
    household: Household, before: Entry, after: Entry, scope: Scope, new_id: RitualId
) -> Household:
    """The household with an occurrence changed as `before` became `after`, and others with it.

    `before` is the occurrence as last seen. All become what this one is, in everything that was
    changed; what another one has differently, by its own, it keeps. UnknownEntryError if there is
    no such occurrence now. `new_id` is the id of the ritual that carries on.
    """
    held = week.current(household, before)
    if scope == "this":
        return week.put(household, before, after)
    household, ritual, day = _part(household, held, scope, new_id)
    rule, start = rule_from(ritual.rule), ritual.first.day
    moved: Moved = _stays
    stored = stored_occurrences(household, ritual.id)
    if after.day != before.day:
        # What was put back from paper may be of a day the rule has no more: it would be in the way.
        strays = tuple(e for e in stored if not falls_on(rule, start, _key(e)))
        household = _let_go(household, strays)
        stored = tuple(e for e in stored if e not in strays)
        rule, start, moved = shifted(rule, start, old=day, new=after.day)
    changes = handed_on(before, after, ritual.first)
    new = replace(
        ritual,
        first=replace(ritual.first, **changes, day=start),
        rule=ritual.rule if moved is _stays else rule_text(rule),
        skipped=tuple(sorted({to for d in ritual.skipped if (to := moved(d)) is not None})),
    )
    mine = occurrence_id(ritual.id, day)
    household = with_ritual(week.taken_out(household, stored), new)
    for entry in stored:
        there = after if entry.id == mine else None
        followed = _followed(entry, ritual, changes, moved, there)
        household = week.add(household, followed or _on_its_own(household, entry))
    return household


def removed(household: Household, entry: Entry, scope: Scope, new_id: RitualId) -> Household:
    """The household without this occurrence, or without it and others.

    What has happened stays, on its own where the ritual is gone. UnknownEntryError if it is not there.
    """
    held = week.current(household, entry)
    if scope == "this":
        return week.remove(household, held)
    household, ritual, _ = _part(household, held, scope, new_id)
    return without(household, ritual.id)


def without(household: Household, ritual_id: RitualId) -> Household:
    """The household without this ritual; what has happened of it stays, on its own."""
    household = _let_go(household, stored_occurrences(household, ritual_id))
    return without_ritual(household, ritual_id)


def repeated(
    household: Household,
    before: Entry,
    after: Entry,
    repeat: Repeat,
    scope: Scope,
    new_id: RitualId,
) -> Household:
    """The household in which the ritual of this occurrence has another rule, from this one on or all.

    "All" begins the new rule as early as the old one began. What another one has differently, by its
    own, it keeps where the new rule comes to the day it was due.
    """
    held = week.current(household, before)
    rule, due = begins_with(before, after, repeat)
    is_stored = held in stored_occurrences(household, RitualId(held.ritual or ""))
    stays = _has_its_own(held) or (is_stored and due == _key(held))
    if stays:
        household = week.put(household, held, after)
    household, ritual, day = _part(household, held, scope, new_id)
    start = begun_before(rule, due, not_before=ritual.first.day) if scope == "all" else due
    changes = handed_on(before, after, ritual.first)
    stored = stored_occurrences(household, ritual.id)
    kept = tuple(e for e in stored if falls_on(rule, start, _key(e)) and (stays or _key(e) != day))
    household = _let_go(household, (e for e in stored if e not in kept))
    new = replace(
        ritual,
        first=replace(ritual.first, **changes, day=start),
        rule=rule_text(rule),
        skipped=tuple(d for d in ritual.skipped if falls_on(rule, start, d)),
        in_term=repeat.in_term,
    )
    household = with_ritual(week.taken_out(household, kept), new)
    followed = (_followed(e, ritual, changes, _stays, None) or e for e in kept)
    return week.add(household, *followed)


def ended(
    household: Household, before: Entry, after: Entry, scope: Scope, new_id: RitualId
) -> Household:
    """The household in which this occurrence stands on its own, as `after`.

    With the scope "this" its ritual goes on around it; else it ends before this one, or altogether.
    """
    held = week.current(household, before)
    mine = replace(after, outcome=held.outcome, reflection=held.reflection)
    household = week.remove(household, held)
    if scope != "this":
        household, ritual, _ = _part(household, held, scope, new_id)
        household = without(household, ritual.id)
    return week.add(household, _on_its_own(household, mine))


def _part(
    household: Household, held: Entry, scope: Scope, new_id: RitualId
) -> tuple[Household, Ritual, date]:
    """The ritual that this scope speaks of, split off if need be; and the day this one was due."""
    ritual = ritual_with(household, held.ritual)
    if ritual is None:
        raise UnknownEntryError(held.id)
    if scope == "following":
        household, ritual = _split(household, ritual, _key(held), new_id)
    return household, ritual, _key(held)


def _split(
    household: Household, ritual: Ritual, day: date, new_id: RitualId
) -> tuple[Household, Ritual]:
    """The ritual ended before this day, and another one that carries it on; or itself, if nothing is before."""
    start = ritual.first.day
    rule = complete(rule_from(ritual.rule), start)
    times = days_before(rule, start, day)
    begin = first_day(rule, start, day)
    if times == sum(d < day for d in ritual.skipped) or begin is None:
        return household, ritual
    earlier = replace(rule, count=None, until=day - ONE_DAY)
    later = replace(rule, count=None if rule.count is None else rule.count - times)
    old = replace(
        ritual, rule=rule_text(earlier), skipped=tuple(d for d in ritual.skipped if d < day)
    )
    new = replace(
        ritual,
        id=new_id,
        first=replace(ritual.first, id=EntryId(new_id), day=begin),
        rule=rule_text(later),
        skipped=tuple(d for d in ritual.skipped if d >= day),
        split_from=ritual.id,
    )
    stored = tuple(e for e in stored_occurrences(household, ritual.id) if _key(e) >= day)
    household = with_ritual(with_ritual(week.taken_out(household, stored), old), new)
    handed = (replace(e, id=occurrence_id(new_id, _key(e)), ritual=new_id) for e in stored)
    return week.add(household, *handed), new


def _followed(
    entry: Entry, ritual: Ritual, changes: Mapping[str, Any], moved: Moved, there: Entry | None
) -> Entry | None:
    """A stored occurrence after its ritual was changed so; None if it has no day in it any more.

    `there`: what it was changed to itself.
    """
    to = moved(_key(entry))
    if to is None:
        return None
    happened = _happened(entry)
    follows = changes
    if there is None:
        follows = followed_by(entry, ritual.first, changes, happened=happened)
    day = entry.day if happened or entry.day != entry.original else to
    return replace(
        entry,
        **follows,
        id=occurrence_id(ritual.id, to),
        day=day if there is None else there.day,
        original=to,
    )


def _let_go(household: Household, entries: Iterable[Entry]) -> Household:
    """The household without these occurrences, but for what has happened: it stands on its own."""
    gone = tuple(entries)
    household = week.taken_out(household, gone)
    for entry in gone:
        if _has_its_own(entry):
            household = week.add(household, _on_its_own(household, entry))
    return household


def _on_its_own(household: Household, entry: Entry) -> Entry:
    return replace(entry, id=own_id(household, entry), ritual=None, original=None)


def _happened(entry: Entry) -> bool:
    """Whether anything became of it that the family would miss."""
    return entry.outcome != "planned" or entry.reflection is not None


def _has_its_own(entry: Entry) -> bool:
    """Whether it has anything that the next time would not bring back."""
    return _happened(entry) or entry.comes_back


def _key(entry: Entry) -> date:
    return entry.original or entry.day


def _stays(day: date) -> date | None:
    return day
