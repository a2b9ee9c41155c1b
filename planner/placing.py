"""What an activity of the library becomes when a family puts it into its week."""

from datetime import date

from activities.model import Activity
from planner.model import Entry, EntryId, Household, PersonId


def entry_for(activity: Activity, household: Household, day: date, start: int) -> Entry:
    """A new entry for this activity, as short as it can be, with the people it is meant for."""
    return Entry(
        id=EntryId(""),
        day=day,
        start=start,
        minutes=activity.minutes_min,
        title=activity.title,
        activity=activity.id,
        pathway=activity.pathways[0],
        people=people_for(activity, household),
    )


def people_for(activity: Activity, household: Household) -> tuple[PersonId, ...]:
    """Who would take part: one child with one grown-up, or everybody."""
    children, grown_ups = household.children, household.grown_ups
    if activity.participants[:1] == ("one-to-one",) and children and grown_ups:
        return children[0].id, grown_ups[0].id
    return tuple(p.id for p in household.people)
