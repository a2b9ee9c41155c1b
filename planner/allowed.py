"""What Fill may offer a family in a week: never what is sensitive, and nothing new when times are hard."""

from collections.abc import Mapping
from datetime import date, datetime

from activities.model import SHOWN_STATUSES, Activity
from planner.hard_times import is_gentle, is_hard
from planner.model import HAPPENED, Household
from planner.places import PLACES

RITUAL_MINUTES = 3
"""The little rituals of a hard week are two minutes, three at the most."""


def may_be_suggested(activity: Activity) -> bool:
    """Whether Fill may offer this by itself: shown, not sensitive, and for moments a week has anyway."""
    return (
        activity.status in SHOWN_STATUSES
        and not {"sensitive", "grief"} & set(activity.flags)
        and activity.cadence != "once-a-year"
        and (not activity.settings or any(s in PLACES for s in activity.settings))
        and bool({"one-to-one", "whole-family"} & set(activity.participants))
    )


def not_offered_in(
    household: Household, first: date, activities: Mapping[str, Activity], *, now: datetime
) -> frozenset[str]:
    """What is not suggested to anybody, or not in a hard time or soon after a loss."""
    hard = is_hard(household, first, now=now)
    only_known = hard or is_gentle(household, first)
    known = _ever_done(household) if only_known else frozenset()
    return frozenset(
        a.id
        for a in activities.values()
        if not may_be_suggested(a)
        or (only_known and a.id not in known)
        or (hard and not is_little_ritual(a))
    )


def is_little_ritual(activity: Activity) -> bool:
    """Whether this is one of the things that are left of a hard week."""
    return activity.cadence == "ritual" and activity.minutes_min <= RITUAL_MINUTES


def _ever_done(household: Household) -> frozenset[str]:
    entries = (e for week in household.weeks.values() for e in week.entries)
    return frozenset(e.activity for e in entries if e.activity and e.outcome in HAPPENED)
