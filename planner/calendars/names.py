"""What the entries of a family are called in calendar files: the same in every file, for good.

A phone that is given a newer file knows by these names what it has already.
"""

from hashlib import blake2s

from planner.model import Household


def family_mark(household: Household) -> str:
    """What tells this family's names from those of others; it outlives everybody in the family."""
    if household.known_by:
        return household.known_by
    first = household.people[0].id if household.people else ""
    return blake2s(first.encode(), digest_size=6).hexdigest()


def uid(household: Household, entry_id: str) -> str:
    """The name of an entry or ritual."""
    return f"{entry_id}-{family_mark(household)}@kinweek"
