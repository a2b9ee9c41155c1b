"""How something comes again: a rule, whether only in term time, and the day from which on."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.model import Entry, Ritual
from planner.rituals_days import complete, first_day, last_day
from planner.rituals_rule import BadRuleError, Rule, rule_from, rule_text


class Repeat(NamedTuple):
    """How an entry comes again: the text of a rule, and whether only in term time."""

    rule: str
    in_term: bool = False


def seen_from(ritual: Ritual, day: date) -> Repeat:
    """How the ritual comes again, said on one of its days.

    A number of times is said as its last day on all but the first, where the number would mislead.
    """
    rule = rule_from(ritual.rule)
    if rule.count is None or day <= ritual.first.day:
        return Repeat(ritual.rule, ritual.in_term)
    until = last_day(rule, ritual.first.day)
    return Repeat(rule_text(replace(rule, count=None, until=until)), ritual.in_term)


def begins(repeat: Repeat, day: date) -> tuple[Rule, date]:
    """The rule, said completely, and the first day from this one on that it falls on.

    Raises BadRuleError if it ends before it begins.
    """
    rule = complete(rule_from(repeat.rule), day)
    start = first_day(replace(rule, interval=1), day, day)
    if start is None:
        raise BadRuleError(repeat.rule)
    return rule, start


def begins_with(before: Entry, after: Entry, repeat: Repeat) -> tuple[Rule, date]:
    """The new rule and its first day: when this one was due, unless it is on another day from now on."""
    was_due = before.original or before.day
    if before.day == after.day:
        rule, due = begins(repeat, was_due)
        if due == was_due:
            return rule, due
    return begins(repeat, after.day)
