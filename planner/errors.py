"""What can go wrong. Bad data is a `Problem` (a value); a bad call is a `PlannerError`."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Something in the data that could not be used: `code` says what, `where` says where."""

    code: str
    where: str
    detail: str = ""


class PlannerError(Exception):
    """A call that cannot be answered, or a change that could not be made."""


class UnknownEntryError(PlannerError):
    """No entry has this id."""


class UnknownPersonError(PlannerError):
    """No person has this id."""


class UnknownActivityError(PlannerError):
    """The family has no activity of its own with this id."""


class UnknownKeptError(PlannerError):
    """No reach, thread or sign has this id."""
