"""When times are hard: a week that rests, and the weeks after a loss. Known before Fill is loaded."""

from datetime import date, datetime

from planner.dates import WEEK_DAYS
from planner.model import Household

GENTLE_DAYS = 42
"""So long after a loss nothing new is suggested."""


def is_hard(household: Household, first: date, *, now: datetime) -> bool:
    """Whether the seven days from `first` belong to a hard time: a week it ends in rests as a whole."""
    until = household.wishes.hard_until
    return until is not None and until >= max(first, now.date())


def is_gentle(household: Household, first: date) -> bool:
    """Whether the seven days from `first` come at or soon after a loss."""
    loss = household.wishes.loss
    return loss is not None and -WEEK_DAYS < (first - loss).days < GENTLE_DAYS
