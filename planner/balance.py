"""What a week holds: minutes for each pathway, and who has whom to themselves."""

from collections.abc import Iterable, Mapping

from planner.model import HAPPENED, Entry, Household, PersonId

COUNTED = HAPPENED | {"planned"}


def pathway_minutes(entries: Iterable[Entry]) -> Mapping[str, int]:
    """Minutes planned or done for each pathway; what was dropped or became something else is not in it."""
    minutes: dict[str, int] = {}
    for entry in entries:
        if entry.pathway and entry.outcome in COUNTED:
            minutes[entry.pathway] = minutes.get(entry.pathway, 0) + entry.minutes
    return minutes


def is_one_to_one(entry: Entry, household: Household) -> bool:
    """Whether this is exactly one child with exactly one grown-up."""
    people = [p for p in household.people if p.id in entry.people]
    return sorted(p.role for p in people) == ["child", "grown-up"]


def one_to_one_times(
    entries: Iterable[Entry], household: Household
) -> Mapping[PersonId, tuple[int, int]]:
    """For every child: how many one-to-one times of these entries happened, and how many are to come."""
    counts = {child.id: [0, 0] for child in household.children}
    for entry in entries:
        if entry.outcome in COUNTED and is_one_to_one(entry, household):
            child = next(p for p in entry.people if p in counts)
            counts[child][0 if entry.outcome in HAPPENED else 1] += 1
    return {child: (done, planned) for child, (done, planned) in counts.items()}
